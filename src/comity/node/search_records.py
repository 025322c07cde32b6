"""A search of ours that found nothing, as a record of the kind `rescue.search`: what the release check is asked about.

Units: micro-degrees, milliseconds since 1970, metres, per mille. What leaves is what another centre needs to count the
search on its own cloud: legs flown, sweep widths by object, the law of detection. The name of the file that told of it
goes in as well: the rule decides whether it stays out, and the salted commitment covers it.
"""

from typing import Any

import orjson
from sqlalchemy import select

from comity.ground import InvalidInput, parse_instant
from comity.node.app import Node
from comity.node.case_account import not_withdrawn
from comity.node.case_documents import case_of_now
from comity.node.case_folders import LEARNT_FILE
from comity.node.released_legs import released_name, released_names, search_part
from comity.node.store import CASE_SEARCH

MOST_POINTS = 50_000
"""Points of all legs of a search, as the reader bounds them too: 14 hours of fixes each second."""
_PERMILLE = 1000


def search_record(node: Node, case_id: str, number: int) -> dict[str, Any]:
    """Return one of our searches, by its number in the list of searches, as a record; there it has one of its own."""
    query = select(CASE_SEARCH).filter_by(case_id=case_id, origin="ours").order_by(CASE_SEARCH.c.search_id)
    with node.store.reading() as connection:
        ours = connection.execute(query).all()
        stands = set(connection.execute(query.where(not_withdrawn("search"))).scalars())
    place, row = next(((k, each) for k, each in enumerate(ours, start=1) if each.search_id == number), (0, None))
    if row is None or number not in stands:
        raise InvalidInput(
            "node.no_such_search",
            "{case} has no search {number} of ours that stands.",
            why="nobody here reported it, or it was withdrawn",
            remedy="look at the searches of the case",
            case=case_id[:80],
            number=number,
        )
    entry = orjson.loads(row.content)
    names = released_names(case_of_now(node, case_id).units)
    units = entry["units"]
    parts = [search_part(each["legs"]) for each in units]
    _check_points(sum(len(each["legs"]) for each in parts))
    keys = list(dict.fromkeys(each["object"] for unit in units for each in unit["objects"]))
    pos = _pos(node, case_id, row.digest)
    return {
        "case_id": case_id,
        "search": place,
        "centre": node.party,
        "ends_ms": parse_instant(entry["ends"]),
        **({} if pos is None else {"pos_permille": round(pos * _PERMILLE)}),
        "object_keys": keys,
        "unit": [released_name(names, each["unit"], place) for place, each in enumerate(units, start=1)],
        "lateral_range": [each["lateral_range"] for each in units],
        "sweep_width_m": [[_width_m(each, key) for key in keys] for each in units],
        **{name: [each[name] for each in parts] for name in ("legs_ms", "legs", "is_searching")},
        "name": row.name,
    }


def _width_m(unit: dict[str, Any], key: str) -> int:
    """Return how far a unit saw objects of a class: the least where there were several, 0 where it saw none."""
    return min((round(each["sweep_width_m"]) for each in unit["objects"] if each["object"] == key), default=0)


def _pos(node: Node, case_id: str, digest: str) -> float | None:
    """Return the chance that this search had, once it was counted."""
    try:
        learnt = orjson.loads((node.layout.case(case_id) / LEARNT_FILE).read_bytes())
    except FileNotFoundError:
        return None
    found = (each.get("pos") for each in learnt["searches"] if each.get("digest") == digest)
    return next(found, None)


def _check_points(count: int) -> None:
    if count > MOST_POINTS:
        raise InvalidInput(
            "node.search_has_too_many_points",
            "The search has {count} points.",
            why="one that leaves may have {most}: its reader counts every leg on the whole cloud",
            remedy="report the tracks with fewer fixes, such as one every ten seconds",
            count=count,
            most=MOST_POINTS,
        )
