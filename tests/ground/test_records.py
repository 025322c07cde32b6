"""A record carries only the columns that its kind describes."""

import pytest

from comity.ground import Column, InvalidInput, Kind

BUOY = Kind("test.buoy", (Column("id", "identity", "its name"), Column("pos", "position", "where it is")))


def test_a_described_record_passes():
    BUOY.check({"id": "b-1", "pos": [5_070_000, 36_710_000]})
    assert BUOY.role_of("pos") == "position"


def test_an_undescribed_column_is_refused_by_name():
    with pytest.raises(InvalidInput, match=r"'colour'.*use one of: id, pos|Use one of: id, pos"):
        BUOY.check({"id": "b-1", "colour": "red"})
