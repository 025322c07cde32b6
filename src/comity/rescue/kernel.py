"""The compiled heart of the drift: one velocity for one hypothesis, and an hour of steps for blocks of them.

Units: degrees from a reference point, metres per second, seconds. Positions are float64; velocities are computed in
float32 (relative error under 1e-6, some centimetres in a drift of 50 km). Threads share no hypothesis and meet once an
hour, so the cloud does not depend on their number. `fastmath` here never assumes that NaN is absent: NaN is land or
the end of a field.
"""

from typing import Any

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

from comity.ground import Floats
from comity.rescue.chance import Stream, uniform

BLOCK = 2048
"""Hypotheses in a block: its state stays in the first-level cache for an hour of steps."""

_MATH = {"contract", "arcp", "nsz"}
_JIBE = np.uint64(Stream.JIBE)
_HALF, _ZERO, _TINY = np.float32(0.5), np.float32(0.0), np.float32(1e-12)
_HALVINGS = 6

Floats32 = NDArray[np.float32]


@njit(cache=True, inline="always", error_model="numpy", fastmath=_MATH)
def _held(place: Any, count: Any) -> Any:
    """Return a place held between the first and the last of `count` nodes; NaN goes to the first."""
    last = np.float32(count - 1)
    low = place if place > _ZERO else _ZERO
    return low if low < last else last


@njit(cache=True, inline="always", error_model="numpy", fastmath=_MATH)
def _cell(place: Any, count: Any) -> Any:
    """Return the cell of a place between `count` nodes; beyond them, the outer one."""
    return np.uint32(min(np.int32(_held(place, count)), np.int32(count - 2)))


@njit(cache=True, inline="always", error_model="numpy", fastmath=_MATH)
def _bilinear(pairs: Any, south: Any, north: Any, part: Any, x: Any, y: Any) -> Any:
    """Return one part of the pairs at four corners, blended; `south` and `north` point to the western corners."""
    low = pairs[south + part] + x * (pairs[south + np.uint32(2) + part] - pairs[south + part])
    high = pairs[north + part] + x * (pairs[north + np.uint32(2) + part] - pairs[north + part])
    return low + y * (high - low)


@njit(cache=True, inline="always", error_model="numpy", fastmath=_MATH)
def _sample(lon: Any, lat: Any, frame: Any, nodes: Any, nodes_x: Any, nodes_y: Any, rows: Any, columns: Any) -> Any:
    """Return where a position lies in a slice: flat offsets of its southern and northern corners, and the shares."""
    x, y = (lon - frame[0]) * frame[2], (lat - frame[1]) * frame[3]
    i, j = _cell(y, nodes_y), _cell(x, nodes_x)
    x, y = x - np.float32(j), y - np.float32(i)
    south = (i * np.uint32(nodes_x) + j) * np.uint32(2)
    north = south + np.uint32(nodes_x) * np.uint32(2)
    row = _bilinear(nodes, south, north, np.uint32(0), x, y)
    column = _bilinear(nodes, south, north, np.uint32(1), x, y)
    row, column = _held(row, rows), _held(column, columns)
    i, j = _cell(row, rows), _cell(column, columns)
    south = (i * np.uint32(columns) + j) * np.uint32(2)
    return south, south + np.uint32(columns) * np.uint32(2), column - np.float32(j), row - np.float32(i)


@njit(cache=True, inline="always", error_model="numpy", fastmath=_MATH)
def _velocity(lon: Any, lat: Any, down: Any, down_m_s: Any, cross: Any, cross_m_s: Any, water: Any, air: Any) -> Any:
    """Return eastward and northward velocity of one hypothesis: surface current plus leeway.

    Leeway runs along the wind with `down × W + down_m_s` and to the right of it with `cross × W + cross_m_s`
    (Breivik and Allen, 2008, eq. 3). In a dead calm there is no downwind direction, and no leeway.
    """
    values, nodes, frame, nodes_y, nodes_x, rows, columns = water
    south, north, x, y = _sample(lon, lat, frame, nodes, nodes_x, nodes_y, rows, columns)
    u = _bilinear(values, south, north, np.uint32(0), x, y)
    v = _bilinear(values, south, north, np.uint32(1), x, y)
    values, nodes, frame, nodes_y, nodes_x, rows, columns = air
    south, north, x, y = _sample(lon, lat, frame, nodes, nodes_x, nodes_y, rows, columns)
    wind_u = _bilinear(values, south, north, np.uint32(0), x, y)
    wind_v = _bilinear(values, south, north, np.uint32(1), x, y)
    wind_m_s = np.sqrt(wind_u * wind_u + wind_v * wind_v) + _TINY
    along, aside = down + down_m_s / wind_m_s, cross + cross_m_s / wind_m_s
    return u + along * wind_u + aside * wind_v, v + along * wind_v - aside * wind_u


@njit(cache=True, inline="always", error_model="numpy", fastmath=_MATH)
def _per_metre(lat: Any, series: Any) -> Any:
    """Return degrees per metre at a latitude from the box's series, highest power first."""
    return (((series[0] * lat + series[1]) * lat + series[2]) * lat + series[3]) * lat + series[4]


@njit(cache=True, error_model="numpy", fastmath=_MATH)
def _step_euler(
    lon: Any, lat: Any, live: Any, a: Any, b: Any, c: Any, d: Any, dt_s: Any, scale: Any, water: Any, air: Any
) -> None:
    for i in range(lon.size):
        x, y = np.float32(lon[i]), np.float32(lat[i])
        east, north = _velocity(x, y, a[i], b[i], c[i], d[i], water, air)
        run = live[i] * dt_s
        lon[i] += np.float64(run * east * _per_metre(y, scale[0]))
        lat[i] += np.float64(run * north * _per_metre(y, scale[1]))


@njit(cache=True, error_model="numpy", fastmath=_MATH)
def _step_rk2(
    lon: Any,
    lat: Any,
    live: Any,
    a: Any,
    b: Any,
    c: Any,
    d: Any,
    dt_s: Any,
    scale: Any,
    water: Any,
    air: Any,
    next_water: Any,
    next_air: Any,
) -> None:
    """Heun's rule: the mean of the velocities at the start and at the place that Euler's step reaches."""
    for i in range(lon.size):
        x, y = np.float32(lon[i]), np.float32(lat[i])
        east, north = _velocity(x, y, a[i], b[i], c[i], d[i], water, air)
        run = live[i] * dt_s
        dx, dy = run * east * _per_metre(y, scale[0]), run * north * _per_metre(y, scale[1])
        x, y = np.float32(lon[i] + np.float64(dx)), np.float32(lat[i] + np.float64(dy))
        east, north = _velocity(x, y, a[i], b[i], c[i], d[i], next_water, next_air)
        lon[i] += np.float64(_HALF * (dx + run * east * _per_metre(y, scale[0])))
        lat[i] += np.float64(_HALF * (dy + run * north * _per_metre(y, scale[1])))


@njit(cache=True, inline="always")
def _is_land(lon: float, lat: float, frame: Floats, land: NDArray[np.bool_]) -> bool:
    column, row = (lon - frame[0]) * frame[2], (lat - frame[1]) * frame[3]
    if column >= 0.0 and row >= 0.0 and column < land.shape[1] and row < land.shape[0]:
        return bool(land[np.uint64(row), np.uint64(column)])
    return False


@njit(cache=True, error_model="numpy")
def _strand(
    lon: Floats, lat: Floats, was_lon: Floats, was_lat: Floats, live: Floats32, frame: Floats, land: NDArray[np.bool_]
) -> None:
    """Stop what has come ashore at the last water on its way, to 1/64 of the step."""
    for i in range(lon.size):
        if live[i] > _ZERO and _is_land(lon[i], lat[i], frame, land):
            live[i] = _ZERO
            wet, dry = 0.0, 1.0
            for _ in range(_HALVINGS):
                part = 0.5 * (wet + dry)
                x, y = was_lon[i] + part * (lon[i] - was_lon[i]), was_lat[i] + part * (lat[i] - was_lat[i])
                if _is_land(x, y, frame, land):
                    dry = part
                else:
                    wet = part
            lon[i] = was_lon[i] + wet * (lon[i] - was_lon[i])
            lat[i] = was_lat[i] + wet * (lat[i] - was_lat[i])


@njit(cache=True, error_model="numpy")
def _release_and_jibe(
    first: int,
    at_s: float,
    live: Floats32,
    due_s: Floats,
    turn: NDArray[np.uint32],
    side: Floats32,
    seed: Any,
    per_s: float,
) -> None:
    """Let into the water what is due, and put on the other tack what the clock says.

    `due_s` is the release at first, and the next jibe from then on: waits are exponential, so jibes do not depend on
    the step. `side` holds slope and offset of this tack in rows 0 and 1, of the other in rows 2 and 3.
    """
    for i in range(live.size):
        while due_s[i] <= at_s:
            if turn[i] == 0:
                live[i] = np.float32(1.0)
            else:
                side[0, i], side[2, i] = side[2, i], side[0, i]
                side[1, i], side[3, i] = side[3, i], side[1, i]
            turn[i] += np.uint32(1)
            if per_s > 0.0:
                due_s[i] -= np.log(uniform(seed, np.uint64(first + i), _JIBE, np.uint64(turn[i]))) / per_s
            else:
                due_s[i] = np.inf


@njit(cache=True, parallel=True, error_model="numpy")
def advance(
    lon: Floats,
    lat: Floats,
    live: Floats32,
    due_s: Floats,
    turn: NDArray[np.uint32],
    down: Floats32,
    side: Floats32,
    seed: Any,
    per_s: float,
    at_s: Floats,
    rk2: bool,
    scale: Floats32,
    water: Any,
    air: Any,
    land_frame: Floats,
    land: NDArray[np.bool_],
) -> None:
    """Move every hypothesis through the steps between the instants `at_s`; arrays are of whole blocks."""
    for block in prange(lon.size // BLOCK):
        part = slice(block * BLOCK, (block + 1) * BLOCK)
        was_lon, was_lat = np.empty(BLOCK), np.empty(BLOCK)
        for k in range(at_s.size - 1):
            _release_and_jibe(block * BLOCK, at_s[k], live[part], due_s[part], turn[part], side[:, part], seed, per_s)
            was_lon[:], was_lat[:] = lon[part], lat[part]
            dt_s = np.float32(at_s[k + 1] - at_s[k])
            a, b, c, d = down[0, part], down[1, part], side[0, part], side[1, part]
            w, o = _at(water, k), _at(air, k)
            if rk2:
                w2, o2 = _at(water, k + 1), _at(air, k + 1)
                _step_rk2(lon[part], lat[part], live[part], a, b, c, d, dt_s, scale, w, o, w2, o2)
            else:
                _step_euler(lon[part], lat[part], live[part], a, b, c, d, dt_s, scale, w, o)
            if land.size > 0:
                _strand(lon[part], lat[part], was_lon, was_lat, live[part], land_frame, land)


@njit(cache=True, inline="always")
def _at(field: Any, step: Any) -> Any:
    """Return a field's slice of one step as flat arrays and counts."""
    values, nodes, frame = field
    flat = values[step].reshape(-1)
    return flat, nodes.reshape(-1), frame, nodes.shape[0], nodes.shape[1], values.shape[1], values.shape[2]
