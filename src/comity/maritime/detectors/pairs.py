"""Pairs: which ships were close to one another at each tick of a day, as unbroken runs.

The ships of a tick are sorted by latitude, and each is compared with those within the distance northward of it by the
chord between two points on the sphere: exact at the antimeridian and at the poles, without a cell that is too narrow
anywhere. Where too many ships lie in one cell of half a kilometre it is an anchorage, whoever knows it or
not: they are left out, so ten thousand ships in a port make no fifty million pairs.
A run is kept while its pair is close at every tick, so memory holds pairs, not pairs times ticks.
Units: ticks of ten minutes, metres, points on the unit sphere.
"""

import math
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numba import njit
from numpy.typing import NDArray

from comity.ground import Floats
from comity.maritime.bucket import Ints
from comity.maritime.sphere import EARTH_M, KERNEL, place_of
from comity.maritime.surroundings import Anchorages, nearest_anchorage

CROWD_CELL_M = 500.0
"""Of a side of the cell in which a crowd is counted (pipe-anchorages: S2 cells of about half a kilometre)."""

_WHOLE = ("mmsi", "mmsi_2", "first_tick", "last_tick", "ticks", "slow", "slow_2")
_REAL = ("least_apart_m", "apart_m", "x", "y", "z")
_KEY_1, _KEY_2, _FIRST, _LAST, _TICKS, _SLOW_1, _SLOW_2 = range(7)
_FEWEST_SLOTS = 1024
_SLACK = 1e-7
"""Radians: the arc sine of z is no better than this beside a pole; the chord decides."""


class PairRule(NamedTuple):
    """Ships within `apart_m`, their middle `anchorage_m` or more from anchorages; `crowd` ships in a cell are none."""

    apart_m: float
    slow_m_s: float
    anchorage_m: float
    crowd: int


def runs_of(ticks: pa.Table, rule: PairRule, anchorages: Anchorages) -> pa.Table:
    """Return the runs of a day's ticks: each pair that was close, from a first to a last tick without a break.

    `slow` counts the ticks at which the first ship was slower than the rule says, `slow_2` those of the second;
    `apart_m` and (`x`, `y`, `z`) are sums over the ticks.
    """
    columns = {name: np.ascontiguousarray(ticks.column(name).to_numpy()) for name in ticks.column_names}
    order = np.lexsort((columns["z"], columns["x"], columns["mmsi"], columns["tick"]))
    tick, mmsi, x, y, z, speed, edge = (
        columns[name][order] for name in ("tick", "mmsi", "x", "y", "z", "speed_m_s", "edge")
    )
    whole, real, count = _runs(tick, mmsi, x, y, z, speed, edge, rule, anchorages)
    found = {name: np.ascontiguousarray(whole[:count, column]) for column, name in enumerate(_WHOLE)}
    found |= {name: np.ascontiguousarray(real[:count, column]) for column, name in enumerate(_REAL)}
    table = pa.table(found)
    return table.sort_by([(name, "ascending") for name in ("mmsi", "mmsi_2", "first_tick")])


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _runs(
    tick: Ints,
    mmsi: Ints,
    x: Floats,
    y: Floats,
    z: Floats,
    speed: NDArray[np.float32],
    edge: NDArray[np.bool_],
    rule: PairRule,
    anchorages: Anchorages,
) -> tuple[Ints, Floats, int]:
    """Follow the pairs tick by tick in a hash table of open addressing; a pair that was not seen again is written."""
    slots, held = _FEWEST_SLOTS, 0
    keys, sums = np.full((slots, 7), -1, np.int64), np.zeros((slots, 5), np.float64)
    whole, real, written = np.empty((64, 7), np.int64), np.empty((64, 5), np.float64), 0
    pairs, begin = np.empty((64, 2), np.int64), 0
    while begin < tick.size:
        end = begin + 1
        while end < tick.size and tick[end] == tick[begin]:
            end += 1
        pairs, close = _close(pairs, begin, end, x, y, z, rule)
        if 2 * (held + close) > slots:  # the table stays half empty at most; runs that ended leave it
            keys, sums, whole, real, written, held, slots = _renewed(
                keys, sums, whole, real, written, tick[begin], held + close
            )
        for each in range(close):
            one, other = pairs[each, 0], pairs[each, 1]
            if mmsi[one] == mmsi[other]:
                continue
            if mmsi[one] > mmsi[other]:
                one, other = other, one
            m_x, m_y, m_z = x[one] + x[other], y[one] + y[other], z[one] + z[other]
            if edge[one] or edge[other]:
                lat, lon = place_of(m_x, m_y, m_z)
                if nearest_anchorage(lat, lon, anchorages)[0] < rule.anchorage_m:
                    continue
            slot = _slot(keys, mmsi[one], mmsi[other])
            if keys[slot, _KEY_1] >= 0 and keys[slot, _LAST] < tick[begin] - 1:
                whole, real = _room(whole, real, written)
                whole[written], real[written] = keys[slot], sums[slot]
                written += 1
                keys[slot, _FIRST] = -1
            if keys[slot, _KEY_1] < 0 or keys[slot, _FIRST] < 0:
                held += keys[slot, _KEY_1] < 0
                keys[slot, _KEY_1], keys[slot, _KEY_2] = mmsi[one], mmsi[other]
                keys[slot, _FIRST], keys[slot, _LAST] = tick[begin], tick[begin] - 1
                keys[slot, _TICKS:] = 0
                sums[slot] = 0.0
                sums[slot, 0] = np.inf
            _add(keys[slot], sums[slot], tick[begin], speed[one], speed[other], rule.slow_m_s, (m_x, m_y, m_z),
                 _apart_m(x, y, z, one, other))  # fmt: skip
        begin = end
    for slot in range(slots):
        if keys[slot, _KEY_1] >= 0:
            whole, real = _room(whole, real, written)
            whole[written], real[written] = keys[slot], sums[slot]
            written += 1
    return whole, real, written


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _add(
    key: Ints,
    total: Floats,
    tick: int,
    speed_1: float,
    speed_2: float,
    slow_m_s: float,
    middle: tuple[float, float, float],
    apart_m: float,
) -> None:
    if apart_m < total[0]:
        total[0] = apart_m
    if key[_LAST] == tick:  # a second ship of the same MMSI at the same instant: the run counts the tick once
        return
    key[_LAST] = tick
    key[_TICKS] += 1
    key[_SLOW_1] += speed_1 < slow_m_s
    key[_SLOW_2] += speed_2 < slow_m_s
    total[1] += apart_m
    total[2] += middle[0]
    total[3] += middle[1]
    total[4] += middle[2]


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _apart_m(x: Floats, y: Floats, z: Floats, one: int, other: int) -> float:
    half = 0.5 * math.sqrt((x[one] - x[other]) ** 2 + (y[one] - y[other]) ** 2 + (z[one] - z[other]) ** 2)
    return 2.0 * EARTH_M * math.asin(min(half, 1.0))


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _close(pairs: Ints, begin: int, end: int, x: Floats, y: Floats, z: Floats, rule: PairRule) -> tuple[Ints, int]:
    """Return the pairs of rows of one tick that are close, and how many; `pairs` grows as it must."""
    high = rule.apart_m / EARTH_M
    most = (2.0 * math.sin(0.5 * high)) ** 2
    lat = np.empty(end - begin, np.float64)
    for row in range(begin, end):
        lat[row - begin] = math.asin(min(max(z[row], -1.0), 1.0)) + 0.5 * math.pi
    keep = _few(lat, begin, x, y, rule.crowd)
    order, count = np.empty(end - begin, np.int64), 0
    for at in range(end - begin):
        if keep[at]:
            order[count] = at
            count += 1
    order = order[:count]
    order = order[np.argsort(lat[order], kind="mergesort")]
    found = 0
    for i in range(count):
        one = begin + order[i]
        j = i + 1
        while j < count and lat[order[j]] - lat[order[i]] <= high + _SLACK:
            other = begin + order[j]
            chord = (x[one] - x[other]) ** 2 + (y[one] - y[other]) ** 2 + (z[one] - z[other]) ** 2
            if chord <= most:
                if found == len(pairs):
                    grown = np.empty((2 * found, 2), np.int64)
                    grown[:found] = pairs
                    pairs = grown
                pairs[found, 0], pairs[found, 1] = one, other
                found += 1
            j += 1
    return pairs, found


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _few(lat: Floats, begin: int, x: Floats, y: Floats, crowd: int) -> NDArray[np.bool_]:
    """Mark the ships whose cell of half a kilometre holds fewer than a crowd."""
    size = lat.size
    keep = np.ones(size, np.bool_)
    if size < crowd:
        return keep
    high = CROWD_CELL_M / EARTH_M
    cell = np.empty(size, np.int64)
    for at in range(size):
        band = int(lat[at] / high)
        around = max(int(2.0 * math.pi * math.sin(min(band * high, math.pi)) / high), 1)
        turn = math.atan2(y[begin + at], x[begin + at]) / (2.0 * math.pi) + 0.5
        cell[at] = band * 100_000_000 + min(int(turn * around), around - 1)
    order = np.argsort(cell, kind="mergesort")
    first = 0
    while first < size:
        last = first
        while last + 1 < size and cell[order[last + 1]] == cell[order[first]]:
            last += 1
        if last - first + 1 >= crowd:
            for at in range(first, last + 1):
                keep[order[at]] = False
        first = last + 1
    return keep


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _slot(keys: Ints, mmsi: int, mmsi_2: int) -> np.int64:
    """Return the slot of a pair, or the empty one where it would stand; the number of slots is a power of two."""
    mask = np.uint64(len(keys) - 1)
    h = np.uint64(mmsi) * np.uint64(0x9E3779B97F4A7C15) ^ np.uint64(mmsi_2) * np.uint64(0xC2B2AE3D27D4EB4F)
    h ^= h >> np.uint64(29)
    h *= np.uint64(0xBF58476D1CE4E5B9)  # the finaliser of splitmix64
    h ^= h >> np.uint64(32)
    at = np.int64(h & mask)
    while keys[at, _KEY_1] >= 0 and not (keys[at, _KEY_1] == mmsi and keys[at, _KEY_2] == mmsi_2):
        at = (at + 1) & (len(keys) - 1)
    return at


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _renewed(
    keys: Ints, sums: Floats, whole: Ints, real: Floats, written: int, tick: int, wanted: int
) -> tuple[Ints, Floats, Ints, Floats, int, int, int]:
    """Return the table anew, of twice the room that is wanted at least, without the runs that ended."""
    held = 0
    for slot in range(len(keys)):
        held += keys[slot, _KEY_1] >= 0 and keys[slot, _LAST] >= tick - 1
    slots = _FEWEST_SLOTS
    while slots < 4 * max(held, wanted):
        slots *= 2
    new_keys, new_sums, held = np.full((slots, 7), -1, np.int64), np.zeros((slots, 5), np.float64), 0
    for slot in range(len(keys)):
        if keys[slot, _KEY_1] < 0:
            continue
        if keys[slot, _LAST] >= tick - 1:
            at = _slot(new_keys, keys[slot, _KEY_1], keys[slot, _KEY_2])
            new_keys[at], new_sums[at] = keys[slot], sums[slot]
            held += 1
        else:
            whole, real = _room(whole, real, written)
            whole[written], real[written] = keys[slot], sums[slot]
            written += 1
    return new_keys, new_sums, whole, real, written, held, slots


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _room(whole: Ints, real: Floats, written: int) -> tuple[Ints, Floats]:
    if written < len(whole):
        return whole, real
    more_whole, more_real = np.empty((2 * written, 7), np.int64), np.empty((2 * written, 5), np.float64)
    more_whole[:written], more_real[:written] = whole[:written], real[:written]
    return more_whole, more_real
