"""The record of an agreement as this node may show it, and the acts that still await something.

What is agreed by both follows only from what is receipted: our log up to the partner's receipt, the partner's log up to
our copy (rule R6). What we hold beyond that, our own acts without receipt, is shown as awaiting and counts for nothing.
"""

from dataclasses import dataclass
from typing import Literal

from comity.agreement import Decision, clauses_at_work, read_decision
from comity.ground import Refused
from comity.ledger import Entry, Party, Record, Series, Text, fold
from comity.node.app import Holding, Node
from comity.node.partners import receipt_of

AGREEMENT = "agreement"
"""The series of the memorandum itself."""

KEYS = "keys"
"""The series of the annex of keys."""

DECISIONS = "decision/"
"""What the series of a working group's decision begins with."""

Standing = Literal["tabled", "awaiting_us", "awaiting_partner", "awaiting_receipt", "agreed", "void"]


@dataclass(frozen=True)
class Records:
    """The record, and the view that also counts our acts without receipt."""

    agreed: Record
    view: Record
    ours: Party

    @property
    def theirs(self) -> Party:
        """The partner's place in the agreement."""
        return 1 if self.ours == 0 else 0


def records(node: Node, holding: Holding) -> Records:
    """Read both logs and return what follows from them."""
    receipt = receipt_of(node, holding.agreement.id)
    own, copy = holding.own.said(), holding.copy.said()
    ours: Party = 0 if holding.agreement.parties[0].id == holding.card.party else 1
    receipted = own[: receipt.size] if receipt else []
    return Records(_folded(receipted, copy, ours), _folded(own, copy, ours), ours)


def standing(found: Records, name: str) -> Standing:
    """Return what the newest version of a series waits for."""
    agreed, view = found.agreed.series.get(name), found.view.series[name]
    last = view.slots[-1]
    signed_by_us, signed_by_them = last.ballots[found.ours], last.ballots[found.theirs]
    if signed_by_us is None and signed_by_them is not None:
        return "awaiting_us"
    if signed_by_us is not None:
        return "awaiting_partner"
    if view.tabled:
        return "tabled"
    if view.current is not None:
        is_receipted = agreed is not None and agreed.current == view.current
        return "agreed" if is_receipted else "awaiting_receipt"
    return "void"


def decisions_in_force(found: Record, holding: Holding) -> list[Decision]:
    """Return the decisions that both parties signed, the newest version of each."""
    current = (series.current for name, series in found.series.items() if name.startswith(DECISIONS))
    return [read_decision(dict(text.document), holding.agreement) for text in current if text is not None]


def at_work(found: Record, holding: Holding) -> frozenset[str]:
    """Return the clauses at work, or raise `Refused` while the agreement itself is not agreed by both."""
    memorandum = agreed_memorandum(found)
    if memorandum is None or memorandum.hash != holding.hash:
        raise Refused(
            "node.agreement_not_agreed",
            "Nothing was sent: the memorandum is not agreed by both parties yet.",
            why="under Article {article} nothing leaves without a rule in force, and no rule is in force before that",
            remedy="have both parties sign the memorandum, then try again",
            article=holding.agreement.limits.default_clause,
        )
    return clauses_at_work(holding.agreement, decisions_in_force(found, holding))


def at_work_or_none(found: Record, holding: Holding) -> frozenset[str]:
    """Return the clauses at work; none while the agreement itself is not agreed by both."""
    try:
        return at_work(found, holding)
    except Refused:
        return frozenset()


def agreed_memorandum(found: Record) -> Text | None:
    """Return the memorandum that both parties signed, or `None`."""
    series: Series | None = found.series.get(AGREEMENT)
    return series.current if series else None


def _folded(own: list[Entry | None], copy: list[Entry | None], ours: Party) -> Record:
    return fold(own, copy) if ours == 0 else fold(copy, own)
