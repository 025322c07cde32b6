"""The plan by hand. Authority: a worked case of sarplan (MIT), calculated by hand there, to its printed digits."""

import csv
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from comity.ground import M_PER_NM, M_S_PER_KNOT, InvalidInput, distance_m
from comity.rescue import (
    LEEWAY_CLASSES,
    SEARCH_FACTORS,
    ManualCase,
    ManualLeeway,
    ManualPlan,
    ManualUnit,
    WaterCurrent,
    datum_kind_word,
    leeway_class,
    legs_of,
    manual_case,
    manual_leeway,
    manual_note_word,
    manual_plan,
    mean_flow,
    searched_m,
)
from comity.rescue.manual_leeway import ROWS
from comity.rescue.manual_plan import Origin
from tests.house.sources import LANGUAGES, ROOT
from tests.rescue.seas import HOUR_MS, LAT_DEG, LON_DEG, even
from tests.shared_data import SHARED, needs_shared

KT, NM, HOUR_S = M_S_PER_KNOT, M_PER_NM, 3600.0

RAFT = ManualLeeway(0.029, 0.04 * KT, 15.0, 0.3 * KT)
STILL = (WaterCurrent("sea", 0, 0), WaterCurrent("wind", 0, 0), WaterCurrent("other", 0, 0))
CASE = ManualCase(
    lon_deg=106.5,
    lat_deg=-6.0,
    drift_s=5 * HOUR_S,
    wind_m_s=20 * KT,
    wind_from_deg=90.0,
    currents=(WaterCurrent("tide", 0.0, -0.5 * KT), *STILL),
    leeway=RAFT,
    position_error_m=1.0 * NM,
    searcher_error_m=1.0 * NM,
)
HELICOPTER = ManualUnit("heli", 2.7 * 0.5 * NM, 90 * KT, 3 * HOUR_S)
VESSEL = ManualUnit("vessel", 5.0 * 0.5 * 0.9 * NM, 15 * KT, 8 * HOUR_S)


def line(plan: ManualPlan, name: str, unit_id: str | None = None) -> float:
    found = [each for each in plan.lines if each.word == f"worksheet-{name}" and each.unit_id == unit_id]
    assert len(found) == 1
    return found[0].value


def test_the_worked_case_comes_out_to_its_printed_digits():
    plan = manual_plan(CASE, [HELICOPTER, VESSEL])
    printed = {
        "leeway": 0.62,
        "drift_downwind": 3.98246,
        "drift_downwind_set": 231.1155,
        "drift_left": 4.45777,
        "drift_left_set": 222.1999,
        "drift_right": 3.44214,
        "drift_right_set": 240.4489,
        "current_error": 0.6,
        "velocity_error": 0.734847,
        "drift_error": 3.674235,
        "total_error": 3.937004,
        "divergence_distance": 1.60468,
        "separation_ratio": 0.4076,
        "effort_factor": 15.5,
        "total_effort": 634.5,
        "relative_effort": 40.93548,
        "search_radius": 4.330704,
        "search_area": 88.9188,
        "coverage": 7.13573,
    }
    for name, due in printed.items():
        digits = len(f"{due}".split(".")[1])
        assert line(plan, name) == pytest.approx(due, abs=0.6 * 10**-digits), name
    assert [line(plan, "effort", unit) for unit in ("heli", "vessel")] == pytest.approx([364.5, 270.0])
    assert line(plan, "track_spacing", "heli") == pytest.approx(0.18919, abs=6e-6)
    assert line(plan, "track_spacing", "vessel") == pytest.approx(0.31531, abs=1e-5)
    assert plan.kind == "divergence"
    assert [plan.areas[0].width_m / NM, plan.areas[0].length_m / NM] == pytest.approx([8.661409, 10.26609], abs=1e-5)


def test_each_line_of_the_worksheet_has_a_symbol_a_unit_and_a_word():
    plan = manual_plan(CASE, [HELICOPTER])
    assert all(each.symbol and each.word.startswith("worksheet-") for each in plan.lines)
    assert {each.unit for each in plan.lines} == {"", "deg", "h", "kt", "nm", "nm2"}
    assert len({(each.word, each.unit_id) for each in plan.lines}) == len(plan.lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_and_note_of_the_worksheet_has_its_word(language):
    catalogue = (ROOT / "locale" / f"{language}.ftl").read_text("utf-8")
    line_plan = manual_plan(replace(CASE, line_end_deg=(106.5, -5.8)), [replace(VESSEL, search_s=HOUR_S)])
    words = {each.word for plan in (line_plan, manual_plan(CASE, [VESSEL])) for each in plan.lines}
    words |= {f"worksheet-from-{origin}" for origin in get_args(Origin)}
    words |= {f"worksheet-from-{origin}" for origin in get_args(Origin)}
    words |= {manual_note_word(note) for note in line_plan.notes}
    words |= {datum_kind_word(kind) for kind in ("point", "divergence", "two_areas", "line")}
    assert len(words) > 40
    for word in words:
        assert f"\n{word} = " in catalogue, word


def test_the_area_stands_between_the_two_datums():
    plan = manual_plan(CASE, [HELICOPTER])
    middle = plan.areas[0]
    sides = [(line(plan, f"datum_{side}_lat"), line(plan, f"datum_{side}_lon")) for side in ("left", "right")]
    apart = [float(distance_m(lat, lon, middle.lat_deg, middle.lon_deg)) for lat, lon in sides]
    assert apart == pytest.approx([1.60468 / 2 * NM] * 2, rel=1e-3)
    (south, west), (north, _) = sides
    assert (south, middle.bearing_deg) == pytest.approx((min(south, north), 0.0), abs=1e-6)  # wind from the east
    assert west < 106.5


def test_each_unit_gets_a_part_of_the_area_by_its_effort_and_flies_it_in_its_time():
    plan = manual_plan(CASE, [HELICOPTER, VESSEL])
    parts_m2 = [each.area.length_m * each.area.width_m for each in plan.tasks]
    assert np.array(parts_m2) / sum(parts_m2) == pytest.approx([364.5 / 634.5, 270 / 634.5])
    assert sum(parts_m2) == pytest.approx(88.9188 * NM**2, rel=1e-4)
    assert all(each.area.length_m >= each.area.width_m for each in plan.tasks)
    for task, unit in zip(plan.tasks, (HELICOPTER, VESSEL), strict=True):
        legs = legs_of("PS", task.area, spacing_m=task.spacing_m, speed_m_s=unit.speed_m_s, start_ms=0)
        assert searched_m(legs) == pytest.approx(unit.speed_m_s * unit.search_s, rel=0.03)


def test_a_wide_divergence_and_small_errors_make_two_areas():
    """40 kt of wind, 48°, 24 h, errors of 0.1: DD 53.506 nm, E 8.981 nm, SR 5.958."""
    small = [WaterCurrent(str(at), 0.0, -0.5 * KT if at == 0 else 0.0, 0.1 * KT) for at in range(4)]
    case = replace(
        CASE,
        drift_s=24 * HOUR_S,
        wind_m_s=40 * KT,
        currents=tuple(small),
        leeway=ManualLeeway(0.037, 0.02 * KT, 48.0, 0.1 * KT),
        position_error_m=0.1 * NM,
        searcher_error_m=0.1 * NM,
    )
    plan = manual_plan(case, [HELICOPTER, VESSEL])
    assert line(plan, "divergence_distance") == pytest.approx(53.506, abs=6e-4)
    assert line(plan, "total_error") == pytest.approx(8.981, abs=6e-4)
    assert line(plan, "separation_ratio") == pytest.approx(5.958, abs=6e-4)
    assert plan.kind == "two_areas"
    assert line(plan, "search_area") == pytest.approx(8 * line(plan, "search_radius") ** 2)
    assert len(plan.areas) == 2
    assert [each.unit_id for each in plan.tasks] == ["heli", "heli", "vessel"]


def test_without_divergence_the_datum_is_a_point_and_the_area_a_square():
    plan = manual_plan(replace(CASE, leeway=replace(RAFT, divergence_deg=0.0)), [HELICOPTER])
    assert plan.kind == "point"
    assert line(plan, "search_area") == pytest.approx(75.02, abs=6e-4)


def test_a_track_line_drifts_as_a_whole():
    plan = manual_plan(replace(CASE, line_end_deg=(106.5, -5.8)), [HELICOPTER])
    length_nm = float(distance_m(-6.0, 106.5, -5.8, 106.5)) / NM
    assert plan.kind == "line"
    assert line(plan, "line_length") == pytest.approx(length_nm + 2 * 3.937004)
    assert line(plan, "effort_factor") == pytest.approx(3.937004 * (length_nm + 2 * 3.937004), rel=1e-6)
    assert line(plan, "search_area") == pytest.approx(2 * 4.330704 * (length_nm + 2 * 3.937004), rel=1e-6)
    assert plan.areas[0].bearing_deg == pytest.approx(0.0)


def test_expansions_follow_the_printed_steps():
    radii = [line(manual_plan(CASE, [HELICOPTER], stage=stage), "search_radius") for stage in range(5)]
    assert np.array(radii) / 3.937004 == pytest.approx([1.1, 1.6, 2.0, 2.3, 2.5])
    assert line(manual_plan(CASE, [HELICOPTER], earlier_effort=15.0), "cumulative_effort") == pytest.approx(
        15.0 + 364.5 / 15.5
    )


@needs_shared
def test_the_steps_and_the_leeway_are_the_printed_ones():
    folder = SHARED / "rescue"
    with (folder / "optimal_search_factor_steps.csv").open() as file:
        assert tuple(float(row["fs"]) for row in csv.DictReader(file)) == SEARCH_FACTORS

    with (folder / "leeway_manual_method_allen_plourde_1999.csv").open() as file:
        printed = [
            tuple(float(row[each]) for each in ("slope_pct", "intercept_cms", "divergence_deg", "syx_cms"))
            for row in csv.DictReader(file)
        ]
    assert list(ROWS.values()) == printed
    assert len(printed) == 55


def test_every_drift_class_has_a_manual_leeway():
    for each in LEEWAY_CLASSES:
        found = manual_leeway(each)
        assert found.origin in ("table", "drift_class")
        assert bool(found.source) == (found.origin == "table")
        assert found.error_m_s > 0
        assert 0 <= found.divergence_deg < 90
    assert manual_leeway(leeway_class("PIW-1")).slope == 0.011
    assert manual_leeway(leeway_class("SKIFF-4")).origin == "drift_class"


def test_a_thin_search_is_said():
    assert manual_plan(CASE, [replace(VESSEL, search_s=HOUR_S)]).notes == ("coverage_below_half",)


@pytest.mark.parametrize(
    ("case", "units", "settings", "words"),
    [
        (CASE, [], {}, "No unit can search"),
        (CASE, [replace(VESSEL, search_s=-60.0)], {}, "-60 s on scene"),
        (CASE, [replace(VESSEL, sweep_width_m=0.0)], {}, "vessel has a sweep width of 0 m"),
        (CASE, [VESSEL], {"stage": 5}, "no search factor for stage 5"),
        (
            replace(CASE, drift_s=0.0, position_error_m=0.0, searcher_error_m=0.0),
            [VESSEL],
            {},
            "error of the datum is 0",
        ),
    ],
)
def test_what_cannot_be_planned_is_refused(case, units, settings, words):
    with pytest.raises(InvalidInput, match=words):
        manual_plan(case, units, **settings)


def test_the_worksheet_begins_with_the_average_wind_and_current_of_the_drift_s_fields():
    hours = 10
    rising = replace(
        even("current", 0.0, 0.0, hours),
        east_m_s=np.array([0.0, 1.0], np.float32)[:, None, None] * np.ones((2, 3, 4), np.float32),
    )
    case = manual_case(
        LON_DEG,
        LAT_DEG,
        1000.0,
        2 * HOUR_MS,
        6 * HOUR_MS,
        leeway=leeway_class(26),
        current=rising,
        wind=even("wind", 0.0, -8.0, hours),
    )
    assert case.currents[0].east_m_s == pytest.approx(0.4)
    assert (case.wind_m_s, case.wind_from_deg) == pytest.approx((8.0, 0.0))
    assert case.drift_s == 4 * HOUR_S
    assert case.position_error_m == pytest.approx(1177.4, abs=0.1)
    plan = manual_plan(case, [HELICOPTER])
    assert line(plan, "datum_downwind_lat") < LAT_DEG
    assert line(plan, "datum_downwind_lon") > LON_DEG


def test_a_place_beside_land_takes_the_water_s_corners_and_one_on_land_is_refused():
    field = even("current", 0.3, -0.1)
    field.east_m_s[:, :, 2:] = field.north_m_s[:, :, 2:] = np.nan
    column = field.lattice.column[0, 1] / 4.0  # columns per degree
    between_deg = field.lattice.west_deg + 1.5 / column
    assert mean_flow(field, between_deg, LAT_DEG, 0, HOUR_MS) == pytest.approx((0.3, -0.1))
    with pytest.raises(InvalidInput, match="does not cover"):
        mean_flow(field, field.lattice.west_deg + 2.5 / column, LAT_DEG, 0, HOUR_MS)
    with pytest.raises(InvalidInput, match="does not cover"):
        mean_flow(field, LON_DEG + 60, LAT_DEG, 0, HOUR_MS)
    with pytest.raises(InvalidInput, match="does not cover"):
        mean_flow(field, between_deg, LAT_DEG, 0, 999 * HOUR_MS)
