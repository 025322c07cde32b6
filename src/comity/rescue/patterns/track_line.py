"""Track line (TS, TSR, TSN): along the way that the missing craft meant to go, the middle line of the area.

Non-return (TSN) is one leg on the track itself, and ends at its far end; return (TSR) goes out half a spacing beside it
and comes back half a spacing on the other side. TS widens that, pair by pair, until the area's width is searched.
Source: IAMSAR Manual vol. II, ch. 5 (along the route, the return leg one spacing away); that TSN is one leg on the
track and TS any number of legs is general knowledge, not checked against it.
"""

import numpy as np

from comity.ground import Floats
from comity.rescue.patterns.parallel_sweep import leg_count


def track_line(length_m: float, width_m: float, spacing_m: float) -> Floats:
    """Return the way-points of legs from the track outwards, S/2 left, S/2 right, 3S/2 left … until the width is full.

    An odd number of legs begins on the track itself, and ends at its far end.
    """
    count = leg_count(width_m, spacing_m)
    step_m = width_m / count
    order = np.arange(count)
    beside = (order + 1) // 2 if count % 2 else order // 2 + 0.5
    across_m = np.where(order % 2 == 0, -1, 1) * beside * step_m
    end_m = max(length_m - step_m, 0.0) / 2
    points = np.arange(2 * count)
    return np.column_stack([np.where(points % 4 // 2 == points % 2, -end_m, end_m), np.repeat(across_m, 2)])


def track_line_return(length_m: float, width_m: float, spacing_m: float) -> Floats:
    """Return the way-points of two legs, half a spacing beside the track; no wider than the area allows."""
    step_m = min(spacing_m, width_m / 2)
    return track_line(length_m, 2 * step_m, step_m)


def track_line_non_return(length_m: float, _width_m: float, spacing_m: float) -> Floats:
    """Return the way-points of one leg on the track; it ends half a spacing inside the area."""
    return track_line(length_m, spacing_m, spacing_m)
