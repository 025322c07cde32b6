"""Survival in the water. Authority: the printed chart; the two formulas at values calculated by hand."""

import csv
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import InvalidInput
from comity.rescue import (
    SURVIVAL_MODELS,
    USSARTF_H,
    own_survival_curve,
    survival_at,
    survival_by_hypothesis,
    survival_curve,
    survival_reading_word,
)
from tests.house.sources import LANGUAGES, ROOT
from tests.rescue.seas import HOUR_MS
from tests.rescue.test_detection import cloud_at
from tests.shared_data import SHARED, needs_shared

HOUR_S = 3600.0


@needs_shared
def test_the_chart_is_the_printed_one():
    with (SHARED / "rescue" / "survival_cold_water.csv").open() as file:
        rows = [row for row in csv.DictReader(file) if row["water_temp_to"]]
    printed = tuple(
        (float(row["water_temp_to"]), float(row["survival_h_from"]), float(row["survival_h_to"] or "nan"))
        for row in rows
    )
    ours = tuple((top, low, float("nan") if high is None else high) for top, low, high in USSARTF_H)
    assert np.array_equal(np.array(printed), np.array(ours), equal_nan=True)


def test_the_chart_s_first_time_is_sure_and_its_second_the_end():
    curve = survival_curve("ussartf", 12.0)  # 53.6 °F: 1 to 6 hours
    assert survival_at(curve, np.array([0, 1, 3.5, 6, 9]) * HOUR_S) == pytest.approx([1, 1, 0.5, 0, 0])
    assert survival_at(survival_curve("ussartf", 26.0), 100 * HOUR_S) == 1  # indefinite


def test_the_formulas_at_values_by_hand():
    hayward = survival_curve("hayward", 10.0)
    half_s = (15 + 7.2 / 0.0445) * 60
    assert survival_at(hayward, half_s) == pytest.approx(0.5)
    xu = survival_curve("xu_giesbrecht", 10.0)
    assert survival_at(xu, 11.8784 * HOUR_S) == pytest.approx(0.0, abs=1e-9)
    assert not hayward.is_verified
    assert not xu.is_verified


@pytest.mark.parametrize("model", SURVIVAL_MODELS)
@given(water_c=st.floats(-2, 20), hours=st.floats(0, 100))
def test_nobody_comes_back_and_warmer_water_is_never_worse(model, water_c, hours):
    colder, warmer = survival_curve(model, water_c), survival_curve(model, min(water_c + 2, 20))
    at, later = survival_at(colder, [hours * HOUR_S, (hours + 1) * HOUR_S])
    assert 0 <= later <= at <= 1
    assert survival_at(warmer, hours * HOUR_S) >= at - 0.02  # the chart's fourth band starts as its third does


def test_only_persons_in_the_water_count_and_from_when_they_are_in_it():
    cloud = cloud_at(np.zeros(3), np.zeros(3), objects=np.array([0, 0, 1]), hours=8)
    cloud.lon_deg[1, :3] = np.nan  # enters the water three hours later
    share = survival_by_hypothesis(cloud, survival_curve("ussartf", 12.0), 6 * HOUR_MS, [True, False])
    assert share == pytest.approx([0.0, 0.6, 1.0])


def test_the_time_in_the_water_of_who_left_a_raft_counts_from_then():
    cloud = cloud_at(np.zeros(2), np.zeros(2), hours=8)
    objects = np.ones((2, 9), dtype=np.int16)
    objects[0, 3:] = 0
    left = replace(cloud, object_at=objects)
    share = survival_by_hypothesis(left, survival_curve("ussartf", 12.0), 6 * HOUR_MS, [True, False])
    assert share == pytest.approx([0.6, 1.0])


def test_a_curve_of_one_s_own_needs_its_points_in_order_and_a_source():
    curve = own_survival_curve([0, 3600, 7200], [1, 0.8, 0.1], "advice of the doctor on duty")
    assert survival_at(curve, 5400) == pytest.approx(0.45)
    for times, shares, source in (
        ([0, 1], [1, 1.5], "x"),
        ([1, 2], [1, 0], "x"),
        ([0, 1], [1, 0], " "),
        ([0], [1], "x"),
    ):
        with pytest.raises(InvalidInput, match="no survival curve"):
            own_survival_curve(times, shares, source)


@pytest.mark.parametrize(
    ("model", "water_c", "words"),
    [
        ("guess", 10, "no survival model 'guess'"),
        ("hayward", 23.1, "may be asked from -2 to 20 °C"),
        ("xu_giesbrecht", 30, "The water has 30 °C"),
        ("ussartf", float("nan"), "The water has nan °C"),
    ],
)
def test_what_no_model_says_is_refused(model, water_c, words):
    with pytest.raises(InvalidInput, match=words):
        survival_curve(model, water_c)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_model_says_how_it_is_read(language):
    catalogue = (ROOT / "locale" / f"{language}.ftl").read_text("utf-8")
    assert all(f"\n{survival_reading_word(model)} = " in catalogue for model in SURVIVAL_MODELS)
