"""Seas made for tests: constant or turning water and air on small grids, and cases on them."""

from dataclasses import replace
from typing import Any, Literal

import numpy as np

from comity.ground import Floats, Grid, metres_per_degree
from comity.rescue import (
    Case,
    Cloud,
    DriftObject,
    IndexLattice,
    LandMask,
    LastKnownPosition,
    LeewayClass,
    LeewayLine,
    Run,
    VectorField,
    leeway_class,
)

HOUR_MS = 3_600_000
LAT_DEG, LON_DEG = 37.0, 5.0
HALF_DEG = 2.0

STILL_OBJECT = leeway_class("SLDMB")
"""A buoy without windage: it goes with the water."""


def square_lattice(rows: int, columns: int) -> IndexLattice:
    row, column = np.meshgrid([0.0, rows - 1.0], [0.0, columns - 1.0], indexing="ij")
    side = 2 * HALF_DEG
    return IndexLattice(LON_DEG - HALF_DEG, LAT_DEG - HALF_DEG, side, side, row, column)


def even(quantity: Literal["current", "wind"], east_m_s: float, north_m_s: float, hours: int = 48) -> VectorField:
    """A field that is the same everywhere and always."""
    shape = (2, 3, 4)
    return VectorField(
        quantity,
        np.array([0, hours * HOUR_MS], dtype=np.int64),
        np.full(shape, east_m_s, dtype=np.float32),
        np.full(shape, north_m_s, dtype=np.float32),
        square_lattice(3, 4),
        "made for a test",
    )


def vortex(turn_s: float, hours: int = 48) -> VectorField:
    """Water that turns like a solid body around the middle of the sea, once in `turn_s` where it is flat."""
    per_lat_m, per_lon_m = metres_per_degree(LAT_DEG)
    offset_deg = np.linspace(-HALF_DEG, HALF_DEG, 41)
    x_m, y_m = np.meshgrid(offset_deg * per_lon_m, offset_deg * per_lat_m)
    rate = 2 * np.pi / turn_s
    return VectorField(
        "current",
        np.array([0, hours * HOUR_MS], dtype=np.int64),
        np.broadcast_to(-rate * y_m, (2, 41, 41)).astype(np.float32),
        np.broadcast_to(rate * x_m, (2, 41, 41)).astype(np.float32),
        square_lattice(41, 41),
        "made for a test",
    )


def without_spread(each: LeewayClass) -> LeewayClass:
    def line(of: LeewayLine) -> LeewayLine:
        return replace(of, spread_m_s=0.0)

    return replace(each, downwind=line(each.downwind), right=line(each.right), left=line(each.left))


def case_with(*objects: LeewayClass, hours: float = 24, lkp: LastKnownPosition | None = None, **run: Any) -> Case:
    """A case that starts at 37° N 5° E at instant 0 without error, for some hours."""
    settings: dict[str, Any] = {"step_s": 600, "particles": 10, "seed": 1, "crosswind": "table", "scheme": "rk2"}
    return Case(
        case_id="test",
        desk={},
        currents=(),
        wind=(),
        objects=tuple(DriftObject(each, 1.0) for each in objects or (STILL_OBJECT,)),
        scenarios=(lkp or LastKnownPosition(LAT_DEG, LON_DEG, 0.0, 0, 0.0, 1.0),),
        run=Run(until_ms=round(hours * HOUR_MS), **{**settings, **run}),
    )


def offsets_m(cloud: Cloud, at: int = -1) -> tuple[Floats, Floats]:
    """Metres east and north of 37° N 5° E at one instant; 0.1 % off at 50 km."""
    per_lat_m, per_lon_m = metres_per_degree((cloud.lat_deg[:, at].astype(np.float64) + LAT_DEG) / 2)
    return (cloud.lon_deg[:, at] - np.float64(LON_DEG)) * per_lon_m, (
        cloud.lat_deg[:, at] - np.float64(LAT_DEG)
    ) * per_lat_m


def coast_east_of(lon_deg: float) -> LandMask:
    """Land from a meridian eastwards, in cells of 0.001°."""
    grid = Grid(LON_DEG - 1.0, LAT_DEG - 1.0, 0.001, 0.01, 2000, 200)
    return LandMask(grid, np.broadcast_to(grid.lon_deg > lon_deg, (200, 2000)).copy())
