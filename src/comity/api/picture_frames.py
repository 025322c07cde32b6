"""The frames of `/live`: what one browser holds of the picture, and what it is told next.

All numbers are little-endian. A frame is a header of 16 bytes and then 16 bytes for each update or cell:

- header: u16 kind (0 nothing new, 1 points, 2 density), u16 generation, u32 points that are in the view at this
  instant, i64 instant in milliseconds since 1970.
- update (kind 1): u32 id, i32 longitude × 10⁵, i32 latitude × 10⁵, u16 speed × 10 (knots), u16 course × 10 (degrees).
  Speed 65535: the id has left the view.
- cell (kind 2): i32 west and i32 south in micro-degrees, u32 points, u32 width in micro-degrees. The cells are those of
  a grid that starts at 0° 0° (as the coarsening of the release check does); they replace every cell told before.
- mark (kind 3, only where asked for): u32 id, u32 MMSI, u8 type, u8 navigational status, u8 kind (`MARK_KINDS`), u8
  flags (1: no course told, 2: the fix is older than six minutes), u32 instant of the fix in seconds. Told when a ship
  comes into the view, when it says something else of itself, and when its fix is `MARK_EVERY_S` newer than was told.

10⁻⁵ degrees are 1.1 m of latitude: a place is off by 0.8 m at most. The browser reckons each point ahead from its last
update (`reckoned`), on a straight line in Mercator, at most an hour; the node does the same sum and tells a point again
only when it is `TOLERANCE_M` off. What does not fit into the byte rate waits its turn: a thin line gets a coarser
rhythm and no queue. Density that does not fit gets cells twice as wide until it does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.ground import metres_per_degree
from comity.node.pictures import MARK, Floats, InView, Layer, Moving

HEADER = np.dtype([("kind", "<u2"), ("generation", "<u2"), ("points", "<u4"), ("at_ms", "<i8")])
UPDATE = np.dtype([("id", "<u4"), ("lon", "<i4"), ("lat", "<i4"), ("sog", "<u2"), ("cog", "<u2")])
CELL = np.dtype([("west", "<i4"), ("south", "<i4"), ("points", "<u4"), ("width", "<u4")])
NOTHING_NEW, POINTS, DENSITY, MARKS = 0, 1, 2, 3
GONE = 65_535
PER_DEGREE = 100_000
UDEG = 1_000_000
KN_PER_M_S = 3600 / 1852
TOLERANCE_M = 20.0
"""One or two pixels at the console's deepest zoom (13: 15 m a pixel at 38° N)."""
REACH_S = 3600.0
WIDEST_UDEG = 45_000_000
MERCATOR_LAT_DEG = 85.0
MARK_EVERY_S = 60
"""The age of a fix is drawn in minutes."""


@dataclass(frozen=True)
class Look:
    """What a browser looks at: an instant that runs at `speed`, a box, a rhythm, a byte rate; density or points."""

    at_ms: float
    speed: float
    bbox: tuple[float, float, float, float] | None
    hz: float
    bytes_per_s: int
    grid_udeg: int | None
    wants_marks: bool = False


class Held:
    """What a browser holds of each id: whether it shows it, and the last update as the browser reckons with it."""

    def __init__(self, count: int) -> None:
        self.shown: NDArray[np.bool_] = np.zeros(count, dtype=bool)
        self._x, self._y, self._vx, self._vy, self._at_s = (np.zeros(count) for _ in range(5))
        self._marks: NDArray[Any] = np.zeros(count, dtype=MARK)

    def take(self, updates: NDArray[Any], at_s: float) -> None:
        """Note updates that are sent, with what their rounding leaves of them."""
        ids, is_here = updates["id"], updates["sog"] != GONE
        lon_deg, lat_deg = updates["lon"] / PER_DEGREE, updates["lat"] / PER_DEGREE
        self.shown[ids] = is_here
        self._x[ids], self._y[ids] = mercator(lon_deg, lat_deg)
        sog_m_s = np.where(is_here, updates["sog"] / 10 / KN_PER_M_S, 0.0)
        self._vx[ids], self._vy[ids] = mercator_speed(lat_deg, sog_m_s, updates["cog"] / 10)
        self._at_s[ids] = at_s

    def off_m(self, ids: NDArray[Any], lon_deg: Floats, lat_deg: Floats, at_s: float) -> Floats:
        """Return how far from the truth the browser draws each of some ids, in metres."""
        ahead_s = np.clip(at_s - self._at_s[ids], -REACH_S, REACH_S)
        x, y = mercator(lon_deg, lat_deg)
        off_x = (x - self._x[ids] - self._vx[ids] * ahead_s + 0.5) % 1.0 - 0.5
        off_y = y - self._y[ids] - self._vy[ids] * ahead_s
        per_lat_m, per_lon_m = metres_per_degree(lat_deg)
        north_m = off_y * 360 * np.cos(np.radians(lat_deg)) * per_lat_m
        off_m: Floats = np.hypot(off_x * 360 * per_lon_m, north_m)
        return off_m

    def news(self, marks: NDArray[Any]) -> NDArray[Any]:
        """Return the marks that are not yet told as they are, of ids that the browser shows."""
        told = self._marks[marks["id"]]
        is_other = told["mmsi"] != marks["mmsi"]
        for name in ("type", "status", "kind", "flags"):
            is_other |= told[name] != marks[name]
        is_newer = marks["t_s"].astype(np.int64) - told["t_s"] >= MARK_EVERY_S
        news: NDArray[Any] = marks[self.shown[marks["id"]] & (is_other | is_newer)]
        return news

    def mark(self, marks: NDArray[Any]) -> None:
        """Note marks that are sent."""
        self._marks[marks["id"]] = marks


class PictureLine:
    """The picture as one browser is told it."""

    def __init__(self) -> None:
        self.generation = 0
        self._layers: Sequence[Layer] = ()
        self._stamp: object = None
        self._held = Held(0)
        self._look: Look | None = None
        self._begun_s = self._told_s = self._budget = 0.0
        self._next = 0
        self._cells = b""

    def look(self, layers: Sequence[Layer], look: Look, now_s: float) -> bool:
        """Take a new view; return whether the ids mean other points than before (a new generation)."""
        is_new = self.show(layers)
        if self._look is None:
            self._budget, self._told_s = look.bytes_per_s / look.hz, now_s
        self._look, self._begun_s, self._cells = look, now_s, b""
        return is_new

    def show(self, layers: Sequence[Layer]) -> bool:
        """Take other layers under the same view; return whether the ids mean other points than before."""
        stamp = tuple((each.source, each.subject, each.stamp) for each in layers)
        if stamp == self._stamp:
            return False
        self.generation = (self.generation + 1) % 65_536
        self._layers, self._stamp, self._cells = layers, stamp, b""
        self._held, self._next = Held(sum(each.count for each in layers)), 0
        return True

    def parts(self) -> list[dict[str, str | int]]:
        """Return which ids belong to which source and subject."""
        firsts = np.cumsum([0, *(each.count for each in self._layers)])
        return [
            {"source": each.source, "subject": each.subject, "first": int(first), "count": each.count}
            for each, first in zip(self._layers, firsts, strict=False)
        ]

    def frame(self, now_s: float) -> bytes:
        """Return what the browser is told now; nothing when the byte rate leaves no room for it."""
        return b"".join(self.frames(now_s)[:1])

    def frames(self, now_s: float) -> list[bytes]:
        """Return the frame of this instant and, where marks are asked for and there is room, one of marks."""
        look = self._look
        if look is None:
            return []
        tick = look.bytes_per_s / look.hz
        self._budget = min(tick, self._budget + (now_s - self._told_s) * look.bytes_per_s)
        self._told_s = now_s
        if self._budget < HEADER.itemsize:
            return []
        at_ms = look.at_ms + (now_s - self._begun_s) * 1000 * look.speed
        found = self._in_view(at_ms, look)
        now, here = found.moving, inside(look.bbox, found.moving)
        room = int(self._budget - HEADER.itemsize)
        if look.grid_udeg is None:
            most = room // UPDATE.itemsize
            kind, told = POINTS, self._updates(found.ids, now, here, at_ms / 1000, most).tobytes()
        else:
            kind, told = DENSITY, self._density(now, here, look.grid_udeg, int(tick) - HEADER.itemsize, room)
        points = int(here.sum())
        frames = [self._frame(kind if told else NOTHING_NEW, points, at_ms, told)]
        if found.marks is not None and look.grid_udeg is None and self._budget >= HEADER.itemsize + MARK.itemsize:
            news = self._held.news(found.marks)[: int(self._budget - HEADER.itemsize) // MARK.itemsize]
            if news.size:
                self._held.mark(news)
                frames.append(self._frame(MARKS, points, at_ms, news.tobytes()))
        return frames

    def _frame(self, kind: int, points: int, at_ms: float, rows: bytes) -> bytes:
        header = np.zeros(1, dtype=HEADER)
        header["kind"], header["generation"], header["points"], header["at_ms"] = (
            *(kind, self.generation, points),
            round(at_ms),
        )
        frame = header.tobytes() + rows
        self._budget -= len(frame)
        return frame

    def _in_view(self, at_ms: float, look: Look) -> InView:
        """Return the points of every layer that may be in the view, their numbers those of the line."""
        first, found = 0, list[InView]()
        for layer in self._layers:
            if layer.look is None:
                part = InView(np.arange(layer.count), layer.at(at_ms))
            else:
                part = layer.look(at_ms, look.bbox, look.wants_marks)
            marks = part.marks
            if marks is not None:
                marks = marks.copy()
                marks["id"] += first
            found.append(InView(part.ids + first, part.moving, marks))
            first += layer.count
        told = [each.marks for each in found if each.marks is not None]
        ids = np.concatenate([each.ids for each in found]) if found else np.zeros(0, np.int64)
        return InView(ids, _all([each.moving for each in found]), np.concatenate(told) if told else None)

    def _updates(
        self, ids: NDArray[np.int64], now: Moving, here: NDArray[np.bool_], at_s: float, most: int
    ) -> NDArray[Any]:
        """Return what is told of points: those that came into the view, went off their reckoning, or left."""
        shown = self._held.shown
        ids, now = ids[here], Moving(*(each[here] for each in (now.lon_deg, now.lat_deg, now.sog_m_s, now.cog_deg)))
        off_m = self._held.off_m(ids, now.lon_deg, now.lat_deg, at_s)
        is_here = np.zeros(shown.size, dtype=bool)
        is_here[ids] = True
        due = np.union1d(ids[~shown[ids] | (off_m > TOLERANCE_M)], np.flatnonzero(shown & ~is_here))
        turn = int(np.searchsorted(due, self._next))
        chosen = np.concatenate((due[turn:], due[:turn]))[:most]
        if chosen.size:
            self._next = int(chosen[-1]) + 1
        updates: NDArray[Any] = np.zeros(chosen.size, dtype=UPDATE)
        updates["id"], updates["sog"] = chosen, GONE
        stays = np.flatnonzero(is_here[chosen])
        place = np.searchsorted(ids, chosen[stays])
        updates["lon"][stays] = np.rint(now.lon_deg[place] * PER_DEGREE)
        updates["lat"][stays] = np.rint(now.lat_deg[place] * PER_DEGREE)
        updates["sog"][stays] = np.rint(np.clip(now.sog_m_s[place] * KN_PER_M_S, 0, 6553) * 10)
        updates["cog"][stays] = np.rint(now.cog_deg[place] * 10) % 3600
        self._held.take(updates, at_s)
        return updates

    def _density(self, now: Moving, here: NDArray[np.bool_], width_udeg: int, most_bytes: int, room: int) -> bytes:
        cells = density(now.lon_deg[here], now.lat_deg[here], width_udeg)
        while cells.nbytes > most_bytes and width_udeg < WIDEST_UDEG:
            width_udeg *= 2
            cells = density(now.lon_deg[here], now.lat_deg[here], width_udeg)
        told = cells.tobytes() or np.zeros(1, dtype=CELL).tobytes()  # a cell of no width and no points: all are gone
        if told == self._cells or len(told) > room:
            return b""
        self._cells = told
        return told


def density(lon_deg: Floats, lat_deg: Floats, width_udeg: int) -> NDArray[Any]:
    """Return the cells of a micro-degree grid that hold points, and how many each holds; every point counts once.

    >>> density(np.array([5.55, 5.56, -0.1]), np.array([38.28, 38.29, 36.0]), 250_000)["points"]
    array([1, 2], dtype=uint32)
    """
    west = np.floor_divide(np.rint(lon_deg * UDEG).astype(np.int64), width_udeg)
    south = np.floor_divide(np.rint(lat_deg * UDEG).astype(np.int64), width_udeg)
    rows = 2 * 360 * UDEG  # more than there are rows of any width, so that one number names a cell
    names, counts = np.unique(west * rows + south + rows // 2, return_counts=True)
    cells: NDArray[Any] = np.zeros(names.size, dtype=CELL)
    cells["west"], cells["south"] = names // rows * width_udeg, (names % rows - rows // 2) * width_udeg
    cells["points"], cells["width"] = counts, width_udeg
    return cells


def inside(bbox: tuple[float, float, float, float] | None, now: Moving) -> NDArray[np.bool_]:
    """Return which points are there and in a box; one whose west is east of its east crosses the antimeridian."""
    here: NDArray[np.bool_] = ~(np.isnan(now.lon_deg) | np.isnan(now.lat_deg))
    if bbox is None:
        return here
    west, south, east, north = bbox
    past_west, before_east = now.lon_deg >= west, now.lon_deg <= east
    across = past_west & before_east if west <= east else past_west | before_east
    return here & across & (now.lat_deg >= south) & (now.lat_deg <= north)


def mercator(lon_deg: Floats, lat_deg: Floats) -> tuple[Floats, Floats]:
    """Return places of Web Mercator as the map counts them: the world from 0 to 1, y from the north."""
    lat = np.radians(np.clip(lat_deg, -MERCATOR_LAT_DEG, MERCATOR_LAT_DEG))
    return (lon_deg + 180) / 360, 0.5 - np.log(np.tan(np.pi / 4 + lat / 2)) / (2 * np.pi)


def mercator_speed(lat_deg: Floats, sog_m_s: Floats, cog_deg: Floats) -> tuple[Floats, Floats]:
    """Return the speed of a course over ground in the same numbers a second, from the ellipsoid's radii."""
    lat_deg = np.clip(lat_deg, -MERCATOR_LAT_DEG, MERCATOR_LAT_DEG)
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)
    cog = np.radians(cog_deg)
    east_deg_s, north_deg_s = sog_m_s * np.sin(cog) / per_lon_m, sog_m_s * np.cos(cog) / per_lat_m
    return east_deg_s / 360, -north_deg_s / 360 / np.cos(np.radians(lat_deg))


def _all(parts: Sequence[Moving]) -> Moving:
    if not parts:
        nothing: Floats = np.zeros(0)
        return Moving(nothing, nothing, nothing, nothing)
    return Moving(
        np.concatenate([each.lon_deg for each in parts]),
        np.concatenate([each.lat_deg for each in parts]),
        np.concatenate([each.sog_m_s for each in parts]),
        np.concatenate([each.cog_deg for each in parts]),
    )
