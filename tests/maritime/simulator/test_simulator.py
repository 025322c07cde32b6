"""The simulated fleet: the same for one seed, at sea, heard as often as the standard says, true to its own truth."""

from collections import Counter

import numpy as np
import orjson
import pyarrow.compute as pc
import pytest
from roaring_landmask import RoaringLandmask

from comity.ground import M_S_PER_KNOT, distance_m
from comity.maritime import DETECTIONS, MESSAGES, POSITIONS, STATICS, simulate
from comity.maritime.simulator.chance import Chance
from comity.maritime.simulator.journeys import Log, log_at
from comity.maritime.simulator.reports import sent_s
from comity.maritime.simulator.sea_ways import OPEN_SEA, PORTS, WAYS, place, points, route
from comity.maritime.simulator.ships import imo_of, ship

BEGINS_MS = 1_738_800_000_000


@pytest.fixture(scope="module")
def run():
    return simulate(seed=11, ships=30, hours=18, begins_ms=BEGINS_MS)


def of_ship(run, mmsi):
    found = run.positions.filter(pc.equal(run.positions["mmsi"], mmsi)).sort_by("t_ms")
    return {
        name: found[name].to_numpy() for name in ("t_ms", "lat_deg", "lon_deg", "sog_m_s", "cog_deg", "heading_deg")
    }


def events(run, kind):
    return [each for each in run.truth["events"] if each["kind"] == kind]


def test_one_seed_gives_one_run_and_another_seed_another(run):
    again = simulate(seed=11, ships=30, hours=18, begins_ms=BEGINS_MS)
    other = simulate(seed=12, ships=30, hours=18, begins_ms=BEGINS_MS)
    for name in ("mmsi", "t_ms", "lat_deg", "heading_deg"):
        columns = [each.positions[name].to_numpy() for each in (run, again, other)]
        assert np.array_equal(columns[0], columns[1], equal_nan=True)
        assert not np.array_equal(columns[0], columns[2])
    assert again.truth == run.truth


def test_the_truth_is_plain_data_and_every_kind_is_in_it(run):
    assert orjson.loads(orjson.dumps(run.truth)) == run.truth
    planted = {each["kind"] for each in run.truth["events"]}
    assert planted >= {"encounter", "gap", "loitering", "circle", "jump", "identity_clash", "identity_change"}
    assert planted >= {"decoy_gap", "port_visit", "distress_active", "distress_test"}


def test_the_tables_have_the_columns_of_the_room(run):
    assert (run.positions.schema, run.statics.schema) == (POSITIONS, STATICS)
    assert (run.messages.schema, run.detections.schema) == (MESSAGES, DETECTIONS)


def test_every_ship_is_marked_as_an_example(run):
    names = [each for each in run.statics["shipname"].to_pylist() if each]
    assert names
    assert all(name.startswith("EX ") for name in names)
    assert all(0 < mmsi % 1_000_000 < 1_000 for mmsi in run.statics["mmsi"].to_pylist())
    assert run.truth["example"] is True


def test_an_imo_number_keeps_its_check_digit_in_a_series_that_no_ship_has():
    for number in (0, 7, 4711):
        digits = [int(each) for each in str(imo_of(number))]
        assert sum(w * d for w, d in zip(range(7, 1, -1), digits[:6], strict=True)) % 10 == digits[6]
        assert digits[0] == 4


def test_no_way_between_two_places_touches_land():
    """By GSHHG, every 400 m."""
    mask = RoaringLandmask.new()
    lines = [(place(one), place(other)) for one, other in WAYS]
    for (lat_1, lon_1), (lat_2, lon_2) in lines:
        share = np.linspace(0.0, 1.0, int(np.hypot(lat_2 - lat_1, lon_2 - lon_1) / 0.004) + 2)
        on_land = mask.contains_many(lon_1 + share * (lon_2 - lon_1), lat_1 + share * (lat_2 - lat_1))
        assert not np.any(on_land), (lat_1, lon_1, lat_2, lon_2)


def test_every_port_is_reached_from_every_other_by_way_of_the_sea():
    for start in PORTS:
        for end in PORTS:
            assert not set(route(start, end)[1:-1]) & set(PORTS)


def test_what_is_planted_at_sea_lies_more_than_twenty_miles_from_every_port():
    for way in OPEN_SEA:
        for share in (0.38, 0.5, 0.62):
            one, other = points(way)
            lat_deg, lon_deg = one + share * (other - one)
            ranges_m = [distance_m(lat_deg, lon_deg, port.lat_deg, port.lon_deg) for port in PORTS.values()]
            assert min(ranges_m) > 20 * 1852, way


@pytest.mark.parametrize(
    ("trade", "speed_kn", "every_s"),
    [("cargo", 12.0, 10), ("ferry", 20.0, 6), ("fast_ferry", 30.0, 2), ("cargo", 0.0, 180), ("sailing", 6.0, 30)],
)
def test_a_ship_reports_as_often_as_its_class_and_its_speed_want(trade, speed_kn, every_s):
    """ITU-R M.1371-5, tables 1 and 2: straight on, and moored."""
    chance = Chance(1, 1)
    log = log_at((38.0, 4.0))
    if speed_kn:
        log.sail(np.array([[38.0, 6.0]]), speed_kn * M_S_PER_KNOT)
    else:
        log.stay(7_200.0)
    sent = sent_s(log.journey(), ship(1, chance, trade), chance, 5_400.0)
    assert np.median(np.diff(sent)) == every_s
    assert len(sent) == pytest.approx(5_400 / every_s, rel=0.05)


def test_a_pair_that_meets_is_close_for_as_long_as_the_truth_says_and_a_decoy_is_not(run):
    for kind, near, far in (("encounter", 40.0, 480.0), ("decoy_far_pair", 900.0, 1_950.0)):
        for event in events(run, kind):
            one, other = (of_ship(run, mmsi) for mmsi in event["mmsi"])
            at_ms = np.arange(event["start_ms"] + 600_000, event["end_ms"] - 600_000, 600_000)
            places = [
                np.interp(at_ms, ship["t_ms"], ship[axis]) for ship in (one, other) for axis in ("lat_deg", "lon_deg")
            ]
            apart_m = distance_m(*places)
            assert near < np.median(apart_m) < far, event
        assert events(run, kind)


def test_a_silence_is_as_long_as_the_truth_says(run):
    for event in events(run, "gap") + events(run, "decoy_gap"):
        t_ms = of_ship(run, event["mmsi"][0])["t_ms"]
        longest = np.argmax(np.diff(t_ms))
        assert t_ms[longest] == pytest.approx(event["start_ms"], abs=3_600_000)
        assert t_ms[longest + 1] == pytest.approx(event["end_ms"], abs=3_600_000)
        assert event["end_ms"] - event["start_ms"] > (12 if event["kind"] == "gap" else 3) * 3_600_000
    assert events(run, "gap")


def test_a_loitering_ship_makes_less_than_two_knots(run):
    for event in events(run, "loitering"):
        ship = of_ship(run, event["mmsi"][0])
        during = (ship["t_ms"] > event["start_ms"] + 60_000) & (ship["t_ms"] < event["end_ms"] - 60_000)
        assert during.sum() > 50
        assert np.median(ship["sog_m_s"][during]) < 1.0


def test_a_circle_keeps_its_radius(run):
    for event in events(run, "circle"):
        ship = of_ship(run, event["mmsi"][0])
        during = (ship["t_ms"] > event["start_ms"]) & (ship["t_ms"] < event["end_ms"])
        range_m = distance_m(ship["lat_deg"][during], ship["lon_deg"][during], event["lat_deg"], event["lon_deg"])
        assert np.median(range_m) == pytest.approx(event["radius_m"], rel=0.05)
    assert events(run, "circle")


def test_a_ship_in_port_lies_at_its_berth_during_its_visit(run):
    clashing = {event["mmsi"][0] for event in events(run, "identity_clash")}
    visits = [event for event in events(run, "port_visit") if event["mmsi"][0] not in clashing]
    for event in visits:
        ship = of_ship(run, event["mmsi"][0])
        first_ms, last_ms = event["moored_ms"]
        during = (ship["t_ms"] > first_ms) & (ship["t_ms"] < last_ms)
        range_m = distance_m(ship["lat_deg"][during], ship["lon_deg"][during], event["lat_deg"], event["lon_deg"])
        assert np.nanmedian(range_m) < 100.0
        assert event["start_ms"] < first_ms < last_ms < event["end_ms"]
    assert visits


def test_two_ships_speak_as_one_and_one_becomes_another(run):
    (clash,) = events(run, "identity_clash")[:1]
    ship = of_ship(run, clash["mmsi"][0])
    assert np.ptp(ship["lat_deg"]) + np.ptp(ship["lon_deg"]) > 1.0
    (change,) = events(run, "identity_change")[:1]
    before, after = (of_ship(run, mmsi) for mmsi in change["mmsi"])
    assert before["t_ms"].max() <= change["start_ms"] <= after["t_ms"].min()
    gap_m = distance_m(before["lat_deg"][-1], before["lon_deg"][-1], after["lat_deg"][0], after["lon_deg"][0])
    assert gap_m < 15.0 * (after["t_ms"][0] - before["t_ms"][-1]) / 1000 + 500.0


def test_a_device_that_is_active_and_one_that_is_tested_say_so(run):
    status = Counter(
        (mmsi // 1_000_000, status)
        for mmsi, status in zip(run.positions["mmsi"].to_pylist(), run.positions["nav_status"].to_pylist(), strict=True)
        if mmsi // 1_000_000 in (970, 972, 974)
    )
    assert {key[1] for key in status} == {14, 15}
    assert {text.split()[1] for text in run.messages["text"].to_pylist()} == {"ACTIVE", "TEST"}


def test_a_satellite_sees_ships_where_they_are_and_some_that_nobody_hears(run):
    truth = {each["detection_id"]: each for each in run.truth["detections"]}
    dark = 0
    for seen in run.detections.to_pylist():
        mmsi = truth[seen["detection_id"]]["mmsi"]
        dark += mmsi == 0
        if mmsi and truth[seen["detection_id"]]["sends_ais"]:
            ship = of_ship(run, mmsi)
            near = np.abs(ship["t_ms"] - seen["t_ms"]) < 600_000
            if near.any():
                range_m = distance_m(ship["lat_deg"][near], ship["lon_deg"][near], seen["lat_deg"], seen["lon_deg"])
                assert np.nanmin(range_m) < 12_000.0
    assert len(truth) == run.detections.num_rows > 0


def test_a_ship_slows_down_in_harbours_and_rounds_its_corners():
    log: Log = log_at("ALG")
    log.stay(600.0, port="ALG")
    log.voyage("ALG", "BJA", 8.0)
    journey = log.journey()
    t_s = np.array([700.0, 700.0 + 3_600.0])
    lat_deg, lon_deg = journey.at(np.column_stack([t_s, t_s + 10.0]))
    speed_m_s = distance_m(lat_deg[:, 0], lon_deg[:, 0], lat_deg[:, 1], lon_deg[:, 1]) / 10.0
    assert speed_m_s == pytest.approx([3.6, 8.0], rel=0.02)
    assert len(journey.t_s) > 12
