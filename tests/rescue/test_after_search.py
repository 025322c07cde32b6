"""A search that found nothing, and a clue, move the probability and lose none of it. Authority: Bayes' rule."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import InvalidInput
from comity.rescue import (
    STRANDED,
    Flown,
    FoundObject,
    Sighting,
    poc_after_search,
    pod_of_search,
    pos_so_far,
    search_plan,
    shares,
    weight_after_clue,
    weight_after_search,
)
from tests.rescue.search_cases import case_of_units, drifting_cloud, equal_weights, unit
from tests.rescue.seas import HOUR_MS, LAT_DEG, LON_DEG


@given(searched=st.integers(0, 11), pod=st.floats(0.01, 0.99))
def test_an_empty_search_makes_the_searched_cell_less_likely_and_the_others_more(searched: int, pod: float) -> None:
    before = np.full(12, 1 / 12)
    after = poc_after_search(before, np.where(np.arange(12) == searched, pod, 0.0))
    assert after[searched] < before[searched]
    assert (np.delete(after, searched) > np.delete(before, searched)).all()


@given(
    st.lists(st.tuples(st.floats(0.001, 1), st.floats(0, 0.999)), min_size=1, max_size=20),
    st.lists(st.floats(0, 0.999), min_size=20, max_size=20),
)
def test_probability_is_conserved_and_two_searches_are_one(
    cells: list[tuple[float, float]], again: list[float]
) -> None:
    poc, first = np.array(cells).T
    poc, second = poc / poc.sum(), np.array(again[: first.size])
    after = poc_after_search(poc_after_search(poc, first), second)
    assert after.sum() == pytest.approx(1.0)
    np.testing.assert_allclose(after, poc_after_search(poc, 1 - (1 - first) * (1 - second)), rtol=1e-9)
    pos = [float((poc * first).sum()), float((poc_after_search(poc, first) * second).sum())]
    assert pos_so_far(pos) == pytest.approx(float((poc * (1 - (1 - first) * (1 - second))).sum()))


def test_a_search_that_must_have_found_it_leaves_no_hypothesis() -> None:
    with pytest.raises(InvalidInput) as error:
        poc_after_search(np.array([0.5, 0.5, 0.0]), np.array([1.0, 1.0, 0.0]))
    assert error.value.code == "rescue.no_hypothesis_left"


def test_the_weights_after_a_planned_search_are_those_of_its_misses() -> None:
    cloud = drifting_cloud()
    plan = search_plan(case_of_units(unit(), unit("boat-1", "boat")), cloud).plan
    flown = [Flown(each.legs, each.sortie.sensor) for each in plan.best.sorties]
    weight, pos = weight_after_search(cloud, equal_weights(cloud), flown)
    assert pos == pytest.approx(plan.best.pos)
    assert weight.sum() == pytest.approx(1.0)
    np.testing.assert_allclose(weight, plan.best.missed / plan.best.missed.sum())


def test_what_lies_ashore_is_not_searched_from_the_sea() -> None:
    cloud = drifting_cloud(count=900)
    plan = search_plan(case_of_units(unit()), cloud).plan
    cloud.status[::3, 1:] = STRANDED
    pod = pod_of_search(cloud, [Flown(plan.best.sorties[0].legs, plan.best.sorties[0].sortie.sensor)])
    assert (pod[::3] == 0).all()
    assert pod[1::3].max() > 0.5


def test_the_next_plan_goes_where_the_first_did_not() -> None:
    cloud = drifting_cloud(lobes=0.5)
    case = case_of_units(unit(), unit("heli-2", hour=9.0))
    first = search_plan(case, cloud).plan.best.sorties[0]
    weight, _ = weight_after_search(cloud, equal_weights(cloud), [Flown(first.legs, first.sortie.sensor)])
    again = search_plan(case, cloud, weight=weight, after_ms=8 * HOUR_MS).plan
    blind = search_plan(case, cloud, after_ms=8 * HOUR_MS).plan
    assert again.best.pos > float((weight * (1 - blind.best.missed)).sum())


def sighting(**changed: float) -> Sighting:
    settings = {"lon_deg": LON_DEG, "lat_deg": LAT_DEG, "position_error_m": 2000.0, "reliability": 1.0}
    return Sighting(time_ms=0, **{**settings, **changed})


def test_a_sure_sighting_draws_the_probability_to_its_place() -> None:
    cloud = drifting_cloud(spread_m=6000.0)
    weight = weight_after_clue(cloud, equal_weights(cloud), sighting())
    east_m = (cloud.lon_deg[:, 0] - LON_DEG) * 88_800
    assert weight.sum() == pytest.approx(1.0)
    # The product of two normals: 1/σ² = 1/6000² + 1/2000².
    assert np.sqrt(float((weight * east_m**2).sum())) == pytest.approx(1897, rel=0.05)


def test_a_sighting_of_no_reliability_changes_nothing_and_a_doubtful_one_little() -> None:
    cloud = drifting_cloud(spread_m=6000.0)
    before = equal_weights(cloud)
    np.testing.assert_allclose(weight_after_clue(cloud, before, sighting(reliability=0.0)), before)
    moved = [np.abs(weight_after_clue(cloud, before, sighting(reliability=r)) - before).sum() for r in (0.2, 0.6, 1.0)]
    assert moved[0] < moved[1] < moved[2]


def test_a_thing_found_turns_the_scenarios() -> None:
    cloud = drifting_cloud()
    cloud.scenario_index[::2] = 1
    likelihood = np.where(cloud.scenario_index == 1, 3.0, 1.0)
    weight = weight_after_clue(cloud, equal_weights(cloud), FoundObject(likelihood, 1.0))
    np.testing.assert_allclose(shares(cloud.scenario_index, weight, 2), [0.25, 0.75])


def test_a_clue_that_fits_nothing_or_comes_at_no_time_of_the_drift_is_refused() -> None:
    cloud = drifting_cloud()
    before = equal_weights(cloud)
    for clue, code in (
        (sighting(lat_deg=60.0), "rescue.clue_fits_no_hypothesis"),
        (Sighting(LON_DEG, LAT_DEG, 99 * HOUR_MS, 2000.0, 1.0), "rescue.clue_outside_drift"),
        (FoundObject(np.ones(3), 1.0), "rescue.likelihood_does_not_fit"),
    ):
        with pytest.raises(InvalidInput) as error:
            weight_after_clue(cloud, before, clue)
        assert error.value.code == code
    doubtful = sighting(lat_deg=60.0, reliability=0.5)
    np.testing.assert_allclose(weight_after_clue(cloud, before, doubtful), before)
