"""Who approved what leaves: as many distinct offices as the rule asks, each for exactly this, within a day.

An approval names the hash of what the office saw: the record, its kind, rule, version of the agreement, purpose and
receiver; from these follows every byte that leaves. Rows are only ever added. Units: milliseconds since 1970.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import insert, select

from comity.agreement import APPROVALS_NEEDED, Rule
from comity.exchange import Approved, approvals_missing, approving_offices, check_approvals
from comity.ground import MS_PER_HOUR, canonical
from comity.node.app import Holding, Node
from comity.node.releasing import Thing
from comity.node.store import RELEASE_APPROVAL

LAST_MS = 24 * MS_PER_HOUR
"""Approvals of one content count together when they lie within a day: what was read long ago is read again."""


@dataclass(frozen=True)
class Pending:
    """Something that an office approved and that waits for another office, until it lapses."""

    content: str
    rule: str
    clause: str
    kind: str
    subject: str
    purpose: str
    offices: tuple[str, ...]
    missing: int
    since_ms: int
    until_ms: int


def content_of(holding: Holding, thing: Thing, rule: Rule, purpose: str) -> str:
    """Return the hash of what an office approves."""
    seen = {
        "schema": "comity/release-approval/1",
        "agreement_hash": holding.hash,
        "rule": rule.id,
        "kind": thing.kind,
        "record": dict(thing.record),
        "purpose": purpose,
        "to": holding.partner_id,
    }
    return "sha256:" + sha256(canonical(seen)).hexdigest()


def approve(node: Node, holding: Holding, thing: Thing, rule: Rule, *, purpose: str, office: str) -> None:
    """Keep an office's approval, and raise `Refused`, naming the article, while more are missing."""
    if APPROVALS_NEEDED[rule.approve] == 0:
        return
    content = content_of(holding, thing, rule, purpose)
    now_ms = node.clock()
    with node.turn:
        together = _together(_approvals(node, holding, content), now_ms)
        if office not in approving_offices(content, together):
            with node.store.writing() as connection:
                connection.execute(
                    insert(RELEASE_APPROVAL).values(
                        agreement_id=holding.card.agreement,
                        content=content,
                        office=office,
                        rule_id=rule.id,
                        kind=thing.kind,
                        subject=thing.subject,
                        purpose=purpose,
                        at_ms=now_ms,
                    )
                )
            together = [*together, Approved(office, content, now_ms)]
    check_approvals(rule, content, together)


def is_approved(node: Node, holding: Holding, thing: Thing, rule: Rule, *, purpose: str) -> bool:
    """Tell whether enough offices approved this together; what they did approve may leave with a later batch."""
    content = content_of(holding, thing, rule, purpose)
    found = _approvals(node, holding, content)
    ends = [each.at_ms for each in found] or [0]
    return any(approvals_missing(rule, content, _together(found, end_ms)) == 0 for end_ms in ends)


def pending(node: Node, agreement_id: str) -> list[Pending]:
    """Return what waits for the approval of another office, the oldest first."""
    holding, now_ms = node.holding(agreement_id), node.clock()
    rules = {each.id: each for each in holding.agreement.rules}
    query = select(RELEASE_APPROVAL).filter_by(agreement_id=agreement_id).order_by(RELEASE_APPROVAL.c.approval)
    with node.store.reading() as connection:
        rows = list(connection.execute(query.where(RELEASE_APPROVAL.c.at_ms > now_ms - LAST_MS)))
    found: dict[str, Pending] = {}
    for row in rows:
        rule = rules.get(row.rule_id)
        if rule is None:
            continue
        given = [Approved(each.office, each.content, each.at_ms) for each in rows if each.content == row.content]
        missing = approvals_missing(rule, row.content, given)
        if missing > 0:
            offices, since_ms = approving_offices(row.content, given), given[0].at_ms
            found.setdefault(
                row.content,
                Pending(
                    row.content,
                    rule.id,
                    rule.clause,
                    row.kind,
                    row.subject,
                    row.purpose,
                    offices,
                    missing,
                    since_ms,
                    since_ms + LAST_MS,
                ),
            )
    return list(found.values())


def _approvals(node: Node, holding: Holding, content: str) -> list[Approved]:
    query = select(RELEASE_APPROVAL).filter_by(agreement_id=holding.card.agreement, content=content)
    with node.store.reading() as connection:
        return [
            Approved(row.office, row.content, row.at_ms)
            for row in connection.execute(query.order_by(RELEASE_APPROVAL.c.approval))
        ]


def _together(approvals: Iterable[Approved], end_ms: int) -> list[Approved]:
    return [each for each in approvals if end_ms - LAST_MS < each.at_ms <= end_ms]
