"""Debris leads back to the wreck: drifted forward again from there, it comes to where it was found.

Authority: the way back and the way forth must close, whatever the sea; seas by hand.
"""

from dataclasses import replace

import numpy as np
import pytest

from comity.ground import InvalidInput
from comity.rescue import Debris, Drawn, LeewayClass, drift, leeway_class
from comity.rescue.debris import traced_back
from tests.rescue.seas import (
    HOUR_MS,
    LAT_DEG,
    LON_DEG,
    STILL_OBJECT,
    case_with,
    coast_east_of,
    even,
    offsets_m,
    vortex,
    without_spread,
)


def found(leeway: LeewayClass, *, at: float = 20, wrecked: tuple[float, float] = (4, 4), error_m: float = 0) -> Debris:
    """Debris found at the middle of the sea at an hour, off its wreck since some hour."""
    span_ms = round(wrecked[0] * HOUR_MS), round(wrecked[1] * HOUR_MS)
    return Debris(LAT_DEG, LON_DEG, error_m, round(at * HOUR_MS), leeway, span_ms, 1.0)


def test_a_buoy_in_an_eddy_comes_back_to_where_it_was_found() -> None:
    case = case_with(without_spread(STILL_OBJECT), hours=21)
    eddy = vortex(40 * 3600)
    case = replace(case, scenarios=(replace(found(without_spread(STILL_OBJECT)), lat_deg=37.2, lon_deg=5.3),))
    cloud = drift(case, eddy, even("wind", 0.0, 0.0), None)
    assert cloud.time_ms[0] == 4 * HOUR_MS
    at = int(np.searchsorted(cloud.time_ms, 20 * HOUR_MS))
    assert np.abs(cloud.lon_deg[:, 0] - 5.3).min() > 0.05, "the wreck was elsewhere"
    assert np.abs(cloud.lon_deg[:, at] - 5.3).max() < 5e-4
    assert np.abs(cloud.lat_deg[:, at] - 37.2).max() < 5e-4


def test_a_raft_that_sails_comes_back_in_the_mean() -> None:
    raft = without_spread(leeway_class(26))
    case = case_with(raft, hours=30, particles=4000)
    cloud = drift(replace(case, scenarios=(found(raft),)), even("current", 0.1, -0.2), even("wind", 6.0, 5.0), None)
    east_m, north_m = offsets_m(cloud, int(np.searchsorted(cloud.time_ms, 20 * HOUR_MS)))
    assert abs(float(east_m.mean())) < 250, "tacks differ there and back; their mean closes"
    assert abs(float(north_m.mean())) < 250
    start_east_m, _ = offsets_m(cloud, 0)
    assert start_east_m.mean() < -8_000


def test_the_wreck_may_be_anywhere_along_the_way_back_at_its_time() -> None:
    case = replace(
        case_with(hours=30, particles=4000), scenarios=(found(without_spread(STILL_OBJECT), wrecked=(2, 8)),)
    )
    (drawn,) = traced_back(case, even("current", 0.5, 0.0), even("wind", 0.0, 0.0), None).scenarios
    assert isinstance(drawn, Drawn)
    hours = drawn.time_ms / HOUR_MS
    assert (hours.mean(), hours.std()) == (pytest.approx(5, abs=0.05), pytest.approx(6 / np.sqrt(12), rel=0.02))
    gone_m = (LON_DEG - drawn.lon_deg) * 111_319.5 * np.cos(np.radians(37.0)) * 1.0012
    assert np.abs(gone_m - 0.5 * 3600 * (20 - hours)).max() < 60


def test_what_would_have_come_over_land_has_not_come_from_there() -> None:
    debris = replace(found(without_spread(STILL_OBJECT), error_m=3000), lon_deg=LON_DEG)
    case = replace(case_with(hours=30, particles=2000), scenarios=(debris,))
    land = coast_east_of(LON_DEG + 0.3)
    (drawn,) = traced_back(case, even("current", -0.2, 0.0), even("wind", 0.0, 0.0), land).scenarios
    assert isinstance(drawn, Drawn)
    assert drawn.time_ms.size == 2000, "11 km up the current is still water"
    with pytest.raises(InvalidInput) as caught:
        traced_back(case, even("current", -0.8, 0.0), even("wind", 0.0, 0.0), land)
    assert caught.value.code == "rescue.debris_from_land"


def test_a_case_without_debris_stays_as_it_is() -> None:
    case = case_with()
    assert traced_back(case, even("current", 0, 0), even("wind", 0, 0), None) is case
