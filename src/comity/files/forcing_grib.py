"""Forcing in GRIB 1 or 2, message by message, with ecCodes (extra `comity[grib]`).

Only the surface wind at 10 m and the surface current are taken. Whether their components lie along east and north or
along the grid is written in each message, and believed. A regular grid keeps its latitudes and longitudes; of any other
the positions of its nodes are read.
Units: as the parameter has them (m s⁻¹), degrees, milliseconds since 1970.
Sources: WMO Manual on Codes 306, vol. I.2 (section 3, resolution and component flags); ECMWF parameter database (short
names 10u, 10v, 100u …; ucurr, vcurr).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.files.forcing_formats import Store, Stored, missing_extra
from comity.ground import MS_PER_S, InvalidInput, instant_text

_NAMES = {
    "10u": ("eastward_wind", "x_wind"),
    "10v": ("northward_wind", "y_wind"),
    "ucurr": ("eastward_sea_water_velocity", "sea_water_x_velocity"),
    "vcurr": ("northward_sea_water_velocity", "sea_water_y_velocity"),
}
"""CF standard names of the short names that are read: along the earth, along the grid."""

_MISSING = 9.999e20
_ALONG_GRID = (
    8  # fifth bit of the resolution and component flags: u and v lie along the grid (WMO flag table 3.3 and 7)
)


@dataclass(frozen=True)
class _Message:
    """Where a message lies in its file, and what it holds."""

    offset: int
    name: str
    time_ms: int
    run_ms: int
    level: float
    is_along_grid: bool
    shape: tuple[int, int]
    grid: str


def grib_store(path: Path) -> Store:
    """Return the winds and currents of a GRIB file; only headers and one grid are decoded before they are asked."""
    try:
        import eccodes
    except (ImportError, RuntimeError):
        raise missing_extra(path.name, "grib", "eccodes") from None
    try:
        messages = _index(eccodes, path)
        messages = _nearest_surface(messages)
        _check_one_series(messages, path)
        return Store(_variables(eccodes, path, messages), _about(messages))
    except (eccodes.CodesInternalError, OSError) as error:
        raise InvalidInput(
            "files.unreadable_grib",
            "{file} cannot be read as GRIB.",
            why="it is damaged, cut short or on a grid that has no rows; the library says: {reason}",
            remedy="fetch the file again, on a regular grid",
            file=path.name,
            reason=str(error),
        ) from None


def _index(eccodes: Any, path: Path) -> list[_Message]:
    found: list[_Message] = []
    with path.open("rb") as file:
        while True:
            message = eccodes.codes_grib_new_from_file(file)
            if message is None:
                return found
            try:
                name = eccodes.codes_get(message, "shortName")
                if name in _NAMES:
                    found.append(_header(eccodes, message, name))
            finally:
                eccodes.codes_release(message)


def _header(eccodes: Any, message: Any, name: str) -> _Message:
    def get(key: str, kind: Any = int) -> Any:
        return eccodes.codes_get(message, key, kind)

    if get("jPointsAreConsecutive") or get("alternativeRowScanning"):
        raise OSError("scanningMode")
    return _Message(
        offset=get("offset"),
        name=name,
        time_ms=_instant_ms(get("validityDate"), get("validityTime")),
        run_ms=_instant_ms(get("dataDate"), get("dataTime")),
        level=float(get("level", float)),
        is_along_grid=bool(get("resolutionAndComponentFlags") & _ALONG_GRID),
        shape=(get("Ny"), get("Nx")),
        grid=str(get("md5GridSection", str)),
    )


def _instant_ms(date: int, time: int) -> int:
    at = datetime(date // 10_000, date // 100 % 100, date % 100, time // 100, time % 100, tzinfo=UTC)
    return round(at.timestamp() * MS_PER_S)


def _nearest_surface(messages: list[_Message]) -> list[_Message]:
    least = {name: min(each.level for each in messages if each.name == name) for name in {m.name for m in messages}}
    return [each for each in messages if each.level == least[each.name]]


def _check_one_series(messages: list[_Message], path: Path) -> None:
    seen: dict[tuple[str, int], _Message] = {}
    for each in messages:
        other = seen.setdefault((each.name, each.time_ms), each)
        if other is not each:
            raise InvalidInput(
                "files.several_runs",
                "{file} holds {name} at {instant} more than once.",
                why="it mixes runs or members (here those of {first} and {second}), and to choose would be a guess",
                remedy="keep one run and one member in the file",
                file=path.name,
                name=each.name,
                instant=instant_text(each.time_ms),
                first=instant_text(other.run_ms),
                second=instant_text(each.run_ms),
            )
    if len({(each.grid, each.is_along_grid) for each in messages}) > 1:
        raise InvalidInput(
            "files.several_grids",
            "{file} holds fields on more than one grid.",
            why="its winds or currents differ in their nodes",
            remedy="keep one grid in a file",
            file=path.name,
        )


def _about(messages: list[_Message]) -> dict[str, str]:
    if not messages:
        return {}
    return {"forecast_reference_time": instant_text(max(each.run_ms for each in messages))}


def _variables(eccodes: Any, path: Path, messages: list[_Message]) -> dict[str, Stored]:
    if not messages:
        return {}
    made = _axes(eccodes, path, messages[0])
    dims = ("y", "x") if "latitude" in made and made["latitude"].ndim == 2 else ("latitude", "longitude")
    for name in sorted({each.name for each in messages}):
        own = sorted((each for each in messages if each.name == name), key=lambda each: each.time_ms)
        time = f"time_{name}"
        made[time] = _values(time, (time,), np.array([each.time_ms / MS_PER_S for each in own]), units=_SINCE)
        attributes = {"standard_name": _NAMES[name][own[0].is_along_grid], "units": "m s-1"}
        attributes["coordinates"] = " ".join([f"level_{name}", *(("latitude", "longitude") if dims[0] == "y" else ())])
        above = {"standard_name": "height" if name.startswith("10") else "depth", "units": "m"}
        made[f"level_{name}"] = _values(f"level_{name}", (), np.array(own[0].level), **above)
        made[name] = _field(eccodes, path, own, (time, *dims), attributes)
    return made


_SINCE = "seconds since 1970-01-01T00:00:00Z"


def _axes(eccodes: Any, path: Path, message: _Message) -> dict[str, Stored]:
    with _decoded(eccodes, path, message) as handle:
        lat, lon = (eccodes.codes_get_array(handle, key).reshape(message.shape) for key in ("latitudes", "longitudes"))
    units = {"latitude": "degrees_north", "longitude": "degrees_east"}
    if (lat == lat[:, :1]).all() and (lon == lon[:1]).all():
        nodes, dims = (lat[:, 0], lon[0]), (("latitude",), ("longitude",))
        return {n: _values(n, d, v, units=u) for (n, u), d, v in zip(units.items(), dims, nodes, strict=True)}
    both = ("y", "x")
    return {
        n: _values(n, both, v, units=u, standard_name=n) for (n, u), v in zip(units.items(), (lat, lon), strict=True)
    }


def _values(name: str, dims: tuple[str, ...], values: NDArray[Any], **attributes: str) -> Stored:
    return Stored(name, dims, values.shape, attributes, lambda index: values[index])


def _field(
    eccodes: Any, path: Path, messages: list[_Message], dims: tuple[str, ...], attributes: dict[str, str]
) -> Stored:
    def read(index: tuple[slice, slice, slice]) -> NDArray[np.float64]:
        times, rows, columns = index
        return np.stack([_decode(eccodes, path, each)[rows, columns] for each in messages[times]])

    return Stored(messages[0].name, dims, (len(messages), *messages[0].shape), attributes, read)


def _decode(eccodes: Any, path: Path, message: _Message) -> NDArray[np.float64]:
    with _decoded(eccodes, path, message) as handle:
        eccodes.codes_set(handle, "missingValue", _MISSING)
        values = eccodes.codes_get_values(handle).reshape(message.shape)
    return np.where(values == _MISSING, np.nan, values)


@contextmanager
def _decoded(eccodes: Any, path: Path, message: _Message) -> Iterator[Any]:
    """Yield a message of a file, released when it has been read."""
    with path.open("rb") as file:
        file.seek(message.offset)
        handle = eccodes.codes_grib_new_from_file(file)
    try:
        yield handle
    finally:
        eccodes.codes_release(handle)
