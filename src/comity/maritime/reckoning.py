"""Dead reckoning for compiled loops: metres east and north from one place to another, and of a speed and course.

Units: degrees, metres, metres per second. Near places are flat (error under 0.1 % within 50 km below 70° of latitude),
far ones and the polar seas go by great circle on the sphere of `sphere`; the antimeridian and the poles need no care of
the caller.
"""

from math import asin, atan2, cos, hypot, radians, sin, sqrt

import numpy as np
from numba import njit

from comity.maritime.sphere import EARTH_M, KERNEL

M_PER_DEGREE = EARTH_M * np.pi / 180
"""Metres in a degree of latitude, on the sphere."""

FLAT_LAT_DEG, FLAT_SPAN_DEG = 70.0, 0.5
"""Beyond this latitude, or this far apart, places are measured by great circle."""

_STEPS = 100
_COSINES = np.cos(np.radians(np.arange(90 * _STEPS + 2) / _STEPS))  # of latitudes, each 0.01°
_SINES = np.sin(np.radians(np.arange(4502) / 10))  # of courses, each 0.1° as AIS tells them, and a quarter more


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def east_deg(lon_from_deg: float, lon_to_deg: float) -> float:
    """Return how far east a longitude lies, the short way round: −180 ≤ east < 180."""
    east = lon_to_deg - lon_from_deg
    if east >= 180.0:
        return east - 360.0
    if east < -180.0:
        return east + 360.0
    return east


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def cosine(lat_deg: float) -> float:
    """Return the cosine of a latitude, from 0 to 90, to the nearest 0.01°."""
    return float(_COSINES[min(int(lat_deg * _STEPS + 0.5), _COSINES.size - 1)])


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def offset_m(
    lat_1_deg: float, lon_1_deg: float, lat_2_deg: float, lon_2_deg: float
) -> tuple[float, float, float, float]:
    """Return metres east and north of the second place from the first, as seen from the first and from the second.

    Four numbers: (east, north) by the first place's north, and the same way by the second place's north, which
    differs where meridians converge.
    """
    east, north = east_deg(lon_1_deg, lon_2_deg), lat_2_deg - lat_1_deg
    middle = abs(lat_1_deg + lat_2_deg) * 0.5
    if abs(east) < FLAT_SPAN_DEG and abs(north) < FLAT_SPAN_DEG and middle < FLAT_LAT_DEG:
        x, y = east * cosine(middle) * M_PER_DEGREE, north * M_PER_DEGREE
        return x, y, x, y
    x, y, u, v = _offset_far_m(lat_1_deg, lat_2_deg, east)
    return x, y, u, v


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _offset_far_m(lat_1_deg: float, lat_2_deg: float, east: float) -> tuple[float, float, float, float]:
    a, b, turn = radians(lat_1_deg), radians(lat_2_deg), radians(east)
    haversine = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(turn / 2) ** 2
    away_m = 2 * EARTH_M * asin(sqrt(min(haversine, 1.0)))
    out = atan2(sin(turn) * cos(b), cos(a) * sin(b) - sin(a) * cos(b) * cos(turn))
    back = atan2(sin(turn) * cos(a), sin(b) * cos(a) * cos(turn) - cos(b) * sin(a))
    return away_m * sin(out), away_m * cos(out), away_m * sin(back), away_m * cos(back)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def separation_m(lat_1_deg: float, lon_1_deg: float, lat_2_deg: float, lon_2_deg: float) -> float:
    """Return metres between two places."""
    x, y, _, _ = offset_m(lat_1_deg, lon_1_deg, lat_2_deg, lon_2_deg)
    return hypot(x, y)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def velocity_m_s(sog_m_s: float, cog_deg: float) -> tuple[float, float]:
    """Return metres per second east and north; NaN where speed or course is missing or is none (above 360)."""
    if not 0.0 <= cog_deg <= 360.0 or not sog_m_s >= 0.0:
        return np.nan, np.nan
    at = int(cog_deg * 10.0 + 0.5)
    return sog_m_s * _SINES[at], sog_m_s * _SINES[at + 900]
