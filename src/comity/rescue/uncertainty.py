"""How wrong the modelled current and wind may be, as an error that each hypothesis carries and slowly forgets.

The error of each component is an Ornstein-Uhlenbeck process: normal, of one spread, its correlation falling by e in one
memory. White noise of the same size would hardly widen a cloud, a constant error would widen it too much.
Units: metres per second, seconds; the spread is one standard deviation of each component.
Sources: G. Uhlenbeck and L. Ornstein, Phys. Rev. 36, 1930; D. Gillespie, Phys. Rev. E 54, 1996 (the exact step);
`MEASURED` says where its figures come from.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

LOCAL_M = 25_000.0
"""How far around a start the current is looked at when its error is a share of it."""

_SMALL = 1e-3


@dataclass(frozen=True)
class Uncertainty:
    """Spread and memory of the errors of current and wind.

    The spread of the current's error is `current_relative` times the root mean square of one component of the modelled
    current around the start (`LOCAL_M`, over the run), and `current_m_s` at least.
    """

    current_m_s: float
    current_relative: float
    current_memory_s: float
    wind_m_s: float
    wind_memory_s: float
    source: str


MEASURED = Uncertainty(
    current_m_s=0.13,
    current_relative=1.05,
    current_memory_s=11 * 3600.0,
    wind_m_s=0.0,
    wind_memory_s=11 * 3600.0,
    source="MEOPAR TREX 2020, 125 drifters of one sea, the Gulf of St Lawrence; "
    "at least 0.3 kt of probable error (IAMSAR)",
)
"""What 125 drifters showed in the Gulf of St Lawrence in 2020 (MEOPAR TREX, repository nsoontie/velocity-error).

What two current models and a best-fitting wind drift left unexplained had 0.31 and 0.33 m/s of spread, 1.05 times the
root mean square of the modelled current, and was forgotten by e in 10 and 12 hours. The wind's own error is in it, so
that none is added. The least is the manual method's 0.3 kt for a current without a better estimate, as a radius that
holds half of all (/ 1.1774).
"""


class Memory(NamedTuple):
    """How an error of spread 1 runs through an interval, exactly.

    With `one` and `two` standard normal and independent: after = keep × before + fresh × one, and its mean is
    mean_old × before + mean_one × one + mean_two × two.
    """

    keep: float
    fresh: float
    mean_old: float
    mean_one: float
    mean_two: float


def through(seconds: float, memory_s: float) -> Memory:
    """Return how an error runs through an interval.

    >>> through(3600.0, float("inf"))
    Memory(keep=1.0, fresh=0.0, mean_old=1.0, mean_one=0.0, mean_two=0.0)
    """
    x = seconds / memory_s
    if x == 0.0:
        return Memory(1.0, 0.0, 1.0, 0.0, 0.0)
    keep, lost = float(np.exp(-x)), float(-np.expm1(-x))
    fresh = float(np.sqrt(-np.expm1(-2 * x)))
    mean_one = lost * lost / (x * fresh)
    # the variance of the mean, given the error before; its difference of like numbers is a series where x is small
    variance = (2 * x - 3 + 4 * keep - keep * keep) / (x * x) if x > _SMALL else 2 * x / 3 - x * x / 2
    return Memory(keep, fresh, lost / x, mean_one, float(np.sqrt(max(variance - mean_one * mean_one, 0.0))))
