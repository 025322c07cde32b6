"""The compiled half of `allocation`: which rectangle holds the most, looked for everywhere and then moved to its best.

Units: metres; effort in square metres. The probability within a rectangle comes from summed-area tables over turned
grids (F. C. Crow, Computer Graphics 18, 1984) while it is looked for, from the hypotheses themselves once it is moved.
"""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from comity.ground import Floats
from comity.rescue.rectangles import ANGLE, EAST, LENGTH, NORTH, WIDTH

GRID = 80
"""Cells on a side of a turned grid."""

SIDES = np.array([2, 3, 4, 6, 9, 13, 19, 27, 38, 54, 76], dtype=np.int64)
"""Sides of the rectangles looked at, in cells: about four tenths longer each."""

DEFINITE, INVERSE_CUBE, EXPONENTIAL = 0, 1, 2

_ROUNDS = 14
_FIRST_STEP = 0.25  # of the sides, and in radians over the ratio of the sides
_NARROWEST = 0.02  # of the length: no rectangle is a line
_SHRINK = 0.5

Groups = NDArray[np.int64]


@njit(cache=True)
def pod(law: int, coverage: float) -> float:
    """Return POD as a function of coverage."""
    if law == DEFINITE:
        return min(coverage, 1.0)
    if law == INVERSE_CUBE:
        return math.erf(0.5 * math.sqrt(math.pi) * coverage)
    return 1.0 - math.exp(-coverage)


@njit(cache=True)
def gain(rectangle: Floats, x: Floats, y: Floats, weight: Floats, group: Groups, effort: Floats, law: int) -> float:
    """Return the probability of success of one rectangle searched evenly; `effort` has shape (groups,)."""
    along_x, along_y = math.cos(rectangle[ANGLE]), math.sin(rectangle[ANGLE])
    half_length, half_width = rectangle[LENGTH] / 2, rectangle[WIDTH] / 2
    inside = np.zeros(effort.size)
    for i in range(x.size):
        dx, dy = x[i] - rectangle[EAST], y[i] - rectangle[NORTH]
        if abs(dx * along_x + dy * along_y) <= half_length and abs(dy * along_x - dx * along_y) <= half_width:
            inside[group[i]] += weight[i]
    found = 0.0
    for g in range(effort.size):
        found += inside[g] * pod(law, effort[g] / (rectangle[LENGTH] * rectangle[WIDTH]))
    return found


@njit(cache=True)
def _apart(one: Floats, other: Floats) -> bool:
    """Return whether an axis of the first rectangle separates it from the other."""
    for turn in range(2):
        angle = one[ANGLE] + turn * math.pi / 2
        ax, ay = math.cos(angle), math.sin(angle)
        half = one[LENGTH + turn] / 2
        c, s = math.cos(other[ANGLE]), math.sin(other[ANGLE])
        reach = abs(c * ax + s * ay) * other[LENGTH] / 2 + abs(c * ay - s * ax) * other[WIDTH] / 2
        if abs((other[EAST] - one[EAST]) * ax + (other[NORTH] - one[NORTH]) * ay) >= half + reach:
            return True
    return False


@njit(cache=True)
def free_of(rectangle: Floats, others: Floats) -> bool:
    """Return whether a rectangle overlaps none of others, shape (others, 5)."""
    free = True
    for k in range(others.shape[0]):
        free = free and (_apart(rectangle, others[k]) or _apart(others[k], rectangle))
    return free


@njit(cache=True)
def _table(angle: float, frame: Floats, x: Floats, y: Floats, weight: Floats, group: Groups, groups: int) -> Floats:
    """Return summed-area tables by group of a grid turned by an angle; `frame` is its corner and its cell."""
    table = np.zeros((groups, GRID + 1, GRID + 1))
    c, s = math.cos(angle), math.sin(angle)
    for i in range(x.size):
        column = math.floor((x[i] * c + y[i] * s - frame[0]) / frame[2])
        row = math.floor((y[i] * c - x[i] * s - frame[1]) / frame[2])
        if 0 <= column < GRID and 0 <= row < GRID:
            table[group[i], row + 1, column + 1] += weight[i]
    for g in range(groups):
        for row in range(1, GRID + 1):
            line = 0.0
            for column in range(1, GRID + 1):
                line += table[g, row, column]
                table[g, row, column] = table[g, row - 1, column] + line
    return table


@njit(cache=True)
def _frame(angle: float, centre: Floats, half: float) -> Floats:
    """Return the corner of a turned grid around a centre, and its cell."""
    c, s = math.cos(angle), math.sin(angle)
    along, across = centre[0] * c + centre[1] * s, centre[1] * c - centre[0] * s
    return np.array([along - half, across - half, 2 * half / GRID])


@njit(cache=True)
def scan(
    angles: Floats,
    window: Floats,
    x: Floats,
    y: Floats,
    weight: Floats,
    group: Groups,
    effort: Floats,
    law: int,
    others: Floats,
) -> Floats:
    """Return the best rectangle of each angle that is free of others, and its gain: shape (angles, 6).

    `window` is the centre (east, north) and half side of what is looked at. A row's gain is 0 where none was found.
    """
    found = np.zeros((angles.size, 6))
    reach = np.zeros(effort.size)
    for a in range(angles.size):
        frame = _frame(angles[a], window[:2], window[2])
        table = _table(angles[a], frame, x, y, weight, group, effort.size)
        c, s = math.cos(angles[a]), math.sin(angles[a])
        for long in SIDES:
            for wide in SIDES:
                for g in range(effort.size):
                    reach[g] = pod(law, effort[g] / (long * wide * frame[2] * frame[2]))
                stride = max(1, min(long, wide) // 8)
                for row in range(0, GRID + 1 - wide, stride):
                    for column in range(0, GRID + 1 - long, stride):
                        value = 0.0
                        for g in range(effort.size):
                            held = (
                                table[g, row + wide, column + long]
                                - table[g, row, column + long]
                                - table[g, row + wide, column]
                                + table[g, row, column]
                            )
                            value += reach[g] * held
                        if value > found[a, 5]:
                            along = frame[0] + (column + 0.5 * long) * frame[2]
                            across = frame[1] + (row + 0.5 * wide) * frame[2]
                            here = np.array(
                                [
                                    along * c - across * s,
                                    along * s + across * c,
                                    long * frame[2],
                                    wide * frame[2],
                                    angles[a],
                                ]
                            )
                            if free_of(here, others):
                                found[a, :5] = here
                                found[a, 5] = value
    return found


@njit(cache=True)
def _moved(rectangle: Floats, part: int, step: float) -> Floats:
    """Return a rectangle with one of its five numbers changed by a step of its own scale."""
    moved = rectangle.copy()
    c, s = math.cos(rectangle[ANGLE]), math.sin(rectangle[ANGLE])
    if part == EAST:
        moved[EAST] += step * rectangle[LENGTH] * c
        moved[NORTH] += step * rectangle[LENGTH] * s
    elif part == NORTH:
        moved[EAST] -= step * rectangle[WIDTH] * s
        moved[NORTH] += step * rectangle[WIDTH] * c
    elif part == ANGLE:
        moved[ANGLE] += step * min(rectangle[WIDTH] / rectangle[LENGTH], rectangle[LENGTH] / rectangle[WIDTH])
    else:
        moved[part] *= math.exp(step)
    return moved


@njit(cache=True)
def moved_to_best(
    rectangle: Floats,
    x: Floats,
    y: Floats,
    weight: Floats,
    group: Groups,
    effort: Floats,
    law: int,
    others: Floats,
) -> Floats:
    """Return a rectangle moved, stretched and turned while it gains, free of others, and its gain: shape (6,).

    A compass search (R. Hooke, T. A. Jeeves, Journal of the ACM 8, 1961): each number is tried both ways, and the step
    is halved once nothing gains.
    """
    best = rectangle.copy()
    reached = gain(best, x, y, weight, group, effort, law)
    step = _FIRST_STEP
    for _ in range(_ROUNDS):
        gained = False
        for part in range(5):
            for way in (1.0, -1.0):
                tried = _moved(best, part, way * step)
                if min(tried[LENGTH], tried[WIDTH]) < _NARROWEST * max(tried[LENGTH], tried[WIDTH]):
                    continue
                if not free_of(tried, others):
                    continue
                value = gain(tried, x, y, weight, group, effort, law)
                if value > reached:
                    best, reached, gained = tried, value, True
                    break
        if not gained:
            step *= _SHRINK
    return np.append(best, reached)
