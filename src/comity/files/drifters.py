"""Tracks of real drifters: CSV with a column for each of drifter, time, latitude and longitude, or CF trajectories.

Units: degrees, milliseconds since 1970. Columns are found by the names that buoys' makers and archives use, or by a
declared mapping. A netCDF file may hold a matrix (trajectory × time or obs, in either order, with one time axis or one
each), or ragged trajectories, contiguous or indexed (CF 1.11 §H.4). A file is read whole or refused: a row that cannot
be read is named.
"""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
from numpy.typing import NDArray

from comity.files.forcing_time import time_axis_ms
from comity.ground import Floats, InvalidInput, ms_of
from comity.rescue import Polygon, Track

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "drifter", "drifter_id", "trajectory", "trajectory_id", "buoy", "buoy_id", "name", "device", "imei",
           "platform", "platform_code", "slick", "devicename", "device_name", "d_number"),
    "time": ("time", "datetime", "date_time", "timestamp", "date", "device_datetime", "datatime", "obs_time", "utc",
             "time_utc", "datadate_utc", "devicedatetime"),
    "lat": ("lat", "latitude", "lat_deg", "y"),
    "lon": ("lon", "lng", "long", "longitude", "lon_deg", "x"),
}  # fmt: skip
"""Names by which the columns are known, in small letters; the first found counts."""

_SECONDS_ABOVE, _MILLISECONDS_ABOVE = 1e8, 1e11  # 1973 in seconds, 1973 in milliseconds
_STANDARD = {"time": "time", "lat": "latitude", "lon": "longitude"}


def read_drifters(path: Path, *, mapping: Mapping[str, str] | None = None) -> tuple[Track, ...]:
    """Return the tracks of a file, each in order of time, with at least two fixes; `InvalidInput` where it is none.

    Parameters
    ----------
    mapping
        Names of columns or variables, by `id`, `time`, `lat` and `lon`, where they are not the usual ones.
    """
    names = dict(mapping or {})
    for key in names:
        if key not in COLUMNS:
            raise _unreadable(path, f"{key} = …: not one of {', '.join(COLUMNS)}")
    try:
        rows = _csv_rows(path, names) if path.suffix.lower() in (".csv", ".txt", ".tsv") else _netcdf_rows(path, names)
        tracks = _tracks(path, *rows)
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise _unreadable(path, str(error)) from None
    if not tracks:
        raise _unreadable(path, "no drifter has two fixes")
    return tracks


def read_outlines(path: Path) -> tuple[Polygon, ...]:
    """Return outlines of a CSV file without times: one ring for each value of its first column, in the file's order."""
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.DictReader(file)
            columns = _columns(path, reader.fieldnames or (), {}, ("id", "lat", "lon"))
            rings: dict[str, list[tuple[float, float]]] = {}
            for number, row in enumerate(reader, start=2):
                lat_deg = _degrees(path, row[columns["lat"]], number, 90.0)
                lon_deg = _degrees(path, row[columns["lon"]], number, 360.0)
                rings.setdefault(row[columns["id"]], []).append((lon_deg, lat_deg))
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from None
    if not rings or min(len(ring) for ring in rings.values()) < 3:
        raise _unreadable(path, "an outline has fewer than three corners")
    return tuple((tuple(ring),) for ring in rings.values())


Rows = tuple[NDArray[np.str_], NDArray[np.int64], Floats, Floats]


def _tracks(
    path: Path, drifter: NDArray[np.str_], time_ms: NDArray[np.int64], lat_deg: Floats, lon_deg: Floats
) -> tuple[Track, ...]:
    wrong = np.flatnonzero((np.abs(lat_deg) > 90.0) | (np.abs(lon_deg) > 360.0))
    if wrong.size:
        at = int(wrong[0])
        raise _unreadable(path, f"latitude {lat_deg[at]:g}, longitude {lon_deg[at]:g} of {drifter[at]}")
    tracks = []
    for name in dict.fromkeys(drifter.tolist()):
        mine = np.flatnonzero(drifter == name)
        order = mine[np.argsort(time_ms[mine], kind="stable")]
        order = order[np.append(np.diff(time_ms[order]) > 0, True)]  # of two fixes at one instant the later row
        if order.size > 1:
            tracks.append(Track(str(name), time_ms[order], lon_deg[order], lat_deg[order]))
    return tuple(tracks)


def _csv_rows(path: Path, names: Mapping[str, str]) -> Rows:
    with path.open(newline="", encoding="utf-8-sig") as file:
        sample = file.read(4096)
        file.seek(0)
        separator = max(",;\t", key=sample.split("\n", 1)[0].count)
        reader = csv.DictReader(file, delimiter=separator)
        columns = _columns(path, reader.fieldnames or (), names, ("time", "lat", "lon"))
        drifter, time_ms, lat_deg, lon_deg = [], [], [], []
        for number, row in enumerate(reader, start=2):
            lat, lon = row[columns["lat"]], row[columns["lon"]]
            if not (lat or "").strip() or not (lon or "").strip():  # a message without a fix
                continue
            drifter.append(row[columns["id"]] if "id" in columns else path.stem)
            time_ms.append(_instant_ms(path, row[columns["time"]], number))
            lat_deg.append(_degrees(path, lat, number, 90.0))
            lon_deg.append(_degrees(path, lon, number, 360.0))
    return np.array(drifter, dtype=np.str_), np.array(time_ms, dtype=np.int64), np.array(lat_deg), np.array(lon_deg)


def _columns(path: Path, header: Sequence[str], names: Mapping[str, str], needed: Sequence[str]) -> dict[str, str]:
    """Return the column of each quantity, by the mapping or by the usual names; units in brackets do not count."""
    plain = {name.strip().lower().split("(")[0].split("[")[0].strip().replace(" ", "_"): name for name in header}
    found = {}
    for key, usual in COLUMNS.items():
        if key in names:
            if names[key] not in header:
                raise _unreadable(path, f"{key}: {names[key]} ∉ {', '.join(header)}")
            found[key] = names[key]
            continue
        known = [plain[name] for name in usual if name in plain]
        if known:
            found[key] = known[0]
        elif key in needed:
            raise _unreadable(path, f"{key} ∉ {', '.join(header)}")
    return found


def _instant_ms(path: Path, text: str, number: int) -> int:
    """Return an instant: ISO 8601 (UTC where it names no zone), or seconds or milliseconds since 1970."""
    text = (text or "").strip()
    try:
        value = float(text)
    except ValueError:
        try:
            instant = datetime.fromisoformat(text.removesuffix("UTC").strip().replace("/", "-"))
        except ValueError:
            raise _unreadable(path, f"{number}: time {text!r}") from None
        return ms_of(instant if instant.tzinfo else instant.replace(tzinfo=UTC))
    if not value > _SECONDS_ABOVE:
        raise _unreadable(path, f"{number}: time {text!r}")
    return round(value if value > _MILLISECONDS_ABOVE else value * 1000.0)


def _degrees(path: Path, text: str, number: int, most: float) -> float:
    try:
        value = float(text)
    except (TypeError, ValueError):
        value = math.nan
    if not abs(value) <= most:
        raise _unreadable(path, f"{number}: {text!r}°")
    return value


def _netcdf_rows(path: Path, names: Mapping[str, str]) -> Rows:
    with netCDF4.Dataset(path) as data:
        found = {key: _variable(path, data, key, names) for key in ("time", "lat", "lon")}
        time_ms = _instants_ms(path, found["time"])
        lat_deg, lon_deg = (np.ma.filled(found[key][:].astype(np.float64), np.nan) for key in ("lat", "lon"))
        own = _names(data, names)
        if lat_deg.ndim == 2:
            dims = found["lat"].dimensions
            along_time = _time_dimension(found["time"], dims)
            if along_time == 0:
                lat_deg, lon_deg = lat_deg.T, lon_deg.T
            if time_ms.ndim == 2 and along_time == 0:
                time_ms = time_ms.T
            time_ms = np.broadcast_to(time_ms, lat_deg.shape)
            drifter = np.repeat(_labels(own, lat_deg.shape[0]), lat_deg.shape[1])
        else:
            drifter = _ragged(data, own, lat_deg.size)
    known = ~(np.isnan(lat_deg) | np.isnan(lon_deg)).ravel() & (time_ms.ravel() > np.iinfo(np.int64).min)
    return drifter[known], time_ms.ravel()[known], lat_deg.ravel()[known], lon_deg.ravel()[known]


def _instants_ms(path: Path, variable: Any) -> NDArray[np.int64]:
    """Return instants, the least number there is where the file has none; shape of the variable."""
    values = np.ma.masked_invalid(variable[:])
    given = ~np.ma.getmaskarray(values)
    time_ms = np.full(values.shape, np.iinfo(np.int64).min)
    units, calendar = getattr(variable, "units", ""), getattr(variable, "calendar", "standard")
    time_ms[given] = time_axis_ms(np.ma.getdata(values)[given], units, calendar, file=path.name)
    return time_ms


def _variable(path: Path, data: netCDF4.Dataset, key: str, names: Mapping[str, str]) -> Any:
    if key in names and names[key] in data.variables:
        return data[names[key]]
    for variable in data.variables.values():
        if getattr(variable, "standard_name", "") == _STANDARD[key]:
            return variable
    for name, variable in data.variables.items():
        if name.lower() in COLUMNS[key]:
            return variable
    raise _unreadable(path, f"{key} ∉ {', '.join(data.variables)}")


def _time_dimension(time: Any, dims: tuple[str, ...]) -> int:
    """Return which of a matrix's dimensions runs along time: that of a one-dimensional axis, or by its name."""
    if len(time.dimensions) == 1:
        return dims.index(time.dimensions[0])
    return 0 if dims[0].lower() in ("time", "obs", "observation") else 1


def _ragged(data: netCDF4.Dataset, own: NDArray[np.str_] | None, size: int) -> NDArray[np.str_]:
    for name, variable in data.variables.items():
        if hasattr(variable, "sample_dimension") or name.lower() in ("rowsize", "row_size"):
            count = np.asarray(variable[:], dtype=np.int64)
            return np.repeat(_labels(own, count.size), count)
        if hasattr(variable, "instance_dimension"):
            index = np.asarray(variable[:], dtype=np.int64)
            return _labels(own, int(index.max()) + 1)[index]
    if own is not None and own.size == size:
        return own
    return np.repeat(_labels(own if own is not None and own.size == 1 else None, 1), size)


def _names(data: netCDF4.Dataset, names: Mapping[str, str]) -> NDArray[np.str_] | None:
    """Return the names of the trajectories, None where the file gives none."""
    chosen = [data[names["id"]]] if names.get("id") in data.variables else []
    chosen += [each for each in data.variables.values() if getattr(each, "cf_role", "") == "trajectory_id"]
    chosen += [each for name, each in data.variables.items() if name.lower() in COLUMNS["id"]]
    if not chosen:
        return None
    values: Any = chosen[0][:]
    if values.dtype.kind == "S" and values.ndim > 1:
        values = netCDF4.chartostring(values)
    return np.array([_name(each) for each in np.ravel(np.ma.getdata(values))], dtype=np.str_)


def _name(value: Any) -> str:
    return value.decode(errors="replace").strip() if isinstance(value, bytes) else str(value).strip()


def _labels(own: NDArray[np.str_] | None, count: int) -> NDArray[np.str_]:
    if own is not None and own.size == count:
        return own
    return np.array([str(number) for number in range(count)], dtype=np.str_)


def _unreadable(path: Path, reason: str) -> InvalidInput:
    return InvalidInput(
        "files.unreadable_drifters",
        "{file} cannot be read as tracks of drifters.",
        why="reading it stops at: {reason}",
        remedy="correct the row, or name the columns with --columns id=…,time=…,lat=…,lon=…",
        file=path.name,
        reason=reason,
    )


def columns_of(text: str) -> dict[str, str]:
    """Return a mapping of columns from its text.

    >>> columns_of("time=when, lat=breite")
    {'time': 'when', 'lat': 'breite'}
    """
    parts: Iterable[list[str]] = (part.split("=", 1) for part in text.split(",") if "=" in part)
    return {key.strip(): value.strip() for key, value in parts}
