"""Fields are brought from the model centres by the code that will bring them, from servers and a program of the tests.

The servers answer on this machine as NOMADS and ECMWF's data server do, with GRIB written by ecCodes; the stand-in for
the Copernicus Marine toolbox is a program on the PATH that takes its arguments and writes a netCDF file.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs

import numpy as np
import pytest

from comity.cli import main
from comity.files.boxes import Box
from comity.files.fetch_copernicus import currents_request
from comity.files.fetch_winds import GFS, IFS, ecmwf_request, noaa_request, run_of
from comity.files.fetching import Request, Wanted, fetched
from comity.files.forcing import read_field
from comity.ground import InvalidInput, instant_text, parse_instant
from comity.rescue import IndexLattice, VectorField
from tests.files import local_server
from tests.files.grib_files import grib
from tests.files.local_server import Answer

BOX = Box(4.4, 36.2, 5.6, 37.2)
PERIOD = (parse_instant("2008-08-06T01:00:00Z"), parse_instant("2008-08-06T03:00:00Z"))
NOW = parse_instant("2008-08-06T06:10:00Z")
HOUR_MS = 3_600_000
WANTED = Wanted(BOX, PERIOD, NOW)


@contextmanager
def serving(answer: Callable[[str, dict[str, str], str], Answer]) -> Iterator[tuple[str, list[str]]]:
    """Answer requests by path, query and range; yield the address and what was asked for."""

    def answered(path: str, query: str, ranged: str) -> Answer:
        return answer(path, {key: values[0] for key, values in parse_qs(query, keep_blank_values=True).items()}, ranged)

    with local_server.serving(answered) as found:
        yield found


def breeze(step: int) -> VectorField:
    """A wind over the box at one step: as many metres per second eastward as the step has hours."""
    ends = np.meshgrid([0.0, 6.0], [0.0, 8.0], indexing="ij")
    values = np.full((1, 7, 9), float(step), np.float32)
    lattice = IndexLattice(4.0, 36.0, 2.0, 1.5, *ends)
    return VectorField("wind", np.array([0]), values, -values, lattice, "made")


def bring(request: Request, folder: Path, cache: Path) -> tuple[Path, bool]:
    return fetched(request, folder, now_ms=NOW, cache=cache, progress=lambda _: None)


def nomads(folder: Path) -> Callable[[str, dict[str, str], str], Answer]:
    def answer(_path: str, query: dict[str, str], _range: str) -> Answer:
        if query["dir"] != "/gfs.20080806/00/atmos" or query["var_UGRD"] != "on":
            return 404, b"data file is not present"
        step = int(query["file"].rpartition("f")[2])
        return 200, grib(folder / "part.grib2", breeze(step), forecastTime=step).read_bytes()

    return answer


def test_the_run_is_the_latest_that_is_out_and_began_before_the_period() -> None:
    run_ms, steps = run_of(GFS, WANTED)
    assert (instant_text(run_ms), steps) == ("2008-08-06T00:00:00Z", [1, 2, 3])
    early = Wanted(BOX, PERIOD, parse_instant("2008-08-06T04:00:00Z"))
    assert instant_text(run_of(GFS, early)[0]) == "2008-08-05T18:00:00Z", "the run of midnight is not out at four"
    later = PERIOD[0] + 119 * HOUR_MS, PERIOD[0] + 124 * HOUR_MS
    assert run_of(GFS, Wanted(BOX, later, NOW))[1] == [120, 123, 126]
    assert run_of(IFS, Wanted(BOX, PERIOD, NOW + 12 * HOUR_MS))[1] == [0, 3]
    with pytest.raises(InvalidInput) as caught:
        run_of(GFS, Wanted(BOX, (PERIOD[0], PERIOD[0] + 400 * HOUR_MS), NOW))
    assert caught.value.code == "files.beyond_forecast"


def test_wind_of_noaa_comes_step_by_step_and_once(tmp_path: Path) -> None:
    with serving(nomads(tmp_path)) as (address, asked):
        request = noaa_request(WANTED, address)
        file, was_kept = bring(request, tmp_path / "out", tmp_path / "cache")
        assert not was_kept
        assert len(asked) == 3
        assert "toplat=37.5" in asked[0]
        assert "leftlon=4" in asked[0]
        again, was_kept = bring(request, tmp_path / "other", tmp_path / "cache")
        assert was_kept
        assert len(asked) == 3, "the cache had it"
    assert again.read_bytes() == file.read_bytes()
    field, origin = read_field([file], "wind", box=BOX, period_ms=PERIOD)
    assert field.east_m_s[:, 3, 3].tolist() == pytest.approx([1, 2, 3], abs=1e-4)
    assert origin.parts[0].licence.startswith("Public domain")
    assert "run of 2008-08-06T00:00:00Z" in origin.origin
    note = json.loads((tmp_path / "out" / f"{file.name}.note.json").read_text())
    assert note["request"]["queries"][0]["file"] == "gfs.t00z.pgrb2.0p25.f001"


def test_wind_of_ecmwf_is_read_by_its_place_in_the_files(tmp_path: Path) -> None:
    wanted = Wanted(BOX, PERIOD, NOW + 12 * HOUR_MS)

    def answer(path: str, _query: dict[str, str], span: str) -> Answer:
        assert path.startswith("/20080806/00z/ifs/0p25/oper/20080806000000-")
        step = int(path.partition("000000-")[2].partition("h")[0])
        whole = grib(tmp_path / "part.grib2", breeze(step), forecastTime=step).read_bytes()
        half = whole.index(b"GRIB", 4)
        if path.endswith(".index"):
            lines = [
                {"param": "2t", "levtype": "sfc", "_offset": 0, "_length": 9},
                {"param": "10u", "levtype": "sfc", "_offset": 0, "_length": half},
                {"param": "10v", "levtype": "sfc", "_offset": half, "_length": len(whole) - half},
            ]
            return 200, "\n".join(json.dumps(each) for each in lines).encode()
        first, last = (int(each) for each in span.removeprefix("bytes=").split("-"))
        return 206, whole[first : last + 1]

    with serving(answer) as (address, asked):
        file, _ = bring(ecmwf_request(wanted, address), tmp_path / "out", tmp_path / "cache")
    assert len(asked) == 6
    field, origin = read_field([file], "wind", box=BOX, period_ms=PERIOD)
    assert field.east_m_s[:, 3, 3].tolist() == pytest.approx([0, 3], abs=1e-4)
    assert "CC-BY-4.0" in origin.parts[0].licence


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [(404, b"gone", "HTTP 404"), (200, b"<html>busy</html>", "busy"), (200, b"", "—"), (200, b"GRIB cut", "GRIB")],
)
def test_a_refusal_is_said_and_leaves_nothing(tmp_path: Path, status: int, body: bytes, reason: str) -> None:
    with serving(lambda *_: (status, body)) as (address, _), pytest.raises(InvalidInput, match=reason) as caught:
        bring(noaa_request(WANTED, address), tmp_path / "out", tmp_path / "cache")
    assert caught.value.code in {"files.fetch_failed", "files.unreadable_grib", "files.no_known_variable"}
    assert not (tmp_path / "out").exists()
    assert not list((tmp_path / "cache").rglob("*.grib2"))


def test_a_machine_without_a_line_says_so(tmp_path: Path) -> None:
    with serving(lambda *_: (200, b"")) as (address, _):
        pass
    with pytest.raises(InvalidInput, match="offline") as caught:
        bring(noaa_request(WANTED, address), tmp_path / "out", tmp_path / "cache")
    assert caught.value.code == "files.fetch_failed"


STAND_IN = """#!{python}
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.files.netcdf_files import forcing_file
arguments = sys.argv[1:]
assert arguments.pop(0) == "subset", arguments
if {status}:
    sys.exit("ERROR: Credentials are not valid")
given = {{}}
while arguments:
    name = arguments.pop(0)
    given.setdefault(name, []).append("" if name == "--overwrite" else arguments.pop(0))
assert given["--variable"] == ["uo", "vo"], given
west, south, east, north = (float(given[f"--{{edge}}"][0]) for edge in (
    "minimum-longitude", "minimum-latitude", "maximum-longitude", "maximum-latitude"))
first = given["--start-datetime"][0]
file = Path(given["--output-directory"][0]) / given["--output-filename"][0]
if {writes}:
    steps = range(8)
    forcing_file(file, hours=steps, time_units=f"hours since {{first}}", lat=[south, (south + north) / 2, north],
                 lon=[west, (west + east) / 2, east])
"""


@pytest.fixture
def toolbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put a stand-in for the toolbox, and nothing else, on the PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def install(*, status: int = 0, writes: bool = True) -> None:
        program = folder / "copernicusmarine"
        root = str(Path(__file__).resolve().parents[2])
        program.write_text(STAND_IN.format(python=sys.executable, root=root, status=status, writes=writes))
        program.chmod(0o755)

    return install


def test_currents_come_by_the_toolbox_of_copernicus_marine(tmp_path: Path, toolbox: Callable[..., None]) -> None:
    toolbox()
    file, _ = bring(currents_request(WANTED), tmp_path / "out", tmp_path / "cache")
    field, origin = read_field([file], "current", box=BOX, period_ms=PERIOD)
    assert field.east_m_s[:, 0, 0].tolist() == [1.25, 2.25, 3.25]
    assert origin.parts[0].licence.startswith("Generated using E.U. Copernicus")
    assert bring(currents_request(WANTED), tmp_path / "out", tmp_path / "cache")[1]
    tomorrow = Wanted(BOX, PERIOD, NOW + 24 * HOUR_MS)
    assert currents_request(tomorrow).hash != currents_request(WANTED).hash, "a forecast of yesterday is made anew"


def test_a_toolbox_that_is_absent_refuses_or_sends_nothing_is_said_so(
    tmp_path: Path, toolbox: Callable[..., None]
) -> None:
    def code() -> str:
        with pytest.raises(InvalidInput) as caught:
            bring(currents_request(WANTED), tmp_path / "out", tmp_path / "cache")
        return f"{caught.value.code} {caught.value}"

    assert code().startswith("files.no_such_program")
    toolbox(status=1)
    assert "Credentials are not valid" in code()
    toolbox(writes=False)
    assert code().startswith("files.nothing_fetched")


def test_the_command_brings_both_for_a_box_and_a_time(
    tmp_path: Path, toolbox: Callable[..., None], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    toolbox()
    monkeypatch.setenv("LC_ALL", "C")
    where = ["--box", "4.4,36.2,5.6,37.2", "--from", "2008-08-06T01:00:00Z", "--until", "2008-08-06T03:00:00Z"]
    out = ["--out", str(tmp_path / "forcing"), "--cache", str(tmp_path / "cache")]
    with serving(nomads(tmp_path)) as (address, _):
        monkeypatch.setattr(sys, "argv", ["comity", "rescue", "fetch", *where, *out, "--mirror", address])
        with pytest.raises(SystemExit) as ended:
            main()
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "Copernicus Marine: brought" in said
    assert "NOAA: brought" in said
    assert "Public domain" in said
    names = sorted(each.name for each in (tmp_path / "forcing").iterdir() if not each.name.endswith(".json"))
    assert names == ["copernicus_cmems_mod_glo_phy_anfc_0.083deg_PT1H-m.nc", "noaa_gfs_2008080600.grib2"]
