"""Laws over every detector and every rule set, and one example by hand of each."""

import re
from pathlib import Path

import numpy as np
import orjson
import pyarrow as pa
import pytest
import shapely

from comity.ground import canonical
from comity.maritime import (
    DETECTORS,
    EVENT_KINDS,
    EVENTS,
    RULE_SETS,
    Asked,
    Surroundings,
    anchorages_of,
    find_events,
    no_shore,
    rule_set,
    run_of,
    zones_of,
)
from comity.maritime.surroundings import Shore, in_zone, nearest_anchorage
from tests.maritime.fleets import HOUR_MS, Fleet, planted_fleet

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "events.md"
AROUND = Surroundings(
    no_shore(), anchorages_of([36.8], [3.0]), ("Port",), zones_of([shapely.box(3.0, 36.0, 5.5, 39.0)]), ("Zone",)
)
SETS = sorted(RULE_SETS)


def found(positions, *kinds, rules="gfw-2026", around=AROUND, until_ms=None, **asked):
    end_ms = int(positions["t_ms"].to_numpy().max()) if until_ms is None else until_ms
    return find_events(positions, run_of(Asked(rule_set(rules), end_ms, around, **asked), kinds=kinds))


@pytest.fixture(scope="module")
def fleet():
    return planted_fleet(41).positions()


@pytest.mark.parametrize("name", SETS)
def test_events_have_the_form_of_the_room(name, fleet):
    events, _ = found(fleet, rules=name)
    assert events.schema.equals(EVENTS)
    assert events.num_rows > 0
    rows = events.to_pylist()
    assert len({each["event_id"] for each in rows}) == len(rows)
    for each in rows:
        assert each["kind"] in EVENT_KINDS
        assert each["rules"] == name
        assert each["state"] in ("open", "closed")
        assert each["end_ms"] >= each["start_ms"]
        assert 0 <= each["score"] <= 1
        assert canonical(orjson.loads(each["evidence"])).decode() == each["evidence"]


@pytest.mark.parametrize("name", sorted(DETECTORS))
def test_a_detector_by_itself_finds_what_it_finds_among_the_others(name, fleet):
    detector = DETECTORS[name]
    for rules in SETS:
        if name in RULE_SETS[rules]["rules"] and detector.kinds:
            every, _ = found(fleet, rules=rules)
            alone, _ = found(fleet, *detector.kinds, rules=rules)
            wanted = np.isin(every["kind"].to_numpy(zero_copy_only=False).astype(str), detector.kinds)
            assert alone.equals(every.filter(pa.array(wanted)))


@pytest.mark.parametrize("name", sorted(DETECTORS))
def test_a_ship_that_is_moved_round_the_globe_has_the_same_events(name, fleet):
    """The sea is the same everywhere: places alone move with the ships."""
    kinds = [kind for kind in DETECTORS[name].kinds if not kind.startswith(("zone", "port", "voyage"))]
    lon = fleet["lon_deg"].to_numpy() + 176.0  # the fleet now lies across the antimeridian
    at = fleet.column_names.index("lon_deg")
    moved = fleet.set_column(at, "lon_deg", pa.array((lon + 180.0) % 360.0 - 180.0))
    for rules in SETS:
        if name in RULE_SETS[rules]["rules"] and kinds:
            here, there = (found(each, *kinds, rules=rules)[0] for each in (fleet, moved))
            assert here.drop_columns(["lat_deg", "lon_deg", "evidence"]).equals(
                there.drop_columns(["lat_deg", "lon_deg", "evidence"])
            )


@pytest.mark.parametrize("name", SETS)
def test_each_threshold_has_its_source_and_stands_in_the_page(name):
    page = PAGE.read_text("utf-8")
    for detector, thresholds in RULE_SETS[name]["rules"].items():
        assert detector in DETECTORS
        assert set(thresholds) == set(DETECTORS[detector].rule._fields)
        for key, threshold in thresholds.items():
            assert f"| `{name}` | `{key}` | " in page
            assert f" | {threshold['source']} |" in page


def test_each_kind_stands_in_the_page_and_blames_nobody():
    page = PAGE.read_text("utf-8")
    assert all(f"`{kind}`" in page for kind in EVENT_KINDS)
    assert not re.search(r"\b(spoof\w*|dark|illegal|suspicious|smuggl\w*)\b", page, re.IGNORECASE)


def test_a_visit_of_a_port_has_entry_stop_and_exit():
    fleet = Fleet(5)
    legs = [(2, 10, 0), (5, 0.0, 0), (2, 10, 180), (6, 10, 180)]
    begin = 36.8 - 2 * 10 / 60 + 0.01
    fleet.ship(227_000_071, begin, 3.0, legs)
    events, _ = found(fleet.positions(), "port_visit", "voyage")
    visit, voyage = events.to_pylist()
    assert (visit["kind"], visit["score"], visit["state"]) == ("port_visit", 1.0, "closed")
    assert orjson.loads(visit["evidence"])["port"] == "Port"
    assert abs(visit["start_ms"] - (fleet.begin_ms + 2 * HOUR_MS)) < HOUR_MS / 2
    assert abs(visit["end_ms"] - (fleet.begin_ms + 7 * HOUR_MS)) < HOUR_MS / 2
    assert (voyage["kind"], voyage["state"]) == ("voyage", "open")


def test_a_ship_that_passes_a_port_visits_none():
    fleet = Fleet(5)
    fleet.ship(227_000_072, 36.5, 3.0, [(4, 10, 0)])
    assert found(fleet.positions(), "port_visit")[0].num_rows == 0


def test_a_ship_enters_stays_and_leaves_a_zone():
    fleet = Fleet(5)
    fleet.ship(227_000_073, 37.0, 2.0, [(24, 12, 90)])
    kinds = [each["kind"] for each in found(fleet.positions(), "zone_entry", "zone_exit", "zone_stay")[0].to_pylist()]
    assert sorted(kinds) == ["zone_entry", "zone_exit", "zone_stay"]


@pytest.mark.parametrize("turn", [0.0, 360.0, -360.0])
def test_a_zone_may_be_cut_at_the_antimeridian_or_not_and_go_round_a_pole(turn):
    uncut = shapely.Polygon([(170, -20), (-170, -20), (-170, 10), (170, 10)])
    cut = shapely.MultiPolygon([shapely.box(170, -20, 180, 10), shapely.box(-180, -20, -170, 10)])
    beyond = shapely.box(170 + turn, -20, 190 + turn, 10)
    cap = shapely.Polygon([(-180, 70), (-90, 70), (0, 70), (90, 70), (180, 70)])
    holed = shapely.Polygon(uncut.exterior, [[(-174, -5), (-172, -5), (-172, 5), (-174, 5)]])
    assert in_zone(0.0, -175.0, 0, zones_of([holed]))
    assert not in_zone(0.0, -173.0, 0, zones_of([holed]))
    for polygon in (uncut, cut, beyond):
        zones = zones_of([polygon])
        for lon, inside in ((175.0, True), (-175.0, True), (180.0, True), (-180.0, True), (165.0, False), (0.0, False)):
            assert in_zone(0.0, lon, 0, zones) == inside, (polygon, lon)
    assert in_zone(85.0, 33.0, 0, zones_of([cap]))
    assert not in_zone(60.0, 33.0, 0, zones_of([cap]))


def test_the_nearest_anchorage_is_found_across_the_antimeridian_and_at_the_pole():
    for lat, lon, of_lat, of_lon in (
        (10.0, 179.99, 10.0, -179.98),
        (89.95, 10.0, 89.96, -170.0),
        (-77.0, 0.0, -77.05, 0.2),
    ):
        away_m, which = nearest_anchorage(lat, lon, anchorages_of([of_lat], [of_lon]))
        assert which == 0
        assert away_m < 10_500


def test_ten_thousand_ships_in_one_place_that_no_table_knows_meet_nobody():
    random = np.random.default_rng(1)
    ships, reports = 10_000, 15
    t_ms = np.tile(np.arange(reports) * 600_000 + 5_000, ships)
    columns = {
        "mmsi": np.repeat(300_000_000 + np.arange(ships), reports),
        "t_ms": t_ms,
        "lat_deg": 10.0 + random.normal(0, 0.002, ships * reports),
        "lon_deg": 60.0 + random.normal(0, 0.002, ships * reports),
    }
    positions = pa.table(columns | {"sog_m_s": np.zeros(ships * reports, np.float32)})
    events, _ = found(positions, "encounter")
    assert events.num_rows < 100  # some at the rim, where fewer than a crowd lie


def test_a_signal_that_ends_far_out_where_ships_are_heard_is_told():
    fleet = Fleet(7)
    fleet.ship(227_000_081, 38.0, 5.0, [(8, 1, 90), (16, 1, 90, "silent"), (2, 1, 90)])
    far = Surroundings(Shore(0.0, 30.0, 1.0, np.full((20, 20), 200_000.0, np.float32)), anchorages_of([], []))
    near = Surroundings(Shore(0.0, 30.0, 1.0, np.full((20, 20), 20_000.0, np.float32)), anchorages_of([], []))
    assert found(fleet.positions(), "disabling", around=far)[0].num_rows == 1
    assert found(fleet.positions(), "disabling", around=near)[0].num_rows == 0
    named = frozenset({"another"})
    assert found(fleet.positions(), "disabling", around=far, satellite_stations=named)[0].num_rows == 0


def test_density_counts_every_position_once_and_a_ship_once_in_a_cell_and_day():
    fleet = Fleet(7)
    for mmsi in (1, 2, 3):
        fleet.ship(227_000_090 + mmsi, 38.01, 4.01, [(30, 0.0, 0)])
    positions = fleet.positions()
    _, density = found(positions)
    assert density["positions"].to_numpy().sum() == positions.num_rows
    assert density["vessels"].to_pylist() == [3, 3]
    assert np.allclose(density["lat_deg"].to_numpy(), 38.025)
