"""The frames of the moving picture, by hand and in virtual time; ways on the earth against pyproj (Karney)."""

import struct
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from comity.api.picture_frames import (
    CELL,
    DENSITY,
    GONE,
    HEADER,
    NOTHING_NEW,
    TOLERANCE_M,
    UPDATE,
    Look,
    PictureLine,
    density,
    inside,
    mercator,
    mercator_speed,
)
from comity.node.pictures import CloudDrift, Floats, Layer, Moving
from comity.rescue import Cloud

NOON_MS = 1_218_024_000_000.0


def one_drifter() -> Layer:
    """One hypothesis that goes 0.01° east along 37° N in an hour: 889.6 m, 0.48 kn, course 090."""
    cloud = Cloud(
        time_ms=np.array([0, 3_600_000]),
        lon_deg=np.array([[5.5, 5.51]], np.float32),
        lat_deg=np.array([[37.0, 37.0]], np.float32),
        status=np.zeros((1, 2), np.int8),
        object_index=np.zeros(1, np.int16),
        scenario_index=np.zeros(1, np.int16),
    )
    return Layer("cases", "x", 1, 1, CloudDrift(cloud).at)


def ships(count: int, *, stamp: int = 1, box: tuple[float, ...] = (-6, 35, 16, 44)) -> Layer:
    """Ships that each keep a course and a speed of up to 20 kn, started at noon, off the coast of nothing."""
    chance = np.random.default_rng(7)
    west, south, east, north = box
    lon_deg, lat_deg = chance.uniform(west, east, count), chance.uniform(south, north, count)
    sog_m_s, cog_deg = chance.uniform(0, 10, count), chance.uniform(0, 360, count)

    def at(at_ms: float) -> Moving:
        metres = sog_m_s * (at_ms - NOON_MS) / 1000
        lon, lat, _ = Geod(ellps="WGS84").fwd(lon_deg, lat_deg, cog_deg, metres)
        return Moving(np.asarray(lon), np.asarray(lat), sog_m_s, cog_deg)

    return Layer("ships", "", stamp, count, at)


def look(**more: Any) -> Look:
    known = {"at_ms": NOON_MS, "speed": 1.0, "bbox": None, "hz": 4.0, "bytes_per_s": 200_000, "grid_udeg": None}
    return Look(**{**known, **more})


def opened(layer: Layer, **more: Any) -> PictureLine:
    line = PictureLine()
    assert line.look([layer], look(**more), 0.0)
    return line


def read(frame: bytes, kind: np.dtype[Any] = UPDATE) -> tuple[Any, Any]:
    (header,) = np.frombuffer(frame[: HEADER.itemsize], dtype=HEADER)
    return header, np.frombuffer(frame[HEADER.itemsize :], dtype=kind)


def test_a_frame_has_the_bytes_that_are_documented() -> None:
    frame = opened(one_drifter(), at_ms=1_800_000, speed=0.0).frame(0.0)
    assert struct.unpack("<HHIq", frame[:16]) == (1, 1, 1, 1_800_000)
    assert struct.unpack("<IiiHH", frame[16:]) == (0, 550_500, 3_700_000, 5, 900)


def test_what_leaves_the_view_is_told_once_and_then_no_more() -> None:
    line = opened(one_drifter(), at_ms=0, bbox=(5.0, 36.0, 5.505, 38.0), speed=3600.0, hz=1.0)
    assert read(line.frame(0.0))[1]["sog"][0] < GONE
    assert read(line.frame(0.9))[1]["sog"].tolist() == [GONE]
    header, nothing = read(line.frame(1.0))
    assert (header["kind"], nothing.size) == (NOTHING_NEW, 0)


def test_a_cloud_is_nowhere_before_its_first_hour_and_after_its_last() -> None:
    for at_ms in (-1, 3_600_001):
        assert np.isnan(one_drifter().at(at_ms).lon_deg).all()
    assert one_drifter().at(3_600_000).lon_deg == pytest.approx(5.51, abs=1e-6)


def test_a_box_that_moves_on_leaves_nothing_behind() -> None:
    line = opened(ships(500), speed=0.0, bytes_per_s=2_000_000)
    held = set(read(line.frame(0.0))[1]["id"].tolist())
    assert len(held) == 500
    assert not line.look([ships(500)], look(speed=0.0, bytes_per_s=2_000_000, bbox=(0, 36, 5, 40)), 1.0)
    told = read(line.frame(1.0))[1]
    held -= set(told["id"][told["sog"] == GONE].tolist())
    now = ships(500).at(NOON_MS)
    assert held == set(np.flatnonzero(inside((0, 36, 5, 40), now)).tolist())


@pytest.mark.parametrize(("rate", "hz"), [(16_000, 4.0), (20_000, 2.0), (200_000, 5.0)])
def test_no_second_of_five_carries_more_bytes_than_were_asked_for(rate: int, hz: float) -> None:
    line = opened(ships(10_000), bytes_per_s=rate, hz=hz)
    told = [len(line.frame(tick / hz)) for tick in range(int(5 * hz))]
    for first in range(len(told) - int(hz) + 1):
        assert sum(told[first : first + int(hz)]) <= rate
    assert sum(told) > 0.9 * 5 * rate * min(1, 160_000 / (5 * rate))


def test_a_hasty_browser_gets_no_more_than_its_rate_and_one_tick() -> None:
    line = opened(ships(10_000), bytes_per_s=16_000)
    told = 0
    for step in range(500):
        line.look([ships(10_000)], look(bytes_per_s=16_000, bbox=(-6, 35, 16, 44 - step / 1000)), step / 100)
        told += len(line.frame(step / 100))
    assert told <= 5 * 16_000 + 4_000


def test_a_thin_line_tells_every_ship_in_turn() -> None:
    line = opened(ships(10_000), bytes_per_s=16_000)
    seen: set[int] = set()
    for tick in range(42):  # 10,000 updates of 16 bytes are ten seconds of this line
        seen |= set(read(line.frame(tick / 4))[1]["id"].tolist())
    assert seen == set(range(10_000))


def test_who_keeps_course_and_speed_is_not_told_again_before_the_reckoning_is_off() -> None:
    line = opened(ships(1_000), bytes_per_s=2_000_000)
    line.frame(0.0)
    again = sum(read(line.frame(tick / 4))[1].size for tick in range(1, 240))
    assert again == 0  # a minute: 0.05 kn and 0.05° of rounding at 20 kn are less than 2 m
    header, told = read(line.frame(1800.0))
    assert 0 < told.size < 1_000
    assert header["at_ms"] == NOON_MS + 1_800_000


def test_what_the_browser_draws_is_never_further_off_than_is_promised() -> None:
    line = opened(ships(300), bytes_per_s=2_000_000, hz=1.0, speed=60.0)
    drawn: dict[int, tuple[Any, float]] = {}
    truth = ships(300)
    for tick in range(60):
        header, told = read(line.frame(float(tick)))
        at_s = header["at_ms"] / 1000
        drawn |= {int(each["id"]): (each.copy(), at_s) for each in told}
        assert max(off_m(drawn, truth.at(float(header["at_ms"])), at_s)) <= TOLERANCE_M + 1


def off_m(drawn: dict[int, tuple[Any, float]], truth: Moving, at_s: float) -> Floats:
    """Reckon as the console's shader does, and measure on the ellipsoid."""
    rows = np.array([drawn[each][0] for each in sorted(drawn)], dtype=UPDATE)
    ahead_s = at_s - np.array([drawn[each][1] for each in sorted(drawn)])
    x, y = mercator(rows["lon"] / 1e5, rows["lat"] / 1e5)
    vx, vy = mercator_speed(rows["lat"] / 1e5, rows["sog"] / 10 * 1852 / 3600, rows["cog"] / 10)
    lon_deg = (x + vx * ahead_s) * 360 - 180
    lat_deg = np.degrees(2 * np.arctan(np.exp((0.5 - y - vy * ahead_s) * 2 * np.pi)) - np.pi / 2)
    return np.asarray(Geod(ellps="WGS84").inv(lon_deg, lat_deg, truth.lon_deg, truth.lat_deg)[2])


def test_a_box_across_the_antimeridian_holds_both_sides_and_not_the_rest() -> None:
    now = Moving(np.array([179.5, -179.5, 0.0, np.nan]), np.zeros(4), np.zeros(4), np.zeros(4))
    assert inside((179.0, -1.0, -179.0, 1.0), now).tolist() == [True, True, False, False]
    assert inside((-1.0, -1.0, 1.0, 1.0), now).tolist() == [False, False, True, False]


def test_a_drift_across_the_antimeridian_takes_the_short_way() -> None:
    cloud = Cloud(
        time_ms=np.array([0, 3_600_000]),
        lon_deg=np.array([[179.99, -179.99]], np.float32),
        lat_deg=np.zeros((1, 2), np.float32),
        status=np.zeros((1, 2), np.int8),
        object_index=np.zeros(1, np.int16),
        scenario_index=np.zeros(1, np.int16),
    )
    now = CloudDrift(cloud).at(1_800_000)
    assert abs(abs(now.lon_deg[0]) - 180) < 1e-4
    assert now.cog_deg[0] == pytest.approx(90, abs=0.1)


@given(
    st.lists(st.tuples(st.floats(-180, 179.999), st.floats(-85, 85)), max_size=60),
    st.sampled_from([10_000, 250_000, 500_000, 2_000_000]),
)
def test_the_cells_count_every_point_once_and_each_holds_its_own(
    places: list[tuple[float, float]], width_udeg: int
) -> None:
    lon_deg, lat_deg = np.array(places).reshape(-1, 2).T
    cells = density(lon_deg, lat_deg, width_udeg)
    assert cells["points"].sum() == len(places)
    for lon, lat in places:
        in_cell = (cells["west"] <= round(lon * 1e6)) & (round(lon * 1e6) < cells["west"] + width_udeg)
        in_cell &= (cells["south"] <= round(lat * 1e6)) & (round(lat * 1e6) < cells["south"] + width_udeg)
        assert in_cell.sum() == 1
    assert (cells["west"] % width_udeg == 0).all()


def test_density_is_told_once_and_widens_until_it_fits() -> None:
    line = opened(ships(10_000), speed=0.0, grid_udeg=250_000)
    header, cells = read(line.frame(0.0), CELL)
    assert (header["kind"], header["points"], cells["points"].sum()) == (DENSITY, 10_000, 10_000)
    assert set(cells["width"].tolist()) == {250_000}
    assert read(line.frame(0.25))[0]["kind"] == NOTHING_NEW
    line.look([ships(10_000)], look(speed=0.0, grid_udeg=250_000, bytes_per_s=16_000), 0.5)
    header, cells = read(line.frame(0.75), CELL)
    assert header["kind"] == DENSITY
    assert cells["points"].sum() == 10_000
    assert cells.nbytes <= 4_000
    assert cells["width"][0] > 250_000


def test_ids_that_mean_other_points_begin_a_new_generation() -> None:
    line = opened(ships(10))
    assert not line.look([ships(10)], look(), 1.0)
    assert line.look([one_drifter(), ships(10, stamp=2)], look(), 2.0)
    assert line.generation == 2
    assert [(each["first"], each["count"]) for each in line.parts()] == [(0, 1), (1, 10)]


@pytest.mark.parametrize(("lat_deg", "cog_deg"), [(0.0, 45.0), (38.0, 90.0), (60.0, 10.0), (-54.0, 225.0)])
def test_six_minutes_at_twenty_knots_are_reckoned_to_five_metres(lat_deg: float, cog_deg: float) -> None:
    sog_m_s, ahead_s = 20 * 1852 / 3600, 360.0
    lon, lat, _ = Geod(ellps="WGS84").fwd(5.0, lat_deg, cog_deg, sog_m_s * ahead_s)
    x, y = mercator(np.array([5.0]), np.array([lat_deg]))
    vx, vy = mercator_speed(np.array([lat_deg]), np.array([sog_m_s]), np.array([cog_deg]))
    true_x, true_y = mercator(np.array([lon]), np.array([lat]))
    off = np.hypot(x + vx * ahead_s - true_x, y + vy * ahead_s - true_y) * 40_075_017 * np.cos(np.radians(lat_deg))
    assert off[0] < 5.0
