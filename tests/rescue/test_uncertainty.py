"""Errors of current and wind spread a cloud as they should. Authority: the exact displacement of an OU process.

Of an Ornstein-Uhlenbeck velocity with spread σ and memory T the displacement in t has the variance
2σ²T²(t/T − 1 + exp(−t/T)) (G. I. Taylor, Proc. London Math. Soc. 20, 1922): σ²t² where T is long, 2σ²Tt where it is
short.
"""

from dataclasses import replace

import numpy as np
import pytest

from comity.ground import Floats
from comity.rescue import MEASURED, Cloud, LeewayLine, Uncertainty, VectorField, drift
from tests.rescue.seas import HOUR_MS, STILL_OBJECT, case_with, even, offsets_m, without_spread

CALM, STILL = even("wind", 0.0, 0.0), even("current", 0.0, 0.0)
BUOY = without_spread(STILL_OBJECT)
NO_LINE = LeewayLine(0.0, 0.0, 0.0)
HOUR_S = 3600.0


def wrong(
    current_m_s: float = 0.0, memory_s: float = 11 * HOUR_S, *, relative: float = 0.0, wind_m_s: float = 0.0
) -> Uncertainty:
    return Uncertainty(current_m_s, relative, memory_s, wind_m_s, memory_s, "made for a test")


def adrift(uncertainty: Uncertainty, current: VectorField = STILL, wind: VectorField = CALM, **run: object) -> Cloud:
    settings = {
        "hours": 24.0,
        "particles": 40_000,
        "step_s": 1800,
        "scheme": "euler",
        "uncertainty": uncertainty,
        **run,
    }
    return drift(case_with(BUOY, **settings), current, wind, None)  # type: ignore[arg-type]


def due_variance_m2(spread_m_s: float, memory_s: float, seconds: Floats) -> Floats:
    x = seconds / memory_s
    return np.asarray(2 * (spread_m_s * memory_s) ** 2 * (x + np.expm1(-x)))


@pytest.mark.parametrize("memory_s", [60.0, HOUR_S, 11 * HOUR_S, 1e8], ids=["white", "an hour", "measured", "constant"])
def test_errors_of_the_current_spread_a_cloud_as_the_exact_process_does(memory_s: float) -> None:
    cloud = adrift(wrong(0.3, memory_s), step_s=3600, hours=24.5)
    for at in (1, 6, 12, 24, 25):
        seconds = (cloud.time_ms[at] - cloud.time_ms[0]) / 1000
        for offset_m in offsets_m(cloud, at):
            assert offset_m.mean() == pytest.approx(0.0, abs=4 * offset_m.std() / 140)
            # 20,000 pairs of mirror images: a variance is known to 1 %
            assert offset_m.var() == pytest.approx(due_variance_m2(0.3, memory_s, seconds), rel=0.045)


def test_the_first_hours_are_like_the_last_and_east_knows_nothing_of_north() -> None:
    cloud = adrift(wrong(0.3))
    (east_1, north_1), (east_2, north_2) = (np.array(offsets_m(cloud, at)) for at in (12, 24))
    for first, second in ((east_1, east_2 - east_1), (north_1, north_2 - north_1)):
        assert second.var() == pytest.approx(first.var(), rel=0.04)
    # of two neighbouring intervals t the covariance is σ²T²(1 − exp(−t/T))²
    due_m2 = (0.3 * 11 * HOUR_S) ** 2 * np.expm1(-12 / 11) ** 2
    assert np.cov(east_1, east_2 - east_1)[0, 1] == pytest.approx(due_m2, rel=0.06)
    assert abs(np.corrcoef(east_2, north_2)[0, 1]) < 0.02


def test_the_measured_figures_spread_a_cloud_by_fifteen_kilometres_in_a_day() -> None:
    """The reference: roughly 15 to 20 km in 24 h at 0.31 m/s and a memory of half a day."""
    cloud = adrift(wrong(0.31, MEASURED.current_memory_s))
    assert 15_000 < offsets_m(cloud)[0].std() < 20_000


def test_an_error_of_the_wind_works_through_the_leeway() -> None:
    sail = replace(BUOY, downwind=LeewayLine(0.04, 0.0, 0.0), right=NO_LINE, left=NO_LINE)
    case = case_with(sail, hours=24, particles=40_000, uncertainty=wrong(wind_m_s=2.0))
    east_m, north_m = offsets_m(drift(case, STILL, even("wind", 0.0, 10.0), None))
    due_m2 = due_variance_m2(0.04 * 2.0, 11 * HOUR_S, np.array(86_400.0))
    assert north_m.var() == pytest.approx(due_m2, rel=0.05)
    assert east_m.var() == pytest.approx(due_m2, rel=0.05)
    assert north_m.mean() == pytest.approx(0.4 * 86_400, rel=0.01)


def test_a_relative_error_is_a_share_of_the_current_s_own_strength_and_the_least_holds_where_that_is_more() -> None:
    current = even("current", 0.4, 0.0)  # 0.4/√2 on the mean of both components
    share = adrift(wrong(0.05, relative=1.05, memory_s=1e8), current)
    assert offsets_m(share)[0].std() == pytest.approx(1.05 * 0.4 / 2**0.5 * 86_400, rel=0.02)
    least = adrift(wrong(0.5, relative=1.05, memory_s=1e8), current)
    assert offsets_m(least)[1].std() == pytest.approx(0.5 * 86_400, rel=0.02)


def test_a_hypothesis_has_the_same_errors_whoever_its_fellows_are() -> None:
    few, many = (adrift(MEASURED, even("current", 0.2, 0.1), particles=number) for number in (700, 5000))
    assert few.lon_deg == pytest.approx(many.lon_deg[:700], abs=1e-5)
    again = adrift(MEASURED, even("current", 0.2, 0.1), particles=700)
    assert np.array_equal(few.lon_deg, again.lon_deg)


def test_without_uncertainty_nothing_is_added() -> None:
    case = case_with(BUOY, particles=100)
    assert case.run.uncertainty is None
    cloud = drift(case, STILL, CALM, None)
    assert np.ptp(cloud.lon_deg[:, -1]) == 0.0
    assert cloud.time_ms[-1] == 24 * HOUR_MS
