"""The drift does what the table and the water say. Authority: the leeway table; circles; the order of the method."""

import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from comity.ground import Floats, Grid, InvalidInput, distance_m, metres_per_degree
from comity.rescue import (
    LEEWAY_CLASSES,
    LEFT,
    STRANDED,
    Area,
    Case,
    Cloud,
    Cone,
    IndexLattice,
    LandMask,
    LastKnownPosition,
    LeewayClass,
    VectorField,
    compile_kernels,
    containment,
    drift,
    kernel,  # the compiled heart, to see what set-up compiled
    leeway_class,
    probability_map,
)
from tests.rescue.seas import (
    HOUR_MS,
    LAT_DEG,
    LON_DEG,
    STILL_OBJECT,
    case_with,
    coast_east_of,
    even,
    offsets_m,
    square_lattice,
    vortex,
    without_spread,
)

CALM = even("wind", 0.0, 0.0)
STILL = even("current", 0.0, 0.0)
WIND_TO_NORTH = even("wind", 0.0, 10.0)
PIW_SUIT = leeway_class(4)
RAFT = leeway_class(26)


def drifted(case: Case, current: VectorField = STILL, wind: VectorField = CALM) -> Cloud:
    return drift(case, current, wind, None)


def one_hour_speeds(each: LeewayClass, wind: VectorField, **run: Any) -> tuple[Floats, Floats]:
    """Speeds east and north over the first hour, before all but 4 % have changed tack."""
    east_m, north_m = offsets_m(drifted(case_with(each, hours=1, **run), wind=wind), at=1)
    return east_m / 3600, north_m / 3600


@pytest.mark.parametrize("each", LEEWAY_CLASSES, ids=lambda each: str(each.key))
def test_a_constant_wind_moves_every_class_along_its_printed_lines(each: LeewayClass) -> None:
    wind_m_s = 10.0
    mean = without_spread(each)
    east_m_s, north_m_s = one_hour_speeds(mean, WIND_TO_NORTH, particles=64)
    assert north_m_s == pytest.approx(mean.downwind.slope * wind_m_s + mean.downwind.offset_m_s, rel=1e-3, abs=1e-4)
    for tack, line in ((0, mean.right), (1, mean.left)):
        due_m_s = line.slope * wind_m_s + line.offset_m_s
        assert np.median(east_m_s[tack::2]) == pytest.approx(due_m_s, rel=1e-3, abs=1e-4)


def test_the_mean_of_a_cloud_with_its_errors_is_the_table_s() -> None:
    _, north_m_s = one_hour_speeds(RAFT, WIND_TO_NORTH, particles=400_000)
    assert north_m_s.mean() == pytest.approx(0.37, rel=1e-3)  # 0.12 m/s / √400,000 is 0.05 % of it
    assert north_m_s.std() == pytest.approx(0.12, rel=5e-3)  # at 10 m/s the errors of slope and offset add up to ε


@pytest.mark.parametrize("turn_deg", [0, 90, 180, 270])
def test_what_is_labelled_right_goes_right_of_downwind(turn_deg: int) -> None:
    towards = np.radians(turn_deg)
    wind = even("wind", 10 * np.sin(towards), 10 * np.cos(towards))
    east_m_s, north_m_s = one_hour_speeds(without_spread(PIW_SUIT), wind, particles=64)
    right_m_s = east_m_s * np.cos(towards) - north_m_s * np.sin(towards)
    assert np.median(right_m_s[0::2]) == pytest.approx(0.103, rel=2e-3)
    assert np.median(right_m_s[1::2]) == pytest.approx(-0.0395, rel=2e-3)


def test_the_compatible_mode_mirrors_the_side() -> None:
    east_m_s, _ = one_hour_speeds(without_spread(PIW_SUIT), WIND_TO_NORTH, particles=64, crosswind="opendrift")
    assert np.median(east_m_s[0::2]) == pytest.approx(-0.103, rel=2e-3)


def test_the_current_carries_everything_with_it() -> None:
    east_m, north_m = offsets_m(drifted(case_with(hours=24), current=even("current", 0.3, -0.2)))
    assert east_m == pytest.approx(0.3 * 86_400, rel=1e-3)
    assert north_m == pytest.approx(-0.2 * 86_400, rel=1e-3)


def test_in_a_dead_calm_nothing_moves_and_in_a_breath_the_offset_and_half_the_error_do() -> None:
    piw_sitting = leeway_class(3)  # downwind offset −3.98 cm/s, error 2.42 cm/s
    _, north_m_s = one_hour_speeds(piw_sitting, CALM, particles=64)
    assert np.abs(north_m_s).max() < 1e-4
    _, north_m_s = one_hour_speeds(piw_sitting, even("wind", 0.0, 0.01), particles=20_000)
    assert north_m_s.mean() == pytest.approx(-0.0398 + 0.016 * 0.01, abs=3e-4)
    assert north_m_s.std() == pytest.approx(0.0242 * (1 / 2 + 0.01 / 20), rel=0.02)


def tacks(cloud: Cloud) -> Floats:
    """Speeds to the right of a wind to the north, hour by hour, shape (trajectories, hours)."""
    east_deg = np.diff(cloud.lon_deg.astype(np.float64), axis=1)
    per_lon_m = 111_320 * np.cos(np.radians(cloud.lat_deg[:, 1:].astype(np.float64)))
    speeds: Floats = east_deg * per_lon_m / 3600
    return speeds


def test_a_full_jibe_takes_the_other_line_whole() -> None:
    each = without_spread(PIW_SUIT)
    speeds = tacks(drifted(case_with(each, hours=24, particles=4000), wind=WIND_TO_NORTH))
    on_right = np.isclose(speeds, 0.103, atol=1e-3)
    on_left = np.isclose(speeds, -0.0395, atol=1e-3)
    between = ~on_right & ~on_left  # hours in which it jibed
    assert ((speeds[between] < 0.104) & (speeds[between] > -0.0405)).all()
    jibed_to_left = on_right[:, :-2] & between[:, 1:-1] & on_left[:, 2:]
    assert jibed_to_left.sum() > 500
    # 4 % an hour; a jibe in the first of six steps of an hour leaves the hour whole
    assert between.mean() == pytest.approx(0.04 * 5 / 6, rel=0.05)


def test_a_half_jibe_of_the_compatible_mode_turns_the_slope_alone() -> None:
    each = without_spread(PIW_SUIT)
    run = case_with(each, hours=24, particles=4000, crosswind="opendrift")
    speeds = tacks(drifted(run, wind=WIND_TO_NORTH))
    right_after_jibe = -(-0.0136 * 10 - 0.033)
    was_right = np.isclose(speeds[:, :-2], -0.103, atol=1e-3)
    assert (was_right & np.isclose(speeds[:, 2:], right_after_jibe, atol=1e-3)).sum() > 500


def test_after_a_day_hardly_a_third_has_kept_its_first_tack_throughout() -> None:
    speeds = tacks(drifted(case_with(without_spread(RAFT), hours=24, particles=20_000), wind=WIND_TO_NORTH))
    kept = (np.sign(speeds) == np.sign(speeds[:, :1])).all(axis=1) & (np.abs(speeds) > 0.19).all(axis=1)
    assert kept.mean() == pytest.approx(0.96**24, abs=0.012)


def circle_error_m(scheme: str, step_s: int) -> float:
    """How far a buoy is from its start after one turn of 24 h at 20 km from the middle."""
    start = LastKnownPosition(LAT_DEG, LON_DEG + 0.2254, 0.0, 0, 0.0, 1.0)
    case = case_with(lkp=start, hours=24, particles=1, scheme=scheme, step_s=step_s)
    cloud = drifted(case, current=vortex(86_400))
    lat_deg, lon_deg = cloud.lat_deg[0].astype(np.float64), cloud.lon_deg[0].astype(np.float64)
    return float(distance_m(lat_deg[0], lon_deg[0], lat_deg[-1], lon_deg[-1]))


def test_a_vortex_closes_its_circle_at_the_order_of_the_method() -> None:
    euler = [circle_error_m("euler", step_s) for step_s in (400, 200, 100)]
    assert euler[0] / euler[1] == pytest.approx(2, rel=0.1)
    assert euler[1] / euler[2] == pytest.approx(2, rel=0.1)
    # Heun's rule on a circle of radius r in n steps misses by 2π r (2π/n)²/6; float32 output resolves about 1 m.
    heun = [circle_error_m("rk2", step_s) for step_s in (3600, 1800, 900)]
    assert heun[0] == pytest.approx(2 * np.pi * 20_000 * (2 * np.pi / 24) ** 2 / 6, rel=0.1)
    assert heun[0] / heun[1] == pytest.approx(4, rel=0.1)
    assert heun[1] / heun[2] == pytest.approx(4, rel=0.1)
    assert circle_error_m("rk2", 600) < 45
    # The classical rule misses by 2π r (2π/n)⁴/120, 5 m; a degree's length turns the circle by 3 m more.
    missed_m = circle_error_m("rk4", 3600) - circle_error_m("rk4", 600)
    assert missed_m == pytest.approx(2 * np.pi * 20_000 * (2 * np.pi / 24) ** 4 / 120, abs=1.5)


def test_a_grid_with_uneven_rows_gives_the_same_drift_as_an_even_one() -> None:
    even_rows = vortex(86_400)
    knots = 2.0 * np.arange(21) - np.arange(21) % 2  # one row between two nodes of the lattice, then three
    row, column = np.meshgrid(knots, 2.0 * np.arange(21), indexing="ij")
    lattice = IndexLattice(LON_DEG - 2.0, LAT_DEG - 2.0, 0.2, 0.2, row, column)
    place = np.interp(np.arange(41), knots, 2.0 * np.arange(21))  # where each row lies among the even ones
    below, above = np.floor(place).astype(int), np.minimum(np.floor(place).astype(int) + 1, 40)
    share = (place - below)[None, :, None].astype(np.float32)
    parts = [
        part[:, below] * (1 - share) + part[:, above] * share for part in (even_rows.east_m_s, even_rows.north_m_s)
    ]
    uneven = replace(even_rows, lattice=lattice, east_m_s=parts[0], north_m_s=parts[1])
    start = LastKnownPosition(LAT_DEG, LON_DEG, 20_000.0, 0, 0.0, 1.0)
    case = case_with(lkp=start, hours=24, particles=500)
    one, other = np.array(offsets_m(drifted(case, even_rows))), np.array(offsets_m(drifted(case, uneven)))
    assert np.hypot(*(one - other)).max() < 10
    assert np.hypot(*one).max() > 40_000


def test_halving_the_step_changes_the_result_at_the_order_of_the_method() -> None:
    def end(scheme: str, step_s: int) -> Floats:
        case = case_with(RAFT, hours=12, particles=300, scheme=scheme, step_s=step_s, seed=3)
        return np.array(offsets_m(drifted(case, current=vortex(86_400), wind=even("wind", 6.0, 4.0))))

    for scheme, order in (("euler", 1), ("rk2", 2)):
        ends = [end(scheme, step_s) for step_s in (3600, 1800, 900)]
        first, second = np.hypot(*(ends[0] - ends[1])), np.hypot(*(ends[1] - ends[2]))
        # a jibe takes effect at the next step, so its hypothesis is of first order whatever the method
        assert np.median(first / second) == pytest.approx(2**order, rel=0.25)


def test_the_field_is_linear_in_time() -> None:
    time_ms = np.array([0, 6 * HOUR_MS, 30 * HOUR_MS], dtype=np.int64)
    east = np.zeros((3, 3, 4), dtype=np.float32)
    east[1], east[2] = 0.6, -0.6
    current = replace(even("current", 0, 0), time_ms=time_ms, east_m_s=east, north_m_s=np.zeros_like(east))
    east_m, _ = offsets_m(drifted(case_with(hours=12), current=current))
    assert east_m == pytest.approx((0.0 + 0.6) / 2 * 6 * 3600 + (0.6 + 0.3) / 2 * 6 * 3600, rel=1e-3)


def test_what_meets_the_coast_stops_there_and_is_called_stranded() -> None:
    land = coast_east_of(LON_DEG + 0.05)
    cloud = drift(case_with(hours=6, particles=100), even("current", 0.5, 0.1), CALM, land)
    assert (cloud.status[:, -1] == STRANDED).all()
    assert cloud.lon_deg[:, -1] == pytest.approx(LON_DEG + 0.05, abs=2e-4)
    ashore = np.flatnonzero(cloud.status[0] == STRANDED)[0]
    assert (cloud.lat_deg[:, ashore:] == cloud.lat_deg[:, -1:]).all()
    assert (cloud.status[:, 0] == 0).all()


@pytest.mark.parametrize(("step_s", "cells"), [(600, 1), (600, 4), (3600, 1), (3600, 30)])
@pytest.mark.parametrize(("east_m_s", "north_m_s"), [(1.5, 0.3), (-1.5, 0.3), (0.2, 1.5), (0.2, -1.5)])
def test_nothing_jumps_over_a_spit_that_is_narrower_than_a_step(
    step_s: int, cells: int, east_m_s: float, north_m_s: float
) -> None:
    grid = Grid(LON_DEG - 1.0, LAT_DEG - 1.0, 0.002, 0.002, 1000, 1000)
    land = np.zeros((1000, 1000), dtype=np.bool_)
    around = slice(440 - cells, 440), slice(560, 560 + cells)  # a ring about the start, 0.12° away and `cells` wide
    for edge in around:
        land[edge, 440:560], land[440:560, edge] = True, True
    start = LastKnownPosition(LAT_DEG, LON_DEG, 2000.0, 0, 0.0, 1.0)
    case = case_with(hours=12, particles=300, step_s=step_s, lkp=start)
    cloud = drift(case, even("current", east_m_s, north_m_s), CALM, LandMask(grid, land))
    assert (cloud.status[:, -1] == STRANDED).all()
    for offset_deg in (cloud.lon_deg[:, -1] - LON_DEG, cloud.lat_deg[:, -1] - LAT_DEG):
        assert np.abs(offset_deg).max() < 0.1201, "on the near side of the spit"


def test_a_start_on_land_is_refused_and_one_beside_it_is_drawn_in_the_water() -> None:
    with pytest.raises(InvalidInput) as caught:
        drift(case_with(), STILL, CALM, coast_east_of(LON_DEG - 0.1))
    assert caught.value.code == "rescue.start_on_land"
    assert "37.000°N 5.000°E" in str(caught.value)
    beside = LastKnownPosition(LAT_DEG, LON_DEG, 2000.0, 0, 0.0, 1.0)
    land = coast_east_of(LON_DEG)
    cloud = drift(case_with(lkp=beside, particles=2000, hours=1), STILL, CALM, land)
    assert cloud.lon_deg[:, 0].max() <= LON_DEG + 0.001
    assert (cloud.status == 0).all()


@pytest.mark.parametrize("field", ["current", "wind"])
def test_a_field_that_ends_too_soon_says_what_it_covers(field: str) -> None:
    short = even(field, 0.0, 0.0, hours=12)  # type: ignore[arg-type]
    fields = (short, CALM) if field == "current" else (STILL, short)
    with pytest.raises(InvalidInput) as caught:
        drift(case_with(hours=24), *fields, None)
    assert caught.value.code == "rescue.outside_field"
    assert "011200Z JAN 70" in str(caught.value)
    assert field in str(caught.value)


def test_a_start_outside_the_field_says_what_is_covered() -> None:
    far = LastKnownPosition(45.0, LON_DEG, 0.0, 0, 0.0, 1.0)
    with pytest.raises(InvalidInput) as caught:
        drifted(case_with(lkp=far))
    assert caught.value.code == "rescue.outside_field"
    assert "3.00 to 7.00 degrees of longitude and 35.00 to 39.00 of latitude" in str(caught.value)


def test_a_cloud_that_leaves_the_field_says_where_and_when() -> None:
    edge = LastKnownPosition(LAT_DEG, LON_DEG + 1.95, 0.0, 0, 0.0, 1.0)
    with pytest.raises(InvalidInput) as caught:
        drifted(case_with(lkp=edge), current=even("current", 2.0, 0.0))
    assert caught.value.code == "rescue.outside_field"
    assert "7.193°E at 010300Z JAN 70" in str(caught.value)  # 20 km beyond 7° E is 7.225° E


def test_the_few_that_leave_the_field_stop_where_they_were_and_are_told_apart() -> None:
    # 40 km in 16 h towards an edge whose reach ends 64.5 km away: 2.7 standard deviations of the start
    edge = LastKnownPosition(LAT_DEG, LON_DEG + 1.5, 9_000.0, 0, 0.0, 1.0)
    case = case_with(lkp=edge, particles=20_000, hours=16)
    cloud = drifted(case, current=even("current", 0.7, 0.0))
    left = cloud.status[:, -1] == LEFT
    assert 0 < left.mean() <= 0.01
    assert (cloud.status[~left] == 0).all()
    assert cloud.lon_deg.max() < 7.2255, "20 km beyond 7° E"
    for one in np.flatnonzero(left):
        since = int(np.argmax(cloud.status[one] == LEFT))
        assert (cloud.lon_deg[one, since - 1 :] == cloud.lon_deg[one, -1]).all()
    with pytest.raises(InvalidInput) as caught:
        drifted(replace(case, run=replace(case.run, until_ms=24 * HOUR_MS)), current=even("current", 0.7, 0.0))
    assert caught.value.code == "rescue.outside_field"


def test_next_to_the_coast_the_nearest_value_is_used_and_farther_inland_there_is_none() -> None:
    current = even("current", 0.1, 0.0)
    east = np.full((2, 401, 401), 0.1, dtype=np.float32)
    east[:, :, 210:] = np.nan  # cells of 0.01°, 890 m: no value from 0.1° east of the start on
    fine = replace(current, east_m_s=east, north_m_s=np.zeros_like(east))
    fine = replace(fine, lattice=square_lattice(401, 401))
    start = LastKnownPosition(LAT_DEG, LON_DEG + 0.09, 0.0, 0, 0.0, 1.0)
    cloud = drifted(case_with(lkp=start, hours=24), current=fine)
    assert np.diff(cloud.lon_deg[0]) == pytest.approx(360 / 88_900, rel=0.01)
    inland = LastKnownPosition(LAT_DEG, LON_DEG + 0.5, 0.0, 0, 0.0, 1.0)
    with pytest.raises(InvalidInput) as caught:
        drifted(case_with(lkp=inland, hours=24), current=fine)
    assert caught.value.code == "rescue.outside_field"
    assert "37.000°N 5.500°E" in str(caught.value)


def test_current_given_as_wind_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        drift(case_with(), CALM, STILL, None)
    assert caught.value.code == "rescue.wrong_quantity"


def test_a_hypothesis_does_not_depend_on_its_fellows_nor_on_the_run_before() -> None:
    few = drifted(case_with(RAFT, PIW_SUIT, particles=700), vortex(86_400), WIND_TO_NORTH)
    many = drifted(case_with(RAFT, PIW_SUIT, particles=5000), vortex(86_400), WIND_TO_NORTH)
    assert few.lon_deg == pytest.approx(many.lon_deg[:700], abs=1e-5)  # 1 m: float32 counts from the cloud's own middle
    assert few.lat_deg == pytest.approx(many.lat_deg[:700], abs=1e-5)
    again = drifted(case_with(RAFT, PIW_SUIT, particles=700), vortex(86_400), WIND_TO_NORTH)
    assert np.array_equal(few.lon_deg, again.lon_deg)
    other = drifted(case_with(RAFT, PIW_SUIT, particles=700, seed=2), vortex(86_400), WIND_TO_NORTH)
    assert not np.array_equal(few.lon_deg[:, -1], other.lon_deg[:, -1])


DIGEST = """
import hashlib
from comity.rescue import MEASURED, drift, leeway_class
from tests.rescue.seas import case_with, even, vortex
cloud = drift(case_with(leeway_class(26), particles=9000, hours=6), vortex(86_400), even("wind", 3.0, 9.0), None)
wrong = case_with(leeway_class(26), particles=9000, hours=6, uncertainty=MEASURED)
cloud_2 = drift(wrong, vortex(86_400), even("wind", 3.0, 9.0), None)
print(hashlib.sha256(cloud_2.lon_deg.tobytes() + cloud_2.lat_deg.tobytes()).hexdigest())
print(hashlib.sha256(cloud.lon_deg.tobytes() + cloud.lat_deg.tobytes()).hexdigest())
"""


def test_one_and_two_threads_give_the_same_cloud() -> None:
    digests = set()
    for threads in ("1", "2"):
        environment = {**os.environ, "NUMBA_NUM_THREADS": threads, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            [sys.executable, "-c", DIGEST], env=environment, capture_output=True, text=True, check=True
        )
        digests.add(done.stdout)
    assert len(digests) == 1


def test_time_errors_release_hypotheses_one_by_one() -> None:
    late = LastKnownPosition(LAT_DEG, LON_DEG, 0.0, 12 * HOUR_MS, 3600.0, 1.0)
    cloud = drifted(case_with(lkp=late, hours=24, particles=4000), current=even("current", 0.5, 0.0))
    in_water = ~np.isnan(cloud.lon_deg)
    assert cloud.time_ms[0] == 9 * HOUR_MS  # three standard deviations before
    assert in_water[:, 3].mean() == pytest.approx(0.53, abs=0.03)  # half, and those of the step around the hour
    assert in_water[:, 6:].all()
    assert not in_water[0, 0] or in_water[:, 0].mean() < 0.01
    east_m, _ = offsets_m(cloud)
    assert east_m.mean() == pytest.approx(0.5 * 12 * 3600, rel=0.01)
    assert east_m.std() == pytest.approx(0.5 * 3600, rel=0.05)


def test_an_area_is_filled_evenly_and_its_hole_is_not() -> None:
    outline = ((4.5, 36.8), (5.5, 36.8), (5.5, 37.2), (4.5, 37.2))
    hole = ((4.9, 36.9), (5.1, 36.9), (5.1, 37.1), (4.9, 37.1))
    area = Area((outline, hole), 0, 0, 1.0)
    case = replace(case_with(particles=40_000, hours=1), scenarios=(area,))
    cloud = drifted(case)
    lon_deg, lat_deg = cloud.lon_deg[:, 0], cloud.lat_deg[:, 0]
    assert ((np.abs(lon_deg - 5) > 0.0999) | (np.abs(lat_deg - 37) > 0.0999)).all()
    west = (lon_deg < 4.9).mean()
    assert west == pytest.approx(0.16 / 0.36, abs=0.01)
    assert lat_deg.mean() == pytest.approx(37.0, abs=0.005)


def test_a_crossed_area_and_one_that_was_not_read_are_refused() -> None:
    bow = Area((((4.5, 36.8), (5.5, 37.2), (5.5, 36.8), (4.5, 37.2)),), 0, 0, 1.0)
    for area, code in ((bow, "rescue.crossed_polygon"), (Area("area.geojson", 0, 0, 1.0), "rescue.area_not_read")):
        with pytest.raises(InvalidInput) as caught:
            drifted(replace(case_with(), scenarios=(area,)))
        assert caught.value.code == code


def test_an_area_across_the_antimeridian_is_as_wide_as_it_is() -> None:
    """On a field of the whole globe, its first column again at its end."""
    row, column = np.meshgrid([0.0, 180.0], [0.0, 360.0], indexing="ij")
    whole = IndexLattice(0.0, -90.0, 360.0, 180.0, row, column)
    shape = (2, 181, 361)
    current = replace(even("current", 0.5, 0.0), lattice=whole)
    current = replace(current, east_m_s=np.full(shape, 0.5, np.float32), north_m_s=np.zeros(shape, np.float32))
    wind = replace(even("wind", 0.0, 0.0), lattice=whole)
    wind = replace(wind, east_m_s=np.zeros(shape, np.float32), north_m_s=np.zeros(shape, np.float32))
    outline = ((179.5, -20.0), (-179.5, -20.0), (-179.5, -19.0), (179.5, -19.0))
    case = replace(case_with(particles=20_000, hours=24), scenarios=(Area((outline,), 0, 0, 1.0),))
    cloud = drifted(case, current, wind)
    assert cloud.lon_deg[:, 0].min() > 179.49
    assert cloud.lon_deg[:, 0].max() < 180.51
    assert cloud.lon_deg[:, 0].mean() == pytest.approx(180.0, abs=0.01)
    per_lon_m = float(metres_per_degree(-19.5)[1])
    moved_deg = cloud.lon_deg[:, -1] - cloud.lon_deg[:, 0]
    assert moved_deg == pytest.approx(0.5 * 86_400 / per_lon_m, rel=5e-3)
    areas = containment(cloud, probability_map(cloud))
    assert areas[3].area_m2 == pytest.approx(0.95 * per_lon_m * 110_700, rel=0.05)
    assert min(lon for polygon in areas[3].polygons for lon, _ in polygon[0]) > 179.8


def test_a_cone_moves_and_widens_from_its_first_to_its_last_position() -> None:
    cone = Cone((LAT_DEG, LAT_DEG), (LON_DEG, LON_DEG + 0.5), (100.0, 4000.0), (0, 6 * HOUR_MS), 1.0)
    cloud = drifted(replace(case_with(particles=20_000, hours=7), scenarios=(cone,)))
    released = np.argmax(~np.isnan(cloud.lon_deg), axis=1)
    north_deg = cloud.lat_deg[:, -1] - LAT_DEG
    early, late = released <= 1, released >= 6
    assert cloud.lon_deg[early, -1].mean() < LON_DEG + 0.06
    assert cloud.lon_deg[late, -1].mean() > LON_DEG + 0.44
    assert north_deg[early].std() * 111_000 < 700
    assert north_deg[late].std() * 111_000 == pytest.approx(3700, rel=0.1)


def test_weights_share_the_cloud_among_objects_and_scenarios() -> None:
    case = case_with(RAFT, STILL_OBJECT, particles=20_000, hours=1)
    far = replace(case.scenarios[0], weight=3.0)
    case = replace(
        case, scenarios=(*case.scenarios, far), objects=(replace(case.objects[0], weight=4.0), case.objects[1])
    )
    cloud = drifted(case)
    assert (cloud.object_index == 0).mean() == pytest.approx(0.8, abs=0.01)
    assert (cloud.scenario_index == 1).mean() == pytest.approx(0.75, abs=0.01)
    both = (cloud.scenario_index == 1) & (cloud.object_index == 0)
    assert both.mean() == pytest.approx(0.6, abs=0.015)  # drawn apart from each other


def test_progress_is_told_after_each_hour() -> None:
    told: list[float] = []
    drift(case_with(hours=2.5), STILL, CALM, None, progress=told.append)
    assert told == pytest.approx([1 / 3, 2 / 3, 1])


def test_outputs_are_hourly_and_end_with_the_run() -> None:
    cloud = drifted(case_with(hours=2.55, particles=7), current=even("current", 1.0, 0.0))
    assert cloud.time_ms.tolist() == [0, HOUR_MS, 2 * HOUR_MS, 2.55 * HOUR_MS]
    assert cloud.lon_deg.shape == cloud.lat_deg.shape == cloud.status.shape == (7, 4)
    east_m, _ = offsets_m(cloud)
    assert east_m == pytest.approx(2.55 * 3600, rel=1e-3)


def test_set_up_compiles_the_very_kernels_that_a_drift_runs() -> None:
    compile_kernels()
    compiled = set(kernel.advance.signatures)
    assert compiled
    drifted(case_with(hours=1, particles=3), current=even("current", 1.0, 0.0))
    assert set(kernel.advance.signatures) == compiled


def test_near_a_pole_a_drift_is_right_as_far_as_it_goes_and_refused_beyond() -> None:
    """Authority: the geodesic on WGS 84 from the start to the end of a drift due east and north."""
    row, column = np.meshgrid([0.0, 100.0], [0.0, 100.0], indexing="ij")
    cap = IndexLattice(-100.0, 80.0, 200.0, 9.9, row, column)
    none = np.zeros((2, 101, 101), np.float32)
    for east_m_s, north_m_s in ((0.5, 0.0), (0.0, 0.5)):
        current = replace(
            even("current", 0.0, 0.0),
            lattice=cap,
            east_m_s=none + np.float32(east_m_s),
            north_m_s=none + np.float32(north_m_s),
        )
        wind = replace(even("wind", 0.0, 0.0), lattice=cap, east_m_s=none, north_m_s=none)
        start = LastKnownPosition(87.5, 10.0, 0.0, 0, 0.0, 1.0)
        cloud = drift(case_with(without_spread(STILL_OBJECT), lkp=start, hours=24), current, wind, None)
        gone_m = distance_m(87.5, 10.0, float(cloud.lat_deg[0, -1]), float(cloud.lon_deg[0, -1]))
        assert float(gone_m) == pytest.approx(0.5 * 86_400, rel=3e-3)
        with pytest.raises(InvalidInput) as caught:
            drift(case_with(lkp=replace(start, lat_deg=88.49), hours=24), current, wind, None)
        assert caught.value.code == "rescue.too_near_pole"
