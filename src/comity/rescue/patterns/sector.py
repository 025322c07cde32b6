"""Sector search (VS): three triangles through the datum, nine legs of one radius. For a very good datum.

The first leg goes along the area's bearing: with the drift. A second search turns the area by 30°, between the first
legs. Source: IAMSAR Manual vol. II, ch. 5 (turns of 120° to the right); that a second search turns by 30° is common
practice, not checked against the manual.
"""

import numpy as np

from comity.ground import Floats

_COURSES_DEG = np.array([0.0, 120.0, 240.0, 240.0, 0.0, 120.0, 120.0, 240.0, 0.0])


def sector(length_m: float, width_m: float, _spacing_m: float) -> Floats:
    """Return the way-points of nine legs in the largest circle of the area, from its middle and back to it.

    Legs are dense at the datum and up to a radius apart at the edge: there is no one track spacing.
    """
    course = np.radians(_COURSES_DEG)
    moves = np.column_stack([np.cos(course), np.sin(course)])
    return np.vstack([np.zeros((1, 2)), np.cumsum(moves, axis=0)]) * min(length_m, width_m) / 2
