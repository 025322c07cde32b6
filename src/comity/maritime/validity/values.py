"""Check 1: values that no ship can have, and identities that no ship was given.

Shares are of a ship's own rows in what is given. Units: metres per second, degrees.
"""

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.ground import M_S_PER_KNOT
from comity.maritime.mmsi import MMSI_KINDS, mmsi_flag, mmsi_kinds
from comity.maritime.validity.doubts import Fixes, Given, doubt, doubts, fixes_of, rows_of

LEAST_ROWS, LEAST_SHARE = 3, 0.02
"""One wrong bit happens on every channel; a set that is wrong tells it again and again."""

NOISE_SPEEDS_M_S, NOISE_SPEED_WITHIN_M_S = (51.2 * M_S_PER_KNOT, 63.0 * M_S_PER_KNOT), 0.05 * M_S_PER_KNOT
"""Speeds that come of single wrong bits (Global Fishing Watch, gpsdio-segment)."""

FASTEST_M_S = 102.25 * M_S_PER_KNOT
"""Above it a speed is the sentinel 102.3 kn, which should have been read as missing (ITU-R M.1371-5)."""

COURSE_OF_NONE_M_S = 0.35 * M_S_PER_KNOT
"""A course of 360 stands for none, which a ship may tell at this speed and less (gpsdio-segment)."""

NO_FLAG_NEEDED = {"sart", "mob", "epirb"}
"""Kinds whose numbers name a maker and not a flag (ITU-R M.585-9)."""


def find_values(given: Given) -> pa.Table:
    """Return doubts of places, speeds and courses out of range, and of the form of the MMSI, one each for a ship."""
    fixes = fixes_of(given.positions)
    edges = (
        np.flatnonzero(np.r_[True, fixes.mmsi[1:] != fixes.mmsi[:-1], True]) if fixes.mmsi.size else np.zeros(1, int)
    )
    begin, count = edges[:-1], np.diff(edges)
    ships = fixes.mmsi[begin]
    found: list[dict[str, Any]] = []
    for reason, is_wrong in _wrong(fixes).items():
        wrong = np.add.reduceat(is_wrong.astype(np.int64), begin) if begin.size else begin
        for k in np.flatnonzero((wrong >= LEAST_ROWS) & (wrong >= LEAST_SHARE * count)):
            rows = begin[k] + np.flatnonzero(is_wrong[begin[k] : begin[k] + count[k]])
            found.append(_doubt(fixes, reason, rows, float(wrong[k] / count[k]), int(count[k])))
    for k in np.flatnonzero(_is_malformed(ships)):
        rows = np.arange(begin[k], begin[k] + count[k])
        found.append(_doubt(fixes, "mmsi-form", rows, 1.0, int(count[k])))
    return doubts("values", found)


def _wrong(fixes: Fixes) -> dict[str, NDArray[np.bool_]]:
    is_place = (np.abs(fixes.lat) <= 90) & (np.abs(fixes.lon) <= 180)
    is_noise = np.zeros(fixes.sog.size, np.bool_)
    for speed in NOISE_SPEEDS_M_S:
        is_noise |= np.abs(fixes.sog - speed) <= NOISE_SPEED_WITHIN_M_S
    is_course = ~(fixes.cog < 0) & ~(fixes.cog > 360) & ~((fixes.cog == 360) & (fixes.sog > COURSE_OF_NONE_M_S))
    return {
        "place-out-of-range": ~is_place,
        "speed-out-of-range": is_noise | (fixes.sog < 0) | (fixes.sog > FASTEST_M_S),
        "course-out-of-range": ~is_course,
    }


def _is_malformed(ships: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether identities have none of the forms, or digits of no flag."""
    kinds = [MMSI_KINDS[code] for code in mmsi_kinds(ships)]
    flags = [mmsi_flag(int(ship)) for ship in ships]
    return np.array(
        [kind == "other" or (not flag and kind not in NO_FLAG_NEEDED) for kind, flag in zip(kinds, flags, strict=True)],
        np.bool_,
    )


def _doubt(fixes: Fixes, reason: str, rows: NDArray[np.intp], share: float, count: int) -> dict[str, Any]:
    first, last = int(rows[0]), int(rows[-1])
    place = {"lat_deg": fixes.lat[first], "lon_deg": fixes.lon[first]} if reason != "place-out-of-range" else {}
    return doubt(
        reason,
        mmsi=fixes.mmsi[first],
        start_ms=fixes.t_ms[first],
        end_ms=fixes.t_ms[last],
        score=share,
        wrong=int(rows.size),
        of=count,
        rows=rows_of(fixes, rows),
        **place,
    )
