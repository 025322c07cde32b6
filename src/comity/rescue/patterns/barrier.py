"""Barrier: the same line across the drift, again and again, while the object drifts towards it. For straits and rivers.

The area lies along the drift; its length is what drifts past the line, its width the line. Between two passes the
object comes nearer by the drift's speed × the time of a pass: choose the spacing so. Source: general knowledge of the
field; no manual was at hand to check it.
"""

import numpy as np

from comity.ground import Floats
from comity.rescue.patterns.parallel_sweep import leg_count


def barrier(length_m: float, width_m: float, spacing_m: float) -> Floats:
    """Return the way-points of passes along the line half a spacing inside the area's end, to which the drift goes."""
    passes = leg_count(length_m, spacing_m)
    step_m = length_m / passes
    across_m = max(width_m - step_m, 0.0) / 2 * np.where(np.arange(passes + 1) % 2 == 0, -1.0, 1.0)
    return np.column_stack([np.full(passes + 1, (length_m - step_m) / 2), across_m])
