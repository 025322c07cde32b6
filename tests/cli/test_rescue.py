"""`comity rescue drift`, end to end: on the real fields of August 2008, on idealised ones, and on a disk that fails."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import xarray

from comity.cli.main import main
from comity.ground import parse_instant
from tests.shared_data import SHARED, needs_shared

ALGERIA = SHARED / "environment" / "algeria-2008-08"
CACHE = Path(__file__).resolve().parents[2] / "build" / "cache"
CASE = """
[case]
id = "test-1"
[forcing]
currents = ["{folder}/Sea*.nc"]
wind = ["{folder}/Wind*.nc"]
[[object]]
leeway = 26
[[scenario]]
kind = "last_known_position"
lat = {lat}
lon = {lon}
position_error_m = 2000
time = {time}
[run]
until = {until}
particles = {particles}
seed = 11
"""


def _case(
    folder: Path,
    *,
    forcing: Path = ALGERIA,
    lat: float = 38.28,
    lon: float = 5.55,
    time: str = "2008-08-06T09:51:00Z",
    until: str = "2008-08-07T10:50:00Z",
    particles: int = 2000,
) -> Path:
    text = CASE.format(folder=forcing, lat=lat, lon=lon, time=time, until=until, particles=particles)
    (folder / "case.toml").write_text(text)
    return folder / "case.toml"


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `comity rescue drift` as the shell does, in this process."""

    def command(*arguments: str | Path, language: str = "C") -> Done:
        monkeypatch.delenv("LC_ALL", raising=False)
        monkeypatch.delenv("LC_MESSAGES", raising=False)
        monkeypatch.setenv("LANG", language)
        monkeypatch.setenv("XDG_CACHE_HOME", str(CACHE))
        monkeypatch.setattr(sys, "argv", ["comity", "rescue", "drift", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return command


@needs_shared
def test_a_raft_off_bejaia_drifts_on_the_real_currents_and_wind_of_august_2008(run: Run, tmp_path: Path) -> None:
    done = run(_case(tmp_path), "--out", tmp_path / "out", "--json", "--example")
    assert done.returncode == 0, done.stderr
    summary = json.loads(done.stdout)
    assert summary["example"] is True
    assert (summary["first"], summary["last"]) == ("2008-08-06T09:51:00Z", "2008-08-07T10:50:00Z")
    assert summary["forcing"][0]["calendar"] == "noleap"
    assert 38.0 < summary["centre"]["lat_deg"] < 38.6
    areas = [each["area_km2"] for each in summary["containment"]]
    assert areas == sorted(areas)
    with xarray.open_dataset(tmp_path / "out" / "particles.nc", engine="netcdf4") as cloud:
        assert cloud.sizes == {"trajectory": 2000, "time": 26}
        assert np.isfinite(cloud["lon"].values).all()
    assert (tmp_path / "out" / "map.png").read_bytes().startswith(b"\x89PNG")


@needs_shared
@pytest.mark.parametrize(
    ("language", "word"), [("C", "Ashore"), ("fr_FR.UTF-8", "À la côte"), ("ar_DZ.UTF-8", "على الساحل")]
)
def test_it_says_what_it_found_in_the_callers_language(run: Run, tmp_path: Path, language: str, word: str) -> None:
    case = _case(tmp_path, lat=37.05, lon=6.9, particles=500)
    done = run(case, "--out", tmp_path / "out", language=language)
    assert done.returncode == 0, done.stderr
    assert word in done.stdout
    assert done.stderr == "", "no bar where nobody watches"


@needs_shared
def test_the_same_seed_gives_the_same_result(run: Run, tmp_path: Path) -> None:
    case = _case(tmp_path, particles=500)
    for name in ("a", "b"):
        assert run(case, "--out", tmp_path / name).returncode == 0
    for name in ("probability.tif", "containment.geojson", "summary.json", "map.png"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name
    for name in ("particles.nc", "probability.nc"):  # HDF5 stamps its root group with the time of writing
        with (
            xarray.open_dataset(tmp_path / "a" / name, engine="netcdf4") as one,
            xarray.open_dataset(tmp_path / "b" / name, engine="netcdf4") as other,
        ):
            assert one.identical(other), name


@needs_shared
def test_a_case_outside_the_field_is_told_what_is_covered_and_leaves_nothing(run: Run, tmp_path: Path) -> None:
    done = run(_case(tmp_path, lat=36.9), "--out", tmp_path / "out")
    assert done.returncode == 1
    assert "37°01.9′N–38°58.1′N" in done.stderr
    assert "[files.outside_box]" in done.stderr
    assert not (tmp_path / "out").exists()


@needs_shared
def test_a_full_disk_leaves_no_half_result(tmp_path: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    case = _case(tmp_path, particles=20_000)
    command = [sys.executable, "-m", "comity", "rescue", "drift", str(case), "--out", str(tmp_path / "out")]
    environment = {**os.environ, "LC_ALL": "C", "XDG_CACHE_HOME": str(CACHE)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, preexec_fn=limit)
    assert done.returncode == 1
    assert "[files.not_written]" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.toml"]


def test_a_folder_of_other_forcing_takes_the_place_of_what_the_case_names(run: Run, tmp_path: Path) -> None:
    from comity.files import write_idealised_forcing

    first, last = "2008-08-06T09:51:00Z", "2008-08-06T15:51:00Z"
    write_idealised_forcing(tmp_path / "ideal", first_ms=parse_instant(first), last_ms=parse_instant(last))
    case = _case(tmp_path, forcing=tmp_path / "absent", lat=37.1, lon=5.2, time=first, until=last, particles=500)
    done = run(case, "--out", tmp_path / "out", "--forcing", tmp_path / "ideal", "--json")
    assert done.returncode == 0, done.stderr
    assert "EXAMPLE" in json.loads(done.stdout)["forcing"][0]["origin"]


def test_wrong_usage_exits_2(run: Run, tmp_path: Path) -> None:
    assert run(tmp_path / "absent.toml", "--out", tmp_path / "out").returncode == 2
    assert run(_case(tmp_path)).returncode == 2
    assert run(_case(tmp_path), "--out", tmp_path / "out", "--forcing", tmp_path / "absent").returncode == 2


def test_a_mistake_in_the_case_exits_1_and_is_named(run: Run, tmp_path: Path) -> None:
    case = _case(tmp_path)
    case.write_text(case.read_text().replace("seed", "sead"))
    done = run(case, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert "sead" in done.stderr
