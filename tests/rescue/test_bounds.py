"""No plan finds more than its bound. Authorities: Koopman's circular normal in closed form and in the shared table.

The gap of the moving bound is the one of S. S. Brown's iteration on a cloud as a life raft leaves it.
"""

import csv
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import Floats
from comity.rescue import DETECTION_LAWS, Efforts, moving_bound, static_bound
from tests.shared_data import SHARED, needs_shared

KOOPMAN = SHARED / "rescue" / "koopman_circular_normal_benchmark.csv"
HALF_SIDE, CELLS_ACROSS = 6.0, 600


def circular_normal() -> tuple[Floats, float]:
    """The probability of square cells under a circular normal of standard deviation 1, and the area of a cell."""
    from scipy.special import ndtr

    share = np.diff(ndtr(np.linspace(-HALF_SIDE, HALF_SIDE, CELLS_ACROSS + 1)))
    return np.outer(share, share).ravel(), (2 * HALF_SIDE / CELLS_ACROSS) ** 2


@pytest.mark.parametrize("effort", [0.1, 1.0, 4.0, 16.0])
def test_the_circular_normal_is_found_as_in_closed_form(effort: float) -> None:
    poc, cell = circular_normal()
    h = np.sqrt(effort)
    assert static_bound(poc, np.array(cell), effort * np.pi).pos == pytest.approx(1 - (1 + h) * np.exp(-h), abs=1e-4)


@needs_shared
def test_the_circular_normal_is_found_as_in_the_table() -> None:
    poc, cell = circular_normal()
    for row in csv.DictReader(KOOPMAN.read_text("utf-8").splitlines()):
        bound = static_bound(poc, np.array(cell), float(row["effort_over_pi_sigma2"]) * np.pi)
        assert bound.pos == pytest.approx(float(row["pos_optimal_koopman"]), abs=1e-4)


def test_a_definite_range_fills_the_densest_cells_and_a_part_of_the_next() -> None:
    bound = static_bound(np.array([0.1, 0.6, 0.3]), np.array(2.0), 3.0, law="definite")
    assert bound.pos == pytest.approx(0.6 + 0.3 / 2)


@pytest.mark.parametrize("law", sorted(DETECTION_LAWS))
def test_an_effort_without_measure_finds_everything(law: str) -> None:
    bound = static_bound(np.array([0.5, 0.5 - 1e-12, 1e-12]), np.array([0.5, 1.0, 2.0]), 1e4, law=law)
    assert bound.pos == pytest.approx(1.0)


@given(
    law=st.sampled_from(sorted(DETECTION_LAWS)),
    weights=st.lists(st.floats(0.0, 1.0), min_size=2, max_size=8).filter(lambda each: sum(each) > 0.01),
    split=st.lists(st.floats(0.001, 1.0), min_size=8, max_size=8),
    effort=st.floats(0.01, 30.0),
)
def test_no_way_to_spend_the_effort_on_a_still_map_exceeds_the_bound(
    law: str, weights: list[float], split: list[float], effort: float
) -> None:
    poc = np.array(weights) / sum(weights)
    area = np.linspace(0.5, 2.0, poc.size)
    spent = effort * np.array(split[: poc.size]) / sum(split[: poc.size])
    bound = static_bound(poc, area, effort, law=law)
    assert float((poc * DETECTION_LAWS[law].pod(spent / area)).sum()) <= bound.pos + 1e-12
    assert float((area * bound.coverage).sum()) <= effort * (1 + 1e-9)
    assert float((poc * DETECTION_LAWS[law].pod(bound.coverage)).sum()) <= bound.pos + 1e-12


class Drifting(NamedTuple):
    efforts: Efforts
    weight: Floats


def raft_like(effort_m2: float, *, hypotheses: int = 30_000, shared: bool = True) -> Drifting:
    """Two lobes of 8 × 12 km that drift apart over six windows, in cells of 2 km."""
    chance = np.random.default_rng(3)
    side = np.where(np.arange(hypotheses) % 2, 7000.0, -7000.0)
    x_m, y_m = side + chance.normal(0, 8000, hypotheses), chance.normal(0, 12_000, hypotheses)
    u_m_s, v_m_s = chance.normal(0.3, 0.1, hypotheses) + side / 1e5, chance.normal(0.0, 0.1, hypotheses)
    windows = [7200.0 * each for each in range(6)]
    cell = np.array(
        [(np.floor((x_m + u_m_s * t) / 2000) + 50) * 120 + np.floor((y_m + v_m_s * t) / 2000) + 60 for t in windows]
    )
    share = None if shared else np.where(np.arange(hypotheses) % 3, 1.0, 0.3).astype(np.float32)[None].repeat(6, 0)
    efforts = Efforts(np.full(6, effort_m2), cell.astype(np.int32), 2000.0**2, share)
    return Drifting(efforts, np.full(hypotheses, 1 / hypotheses))


@pytest.mark.parametrize("effort_m2", [150e6, 500e6])
def test_the_moving_bound_is_met_within_three_thousandths_after_fifteen_iterations(effort_m2: float) -> None:
    found = moving_bound(*raft_like(effort_m2), iterations=15)
    assert found.iterations == 15
    assert 0 <= found.pos_bound - found.pos <= 0.003
    np.testing.assert_allclose(found.coverage.sum(axis=1) * 2000.0**2, effort_m2, rtol=1e-9)


def test_what_is_planned_for_all_windows_together_beats_each_window_for_itself() -> None:
    drifting = raft_like(500e6)
    first, last = (moving_bound(*drifting, iterations=iterations) for iterations in (1, 15))
    assert last.pos > first.pos + 0.002
    assert first.pos_bound >= last.pos, "the bound holds after any number of iterations"
    assert last.pos_bound <= first.pos_bound


@pytest.mark.parametrize("law", sorted(DETECTION_LAWS))
@pytest.mark.parametrize("shared", [True, False], ids=["one object", "two objects"])
def test_no_way_to_spend_the_effort_on_moving_hypotheses_exceeds_the_bound(law: str, shared: bool) -> None:
    drifting = raft_like(200e6, hypotheses=4000, shared=shared)
    bound = moving_bound(*drifting, law=law, iterations=6)
    chance = np.random.default_rng(5)
    cells = bound.coverage.shape[1]
    for sharpness in (0.0, 0.5, 1.0, 2.0):
        total = np.zeros(4000)
        for row, effort_m2 in enumerate(drifting.efforts.effort_m2):
            cell = drifting.efforts.cell[row]
            like = np.bincount(cell, minlength=cells) ** sharpness * chance.uniform(0.5, 1.0, cells)
            like[np.bincount(cell, minlength=cells) == 0] = 0.0
            coverage = like / like.sum() * effort_m2 / drifting.efforts.cell_m2
            total += coverage[cell] * (1.0 if drifting.efforts.share is None else drifting.efforts.share[row])
        assert float((drifting.weight * DETECTION_LAWS[law].pod(total)).sum()) <= bound.pos_bound + 1e-12
    assert bound.pos <= bound.pos_bound + 1e-12


def test_for_one_window_the_moving_bound_is_the_still_one() -> None:
    efforts, weight = raft_like(300e6)
    first = Efforts(efforts.effort_m2[:1], efforts.cell[:1], efforts.cell_m2)
    still = static_bound(np.bincount(first.cell[0], weights=weight).astype(np.float64), np.array(first.cell_m2), 300e6)
    assert moving_bound(first, weight, iterations=3).pos_bound == pytest.approx(still.pos, abs=1e-9)


def test_a_hypothesis_ashore_is_never_found() -> None:
    efforts, weight = raft_like(1e12)
    ashore = efforts.cell.copy()
    ashore[:, ::2] = -1
    found = moving_bound(Efforts(efforts.effort_m2, ashore, efforts.cell_m2), weight, iterations=2)
    assert found.pos_bound == pytest.approx(0.5, abs=1e-6)
