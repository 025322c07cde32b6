"""Whose centre co-ordinates the search of each case (SMC): the opener, until both signed that another does.

A case that the partner does not know is co-ordinated by the centre that opened it. Of a shared one the record of both
decides (`comity.exchange.holder_of`), and no office alone.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from comity.node.app import Node
from comity.node.incident_texts import holder_in
from comity.node.incidents import cases_under
from comity.node.record import records

Side = Literal["ours", "partner"]


class Whose(NamedTuple):
    """A case: of whom, and its name."""

    side: Side
    case_id: str


class CoOrdination(NamedTuple):
    """Whose centre co-ordinates, and since when both agree on it (nothing: since the case was opened)."""

    smc: Side
    since_ms: int | None


def co_ordination(node: Node) -> Mapping[Whose, CoOrdination]:
    """Return for every shared case who co-ordinates it; for the others, their openers do."""
    found: dict[Whose, CoOrdination] = {}
    for agreement_id, cases in cases_under(node).items():
        holding = node.holding(agreement_id)
        agreed = records(node, holding).agreed
        for incident in cases.incidents().values():
            if not incident.is_shared:
                continue
            held = holder_in(agreed, holding, incident.name)
            now = CoOrdination("ours" if held.party == node.party else "partner", held.since_ms)
            found |= {Whose("ours", each): now for each in incident.ours}
            found |= {Whose("partner", each): now for each in incident.theirs}
    return found
