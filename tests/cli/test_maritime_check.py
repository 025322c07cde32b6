"""`comity maritime check`: what is doubtful, in three languages, as JSON and as a table."""

import json

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from comity.cli.main import app
from tests.maritime.planted_fleets import BEGIN_MS, KNOT, positions

RUN = CliRunner()


@pytest.fixture
def file(tmp_path):
    """A ship that jumps far away and back, twice, and is told twice once."""
    lat = [40.0 + 10 * KNOT * 60 / 111_195 * minute for minute in range(20)]
    lat[6], lat[12] = 44.0, 36.0
    told = {"mmsi": [227_000_001] * 21, "t_ms": [BEGIN_MS + 60_000 * minute for minute in (0, *range(20))]}
    told |= {"lat": [lat[0], *lat], "lon": [5.0] * 21, "sog": [10.0] * 21, "cog": [0.0] * 21, "station": ["quay"] * 21}
    pq.write_table(positions(told), tmp_path / "positions.parquet")
    return tmp_path / "positions.parquet"


@pytest.mark.parametrize(
    ("language", "verdict"), [("en", "doubtful"), ("fr", "douteux"), ("ar", "مشكوك فيه")], ids=["en", "fr", "ar"]
)
def test_what_is_doubtful_is_said_in_three_languages(file, language, verdict):
    done = CliRunner(env={"LANG": language}).invoke(app, ["maritime", "check", str(file)])
    assert done.exit_code == 0
    assert verdict in done.output


def test_doubts_are_counted_and_written(file, tmp_path):
    done = RUN.invoke(app, ["maritime", "check", str(file), "--json", "--out", str(tmp_path / "doubts.parquet")])
    summary = json.loads(done.stdout)
    assert summary["doubtful"] == {"jump": {"jump-and-back": 2}}
    assert summary["noise"] == {"duplicate": 1, "stray": 2}
    assert pq.read_table(tmp_path / "doubts.parquet")["reason"].to_pylist() == ["jump-and-back"] * 2


def test_receivers_are_read_from_a_table(file, tmp_path):
    stations = tmp_path / "stations.csv"
    stations.write_text("station,lat_deg,lon_deg,range_m\nquay,40,9,90000\n")
    done = RUN.invoke(app, ["maritime", "check", str(file), "--json", "--checks", "range", "--stations", str(stations)])
    assert json.loads(done.stdout)["doubtful"] == {"range": {"out-of-range": 1}}


@pytest.mark.parametrize(("words", "code"), [(["--checks", "guess"], 1), (["--stations", "nowhere.csv"], 2)])
def test_what_is_wrongly_asked_is_refused(file, words, code):
    assert RUN.invoke(app, ["maritime", "check", str(file), *words]).exit_code == code
