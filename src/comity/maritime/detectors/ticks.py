"""Ticks: where each ship was at every tenth minute, so that ships are compared at the same instants.

A place is interpolated along the great circle between two positions that no long silence parts. The speed at a tick
is that of the way from the tick before, which the noise of single fixes hardly moves; at the first tick it is that
between the two positions. Ticks count from 1970, so they are the same however the data is cut.
Units: ticks of ten minutes, metres per second, points on the unit sphere.
Source: Global Fishing Watch, pipe-encounters (positions every 10 minutes).
"""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numba import njit
from numpy.typing import NDArray

from comity.ground import Floats
from comity.maritime.bucket import Bucket, Ints
from comity.maritime.sphere import KERNEL, between, chord_m, place_of, unit_vector
from comity.maritime.surroundings import Anchorages, nearest_anchorage

TICK_MS = 600_000
"""Ten minutes."""

TICKS_PER_DAY = 144
_TICK_S = TICK_MS / 1000.0


class TickRule(NamedTuple):
    """Ticks of ships slower than `fastest_m_s` and farther than `anchorage_m` from every anchorage.

    Those within `edge_m` beyond that distance are marked: whether a pair is far enough depends on its other ship.
    """

    silence_ms: int
    fastest_m_s: float
    anchorage_m: float
    edge_m: float


def ticks_of(bucket: Bucket, first: Ints, last: Ints, rule: TickRule, anchorages: Anchorages) -> pa.Table:
    """Return the ticks within stretches of rows, each from its first to its last row, on one track.

    Columns: `tick`, `mmsi`, `x`, `y`, `z`, `speed_m_s` and `edge`.
    """
    room = _count(bucket.t_ms, first, last, rule.silence_ms)
    rows, tick, place, speed_m_s, edge = _ticks(
        bucket.t_ms, bucket.lat_deg, bucket.lon_deg, bucket.step_m, first, last, room, rule, anchorages
    )
    return pa.table(
        {
            "tick": tick,
            "mmsi": bucket.mmsi[rows],
            "x": np.ascontiguousarray(place[:, 0]),
            "y": np.ascontiguousarray(place[:, 1]),
            "z": np.ascontiguousarray(place[:, 2]),
            "speed_m_s": speed_m_s,
            "edge": edge,
        }
    )


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _count(t_ms: Ints, first: Ints, last: Ints, silence_ms: int) -> int:
    count = 0
    for stretch in range(first.size):
        for i in range(first[stretch], last[stretch]):
            if t_ms[i + 1] - t_ms[i] <= silence_ms:
                count += (t_ms[i + 1] - 1) // TICK_MS - (t_ms[i] - 1) // TICK_MS
        count += 1
    return count


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _ticks(
    t_ms: Ints,
    lat_deg: Floats,
    lon_deg: Floats,
    step_m: Floats,
    first: Ints,
    last: Ints,
    room: int,
    rule: TickRule,
    anchorages: Anchorages,
) -> tuple[Ints, Ints, Floats, NDArray[np.float32], NDArray[np.bool_]]:
    rows, ticks, places = np.empty(room, np.int64), np.empty(room, np.int64), np.empty((room, 3), np.float64)
    speeds, edges, count = np.empty(room, np.float32), np.empty(room, np.bool_), 0
    for stretch in range(first.size):
        before, x_0, y_0, z_0, speed = np.int64(-2), 0.0, 0.0, 0.0, 0.0
        for i in range(first[stretch], last[stretch] + 1):
            following = i + 1 if i < last[stretch] and t_ms[i + 1] - t_ms[i] <= rule.silence_ms else i
            end_ms = t_ms[following] if following > i else t_ms[i] + 1
            tick = (t_ms[i] - 1) // TICK_MS + 1
            while tick * TICK_MS < end_ms:
                if following > i:
                    share = (tick * TICK_MS - t_ms[i]) / (end_ms - t_ms[i])
                    x, y, z = between(lat_deg[i], lon_deg[i], lat_deg[following], lon_deg[following], share)
                else:
                    x, y, z = unit_vector(lat_deg[i], lon_deg[i])
                if tick == before + 1:
                    speed = chord_m(x_0, y_0, z_0, x, y, z) / _TICK_S
                elif following > i:
                    speed = step_m[following] / (end_ms - t_ms[i]) * 1000.0
                else:
                    speed = 0.0
                before, x_0, y_0, z_0 = tick, x, y, z
                if speed < rule.fastest_m_s:
                    lat, lon = place_of(x, y, z)
                    away_m, _ = nearest_anchorage(lat, lon, anchorages)
                    if away_m >= rule.anchorage_m - rule.edge_m:
                        rows[count], ticks[count], speeds[count] = i, tick, speed
                        places[count, 0], places[count, 1], places[count, 2] = x, y, z
                        edges[count] = away_m < rule.anchorage_m + rule.edge_m
                        count += 1
                tick += 1
    return rows[:count].copy(), ticks[:count].copy(), places[:count].copy(), speeds[:count].copy(), edges[:count].copy()
