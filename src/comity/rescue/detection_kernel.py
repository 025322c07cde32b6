"""The compiled heart of detection: what straight legs add to the exposure of each moving hypothesis.

Units: metres, degrees. Exposures add up over legs, and the chance of detection is 1 − exp(−exposure). A leg and an hour
of drift are both straight, so their relative way is straight: `near` and `far` are its ends measured along it from the
closest point of approach, `abeam2` the square of the distance there, `gone` its length, and `own` the unit's own way.
The slower they move past one another, the longer the look: own / gone is the exact factor. Threads share no hypothesis,
and each adds its legs in one order: the result does not depend on their number.
"""

from math import erf, exp, inf, isnan, log1p, pi, sqrt
from typing import Any

from numba import njit, prange
from numpy.typing import NDArray

from comity.ground import Floats
from comity.rescue.lateral_range import SPREAD

_LEAF: dict[str, Any] = {
    "cache": True,
    "inline": "always",
    "error_model": "numpy",
    "fastmath": {"contract", "arcp", "nsz", "reassoc"},  # NaN and infinity keep their meaning
}
_NEAREST_M2 = 1e-6  # a millimetre: nothing comes nearer, so nothing divides by zero
_STILL_M = 1e-6  # a micrometre of relative way: less is none
_FAR = 6.0  # standard deviations: beyond it a normal density adds less than 1e-8
_SURE = 1e-12
_DEFINITE, _INVERSE_CUBE, _EXPONENTIAL = 0, 1, 2

# Rows of `legs`, each of shape (pieces,): the cut pieces of the searching legs.
SHARE_1, SHARE_2, LON_1, LAT_1, LON_2, LAT_2, PER_LON, PER_LAT, OWN = range(9)


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _passing(legs: Any, j: Any, x: Any, y: Any, dx: Any, dy: Any) -> Any:
    """Return near, far, abeam2 and gone of one piece and a hypothesis that goes from (x, y) by (dx, dy) in its hour."""
    x_1 = (legs[LON_1, j] - x - legs[SHARE_1, j] * dx) * legs[PER_LON, j]
    y_1 = (legs[LAT_1, j] - y - legs[SHARE_1, j] * dy) * legs[PER_LAT, j]
    x_2 = (legs[LON_2, j] - x - legs[SHARE_2, j] * dx) * legs[PER_LON, j]
    y_2 = (legs[LAT_2, j] - y - legs[SHARE_2, j] * dy) * legs[PER_LAT, j]
    run_x, run_y = x_2 - x_1, y_2 - y_1
    gone = sqrt(run_x * run_x + run_y * run_y) + _STILL_M
    near = (x_1 * run_x + y_1 * run_y) / gone
    abeam = (x_1 * run_y - y_1 * run_x) / gone
    far2 = x_1 * x_1 + y_1 * y_1 - near * near  # equal to abeam² but where unit and object keep their distance
    return near, near + gone, max(abeam * abeam, far2 if gone < 1e3 * _STILL_M else _NEAREST_M2), gone


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _inverse_cube(legs: Any, first: Any, last: Any, x: Any, y: Any, dx: Any, dy: Any, width: Any) -> Any:
    """∫ k/r³ dt with k = W² v / (8π): Koopman's fixed rate, whose long pass has the sweep width W."""
    total = 0.0
    for j in range(first, last):
        near, far, abeam2, gone = _passing(legs, j, x, y, dx, dy)
        r1, r2 = sqrt(near * near + abeam2), sqrt(far * far + abeam2)
        cross, plain = far * r1 - near * r2, far * r1 + near * r2
        # The same integral twice: the second has no difference of numbers that are nearly equal on one side.
        both = near * far > 0.0
        total += legs[OWN, j] * ((near + far) if both else cross) / ((plain if both else abeam2 * gone) * r1 * r2)
    return total * width * width / (8.0 * pi)


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _definite(legs: Any, first: Any, last: Any, x: Any, y: Any, dx: Any, dy: Any, width: Any) -> Any:
    """Seen for sure within W/2, at the closest point of the way."""
    nearest = inf
    for j in range(first, last):
        near, far, abeam2, _ = _passing(legs, j, x, y, dx, dy)
        ahead = max(near, -far, 0.0)
        nearest = min(nearest, ahead * ahead + abeam2)
    return inf if nearest <= 0.25 * width * width else 0.0


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _exponential(legs: Any, first: Any, last: Any, x: Any, y: Any, dx: Any, dy: Any, width: Any) -> Any:
    """The effort W × own way, spread as a normal density around the relative way."""
    spread, total = SPREAD * width, 0.0
    scale = 1.0 / (spread * sqrt(2.0))
    for j in range(first, last):
        near, far, abeam2, gone = _passing(legs, j, x, y, dx, dy)
        ahead = max(near, -far, 0.0)
        if ahead * ahead + abeam2 > (_FAR * spread) ** 2:
            continue
        if gone > 1e-3 * spread:
            along = 0.5 * (erf(far * scale) - erf(near * scale)) / gone
        else:  # so short that the density does not change
            along = exp(-((near * scale) ** 2)) / (spread * sqrt(2.0 * pi))
        total += width * legs[OWN, j] * along * exp(-abeam2 * scale * scale) / (spread * sqrt(2.0 * pi))
    return total


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _custom(
    legs: Any, first: Any, last: Any, x: Any, y: Any, dx: Any, dy: Any, width: Any, offset: Any, chance: Any
) -> Any:
    """The exposure of a whole pass from the curve, times the share of it that this stretch has under a rate ∝ 1/r³."""
    total = 0.0
    for j in range(first, last):
        near, far, abeam2, gone = _passing(legs, j, x, y, dx, dy)
        at = sqrt(abeam2) / width
        if at >= offset[-1]:
            continue
        k = 0
        while offset[k + 1] <= at:
            k += 1
        seen = chance[k] + (chance[k + 1] - chance[k]) * (at - offset[k]) / (offset[k + 1] - offset[k])
        r1, r2 = sqrt(near * near + abeam2), sqrt(far * far + abeam2)
        total += -log1p(-min(seen, 1.0 - _SURE)) * 0.5 * (far / r2 - near / r1) * legs[OWN, j] / gone
    return total


# fmt: off
@njit(cache=True, parallel=True, error_model="numpy")
def expose(
    lon: NDArray[Any], lat: NDArray[Any], objects: NDArray[Any], width_m: Floats, law: int, offset: Floats,
    chance: Floats, first: NDArray[Any], legs: Floats, out: Floats,
) -> None:
    """Write the exposure of every hypothesis to the legs into `out`, shape (trajectories,).

    `lon`, `lat` have shape (trajectories, times); `objects` too, or (trajectories, 1) where no object becomes another;
    `width_m` has shape (objects,). `legs` has shape (9, pieces), and those of the interval k of the cloud are
    `first[k]` to `first[k + 1]`. A hypothesis not in the water at both ends of an interval is not found in it, and is
    the object of its beginning.
    """
    for i in prange(out.size):
        total = 0.0
        for k in range(first.size - 1):
            width = width_m[objects[i, min(k, objects.shape[1] - 1)]]
            start, end = first[k], first[k + 1]
            x, y = float(lon[i, k]), float(lat[i, k])
            dx, dy = float(lon[i, k + 1]) - x, float(lat[i, k + 1]) - y
            if width == 0.0 or start == end or isnan(x) or isnan(dx):
                continue
            if law == _INVERSE_CUBE:
                total += _inverse_cube(legs, start, end, x, y, dx, dy, width)
            elif law == _DEFINITE:
                total += _definite(legs, start, end, x, y, dx, dy, width)
            elif law == _EXPONENTIAL:
                total += _exponential(legs, start, end, x, y, dx, dy, width)
            else:
                total += _custom(legs, start, end, x, y, dx, dy, width, offset, chance)
        out[i] = total
# fmt: on
