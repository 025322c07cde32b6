"""Distances between places on a sphere, for compiled detectors: exact at the antimeridian and at the poles.

Units: degrees, metres. The sphere has the mean radius of the Earth, so a distance is off by up to 0.56 % from the
ellipsoid's: less than what a published threshold means.
Source: H. Moritz, Geodetic Reference System 1980 (mean radius R1, 6,371,008.8 m); R. W. Sinnott, Virtues of the
haversine, Sky and Telescope 68, 1984.
"""

import math
from typing import Any

from numba import njit

EARTH_M = 6_371_008.8
"""Mean radius of the Earth, R1 = (2a + b) / 3."""

KERNEL: dict[str, Any] = {"cache": True, "nogil": True, "error_model": "numpy"}
"""How the detectors are compiled: kept on disk, run beside one another, and 0/0 is NaN instead of an exception."""

_RAD = math.pi / 180.0


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def apart_m(lat_1_deg: float, lon_1_deg: float, lat_2_deg: float, lon_2_deg: float) -> float:
    """Return the distance between two places by the haversine."""
    lat_1, lat_2 = lat_1_deg * _RAD, lat_2_deg * _RAD
    half_lat = math.sin((lat_2 - lat_1) * 0.5)
    half_lon = math.sin((lon_2_deg - lon_1_deg) * (0.5 * _RAD))
    h = half_lat * half_lat + math.cos(lat_1) * math.cos(lat_2) * half_lon * half_lon
    return 2.0 * EARTH_M * math.asin(math.sqrt(min(h, 1.0)))


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def unit_vector(lat_deg: float, lon_deg: float) -> tuple[float, float, float]:
    """Return a place as a point on the unit sphere; z points to the north pole, x to the Gulf of Guinea."""
    lat, lon = lat_deg * _RAD, lon_deg * _RAD
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def chord_m(x_1: float, y_1: float, z_1: float, x_2: float, y_2: float, z_2: float) -> float:
    """Return the distance along the sphere between two points on it."""
    half = 0.5 * math.sqrt((x_1 - x_2) ** 2 + (y_1 - y_2) ** 2 + (z_1 - z_2) ** 2)
    return 2.0 * EARTH_M * math.asin(min(half, 1.0))


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def place_of(x: float, y: float, z: float) -> tuple[float, float]:
    """Return latitude and longitude of a direction, which need not have length 1."""
    return math.atan2(z, math.sqrt(x * x + y * y)) / _RAD, math.atan2(y, x) / _RAD


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def between(
    lat_1_deg: float, lon_1_deg: float, lat_2_deg: float, lon_2_deg: float, share: float
) -> tuple[float, float, float]:
    """Return the point on the unit sphere at a share of the way from one place to another."""
    x_1, y_1, z_1 = unit_vector(lat_1_deg, lon_1_deg)
    x_2, y_2, z_2 = unit_vector(lat_2_deg, lon_2_deg)
    x, y, z = x_1 + (x_2 - x_1) * share, y_1 + (y_2 - y_1) * share, z_1 + (z_2 - z_1) * share
    length = math.sqrt(x * x + y * y + z * z)
    if length == 0.0:  # antipodes have no way between them
        return x_1, y_1, z_1
    return x / length, y / length, z / length
