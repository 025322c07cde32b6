"""One forcing file: what it holds, learnt from its header, and the part of it that a case needs.

Units: metres per second and milliseconds since 1970 once read; the file's own before. Source: CF conventions 1.11.
"""

import glob
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
from numpy.typing import NDArray
from pyproj import CRS
from pyproj.exceptions import CRSError

from comity.files.forcing_grids import NativeGrid
from comity.files.forcing_levels import check_scalar_levels, level_of
from comity.files.forcing_names import Components, Quantity, components, metres_per_second
from comity.files.forcing_time import time_axis_ms
from comity.ground import InvalidInput

_LATITUDES = frozenset({"lat", "latitude", "nav_lat"})
_LONGITUDES = frozenset({"lon", "longitude", "nav_lon"})
_NORTH = frozenset({"degrees_north", "degree_north", "degree_n", "degrees_n", "degreen", "degreesn"})  # CF 1.11 §4.1
_EAST = frozenset({"degrees_east", "degree_east", "degree_e", "degrees_e", "degreee", "degreese"})  # CF 1.11 §4.2
_DEGREES = frozenset({"", "degrees", "degree"}) | _NORTH | _EAST
_NO_VELOCITY = 900.0  # in any unit read here: −999, 9999 and 1e20 stand for "none" in files that do not declare it
_STRONGEST_M_S: Mapping[Quantity, float] = {"current": 15.0, "wind": 120.0}
"""No current (11 m/s in Saltstraumen) and no wind at sea (a gust of 113 m/s at Barrow Island, 1996) is stronger."""


@dataclass(frozen=True)
class ForcingFile:
    """What the header of one file says; `dims` are the dimensions of the components, in the file's order."""

    path: Path
    quantity: Quantity
    variables: Components
    unit: tuple[str, str]
    calendar: str
    time_ms: NDArray[np.int64]
    grid: NativeGrid
    dims: tuple[str, ...]
    axes: tuple[str, str, str]
    """The dimensions that are time, rows and columns."""
    surface: dict[str, int]
    """Index taken along each further dimension: the surface."""
    origin: str
    """Who made it, in the words of its global attributes."""


def paths_of(patterns: Sequence[str | Path]) -> list[Path]:
    """Return the files that paths and globs name, each once; one that names nothing is an error."""
    found: dict[Path, None] = {}
    for pattern in patterns:
        names = sorted(glob.glob(str(pattern), recursive=True)) or ([str(pattern)] if Path(pattern).is_file() else [])
        if not names:
            raise InvalidInput(
                "files.no_such_file",
                "There is no file {pattern}.",
                why="nothing on this disk has that name or matches it",
                remedy="check the path; in a case file it is relative to the folder of that file",
                pattern=str(pattern),
            )
        found.update(dict.fromkeys(Path(name) for name in names))
    return list(found)


@contextmanager
def opened(path: Path) -> Iterator[netCDF4.Dataset]:
    """Open a netCDF file for reading; whatever the library says about a broken one becomes an error of ours."""
    try:
        with netCDF4.Dataset(path) as dataset:
            if dataset.data_model in ("NETCDF3_CLASSIC", "NETCDF3_64BIT_OFFSET"):
                _check_length(path)
            elif dataset.data_model == "NETCDF3_64BIT_DATA":
                _check_least_length(path, dataset)
            yield dataset
    except (OSError, RuntimeError, IndexError) as error:
        raise InvalidInput(
            "files.unreadable_netcdf",
            "{file} cannot be read as netCDF.",
            why="it is damaged, cut short or of another format; the library says: {reason}",
            remedy="fetch the file again and compare its size with the sender's",
            file=path.name,
            reason=str(error),
        ) from None


def _check_length(path: Path) -> None:
    """Raise `OSError` for a classic file cut short, which the netCDF library reads as zeros without a word."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # scipy lets go of a broken file's map only with its values
        reason = _broken(path)
    if reason:
        raise OSError(f"truncated: {reason}")


def _broken(path: Path) -> str:
    """Return why a classic file cannot be mapped, else an empty text; no value is read."""
    from scipy.io import netcdf_file  # a fifth of a second to load, which no node pays that only starts

    try:
        netcdf_file(path, mmap=True).close()
    except (ValueError, TypeError, IndexError) as error:
        return str(error) or type(error).__name__
    return ""


def _check_least_length(path: Path, dataset: netCDF4.Dataset) -> None:
    """Raise `OSError` for a CDF-5 file, which scipy cannot map, that is shorter than its values."""
    least = sum(each.size * each.dtype.itemsize for each in dataset.variables.values())
    if path.stat().st_size < least:
        raise OSError(f"truncated: {path.stat().st_size} < {least}")


def header_of(path: Path, quantity: Quantity) -> ForcingFile:
    """Read the header of a file: components, units, time axis, grid."""
    with opened(path) as data:
        names = {name: _text(each, "standard_name") for name, each in data.variables.items() if each.ndim >= 3}
        found = components(names, quantity, file=path.name)
        u, v = data.variables[found.u], data.variables[found.v]
        unit = _text(u, "units"), _text(v, "units")
        for name, spelled in zip((found.u, found.v), unit, strict=True):
            metres_per_second(spelled, file=path.name, variable=name)
        if u.dimensions != v.dimensions:
            raise _components_differ(path, u, v)
        check_scalar_levels(data, u, quantity, file=path.name)
        time_dim, time = _time_of(data, u, path)
        grid, rows, columns = _grid_of(data, u, path)
        calendar = _text(time, "calendar") or "standard"
        return ForcingFile(
            path=path,
            quantity=quantity,
            variables=found,
            unit=unit,
            calendar=calendar,
            time_ms=time_axis_ms(time[:], _text(time, "units"), calendar, file=path.name),
            grid=grid,
            dims=u.dimensions,
            axes=(time_dim, rows, columns),
            surface={
                dim: level_of(data, u, dim, quantity, file=path.name)
                for dim in u.dimensions
                if dim not in (time_dim, rows, columns)
            },
            origin=", ".join(
                text
                for key in ("institution", "source", "production", "title")
                if key in data.ncattrs()
                and (text := str(data.getncattr(key)).strip()).lower() not in ("", "unknown", "none")
            ),
        )


def recognised(path: Path, quantity: Quantity) -> bool:
    """Tell whether a file holds a quantity under a name that is known here."""
    with opened(path) as data:
        names = {name: _text(each, "standard_name") for name, each in data.variables.items() if each.ndim >= 3}
    try:
        components(names, quantity, file=path.name)
    except InvalidInput as error:
        return error.code == "files.several_variables"
    return True


def read_window(
    file: ForcingFile, times: slice, rows: slice, columns: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Read both components over a window, shape (times, rows, columns), m/s, NaN where there is none."""
    both = []
    with opened(file.path) as data:
        for name, unit in zip((file.variables.u, file.variables.v), file.unit, strict=True):
            factor = metres_per_second(unit, file=file.path.name, variable=name)
            parts = [_slab(file, data.variables[name], times, rows, run) for run in _runs(columns)]
            both.append(np.concatenate(parts, axis=2) * np.float32(factor))
            _check_speed(file, name, both[-1])
    return both[0], both[1]


def _slab(file: ForcingFile, variable: Any, times: slice, rows: slice, columns: slice) -> NDArray[np.float32]:
    wanted: dict[str, slice | int] = dict(zip(file.axes, (times, rows, columns), strict=True)) | file.surface
    values = variable[tuple(wanted[dim] for dim in file.dims)]
    left = [dim for dim in file.dims if dim in file.axes]
    block = np.transpose(
        np.ma.filled(np.ma.asarray(values, dtype=np.float32), np.nan), [left.index(a) for a in file.axes]
    )
    return np.where(np.abs(block) < _NO_VELOCITY, block, np.float32(np.nan))


def _check_speed(file: ForcingFile, name: str, values_m_s: NDArray[np.float32]) -> None:
    fastest_m_s = float(np.nanmax(np.abs(values_m_s), initial=0.0))
    if fastest_m_s > _STRONGEST_M_S[file.quantity]:
        raise InvalidInput(
            "files.impossible_speed",
            "{variable} in {file} reaches {fastest} m/s.",
            why="no {quantity} on Earth is that strong, so the unit {unit} or the values are wrong",
            remedy="correct the attribute `units` of the variable, or fetch the file again",
            file=file.path.name,
            variable=name,
            fastest=f"{fastest_m_s:.0f}",
            quantity=file.quantity,
            unit=file.unit[0],
        )


def _runs(columns: NDArray[np.int64]) -> Iterable[slice]:
    breaks = np.flatnonzero(np.diff(columns) != 1) + 1
    return [slice(int(run[0]), int(run[-1]) + 1) for run in np.split(columns, breaks)]


def _text(variable: Any, attribute: str) -> str:
    return str(variable.getncattr(attribute)).strip() if attribute in variable.ncattrs() else ""


def _time_of(data: Any, u: Any, path: Path) -> tuple[str, Any]:
    for dim in u.dimensions:
        coordinate = data.variables.get(dim)
        if coordinate is not None and " since " in _text(coordinate, "units"):
            return str(dim), coordinate
    raise InvalidInput(
        "files.no_time_axis",
        "{variable} in {file} has no time axis.",
        why="none of its dimensions {found} has a coordinate in `<unit> since <date>`",
        remedy="take a file that carries its times",
        file=path.name,
        variable=u.name,
        found=", ".join(u.dimensions),
    )


def _grid_of(data: Any, u: Any, path: Path) -> tuple[NativeGrid, str, str]:
    crs, scale = None, 1.0
    mapping = data.variables.get(_text(u, "grid_mapping").split(":")[0].split(" ")[0])
    if mapping is not None and _text(mapping, "grid_mapping_name") != "latitude_longitude":
        crs = _crs_of(mapping)
    names = ("projection_y_coordinate", "grid_latitude") if crs else ("latitude",)
    others = ("projection_x_coordinate", "grid_longitude") if crs else ("longitude",)
    rows = _axis_of(data, u, names, _LATITUDES, _NORTH)
    columns = _axis_of(data, u, others, _LONGITUDES, _EAST)
    if rows is None or columns is None or (mapping is not None and crs is None and _is_projected(mapping)):
        raise _unknown_grid(path, u)
    if crs is not None:
        scale = 1000.0 if _text(data.variables[rows], "units").lower() in ("km", "kilometer", "kilometers") else 1.0
    elif not {_text(data.variables[axis], "units").lower() for axis in (rows, columns)} <= _DEGREES:
        raise _unknown_grid(path, u)
    y, x = (np.ma.filled(np.ma.asarray(data.variables[axis][:], dtype=np.float64), np.nan) for axis in (rows, columns))
    if min(y.size, x.size) < 2 or not (_monotonic(y) and _monotonic(x)) or (crs is None and np.abs(y).max() > 90):
        raise _unknown_grid(path, u)
    return NativeGrid(y * scale, x * scale, crs), rows, columns


def _crs_of(mapping: Any) -> CRS | None:
    attributes = {name: mapping.getncattr(name) for name in mapping.ncattrs()}
    for source in (attributes, attributes.get("proj4")):
        try:
            return CRS.from_cf(source) if isinstance(source, dict) else CRS.from_user_input(source)
        except (CRSError, KeyError, TypeError):
            continue
    return None


def _is_projected(mapping: Any) -> bool:
    return _text(mapping, "grid_mapping_name") not in ("", "latitude_longitude")


def _axis_of(
    data: Any, u: Any, standard_names: tuple[str, ...], known: frozenset[str], units: frozenset[str]
) -> str | None:
    axes = {str(dim): data.variables[dim] for dim in u.dimensions if dim in data.variables}
    named = {dim: _text(axis, "standard_name") for dim, axis in axes.items() if axis.ndim == 1}
    by_standard_name = [dim for dim, name in named.items() if name in standard_names]
    by_name = [
        dim
        for dim, name in named.items()
        if not name and (dim.lower() in known or _text(axes[dim], "units").lower() in units)
    ]
    return next(iter(by_standard_name + by_name), None)


def _monotonic(nodes: NDArray[np.float64]) -> bool:
    steps = np.diff(nodes)
    return bool((steps > 0).all() or (steps < 0).all())


def _unknown_grid(path: Path, u: Any) -> InvalidInput:
    return InvalidInput(
        "files.unknown_grid",
        "The grid of {variable} in {file} is not one that can be read.",
        why="its dimensions {found} are neither latitude and longitude in order nor the axes of a known projection",
        remedy="use a file on a regular or projected grid that names its grid mapping",
        file=path.name,
        variable=u.name,
        found=", ".join(u.dimensions),
    )


def _components_differ(path: Path, u: Any, v: Any) -> InvalidInput:
    return InvalidInput(
        "files.components_differ",
        "{first} and {other} in {file} do not lie on the same nodes.",
        why="{first} has the dimensions {first_dims}, and {other} has {other_dims}",
        remedy="interpolate both components to the same nodes first, as for a staggered grid",
        file=path.name,
        first=u.name,
        other=v.name,
        first_dims=", ".join(u.dimensions),
        other_dims=", ".join(v.dimensions),
    )
