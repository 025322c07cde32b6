"""The log of one case, newest first: when it was opened, drifted, moved on, released, stored by the partner, received.

Each line names the office that did it where an office did: ours from the acts that this node keeps, the partner's from
its own signed entry.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from comity.ground import ComityError
from comity.ledger import Release, parse_entry
from comity.node.app import Node
from comity.node.reasons import remembered
from comity.node.services.cases import Side, Stage
from comity.node.store import ARRIVAL, CASE_ACT, JOB, LOG_RECEIPT, RELEASE_AUDIT, RESCUE_CASE

Kind = Literal["opened", "drift_asked", "drift_done", "drift_failed", "moved", "released", "stored", "arrived"]

SENTENCES = {
    "opened": "node-line-opened",
    "drift_asked": "node-line-drift-asked",
    "drift_done": "node-line-drift-done",
    "drift_failed": "node-line-drift-failed",
    "moved": "node-line-moved",
    "released": "node-line-released",
    "stored": "node-line-stored",
    "arrived": "node-line-arrived",
}


@dataclass(frozen=True)
class Line:
    """One thing that happened to a case; `position` is its entry in our log or in our copy of the partner's."""

    at_ms: int
    kind: Kind
    office: str | None = None
    clause: str = ""
    log: Literal["own", "partner"] | None = None
    position: int | None = None
    stage: Stage | None = None
    smc: Side | None = None
    problem: ComityError | None = None


def lines(node: Node, case_id: str) -> list[Line]:
    """Return what happened to a case, the newest first."""
    with node.store.reading() as connection:
        acts = connection.execute(select(CASE_ACT).filter_by(case_id=case_id).order_by(CASE_ACT.c.act)).all()
        found = [
            *_ours(connection, case_id, acts),
            *(Line(row.at_ms, "moved", row.office, stage=row.stage, smc=row.smc) for row in acts if row.stage),
            *_released(node, connection, case_id),
            *_arrived(node, connection, case_id),
        ]
    return [line for _, line in sorted(enumerate(found), key=lambda each: (each[1].at_ms, each[0]), reverse=True)]


def _ours(connection: Connection, case_id: str, acts: Any) -> Iterator[Line]:
    opened = next((row.office for row in acts if row.kind == "opened"), None)
    asked = {row.job_id: row.office for row in acts if row.kind == "drift_asked"}
    for row in connection.execute(select(RESCUE_CASE).filter_by(case_id=case_id)):
        yield Line(row.opened_ms, "opened", opened)
    for row in connection.execute(select(JOB).filter_by(kind="drift", subject=case_id).order_by(JOB.c.job_id)):
        yield Line(row.asked_ms, "drift_asked", asked.get(row.job_id))
        if row.state == "done":
            yield Line(row.due_ms, "drift_done")
        elif row.state == "failed":
            yield Line(row.due_ms, "drift_failed", problem=remembered(row.outcome) if row.outcome else None)


def _released(node: Node, connection: Connection, case_id: str) -> Iterator[Line]:
    for row in connection.execute(select(RELEASE_AUDIT).filter_by(case_id=case_id)):
        office = _office(node.holding(row.agreement_id).own, row.position)
        yield Line(row.released_ms, "released", office, row.clause, "own", row.position)
        receipts = select(LOG_RECEIPT).filter_by(agreement_id=row.agreement_id)
        stored = connection.execute(
            receipts.where(LOG_RECEIPT.c.size > row.position).order_by(LOG_RECEIPT.c.size).limit(1)
        ).one_or_none()
        if stored is not None:
            yield Line(stored.stored_ms, "stored", None, row.clause, "own", row.position)


def _arrived(node: Node, connection: Connection, case_id: str) -> Iterator[Line]:
    for row in connection.execute(select(ARRIVAL).filter_by(subject=case_id)):
        office = _office(node.holding(row.agreement_id).copy, row.position)
        yield Line(row.arrived_ms, "arrived", office, "", "partner", row.position)


def _office(log: Any, position: int) -> str | None:
    (data,) = log.entries(position, position + 1)
    entry = parse_entry(data)
    return entry.office if isinstance(entry, Release) else None
