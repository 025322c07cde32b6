"""Whose centre co-ordinates the search of each case (SMC): the opener, until both signed that another does.

A case that the partner does not know is co-ordinated by the centre that opened it. Of a shared one the record of both
decides (`comity.exchange.holder_of`), and no office alone. Under several agreements a partner's centre counts before
ours: whoever handed the search over once does not hold it any more.
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
    """Whose centre co-ordinates, of which party, and since when both agree on it (`None`: since it was opened)."""

    smc: Side
    party: str
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
            now = CoOrdination("ours" if held.party == node.party else "partner", held.party, held.since_ms)
            whose = [*(Whose("ours", each) for each in incident.ours)]
            whose += [Whose("partner", each) for each in incident.theirs]
            found |= {each: now for each in whose if each not in found or found[each].smc == "ours"}
    return found
