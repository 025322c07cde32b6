"""The compiled heart of the drift: one velocity for one hypothesis, and an hour of steps for blocks of them.

Units: degrees from a reference point, metres per second, seconds. Positions are float64; velocities are computed in
float32 (relative error under 1e-6, some centimetres in a drift of 50 km). Threads share no hypothesis and meet once an
hour, so the cloud does not depend on their number. `fastmath` here never assumes that NaN is absent: NaN is land or
the end of a field.
"""

from typing import Any, NamedTuple

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

from comity.ground import Floats
from comity.rescue.chance import MIRROR, Stream
from comity.rescue.draws import hashed, uniform
from comity.rescue.stranding import strand

BLOCK = 2048
"""Hypotheses in a block: its state stays in the second-level cache for an hour of steps."""

NO_VALUE = -(2**15)
"""The whole number that stands for no value in a word of a field."""

_MATH = {"contract", "arcp", "nsz"}
_LEAF: dict[str, Any] = {"cache": True, "forceinline": True, "error_model": "numpy", "fastmath": _MATH}
_JIBE = np.uint64(Stream.JIBE)
_ZERO, _UNIT, _TINY, _NAN = np.float32(0.0), np.float32(1.0), np.float32(1e-12), np.float32(np.nan)
_S0, _S16, _S32, _S48 = np.int64(0), np.int64(16), np.int64(32), np.int64(48)
_TURN = np.float32(2 * np.pi / 2**32)
_PER_2_32 = np.float32(2.0**-32)
_LOW_32, _HIGH_32 = np.uint64(2**32 - 1), np.uint64(32)
_FIRST_ERROR = int(Stream.CURRENT_EAST)

Floats32 = NDArray[np.float32]


class Hypotheses(NamedTuple):
    """What moves, in whole blocks of the kernel; all arrays end with the axis of the hypotheses.

    Parameters
    ----------
    lon, lat
        Degrees from the reference point.
    live
        1 in the water, else 0.
    due_s, turn
        The next release or jibe, and how many there were; the release is the first.
    down, side
        Slope and offset downwind; crosswind on this tack (rows 0 and 1) and on the other (2 and 3).
    change_s, after
        When it becomes another object, and the rows of `down` and `side` from then on; empty where nothing changes.
    wander, spread_m_s
        Errors of current and wind in units of their spread (rows: current east and north, wind east and north), and
        the spread of both, shape (2, …). Empty where there are none.
    scratch
        Shape (10, …): places, shifts, and in the last four rows the errors of the hour in metres per second.
    """

    lon: Floats
    lat: Floats
    live: Floats32
    due_s: Floats
    turn: NDArray[np.uint32]
    down: Floats32
    side: Floats32
    change_s: Floats
    after: Floats32
    wander: Floats32
    spread_m_s: Floats32
    scratch: Floats32


class Lanes(NamedTuple):
    """The rows of hypotheses that the inner loops read and write, each an array of its own, as `lanes_of` cuts them."""

    x: Floats32
    y: Floats32
    trial_lon: Floats32
    trial_lat: Floats32
    shift_lon: Floats32
    shift_lat: Floats32
    gone_u: Floats32
    gone_v: Floats32
    gust_u: Floats32
    gust_v: Floats32
    live: Floats32
    down: Floats32
    down_m_s: Floats32
    side: Floats32
    side_m_s: Floats32


def lanes_of(drifts: Hypotheses) -> Lanes:
    """Return the rows of the inner loops: errors of the current, then of the wind, follow places and shifts."""
    rows = [*drifts.scratch, drifts.live, *drifts.down, *drifts.side[:2]]
    return Lanes(*rows)


class Field(NamedTuple):
    """A field over the cloud's box at the instants of an hour; `slices.slice_hour` makes and describes it."""

    words: NDArray[np.int64]
    unit_m_s: Any
    series: Floats32
    nodes: Floats32
    frame: Floats32
    counts: NDArray[np.int64]


class Coast(NamedTuple):
    """The coast within the box; `near` is empty where no step can meet it. `shore.Shore` describes the parts."""

    frame: Floats
    land: NDArray[np.bool_]
    near: NDArray[np.bool_]
    near_cells: int
    follow: bool


class Scheme(NamedTuple):
    """A Runge-Kutta rule: each stage's reach along the last shift, weight in the sum, and instant among the slots.

    `slots` counts the instants of the fields in a step.
    """

    reach: Floats32
    weight: Floats32
    slot: NDArray[np.int64]
    slots: int


def _scheme(reach: tuple[float, ...], weight: tuple[float, ...], slot: tuple[int, ...], slots: int) -> Scheme:
    return Scheme(np.array(reach, dtype=np.float32), np.array(weight, dtype=np.float32), np.array(slot), slots)


SCHEMES = {
    "euler": _scheme((0,), (1,), (0,), 1),
    "rk2": _scheme((0, 1), (1 / 2, 1 / 2), (0, 1), 1),
    "rk4": _scheme((0, 1 / 2, 1 / 2, 1), (1 / 6, 1 / 3, 1 / 3, 1 / 6), (0, 1, 1, 2), 2),
}
"""Euler's step, Heun's rule, and the classical rule of fourth order (W. Kutta, Z. Math. Phys. 46, 1901)."""


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
def _part(word: Any, up: Any) -> Any:
    """Return one of the four whole numbers of a word as float32; NaN for the one that says so."""
    whole = (word << up) >> _S48
    return np.float32(whole) if whole != NO_VALUE else _NAN


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _between(row: Any, column: Any, first: Any, words: Any, rows: Any, columns: Any) -> Any:
    """Return both components at a place of the grid, in units of the field; this instant's words begin at `first`.

    A word holds both corners of a cell's edge, so that a hypothesis asks memory twice for a field and not eight times.
    """
    row, column = _held(row, rows), _held(column, columns)
    i, j = _cell(row, rows), _cell(column, columns)
    x, y = column - np.float32(j), row - np.float32(i)
    at = first + np.uint32(i * np.int32(columns) + j)
    south, north = words[at], words[at + np.uint32(columns)]
    a, b = _part(south, _S48), _part(north, _S48)
    a, b = a + x * (_part(south, _S16) - a), b + x * (_part(north, _S16) - b)
    c, d = _part(south, _S32), _part(north, _S32)
    c, d = c + x * (_part(south, _S0) - c), d + x * (_part(north, _S0) - d)
    return a + y * (b - a), c + y * (d - c)


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _cubic(x: Any, y: Any, c: Any, at: Any) -> Any:
    """Return a polynomial of third degree in two variables; its ten coefficients begin at `at`."""
    zeroth = c[at] + x * (c[at + 1] + x * (c[at + 2] + x * c[at + 3]))
    first = c[at + 4] + x * (c[at + 5] + x * c[at + 6])
    return zeroth + y * (first + y * (c[at + 7] + x * c[at + 8] + y * c[at + 9]))


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _mixed(pairs: Any, south: Any, north: Any, x: Any, y: Any) -> Any:
    low = pairs[south] + x * (pairs[south + 2] - pairs[south])
    high = pairs[north] + x * (pairs[north + 2] - pairs[north])
    return low + y * (high - low)


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _by_lattice(x: Any, y: Any, nodes: Any, frame: Any, counts: Any) -> Any:
    """Return row and column of a position by the nodes of the lattice, where no polynomial is near enough to them."""
    x = _held((x - frame[0]) * frame[2], counts[1])
    y = _held((y - frame[1]) * frame[3], counts[0])
    i, j = _cell(y, counts[0]), _cell(x, counts[1])
    x, y = x - np.float32(j), y - np.float32(i)
    south = np.uint32(i * np.int32(counts[1]) + j) * np.uint32(2)
    north = south + np.uint32(counts[1]) * np.uint32(2)
    return _mixed(nodes, south, north, x, y), _mixed(nodes, south + np.uint32(1), north + np.uint32(1), x, y)


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
def _degrees(seconds: Any, east: Any, north: Any, y: Any, c: Any) -> Any:
    """Return the degrees east and north that a velocity runs in some seconds; `c` are the box's series in latitude."""
    per_east = (((c[0] * y + c[1]) * y + c[2]) * y + c[3]) * y + c[4]
    per_north = (((c[5] * y + c[6]) * y + c[7]) * y + c[8]) * y + c[9]
    return seconds * east * per_east, seconds * north * per_north


@njit(cache=True, error_model="numpy")
def _release_and_jibe(some: tuple[int, int], at_s: float, drifts: Any, seed: Any, per_s: float) -> None:
    """Let into the water what is due, put on the other tack what the clock says, and change what becomes another.

    `due_s` is the release at first, and the next jibe from then on: waits are exponential, so jibes do not depend on
    the step.
    """
    due_s, turn, down, side = drifts.due_s, drifts.turn, drifts.down, drifts.side
    for i in range(some[0], some[1]):
        while due_s[i] <= at_s:
            if turn[i] == 0:
                drifts.live[i] = np.float32(1.0)
            else:
                side[0, i], side[2, i] = side[2, i], side[0, i]
                side[1, i], side[3, i] = side[3, i], side[1, i]
            turn[i] += np.uint32(1)
            if per_s > 0.0:
                due_s[i] -= np.log(uniform(seed, np.uint64(i), _JIBE, np.uint64(turn[i]))) / per_s
            else:
                due_s[i] = np.inf
    if drifts.change_s.size > 0:
        for i in range(some[0], some[1]):
            if drifts.change_s[i] <= at_s:
                drifts.change_s[i] = np.inf
                down[0, i], down[1, i] = drifts.after[0, i], drifts.after[1, i]
                for row in range(4):
                    side[row, i] = drifts.after[2 + row, i]


@njit(cache=True, error_model="numpy")
def _disturb(some: tuple[int, int], drifts: Any, seed: Any, turn: Any, memory: Floats) -> None:
    """Carry the errors of current and wind through an hour; leave their means in the last rows of `scratch`.

    `memory`, shape (2, 5), holds for each field what `uncertainty.through` computes. Mirror images take the same
    numbers with the other sign, as in `chance.normals`.
    """
    for row in range(4):
        keep, fresh, mean_old, mean_one, mean_two = memory[row // 2]
        mean, most = drifts.scratch[6 + row], _ZERO
        if drifts.spread_m_s.size > 0:
            for i in range(some[0], some[1]):
                most = max(most, drifts.spread_m_s[row // 2, i])
        if most == _ZERO:
            mean[some[0] : some[1]] = _ZERO
            continue
        wander, spread = drifts.wander[row], drifts.spread_m_s[row // 2]
        stream = np.uint64(_FIRST_ERROR + row)
        for i in range(some[0], some[1]):
            if np.uint64(i) & MIRROR:
                continue
            word = hashed(seed, np.uint64(i), stream, turn)
            share = (np.float32(word & _LOW_32) + np.float32(0.5)) * _PER_2_32
            radius, angle = np.sqrt(np.float32(-2.0) * np.log(share)), np.float32(word >> _HIGH_32) * _TURN
            one, two = radius * np.cos(angle), radius * np.sin(angle)  # G. Box and M. Muller, Ann. Math. Stat. 29, 1958
            for sign, k in ((_UNIT, i), (-_UNIT, i + 2)):
                old = wander[k]
                mean[k] = spread[k] * (mean_old * old + sign * (mean_one * one + mean_two * two))
                wander[k] = keep * old + sign * fresh * one


@njit(cache=True, error_model="numpy")
def _show(
    some: tuple[int, int], at_s: float, drifts: Any, origin: Floats, lon_deg: Any, lat_deg: Any, status: Any
) -> bool:
    """Write positions and status of a block, NaN before the release; return whether a place was lost."""
    is_lost = False
    for i in range(some[0], some[1]):
        lon, lat = drifts.lon[i], drifts.lat[i]
        is_lost |= np.isnan(lon + lat)
        waits = drifts.turn[i] == 0 and drifts.due_s[i] > at_s
        lon_deg[i] = _NAN if waits else np.float32(lon + origin[0])
        lat_deg[i] = _NAN if waits else np.float32(lat + origin[1])
        if status[i] == 0 and drifts.live[i] == _ZERO and drifts.turn[i] > 0:
            status[i] = 1
    return is_lost


# fmt: off
@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _try(
    first: Any, last: Any, slot: Any, dt_s: Any, lanes: Any, water: Any, air: Any, smooth: bool, scale: Floats32,
) -> None:
    """Write the shifts of some hypotheses at their trial places, at the velocity of one instant of the fields.

    The loops take no views and write to flat arrays that they do not read, under unsigned indices, and are inlined into
    the parallel loop, whose arrays are known not to overlap: so the compiler moves eight at once, 2.8 times as fast.
    """
    x, y, shift_lon, shift_lat, _, _, gone_u, gone_v, gust_u, gust_v, live, down, down_m_s, side, side_m_s = lanes
    sea, sea_series, sea_rows, sea_columns = water.words, water.series, water.counts[2], water.counts[3]
    sky, sky_series, sky_rows, sky_columns = air.words, air.series, air.counts[2], air.counts[3]
    sea_0, sky_0 = np.uint32(slot * sea_rows * sea_columns), np.uint32(slot * sky_rows * sky_columns)
    sea_m_s, sky_m_s = water.unit_m_s, air.unit_m_s
    if smooth:
        for i in range(first, last):
            p, q = _cubic(x[i], y[i], sea_series, 0), _cubic(x[i], y[i], sea_series, 10)
            u, v = _between(p, q, sea_0, sea, sea_rows, sea_columns)
            p, q = _cubic(x[i], y[i], sky_series, 0), _cubic(x[i], y[i], sky_series, 10)
            p, q = _between(p, q, sky_0, sky, sky_rows, sky_columns)
            u, v = _velocity(
                sea_m_s * u + gone_u[i], sea_m_s * v + gone_v[i], sky_m_s * p + gust_u[i], sky_m_s * q + gust_v[i],
                down[i], down_m_s[i], side[i], side_m_s[i],
            )
            shift_lon[i], shift_lat[i] = _degrees(live[i] * dt_s, u, v, y[i], scale)
    else:
        for i in range(first, last):
            p, q = _by_lattice(x[i], y[i], water.nodes, water.frame, water.counts)
            u, v = _between(p, q, sea_0, sea, sea_rows, sea_columns)
            p, q = _by_lattice(x[i], y[i], air.nodes, air.frame, air.counts)
            p, q = _between(p, q, sky_0, sky, sky_rows, sky_columns)
            u, v = _velocity(
                sea_m_s * u + gone_u[i], sea_m_s * v + gone_v[i], sky_m_s * p + gust_u[i], sky_m_s * q + gust_v[i],
                down[i], down_m_s[i], side[i], side_m_s[i],
            )
            shift_lon[i], shift_lat[i] = _degrees(live[i] * dt_s, u, v, y[i], scale)


@njit(cache=True, parallel=True, error_model="numpy", fastmath=_MATH)
def advance(
    drifts: Any, lanes: Any, origin: Floats, middle: Floats, at_s: Floats, sign: Any, scheme: Any, scale: Floats32,
    smooth: bool, water: Any, air: Any, coast: Any, seed: Any, per_s: float, turn: Any, memory: Floats,
    lon_deg: Floats32, lat_deg: Floats32, status: NDArray[np.int8], is_lost: NDArray[np.bool_],
) -> None:
    """Move every hypothesis through the steps between the instants `at_s`, and write where it is then.

    `sign` is −1 for a drift back in time; `middle` is the box's, from the reference point as the positions are;
    `is_lost`, shape (blocks,), tells where a place has become NaN, past the end of a field.
    """
    lon, lat = drifts.lon, drifts.lat
    x, y, trial_lon, trial_lat, shift_lon, shift_lat = lanes[:6]
    for block in prange(lon.size // BLOCK):
        some = block * BLOCK, (block + 1) * BLOCK
        first, last = np.uint64(some[0]), np.uint64(some[1])  # a signed index could count from the end: no lanes
        _disturb(some, drifts, seed, turn, memory)
        for k in range(at_s.size - 1):
            _release_and_jibe(some, at_s[k], drifts, seed, per_s)
            dt_s = np.float32(sign * (at_s[k + 1] - at_s[k]))
            for stage in range(scheme.reach.size):
                reach, weight = scheme.reach[stage], scheme.weight[stage]
                for i in range(first, last):
                    x[i], y[i] = np.float32(lon[i] - middle[0]), np.float32(lat[i] - middle[1])
                if stage > 0:
                    for i in range(first, last):
                        x[i] += reach * trial_lon[i]
                        y[i] += reach * trial_lat[i]
                slot = k * scheme.slots + scheme.slot[stage]
                _try(first, last, slot, dt_s, lanes, water, air, smooth, scale)
                if stage == 0:
                    for i in range(first, last):
                        shift_lon[i], shift_lat[i] = weight * trial_lon[i], weight * trial_lat[i]
                else:
                    for i in range(first, last):
                        shift_lon[i] += weight * trial_lon[i]
                        shift_lat[i] += weight * trial_lat[i]
            for i in range(first, last):
                lon[i] += np.float64(shift_lon[i])
                lat[i] += np.float64(shift_lat[i])
            if coast.near.size > 0:
                strand(
                    some, lon, lat, shift_lon, shift_lat, drifts.live,
                    coast.frame, coast.land, coast.near, coast.near_cells, coast.follow,
                )
        is_lost[block] = _show(some, at_s[-1], drifts, origin, lon_deg, lat_deg, status)
# fmt: on
