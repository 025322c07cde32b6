"""The live picture against a plain dictionary of the newest report, and against shapely and pyproj for places."""

import numpy as np
import pyarrow as pa
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from comity.maritime import POSITIONS, STATICS, Picture
from comity.maritime.picture import AHEAD_MS, FASTEST_M_S, KEPT_MS, REACH_MS, folded

NOON_MS = 1_754_049_600_000


def reports(*rows, **columns):
    """Positions from (mmsi, t_ms, lat, lon) rows; other columns as named, one value for all or one each."""
    given_ = {"sog_m_s": np.nan, "cog_deg": np.nan, "heading_deg": np.nan, "rot_deg_min": np.nan, "nav_status": 15,
              "utc_second": 60, "is_accurate": False, "msg_type": 1, "station": "north"} | columns  # fmt: skip
    mmsi, t_ms, lat, lon = (list(each) for each in zip(*rows, strict=True)) if rows else ([], [], [], [])
    given_ |= {"mmsi": mmsi, "t_ms": t_ms, "lat_deg": lat, "lon_deg": lon, "received_ms": t_ms}
    full = {name: value if isinstance(value, list) else [value] * len(rows) for name, value in given_.items()}
    return pa.table({name: pa.array(full[name]).cast(POSITIONS.field(name).type) for name in POSITIONS.names})


def words(*rows):
    """Statics from (mmsi, t_ms, name, callsign, imo) rows."""
    empty = {"ship_type": 0, "to_bow_m": 0, "to_stern_m": 0, "to_port_m": 0, "to_starboard_m": 0,
             "draught_m": float("nan"), "destination": "", "eta": "", "msg_type": 5, "station": "north"}  # fmt: skip
    full = [dict(zip(("mmsi", "t_ms", "shipname", "callsign", "imo"), row, strict=True)) | empty for row in rows]
    return pa.Table.from_pylist(full, schema=STATICS)


def mmsis(picture, rows):
    return set(picture.columns(rows)["mmsi"].tolist())


@pytest.fixture
def picture():
    return Picture(4096)


sent = st.lists(
    st.tuples(st.integers(1, 9), st.integers(0, 50), st.integers(-90, 90), st.integers(-180, 179)), max_size=60
)


@given(sent, st.integers(1, 7), st.randoms())
def test_the_newest_report_stands_however_reports_come(rows, step, chance):
    truth: dict[int, tuple[int, int, int]] = {}
    for mmsi, second, lat, lon in rows:
        if mmsi not in truth or second > truth[mmsi][0]:
            truth[mmsi] = second, lat, lon
    firsts = {(mmsi, second): (lat, lon) for mmsi, second, lat, lon in reversed(rows)}
    told = [(mmsi, NOON_MS + second, *firsts[mmsi, second]) for mmsi, second, _, _ in rows]
    chance.shuffle(told)
    picture = Picture(16)
    for begin in range(0, len(told), step):
        picture.take(reports(*told[begin : begin + step]), now_ms=NOON_MS + 50)
    assert len(picture) == len(truth)
    for mmsi, (second, _, _) in truth.items():
        found = picture.columns(np.array([picture.row_of(mmsi)], np.int32))
        assert found["t_ms"] == NOON_MS + second
        assert (found["lat_deg"][0], found["lon_deg"][0]) == firsts[mmsi, second]


boxes = st.tuples(*[st.integers(-180, 180)] * 2, *[st.integers(-90, 90)] * 2)
spots = st.lists(st.tuples(st.integers(-900, 900), st.integers(-1800, 1800)), max_size=40)


@given(spots, boxes)
def test_a_box_holds_what_a_plain_look_at_each_vessel_finds(spots, box):
    west, east, south, north = box[0], box[1], min(box[2:]), max(box[2:])
    picture = Picture(64)
    rows = [(number + 1, NOON_MS, lat / 10, lon / 10) for number, (lat, lon) in enumerate(spots)]
    picture.take(reports(*rows), now_ms=NOON_MS)

    def is_between(lon):
        return west <= lon <= east if west <= east else lon >= west or lon <= east

    def is_in(lat, lon):
        meridians = (-180, 180) if abs(lon) == 180 else (lon,)  # one line with two names
        return south <= lat <= north and any(is_between(each) for each in meridians)

    assert mmsis(picture, picture.in_box(west, south, east, north)) == {
        mmsi for mmsi, _, lat, lon in rows if is_in(lat, lon)
    }


@given(st.lists(st.tuples(st.sampled_from("TF"), st.integers(1, 12), st.integers(0, 30)), max_size=80))
def test_what_was_forgotten_is_gone_and_everything_else_is_still_found(steps):
    picture = Picture(16)
    truth: dict[int, int] = {}
    for what, mmsi, second in steps:
        if what == "T":
            picture.take(reports((mmsi * 7_000_001, NOON_MS + second, mmsi, mmsi)), now_ms=NOON_MS + 30)
            truth[mmsi] = max(second, truth.get(mmsi, 0))
        else:
            gone = {each for each, at in truth.items() if at < second}
            assert picture.forget(NOON_MS + second) == len(gone)
            truth = {each: at for each, at in truth.items() if each not in gone}
        assert len(picture) == len(truth)
        for each in range(1, 13):
            assert (picture.row_of(each * 7_000_001) is not None) == (each in truth)
        assert mmsis(picture, picture.in_box(-180, -90, 180, 90)) == {each * 7_000_001 for each in truth}


def test_a_vessel_keeps_its_number_while_others_come_and_go(picture):
    picture.take(reports(*[(number, NOON_MS + number, 1, 1) for number in range(1, 100)]), now_ms=NOON_MS)
    before = {number: picture.row_of(number) for number in range(50, 100)}
    picture.forget(NOON_MS + 50)
    picture.take(reports(*[(number, NOON_MS, 2, 2) for number in range(200, 260)]), now_ms=NOON_MS)
    assert {number: picture.row_of(number) for number in range(50, 100)} == before


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        ((7, NOON_MS, 36.0, 5.0), "taken"),
        ((7, NOON_MS + AHEAD_MS, 36.0, 5.0), "taken"),
        ((7, NOON_MS + AHEAD_MS + 1, 36.0, 5.0), "clock_off"),
        ((7, NOON_MS - KEPT_MS - 1, 36.0, 5.0), "too_old"),
        ((7, NOON_MS, 91.0, 5.0), "no_place"),
        ((7, NOON_MS, 36.0, 181.0), "no_place"),
        ((7, NOON_MS, float("nan"), 5.0), "no_place"),
        ((0, NOON_MS, 36.0, 5.0), "bad_mmsi"),
        ((1_000_000_000, NOON_MS, 36.0, 5.0), "bad_mmsi"),
    ],
)
def test_every_report_is_counted_by_what_became_of_it(picture, row, outcome):
    assert {name for name, count in picture.take(reports(row), now_ms=NOON_MS).items() if count} == {outcome}
    assert len(picture) == (outcome == "taken")


def test_a_full_picture_says_so_and_still_follows_whom_it_knows():
    picture = Picture(2)
    counts = picture.take(reports((1, NOON_MS, 1, 1), (2, NOON_MS, 1, 1), (3, NOON_MS, 1, 1)), now_ms=NOON_MS)
    assert (counts["taken"], counts["full"]) == (2, 1)
    assert picture.take(reports((2, NOON_MS + 1, 2, 2)), now_ms=NOON_MS)["taken"] == 1


def test_a_polygon_over_the_antimeridian_holds_what_lies_in_it(picture):
    picture.take(reports((1, NOON_MS, 0, 179.5), (2, NOON_MS, 0, -179.5), (3, NOON_MS, 0, 0)), now_ms=NOON_MS)
    across = shapely.Polygon([(179, -1), (181, -1), (181, 1), (179, 1)])
    assert mmsis(picture, picture.in_polygon(across)) == {1, 2}


def test_a_polygon_keeps_out_what_only_its_box_holds(picture):
    picture.take(reports((1, NOON_MS, 36.2, 5.2), (2, NOON_MS, 36.9, 5.9)), now_ms=NOON_MS)
    corner = shapely.Polygon([(5, 36), (6, 36), (5, 37)])
    assert mmsis(picture, picture.in_polygon(corner)) == {1}


@given(st.floats(-80, 80), st.floats(-180, 179.9), st.floats(0, 15), st.floats(0, 359.9), st.integers(0, 360))
def test_a_vessel_is_reckoned_along_its_course(lat, lon, sog, cog, seconds):
    picture = Picture(4)
    picture.take(reports((7, NOON_MS, lat, lon), sog_m_s=sog, cog_deg=cog), now_ms=NOON_MS)
    found = picture.places_at(np.array([0], np.int32), NOON_MS + seconds * 1000)
    true_lon, true_lat, _ = Geod(ellps="WGS84").fwd(lon, lat, cog, sog * seconds)
    assert Geod(ellps="WGS84").inv(found[0, 0], found[1, 0], true_lon, true_lat)[2] < 15.0
    assert -180 <= found[0, 0] < 180.0


def test_after_six_minutes_a_vessel_stands_where_it_was_reported_and_after_a_day_nowhere(picture):
    picture.take(reports((7, NOON_MS, 36, 5), sog_m_s=10.0, cog_deg=90.0), now_ms=NOON_MS)
    row = np.array([0], np.int32)
    assert picture.places_at(row, NOON_MS + REACH_MS)[0, 0] > 5.03
    late = picture.places_at(row, NOON_MS + REACH_MS + 1)[:, 0]
    assert late[:3].tolist() == [5.0, 36.0, 0.0]
    assert np.isnan(picture.places_at(row, NOON_MS + KEPT_MS + 1)).all()
    assert np.isnan(picture.places_at(row, NOON_MS - REACH_MS - 1)).all()


def test_one_wrong_speed_makes_no_ship_a_racer(picture):
    for second, sog in enumerate([5.0, 5.0, 5.0, 45.0, FASTEST_M_S + 1, 5.0]):
        picture.take(reports((7, NOON_MS + second, 36, 5), sog_m_s=sog), now_ms=NOON_MS + 9)
    assert picture.columns(np.array([0], np.int32))["fastest_m_s"][0] == 7.0


@pytest.fixture
def fleet(picture):
    picture.take(reports(*[(number, NOON_MS, 36, 5) for number in (227006760, 605016000, 605016999)]), now_ms=NOON_MS)
    picture.tell(
        words(
            (227006760, NOON_MS, "CAP D'ACUNHA", "FGD5860", 9074729),
            (605016000, NOON_MS, "ÉTOILE DU SUD", "7TAB", 0),
            (605016999, NOON_MS, "SUD", "7TBC", 9176187),
        )
    )
    return picture


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("etoile", [605016000]),
        ("ÉTO", [605016000]),
        ("acunha", [227006760]),
        ("cap d acu", [227006760]),
        ("sud", [605016999, 605016000]),  # the shorter name first
        ("605016", [605016000, 605016999]),
        ("605016999", [605016999]),
        ("9176187", [605016999]),
        ("imo 9074", [227006760]),
        ("7tb", [605016999]),
        ("unha", []),
        ("", []),
        ("'", []),
        ("x" * 300, []),
    ],
)
def test_a_vessel_is_found_by_the_beginning_of_its_names_and_numbers(fleet, text, found):
    assert fleet.columns(fleet.find(text))["mmsi"].tolist() == found


def test_what_a_later_message_leaves_open_keeps_what_was_said(fleet):
    fleet.tell(words((605016000, NOON_MS + 5, "", "7TZZ", 0)))
    fleet.tell(words((605016000, NOON_MS + 4, "OLDER", "", 0)))
    found = fleet.columns(np.array([fleet.row_of(605016000)], np.int32))
    assert (found["shipname"][0], found["callsign"][0], found["imo"][0]) == ("ÉTOILE DU SUD", "7TZZ", 0)


def test_a_vessel_that_only_said_its_name_is_known_and_is_nowhere(picture):
    picture.tell(words((605016000, NOON_MS, "ÉTOILE", "", 0)))
    assert mmsis(picture, picture.find("etoile")) == {605016000}
    assert picture.in_box(-180, -90, 180, 90).size == 0
    assert np.isnan(picture.columns(picture.find("etoile"))["lat_deg"]).all()


def test_every_position_names_its_source(picture):
    picture.take(reports((1, NOON_MS, 1, 1), (2, NOON_MS, 1, 1), station=["north", "south"]), now_ms=NOON_MS)
    picture.take(reports((1, NOON_MS + 9, 1, 1), station="south"), now_ms=NOON_MS)
    found = picture.columns(np.array([picture.row_of(1), picture.row_of(2)], np.int32))
    assert found["station"].tolist() == ["south", "south"]


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)
