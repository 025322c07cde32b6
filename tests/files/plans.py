"""A small plan of a boat and a helicopter, its document, its areas and its search, for tests of what carries it."""

import copy
from dataclasses import replace
from functools import cache
from typing import Any

import orjson

from comity.files.plan_results import PlanResult, plan_document
from comity.files.probability import containment_geojson
from comity.rescue import containment, probability_map, search_plan
from tests.rescue.search_cases import case_of_units, drifting_cloud, unit

HOSTILE = '</name><script>alert("&")</script>\u202ef1\x0b'
"""A name that would be markup, turn the line, and hold what no XML can."""


@cache
def _made() -> tuple[PlanResult, bytes]:
    cloud = drifting_cloud(count=1500)
    case = case_of_units(unit("boat-1", "boat"), unit("heli-1", sorties=2, turnaround_s=600.0, endurance_s=3600.0))
    planned = search_plan(case, cloud)
    areas = containment(cloud, probability_map(cloud))
    result = PlanResult(case, planned, cloud.scenario_index, example=True)
    return result, containment_geojson(areas, case_id=case.case_id)


@cache
def _document() -> bytes:
    return orjson.dumps(plan_document(_made()[0]))


def plan(**changed: Any) -> dict[str, Any]:
    """The plan's document, with some of its keys changed."""
    found: dict[str, Any] = orjson.loads(_document())
    return found | changed


def renamed(name: str) -> dict[str, Any]:
    """The plan with this as the name of its case and of each unit."""
    document = plan(case=name)
    for entry in (*document["units"], *document["manual"]["sorties"]):
        entry["unit"] = name
    return document


def shifted(lon_deg: float) -> dict[str, Any]:
    """The plan moved east by degrees, so that it lies across the antimeridian."""
    document = copy.deepcopy(plan())
    for entry in document["units"]:
        entry["legs"]["lon_deg"] = [each + lon_deg for each in entry["legs"]["lon_deg"]]
        entry["area"]["corners"] = [[lon + lon_deg, lat] for lon, lat in entry["area"]["corners"]]
        entry["area"]["lon_deg"] += lon_deg
    return document


def shifted_result(lon_deg: float) -> PlanResult:
    """The plan itself, moved east by degrees."""
    result = _made()[0]
    plan = result.planned.plan
    sorties = tuple(
        replace(
            each,
            area=replace(each.area, lon_deg=each.area.lon_deg + lon_deg),
            legs=replace(each.legs, lon_deg=each.legs.lon_deg + lon_deg),
        )
        for each in plan.best.sorties
    )
    best = replace(plan.best, sorties=sorties)
    return replace(result, planned=replace(result.planned, plan=replace(plan, best=best)))


def areas() -> bytes:
    """The containment areas as `containment.geojson`."""
    return _made()[1]


def account() -> bytes:
    """The account of a first search by all units, as `searched.json` tells it."""
    units = [{"unit": each["unit"], "legs": each["legs"]} for each in plan()["units"]]
    ends = max(each["ends"] for each in plan()["units"])
    return orjson.dumps({"searches": [{"file": "first.json", "pos": 0.42, "ends": ends, "units": units}]})
