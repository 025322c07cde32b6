"""Check 3, second part: identity change, one ship that goes on under another MMSI.

A track ends under way, and within the hour a track of another MMSI begins where dead reckoning has the first ship by
then, with its speed and course; neither MMSI is heard on the other side. Units: metres, degrees, milliseconds.
"""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.ground import M_S_PER_KNOT, Floats, destination_deg, distance_m
from comity.maritime.validity.doubts import (
    Fixes,
    Given,
    doubt,
    doubts,
    fixes_of,
    on_tracks,
    rows_of,
    track_edges,
    whole,
)

WITHIN_MS = 3_600_000
"""The longest silence between the two identities."""

UNDER_WAY_M_S = 3 * M_S_PER_KNOT
"""Slower ships lie in ports and at anchor, where one comes and another goes."""

OFF_M, OFF_M_S = 500.0, 3 * M_S_PER_KNOT
"""The second ship begins no further than this, and this times the silence, from where the first is reckoned."""

SPEED_M_S, SPEED_SHARE, COURSE_DEG = 2 * M_S_PER_KNOT, 0.15, 60.0
"""How far speeds (the larger of the two) and courses may differ."""

LEAST_ROWS = 5
"""Rows that each identity has."""


class Ends(NamedTuple):
    """One end of each ship's time: its row, and the speed and course there."""

    row: NDArray[np.intp]
    sog: Floats
    cog: Floats


def find_changes(given: Given) -> pa.Table:
    """Return a doubt `identity-change` for each ship that went on under another MMSI (`mmsi`, then `mmsi_2`)."""
    fixes = on_tracks(fixes_of(given.positions))
    last, first = _ends(fixes)
    found = []
    for one, two, off_m in _pairs(fixes, last, first):
        row, other = last.row[one], first.row[two]
        found.append(
            doubt(
                "identity-change",
                mmsi=fixes.mmsi[row],
                mmsi_2=int(fixes.mmsi[other]),
                track=fixes.track[row],
                start_ms=fixes.t_ms[row],
                end_ms=fixes.t_ms[other],
                lat_deg=fixes.lat[other],
                lon_deg=fixes.lon[other],
                score=1 - off_m / (2 * float(_allowed_m(fixes.t_ms[other] - fixes.t_ms[row]))),
                off_m=whole(off_m),
                silent_ms=int(fixes.t_ms[other] - fixes.t_ms[row]),
                rows=rows_of(fixes, [row, other]),
            )
        )
    return doubts("identity", found)


def _ends(fixes: Fixes) -> tuple[Ends, Ends]:
    """Return the last and the first row of each MMSI on its tracks, of those that are long enough."""
    edges = track_edges(fixes.track)
    begin, end = edges[:-1], edges[1:] - 1
    is_long = end - begin + 1 >= LEAST_ROWS
    begin, end = begin[is_long], end[is_long]
    lasts, firsts = [], []
    order = np.argsort(fixes.mmsi[begin], kind="stable")
    for own in np.split(order, np.flatnonzero(np.diff(fixes.mmsi[begin][order])) + 1):
        if own.size:
            lasts.append(end[own][np.argmax(fixes.t_ms[end[own]])])
            firsts.append(begin[own][np.argmin(fixes.t_ms[begin[own]])])
    return _told(fixes, np.array(lasts, np.intp), -1), _told(fixes, np.array(firsts, np.intp), 1)


def _told(fixes: Fixes, row: NDArray[np.intp], towards: int) -> Ends:
    """Return rows with their speed and course; where a row tells none, those of its neighbour on the track."""
    beside = row + towards
    sog, cog = fixes.sog[row].astype(np.float64), fixes.cog[row].astype(np.float64)
    sog = np.where(np.isfinite(sog), sog, fixes.sog[beside]) if row.size else sog
    cog = np.where(np.isfinite(cog), cog, fixes.cog[beside]) if row.size else cog
    is_known = (sog >= UNDER_WAY_M_S) & np.isfinite(cog)
    return Ends(row[is_known], sog[is_known], cog[is_known])


def _pairs(fixes: Fixes, last: Ends, first: Ends) -> list[tuple[int, int, float]]:
    """Return which end goes on in which beginning, each the other's best, with how far it lies off."""
    order = np.argsort(fixes.t_ms[first.row], kind="stable")
    begins_ms = fixes.t_ms[first.row[order]]
    best: dict[int, tuple[float, int]] = {}
    taken: dict[int, tuple[float, int]] = {}
    for one, row in enumerate(last.row):
        left, right = np.searchsorted(begins_ms, [fixes.t_ms[row], fixes.t_ms[row] + WITHIN_MS], side="right")
        near = order[left:right]
        near = near[fixes.mmsi[first.row[near]] != fixes.mmsi[row]]
        if near.size == 0:
            continue
        off_m, fits = _fit(fixes, last, first, one, near)
        for two, off in zip(near[fits].tolist(), off_m[fits].tolist(), strict=True):
            best[one] = min(best.get(one, (off, two)), (off, two))
            taken[two] = min(taken.get(two, (off, one)), (off, one))
    return [(one, two, off) for one, (off, two) in best.items() if taken[two] == (off, one)]


def _fit(fixes: Fixes, last: Ends, first: Ends, one: int, near: NDArray[np.intp]) -> tuple[Floats, NDArray[np.bool_]]:
    """Return how far the beginnings lie off, in the mean of reckoning forward and back, and which can be the ship."""
    row, others = last.row[one], first.row[near]
    since_ms = fixes.t_ms[others] - fixes.t_ms[row]
    ahead = destination_deg(fixes.lat[row], fixes.lon[row], last.cog[one], last.sog[one] * since_ms / 1000)
    back = destination_deg(
        fixes.lat[others], fixes.lon[others], first.cog[near] + 180, first.sog[near] * since_ms / 1000
    )
    ahead_m = distance_m(*ahead, fixes.lat[others], fixes.lon[others])
    back_m = distance_m(*back, fixes.lat[row], fixes.lon[row])
    off_m = (ahead_m + back_m) / 2
    turned_deg = np.abs((first.cog[near] - last.cog[one] + 180) % 360 - 180)
    slower = np.abs(first.sog[near] - last.sog[one])
    is_alike = (turned_deg <= COURSE_DEG) & (slower <= np.maximum(SPEED_M_S, SPEED_SHARE * last.sog[one]))
    return off_m, is_alike & (off_m <= _allowed_m(since_ms))


def _allowed_m(since_ms: NDArray[np.int64] | np.int64) -> Floats:
    return np.asarray(OFF_M + OFF_M_S * since_ms / 1000)
