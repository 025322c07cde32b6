"""What moves on the map: each source that a node can show, and where its points are at an instant.

Units: degrees (longitude from −180 to 180), metres per second, degrees from north; instants are milliseconds since
1970. A point that is not there at an instant is NaN. The hypotheses of a case move between the hours of its cloud, and
before the first and after the last there is none. Ships are where they were last reported, reckoned on for six minutes;
of them only those that may be in view are looked up.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.ground import MS_PER_S, ComityError, metres_per_degree
from comity.maritime import MMSI_KINDS, REACH_MS, mmsi_kinds
from comity.node.app import Node
from comity.node.services import clouds
from comity.rescue import Cloud

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Moving:
    """Where the points of a layer are at an instant, and how they move; each of shape (points,)."""

    lon_deg: Floats
    lat_deg: Floats
    sog_m_s: Floats
    cog_deg: Floats


Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west past east crosses the antimeridian."""

MARK = np.dtype(
    [("id", "<u4"), ("mmsi", "<u4"), ("type", "u1"), ("status", "u1"), ("kind", "u1"), ("flags", "u1"), ("t_s", "<u4")]
)
"""What a point is: of a ship its MMSI, type, navigational status, kind (`MARK_KINDS`), flags, and its last fix."""

MARK_KINDS = ("class_a", "class_b", "sar_aircraft", "base_station", "aton", "distress", "other")
NO_COURSE, OLD = 1, 2
"""Flags: no course was told; the last fix is older than six minutes."""


@dataclass(frozen=True)
class InView:
    """The points of a layer that may be in a box, by number in rising order, and what they are (`MARK`) if asked."""

    ids: NDArray[np.int64]
    moving: Moving
    marks: NDArray[Any] | None = None


@dataclass(frozen=True)
class Layer:
    """Points of one source that belong together, numbered from 0; `stamp` changes when the numbers mean others.

    A layer with `look` has more points than are worth reckoning each time: it is asked for those in a box alone.
    """

    source: str
    subject: str
    stamp: Hashable
    count: int
    at: Callable[[float], Moving]
    look: Callable[[float, Box | None, bool], InView] | None = None


def layers(node: Node, subject: str | None = None, source: str | None = None) -> list[Layer]:
    """Return the layers of every source of this node, or those of one source, or those that show one subject."""
    found = [layer for name, each in SOURCES.items() if source in (None, name) for layer in each(node)]
    return [layer for layer in found if subject in (None, layer.subject)]


def case_clouds(node: Node) -> list[Layer]:
    """Return a layer for each case of ours whose drift was computed."""
    found = []
    for case_id, stamp, cloud in clouds.pictured(node):
        found.append(Layer("cases", case_id, stamp, cloud.lon_deg.shape[0], CloudDrift(cloud).at))
    return found


def ships(node: Node) -> list[Layer]:
    """Return the one layer of all ships, where somebody listens; its numbers are those of the live picture."""
    if not node.watch.is_running:
        return []
    seen = Ships(node)
    return [Layer("ships", "live", ("ships", node.watch.run), SHIPS_MOST, seen.at, seen.look)]


SOURCES: dict[str, Callable[[Node], list[Layer]]] = {"cases": case_clouds, "ships": ships}
"""What a node can show, by name; the name is a word of the console (`console-picture-source`)."""


SHIPS_MOST = 2**20
"""Numbers that ships may have: the room of the live picture."""


class Ships:
    """The ships of the live picture, asked of the process that listens."""

    def __init__(self, node: Node) -> None:
        self._node = node

    def at(self, at_ms: float) -> Moving:
        """Return all ships by number, for whoever needs them all."""
        found = self.look(at_ms, None, False)
        parts = []
        for column in (found.moving.lon_deg, found.moving.lat_deg, found.moving.sog_m_s, found.moving.cog_deg):
            part = np.full(SHIPS_MOST, np.nan)
            part[found.ids] = column
            parts.append(part)
        return Moving(*parts)

    def look(self, at_ms: float, box: Box | None, wants_marks: bool) -> InView:
        """Return the ships that may be in a box; none while nobody listens."""
        try:
            rows, places, marks = self._node.watch.ask("look", box, at_ms, wants_marks)
        except ComityError:
            nothing: Floats = np.zeros(0)
            return InView(np.zeros(0, np.int64), Moving(nothing, nothing, nothing, nothing))
        told = None if marks is None else marks_of(rows, marks, at_ms)
        return InView(rows.astype(np.int64), Moving(*places), told)


_KIND_OF_MMSI = np.array(
    [
        {"sar_aircraft": 2, "base_station": 3, "aton": 4, "sart": 5, "mob": 5, "epirb": 5, "ship": 0}.get(name, 6)
        for name in MMSI_KINDS
    ],
    dtype=np.uint8,
)
_CLASS_B = (18, 19)


def marks_of(ids: NDArray[Any], columns: Mapping[str, NDArray[Any]], at_ms: float) -> NDArray[Any]:
    """Return what ships are, as the browser is told it."""
    found: NDArray[Any] = np.zeros(ids.size, MARK)
    found["id"], found["mmsi"] = ids, columns["mmsi"]
    found["type"] = np.clip(columns["ship_type"], 0, 255)
    found["status"] = np.clip(columns["nav_status"], 0, 15)
    kind = _KIND_OF_MMSI[mmsi_kinds(columns["mmsi"])]
    found["kind"] = np.where((kind == 0) & np.isin(columns["msg_type"], _CLASS_B), 1, kind)
    is_old = at_ms - columns["t_ms"] > REACH_MS
    found["flags"] = np.isnan(columns["cog_deg"]) * NO_COURSE + is_old * OLD
    found["t_s"] = np.clip(columns["t_ms"] // MS_PER_S, 0, 2**32 - 1)
    return found


class CloudDrift:
    """The cloud of a case between its hours."""

    def __init__(self, cloud: Cloud) -> None:
        self._cloud = cloud

    def at(self, at_ms: float) -> Moving:
        """Return where the hypotheses are, on the straight way from one hour to the next."""
        cloud = self._cloud
        if cloud.time_ms.size == 0 or not cloud.time_ms[0] <= at_ms <= cloud.time_ms[-1]:
            nowhere = np.full(cloud.lon_deg.shape[0], np.nan)
            return Moving(nowhere, nowhere, nowhere, nowhere)
        last = cloud.time_ms.size - 1
        before = min(int(np.searchsorted(cloud.time_ms, at_ms, side="right")) - 1, max(0, last - 1))
        after = min(before + 1, last)
        span_ms = max(1, int(cloud.time_ms[after] - cloud.time_ms[before]))
        share = (at_ms - int(cloud.time_ms[before])) / span_ms
        lon_0, lon_1 = (cloud.lon_deg[:, place].astype(np.float64) for place in (before, after))
        lat_0, lat_1 = (cloud.lat_deg[:, place].astype(np.float64) for place in (before, after))
        east_deg, north_deg = around(lon_1 - lon_0), lat_1 - lat_0
        per_lat_m, per_lon_m = metres_per_degree(lat_0)
        east_m, north_m = east_deg * per_lon_m, north_deg * per_lat_m
        return Moving(
            around(lon_0 + share * east_deg),
            lat_0 + share * north_deg,
            np.hypot(east_m, north_m) / (span_ms / 1000),
            np.degrees(np.arctan2(east_m, north_m)) % 360,
        )


def around(lon_deg: Floats) -> Floats:
    """Return longitudes, or differences of them, from −180 up to 180.

    >>> around(np.array([179.0, 180.0, 190.0, -359.0]))
    array([ 179., -180., -170.,    1.])
    """
    result: Floats = (lon_deg + 180.0) % 360.0 - 180.0
    return result
