"""The worksheet of a case: what the manual method makes of the same position, units and fields."""

from dataclasses import replace

import pytest

from comity.ground import M_PER_NM, InvalidInput, distance_m
from comity.rescue import Area, Conditions, LastKnownPosition, ManualPlan, legs_of, searched_m, worksheet
from comity.rescue.units import SEARCH_SHARE
from tests.rescue.search_cases import case_of_units, unit
from tests.rescue.seas import HOUR_MS, LAT_DEG, LON_DEG, even

CURRENT, WIND = even("current", 0.3, 0.0), even("wind", 0.0, 8.0)
FAIR = Conditions(visibility_m=10 * M_PER_NM, wind_m_s=3.0, sea_m=0.5)
HELICOPTER = unit(sweep_width_m=None)
FIX = LastKnownPosition(LAT_DEG, LON_DEG, 2000.0, 0, 0.0, 1.0)


def of_case(*units, conditions=FAIR, **changed) -> ManualPlan:
    case = replace(case_of_units(*units), conditions=conditions, scenarios=(FIX,))
    return worksheet(replace(case, **changed), CURRENT, WIND)


def line(plan: ManualPlan, name: str) -> float:
    return next(each.value for each in plan.lines if each.word == f"worksheet-{name}")


def test_the_worksheet_takes_position_fields_and_sweep_widths_of_the_case():
    plan = of_case(HELICOPTER)
    assert line(plan, "drift_time") == 6
    assert line(plan, "position_error") == pytest.approx(1.1774 * 2000 / M_PER_NM, rel=1e-4)
    assert line(plan, "current") == pytest.approx(0.3 / 0.5144, rel=1e-3)
    assert line(plan, "wind_from") == pytest.approx(180.0)
    assert line(plan, "sweep_width") == pytest.approx(2.2)  # a raft for 4, 500 feet, 10 miles, 90 knots
    east_m = 0.3 * 6 * 3600
    datum = plan.areas[0]
    assert float(distance_m(LAT_DEG, LON_DEG, LAT_DEG, datum.lon_deg)) == pytest.approx(east_m, rel=0.01)
    assert datum.lat_deg > LAT_DEG


def test_what_the_worksheet_asks_a_unit_to_do_it_can_fly():
    plan = of_case(HELICOPTER, unit("boat", "boat", sweep_width_m=None))
    for each in (HELICOPTER, unit("boat", "boat")):
        tasks = [task for task in plan.tasks if task.unit_id == each.unit_id]
        legs = [legs_of("PS", task.area, spacing_m=task.spacing_m, speed_m_s=1.0, start_ms=0) for task in tasks]
        whole_legs_m = max(task.area.length_m for task in tasks)
        due_m = each.speed_m_s * 7200 * SEARCH_SHARE
        assert sum(map(searched_m, legs)) == pytest.approx(due_m, abs=whole_legs_m)


def test_the_likeliest_position_counts():
    rare = replace(FIX, lat_deg=38.0, weight=0.2)
    assert line(of_case(HELICOPTER, scenarios=(rare, FIX)), "datum_downwind_lat") < 37.5


def test_a_unit_whose_transit_eats_its_endurance_is_refused():
    far = unit(total_endurance_s=900.0, transit_m_s=60.0)
    with pytest.raises(InvalidInput, match="s on scene"):
        of_case(far)


def test_a_case_without_position_units_or_conditions_is_refused():
    area = Area((((5.0, 37.0), (5.1, 37.0), (5.1, 37.1)),), 0, HOUR_MS, 1.0)
    with pytest.raises(InvalidInput, match="no last known position"):
        of_case(HELICOPTER, scenarios=(area,))
    with pytest.raises(InvalidInput, match="No unit can search"):
        of_case()
    with pytest.raises(InvalidInput, match="what the searchers will meet"):
        of_case(HELICOPTER, conditions=None)
