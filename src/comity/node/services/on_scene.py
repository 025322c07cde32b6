"""The on-scene co-ordinator (OSC) of a case of ours: the unit, ship or aircraft that was designated, until relieved.

Source: IAMSAR Manual vol. II, chapter 1: who co-ordinates the mission (SMC) designates one where units work together.
A unit by its name, never a person. National: the SITREP says it to the partner.
"""

from sqlalchemy import insert

from comity.node import on_scene
from comity.node.app import Node
from comity.node.case_documents import document_in
from comity.node.offices import OWNER
from comity.node.store import CASE_ON_SCENE
from comity.node.typed import check_typed


def designate(node: Node, case_id: str, unit: str | None, *, office: str = OWNER) -> None:
    """Keep which unit co-ordinates on scene from now on; `None` relieves it. What is so already changes nothing."""
    check_typed(unit)
    with node.turn, node.store.writing() as connection:
        document_in(connection, case_id)  # a case of ours
        known = on_scene.on_scene(connection).get(case_id)
        if (None if known is None else known.unit) == unit:
            return
        row = {"case_id": case_id, "at_ms": node.clock(), "office": office, "unit": unit}
        connection.execute(insert(CASE_ON_SCENE).values(row))
