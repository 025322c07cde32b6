"""The log of one case: when it was opened, drifted, released, stored by the partner, or received; newest first."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select

from comity.node.app import Node
from comity.node.store import ARRIVAL, JOB, LOG_RECEIPT, RELEASE_AUDIT, RESCUE_CASE

Kind = Literal["opened", "drift_asked", "drift_done", "drift_failed", "released", "stored", "arrived"]

SENTENCES = {
    "opened": "node-line-opened",
    "drift_asked": "node-line-drift-asked",
    "drift_done": "node-line-drift-done",
    "drift_failed": "node-line-drift-failed",
    "released": "node-line-released",
    "stored": "node-line-stored",
    "arrived": "node-line-arrived",
}


@dataclass(frozen=True)
class Line:
    """One thing that happened to a case; `position` is its entry in our log or in our copy of the partner's."""

    at_ms: int
    kind: Kind
    clause: str = ""
    log: Literal["own", "partner"] | None = None
    position: int | None = None


def lines(node: Node, case_id: str) -> list[Line]:
    """Return what happened to a case, the newest first."""
    found: list[Line] = []
    is_ours = False
    with node.store.reading() as connection:
        for row in connection.execute(select(RESCUE_CASE).filter_by(case_id=case_id)):
            is_ours = True
            found.append(Line(row.opened_ms, "opened"))
        for row in connection.execute(select(JOB).filter_by(kind="drift", subject=case_id)):
            found.append(Line(row.asked_ms, "drift_asked"))
        for row in connection.execute(select(RELEASE_AUDIT).filter_by(case_id=case_id)):
            found.append(Line(row.released_ms, "released", row.clause, "own", row.position))
            receipts = select(LOG_RECEIPT).filter_by(agreement_id=row.agreement_id)
            stored = connection.execute(
                receipts.where(LOG_RECEIPT.c.size > row.position).order_by(LOG_RECEIPT.c.size).limit(1)
            ).one_or_none()
            if stored is not None:
                found.append(Line(stored.stored_ms, "stored", row.clause, "own", row.position))
        for row in connection.execute(select(ARRIVAL).filter_by(subject=case_id)):
            found.append(Line(row.arrived_ms, "arrived", "", "partner", row.position))
    summary = node.layout.case(case_id) / "summary.json"  # a name of ours was checked when the case was opened
    if is_ours and summary.is_file():
        found.append(Line(summary.stat().st_mtime_ns // 1_000_000, "drift_done"))
    return sorted(found, key=lambda each: each.at_ms, reverse=True)
