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
_LEAF: dict[str, Any] = {"cache": True, "forceinline": True, "error_model": "numpy", "fastmath": _MATH}
_JIBE = np.uint64(Stream.JIBE)
_ZERO, _TINY = np.float32(0.0), np.float32(1e-12)
_NONE, _ONE = np.uint32(0), np.uint32(1)
_HALVINGS = 6

Floats32 = NDArray[np.float32]


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _held(place: Any, count: Any) -> Any:
    """Return a place held between the first and the last of `count` nodes; NaN goes to the first."""
    last = np.float32(count - 1)
    low = place if place > _ZERO else _ZERO
    return low if low < last else last


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _cell(place: Any, count: Any) -> Any:
    """Return the cell of a place between `count` nodes; beyond them, the outer one."""
    return np.uint32(min(np.int32(_held(place, count)), np.int32(count - 2)))


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _blend(southwest: Any, southeast: Any, northwest: Any, northeast: Any, x: Any, y: Any) -> Any:
    """Return the value at shares `x` and `y` between four corners."""
    low, high = southwest + x * (southeast - southwest), northwest + x * (northeast - northwest)
    return low + y * (high - low)


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _sample(lon: Any, lat: Any, k: Any, values: Any, nodes: Any, frame: Any) -> Any:
    """Return both components of a field at a position, in its slice `k`: lattice first, then the native grid."""
    x, y = (lon - frame[0]) * frame[2], (lat - frame[1]) * frame[3]
    i, j = _cell(y, nodes.shape[1]), _cell(x, nodes.shape[2])
    x, y = x - np.float32(j), y - np.float32(i)
    a, b, c, d = _corners(nodes, _NONE, i, j, 0)
    row = _held(_blend(a, b, c, d, x, y), values.shape[1])
    a, b, c, d = _corners(nodes, _NONE, i, j, 1)
    column = _held(_blend(a, b, c, d, x, y), values.shape[2])
    i, j = _cell(row, values.shape[1]), _cell(column, values.shape[2])
    x, y = column - np.float32(j), row - np.float32(i)
    a, b, c, d = _corners(values, k, i, j, 0)
    east = _blend(a, b, c, d, x, y)
    a, b, c, d = _corners(values, k, i, j, 1)
    return east, _blend(a, b, c, d, x, y)


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _corners(values: Any, k: Any, i: Any, j: Any, part: Any) -> Any:
    """Return one part at the corners south-west, south-east, north-west, north-east of a cell."""
    up, on = i + _ONE, j + _ONE
    return values[k, i, j, part], values[k, i, on, part], values[k, up, j, part], values[k, up, on, part]


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _velocity(
    lon: Any,
    lat: Any,
    down: Any,
    down_m_s: Any,
    cross: Any,
    cross_m_s: Any,
    k: Any,
    water: Any,
    water_nodes: Any,
    water_frame: Any,
    air: Any,
    air_nodes: Any,
    air_frame: Any,
) -> Any:
    """Return eastward and northward velocity of one hypothesis: surface current plus leeway.

    Leeway runs along the wind with `down × W + down_m_s` and to the right of it with `cross × W + cross_m_s`
    (Breivik and Allen, 2008, eq. 3). In a dead calm there is no downwind direction, and no leeway.
    """
    u, v = _sample(lon, lat, k, water, water_nodes, water_frame)
    wind_u, wind_v = _sample(lon, lat, k, air, air_nodes, air_frame)
    wind_m_s = np.sqrt(wind_u * wind_u + wind_v * wind_v) + _TINY
    along, aside = down + down_m_s / wind_m_s, cross + cross_m_s / wind_m_s
    return u + along * wind_u + aside * wind_v, v + along * wind_v - aside * wind_u


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _per_metre(lat: Any, scale: Any, axis: Any) -> Any:
    """Return degrees per metre at a latitude from the box's series, highest power first."""
    series = scale[axis, 0]
    for power in range(1, 5):
        series = series * lat + scale[axis, power]
    return series


@njit(cache=True, inline="always")
def _is_land(lon: float, lat: float, frame: Floats, land: NDArray[np.bool_]) -> bool:
    column, row = (lon - frame[0]) * frame[2], (lat - frame[1]) * frame[3]
    if column >= 0.0 and row >= 0.0 and column < land.shape[1] and row < land.shape[0]:
        return bool(land[np.uint64(row), np.uint64(column)])
    return False


@njit(cache=True, error_model="numpy")
def _strand(
    some: tuple[int, int],
    lon: Floats,
    lat: Floats,
    was_lon: Floats,
    was_lat: Floats,
    live: Floats32,
    frame: Floats,
    land: NDArray[np.bool_],
) -> None:
    """Stop what has come ashore at the last water on its way, to 1/64 of the step."""
    for i in range(some[0], some[1]):
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
    some: tuple[int, int],
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
    for i in range(some[0], some[1]):
        while due_s[i] <= at_s:
            if turn[i] == 0:
                live[i] = np.float32(1.0)
            else:
                side[0, i], side[2, i] = side[2, i], side[0, i]
                side[1, i], side[3, i] = side[3, i], side[1, i]
            turn[i] += np.uint32(1)
            if per_s > 0.0:
                due_s[i] -= np.log(uniform(seed, np.uint64(i), _JIBE, np.uint64(turn[i]))) / per_s
            else:
                due_s[i] = np.inf


@njit(cache=True, parallel=True, error_model="numpy", fastmath=_MATH)
def advance(
    lon: Floats,
    lat: Floats,
    was_lon: Floats,
    was_lat: Floats,
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
    water: Floats32,
    water_nodes: Floats32,
    water_frame: Floats32,
    air: Floats32,
    air_nodes: Floats32,
    air_frame: Floats32,
    land_frame: Floats,
    land: NDArray[np.bool_],
) -> None:
    """Move every hypothesis through the steps between the instants `at_s`; arrays are of whole blocks.

    Euler's step, or Heun's rule: the mean of the velocities at the start and at the place that Euler's step reaches.
    The loops stand here, without views of the arrays, so that the compiler sees that they do not overlap.
    """
    for block in prange(lon.size // BLOCK):
        first, last = block * BLOCK, (block + 1) * BLOCK
        for k in range(at_s.size - 1):
            _release_and_jibe((first, last), at_s[k], live, due_s, turn, side, seed, per_s)
            dt_s = np.float32(at_s[k + 1] - at_s[k])
            now, then = np.uint32(k), np.uint32(k + 1)
            for i in range(first, last):
                x, y = np.float32(lon[i]), np.float32(lat[i])
                a, b, c, d = down[0, i], down[1, i], side[0, i], side[1, i]
                east, north = _velocity(
                    x, y, a, b, c, d, now, water, water_nodes, water_frame, air, air_nodes, air_frame
                )
                run = live[i] * dt_s
                was_lon[i], was_lat[i] = lon[i], lat[i]
                lon[i] += np.float64(run * east * _per_metre(y, scale, 0))
                lat[i] += np.float64(run * north * _per_metre(y, scale, 1))
            if rk2:
                for i in range(first, last):
                    x, y = np.float32(lon[i]), np.float32(lat[i])
                    a, b, c, d = down[0, i], down[1, i], side[0, i], side[1, i]
                    east, north = _velocity(
                        x, y, a, b, c, d, then, water, water_nodes, water_frame, air, air_nodes, air_frame
                    )
                    run = live[i] * dt_s
                    dx = np.float64(run * east * _per_metre(y, scale, 0))
                    dy = np.float64(run * north * _per_metre(y, scale, 1))
                    lon[i] = 0.5 * (lon[i] + was_lon[i] + dx)
                    lat[i] = 0.5 * (lat[i] + was_lat[i] + dy)
            if land.size > 0:
                _strand((first, last), lon, lat, was_lon, was_lat, live, land_frame, land)
