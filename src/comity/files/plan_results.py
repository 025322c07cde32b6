"""What a plan leaves in its folder: the plan in numbers, its areas and its legs, each by a writer of its own.

Units in `plan.json` as its keys say: metres, metres per second, degrees, square kilometres; instants RFC 3339 in UTC.
A new format of a plan is one writer in `PLAN_WRITERS`.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from comity.files.cases import drift_digest
from comity.files.geojson import on_globe
from comity.ground import Floats, destination_deg, instant_text
from comity.rescue import (
    Case,
    Legs,
    ManualCase,
    ManualLeeway,
    ManualPlan,
    PlannedSortie,
    SearchPlan,
    Sight,
    Sortie,
    SweepWidth,
    WaterCurrent,
    searched_m,
    shares,
)

PLAN_SCHEMA = "comity/plan/1"
WORKSHEET_SCHEMA = "comity/manual-case/1"
_DECIMALS = 6


@dataclass(frozen=True)
class PlanResult:
    """A plan that is to leave; `searched` names the files of the searches that it builds on, the first one first.

    `pos_before` is the POS of those searches together; `example` marks the plan as an exercise on all that leaves.
    """

    case: Case
    planned: SearchPlan
    scenario_index: NDArray[np.int16]
    example: bool = False
    searched: tuple[str, ...] = ()
    pos_before: float = 0.0


def plan_contents(result: PlanResult) -> dict[str, bytes]:
    """Return the files of a plan by name."""
    return {name: write(result) for name, write in PLAN_WRITERS.items()}


def plan_document(result: PlanResult) -> dict[str, Any]:
    """Return a plan as `plan.json` holds it."""
    plan, case = result.planned.plan, result.case
    proven = plan.certificate
    return {
        "schema": PLAN_SCHEMA,
        "example": result.example,
        "case": case.case_id,
        "drift_digest": drift_digest(case),
        "pos": _share(plan.best.pos),
        "pos_bound": _share(proven.pos_bound),
        "manual_pos": _share(plan.manual.pos),
        "pos_of_bound": _share(plan.best.pos / proven.pos_bound) if proven.pos_bound else 0.0,
        "pos_so_far_with_plan": _share(1 - (1 - result.pos_before) * (1 - plan.best.pos)),
        "bound": {
            "method": "brown_washburn",
            "reached": _share(proven.reached),
            "detection": proven.law,
            "cell_m": round(proven.cell_m, 1),
            "slices": proven.slices,
        },
        "ashore": _share(plan.ashore),
        "survival": _survival(result),
        "scenarios": [_share(each) for each in _scenarios(result)],
        "searched_before": list(result.searched),
        "conditions": _conditions(case),
        "search_share": case.plan.search_share,
        "units": [sortie_document(each, case, result.planned.sights) for each in plan.best.sorties],
        "manual": {
            "method": "cloud_square" if result.planned.manual.worksheet is None else "worksheet",
            "sorties": [_manual(each) for each in plan.manual.sorties],
            "worksheet": _worksheet(result.planned.manual.worksheet),
        },
        "above_one_another": [pair_document(*(plan.best.sorties[k].sortie for k in both)) for both in plan.above],
    }


def _scenarios(result: PlanResult) -> Floats:
    """Return the probability of each scenario; where survival counts, among those alive."""
    weight = result.planned.plan.weight
    return shares(result.scenario_index, weight / weight.sum(), len(result.case.scenarios))


def _survival(result: PlanResult) -> dict[str, Any] | None:
    """Return how survival counts, where it does: every POS is then the chance to find the object alive."""
    curve = result.planned.survival
    if curve is None:
        return None
    return {
        "model": result.case.plan.survival,
        "source": curve.source,
        "is_verified": curve.is_verified,
        "alive": _share(result.planned.alive),
    }


def _conditions(case: Case) -> dict[str, float] | None:
    if case.conditions is None:
        return None
    met = case.conditions
    return {
        "visibility_m": round(met.visibility_m, 1),
        "wind_m_s": round(met.wind_m_s, 3),
        "sea_m": round(met.sea_m, 2),
    }


def sortie_document(each: PlannedSortie, case: Case, sights: Mapping[str, Sight]) -> dict[str, Any]:
    """Return one sortie as `plan.json` holds it; `sights` is what each unit sees, by its id."""
    unit = each.sortie.unit
    begin, end = _searching(each.legs)
    return {
        "unit": unit.unit_id,
        "sortie": each.sortie.number,
        "platform": unit.platform,
        "altitude_m": None if unit.altitude_m is None else round(unit.altitude_m, 1),
        "speed_m_s": round(unit.speed_m_s, 4),
        "pattern": each.way.pattern,
        "corner": each.way.corner,
        "area": _area(each),
        "track_spacing_m": round(each.way.spacing_m, 1),
        "sweep_width": _sweep_widths(sights[unit.unit_id], case),
        "coverage": [round(float(value), 4) for value in each.coverage],
        "poc": _share(each.poc),
        "pod": _share(each.pod),
        "pos": _share(each.pos),
        "leaves": instant_text(int(each.legs.time_ms[0])),
        "begins": instant_text(int(each.legs.time_ms[begin])),
        "ends": instant_text(int(each.legs.time_ms[end])),
        "returns": instant_text(int(each.legs.time_ms[-1])),
        "commence_search_point": _point(each.legs, begin),
        "distance_m": round(searched_m(each.legs)),
        "legs": legs_document(each.legs),
    }


def _manual(each: PlannedSortie) -> dict[str, Any]:
    return {
        "unit": each.sortie.unit.unit_id,
        "sortie": each.sortie.number,
        "pattern": each.way.pattern,
        "area": _area(each),
        "track_spacing_m": round(each.way.spacing_m, 1),
        "pos": _share(each.pos),
    }


def _worksheet(made: ManualPlan | None) -> list[dict[str, Any]]:
    return [
        {
            "symbol": line.symbol,
            "word": line.word,
            "value": round(line.value, 6),
            "unit": line.unit,
            "origin": line.origin_word,
            "source": line.source,
            "of_unit": line.unit_id,
        }
        for line in (made.lines if made else ())
    ]


def pair_document(one: Sortie, other: Sortie) -> dict[str, Any]:
    """Return two sorties that share water at one time, and how far they are apart in height."""
    units = [one.unit, other.unit]
    heights = [0.0 if unit.platform == "boat" else unit.altitude_m or 0.0 for unit in units]
    return {"units": [unit.unit_id for unit in units], "apart_m": round(abs(heights[0] - heights[1]), 1)}


def _area(each: PlannedSortie) -> dict[str, Any]:
    area = each.area
    return {
        "lon_deg": round(area.lon_deg, _DECIMALS),
        "lat_deg": round(area.lat_deg, _DECIMALS),
        "length_m": round(area.length_m, 1),
        "width_m": round(area.width_m, 1),
        "bearing_deg": round(area.bearing_deg, 2),
        "area_km2": round(area.length_m * area.width_m / 1e6, 3),
        "at": instant_text(each.sortie.middle_ms),
        "drift_m_s": {"east": round(each.drift_m_s[0], 4), "north": round(each.drift_m_s[1], 4)},
        "corners": area_corners(each),
    }


def area_corners(each: PlannedSortie) -> list[list[float]]:
    """Return the corners of an area at the middle of its search, anticlockwise, [longitude, latitude]."""
    area = each.area
    along, across = area.length_m / 2, area.width_m / 2
    ends = np.array([[-along, across], [-along, -across], [along, -across], [along, across]])  # right is positive
    bearing_deg = area.bearing_deg + np.degrees(np.arctan2(ends[:, 1], ends[:, 0]))
    lat_deg, lon_deg = destination_deg(area.lat_deg, area.lon_deg, bearing_deg, np.hypot(ends[:, 0], ends[:, 1]))
    ring = np.column_stack([lon_deg, lat_deg])
    return [[round(float(lon), _DECIMALS), round(float(lat), _DECIMALS)] for lon, lat in ring[::-1]]


def _sweep_widths(sight: Sight, case: Case) -> dict[str, Any]:
    return {
        "lateral_range": sight.sensor.lateral_range,
        "objects": [
            {
                "object": held.leeway.key,
                "sweep_width_m": round(float(width_m), 2),
                "factors": None if width is None else _factors(width),
            }
            for held, width_m, width in zip(case.objects, sight.sensor.sweep_width_m, sight.widths, strict=True)
        ],
    }


def _factors(width: SweepWidth) -> list[dict[str, Any]]:
    return [
        {
            "name": each.name,
            "value": round(each.value, 4),
            "asked": dict(each.asked),
            "taken": dict(each.taken),
            "source": each.source,
        }
        for each in width.factors
    ]


def legs_document(legs: Legs) -> dict[str, list[Any]]:
    """Return legs as columns: instants, positions, and for each leg whether the unit searches on it."""
    return {
        "time": [instant_text(int(each)) for each in legs.time_ms],
        "lon_deg": np.round(legs.lon_deg, _DECIMALS + 1).tolist(),
        "lat_deg": np.round(legs.lat_deg, _DECIMALS + 1).tolist(),
        "is_searching": legs.is_searching.tolist(),
    }


def _searching(legs: Legs) -> tuple[int, int]:
    """Return the first and the last point of the search."""
    searching = np.flatnonzero(legs.is_searching)
    return int(searching[0]), int(searching[-1]) + 1


def _point(legs: Legs, k: int) -> dict[str, float]:
    return {
        "lon_deg": round(float(legs.lon_deg[k]), _DECIMALS),
        "lat_deg": round(float(legs.lat_deg[k]), _DECIMALS),
    }


def _share(value: float) -> float:
    return round(float(value), 6)


def plan_json(result: PlanResult) -> bytes:
    """Return `plan.json`."""
    return orjson.dumps(plan_document(result), option=orjson.OPT_INDENT_2) + b"\n"


def areas_geojson(result: PlanResult) -> bytes:
    """Return the areas as GeoJSON polygons, where they lie at the middle of their search."""
    features = []
    for each in result.planned.plan.best.sorties:
        corners = area_corners(each)
        geometry = {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}
        properties = _about(each, result) | {
            "drift_m_s": list(each.drift_m_s),
            "at": instant_text(each.sortie.middle_ms),
        }
        features.append({"type": "Feature", "geometry": on_globe(geometry), "properties": properties})
    return _collection(features)


def legs_geojson(result: PlanResult) -> bytes:
    """Return the ways as GeoJSON lines: to the commence-search point, the search, and home."""
    features = []
    for each in result.planned.plan.best.sorties:
        begin, end = _searching(each.legs)
        points = np.round(np.column_stack([each.legs.lon_deg, each.legs.lat_deg]), _DECIMALS).tolist()
        for part, line in (("out", points[: begin + 1]), ("search", points[begin : end + 1]), ("home", points[end:])):
            if len(line) > 1:
                geometry = {"type": "LineString", "coordinates": line}
                properties = _about(each, result) | {"part": part}
                features.append({"type": "Feature", "geometry": on_globe(geometry), "properties": properties})
    return _collection(features)


def _about(each: PlannedSortie, result: PlanResult) -> dict[str, Any]:
    return {
        "case": result.case.case_id,
        "example": result.example,
        "unit": each.sortie.unit.unit_id,
        "sortie": each.sortie.number,
        "pattern": each.way.pattern,
        "track_spacing_m": round(each.way.spacing_m, 1),
        "pod": _share(each.pod),
        "pos": _share(each.pos),
    }


def _collection(features: list[dict[str, Any]]) -> bytes:
    return orjson.dumps({"type": "FeatureCollection", "features": features}, option=orjson.OPT_INDENT_2) + b"\n"


def worksheet_json(case: ManualCase) -> bytes:
    """Return what a manual plan begins with, as `worksheet.json` keeps it beside a drift."""
    document = {"schema": WORKSHEET_SCHEMA, **asdict(case)}
    return orjson.dumps(document, option=orjson.OPT_INDENT_2) + b"\n"


def read_worksheet(data: bytes) -> ManualCase | None:
    """Return what `worksheet_json` wrote; None for bytes that are not of its kind."""
    try:
        document = orjson.loads(data)
        if document.pop("schema") != WORKSHEET_SCHEMA:
            return None
        currents = tuple(WaterCurrent(**each) for each in document.pop("currents"))
        end = document.pop("line_end_deg")
        leeway = ManualLeeway(**document.pop("leeway"))
        return ManualCase(
            currents=currents, leeway=leeway, line_end_deg=None if end is None else tuple(end), **document
        )
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError):
        return None


PLAN_WRITERS: Mapping[str, Callable[[PlanResult], bytes]] = {
    "plan.json": plan_json,
    "areas.geojson": areas_geojson,
    "legs.geojson": legs_geojson,
}
"""The files of a plan, and what writes each."""
