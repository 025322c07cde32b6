"""The record of an agreement as this node may show it, and the acts that still await something.

What is agreed by both follows only from what is receipted: our log up to the partner's receipt, the partner's log up to
our copy (rule R6). What we hold beyond that, our own acts without receipt, is shown as awaiting and counts for nothing.
"""

from dataclasses import dataclass
from typing import Literal

from comity.agreement import Decision, clauses_at_work, ends_ms, read_decision, read_notice
from comity.ground import InvalidInput, Refused
from comity.ledger import Party, Record, Text
from comity.node import in_force, keys_in_force
from comity.node.app import Holding, Node
from comity.node.partners import receipt_of

AGREEMENT = in_force.AGREEMENT
"""The series of the memorandum itself and of its amendments."""

KEYS = keys_in_force.KEYS
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
    """Read what is new in both logs and return what follows; the holding then knows what is in force."""
    with holding.running.turn:
        receipt = receipt_of(node, holding.agreement.id)
        agreed, view = holding.running.read(receipt.size if receipt else 0)
        holding.in_force.follow(agreed.series.get(AGREEMENT), view.series.get(AGREEMENT))
        holding.keys.follow(agreed.series.get(KEYS), view.series.get(KEYS), receipt.checkpoint if receipt else None)
    return Records(agreed, view, holding.ours)


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
    """Return the decisions that both parties signed, the newest text of each."""
    current = (series.current for name, series in found.series.items() if name.startswith(DECISIONS))
    read = (_decision(text, holding) for text in current if text is not None)
    return [each for each in read if each is not None]


def _decision(text: Text, holding: Holding) -> Decision | None:
    """Return a decision as the newest version that knows its group and its clauses reads it.

    An amendment that takes a clause out does not undo what was decided on the others.
    """
    for version in reversed(holding.in_force.agreed):
        try:
            return read_decision(dict(text.document), version.agreement)
        except InvalidInput:
            continue
    return None


def at_work(found: Record, holding: Holding) -> frozenset[str]:
    """Return the clauses at work, or raise `Refused` while the agreement itself is not agreed by both."""
    if not is_agreed(found, holding):
        raise Refused(
            "node.agreement_not_agreed",
            "Nothing was sent: the memorandum is not agreed by both parties yet.",
            why="under Article {article} nothing leaves without a rule in force, and no rule is in force before that",
            remedy="have both parties sign the memorandum, then try again",
            article=holding.agreement.limits.default_clause,
        )
    ended_ms = ends_by_notice_ms(found, holding)
    if ended_ms is not None and ended_ms <= holding.in_force.now_ms():
        raise Refused(
            "node.agreement_ended",
            "Nothing was sent: the agreement has ended by notice.",
            why="the period of Article {article} ran from the receipt of the notice, and it is over",
            remedy="what was signed stays provable; to exchange again, sign another agreement",
            article=holding.agreement.termination.clause,
        )
    return clauses_at_work(holding.agreement, decisions_in_force(found, holding))


def ends_by_notice_ms(found: Record, holding: Holding) -> int | None:
    """Return when the agreement ends by a notice that the other party has acknowledged, or `None` (rule R9)."""
    series = found.series.get(AGREEMENT)
    parties = [each.id for each in holding.agreement.parties]
    hashes = frozenset(each.hash for each in holding.in_force.agreed)
    ends = []
    for given in series.notices if series else ():
        try:
            read = read_notice(given.notice.document, holding.agreement, hashes=hashes, sender=parties[given.by])
        except InvalidInput:
            continue
        if read.kind == "termination" and given.acknowledged_ms is not None:
            ends.append(ends_ms(holding.agreement, given.acknowledged_ms))
    return min((each for each in ends if each is not None), default=None)


def at_work_or_none(found: Record, holding: Holding) -> frozenset[str]:
    """Return the clauses at work; none while the agreement itself is not agreed by both."""
    try:
        return at_work(found, holding)
    except Refused:
        return frozenset()


def is_agreed(found: Record, holding: Holding) -> bool:
    """Tell whether both parties signed the very memorandum that this node holds; its amendments come after it."""
    signed = found.in_force(AGREEMENT)
    return bool(signed) and signed[0].hash == holding.in_force.original.hash
