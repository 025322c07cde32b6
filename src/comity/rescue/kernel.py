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
from comity.rescue.chance import Stream
from comity.rescue.draws import uniform

BLOCK = 2048
"""Hypotheses in a block: its state stays in the first-level cache for an hour of steps."""

_MATH = {"contract", "arcp", "nsz"}
_LEAF: dict[str, Any] = {"cache": True, "forceinline": True, "error_model": "numpy", "fastmath": _MATH}
_JIBE = np.uint64(Stream.JIBE)
_ZERO, _HALF, _UNIT, _TINY = np.float32(0.0), np.float32(0.5), np.float32(1.0), np.float32(1e-12)
_ONE, _TWO = np.uint32(1), np.uint32(2)
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
    """Return the cell of a place that is held between `count` nodes."""
    return min(np.int32(place), np.int32(count - 2))


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _blend(pairs: Any, south: Any, north: Any, x: Any, y: Any) -> Any:
    """Return one part of the pairs at the shares `x` and `y` of a cell; it lies two places from west to east."""
    low = pairs[south] + x * (pairs[south + _TWO] - pairs[south])
    high = pairs[north] + x * (pairs[north + _TWO] - pairs[north])
    return low + y * (high - low)


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _sample(lon: Any, lat: Any, first: Any, values: Any, nodes: Any, frame: Any, counts: Any) -> Any:
    """Return both components of a field at a position: its place on the lattice, its place on the grid, the values.

    `values` and `nodes` are flat pairs; the slice of this instant begins at `first`.
    """
    x = _held((lon - frame[0]) * frame[2], counts[1])
    y = _held((lat - frame[1]) * frame[3], counts[0])
    i, j = _cell(y, counts[0]), _cell(x, counts[1])
    x, y = x - np.float32(j), y - np.float32(i)
    south = np.uint32(i * np.int32(counts[1]) + j) * _TWO
    north = south + np.uint32(counts[1]) * _TWO
    row = _held(_blend(nodes, south, north, x, y), counts[2])
    column = _held(_blend(nodes, south + _ONE, north + _ONE, x, y), counts[3])
    i, j = _cell(row, counts[2]), _cell(column, counts[3])
    x, y = column - np.float32(j), row - np.float32(i)
    south = first + np.uint32(i * np.int32(counts[3]) + j) * _TWO
    north = south + np.uint32(counts[3]) * _TWO
    return _blend(values, south, north, x, y), _blend(values, south + _ONE, north + _ONE, x, y)


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _velocity(u: Any, v: Any, wind_u: Any, wind_v: Any, down: Any, down_m_s: Any, cross: Any, cross_m_s: Any) -> Any:
    """Return eastward and northward velocity of one hypothesis: surface current plus leeway.

    Leeway runs along the wind with `down × W + down_m_s` and to the right of it with `cross × W + cross_m_s`
    (Breivik and Allen, 2008, eq. 3). In a dead calm there is no downwind direction, and no leeway.
    """
    per_wind = _UNIT / (np.sqrt(wind_u * wind_u + wind_v * wind_v) + _TINY)
    along, aside = down + down_m_s * per_wind, cross + cross_m_s * per_wind
    return u + along * wind_u + aside * wind_v, v + along * wind_v - aside * wind_u


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _per_metre(lat: Any, a: Any, b: Any, c: Any, d: Any, e: Any) -> Any:
    """Return degrees per metre at a latitude from the box's series, highest power first."""
    return (((a * lat + b) * lat + c) * lat + d) * lat + e


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _shift(
    lon: Any,
    lat: Any,
    seconds: Any,
    a: Any,
    b: Any,
    c: Any,
    d: Any,
    k: Any,
    scale: Any,
    water: Any,
    water_nodes: Any,
    water_frame: Any,
    water_counts: Any,
    air: Any,
    air_nodes: Any,
    air_frame: Any,
    air_counts: Any,
) -> Any:
    """Return the degrees east and north that one hypothesis runs in some seconds, at the velocity of instant `k`."""
    first = np.uint32(k * water_counts[2] * water_counts[3] * 2)
    u, v = _sample(lon, lat, first, water, water_nodes, water_frame, water_counts)
    first = np.uint32(k * air_counts[2] * air_counts[3] * 2)
    wind_u, wind_v = _sample(lon, lat, first, air, air_nodes, air_frame, air_counts)
    east, north = _velocity(u, v, wind_u, wind_v, a, b, c, d)
    per_east = _per_metre(lat, scale[0], scale[1], scale[2], scale[3], scale[4])
    per_north = _per_metre(lat, scale[5], scale[6], scale[7], scale[8], scale[9])
    return seconds * east * per_east, seconds * north * per_north


@njit(cache=True, inline="always")
def _is_land(lon: float, lat: float, frame: Floats, land: NDArray[np.bool_]) -> bool:
    column, row = (lon - frame[0]) * frame[2], (lat - frame[1]) * frame[3]
    if column >= 0.0 and row >= 0.0 and column < land.shape[1] and row < land.shape[0]:
        return bool(land[np.uint64(row), np.uint64(column)])
    return False


@njit(cache=True, inline="always")
def _is_near(lon: float, lat: float, frame: Floats, near: NDArray[np.bool_], blocks: float) -> bool:
    column, row = (lon - frame[0]) * frame[2] * blocks, (lat - frame[1]) * frame[3] * blocks
    if column >= 0.0 and row >= 0.0 and column < near.shape[1] and row < near.shape[0]:
        return bool(near[np.uint64(row), np.uint64(column)])
    return False


@njit(cache=True, error_model="numpy")
def _strand(
    some: tuple[int, int],
    lon: Floats,
    lat: Floats,
    shift_lon: Floats32,
    shift_lat: Floats32,
    live: Floats32,
    frame: Floats,
    land: NDArray[np.bool_],
    near: NDArray[np.bool_],
    near_cells: int,
    follow: bool,
) -> None:
    """Stop what has met land on its step at the last water on its way, to 1/64 of half a cell.

    With `follow` a step that ends near land is looked at every half cell, so that it jumps over no spit; else its end
    alone is.
    """
    for i in range(some[0], some[1]):
        if live[i] > _ZERO and _is_near(lon[i], lat[i], frame, near, 1.0 / near_cells):
            dx, dy = np.float64(shift_lon[i]), np.float64(shift_lat[i])
            x, y = lon[i] - dx, lat[i] - dy
            parts = 1 + int(2.0 * max(abs(dx) * frame[2], abs(dy) * frame[3])) if follow else 1
            for k in range(1, parts + 1):
                if not _is_land(x + k / parts * dx, y + k / parts * dy, frame, land):
                    continue
                wet, dry = (k - 1) / parts, k / parts
                for _ in range(_HALVINGS):
                    part = 0.5 * (wet + dry)
                    if _is_land(x + part * dx, y + part * dy, frame, land):
                        dry = part
                    else:
                        wet = part
                live[i] = _ZERO
                lon[i], lat[i] = x + wet * dx, y + wet * dy
                break


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


# fmt: off
@njit(cache=True, parallel=True, error_model="numpy", fastmath=_MATH)
def advance(
    lon: Floats, lat: Floats, trial_lon: Floats32, trial_lat: Floats32, shift_lon: Floats32, shift_lat: Floats32,
    live: Floats32, due_s: Floats, turn: NDArray[np.uint32], down: Floats32, side: Floats32,
    seed: Any, per_s: float, at_s: Floats, rk2: bool, scale: Floats32,
    water: Floats32, water_nodes: Floats32, water_frame: Floats32, water_counts: NDArray[np.int64],
    air: Floats32, air_nodes: Floats32, air_frame: Floats32, air_counts: NDArray[np.int64],
    land_frame: Floats, land: NDArray[np.bool_], near: NDArray[np.bool_], near_cells: int, follow: bool,
) -> None:
    """Move every hypothesis through the steps between the instants `at_s`; arrays are of whole blocks.

    Euler's step, or Heun's rule: the mean of the shifts at the start and at the place that Euler's step reaches.
    The loops take no views and write to flat arrays that they do not read (`trial_…`, `shift_…`): so the compiler sees
    that hypotheses are apart, and moves eight at once.
    """
    for block in prange(lon.size // BLOCK):
        first, last = block * BLOCK, (block + 1) * BLOCK
        for k in range(at_s.size - 1):
            _release_and_jibe((first, last), at_s[k], live, due_s, turn, side, seed, per_s)
            dt_s = np.float32(at_s[k + 1] - at_s[k])
            for i in range(first, last):
                trial_lon[i], trial_lat[i] = _shift(
                    np.float32(lon[i]), np.float32(lat[i]), live[i] * dt_s,
                    down[0, i], down[1, i], side[0, i], side[1, i], k, scale,
                    water, water_nodes, water_frame, water_counts, air, air_nodes, air_frame, air_counts,
                )
            if rk2:
                for i in range(first, last):
                    x, y = _shift(
                        np.float32(lon[i] + trial_lon[i]), np.float32(lat[i] + trial_lat[i]), live[i] * dt_s,
                        down[0, i], down[1, i], side[0, i], side[1, i], k + 1, scale,
                        water, water_nodes, water_frame, water_counts, air, air_nodes, air_frame, air_counts,
                    )
                    shift_lon[i], shift_lat[i] = _HALF * (trial_lon[i] + x), _HALF * (trial_lat[i] + y)
            else:
                for i in range(first, last):
                    shift_lon[i], shift_lat[i] = trial_lon[i], trial_lat[i]
            for i in range(first, last):
                lon[i] += np.float64(shift_lon[i])
                lat[i] += np.float64(shift_lat[i])
            if near.size > 0:
                _strand((first, last), lon, lat, shift_lon, shift_lat, live, land_frame, land, near, near_cells, follow)
# fmt: on
