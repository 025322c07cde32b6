"""Check 7: several ships that jump from one place to another at the same time.

One ship's jump may be its own set; several ships that are thrown from one area to one other say that the satellites'
signal there cannot be believed. First the jumps of check 2, then only those that share where from, where to and when.
Source of the two stages: SeaSpoofFinder, arXiv 2602.16257. Left out, as there: jumps of single positions.
Units: metres, milliseconds.
"""

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.ground import distance_m
from comity.maritime.validity.doubts import Fixes, Given, doubt, doubts, fixes_of, whole
from comity.maritime.validity.jumps import Jumps, jumps_of

LEAST_SHIPS = 3
"""Two ships that jump alike may be chance or one sender."""

FROM_M, TO_M = 50e3, 10e3
"""Ships thrown together lie in one area and land on one spot or round it."""

WITHIN_MS = 3_600_000
"""Their jumps begin within this time of one another."""

LEAST_ROWS = 2
"""Rows away: a single one is a wrong bit."""


def find_coherence(given: Given) -> pa.Table:
    """Return a doubt `many-ships-jump` for each group of ships: no ship's own, with all of them as evidence."""
    fixes = fixes_of(given.positions)
    jumps = jumps_of(fixes)
    jumps = Jumps._make(column[(jumps.last - jumps.first + 1) >= LEAST_ROWS] for column in jumps)
    found: list[dict[str, Any]] = []
    for group in _groups(fixes, jumps):
        ships = np.unique(jumps.mmsi[group])
        if ships.size < LEAST_SHIPS:
            continue
        first, row = jumps.first[group], jumps.row[group]
        back = np.where(jumps.back_row[group] >= 0, jumps.back_row[group], jumps.last[group])
        found.append(
            doubt(
                "many-ships-jump",
                mmsi=0,
                start_ms=int(fixes.t_ms[row].min()),
                end_ms=int(fixes.t_ms[back].max()),
                lat_deg=float(np.median(fixes.lat[first])),
                lon_deg=fixes.lon[first[0]],
                score=1 - np.exp(-ships.size / LEAST_SHIPS),
                mmsis=[int(ship) for ship in ships],
                off_median_m=whole(np.median(jumps.off_m[group])),
            )
        )
    return doubts("coherence", found)


def _groups(fixes: Fixes, jumps: Jumps) -> list[NDArray[np.intp]]:
    """Return jumps that are linked to one another, directly or through others."""
    order = np.argsort(fixes.t_ms[jumps.first], kind="stable")
    t_ms = fixes.t_ms[jumps.first[order]]
    group = np.arange(order.size)
    for k in range(order.size):
        near = np.arange(k + 1, np.searchsorted(t_ms, t_ms[k] + WITHIN_MS, side="right"))
        if near.size == 0:
            continue
        one, others = order[k], order[near]
        is_from = _apart_m(fixes, jumps.row[one], jumps.row[others]) <= FROM_M
        is_to = _apart_m(fixes, jumps.first[one], jumps.first[others]) <= TO_M
        for other in near[is_from & is_to]:
            group[group == group[other]] = group[k]
    return [np.sort(order[group == one]) for one in np.unique(group)]


def _apart_m(fixes: Fixes, one: np.intp, others: NDArray[np.intp]) -> NDArray[np.float64]:
    return distance_m(fixes.lat[one], fixes.lon[one], fixes.lat[others], fixes.lon[others])
