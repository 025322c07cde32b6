"""Where the nodes of a variable are: its time, row and column dimensions, and the grid that they span.

Rows and columns are latitude and longitude, the axes of a projection, or counts of a curvilinear grid whose latitudes
and longitudes stand in two variables beside it. Source: CF conventions 1.11, chapters 4 and 5; ROMS and NEMO output.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS
from pyproj.exceptions import CRSError

from comity.files.forcing_curvilinear import CurvilinearGrid, unfolded
from comity.files.forcing_formats import attribute, values_of
from comity.files.forcing_grids import NativeGrid, Nodes
from comity.ground import InvalidInput

_LATITUDES = frozenset({"lat", "latitude", "nav_lat"})
_LONGITUDES = frozenset({"lon", "longitude", "nav_lon"})
_NORTH = frozenset({"degrees_north", "degree_north", "degree_n", "degrees_n", "degreen", "degreesn"})  # CF 1.11 §4.1
_EAST = frozenset({"degrees_east", "degree_east", "degree_e", "degrees_e", "degreee", "degreese"})  # CF 1.11 §4.2
_DEGREES = frozenset({"", "degrees", "degree"}) | _NORTH | _EAST
_LATITUDE_WORDS, _LONGITUDE_WORDS = ("lat", "nav_lat", "tlat", "ulat"), ("lon", "nav_lon", "tlon", "ulon")


@dataclass(frozen=True)
class Axes:
    """The dimensions of a variable that are time, rows and columns, and its grid."""

    time: str
    rows: str
    columns: str
    grid: Nodes


def axes_of(data: Any, u: Any, file: str) -> Axes:
    """Return the axes of a variable, or raise `InvalidInput` for what is no grid that is known here."""
    time = _time_of(data, u, file)
    found = _rectilinear(data, u, file) or _curvilinear(data, u, time)
    if found is None:
        raise unknown_grid(u, file)
    return Axes(time, *found)


def _time_of(data: Any, u: Any, file: str) -> str:
    for dim in u.dimensions:
        coordinate = data.variables.get(dim)
        if coordinate is not None and " since " in attribute(coordinate, "units"):
            return str(dim)
    raise InvalidInput(
        "files.no_time_axis",
        "{variable} in {file} has no time axis.",
        why="none of its dimensions {found} has a coordinate in `<unit> since <date>`",
        remedy="take a file that carries its times",
        file=file,
        variable=u.name,
        found=", ".join(u.dimensions),
    )


def _rectilinear(data: Any, u: Any, file: str) -> tuple[str, str, NativeGrid] | None:
    crs, scale = None, 1.0
    mapping = data.variables.get(attribute(u, "grid_mapping").split(":")[0].split(" ")[0])
    if mapping is not None and attribute(mapping, "grid_mapping_name") != "latitude_longitude":
        crs = _crs_of(mapping)
    names = ("projection_y_coordinate", "grid_latitude") if crs else ("latitude",)
    others = ("projection_x_coordinate", "grid_longitude") if crs else ("longitude",)
    rows = _axis_of(data, u, names, _LATITUDES, _NORTH)
    columns = _axis_of(data, u, others, _LONGITUDES, _EAST)
    if rows is None or columns is None or (mapping is not None and crs is None and _is_projected(mapping)):
        return None
    if crs is not None:
        scale = 1000.0 if attribute(data.variables[rows], "units").lower() in ("km", "kilometer", "kilometers") else 1.0
    elif not {attribute(data.variables[axis], "units").lower() for axis in (rows, columns)} <= _DEGREES:
        raise unknown_grid(u, file)
    y, x = (values_of(data.variables[axis]) for axis in (rows, columns))
    x = np.unwrap(x, period=360.0) if crs is None else x  # 179, 180, -179 is in order
    if min(y.size, x.size) < 2 or not (_monotonic(y) and _monotonic(x)) or (crs is None and np.abs(y).max() > 90):
        raise unknown_grid(u, file)
    return rows, columns, NativeGrid(y * scale, x * scale, crs)


def _curvilinear(data: Any, u: Any, time: str) -> tuple[str, str, CurvilinearGrid] | None:
    """Return the last two dimensions of a variable and the latitudes and longitudes that lie over them."""
    rows, columns = (str(dim) for dim in u.dimensions[-2:])
    if time in (rows, columns):
        return None
    named = attribute(u, "coordinates").split()
    spread = [each for each in data.variables.values() if tuple(each.dimensions[-2:]) == (rows, columns)]
    over = [
        each for each in spread if each.ndim == 2 or (each.ndim == 3 and data.dimensions[each.dimensions[0]].size == 1)
    ]
    over.sort(key=lambda each: (each.name not in named, each.name))
    lat = next((each for each in over if _is_angle(each, "latitude", _NORTH, _LATITUDE_WORDS)), None)
    lon = next((each for each in over if _is_angle(each, "longitude", _EAST, _LONGITUDE_WORDS)), None)
    if lat is None or lon is None:
        return None
    nodes = [_two_dimensional(values_of(each)) for each in (lat, lon)]
    if not all(np.isfinite(each).all() for each in nodes) or np.abs(nodes[0]).max() > 90 or min(nodes[0].shape) < 2:
        return None
    grid = unfolded(nodes[0], nodes[1])
    return (rows, columns, grid) if _is_spread(grid) else None


def _is_spread(grid: CurvilinearGrid) -> bool:
    """Tell whether neighbours lie apart: a block of zeros, as where no processor ran, is no part of a grid."""
    steps = [np.hypot(np.diff(grid.lat, axis=axis), np.diff(grid.lon, axis=axis)) for axis in (0, 1)]
    return all(bool((each > 0).all()) for each in steps)


def _two_dimensional(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return values.reshape(values.shape[-2:])


def _is_angle(variable: Any, standard_name: str, units: frozenset[str], words: tuple[str, ...]) -> bool:
    return (
        attribute(variable, "standard_name") == standard_name
        or attribute(variable, "units").lower() in units
        or variable.name.lower().startswith(words)
    )


def _crs_of(mapping: Any) -> CRS | None:
    return _projection(tuple((name, _plain(mapping.getncattr(name))) for name in mapping.ncattrs()))


def _plain(value: Any) -> Any:
    return tuple(np.ravel(value).tolist()) if isinstance(value, np.ndarray) else value


@cache
def _projection(attributes: tuple[tuple[str, Any], ...]) -> CRS | None:
    """Return the projection of a grid mapping; made once for all files that share it, since PROJ takes its time."""
    given = {name: list(value) if isinstance(value, tuple) else value for name, value in attributes}
    for source in (given, given.get("proj4")):
        try:
            return CRS.from_cf(source) if isinstance(source, dict) else CRS.from_user_input(source)
        except (CRSError, KeyError, TypeError):
            continue
    return None


def _is_projected(mapping: Any) -> bool:
    return attribute(mapping, "grid_mapping_name") not in ("", "latitude_longitude")


def _axis_of(
    data: Any, u: Any, standard_names: tuple[str, ...], known: frozenset[str], units: frozenset[str]
) -> str | None:
    axes = {str(dim): data.variables[dim] for dim in u.dimensions if dim in data.variables}
    named = {dim: attribute(axis, "standard_name") for dim, axis in axes.items() if axis.ndim == 1}
    by_standard_name = [dim for dim, name in named.items() if name in standard_names]
    by_name = [
        dim
        for dim, name in named.items()
        if not name and (dim.lower() in known or attribute(axes[dim], "units").lower() in units)
    ]
    return next(iter(by_standard_name + by_name), None)


def _monotonic(nodes: NDArray[np.float64]) -> bool:
    steps = np.diff(nodes)
    return bool((steps > 0).all() or (steps < 0).all())


def unknown_grid(u: Any, file: str) -> InvalidInput:
    """Return the error for a variable on nodes that cannot be placed."""
    return InvalidInput(
        "files.unknown_grid",
        "The grid of {variable} in {file} is not one that can be read.",
        why="its dimensions {found} are neither latitude and longitude in order, nor the axes of a known projection, "
        "nor those of a latitude and a longitude at every node",
        remedy="use a file that names its grid mapping, or that holds the latitude and longitude of every node",
        file=file,
        variable=u.name,
        found=", ".join(u.dimensions),
    )
