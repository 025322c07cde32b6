"""The plans of a case of ours as they are kept: the newest of each letter, and whether it still is of what is known."""

from typing import Any, Literal, NamedTuple

import orjson
from sqlalchemy import Row, select

from comity.ground import InvalidInput
from comity.node import case_account
from comity.node.app import Node
from comity.node.case_documents import case_of_now
from comity.node.case_folders import BASIS_FILE, PLAN_FILE, read_together
from comity.node.store import CASE_PLAN

Letter = Literal["a", "b"]


class Base(NamedTuple):
    """A plan that can be worked on: its document, and the digest of what it was made from, which still holds."""

    document: dict[str, Any]
    basis: str


def newest(node: Node, case_id: str, letter: Letter) -> Row[Any] | None:
    """Return the newest row of a case's plan A or B."""
    query = select(CASE_PLAN).filter_by(case_id=case_id, letter=letter).order_by(CASE_PLAN.c.plan_id.desc()).limit(1)
    with node.store.reading() as connection:
        return connection.execute(query).one_or_none()


def drawn_plan(node: Node, case_id: str) -> dict[str, Any] | None:
    """Return plan B of a case where an office drew one that stands."""
    row = newest(node, case_id, "b")
    return None if row is None or row.document is None else dict(orjson.loads(row.document))


def base(node: Node, case_id: str, letter: Letter) -> Base:
    """Return a plan to work on, or `InvalidInput` where there is none or it is of another state of the case."""
    now = case_account.basis(case_of_now(node, case_id), case_account.rows(node, case_id))
    if letter == "a":
        files = read_together(node.layout.case(case_id), [PLAN_FILE, BASIS_FILE])
        document, made_from = files.get(PLAN_FILE), orjson.loads(files.get(BASIS_FILE, b"{}")).get("basis")
    else:
        row = newest(node, case_id, "b")
        document, made_from = (None, None) if row is None else (row.document, row.basis)
    if document is None:
        raise plan_not_kept(case_id, letter)
    if made_from != now:
        raise plan_is_stale(case_id)
    return Base(orjson.loads(document), now)


def plan_not_kept(case_id: str, letter: Letter) -> InvalidInput:
    """Return that there is no such plan."""
    return InvalidInput(
        "node.plan_not_kept",
        "{case} has no such plan {letter}.",
        why="none was made, it was given up, or another digest is meant",
        remedy="look at the plans of the case",
        case=case_id,
        letter=letter.upper(),
    )


def no_such_sortie(unit: str, sortie: int) -> InvalidInput:
    """Return that a plan has no such sortie."""
    return InvalidInput(
        "node.no_such_sortie",
        "The plan has no sortie {sortie} of {unit}, or it is named twice.",
        why="what was flown is told by unit and sortie, as the plan names them",
        remedy="take the names from the plan",
        unit=unit,
        sortie=sortie,
    )


def plan_is_stale(case_id: str) -> InvalidInput:
    """Return that a plan is not of the case as it stands."""
    return InvalidInput(
        "node.plan_is_stale",
        "The plan of {case} is of an older state of the case.",
        why="units, conditions, drift, searches or clues have changed since it was made",
        remedy="ask for the plan again, and work on the new one",
        case=case_id,
    )
