"""What was measured on scene, blended into a field: each observation changes it around its place and time.

The change is Σ w d / max(Σ w, 1), where d is observation less field at its place and time, and w its weight times
exp(−r²/2R² − t²/2T²) of distance and time: one observation of weight 1 is met exactly, several near one another are
averaged. An observation reaches a cell of the grid at the least, and its instants are added to the field's.
Units: metres per second, metres, seconds, milliseconds since 1970.
Sources: S. L. Barnes, A technique for maximizing details in numerical weather map analysis, J. Applied Meteorology 3,
1964 (weights); G. P. Cressman, Monthly Weather Review 87, 1959 (corrections of a first guess).
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from comity.files.forcing_chain import NONE, Chained
from comity.files.forcing_grids import Nodes
from comity.files.forcing_series import Floats32, node_positions, sampled
from comity.ground import MS_PER_S, Floats, metres_per_degree
from comity.rescue import Observation

_STEPS_OF_REACH = (-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0)
_FARTHEST = 4.0  # reaches: beyond, an observation weighs less than 0.0004


def blended(field: Chained, observations: Sequence[Observation]) -> Chained:
    """Return a field into which observations of its quantity are blended."""
    field = _with_instants(field, observations)
    lon_deg, lat_deg = node_positions(field.grid)
    u, v = field.u.copy(), field.v.copy()
    departures = [_departure(field, each) for each in observations]
    for k, at_ms in enumerate(field.time_ms):
        total = np.zeros((3, *lon_deg.shape))
        for each, (du, dv) in zip(observations, departures, strict=True):
            weight = _weight(each, field.grid, lon_deg, lat_deg, int(at_ms))
            total += weight * np.array([du, dv, 1.0])[:, None, None]
        share = np.maximum(total[2], 1.0)
        u[k] += (total[0] / share).astype(np.float32)
        v[k] += (total[1] / share).astype(np.float32)
    return replace(field, u=u, v=v)


def _weight(each: Observation, grid: Nodes, lon_deg: Floats, lat_deg: Floats, at_ms: int) -> Floats:
    late = (at_ms - each.time_ms) / MS_PER_S / each.reach_s
    if abs(late) > _FARTHEST:
        return np.zeros(lon_deg.shape)
    per_lat_m, per_lon_m = (float(part) for part in metres_per_degree(each.lat_deg))
    east_m = ((lon_deg - each.lon_deg + 180.0) % 360.0 - 180.0) * per_lon_m
    far = np.hypot(east_m, (lat_deg - each.lat_deg) * per_lat_m)
    flat = _flat_m(grid, each)
    beyond = np.maximum(far - flat, 0.0) / each.reach_m
    return np.asarray(each.weight * np.exp(-(beyond**2 + late**2) / 2.0), dtype=np.float64)


def _flat_m(grid: Nodes, each: Observation) -> float:
    """Return how far the nodes around an observation lie: within it they all take its whole weight."""
    lon_deg, lat_deg = np.array([each.lon_deg]), np.array([each.lat_deg])
    row, column = grid.index_of(lon_deg, lat_deg)
    rows, columns = grid.shape
    i = int(np.clip(np.floor(row[0]), 0, rows - 2))
    j = int(np.clip(np.floor(column[0]), 0, columns - 2))
    lon, lat = grid.position_of(np.array([i, i, i + 1, i + 1]), np.array([j, j + 1, j, j + 1]))
    per_lat_m, per_lon_m = (float(part) for part in metres_per_degree(each.lat_deg))
    return float(np.hypot((lon - each.lon_deg) * per_lon_m, (lat - each.lat_deg) * per_lat_m).max()) + 1.0


def _departure(field: Chained, each: Observation) -> tuple[float, float]:
    """Return observation less field at its place and time; 0 where the field has no value there."""
    row, column = field.grid.index_of(np.array([each.lon_deg]), np.array([each.lat_deg]))
    k = int(np.argmin(np.abs(field.time_ms - each.time_ms)))
    if field.time_ms[k] != each.time_ms:
        k = int(np.clip(k, 0, field.time_ms.size - 1))
    u, v = (float(sampled(part[k : k + 1], row, column)[0, 0]) for part in (field.u, field.v))
    if np.isnan(u) or np.isnan(v):
        return 0.0, 0.0
    return each.east_m_s - u, each.north_m_s - v


def _with_instants(field: Chained, observations: Sequence[Observation]) -> Chained:
    """Return a field with the instants around each observation added, linear in time between its own."""
    first, last = int(field.time_ms[0]), int(field.time_ms[-1])
    new = [round(each.time_ms + step * each.reach_s * MS_PER_S) for each in observations for step in _STEPS_OF_REACH]
    time_ms = np.union1d(field.time_ms, np.array([t for t in new if first < t < last], np.int64))
    after = np.searchsorted(field.time_ms, time_ms, side="left")
    before = np.where(field.time_ms[after] == time_ms, after, after - 1)
    gap = np.maximum(field.time_ms[after] - field.time_ms[before], 1)
    share = ((time_ms - field.time_ms[before]) / gap).astype(np.float32)[:, None, None]

    def mixed(values: Floats32) -> Floats32:
        made: Floats32 = values[before] + share * (values[after] - values[before])
        return made

    taken: NDArray[np.int8] = np.where(field.taken[before] == NONE, NONE, field.taken[after]).astype(np.int8)
    return replace(field, time_ms=time_ms, u=mixed(field.u), v=mixed(field.v), taken=taken)
