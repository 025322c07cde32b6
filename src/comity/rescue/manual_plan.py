"""The plan by hand: the worksheet of the manual method, from the datum to the track spacing of each unit.

Units: SI inside; the lines of the worksheet are in knots, nautical miles and hours, as officers write them.
Sources: IAMSAR Manual vol. II, ch. 4 and its worksheets (the chain); the search factors in steps are those of the AMSA
National SAR Manual, table 3-2, since IAMSAR's curve against relative effort is a graph that was not at hand. Probable
errors without better knowledge: 0.3 kt for each current, for leeway and for a steady wind.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from comity.ground import M_PER_NM, M_S_PER_KNOT, Floats, InvalidInput, destination_deg, distance_m, metres_per_degree
from comity.rescue.lateral_range import POD_OF_COVERAGE
from comity.rescue.legs import check_time_on_scene
from comity.rescue.manual_leeway import ManualLeeway
from comity.rescue.patterns import SearchArea

SEARCH_FACTORS = (1.1, 1.6, 2.0, 2.3, 2.5)
"""fs of the initial area and of four expansions (AMSA table 3-2)."""

APART = 4.0
"""Separation ratio from which two datums have an area each."""

LEAST_COVERAGE = 0.5
"""Below it a search is not recommended (AMSA National SAR Manual, 4.3.49 and 4.3.55)."""

CURRENT_ERROR_M_S = 0.3 * M_S_PER_KNOT
WIND_ERROR_M_S = 0.3 * M_S_PER_KNOT
"""Drift velocity error from a steady wind; 0.5 kt from a forecast or a variable one."""
VARIABLE_WIND_ERROR_M_S = 0.5 * M_S_PER_KNOT

_DUST = 1e-9  # of an area: what rounding leaves between two cuts
_STEPS = "AMSA National SAR Manual, table 3-2"
_USUAL_M_S = (WIND_ERROR_M_S, VARIABLE_WIND_ERROR_M_S)
_UNITS = {
    "": 1.0,
    "deg": 1.0,
    "h": 3600.0,
    "kt": M_S_PER_KNOT,
    "nm": M_PER_NM,
    "nm2": M_PER_NM**2,
}
Kind = Literal["point", "divergence", "two_areas", "line"]
Origin = Literal["method", "given", "fields", "table", "drift_class", "usual", "sweep_width", "ideal_curve"]


@dataclass(frozen=True)
class WaterCurrent:
    """A part of the total water current: where it flows to, its probable error, and where it was taken from."""

    name: str
    east_m_s: float
    north_m_s: float
    error_m_s: float = CURRENT_ERROR_M_S
    source: str = ""


@dataclass(frozen=True)
class ManualCase:
    """What the worksheet begins with.

    Parameters
    ----------
    lon_deg, lat_deg
        The drifting start point; with `line_end_deg` (longitude, latitude) the start of a track line.
    drift_s
        From the distress to the start of the search.
    wind_m_s, wind_from_deg
        Average surface wind, and where it blows from.
    position_error_m, searcher_error_m
        Probable errors X of the start point and Y of the searchers' own position.
    """

    lon_deg: float
    lat_deg: float
    drift_s: float
    wind_m_s: float
    wind_from_deg: float
    currents: tuple[WaterCurrent, ...]
    leeway: ManualLeeway
    position_error_m: float
    searcher_error_m: float
    wind_error_m_s: float = WIND_ERROR_M_S
    wind_source: str = ""
    line_end_deg: tuple[float, float] | None = None


@dataclass(frozen=True)
class ManualUnit:
    """What the worksheet asks of a unit: corrected sweep width, search speed and time for search."""

    unit_id: str
    sweep_width_m: float
    speed_m_s: float
    search_s: float


@dataclass(frozen=True)
class WorksheetLine:
    """One line: its symbol, its value in `unit`, where it comes from, and whose it is where it is a unit's.

    `word` and `origin_word` are keys of the catalogue: what the line is, and whether it was given, calculated or taken
    from a table; `source` cites that table or names the fields, as it is in every language.
    """

    symbol: str
    word: str
    value: float
    unit: str
    origin_word: str
    source: str = ""
    unit_id: str | None = None


@dataclass(frozen=True)
class ManualTask:
    """What one unit does: its rectangle of an area, and the track spacing."""

    unit_id: str
    area: SearchArea
    spacing_m: float


@dataclass(frozen=True)
class ManualPlan:
    """The worksheet's outcome. `areas` are whole, `tasks` their parts by unit; `notes` are keys of warnings."""

    kind: Kind
    areas: tuple[SearchArea, ...]
    tasks: tuple[ManualTask, ...]
    coverage: float
    relative_effort: float
    lines: tuple[WorksheetLine, ...]
    notes: tuple[str, ...]


def manual_plan(
    case: ManualCase, units: Sequence[ManualUnit], *, stage: int = 0, earlier_effort: float = 0.0
) -> ManualPlan:
    """Return the plan by hand of a case and its units.

    Parameters
    ----------
    stage
        0 for the first search, 1 to 4 for the expansions of its area.
    earlier_effort
        Relative effort of earlier searches, for the cumulative one.

    Raises
    ------
    InvalidInput
        Without units, for a unit without time on scene, for a stage that is not printed.
    """
    _check(units, stage)
    lines: list[WorksheetLine] = []
    moves_m, drift_lines = _drift(case)
    error_m, error_lines = _errors(case)
    kind, long_m, kind_lines = _datum_kind(case, moves_m, error_m)
    lines += drift_lines + error_lines + kind_lines
    efforts_m2 = [each.sweep_width_m * each.speed_m_s * each.search_s for each in units]
    effort_m2 = sum(efforts_m2)
    factor_m2 = error_m * long_m if kind == "line" else error_m**2
    relative = effort_m2 / factor_m2
    radius_m = SEARCH_FACTORS[stage] * error_m
    areas = _areas(case, kind, moves_m, long_m, radius_m)
    area_m2 = sum(each.length_m * each.width_m for each in areas)
    coverage = effort_m2 / area_m2
    for each, unit_m2 in zip(units, efforts_m2, strict=True):
        lines += _of_unit(each, unit_m2)
    lines += [
        _line("Zta", "total_effort", effort_m2, "nm2"),
        _line("fz", "effort_factor", factor_m2, "nm2"),
        _line("Zr", "relative_effort", relative, ""),
        _line("Zrc", "cumulative_effort", relative + earlier_effort, ""),
        _line("fs", "search_factor", SEARCH_FACTORS[stage], "", origin="table", source=_STEPS),
        _line("Ro", "search_radius", radius_m, "nm"),
        _line("Ao", "search_area", area_m2, "nm2"),
        _line("Co", "coverage", coverage, ""),
    ]
    for each in units:
        lines.append(_line("So", "track_spacing", each.sweep_width_m / coverage, "nm", unit_id=each.unit_id))
    lines.append(_line("POD", "pod", float(POD_OF_COVERAGE["inverse_cube"](coverage)), "", origin="ideal_curve"))
    notes = ("coverage_below_half",) if coverage < LEAST_COVERAGE else ()
    tasks = _tasks(areas, units, efforts_m2, coverage)
    return ManualPlan(kind, areas, tasks, coverage, relative, tuple(lines), notes)


def _check(units: Sequence[ManualUnit], stage: int) -> None:
    if not units:
        raise InvalidInput(
            "rescue.no_unit_to_plan",
            "No unit can search.",
            why="the effort of a search is that of its units",
            remedy="add a unit with a sweep width, a speed and a time on scene",
        )
    for each in units:
        check_time_on_scene(each.search_s)
        if not (each.sweep_width_m > 0 and each.speed_m_s > 0):
            raise InvalidInput(
                "rescue.unit_without_effort",
                "The unit {unit} has a sweep width of {sweep_width_m} m and searches at {speed_m_s} m/s.",
                why="a unit that sees nothing, or does not move, covers no area",
                remedy="leave it out, or choose a height, a visibility and a speed at which it sees the object",
                unit=each.unit_id,
                sweep_width_m=f"{each.sweep_width_m:g}",
                speed_m_s=f"{each.speed_m_s:g}",
            )
    if not 0 <= stage < len(SEARCH_FACTORS):
        raise InvalidInput(
            "rescue.no_such_stage",
            "There is no search factor for stage {stage}.",
            why="they are printed for the first search (0) and for its expansions up to {last}",
            remedy="use a stage from 0 to {last}, or plan from a new datum",
            stage=stage,
            last=len(SEARCH_FACTORS) - 1,
        )


def _line(
    symbol: str,
    key: str,
    value: float,
    unit: str,
    *,
    origin: Origin = "method",
    source: str = "",
    unit_id: str | None = None,
) -> WorksheetLine:
    printed = value / _UNITS[unit]
    return WorksheetLine(symbol, f"worksheet-{key}", printed, unit, f"worksheet-from-{origin}", source, unit_id)


def _origin_of(error_m_s: float) -> Origin:
    """Return whether an error is one of the method's usual ones or was given."""
    return "usual" if error_m_s in _USUAL_M_S else "given"


def _towards(bearing_deg: float) -> Floats:
    return np.array([np.sin(np.radians(bearing_deg)), np.cos(np.radians(bearing_deg))])


def _bearing_deg(vector: Floats) -> float:
    return float(np.degrees(np.arctan2(vector[0], vector[1])) % 360)


def _drift(case: ManualCase) -> tuple[Floats, list[WorksheetLine]]:
    """Return how far it drifts downwind, left and right of it, shape (3, 2) east and north, and the lines."""
    speed_m_s = max(0.0, case.leeway.slope * case.wind_m_s + case.leeway.offset_m_s)
    downwind_deg = (case.wind_from_deg + 180) % 360
    aside_deg = case.leeway.divergence_deg
    bearings_deg = [downwind_deg, (downwind_deg - aside_deg) % 360, (downwind_deg + aside_deg) % 360]
    water_m_s = np.array([[each.east_m_s, each.north_m_s] for each in case.currents]).reshape(-1, 2).sum(axis=0)
    drift_m_s = np.array([speed_m_s * _towards(each) for each in bearings_deg]) + water_m_s
    moves_m = drift_m_s * case.drift_s
    lat_deg, lon_deg = _reached(case, moves_m)
    sources = ", ".join(sorted({each.source for each in case.currents if each.source}))
    of_wind: Origin = "fields" if case.wind_source else "given"
    of_water: Origin = "fields" if sources else "given"
    lines = [
        _line("t", "drift_time", case.drift_s, "h", origin="given"),
        _line("ASW", "wind", case.wind_m_s, "kt", origin=of_wind, source=case.wind_source),
        _line("ASW", "wind_from", case.wind_from_deg, "deg", origin=of_wind, source=case.wind_source),
        _line("TWC", "current", float(np.hypot(*water_m_s)), "kt", origin=of_water, source=sources),
        _line("TWC", "current_set", _bearing_deg(water_m_s), "deg", origin=of_water, source=sources),
        _line("LW", "leeway", speed_m_s, "kt", origin=case.leeway.origin, source=case.leeway.source),
        _line("LW", "divergence", aside_deg, "deg", origin=case.leeway.origin, source=case.leeway.source),
    ]
    for at, side in ((0, "downwind"), (1, "left"), (2, "right")):
        lines += [
            _line("d", f"drift_{side}", float(np.hypot(*moves_m[at])), "nm"),
            _line("d", f"drift_{side}_set", _bearing_deg(moves_m[at]), "deg"),
            _line("φ", f"datum_{side}_lat", float(lat_deg[at]), "deg"),
            _line("λ", f"datum_{side}_lon", float(lon_deg[at]), "deg"),
        ]
    return moves_m, lines


def _reached(case: ManualCase, moves_m: Floats) -> tuple[Floats, Floats]:
    bearing_deg = np.degrees(np.arctan2(moves_m[:, 0], moves_m[:, 1]))
    return destination_deg(case.lat_deg, case.lon_deg, bearing_deg, np.hypot(*moves_m.T))


def _errors(case: ManualCase) -> tuple[float, list[WorksheetLine]]:
    """Return the total probable error E, and the lines that lead to it."""
    water_m_s = float(np.hypot.reduce([each.error_m_s for each in case.currents] or [0.0]))
    velocity_m_s = float(np.hypot.reduce([case.wind_error_m_s, water_m_s, case.leeway.error_m_s]))
    drift_m = velocity_m_s * case.drift_s
    total_m = float(np.hypot.reduce([case.position_error_m, drift_m, case.searcher_error_m]))
    if not total_m > 0:
        raise InvalidInput(
            "rescue.no_probable_error",
            "The probable error of the datum is {error_m} m.",
            why="the size of the search area is a multiple of it",
            remedy="give the errors of the start point, of the drift and of the searchers",
            error_m=f"{total_m:g}",
        )
    return total_m, [
        _line("ASWDVe", "wind_error", case.wind_error_m_s, "kt", origin=_origin_of(case.wind_error_m_s)),
        _line("TWCe", "current_error", water_m_s, "kt"),
        _line("LWe", "leeway_error", case.leeway.error_m_s, "kt", origin=case.leeway.origin, source=case.leeway.source),
        _line("DVe", "velocity_error", velocity_m_s, "kt"),
        _line("De", "drift_error", drift_m, "nm"),
        _line("X", "position_error", case.position_error_m, "nm", origin="given"),
        _line("Y", "searcher_error", case.searcher_error_m, "nm", origin="given"),
        _line("E", "total_error", total_m, "nm"),
    ]


def _datum_kind(case: ManualCase, moves_m: Floats, error_m: float) -> tuple[Kind, float, list[WorksheetLine]]:
    """Return the kind of datum, the length that its area is longer than wide, and the lines that say so."""
    apart_m = float(np.hypot(*(moves_m[2] - moves_m[1])))
    ratio = apart_m / error_m if error_m > 0 else np.inf
    lines = [_line("DD", "divergence_distance", apart_m, "nm"), _line("SR", "separation_ratio", ratio, "")]
    if case.line_end_deg is not None:
        line_m = float(distance_m(case.lat_deg, case.lon_deg, case.line_end_deg[1], case.line_end_deg[0]))
        return "line", line_m + 2 * error_m, [*lines, _line("L", "line_length", line_m + 2 * error_m, "nm")]
    if apart_m == 0:
        return "point", 0.0, lines
    return ("two_areas" if ratio >= APART else "divergence"), apart_m, lines


def _areas(case: ManualCase, kind: Kind, moves_m: Floats, long_m: float, radius_m: float) -> tuple[SearchArea, ...]:
    """Return the rectangles: a square of 2 Ro about each datum, drawn out along a line or between two datums."""
    ahead_m, left_m, right_m = moves_m
    side_m = 2 * radius_m
    across_deg = _bearing_deg(right_m - left_m)
    if kind == "two_areas":
        return tuple(_area(case, each, side_m, side_m, across_deg) for each in (left_m, right_m))
    if kind == "divergence":
        return (_area(case, (left_m + right_m) / 2, side_m + long_m, side_m, across_deg),)
    if kind == "point" or case.line_end_deg is None:
        return (_area(case, ahead_m, side_m, side_m, _bearing_deg(ahead_m)),)
    per_lat_m, per_lon_m = metres_per_degree((case.lat_deg + case.line_end_deg[1]) / 2)
    line_m = np.array(
        [(case.line_end_deg[0] - case.lon_deg) * per_lon_m, (case.line_end_deg[1] - case.lat_deg) * per_lat_m]
    )
    return (_area(case, ahead_m + line_m / 2, long_m, side_m, _bearing_deg(line_m)),)


def _area(case: ManualCase, centre_m: Floats, length_m: float, width_m: float, bearing_deg: float) -> SearchArea:
    lat_deg, lon_deg = _reached(case, centre_m[None, :])
    return SearchArea(float(lon_deg[0]), float(lat_deg[0]), length_m, width_m, bearing_deg)


def _of_unit(unit: ManualUnit, effort_m2: float) -> list[WorksheetLine]:
    return [
        _line("W", "sweep_width", unit.sweep_width_m, "nm", origin="sweep_width", unit_id=unit.unit_id),
        _line("V", "speed", unit.speed_m_s, "kt", origin="given", unit_id=unit.unit_id),
        _line("T", "search_time", unit.search_s, "h", origin="given", unit_id=unit.unit_id),
        _line("Z", "effort", effort_m2, "nm2", unit_id=unit.unit_id),
    ]


def _tasks(
    areas: tuple[SearchArea, ...], units: Sequence[ManualUnit], efforts_m2: Sequence[float], coverage: float
) -> tuple[ManualTask, ...]:
    """Return each unit's part: the areas laid end to end and cut by effort, so that the coverage is one everywhere."""
    whole_m = sum(each.length_m for each in areas)
    cuts_m = np.concatenate([[0.0], np.cumsum(efforts_m2) / sum(efforts_m2) * whole_m])
    begins_m = np.concatenate([[0.0], np.cumsum([each.length_m for each in areas])])
    tasks = []
    for unit, from_m, to_m in zip(units, cuts_m[:-1], cuts_m[1:], strict=True):
        for area, begin_m in zip(areas, begins_m[:-1], strict=True):
            low_m, high_m = max(from_m - begin_m, 0.0), min(to_m - begin_m, area.length_m)
            if high_m - low_m > _DUST * area.length_m:
                part = _part(area, low_m, high_m)
                tasks.append(ManualTask(unit.unit_id, part, unit.sweep_width_m / coverage))
    return tuple(tasks)


def _part(area: SearchArea, low_m: float, high_m: float) -> SearchArea:
    """Return the part of an area between two distances from its beginning, turned so that it is longer than wide."""
    along_m = (low_m + high_m) / 2 - area.length_m / 2
    lat_deg, lon_deg = destination_deg(area.lat_deg, area.lon_deg, area.bearing_deg, along_m)
    length_m, width_m, bearing_deg = high_m - low_m, area.width_m, area.bearing_deg
    if width_m > length_m:
        length_m, width_m, bearing_deg = width_m, length_m, (bearing_deg + 90) % 360
    return SearchArea(float(lon_deg), float(lat_deg), length_m, width_m, bearing_deg)
