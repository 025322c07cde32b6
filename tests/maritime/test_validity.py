"""What a ship tells of itself is checked: laws over every check, one example by hand each, and planted fleets of ours.

Planted truth of another's making is the shared file `westmed_a`; no threshold was chosen on it.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
import shapely

from comity.ground import Grid
from comity.maritime import NOISE_REASONS, POSITIONS, STATICS, TRACK_RULES
from comity.maritime.validity import CHECKS, DOUBTS, RANGES, REASONS, SCENES, Land, given
from tests.maritime.planted_fleets import BEGIN_MS, KNOT, Fleet, circle, destination, positions
from tests.shared_data import SHARED, needs_shared

HOUR_MS = 3_600_000
SYNTHETIC = SHARED / "maritime" / "synthetic"
PLANTED = ("identity-clash", "identity-change", "circle", "jump-and-back")


def planted(seed, lat, lon, every_s, hours=12):
    """Return a fleet with one of each of `PLANTED`, some decoys, and the MMSI of each."""
    fleet = Fleet(seed, lat, lon, hours=hours, every_s=every_s, is_subsecond=bool(seed % 2))
    for knots in (0.1, 1.5, 9, 17, 32):
        fleet.ship(knots=knots, without_h=[(4, 4 + seed % 5)])
    swing = circle(destination(lat, lon, 70, 40e3), 90.0, 0.3, 0.0)
    fleet.add(fleet.mmsi(), fleet.instants_s(0, hours), swing)
    clash, _ = fleet.ship(knots=7)
    fleet.ship(knots=13, mmsi=clash)
    before, after, way = fleet.mmsi(), fleet.mmsi(), fleet.course(14.0)
    t_s = fleet.instants_s(0, hours)
    fleet.add(before, t_s[t_s < 5.2 * 3600], way)
    fleet.add(after, t_s[t_s >= 5.2 * 3600], way)
    round_, way, t_s = fleet.mmsi(), fleet.course(11.0), fleet.instants_s(0, hours)
    is_round = (t_s > 3 * 3600) & (t_s < 6 * 3600)
    fleet.add(round_, t_s[~is_round], way)
    fleet.add(round_, t_s[is_round], circle(destination(lat, lon, 200, 250e3), 1200.0, 18.0, 3 * 3600.0))
    return fleet, {"identity-clash": clash, "identity-change": before, "circle": round_, "jump-and-back": round_}


def everything(seed=3, lat=38.0, lon=3.0):
    """Return all that checks can be given, with something to find for most of them."""
    fleet, _ = planted(seed, lat, lon, (60, 180))
    table = fleet.table(stray_share=0.002, duplicate_share=0.01)
    count = table.num_rows
    at = table.schema.get_field_index("station")
    table = table.set_column(
        at, "station", pa.array(["north", "south"] * (count // 2) + ["north"] * (count % 2)).dictionary_encode()
    )
    table = table.set_column(9, "utc_second", pa.array((table["t_ms"].to_numpy() // 1000 % 60 + 25) % 60, pa.int8()))
    ships = np.unique(table["mmsi"].to_numpy())
    land = Land(Grid(lon - 0.5, lat - 0.5, 0.01, 0.01, 100, 100), np.ones((100, 100), np.bool_))
    ranges = pa.Table.from_pylist(
        [{"station": "north", "lat_deg": lat, "lon_deg": lon, "range_m": 60e3}], schema=RANGES
    )
    statics = [static(int(ship), k, imo=9074729, shipname=f"A{k // 2}") for ship in ships[:2] for k in range(4)]
    box = shapely.to_wkb(shapely.box(lon - 3, lat - 3, lon + 3, lat + 3))
    scene = {"scene": "s1", "t_ms": BEGIN_MS + 2 * HOUR_MS, "sensor": "sar", "footprint_wkb": box}
    seen = {"detection_id": "d1", "t_ms": scene["t_ms"], "lat_deg": lat + 2.9, "lon_deg": lon + 2.9}
    seen |= {"sensor": "sar", "length_m": 90.0, "score": 0.8, "scene": "s1", "source": "EXAMPLE"}
    return table, {
        "statics": pa.Table.from_pylist(statics, schema=STATICS),
        "land": land,
        "ranges": ranges,
        "detections": pa.Table.from_pylist([seen]),
        "scenes": pa.Table.from_pylist([scene], schema=SCENES),
    }


def static(mmsi, minute, **told):
    blank = {one.name: "" if pa.types.is_string(one.type) else 0 for one in STATICS if one.name != "station"}
    return blank | {"mmsi": mmsi, "t_ms": BEGIN_MS + 360_000 * minute, "draught_m": 0.0, "station": "s"} | told


def doubts(check, table, **known):
    return CHECKS[check].find(given(table, **known))


def rows(table):
    return sorted(json.dumps(row, sort_keys=True) for row in table.to_pylist())


@pytest.fixture(scope="module")
def all_given():
    return everything()


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_finds_nothing_in_nothing_and_says_its_reasons_in_rows_of_doubt(check, all_given):
    table, known = all_given
    empty = CHECKS[check].find(given(POSITIONS.empty_table()))
    assert empty.num_rows == 0
    assert empty.schema == DOUBTS
    found = doubts(check, table, **known)
    assert found.schema == DOUBTS
    for row in found.to_pylist():
        assert row["check"] == check
        assert row["reason"] in CHECKS[check].reasons
        assert 0 <= row["score"] <= 1
        assert row["start_ms"] <= row["end_ms"]
        assert isinstance(json.loads(row["evidence"]), dict)


@pytest.mark.parametrize("check", CHECKS)
def test_the_order_of_rows_decides_nothing(check, all_given):
    table, known = all_given
    shuffled = table.take(pa.array(np.random.default_rng(1).permutation(table.num_rows)))
    assert rows(doubts(check, shuffled, **known)) == rows(doubts(check, table, **known))


@pytest.mark.parametrize("check", [name for name, check in CHECKS.items() if check.scope == "vessel"])
def test_a_check_of_single_ships_may_be_cut_by_ships(check, all_given):
    table, known = all_given
    is_one = pa.array(table["mmsi"].to_numpy() % 2 == 0)
    halves = [doubts(check, table.filter(half), **known) for half in (is_one, pc.invert(is_one))]
    assert rows(pa.concat_tables(halves)) == rows(doubts(check, table, **known))


@pytest.mark.parametrize("check", CHECKS)
def test_what_happens_a_day_later_is_found_a_day_later(check, all_given):
    table, known = all_given
    day_ms = 24 * HOUR_MS
    later = {name: moved(part, day_ms) if isinstance(part, pa.Table) else part for name, part in known.items()}
    before, after = doubts(check, table, **known), doubts(check, moved(table, day_ms), **later)
    assert (after["start_ms"].to_numpy() - before["start_ms"].to_numpy() == day_ms).all()
    assert after["reason"].to_pylist() == before["reason"].to_pylist()


def moved(table, by_ms):
    for name in ("t_ms", "received_ms"):
        if name in table.column_names:
            at = table.column_names.index(name)
            table = table.set_column(at, table.schema.field(name), pc.add(table[name], by_ms))
    return table


@pytest.mark.parametrize("check", ["values", "jump", "clash", "identity", "circle", "coherence", "too_clean", "clock"])
def test_a_sea_in_a_mirror_and_one_across_the_antimeridian_have_the_same_doubts(check):
    fleet, _ = planted(8, -15.0, 0.3, (60, 180))
    table = fleet.table(stray_share=0.002)
    here = Counter(doubts(check, table)["reason"].to_pylist())
    east = pc.negate(table["lon_deg"])
    west = pc.negate(table["cog_deg"].cast(pa.float64()))
    mirrored = table.set_column(3, "lon_deg", east).set_column(
        5, "cog_deg", pa.array(west.to_numpy() % 360, pa.float32())
    )
    over = pa.array((table["lon_deg"].to_numpy() + 180 + 180) % 360 - 180)
    assert Counter(doubts(check, mirrored)["reason"].to_pylist()) == here
    assert Counter(doubts(check, table.set_column(3, "lon_deg", over))["reason"].to_pylist()) == here


@pytest.mark.parametrize("every_s", [(5, 15), (30, 90), (2, 600)], ids=["fast", "common", "irregular"])
@pytest.mark.parametrize(("lat", "lon"), [(38.0, 3.0), (-17.0, 179.9), (80.0, 20.0), (1.0, -30.0)])
def test_what_was_planted_is_found_and_nothing_else(lat, lon, every_s):
    fleet, truth = planted(int(abs(lat)) + every_s[0], lat, lon, every_s, hours=8 if every_s[0] == 5 else 12)
    table = given(fleet.table(stray_share=0.001, duplicate_share=0.01))
    found = [row for check in ("jump", "clash", "identity", "circle") for row in CHECKS[check].find(table).to_pylist()]
    strays = set(fleet.strays)
    for reason in PLANTED:
        assert truth[reason] in {row["mmsi"] for row in found if row["reason"] == reason}, reason
    for row in found:
        is_stray = any(row["mmsi"] == ship and row["start_ms"] <= t <= row["end_ms"] for ship, t in strays)
        assert row["mmsi"] == truth.get(row["reason"]) or is_stray, row


@needs_shared
def test_the_shared_file_gives_its_clash_its_changes_and_its_circles_and_no_others():
    table = given(shared_positions())
    truth = json.loads((SYNTHETIC / "westmed_a.truth.json").read_text())["events"]
    for check, kind in (("clash", "identity_clash"), ("identity", "identity_change"), ("circle", "circle_spoof")):
        planted_here = [event for event in truth if event["type"] == kind]
        found = CHECKS[check].find(table).to_pylist()
        assert sorted(row["mmsi"] for row in found) == sorted(event["mmsi"][0] for event in planted_here)
        for row in found:
            event = next(event for event in planted_here if event["mmsi"][0] == row["mmsi"])
            assert abs(row["start_ms"] / 1000 - event["start"]) < 600
            assert abs(row["end_ms"] / 1000 - event["end"]) < 600
    jumps = CHECKS["jump"].find(table).to_pylist()
    circles = [event for event in truth if event["type"] == "circle_spoof"]
    for event in circles:
        assert any(row["mmsi"] == event["mmsi"][0] and row["start_ms"] / 1000 <= event["start"] + 120 for row in jumps)
    assert len(jumps) == 534  # two out to a circle, and each of the 532 rows that bit noise threw 40 to 1,000 km


def shared_positions():
    from comity.files import read_mapping, read_positions

    read = read_positions(
        SYNTHETIC / "westmed_a.parquet", mapping=read_mapping("marinecadastre"), latest_ms=BEGIN_MS + 365 * 24 * HOUR_MS
    )
    return pa.concat_tables([part.positions for part in read])


def line(count=8, **told):
    """Return a ship that goes north at 10 kn and reports each minute."""
    step = 10 * KNOT * 60 / 111_195
    made: dict[str, list[Any]] = {"mmsi": [227_000_001] * count, "t_ms": [BEGIN_MS + 60_000 * k for k in range(count)]}
    made |= {"lat": [40.0 + step * k for k in range(count)], "lon": [5.0] * count}
    return made | {"sog": [10.0] * count, "cog": [0.0] * count} | told


def test_an_mmsi_of_no_form_is_doubtful():
    assert doubts("values", positions(line(mmsi=[123] * 8)))["reason"].to_pylist() == ["mmsi-form"]
    assert doubts("values", positions(line())).num_rows == 0


def test_places_speeds_and_courses_out_of_range_are_doubtful():
    table = positions(line(lat=[95.0] * 4 + [40.0] * 4, cog=[400.0] * 8))
    assert sorted(doubts("values", table)["reason"].to_pylist()) == ["course-out-of-range", "place-out-of-range"]
    assert doubts("values", positions(line(sog=[63.0] * 8)))["reason"].to_pylist() == ["speed-out-of-range"]


def test_a_jump_without_return_is_a_jump():
    made = line(20)
    made["lat"] = made["lat"][:10] + [lat + 3 for lat in made["lat"][10:]]
    [row] = doubts("jump", positions(made)).to_pylist()
    assert row["reason"] == "jump"
    assert row["start_ms"] == BEGIN_MS + 9 * 60_000
    assert abs(json.loads(row["evidence"])["off_m"] - 333_000) < 2_000


def test_one_hull_under_two_numbers_is_doubtful_and_a_wrong_check_digit_says_nothing():
    two = [static(ship, k, imo=imo) for ship in (1, 2) for k in range(2) for imo in (9074729,)]
    known = pa.Table.from_pylist(two, schema=STATICS)
    assert doubts("statics", POSITIONS.empty_table(), statics=known)["reason"].to_pylist() == ["imo-shared"]
    wrong = known.set_column(2, "imo", pa.array([9074728] * 4))
    assert doubts("statics", POSITIONS.empty_table(), statics=wrong).num_rows == 0


def test_a_name_that_changes_counts_once_it_was_told_twice():
    names = ["EXAMPLE A"] * 2 + ["EXAMPLE B"] + ["EXAMPLE A"] * 2 + ["EXAMPLE C"] * 2
    known = pa.Table.from_pylist([static(1, k, shipname=name) for k, name in enumerate(names)], schema=STATICS)
    [row] = doubts("statics", POSITIONS.empty_table(), statics=known).to_pylist()
    evidence = json.loads(row["evidence"])
    assert (row["reason"], evidence["before"], evidence["after"]) == ("name-changed", "EXAMPLE A", "EXAMPLE C")


def test_a_station_that_hears_beyond_its_range_is_doubtful():
    table = positions(line(station=["quay"] * 8))
    near = {"station": "quay", "lat_deg": 40.0, "lon_deg": 5.5, "range_m": 50_000.0}
    for range_m, count in ((50_000.0, 0), (30_000.0, 1)):
        ranges = pa.Table.from_pylist([near | {"range_m": range_m}], schema=RANGES)
        assert doubts("range", table, ranges=ranges).num_rows == count


def test_ships_on_land_are_doubtful_but_not_at_its_edge_nor_where_it_is_exempt():
    is_land = np.ones((100, 100), np.bool_)
    land = Land(Grid(4.5, 39.5, 0.01, 0.01, 100, 100), is_land)
    assert doubts("land", positions(line()), land=land)["reason"].to_pylist() == ["on-land"]
    port = np.array([[40.0, 5.0, 5_000.0]])
    assert doubts("land", positions(line()), land=Land(land.grid, is_land, port)).num_rows == 0
    is_land[:, 51:] = False
    assert doubts("land", positions(line()), land=land).num_rows == 0


@pytest.mark.parametrize(("ships", "found"), [(2, []), (3, [3])])
def test_three_ships_thrown_to_one_spot_are_one_doubt_and_two_are_none(ships, found):
    fleet = Fleet(4, 43.0, 36.0, hours=6)
    for k in range(ships):
        ship, t_s = fleet.mmsi(), fleet.instants_s(0, 6)
        is_away = (t_s > 7_200) & (t_s < 10_800)
        fleet.add(ship, t_s[~is_away], circle((43.0, 36.0), 10e3 * (k + 1), 9.0, 0.0))
        fleet.add(ship, t_s[is_away], circle((45.3, 36.4), 300.0, 0.1, 0.0))
    rows = doubts("coherence", fleet.table()).to_pylist()
    assert [len(json.loads(row["evidence"])["mmsis"]) for row in rows] == found


def test_a_track_without_noise_is_doubtful_and_one_with_the_noise_of_a_receiver_is_not():
    assert doubts("too_clean", positions(line(90)))["reason"].to_pylist() == ["too-clean"]
    chance = np.random.default_rng(2)
    noisy = line(90)
    noisy["lat"] = (np.array(noisy["lat"]) + chance.normal(0, 5e-5, 90)).tolist()
    noisy["sog"] = np.round(chance.normal(10, 0.1, 90), 1).tolist()
    assert doubts("too_clean", positions(noisy)).num_rows == 0


def test_a_ship_whose_second_is_off_is_doubtful():
    told = line(12, utc_second=[(BEGIN_MS // 1000 + 60 * k + 20) % 60 for k in range(12)])
    [row] = doubts("clock", positions(told)).to_pylist()
    assert row["reason"] == "fix-clock"
    assert json.loads(row["evidence"])["off_ms"] == -20_000


def test_a_station_whose_clock_is_off_the_others_is_doubtful():
    made = line(12)
    three = {name: [value for value in values for _ in range(3)] for name, values in made.items()}
    three["station"] = ["a", "b", "c"] * 12
    three["received_ms"] = [t + (45_000 if k % 3 == 1 else 300) for k, t in enumerate(three["t_ms"])]
    [row] = doubts("clock", positions(three)).to_pylist()
    assert row["reason"] == "station-clock"
    assert json.loads(row["evidence"])["station"] == "b"


def test_fixes_later_than_their_reception_are_doubtful():
    late = line(12, received_ms=[BEGIN_MS + 60_000 * k - 40_000 for k in range(12)])
    assert doubts("clock", positions(late))["reason"].to_pylist() == ["fix-after-reception"]


@pytest.mark.parametrize(
    ("at_m", "reasons"), [(200, []), (9_000, ["detection-without-report", "report-without-detection"])]
)
def test_a_scene_and_a_report_are_held_against_one_another(at_m, reasons):
    scene = {
        "scene": "s",
        "t_ms": BEGIN_MS + 210_000,
        "sensor": "sar",
        "footprint_wkb": shapely.to_wkb(shapely.box(4, 39, 6, 41)),
    }
    lat, lon = destination(40.0 + 10 * KNOT * 210 / 111_195, 5.0, 90, at_m)
    seen = {"detection_id": "d", "t_ms": scene["t_ms"], "lat_deg": lat, "lon_deg": lon, "sensor": "sar"}
    seen |= {"length_m": 80.0, "score": 0.9, "scene": "s", "source": "EXAMPLE"}
    known = {"scenes": pa.Table.from_pylist([scene], schema=SCENES), "detections": pa.Table.from_pylist([seen])}
    assert doubts("unseen", positions(line()), **known)["reason"].to_pylist() == reasons


def test_every_check_reason_and_noise_stands_on_the_page():
    page = (Path(__file__).parents[2] / "docs" / "reference" / "validity-checks.md").read_text()
    for name in (*CHECKS, *REASONS, *NOISE_REASONS.values(), *TRACK_RULES):
        assert f"`{name}`" in page, name


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_check_reason_and_noise_has_its_words(language):
    text = (Path(__file__).parents[2] / "locale" / f"{language}.ftl").read_text()
    names = [f"check-{name}".replace("_", "-") for name in CHECKS]
    names += [f"reason-{name}" for name in REASONS] + [f"noise-{name}" for name in NOISE_REASONS.values()]
    for name in names:
        assert f"\nmaritime-{name} = " in text, name


def test_no_reason_names_an_intent():
    assert len(REASONS) == sum(len(check.reasons) for check in CHECKS.values())
    assert not {"spoof", "dark", "illegal", "fake"} & {word for reason in REASONS for word in reason.split("-")}
