"""Who can be at a datum first: against a plain look at every vessel with pyproj, and cases by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from comity.maritime import Picture, nearest
from comity.maritime.nearest import READY_S, USUAL_M_S
from tests.maritime.test_picture import NOON_MS, reports, words

EARTH = Geod(ellps="WGS84")
spots = st.lists(st.tuples(st.integers(-890, 890), st.integers(-1799, 1799), st.integers(0, 20)), max_size=30)


def pictured(rows):
    picture = Picture(64)
    places = [(number + 1, NOON_MS, lat / 10, lon / 10) for number, (lat, lon, _) in enumerate(rows)]
    speeds = [float(min(sog, 2)) for _, _, sog in rows]
    picture.take(reports(*places, sog_m_s=speeds, cog_deg=0.0), now_ms=NOON_MS)
    return picture


@given(spots, st.integers(-90, 90), st.integers(-180, 180), st.integers(1, 8))
def test_the_soonest_are_those_that_a_look_at_every_vessel_finds(rows, lat, lon, most):
    found = nearest(pictured(rows), lat, lon, now_ms=NOON_MS, most=most)
    usual = USUAL_M_S["unknown"]
    times = sorted(EARTH.inv(lon, lat, each[1] / 10, each[0] / 10)[2] / usual for each in rows)
    assert [near.time_s for near in found] == pytest.approx(times[:most], abs=0.1)


def one(**columns):
    picture = Picture(4)
    picture.take(reports((7, NOON_MS, 37.0, 3.0), **({"cog_deg": 0.0} | columns)), now_ms=NOON_MS)
    return picture


def test_a_moored_vessel_needs_its_time_and_one_aground_does_not_come():
    (moored,) = nearest(one(nav_status=5, sog_m_s=0.0), 37.1, 3.0, now_ms=NOON_MS)
    assert moored.time_s == pytest.approx(moored.distance_m / USUAL_M_S["unknown"] + READY_S["moored"])
    (aground,) = nearest(one(nav_status=6, sog_m_s=0.0), 37.1, 3.0, now_ms=NOON_MS)
    assert (aground.time_s, aground.note) == (None, "aground")


def test_the_speed_is_the_fastest_seen_or_that_of_the_type():
    picture = one(sog_m_s=0.0)
    assert nearest(picture, 37.1, 3.0, now_ms=NOON_MS)[0].speed_from == "type"
    for second in range(1, 8):
        picture.take(reports((7, NOON_MS + second, 37.0, 3.0), sog_m_s=9.0, cog_deg=0.0), now_ms=NOON_MS)
    (found,) = nearest(picture, 37.1, 3.0, now_ms=NOON_MS)
    assert (found.speed_from, found.speed_m_s) == ("fastest_seen", 9.0)


def test_the_way_begins_where_a_vessel_is_reckoned_to_be():
    (found,) = nearest(one(sog_m_s=10.0), 37.1, 3.0, now_ms=NOON_MS + 300_000)
    assert found.distance_m == pytest.approx(EARTH.inv(3.0, 37.0, 3.0, 37.1)[2] - 3000, abs=15)
    assert found.bearing_deg == pytest.approx(180.0, abs=0.1)


def test_an_old_position_is_said_to_be_old_and_an_aid_to_navigation_comes_never():
    (found,) = nearest(one(sog_m_s=1.0), 37.1, 3.0, now_ms=NOON_MS + 3_600_000)
    assert (found.note, found.age_s) == ("old_position", 3600.0)
    assert nearest(one(msg_type=4), 37.1, 3.0, now_ms=NOON_MS) == []


def test_a_circle_holds_only_what_lies_in_it_over_the_antimeridian_and_at_the_pole():
    picture = Picture(8)
    picture.take(reports((1, NOON_MS, 0, 179.9), (2, NOON_MS, 0, -179.9), (3, NOON_MS, 89.9, 90)), now_ms=NOON_MS)
    across = nearest(picture, 0, 180, now_ms=NOON_MS, within_m=12_000)
    assert {int(picture.columns(np.array([each.row]))["mmsi"][0]) for each in across} == {1, 2}
    (north,) = nearest(picture, 89.9, -90, now_ms=NOON_MS, within_m=30_000)
    assert north.distance_m == pytest.approx(EARTH.inv(-90, 89.9, 90, 89.9)[2], abs=1)


def test_the_type_of_a_vessel_tells_its_speed():
    picture = one(sog_m_s=0.0)
    picture.tell(words((7, NOON_MS, "FAST", "", 0)).set_column(5, "ship_type", [[40]]))
    assert nearest(picture, 37.1, 3.0, now_ms=NOON_MS)[0].speed_m_s == USUAL_M_S["high_speed"]
