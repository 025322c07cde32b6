"""Sentences that leave, read back by pyais: every field, the time and the station of the tag block, the checksum."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyais.stream import IterMessages

from comity.files.nmea_out import positions_nmea, timed_nmea, traffic_nmea
from comity.ground import M_S_PER_KNOT
from comity.maritime import MESSAGES, POSITIONS, STATICS, simulate

BEGINS_MS = 1_738_800_000_000
READ_DEG = 0.5 / 600_000 + 0.55e-6
"""Half a ten-thousandth of a minute, and half the last of the six decimals that pyais keeps."""
ROW = {
    "mmsi": 605000001,
    "t_ms": BEGINS_MS,
    "lat_deg": 36.7712345,
    "lon_deg": 3.0612345,
    "sog_m_s": 6.2,
    "cog_deg": 271.3,
    "heading_deg": 270.0,
    "rot_deg_min": 12.0,
    "nav_status": 0,
    "utc_second": 20,
    "is_accurate": True,
    "msg_type": 1,
    "station": "EX-ALG",
    "received_ms": BEGINS_MS,
}


def table(*changes):
    """Return positions: the usual row with each of some changes."""
    plain = pa.schema([pa.field(f.name, pa.string() if pa.types.is_dictionary(f.type) else f.type) for f in POSITIONS])
    return pa.Table.from_pylist([{**ROW, **each} for each in changes], plain).cast(POSITIONS)


def read(data):
    """Return what pyais reads of lines, each with its checksum right."""
    found = list(IterMessages(data.splitlines()))
    assert all(each.is_valid for each in found)
    for each in found:
        if each.tag_block:
            each.tag_block.init()
    return found


def lines_of(positions, **options):
    return b"".join(positions_nmea(positions, **options))


@pytest.fixture(scope="module")
def run():
    return simulate(seed=3, ships=16, hours=3, begins_ms=BEGINS_MS)


@given(
    lat_deg=st.floats(-90, 90),
    lon_deg=st.floats(-180, 180),
    sog_m_s=st.floats(0, 52),
    cog_deg=st.floats(0, 359.9),
    mmsi=st.integers(1, 999_999_999),
    told=st.sampled_from([1, 2, 3, 18]),
)
def test_a_position_arrives_as_it_left(lat_deg, lon_deg, sog_m_s, cog_deg, mmsi, told):
    change = {"lat_deg": lat_deg, "lon_deg": lon_deg, "sog_m_s": sog_m_s, "cog_deg": cog_deg}
    (message,) = read(lines_of(table({**change, "mmsi": mmsi, "msg_type": told})))
    found = message.decode()
    assert (found.msg_type, found.mmsi, found.heading, found.second, found.accuracy) == (told, mmsi, 270, 20, True)
    assert found.lat == pytest.approx(lat_deg, abs=READ_DEG)
    assert found.lon == pytest.approx(lon_deg, abs=READ_DEG)
    assert found.speed * M_S_PER_KNOT == pytest.approx(sog_m_s, abs=0.027)
    assert (found.course - cog_deg + 180) % 360 - 180 == pytest.approx(0, abs=0.051)


def test_what_is_missing_is_said_to_be_missing():
    nothing = dict.fromkeys(("lat_deg", "lon_deg", "sog_m_s", "cog_deg", "heading_deg", "rot_deg_min"), float("nan"))
    found = [each.decode() for each in read(lines_of(table(nothing, {**nothing, "msg_type": 18})))]
    for each in found:
        assert (each.lat, each.lon, each.speed, each.course, each.heading) == (91.0, 181.0, 102.3, 360.0, 511)
    assert float(found[0].turn) == -128.0


def test_types_that_are_no_report_of_a_ship_leave_as_one_that_is():
    found = [each.decode().msg_type for each in read(lines_of(table(*({"msg_type": t} for t in (0, 4, 9, 19, 27)))))]
    assert sorted(found) == [1, 1, 9, 18, 27]


def test_a_long_range_report_keeps_its_tenth_of_a_minute():
    (message,) = read(lines_of(table({"msg_type": 27, "lat_deg": -33.5, "lon_deg": -170.25})))
    found = message.decode()
    assert (found.lat, found.lon, found.speed, found.course) == (-33.5, -170.25, 12, 271)


def test_a_tag_block_names_station_and_second():
    (message,) = read(lines_of(table({"received_ms": BEGINS_MS + 7_900})))
    assert message.tag_block.source_station == "EX-ALG"
    assert int(message.tag_block.receiver_timestamp) == BEGINS_MS // 1000 + 7


def test_a_station_whose_name_would_end_the_block_is_written_without_what_would():
    (message,) = read(lines_of(table({"station": "a\\b*c,d:e\nf"})))
    assert message.tag_block.source_station == "a_b_c_d_e_f"


def test_lines_leave_in_the_order_of_reception_and_bare_where_no_block_is_wanted():
    rows = [
        {"received_ms": BEGINS_MS + 1_000 * (5 - i), "mmsi": 605000001 + i, "msg_type": (1, 18)[i % 2]}
        for i in range(6)
    ]
    found = lines_of(table(*rows), tag_blocks=False)
    assert found.count(b"!AIVDM") == 6
    assert b"\\" not in found
    assert [each.decode().mmsi for each in read(found)] == [605000006 - i for i in range(6)]


def test_all_that_a_fleet_says_is_read_by_another_decoder(run):
    found = [each.decode() for each in read(traffic_nmea(run.positions, run.statics, run.messages))]
    assert len(found) == run.positions.num_rows + run.statics.num_rows + run.messages.num_rows
    names = {each["mmsi"]: each["shipname"] for each in run.statics.to_pylist() if each["shipname"]}
    for each in found:
        if each.msg_type == 5:
            assert each.shipname == names[each.mmsi]
            assert (each.callsign[:2], each.imo // 1_000_000 in (0, 4)) == ("EX", True)
    assert {each.text for each in found if each.msg_type == 14} <= {
        "SART ACTIVE",
        "SART TEST",
        "MOB ACTIVE",
        "MOB TEST",
    }
    last = {each["mmsi"]: each for each in run.statics.to_pylist() if each["msg_type"] == 5}
    heard = {each.mmsi: each for each in found if each.msg_type == 5}
    for mmsi, row in last.items():
        fields = ("ship_type", "to_bow_m", "to_stern_m", "to_port_m", "to_starboard_m")
        assert [int(getattr(heard[mmsi], name.removesuffix("_m"))) for name in fields] == [row[name] for name in fields]
        assert heard[mmsi].draught == pytest.approx(row["draught_m"], abs=0.051)


def test_a_message_of_two_parts_keeps_its_parts_together_in_order(run):
    text = traffic_nmea(run.positions, run.statics, run.messages).decode()
    parts = [line.split("!AIVDM,")[1].split(",")[:3] for line in text.splitlines() if "!AIVDM,2," in line]
    assert len(parts) == 2 * sum(1 for each in run.statics["msg_type"].to_pylist() if each == 5)
    for one, other in zip(parts[::2], parts[1::2], strict=True):
        assert (one[1], other[1], one[2]) == ("1", "2", other[2])
    assert max(len(line.split("\\")[-1]) for line in text.splitlines()) <= 80


def test_pieces_by_instant_are_the_whole_text(run):
    timed = timed_nmea(run.positions, run.statics, run.messages)
    assert b"".join(data for _, data in timed) == traffic_nmea(run.positions, run.statics, run.messages)
    assert [at for at, _ in timed] == sorted({at for at, _ in timed})
    for at_ms, data in timed[:50]:
        assert f"c:{at_ms // 1000}".encode() in data


def test_nothing_is_nothing():
    empty = POSITIONS.empty_table()
    assert lines_of(empty) == traffic_nmea(empty, STATICS.empty_table(), MESSAGES.empty_table()) == b""
    assert timed_nmea(empty, STATICS.empty_table(), MESSAGES.empty_table()) == []


def test_the_rate_of_turn_is_that_of_the_standard():
    """4.733 times the square root of degrees per minute (M.1371-5, table 45), to the whole number that is sent."""
    turns = (-300.0, -12.0, 0.0, 3.0, 45.0, 708.0)
    found = [float(each.decode().turn) for each in read(lines_of(table(*({"rot_deg_min": t} for t in turns))))]
    sent = np.clip(np.rint(4.733 * np.sign(turns) * np.sqrt(np.abs(turns))), -126, 126)
    assert np.rint(4.733 * np.sign(found) * np.sqrt(np.abs(found))) == pytest.approx(sent)
