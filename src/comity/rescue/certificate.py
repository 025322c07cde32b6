"""The certificate of a plan: what no plan with the same units in the same hours could exceed.

Units: metres, milliseconds since 1970; probabilities are numbers from 0 to 1. Time is cut into slices and the plane
that goes with the cloud into cells; within them effort may be divided at will, which every real pattern is a case of.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import MS_PER_S, Floats
from comity.rescue.allocation import AWAY_M
from comity.rescue.bounds import STRONGEST_FIRST, Efforts, moving_bound
from comity.rescue.cloud import Cloud
from comity.rescue.search_frame import SearchFrame, places_m
from comity.rescue.sorties import Sortie

SLICE_MS = 30 * 60 * MS_PER_S
"""Length of a slice: on the plane that goes with the cloud, hypotheses leave a cell slowly."""

MAX_SLICES = 12
ITERATIONS = 15
GAP = 1e-3
"""Brown's iteration stops once what it reached and what it proved are this near."""

_DENSE = 200_000
_HALF = 2 * np.pi * np.log(2)  # area of the densest half of a circular normal of standard deviation 1
_COARSE = 48
_REFINEMENTS = 2


@dataclass(frozen=True)
class Certificate:
    """No plan with this effort in these hours has a greater POS than `pos_bound`.

    Parameters
    ----------
    reached
        What effort that can be divided at will reaches: the truth lies between the two.
    law
        The law of detection that the bound is proven for: the strongest among the units'.
    cell_m, slices
        How finely place and time were cut.
    """

    pos_bound: float
    reached: float
    law: str
    cell_m: float
    slices: int


def certificate(sorties: Sequence[Sortie], cloud: Cloud, frame: SearchFrame, weight: Floats) -> Certificate:
    """Return the bound on every plan for these sorties, from all hypotheses where they are slice by slice."""
    law = next(law for law in STRONGEST_FIRST if law in {each.sensor.lateral_range for each in sorties})
    x_m, y_m = places_m(cloud, frame, float(np.mean([each.middle_ms for each in sorties])))
    cell_m = _cell_m(x_m, y_m, weight)
    edges_ms = _edges_ms(sorties)
    rows = list(_rows(sorties, edges_ms))
    places = {k: places_m(cloud, frame, (edges_ms[k] + edges_ms[k + 1]) / 2) for k in sorted({row[0] for row in rows})}
    cells = {k: _cells(*each, cell_m) for k, each in places.items()}
    alike = all((widths == 1.0).all() for _, widths, _ in rows)
    efforts = Efforts(
        effort_m2=np.array([effort for _, _, effort in rows]),
        cell=np.array([cells[k] for k, _, _ in rows]),
        cell_m2=cell_m**2,
        share=None if alike else np.array([_shares(*row[:2], cloud, edges_ms) for row in rows], dtype=np.float32),
    )
    found = moving_bound(efforts, weight, law=law, iterations=ITERATIONS, gap=GAP)
    return Certificate(found.pos_bound, found.pos, law, cell_m, edges_ms.size - 1)


def _shares(k: int, widths: Floats, cloud: Cloud, edges_ms: Floats) -> Floats:
    """Return the relative sweep width for each hypothesis in a slice; the widest of all that it is in that time."""
    if cloud.object_at is None:
        return np.asarray(widths[cloud.object_index])
    hours = slice(cloud.hour_at(edges_ms[k]), cloud.hour_at(edges_ms[k + 1] - 1.0) + 1)
    return np.asarray(widths[cloud.object_at[:, hours]].max(axis=1))


def _edges_ms(sorties: Sequence[Sortie]) -> Floats:
    first, last = min(each.begin_ms for each in sorties), max(each.end_ms for each in sorties)
    slices = int(np.clip(-(-(last - first) // SLICE_MS), 1, MAX_SLICES))
    return np.linspace(first, last, slices + 1)


def _rows(sorties: Sequence[Sortie], edges_ms: Floats) -> list[tuple[int, Floats, float]]:
    """Return slice, relative sweep widths and effort; sorties that see alike in one slice are one row."""
    rows: dict[tuple[int, tuple[float, ...]], float] = {}
    for each in sorties:
        widest_m = float(np.max(each.sensor.sweep_width_m))
        profile = tuple(np.round(np.asarray(each.sensor.sweep_width_m) / widest_m, 6).tolist())
        for k in range(edges_ms.size - 1):
            both_ms = min(each.end_ms, edges_ms[k + 1]) - max(each.begin_ms, edges_ms[k])
            if both_ms > 0:
                effort_m2 = widest_m * each.unit.speed_m_s * both_ms / MS_PER_S
                rows[k, profile] = rows.get((k, profile), 0.0) + effort_m2
    return [(k, np.array(profile), effort_m2) for (k, profile), effort_m2 in sorted(rows.items())]


def _cell_m(x_m: Floats, y_m: Floats, weight: Floats) -> float:
    """Return the side of a cell: the spread of a normal cloud whose densest half is as large, by Scott's rule.

    Smaller cells would take the chance of the draw for knowledge: for 100,000 hypotheses the bound of a circular normal
    then lies 0.1 to 0.7 % above the exact one, for half the side 1 to 3 %.
    """
    here = (x_m < AWAY_M / 2) & (weight > 0)
    x, y, share = x_m[here], y_m[here], weight[here] / weight[here].sum()
    count = 1.0 / float((share**2).sum())
    side = max(float(np.ptp(x)), float(np.ptp(y)), 1.0) / _COARSE
    for _ in range(_REFINEMENTS):
        held = np.sort(_by_cell(x, y, share, side))[::-1]
        half_m2 = float(np.searchsorted(np.cumsum(held), 0.5) + 1) * side**2
        side = np.sqrt(half_m2 / _HALF) * count ** (-1 / 6)
    return max(float(side), 1.0)


def _by_cell(x_m: Floats, y_m: Floats, weight: Floats, cell_m: float) -> Floats:
    cell = _cells(x_m, y_m, cell_m)
    return np.bincount(cell, weights=weight).astype(np.float64)


def _cells(x_m: Floats, y_m: Floats, cell_m: float) -> NDArray[np.int32]:
    """Return the cell of each hypothesis, −1 for those away; numbers are dense, and mean nothing elsewhere."""
    here = x_m < AWAY_M / 2
    found = np.full(x_m.size, -1, dtype=np.int32)
    if not here.any():
        return found
    column = np.floor((x_m[here] - x_m[here].min()) / cell_m).astype(np.int64)
    row = np.floor((y_m[here] - y_m[here].min()) / cell_m).astype(np.int64)
    cell = row * (int(column.max()) + 1) + column
    if int(cell.max()) > _DENSE:
        cell = np.unique(cell, return_inverse=True)[1]
    found[here] = cell
    return found
