"""A case as a record of the kind `rescue.case`: what the release check is asked about.

Units: micro-degrees, milliseconds since 1970, per mille. What the desk wrote goes in as well: the rule decides
whether it stays out, and the salted commitment covers it. The areas are those of every hour of the drift, so that the
partner can look at any of them; of a long drift, of so many hours as `MOST_INSTANTS` allows, evenly chosen.
"""

from typing import Any

import orjson
from sqlalchemy import select

from comity.ground import udeg
from comity.node.app import Node
from comity.node.case_documents import document
from comity.node.services import cases, clouds
from comity.node.store import RESCUE_CASE
from comity.rescue import Case, LastKnownPosition, case_of

LEVELS = (50, 75, 90, 95)
PERMILLE = 1000
MOST_INSTANTS = 97
"""Hours that a record carries areas of, first and last included: four days, near 3 MB by what the demo's case takes."""
_DESK = ("answers", "nature", "source_class", "persons_on_board", "notes", "contact")


def case_record(node: Node, case_id: str) -> dict[str, Any]:
    """Return one of our cases as a record, with the containment areas of its last drift where there is one."""
    case = case_of(document(node, case_id))
    with node.store.reading() as connection:
        opened_ms = connection.execute(select(RESCUE_CASE.c.opened_ms).filter_by(case_id=case_id)).scalar_one()
    return {
        "case_id": case_id,
        "object_key": case.objects[0].leeway.key,
        "opened_ms": int(case.desk.get("opened_ms", opened_ms)),
        "status": "closed" if cases.case(node, case_id).standing.stage == "conclusion" else "open",
        **{name: case.desk[name] for name in _DESK if name in case.desk},
        **_last_known(case),
        **_areas(node, case_id),
    }


def _last_known(case: Case) -> dict[str, Any]:
    for scenario in case.scenarios:
        if isinstance(scenario, LastKnownPosition):
            return {
                "lkp": [udeg(scenario.lon_deg), udeg(scenario.lat_deg)],
                "lkp_error_m": round(scenario.position_error_m),
                "lkp_ms": scenario.time_ms,
            }
    return {}


def _areas(node: Node, case_id: str) -> dict[str, Any]:
    try:
        summary = orjson.loads((node.layout.case(case_id) / "summary.json").read_bytes())
    except FileNotFoundError:
        return {}
    hours = _chosen([each for each in clouds.hours(node, case_id)[1] if each.centre is not None])
    found = [_rings(orjson.loads(clouds.areas(node, case_id, each.hour))["features"]) for each in hours]
    if not found:
        return {}
    return {
        "stranded_permille": round(summary["stranded_share"] * PERMILLE),
        "containment_ms": [each.at_ms for each in hours],
        **{f"containment_{level}": [each.get(level, []) for each in found] for level in LEVELS},
    }


def _chosen(hours: list[clouds.Hour]) -> list[clouds.Hour]:
    """Return every n-th hour counted from the last, which is always among them, and the first."""
    step = -(-len(hours) // (MOST_INSTANTS - 1))
    return hours if step <= 1 else sorted({*hours[::-step], hours[0]}, key=lambda each: each.hour)


def _rings(features: list[dict[str, Any]]) -> dict[int, list[Any]]:
    """Return the rings of each level in micro-degrees: outlines run anticlockwise, the holes of each follow it."""
    return {
        round(each["properties"]["level"] * 100): [
            [[udeg(lon), udeg(lat)] for lon, lat in ring]
            for polygon in each["geometry"]["coordinates"]
            for ring in polygon
        ]
        for each in features
    }
