"""The plans of a case of ours: asked for, as they stand, what they taught, and what is missing before there is one.

Plan A is computed; plan B is an officer's own change of a plan, evaluated on the same hypotheses. A plan is stale once
something that it was made from has changed: units, what they meet, the drift, searches or clues.
"""

from dataclasses import dataclass
from typing import Any, Literal

import orjson

from comity.files.cases import drift_digest
from comity.ground import ComityError, canonical
from comity.node import case_account, outbox
from comity.node.app import Node
from comity.node.case_documents import case_of_now, needs_drift
from comity.node.case_folders import BASIS_FILE, LEARNT_FILE, PLAN_FILE, SUMMARY_FILE, read_together
from comity.node.case_plans import newest
from comity.node.outbox import Job
from comity.node.reasons import remembered
from comity.rescue import Case, least_visibility_m

Missing = Literal["drift", "unit", "conditions", "visibility"]


@dataclass(frozen=True)
class Plans:
    """The plans of a case.

    Parameters
    ----------
    a, b, learnt
        Documents `comity/plan/1` and `comity/update/1`; `None` where there is none.
    a_digest, b_digest
        Of the newest plan of each that was made: what was flown may be told by one that is not valid any more.
    stale, b_stale
        Whether something has changed that plan A (or what was learnt), or plan B, was made from; a new drift has
        neither until the plan that follows is made.
    ready
        What is missing before there can be a plan.
    problem
        Why what was learnt last could not lead to a plan.
    """

    a: dict[str, Any] | None
    b: dict[str, Any] | None
    a_digest: str | None
    b_digest: str | None
    learnt: dict[str, Any] | None
    stale: bool
    b_stale: bool
    ready: tuple[Missing, ...]
    problem: ComityError | None


def ask(node: Node, case_id: str) -> Job:
    """Ask for a plan of one of our cases; one that waits already is the answer, for it will see all that is known."""
    with node.turn:
        case = case_of_now(node, case_id)
        if not _is_drifted(node, case):
            raise needs_drift(case_id)
        with node.store.writing() as connection:
            case_account.ask_plan(connection, case_id, now_ms=node.clock())
    job = latest(node, case_id)
    assert job is not None, "it was written just now, or before"
    return job


def latest(node: Node, case_id: str) -> Job | None:
    """Return the newest plan job of a case, or `None`."""
    return outbox.latest(node, "plan", case_id)


def plans(node: Node, case_id: str) -> Plans:
    """Return the plans of one of our cases as they stand."""
    case, kept = case_of_now(node, case_id), case_account.rows(node, case_id)
    files = read_together(node.layout.case(case_id), [PLAN_FILE, LEARNT_FILE, BASIS_FILE, SUMMARY_FILE])
    stands = orjson.loads(files[BASIS_FILE]) if BASIS_FILE in files else None
    a, learnt = (orjson.loads(files[each]) if each in files else None for each in (PLAN_FILE, LEARNT_FILE))
    now = case_account.basis(case, kept)
    made, b = newest(node, case_id, "a"), newest(node, case_id, "b")
    own = None if b is None or b.document is None else orjson.loads(b.document)
    return Plans(
        a=a,
        b=own,
        a_digest=None if made is None else made.digest,
        b_digest=None if b is None else b.digest,
        learnt=learnt,
        stale=stands["basis"] != now if stands else _is_awaited(case, kept, was_made=made is not None),
        b_stale=own is not None and b is not None and b.basis != now,
        ready=tuple(_missing(case, files.get(SUMMARY_FILE))),
        problem=remembered(canonical(stands["problem"])) if stands and stands["problem"] else None,
    )


def _is_awaited(case: Case, kept: case_account.Rows, *, was_made: bool) -> bool:
    """Return whether a drift without anything made on it yet has searches or clues to learn from, or units to send."""
    return bool(kept.digests or kept.clues or (was_made and case.units))


def _missing(case: Case, summary: bytes | None) -> list[Missing]:
    found: list[Missing] = []
    if not _is_of(summary, case):
        found.append("drift")
    if not case.units:
        found.append("unit")
    by_tables = [each for each in case.units if each.sweep_width_m is None]
    if case.conditions is None and by_tables:
        found.append("conditions")
    met = case.conditions
    if met is not None and any(met.visibility_m < least_visibility_m(each.platform) for each in by_tables):
        found.append("visibility")
    return found


def _is_drifted(node: Node, case: Case) -> bool:
    return _is_of(read_together(node.layout.case(case.case_id), [SUMMARY_FILE]).get(SUMMARY_FILE), case)


def _is_of(summary: bytes | None, case: Case) -> bool:
    """Return whether the summary of a drift is of the present state of its case."""
    return summary is not None and orjson.loads(summary).get("drift_digest") == drift_digest(case)
