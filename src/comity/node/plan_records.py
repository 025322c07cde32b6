"""A search plan of ours as a record of the kind `rescue.plan`: what the release check is asked about.

Units: micro-degrees, milliseconds since 1970, metres, millimetres per second, per mille. What leaves keeps the units of
both centres clear of one another: who searches where, when and how high. The way out and home stays home, and with it
the bases; what the plan was made of goes in as text that the rule strips and the salted commitment covers.
"""

from typing import Any, NamedTuple

import orjson
from sqlalchemy import select

from comity.ground import InvalidInput, parse_instant, udeg
from comity.node.app import Node
from comity.node.case_account import basis, rows
from comity.node.case_documents import case_of_now
from comity.node.case_plans import plan_is_stale
from comity.node.released_legs import released_name, released_names, search_part
from comity.node.store import CASE_PLAN

LETTERS = ("a", "b")
_PERMILLE = 1000
_MM_PER_M = 1000
_WORKSHEET = ("conditions", "searched_before", "survival", "search_share", "bound")


class PlanRecord(NamedTuple):
    """A plan as a record, and when it was made: that is not told, and the delay of a rule counts from it."""

    record: dict[str, Any]
    made_ms: int


def plan_record(node: Node, case_id: str, letter: str) -> PlanRecord:
    """Return the newest plan A or plan B of one of our cases as a record; one of an older state does not leave."""
    query = select(CASE_PLAN).filter_by(case_id=case_id, letter=letter).order_by(CASE_PLAN.c.plan_id.desc())
    with node.store.reading() as connection:
        row = connection.execute(query.limit(1)).one_or_none()
    if row is None or row.document is None:
        raise InvalidInput(
            "node.no_such_plan",
            "{case} has no plan {letter}.",
            why="it was not made yet, or it was given up",
            remedy="ask for a plan first",
            case=case_id[:80],
            letter=letter[:8],
        )
    case = case_of_now(node, case_id)
    if row.basis != basis(case, rows(node, case_id)):  # the partner would keep clear of where ours do not go any more
        raise plan_is_stale(case_id)
    plan = orjson.loads(row.document)
    names = released_names(case.units)
    sorties = [_sortie(each, released_name(names, each["unit"], k)) for k, each in enumerate(plan["units"], start=1)]
    columns = {name: [each[name] for each in sorties] for name in (sorties[0] if sorties else {})}
    first = plan["units"][0]["sweep_width"]["objects"] if sorties else []
    record = {
        "case_id": case_id,
        "plan": letter,
        "centre": node.party,
        "object_keys": [each["object"] for each in first],
        "pos_permille": _permille(plan["pos"]),
        "pos_bound_permille": _permille(plan["pos_bound"]),
        **columns,
        "worksheet": orjson.dumps({name: plan.get(name) for name in _WORKSHEET}).decode(),
    }
    return PlanRecord(record, row.at_ms)


def _sortie(each: dict[str, Any], name: str) -> dict[str, Any]:
    ring = each["area"]["corners"]
    altitude_m = each["altitude_m"]
    return {
        "unit": name,
        "sortie": each["sortie"],
        "platform": each["platform"],
        "altitude_m": None if altitude_m is None else round(altitude_m),
        "speed_mm_s": round(each["speed_m_s"] * _MM_PER_M),
        "pattern": each["pattern"],
        "track_spacing_m": round(each["track_spacing_m"]),
        "coverage_permille": [_permille(value) for value in each["coverage"]],
        "pod_permille": _permille(each["pod"]),
        "unit_pos_permille": _permille(each["pos"]),
        "begins_ms": parse_instant(each["begins"]),
        "ends_ms": parse_instant(each["ends"]),
        "area_ms": parse_instant(each["area"]["at"]),
        "area": [[udeg(lon), udeg(lat)] for lon, lat in [*ring, ring[0]]],
        **search_part(each["legs"]),
    }


def _permille(value: float) -> int:
    return round(value * _PERMILLE)
