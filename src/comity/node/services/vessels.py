"""Vessels of the live picture and their tracks: asked of the process that listens, and of the store of positions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import shapely
from numpy.typing import NDArray

from comity.ground import InvalidInput
from comity.maritime import Near, TypeClass, type_class
from comity.node.app import Node

Columns = dict[str, NDArray[Any]]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Vessels:
    """Vessels by column, newest fixes first where there are more than asked for; `total` says how many match."""

    now_ms: int
    total: int
    columns: Columns

    @property
    def count(self) -> int:
        """How many vessels are here."""
        return int(self.columns["mmsi"].size)


@dataclass(frozen=True)
class Track:
    """Positions of a vessel between two instants (`POSITIONS`), and whether there are more than asked for."""

    mmsi: int
    from_ms: int
    until_ms: int
    positions: pa.Table
    is_cut: bool


@dataclass(frozen=True)
class Filter:
    """Which of the vessels found are meant: types (none: all), not older than, and how many at most."""

    types: Sequence[TypeClass] = ()
    most_age_ms: int | None = None
    limit: int = 2_000


def in_box(node: Node, box: Box, chosen: Filter) -> Vessels:
    """Return the vessels in a box (west, south, east, north); west past east crosses the antimeridian."""
    return _found(node, "box", *box, **_how(node, chosen))


def in_polygon(node: Node, corners: Sequence[tuple[float, float]], chosen: Filter) -> Vessels:
    """Return the vessels in a polygon of (longitude, latitude) corners; past 180 it crosses the antimeridian."""
    polygon = shapely.Polygon(corners)
    if not polygon.is_valid:
        raise InvalidInput(
            "node.bad_polygon",
            "The area is no polygon.",
            why="its sides cross one another, or it has no area",
            remedy="give its corners in their order around it",
        )
    return _found(node, "polygon", polygon, **_how(node, chosen))


def search(node: Node, text: str, *, limit: int) -> Vessels:
    """Return the vessels one of whose names or numbers begins so, the best first."""
    return _found(node, "find", text, limit)


def of_ids(node: Node, ids: Sequence[int]) -> Vessels:
    """Return the vessels of numbers in the moving picture."""
    return _found(node, "ids", list(ids))


def vessel(node: Node, mmsi: int) -> Vessels:
    """Return one vessel, or raise `InvalidInput`."""
    found = _found(node, "mmsi", mmsi)
    if found.count == 0:
        raise InvalidInput(
            "node.no_such_vessel",
            "The picture holds no vessel {mmsi}.",
            why="nothing was heard of it for as long as vessels are kept in it",
            remedy="check its MMSI, or ask for its track",
            mmsi=mmsi,
        )
    return found


def nearest(
    node: Node, lat_deg: float, lon_deg: float, *, limit: int, within_m: float | None
) -> tuple[list[Near], Vessels]:
    """Return the vessels that can be at a datum first, and what is known of each, in the same order."""
    near, columns = node.watch.ask("nearest", lat_deg, lon_deg, limit, within_m)
    return near, Vessels(node.clock(), len(near), columns)


def track(node: Node, mmsi: int, *, from_ms: int, until_ms: int, limit: int) -> Track:
    """Return where a vessel was between two instants, as far as it was kept."""
    from comity.files.position_queries import PositionQueries  # DuckDB: only who asks for a track loads it

    with PositionQueries(node.layout.positions, threads=1, memory="256MB") as asked:
        told = asked.track(mmsi, from_ms=from_ms, until_ms=until_ms, limit=limit)
    return Track(mmsi, from_ms, until_ms, told.table, told.is_cut)


def give(node: Node, station: str, data: bytes) -> int:
    """Take sentences of a station that somebody hands to the node; return how many lines they are."""
    node.watch.begin()
    taken: int = node.watch.ask("give", station, data)
    return taken


def _found(node: Node, how: str, *what: Any, **chosen: Any) -> Vessels:
    total, columns = node.watch.ask("vessels", how, *what, **chosen)
    return Vessels(node.clock(), total, columns)


def _how(node: Node, chosen: Filter) -> dict[str, Any]:
    types = [each for each in range(256) if type_class(each) in chosen.types] if chosen.types else None
    since_ms = None if chosen.most_age_ms is None else node.clock() - chosen.most_age_ms
    return {"ship_types": types, "since_ms": since_ms, "most": chosen.limit}
