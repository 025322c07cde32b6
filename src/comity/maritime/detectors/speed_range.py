"""Speed range: a ship tells speeds between two limits for as long as the rule says.

Units: metres per second, milliseconds. Source: help pages of Skylight (speed range).
"""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from comity.ground import Floats
from comity.maritime.asked import EVENTS_PART, Asked, Parts
from comity.maritime.bucket import Bucket, Floats32, Ints
from comity.maritime.event_rows import events_of
from comity.maritime.sphere import KERNEL


class SpeedRangeRule(NamedTuple):
    """From `low_m_s` to under `high_m_s` at every position, for `least_ms` or more, without longer silences."""

    low_m_s: float
    high_m_s: float
    least_ms: int
    silence_ms: int


def speed_ranges(bucket: Bucket, rule: SpeedRangeRule, asked: Asked) -> Parts:
    """Return when the ships of a bucket told speeds within the range."""
    first, last, ends_track, mean_m_s = _stretches(bucket.t_ms, bucket.sog_m_s, bucket.starts, rule)
    events = events_of(
        "speed_range",
        asked.rules.name,
        mmsi=bucket.mmsi[first],
        start_ms=bucket.t_ms[first],
        end_ms=bucket.t_ms[last],
        lat_deg=bucket.lat_deg[first],
        lon_deg=bucket.lon_deg[first],
        is_open=ends_track & (asked.until_ms - bucket.t_ms[last] < rule.silence_ms),
        reason="speed_range.within",
        evidence={
            "positions": last - first + 1,
            "mean_speed_mm_s": mean_m_s * 1000,
        },
    )
    return {EVENTS_PART: events}


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _stretches(
    t_ms: Ints, sog_m_s: Floats32, starts: Ints, rule: SpeedRangeRule
) -> tuple[Ints, Ints, NDArray[np.bool_], Floats]:
    first, last = np.empty(t_ms.size, np.int64), np.empty(t_ms.size, np.int64)
    ends, means, count = np.empty(t_ms.size, np.bool_), np.empty(t_ms.size, np.float64), 0
    for track in range(starts.size - 1):
        begin, stop = starts[track], starts[track + 1]
        since, total_m_s = -1, 0.0
        for i in range(begin, stop + 1):
            within = i < stop and rule.low_m_s <= sog_m_s[i] < rule.high_m_s
            if since >= 0 and (not within or t_ms[i] - t_ms[i - 1] > rule.silence_ms):
                if t_ms[i - 1] - t_ms[since] >= rule.least_ms:
                    first[count], last[count], ends[count] = since, i - 1, i == stop
                    means[count] = total_m_s / (i - since)
                    count += 1
                since = -1
            if within and since < 0:
                since, total_m_s = i, 0.0
            if within:
                total_m_s += sog_m_s[i]
    return first[:count].copy(), last[:count].copy(), ends[:count].copy(), means[:count].copy()
