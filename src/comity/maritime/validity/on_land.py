"""Check 5: positions on land, further from the water than charts and receivers are wrong.

Units: metres, degrees. The land is given as a raster (`Land`; `comity.files` makes it); a margin is taken off its
coast, and ports and rivers are left out by the places that are given with it.
"""

from math import ceil

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.ground import distance_m, metres_per_degree
from comity.maritime.validity.doubts import Fixes, Given, Land, doubt, doubts, fixes_of, on_tracks, rows_of

MARGIN_M = 1_000.0
"""Quays, locks and the raster itself are within this of the land's edge."""

LEAST_ROWS = 3
"""Single positions are what check 2 is for."""

JOIN_MS = 3_600_000
"""Rows less far apart belong to one doubt."""


def find_on_land(given: Given) -> pa.Table:
    """Return a doubt `on-land` for each stretch of a track on land."""
    if given.land is None:
        return doubts("land", [])
    fixes = on_tracks(fixes_of(given.positions))
    dry = np.flatnonzero(_is_dry(fixes, given.land))
    cuts = np.flatnonzero((np.diff(fixes.track[dry]) != 0) | (np.diff(fixes.t_ms[dry]) > JOIN_MS)) + 1
    found = []
    for rows in np.split(dry, cuts):
        if rows.size < LEAST_ROWS:
            continue
        found.append(
            doubt(
                "on-land",
                mmsi=fixes.mmsi[rows[0]],
                track=fixes.track[rows[0]],
                start_ms=fixes.t_ms[rows[0]],
                end_ms=fixes.t_ms[rows[-1]],
                lat_deg=fixes.lat[rows[0]],
                lon_deg=fixes.lon[rows[0]],
                score=1 - np.exp(-rows.size / 10),
                positions=int(rows.size),
                margin_m=int(MARGIN_M),
                rows=rows_of(fixes, rows),
            )
        )
    return doubts("land", found)


def _is_dry(fixes: Fixes, land: Land) -> NDArray[np.bool_]:
    """Whether each position is on land, off its edge, and not at an exempt place."""
    lon = np.where(fixes.lon < land.grid.west_deg, fixes.lon + 360, fixes.lon)
    cell = land.grid.cells_of(fixes.lat, lon)
    is_dry: NDArray[np.bool_] = (cell >= 0) & _off_the_edge(land).ravel()[np.maximum(cell, 0)]
    for lat, lon_0, radius_m in land.exempt:
        rows = np.flatnonzero(is_dry)
        is_dry[rows[distance_m(lat, lon_0, fixes.lat[rows], fixes.lon[rows]) <= radius_m]] = False
    return is_dry


def _off_the_edge(land: Land) -> NDArray[np.bool_]:
    """Return the land without its outermost cells, as many as the margin takes; the raster's own edge is no coast."""
    per_lat_m, per_lon_m = metres_per_degree(np.max(np.abs(land.grid.lat_deg)))
    rows = ceil(MARGIN_M / float(per_lat_m * land.grid.step_lat_deg))
    columns = ceil(MARGIN_M / max(float(per_lon_m * land.grid.step_lon_deg), 1.0))
    inner = land.is_land
    for axis, count in ((0, rows), (1, min(columns, land.grid.columns))):
        inner = _all_within(inner, count, axis)
    return inner


def _all_within(is_land: NDArray[np.bool_], count: int, axis: int) -> NDArray[np.bool_]:
    """Whether a cell and `count` cells on either side of it along an axis are land."""
    wet = np.moveaxis(~is_land, axis, 0)
    sums = np.concatenate([np.zeros((1, *wet.shape[1:]), np.int64), np.cumsum(wet, axis=0, dtype=np.int64)])
    at = np.arange(wet.shape[0])
    near = sums[np.minimum(at + count + 1, wet.shape[0])] - sums[np.maximum(at - count, 0)]
    return np.moveaxis(near == 0, 0, axis)
