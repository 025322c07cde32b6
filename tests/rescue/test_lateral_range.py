"""Lateral range curves and POD against coverage. Authority: Koopman's integrals; AMSA's two printed points; a table."""

import csv

import numpy as np
import pytest
from scipy.integrate import quad

from comity.ground import InvalidInput
from comity.rescue import LATERAL_RANGES, POD_OF_COVERAGE, lateral_curve
from tests.shared_data import SHARED, needs_shared

WIDTH_M = 1852.0
TABLE = SHARED / "rescue" / "pod_vs_coverage.csv"


def area_m(law: str) -> float:
    def chance(offset_m: float) -> float:
        return float(LATERAL_RANGES[law].chance(offset_m, WIDTH_M))

    near, far = (quad(chance, low, high, limit=200)[0] for low, high in ((1e-3, WIDTH_M / 2), (WIDTH_M / 2, np.inf)))
    return 2 * float(near + far)


@pytest.mark.parametrize("law", ["definite", "inverse_cube"])
def test_the_sweep_width_is_the_area_under_the_curve(law):
    assert area_m(law) == pytest.approx(WIDTH_M, rel=1e-5)


def test_the_effort_of_an_exponential_pass_is_its_sweep_width_and_one_pass_alone_detects_less():
    def effort(offset_m: float) -> float:
        return float(-np.log1p(-LATERAL_RANGES["exponential"].chance(offset_m, WIDTH_M)))

    assert 2 * quad(effort, 0, 8 * WIDTH_M)[0] == pytest.approx(WIDTH_M, rel=1e-9)
    assert area_m("exponential") == pytest.approx(0.874 * WIDTH_M, abs=0.001 * WIDTH_M)


def test_the_printed_points_of_the_ideal_curve():
    assert POD_OF_COVERAGE["inverse_cube"]([0.5, 1.0]) == pytest.approx([0.47, 0.78], abs=0.011)  # AMSA: 47 %, 78 %
    assert POD_OF_COVERAGE["inverse_cube"]([0.5, 1.0]) == pytest.approx([0.4691, 0.7899], abs=5e-5)


@needs_shared
def test_pod_against_coverage_is_the_table_s():
    with TABLE.open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 61
    columns = {
        "definite": "pod_definite_range",
        "inverse_cube": "pod_inverse_cube_ideal_parallel",
        "exponential": "pod_exponential_random",
    }
    for law, column in columns.items():
        printed = [float(row[column]) for row in rows]
        assert POD_OF_COVERAGE[law]([float(row["coverage"]) for row in rows]) == pytest.approx(printed, abs=5.1e-5)


def test_the_laws_have_one_name_in_both_tables():
    assert set(LATERAL_RANGES) == set(POD_OF_COVERAGE)


def test_a_curve_of_one_s_own_is_scaled_to_its_sweep_width():
    curve = lateral_curve([0, 500, 1500], [1.0, 0.5, 0.0], 1240)
    assert 2 * np.trapezoid(curve.chance, curve.offset) == pytest.approx(1.0)


def test_a_curve_that_is_not_its_sweep_width_is_refused():
    with pytest.raises(InvalidInput, match=r"encloses 1250 m, and the sweep width is 1000 m"):
        lateral_curve([0, 500, 1500], [1.0, 0.5, 0.0], 1000)


@pytest.mark.parametrize(
    ("offset_m", "chance"),
    [
        ([100, 500], [1.0, 0.0]),
        ([0, 500, 400], [1.0, 0.5, 0.0]),
        ([0, 500], [1.1, 0.0]),
        ([0, 500], [1.0, 0.2]),
        ([0], [0.0]),
        ([0, 500], [float("nan"), 0.0]),
    ],
)
def test_points_that_are_no_curve_are_refused(offset_m, chance):
    with pytest.raises(InvalidInput, match="no lateral range curve"):
        lateral_curve(offset_m, chance, 500)
