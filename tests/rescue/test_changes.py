"""Objects that become others, capsize, or are drifted back. Authority: the times and speeds that a case names."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from comity.ground import Floats
from comity.rescue import (
    MEASURED,
    STRANDED,
    Becoming,
    Capsizing,
    Case,
    Cloud,
    DriftObject,
    LastKnownPosition,
    LeewayClass,
    drift,
    span_ms,
    wind_drift_class,
)
from tests.rescue.seas import HOUR_MS, LAT_DEG, LON_DEG, case_with, coast_east_of, even, offsets_m, vortex

CALM, STILL = even("wind", 0.0, 0.0), even("current", 0.0, 0.0)
TO_NORTH = even("wind", 0.0, 10.0)
BOAT, RAFT, PERSON = (wind_drift_class(share) for share in (0.05, 0.03, 0.01))


def of_objects(*objects: DriftObject, **run: Any) -> Case:
    case = case_with(*(each.leeway for each in objects), **run)
    return replace(case, objects=objects)


def speeds(cloud: Cloud) -> Floats:
    """Speeds north, hour by hour, in m/s."""
    north_m: Floats = np.diff([offsets_m(cloud, at)[1] for at in range(cloud.time_ms.size)], axis=0).T / 3600
    return north_m


def test_what_becomes_another_drifts_as_that_from_then_on() -> None:
    boat = DriftObject(BOAT, 1.0, Becoming(1, (3 * 3600.0, 3 * 3600.0), None))
    raft = DriftObject(RAFT, 0.0, Becoming(2, (4 * 3600.0, 4 * 3600.0), None))
    cloud = drift(of_objects(boat, raft, DriftObject(PERSON, 0.0), hours=10, particles=50), STILL, TO_NORTH, None)
    assert speeds(cloud)[0] == pytest.approx([0.5] * 3 + [0.3] * 4 + [0.1] * 3, rel=5e-3)
    assert np.ptp(speeds(cloud), axis=0).max() < 1e-3
    assert (cloud.object_index == 0).all()
    assert cloud.objects_at(2).tolist() == [0] * 50
    assert cloud.objects_at(5).tolist() == [1] * 50
    assert cloud.objects_at(-1).tolist() == [2] * 50


def test_a_rate_changes_the_share_that_it_should() -> None:
    boat = DriftObject(BOAT, 1.0, Becoming(1, None, 6 * 3600.0))
    cloud = drift(of_objects(boat, DriftObject(RAFT, 0.0), hours=12, particles=20_000), STILL, TO_NORTH, None)
    for hour in (1, 6, 12):  # a change in the last step of an hour is seen in the next
        assert (cloud.objects_at(hour) == 0).mean() == pytest.approx(np.exp(-(hour - 1 / 6) / 6), abs=0.01)
    even_chance = DriftObject(BOAT, 1.0, Becoming(1, (2 * 3600.0, 8 * 3600.0), None))
    cloud = drift(of_objects(even_chance, DriftObject(RAFT, 0.0), hours=9, particles=20_000), STILL, TO_NORTH, None)
    shares = [(cloud.objects_at(hour) == 1).mean() for hour in (2, 5, 9)]
    assert shares == pytest.approx([0.0, 0.5 - 1 / 36, 1.0], abs=0.01)


@pytest.mark.parametrize(("wind_m_s", "an_hour"), [(10.0, 0.0), (30.0, 0.5), (32.5, 0.731)])
def test_what_capsizes_in_a_strong_wind_keeps_a_part_of_its_leeway(wind_m_s: float, an_hour: float) -> None:
    boat = DriftObject(BOAT, 1.0, capsizing=Capsizing(30.0, 5.0, 0.4))
    run = of_objects(boat, hours=3, particles=20_000, step_s=300)
    cloud = drift(run, STILL, even("wind", 0.0, wind_m_s), None)
    upright = np.isclose(speeds(cloud)[:, 1], 0.05 * wind_m_s, rtol=5e-3)
    over = np.isclose(speeds(cloud)[:, 2], 0.4 * 0.05 * wind_m_s, rtol=5e-3)
    assert upright.mean() == pytest.approx((1 - an_hour) ** (2 - 1 / 12), abs=0.02)
    assert (over | (speeds(cloud)[:, 2] > 0.4 * 0.05 * wind_m_s)).all()
    assert over.mean() == pytest.approx(1 - (1 - an_hour) ** (2 - 1 / 12), abs=0.02)


def there_and_back(each: LeewayClass, **run: Any) -> tuple[Case, Cloud]:
    there = case_with(each, hours=18, particles=40, **run)
    cloud = drift(there, vortex(86_400), TO_NORTH, None)
    found = LastKnownPosition(float(cloud.lat_deg[0, -1]), float(cloud.lon_deg[0, -1]), 0.0, 18 * HOUR_MS, 0.0, 1.0)
    settings = {**run, "direction": "backward"}
    return case_with(each, hours=0, particles=40, lkp=found, **settings), cloud


@pytest.mark.parametrize("scheme", ["rk2", "rk4"])
def test_a_drift_back_in_time_ends_where_the_drift_began(scheme: str) -> None:
    back, there = there_and_back(RAFT, scheme=scheme)
    cloud = drift(back, vortex(86_400), TO_NORTH, None)
    assert cloud.time_ms.tolist() == there.time_ms[::-1].tolist()
    assert cloud.lon_deg[0] == pytest.approx(there.lon_deg[0, ::-1], abs=3e-4)
    assert cloud.lat_deg[0] == pytest.approx(there.lat_deg[0, ::-1], abs=3e-4)
    east_m, north_m = offsets_m(cloud)
    assert np.hypot(east_m, north_m).max() < 30


def test_errors_widen_a_drift_back_in_time_as_one_forward() -> None:
    at_noon = LastKnownPosition(LAT_DEG, LON_DEG, 0.0, 24 * HOUR_MS, 0.0, 1.0)
    back = case_with(PERSON, hours=0, lkp=at_noon, particles=20_000, uncertainty=MEASURED, direction="backward")
    forward = case_with(PERSON, hours=24, particles=20_000, uncertainty=MEASURED)
    spreads = [offsets_m(drift(case, STILL, CALM, None))[0].std() for case in (back, forward)]
    assert spreads[0] == pytest.approx(spreads[1], rel=0.03)


def test_what_comes_from_the_shore_stops_there_on_its_way_back() -> None:
    at_noon = LastKnownPosition(LAT_DEG, LON_DEG, 0.0, 24 * HOUR_MS, 0.0, 1.0)
    back = case_with(PERSON, hours=0, lkp=at_noon, direction="backward")
    cloud = drift(back, even("current", -0.5, 0.0), CALM, coast_east_of(LON_DEG + 0.1))
    assert (cloud.status[:, -1] == STRANDED).all()
    assert cloud.lon_deg[:, -1] == pytest.approx(LON_DEG + 0.1, abs=2e-3)


def test_a_drift_back_takes_what_lies_in_its_period_from_the_last_start_to_its_end() -> None:
    late = LastKnownPosition(LAT_DEG, LON_DEG, 0.0, 20 * HOUR_MS, 3600.0, 1.0)
    back = case_with(PERSON, hours=5, lkp=late, direction="backward")
    assert span_ms(back) == (5 * HOUR_MS, 23 * HOUR_MS)  # three standard deviations after
    cloud = drift(back, STILL, CALM, None)
    assert (cloud.time_ms[0], cloud.time_ms[-1]) == (23 * HOUR_MS, 5 * HOUR_MS)
    assert np.isnan(cloud.lon_deg[:, 0]).mean() > 0.5
    assert not np.isnan(cloud.lon_deg[:, -1]).any()
