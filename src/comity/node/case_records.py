"""A case as a record of the kind `rescue.case`: what the release check is asked about.

Units: micro-degrees, milliseconds since 1970, per mille. What the desk wrote goes in as well: the rule decides
whether it stays out, and the salted commitment covers it.
"""

from typing import Any

import orjson
from sqlalchemy import select

from comity.ground import InvalidInput, parse_instant, udeg
from comity.node.app import Node
from comity.node.store import RESCUE_CASE
from comity.rescue import Case, LastKnownPosition, case_of

LEVELS = (50, 75, 90, 95)
PERMILLE = 1000
_DESK = ("nature", "source_class", "persons_on_board", "notes", "contact")


def case_record(node: Node, case_id: str) -> dict[str, Any]:
    """Return one of our cases as a record, with the containment areas of its last drift where there is one."""
    with node.store.reading() as connection:
        row = connection.execute(select(RESCUE_CASE).filter_by(case_id=case_id)).one_or_none()
    if row is None:
        raise InvalidInput(
            "node.case_not_ours",
            "{case} is not a case of ours.",
            why="only a case that this node opened can be released from here",
            remedy="check its name in the list of cases",
            case=case_id[:80],
        )
    case = case_of(orjson.loads(row.document))
    return {
        "case_id": case_id,
        "object_key": case.objects[0].leeway.key,
        "opened_ms": int(case.desk.get("opened_ms", row.opened_ms)),
        "status": "open",
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
    folder = node.layout.case(case_id)
    try:
        features = orjson.loads((folder / "containment.geojson").read_bytes())["features"]
        summary = orjson.loads((folder / "summary.json").read_bytes())
    except FileNotFoundError:
        return {}
    areas: dict[str, Any] = {"stranded_permille": round(summary["stranded_share"] * PERMILLE)}
    for feature in features:
        level = round(feature["properties"]["level"] * 100)
        if level in LEVELS:
            rings = [ring for polygon in feature["geometry"]["coordinates"] for ring in polygon]
            areas[f"containment_{level}"] = [[[[udeg(lon), udeg(lat)] for lon, lat in ring] for ring in rings]]
            areas["containment_ms"] = [parse_instant(feature["properties"]["time"])]
    return areas
