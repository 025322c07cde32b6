"""Silences: a ship that was heard is not heard for as long as the rule says.

A gap lies between two positions of one identity track, so a ship of the same MMSI elsewhere neither hides nor makes
one; a ship that is still silent at the end of the data has an open gap, which begins and ends at its last position.
Units: milliseconds, metres, degrees.
Source: Global Fishing Watch, pipe-gaps, core/gap_detector.py.
"""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numba import njit

from comity.ground import M_PER_NM, UDEG_PER_DEG, Floats
from comity.maritime.asked import EVENTS_PART, Asked, Parts
from comity.maritime.bucket import Bucket, Ints
from comity.maritime.event_rows import events_of
from comity.maritime.sphere import KERNEL
from comity.maritime.surroundings import Shore, shore_m

SILENCES = "silences"

COAST_REACH_M = 50 * M_PER_NM
"""How far a station on a coast hears ships, usually: where no station is named, what is heard farther out came by
satellite (SkyTruth, 2016, on positions out of a receiver's reach)."""


class GapRule(NamedTuple):
    """A silence of `least_ms` or more; positions of the `before_ms` before it are counted."""

    least_ms: int
    before_ms: int


class _Silences(NamedTuple):
    """Rows before and after each silence (−1: none yet), positions heard before, and those by satellite."""

    last: Ints
    following: Ints
    before: Ints
    by_satellite: Ints
    moved_m: Floats
    shore_m: Floats


def gaps(bucket: Bucket, rule: GapRule, asked: Asked) -> Parts:
    """Return the gaps of a bucket, and what a later stage needs to tell disablings among them."""
    found = _gaps(bucket, rule.least_ms, rule.before_ms, asked.until_ms, asked.surroundings.shore)
    is_open = found.following < 0
    last, following = found.last, np.where(is_open, found.last, found.following)
    silent_ms = np.where(is_open, asked.until_ms, bucket.t_ms[following]) - bucket.t_ms[last]
    silences = pa.table(
        {
            "mmsi": bucket.mmsi[last],
            "start_ms": bucket.t_ms[last],
            "end_ms": bucket.t_ms[following],
            "silent_ms": silent_ms,
            "is_open": is_open,
            "lat_deg": bucket.lat_deg[last],
            "lon_deg": bucket.lon_deg[last],
            "shore_m": found.shore_m,
            "by_satellite": found.by_satellite,
        }
    )
    events = events_of(
        "gap",
        asked.rules.name,
        mmsi=bucket.mmsi[last],
        start_ms=bucket.t_ms[last],
        end_ms=bucket.t_ms[following],
        lat_deg=bucket.lat_deg[last],
        lon_deg=bucket.lon_deg[last],
        is_open=is_open,
        reason=np.where(is_open, "gap.silent", "gap.heard_again").tolist(),
        evidence={
            "silent_s": silent_ms // 1000,
            "positions_before": found.before,
            "positions_before_by_satellite": found.by_satellite,
            "moved_m": found.moved_m,
            "speed_mm_s": found.moved_m * 1e6 / np.maximum(silent_ms, 1),
            "shore_m": found.shore_m,
            "heard_again_lat_udeg": np.where(is_open, np.nan, bucket.lat_deg[following] * UDEG_PER_DEG),
            "heard_again_lon_udeg": np.where(is_open, np.nan, bucket.lon_deg[following] * UDEG_PER_DEG),
        },
    )
    return {EVENTS_PART: events, SILENCES: silences}


def _gaps(bucket: Bucket, least_ms: int, before_ms: int, until_ms: int, shore: Shore) -> _Silences:
    last, following = _silent(bucket.t_ms, bucket.starts, least_ms, until_ms)
    before, by_satellite = _heard_before(bucket, last, before_ms, shore)
    moved_m = np.where(following < 0, np.nan, bucket.step_m[following])
    return _Silences(last, following, before, by_satellite, moved_m, shores_m(bucket, last, shore))


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _silent(t_ms: Ints, starts: Ints, least_ms: int, until_ms: int) -> tuple[Ints, Ints]:
    last, following, count = np.empty(t_ms.size, np.int64), np.empty(t_ms.size, np.int64), 0
    for track in range(starts.size - 1):
        begin, end = starts[track], starts[track + 1]
        for i in range(begin, end):
            heard_ms = t_ms[i + 1] if i + 1 < end else until_ms
            if heard_ms - t_ms[i] >= least_ms:
                last[count] = i
                following[count] = i + 1 if i + 1 < end else -1
                count += 1
    return last[:count].copy(), following[:count].copy()


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _heard_before(bucket: Bucket, rows: Ints, before_ms: int, shore: Shore) -> tuple[Ints, Ints]:
    t_ms, starts = bucket.t_ms, bucket.starts
    before, by_satellite, track = np.zeros(rows.size, np.int64), np.zeros(rows.size, np.int64), 0
    for each in range(rows.size):
        row = rows[each]
        while starts[track + 1] <= row:
            track += 1
        i = row
        while i >= starts[track] and t_ms[row] - t_ms[i] <= before_ms:
            before[each] += 1
            far = bucket.is_station_known == 0 and shore_m(bucket.lat_deg[i], bucket.lon_deg[i], shore) > COAST_REACH_M
            by_satellite[each] += bucket.from_satellite[i] or far
            i -= 1
    return before, by_satellite


def shores_m(bucket: Bucket, rows: Ints, shore: Shore) -> Floats:
    """Return the distance to shore of some rows."""
    found: Floats = _shores_m(bucket.lat_deg, bucket.lon_deg, rows, shore)
    return found


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _shores_m(lat_deg: Floats, lon_deg: Floats, rows: Ints, shore: Shore) -> Floats:
    found = np.empty(rows.size, dtype=np.float64)
    for each in range(rows.size):
        found[each] = shore_m(lat_deg[rows[each]], lon_deg[rows[each]], shore)
    return found
