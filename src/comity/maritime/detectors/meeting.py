"""Meetings: two ships that stay close to one another, slowly, far from any anchorage.

An encounter (Global Fishing Watch) and a rendezvous (Skylight) are the same rule with other thresholds. Ships are
compared at ticks of ten minutes; runs of all days are joined, so midnight cuts no meeting.
Units: ticks of ten minutes, metres, metres per second.
Sources: GFW_technical_documentation, encounters.md; pipe-encounters, create_raw_pipeline.py and merge_options.py;
N. Miller et al., Frontiers in Marine Science 5:240, 2018; help pages of Skylight.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numba import njit

from comity.ground import MS_PER_S, Floats
from comity.maritime.asked import EVENTS_PART, Asked, Parts
from comity.maritime.bucket import Bucket, Ints
from comity.maritime.detectors.pairs import PairRule, runs_of
from comity.maritime.detectors.ticks import TICK_MS, TickRule, ticks_of
from comity.maritime.event_rows import events_of
from comity.maritime.sphere import KERNEL, place_of

_WHOLE = ("mmsi", "mmsi_2", "first_tick", "last_tick", "ticks", "slow", "slow_2")
_REAL = ("least_apart_m", "apart_m", "x", "y", "z")
_FIRST, _LAST, _TICKS, _SLOW, _SLOW_2 = 2, 3, 4, 5, 6


class MeetingRule(NamedTuple):
    """Within `apart_m` for `least_ticks` steps or more, both medians of speed under `slow_m_s`.

    Positions at `fastest_m_s` or more do not count, nor those nearer than `anchorage_m` to an anchorage, nor what is
    interpolated over more than `silence_ms`. Meetings of one pair less than `merge_ticks` apart are one. A cell of
    half a kilometre with `crowd` ships is an anchorage.
    """

    apart_m: float
    least_ticks: int
    slow_m_s: float
    fastest_m_s: float
    anchorage_m: float
    silence_ms: int
    merge_ticks: int
    crowd: int


def meeting_ticks(kind: str) -> Callable[[Bucket, MeetingRule, Asked], Parts]:
    """Return what gives the ticks of a bucket that can be part of a meeting."""

    def ticks(bucket: Bucket, rule: MeetingRule, asked: Asked) -> Parts:
        far = TickRule(rule.silence_ms, rule.fastest_m_s, rule.anchorage_m, rule.apart_m / 2)
        first, last = bucket.starts[:-1], bucket.starts[1:] - 1
        return {f"{kind}_ticks": ticks_of(bucket, first, last, far, asked.surroundings.anchorages)}

    return ticks


def meeting_runs(kind: str) -> Callable[[pa.Table, MeetingRule, Asked], Parts]:
    """Return what gives the runs of close pairs of one day."""

    def runs(ticks: pa.Table, rule: MeetingRule, asked: Asked) -> Parts:
        pairs = PairRule(rule.apart_m, rule.slow_m_s, rule.anchorage_m, rule.crowd)
        return {f"{kind}_runs": runs_of(ticks, pairs, asked.surroundings.anchorages)}

    return runs


def meetings(kind: str) -> Callable[[Parts, MeetingRule, Asked], Parts]:
    """Return what joins the runs of all days and tells the meetings."""

    def joined(parts: Parts, rule: MeetingRule, asked: Asked) -> Parts:
        runs = parts.get(f"{kind}_runs")
        if runs is None or not runs.num_rows:
            return {}
        whole, real = joined_runs(runs, gap_ticks=0)
        lasting = whole[:, _LAST] - whole[:, _FIRST] >= rule.least_ticks
        slow = (2 * whole[:, _SLOW] >= whole[:, _TICKS]) & (2 * whole[:, _SLOW_2] >= whole[:, _TICKS])
        whole, real = _joined(whole[lasting & slow], real[lasting & slow], rule.merge_ticks - 2)
        return {EVENTS_PART: _events(kind, whole, real, asked)} if len(whole) else {}

    return joined


def joined_runs(runs: pa.Table, *, gap_ticks: int) -> tuple[Ints, Floats]:
    """Return the runs of all days with those joined that miss at most `gap_ticks` ticks between them.

    The columns are those of `runs_of`, whole numbers and real ones apart.
    """
    runs = runs.sort_by([(name, "ascending") for name in ("mmsi", "mmsi_2", "first_tick")])
    whole = np.column_stack([runs.column(name).to_numpy() for name in _WHOLE])
    real = np.column_stack([runs.column(name).to_numpy() for name in _REAL])
    joined: tuple[Ints, Floats] = _joined(whole, real, gap_ticks)
    return joined


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _joined(whole: Ints, real: Floats, gap_ticks: int) -> tuple[Ints, Floats]:
    """Join runs of one pair, sorted by their first tick, that miss at most `gap_ticks` ticks between them."""
    new_whole, new_real, count = np.empty_like(whole), np.empty_like(real), 0
    for run in range(len(whole)):
        same = count > 0 and new_whole[count - 1, 0] == whole[run, 0] and new_whole[count - 1, 1] == whole[run, 1]
        if same and whole[run, _FIRST] - new_whole[count - 1, _LAST] - 1 <= gap_ticks:
            at = count - 1
            new_whole[at, _LAST] = max(new_whole[at, _LAST], whole[run, _LAST])
            new_whole[at, _TICKS:] += whole[run, _TICKS:]
            new_real[at, 0] = min(new_real[at, 0], real[run, 0])
            new_real[at, 1:] += real[run, 1:]
        else:
            new_whole[count] = whole[run]
            new_real[count] = real[run]
            count += 1
    return new_whole[:count].copy(), new_real[:count].copy()


def _events(kind: str, whole: Ints, real: Floats, asked: Asked) -> pa.Table:
    lat_deg, lon_deg = places_of(real[:, 2:])
    ticks = np.maximum(whole[:, _TICKS], 1)
    still_close = (whole[:, _LAST] + 2) * TICK_MS > asked.until_ms
    return events_of(
        kind,
        asked.rules.name,
        mmsi=whole[:, 0],
        mmsi_2=whole[:, 1],
        start_ms=whole[:, _FIRST] * TICK_MS,
        end_ms=whole[:, _LAST] * TICK_MS,
        lat_deg=lat_deg,
        lon_deg=lon_deg,
        is_open=still_close,
        reason=f"{kind}.close",
        evidence={
            "ticks": whole[:, _TICKS],
            "ticks_slow": whole[:, _SLOW],
            "ticks_slow_2": whole[:, _SLOW_2],
            "tick_s": TICK_MS // MS_PER_S,
            "apart_least_m": real[:, 0],
            "apart_mean_m": real[:, 1] / ticks,
        },
    )


def places_of(points: Floats) -> tuple[Floats, Floats]:
    """Return latitudes and longitudes of directions, shape (points, 3)."""
    lat_deg, lon_deg = _places(np.ascontiguousarray(points))
    return lat_deg, lon_deg


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _places(points: Floats) -> tuple[Floats, Floats]:
    lat_deg, lon_deg = np.empty(len(points)), np.empty(len(points))
    for each in range(len(points)):
        lat_deg[each], lon_deg[each] = place_of(points[each, 0], points[each, 1], points[each, 2])
    return lat_deg, lon_deg
