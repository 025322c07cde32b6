"""The records of an agreement in lines, now or as they stood."""

from comity.node.app import Node
from comity.node.cooperation import as_of, books
from comity.node.cooperation_records import Lines


def lines_of(node: Node, agreement_id: str, at_ms: int | None = None) -> Lines:
    """Return the lines of every record as it stands, or stood at a past instant (milliseconds since 1970)."""
    holding = node.holding(agreement_id)
    found = books(node, holding)
    agreed, view = (found.agreed, found.view) if at_ms is None else as_of(node, holding, found, at_ms)
    return Lines(node, found, view, agreed, found.of_view)
