"""An idealised Algerian Current and sea breeze, computed and written as CF netCDF, for where no model is at hand.

It is not an observation and not a forecast; every file says EXAMPLE. The current is the curl of a stream function, so
it neither piles up nor drains: a jet along the coast whose meander travels slowly eastward, and one anticyclonic eddy
that stays. The wind is a light easterly with a sea breeze that turns on shore by day and off shore at night.

Units: degrees, metres per second, milliseconds since 1970.
Sources for the sizes: Encyclopedia of Earth, Algerian Current, 2011 (a jet less than 30 km wide, 0.4 m/s on average and
0.8 m/s at most); I. Puillat, I. Taupier-Letage and C. Millot, Algerian Eddies lifetime can near 3 years, J. Marine
Systems 31, 2002 (only anticyclonic eddies grow; meanders and eddies travel a few km a day); I. Taupier-Letage and
C. Millot, Surface circulation in the Algerian basin during 1984, Oceanologica Acta, 1988 (eddies of about 100 km, some
of which stay). The sea breeze (4 m/s, strongest at 14 UTC, fading over 80 km) is ours, a round figure of a summer day.
"""

from collections.abc import Callable
from pathlib import Path

import netCDF4
import numpy as np
from numpy.typing import NDArray

from comity.files.boxes import Box
from comity.files.coast import land_mask
from comity.ground import MS_PER_HOUR, MS_PER_S, Floats, metres_per_degree

BOX = Box(3.0, 36.0, 8.0, 39.0)
"""What the idealised fields cover."""

JET_M_S, JET_HALF_WIDTH_M, JET_LAT_DEG = 0.6, 16_000.0, 37.1
MEANDER_M, MEANDER_LENGTH_M = 8_000.0, 160_000.0
EDDY_M_S, EDDY_RADIUS_M, EDDY_LAT_DEG, EDDY_LON_DEG = 0.35, 28_000.0, 37.85, 5.2
EASTWARD_M_S = 0.05
"""How fast the meander travels: 4 km a day."""

EASTERLY_M_S, BREEZE_M_S, BREEZE_REACH_M, BREEZE_PEAK_H = 3.0, 4.0, 80_000.0, 14.0
_SHORE_LAT_DEG = 36.85
_CURRENT_STEP_DEG, _WIND_STEP_DEG = 1 / 16, 1 / 4
_MS_PER_DAY = 24 * MS_PER_HOUR

Vectors = tuple[Floats, Floats]


def current_at(lat_deg: Floats, lon_deg: Floats, time_ms: int) -> Vectors:
    """Return the idealised current, eastward and northward; land is not considered."""
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(JET_LAT_DEG))
    gone_m = EASTWARD_M_S * time_ms / MS_PER_S % MEANDER_LENGTH_M
    x, y = (lon_deg - BOX.west_deg) * per_lon_m, (lat_deg - JET_LAT_DEG) * per_lat_m
    wave = 2 * np.pi / MEANDER_LENGTH_M
    axis, slope = MEANDER_M * np.sin(wave * (x - gone_m)), MEANDER_M * wave * np.cos(wave * (x - gone_m))
    along = JET_M_S / np.cosh((y - axis) / JET_HALF_WIDTH_M) ** 2
    ex = (lon_deg - EDDY_LON_DEG) * per_lon_m
    ey = (lat_deg - EDDY_LAT_DEG) * per_lat_m
    spin = EDDY_M_S / EDDY_RADIUS_M * np.exp(0.5 - (ex**2 + ey**2) / (2 * EDDY_RADIUS_M**2))
    return along + spin * ey, along * slope - spin * ex


def wind_at(lat_deg: Floats, lon_deg: Floats, time_ms: int) -> Vectors:
    """Return the idealised wind, eastward and northward: a light easterly and a breeze along the meridian."""
    hour = time_ms % _MS_PER_DAY / MS_PER_HOUR
    per_lat_m, _ = metres_per_degree(_SHORE_LAT_DEG)
    off_m = np.abs(lat_deg - _SHORE_LAT_DEG) * float(per_lat_m)
    ashore = np.cos(2 * np.pi * (hour - BREEZE_PEAK_H) / 24)
    strength = BREEZE_M_S * ashore if ashore > 0 else 0.5 * BREEZE_M_S * ashore  # the land breeze is the weaker
    return np.full(np.shape(lon_deg), -EASTERLY_M_S), -strength * np.exp(-off_m / BREEZE_REACH_M)


def write_idealised_forcing(folder: Path, *, first_ms: int, last_ms: int) -> tuple[list[Path], list[Path]]:
    """Write hourly currents and winds that cover a period, one file a day each; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    currents, winds = [], []
    first, last = first_ms // MS_PER_HOUR, -(-last_ms // MS_PER_HOUR)
    hours = np.arange(first, max(last, first + 1) + 1)
    for day in np.unique(hours // 24):
        time_ms = hours[hours // 24 == day] * MS_PER_HOUR
        name = np.datetime64(int(day), "D").astype(str).replace("-", "")
        currents.append(_write_current(folder / f"idealised_current_{name}.nc", time_ms))
        winds.append(_write_wind(folder / f"idealised_wind_{name}.nc", time_ms))
    return currents, winds


def _write_current(path: Path, time_ms: NDArray[np.int64]) -> Path:
    lon, lat = _nodes(_CURRENT_STEP_DEG)
    mask = land_mask(BOX)
    inside = (lat.clip(BOX.south_deg + 1e-6, BOX.north_deg - 1e-6), lon.clip(BOX.west_deg + 1e-6, BOX.east_deg - 1e-6))
    land = mask.land.ravel()[mask.grid.cells_of(*inside)]
    return _write(path, time_ms, lon, lat, current_at, land, ("sea_water_velocity", "uo", "vo"), "Algerian Current")


def _write_wind(path: Path, time_ms: NDArray[np.int64]) -> Path:
    lon, lat = _nodes(_WIND_STEP_DEG)
    return _write(path, time_ms, lon, lat, wind_at, np.zeros(lon.shape, np.bool_), ("wind", "u10", "v10"), "sea breeze")


def _nodes(step_deg: float) -> tuple[Floats, Floats]:
    lon, lat = np.meshgrid(
        np.arange(BOX.west_deg, BOX.east_deg + step_deg / 2, step_deg),
        np.arange(BOX.south_deg, BOX.north_deg + step_deg / 2, step_deg),
    )
    return lon, lat


def _write(
    path: Path,
    time_ms: NDArray[np.int64],
    lon: Floats,
    lat: Floats,
    field: Callable[[Floats, Floats, int], Vectors],
    land: NDArray[np.bool_],
    names: tuple[str, str, str],
    title: str,
) -> Path:
    vectors = [field(lat, lon, int(instant)) for instant in time_ms]
    with netCDF4.Dataset(path, "w") as data:
        data.setncatts(
            {
                "Conventions": "CF-1.11",
                "title": f"EXAMPLE: idealised {title}, computed, not observed",
                "source": "Comity, idealised field",
                "comity_schema": "comity/idealised-forcing/1",
            }
        )
        for axis, nodes, about in (
            ("time", time_ms / MS_PER_S, {"standard_name": "time", "units": "seconds since 1970-01-01T00:00:00Z"}),
            ("lat", lat[:, 0], {"standard_name": "latitude", "units": "degrees_north"}),
            ("lon", lon[0], {"standard_name": "longitude", "units": "degrees_east"}),
        ):
            data.createDimension(axis, nodes.size)
            coordinate = data.createVariable(axis, "f8", (axis,))
            coordinate.setncatts(about)
            coordinate[:] = nodes
        for part, side in enumerate(("eastward", "northward")):
            variable = data.createVariable(
                names[1 + part], "f4", ("time", "lat", "lon"), fill_value=np.float32(np.nan), zlib=True, complevel=1
            )
            variable.setncatts({"standard_name": f"{side}_{names[0]}", "units": "m s-1"})
            variable[:] = np.where(land, np.nan, np.array([both[part] for both in vectors]))
    return path
