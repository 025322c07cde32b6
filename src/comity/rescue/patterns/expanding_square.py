"""Expanding square (SS): from the datum outwards in a square spiral. For a good datum and one unit.

The first leg goes along the area's bearing: with the drift, or into the wind. A second search turns the area by 45°.
Source: IAMSAR Manual vol. II, ch. 5 (legs of S, S, 2S, 2S, 3S, 3S … with turns of 90°).
"""

import numpy as np

from comity.ground import Floats


def expanding_square(length_m: float, width_m: float, spacing_m: float) -> Floats:
    """Return the way-points of a spiral that fills the largest square of the area, from its middle.

    The square is an odd number of spacings wide, three at least; the last leg closes its outermost side. The way is
    area / spacing − spacing long, as in a parallel sweep.
    """
    side_m = min(length_m, width_m)
    rounds = max(1, round((side_m / spacing_m - 1) / 2))
    step_m = side_m / (2 * rounds + 1)
    legs = np.concatenate([np.repeat(np.arange(1, 2 * rounds + 1), 2), [2 * rounds]])
    turns = np.arange(legs.size) % 4  # ahead, right, back, left
    moves = legs[:, None] * np.array([[1, 0], [0, 1], [-1, 0], [0, -1]])[turns]
    return np.vstack([np.zeros((1, 2)), np.cumsum(moves, axis=0)]) * step_m
