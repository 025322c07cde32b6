"""What aisstream sends and what satellites saw, as files: every field by hand, wrong lines named, ids that stay."""

import json

import numpy as np
import orjson
import pyarrow as pa
import pytest

from comity.files import read_positions
from comity.files.detections import read_detections
from comity.ground import M_S_PER_KNOT, InvalidInput, instant_text, parse_instant
from comity.maritime import DETECTIONS

LATEST_MS = parse_instant("2026-06-01T00:00:00Z")
UTC_OF_GO = "2026-01-01 10:00:00.123456789 +0000 UTC"


def line(kind, when=UTC_OF_GO, **body):
    told = {"Valid": True, "UserID": 605000001} | body
    return {"MessageType": kind, "Message": {kind: told}, "MetaData": {"MMSI": 605000001, "time_utc": when}}


REPORT = {"MessageID": 1, "Latitude": 36.9, "Longitude": -3.5, "Sog": 10.0, "Cog": 360.0, "TrueHeading": 511,
          "RateOfTurn": -128, "NavigationalStatus": 5, "Timestamp": 7, "PositionAccuracy": True}  # fmt: skip
SHIP = {"MessageID": 5, "ImoNumber": 9000001, "CallSign": "EX1  ", "Name": "EXAMPLE@@@", "Type": 70,
        "Dimension": {"A": 100, "B": 20, "C": 10, "D": 12}, "MaximumStaticDraught": 5.5, "Destination": "EXAMPLE PORT",
        "Eta": {"Month": 2, "Day": 3, "Hour": 4, "Minute": 5}}  # fmt: skip


def read(tmp_path, *lines):
    path = tmp_path / "stream.jsonl"
    path.write_bytes(b"\n".join(each if isinstance(each, bytes) else orjson.dumps(each) for each in lines) + b"\n")
    (found,) = read_positions(path, "aisstream", latest_ms=LATEST_MS, keeps_rejected=True)
    return found


def test_a_position_report_becomes_a_row_with_what_is_not_available_missing(tmp_path):
    row = read(tmp_path, line("PositionReport", **REPORT)).positions.to_pylist()[0]
    assert instant_text(row["t_ms"]) == "2026-01-01T10:00:00.123Z"
    assert (row["mmsi"], row["lat_deg"], row["lon_deg"]) == (605000001, 36.9, -3.5)
    assert row["sog_m_s"] == pytest.approx(10 * M_S_PER_KNOT)
    assert np.isnan([row["cog_deg"], row["heading_deg"], row["rot_deg_min"]]).all()
    assert (row["nav_status"], row["utc_second"], row["is_accurate"], row["msg_type"]) == (5, 7, True, 1)
    assert row["station"] == "aisstream"


def test_class_b_extended_and_long_range_reports_are_positions_too(tmp_path):
    kinds = {"StandardClassBPositionReport": 18, "ExtendedClassBPositionReport": 19, "LongRangeAisBroadcastMessage": 27}
    body = {key: value for key, value in REPORT.items() if key not in ("MessageID", "NavigationalStatus")}
    found = read(tmp_path, *(line(kind, UserID=n, **body) for kind, n in kinds.items()))
    assert found.positions["msg_type"].to_pylist() == sorted(kinds.values())
    assert set(found.positions["nav_status"].to_pylist()) == {15}


def test_what_a_ship_says_of_itself_is_read_whole_and_in_two_parts(tmp_path):
    second = {"CallSign": "EX2", "ShipType": 30, "Dimension": {"A": 5, "B": 6, "C": 2, "D": 2}}
    parts = line("StaticDataReport", UserID=605000002, ReportA={"Name": "EXAMPLE TWO"}, ReportB=second)
    one, two = read(tmp_path, line("ShipStaticData", **SHIP), parts).statics.to_pylist()
    assert (one["shipname"], one["callsign"], one["imo"], one["ship_type"]) == ("EXAMPLE", "EX1", 9000001, 70)
    assert (one["to_bow_m"], one["draught_m"], one["eta"]) == (100, 5.5, "02-03T04:05")
    assert one["destination"] == "EXAMPLE PORT"
    assert (two["shipname"], two["callsign"], two["ship_type"], two["to_stern_m"]) == ("EXAMPLE TWO", "EX2", 30, 6)


def test_lines_that_are_no_position_are_counted_by_reason(tmp_path):
    lines = [
        line("PositionReport", **REPORT),
        line("BaseStationReport"),
        line("PositionReport", **REPORT | {"Valid": False}),
        line("PositionReport", **REPORT | {"Latitude": 91.0}),
        line("PositionReport", **REPORT | {"Latitude": -90.1}),
        line("PositionReport", **REPORT | {"UserID": 0}),
        line("PositionReport", "2036-01-01T00:00:00Z", **REPORT),
    ]
    found = read(tmp_path, *lines)
    reasons = ["other-message", "not-valid", "no-position", "off-earth", "no-mmsi", "absurd-time"]
    assert found.positions.num_rows == 1
    assert found.rejected["reason"].to_pylist() == reasons
    assert found.rejected["line"].to_pylist() == [2, 3, 4, 5, 6, 7]
    assert found.shares == dict.fromkeys(reasons, 1)


@pytest.mark.parametrize("wrong", [b"{", b"[]", b"{}", b'{"MessageType":"PositionReport","Message":{}}'])
def test_a_line_that_is_none_of_aisstream_refuses_the_file_and_is_named(tmp_path, wrong):
    with pytest.raises(InvalidInput) as error:
        read(tmp_path, line("PositionReport", **REPORT), wrong)
    assert (error.value.code, error.value.values["line"]) == ("files.bad_line", 2)


def seen(path, mapping):
    parts = list(read_detections(path, mapping, latest_ms=LATEST_MS, keeps_rejected=True))
    return pa.concat_tables([each.detections for each in parts]), parts


def test_radar_detections_are_read_from_a_table_and_lack_only_what_is_impossible(tmp_path):
    (tmp_path / "a.csv").write_text(
        "detect_id,scene_id,timestamp,detect_lat,detect_lon,length_m,presence_score\n"
        "x1,S1A_1,2025-01-01T05:00:00Z,36.5,3.5,82.5,0.97\n"
        "x2,S1A_1,2025-01-01T05:00:00Z,95.0,3.5,82.5,0.97\n"
        "x3,S1A_1,2025-01-01T05:00:00Z,36.5,359.5,,\n"
    )
    table, parts = seen(tmp_path / "a.csv", "sar")
    one, three = table.to_pylist()
    assert table.schema.equals(DETECTIONS)
    assert (one["detection_id"], one["sensor"], one["scene"], one["length_m"]) == ("x1", "sar", "S1A_1", 82.5)
    assert (three["lon_deg"], np.isnan(three["length_m"])) == (-0.5, True)
    assert parts[0].shares == {"off-earth": 1}
    assert parts[0].rejected["line"].to_pylist() == [3]


def test_boats_by_their_lights_without_an_id_get_one_that_stays(tmp_path):
    (tmp_path / "a.csv").write_text(
        "Date_Mscan,Lat_DNB,Lon_DNB\n2025-01-01 01:30:00.500,36.5,3.5\n2025-01-02 01:30:00,0,0\n"
    )
    one, other = seen(tmp_path / "a.csv", "viirs")[0], seen(tmp_path / "a.csv", "viirs")[0]
    assert one.equals(other) or str(one.to_pylist()) == str(other.to_pylist())
    assert len(set(one["detection_id"].to_pylist())) == 2
    assert instant_text(one["t_ms"][0].as_py()) == "2025-01-01T01:30:00.500Z"
    assert set(one["sensor"].to_pylist()) == {"viirs"}


def feature(lon_deg, lat_deg, **properties):
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [lon_deg, lat_deg]},
        "properties": properties,
    }


def test_points_of_geojson_are_read_by_the_same_mapping(tmp_path):
    path = tmp_path / "a.geojson"
    points = [
        feature(3.5, 36.5, id="a", timestamp="2025-01-01T05:00:00Z", length_m=40),
        feature(179.9, -16.0, id="b", timestamp="2025-01-01T05:00:00Z", score=0.5),
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": points}))
    rows = seen(path, "sar")[0].to_pylist()
    assert [(row["detection_id"], row["lon_deg"], row["lat_deg"]) for row in rows] == [
        ("a", 3.5, 36.5),
        ("b", 179.9, -16.0),
    ]
    assert (rows[0]["length_m"], rows[1]["score"]) == (40.0, 0.5)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "files.no_table"),
        ('{"features": [{"geometry": {"type": "Polygon", "coordinates": []}}]}', "files.no_table"),
        (
            json.dumps({"features": [feature(3, 36, timestamp="2025-01-01T05:00:00Z", length_m="long")]}),
            "files.bad_value",
        ),
        (json.dumps({"features": [feature(3, 36)]}), "files.column_not_found"),
    ],
)
def test_geojson_that_is_none_is_refused_in_words(tmp_path, text, code):
    path = tmp_path / "a.geojson"
    path.write_text(text)
    with pytest.raises(InvalidInput) as error:
        seen(path, "sar")
    assert error.value.code == code


def test_positions_and_detections_are_not_taken_for_each_other(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("timestamp,lat,lon\n2025-01-01T05:00:00Z,36,3\n")
    with pytest.raises(InvalidInput) as error:
        list(read_positions(path, "sar", latest_ms=LATEST_MS))
    assert error.value.code == "files.not_of_positions"
    with pytest.raises(InvalidInput) as error:
        seen(path, "danish")
    assert error.value.code == "files.not_of_detections"
