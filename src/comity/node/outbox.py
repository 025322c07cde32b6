"""Work that waits to be done: rows written in the same transaction as their cause, tried until they are done.

A job may run twice (a crash between its work and its row), so every handler is idempotent.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from comity.ground import MS_PER_S, ComityError
from comity.node.app import Node
from comity.node.reasons import kept, remembered
from comity.node.store import JOB

FIRST_WAIT_S = 1
LONGEST_WAIT_S = 300


@dataclass(frozen=True)
class Job:
    """A piece of work: what, on what, how far, and why it failed."""

    job_id: int
    kind: str
    subject: str
    attempts: int
    state: str
    done_permille: int
    problem: ComityError | None


def waiting(kind: str, subject: str, *, now_ms: int) -> dict[str, Any]:
    """Return the row of a new job."""
    return {
        "kind": kind,
        "subject": subject,
        "asked_ms": now_ms,
        "due_ms": now_ms,
        "attempts": 0,
        "state": "waiting",
        "done_share": 0,
    }


def add(connection: Connection, kind: str, subject: str, *, now_ms: int) -> int:
    """Write a new job; return its number."""
    written = connection.execute(insert(JOB).values(waiting(kind, subject, now_ms=now_ms)).returning(JOB.c.job_id))
    number: int = written.scalar_one()
    return number


def claim(node: Node, kind: str, start: str = "") -> Job | None:
    """Take the oldest job that is due, on a subject that begins so, or return `None`."""
    with node.store.writing() as connection:
        query = select(JOB).where(*_due(node, kind, start))
        row = connection.execute(query.order_by(JOB.c.job_id).limit(1)).one_or_none()
        if row is None:
            return None
        change = update(JOB).where(JOB.c.job_id == row.job_id)
        connection.execute(change.values(state="running", attempts=row.attempts + 1))
    return Job(row.job_id, row.kind, row.subject, row.attempts + 1, "running", 0, None)


def is_due(node: Node, kind: str, start: str = "") -> bool:
    """Return whether there is something to do, without taking the writer's turn."""
    query = select(JOB.c.job_id).where(*_due(node, kind, start))
    with node.store.reading() as connection:
        return connection.execute(query.limit(1)).one_or_none() is not None


def _due(node: Node, kind: str, start: str) -> tuple[ColumnElement[bool], ...]:
    is_due = (JOB.c.kind == kind, JOB.c.state == "waiting", JOB.c.due_ms <= node.clock())
    return (*is_due, JOB.c.subject.startswith(start, autoescape=True)) if start else is_due


def waiting_on(node: Node, kind: str, start: str) -> list[Job]:
    """Return the jobs of a kind that wait, due or not, on subjects that begin so."""
    query = select(JOB).where(JOB.c.kind == kind, JOB.c.state == "waiting", JOB.c.subject.startswith(start))
    with node.store.reading() as connection:
        rows = connection.execute(query.order_by(JOB.c.job_id)).all()
    return [Job(row.job_id, row.kind, row.subject, row.attempts + 1, "running", 0, None) for row in rows]


def take(node: Node, job: Job) -> bool:
    """Take a job that waits, due or not; tell whether it was still there to take: one at a time works on a subject."""
    mine = update(JOB).where(JOB.c.job_id == job.job_id, JOB.c.state == "waiting").values(state="running")
    with node.store.writing() as connection:
        return connection.execute(mine).rowcount == 1


def finish(node: Node, job: Job) -> None:
    """Keep that a job is done; of a closed job, `due_ms` is when it ended."""
    _close(node, job, state="done", done_share=1000, outcome=None, due_ms=node.clock())


def fail(node: Node, job: Job, error: ComityError, *, again: bool) -> None:
    """Keep why a job failed; with `again` it waits and is tried once more, each time longer."""
    if again:
        wait_s = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** min(job.attempts - 1, 16))
        _close(node, job, state="waiting", outcome=kept(error), due_ms=node.clock() + wait_s * MS_PER_S)
    else:
        _close(node, job, state="failed", outcome=kept(error), due_ms=node.clock())


def reclaim(node: Node) -> None:
    """After a start: what was running when the node stopped waits again."""
    with node.store.writing() as connection:
        connection.execute(update(JOB).where(JOB.c.state == "running").values(state="waiting"))


def latest(node: Node, kind: str, subject: str) -> Job | None:
    """Return the newest job of a kind on a subject, or `None`."""
    query = select(JOB).where(JOB.c.kind == kind, JOB.c.subject == subject).order_by(JOB.c.job_id.desc()).limit(1)
    with node.store.reading() as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        return None
    done = node.progress.get(row.job_id, row.done_share)
    problem = None if row.outcome is None else remembered(row.outcome)
    return Job(row.job_id, row.kind, row.subject, row.attempts, row.state, done, problem)


def _close(node: Node, job: Job, **values: Any) -> None:
    with node.store.writing() as connection:
        connection.execute(update(JOB).where(JOB.c.job_id == job.job_id).values(**values))
    node.progress.pop(job.job_id, None)
