"""Contours enclose what lies above a threshold. Authority: shapely's union of every square, cut one by one."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import shapely
from scipy.ndimage import gaussian_filter

from comity.ground import Floats
from comity.rescue.contours import above


def by_union(values: Floats, threshold: float) -> Any:
    """The same region, square by square: slow, and plain to see."""
    pieces = [
        shapely.Polygon(ring)
        for i in range(values.shape[0] - 1)
        for j in range(values.shape[1] - 1)
        if len(ring := cut(values, i, j, threshold)) > 2
    ]
    return shapely.union_all(pieces)


def cut(values: Floats, i: int, j: int, threshold: float) -> Sequence[tuple[float, float]]:
    around = ((i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j))
    ring: list[tuple[float, float]] = []
    for here, there in zip(around, (*around[1:], around[0]), strict=True):
        if values[here] > threshold:
            ring.append((float(here[1]), float(here[0])))
        if (values[here] > threshold) != (values[there] > threshold):
            low, high = sorted((here, there))
            part = (threshold - values[low]) / (values[high] - values[low])
            ring.append((low[1] + part * (high[1] - low[1]), low[0] + part * (high[0] - low[0])))
    return ring


def hills(seed: int, shape: tuple[int, int], smoothing: float) -> Floats:
    return np.asarray(gaussian_filter(np.random.default_rng(seed).normal(size=shape), smoothing, mode="wrap"))


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("smoothing", [0.0, 1.5, 4.0])
def test_a_contour_encloses_what_the_union_of_all_squares_does(seed: int, smoothing: float) -> None:
    values = hills(seed, (23, 31), smoothing)
    threshold = float(np.quantile(values, 0.1 + 0.07 * seed))
    found, due = above(values, threshold), by_union(values, threshold)
    assert found.is_valid
    assert found.symmetric_difference(due).area < 1e-9 * values.size
    assert found.area == pytest.approx(due.area)


def test_a_ring_has_its_hole_and_an_island_in_it_stands_alone() -> None:
    y, x = np.mgrid[-20:21, -20:21]
    radius = np.hypot(x, y)
    found = above(np.where(radius < 18.0, np.cos(radius / 2.0), -1.0), 0.5)  # a disc, and a ring about it
    ring, disc = sorted(shapely.get_parts(found), key=lambda part: -float(part.area))
    assert len(ring.interiors) == 1
    assert len(disc.interiors) == 0
    assert disc.area == pytest.approx(np.pi * (2 * np.pi / 3) ** 2, rel=0.08)  # chords of a small disc


def test_nothing_high_is_nowhere_and_all_high_is_the_map() -> None:
    assert above(np.zeros((5, 6)), 1.0).is_empty
    assert above(np.ones((5, 6)), 0.5).area == pytest.approx(4 * 5)
