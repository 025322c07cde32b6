"""What waits for its batch: one content for each rule, receiver, purpose and period, written when the period has ended.

The release check is asked again at that moment: what it refuses by then stays home. A node that was down writes for
each missed period the batch that it would have written then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, Row, insert, select, update

from comity.exchange import Cleared, Held, Released, due_batches, next_due_ms, released_from_ms
from comity.ground import ComityError, Refused, canonical
from comity.node.app import Holding, Node
from comity.node.partners import check_may_append
from comity.node.release_approvals import is_approved
from comity.node.releasing import Passed, Thing, decide, leaving
from comity.node.store import WAITING_ITEM


@dataclass(frozen=True)
class Waiting:
    """Something that an office released and that waits for its batch."""

    agreement: str
    subject: str
    kind: str
    office: str
    asked_ms: int


def wait(node: Node, agreement_id: str, thing: Thing, *, purpose: str, office: str) -> None:
    """Keep a thing until its batch leaves; of one subject only the newest word waits."""
    now_ms = node.clock()
    with node.store.writing() as connection:
        same = {"agreement_id": agreement_id, "kind": thing.kind, "subject": thing.subject, "purpose": purpose}
        older = update(WAITING_ITEM).filter_by(**same, ended_ms=None)
        connection.execute(older.values(ended_ms=now_ms))
        connection.execute(
            insert(WAITING_ITEM).values(
                **same, event_ms=thing.event_ms, office=office, asked_ms=now_ms, record=canonical(dict(thing.record))
            )
        )


def waiting(node: Node, agreement_id: str) -> list[Waiting]:
    """Return what waits for its batch, the oldest first."""
    return [Waiting(agreement_id, row.subject, row.kind, row.office, row.asked_ms) for row in _rows(node, agreement_id)]


def close_due(node: Node) -> int:
    """Write every batch that is due; return how many contents left. What cannot be written now waits."""
    return sum(_close(node, holding) for holding in node.holdings.values())


def next_batch_ms(node: Node, agreement_id: str) -> int | None:
    """Return when the next batch leaves, or `None` while nothing waits."""
    holding = node.holding(agreement_id)
    cleared = _cleared(node, holding, _rows(node, agreement_id), ended=[])
    return next_due_ms(cleared, holding.agreement.rules, now_ms=node.clock())


def _close(node: Node, holding: Holding) -> int:
    rows = _rows(node, holding.agreement.id)
    if not rows:
        return 0
    try:
        check_may_append(node, holding.agreement.id)
    except ComityError:
        return 0  # the partner was not asked yet, or holds more than we do: the next round tries again
    with node.turn:
        ended: list[int] = []
        cleared = _cleared(node, holding, rows, ended=ended)
        _end(node, ended)
        by_name = {str(row.waiting_id): row for row in rows}
        batches = due_batches(cleared, holding.agreement.rules, now_ms=node.clock())
        return sum(_write(node, holding, [by_name[name] for name in batch.names]) for batch in batches)


def _write(node: Node, holding: Holding, rows: Sequence[Row[Any]]) -> int:
    """Write one batch; a row that its rule refuses by now was ended before."""
    passed = []
    for row in rows:
        decision = decide(node, holding, _thing(row), purpose=row.purpose)
        if isinstance(decision, Released):
            passed.append(Passed(_thing(row), decision))
    if not passed:
        return 0
    out = leaving(node, holding, passed, purpose=rows[0].purpose, office=rows[0].office)

    def also(connection: Connection, position: int) -> None:
        out.audit(connection, position)
        left = [row.waiting_id for row in rows]
        change = update(WAITING_ITEM).where(WAITING_ITEM.c.waiting_id.in_(left))
        connection.execute(change.values(ended_ms=node.clock(), position=position))

    holding.own.write([out.manifest], sign=holding.sign_head, now_ms=node.clock(), also=also)
    return 1


def _cleared(node: Node, holding: Holding, rows: Sequence[Row[Any]], *, ended: list[int]) -> list[Cleared]:
    """Return what the release check lets out from an instant on; what it refuses goes into `ended`."""
    found = []
    for row in rows:
        thing = _thing(row)
        try:
            decision = decide(node, holding, thing, purpose=row.purpose)
        except Refused:
            continue
        if not isinstance(decision, Released | Held):
            ended.append(row.waiting_id)
            continue
        if not is_approved(node, holding, thing, decision.rule, purpose=row.purpose):
            continue  # the rule asks for more offices since then
        from_ms = released_from_ms(thing.event_ms, decision.rule)
        found.append(Cleared(str(row.waiting_id), decision.rule.id, holding.partner_id, row.purpose, from_ms))
    return found


def _end(node: Node, numbers: Sequence[int]) -> None:
    if numbers:
        with node.store.writing() as connection:
            change = update(WAITING_ITEM).where(WAITING_ITEM.c.waiting_id.in_(numbers))
            connection.execute(change.values(ended_ms=node.clock()))


def _rows(node: Node, agreement_id: str) -> Sequence[Row[Any]]:
    query = select(WAITING_ITEM).filter_by(agreement_id=agreement_id, ended_ms=None)
    with node.store.reading() as connection:
        return connection.execute(query.order_by(WAITING_ITEM.c.waiting_id)).all()


def _thing(row: Row[Any]) -> Thing:
    return Thing(row.kind, row.subject, row.event_ms, orjson.loads(row.record))
