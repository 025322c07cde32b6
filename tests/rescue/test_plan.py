"""A plan finds more than the manual one and less than its bound, keeps its units apart, and says why there is none."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from comity.ground import MS_PER_S, InvalidInput, distance_m
from comity.rescue import (
    STRANDED,
    Cloud,
    Conditions,
    DriftObject,
    ManualCase,
    ManualLeeway,
    PlanSettings,
    SearchPlan,
    WaterCurrent,
    leeway_class,
    pod_by_hypothesis,
    search_plan,
    searched_m,
)
from comity.rescue.allocation import overlapping
from comity.rescue.ways import way_within, ways
from tests.rescue.search_cases import case_of_units, drifting_cloud, equal_weights, random_case, unit
from tests.rescue.seas import HOUR_MS, LAT_DEG, LON_DEG

CASES = range(4)


@cache
def planned(seed: int) -> SearchPlan:
    return search_plan(*random_case(seed))


@pytest.mark.parametrize("seed", CASES)
def test_a_plan_lies_between_the_manual_one_and_the_bound(seed: int) -> None:
    plan = planned(seed).plan
    assert plan.manual.pos <= plan.best.pos <= plan.certificate.pos_bound <= 1.0
    assert plan.certificate.reached <= plan.certificate.pos_bound <= plan.certificate.reached + 0.01


def test_plans_come_near_their_bounds() -> None:
    share = np.array([planned(seed).plan.best.pos / planned(seed).plan.certificate.pos_bound for seed in CASES])
    assert np.median(share) >= 0.92  # of 4,000 hypotheses, whose bound lies 2 to 3 % above the exact one
    assert share.min() >= 0.85


@pytest.mark.parametrize("seed", CASES)
def test_every_sortie_keeps_its_time_its_distance_and_its_base(seed: int) -> None:
    case, _ = random_case(seed)
    for each in planned(seed).plan.best.sorties:
        of = each.sortie.unit
        searching = np.flatnonzero(each.legs.is_searching)
        begin_ms, end_ms = each.legs.time_ms[searching[0]], each.legs.time_ms[searching[-1] + 1]
        assert begin_ms == of.on_scene_ms
        assert end_ms <= of.on_scene_ms + round(of.endurance_s * case.plan.search_share * MS_PER_S)
        assert searched_m(each.legs) <= 1.002 * each.sortie.track_m
        for k in (0, -1):
            assert distance_m(each.legs.lat_deg[k], each.legs.lon_deg[k], of.base_lat_deg, of.base_lon_deg) < 1.0


def test_what_is_said_of_a_plan_is_what_its_legs_find() -> None:
    case, cloud = random_case(3)
    plan = planned(3).plan
    missed = np.ones(cloud.object_index.size)
    for each in plan.best.sorties:
        pod = pod_by_hypothesis(cloud, each.legs, each.sortie.sensor)
        assert float((equal_weights(cloud) * pod).sum()) == pytest.approx(each.pos)
        missed *= 1 - pod
    assert plan.best.pos == pytest.approx(1 - missed.mean())
    assert case.units[0].unit_id == plan.best.sorties[0].sortie.unit.unit_id


def test_units_at_one_height_never_share_water_and_those_above_one_another_are_named() -> None:
    cloud = drifting_cloud()
    boats = case_of_units(unit("a", "boat"), unit("b", "boat", hour=6.5))
    plan = search_plan(boats, cloud).plan
    assert not overlapping(np.array([each.way.rectangle for each in plan.best.sorties])).any()
    assert plan.above == ()
    heights = case_of_units(unit("a"), unit("b", "boat"))
    assert search_plan(heights, cloud).plan.above == ((0, 1),)
    near = case_of_units(unit("a"), unit("b", altitude_m=200.0), plan=PlanSettings(height_separation_m=150.0))
    assert not overlapping(np.array([each.way.rectangle for each in search_plan(near, cloud).plan.best.sorties])).any()


def test_several_sorties_are_planned_on_what_the_earlier_ones_leave() -> None:
    cloud = drifting_cloud()
    twice = search_plan(case_of_units(unit(sorties=2, turnaround_s=1800.0)), cloud).plan
    once = search_plan(case_of_units(unit()), cloud).plan
    first, second = twice.best.sorties
    assert second.sortie.number == 2
    assert second.sortie.begin_ms >= first.legs.time_ms[-1] + 1800 * MS_PER_S - 15 * 60 * MS_PER_S
    assert twice.best.pos > once.best.pos + 0.05
    assert twice.best.pos < first.pos + second.pos


def test_areas_that_go_with_a_strong_drift_find_more_than_areas_that_lie_still() -> None:
    cloud = drifting_cloud(drift_m_s=(1.2, 0.0), spread_m=2500.0)
    case = case_of_units(unit("boat-1", "boat", endurance_s=14_400.0))
    found = {
        areas: search_plan(replace(case, plan=PlanSettings(areas=areas)), cloud).plan.best
        for areas in ("fixed", "drifting", "best")
    }
    assert found["drifting"].pos > 1.01 * found["fixed"].pos
    assert found["best"].pos == found["drifting"].pos
    assert found["fixed"].sorties[0].drift_m_s == (0.0, 0.0)
    assert found["drifting"].sorties[0].drift_m_s[0] == pytest.approx(1.2, abs=0.02)


def test_a_plan_is_the_same_each_time_to_the_last_bit() -> None:
    first, second = (search_plan(*random_case(5)).plan for _ in range(2))
    assert (first.best.pos, first.certificate.pos_bound) == (second.best.pos, second.certificate.pos_bound)
    for one, other in zip(first.best.sorties, second.best.sorties, strict=True):
        np.testing.assert_array_equal(one.legs.lon_deg, other.legs.lon_deg)


def test_a_small_area_may_also_be_searched_from_its_middle_or_along_its_line() -> None:
    sortie = search_plan(case_of_units(unit(endurance_s=600.0)), drifting_cloud()).plan.best.sorties[0].sortie
    small = np.array([0.0, 0.0, 6000.0, 6000.0, 0.0])
    offered = [way.pattern for way in ways(small, sortie, ("PS", "CS", "SS", "VS", "TSR"))]
    assert {"PS", "CS", "SS", "VS", "TSR"} == set(offered)
    only = [way.pattern for way in ways(small, sortie, ("VS",))]
    assert only == ["VS"]


@pytest.mark.parametrize("pattern", ["PS", "CS"])
def test_the_way_within_a_rectangle_leaves_it_nowhere(pattern: str) -> None:
    sortie = planned(0).plan.best.sorties[0].sortie
    for length_m, width_m in ((30_000.0, 4000.0), (9000.0, 9000.0), (4000.0, 20_000.0)):
        rectangle = np.array([0.0, 0.0, length_m, width_m, 0.2])
        way = way_within(rectangle, sortie, pattern)
        assert sorted(way.rectangle[2:4]) <= [min(length_m, width_m) * 1.000001, max(length_m, width_m) * 1.000001]


def test_what_a_search_has_taught_moves_the_plan() -> None:
    cloud = drifting_cloud(lobes=0.5)
    case = case_of_units(unit())
    west = np.where(np.arange(cloud.object_index.size) % 3, 0.0, 1.0)
    plain, taught = (search_plan(case, cloud, weight=each).plan for each in (None, west / west.sum()))
    assert taught.best.sorties[0].area.lon_deg < plain.best.sorties[0].area.lon_deg
    assert taught.best.pos > plain.best.pos


def test_the_tables_give_sweep_widths_where_the_officer_gives_none() -> None:
    case = case_of_units(unit(sweep_width_m=None), conditions=Conditions(18_520.0, 6.0, 1.0))
    sight = search_plan(case, drifting_cloud()).sights["heli-1"]
    assert sight.widths[0] is not None
    assert sight.sensor.sweep_width_m[0] == sight.widths[0].sweep_width_m > 500


def test_hypotheses_ashore_are_not_found_and_are_said() -> None:
    cloud = drifting_cloud()
    cloud.status[::2, 3:] = STRANDED
    plan = search_plan(case_of_units(unit()), cloud).plan
    assert plan.ashore == pytest.approx(0.5, abs=0.01)
    assert plan.best.pos <= plan.certificate.pos_bound <= 0.5


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"hour": -2.0}, "rescue.unit_cannot_reach"),
        ({"base_lat_deg": 47.0}, "rescue.unit_cannot_reach"),
        ({"ready_ms": 8 * HOUR_MS}, "rescue.unit_cannot_reach"),
        ({"total_endurance_s": 900.0}, "rescue.unit_out_of_range"),
        ({"endurance_s": 60.0}, "rescue.endurance_too_short"),
        ({"sweep_width_m": (0.0,)}, "rescue.unit_sees_nothing"),
        ({"sweep_width_m": (1.0, 2.0)}, "rescue.sweep_widths_do_not_fit"),
        ({"hour": 13.5}, "rescue.search_outside_drift"),
        ({"sweep_width_m": None}, "rescue.no_conditions"),
    ],
)
def test_a_unit_that_cannot_search_is_refused_by_name(changed: dict[str, object], code: str) -> None:
    with pytest.raises(InvalidInput) as error:
        search_plan(case_of_units(unit(**changed)), drifting_cloud(count=500))  # type: ignore[arg-type]
    assert error.value.code == code


def test_there_is_no_plan_without_units_with_one_id_twice_or_in_the_dark() -> None:
    cloud = drifting_cloud(count=500)
    dark = case_of_units(unit(sweep_width_m=None), conditions=Conditions(0.0, 6.0, 1.0))
    for case, code in (
        (case_of_units(), "rescue.no_units"),
        (case_of_units(unit(), unit()), "rescue.unit_named_twice"),
        (dark, "rescue.visibility_below_table"),
    ):
        with pytest.raises(InvalidInput) as error:
            search_plan(case, cloud)
        assert error.value.code == code


def test_there_is_no_plan_at_sea_when_everything_lies_ashore() -> None:
    cloud = drifting_cloud(count=500)
    cloud.status[:, 3:] = STRANDED
    with pytest.raises(InvalidInput) as error:
        search_plan(case_of_units(unit()), cloud)
    assert error.value.code == "rescue.nothing_afloat"


def test_only_sorties_that_are_still_ahead_are_planned_again() -> None:
    cloud = drifting_cloud()
    case = case_of_units(unit("a"), unit("b", hour=9.0))
    assert [each.sortie.unit.unit_id for each in search_plan(case, cloud, after_ms=8 * HOUR_MS).plan.best.sorties] == [
        "b"
    ]
    with pytest.raises(InvalidInput) as error:
        search_plan(case, cloud, after_ms=10 * HOUR_MS)
    assert error.value.code == "rescue.no_sortie_left"


def test_two_objects_are_searched_for_by_what_each_shows() -> None:
    cloud = drifting_cloud(objects=2)
    case = case_of_units(unit(sweep_width_m=(2000.0, 0.0)), objects=2)
    plan = search_plan(case, cloud).plan
    assert plan.best.pos <= plan.certificate.pos_bound <= 0.5


def worksheet(drift_s: float = 6 * 3600.0, wind_m_s: float = 8.0) -> ManualCase:
    """The worksheet's case of a raft, with a wind that sets its two datums apart."""
    return ManualCase(
        lon_deg=LON_DEG,
        lat_deg=LAT_DEG,
        drift_s=drift_s,
        wind_m_s=wind_m_s,
        wind_from_deg=270.0,
        currents=(WaterCurrent("current", 0.1, 0.1),),
        leeway=ManualLeeway(0.03, 0.0, 20.0, 0.15),
        position_error_m=4000.0,
        searcher_error_m=200.0,
    )


@pytest.mark.parametrize("hours", [6, 40], ids=["one area", "two areas"])
def test_the_manual_plan_is_that_of_the_worksheet_and_is_never_better(hours: int) -> None:
    cloud = drifting_cloud(lobes=0.2)
    case = case_of_units(unit("a"), unit("b", "boat"), unit("c", "boat", hour=6.2))
    made = search_plan(case, cloud, worksheet=worksheet(drift_s=hours * 3600.0, wind_m_s=8.0 + hours / 2))
    assert made.manual.worksheet is not None
    assert {each.sortie for each in made.manual.pieces} == {0, 1, 2}
    area_m2 = sum(each.rectangle[2] * each.rectangle[3] for each in made.manual.pieces)
    lines = {line.symbol: line.value for line in made.manual.worksheet.lines}
    assert area_m2 == pytest.approx(lines["Ao"] * 1852.0**2, rel=1e-6)
    assert made.plan.manual.pos <= made.plan.best.pos <= made.plan.certificate.pos_bound


def test_a_later_search_expands_the_manual_area() -> None:
    cloud, case = drifting_cloud(), case_of_units(unit())
    first, third = (search_plan(case, cloud, worksheet=worksheet(), stage=stage).manual for stage in (0, 2))
    assert first.worksheet is not None
    assert third.worksheet is not None
    assert third.worksheet.areas[0].width_m == pytest.approx(2.0 / 1.1 * first.worksheet.areas[0].width_m)
    square = [search_plan(case, cloud, stage=stage).manual.pieces[0].rectangle[2] for stage in (0, 2)]
    assert square[1] == pytest.approx(2.0 / 1.1 * square[0])


def test_where_survival_counts_a_plan_goes_for_those_who_may_be_alive() -> None:
    cloud = drifting_cloud(lobes=0.5, objects=2)
    in_the_water = np.arange(cloud.object_index.size) % 3 == 0  # the western lobe
    cloud.object_index[:] = np.where(in_the_water, 1, 0)
    objects = (DriftObject(leeway_class(26), 1.0), DriftObject(leeway_class("PIW-1"), 1.0))
    cold = Conditions(18_520.0, 6.0, 1.0, water_c=10.0)
    case = replace(case_of_units(unit(hour=3.0), objects=2, conditions=cold), objects=objects)
    plain, alive = (search_plan(replace(case, plan=PlanSettings(survival=model)), cloud) for model in (None, "ussartf"))
    assert plain.alive == pytest.approx(1.0)
    # 10 °C is 50 °F: all alive for an hour, none after three, evenly fewer between; 2/3 are in rafts.
    assert alive.alive == pytest.approx(2 / 3, abs=0.01)
    assert alive.survival is not None
    assert alive.plan.best.sorties[0].area.lon_deg >= plain.plan.best.sorties[0].area.lon_deg
    assert alive.plan.best.pos <= alive.plan.certificate.pos_bound <= alive.alive
    unknown = replace(case, plan=PlanSettings(survival="ussartf"), conditions=replace(cold, water_c=None))
    with pytest.raises(InvalidInput) as error:
        search_plan(unknown, cloud)
    assert error.value.code == "rescue.no_water_temperature"
    only = replace(cloud, object_index=np.ones_like(cloud.object_index))
    with pytest.raises(InvalidInput) as error:
        search_plan(replace(case, plan=PlanSettings(survival="ussartf")), only)
    assert error.value.code == "rescue.none_alive_by_model"


def changing_cloud(seed: int = 1, count: int = 12_000) -> Cloud:
    """Boats, of which two thirds, the eastern lobe, are rafts from the third hour on; before any search begins."""
    cloud = drifting_cloud(seed, count=count, lobes=0.4)
    object_at = np.zeros(cloud.lon_deg.shape, dtype=np.int16)
    object_at[np.arange(count) % 3 != 0, 3:] = 1
    return replace(cloud, object_at=object_at)


def test_what_has_become_another_object_is_planned_for_and_bounded_as_what_it_is_then() -> None:
    cloud = changing_cloud()
    sees = {0: (3000.0, 300.0), 1: (300.0, 3000.0)}
    for seen, widths_m in sees.items():
        plan = search_plan(case_of_units(unit(sweep_width_m=widths_m), objects=2), cloud).plan
        (sortie,) = plan.best.sorties
        east = (sortie.area.lon_deg - float(cloud.lon_deg[:, 6].mean())) > 0
        assert east == (seen == 1)
        then = replace(cloud, object_index=cloud.objects_at(6), object_at=None)
        same = search_plan(case_of_units(unit(sweep_width_m=widths_m), objects=2), then).plan
        assert plan.best.pos == pytest.approx(same.best.pos, rel=1e-12)
        assert plan.certificate.pos_bound == pytest.approx(same.certificate.pos_bound, rel=1e-12)
        assert plan.manual.pos <= plan.best.pos <= plan.certificate.pos_bound


def test_what_becomes_easier_to_see_within_the_search_stays_below_the_bound() -> None:
    cloud = drifting_cloud(count=6_000)
    object_at = np.zeros(cloud.lon_deg.shape, dtype=np.int16)
    object_at[:, 7:] = 1
    case = case_of_units(unit(sweep_width_m=(200.0, 4000.0)), objects=2)
    plan = search_plan(case, replace(cloud, object_at=object_at)).plan
    assert plan.best.pos <= plan.certificate.pos_bound
    only_first = search_plan(case, cloud).plan
    assert plan.best.pos > 1.5 * only_first.certificate.pos_bound


@pytest.mark.parametrize("spread_m", [0.0, 30.0, 600.0])
def test_a_datum_that_is_nearly_sure_is_searched_at_a_spacing_that_can_be_flown(spread_m: float) -> None:
    cloud = drifting_cloud(count=1 if spread_m == 0.0 else 2_000, spread_m=spread_m, drift_m_s=(0.1, 0.0))
    still = replace(
        cloud, lon_deg=cloud.lon_deg[:, :1] + 0 * cloud.lon_deg, lat_deg=cloud.lat_deg[:, :1] + 0 * cloud.lat_deg
    )
    case = case_of_units(unit("a", "boat"), unit("b", "boat", hour=6.2), unit("c", sweep_width_m=(900.0,)))
    plan = search_plan(case, still).plan
    for each in (*plan.best.sorties, *plan.manual.sorties):
        assert each.legs.time_ms.size < 1000
        assert each.way.spacing_m > 0.2 * each.sortie.sensor.sweep_width_m[0] or each.way.pattern == "VS"
    assert not overlapping(np.array([each.way.rectangle for each in plan.best.sorties[:2]])).any()
    assert 0.9 < plan.best.pos <= plan.certificate.pos_bound <= 1.0 + 1e-12
    assert plan.best.pos >= plan.manual.pos
