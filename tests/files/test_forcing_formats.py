"""Zarr, GRIB and OPeNDAP give the values that netCDF gives.

Authority: xarray writes the Zarr, ecCodes the GRIB, and the netCDF library speaks OPeNDAP to a server of ours.
"""

import sys
from pathlib import Path
from typing import Any

import eccodes
import netCDF4
import numpy as np
import pytest
import xarray

from comity.files.boxes import Box
from comity.files.drift_inputs import forcing_of_folder, period_ms
from comity.files.forcing import read_field
from comity.files.forcing_addresses import is_address
from comity.ground import InvalidInput, instant_text, parse_instant
from comity.rescue import VectorField
from tests.files.dap_server import served
from tests.files.grib_files import grib
from tests.files.netcdf_files import forcing_file

BOX = Box(4.4, 36.2, 5.6, 37.2)
PERIOD = (parse_instant("2008-08-06T00:30:00Z"), parse_instant("2008-08-06T02:30:00Z"))


def same(one: VectorField, other: VectorField) -> None:
    assert np.array_equal(one.time_ms, other.time_ms)
    assert np.allclose(one.east_m_s, other.east_m_s, atol=1e-3, equal_nan=True)
    assert np.allclose(one.north_m_s, other.north_m_s, atol=1e-3, equal_nan=True)
    assert np.allclose(one.lattice.row, other.lattice.row)
    assert np.allclose(one.lattice.column, other.lattice.column)


def model(path: Path, *, step_deg: float = 0.25, **keys: Any) -> Path:
    """A netCDF file with values that differ from node to node, and land."""
    forcing_file(path, lat=np.arange(36.0, 37.6, step_deg), lon=np.arange(4.0, 6.1, step_deg), **keys)
    with netCDF4.Dataset(path, "a") as data:
        for name, sign in zip([name for name in data.variables if data[name].ndim == 3], (1.0, -1.0), strict=True):
            data[name][:] = sign * np.random.default_rng(5).uniform(0, 1, data[name].shape)
            data[name][:, :2, :2] = np.ma.masked
    return path


@pytest.mark.parametrize("version", [2, 3])
@pytest.mark.parametrize("packed", [False, True])
def test_a_zarr_folder_gives_what_its_netcdf_file_gives(tmp_path: Path, version: int, packed: bool) -> None:
    file = model(tmp_path / "a.nc")
    with xarray.open_dataset(file, decode_times=False) as data:
        packing = {"dtype": "i2", "scale_factor": 1e-4, "add_offset": 0.0, "_FillValue": -32768}
        encoding = {name: packing if packed else {"_FillValue": np.float32(9e9)} for name in ("uo", "vo")}
        for name in ("uo", "vo"):
            data[name].encoding = {}
        data.to_zarr(tmp_path / "a.zarr", zarr_format=version, encoding=encoding, consolidated=version == 2)
    known, _ = read_field([file], "current", box=BOX, period_ms=PERIOD)
    found, origin = read_field([tmp_path / "a.zarr"], "current", box=BOX, period_ms=PERIOD)
    same(found, known)
    assert np.isnan(found.east_m_s).any()
    assert origin.files == ("a.zarr",)


def test_a_folder_that_is_no_zarr_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zarr").mkdir()
    with pytest.raises(InvalidInput, match=r"a\.zarr") as caught:
        read_field([tmp_path / "a.zarr"], "current", box=BOX, period_ms=PERIOD)
    assert caught.value.code in {"files.unreadable_zarr", "files.no_known_variable"}


@pytest.mark.parametrize(("library", "name", "extra"), [("zarr", "a.zarr", "zarr"), ("eccodes", "a.grib2", "grib")])
def test_a_format_whose_library_is_absent_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    (tmp_path / name).mkdir() if name.endswith("zarr") else (tmp_path / name).write_bytes(b"GRIB")
    with pytest.raises(InvalidInput, match=rf"comity\[{extra}\]") as caught:
        read_field([tmp_path / name], "wind", box=BOX, period_ms=PERIOD)
    assert caught.value.code == "files.missing_extra"


def test_a_grib_file_gives_what_its_netcdf_file_gives(tmp_path: Path) -> None:
    known, _ = read_field([model(tmp_path / "a.nc", names=("u10", "v10"))], "wind", box=BOX, period_ms=PERIOD)
    file = grib(tmp_path / "a.grib2", known)
    found, origin = read_field([file], "wind", box=BOX, period_ms=PERIOD)
    assert np.array_equal(found.time_ms, known.time_ms)
    assert np.allclose(found.east_m_s[:, ::-1], known.east_m_s, atol=1e-4, equal_nan=True)
    assert np.allclose(found.north_m_s[:, ::-1], known.north_m_s, atol=1e-4, equal_nan=True)
    assert np.isnan(found.east_m_s).any()
    assert instant_text(origin.parts[0].run_ms or 0) == "2008-08-06T00:00:00Z"
    assert origin.age_s(PERIOD[1]) == 2.5 * 3600


def test_a_grib_file_that_begins_so_needs_no_suffix_and_a_folder_of_files_is_looked_through(tmp_path: Path) -> None:
    known, _ = read_field([model(tmp_path / "w.nc", names=("u10", "v10"))], "wind", box=BOX, period_ms=PERIOD)
    grib(tmp_path / "gfs.t00z", known)
    read_field([tmp_path / "gfs.t00z"], "wind", box=BOX, period_ms=PERIOD)
    (tmp_path / "w.nc").unlink()
    grib(tmp_path / "wind.grb2", known)
    model(tmp_path / "c.nc")
    currents, wind = forcing_of_folder(tmp_path)
    assert ([each.name for each in currents], [each.name for each in wind]) == (["c.nc"], ["wind.grb2"])
    assert instant_text(period_ms(currents, wind)[1]) == "2008-08-06T03:00:00Z"


def test_grib_components_along_the_grid_are_told_from_those_along_the_earth(tmp_path: Path) -> None:
    known, _ = read_field([model(tmp_path / "a.nc", names=("u10", "v10"))], "wind", box=BOX, period_ms=PERIOD)
    _, origin = read_field([grib(tmp_path / "a.grib2", known)], "wind", box=BOX, period_ms=PERIOD)
    assert origin.recognised_by == "standard_name"
    along, _ = read_field(
        [grib(tmp_path / "b.grib2", known, resolutionAndComponentFlags=8 + 48)], "wind", box=BOX, period_ms=PERIOD
    )
    assert along.east_m_s.shape == known.east_m_s.shape, "on a regular grid the two are one"


def test_grib_on_a_projected_grid_is_turned_by_the_meridians_of_its_own_nodes(tmp_path: Path) -> None:
    settings: dict[str, Any] = {
        "Nx": 21,
        "Ny": 21,
        "latitudeOfFirstGridPointInDegrees": 59.0,
        "longitudeOfFirstGridPointInDegrees": 2.0,
        "LaDInDegrees": 60,
        "orientationOfTheGridInDegrees": 40.0,
        "DxInMetres": 10_000,
        "DyInMetres": 10_000,
        "iScansNegatively": 0,
        "jScansPositively": 1,
        "resolutionAndComponentFlags": 8 + 48,
        "dataDate": 20080806,
        "dataTime": 0,
        "discipline": 0,
        "parameterCategory": 2,
        "typeOfFirstFixedSurface": 103,
        "scaledValueOfFirstFixedSurface": 10,
        "scaleFactorOfFirstFixedSurface": 0,
        "bitsPerValue": 16,
    }
    with (tmp_path / "a.grib2").open("wb") as file:
        for hour in range(4):
            for parameter, value in ((2, 0.0), (3, 8.0)):
                message = eccodes.codes_grib_new_from_samples("polar_stereographic_sfc_grib2")
                for key, setting in {**settings, "forecastTime": hour, "parameterNumber": parameter}.items():
                    eccodes.codes_set(message, key, setting)
                eccodes.codes_set_values(message, np.full(441, value))
                eccodes.codes_write(message, file)
                eccodes.codes_release(message)
    field, _ = read_field([tmp_path / "a.grib2"], "wind", box=Box(2.3, 60.2, 2.5, 60.3), period_ms=PERIOD, reach_m=5e3)
    turned = np.degrees(np.arctan2(field.east_m_s[0], field.north_m_s[0]))
    middle = tuple(size // 2 for size in turned.shape)
    assert turned[middle] == pytest.approx(2.4 - 40.0, abs=0.3), (
        "PROJ's grid north at 2.4° E, for an orientation of 40° E"
    )
    assert np.allclose(np.hypot(field.east_m_s, field.north_m_s), 8.0, atol=1e-3)


def test_grib_files_that_are_broken_or_mix_runs_are_refused(tmp_path: Path) -> None:
    known, _ = read_field([model(tmp_path / "a.nc", names=("u10", "v10"))], "wind", box=BOX, period_ms=PERIOD)
    whole = grib(tmp_path / "a.grib2", known).read_bytes()
    (tmp_path / "cut.grib2").write_bytes(whole[: len(whole) * 2 // 3])
    (tmp_path / "twice.grib2").write_bytes(whole + whole)
    (tmp_path / "text.grib2").write_text("no GRIB at all")
    for name, codes in (
        ("cut.grib2", {"files.unreadable_grib"}),
        ("twice.grib2", {"files.several_runs"}),
        ("text.grib2", {"files.no_known_variable", "files.unreadable_grib"}),
    ):
        with pytest.raises(InvalidInput) as caught:
            read_field([tmp_path / name], "wind", box=BOX, period_ms=PERIOD)
        assert caught.value.code in codes


def test_an_opendap_address_gives_what_its_file_gives_and_only_what_is_needed_is_asked(tmp_path: Path) -> None:
    file = model(tmp_path / "norkyst.nc", step_deg=0.02)
    known, _ = read_field([file], "current", box=BOX, period_ms=PERIOD)
    with served(file) as (address, asked):
        found, origin = read_field([address], "current", box=BOX, period_ms=PERIOD)
    same(found, known)
    assert origin.files == ("norkyst.nc",)
    values = [each for each in asked if ".dods" in each and "uo" in each]
    assert values
    assert all("uo[" in each and "[0:1:80]" not in each for each in values), (
        "a part of the field, never the whole of it"
    )


def test_an_address_that_does_not_answer_is_said_so_and_named(tmp_path: Path) -> None:
    with served(forcing_file(tmp_path / "a.nc")) as (address, _):
        pass
    with pytest.raises(InvalidInput, match=r"a\.nc") as caught:
        read_field([address], "current", box=BOX, period_ms=PERIOD)
    assert caught.value.code == "files.opendap_silent"
    assert is_address("dods://a.example/b.nc")
