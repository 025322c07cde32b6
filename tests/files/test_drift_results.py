"""What a drift leaves in its folder, and what its summary says."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
import pytest

from comity.files import drift_summary, read_drift_inputs, write_drift
from comity.files.drift_inputs import starting_box
from comity.files.drift_results import drift_contents
from comity.files.particles import uncertainty_text
from comity.files.words import words
from comity.ground import InvalidInput, distance_m, parse_instant
from comity.rescue import LEFT, MEASURED, case_of, first_release_ms
from tests.files.drifts import FIRST, case_document, close_in_shore, idealised_folder, off_shore
from tests.files.netcdf_files import forcing_file


def test_a_result_is_six_files(tmp_path: Path) -> None:
    write_drift(tmp_path / "out", off_shore(), words("fr"))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "containment.geojson",
        "map.png",
        "particles.nc",
        "probability.nc",
        "probability.tif",
        "summary.json",
    ]
    summary = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert summary == drift_summary(off_shore())
    assert summary["schema"] == "comity/drift-summary/1"
    assert summary["example"] is True


def test_the_summary_agrees_with_the_cloud() -> None:
    result = close_in_shore()
    summary, cloud = drift_summary(result), result.cloud
    assert summary["centre"]["lat_deg"] == pytest.approx(float(cloud.lat_deg[:, -1].mean()), abs=1e-4)
    assert summary["stranded_share"] == pytest.approx((cloud.status[:, -1] == 1).mean(), abs=1e-5)
    assert summary["stranded_share"] > 0
    centre = summary["centre"]
    off_m = distance_m(centre["lat_deg"], centre["lon_deg"], cloud.lat_deg[:, -1], cloud.lon_deg[:, -1])
    spread = np.hypot(summary["spread_km"]["east"], summary["spread_km"]["north"])
    assert spread == pytest.approx(np.sqrt((off_m**2).mean()) / 1000, rel=0.01)
    assert [each["level"] for each in summary["containment"]] == [0.5, 0.75, 0.9, 0.95]
    of = summary["uncertainty"]
    assert of["current_error_m_s"] == pytest.approx(cloud.current_error_m_s, abs=1e-4)
    assert of["current_error_m_s"] >= MEASURED.current_m_s
    assert of["source"] == MEASURED.source
    assert summary["forcing"][0]["variables"] == ["uo", "vo"]


def test_a_run_without_uncertainty_says_so_in_every_file() -> None:
    whole = off_shore()
    exact = replace(whole, case=replace(whole.case, run=replace(whole.case.run, uncertainty=None)))
    assert drift_summary(exact)["uncertainty"] is None
    assert "taken as exact" in uncertainty_text(exact.case, exact.cloud)
    assert "remembered for 11 h" in uncertainty_text(whole.case, whole.cloud)
    found = [drift_contents(each, words("en")) for each in (whole, exact)]
    assert found[0]["map.png"] != found[1]["map.png"]
    for files, each in zip(found, (whole, exact), strict=True):
        for name in ("particles.nc", "probability.nc"):
            with netCDF4.Dataset(name, memory=files[name]) as data:
                assert data.uncertainty == uncertainty_text(each.case, each.cloud)


def test_those_that_left_the_fields_are_said_in_the_summary_and_on_the_map() -> None:
    whole = off_shore()
    assert drift_summary(whole)["left_share"] == 0
    status = whole.cloud.status.copy()
    status[:10, -2:] = LEFT
    part = replace(whole, cloud=replace(whole.cloud, status=status))
    assert drift_summary(part)["left_share"] == pytest.approx(10 / 2000)
    assert drift_summary(part)["stranded_share"] == 0
    maps = [drift_contents(each, words("en"))["map.png"] for each in (whole, part)]
    assert maps[0] != maps[1]


def test_a_time_error_asks_for_forcing_before_the_nominal_time() -> None:
    case = case_of(case_document(time_error_s=600))
    assert first_release_ms(case.scenarios) == parse_instant(FIRST) - 1_800_000


def test_the_start_of_a_cone_is_both_its_ends() -> None:
    times = [FIRST, "2008-08-06T12:00:00Z"]
    case = case_of(
        case_document(kind="cone", lat=[37.1, 37.4], lon=[5.2, 5.0], position_error_m=[500, 4000], time=times)
    )
    box, error_m = starting_box(case)
    assert (box.west_deg, box.south_deg, box.east_deg, box.north_deg) == (5.0, 37.1, 5.2, 37.4)
    assert error_m == 4000


def test_a_folder_without_forcing_is_refused_with_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "current.nc").write_bytes(next(idealised_folder().glob("*current*")).read_bytes())
    with pytest.raises(InvalidInput, match="1 hold currents and 0 hold wind"):
        read_drift_inputs(case_of(case_document()), forcing_folder=tmp_path)


def test_an_area_across_the_antimeridian_finds_its_fields_in_files_of_the_whole_globe(tmp_path: Path) -> None:
    whole: dict[str, Any] = {
        "lat": np.arange(-40.0, 41.0, 2.0),
        "lon": np.arange(-180.0, 180.0, 2.0),
        "hours": range(13),
    }
    forcing_file(tmp_path / "sea.nc", **whole, value=-6.0)
    forcing_file(tmp_path / "air.nc", **whole, names=("u10", "v10"))
    outline = [[[179.5, -20.0], [-179.5, -20.0], [-179.5, -19.0], [179.5, -19.0]]]
    document = case_document()
    document["scenario"] = [{"kind": "area", "polygon": outline, "time": "2008-08-06T06:00:00Z"}]
    document["forcing"] = {"currents": [str(tmp_path / "sea.nc")], "wind": [str(tmp_path / "air.nc")]}
    document["run"] = {"until": "2008-08-06T08:00:00Z", "particles": 500}
    inputs = read_drift_inputs(case_of(document))
    lattice = inputs.forcing.current.lattice
    assert lattice.west_deg <= 179.5
    assert lattice.west_deg + lattice.step_lon_deg * (lattice.row.shape[1] - 1) >= 180.5
