"""Rectangles on a plane, in metres: what a unit searches, before it has a place on the map.

A rectangle is a row of five numbers: centre east and north, length, width, and the angle of its length, in radians
anticlockwise from east. What is compiled stands in `rectangle_kernel`.
"""

from collections.abc import Sequence

import numpy as np

from comity.ground import Floats

EAST, NORTH, LENGTH, WIDTH, ANGLE = range(5)


def axes(rectangle: Floats) -> tuple[Floats, Floats]:
    """Return the unit vectors along and across (to the left), each of shape (2,)."""
    along = np.array([np.cos(rectangle[ANGLE]), np.sin(rectangle[ANGLE])])
    return along, np.array([-along[1], along[0]])


def corners(rectangle: Floats) -> Floats:
    """Return the corners anticlockwise, shape (4, 2)."""
    along, across = axes(rectangle)
    half = along * rectangle[LENGTH] / 2, across * rectangle[WIDTH] / 2
    return np.asarray(
        rectangle[:2] + np.array([-half[0] - half[1], half[0] - half[1], half[0] + half[1], half[1] - half[0]])
    )


def overlap(one: Floats, other: Floats) -> bool:
    """Return whether two rectangles share more than an edge, by their four separating axes.

    >>> flat = np.array([0.0, 0.0, 4.0, 2.0, 0.0])
    >>> overlap(flat, flat + np.array([3.0, 0, 0, 0, 0])), overlap(flat, flat + np.array([4.0, 0, 0, 0, 0]))
    (True, False)
    """
    first, second = corners(one), corners(other)
    slack = 1e-6 * (one[LENGTH] + other[LENGTH])
    for axis in (*axes(one), *axes(other)):
        a, b = first @ axis, second @ axis
        if a.max() <= b.min() + slack or b.max() <= a.min() + slack:
            return False
    return True


def strips(rectangle: Floats, shares: Sequence[float], *, lengthwise: bool) -> Floats:
    """Return a rectangle cut side by side into parts with these shares of its area, shape (parts, 5).

    Lengthwise cuts are parallel to its length.
    """
    along, across = axes(rectangle)
    axis, side = (across, WIDTH) if lengthwise else (along, LENGTH)
    share = np.asarray(shares, dtype=np.float64) / np.sum(shares)
    parts = np.repeat(np.asarray(rectangle, dtype=np.float64)[None], share.size, axis=0)
    parts[:, :2] += ((np.cumsum(share) - share / 2 - 0.5) * rectangle[side])[:, None] * axis
    parts[:, side] *= share
    return parts
