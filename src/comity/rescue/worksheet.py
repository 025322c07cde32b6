"""The worksheet of a case: the plan by hand for its last known position, its units and the fields of its drift.

Units: metres, metres per second, seconds; instants in milliseconds since 1970.
"""

from comity.ground import InvalidInput, distance_m
from comity.rescue.case import Case
from comity.rescue.fields import VectorField
from comity.rescue.manual_case import manual_case
from comity.rescue.manual_plan import ManualPlan, ManualUnit, manual_plan
from comity.rescue.planning import sight_of
from comity.rescue.scenarios import LastKnownPosition
from comity.rescue.units import SearchUnit


def worksheet(
    case: Case, current: VectorField, wind: VectorField, *, object_index: int = 0, stage: int = 0
) -> ManualPlan:
    """Return the plan by hand of a case, as an officer would work it beside the computed one.

    The datum is that of the likeliest last known position, for one object of the case and the first search of each
    unit; the sweep widths are those of the same tables, or the unit's own.

    Raises
    ------
    InvalidInput
        For a case without a last known position or without units, for a unit that has no time on scene, and for what
        the tables or the fields do not reach.
    """
    start = _start(case)
    units = [_unit(each, case, start, object_index) for each in case.units]
    search_ms = min((each.on_scene_ms for each in case.units), default=start.time_ms)
    sheet = manual_case(
        start.lon_deg,
        start.lat_deg,
        start.position_error_m,
        start.time_ms,
        search_ms,
        leeway=case.objects[object_index].leeway,
        current=current,
        wind=wind,
    )
    return manual_plan(sheet, units, stage=stage)


def _start(case: Case) -> LastKnownPosition:
    fixes = [each for each in case.scenarios if isinstance(each, LastKnownPosition)]
    if not fixes:
        raise InvalidInput(
            "rescue.worksheet_without_position",
            "The case {case} has no last known position.",
            why="the manual method begins at a position and a time",
            remedy="add a scenario of the kind last_known_position, or use the computed plan alone",
            case=case.case_id,
        )
    return max(fixes, key=lambda each: each.weight)


def _unit(unit: SearchUnit, case: Case, start: LastKnownPosition, object_index: int) -> ManualUnit:
    """Return a unit with the time that its transit to the last known position leaves it to search."""
    on_scene_s = unit.endurance_s
    if unit.total_endurance_s is not None:
        away_m = float(distance_m(unit.base_lat_deg, unit.base_lon_deg, start.lat_deg, start.lon_deg))
        on_scene_s = min(on_scene_s, unit.total_endurance_s - 2 * away_m / (unit.transit_m_s or unit.speed_m_s))
    width_m = float(sight_of(unit, case).sensor.sweep_width_m[object_index])
    return ManualUnit(unit.unit_id, width_m, unit.speed_m_s, on_scene_s * case.plan.search_share)
