"""Stops: an office may stop all releases under an agreement, or the following of the partner's record, at once.

A party's own release check may stop at any time (rule R9); nobody else is asked. Every stop and its end is a row with
the office and the reason. Units: milliseconds since 1970.
"""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import insert, select

from comity.ground import Refused
from comity.node.app import Holding, Node
from comity.node.store import STOP

What = Literal["release", "partner"]


@dataclass(frozen=True)
class Stop:
    """What stands still since when, by which office, for which reason."""

    what: What
    at_ms: int
    office: str
    why: str


def stop_of(node: Node, agreement_id: str, what: What) -> Stop | None:
    """Return the stop that stands, or `None`."""
    query = select(STOP).filter_by(agreement_id=agreement_id, what=what).order_by(STOP.c.change.desc()).limit(1)
    with node.store.reading() as connection:
        row = connection.execute(query).one_or_none()
    return Stop(row.what, row.at_ms, row.office, row.why) if row is not None and row.is_stopped else None


def keep_stop(node: Node, agreement_id: str, what: What, *, stopped: bool, office: str, why: str) -> None:
    """Stop, or go on; what stands so already is one row."""
    if (stop_of(node, agreement_id, what) is not None) == stopped:
        return
    values = {"agreement_id": agreement_id, "what": what, "is_stopped": int(stopped), "office": office, "why": why}
    with node.store.writing() as connection:
        connection.execute(insert(STOP).values(**values, at_ms=node.clock()))


def check_release(node: Node, holding: Holding) -> None:
    """Raise `Refused` while an office has stopped what leaves under this agreement."""
    found = stop_of(node, holding.card.agreement, "release")
    if found is not None:
        raise Refused(
            "node.release_stopped",
            "Nothing was sent: {office} has stopped all releases under {agreement}.",
            why="a party may stop its own release check at any time, and Article {article} lets nothing out by itself",
            remedy="ask that office; releases go on when an office lifts the stop",
            office=found.office,
            agreement=holding.card.agreement,
            article=holding.agreement.limits.default_clause,
        )
