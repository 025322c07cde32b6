"""`comity maritime import`: what it says, in words and as JSON, and that a wrong file leaves the store as it was."""

import json

import pyarrow.parquet as pq
from typer.testing import CliRunner

from comity.cli.maritime import maritime
from comity.files import StoredPositions
from comity.ground import InvalidInput

HEAD = "MMSI,BaseDateTime,LAT,LON,SOG"
GOOD = "201000001,2024-01-01T00:00:00,36.5,3.0,10.0"
OTHER = "201000001,2024-01-02T00:00:00,36.5,3.0,10.0"
BAD = "201000001,2024-01-01T00:00:00,91.0,181.0,10.0"


def write(tmp_path, name, *rows):
    path = tmp_path / name
    path.write_text("\n".join([HEAD, *rows, ""]))
    return str(path)


def run(*arguments):
    return CliRunner(env={"LANG": "en"}).invoke(maritime, ["import", *arguments])


def test_files_are_imported_and_summed_up(tmp_path):
    files = [write(tmp_path, "a.csv", GOOD, BAD), write(tmp_path, "b.csv", GOOD, OTHER)]
    found = run(*files, "--out", str(tmp_path / "store"), "--rejects", str(tmp_path / "bad.parquet"))
    assert found.exit_code == 0, found.output
    assert "rows 2, positions 1" in found.output.replace("\u2068", "").replace("\u2069", "")
    assert StoredPositions(tmp_path / "store").days() == ["2024-01-01", "2024-01-02"]
    assert pq.read_table(tmp_path / "bad.parquet")["line"].to_pylist() == [3]


def test_the_result_is_said_as_json(tmp_path):
    found = run(write(tmp_path, "a.csv", GOOD, BAD, OTHER), "--out", str(tmp_path / "store"), "--json")
    told = json.loads(found.stdout)
    assert told["schema"] == "comity/positions-import/1"
    assert told["files"][0]["mapping"] == "marinecadastre"
    assert told["files"][0]["rejected"] == {"no-position": 1}
    assert (told["added"], told["duplicates"], told["days"]) == (2, 0, ["2024-01-01", "2024-01-02"])
    again = json.loads(run(write(tmp_path, "a.csv", GOOD, OTHER), "--out", str(tmp_path / "store"), "--json").stdout)
    assert (again["added"], again["duplicates"]) == (0, 2)


def test_a_wrong_file_stops_the_import_and_leaves_nothing_of_itself(tmp_path):
    files = [write(tmp_path, "a.csv", GOOD), write(tmp_path, "b.csv", OTHER, "north,2024,,,")]
    found = run(*files, "--out", str(tmp_path / "store"))
    assert isinstance(found.exception, InvalidInput)
    assert (found.exception.values["file"], found.exception.values["line"]) == ("b.csv", 3)
    assert StoredPositions(tmp_path / "store").days() == ["2024-01-01"]


def test_detections_of_satellites_stand_in_the_same_store(tmp_path):
    path = tmp_path / "boats.csv"
    path.write_text("Date_Mscan,Lat_DNB,Lon_DNB\n2025-01-01 01:30:00,36.5,3.5\n")
    assert run(str(path), "--as", "viirs", "--out", str(tmp_path / "store")).exit_code == 0
    assert StoredPositions(tmp_path / "store").read_day("2025-01-01", "detections").num_rows == 1


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path):
    assert run(str(tmp_path / "none.csv"), "--out", str(tmp_path / "store")).exit_code == 2
