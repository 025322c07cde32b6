"""A small idealised sea in CF netCDF: a steady current and wind off Béjaïa, enough for a drift in a test."""

from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr

CASE_ID = "bejaia-test"


def write_sea(folder: Path) -> None:
    lat, lon = np.linspace(36.0, 39.0, 13), np.linspace(3.0, 8.0, 21)
    time = np.array(["2008-08-06T00", "2008-08-06T12", "2008-08-07T00", "2008-08-07T12"], dtype="datetime64[ns]")
    for name, east, north, variables in (
        ("currents", 0.2, 0.05, ("eastward_sea_water_velocity", "northward_sea_water_velocity")),
        ("wind", 5.0, -2.0, ("eastward_wind", "northward_wind")),
    ):
        shape = (time.size, lat.size, lon.size)
        data = xr.Dataset(
            {
                short: (
                    ("time", "lat", "lon"),
                    np.full(shape, value, dtype=np.float32),
                    {"standard_name": standard, "units": "m s-1"},
                )
                for short, value, standard in zip(("u", "v"), (east, north), variables, strict=True)
            },
            coords={
                "time": time,
                "lat": ("lat", lat, {"units": "degrees_north", "standard_name": "latitude"}),
                "lon": ("lon", lon, {"units": "degrees_east", "standard_name": "longitude"}),
            },
        )
        data.to_netcdf(folder / f"{name}.nc")


def sea_case(**run: Any) -> dict[str, Any]:
    return {
        "case": {"id": CASE_ID},
        "forcing": {"currents": ["currents.nc"], "wind": ["wind.nc"]},
        "object": [{"leeway": 26}],
        "scenario": [
            {
                "kind": "last_known_position",
                "lat": 37.5,
                "lon": 5.2,
                "position_error_m": 1000,
                "time": "2008-08-06T06:00:00Z",
            }
        ],
        "run": {"until": "2008-08-06T12:00:00Z", "step_s": 600, "particles": 500, "seed": 11, **run},
    }
