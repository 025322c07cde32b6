"""Drifters as CF trajectories in netCDF: a matrix in either order, ragged contiguous or indexed, or one alone.

Units: degrees, milliseconds since 1970. Positions and times are found by standard name, axis, units or name; of several
that would do, the one with the most values is taken, so that where a buoy was deployed is not its track.
Source: CF conventions 1.11, §H.4.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
from numpy.typing import NDArray

from comity.files.drifter_columns import COLUMNS, found_among, plain
from comity.files.drifter_tables import Rows, unreadable
from comity.files.drifter_values import NOWHERE
from comity.files.forcing_formats import attribute
from comity.files.forcing_time import time_axis_ms
from comity.ground import Floats

_STANDARD = {"time": "time", "lat": "latitude", "lon": "longitude"}
_UNITS = {"time": " since ", "lat": "degrees_north", "lon": "degrees_east"}
_COUNTS = ("rowsize", "row_size", "n_obs", "obs_count", "count")
_INDICES = ("trajectory_index", "trajectoryindex", "traj_index", "trajindex", "drifter_index")
_ALONG_TIME = ("time", "obs", "observation", "n_obs", "sample", "record")
_NO_INSTANT = np.iinfo(np.int64).min


def trajectory_rows(path: Path, names: Mapping[str, str]) -> Rows:
    """Return the fixes of a netCDF file."""
    with netCDF4.Dataset(path) as data:
        found = {key: _variable(path, data, key, names) for key in ("lat", "lon", "time")}
        lat_deg, lon_deg = (_angles(found[key]) for key in ("lat", "lon"))
        if lat_deg.shape != lon_deg.shape:
            raise unreadable(path, f"{found['lat'].name} {lat_deg.shape} ≠ {found['lon'].name} {lon_deg.shape}")
        time_ms = _instants_ms(path, found["time"])
        own = _names(data, names)
        alone = _named(data) or path.stem
        if lat_deg.ndim == 2:
            along = _time_dimension(found["time"], _wide(found["lat"]))
            lat_deg, lon_deg = (each.T if along == 0 else each for each in (lat_deg, lon_deg))
            time_ms = np.broadcast_to(time_ms.T if time_ms.ndim == 2 and along == 0 else time_ms, lat_deg.shape)
            drifter = np.repeat(_labels(own, lat_deg.shape[0], alone), lat_deg.shape[1])
        else:
            drifter = _ragged(data, own, lat_deg.size, alone)
    if time_ms.size != lat_deg.size:
        raise unreadable(path, f"{found['time'].name} {time_ms.shape} ≠ {found['lat'].name} {lat_deg.shape}")
    known = ~(np.isnan(lat_deg) | np.isnan(lon_deg)).ravel() & (time_ms.ravel() > _NO_INSTANT)
    return drifter[known], time_ms.ravel()[known], lat_deg.ravel()[known], lon_deg.ravel()[known]


def _variable(path: Path, data: netCDF4.Dataset, key: str, names: Mapping[str, str]) -> Any:
    if key in names:
        if names[key] not in data.variables:
            raise unreadable(path, f"{key}: {names[key]} ∉ {', '.join(data.variables)}")
        return data[names[key]]
    usual = found_among(list(data.variables), key)
    likely = [each for each in data.variables.values() if _is_likely(each, key, usual[:1])]
    if not likely:
        raise unreadable(path, f"{key} ∉ {', '.join(data.variables)}")
    return max(likely, key=lambda each: (each.size, attribute(each, "standard_name") == _STANDARD[key]))


def _is_likely(variable: Any, key: str, usual: list[str]) -> bool:
    if variable.dtype is str or np.dtype(variable.dtype).kind not in "iuf":
        return False
    if key == "time" and " since " not in attribute(variable, "units"):
        return False
    if attribute(variable, "standard_name") == _STANDARD[key] or variable.name in usual:
        return True
    return variable.name.lower() in COLUMNS[key] or (
        not attribute(variable, "standard_name")
        and _UNITS[key] in attribute(variable, "units")
        and plain(variable.name).startswith(key)
    )


def _wide(variable: Any) -> tuple[str, ...]:
    """Return the dimensions of a variable that are longer than one, or all of two."""
    dims = [(name, size) for name, size in zip(variable.dimensions, variable.shape, strict=True)]
    return tuple(name for name, size in dims if size > 1 or len(dims) <= 2)


def _angles(variable: Any) -> Floats:
    values = np.ma.filled(np.ma.asarray(variable[:], dtype=np.float64), np.nan)
    values = values.reshape([size for size in values.shape if size > 1 or values.ndim <= 2])
    return np.where(np.abs(values) < NOWHERE, values, np.nan)


def _instants_ms(path: Path, variable: Any) -> NDArray[np.int64]:
    """Return instants, the least number there is where the file has none; shape of the variable."""
    values = np.ma.masked_invalid(np.ma.asarray(variable[:]))
    values = values.reshape([size for size in values.shape if size > 1 or values.ndim <= 2])
    given = ~np.ma.getmaskarray(values)
    time_ms = np.full(values.shape, _NO_INSTANT)
    units, calendar = attribute(variable, "units"), attribute(variable, "calendar") or "standard"
    if given.any():
        time_ms[given] = time_axis_ms(np.ma.getdata(values)[given], units, calendar, file=path.name)
    return time_ms


def _time_dimension(time: Any, dims: tuple[str, ...]) -> int:
    """Return which of a matrix's dimensions runs along time: that of a one-dimensional axis, or by its name."""
    if len(time.dimensions) == 1 and time.dimensions[0] in dims:
        return dims.index(time.dimensions[0])
    return 0 if dims[0].lower() in _ALONG_TIME else 1


def _ragged(data: netCDF4.Dataset, own: NDArray[np.str_] | None, size: int, alone: str) -> NDArray[np.str_]:
    for variable in _whole_numbers(data):
        if "sample_dimension" in variable.ncattrs() or variable.name.lower() in _COUNTS:
            count = np.ma.filled(variable[:], 0).astype(np.int64).ravel()
            if count.sum() == size:
                return np.repeat(_labels(own, count.size, alone), count)
    for variable in _whole_numbers(data):
        if "instance_dimension" in variable.ncattrs() or variable.name.lower() in _INDICES:
            index = np.ma.filled(variable[:], -1).astype(np.int64).ravel()
            if index.size == size:
                return _by_index(own, index)
    if own is not None and own.size == size:
        return own
    return np.repeat(_labels(own if own is not None and own.size == 1 else None, 1, alone), size)


def _whole_numbers(data: netCDF4.Dataset) -> Iterator[Any]:
    for variable in data.variables.values():
        if variable.dtype is not str and np.dtype(variable.dtype).kind in "iuf" and variable.ndim == 1:
            yield variable


def _by_index(own: NDArray[np.str_] | None, index: NDArray[np.int64]) -> NDArray[np.str_]:
    """Return the name of each fix by its index from 0, or from 1 where a file counts so."""
    if own is not None:
        for first in (0, 1):
            if index.min(initial=first) >= first and index.max(initial=0) - first < own.size:
                return own[index - first]
    return index.astype(np.str_)


def _names(data: netCDF4.Dataset, names: Mapping[str, str]) -> NDArray[np.str_] | None:
    """Return the names of the trajectories, None where the file gives none."""
    chosen = [data[names["id"]]] if names.get("id") in data.variables else []
    chosen += [each for each in data.variables.values() if attribute(each, "cf_role") == "trajectory_id"]
    chosen += [data[name] for name in found_among(list(data.variables), "id")]
    if not chosen:
        return None
    values: Any = chosen[0][:]
    if getattr(values, "dtype", np.dtype(object)).kind == "S" and np.ndim(values) >= 1:
        values = netCDF4.chartostring(np.ma.filled(values, b""))
    return np.array([_name(each) for each in np.ravel(np.ma.getdata(np.ma.asarray(values)))], dtype=np.str_)


def _named(data: netCDF4.Dataset) -> str:
    """Return the name that a file's global attributes give to its one drifter, empty where they give none."""
    named = found_among(data.ncattrs(), "id")
    return attribute(data, named[0]) if named else ""


def _name(value: Any) -> str:
    if isinstance(value, float | np.floating) and float(value).is_integer():
        value = int(value)
    return value.decode(errors="replace").strip() if isinstance(value, bytes) else str(value).strip()


def _labels(own: NDArray[np.str_] | None, count: int, alone: str) -> NDArray[np.str_]:
    if own is not None and own.size == count:
        return own
    return np.array([str(number) for number in range(count)] if count > 1 else [alone], dtype=np.str_)
