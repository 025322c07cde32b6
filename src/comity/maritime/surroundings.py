"""What lies around the ships: the distance to shore, anchorages and zones, as arrays that compiled detectors read.

Units: degrees, metres. A coast that is not given is far away everywhere, and no rule that asks for a distance from it
is ever broken by what nobody knows; anchorages and zones that are not given are none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from comity.ground import Floats
from comity.maritime.sphere import EARTH_M, KERNEL, apart_m

FAR_M = 1e9
"""The distance to what is nowhere near."""

CELLS_PER_DEGREE = 10
"""Of the index of anchorages: a place looks up one cell of 0.1°, and in most of them there is none."""

REACH_M = 10_500.0
"""How far from its cell an anchorage is still found: more than any threshold that asks for one."""

_ROWS, _COLUMNS = 180 * CELLS_PER_DEGREE, 360 * CELLS_PER_DEGREE
_M_PER_DEG = np.pi / 180.0 * EARTH_M


class Shore(NamedTuple):
    """Distance to the nearest land, on a regular grid whose row 0 lies in the south; shape of `m` is (rows, columns).

    Beyond the grid the shore is `FAR_M` away. `west_deg` may be less than −180: columns count eastward from it.
    """

    west_deg: float
    south_deg: float
    cells_per_degree: float
    m: NDArray[np.float32]


class Anchorages(NamedTuple):
    """Where ships lie: places, and for each cell of the index which of them are within reach.

    `members[begins[cell] : begins[cell + 1]]` are the anchorages within `REACH_M` of any place in the cell.
    """

    lat_deg: Floats
    lon_deg: Floats
    begins: NDArray[np.int32]
    members: NDArray[np.int32]


class Zones(NamedTuple):
    """Polygons as edges, sorted into bands of latitude, so that a place meets only the edges of its own band.

    Parameters
    ----------
    boxes
        South, north, west, east of each zone, shape (zones, 4); west to east may leave −180…180.
    bands
        Bands of each zone; `begins[first[zone] + band]` is where the band's edges begin in `edges`.
    edges
        Latitude and longitude of both ends, shape (edges, 4).
    """

    boxes: Floats
    bands: NDArray[np.int64]
    first: NDArray[np.int64]
    begins: NDArray[np.int64]
    edges: Floats


@dataclass(frozen=True)
class Surroundings:
    """What a detection run knows of the world; the names stand beside the arrays, which compiled code reads."""

    shore: Shore
    anchorages: Anchorages
    anchorage_names: tuple[str, ...] = ()
    zones: Zones = field(default_factory=lambda: zones_of([]))
    zone_names: tuple[str, ...] = ()


def no_shore() -> Shore:
    """Return a coast that is nowhere."""
    return Shore(0.0, 0.0, 1.0, np.zeros((0, 0), dtype=np.float32))


def open_sea() -> Surroundings:
    """Return a world of water alone."""
    return Surroundings(no_shore(), anchorages_of([], []))


def anchorages_of(lat_deg: Sequence[float] | Floats, lon_deg: Sequence[float] | Floats) -> Anchorages:
    """Return anchorages with their index."""
    lat = np.ascontiguousarray(lat_deg, dtype=np.float64)
    lon = np.ascontiguousarray(lon_deg, dtype=np.float64)
    if not len(lat):
        return Anchorages(lat, lon, np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))
    counts = np.zeros(_ROWS * _COLUMNS + 1, dtype=np.int32)
    _index(lat, lon, counts, np.zeros(0, dtype=np.int32))
    begins = np.cumsum(counts, dtype=np.int32)
    members = np.empty(begins[-1], dtype=np.int32)
    _index(lat, lon, begins, members)  # fills from the end of each cell, and leaves its beginning
    return Anchorages(lat, lon, begins, members)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _index(lat: Floats, lon: Floats, begins: NDArray[np.int32], members: NDArray[np.int32]) -> None:
    """Count the anchorages of each cell into `begins`, or, where `members` has room, write them there."""
    reach_deg = REACH_M / _M_PER_DEG
    for each in range(lat.size):
        south = max(int(np.floor((lat[each] - reach_deg + 90.0) * CELLS_PER_DEGREE)), 0)
        north = min(int(np.floor((lat[each] + reach_deg + 90.0) * CELLS_PER_DEGREE)), _ROWS - 1)
        for row in range(south, north + 1):
            top_deg = max(abs(row / CELLS_PER_DEGREE - 90.0), abs((row + 1) / CELLS_PER_DEGREE - 90.0))
            shrink = np.cos(np.radians(min(top_deg, 89.99)))
            wide_deg = min(reach_deg / shrink * 1.01, 180.0)  # meridians converge within the reach: a hundredth more
            if top_deg > 89.0:
                wide_deg = 180.0
            west = int(np.floor((lon[each] - wide_deg + 180.0) * CELLS_PER_DEGREE))
            east = min(int(np.floor((lon[each] + wide_deg + 180.0) * CELLS_PER_DEGREE)), west + _COLUMNS - 1)
            for column in range(west, east + 1):
                cell = row * _COLUMNS + column % _COLUMNS
                if members.size == 0:
                    begins[cell] += 1
                else:
                    begins[cell] -= 1
                    members[begins[cell]] = each


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def nearest_anchorage(lat_deg: float, lon_deg: float, anchorages: Anchorages) -> tuple[float, int]:
    """Return distance and number of the nearest anchorage, `FAR_M` and −1 where none is within `REACH_M`."""
    if anchorages.begins.size == 0:
        return FAR_M, -1
    row = min(max(int((lat_deg + 90.0) * CELLS_PER_DEGREE), 0), _ROWS - 1)
    cell = row * _COLUMNS + int((lon_deg + 180.0) * CELLS_PER_DEGREE) % _COLUMNS
    best_m, best = FAR_M, -1
    for at in range(anchorages.begins[cell], anchorages.begins[cell + 1]):
        member = anchorages.members[at]
        m = apart_m(lat_deg, lon_deg, anchorages.lat_deg[member], anchorages.lon_deg[member])
        if m < best_m or (m == best_m and member < best):
            best_m, best = m, member
    return best_m, best


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def shore_m(lat_deg: float, lon_deg: float, shore: Shore) -> float:
    """Return the distance to shore of a place, that of its cell."""
    rows, columns = shore.m.shape
    if rows == 0 or columns == 0:
        return FAR_M
    row = int(np.floor((lat_deg - shore.south_deg) * shore.cells_per_degree))
    east_deg = (lon_deg - shore.west_deg) % 360.0
    column = int(np.floor(east_deg * shore.cells_per_degree))
    if row < 0 or row >= rows or column < 0 or column >= columns:
        return FAR_M
    return float(shore.m[row, column])


def zones_of(polygons: Sequence[Any]) -> Zones:
    """Return shapely polygons or multipolygons, one a zone, as edges by band.

    A ring may cross the antimeridian, cut there or not, and may go round a pole.
    """
    boxes, bands, first, begins, edges = [], [], [], [np.zeros(1, dtype=np.int64)], []
    at, edges_before = 0, 0
    for polygon in polygons:
        ends = _edges(polygon)
        south, north = float(ends[:, [0, 2]].min()), float(ends[:, [0, 2]].max())
        boxes.append([south, north, float(ends[:, [1, 3]].min()), float(ends[:, [1, 3]].max())])
        count = max(min(len(ends) // 4, 4096), 1)
        low = _band(np.minimum(ends[:, 0], ends[:, 2]), south, north, count)
        high = _band(np.maximum(ends[:, 0], ends[:, 2]), south, north, count)
        spread = np.repeat(np.arange(len(ends)), high - low + 1)
        band = np.arange(len(spread)) - np.repeat(np.cumsum(high - low + 1) - (high - low + 1), high - low + 1)
        band = band + low[spread]
        order = np.argsort(band, kind="stable")
        edges.append(ends[spread[order]])
        begins.append(edges_before + np.searchsorted(band[order], np.arange(1, count + 1)).astype(np.int64))
        edges_before += len(spread)
        bands.append(count)
        first.append(at)
        at += count
    return Zones(
        np.array(boxes, dtype=np.float64).reshape(-1, 4),
        np.array(bands, dtype=np.int64),
        np.array(first, dtype=np.int64),
        np.concatenate(begins),
        np.concatenate([np.zeros((0, 4)), *edges]),
    )


def _band(lat_deg: Floats, south: float, north: float, count: int) -> NDArray[np.int64]:
    if north <= south:
        return np.zeros(len(lat_deg), dtype=np.int64)
    return np.clip(((lat_deg - south) / (north - south) * count).astype(np.int64), 0, count - 1)


def _edges(polygon: Any) -> Floats:
    found = []
    for part in getattr(polygon, "geoms", [polygon]):
        outline = _turned(_edges_of_ring(part.exterior), 0.0)
        found += [outline, *(_turned(_edges_of_ring(hole), float(outline[:, 1].mean())) for hole in part.interiors)]
    return np.concatenate(found)


def _turned(edges: Floats, middle_deg: float) -> Floats:
    """Return edges turned round the globe until they lie about a longitude."""
    turn_deg = 360.0 * np.round((middle_deg - edges[:, 1].mean()) / 360.0)
    return np.asarray(edges + np.array([0.0, turn_deg, 0.0, turn_deg]), dtype=np.float64)


def _edges_of_ring(ring: Any) -> Floats:
    """Return the edges of a ring, its longitudes unrolled; one that goes round a pole is closed through the pole."""
    lon, lat = np.asarray(ring.coords, dtype=np.float64)[:, :2].T
    turns = np.round(np.diff(lon) / 360.0)
    lon = lon - 360.0 * np.concatenate([[0.0], np.cumsum(turns)])
    if abs(lon[-1] - lon[0]) > 180.0:
        pole = 90.0 if lat.mean() > 0 else -90.0
        lon, lat = np.append(lon, [lon[-1], lon[0], lon[0]]), np.append(lat, [pole, pole, lat[0]])
    return np.column_stack([lat[:-1], lon[:-1], lat[1:], lon[1:]])


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def in_zone(lat_deg: float, lon_deg: float, zone: int, zones: Zones) -> bool:
    """Say whether a place lies in a zone, by the even-odd rule; edges are straight in latitude and longitude."""
    south, north, west, east = zones.boxes[zone]
    if lat_deg < south or lat_deg > north:
        return False
    for turn in range(-1, 2):
        lon = lon_deg + 360.0 * turn
        if west <= lon <= east and _inside(lat_deg, lon, zone, zones):
            return True
    return False


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _inside(lat_deg: float, lon_deg: float, zone: int, zones: Zones) -> bool:
    south, north = zones.boxes[zone, 0], zones.boxes[zone, 1]
    band = 0
    if north > south:
        band = min(max(int((lat_deg - south) / (north - south) * zones.bands[zone]), 0), zones.bands[zone] - 1)
    at, inside = zones.first[zone] + band, False
    for edge in range(zones.begins[at], zones.begins[at + 1]):
        lat_1, lon_1, lat_2, lon_2 = zones.edges[edge]
        crosses = (lat_1 > lat_deg) != (lat_2 > lat_deg)
        if crosses and lon_deg < lon_1 + (lon_2 - lon_1) * (lat_deg - lat_1) / (lat_2 - lat_1):
            inside = not inside
    return inside
