"""A case of ours as it stands: the document that opened it, with the newest of each section that is known since.

Sections are those of the case file format, each as a whole; nothing that was said before is ever overwritten.
"""

from typing import Any

import orjson
from sqlalchemy import Connection, func, select

from comity.files.cases import resolved_case
from comity.ground import InvalidInput
from comity.node.app import Node
from comity.node.store import CASE_SECTION, RESCUE_CASE
from comity.rescue import Case, case_of


def document(node: Node, case_id: str) -> dict[str, Any]:
    """Return the document of one of our cases as it stands, or raise `InvalidInput`."""
    with node.store.reading() as connection:
        return document_in(connection, case_id)


def document_in(connection: Connection, case_id: str) -> dict[str, Any]:
    """Return the document of a case as one transaction sees it."""
    opened = connection.execute(select(RESCUE_CASE.c.document).filter_by(case_id=case_id)).scalar_one_or_none()
    if opened is None:
        raise InvalidInput(
            "node.case_not_ours",
            "{case} is not a case of ours.",
            why="only a case that this node opened can be planned, searched and released from here",
            remedy="check its name in the list of cases",
            case=case_id[:80],
        )
    return current(orjson.loads(opened), sections(connection, case_id).get(case_id, {}))


def sections(connection: Connection, case_id: str | None = None) -> dict[str, dict[str, Any]]:
    """Return the newest of each section that is known since, by the case (one, or all) and its name."""
    newest = select(func.max(CASE_SECTION.c.section_id)).group_by(CASE_SECTION.c.case_id, CASE_SECTION.c.section)
    if case_id is not None:
        newest = newest.where(CASE_SECTION.c.case_id == case_id)
    found: dict[str, dict[str, Any]] = {}
    for row in connection.execute(select(CASE_SECTION).where(CASE_SECTION.c.section_id.in_(newest))):
        found.setdefault(row.case_id, {})[row.section] = orjson.loads(row.value)
    return found


def current(opened: dict[str, Any], later: dict[str, Any]) -> dict[str, Any]:
    """Return a document with sections in the place of its own; one without content is none."""
    return {name: value for name, value in (opened | later).items() if value is not None}


def case_of_now(node: Node, case_id: str) -> Case:
    """Return one of our cases as it stands, the areas and tracks that it names read from the node folder."""
    return resolved_case(case_of(document(node, case_id)), node.layout.folder)


def needs_drift(case_id: str) -> InvalidInput:
    """Return why a case cannot be planned before its drift, for what is known of it now, was computed."""
    return InvalidInput(
        "node.plan_needs_drift",
        "{case} has no drift of its present state.",
        why="none was computed, or objects, scenarios, run, observations or forcing have changed since",
        remedy="ask for the drift; the plan follows by itself",
        case=case_id,
    )
