"""Files of positions as publishers write them: whole or refused with line and value; what cannot be is counted.

The two samples of MarineCadastre and the Solent are real; the Danish lines follow the published header and description.
"""

import gzip
import zipfile

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.files import read_mapping, read_positions
from comity.files.positions_mapping import mapping_of
from comity.files.positions_times import instants_ms
from comity.ground import InvalidInput, instant_text, parse_instant
from comity.maritime import POSITIONS, STATICS
from tests.shared_data import SHARED, needs_shared

CSV = SHARED / "maritime" / "csv"
LATEST_MS = parse_instant("2026-06-01T00:00:00Z")
KNOT = 1852 / 3600
HEAD = "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading"
SOLENT = b"""
schema = "comity/positions-mapping/1"
[columns]
mmsi = "MMSI"
t_ms = "Time"
lat_deg = "Latitude_degrees"
lon_deg = "Longitude_degrees"
sog_m_s = { from = "SOG_knots", unit = "kn" }
cog_deg = "COG_degrees"
"""


def read(path, mapping=None, **options):
    parts = list(read_positions(path, mapping, latest_ms=LATEST_MS, keeps_rejected=True, **options))
    shares: dict[str, int] = {}
    for each in parts:
        shares |= each.shares
    tables = [
        pa.concat_tables([getattr(each, name) for each in parts]) for name in ("positions", "statics", "rejected")
    ]
    return (*tables, shares)


def read_text(tmp_path, text, mapping=None, *, name="file.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path, mapping)


def refusal(tmp_path, text, mapping=None):
    with pytest.raises(InvalidInput) as error:
        read_text(tmp_path, text, mapping)
    return error.value


@needs_shared
def test_every_value_of_the_real_sample_is_the_one_that_duckdb_reads():
    path = CSV / "marinecadastre_2023-01_sample.csv"
    positions, statics, _, shares = read(path)
    with duckdb.connect() as db:
        told = db.execute(
            "SELECT MMSI, epoch_ms(BaseDateTime), LAT, LON, SOG, COG, Heading, VesselName, IMO, VesselType, Status "
            "FROM read_csv(?)", [str(path)],
        ).fetchall()  # fmt: skip
    rows = positions.to_pylist()
    assert positions.schema.equals(POSITIONS)
    assert not shares
    assert [(row["mmsi"], row["t_ms"], row["lat_deg"], row["lon_deg"]) for row in rows] == [each[:4] for each in told]
    for row, (_, _, _, _, sog, cog, heading, _, _, _, status) in zip(rows, told, strict=True):
        assert row["sog_m_s"] == pytest.approx(sog * KNOT, abs=1e-5) if sog < 102.3 else np.isnan(row["sog_m_s"])
        assert row["cog_deg"] == pytest.approx(cog, abs=1e-4) if cog < 360 else np.isnan(row["cog_deg"])
        assert row["heading_deg"] == heading if heading != 511 else np.isnan(row["heading_deg"])
        assert row["nav_status"] == (15 if status is None else status)
    names = {(row["mmsi"], row["shipname"], row["imo"]) for row in statics.to_pylist()}
    said = {(m, name or "", int((imo or "IMO0")[3:])) for m, _, _, _, _, _, _, name, imo, _, _ in told if name or imo}
    assert said <= names


@needs_shared
def test_the_real_parquet_and_a_csv_of_it_read_the_same(tmp_path):
    path = CSV / "marinecadastre_2022-01-03_A.parquet"
    with duckdb.connect() as db:
        db.execute(f"COPY (FROM '{path}') TO '{tmp_path / path.stem}.csv' (HEADER)")
    one, other = read(path), read(tmp_path / f"{path.stem}.csv")
    for left, right in zip(one[:3], other[:3], strict=True):
        assert str(left.to_pylist()) == str(right.to_pylist())
    assert one[0].num_rows == 50_254


@needs_shared
def test_a_mapping_reads_the_solent_with_its_thousandths_of_a_second():
    positions, _, _, _ = read(CSV / "solent_20160112_part1.csv", mapping_of(SOLENT, name="solent"))
    first = positions.slice(0, 1).to_pylist()[0]
    assert positions.num_rows == 9311
    assert instant_text(first["t_ms"]) == "2016-01-12T13:02:11.218Z"
    assert (first["mmsi"], first["lat_deg"]) == (235070762, 50.7730133333333)
    assert first["sog_m_s"] == pytest.approx(5.9 * KNOT)


HEADERS = {
    "2015": (HEAD + ",VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo",
             "367000001,2016-02-03T10:00:00,30.1,-90.1,5.0,-49.6,511.0,EXAMPLE,IMO9000001,EX1,70,"
             "under way using engine,100,20,5.5,70"),
    "2018": (HEAD + ",VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,TranscieverClass",
             "367000001,2016-02-03T10:00:00,30.1,-90.1,5.0,360.0,511.0,EXAMPLE,IMO9000001,EX1,70,0,100.0,20.0,5.5,70,A"),
    "2025": ("mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign,vessel_type,status,"
             "length,width,draft,cargo,transceiver",
             "367000001,2016-02-03 10:00:00,-90.1,30.1,5,,,EXAMPLE,IMO9000001,EX1,70,0,100,20,5.5,70,A"),
}  # fmt: skip


@pytest.mark.parametrize("year", HEADERS)
def test_marinecadastre_is_read_in_every_form_that_it_had(tmp_path, year):
    positions, statics, _, _ = read_text(tmp_path, "\n".join(HEADERS[year]))
    row, said = positions.to_pylist()[0], statics.to_pylist()[0]
    assert (row["mmsi"], row["lat_deg"], row["lon_deg"], row["nav_status"]) == (367000001, 30.1, -90.1, 0)
    assert instant_text(row["t_ms"]) == "2016-02-03T10:00:00Z"
    assert np.isnan(row["cog_deg"]), "−49.6° is 360.0°, not available, read with a sign"
    assert np.isnan(row["heading_deg"])
    assert (said["imo"], said["callsign"], said["ship_type"]) == (9000001, "EX1", 70)
    assert [said[name] for name in ("to_bow_m", "to_stern_m", "to_port_m", "to_starboard_m")] == [0, 100, 0, 20]
    assert said["draught_m"] == 5.5


DANISH = (
    "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,Callsign,Name,"
    "Ship type,Cargo type,Width,Length,Type of position fixing device,Draught,Destination,ETA,Data source type,"
    "A,B,C,D\n"
    "01/09/2025 00:00:00,Base Station,2190064,56.716570,11.519047,Unknown value,,,,,Unknown,Unknown,,Undefined,,,,"
    "GPS,,Unknown,,AIS,,,,\n"
    "01/09/2025 00:00:01,Class A,219000001,57.717413,10.586715,Engaged in fishing,0.7,12.5,4.8,309,9000001,EX1,"
    "EXAMPLE,Fishing,,20,100,GPS,5.0,EXAMPLE PORT,15/09/2025 06:00:00,AIS,60,40,12,8\n"
    "01/09/2025 00:00:02,Class A,219000002,91.000000,0.000000,Unknown value,,,,,Unknown,,,Undefined,,,,Undefined,,,,"
    "AIS,,,,\n"
)


def test_danish_traffic_is_read_day_first_with_its_words(tmp_path):
    positions, statics, rejected, shares = read_text(tmp_path, DANISH)
    base, ship = positions.to_pylist()
    assert instant_text(ship["t_ms"]) == "2025-09-01T00:00:01Z"
    assert (base["nav_status"], ship["nav_status"], ship["heading_deg"]) == (15, 7, 309.0)
    assert (ship["sog_m_s"], ship["rot_deg_min"]) == (pytest.approx(12.5 * KNOT), pytest.approx(0.7))
    said = statics.to_pylist()
    assert len(said) == 1, "a base station that says nothing says nothing"
    assert (said[0]["ship_type"], said[0]["imo"], said[0]["destination"]) == (30, 9000001, "EXAMPLE PORT")
    assert said[0]["eta"] == "09-15T06:00"
    assert [said[0][name] for name in ("to_bow_m", "to_stern_m", "to_port_m", "to_starboard_m")] == [60, 40, 12, 8]
    assert (shares, rejected["line"].to_pylist()) == ({"no-position": 1}, [4])


def test_rows_that_no_ship_can_have_sent_are_counted_by_reason_and_kept(tmp_path):
    rows = {
        "no-mmsi": "0,2024-01-01T00:00:00,36,3",
        "bad-mmsi": "1999999999,2024-01-01T00:00:00,36,3",
        "no-time": "201000001,,36,3",
        "absurd-time": "201000001,2099-01-01T00:00:00,36,3",
        "no-position": "201000001,2024-01-01T00:00:00,91,181",
        "off-earth": "201000001,2024-01-01T00:00:00,90.5,3",
    }
    good = ["201000001,2024-01-01T00:00:00,90,180", "201000001,2024-01-01T00:00:01,-90,-180"]
    text = "\n".join(["MMSI,BaseDateTime,LAT,LON", good[0], *rows.values(), "201000001,1997-01-01,36,3", good[1]])
    positions, _, rejected, shares = read_text(tmp_path, text)
    assert shares == dict.fromkeys(rows, 1) | {"absurd-time": 2}
    assert rejected["line"].to_pylist() == [3, 4, 5, 6, 7, 8, 9]
    assert rejected["reason"].to_pylist() == [*rows, "absurd-time"]
    assert [(row["lat_deg"], row["lon_deg"]) for row in positions.to_pylist()] == [(90, 180), (-90, -180)]
    assert "mmsi=1999999999" in rejected["text"][1].as_py()


ROW = "201000001,2024-01-01T00:00:00,36.5,-3.25,10.0,45.0,44.0"


@pytest.mark.parametrize(
    ("name", "data"),
    {
        "byte order mark": b"\xef\xbb\xbf" + f"{HEAD}\n{ROW}\n".encode(),
        "utf-16": f"{HEAD}\n{ROW}\n".encode("utf-16"),
        "windows lines": f"{HEAD}\r\n{ROW}\r\n".encode(),
        "no last line break": f"{HEAD}\n{ROW}".encode(),
        "blank lines": f"\n\n{HEAD}\n\n{ROW}\n\n".encode(),
        "semicolons": f"{HEAD}\n{ROW}\n".replace(",", ";").encode(),
        "tabs": f"{HEAD}\n{ROW}\n".replace(",", "\t").encode(),
        "quotes": ",".join(f'"{each}"' for each in HEAD.split(",")).encode() + f'\n"201000001"{ROW[9:]}\n'.encode(),
        "gzip": gzip.compress(f"{HEAD}\n{ROW}\n".encode()),
        "zone": f"{HEAD}\n{ROW}\n".replace("00:00:00", "00:00:00Z").encode(),
        "other case": f"{HEAD.lower()}\n{ROW}\n".encode(),
        "thousandths": f"{HEAD}\n{ROW}\n".replace("00:00:00", "00:00:00.000").encode(),
    }.items(),
)
def test_the_same_row_is_read_however_it_is_wrapped(tmp_path, name, data):
    positions, _, _, _ = read_text(tmp_path, data)
    row = positions.to_pylist()[0]
    assert (row["mmsi"], row["lat_deg"], row["lon_deg"]) == (201000001, 36.5, -3.25), name
    assert row["t_ms"] == parse_instant("2024-01-01T00:00:00Z")
    assert row["heading_deg"] == 44.0


def test_zstandard_and_an_archive_of_two_days_are_read(tmp_path):
    other = ROW.replace("2024-01-01", "2024-01-02")
    packed = pa.compress(f"{HEAD}\n{ROW}\n".encode(), codec="zstd", asbytes=True)
    assert read_text(tmp_path, packed, name="a.csv.zst")[0].num_rows == 1
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("one.csv", f"{HEAD}\n{ROW}\n")
        archive.writestr("two.csv", f"{HEAD}\n{other}\n")
        archive.writestr("readme.pdf", "no table")
    positions = read(tmp_path / "two.zip")[0]
    assert positions["station"].to_pylist() == ["one", "two"]


def test_decimal_commas_a_date_and_a_clock_and_an_offset_are_read_by_a_mapping(tmp_path):
    mapping = mapping_of(
        b"""
        schema = "comity/positions-mapping/1"
        [file]
        separator = ";"
        decimal = ","
        utc_offset_h = 1
        missing = ["-"]
        [columns]
        mmsi = "Navire"
        t_ms = { from = "Jour", clock = "Heure", form = "%d/%m/%Y %H:%M:%S.%f" }
        lat_deg = "Latitude"
        lon_deg = "Longitude"
        sog_m_s = { from = "Vitesse", unit = "km/h" }
        rot_deg_min = { from = "Giration", unit = "ais" }
        received_ms = { from = "Recu", form = "unix_s" }
        """,
        name="port",
    )
    text = (
        "Navire;Jour;Heure;Latitude;Longitude;Vitesse;Giration;Reçu\n"
        "605000001;02/03/2024;00:30:00.250;36,75;-3,5;36,0;-126;1709335900,5\n"
        "605000001;02/03/2024;00:31:00.25;36,76;3,5;-;-127;-\n"
    )
    one, two = read_text(tmp_path, text, mapping)[0].to_pylist()
    assert instant_text(one["t_ms"]) == "2024-03-01T23:30:00.250Z"
    assert instant_text(two["t_ms"]) == "2024-03-01T23:31:00.250Z"
    assert (one["lat_deg"], one["lon_deg"], one["sog_m_s"]) == (36.75, -3.5, pytest.approx(10.0))
    assert one["rot_deg_min"] == pytest.approx(-708.7, abs=0.1)
    assert np.isnan(two["sog_m_s"])
    assert np.isnan(two["rot_deg_min"]), "±127 tells no rate"
    assert (one["received_ms"], two["received_ms"]) == (1709335900500 - 3_600_000, two["t_ms"])


def test_longitudes_from_0_to_360_are_turned(tmp_path):
    text = f"{HEAD}\n{ROW}\n".replace("-3.25", "356.75") + ROW.replace("-3.25", "180.0") + "\n"
    assert read_text(tmp_path, text)[0]["lon_deg"].to_pylist() == [-3.25, 180.0]


@pytest.mark.parametrize(
    ("text", "line", "column", "value"),
    [
        (f"{HEAD}\n{ROW}\n{ROW.replace('36.5', 'north')}\n", 3, "LAT", "north"),
        (f"{HEAD}\n\n{ROW}\n{ROW}\n{ROW.replace('2024-01-01', 'yesterday ')}\n", 4, "BaseDateTime", "yesterday"),
        (f"{HEAD}\n{ROW}\n{ROW},1\n{ROW.replace('36.5', 'x')}\n", 3, "7 columns", ROW),
        (f"{HEAD}\n{ROW}\n{ROW[:20]}", 3, "7 columns", ROW[:20]),
        (f"{HEAD}\n" + f"{ROW}\n" * 40_000 + ROW.replace("201000001", "MMSI") + "\n", 40_002, "MMSI", "MMSI"),
    ],
)
def test_a_value_that_is_none_refuses_the_file_and_is_named(tmp_path, text, line, column, value):
    error = refusal(tmp_path, text)
    assert error.code == "files.bad_value"
    assert (error.values["line"], error.values["column"]) == (line, column)
    assert value.strip() in error.values["value"]


def test_a_pattern_reads_days_without_zeros_and_refuses_days_that_are_none(tmp_path):
    text = DANISH.replace("01/09/2025 00:00:01", "1/9/2025 0:00:01")
    assert instant_text(read_text(tmp_path, text)[0]["t_ms"][1].as_py()) == "2025-09-01T00:00:01Z"
    assert refusal(tmp_path, DANISH.replace("01/09/2025 00:00:01", "31/2/2025 0:00:01")).code == "files.bad_value"


def test_a_day_that_does_not_exist_refuses_the_file_and_is_named(tmp_path):
    error = refusal(tmp_path, DANISH.replace("01/09/2025 00:00:01", "31/02/2025 00:00:01"))
    assert (error.code, error.values["line"]) == ("files.bad_value", 3)
    assert "31/02/2025" in error.values["value"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "files.no_table"),
        ("\n\n  \n", "files.no_table"),
        (b"\x1f\x8b\x08\x00garbage", "files.no_table"),
        (b"PK\x03\x04garbage", "files.no_table"),
        (b"PAR1garbage", "files.no_table"),
        (f"{HEAD},VesselName\n" + f'{ROW},"EXAMPLE\nTWO"\n' * 20_000, "files.no_table"),
        (f'{HEAD},VesselName\n{ROW},"EXAMPLE\n{ROW},EXAMPLE\n', "files.no_table"),
        ("a,b,c\n1,2,3\n", "files.mapping_not_found"),
        (f"{HEAD},LAT\n{ROW},36.6\n", "files.column_twice"),
        (b"x" * (3 * 2**20), "files.no_table"),
    ],
)
def test_a_file_that_is_no_table_of_positions_is_refused_in_words(tmp_path, text, code):
    assert refusal(tmp_path, text).code == code


def test_a_header_alone_is_a_file_without_a_row(tmp_path):
    positions, statics, rejected, shares = read_text(tmp_path, f"{HEAD}\n")
    assert (positions.num_rows, statics.num_rows, rejected.num_rows, shares) == (0, 0, 0, {})


def test_a_named_mapping_says_which_column_the_file_lacks(tmp_path):
    error = refusal(tmp_path, f"{HEAD}\n{ROW}\n", "danish")
    assert (error.code, error.values["key"]) == ("files.column_not_found", "t_ms")


def test_our_own_parquet_comes_back_as_it_went(tmp_path):
    positions, _, _, _ = read_text(tmp_path, DANISH)
    pq.write_table(positions, tmp_path / "own.parquet")
    again, statics, _, _ = read(tmp_path / "own.parquet")
    assert str(again.to_pylist()) == str(positions.to_pylist())
    assert statics.num_rows == 0


def test_parquet_of_another_form_names_what_is_wrong(tmp_path):
    pq.write_table(pa.table({"mmsi": ["x"], "t_ms": [1], "lat_deg": [1.0], "lon_deg": [1.0]}), tmp_path / "a.parquet")
    with pytest.raises(InvalidInput) as error:
        read(tmp_path / "a.parquet")
    assert (error.value.code, error.value.values["line"]) == ("files.bad_value", 1)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (b"x = 1", "x: not one of"),
        (b'schema = "comity/positions-mapping/2"', "comity/positions-mapping/2"),
        (b'schema = "comity/positions-mapping/1"\n[columns]\nmmsi = "a"', "columns.t_ms is missing"),
        (SOLENT.replace(b'"kn"', b'"knots"'), "columns.sog_m_s.unit"),
        (SOLENT + b'colour = "red"', "columns.colour"),
        (SOLENT.replace(b'"Time"', b'{ from = "Time", form = "whenever" }'), "columns.t_ms.form"),
        (b"[", "Invalid"),
    ],
)
def test_a_mapping_is_read_strictly(wrong, reason):
    with pytest.raises(InvalidInput, match=r"(?s).*") as error:
        mapping_of(wrong, name="mine")
    assert error.value.code == "files.bad_mapping"
    assert reason in str(error.value)


def test_every_mapping_of_ours_is_read():
    for name in ("comity", "danish", "marinecadastre", "sar", "viirs"):
        assert read_mapping(name).name == name


@given(t_ms=st.integers(parse_instant("1998-01-01T00:00:00Z"), parse_instant("2199-01-01T00:00:00Z")))
def test_an_instant_written_by_a_pattern_is_the_instant_that_python_reads(t_ms):
    column = read_mapping("danish").columns["t_ms"]
    text = instant_text(t_ms // 1000 * 1000)
    year, month, day, clock = text[:4], text[5:7], text[8:10], text[11:19]
    found, wrong = instants_ms(
        column, pa.chunked_array([[f"{day}/{month}/{year} {clock}", None]]), None, utc_offset_h=0
    )
    assert (found[0], wrong) == (t_ms // 1000 * 1000, None)


def test_what_ships_say_is_kept_once_an_hour_and_when_it_changes(tmp_path):
    names = ["ONE"] * 100 + ["TWO"] * 50
    rows = [f"367000001,2024-01-01T{n // 60:02d}:{n % 60:02d}:00,30,-90,EXAMPLE {name}" for n, name in enumerate(names)]
    _, statics, _, _ = read_text(tmp_path, "\n".join(["MMSI,BaseDateTime,LAT,LON,VesselName", *rows, ""]))
    assert statics.schema.equals(STATICS)
    told = [(instant_text(row["t_ms"])[11:16], row["shipname"]) for row in statics.to_pylist()]
    assert told == [
        ("00:00", "EXAMPLE ONE"),
        ("01:00", "EXAMPLE ONE"),
        ("01:40", "EXAMPLE TWO"),
        ("02:00", "EXAMPLE TWO"),
    ]
