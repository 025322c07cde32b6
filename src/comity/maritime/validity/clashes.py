"""Check 3, first part: identity clash, two ships that speak under one MMSI at the same time.

Two tracks of an MMSI clash where they are heard by turns: a ship that jumps away and back changes twice, two ships
change again and again. Units: metres, milliseconds.
"""

from itertools import combinations
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.ground import distance_m
from comity.maritime.validity.doubts import Fixes, Given, doubt, doubts, fixes_of, reach_m, rows_of, whole

TURNS = 3
"""Changes between two tracks, each too far for a ship, that one ship cannot make by a jump and its return."""

LEAST_ROWS = 5
"""Rows that each of the two has while both are heard."""

LEAST_SHARE, ENOUGH_ROWS = 0.03, 30
"""What bit noise leaves on one spot is a thin track beside the ship's: below this share of its rows and this number
there is no second ship."""

JOIN_MS = 6 * 3_600_000
"""Clashes of one MMSI less far apart are one."""


class Clash(NamedTuple):
    """Two tracks heard by turns, from `start_ms` to `end_ms`; `rows` are those of both, `turns` where they change."""

    tracks: tuple[int, int]
    start_ms: int
    end_ms: int
    rows: NDArray[np.intp]
    turns: NDArray[np.intp]


def find_clashes(given: Given) -> pa.Table:
    """Return a doubt `identity-clash` for each span in which an MMSI is heard from two ships."""
    fixes = fixes_of(given.positions)
    found: list[dict[str, object]] = []
    for span in _spans(clashes_of(fixes)):
        turns = np.unique(np.concatenate([clash.turns for clash in span]))
        apart_m = distance_m(fixes.lat[turns], fixes.lon[turns], *_places_before(fixes, span, turns))
        first = int(turns[0])
        found.append(
            doubt(
                "identity-clash",
                mmsi=fixes.mmsi[first],
                track=min(span[0].tracks),
                start_ms=min(clash.start_ms for clash in span),
                end_ms=max(clash.end_ms for clash in span),
                lat_deg=fixes.lat[first],
                lon_deg=fixes.lon[first],
                score=1 - np.exp(-turns.size / 5),
                tracks=len({track for clash in span for track in clash.tracks}),
                turns=int(turns.size),
                apart_median_m=whole(np.median(apart_m)),
                apart_least_m=whole(apart_m.min()),
                rows=rows_of(fixes, span[0].rows),
            )
        )
    return doubts("clash", found)


def clashing_pairs(fixes: Fixes) -> set[frozenset[int]]:
    """Return the pairs of tracks that clash."""
    return {frozenset(clash.tracks) for clash in clashes_of(fixes)}


def clashes_of(fixes: Fixes) -> list[Clash]:
    """Return every clash of two tracks, ship by ship."""
    track, first, last, count = _summary(fixes)
    mmsi = fixes.mmsi[first]
    found = []
    for ship in np.unique(mmsi[1:][mmsi[1:] == mmsi[:-1]]):
        own = np.flatnonzero((mmsi == ship) & (count >= LEAST_ROWS))
        for one, two in combinations(own, 2):
            start, end = max(first[one], first[two]), min(last[one], last[two])
            if start < end:
                clash = _clash(fixes, (int(track[one]), int(track[two])), start, end)
                found += [clash] if clash else []
    return found


def _clash(fixes: Fixes, pair: tuple[int, int], start: np.intp, end: np.intp) -> Clash | None:
    rows = np.arange(start, end + 1)
    rows = rows[(fixes.track[rows] == pair[0]) | (fixes.track[rows] == pair[1])]
    is_one = fixes.track[rows] == pair[0]
    changes = np.flatnonzero(is_one[1:] != is_one[:-1])
    before, turns = rows[changes], rows[changes + 1]
    apart_m = distance_m(fixes.lat[before], fixes.lon[before], fixes.lat[turns], fixes.lon[turns])
    turns = turns[apart_m > reach_m((fixes.t_ms[turns] - fixes.t_ms[before]) / 1000)]
    fewer, more = sorted((int(is_one.sum()), int((~is_one).sum())))
    is_thin = fewer < ENOUGH_ROWS and fewer < LEAST_SHARE * more
    if turns.size < TURNS or fewer < LEAST_ROWS - 1 or is_thin:
        return None
    return Clash(pair, int(fixes.t_ms[start]), int(fixes.t_ms[end]), rows, turns)


def _summary(
    fixes: Fixes,
) -> tuple[NDArray[np.int64], NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Return the tracks, sorted, with the first and the last row of each and how many rows it has."""
    rows = np.flatnonzero(fixes.track >= 0)
    order = rows[np.argsort(fixes.track[rows], kind="stable")]
    track = fixes.track[order]
    edges = np.flatnonzero(np.r_[True, track[1:] != track[:-1], True]) if track.size else np.zeros(1, np.intp)
    begin, end = edges[:-1], edges[1:] - 1
    return track[begin], order[begin], order[end], end - begin + 1


def _spans(clashes: list[Clash]) -> list[list[Clash]]:
    """Return clashes of one MMSI that overlap or nearly touch, together."""
    spans: list[list[Clash]] = []
    for clash in sorted(clashes, key=lambda clash: (clash.tracks[0] >> 33, clash.start_ms, clash.tracks)):
        last = spans[-1] if spans else None
        same = last is not None and last[0].tracks[0] >> 33 == clash.tracks[0] >> 33
        if last and same and clash.start_ms - max(each.end_ms for each in last) <= JOIN_MS:
            last.append(clash)
        else:
            spans.append([clash])
    return spans


def _places_before(
    fixes: Fixes, span: list[Clash], turns: NDArray[np.intp]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the places of the rows before the turns, among the rows of the clash."""
    rows = np.unique(np.concatenate([clash.rows for clash in span]))
    before = rows[np.maximum(np.searchsorted(rows, turns) - 1, 0)]
    return fixes.lat[before], fixes.lon[before]
