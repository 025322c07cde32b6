"""Lateral range curves: the chance that one straight pass detects, against its distance from the object.

A curve is normalised to the sweep width W: the area under it is W (definite range, inverse cube and a custom curve).
The exponential law is no curve of the eye but of navigation: the effort W of a pass is spread around it as a normal
density whose standard deviation is one sweep width, because nobody knows better where the unit and the object are to
one another. Its effort is W, exactly, so that no plan beats the bound of the exponential law; one pass alone detects
0.874 W. Over parallel tracks that cover a large area evenly, with the coverage C = W / spacing, the POD becomes:
definite range min(1, C); inverse cube erf(√π/2 · C); exponential 1 − exp(−C).
Units: metres. Sources: B. O. Koopman, Search and Screening, OEG Report 56, 1946, ch. 2 and 3; A. R. Washburn, Search
and Detection, 4th ed., 2002, ch. 2 (sweep width, random and parallel search); IAMSAR Manual vol. II, appendix N.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from comity.ground import Floats, InvalidInput

CUSTOM = 3
"""Law of a curve that is given by its points."""

SPREAD = 1.0
"""Standard deviation of the effort around a pass under the exponential law, in sweep widths: the narrowest that keeps
the POD of parallel tracks within half a point of 1 − exp(−C) from C = 0.25 upwards."""


@dataclass(frozen=True)
class LateralRange:
    """A law of detection. `law` is its number in the compiled kernel; `chance(x, W)` the chance on one long pass."""

    law: int
    chance: Callable[[ArrayLike, float], Floats]


def _definite(offset_m: ArrayLike, sweep_width_m: float) -> Floats:
    return np.where(np.abs(np.asarray(offset_m, dtype=np.float64)) <= sweep_width_m / 2, 1.0, 0.0)


def _inverse_cube(offset_m: ArrayLike, sweep_width_m: float) -> Floats:
    # Detection rate k/r³ along a straight pass: the exposure is W² / (4π x²) (Koopman 1946, eq. 2.4.14 and sect. 2.7).
    with np.errstate(divide="ignore"):
        exposure = np.square(sweep_width_m / np.asarray(offset_m, dtype=np.float64)) / (4 * math.pi)
    return -np.expm1(-exposure)


def _exponential(offset_m: ArrayLike, sweep_width_m: float) -> Floats:
    apart = np.asarray(offset_m, dtype=np.float64) / (SPREAD * sweep_width_m)
    return -np.expm1(-np.exp(-0.5 * apart**2) / (SPREAD * math.sqrt(2 * math.pi)))


LATERAL_RANGES: dict[str, LateralRange] = {
    "definite": LateralRange(0, _definite),
    "inverse_cube": LateralRange(1, _inverse_cube),
    "exponential": LateralRange(2, _exponential),
}
"""The laws that need no points; `Sensor.curve` carries a curve of one's own."""


@dataclass(frozen=True)
class LateralCurve:
    """A curve of one's own: `chance` on one long pass at `offset` sweep widths, both of shape (points,).

    It is the same on either side, straight between the points, and nothing beyond the last.
    """

    offset: Floats
    chance: Floats


NO_CURVE = LateralCurve(np.array([0.0, 1.0]), np.array([0.0, 0.0]))

_AGREES = 0.02  # of the sweep width: what reading points from a printed graph may cost


def lateral_curve(offset_m: ArrayLike, chance: ArrayLike, sweep_width_m: float) -> LateralCurve:
    """Return a curve from its points, once its area is found to be the sweep width within 2 %; then it is made exact.

    Parameters
    ----------
    offset_m, chance
        Shape (points,): distances from 0 upwards, and the chance there, the last of them 0.

    >>> lateral_curve([0, 500, 1500], [1.0, 0.5, 0.0], 1250).offset
    array([0. , 0.4, 1.2])
    """
    offset, seen = np.asarray(offset_m, dtype=np.float64), np.asarray(chance, dtype=np.float64)
    is_curve = (
        offset.ndim == 1
        and offset.shape == seen.shape
        and offset.size > 1
        and offset[0] == 0
        and bool((np.diff(offset) > 0).all() and ((seen >= 0) & (seen <= 1)).all() and seen[-1] == 0)
    )
    if not is_curve:
        raise InvalidInput(
            "rescue.not_a_lateral_curve",
            "The points {points} are no lateral range curve.",
            why="distances begin at 0 and grow, chances lie between 0 and 1, and the last is 0",
            remedy="give the points in that order, in metres",
            points=", ".join(f"({x:g}, {p:g})" for x, p in zip(offset.ravel(), seen.ravel(), strict=False)),
        )
    area_m = 2 * float(np.trapezoid(seen, offset))
    if not abs(area_m - sweep_width_m) <= _AGREES * sweep_width_m:
        raise InvalidInput(
            "rescue.curve_is_not_its_sweep_width",
            "The curve encloses {area_m} m, and the sweep width is {sweep_width_m} m.",
            why="the sweep width is the area under the lateral range curve, on both sides",
            remedy="correct one of the two",
            area_m=f"{area_m:.0f}",
            sweep_width_m=f"{sweep_width_m:.0f}",
        )
    return LateralCurve(offset / area_m, seen)


def _pod_definite(coverage: ArrayLike) -> Floats:
    return np.minimum(1.0, np.asarray(coverage, dtype=np.float64))


def _pod_inverse_cube(coverage: ArrayLike) -> Floats:
    from scipy.special import erf

    return np.asarray(erf(math.sqrt(math.pi) / 2 * np.asarray(coverage, dtype=np.float64)))


def _pod_exponential(coverage: ArrayLike) -> Floats:
    return -np.expm1(-np.asarray(coverage, dtype=np.float64))


POD_OF_COVERAGE: dict[str, Callable[[ArrayLike], Floats]] = {
    "definite": _pod_definite,
    "inverse_cube": _pod_inverse_cube,
    "exponential": _pod_exponential,
}
"""POD as a function of coverage, for parallel tracks over an even map: same keys as `LATERAL_RANGES`."""
