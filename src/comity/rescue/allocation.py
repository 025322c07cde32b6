"""Who searches where: one rectangle for each sortie, so that together they find the most.

Units: metres on a plane; effort in square metres is sweep width × distance, for each group of hypotheses that a sensor
sees alike. One rectangle alone is looked for everywhere on turned grids and then moved to its best on the hypotheses;
several are improved in turn, each against what the others leave, as Brown's iteration does with cells. Sorties that
could collide begin as strips of one rectangle, and never overlap.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats
from comity.rescue.bounds import DETECTION_LAWS
from comity.rescue.lateral_range import LATERAL_RANGES
from comity.rescue.rectangles import ANGLE, LENGTH, WIDTH, overlap, strips

AWAY_M = 1e12
"""Where a hypothesis is put that a sortie cannot find: farther than any rectangle reaches."""

_ANGLES = 6
_SCANNED = 12_000  # hypotheses: the tables are coarser than what more of them would tell
_STARTS = 2
_TURNS = 4
_ENOUGH = 2e-4
_FIRST_STEP = 0.2
_STEPS = 9
_LEAST_SHARE = 0.05
_ROOM = 0.001  # of the probability on each side of an axis may lie outside what is looked at


@dataclass(frozen=True)
class Effort:
    """What one sortie can do, and where the hypotheses are for it.

    Parameters
    ----------
    x_m, y_m
        Shape (hypotheses,): where each is at the middle of the sortie, `AWAY_M` where it cannot be found.
    effort_m2
        Shape (groups,): sweep width × distance for each group of hypotheses.
    law
        A key of `LATERAL_RANGES`.
    """

    x_m: Floats
    y_m: Floats
    effort_m2: Floats
    law: str


Looked = tuple[Floats, Floats, Floats, NDArray[np.int64], Floats, int]
"""What the compiled half asks for: x, y, weight, group, effort, law."""


def _looked(effort: Effort, left: Floats, group: NDArray[np.int64], most: int) -> Looked:
    """Return an effort with an even choice of about `most` hypotheses, their weights scaled up to the whole."""
    stride = max(left.size // most, 1) | 1  # odd: neighbours are mirror images, and every fourth would be alike
    chosen = slice(None, None, stride)
    return (
        np.ascontiguousarray(effort.x_m[chosen]),
        np.ascontiguousarray(effort.y_m[chosen]),
        left[chosen] * (left.size / left[chosen].size),
        np.ascontiguousarray(group[chosen]),
        effort.effort_m2,
        LATERAL_RANGES[effort.law].law,
    )


def allocate(
    efforts: Sequence[Effort],
    weight: Floats,
    group: NDArray[np.int64],
    collide: NDArray[np.bool_],
    *,
    known: Floats | None = None,
) -> Floats:
    """Return one rectangle for each sortie, shape (sorties, 5), that together find the most.

    Parameters
    ----------
    weight, group
        Shape (hypotheses,): probability and group of each.
    collide
        Shape (sorties, sorties), symmetric: which of them must not overlap.
    known
        Rectangles to improve on, such as the manual ones; what is returned is at least as good.
    """
    blocks = blocks_of(collide)
    blocks.sort(key=lambda block: (-sum(float(efforts[each].effort_m2.max()) for each in block), block))
    placed = np.zeros((len(efforts), 5))
    missed = np.ones((len(efforts), weight.size))
    _turn(blocks, efforts, weight, group, placed, missed, fresh=False)
    best = _improved(blocks, efforts, weight, group, placed, missed)
    if known is None:
        return best[0]
    start = np.array(known, dtype=np.float64)
    missed = np.array([_missed(effort, each, group) for effort, each in zip(efforts, start, strict=True)])
    other = _improved(blocks, efforts, weight, group, start, missed)
    return best[0] if best[1] >= other[1] else other[0]


def _improved(
    blocks: Sequence[Sequence[int]],
    efforts: Sequence[Effort],
    weight: Floats,
    group: NDArray[np.int64],
    placed: Floats,
    missed: Floats,
) -> tuple[Floats, float]:
    """Return rectangles improved in turn until nothing gains, and their POS."""
    pos = _pos(weight, missed)
    for turn in range(_TURNS):
        _turn(blocks, efforts, weight, group, placed, missed, fresh=turn == 0)
        before, pos = pos, _pos(weight, missed)
        if pos - before < _ENOUGH or (len(blocks) == 1 and len(blocks[0]) == 1):
            break
    return placed, pos


def _pos(weight: Floats, missed: Floats) -> float:
    return float((weight * (1 - missed.prod(axis=0))).sum())


def _turn(
    blocks: Sequence[Sequence[int]],
    efforts: Sequence[Effort],
    weight: Floats,
    group: NDArray[np.int64],
    placed: Floats,
    missed: Floats,
    *,
    fresh: bool,
) -> None:
    """Improve each block once against what the others leave; `placed` and `missed` are this module's own to change.

    `fresh`: a sortie that is a block of its own is also looked for everywhere again.
    """
    for block in blocks:
        others = np.delete(np.arange(len(efforts)), block)
        left = weight * missed[others].prod(axis=0)
        ours = [efforts[each] for each in block]
        tried = _moved(ours, left, group, placed[block]) if placed[block].any() else None
        if tried is None or (fresh and len(block) == 1):
            new = _placed(ours, left, group)
            if tried is None or _found(ours, left, group, new) > _found(ours, left, group, tried):
                tried = new
        if not placed[block].any() or _found(ours, left, group, tried) >= _found(ours, left, group, placed[block]):
            placed[block] = tried
        for each in block:
            missed[each] = _missed(efforts[each], placed[each], group)


def blocks_of(collide: NDArray[np.bool_]) -> list[list[int]]:
    """Return the sorties in groups within which they could collide, directly or through others."""
    left, blocks = set(range(len(collide))), []
    while left:
        block, ahead = set(), {min(left)}
        while ahead:
            each = ahead.pop()
            block.add(each)
            ahead |= {other for other in left - block if collide[each, other]}
        left -= block
        blocks.append(sorted(block))
    return blocks


def _inside(effort: Effort, rectangle: Floats) -> NDArray[np.bool_]:
    c, s = np.cos(rectangle[ANGLE]), np.sin(rectangle[ANGLE])
    dx, dy = effort.x_m - rectangle[0], effort.y_m - rectangle[1]
    inside: NDArray[np.bool_] = (np.abs(dx * c + dy * s) <= rectangle[LENGTH] / 2) & (
        np.abs(dy * c - dx * s) <= rectangle[WIDTH] / 2
    )
    return inside


def _missed(effort: Effort, rectangle: Floats, group: NDArray[np.int64]) -> Floats:
    """Return the chance that each hypothesis is not found by a rectangle searched evenly."""
    pod = DETECTION_LAWS[effort.law].pod(effort.effort_m2 / (rectangle[LENGTH] * rectangle[WIDTH]))
    return 1.0 - np.where(_inside(effort, rectangle), pod[group], 0.0)


def _found(efforts: Sequence[Effort], left: Floats, group: NDArray[np.int64], rectangles: Floats) -> float:
    missed = [_missed(effort, each, group) for effort, each in zip(efforts, rectangles, strict=True)]
    return _pos(left, np.array(missed))


def _placed(efforts: Sequence[Effort], left: Floats, group: NDArray[np.int64]) -> Floats:
    """Return fresh rectangles of one block: looked for everywhere."""
    if len(efforts) == 1:
        return _best_of(efforts[0], left, group, np.zeros((0, 5)))[None]
    together = Effort(
        efforts[0].x_m, efforts[0].y_m, np.sum([each.effort_m2 for each in efforts], axis=0), efforts[0].law
    )
    whole = _best_of(together, left, group, np.zeros((0, 5)))
    shares = [float(each.effort_m2.max()) for each in efforts]
    ways = [_best_strips(efforts, left, group, whole, shares, lengthwise=lengthwise) for lengthwise in (True, False)]
    ways.append(_greedy(efforts, left, group))
    return max(ways, key=lambda way: _found(efforts, left, group, way))


def _greedy(efforts: Sequence[Effort], left: Floats, group: NDArray[np.int64]) -> Floats:
    """Return rectangles placed one after the other, the greatest effort first."""
    placed = np.zeros((0, 5))
    order = sorted(range(len(efforts)), key=lambda each: -float(efforts[each].effort_m2.max()))
    for each in order:
        missed = [_missed(efforts[order[k]], row, group) for k, row in enumerate(placed)]
        remains = left * np.prod(missed, axis=0) if missed else left
        placed = np.vstack([placed, _best_of(efforts[each], remains, group, placed)])
    return placed[np.argsort(order)]


def _best_of(effort: Effort, left: Floats, group: NDArray[np.int64], others: Floats) -> Floats:
    """Return the best rectangle that is free of others: of the best few angles, each moved to its best."""
    from comity.rescue.rectangle_kernel import moved_to_best, scan

    few = _looked(effort, left, group, _SCANNED)
    window = _window(few[0], few[1], few[2])
    found = scan(np.arange(_ANGLES) * np.pi / 2 / _ANGLES, window, *few, others)
    starts = found[np.argsort(-found[:, 5], kind="stable")[:_STARTS]]
    if starts[0, 5] <= 0.0:  # nothing free holds anything: beside the rest, small
        return _beside(window, others)
    moved = [moved_to_best(start[:5].copy(), *few, others) for start in starts if start[5] > 0]
    best = max(moved, key=lambda each: float(each[5]))
    return np.asarray(best[:5], dtype=np.float64)


def _beside(window: Floats, others: Floats) -> Floats:
    side = window[2] / 48
    return np.array([window[0], max((float(o[1] + o[LENGTH] + o[WIDTH]) for o in others), default=0.0), side, side, 0])


def _window(x_m: Floats, y_m: Floats, weight: Floats) -> Floats:
    """Return the centre and half side of the square that holds all but a little of the probability."""
    bounds = []
    for values in (x_m, y_m):
        order = np.argsort(values)
        order = order[values[order] < AWAY_M / 2]
        share = np.cumsum(weight[order])
        low = values[order[np.searchsorted(share, _ROOM * share[-1])]]
        high = values[order[min(np.searchsorted(share, (1 - _ROOM) * share[-1]), order.size - 1)]]
        bounds.append((low, high))
    half = max(max(high - low for low, high in bounds) / 2, 1.0)
    return np.array([sum(bounds[0]) / 2, sum(bounds[1]) / 2, half * 1.02])


def _moved(efforts: Sequence[Effort], left: Floats, group: NDArray[np.int64], placed: Floats) -> Floats:
    """Return a block's rectangles, each moved to its best beside the others."""
    from comity.rescue.rectangle_kernel import moved_to_best

    rectangles = placed.copy()
    for each, effort in enumerate(efforts):
        others = np.delete(rectangles, each, axis=0)
        many = _looked(effort, left, group, 2 * _SCANNED)
        rectangles[each] = moved_to_best(rectangles[each].copy(), *many, others)[:5]
    return rectangles


def _best_strips(
    efforts: Sequence[Effort],
    left: Floats,
    group: NDArray[np.int64],
    whole: Floats,
    shares: Sequence[float],
    *,
    lengthwise: bool,
) -> Floats:
    """Return strips side by side, their cuts, lengths and places moved together while that gains."""
    from comity.rescue.rectangle_kernel import gain

    looked = [_looked(effort, left, group, _SCANNED) for effort in efforts]
    first = strips(whole, shares, lengthwise=lengthwise)
    across = WIDTH if lengthwise else LENGTH
    along = LENGTH if lengthwise else WIDTH

    def rectangles(numbers: Floats) -> Floats:
        share = first[:, across] * np.exp(numbers[5 : 5 + len(efforts)])
        parts = strips(whole, share.tolist(), lengthwise=lengthwise)
        return _turned(parts, whole, numbers, along, across)

    def value(numbers: Floats) -> float:
        return float(sum(gain(row, *each) for row, each in zip(rectangles(numbers), looked, strict=True)))

    return rectangles(_compass(np.zeros(5 + 3 * len(efforts)), value))


def _turned(parts: Floats, whole: Floats, numbers: Floats, along: int, across: int) -> Floats:
    """Return strips moved as one (place, turn, size), and each by itself along the cuts (place, length).

    `numbers` holds east and north over the size of the whole, the turn, ln of both sides; then for each strip ln of its
    share, its shift over its length, ln of its length.
    """
    count = len(parts)
    shift, stretch = numbers[5 + count : 5 + 2 * count], numbers[5 + 2 * count :]
    c, s = np.cos(whole[ANGLE]), np.sin(whole[ANGLE])
    axis = np.array([c, s]) if along == LENGTH else np.array([-s, c])
    normal = np.array([-s, c]) if along == LENGTH else np.array([c, s])
    offset = parts[:, :2] - whole[:2]
    placed = parts.copy()
    sides = np.exp(numbers[3:5])
    away = (offset @ normal) * sides[1]
    placed[:, :2] = np.outer(away, normal) + np.outer(shift * parts[:, along], axis)
    turn = np.array([[np.cos(numbers[2]), np.sin(numbers[2])], [-np.sin(numbers[2]), np.cos(numbers[2])]])
    placed[:, :2] = whole[:2] + placed[:, :2] @ turn + numbers[:2] * np.sqrt(whole[LENGTH] * whole[WIDTH])
    placed[:, along] *= sides[0] * np.exp(stretch)
    placed[:, across] *= sides[1]
    placed[:, ANGLE] += numbers[2]
    return placed


def _compass(start: Floats, value: Callable[[Floats], float]) -> Floats:
    """Return numbers moved one by one, both ways, while that gains; the step is halved once nothing does."""
    best, reached, step = start, value(start), _FIRST_STEP
    for _ in range(_STEPS):
        gained = False
        for part in range(start.size):
            for way in (step, -step):
                tried = best.copy()
                tried[part] += way
                found = value(tried)
                if found > reached:
                    best, reached, gained = tried, found, True
                    break
        step = step if gained else step / 2
    return best


def overlapping(rectangles: Floats) -> NDArray[np.bool_]:
    """Return which rectangles overlap which others, shape (rectangles, rectangles)."""
    found = np.zeros((len(rectangles), len(rectangles)), dtype=np.bool_)
    for one in range(len(rectangles)):
        for other in range(one):
            found[one, other] = found[other, one] = overlap(rectangles[one], rectangles[other])
    return found


def compile_allocation() -> None:
    """Compile the search for rectangles into its cache at set-up, so that no officer waits for it."""
    x_m = np.linspace(0.0, 1000.0, 8)
    effort = Effort(x_m, x_m**2 / 1000.0, np.array([1e5]), "exponential")
    apart = ~np.eye(2, dtype=np.bool_)
    allocate([effort, effort], np.full(8, 1 / 8), np.zeros(8, dtype=np.int64), apart)
