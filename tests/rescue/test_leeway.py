"""The 85 classes are those of the printed table: ../shared/data/rescue/leeway_objects.csv and the sources it names."""

import csv

import pytest

from comity.ground import InvalidInput
from comity.rescue import LEEWAY_CLASSES, leeway_class
from tests.shared_data import SHARED, needs_shared


def test_there_are_85_classes_with_numbers_and_keys_of_their_own() -> None:
    assert [each.number for each in LEEWAY_CLASSES] == list(range(1, 86))
    assert len({each.key for each in LEEWAY_CLASSES}) == 85


def test_right_lines_push_right_and_left_lines_left_except_where_the_table_says_otherwise() -> None:
    same_sign = [each.number for each in LEEWAY_CLASSES if each.right.slope * each.left.slope > 0]
    assert same_sign == [24]  # as printed: unconstrained coefficients
    assert all(each.right.slope >= 0 for each in LEEWAY_CLASSES)


def test_26_classes_lean_to_one_side() -> None:
    mirrored = [(e.right.slope, e.right.offset_m_s, e.right.spread_m_s) for e in LEEWAY_CLASSES]
    left = [(-e.left.slope, -e.left.offset_m_s, e.left.spread_m_s) for e in LEEWAY_CLASSES]
    assert sum(one != other for one, other in zip(mirrored, left, strict=True)) == 26


@pytest.mark.parametrize("name", [26, "26", "LIFE-RAFT-NB-1", "life-raft-nb-1"])
def test_a_class_is_found_by_number_and_by_key(name: int | str) -> None:
    found = leeway_class(name)
    assert found.number == 26
    assert (found.downwind.slope, found.downwind.spread_m_s, found.right.slope) == (0.037, 0.12, 0.0198)


def test_an_unknown_key_proposes_near_ones() -> None:
    with pytest.raises(InvalidInput) as caught:
        leeway_class("sailboat-11")
    assert caught.value.code == "rescue.unknown_leeway"
    assert "SAILBOAT-1" in str(caught.value)


@needs_shared
def test_every_number_is_the_table_s() -> None:
    with (SHARED / "rescue" / "leeway_objects.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found = leeway_class(row["key"])
            assert found.number == int(row["id"])
            for line, name in ((found.downwind, "dw"), (found.right, "cwr"), (found.left, "cwl")):
                assert line.slope * 100 == pytest.approx(float(row[f"{name}_slope_pct"]), abs=1e-9)
                assert line.offset_m_s * 100 == pytest.approx(float(row[f"{name}_offset_cms"]), abs=1e-9)
                assert line.spread_m_s * 100 == pytest.approx(float(row[f"{name}_std_cms"]), abs=1e-9)
