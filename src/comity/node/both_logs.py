"""Both logs of an agreement as the exchange reads them: messages and manifests, under every version that was in force.

What follows from them is the same on both nodes once both hold the same entries.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from comity.agreement import Agreement
from comity.exchange import CORRECTION_SCHEMAS, REQUEST_SCHEMAS, LogSays, log_says
from comity.ledger import Release
from comity.node.app import Holding
from comity.node.logbook import Logbook

SCHEMAS = (*REQUEST_SCHEMAS, *CORRECTION_SCHEMAS)


_KEPT: "WeakKeyDictionary[Logbook, tuple[tuple[int, int], BothLogs]]" = WeakKeyDictionary()
"""What both logs said at these sizes, by our log: a log only grows, so its size tells whether this still holds."""


@dataclass(frozen=True)
class BothLogs:
    """What each party said in its own log, by party in the agreement's order."""

    ours: str
    by_party: Mapping[str, LogSays]

    @property
    def own(self) -> LogSays:
        """What our log says."""
        return self.by_party[self.ours]

    @property
    def theirs(self) -> LogSays:
        """What our copy of the partner's log says."""
        return next(says for party, says in self.by_party.items() if party != self.ours)


def both_logs(holding: Holding) -> BothLogs:
    """Read both logs as far as this node holds them; what was read is kept until one of them grows."""
    sizes = holding.own.size, holding.copy.size
    kept = _KEPT.get(holding.own)
    if kept is None or kept[0] != sizes:
        kept = sizes, _read(holding)
        _KEPT[holding.own] = kept
    return kept[1]


def _read(holding: Holding) -> BothLogs:
    parties = [each.id for each in holding.agreement.parties]
    books = {holding.card.party: holding.own, holding.partner_id: holding.copy}
    return BothLogs(holding.card.party, {each: log_says(books[each].said(), schemas=SCHEMAS) for each in parties})


def clause_of(holding: Holding, manifest: Release) -> str:
    """Return the clause of a rule in the version of the agreement under which it was applied."""
    version = holding.in_force.known(manifest.agreement)
    rules = version.agreement.rules if version else ()
    return next((rule.clause for rule in rules if rule.id == manifest.rule), "?")


def versions_of(holding: Holding) -> dict[str, Agreement]:
    """Return every version of the agreement that both signed, by its hash."""
    return {each.hash: each.agreement for each in (*holding.in_force.agreed, holding.in_force.newest)}
