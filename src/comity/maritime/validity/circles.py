"""Check 6: a ship that is told to go round and round on one circle.

Found by the places alone, whatever the rate of reports: a stretch of a track lies on one circle, sees nearly all of it,
and is long enough, by the speeds told, for more than a round or two. Ships at anchor swing on circles too, but slowly.
Units: metres, metres per second, degrees, milliseconds.
"""

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.ground import M_S_PER_KNOT, Floats, destination_deg
from comity.maritime.reckoning import offset_m
from comity.maritime.validity.circle_kernel import (
    EAST,
    EMPTY,
    NORTH,
    RADIUS,
    RESIDUAL,
    SECTORS,
    circling,
    fit_circle,
    judge_circle,
    thinned,
)
from comity.maritime.validity.doubts import Fixes, Given, doubt, doubts, fixes_of, on_tracks, rows_of, whole

STEP_S = 30.0
"""Rows nearer in time than this are not looked at: a ship does not get round in it."""

WINDOWS = (8, 12, 24, 48, 96, 192, 384)
"""Rows of a window: from a few rounds at a report each ten minutes to a slow wide one at a report each 30 s."""

LEAST_SPEED_M_S = 5 * M_S_PER_KNOT
"""Below it a ship may swing at anchor, drift with the tide, or haul its nets."""

RESIDUAL_SHARE, RESIDUAL_M = 0.08, 10.0
"""Root mean square off the circle: this share of the radius and the error of a good receiver."""

MOST_EMPTY = 6
"""Sectors of 15° side by side that no row has seen: a circle is closed but for a quarter."""

WINDOW_ROUNDS, LEAST_ROUNDS = 1.0, 1.5
"""Rounds of a window, and of a doubt: a turning trial or a search pattern is done in fewer."""

RADIUS_M = (80.0, 20_000.0)
"""Least radius: a ship's own turning circle; largest: beyond it a day is too short for two rounds."""

_LIMITS = np.array([LEAST_SPEED_M_S, RESIDUAL_SHARE, RESIDUAL_M, MOST_EMPTY, WINDOW_ROUNDS, *RADIUS_M])


class Stretch(NamedTuple):
    """A stretch of a track on one circle: its rows, and the fit (fields of `circle_kernel`)."""

    rows: NDArray[np.int64]
    fit: Floats
    way_m: float


def find_circles(given: Given) -> pa.Table:
    """Return a doubt `circle` for each stretch on which a ship is told to go round and round."""
    fixes = on_tracks(fixes_of(given.positions))
    return doubts("circle", [_doubt(fixes, stretch) for stretch in _stretches(fixes)])


def compile_circles() -> None:
    """Compile the kernels of this check into their cache."""
    rows = np.zeros(1, np.int64)
    place, told = np.zeros(1), np.zeros(1, np.float32)
    nothing = Fixes(rows, rows, place, place, told, told, told, rows, np.zeros(1, np.int8))
    _stretches(nothing)
    _judged(nothing, np.zeros(3, np.int64), 0.0)
    offset_m(0.0, 0.0, 0.0, 0.0)


def _stretches(fixes: Fixes) -> list[Stretch]:
    t_s = fixes.t_ms / 1000.0
    lat, lon, sog = fixes.lat.copy(), fixes.lon.copy(), fixes.sog.astype(float)
    rows, run_m = np.empty(t_s.size, np.int64), np.empty(t_s.size)
    count = thinned(fixes.track.copy(), t_s, sog, STEP_S, rows, run_m)
    rows, run_m = rows[:count], run_m[:count]
    track = fixes.track[rows]
    edges = np.flatnonzero(np.r_[True, track[1:] != track[:-1], True])
    found = np.empty((64 + count // 4, 2), np.int64)
    stretches: list[Stretch] = []
    for begin, end in pairwise(edges):
        own, way = rows[begin:end].copy(), run_m[begin:end].copy()
        hits = circling(lat, lon, t_s, way, own, np.array(WINDOWS), _LIMITS, found)
        stretches += _joined(fixes, own, way, found[:hits])
    return stretches


def _joined(fixes: Fixes, rows: NDArray[np.int64], way: Floats, windows: NDArray[np.int64]) -> list[Stretch]:
    """Join windows that overlap and lie on one circle together, and keep those of enough rounds."""
    spans: list[list[int]] = []
    for first, last in windows[np.lexsort((windows[:, 1], windows[:, 0]))].tolist():
        if spans and first <= spans[-1][1]:
            wider = _judged(fixes, rows[spans[-1][0] : max(last, spans[-1][1]) + 1], 0.0)
            if wider is not None and _is_round(wider):
                spans[-1][1] = max(last, spans[-1][1])
                continue
        spans.append([first, last])
    stretches = [_judged(fixes, rows[first : last + 1], way[last] - way[first]) for first, last in spans]
    enough = [one for one in stretches if one is not None and _rounds(one) >= LEAST_ROUNDS and _is_round(one)]
    return _apart(enough)


def _apart(stretches: list[Stretch]) -> list[Stretch]:
    """Keep of stretches that overlap in time the longest."""
    kept: list[Stretch] = []
    for one in sorted(stretches, key=lambda each: (-each.rows.size, each.rows[0])):
        if all(one.rows[0] > other.rows[-1] or one.rows[-1] < other.rows[0] for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda each: int(each.rows[0]))


def _judged(fixes: Fixes, rows: NDArray[np.int64], way_m: float) -> Stretch | None:
    fit, seen = np.zeros(6), np.zeros(SECTORS, np.int64)
    lat, lon, every = fixes.lat[rows], fixes.lon[rows], np.arange(rows.size)
    if not fit_circle(lat, lon, every, 0, rows.size, fit):
        return None
    judge_circle(lat, lon, every, 0, rows.size, fit, seen)
    return Stretch(rows, fit, way_m)


def _is_round(one: Stretch) -> bool:
    is_on = one.fit[RESIDUAL] <= RESIDUAL_SHARE * one.fit[RADIUS] + RESIDUAL_M
    return bool(is_on and one.fit[EMPTY] <= MOST_EMPTY and RADIUS_M[0] <= one.fit[RADIUS] <= RADIUS_M[1])


def _rounds(one: Stretch) -> float:
    return one.way_m / (2 * np.pi * max(float(one.fit[RADIUS]), 1.0))


def _ends(fixes: Fixes, one: Stretch) -> tuple[int, int]:
    """Return the first and the last row of the track round the stretch that still lie on its circle."""
    begin, first, last = one.rows[0], int(one.rows[0]), int(one.rows[-1])
    within_m = 2 * (RESIDUAL_SHARE * one.fit[RADIUS] + RESIDUAL_M)

    def is_on(row: int) -> bool:
        if not 0 <= row < fixes.track.size or fixes.track[row] != fixes.track[begin]:
            return False
        x, y, _, _ = offset_m(fixes.lat[begin], fixes.lon[begin], fixes.lat[row], fixes.lon[row])
        return bool(abs(np.hypot(x - one.fit[EAST], y - one.fit[NORTH]) - one.fit[RADIUS]) <= within_m)

    while is_on(first - 1):
        first -= 1
    while is_on(last + 1):
        last += 1
    return first, last


def _doubt(fixes: Fixes, one: Stretch) -> dict[str, Any]:
    first, last = _ends(fixes, one)
    begin = one.rows[0]
    time_s = (fixes.t_ms[one.rows[-1]] - fixes.t_ms[begin]) / 1000
    bearing_deg = np.degrees(np.arctan2(one.fit[EAST], one.fit[NORTH]))
    away_m = np.hypot(one.fit[EAST], one.fit[NORTH])
    lat, lon = destination_deg(fixes.lat[begin], fixes.lon[begin], bearing_deg, away_m)
    course_off_deg, heading_off_deg = _against_tangent(fixes, one)
    return doubt(
        "circle",
        mmsi=fixes.mmsi[first],
        track=fixes.track[first],
        start_ms=fixes.t_ms[first],
        end_ms=fixes.t_ms[last],
        lat_deg=float(lat),
        lon_deg=float(lon),
        score=(1 - one.fit[RESIDUAL] / one.fit[RADIUS]) * (1 - np.exp(-_rounds(one) / 2)),
        radius_m=whole(one.fit[RADIUS]),
        residual_m=whole(one.fit[RESIDUAL]),
        rounds_percent=whole(100 * _rounds(one)),
        speed_mm_s=whole(1000 * one.way_m / time_s),
        course_off_tangent_deg=whole(course_off_deg),
        heading_off_tangent_deg=whole(heading_off_deg),
        positions=int(last - first + 1),
        rows=rows_of(fixes, one.rows),
    )


def _against_tangent(fixes: Fixes, one: Stretch) -> tuple[float, float]:
    """Return the median angles between course, heading and the tangent, on the better side round; NaN where untold."""
    first = one.rows[0]
    tangent = np.empty(one.rows.size)
    for k, row in enumerate(one.rows):
        x, y, _, _ = offset_m(fixes.lat[first], fixes.lon[first], fixes.lat[row], fixes.lon[row])
        tangent[k] = np.degrees(np.arctan2(x - one.fit[EAST], y - one.fit[NORTH])) + 90
    off = [np.abs((angle[one.rows] - tangent + 180) % 360 - 180) for angle in (fixes.cog, fixes.heading)]
    medians = [float(np.nanmedian(each)) if np.isfinite(each).any() else np.nan for each in off]
    return min(medians[0], 180 - medians[0]), min(medians[1], 180 - medians[1])
