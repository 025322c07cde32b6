"""Each scenario is drawn from its own distribution: means and spreads against their exact values.

Authority: moments of the uniform, normal and circular sector distributions; distances by geodesics on WGS 84. With
40,000 draws a mean is sure to half a per cent of its spread; antithetic pairs make the normal ones surer.
"""

from typing import Any

import numpy as np
import pytest

from comity.ground import Floats, InvalidInput, distance_m, metres_per_degree, parse_instant
from comity.rescue import Bearing, Debris, Drawn, LastReport, Voyage, case_of, nominal_places
from comity.rescue.case_table import Table
from comity.rescue.scenario_draws import Draws, draw
from comity.rescue.scenario_file import scenario_of, sighting_range_m

COUNT = 40_000
BEGIN_MS = parse_instant("2008-08-06T00:00:00Z")
HOUR_MS = 3_600_000


def hour(number: float) -> str:
    return f"2008-08-06T{int(number):02d}:{round(number % 1 * 60):02d}:00Z"


def drawn(document: dict[str, Any]) -> tuple[Floats, Floats, Floats]:
    """Longitudes, latitudes and hours after midnight of many draws."""
    lon, lat, time_ms = draw(
        scenario_of(Table("[[scenario]] 1", document)), Draws(7, np.arange(COUNT, dtype=np.uint64), 0)
    )
    return lon, lat, (time_ms - BEGIN_MS) / HOUR_MS


def voyage(**keys: Any) -> dict[str, Any]:
    """Due east along 37° N from 4° E to 8° E in eight hours: 0.5° an hour."""
    return {
        "kind": "voyage",
        "waypoints": [{"lat": 37.0, "lon": 4.0, "time": hour(2)}, {"lat": 37.0, "lon": 8.0, "time": hour(10)}],
        "position_error_m": 0,
        **keys,
    }


def test_a_voyage_may_have_ended_at_any_time_and_then_lies_where_it_should_have_been() -> None:
    lon, lat, at = drawn(voyage())
    assert at.mean() == pytest.approx(6.0, abs=0.03)
    assert at.std() == pytest.approx(8 / np.sqrt(12), rel=0.01)
    assert np.abs(lon - (4.0 + (at - 2) * 0.5)).max() < 1e-6
    assert (lat == 37.0).all()


def test_a_voyage_has_errors_across_its_track_and_in_its_progress() -> None:
    lon, lat, at = drawn(voyage(position_error_m=3000, time=[hour(2), hour(7)]))
    per_lat_m, per_lon_m = metres_per_degree(37.0)
    assert float((lat - 37.0).std() * per_lat_m) == pytest.approx(3000, rel=0.01)
    assert float((lon - 4.0 - (at - 2) * 0.5).std() * per_lon_m) == pytest.approx(3000, rel=0.01)
    lon, _, at = drawn(voyage(speed_error=0.1, time=[hour(2), hour(7)]))
    off_plan = lon - (4.0 + (at - 2) * 0.5)  # normal, a tenth of the way made: E[(0.1 · 0.5 · t)²], t from 0 to 5 h
    assert off_plan.std() == pytest.approx(0.05 * np.sqrt(25 / 3), rel=0.01)
    assert np.abs(off_plan[at < 2.1]).max() < 0.1 * 0.05 * 5


def test_a_hazard_of_factor_four_takes_four_times_the_share_of_its_stretch() -> None:
    _, per_lon_m = metres_per_degree(37.0)
    radius_m = 0.5 * float(per_lon_m)  # from 5.5° E to 6.5° E: two of the eight hours
    lon, _, _ = drawn(voyage(hazards=[{"lat": 37.0, "lon": 6.0, "radius_m": radius_m, "factor": 4}]))
    assert ((lon > 5.5) & (lon < 6.5)).mean() == pytest.approx(4 * 2 / (4 * 2 + 6), abs=0.005)
    with pytest.raises(InvalidInput) as caught:
        drawn(voyage(hazards=[{"lat": 37.0, "lon": 6.0, "radius_m": 500_000, "factor": 0}]))
    assert caught.value.code == "rescue.no_chance_on_track"


def test_a_voyage_over_the_antimeridian_takes_the_short_way() -> None:
    points = [{"lat": 0.0, "lon": 179.0, "time": hour(2)}, {"lat": 0.0, "lon": -179.0, "time": hour(4)}]
    lon, _, at = drawn(voyage(waypoints=points))
    assert np.abs(lon - (179.0 + (at - 2))).max() < 1e-6


def test_departure_and_speed_give_way_points_their_times() -> None:
    points = [{"lat": 37.0, "lon": 5.0}, {"lat": 37.5, "lon": 5.0}, {"lat": 37.5, "lon": 6.0}]
    legs_m = distance_m([37.0, 37.5], [5.0, 5.0], [37.5, 37.5], [5.0, 6.0])
    found = scenario_of(Table("x", voyage(waypoints=points, departed=hour(1), speed_kt=10)))
    assert isinstance(found, Voyage)
    assert [((each.time_ms or 0) - BEGIN_MS) / HOUR_MS for each in found.track if not isinstance(each, str)] == [
        1.0,
        pytest.approx(1 + legs_m[0] / 18_520),
        pytest.approx(1 + legs_m.sum() / 18_520),
    ]


def test_a_vessel_overdue_is_on_what_is_left_of_its_way_after_the_last_contact() -> None:
    lon, _, at = drawn({**voyage(), "kind": "overdue", "last_contact": hour(6)})
    assert (at.min(), at.max()) == (pytest.approx(6, abs=0.01), pytest.approx(10, abs=0.01))
    assert lon.mean() == pytest.approx(7.0, abs=0.01)
    heard = {"last_contact": hour(6), "contact_lat": 37.4, "contact_lon": 6.2}
    lon, lat, at = drawn({**voyage(), "kind": "overdue", **heard})
    assert np.abs(lat - (37.4 - 0.1 * (at - 6))).max() < 1e-6, "from where it was heard to the next way-point"
    assert np.abs(lon - (6.2 + 0.45 * (at - 6))).max() < 1e-6


def silent(**keys: Any) -> dict[str, Any]:
    return {
        "kind": "ais",
        "lat": 37.0,
        "lon": 5.0,
        "time": hour(4),
        "silent_until": hour(7),
        "course_deg": 0,
        "speed_kt": 12,
        **keys,
    }


def test_a_ship_that_fell_silent_went_on_along_its_course_until_some_moment_of_the_gap() -> None:
    lon, lat, at = drawn(silent())
    assert at.mean() == pytest.approx(5.5, abs=0.02)
    gone_m = distance_m(37.0, 5.0, lat, lon)
    assert np.abs(gone_m - (at - 4) * 12 * 1852).max() < 20
    assert np.abs(lon - 5.0).max() < 1e-9


def test_errors_of_course_and_speed_grow_with_the_gap() -> None:
    lon, lat, at = drawn(silent(course_deg=90, course_error_deg=2, speed_error_kt=1))
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(37.0))
    hours = at - 4
    across_m = (lat - 37.0) * per_lat_m
    assert across_m.std() == pytest.approx(np.radians(2) * np.hypot(12, 1) * 1852 * np.sqrt(3), rel=0.02)
    along_m = (lon - 5.0) * per_lon_m - 12 * 1852 * hours
    assert along_m.std() == pytest.approx(1852 * np.sqrt(3), rel=0.03)  # E[t²] over three hours is 3


def seen(**keys: Any) -> dict[str, Any]:
    return {"lat": 36.8, "lon": 5.1, "bearing_deg": 30, "bearing_error_deg": 3, "time": hour(3), **keys}


def test_a_bearing_is_normal_in_angle_and_even_in_distance() -> None:
    lon, lat, at = drawn({**seen(), "kind": "bearing", "distance_m": [4000, 16_000], "time_error_s": 600})
    range_m = distance_m(36.8, 5.1, lat, lon)
    assert range_m.mean() == pytest.approx(10_000, rel=0.005)
    assert range_m.std() == pytest.approx(12_000 / np.sqrt(12), rel=0.01)
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(36.85))
    angle_deg = np.degrees(np.arctan2((lon - 5.1) * per_lon_m, (lat - 36.8) * per_lat_m))
    assert angle_deg.mean() == pytest.approx(30, abs=0.05)
    assert angle_deg.std() == pytest.approx(3, rel=0.02)
    assert at.std() * 3600 == pytest.approx(600 * 0.9866, rel=0.01), "a normal cut at three standard deviations"


def test_a_flare_is_even_over_the_sea_as_far_as_it_shows() -> None:
    heights = {"eye_height_m": 9.0, "flare_height_m": 25.0, "visibility_nm": 40}
    lon, lat, _ = drawn({**seen(), "kind": "flare", **heights})
    most_m = sighting_range_m(9.0, 25.0)
    assert most_m == pytest.approx(1852 * 1.17 * (np.sqrt(29.528) + np.sqrt(82.021)), rel=1e-4)
    range_m = distance_m(36.8, 5.1, lat, lon)
    assert range_m.mean() == pytest.approx(2 / 3 * most_m, rel=0.005)
    assert (range_m < most_m / 2).mean() == pytest.approx(0.25, abs=0.006)
    near = scenario_of(Table("x", {**seen(), "kind": "flare", **heights, "visibility_nm": 3}))
    assert isinstance(near, Bearing)
    assert near.distance_m == (0, 3 * 1852), "the visibility is the shorter"


def test_what_a_backward_drift_found_is_drawn_as_it_is() -> None:
    found = Drawn(np.array([37.0, 38.0]), np.array([5.0, 6.0]), np.array([BEGIN_MS, BEGIN_MS + HOUR_MS]), 1.0)
    lon, lat, time_ms = draw(found, Draws(7, np.arange(COUNT, dtype=np.uint64), 0))
    assert (lon == 5.0).mean() == pytest.approx(0.5, abs=0.01)
    assert np.array_equal(lat - 32.0, lon)
    assert np.array_equal(time_ms - BEGIN_MS, (lon - 5.0) * HOUR_MS)


def test_debris_is_kept_with_its_leeway_and_not_drawn_before_it_has_drifted_back() -> None:
    document = {
        "kind": "debris",
        "lat": 37.0,
        "lon": 5.0,
        "position_error_m": 500,
        "time": hour(20),
        "wrecked": [hour(1), hour(6)],
        "leeway": 26,
    }
    found = scenario_of(Table("x", document))
    assert isinstance(found, Debris)
    assert found.leeway.number == 26
    with pytest.raises(InvalidInput) as caught:
        draw(found, Draws(7, np.arange(2, dtype=np.uint64), 0))
    assert caught.value.code == "rescue.debris_not_drifted"


def test_places_on_the_chart_are_the_ends_of_what_was_seen_or_sailed() -> None:
    ship = scenario_of(Table("x", silent()))
    assert isinstance(ship, LastReport)
    _, lat, _ = nominal_places(ship)
    assert float(distance_m(37.0, 5.0, lat[1], 5.0)) == pytest.approx(3 * 12 * 1852, rel=1e-6)
    lon, _, error_m = nominal_places(scenario_of(Table("x", {**seen(), "kind": "bearing", "distance_m": [4e3, 16e3]})))
    assert lon.size == 2
    assert error_m == pytest.approx(16_000 * np.radians(3))


@pytest.mark.parametrize(
    ("document", "code", "named"),
    [
        (voyage(waypoints=[{"lat": 37, "lon": 4}, {"lat": 37, "lon": 5}]), "rescue.track_without_times", "departed"),
        (voyage(waypoints=list(reversed(voyage()["waypoints"]))), "rescue.track_without_times", "later"),
        (voyage(waypoints=[{"lat": 37, "lon": 4}]), "rescue.not_a_table", "waypoints"),
        (voyage(track="a.gpx"), "rescue.no_track", "two"),
        (voyage(speed_kt=10), "rescue.two_timetables", "departed"),
        (voyage(time=[hour(1), hour(4)]), "rescue.not_under_way", "060100Z AUG 08"),
        (voyage(time=[hour(5), hour(4)]), "rescue.times_out_of_order", "backwards"),
        (voyage(hazards=[{"lat": 1, "lon": 1, "radius_m": 5}]), "rescue.missing_key", "factor"),
        ({**voyage(), "kind": "overdue"}, "rescue.missing_key", "last_contact"),
        ({**voyage(), "kind": "overdue", "last_contact": hour(11)}, "rescue.not_under_way", "061100Z AUG 08"),
        (
            {**voyage(), "kind": "overdue", "last_contact": hour(5), "contact_lat": 1},
            "rescue.missing_key",
            "contact_lon",
        ),
        (silent(silent_until=hour(3)), "rescue.times_out_of_order", "backwards"),
        (silent(course_deg=361), "rescue.out_of_range", "course_deg"),
        ({**seen(), "kind": "bearing", "distance_m": [5000, 5000]}, "rescue.no_distance", "5000"),
        ({**seen(), "kind": "bearing", "distance_m": 5000}, "rescue.not_a_pair", "distance_m"),
        ({**seen(), "kind": "flare", "visibility_nm": 5}, "rescue.missing_key", "eye_height_m"),
    ],
)
def test_a_scenario_that_cannot_be_is_refused_with_the_key_at_hand(document: Any, code: str, named: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        scenario_of(Table("[[scenario]] 1", document))
    assert caught.value.code == code
    assert named in str(caught.value)


def case_document(**tables: Any) -> dict[str, Any]:
    return {
        "case": {"id": "t"},
        "forcing": {"currents": ["c.nc"], "wind": ["w.nc"]},
        "object": [{"leeway": 26}],
        "scenario": [{"kind": "last_known_position", "lat": 37, "lon": 5, "position_error_m": 1, "time": hour(1)}],
        "run": {"until": hour(9)},
        **tables,
    }


def test_every_value_may_say_where_it_came_from() -> None:
    document = case_document(source={"scenario.1.lat": "call to the coast station", "run": {"until": "night falls"}})
    document["scenario"][0]["source"] = "MMSI-less VHF call, 09:51"
    document["run"]["source"] = "desk"
    assert case_of(document).sources == {
        "[[scenario]] 1": "MMSI-less VHF call, 09:51",
        "[run]": "desk",
        "scenario.1.lat": "call to the coast station",
        "run.until": "night falls",
    }
    with pytest.raises(InvalidInput) as caught:
        case_of(case_document(source={"scenario.2.lat": "nobody"}))
    assert caught.value.code == "rescue.source_of_nothing"
    document["scenario"][0]["source"] = 5
    with pytest.raises(InvalidInput, match="quotation marks"):
        case_of(document)


def test_a_run_that_ends_before_a_scenario_of_any_kind_has_begun_is_refused() -> None:
    for document in (
        voyage(),
        silent(silent_until=hour(10)),
        {**seen(time=hour(9)), "kind": "bearing", "distance_m": [1, 2]},
    ):
        with pytest.raises(InvalidInput) as caught:
            case_of(case_document(scenario=[document]))
        assert caught.value.code == "rescue.ends_before_start"


def test_only_the_part_of_a_voyage_that_counts_lies_on_the_chart() -> None:
    lon, lat, error_m = nominal_places(scenario_of(Table("x", voyage(time=[hour(4), hour(8)], position_error_m=700))))
    assert lon.tolist() == [5.0, 7.0]
    assert lat.tolist() == [37.0, 37.0]
    assert error_m == 700


def test_an_area_of_several_parts_and_a_hole_is_even_over_all_of_it() -> None:
    west = [[4.0, 37.0], [4.4, 37.0], [4.4, 37.4], [4.0, 37.4]]
    hole = [[4.1, 37.1], [4.3, 37.1], [4.3, 37.3], [4.1, 37.3]]
    east = [[5.0, 37.0], [5.2, 37.0], [5.2, 37.2], [5.0, 37.2]]
    lon, lat, _ = drawn({"kind": "area", "polygon": [west, hole, east], "time": hour(1)})
    assert float((lon > 4.9).mean()) == pytest.approx(0.04 / (0.16 - 0.04 + 0.04), abs=0.01)
    assert not ((lon > 4.1) & (lon < 4.3) & (lat > 37.1) & (lat < 37.3)).any()
    crossing = [[4.2, 36.9], [5.1, 36.9], [5.1, 37.1], [4.2, 37.1]]
    for rings in ([west, crossing], [west, west]):
        with pytest.raises(InvalidInput) as caught:
            drawn({"kind": "area", "polygon": rings, "time": hour(1)})
        assert caught.value.code == "rescue.crossed_polygon"
