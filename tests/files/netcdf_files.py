"""Forcing files made by the tests: small, honest, and easy to break."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import netCDF4
import numpy as np

Kind = Literal["NETCDF4", "NETCDF3_CLASSIC", "NETCDF3_64BIT_DATA"]


def forcing_file(
    path: Path,
    *,
    names: tuple[str, str] = ("uo", "vo"),
    standard_names: tuple[str, str] | None = None,
    units: str | None = "m/s",
    hours: Sequence[float] = (0, 1, 2, 3),
    time_units: str = "hours since 2008-08-06T00:00:00",
    calendar: str = "standard",
    axes: tuple[str, str] = ("lat", "lon"),
    lat: Any = (36.0, 36.5, 37.0, 37.5),
    lon: Any = (4.0, 4.5, 5.0, 5.5, 6.0),
    value: float = 0.25,
    further: tuple[str, int] | None = None,
    kind: Kind = "NETCDF4",
) -> Path:
    """Write a file whose eastward component is `value` plus the hour, and whose northward one is its negative."""
    with netCDF4.Dataset(path, "w", format=kind) as data:
        for name, size in (
            ("time", len(hours)),
            (axes[0], len(lat)),
            (axes[1], len(lon)),
            *([further] if further else []),
        ):
            data.createDimension(name, size)
        time = data.createVariable("time", "f8", ("time",))
        time.units, time.calendar = time_units, calendar
        time[:] = hours
        for axis, nodes in zip(axes, (lat, lon), strict=True):
            data.createVariable(axis, "f8", (axis,))[:] = nodes
        dims = ("time", *([further[0]] if further else []), *axes)
        for number, name in enumerate(names):
            variable = data.createVariable(name, "f4", dims, fill_value=np.float32(1e20))
            if units is not None:
                variable.units = units
            if standard_names:
                variable.standard_name = standard_names[number]
            shape = [data.dimensions[dim].size for dim in dims]
            by_hour = np.asarray(hours, dtype=float).reshape(-1, *[1] * (len(shape) - 1))
            variable[:] = (value + by_hour) * (1 - 2 * number) * np.ones(shape)
    return path
