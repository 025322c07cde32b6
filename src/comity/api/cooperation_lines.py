"""The records of an agreement in lines, now or as they stood."""

from comity.node.app import Node
from comity.node.cooperation import books
from comity.node.cooperation_records import Lines


def lines_of(node: Node, agreement_id: str, at_ms: int | None = None) -> Lines:
    """Return the lines of every record as it stands, or stood at a past instant (milliseconds since 1970)."""
    found = books(node, node.holding(agreement_id))
    if at_ms is None:
        return Lines(node, found, found.view, found.agreed, found.of_view)
    return Lines(node, found, found.of_view.at(at_ms), found.of_agreed.at(at_ms), found.of_view)
