"""The skill of a drift on tracks whose truth is known. Authority: the very process that the drift assumes.

A drifter that errs exactly as the drift says lies in the region of 50 % half of the time. Liu and Weisberg's score
and Wilson's interval by hand.
"""

from dataclasses import replace

import numpy as np
import pytest

from comity.ground import Floats, InvalidInput
from comity.rescue import (
    Area,
    Track,
    Uncertainty,
    case_of_windows,
    drift,
    overlaps,
    poc_within,
    probability_map,
    scores_of,
    skill,  # the pure functions below the command
    skill_rows,
    windows_of,
)
from tests.rescue.seas import HOUR_MS, LAT_DEG, LON_DEG, STILL_OBJECT, case_with, even, without_spread

DAY_MS = 24 * HOUR_MS
BUOY = without_spread(STILL_OBJECT)
CURRENT, CALM = even("current", 0.1, 0.05, hours=24 * 8), even("wind", 0.0, 0.0, hours=24 * 8)
ERRORS = Uncertainty(0.2, 0.0, 11 * 3600.0, 0.0, 3600.0, "made for a test")


def track(lon_deg: Floats, lat_deg: Floats, hours: Floats, name: str = "a") -> Track:
    return Track(name, np.rint(hours * HOUR_MS).astype(np.int64), np.asarray(lon_deg), np.asarray(lat_deg))


def real_drifters(error_m_s: float, count: int = 60) -> list[Track]:
    """Drifters of one day each, which err as an Ornstein-Uhlenbeck process of some size does."""
    truth = replace(ERRORS, current_m_s=error_m_s)
    cloud = drift(case_with(BUOY, hours=25, particles=4 * count, seed=99, uncertainty=truth), CURRENT, CALM, None)
    hours = np.arange(26.0)
    return [
        track(cloud.lon_deg[i].astype(float), cloud.lat_deg[i].astype(float), hours, str(i))
        for i in range(0, 4 * count, 4)  # of mirror images one
    ]


def scored(
    tracks: list[Track], horizons_s: tuple[int, ...], uncertainty: Uncertainty | None = ERRORS
) -> list[skill.Score]:
    every = [each for one in tracks for each in windows_of(one, every_s=86_400, horizon_s=max(horizons_s))]
    windows = [each for each in every if each.release_ms == 0]
    base = case_with(BUOY, uncertainty=uncertainty, step_s=3600, scheme="euler")
    case = case_of_windows(base, windows, particles=1000, position_error_m=100.0)
    return scores_of(drift(case, CURRENT, CALM, None), windows, horizons_s)


def test_drifters_that_err_as_the_drift_says_lie_in_its_regions_as_often_as_it_says() -> None:
    (row,) = skill_rows(scored(real_drifters(0.2), (86_400,)), (86_400,))
    assert row.windows == row.drifters == 60
    assert row.within_50.low < 0.5 < row.within_50.high
    assert row.within_50.share == pytest.approx(0.5, abs=0.15)
    assert row.within_90.share == pytest.approx(0.9, abs=0.08)


def test_a_drift_that_is_too_sure_is_found_out() -> None:
    scores = scored(real_drifters(0.2), (86_400,), replace(ERRORS, current_m_s=0.05))
    (row,) = skill_rows(scores, (86_400,))
    assert row.within_50.high < 0.3
    assert row.within_90.high < 0.6


def test_windows_begin_on_the_clock_and_leave_gaps_alone() -> None:
    hours = np.concatenate([np.arange(0.5, 30, 0.5), np.arange(40, 60, 0.5)])
    one = track(LON_DEG + 0.01 * hours, np.full(hours.size, LAT_DEG), hours)
    windows = windows_of(one, every_s=12 * 3600, horizon_s=24 * 3600)
    assert [each.release_ms // HOUR_MS for each in windows] == [12, 24, 48]
    assert windows[0].lon_deg == pytest.approx(
        LON_DEG + 0.01 * np.arange(12.0, 30.0)
    )  # what is not known later ends it
    assert windows[2].lon_deg.size == 12


def test_a_track_that_meets_no_release_on_the_clock_has_one_of_its_own() -> None:
    hours = np.arange(3.2, 21.0, 0.4)
    one = track(LON_DEG + 0.01 * hours, np.full(hours.size, LAT_DEG), hours)
    (window,) = windows_of(one, every_s=86_400, horizon_s=43_200, least_s=6 * 3600)
    assert window.release_ms == 4 * HOUR_MS
    assert window.lon_deg.size == 13
    assert windows_of(one, every_s=86_400, horizon_s=86_400, least_s=24 * 3600) == []


def test_fixes_every_six_hours_are_compared_where_they_are() -> None:
    hours = np.arange(0.0, 49.0, 6.0)
    windows = windows_of(track(LON_DEG + 0.01 * hours, np.full(9, LAT_DEG), hours), every_s=86_400, horizon_s=86_400)
    assert [each.release_ms // HOUR_MS for each in windows] == [0, 24]
    known = np.flatnonzero(~np.isnan(windows[0].lon_deg))
    assert known.tolist() == [0, 6, 12, 18, 24]


def test_a_fix_that_is_wrong_and_a_way_aboard_a_ship_are_no_drift() -> None:
    hours = np.arange(0.0, 25.0, 0.5)
    lon_deg = LON_DEG + 0.01 * hours
    lon_deg[12] += 0.9  # one fix at 06:00, 80 km off
    lon_deg[hours > 18] += 0.4 * (hours[hours > 18] - 18)  # 35 km an hour from 18:00 on
    (window,) = windows_of(track(lon_deg, np.full(hours.size, LAT_DEG), hours), every_s=86_400, horizon_s=86_400)
    assert np.flatnonzero(np.isnan(window.lon_deg)).tolist() == [6]
    assert window.lon_deg.size == 19


def test_a_track_over_the_antimeridian_runs_on() -> None:
    hours = np.arange(0.0, 13.0)
    lon_deg = (179.9 + 0.05 * hours + 180) % 360 - 180
    (window,) = windows_of(track(lon_deg, np.full(13, 10.0), hours), every_s=86_400, horizon_s=43_200)
    assert np.diff(window.lon_deg) == pytest.approx(0.05)


def test_the_score_of_liu_and_weisberg_is_that_of_a_sum_done_by_hand() -> None:
    # way by hours: 0, 1, 2 degrees of meridian; apart by half a degree's length twice: 1 − (0.5 + 0.5)/(1 + 2)
    lat_deg = np.array([0.0, 1.0, 2.0])
    degree_m = 110_574.3
    assert skill.liu_weisberg(np.array([0.0, 0.5, 0.5]) * degree_m, np.zeros(3), lat_deg) == pytest.approx(
        2 / 3, abs=2e-4
    )
    assert skill.liu_weisberg(np.array([0.0, 9.0, 9.0]) * degree_m, np.zeros(3), lat_deg) == 0.0


def test_the_interval_is_wilson_s_and_wider_where_draws_come_in_clusters() -> None:
    held = np.arange(20) % 2 == 0
    alone = skill.share_within(held, np.arange(20))
    assert (alone.share, alone.low, alone.high) == pytest.approx((0.5, 0.299, 0.701), abs=1e-3)
    of_two = skill.share_within(np.arange(20) < 10, np.arange(20) // 10)  # all of one drifter, none of the other
    assert of_two.high - of_two.low > 0.75
    assert skill.share_within(np.ones(30, dtype=np.bool_), np.arange(30) // 10).low < 0.5


def square(half_deg: float, east_deg: float = 0.0) -> tuple[tuple[tuple[float, float], ...], ...]:
    west, east = LON_DEG + east_deg - half_deg, LON_DEG + east_deg + half_deg
    south, north = LAT_DEG - half_deg, LAT_DEG + half_deg
    return (((west, south), (east, south), (east, north), (west, north)),)


def test_a_slick_that_went_as_predicted_lies_in_its_region_and_one_that_did_not_does_not() -> None:
    case = replace(case_with(BUOY, hours=10, particles=20_000), scenarios=(Area(square(0.1), 0, 0, 1.0),))
    over = probability_map(drift(case, even("current", 0.5, 0.0), CALM, None))
    moved_deg = 0.5 * 36_000 / 88_900
    (there,) = overlaps(over, [square(0.1, moved_deg)], (0.95,))
    assert there.of_outline > 0.9
    assert there.of_region > 0.9
    assert there.of_union > 0.83
    assert poc_within(over, [square(0.1, moved_deg)]) > 0.93
    (here,) = overlaps(over, [square(0.1)], (0.95,))
    assert here.of_outline == pytest.approx(0.0, abs=0.05)
    assert poc_within(over, [square(0.1)]) < 0.05


def test_a_slick_thinner_than_a_cell_over_the_antimeridian_counts_by_its_area() -> None:
    case = case_with(BUOY, hours=3, particles=20_000, uncertainty=None)
    cloud = drift(replace(case, scenarios=(Area(square(0.1), 0, 0, 1.0),)), even("current", 0.0, 0.0), CALM, None)
    moved = replace(cloud, lon_deg=(cloud.lon_deg + np.float32(180.0 - LON_DEG)))
    over = probability_map(moved)
    per_m = 1 / 111_000
    for half_m in (20.0, 60.0):  # cells are 100 m and more
        half_deg = half_m * per_m
        ring = tuple(
            ((lon + 180) % 360 - 180, LAT_DEG + lat)
            for lon, lat in ((179.95, -half_deg), (180.05, -half_deg), (180.05, half_deg), (179.95, half_deg))
        )
        even_share = (0.1 * 2 * half_deg) / 0.2**2
        assert poc_within(over, [(ring,)]) == pytest.approx(even_share, rel=0.08)
        (inside,) = overlaps(over, [(ring,)], (0.95,))
        assert inside.of_outline == pytest.approx(1.0, abs=1e-6)


def test_an_outline_that_crosses_itself_is_mended_and_one_that_encloses_nothing_is_refused() -> None:
    case = replace(case_with(BUOY, hours=3, particles=5_000), scenarios=(Area(square(0.1), 0, 0, 1.0),))
    over = probability_map(drift(case, even("current", 0.0, 0.0), CALM, None))
    (west, south), _, (east, north), _ = square(0.1)[0]
    bow = (((west, south), (east, north), (east, south), (west, north)),)
    assert poc_within(over, [bow]) == pytest.approx(0.5, abs=0.05)
    with pytest.raises(InvalidInput):
        overlaps(over, [(((west, south), (east, north), (west, south)),)], (0.5,))


def test_an_outline_of_rings_beside_one_another_is_all_of_them_and_a_ring_within_is_a_hole() -> None:
    case = replace(case_with(BUOY, hours=3, particles=20_000), scenarios=(Area(square(0.1), 0, 0, 1.0),))
    over = probability_map(drift(case, even("current", 0.0, 0.0), CALM, None))
    (west,), (east,), (hole,) = square(0.02, -0.05), square(0.02, 0.05), square(0.01, 0.05)
    apart = [poc_within(over, [(ring,)]) for ring in (west, east, hole)]
    assert poc_within(over, [(west, east)]) == pytest.approx(apart[0] + apart[1], rel=1e-6)
    assert poc_within(over, [(west, east, hole)]) == pytest.approx(apart[0] + apart[1] - apart[2], rel=1e-6)
