"""What is known later of a case of ours: units, conditions, how to plan; objects, scenarios, run, observations, fields.

A section is put as a whole and takes the place of the one before; what would not be a case any more is not kept.
"""

from typing import Any, Literal, get_args

import orjson
from sqlalchemy import insert

from comity.files.cases import resolved_case
from comity.ground import InvalidInput
from comity.node.app import Node
from comity.node.case_documents import current, document_in
from comity.node.new_cases import check_sight, written
from comity.node.offices import OWNER
from comity.node.store import CASE_SECTION
from comity.rescue import case_of

Section = Literal["unit", "conditions", "plan", "object", "scenario", "run", "observation", "forcing"]
SECTIONS: tuple[Section, ...] = get_args(Section)

MOST_UNITS = 40
"""Far more than any search has had in one plan; the optimiser's time grows with the square of their sorties."""


def put_section(node: Node, case_id: str, section: Section, value: Any, *, office: str = OWNER) -> None:
    """Put a section of one of our cases in the place of the one before; `None` takes it away.

    The same section again changes nothing, and leaves no second row. The files that it names must be there: a case that
    cannot be read any more could neither be shown nor mended.
    """
    with node.turn, node.store.writing() as connection:
        before = document_in(connection, case_id)
        after = current(before, {section: value})
        written(after)
        case = resolved_case(case_of(after), node.layout.folder)
        if section == "conditions":  # what was kept before this was asked can still be mended section by section
            check_sight(case)
        if len(case.units) > MOST_UNITS:
            raise InvalidInput(
                "node.too_many_units",
                "The search has {count} units.",
                why="one plan holds {most} at most",
                remedy="plan those of the next hours, and the others in a later plan",
                count=len(case.units),
                most=MOST_UNITS,
            )
        if after == before:
            return
        row = {"case_id": case_id, "at_ms": node.clock(), "office": office, "section": section}
        connection.execute(insert(CASE_SECTION).values(**row, value=orjson.dumps(value)))
