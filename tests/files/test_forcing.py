"""Currents and winds are read as they are: the August 2008 Mediterranean files, MET Norway's, and broken ones."""

import shutil
from pathlib import Path

import netCDF4
import numpy as np
import pytest

from comity.files.boxes import Box
from comity.files.forcing import read_field, read_forcing
from comity.files.forcing_time import time_axis_ms
from comity.ground import InvalidInput, instant_text, parse_instant
from comity.rescue import Quantity
from tests.files.netcdf_files import Kind, forcing_file
from tests.shared_data import SHARED, needs_shared

ALGERIA = SHARED / "environment" / "algeria-2008-08"
NORWAY = SHARED / "rescue" / "opendrift"
BOX = Box(4.4, 36.2, 5.6, 37.2)
PERIOD = (parse_instant("2008-08-06T00:30:00Z"), parse_instant("2008-08-06T02:30:00Z"))


@needs_shared
def test_the_august_2008_files_are_one_series_on_their_true_hours_whatever_their_order() -> None:
    files = sorted(ALGERIA.glob("Sea*.nc"), reverse=True)
    period = parse_instant("2008-08-05T13:00:00Z"), parse_instant("2008-08-09T12:00:00Z")
    field, origin = read_field(files, "current", box=Box(5, 37.5, 6, 38.5), period_ms=period, reach_m=1e6)
    assert field.east_m_s.shape == (96, 32, 65)
    assert [instant_text(int(t)) for t in field.time_ms[[0, -1]]] == ["2008-08-05T13:00:00Z", "2008-08-09T12:00:00Z"]
    assert (np.diff(field.time_ms) == 3_600_000).all()
    assert origin.calendar == "noleap"
    assert origin.variables == ("uo", "vo")
    with netCDF4.Dataset(
        ALGERIA / "Sea_Med_slice_20080807_Algeria.nc"
    ) as data:  # the file's own first hour, its surface
        assert np.array_equal(field.east_m_s[48], data["uo"][0, 0].filled(np.nan), equal_nan=True)
    assert np.isnan(field.east_m_s).any(), "land is NaN"
    assert np.nanmax(np.abs(field.east_m_s)) < 2


@needs_shared
def test_a_wind_file_that_runs_from_north_to_south_keeps_its_rows_and_is_found_at_the_right_latitude() -> None:
    field, _ = read_field([ALGERIA / "Wind*.nc"], "wind", box=Box(5, 37.5, 6, 38.5), period_ms=PERIOD, reach_m=1e6)
    assert field.lattice.south_deg == 37.0
    assert field.lattice.row[:, 0].tolist() == [4.0, 0.0], "the southern node is the last row"
    with netCDF4.Dataset(ALGERIA / "Wind_Med_slice_06_Algeria.nc") as data:
        assert np.array_equal(field.north_m_s[0], data["V10M"][0].filled(np.nan))


@needs_shared
def test_only_the_box_and_the_hours_that_the_case_needs_are_read() -> None:
    period = parse_instant("2008-08-06T09:51:00Z"), parse_instant("2008-08-06T12:00:00Z")
    field, _ = read_field([ALGERIA / "Sea*.nc"], "current", box=Box(5.5, 38.2, 5.6, 38.3), period_ms=period)
    assert [instant_text(int(t))[11:16] for t in field.time_ms] == ["09:00", "10:00", "11:00", "12:00"]
    assert max(field.east_m_s.shape[1:]) < 10


@needs_shared
@pytest.mark.parametrize(
    ("file", "quantity"), [("norkyst800_subset_16Nov2015.nc", "current"), ("arome_subset_16Nov2015.nc", "wind")]
)
def test_a_projected_grid_stays_native_and_is_read_only_where_it_is_needed(file: str, quantity: Quantity) -> None:
    period = parse_instant("2015-11-16T00:00:00Z"), parse_instant("2015-11-16T01:00:00Z")
    box = Box(3.9, 59.8, 4.1, 60.0)
    near, _ = read_field([NORWAY / file], quantity, box=box, period_ms=period, reach_m=30e3)
    full, _ = read_field([NORWAY / file], quantity, box=box, period_ms=period, reach_m=3e5)
    with netCDF4.Dataset(NORWAY / file) as data:
        assert full.east_m_s.shape[1:] == data["u" if quantity == "current" else "x_wind_10m"].shape[-2:]
    assert near.east_m_s.size < full.east_m_s.size / 4
    inside = near.east_m_s[0][np.isfinite(near.east_m_s[0])]
    assert np.isin(inside, full.east_m_s[0]).all(), "values are those of the nodes, not resampled ones"


@needs_shared
def test_a_lattice_agrees_with_the_latitudes_and_longitudes_that_the_producer_wrote() -> None:
    period = parse_instant("2015-11-16T00:00:00Z"), parse_instant("2015-11-16T01:00:00Z")
    field, _ = read_field(
        [NORWAY / "arome_subset_16Nov2015.nc"], "wind", box=Box(3.9, 59.8, 4.1, 60), period_ms=period, reach_m=4e5
    )
    with netCDF4.Dataset(NORWAY / "arome_subset_16Nov2015.nc") as data:
        lat, lon = data["latitude"][10:-10, 10:-10], data["longitude"][10:-10, 10:-10]
    made = field.lattice
    v, u = (lat - made.south_deg) / made.step_lat_deg, (lon - made.west_deg) / made.step_lon_deg
    i, j = np.floor(v).astype(int), np.floor(u).astype(int)
    a, b = v - i, u - j
    row, column = (
        (1 - a) * ((1 - b) * n[i, j] + b * n[i, j + 1]) + a * ((1 - b) * n[i + 1, j] + b * n[i + 1, j + 1])
        for n in (made.row, made.column)
    )
    rows, columns = np.meshgrid(np.arange(10, 141), np.arange(10, 71), indexing="ij")
    assert np.abs(row - rows).max() < 0.01
    assert np.abs(column - columns).max() < 0.01


@needs_shared
def test_vectors_along_a_projected_grid_are_turned_to_east_and_north_by_the_producers_own_meridians() -> None:
    period = parse_instant("2015-11-16T00:00:00Z"), parse_instant("2015-11-16T01:00:00Z")
    field, _ = read_field(
        [NORWAY / "arome_subset_16Nov2015.nc"], "wind", box=Box(3.9, 59.8, 4.1, 60), period_ms=period, reach_m=4e5
    )
    with netCDF4.Dataset(NORWAY / "arome_subset_16Nov2015.nc") as data:
        lat, lon, u, v = (np.asarray(data[name][:]) for name in ("latitude", "longitude", "x_wind_10m", "y_wind_10m"))
    # towards grid north in the file is up the column: its bearing by the written latitudes and longitudes
    up = np.arctan2((lon[2:] - lon[:-2]) * np.cos(np.radians(lat[1:-1])), lat[2:] - lat[:-2])
    east = u[0, 1:-1] * np.cos(up) + v[0, 1:-1] * np.sin(up)
    north = v[0, 1:-1] * np.cos(up) - u[0, 1:-1] * np.sin(up)
    assert np.abs(up).max() > 0.05, "the grid does lie askew"
    assert np.abs(field.east_m_s[0, 1:-1] - east).max() < 0.1
    assert np.abs(field.north_m_s[0, 1:-1] - north).max() < 0.1
    assert np.allclose(np.hypot(field.east_m_s, field.north_m_s), np.hypot(u[:2], v[:2]), atol=1e-3)


def test_noleap_dates_are_the_dates_of_everyone() -> None:
    [instant] = time_axis_ms([365.0 * 8 + 216], "days since 2000-01-01", "noleap", file="a.nc")
    assert instant_text(int(instant)) == "2008-08-05T00:00:00Z"  # 366-day years would make it 3 August


def test_a_standard_name_is_believed_before_a_known_name(tmp_path: Path) -> None:
    names = ("eastward_sea_water_velocity", "northward_sea_water_velocity")
    forcing_file(tmp_path / "a.nc", names=("a", "b"), standard_names=names)
    field, origin = read_field([tmp_path / "a.nc"], "current", box=BOX, period_ms=PERIOD)
    assert origin.recognised_by == "standard_name"
    assert field.east_m_s[0, 0, 0] == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("unit", "factor"), [("m s-1", 1), ("cm/s", 0.01), ("knots", 1852 / 3600), ("km h-1", 1 / 3.6)]
)
def test_units_that_convert_without_a_guess_become_metres_per_second(tmp_path: Path, unit: str, factor: float) -> None:
    forcing_file(tmp_path / "a.nc", units=unit)
    field, _ = read_field([tmp_path / "a.nc"], "current", box=BOX, period_ms=PERIOD)
    assert field.east_m_s[:, 0, 0] == pytest.approx((0.25 + np.arange(4)) * factor)
    assert field.north_m_s[:, 0, 0] == pytest.approx(-(0.25 + np.arange(4)) * factor)


def test_the_surface_is_taken_of_several_depths_and_fill_values_are_nan(tmp_path: Path) -> None:
    forcing_file(tmp_path / "a.nc", further=("depth", 3))
    with netCDF4.Dataset(tmp_path / "a.nc", "a") as data:
        data.createVariable("depth", "f8", ("depth",))[:] = [50.0, 0.5, 10.0]
        data["uo"][:, 1] = 7.0
        data["uo"][:, 1, 2, 2] = np.ma.masked
    field, _ = read_field([tmp_path / "a.nc"], "current", box=BOX, period_ms=PERIOD)
    assert np.isnan(field.east_m_s[0, 2, 2])
    assert np.nanmax(field.east_m_s) == 7.0


def test_packed_values_are_unpacked(tmp_path: Path) -> None:
    file = forcing_file(tmp_path / "a.nc")
    with netCDF4.Dataset(file, "a") as data:
        for name in ("uo", "vo"):
            data.renameVariable(name, f"{name}_whole")
            packed = data.createVariable(name, "i2", ("time", "lat", "lon"), fill_value=np.int16(-32768))
            packed.scale_factor, packed.add_offset, packed.units = 1e-3, 1.0, "m/s"
            packed[:] = 0.437
            packed[:, 0, 0] = np.ma.masked
    field, _ = read_field([file], "current", box=BOX, period_ms=PERIOD)
    assert field.east_m_s[0, 1, 1] == pytest.approx(0.437, abs=5e-4)
    assert np.isnan(field.east_m_s[0, 0, 0])


def test_longitudes_from_0_to_360_serve_a_case_on_both_sides_of_greenwich(tmp_path: Path) -> None:
    lon = np.arange(0.0, 360.0, 0.5)
    forcing_file(tmp_path / "a.nc", lon=lon)
    with netCDF4.Dataset(tmp_path / "a.nc", "a") as data:
        data["uo"][:] = np.broadcast_to(np.where(lon > 180, lon - 360, lon), data["uo"].shape)
    field, _ = read_field([tmp_path / "a.nc"], "current", box=Box(-1.2, 36.2, 0.9, 37.2), period_ms=PERIOD)
    made = field.lattice
    at_zero = made.column[0, 0] + (0 - made.west_deg) / made.step_lon_deg * (made.column[0, 1] - made.column[0, 0])
    assert field.east_m_s[0, 0, round(at_zero)] == 0.0
    assert field.east_m_s[0, 0, round(at_zero) - 1] == -0.5


def test_the_same_hour_twice_is_welcome_when_both_files_agree(tmp_path: Path) -> None:
    forcing_file(tmp_path / "a.nc", hours=(0, 1, 2))
    forcing_file(tmp_path / "b.nc", hours=(2, 3, 4))
    field, _ = read_field([tmp_path / "b.nc", tmp_path / "a.nc"], "current", box=BOX, period_ms=PERIOD)
    assert field.east_m_s[:, 0, 0].tolist() == [0.25, 1.25, 2.25, 3.25]


def _code(*patterns: Path, box: Box = BOX, period: tuple[int, int] = PERIOD, quantity: Quantity = "current") -> str:
    with pytest.raises(InvalidInput) as caught:
        read_field(patterns, quantity, box=box, period_ms=period)
    assert any(pattern.name in str(caught.value) for pattern in patterns), "the message names the file"
    return caught.value.code


def test_two_files_that_disagree_about_an_hour_are_refused(tmp_path: Path) -> None:
    a, b = forcing_file(tmp_path / "a.nc"), forcing_file(tmp_path / "b.nc", value=0.5)
    assert _code(a, b) == "files.conflicting_instants"


def test_a_gap_inside_the_case_is_refused(tmp_path: Path) -> None:
    a = forcing_file(tmp_path / "a.nc", hours=(-3, -2, -1, 0, 3, 4))
    assert _code(a) == "files.gap_in_series"


def test_files_on_different_grids_are_not_one_series(tmp_path: Path) -> None:
    a, b = forcing_file(tmp_path / "a.nc"), forcing_file(tmp_path / "b.nc", hours=(4, 5), lat=(36, 37, 38, 39))
    assert _code(a, b) == "files.grids_differ"


def test_a_case_outside_the_field_is_told_what_is_covered(tmp_path: Path) -> None:
    file = forcing_file(tmp_path / "a.nc")
    with pytest.raises(InvalidInput, match=r"36°00.0′N–37°30.0′N 004°00.0′E–006°00.0′E") as caught:
        read_field([file], "current", box=Box(4.4, 37.2, 5.6, 37.8), period_ms=PERIOD)
    assert caught.value.code == "files.outside_box"
    late = PERIOD[0], PERIOD[1] + 3_600_000
    with pytest.raises(InvalidInput, match=r"060000Z AUG 08 to 060300Z AUG 08") as caught:
        read_field([file], "current", box=BOX, period_ms=late)
    assert caught.value.code == "files.outside_period"


@pytest.mark.parametrize("unit", ["K", "m", None, "furlong/fortnight"])
def test_a_wrong_or_missing_unit_is_refused_by_name(tmp_path: Path, unit: str | None) -> None:
    assert _code(forcing_file(tmp_path / "a.nc", units=unit)) == "files.wrong_unit"


def test_a_file_without_a_known_variable_says_what_it_holds(tmp_path: Path) -> None:
    file = forcing_file(tmp_path / "a.nc", names=("thetao", "so"))
    with pytest.raises(InvalidInput, match="so, thetao") as caught:
        read_field([file], "current", box=BOX, period_ms=PERIOD)
    assert caught.value.code == "files.no_known_variable"


@pytest.mark.parametrize(
    ("kind", "share"),
    [(kind, share) for kind in ("NETCDF4", "NETCDF3_CLASSIC") for share in (0.05, 0.3, 0.6, 0.9, 0.99)]
    + [("NETCDF3_64BIT_DATA", 0.05), ("NETCDF3_64BIT_DATA", 0.6)],
)
def test_a_truncated_file_is_refused(tmp_path: Path, kind: Kind, share: float) -> None:
    file = forcing_file(tmp_path / "a.nc", hours=range(24), kind=kind)
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])
    assert _code(file) in {"files.unreadable_netcdf", "files.no_known_variable"}


def test_what_is_not_netcdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.nc").write_text("not a netCDF file, although named so\n" * 50)
    assert _code(tmp_path / "a.nc") == "files.unreadable_netcdf"


def test_a_file_that_does_not_exist_is_named(tmp_path: Path) -> None:
    assert _code(tmp_path / "absent_*.nc") == "files.no_such_file"


@pytest.mark.parametrize(
    ("calendar", "units"), [("360_day", "hours since 2008-08-06"), ("standard", "hours since breakfast")]
)
def test_a_time_that_has_no_date_is_refused(tmp_path: Path, calendar: str, units: str) -> None:
    assert _code(forcing_file(tmp_path / "a.nc", calendar=calendar, time_units=units)) == "files.bad_time_axis"


def test_an_ensemble_is_refused_because_choosing_a_member_would_be_a_guess(tmp_path: Path) -> None:
    assert _code(forcing_file(tmp_path / "a.nc", further=("member", 5))) == "files.unknown_axis"


def test_latitudes_out_of_order_are_refused(tmp_path: Path) -> None:
    assert _code(forcing_file(tmp_path / "a.nc", lat=(36.0, 37.0, 36.5, 37.5))) == "files.unknown_grid"


@pytest.mark.parametrize(
    "unit", ["m s**-1", "m.s^-1", "m s⁻¹", "M/S", "ms-1", "meter second-1", "meters per second", "m / s"]
)
def test_a_unit_is_known_in_every_spelling(tmp_path: Path, unit: str) -> None:
    forcing_file(tmp_path / "a.nc", units=unit)
    field, _ = read_field([tmp_path / "a.nc"], "current", box=BOX, period_ms=PERIOD)
    assert field.east_m_s[0, 0, 0] == pytest.approx(0.25)


def test_components_on_nodes_that_are_no_staggered_grid_are_refused(tmp_path: Path) -> None:
    file = forcing_file(tmp_path / "a.nc", names=("uo", "other"))
    with netCDF4.Dataset(file, "a") as data:
        data.createDimension("lat_v", 7)
        data.createVariable("lat_v", "f8", ("lat_v",))[:] = np.linspace(36.0, 37.5, 7)
        data["lat_v"].units = "degrees_north"
        staggered = data.createVariable("vo", "f4", ("time", "lat_v", "lon"))
        staggered.units = "m/s"
        staggered[:] = 0.0
    assert _code(file) == "files.components_differ"


def test_fill_values_that_no_attribute_declares_are_no_velocities(tmp_path: Path) -> None:
    file = forcing_file(tmp_path / "a.nc")
    with netCDF4.Dataset(file, "a") as data:
        data["uo"][0, 0, :3] = [-999.0, 9999.0, 1e20]
    field, _ = read_field([file], "current", box=BOX, period_ms=PERIOD)
    assert np.isnan(field.east_m_s[0, 0, :3]).all()
    assert np.nanmax(field.east_m_s) == 3.25


@pytest.mark.parametrize(("quantity", "strongest_m_s"), [("current", 15.0), ("wind", 120.0)])
def test_a_speed_that_cannot_be_is_refused_as_a_wrong_unit(
    tmp_path: Path, quantity: Quantity, strongest_m_s: float
) -> None:
    names = ("uo", "vo") if quantity == "current" else ("u10", "v10")
    file = forcing_file(tmp_path / "a.nc", names=names, value=strongest_m_s - 3.5)
    read_field([file], quantity, box=BOX, period_ms=PERIOD)
    assert _code(forcing_file(file, names=names, value=strongest_m_s), quantity=quantity) == "files.impossible_speed"


def test_the_indices_of_a_curvilinear_grid_are_not_degrees(tmp_path: Path) -> None:
    file = forcing_file(tmp_path / "a.nc", axes=("y", "x"), lat=range(60), lon=range(60))
    assert _code(file) == "files.unknown_grid"
    assert _code(forcing_file(tmp_path / "b.nc", lat=range(30, 100))) == "files.unknown_grid"


def test_axes_of_any_name_are_known_by_their_units(tmp_path: Path) -> None:
    file = forcing_file(tmp_path / "a.nc", axes=("yt_ocean", "xt_ocean"))
    with netCDF4.Dataset(file, "a") as data:
        data["yt_ocean"].units, data["xt_ocean"].units = "degrees_N", "degrees_E"
    field, _ = read_field([file], "current", box=BOX, period_ms=PERIOD)
    assert field.lattice.south_deg == 36.0


def test_a_rotated_pole_is_turned_back(tmp_path: Path) -> None:
    nodes = np.arange(-3.0, 3.01, 0.25)
    names = ("sea_water_x_velocity", "sea_water_y_velocity")
    file = forcing_file(tmp_path / "a.nc", names=("u", "v"), standard_names=names, lat=nodes, lon=nodes)
    with netCDF4.Dataset(file, "a") as data:
        pole = data.createVariable("pole", "i4", ())
        pole.grid_mapping_name = "rotated_latitude_longitude"
        pole.grid_north_pole_latitude, pole.grid_north_pole_longitude = 53.0, -175.0  # the grid's middle: 37° N 5° E
        for name, axis in (("lat", "grid_latitude"), ("lon", "grid_longitude")):
            data[name].standard_name, data[name].units = axis, "degrees"
        for name in ("u", "v"):
            data[name].grid_mapping = "pole"
        data["u"][:], data["v"][:] = 0.3, 0.0
    field, _ = read_field([file], "current", box=Box(4.9, 36.9, 5.1, 37.1), period_ms=PERIOD)
    middle = tuple(size // 2 for size in field.east_m_s.shape[1:])
    assert field.east_m_s[0][middle] == pytest.approx(0.3, abs=0.003)
    assert np.allclose(np.hypot(field.east_m_s, field.north_m_s), 0.3, atol=1e-5)
    assert _code(file, box=Box(-0.5, -0.5, 0.5, 0.5)) == "files.outside_box"


def test_a_name_that_says_10_m_decides_between_two_heights(tmp_path: Path) -> None:
    names = ("eastward_wind", "northward_wind")
    file = forcing_file(tmp_path / "a.nc", names=("u10", "v10"), standard_names=names)
    with netCDF4.Dataset(file, "a") as data:
        for name, standard_name in zip(("u100", "v100"), names, strict=True):
            higher = data.createVariable(name, "f4", ("time", "lat", "lon"))
            higher.units, higher.standard_name = "m/s", standard_name
            higher[:] = 20.0
    field, origin = read_field([file], "wind", box=BOX, period_ms=PERIOD)
    assert origin.variables == ("u10", "v10")
    assert field.east_m_s[0, 0, 0] == pytest.approx(0.25)


@pytest.mark.parametrize(("unit", "per_m_s"), [("cm/s", 100.0), ("mm s-1", 1000.0), ("m sec-1", 1.0)])
def test_a_strong_wind_in_a_small_unit_is_a_wind_and_nines_are_none(unit: str, per_m_s: float, tmp_path: Path) -> None:
    file = forcing_file(tmp_path / "a.nc", names=("u10", "v10"), units=unit, value=12.0 * per_m_s)
    with netCDF4.Dataset(file, "a") as data:
        data["u10"][0, 0, :3] = [-999.0, 9999.0, 1e20]
    field, _ = read_field([file], "wind", box=BOX, period_ms=PERIOD)
    assert np.isnan(field.east_m_s[0, 0, :3]).all()
    assert field.east_m_s[0, 1] == pytest.approx(12.0, abs=1e-4)


def test_longitudes_that_jump_at_the_antimeridian_are_one_grid(tmp_path: Path) -> None:
    file = forcing_file(tmp_path / "a.nc", lon=(179.0, 179.5, -180.0, -179.5, -179.0))
    with netCDF4.Dataset(file, "a") as data:
        data["uo"][:] = np.arange(5.0) / 10
    for west_deg in (179.2, -180.8):
        field, _ = read_field([file], "current", box=Box(west_deg, 36.6, west_deg + 1.0, 37.0), period_ms=PERIOD)
        assert field.east_m_s[0, 0] == pytest.approx(np.arange(5.0) / 10)


def test_a_file_without_an_instant_is_refused(tmp_path: Path) -> None:
    assert _code(forcing_file(tmp_path / "a.nc", hours=())) == "files.bad_time_axis"


@needs_shared
def test_currents_and_wind_are_read_together(tmp_path: Path) -> None:
    shutil.copy(next(ALGERIA.glob("Wind*06*")), tmp_path / "wind.nc")
    period = parse_instant("2008-08-06T09:51:00Z"), parse_instant("2008-08-06T12:00:00Z")
    forcing = read_forcing(
        [ALGERIA / "Sea*.nc"], [tmp_path / "wind.nc"], box=Box(5.5, 38.2, 5.6, 38.3), period_ms=period
    )
    assert (forcing.current.quantity, forcing.wind.quantity) == ("current", "wind")
    assert forcing.provenance[1].files == ("wind.nc",)
