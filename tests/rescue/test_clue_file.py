"""Clues are read strictly, and written as they were read."""

from typing import Any

import pytest

from comity.ground import InvalidInput
from comity.rescue import clues_of

SEEN = {"kind": "sighting", "lat": 37.5, "lon": 5.2, "time": "2008-08-06T11:00:00Z", "position_error_m": 1500.0}


def test_a_clue_is_written_as_it_was_read() -> None:
    for table in (SEEN | {"reliability": 0.5}, SEEN | {"kind": "found_object", "leeway": "PIW-1", "reliability": 1.0}):
        (clue,) = clues_of({"clue": [table]})
        assert clue.document() == table
        assert clues_of({"clue": [clue.document()]}) == (clue,)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"kind": "dream"}, "rescue.not_a_choice"),
        ({"kind": "found_object"}, "rescue.missing_key"),
        ({"leeway": 26}, "rescue.unknown_key"),
        ({"reliability": 2}, "rescue.out_of_range"),
        ({"position_error_m": 0}, "rescue.out_of_range"),
        ({"time": "noon"}, "ground.bad_instant"),
    ],
)
def test_a_clue_that_says_too_little_or_too_much_is_refused(changed: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidInput) as error:
        clues_of({"clue": [SEEN | changed]})
    assert error.value.code == code
