"""Parallel sweep (PS): legs along the long side, one track spacing apart. For a large area of even probability.

Source: IAMSAR Manual vol. II, ch. 5 (parallel sweep; commence-search point half a spacing inside a corner).
"""

import numpy as np

from comity.ground import Floats


def parallel_sweep(length_m: float, width_m: float, spacing_m: float) -> Floats:
    """Return the way-points of legs along the area, from the corner near (−length/2, −width/2).

    Legs fill the width evenly: there are as many as make the spacing nearest to the one asked for. Their ends lie half
    a spacing inside, so that legs and cross legs together are area / spacing − spacing long.
    """
    count = leg_count(width_m, spacing_m)
    step_m = width_m / count
    across_m = (np.arange(count) + 0.5) * step_m - width_m / 2
    end_m = max(length_m - step_m, 0.0) / 2
    ends_m = np.where(np.arange(2 * count) % 4 // 2 == np.arange(2 * count) % 2, -end_m, end_m)
    return np.column_stack([ends_m, np.repeat(across_m, 2)])


def leg_count(width_m: float, spacing_m: float) -> int:
    """Return how many legs fill a width at about a spacing, at least one."""
    return max(1, round(width_m / spacing_m))
