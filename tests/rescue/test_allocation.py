"""One rectangle for each sortie, near the best possible. Authority: Koopman's circular normal in the shared table."""

import csv

import numpy as np
import pytest
from numpy.typing import NDArray

from comity.ground import Floats
from comity.rescue import static_bound
from comity.rescue.allocation import Effort, allocate, overlapping
from comity.rescue.rectangles import corners, overlap, strips
from tests.shared_data import SHARED, needs_shared

SD_M = 10_000.0
COUNT = 40_000


def cloud_m(kind: str = "normal") -> tuple[Floats, Floats]:
    chance = np.random.default_rng(11)
    x_m, y_m = chance.normal(0, SD_M, COUNT), chance.normal(0, SD_M, COUNT)
    if kind == "lobes":
        side = np.where(np.arange(COUNT) % 5 < 2, -1.0, 1.0)
        return 0.6 * x_m + 12_000 * side, 0.9 * y_m + 4000 * side
    return (2 * x_m, 0.5 * y_m) if kind == "long" else (x_m, y_m)


def found_m(shares: list[float], effort_m2: float, kind: str = "normal", collide: bool = False) -> tuple[Floats, float]:
    """Rectangles for shares of an effort on a cloud, and their POS over the bound of its map."""
    x_m, y_m = cloud_m(kind)
    efforts = [Effort(x_m, y_m, np.array([effort_m2 * share]), "exponential") for share in shares]
    apart: NDArray[np.bool_] = collide & ~np.eye(len(shares), dtype=np.bool_)
    weight = np.full(COUNT, 1 / COUNT)
    placed = allocate(efforts, weight, np.zeros(COUNT, dtype=np.int64), apart)
    missed = np.ones(COUNT)
    for rectangle, effort in zip(placed, efforts, strict=True):
        pod = 1 - np.exp(-effort.effort_m2[0] / (rectangle[2] * rectangle[3]))
        missed *= 1 - pod * inside(rectangle, x_m, y_m)
    cell_m = float(np.sqrt(np.std(x_m) * np.std(y_m))) * COUNT ** (-1 / 6)
    cell = np.floor(x_m / cell_m) * 1000 + np.floor(y_m / cell_m)
    poc = np.unique(cell, return_counts=True)[1] / COUNT
    return placed, float(1 - missed.mean()) / static_bound(poc, np.array(cell_m**2), effort_m2).pos


def inside(rectangle: Floats, x_m: Floats, y_m: Floats) -> NDArray[np.bool_]:
    c, s = np.cos(rectangle[4]), np.sin(rectangle[4])
    dx, dy = x_m - rectangle[0], y_m - rectangle[1]
    both: NDArray[np.bool_] = (np.abs(dx * c + dy * s) <= rectangle[2] / 2) & (
        np.abs(dy * c - dx * s) <= rectangle[3] / 2
    )
    return both


@needs_shared
@pytest.mark.parametrize("row", range(0, 12, 3))
def test_one_rectangle_finds_what_the_best_square_of_the_table_does(row: int) -> None:
    from scipy.special import ndtr

    table = list(csv.DictReader((SHARED / "rescue" / "koopman_circular_normal_benchmark.csv").read_text().splitlines()))
    effort = float(table[row]["effort_over_pi_sigma2"]) * np.pi
    placed, _ = found_m([1.0], effort * SD_M**2)
    east, north, length, width, angle = placed[0] / np.array([SD_M, SD_M, SD_M, SD_M, 1.0])
    along, across = east * np.cos(angle) + north * np.sin(angle), north * np.cos(angle) - east * np.sin(angle)
    held = (ndtr(along + length / 2) - ndtr(along - length / 2)) * (ndtr(across + width / 2) - ndtr(across - width / 2))
    exact = held * (1 - np.exp(-effort / (length * width)))
    best = float(table[row]["pos_best_single_square"])
    assert 0.98 * best <= exact <= best * 1.001


@pytest.mark.parametrize("kind", ["normal", "long", "lobes"])
@pytest.mark.parametrize("collide", [False, True], ids=["apart in height", "at one height"])
def test_three_rectangles_come_near_the_bound_and_keep_apart_where_they_must(kind: str, collide: bool) -> None:
    placed, share = found_m([0.5, 0.3, 0.2], 2 * np.pi * SD_M**2, kind, collide)
    assert share >= (0.92 if kind == "lobes" and collide else 0.95)
    assert share <= 1.0
    assert overlapping(placed).any() != collide


def test_a_rectangle_that_is_already_known_is_never_made_worse() -> None:
    x_m, y_m = cloud_m("lobes")
    effort = Effort(x_m, y_m, np.array([4e8]), "exponential")
    weight, group = np.full(COUNT, 1 / COUNT), np.zeros(COUNT, dtype=np.int64)
    known = np.array([[12_000.0, 4000.0, 20_000.0, 20_000.0, 0.3]])
    placed = allocate([effort], weight, group, np.zeros((1, 1), dtype=np.bool_), known=known)

    def pos(rectangle: Floats) -> float:
        return float(inside(rectangle, x_m, y_m).mean() * (1 - np.exp(-4e8 / (rectangle[2] * rectangle[3]))))

    assert pos(placed[0]) >= pos(known[0])


def test_the_same_efforts_give_the_same_rectangles_to_the_last_bit() -> None:
    first, second = (found_m([0.6, 0.4], 4e8, "lobes", True)[0] for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_what_cannot_be_found_draws_no_rectangle() -> None:
    x_m, y_m = cloud_m("lobes")
    left = np.where(x_m < 0, 1.0, 0.0)
    effort = Effort(x_m, y_m, np.array([4e8]), "exponential")
    placed = allocate([effort], left / left.sum(), np.zeros(COUNT, dtype=np.int64), np.zeros((1, 1), dtype=np.bool_))
    assert placed[0][0] < -5000


def test_strips_cover_their_rectangle_and_nothing_twice() -> None:
    whole = np.array([100.0, -50.0, 600.0, 300.0, 0.4])
    for lengthwise in (True, False):
        parts = strips(whole, [0.5, 0.3, 0.2], lengthwise=lengthwise)
        assert (parts[:, 2] * parts[:, 3]).sum() == pytest.approx(600.0 * 300.0)
        assert not overlapping(parts).any()
        assert all(overlap(whole, part) for part in parts)
        centre = (parts[:, :2] * (parts[:, 2] * parts[:, 3])[:, None]).sum(axis=0) / (600.0 * 300.0)
        np.testing.assert_allclose(centre, whole[:2])


def test_corners_go_anticlockwise() -> None:
    corner = corners(np.array([0.0, 0.0, 4.0, 2.0, 0.0]))
    np.testing.assert_allclose(corner, [[-2, -1], [2, -1], [2, 1], [-2, 1]])
