"""Detection leg by leg. Authority: Koopman's laws of parallel tracks; the integral of his rate along a pass."""

from dataclasses import replace

import numba
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import Floats, InvalidInput, metres_per_degree
from comity.rescue import POD_OF_COVERAGE, Cloud, Legs, Sensor, lateral_curve, pod_by_hypothesis
from comity.rescue.detection_kernel import expose  # the compiled heart, to see how often it was
from tests.rescue.seas import HOUR_MS, LAT_DEG, LON_DEG

LAWS = ["definite", "inverse_cube", "exponential"]
PER_LAT_M, PER_LON_M = (float(each) for each in metres_per_degree(LAT_DEG))
SPEED_M_S = 40.0


def cloud_at(
    east_m: Floats, north_m: Floats, *, moves_m_s: tuple[float, float] = (0.0, 0.0), hours: int = 2, **columns: Floats
) -> Cloud:
    """Hypotheses at metres from 37° N 5° E that all move alike."""
    seconds = np.arange(hours + 1) * 3600.0
    lon_deg = LON_DEG + (np.atleast_1d(east_m)[:, None] + moves_m_s[0] * seconds) / PER_LON_M
    lat_deg = LAT_DEG + (np.atleast_1d(north_m)[:, None] + moves_m_s[1] * seconds) / PER_LAT_M
    count = lon_deg.shape[0]
    return Cloud(
        np.arange(hours + 1, dtype=np.int64) * HOUR_MS,
        lon_deg.astype(np.float32),
        lat_deg.astype(np.float32),
        np.zeros(lon_deg.shape, dtype=np.int8),
        columns.get("objects", np.zeros(count)).astype(np.int16),
        np.zeros(count, dtype=np.int16),
    )


def legs_of(east_m: Floats, north_m: Floats, *, start_ms: int = 0, speed_m_s: float = SPEED_M_S) -> Legs:
    """Searching legs through points in metres from 37° N 5° E, at one speed."""
    gone_s = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(east_m), np.diff(north_m)))]) / speed_m_s
    return Legs(
        start_ms + np.round(gone_s * 1000).astype(np.int64),
        LON_DEG + np.asarray(east_m) / PER_LON_M,
        LAT_DEG + np.asarray(north_m) / PER_LAT_M,
        np.ones(len(east_m) - 1, dtype=bool),
    )


def exposure(cloud: Cloud, legs: Legs, sensor: Sensor) -> Floats:
    return -np.log1p(-pod_by_hypothesis(cloud, legs, sensor))


def sensor(law: str, *sweep_width_m: float) -> Sensor:
    return Sensor(np.array(sweep_width_m), law)


@pytest.mark.parametrize("coverage", [0.25, 0.5, 1.0, 2.0])
@pytest.mark.parametrize("law", LAWS)
def test_parallel_tracks_over_an_even_map_give_the_pod_of_their_coverage(law, coverage):
    width_m = 600.0
    spacing_m = width_m / coverage
    count = 81
    north_m = np.repeat((np.arange(count) - count // 2) * spacing_m, 2)
    far_m = 150 * width_m
    east_m = np.where(np.arange(2 * count) % 4 // 2 == np.arange(2 * count) % 2, -far_m, far_m)
    legs = legs_of(east_m, north_m, speed_m_s=10_000)  # fast: the map stands still anyway
    even_m = (np.arange(4000) + 0.5) / 4000 * spacing_m
    pod = pod_by_hypothesis(cloud_at(np.zeros(4000), even_m), legs, sensor(law, width_m))
    assert pod.mean() == pytest.approx(float(POD_OF_COVERAGE[law](coverage)), abs=0.005)


def rate_integral(legs: Legs, at_m: Floats, moves_m_s: Floats, width_m: float) -> tuple[float, float]:
    """The exposure to Koopman's rate k/r³ along one leg, by quadrature, and the closest approach; in metres."""
    end_s = float(legs.time_ms[1]) / 1000
    t_s = np.linspace(0, end_s, 400_001)
    share = (t_s / end_s)[:, None]
    per_lat_m, per_lon_m = metres_per_degree(legs.lat_deg.mean())
    per_m = np.array([per_lon_m, per_lat_m])
    points = np.column_stack([legs.lon_deg, legs.lat_deg])
    object_deg = np.array([LON_DEG, LAT_DEG]) + (at_m + t_s[:, None] * moves_m_s) / [PER_LON_M, PER_LAT_M]
    r_m = np.hypot(*((points[0] + share * (points[1] - points[0]) - object_deg) * per_m).T)
    k = width_m**2 * SPEED_M_S / (8 * np.pi)
    return float(np.trapezoid(k / r_m**3, t_s)), float(r_m.min())


@pytest.mark.parametrize("seed", range(40))
def test_a_leg_past_a_moving_object_adds_the_integral_of_the_rate(seed):
    rng = np.random.default_rng(seed)
    way_m, at_m = rng.uniform(-8_000, 8_000, (2, 2)), rng.uniform(-3_000, 3_000, 2)
    moves_m_s = rng.uniform(-15, 15, 2)
    legs = legs_of(*way_m)
    cloud = cloud_at(at_m[0], at_m[1], moves_m_s=(moves_m_s[0], moves_m_s[1]))
    due, closest_m = rate_integral(legs, at_m, moves_m_s, 400.0)
    error = 5 / closest_m + 2e-3  # float32 positions; metres of 37° N 5 km north or south of it
    assert exposure(cloud, legs, sensor("inverse_cube", 400.0))[0] == pytest.approx(due, rel=error)


@pytest.mark.parametrize("law", ["inverse_cube", "exponential"])
@pytest.mark.parametrize(
    ("object_m_s", "factor"), [(-10.0, 40 / 50), (0.0, 1.0), (20.0, 40 / 20), (40.0 - 5.0, 40 / 5)]
)
def test_the_slower_they_pass_one_another_the_longer_the_look(law, object_m_s, factor):
    """A long pass abeam: the exposure goes with own speed over relative speed, and the closest distance is the same."""
    away_m = 500.0
    legs = legs_of(np.array([-70_000.0, 70_000.0]), np.zeros(2))
    middle_s = 70_000 / SPEED_M_S
    passing = cloud_at(np.array([-object_m_s * middle_s]), np.array([away_m]), moves_m_s=(object_m_s, 0.0))
    still = cloud_at(np.zeros(1), np.array([away_m]))
    eye = sensor(law, 400.0)
    assert exposure(passing, legs, eye) == pytest.approx(factor * exposure(still, legs, eye), rel=5e-3)


def test_unit_and_object_that_keep_together_look_at_one_another_all_the_time():
    legs = legs_of(np.array([0.0, 36_000.0]), np.zeros(2))
    cloud = cloud_at(np.zeros(1), np.array([1000.0]), moves_m_s=(SPEED_M_S, 0.0))
    due = 400.0**2 * SPEED_M_S / (8 * np.pi) * 900 / 1000.0**3
    assert exposure(cloud, legs, sensor("inverse_cube", 400.0)) == pytest.approx(due, rel=0.01)


@pytest.mark.parametrize("moves_m_s", [(0.0, 0.0), (6.0, -3.0)])
def test_under_the_exponential_law_a_way_has_its_effort_and_no_more_however_it_turns(moves_m_s):
    """Sweep width × way, spread over the sea: what the bounds of search theory take for granted."""
    width_m, side_m, count = 400.0, 24_000.0, 300
    share = (np.arange(count) + 0.5) / count - 0.5
    east_m, north_m = (each.ravel() * side_m for each in np.meshgrid(share, share))
    rng = np.random.default_rng(7)
    legs = legs_of(*rng.uniform(-6_000, 6_000, (2, 12)), speed_m_s=SPEED_M_S)
    middle_s = float(legs.time_ms[-1]) / 2000
    cloud = cloud_at(east_m - moves_m_s[0] * middle_s, north_m - moves_m_s[1] * middle_s, moves_m_s=moves_m_s)
    effort_m2 = exposure(cloud, legs, sensor("exponential", width_m)).mean() * side_m**2
    assert effort_m2 == pytest.approx(width_m * SPEED_M_S * legs.time_ms[-1] / 1000, rel=2e-3)


@given(st.floats(-3_000, 3_000), st.floats(-3_000, 3_000), st.floats(100, 2_000))
def test_definite_range_finds_what_comes_within_half_the_sweep_width(east_m, north_m, width_m):
    legs = legs_of(np.array([-1000.0, 1000.0]), np.zeros(2))
    apart_m = float(np.hypot(max(abs(east_m) - 1000.0, 0.0), north_m))
    if abs(apart_m - width_m / 2) > 2:  # float32 positions
        pod = pod_by_hypothesis(cloud_at(np.array(east_m), np.array(north_m)), legs, sensor("definite", width_m))
        assert pod[0] == (apart_m < width_m / 2)


@pytest.mark.parametrize("law", [*LAWS, "curve"])
def test_a_leg_in_two_pieces_and_across_the_hour_is_the_same_leg(law):
    curve = lateral_curve([0, 400, 1200], [0.9, 0.3, 0.0], 720) if law == "curve" else None
    eye = Sensor(np.array([720.0]), law, curve)
    rng = np.random.default_rng(3)
    cloud = cloud_at(rng.normal(0, 2000, 200), rng.normal(0, 400, 200), moves_m_s=(0.5, 0.2))
    whole = legs_of(np.array([-9000.0, 9000.0]), np.zeros(2), start_ms=HOUR_MS - 200_000)
    parts = legs_of(np.array([-9000.0, -1234.0, 500.0, 9000.0]), np.zeros(4), start_ms=HOUR_MS - 200_000)
    assert pod_by_hypothesis(cloud, parts, eye) == pytest.approx(pod_by_hypothesis(cloud, whole, eye), abs=2e-4)


def test_a_long_pass_detects_what_its_own_curve_says():
    curve = lateral_curve([0, 400, 1200], [0.9, 0.3, 0.0], 720)
    away_m = np.array([0.0, 200.0, 400.0, 800.0, 1300.0])
    legs = legs_of(np.array([-140_000.0, 140_000.0]), np.zeros(2))
    pod = pod_by_hypothesis(cloud_at(np.zeros(5), away_m), legs, Sensor(np.array([720.0]), "", curve))
    assert pod == pytest.approx([0.9, 0.6, 0.3, 0.15, 0.0], abs=0.002)


def test_each_object_has_its_own_sweep_width_and_one_that_cannot_be_seen_is_not_found():
    cloud = cloud_at(np.zeros(3), np.full(3, 300.0), objects=np.array([0, 1, 2]))
    raft, person, unseen = pod_by_hypothesis(
        cloud, legs_of(np.array([-5e3, 5e3]), np.zeros(2)), sensor("inverse_cube", 1000.0, 100.0, 0.0)
    )
    assert raft > 10 * person > 0
    assert unseen == 0


def test_a_unit_that_keeps_its_place_beside_the_object_looks_all_the_time_at_one_distance():
    """Exactly together: no relative way, so no closest point of approach."""
    time_ms = np.array([0, HOUR_MS])
    lon_deg = np.array([[5.0, 5.25]], dtype=np.float32)
    lat_deg = np.full((1, 2), LAT_DEG, dtype=np.float32)
    cloud = replace(cloud_at(np.zeros(1), np.zeros(1), hours=1), lon_deg=lon_deg, lat_deg=lat_deg)
    legs = Legs(time_ms, lon_deg[0].astype(np.float64), lat_deg[0] + 1 / 128, np.ones(1, dtype=bool))
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(LAT_DEG + 1 / 128))
    due = 400.0**2 * 0.25 * per_lon_m / (8 * np.pi * (per_lat_m / 128) ** 3)
    assert exposure(cloud, legs, sensor("inverse_cube", 400.0)) == pytest.approx(due, rel=1e-6)


def test_a_raft_that_became_a_person_is_looked_for_as_a_person():
    cloud = cloud_at(np.zeros(2), np.full(2, 300.0))
    became = replace(cloud, object_at=np.array([[0, 0, 0], [0, 1, 1]], dtype=np.int16))
    eye = sensor("inverse_cube", 1000.0, 100.0)
    early, late = (legs_of(np.array([-5e3, 5e3]), np.zeros(2), start_ms=hour * HOUR_MS) for hour in (0, 1))
    raft, person = (float(exposure(cloud, late, sensor("inverse_cube", width))[0]) for width in (1000.0, 100.0))
    assert exposure(became, early, eye) == pytest.approx([raft, raft], rel=1e-6)
    assert exposure(became, late, eye) == pytest.approx([raft, person], rel=1e-6)
    with pytest.raises(InvalidInput, match="1 sweep widths for the 2 objects"):
        pod_by_hypothesis(became, late, sensor("inverse_cube", 1000.0))


def test_a_drift_that_goes_back_in_time_is_not_searched():
    cloud = cloud_at(np.zeros(1), np.zeros(1))
    back = replace(cloud, time_ms=cloud.time_ms[::-1].copy())
    with pytest.raises(InvalidInput, match=r"goes back from 010200Z JAN 70 to 010000Z JAN 70"):
        pod_by_hypothesis(back, legs_of(np.array([-5e3, 5e3]), np.zeros(2)), sensor("definite", 500.0))


@pytest.mark.parametrize("law", LAWS)
def test_what_is_not_in_the_water_is_not_found_and_what_is_stranded_is_looked_for_where_it_lies(law):
    cloud = cloud_at(np.zeros(2), np.zeros(2))
    cloud.lon_deg[0, :2] = cloud.lat_deg[0, :2] = np.nan  # enters the water in the second hour
    cloud.status[1] = 1
    legs = legs_of(np.array([-5e3, 5e3]), np.zeros(2))
    first, second = pod_by_hypothesis(cloud, legs, sensor(law, 500.0))
    assert first == 0.0
    assert second == pytest.approx(1.0 if law != "exponential" else 1 - np.exp(-1 / np.sqrt(2 * np.pi)), abs=1e-3)


def test_the_way_out_and_home_finds_nothing():
    legs = legs_of(np.array([-5e3, 5e3, 5e3]), np.array([0.0, 0.0, 4e3]))
    legs.is_searching[0] = False
    pod = pod_by_hypothesis(cloud_at(np.array([0.0, 5e3]), np.array([0.0, 2e3])), legs, sensor("definite", 500.0))
    assert pod.tolist() == [0.0, 1.0]


def test_the_date_line_is_no_edge():
    cloud = cloud_at(np.array([0.0]), np.array([0.0]))
    legs = legs_of(np.array([-5e3, 5e3]), np.zeros(2))
    moved = replace(cloud, lon_deg=np.full_like(cloud.lon_deg, 180.0))
    across = Legs(legs.time_ms, np.array([179.95, -179.95]), legs.lat_deg, legs.is_searching)
    assert pod_by_hypothesis(moved, across, sensor("definite", 500.0)).tolist() == [1.0]


def test_the_pod_does_not_depend_on_the_number_of_threads():
    rng = np.random.default_rng(5)
    cloud = cloud_at(rng.normal(0, 5000, 5000), rng.normal(0, 5000, 5000), moves_m_s=(0.3, -0.2))
    legs = legs_of(rng.normal(0, 5000, 20), rng.normal(0, 5000, 20))
    both = []
    for threads in (1, numba.get_num_threads()):
        before = numba.get_num_threads()
        numba.set_num_threads(threads)
        both.append(pod_by_hypothesis(cloud, legs, sensor("inverse_cube", 500.0)).tobytes())
        numba.set_num_threads(before)
    assert both[0] == both[1]


def test_a_search_that_the_drift_does_not_cover_is_refused():
    legs = legs_of(np.array([-5e3, 5e3]), np.zeros(2), start_ms=2 * HOUR_MS - 1000)
    with pytest.raises(InvalidInput, match=r"the drift from 010000Z JAN 70 to 010200Z JAN 70"):
        pod_by_hypothesis(cloud_at(np.zeros(1), np.zeros(1)), legs, sensor("definite", 500.0))
    legs.is_searching[:] = False
    assert pod_by_hypothesis(cloud_at(np.zeros(1), np.zeros(1)), legs, sensor("definite", 500.0)).tolist() == [0.0]


@pytest.mark.parametrize(
    ("eye", "words"),
    [
        (Sensor(np.array([500.0]), "radar"), "no lateral range curve 'radar'"),
        (Sensor(np.array([]), "definite"), "0 sweep widths for the 1 objects"),
        (Sensor(np.array([-1.0]), "definite"), "sweep widths"),
        (Sensor(np.array([np.nan]), "definite"), "sweep widths"),
    ],
)
def test_a_sensor_that_says_too_little_is_refused(eye, words):
    with pytest.raises(InvalidInput, match=words):
        pod_by_hypothesis(cloud_at(np.zeros(1), np.zeros(1)), legs_of(np.array([0.0, 1e3]), np.zeros(2)), eye)


def test_legs_that_are_no_legs_are_refused():
    good = legs_of(np.array([0.0, 1e3, 2e3]), np.zeros(3))
    cloud, eye = cloud_at(np.zeros(1), np.zeros(1)), sensor("definite", 500.0)
    for bad, words in (
        (Legs(good.time_ms[:2], good.lon_deg, good.lat_deg, good.is_searching), "do not|2 instants, 3 positions"),
        (Legs(good.time_ms[::-1], good.lon_deg, good.lat_deg, good.is_searching), "earlier than the point before"),
        (Legs(good.time_ms, good.lon_deg * np.nan, good.lat_deg, good.is_searching), "no place on the map"),
    ):
        with pytest.raises(InvalidInput, match=words):
            pod_by_hypothesis(cloud, bad, eye)


def test_the_detection_is_compiled_once_whatever_arrays_it_is_given():
    cloud, legs = cloud_at(np.zeros(3), np.full(3, 300.0)), legs_of(np.array([-5e3, 5e3]), np.zeros(2))
    locked = replace(
        cloud, lon_deg=np.broadcast_to(cloud.lon_deg[:1], (3, 3)), lat_deg=np.asfortranarray(cloud.lat_deg)
    )
    changing = replace(cloud, object_at=np.zeros((3, 3), dtype=np.int8))
    curve = lateral_curve(np.array([0, 400, 1200]), np.array([0.9, 0.3, 0.0]), 720)
    for each in (cloud, locked, changing):
        for law in LAWS:
            pod_by_hypothesis(each, legs, sensor(law, 500.0))
        pod_by_hypothesis(each, legs, Sensor(np.array([720]), "", curve))
    assert len(expose.signatures) == 1
