"""`comity maritime simulate` and `export`: files of each form, what is refused, and the same run from the same seed."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from lxml import etree
from typer.testing import CliRunner

from comity.cli.main import app
from comity.ground import ComityError
from comity.maritime import EVENTS
from tests.files.test_maritime_out import events


def comity(*arguments: object) -> str:
    done = CliRunner().invoke(app, ["maritime", *map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def sea(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("sea")
    told = comity(
        *("simulate", "--seed", 3, "--ships", 10, "--hours", 2, "--begins", "2026-01-05T00:00:00Z"),
        *("--nmea", folder / "a.nmea", "--positions", folder / "p.parquet", "--statics", folder / "s.parquet"),
        *("--detections", folder / "d.parquet", "--truth", folder / "t.json"),
    )
    assert "EXAMPLE" in told
    return folder


def test_a_simulation_writes_sentences_tables_and_the_truth(sea):
    truth = json.loads((sea / "t.json").read_bytes())
    assert (truth["schema"], truth["example"], truth["from"]) == (
        "comity/simulated-truth/1",
        True,
        "2026-01-05T00:00:00Z",
    )
    rows = pq.read_table(sea / "p.parquet").num_rows + pq.read_table(sea / "s.parquet").num_rows
    assert (sea / "a.nmea").read_bytes().count(b"!AIVDM") >= rows
    assert "detection_id" in pq.read_table(sea / "d.parquet").column_names


def test_the_same_seed_writes_the_same_bytes(sea, tmp_path):
    arguments = ("simulate", "--seed", 3, "--ships", 10, "--hours", 2, "--begins", "2026-01-05T00:00:00Z")
    comity(*arguments, "--nmea", tmp_path / "b.nmea")
    assert (tmp_path / "b.nmea").read_bytes() == (sea / "a.nmea").read_bytes()


@pytest.mark.parametrize("form", ["nmea", "cot", "cise", "geoparquet", "csv"])
def test_each_form_is_written_from_sentences_and_from_a_table(sea, tmp_path, form):
    for name in ("a.nmea", "p.parquet"):
        out = tmp_path / f"{name}.{form}"
        assert form in comity("export", form, sea / name, "--out", out, "--statics", sea / "s.parquet", "--example")
        assert out.stat().st_size > 1_000


def test_moving_features_are_a_file_a_track_and_replace_what_was_there(sea, tmp_path):
    for _ in range(2):
        comity("export", "mfjson", sea / "p.parquet", "--out", tmp_path / "tracks")
    found = sorted((tmp_path / "tracks").iterdir())
    assert len(found) >= 8
    assert all(json.loads(each.read_bytes())["type"] == "Feature" for each in found)


def test_events_leave_as_cise_geoparquet_and_a_table_and_not_as_sentences(tmp_path):
    pq.write_table(events({}, {"kind": "gap", "mmsi_2": 0, "reason": "=1+1"}), tmp_path / "e.parquet")
    for form in ("cise", "geoparquet", "csv"):
        comity("export", form, tmp_path / "e.parquet", "--out", tmp_path / form)
    assert pq.read_table(tmp_path / "geoparquet").num_rows == 2
    assert etree.parse(str(tmp_path / "cise")).findtext(".//ServiceType") == "AnomalyService"
    lines = (tmp_path / "csv").read_text("utf-8").splitlines()
    assert lines[0].startswith('"' + EVENTS.names[0])
    assert "'=1+1" in lines[2]
    with pytest.raises(ComityError) as caught:
        comity("export", "nmea", tmp_path / "e.parquet", "--out", tmp_path / "x")
    assert caught.value.code == "files.events_not_positions"


@pytest.mark.parametrize(
    "wrong",
    [
        ("simulate", "--ships", 3),
        ("simulate", "--tcp", "nowhere"),
        ("export", "pdf", "pyproject.toml", "--out", "x"),
        ("export", "cot", "not-there.nmea", "--out", "x"),
    ],
)
def test_wrong_usage_is_said_and_exits_2(wrong):
    done = CliRunner().invoke(app, ["maritime", *map(str, wrong)])
    assert done.exit_code == 2
