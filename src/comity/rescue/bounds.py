"""The most that any plan can find: bounds for a map that stands still, and for hypotheses that move.

Units: square metres; effort is sweep width × speed × time, coverage is effort per area, probabilities are numbers from
0 to 1. A bound is a value of the dual problem: it holds whatever the multipliers, and is close where they are good.
Sources: B. O. Koopman, Search and Screening, 1946 (exponential detection); J. de Guenin, Operations Research 9, 1961
(general functions); S. S. Brown, Operations Research 28, 1980 (moving targets, the forward and backward iteration);
A. R. Washburn, Naval Research Logistics 28, 1981 (its upper bound).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats

_HALVINGS = 60  # of an interval of logarithms: to the last bits of a double
_LEAST_SLOPE = 1e-300
_LEAST_SHARE = 1e-280  # of the greatest density: a multiplier below it leaves nothing to find


@dataclass(frozen=True)
class DetectionLaw:
    """POD as a concave function of coverage, its slope, and the coverage at which the slope has fallen to a value."""

    pod: Callable[[Floats], Floats]
    slope: Callable[[Floats], Floats]
    coverage_at_slope: Callable[[Floats], Floats]


def _erf_pod(coverage: Floats) -> Floats:
    from scipy.special import erf

    return np.asarray(erf(np.sqrt(np.pi) / 2 * coverage), dtype=np.float64)


DETECTION_LAWS: dict[str, DetectionLaw] = {
    "exponential": DetectionLaw(
        lambda coverage: -np.expm1(-coverage),
        lambda coverage: np.exp(-coverage),
        lambda slope: -np.log(np.clip(slope, _LEAST_SLOPE, 1.0)),
    ),
    "inverse_cube": DetectionLaw(
        _erf_pod,
        lambda coverage: np.exp(-np.pi / 4 * coverage**2),
        lambda slope: np.sqrt(-4 / np.pi * np.log(np.clip(slope, _LEAST_SLOPE, 1.0))),
    ),
    "definite": DetectionLaw(
        lambda coverage: np.minimum(coverage, 1.0),
        lambda coverage: (coverage < 1.0).astype(np.float64),
        lambda slope: (slope < 1.0).astype(np.float64),
    ),
}
"""The laws of B. O. Koopman: random search, parallel sweeps under the inverse cube law, definite range."""

STRONGEST_FIRST = ("definite", "inverse_cube", "exponential")
"""Each law finds at least what the next one does at any coverage, and two looks under one law find at most what one
look with both coverages does: so a plan with several laws is bounded by the first of them in this order."""


@dataclass(frozen=True)
class StaticBound:
    """No plan with this effort has a greater POS; `coverage` (cells,) is the optimum, and spends no more than it."""

    pos: float
    coverage: Floats


def static_bound(poc: Floats, area_m2: Floats, effort_m2: float, *, law: str = "exponential") -> StaticBound:
    """Return the greatest POS on a map that stands still, with an effort that can be divided at will.

    Parameters
    ----------
    poc
        Shape (cells,): probability of containment by cell; may sum to less than 1.
    area_m2
        Shape (cells,) or a single number.

    >>> bound = static_bound(np.array([0.5, 0.5]), np.array([1.0, 1.0]), 2.0)
    >>> round(bound.pos, 6), bound.coverage
    (0.632121, array([1., 1.]))
    """
    area = np.broadcast_to(np.asarray(area_m2, dtype=np.float64), poc.shape)
    multiplier = _multiplier(poc / area, area, effort_m2, DETECTION_LAWS[law])
    return _at(multiplier, poc, area, effort_m2, DETECTION_LAWS[law])


def _at(multiplier: float, poc: Floats, area: Floats, effort_m2: float, law: DetectionLaw) -> StaticBound:
    """Return the dual value at a multiplier, which bounds every plan, and the coverage that belongs to it."""
    if multiplier == 0.0:
        return StaticBound(float(poc.sum()), np.zeros(poc.shape))
    density = poc / area
    coverage = np.where(density > multiplier, law.coverage_at_slope(multiplier / np.maximum(density, multiplier)), 0.0)
    gain = float((poc * law.pod(coverage)).sum())
    return StaticBound(gain + multiplier * (effort_m2 - float((area * coverage).sum())), coverage)


def _multiplier(density: Floats, area: Floats, effort: float, law: DetectionLaw) -> float:
    """Return the least multiplier, within rounding, at which the cells ask for no more than the effort."""
    top = float(density.max(initial=0.0))
    if top <= 0.0 or effort <= 0.0:
        return top
    if law is DETECTION_LAWS["exponential"]:
        return _exponential_multiplier(density, area, effort)
    here = density > 0

    def asked(multiplier: float) -> float:
        wanted = density[here] > multiplier
        slope = multiplier / density[here][wanted]
        return float((area[here][wanted] * law.coverage_at_slope(slope)).sum())

    high = top
    low = high / 2.0
    while asked(low) <= effort and low > top * _LEAST_SHARE:
        low, high = max(low * (low / high), top * _LEAST_SHARE / 10), low  # the interval of logarithms doubles
    for _ in range(_HALVINGS):
        middle = float(np.sqrt(low) * np.sqrt(high))
        low, high = (middle, high) if asked(middle) > effort else (low, middle)
    return high


def _exponential_multiplier(density: Floats, area: Floats, effort: float) -> float:
    """Return the multiplier in closed form: cells are served in the order of their density."""
    order = np.argsort(density)[::-1]
    order = order[density[order] > 0]
    logs, areas = np.log(density[order]), np.cumsum(area[order])
    # With the first k cells served, ln(multiplier) = (Σ A ln density − effort) / Σ A; it holds for the last k whose
    # own density is above it.
    level = (np.cumsum(area[order] * logs) - effort) / areas
    served = int(np.flatnonzero(logs > level)[-1])
    return float(np.exp(level[served]))


@dataclass(frozen=True)
class Efforts:
    """What may be spent when, and where the hypotheses are then: one row for each slice of time (of each unit).

    Parameters
    ----------
    effort_m2
        Shape (rows,): sweep width × distance flown in the slice, for an object of share 1.
    cell
        Shape (rows, hypotheses): the cell in which each is during the slice; −1 where it cannot be found.
    cell_m2
        Area of a cell.
    share
        Shape (rows, hypotheses): sweep width for each hypothesis over that of share 1; None: the same for all.
    """

    effort_m2: Floats
    cell: NDArray[np.int32]
    cell_m2: float
    share: NDArray[np.float32] | None = None


@dataclass(frozen=True)
class MovingBound:
    """What the iteration reached, and what no plan exceeds; `coverage` has shape (rows, cells)."""

    pos: float
    pos_bound: float
    coverage: Floats
    iterations: int


def moving_bound(
    efforts: Efforts, weight: Floats, *, law: str = "exponential", iterations: int = 15, gap: float = 0.0
) -> MovingBound:
    """Return how much any plan can find among moving hypotheses, effort divided at will within each row.

    Each iteration gives every row its best allocation against what the other rows leave (one sum by cell a row), and
    the slopes at the end bound every other plan because the POS is concave. It stops early once both are within `gap`.

    Parameters
    ----------
    weight
        Shape (hypotheses,): what is left of the probability; may sum to less than 1.
    """
    if law == "definite":
        return _definite_bound(efforts, weight)
    used = DETECTION_LAWS[law]
    rows, cells = len(efforts.effort_m2), int(efforts.cell.max(initial=0)) + 1
    coverage, total = np.zeros((rows, cells)), np.zeros(weight.size)
    best = float(weight.sum())
    for done in range(1, iterations + 1):  # noqa: B007 (how many it took is told)
        for row in range(rows):
            before = coverage[row].copy()
            coverage[row] = _best_row(efforts, row, before, total, weight, used)
            total += _seen(efforts, row, coverage[row] - before)
        pos = float((weight * used.pod(total)).sum())
        best = min(best, pos + _room(efforts, coverage, total, weight, used))
        if best - pos <= gap:
            break
    return MovingBound(pos, best, coverage, done)


def _seen(efforts: Efforts, row: int, coverage: Floats) -> Floats:
    """Return the coverage that each hypothesis gets from one row, shape (hypotheses,)."""
    got: Floats = np.append(coverage, 0.0)[efforts.cell[row]]  # cell −1 reads the last entry: nothing
    return got if efforts.share is None else got * efforts.share[row]


def _sums(efforts: Efforts, row: int, values: Floats, cells: int) -> Floats:
    return np.bincount(efforts.cell[row] + 1, weights=values, minlength=cells + 1)[1:].astype(np.float64)


def _best_row(efforts: Efforts, row: int, coverage: Floats, total: Floats, weight: Floats, law: DetectionLaw) -> Floats:
    """Return the coverage of one row's cells that is best against the others, one step of Newton's in ln(slope).

    For the exponential law and equal shares the step is exact; else the iteration repeats it.
    """
    share = 1.0 if efforts.share is None else efforts.share[row].astype(np.float64)
    gain = weight * share * law.slope(total)
    slope = _sums(efforts, row, gain, coverage.size)
    here = slope > 0
    if not here.any():
        return coverage
    middle = _sums(efforts, row, gain * total, coverage.size)[here] / slope[here]
    pull = 1.0 if efforts.share is None else _sums(efforts, row, gain * share, coverage.size)[here] / slope[here]
    at_middle = slope[here] / np.maximum(law.slope(middle), _LEAST_SLOPE)

    def wanted(multiplier: float) -> Floats:
        return np.maximum(coverage[here] + (law.coverage_at_slope(multiplier / at_middle) - middle) / pull, 0.0)

    budget = efforts.effort_m2[row] / efforts.cell_m2
    low, high = np.log(at_middle.max()) - 1.0, float(np.log(at_middle.max()))
    while wanted(float(np.exp(low))).sum() < budget and low > -600.0:
        low -= high - low
    for _ in range(_HALVINGS):
        level = (low + high) / 2
        low, high = (level, high) if wanted(float(np.exp(level))).sum() > budget else (low, level)
    found = np.zeros(coverage.size)
    found[here] = wanted(float(np.exp(high)))
    return found


def _room(efforts: Efforts, coverage: Floats, total: Floats, weight: Floats, law: DetectionLaw) -> float:
    """Return by how much another plan could exceed this one at most: Washburn's bound, less what is reached."""
    gain = weight * law.slope(total)
    room = 0.0
    for row in range(len(efforts.effort_m2)):
        got = gain if efforts.share is None else gain * efforts.share[row]
        slope = _sums(efforts, row, got, coverage.shape[1])
        budget = efforts.effort_m2[row] / efforts.cell_m2
        room += float(slope.max(initial=0.0)) * budget - float((slope * coverage[row]).sum())
    return room


def _definite_bound(efforts: Efforts, weight: Floats) -> MovingBound:
    """Return the sum of what each row could find alone: rows together find no more."""
    rows, cells = len(efforts.effort_m2), int(efforts.cell.max(initial=0)) + 1
    coverage, reached = np.zeros((rows, cells)), 0.0
    for row in range(rows):
        share = np.ones(weight.size) if efforts.share is None else efforts.share[row].astype(np.float64)
        widest = float(share.max(initial=0.0))
        bound = static_bound(
            _sums(efforts, row, np.where(share > 0, weight, 0.0), cells),
            np.array(efforts.cell_m2),
            float(efforts.effort_m2[row]) * widest,
            law="definite",
        )
        coverage[row], reached = bound.coverage, reached + bound.pos
    afloat = float(weight[(efforts.cell >= 0).any(axis=0)].sum())
    return MovingBound(0.0 if rows == 0 else min(reached, afloat), min(reached, afloat), coverage, 1)
