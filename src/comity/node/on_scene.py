"""Who co-ordinates on scene (OSC) in the cases of ours, as was kept last.

Instants are milliseconds since 1970.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from comity.node.store import CASE_ON_SCENE


@dataclass(frozen=True)
class OnScene:
    """The unit that co-ordinates on scene, since when, and the office that said so."""

    unit: str
    since_ms: int
    office: str


def on_scene(connection: Connection) -> dict[str, OnScene]:
    """Return who co-ordinates on scene, by the case; a case where nobody does is not among them."""
    newest = select(func.max(CASE_ON_SCENE.c.act)).group_by(CASE_ON_SCENE.c.case_id)
    rows = connection.execute(select(CASE_ON_SCENE).where(CASE_ON_SCENE.c.act.in_(newest))).all()
    return {row.case_id: OnScene(row.unit, row.at_ms, row.office) for row in rows if row.unit is not None}
