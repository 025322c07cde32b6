"""What the partner's records may do to a node: be read whole, or be told; never crash, never poison an account."""

import copy
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.files.kept_searches import search_of_kept
from comity.ground import InvalidInput
from comity.node.partner_plans import MOST_CORNERS, near, read_plan
from comity.node.released_legs import released_name, released_names, search_part
from comity.node.search_reading import MOST_SPEED_M_S, read_record
from comity.rescue import PLAN_RECORD, SEARCH_RECORD, case_of
from tests.node.sea import sea_case

BEGINS_MS = 1_218_009_600_000  # 2008-08-06T08:00Z
HOUR_MS = 3_600_000
SEARCH: dict[str, Any] = {
    "case_id": "us-1",
    "search": 1,
    "centre": "US",
    "ends_ms": BEGINS_MS + HOUR_MS,
    "pos_permille": 300,
    "object_keys": ["LIFE-RAFT-NB-1", "PIW-1"],
    "unit": ["rescue-42"],
    "lateral_range": ["exponential"],
    "sweep_width_m": [[2000, 300]],
    "legs_ms": [[BEGINS_MS, BEGINS_MS + HOUR_MS]],
    "legs": [[[5_200_000, 37_500_000], [5_400_000, 37_500_000]]],
    "is_searching": [[True]],
}
PLAN: dict[str, Any] = {
    "case_id": "us-1",
    "plan": "a",
    "centre": "US",
    "object_keys": ["LIFE-RAFT-NB-1"],
    "pos_permille": 700,
    "pos_bound_permille": 750,
    "unit": ["rescue-42"],
    "sortie": [1],
    "platform": ["helicopter"],
    "altitude_m": [150],
    "speed_mm_s": [46_300],
    "pattern": ["PS"],
    "track_spacing_m": [1500],
    "coverage_permille": [[900]],
    "pod_permille": [600],
    "unit_pos_permille": [500],
    "begins_ms": [BEGINS_MS],
    "ends_ms": [BEGINS_MS + HOUR_MS],
    "area_ms": [BEGINS_MS + HOUR_MS // 2],
    "area": [[[5_000_000, 37_000_000], [5_500_000, 37_000_000], [5_500_000, 37_500_000], [5_000_000, 37_000_000]]],
    "legs_ms": [[BEGINS_MS, BEGINS_MS + HOUR_MS]],
    "legs": [[[5_200_000, 37_200_000], [5_400_000, 37_200_000]]],
    "is_searching": [[True]],
}
LATER = [[BEGINS_MS + HOUR_MS, BEGINS_MS]]
FAR = [[[5_200_000, 37_500_000], [5_200_000 + 60_000_000, 37_500_000]]]


def changed(record: dict[str, Any], **columns: Any) -> dict[str, Any]:
    return {name: value for name, value in {**copy.deepcopy(record), **columns}.items() if value != "gone"}


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"unit": []}, "unit"),
        ({"unit": ["rescue-42"] * 65}, "unit"),
        ({"unit": ["two\nlines"]}, "unit"),
        ({"unit": [7]}, "unit"),
        ({"object_keys": ["LIFE-RAFT-NB-1", "LIFE-RAFT-NB-1"]}, "object_keys"),
        ({"object_keys": ["life raft <b>", "PIW-1"]}, "object_keys"),
        ({"object_keys": "gone"}, "object_keys"),
        ({"lateral_range": ["by magic"]}, "lateral_range"),
        ({"lateral_range": ["definite", "definite"]}, "lateral_range"),
        ({"sweep_width_m": [[math.nan, 300]]}, "sweep_width_m"),
        ({"sweep_width_m": [[-1, 300]]}, "sweep_width_m"),
        ({"sweep_width_m": [[10**9, 300]]}, "sweep_width_m"),
        ({"sweep_width_m": [[2000]]}, "sweep_width_m"),
        ({"legs_ms": LATER}, "legs_ms"),
        ({"legs_ms": [[True, BEGINS_MS]]}, "legs_ms"),
        ({"legs_ms": [[BEGINS_MS, 10**16]]}, "legs_ms"),
        ({"legs_ms": [[BEGINS_MS]]}, "legs_ms"),
        ({"legs_ms": [list(range(10**6))]}, "legs_ms"),
        ({"legs": [[[5_200_000, 90_000_000], [5_400_000, 37_500_000]]]}, "legs"),
        ({"legs": [[[5_200_000, 37.5], [5_400_000, 37_500_000]]]}, "legs"),
        ({"legs": [[5_200_000, 37_500_000]]}, "legs"),
        ({"legs": FAR}, "legs"),
        ({"legs": "gone"}, "legs"),
        ({"is_searching": [[False]]}, "is_searching"),
        ({"is_searching": [[1]]}, "is_searching"),
        ({"is_searching": [[True, True]]}, "is_searching"),
        ({"ends_ms": BEGINS_MS}, "ends_ms"),
    ],
)
def test_a_search_that_contradicts_itself_is_told_by_its_column(columns, told):
    with pytest.raises(InvalidInput) as caught:
        read_record(changed(SEARCH, **columns))
    assert (caught.value.code, caught.value.values["column"]) == ("node.search_unreadable", told)


def test_a_unit_flies_no_faster_than_any_unit_does():
    most_m = MOST_SPEED_M_S * HOUR_MS / 1000
    assert most_m == pytest.approx(1_152_000)
    read_record(changed(SEARCH, legs=[[[5_200_000, 37_500_000], [17_000_000, 37_500_000]]]))


def test_objects_that_a_record_does_not_name_are_seen_with_its_least_sweep_width():
    document = {**sea_case(), "object": [{"leeway": 26}, {"leeway": 1}, {"leeway": 30}]}
    entry = dict(read_record(SEARCH).entry)
    (flown,) = search_of_kept(entry, case_of(document)).flown
    assert flown.sensor.sweep_width_m.tolist() == [2000, 300, 300]


def test_the_same_search_has_one_digest_whatever_its_number_and_another_one_has_another():
    digest = read_record(SEARCH).entry["digest"]
    assert read_record(changed(SEARCH, search=2, pos_permille=1)).entry["digest"] == digest
    assert read_record(changed(SEARCH, sweep_width_m=[[2001, 300]])).entry["digest"] != digest


any_value = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=8,
)


def answer_of(read: Callable[[], Any]) -> Any:
    """What a reader returns, or the code of its refusal; anything else that it raises is a fault."""
    try:
        return read()
    except InvalidInput as error:
        return error.code


@given(column=st.sampled_from(sorted(SEARCH)), value=any_value)
def test_any_value_in_a_column_of_a_search_is_read_or_told(column, value):
    found = answer_of(lambda: read_record({**SEARCH, column: value}))
    if found != "node.search_unreadable":
        assert len(search_of_kept(dict(found.entry), case_of(sea_case())).flown) == 1


@given(column=st.sampled_from(sorted(PLAN)), value=any_value)
def test_any_value_in_a_column_of_a_plan_is_read_or_told(column, value):
    found = answer_of(lambda: read_plan({**PLAN, column: value}))
    assert found == "node.partner_plan_unreadable" or len(found.sorties) == 1


def test_a_plan_of_which_a_rule_keeps_little_is_shown_as_far_as_it_goes():
    (sortie,) = read_plan({"plan": "a", "unit": ["rescue-42"], "area": PLAN["area"]}).sorties
    assert (sortie.unit, sortie.begins_ms, len(sortie.corners), sortie.legs) == ("rescue-42", None, 4, ())


def own_plan(*, from_: str, until: str, altitude_m: float | None, platform: str = "helicopter") -> dict[str, Any]:
    corners = [[5.1, 37.05], [5.3, 37.05], [5.3, 37.15], [5.1, 37.15]]
    unit = {"unit": "heli-1", "sortie": 1, "platform": platform, "altitude_m": altitude_m, "area": {"corners": corners}}
    return {"units": [{**unit, "begins": from_, "ends": until}]}


def test_units_that_share_water_at_one_time_are_named_with_their_heights_apart():
    (pair,) = near(
        own_plan(from_="2008-08-06T08:30:00Z", until="2008-08-06T09:30:00Z", altitude_m=300), read_plan(PLAN)
    )
    assert (pair.ours, pair.theirs, pair.apart_m) == ("heli-1", "rescue-42", 150)
    assert (pair.from_ms, pair.until_ms) == (BEGINS_MS + HOUR_MS // 2, BEGINS_MS + HOUR_MS)
    boat = own_plan(from_="2008-08-06T08:30:00Z", until="2008-08-06T09:30:00Z", altitude_m=12, platform="boat")
    assert [each.apart_m for each in near(boat, read_plan(PLAN))] == [150]  # a boat is at the sea, not at its eye


def test_units_that_search_one_after_the_other_do_not_meet():
    later = own_plan(from_="2008-08-06T09:00:00Z", until="2008-08-06T10:00:00Z", altitude_m=150)
    assert near(later, read_plan(PLAN)) == []


def test_a_ring_that_crosses_itself_or_has_no_end_of_corners_is_told_before_anything_is_computed_with_it():
    star = [[5_000_000 + 13_007 * (k * k % 101), 37_000_000 + 9_001 * (k * 37 % 101)] for k in range(MOST_CORNERS - 1)]
    crossed = [[5_000_000, 37_000_000], [5_500_000, 37_500_000], [5_500_000, 37_000_000], [5_000_000, 37_500_000]]
    round_ = [[round(5e6 + 1e5 * math.cos(k)), round(37e6 + 1e5 * math.sin(k))] for k in np.linspace(0, 6.2, 200)]
    for ring in (star, crossed, round_):
        with pytest.raises(InvalidInput) as caught:
            read_plan(changed(PLAN, area=[[*ring, ring[0]]]))
        assert caught.value.values["column"] == "area"


def test_a_partner_has_a_plan_a_and_a_plan_b_and_no_others():
    assert read_plan(changed(PLAN, plan="b")).plan == "b"
    with pytest.raises(InvalidInput):
        read_plan(changed(PLAN, plan="c"))


def test_areas_meet_across_the_antimeridian_whichever_side_they_are_told_from():
    theirs = [
        [179_800_000, 37_000_000],
        [-179_700_000, 37_100_000],
        [-179_800_000, 37_400_000],
        [179_700_000, 37_300_000],
    ]
    read = read_plan(changed(PLAN, area=[[*theirs, theirs[0]]]))
    ours = own_plan(from_="2008-08-06T08:30:00Z", until="2008-08-06T09:30:00Z", altitude_m=300)
    for west, east, count in ((-179.95, -179.9, 1), (180.05, 180.1, 1), (179.85, 179.9, 1), (5.1, 5.3, 0)):
        ours["units"][0]["area"]["corners"] = [[west, 37.15], [east, 37.15], [east, 37.2], [west, 37.2]]
        assert len(near(ours, read)) == count


def test_only_an_identifier_leaves_as_the_name_of_a_unit():
    units = [{**UNIT, "id": "heli-1"}, {**UNIT, "id": "مروحية-2"}, {**UNIT, "id": "the boat of N., call 555"}]
    case = case_of({**sea_case(), "unit": units})
    names = released_names(case.units)
    assert list(names.values()) == ["heli-1", "مروحية-2", "boat-3"]
    assert released_name(names, "gone since, call 555", 4) == "unit-4"


UNIT = {
    "platform": "boat",
    "speed_kt": 20,
    "on_scene": "2008-08-06T08:00:00Z",
    "endurance_s": 3600,
    "base": {"lat": 36.7, "lon": 5.1},
}


def test_the_way_out_and_home_does_not_leave():
    document: dict[str, Any] = {
        "time": ["2008-08-06T07:00:00Z", "2008-08-06T08:00:00Z", "2008-08-06T09:00:00Z", "2008-08-06T10:00:00Z"],
        "lon_deg": [5.07, 5.2, 5.4, 5.07],
        "lat_deg": [36.71, 37.5, 37.5, 36.71],
        "is_searching": [False, True, False],
    }
    part = search_part(document)
    assert part["legs"] == [[5_200_000, 37_500_000], [5_400_000, 37_500_000]]
    assert (part["legs_ms"], part["is_searching"]) == ([BEGINS_MS, BEGINS_MS + HOUR_MS], [True])
    assert all(type(each) is int for pair in part["legs"] for each in pair)


def test_every_column_of_the_examples_is_one_of_its_kind():
    for kind, record in ((SEARCH_RECORD, SEARCH), (PLAN_RECORD, PLAN)):
        kind.check(record)
        assert record.keys() <= {each.name for each in kind.columns}
