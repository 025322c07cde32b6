"""Check 8: tracks that are too clean: none of the noise that every receiver, ship and sea leaves.

A track is doubted where the speed and the course never change, the reports come at one interval, and the places lie on
dead reckoning within what the last digit of a report can tell. Any one alone is found at sea (an autopilot, a thinned
data set); all together are not. Source of the idea: SkyTruth, 2021. Units: metres, seconds.
"""

from itertools import pairwise

import numpy as np
import pyarrow as pa

from comity.ground import M_S_PER_KNOT, destination_deg, distance_m
from comity.maritime.validity.doubts import Given, doubt, doubts, fixes_of, on_tracks, rows_of, track_edges, whole

LEAST_ROWS = 60
"""Reports of an hour at one a minute."""

LEAST_SPEED_M_S = 3 * M_S_PER_KNOT
"""A ship at a berth may well stand still."""

OFF_M, OFF_M_S = 1.5, 0.03
"""Median distance from dead reckoning: what rounding leaves of a place (0.2 m) and of a course, and of a speed (0.05 kn
is 0.026 m/s) times the interval; good receivers wander by 3 to 10 m."""

SPREAD_SPEED_M_S, SPREAD_COURSE_DEG, SPREAD_INTERVAL = 0.02, 0.05, 0.001
"""Standard deviations: a fifth of the last digit of a speed, half that of a course, a thousandth of the interval."""


def find_too_clean(given: Given) -> pa.Table:
    """Return a doubt `too-clean` for each track without noise."""
    fixes = on_tracks(fixes_of(given.positions))
    edges = track_edges(fixes.track)
    found = []
    for begin, end in pairwise(edges):
        if end - begin < LEAST_ROWS:
            continue
        sog, cog = fixes.sog[begin:end].astype(np.float64), fixes.cog[begin:end].astype(np.float64)
        if not (np.isfinite(sog).all() and np.isfinite(cog).all()) or sog.mean() < LEAST_SPEED_M_S:
            continue
        turned_deg = (np.diff(cog) + 180) % 360 - 180  # a great circle's course changes, evenly
        steps_s = np.diff(fixes.t_ms[begin:end]) / 1000
        is_even = sog.std() <= SPREAD_SPEED_M_S and turned_deg.std() <= SPREAD_COURSE_DEG
        if not is_even or steps_s.std() > SPREAD_INTERVAL * steps_s.mean():
            continue
        lat, lon = destination_deg(fixes.lat[begin : end - 1], fixes.lon[begin : end - 1], cog[:-1], sog[:-1] * steps_s)
        off_m = float(np.median(distance_m(lat, lon, fixes.lat[begin + 1 : end], fixes.lon[begin + 1 : end])))
        if off_m > OFF_M + OFF_M_S * steps_s.mean():
            continue
        found.append(
            doubt(
                "too-clean",
                mmsi=fixes.mmsi[begin],
                track=fixes.track[begin],
                start_ms=fixes.t_ms[begin],
                end_ms=fixes.t_ms[end - 1],
                lat_deg=fixes.lat[begin],
                lon_deg=fixes.lon[begin],
                score=1 - np.exp(-(end - begin) / LEAST_ROWS),
                positions=int(end - begin),
                off_median_mm=whole(off_m, 1000),
                interval_ms=whole(steps_s.mean(), 1000),
                rows=rows_of(fixes, np.arange(begin, end)),
            )
        )
    return doubts("too_clean", found)
