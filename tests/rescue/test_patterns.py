"""Search patterns: laws over every entry, and one example of each by hand. Authority: the geometry rules of IAMSAR."""

import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import M_PER_NM, MS_PER_S, Floats, InvalidInput, distance_m
from comity.rescue import (
    LATERAL_RANGES,
    PATTERNS,
    POD_OF_COVERAGE,
    SEARCH_OBJECTS,
    SURVIVAL_MODELS,
    SWEEP_TABLES,
    Cloud,
    SearchArea,
    Sensor,
    coordinated_ship_m_s,
    joined,
    legs_of,
    pod_by_hypothesis,
    searched_m,
    way_points_m,
)
from tests.house.sources import ROOT
from tests.rescue.seas import HOUR_MS, LAT_DEG, LON_DEG
from tests.shared_data import SHARED, needs_shared

AREA = SearchArea(LON_DEG, LAT_DEG, 10_000.0, 6_000.0, 0.0)
FILLING = {"PS", "CS", "SS", "TSN", "TSR"}
"""Patterns whose legs are one spacing apart, and half a spacing inside what they cover."""
BY_HAND: dict[str, tuple[tuple[float, float, float], list[tuple[float, float]]]] = {
    "PS": ((10, 6, 2), [(-4, -2), (4, -2), (4, 0), (-4, 0), (-4, 2), (4, 2)]),
    "CS": ((6, 10, 2), [(-2, -4), (-2, 4), (0, 4), (0, -4), (2, -4), (2, 4)]),
    "SS": (
        (10, 10, 2),
        [(0, 0), (2, 0), (2, 2), (-2, 2), (-2, -2), (4, -2), (4, 4), (-4, 4), (-4, -4), (4, -4)],
    ),
    "VS": (
        (4, 4, 2),
        [
            (0, 0), (2, 0), (1, 3**0.5), (0, 0), (-1, -(3**0.5)), (1, -(3**0.5)), (0, 0), (-1, 3**0.5), (-2, 0), (0, 0),
        ],
    ),
    "TS": ((10, 8, 2), [(-4, -1), (4, -1), (4, 1), (-4, 1), (-4, -3), (4, -3), (4, 3), (-4, 3)]),
    "TSR": ((10, 8, 2), [(-4, -1), (4, -1), (4, 1), (-4, 1)]),
    "TSN": ((10, 8, 2), [(-4, 0), (4, 0)]),
    "barrier": ((6, 10, 2), [(2, -4), (2, 4), (2, -4), (2, 4)]),
}  # fmt: skip

sizes = st.tuples(st.floats(2_000, 50_000), st.floats(2_000, 50_000), st.floats(200, 5_000))


def way_m(points: Floats) -> float:
    return float(np.hypot(*np.diff(points, axis=0).T).sum())


def even_cloud(area: SearchArea, count: int, drift_m_s: tuple[float, float] = (0.0, 0.0), hours: int = 12) -> Cloud:
    """Hypotheses evenly over an area that lies north, all drifting alike."""
    side = round(count**0.5)
    share = (np.arange(side) + 0.5) / side - 0.5
    north_m, east_m = (each.ravel() for each in np.meshgrid(share * area.length_m, share * area.width_m))
    hour_s = np.arange(hours + 1) * 3600.0
    lon_deg = area.lon_deg + (east_m[:, None] + drift_m_s[0] * hour_s) / (111_320 * np.cos(np.radians(LAT_DEG)))
    lat_deg = area.lat_deg + (north_m[:, None] + drift_m_s[1] * hour_s) / 110_980
    none = np.zeros(east_m.size, dtype=np.int16)
    status = np.zeros(lon_deg.shape, dtype=np.int8)
    time_ms = np.arange(hours + 1, dtype=np.int64) * HOUR_MS
    return Cloud(time_ms, lon_deg.astype(np.float32), lat_deg.astype(np.float32), status, none, none)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_is_as_it_is_drawn_by_hand(pattern):
    size, points = BY_HAND[pattern]
    assert PATTERNS[pattern](*size) == pytest.approx(np.array(points, dtype=float), abs=1e-12)


@needs_shared
def test_every_pattern_of_the_reference_is_here():
    with (SHARED / "rescue" / "search_patterns.csv").open() as file:
        codes = {code for row in csv.DictReader(file) for code in row["code"].split("/")}
    for_ground_search = {"OS"}
    with_a_ship_below = {"CSC"}
    assert codes - for_ground_search - with_a_ship_below == {name.upper() for name in PATTERNS} - {"TS"}


@pytest.mark.parametrize("pattern", PATTERNS)
@given(size=sizes)
def test_every_way_point_is_finite_and_inside_the_area(pattern, size):
    points = PATTERNS[pattern](*size)
    assert points.ndim == 2
    assert len(points) >= 2
    assert np.isfinite(points).all()
    assert (np.abs(points) <= np.array(size[:2]) / 2 + 1e-6).all()


@pytest.mark.parametrize("pattern", ["PS", "CS", "TS", "TSR", "SS"])
@given(size=sizes)
def test_legs_are_one_track_spacing_apart(pattern, size):
    """The spacing nearest to the one asked for that fills the area with whole legs."""
    length_m, width_m, spacing_m = size
    points = PATTERNS[pattern](*size)
    legs = np.diff(points, axis=0)
    lines = (
        np.unique(points[:-1][np.abs(legs[:, 1]) < 1e-6, 1].round(6))
        if pattern != "CS"
        else np.unique(points[:, 0].round(6))
    )
    filled_m = {
        "PS": width_m,
        "CS": length_m,
        "TS": width_m,
        "TSR": 2 * min(spacing_m, width_m / 2),
        "SS": min(size[:2]),
    }
    assert np.diff(lines) == pytest.approx(filled_m[pattern] / len(lines), rel=1e-6) if len(lines) > 1 else True


@pytest.mark.parametrize("pattern", sorted(FILLING))
@given(count=st.integers(1, 12), spacing_m=st.floats(200, 3_000))
def test_the_way_is_the_area_over_the_spacing_less_one_spacing(pattern, count, spacing_m):
    """So effort = sweep width × way covers the area with the coverage sweep width / spacing, but for half a turn."""
    side_m = (2 * count + 1) * spacing_m
    wide = {"TSN": 1, "TSR": 2}.get(pattern, 2 * count + 1)
    points = PATTERNS[pattern](side_m, side_m, spacing_m)
    assert way_m(points) == pytest.approx(side_m * wide - spacing_m, rel=1e-9)


def test_a_sector_search_is_nine_radii_long_and_three_times_at_the_datum():
    points = PATTERNS["VS"](8_000, 6_000, 1)
    assert way_m(points) == pytest.approx(9 * 3_000)
    assert (np.hypot(*points.T) < 1e-6).sum() == 4  # its start, and three times more


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("corner", range(4))
def test_legs_start_at_the_commence_search_point_and_keep_the_search_speed(pattern, corner):
    legs = legs_of(pattern, AREA, spacing_m=1000, speed_m_s=50, start_ms=HOUR_MS, corner=corner)
    along = np.array([(1, 1), (1, -1), (-1, 1), (-1, -1)])[corner]
    east_m, north_m = (PATTERNS[pattern](10_000, 6_000, 1000)[0] * along)[::-1]
    start_lat = LAT_DEG + north_m / 110_980
    start_lon = LON_DEG + east_m / (111_320 * np.cos(np.radians(LAT_DEG)))
    assert distance_m(legs.lat_deg[0], legs.lon_deg[0], start_lat, start_lon) < 25
    assert legs.time_ms[0] == HOUR_MS
    assert legs.is_searching.all()
    gone_m = distance_m(legs.lat_deg[:-1], legs.lon_deg[:-1], legs.lat_deg[1:], legs.lon_deg[1:])
    assert np.cumsum(gone_m) == pytest.approx(50 * (legs.time_ms[1:] - HOUR_MS) / MS_PER_S, rel=1e-4, abs=1)
    assert searched_m(legs) == pytest.approx(way_m(way_points_m(pattern, AREA, 1000, corner)), rel=1e-3)


@pytest.mark.parametrize("bearing_deg", [0, 35, 90, 200])
def test_the_first_leg_goes_along_the_bearing_of_the_area(bearing_deg):
    area = SearchArea(LON_DEG, LAT_DEG, 9_000, 9_000, bearing_deg)
    for pattern in ("PS", "SS", "VS", "TSN"):
        first, second = way_points_m(pattern, area, 1000)[:2]
        towards_deg = np.degrees(np.arctan2(*(second - first))) % 360
        assert towards_deg == pytest.approx(bearing_deg)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("drift_m_s", [(0.8, -0.4), (-3.0, 0.0)])
def test_with_the_drift_a_pattern_is_true_relative_to_the_object(pattern, drift_m_s):
    legs = legs_of(pattern, AREA, spacing_m=1000, speed_m_s=8, start_ms=0, drift_m_s=drift_m_s)
    still = legs_of(pattern, AREA, spacing_m=1000, speed_m_s=8, start_ms=0)
    moved_m = legs.time_ms[:, None] / MS_PER_S * np.array(drift_m_s)
    lat_deg = legs.lat_deg - moved_m[:, 1] / 110_980
    lon_deg = legs.lon_deg - moved_m[:, 0] / (111_320 * np.cos(np.radians(legs.lat_deg)))
    apart_m = distance_m(lat_deg, lon_deg, still.lat_deg, still.lon_deg)
    assert apart_m.max() < 0.02 * np.hypot(*moved_m.T).max()
    gone_m = distance_m(legs.lat_deg[:-1], legs.lon_deg[:-1], legs.lat_deg[1:], legs.lon_deg[1:])
    assert gone_m.sum() == pytest.approx(8 * legs.time_ms[-1] / MS_PER_S, rel=1e-3)


def test_a_pattern_led_by_the_drift_finds_what_drifts_and_one_that_is_not_misses():
    drift_m_s = (0.0, 1.0)
    area = SearchArea(LON_DEG, LAT_DEG, 8_000, 8_000, 90.0)
    cloud = even_cloud(area, 2_500, drift_m_s)
    found = []
    for led in (drift_m_s, (0.0, 0.0)):
        legs = legs_of("PS", area, spacing_m=800, speed_m_s=6, start_ms=0, drift_m_s=led)
        found.append(pod_by_hypothesis(cloud, legs, Sensor(np.array([780.0]), "definite")).mean())
    assert found[0] > 0.95
    assert found[1] < 0.7


@pytest.mark.parametrize("pattern", ["PS", "CS"])
def test_a_whole_pattern_gives_nearly_the_pod_of_its_coverage(pattern):
    area = SearchArea(LON_DEG, LAT_DEG, 30_000, 30_000, 0.0)
    legs = legs_of(pattern, area, spacing_m=1000, speed_m_s=60, start_ms=0)
    pod = pod_by_hypothesis(even_cloud(area, 10_000), legs, Sensor(np.array([1000.0]), "inverse_cube")).mean()
    assert pod == pytest.approx(float(POD_OF_COVERAGE["inverse_cube"](1.0)), abs=0.02)


def test_time_on_scene_ends_a_pattern_in_the_middle_of_a_leg():
    whole = legs_of("PS", AREA, spacing_m=1000, speed_m_s=50, start_ms=0)
    short = legs_of("PS", AREA, spacing_m=1000, speed_m_s=50, start_ms=0, search_s=500)
    assert short.time_ms[-1] == 500 * MS_PER_S
    assert searched_m(short) == pytest.approx(25_000, rel=1e-3)
    assert (short.time_ms[:-1] == whole.time_ms[: short.time_ms.size - 1]).all()
    late = legs_of("PS", AREA, spacing_m=1000, speed_m_s=50, start_ms=0, search_s=1e6)
    assert late.time_ms[-1] == whole.time_ms[-1]


def test_the_way_out_and_home_are_legs_that_do_not_search():
    base_deg = (LON_DEG + 0.5, LAT_DEG)
    legs = legs_of("SS", AREA, spacing_m=1000, speed_m_s=50, start_ms=HOUR_MS, base_deg=base_deg, transit_m_s=70)
    assert not legs.is_searching[[0, -1]].any()
    assert legs.is_searching[1:-1].all()
    assert legs.time_ms[1] == HOUR_MS
    for end, near in ((0, 1), (-1, -2)):
        assert (legs.lon_deg[end], legs.lat_deg[end]) == base_deg
        way = distance_m(legs.lat_deg[end], legs.lon_deg[end], legs.lat_deg[near], legs.lon_deg[near])
        assert abs(legs.time_ms[end] - legs.time_ms[near]) / MS_PER_S == pytest.approx(way / 70, abs=0.01)


def test_two_areas_of_one_unit_are_one_way():
    first = legs_of("PS", AREA, spacing_m=1000, speed_m_s=50, start_ms=0)
    second = legs_of("VS", AREA, spacing_m=1000, speed_m_s=50, start_ms=int(first.time_ms[-1]) + 60_000)
    both = joined([first, second])
    assert (~both.is_searching).sum() == 1
    assert searched_m(both) == pytest.approx(searched_m(first) + searched_m(second))


def test_the_ship_of_a_coordinated_creeping_line_keeps_under_the_aircraft():
    leg_m, spacing_m, aircraft_m_s = 20 * M_PER_NM, 1 * M_PER_NM, 60.0
    cycle_s = (leg_m + spacing_m) / aircraft_m_s
    assert coordinated_ship_m_s(leg_m, spacing_m, aircraft_m_s) * cycle_s == pytest.approx(spacing_m)


@pytest.mark.parametrize(
    ("pattern", "area", "settings", "words"),
    [
        ("ZZ", AREA, {}, "no search pattern 'ZZ'"),
        ("PS", SearchArea(5, 37, 0, 10, 0), {}, "0 m by 10 m"),
        ("PS", AREA, {"spacing_m": float("nan")}, "spacing nan m"),
        ("PS", AREA, {"drift_m_s": (50.0, 1.0)}, "drifts at 50.01 m/s"),
        ("PS", AREA, {"search_s": -1.0}, "-1 s on scene"),
    ],
)
def test_what_cannot_be_flown_is_refused(pattern, area, settings, words):
    with pytest.raises(InvalidInput, match=words):
        legs_of(pattern, area, **{"spacing_m": 1000, "speed_m_s": 50, "start_ms": 0, **settings})


def test_every_pattern_has_its_entry_in_the_reference():
    page = (ROOT / "docs" / "reference" / "patterns.md").read_text("utf-8")
    for designator in PATTERNS:
        assert f"\n## `{designator}`\n" in page


def test_every_search_object_platform_law_and_survival_model_has_its_entry_in_the_reference():
    page = (ROOT / "docs" / "reference" / "sweep-widths.md").read_text("utf-8")
    for name in (*SEARCH_OBJECTS, *SWEEP_TABLES, *LATERAL_RANGES, *SURVIVAL_MODELS):
        assert f"`{name}`" in page, name


@pytest.mark.parametrize("designator", PATTERNS)
def test_more_legs_than_anybody_flies_are_refused(designator: str) -> None:
    area = SearchArea(LON_DEG, LAT_DEG, 60_000.0, 40_000.0, 30.0)
    with pytest.raises(InvalidInput) as caught:
        legs_of(designator, area, spacing_m=1.0, speed_m_s=50.0, start_ms=0)
    assert caught.value.code == "rescue.spacing_too_close"
