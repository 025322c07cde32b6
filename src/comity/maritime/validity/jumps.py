"""Check 2: implausible jumps against the dead-reckoned position, and the jump back.

A jump is looked for in what the tracks could not hold: positions set aside as stray or spike, and tracks of one MMSI
that follow one another where no ship can have gone. Two tracks that are heard by turns are no jump but check 3.
Units: metres, milliseconds; distances on WGS 84.
"""

from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.ground import Floats, destination_deg, distance_m
from comity.maritime.track_rules import Noise
from comity.maritime.validity.clashes import clashing_pairs
from comity.maritime.validity.doubts import Fixes, Given, doubt, doubts, fixes_of, reach_m, rows_of, whole

_MS = 1000.0


class Jumps(NamedTuple):
    """Jumps, one element each: from a place to another, away for some rows, and back if `back_ms` is not 0.

    Parameters
    ----------
    row, back_row
        Rows of the positions before the jump and after the return (−1: no return).
    first, last
        The first and the last row away.
    off_m
        How far the first row away lies from where the ship was reckoned to be.
    """

    mmsi: NDArray[np.int64]
    row: NDArray[np.intp]
    first: NDArray[np.intp]
    last: NDArray[np.intp]
    back_row: NDArray[np.intp]
    off_m: Floats


def find_jumps(given: Given) -> pa.Table:
    """Return a doubt for each jump: `jump-and-back` with the return, `jump` without."""
    fixes = fixes_of(given.positions)
    found = []
    for mmsi, row, first, last, back, off_m in zip(*jumps_of(fixes), strict=True):
        end = back if back >= 0 else first
        found.append(
            doubt(
                "jump-and-back" if back >= 0 else "jump",
                mmsi=mmsi,
                track=fixes.track[row],
                start_ms=fixes.t_ms[row],
                end_ms=fixes.t_ms[end],
                lat_deg=fixes.lat[first],
                lon_deg=fixes.lon[first],
                score=off_m / (off_m + 20e3),
                off_m=whole(off_m),
                rows=rows_of(fixes, [row, first, last, *([back] if back >= 0 else [])]),
                rows_away=int(last - first + 1),
            )
        )
    return doubts("jump", found)


def jumps_of(fixes: Fixes) -> Jumps:
    """Return the jumps of all ships, sorted by ship and time."""
    parts = [_strays(fixes), _between_tracks(fixes)]
    together = Jumps._make(np.concatenate(columns) for columns in zip(*parts, strict=True))
    order = np.lexsort((together.first, together.row))
    return Jumps._make(column[order] for column in together)


def _strays(fixes: Fixes) -> Jumps:
    """Return the positions that were set aside as far off, those without a row on a track between them as one."""
    on_track = np.flatnonzero(fixes.track >= 0)
    away = np.flatnonzero((fixes.noise == Noise.STRAY) | (fixes.noise == Noise.SPIKE))
    if on_track.size == 0 or away.size == 0:
        return _no_jumps()
    at = np.searchsorted(on_track, away)
    before, after = on_track[np.maximum(at - 1, 0)], on_track[np.minimum(at, on_track.size - 1)]
    has_before = (at > 0) & (fixes.mmsi[before] == fixes.mmsi[away])
    away, before, after = away[has_before], before[has_before], after[has_before]
    starts = np.flatnonzero(np.r_[True, np.diff(before) != 0]) if away.size else np.zeros(0, np.intp)
    ends = np.r_[starts[1:] - 1, away.size - 1] if away.size else starts
    before, after, first, last = before[starts], after[starts], away[starts], away[ends]
    has_after = (after > last) & (fixes.mmsi[after] == fixes.mmsi[before])
    off_m, is_off = _off(fixes, before, first)
    _, is_back_off = _off(fixes, last, np.where(has_after, after, last))
    is_jump = is_off & (is_back_off | ~has_after)
    back = np.where(has_after, after, -1)
    columns = (fixes.mmsi[before], before, first, last, back, off_m)
    return Jumps._make(column[is_jump] for column in columns)


def _between_tracks(fixes: Fixes) -> Jumps:
    """Return where an MMSI goes on, on another track, and where it comes back to the first."""
    rows = np.flatnonzero(fixes.track >= 0)
    track, mmsi = fixes.track[rows], fixes.mmsi[rows]
    begins = np.flatnonzero(np.r_[True, track[1:] != track[:-1]]) if rows.size else np.zeros(0, np.intp)
    ends = np.r_[begins[1:] - 1, rows.size - 1] if rows.size else begins
    clashing = clashing_pairs(fixes)
    found: list[tuple[Any, ...]] = []
    k = 0
    while k + 1 < begins.size:
        one, two = begins[k], begins[k + 1]
        if mmsi[one] != mmsi[two] or frozenset((int(track[one]), int(track[two]))) in clashing:
            k += 1
            continue
        returns = k + 2 < begins.size and track[begins[k + 2]] == track[one]
        row, first, last = rows[ends[k]], rows[two], rows[ends[k + 1]]
        back = rows[begins[k + 2]] if returns else -1
        found.append((mmsi[one], row, first, last, back, float(_off(fixes, np.array([row]), np.array([first]))[0][0])))
        k += 2 if returns else 1
    if not found:
        return _no_jumps()
    kinds = (np.int64, np.intp, np.intp, np.intp, np.intp, np.float64)
    return Jumps._make(np.array(column, kind) for column, kind in zip(zip(*found, strict=True), kinds, strict=True))


def _off(fixes: Fixes, one: NDArray[np.intp], two: NDArray[np.intp]) -> tuple[Floats, NDArray[np.bool_]]:
    """Return how far a row lies from where an earlier one has the ship by then, and whether that is out of reach."""
    since_s = (fixes.t_ms[two] - fixes.t_ms[one]) / _MS
    knows = np.isfinite(fixes.sog[one]) & np.isfinite(fixes.cog[one])
    run_m = np.where(knows, fixes.sog[one], 0.0) * np.minimum(since_s, 3600.0)
    lat, lon = destination_deg(fixes.lat[one], fixes.lon[one], np.where(knows, fixes.cog[one], 0.0), run_m)
    reckoned_m = distance_m(lat, lon, fixes.lat[two], fixes.lon[two])
    off_m = np.minimum(reckoned_m, distance_m(fixes.lat[one], fixes.lon[one], fixes.lat[two], fixes.lon[two]))
    return off_m, off_m > reach_m(since_s)


def _no_jumps() -> Jumps:
    rows = np.zeros(0, np.intp)
    return Jumps(np.zeros(0, np.int64), rows, rows, rows, rows, np.zeros(0))
