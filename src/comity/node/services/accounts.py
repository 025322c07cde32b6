"""The account per clause and the audit: what each side gave, asked and answered, and what left in which form.

Folds over both logs: once both nodes hold the same entries they show the same figures.
Units: bytes, milliseconds since 1970; a month is a calendar month in UTC.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from comity.exchange import AccountLine, AuditLine, account, audit, rules_of
from comity.ledger import leaf_hash
from comity.node.app import Node
from comity.node.asked import all_asked
from comity.node.both_logs import both_logs, versions_of
from comity.node.fates import Fate, fates
from comity.node.partners import receipt_of


@dataclass(frozen=True)
class Account:
    """The account of one agreement; `entries` says how much of each party's log it counts."""

    agreement: str
    parties: tuple[str, ...]
    entries: dict[str, int]
    lines: tuple[AccountLine, ...]


@dataclass(frozen=True)
class AuditRow:
    """One release with its proof: the entry's leaf hash, whether the partner holds it, and what became of it."""

    line: AuditLine
    leaf_hash: bytes
    received: bool
    fate: Fate


@dataclass(frozen=True)
class Audit:
    """What left under one agreement, and the signed head that every row is proved against."""

    agreement: str
    hash: str
    example: bool
    party: str
    partner: str
    origin: str
    size: int
    root: str
    made_ms: int
    rows: tuple[AuditRow, ...]


def accounts(node: Node, agreement_id: str) -> Account:
    """Return what each party gave, asked and answered, clause by clause and month by month."""
    holding = node.holding(agreement_id)
    logs = both_logs(holding)
    left = {party: says.left for party, says in logs.by_party.items()}
    sizes = {node.party: holding.own.size, holding.partner_id: holding.copy.size}
    lines = account(left, all_asked(holding, logs), rules_of(versions_of(holding)))
    return Account(agreement_id, tuple(left), {party: sizes[party] for party in left}, lines)


def audited(node: Node, agreement_id: str, *, since_ms: int = 0, until_ms: int | None = None) -> Audit:
    """Return what left between two instants, by our log's own time, with the proof of each line."""
    holding = node.holding(agreement_id)
    log = both_logs(holding).own
    receipt, found = receipt_of(node, agreement_id), fates(log)
    receipted = receipt.size if receipt else 0
    rows = tuple(
        AuditRow(
            line,
            _leaf(holding.own.entries(line.position, line.position + 1)),
            line.position < receipted,
            found[line.content],
        )
        for line in audit(log.left, versions_of(holding))
        if line.at_ms >= since_ms and (until_ms is None or line.at_ms < until_ms)
    )
    return Audit(
        agreement=agreement_id,
        hash=holding.hash,
        example=holding.agreement.example,
        party=node.party,
        partner=holding.partner_id,
        origin=holding.own.origin,
        size=holding.own.size,
        root=holding.own.root_text,
        made_ms=node.clock(),
        rows=rows,
    )


def _leaf(entries: Iterator[bytes]) -> bytes:
    (data,) = entries
    return leaf_hash(data)
