"""Curved and staggered grids stay as they are.

Authority: fields that are linear in latitude and longitude, whose value at any place is known, on grids written as ROMS
and NEMO write theirs.
"""

from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
import pytest

from comity.files.boxes import Box
from comity.files.forcing import read_field
from comity.files.forcing_curvilinear import CurvilinearGrid, unfolded
from comity.ground import Floats, InvalidInput, metres_per_degree, parse_instant
from comity.rescue import VectorField

BOX = Box(4.8, 36.9, 5.2, 37.1)
PERIOD = (parse_instant("2008-08-06T00:30:00Z"), parse_instant("2008-08-06T02:30:00Z"))
TURN = np.radians(20.0)


def curved(rows: float = 0.0, columns: float = 0.0, shape: tuple[int, int] = (41, 61)) -> tuple[Floats, Floats]:
    """Latitudes and longitudes of a grid of 2 km, turned by 20° and bent, about 37° N 5° E; shifted in cells."""
    i, j = np.meshgrid(np.arange(shape[0]) + rows, np.arange(shape[1]) + columns, indexing="ij")
    x, y = (j - 30) * 2000.0, (i - 20) * 2000.0
    bend = np.radians(4.0) * y / 40_000
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(37.0))
    east = x * np.cos(TURN + bend) - y * np.sin(TURN)
    north = x * np.sin(TURN + bend) + y * np.cos(TURN)
    return 37.0 + north / per_lat_m, 5.0 + east / per_lon_m


def flow(lat: Any, lon: Any) -> tuple[Any, Any]:
    """Eastward and northward, linear in place."""
    return 0.3 + 0.2 * (lat - 37.0) - 0.1 * (lon - 5.0), -0.2 + 0.3 * (lon - 5.0)


def value_at(field: VectorField, lat: float, lon: float) -> tuple[float, float]:
    """The field's first instant at a place, through its lattice, as the drift reads it."""
    made = field.lattice
    y, x = (lat - made.south_deg) / made.step_lat_deg, (lon - made.west_deg) / made.step_lon_deg
    row, column = (_bilinear(nodes, y, x) for nodes in (made.row, made.column))
    return _bilinear(field.east_m_s[0], row, column), _bilinear(field.north_m_s[0], row, column)


def _bilinear(nodes: Any, y: float, x: float) -> float:
    i, j = min(int(y), nodes.shape[0] - 2), min(int(x), nodes.shape[1] - 2)
    a, b = y - i, x - j
    south, north = (nodes[k, j] * (1 - b) + nodes[k, j + 1] * b for k in (i, i + 1))
    return float(south * (1 - a) + north * a)


PLACES = [(36.95, 4.9), (37.0, 5.0), (37.08, 5.17), (36.91, 5.11)]


def write(path: Path, variables: dict[str, tuple[tuple[str, ...], Any, dict[str, str]]]) -> Path:
    """Write variables (dimensions, values, attributes) with a time axis of four hours."""
    with netCDF4.Dataset(path, "w") as data:
        data.createDimension("time", 4)
        time = data.createVariable("time", "f8", ("time",))
        time.units = "hours since 2008-08-06T00:00:00"
        time[:] = range(4)
        for name, (dims, values, attributes) in variables.items():
            for dim, size in zip(dims, np.shape(values), strict=True):
                if dim not in data.dimensions:
                    data.createDimension(dim, size)
            variable = data.createVariable(name, "f8", dims, fill_value=1e37)
            variable.setncatts(attributes)
            variable[:] = values
    return path


def hourly(values: Floats) -> Floats:
    return np.broadcast_to(values, (4, *values.shape)).copy()


def on_curved(path: Path, names: tuple[str, str] = ("eastward", "northward"), **more: Any) -> Path:
    lat, lon = curved()
    east, north = flow(lat, lon)
    standard = [f"{name}_sea_water_velocity" for name in names]
    about = {"units": "m s-1", "coordinates": "nav_lat nav_lon"}
    over = ("time", "y", "x")
    return write(
        path,
        {
            "nav_lat": (("y", "x"), lat, {"units": "degrees_north"}),
            "nav_lon": (("y", "x"), lon, {"units": "degrees_east"}),
            "a": (over, hourly(more.get("u", east)), {**about, "standard_name": standard[0]}),
            "b": (over, hourly(more.get("v", north)), {**about, "standard_name": standard[1]}),
        },
    )


def test_a_curved_grid_gives_its_values_where_they_are(tmp_path: Path) -> None:
    field, _ = read_field([on_curved(tmp_path / "a.nc")], "current", box=BOX, period_ms=PERIOD, reach_m=20e3)
    for lat, lon in PLACES:
        assert value_at(field, lat, lon) == pytest.approx(flow(lat, lon), abs=2e-4)


def test_only_the_part_of_a_curved_grid_that_the_case_needs_is_read(tmp_path: Path) -> None:
    field, _ = read_field(
        [on_curved(tmp_path / "a.nc")], "current", box=Box(4.98, 36.98, 5.02, 37.02), period_ms=PERIOD
    )
    assert max(field.east_m_s.shape[1:]) < 12


def test_an_index_is_the_inverse_of_a_position() -> None:
    lat, lon = curved()
    grid = CurvilinearGrid(lat, lon)
    i, j = np.meshgrid([0, 7, 40], [0, 33, 60], indexing="ij")
    row, column = grid.index_of(*grid.position_of(i, j))
    assert np.abs(row - i).max() < 1e-6
    assert np.abs(column - j).max() < 1e-6
    row, column = grid.index_of(np.array([lon[20, 60] + 0.5]), np.array([lat[20, 60] + 0.2]))
    assert column[0] > 70, "beyond the edge the index runs on"


def test_a_curved_grid_over_the_antimeridian_is_one(tmp_path: Path) -> None:
    lat, lon = curved()
    grid, _ = unfolded(lat, (lon + 175.0 + 180.0) % 360.0 - 180.0).about(-179.9)
    row, column = grid.index_of(np.array([180.0, -180.0]), np.array([37.0, 37.0]))
    assert row == pytest.approx([20.0, 20.0], abs=1e-3)
    assert column == pytest.approx([30.0, 30.0], abs=1e-3)


def test_vectors_along_a_curved_grid_are_turned_by_its_own_rows(tmp_path: Path) -> None:
    file = on_curved(tmp_path / "a.nc", ("x", "y"), u=np.full((41, 61), 0.5), v=np.zeros((41, 61)))
    with netCDF4.Dataset(file, "a") as data:
        data["a"].standard_name, data["b"].standard_name = "sea_water_x_velocity", "sea_water_y_velocity"
    field, _ = read_field([file], "current", box=BOX, period_ms=PERIOD, reach_m=10e3)
    assert value_at(field, 37.0, 5.0) == pytest.approx((0.5 * np.cos(TURN), 0.5 * np.sin(TURN)), abs=2e-3)
    assert np.allclose(np.hypot(field.east_m_s, field.north_m_s), 0.5, atol=1e-6)


def along_axes(lat: Floats, lon: Floats) -> tuple[Floats, Floats]:
    """The flow along the axes of the curved grid at its nodes."""
    east, north = flow(lat, lon)
    turn = CurvilinearGrid(lat, lon).turn()
    return east * np.cos(turn) + north * np.sin(turn), north * np.cos(turn) - east * np.sin(turn)


def test_roms_components_half_a_cell_apart_are_brought_together(tmp_path: Path) -> None:
    lat_u, lon_u = curved(columns=0.5, shape=(41, 60))
    lat_v, lon_v = curved(rows=0.5, shape=(40, 61))
    north, east = {"units": "degree_north"}, {"units": "degree_east"}
    u, v = hourly(along_axes(lat_u, lon_u)[0]), hourly(along_axes(lat_v, lon_v)[1])
    surface = np.array([-0.98, -0.5, -0.02])
    about = {"units": "meter second-1"}
    file = write(
        tmp_path / "ocean_his.nc",
        {
            "lat_u": (("eta_u", "xi_u"), lat_u, north),
            "lon_u": (("eta_u", "xi_u"), lon_u, east),
            "lat_v": (("eta_v", "xi_v"), lat_v, north),
            "lon_v": (("eta_v", "xi_v"), lon_v, east),
            "s_rho": (("s_rho",), surface, {"standard_name": "ocean_s_coordinate_g2", "positive": "up"}),
            "u": (("time", "s_rho", "eta_u", "xi_u"), np.stack([u * 0, u * 0, u], axis=1), about),
            "v": (("time", "s_rho", "eta_v", "xi_v"), np.stack([v * 0, v * 0, v], axis=1), about),
        },
    )
    field, _ = read_field([file], "current", box=BOX, period_ms=PERIOD, reach_m=10e3)
    assert field.east_m_s.shape[1:] != (41, 61)
    for lat, lon in PLACES:
        assert value_at(field, lat, lon) == pytest.approx(flow(lat, lon), abs=2e-3)


def test_nemo_components_in_two_files_are_one_field(tmp_path: Path) -> None:
    for grid, name, rows, columns in (("U", "vozocrtx", 0.0, 0.5), ("V", "vomecrty", 0.5, 0.0)):
        lat, lon = curved(rows, columns)
        values = along_axes(lat, lon)[grid == "V"]
        write(
            tmp_path / f"run_grid{grid}.nc",
            {
                "nav_lat": (("y", "x"), lat, {"units": "degrees_north"}),
                "nav_lon": (("y", "x"), lon, {"units": "degrees_east"}),
                name: (("time", "y", "x"), hourly(values), {"units": "m/s"}),
            },
        )
    field, origin = read_field([tmp_path / "run_grid*.nc"], "current", box=BOX, period_ms=PERIOD, reach_m=10e3)
    assert origin.parts[0].files == ("run_gridU.nc", "run_gridV.nc")
    for north, east in PLACES:
        assert value_at(field, north, east) == pytest.approx(flow(north, east), abs=2e-3)
    with pytest.raises(InvalidInput) as caught:
        read_field([tmp_path / "run_gridU.nc"], "current", box=BOX, period_ms=PERIOD)
    assert caught.value.code == "files.no_known_variable"


def test_a_staggered_component_next_to_land_takes_the_water_side(tmp_path: Path) -> None:
    lat = np.linspace(36.0, 38.0, 21)
    lon = np.linspace(4.0, 6.0, 21)
    v = np.full((4, 21, 21), 0.4)
    v[:, :, 12:] = np.nan
    about = {"units": "m/s"}
    file = write(
        tmp_path / "a.nc",
        {
            "lat": (("lat",), lat, {"units": "degrees_north"}),
            "lon": (("lon",), lon, {"units": "degrees_east"}),
            "lon_v": (("lon_v",), lon - 0.05, {"units": "degrees_east"}),
            "uo": (("time", "lat", "lon"), np.full((4, 21, 21), 0.1), about),
            "vo": (("time", "lat", "lon_v"), np.ma.masked_invalid(v), about),
        },
    )
    field, _ = read_field([file], "current", box=BOX, period_ms=PERIOD, reach_m=1e6)
    assert np.allclose(field.north_m_s[:, :, :12], 0.4)
    assert np.isnan(field.north_m_s[:, :, 13:]).all()


def test_a_staggered_component_reaches_half_a_cell_past_its_own_last_node(tmp_path: Path) -> None:
    lat, lon = np.linspace(36.0, 38.0, 21), np.linspace(4.0, 6.0, 21)
    values, about = np.full((4, 21, 21), 0.4), {"units": "m/s"}
    file = write(
        tmp_path / "a.nc",
        {
            "lat": (("lat",), lat, {"units": "degrees_north"}),
            "lon": (("lon",), lon, {"units": "degrees_east"}),
            "lon_v": (("lon_v",), lon - 0.05, {"units": "degrees_east"}),
            "uo": (("time", "lat", "lon"), values, about),
            "vo": (("time", "lat", "lon_v"), values, about),
        },
    )
    field, _ = read_field([file], "current", box=BOX, period_ms=PERIOD, reach_m=1e6)
    assert field.north_m_s.shape[1:] == (21, 21)
    assert np.isfinite(field.north_m_s).all()
    with netCDF4.Dataset(file, "a") as data:
        data["lon_v"][:] = lon - 0.25  # two and a half cells: what lies there is not known
    field, _ = read_field([file], "current", box=BOX, period_ms=PERIOD, reach_m=1e6)
    assert np.isnan(field.north_m_s[:, :, -1]).all()


@pytest.mark.parametrize("broken", ["none", "zeros", "hole"])
def test_a_curved_grid_whose_nodes_are_nowhere_is_refused(tmp_path: Path, broken: str) -> None:
    file = on_curved(tmp_path / "a.nc")
    with netCDF4.Dataset(file, "a") as data:
        if broken == "none":
            data.renameVariable("nav_lat", "depth_of_sea")
            data["depth_of_sea"].units = "m"
        elif broken == "zeros":
            data["nav_lat"][:5], data["nav_lon"][:5] = 0.0, 0.0
        else:
            data["nav_lat"][3, 3] = np.ma.masked
    with pytest.raises(InvalidInput, match=r"a\.nc") as caught:
        read_field([file], "current", box=BOX, period_ms=PERIOD)
    assert caught.value.code == "files.unknown_grid"


def test_a_case_beside_a_curved_grid_is_told_what_it_covers(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_field([on_curved(tmp_path / "a.nc")], "current", box=Box(6.5, 36.9, 6.9, 37.1), period_ms=PERIOD)
    assert caught.value.code == "files.outside_box"
