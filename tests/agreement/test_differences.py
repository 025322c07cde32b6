"""What differs between two versions, article by article and rule by rule, and whether more or less leaves."""

from copy import deepcopy

import pytest

from comity.agreement import FieldChange, differences
from comity.agreement.differences import ORDER
from tests.agreement.documents import agreement, clause, rule, text

SKY = agreement()


def found(**changes):
    return differences(SKY, deepcopy(SKY) | changes)


def test_two_equal_documents_do_not_differ():
    assert found() == ()


def test_a_changed_title_is_named_with_its_language():
    (one,) = found(title=text("Sky") | {"fr": "Ciel"})
    assert (one.part, one.id, one.change, one.lets) == ("title", None, "changed", "same")
    assert one.fields == (FieldChange("fr", "Sky", "Ciel"),)


def test_clauses_are_compared_by_number():
    (gone, new) = found(clauses=[*SKY["clauses"][:2], clause("4")])
    assert (gone.id, gone.change, new.id, new.change) == ("3", "removed", "4", "added")
    assert FieldChange("id", None, "4") in new.fields


@pytest.mark.parametrize(
    ("changes", "lets"),
    [
        ({"delay_s": 60}, "less"),
        ({"keep": ["wind", "rain"]}, "more"),
        ({"grid_mdeg": 100}, "less"),
        ({"time_bucket_s": 600}, "less"),
        ({"identity_digits": 3}, "less"),
        ({"purposes": ["maritime_safety", "tourism"]}, "more"),
        ({"forbid_caveats": ["NATIONAL"]}, "less"),
        ({"approve": "two-officers"}, "less"),
        ({"until": "2031-01-01T00:00:00Z"}, "more"),
        ({"keep_for_s": 3600}, "less"),
        ({"to": ["US"]}, "less"),
        ({"area": "square"}, "less"),
        ({"delay_s": 60, "keep": ["wind", "rain"]}, "otherwise"),
        ({"keep": ["rain"]}, "otherwise"),
        ({"label": rule()["label"] | {"tlp": "RED"}}, "otherwise"),
    ],
)
def test_a_changed_rule_says_whether_more_or_less_leaves(changes, lets):
    (one,) = found(rules=[rule(**changes)])
    assert (one.part, one.id, one.lets) == ("rules", "2/weather", lets)


def test_grids_that_share_no_lines_are_neither_finer_nor_coarser():
    before = agreement(rules=[rule(grid_mdeg=100)])
    assert [each.lets for each in differences(before, agreement(rules=[rule(grid_mdeg=150)]))] == ["otherwise"]
    assert [each.lets for each in differences(before, agreement(rules=[rule(grid_mdeg=200)]))] == ["less"]
    assert [each.lets for each in differences(before, agreement(rules=[rule(grid_mdeg=50)]))] == ["more"]


def test_a_new_rule_lets_out_more_unless_another_speaks_of_the_same_items():
    one_way = agreement(rules=[rule(**{"from": ["DZ"], "to": ["US"]})])
    back = rule(id="2/back", **{"from": ["US"], "to": ["DZ"]})
    (added,) = differences(one_way, agreement(rules=[*one_way["rules"], back]))
    assert (added.change, added.lets) == ("added", "more")
    (removed,) = differences(agreement(rules=[*one_way["rules"], back]), one_way)
    assert (removed.change, removed.lets) == ("removed", "less")
    before_it = rule(id="2/first", purposes=["tourism"], **{"from": ["DZ"], "to": ["US"]})
    (shadowing,) = differences(agreement(), agreement(rules=[before_it, rule()]))
    assert shadowing.lets == "otherwise"


def test_another_order_of_rules_is_a_difference():
    first, second = rule(**{"from": ["DZ"], "to": ["US"]}), rule(id="2/wide")
    before, after = agreement(rules=[first, second]), agreement(rules=[first, second])
    after["rules"] = [rule(id="2/wide", **{"from": ["US"], "to": ["DZ"]}), first]
    assert all(ORDER in [field.path for field in each.fields] for each in differences(before, after))
    assert {each.lets for each in differences(before, after)} == {"otherwise"}


def test_a_moved_area_shows_its_two_outlines_whole():
    areas = deepcopy(SKY["areas"])
    areas[0]["geometry_udeg"]["coordinates"][0][1] = [2_000_000, 0]
    (one,) = found(areas=areas)
    assert [each.path for each in one.fields] == ["geometry_udeg"]
