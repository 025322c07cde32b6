"""What an office notes about a case, ours or the partner's: kept with its name and hour, national, never changed.

Instants are milliseconds since 1970. A note never leaves this node; a correction is another note.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, or_, select

from comity.ground import InvalidInput
from comity.node.app import Node
from comity.node.offices import OWNER
from comity.node.store import ARRIVAL, ARRIVAL_PART, CASE_NOTE, RESCUE_CASE
from comity.node.typed import check_typed

MOST_CHARACTERS = 4_000


@dataclass(frozen=True)
class Note:
    """A note as it is kept."""

    number: int
    at_ms: int
    office: str
    text: str


def note(node: Node, case_id: str, text: str, *, office: str = OWNER) -> Note:
    """Keep a note about a case, or raise `InvalidInput`."""
    check_typed(text)
    kept = text.strip()
    if not kept or len(kept) > MOST_CHARACTERS:
        raise InvalidInput(
            "node.note_of_no_length",
            "This note cannot be kept.",
            why="a note has from 1 to {most} characters, and this one has {count}",
            remedy="write what happened, in several notes where it is long",
            most=MOST_CHARACTERS,
            count=len(kept),
        )
    with node.turn, node.store.writing() as connection:
        at_ms = node.clock()
        values = {"case_id": case_id, "whose": _whose(connection, case_id), "at_ms": at_ms, "office": office}
        new = insert(CASE_NOTE).values(**values, text=kept).returning(CASE_NOTE.c.note_id)
        number: int = connection.execute(new).scalar_one()
    return Note(number, at_ms, office, kept)


def _whose(connection: Connection, case_id: str) -> str:
    """Return whose case it is: ours before the partner's."""
    if connection.execute(select(RESCUE_CASE.c.case_id).filter_by(case_id=case_id)).first():
        return "ours"
    arrived = or_(
        select(ARRIVAL.c.position).filter_by(subject=case_id).exists(),
        select(ARRIVAL_PART.c.position).filter_by(subject=case_id).exists(),
    )
    if connection.execute(select(arrived)).scalar_one():
        return "partner"
    raise InvalidInput(
        "node.no_such_case",
        "There is no case {case}.",
        why="no office here opened it, and the partner did not send it",
        remedy="check its name in the list of cases",
        case=case_id[:80],
    )
