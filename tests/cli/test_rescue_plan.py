"""`comity rescue plan` and `update`, end to end on idealised fields: the plan, its files, the search, the next plan."""

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import orjson
import pytest
import xarray as xr

from comity.cli.main import main
from comity.files import write_idealised_forcing
from comity.files.plan_charts import PLAN_CHARTS
from comity.ground import parse_instant

CASE = """
[case]
id = "{name}"
[forcing]
currents = "forcing/*current*.nc"
wind = "forcing/*wind*.nc"
[[object]]
leeway = 26
[[scenario]]
kind = "last_known_position"
lat = 37.5
lon = 5.2
position_error_m = 2000
time = 2008-08-06T09:00:00Z
[run]
until = 2008-08-06T20:00:00Z
particles = 3000
seed = {seed}
[[unit]]
id = "heli-1"
platform = "helicopter"
altitude_ft = 500
speed_kt = 90
on_scene = {on_scene}
endurance_s = 3600
base = {{ lat = 36.71, lon = 5.07 }}
[[unit]]
id = "heli-2"
platform = "helicopter"
altitude_ft = 500
speed_kt = 90
on_scene = 2008-08-06T17:00:00Z
endurance_s = 3600
base = {{ lat = 36.71, lon = 5.07 }}
[conditions]
visibility_nm = {visibility}
wind_kt = 18
sea_m = 1.0
"""


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as the shell does, in this process."""

    def command(*arguments: str | Path, language: str = "C") -> Done:
        monkeypatch.delenv("LC_ALL", raising=False)
        monkeypatch.delenv("LC_MESSAGES", raising=False)
        monkeypatch.setenv("LANG", language)
        monkeypatch.setattr(sys, "argv", ["comity", "rescue", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return command


@pytest.fixture(scope="module")
def sea(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case, its forcing, and a plan of it."""
    folder = tmp_path_factory.mktemp("sea")
    instants = (parse_instant(f"2008-08-06T{hour}:00:00Z") for hour in ("09", "20"))
    write_idealised_forcing(folder / "forcing", **dict(zip(("first_ms", "last_ms"), instants, strict=True)))
    case_in(folder)
    return folder


def case_in(folder: Path, **changed: Any) -> Path:
    settings = {"name": "plan-1", "seed": 4, "on_scene": "2008-08-06T14:00:00Z", "visibility": 5}
    path = folder / f"{abs(hash(tuple(sorted(changed.items()))))}.toml"
    path.write_text(CASE.format(**settings | changed), "utf-8")
    return path


@pytest.fixture
def planned(sea: Path, run: Run, tmp_path: Path) -> Path:
    """A folder with a plan, made once and copied."""
    made = sea / "made"
    if not made.exists():
        assert run("plan", case_in(sea), "--out", made, "--example").code == 0
    shutil.copytree(made, tmp_path / "out")
    return tmp_path / "out"


def test_a_plan_leaves_its_numbers_areas_and_legs_beside_the_drift(planned: Path) -> None:
    plan = orjson.loads((planned / "plan.json").read_bytes())
    assert plan["schema"] == "comity/plan/1"
    assert plan["example"] is True
    assert plan["manual_pos"] <= plan["pos"] <= plan["pos_bound"]
    assert [each["unit"] for each in plan["units"]] == ["heli-1", "heli-2"]
    assert plan["manual"]["method"] == "worksheet"
    assert {"E", "Ro", "Co", "So"} <= {line["symbol"] for line in plan["manual"]["worksheet"]}
    assert sum(each["area"]["area_km2"] for each in plan["manual"]["sorties"]) == pytest.approx(
        next(line["value"] for line in plan["manual"]["worksheet"] if line["symbol"] == "Ao") * 1.852**2, rel=0.01
    )
    assert [each["name"] for each in plan["units"][0]["sweep_width"]["objects"][0]["factors"]] == [
        "uncorrected",
        "weather",
        "speed",
        "fatigue",
    ]
    areas, legs = (orjson.loads((planned / f"{name}.geojson").read_bytes()) for name in ("areas", "legs"))
    assert [each["geometry"]["type"] for each in areas["features"]] == ["Polygon", "Polygon"]
    ring = np.array(areas["features"][0]["geometry"]["coordinates"][0])
    x, y = ring.T
    assert (x[:-1] * y[1:] - x[1:] * y[:-1]).sum() > 0, "anticlockwise, as RFC 7946 has it"
    assert [each["properties"]["part"] for each in legs["features"][:3]] == ["out", "search", "home"]
    left = {path.name for path in planned.iterdir()}
    assert {"particles.nc", "probability.nc", "containment.geojson", *PLAN_CHARTS} <= left


def test_the_charts_of_a_plan_show_where_to_look_at_the_hours_of_the_plan(planned: Path) -> None:
    units = orjson.loads((planned / "plan.json").read_bytes())["units"]
    begins, ends = min(each["begins"] for each in units), max(each["ends"] for each in units)
    shown = ElementTree.fromstring((planned / "plan.kml").read_bytes()).findall(".//{*}TimeStamp/{*}when")
    areas = {each.text for each in shown} - {each["begins"] for each in units}
    assert len(areas) == 1
    assert begins <= areas.pop() <= ends
    assert orjson.loads((planned / "containment.geojson").read_bytes())["features"][0]["properties"]["time"] > ends


def test_a_plan_uses_the_cloud_that_is_there_and_drifts_anew_when_the_case_has_changed(
    run: Run, sea: Path, planned: Path
) -> None:
    first = orjson.loads((planned / "plan.json").read_bytes())
    again = run("plan", case_in(sea), "--out", planned, "--json")
    assert again.json == first
    other = run("plan", case_in(sea, seed=5), "--out", planned, "--json")
    assert other.json["drift_digest"] != first["drift_digest"]


@pytest.mark.parametrize(
    ("language", "word"), [("C", "No plan with"), ("fr_FR.UTF-8", "Aucun plan"), ("ar_DZ.UTF-8", "ولا تتجاوز")]
)
def test_a_plan_is_told_with_its_bound_in_the_callers_language(
    run: Run, sea: Path, planned: Path, language: str, word: str
) -> None:
    done = run("plan", case_in(sea), "--out", planned, language=language)
    assert done.code == 0, done.err
    assert word in done.out
    assert "heli-1" in done.out


def test_an_empty_search_gives_a_new_map_the_chance_so_far_and_the_next_plan(
    run: Run, sea: Path, planned: Path
) -> None:
    first = orjson.loads((planned / "plan.json").read_bytes())
    arguments = ["update", case_in(sea), "--searched", planned / "plan.json", "--not-flown", "heli-2"]
    done = run(*arguments, "--out", planned, "--json")
    assert done.code == 0, done.err
    found = done.json
    assert found["pos"] == pytest.approx(first["units"][0]["pos"], abs=1e-4)
    assert found["pos_so_far"] == found["pos"]
    assert [each["unit"] for each in found["plan"]["units"]] == ["heli-2"]
    assert found["plan"]["searched_before"] == ["plan.json"]
    assert found["plan"]["pos_so_far_with_plan"] > found["pos"]
    assert not (planned / "map.png").exists()
    assert [each["level"] for each in found["containment"]] == [0.5, 0.75, 0.9, 0.95]
    with xr.open_dataset(planned / "probability.nc") as learnt, xr.open_dataset(planned / "particles.nc") as drifted:
        assert learnt.attrs["uncertainty"] == drifted.attrs["uncertainty"]
    second = run("update", case_in(sea), "--searched", planned / "plan.json", "--out", planned, "--json").json
    assert second["pos_so_far"] == pytest.approx(found["plan"]["pos_so_far_with_plan"], abs=1e-4)
    assert second["plan"] is None
    assert not (planned / "plan.json").exists()
    assert not (planned / "legs.gpx").exists()
    assert (planned / "debrief.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_what_was_not_completed_teaches_less(run: Run, sea: Path, planned: Path, tmp_path: Path) -> None:
    whole, half = (
        run(
            *["update", case_in(sea), "--searched", planned / "plan.json", "--not-flown", "heli-2"],
            *more,
            *["--out", tmp_path / name, "--json"],
        ).json["pos"]
        for name, more in (("whole", []), ("half", ["--stopped", "heli-1=2008-08-06T14:20:00Z"]))
    )
    assert 0.2 * whole < half < 0.8 * whole


def test_a_search_is_counted_once(run: Run, sea: Path, planned: Path) -> None:
    kept = planned.parent / "plan.json"
    shutil.copy(planned / "plan.json", kept)
    arguments = ["update", case_in(sea), "--searched", kept, "--not-flown", "heli-2", "--out", planned]
    assert run(*arguments).code == 0
    again = run(*arguments)
    assert again.code == 1
    assert "[rescue.search_counted_twice]" in again.err


def test_a_track_of_a_plotter_counts_like_the_legs_that_it_followed(
    run: Run, sea: Path, planned: Path, tmp_path: Path
) -> None:
    plan = orjson.loads((planned / "plan.json").read_bytes())
    legs = plan["units"][0]["legs"]
    points = "".join(
        f'<trkpt lat="{lat}" lon="{lon}"><time>{time}</time></trkpt>'
        for lat, lon, time in zip(legs["lat_deg"], legs["lon_deg"], legs["time"], strict=True)
    )
    head = '<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1">'
    gpx = head + "<trk><name>{}</name><trkseg>{}</trkseg></trk></gpx>"
    (tmp_path / "heli.gpx").write_text(gpx.format("heli-1", points))
    found = run("update", case_in(sea), "--searched", tmp_path / "heli.gpx", "--out", planned, "--json").json
    assert found["pos"] >= plan["units"][0]["pos"] - 1e-4  # the way home is looked from as well
    assert found["pos"] == pytest.approx(plan["units"][0]["pos"], abs=0.03)
    (tmp_path / "other.gpx").write_text(gpx.format("ship-9", points))
    refused = run("update", case_in(sea), "--searched", tmp_path / "other.gpx", "--out", planned)
    assert "[files.search_of_unknown_unit]" in refused.err


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"name": "plan-2"}, "files.search_of_another_case"), ({"seed": 9}, "files.search_of_another_case")],
)
def test_a_search_of_another_case_is_refused_and_nothing_is_lost(
    run: Run, sea: Path, planned: Path, changed: dict[str, Any], code: str
) -> None:
    before = sorted(path.name for path in planned.iterdir())
    done = run("update", case_in(sea, **changed), "--searched", planned / "plan.json", "--out", planned)
    assert done.code == 1
    assert f"[{code}]" in done.err
    assert sorted(path.name for path in planned.iterdir()) == before


def test_what_is_no_search_is_refused(run: Run, sea: Path, planned: Path, tmp_path: Path) -> None:
    for name, text, code in (
        ("a.json", "{}", "unreadable_search"),
        ("b.json", "[", "unreadable_search"),
        ("c.gpx", "<gpx/>", "unreadable_search"),
        ("d.gpx", "no", "xml_unreadable"),
    ):
        (tmp_path / name).write_text(text)
        done = run("update", case_in(sea), "--searched", tmp_path / name, "--out", planned)
        assert done.code == 1, name
        assert f"[files.{code}]" in done.err
    none = ["--not-flown", "heli-1", "--not-flown", "heli-2"]
    done = run("update", case_in(sea), "--searched", planned / "plan.json", *none, "--out", planned)
    assert "[files.nothing_searched]" in done.err


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"visibility": 0}, "rescue.visibility_below_table"),
        ({"on_scene": "2008-08-06T08:00:00Z"}, "rescue.unit_cannot_reach"),
        ({"on_scene": "2008-08-06T19:30:00Z"}, "rescue.search_outside_drift"),
    ],
)
def test_a_plan_that_cannot_be_says_why_and_leaves_nothing(
    run: Run, sea: Path, tmp_path: Path, changed: dict[str, Any], code: str
) -> None:
    done = run("plan", case_in(sea, **changed), "--out", tmp_path / "none")
    assert done.code == 1
    assert f"[{code}]" in done.err
    assert not (tmp_path / "none").exists()


def test_a_sighting_and_a_thing_found_move_the_map_and_the_plan(
    run: Run, sea: Path, planned: Path, tmp_path: Path
) -> None:
    clue = "lat = 37.52\nlon = {lon}\ntime = 2008-08-06T11:00:00Z\nposition_error_m = 1500\nreliability = 0.9\n"
    plain = orjson.loads((planned / "plan.json").read_bytes())
    moved = {}
    for name, kind in (("seen", 'kind = "sighting"\n'), ("found", 'kind = "found_object"\nleeway = "PIW-1"\n')):
        (tmp_path / "clues.toml").write_text(f"[[clue]]\n{kind}{clue.format(lon=5.16)}")
        done = run("update", case_in(sea), "--clues", tmp_path / "clues.toml", "--out", tmp_path / name, "--json")
        assert done.code == 0, done.err
        moved[name] = done.json
        assert done.json["clues"][0]["reliability"] == 0.9
        assert done.json["plan"]["pos"] > plain["pos"], "a clue says more than none"
    assert moved["seen"]["plan"]["units"][0]["area"] != moved["found"]["plan"]["units"][0]["area"]
    arguments = ["update", case_in(sea), "--searched", planned / "plan.json", "--out", tmp_path / "seen", "--json"]
    after = run(*arguments, "--not-flown", "heli-2").json
    assert after["clues"] == moved["seen"]["clues"], "the account keeps its clues"
    assert run("update", case_in(sea), "--out", tmp_path / "seen").code == 2
