"""Distress devices that were heard: kept, and those that are real handed on, so that a case opens by itself.

A row is written when a device is first heard, when it turns out to be real, when it first has a place, and then every
few seconds while it speaks. In the same transaction the work on its case is asked for: to open it, or to move its last
known position.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, Row, insert, select, update

from comity.ground import MS_PER_S, distance_m
from comity.maritime import Distress
from comity.node import outbox
from comity.node.app import Node
from comity.node.store import DISTRESS, JOB

WRITTEN_EVERY_MS = 5 * MS_PER_S
MOVED_M = 300.0
"""A device that wandered so far since its case was told is told again: three times the error that the case gives it."""

MOVED_EVERY_MS = 600 * MS_PER_S
"""Its case is told again after so long in any case: the last known position has a time as well."""

_PLACES = ("lat_deg", "lon_deg", "position_ms", "first_lat_deg", "first_lon_deg")


@dataclass(frozen=True)
class HeardDistress:
    """An activation of a device with its number at this node, when it was first raised here, and its case."""

    distress_id: int
    raised_ms: int
    case_id: str | None
    distress: Distress


def hear(node: Node, heard: Sequence[Distress]) -> None:
    """Keep what was heard of devices, and ask for the work on their cases."""
    with node.store.writing() as connection:
        for each in heard:
            row = connection.execute(select(DISTRESS).filter_by(mmsi=each.mmsi, number=each.number)).one_or_none()
            if row is None:
                values = {"mmsi": each.mmsi, "number": each.number, "raised_ms": node.clock(), **_values(each)}
                added = connection.execute(insert(DISTRESS).values(**values).returning(DISTRESS.c.distress_id))
                _ask(node, connection, added.scalar_one(), None, each)
            elif _is_due(row, each):
                change = update(DISTRESS).where(DISTRESS.c.distress_id == row.distress_id)
                connection.execute(change.values(**_values(each)))
                _ask(node, connection, row.distress_id, row, each)


def known(node: Node) -> tuple[Distress, ...]:
    """Return every activation that was ever kept: whoever listens goes on from there."""
    return tuple(each.distress for each in distresses(node))


def distresses(node: Node) -> list[HeardDistress]:
    """Return every activation, the newest first."""
    with node.store.reading() as connection:
        rows = connection.execute(select(DISTRESS).order_by(DISTRESS.c.raised_ms.desc(), DISTRESS.c.distress_id.desc()))
        return [_heard(row) for row in rows]


def distress(node: Node, distress_id: int) -> HeardDistress | None:
    """Return one activation by its number here."""
    with node.store.reading() as connection:
        row = connection.execute(select(DISTRESS).filter_by(distress_id=distress_id)).one_or_none()
    return None if row is None else _heard(row)


def _ask(node: Node, connection: Connection, distress_id: int, before: Row[Any] | None, now: Distress) -> None:
    """Ask for the work on a case where there is some: it has none yet, or its device wandered off or spoke on."""
    if now.state != "active" or now.lat_deg is None or now.position_ms is None:
        return
    subject = str(distress_id)
    waits = select(JOB.c.job_id).where(JOB.c.kind == "distress", JOB.c.subject == subject)
    if connection.execute(waits.where(JOB.c.state.in_(("waiting", "running"))).limit(1)).first():
        return
    last = select(JOB.c.due_ms).where(JOB.c.kind == "distress", JOB.c.subject == subject, JOB.c.state == "done")
    told_ms = connection.execute(last.order_by(JOB.c.job_id.desc()).limit(1)).scalar()
    is_new = before is None or before.case_id is None
    if is_new or told_ms is None or node.clock() - told_ms >= MOVED_EVERY_MS or _has_moved(before, now):
        outbox.add(connection, "distress", subject, now_ms=node.clock())


def _has_moved(before: Row[Any] | None, now: Distress) -> bool:
    if before is None or before.lat_deg is None:
        return True
    return float(distance_m(before.lat_deg, before.lon_deg, now.lat_deg or 0.0, now.lon_deg or 0.0)) > MOVED_M


def _is_due(row: Row[Any], now: Distress) -> bool:
    is_other = (row.state, row.said, row.lat_deg is None) != (now.state, _said(now), now.lat_deg is None)
    return is_other or abs(now.last_ms - row.last_ms) >= WRITTEN_EVERY_MS


def _said(each: Distress) -> str:
    return " ".join(sorted(each.said))


def _values(each: Distress) -> dict[str, Any]:
    names = ("first_ms", "last_ms", "heard", "state", *_PLACES)
    values = {name: getattr(each, name) for name in names}
    return values | {"said": _said(each), "text": each.text[:200], "stations": orjson.dumps(each.stations).decode()}


def _heard(row: Row[Any]) -> HeardDistress:
    found = Distress(
        mmsi=row.mmsi,
        number=row.number,
        first_ms=row.first_ms,
        last_ms=row.last_ms,
        heard=row.heard,
        said=frozenset(row.said.split()),
        text=row.text,
        stations=tuple(orjson.loads(row.stations)),
        **{name: getattr(row, name) for name in _PLACES},
    )
    return HeardDistress(row.distress_id, row.raised_ms, row.case_id, found)
