"""`comity rescue skill`, end to end, on even flows: a drifter that goes with the water, and a slick that does."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from comity.cli.main import main

CASE = """
[case]
id = "skill-1"
[forcing]
currents = { east_m_s = 0.2, north_m_s = 0.0 }
wind = { east_m_s = 0.0, north_m_s = 0.0 }
[[object]]
wind_drift = 0.016
[[scenario]]
kind = "area"
polygon = [[[5.0, 38.0], [5.1, 38.0], [5.1, 38.1], [5.0, 38.1]]]
time = 2020-09-02T00:00:00Z
[run]
until = 2020-09-02T12:00:00Z
step_s = 3600
particles = 5000
"""
DEG_AN_HOUR = 0.2 * 3600 / 87_800  # at 38 degrees of latitude


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    def command(*arguments: str) -> int:
        monkeypatch.setenv("LANG", "C")
        monkeypatch.delenv("LC_ALL", raising=False)
        monkeypatch.setattr(sys, "argv", ["comity", "rescue", "skill", *arguments])
        try:
            main()
        except SystemExit as ended:
            return int(ended.code or 0)
        return 0

    return command


def written(folder: Path, rows: list[str], name: str = "buoys.csv") -> tuple[str, str]:
    (folder / "case.toml").write_text(CASE)
    (folder / name).write_text("\n".join(rows) + "\n")
    return str(folder / name), str(folder / "case.toml")


def test_a_drifter_that_goes_with_the_water_is_in_every_region(
    tmp_path: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f"b1,2020-09-{2 + h // 24:02d}T{h % 24:02d}:00:00Z,38.05,{5.05 + DEG_AN_HOUR * h}" for h in range(50)]
    drifters, case = written(tmp_path, ["id,time,lat,lon", *rows])
    assert run(drifters, "--forcing", case, "--particles", "500", "--json") == 0
    result = json.loads(capsys.readouterr().out)
    assert [row["horizon_s"] // 3600 for row in result["horizons"]] == [6, 12, 24, 48]
    assert (result["windows"], result["left_out"]) == (2, 0)
    day = result["horizons"][2]
    assert day["within_50"]["share"] == day["within_90"]["share"] == 1.0
    assert day["separation_m"] < 800  # the middle of 500 hypotheses is known to half a kilometre
    assert day["moved_m"] == pytest.approx(0.2 * 86_400, rel=0.01)
    assert day["liu_weisberg"] > 0.9
    assert run(drifters, "--forcing", case, "--particles", "500", "--exact") == 0
    assert "2 / 1" in capsys.readouterr().out


def test_a_slick_seen_later_is_laid_over_the_map(
    tmp_path: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    moved = 12 * DEG_AN_HOUR
    corners = [(38.0, 5.0), (38.0, 5.1), (38.1, 5.1), (38.1, 5.0)]
    outline, case = written(
        tmp_path, ["slick,lat,lon", *(f"1,{lat},{lon + moved}" for lat, lon in corners)], "seen.csv"
    )
    assert run(outline, "--forcing", case, "--at", "2020-09-02T12:00:00Z", "--exact", "--json") == 0
    result = json.loads(capsys.readouterr().out)
    assert result["poc_of_outline"] > 0.9
    assert result["levels"][-1]["of_outline"] > 0.9
    assert run(outline, "--forcing", case, "--at", "2020-09-02T12:00:00Z") == 0
    assert "95 %" in capsys.readouterr().out


def test_slicks_of_several_times_are_laid_over_the_map_of_each(
    tmp_path: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    corners = [(38.0, 5.0), (38.0, 5.1), (38.1, 5.1), (38.1, 5.0)]
    lines = ["slick,time,lat,lon"]
    for hour in (0, 6, 12):
        lines += [f"{hour},2020-09-02T{hour:02}:00:00Z,{lat},{lon + hour * DEG_AN_HOUR}" for lat, lon in corners]
    outline, case = written(tmp_path, lines, "seen.csv")
    assert run(outline, "--forcing", case, "--at", "2020-09-02T12:00:00Z", "--exact", "--json") == 0
    result = json.loads(capsys.readouterr().out)
    assert [each["at"] for each in result["slicks"]] == [
        "2020-09-02T06:00:00Z",
        "2020-09-02T12:00:00Z",
    ]  # not the first
    assert all(each["poc_of_outline"] > 0.9 for each in result["slicks"])


def test_what_cannot_be_read_is_refused_with_a_sentence(
    tmp_path: Path, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    drifters, case = written(tmp_path, ["id,when,lat,lon", "b,2020-09-02T00:00:00Z,38,5"])
    assert run(drifters, "--forcing", case) == 1
    assert "files.unreadable_drifters" in capsys.readouterr().err
    assert run(drifters, "--forcing", case, "--horizons-h", "never") == 2
