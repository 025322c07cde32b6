"""A regular grid in latitude and longitude, and the integer floor grid of the release gate.

Units: degrees; micro-degrees as integers where records are signed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground.geodesy import Floats, metres_per_degree


@dataclass(frozen=True)
class Grid:
    """Cells of one size, row 0 in the south, column 0 in the west; a cell owns its southern and western edges."""

    west_deg: float
    south_deg: float
    step_lon_deg: float
    step_lat_deg: float
    columns: int
    rows: int

    @property
    def lon_deg(self) -> Floats:
        """Longitudes of the cell centres, shape (columns,)."""
        lon_deg: Floats = self.west_deg + (np.arange(self.columns, dtype=np.float64) + 0.5) * self.step_lon_deg
        return lon_deg

    @property
    def lat_deg(self) -> Floats:
        """Latitudes of the cell centres, shape (rows,)."""
        lat_deg: Floats = self.south_deg + (np.arange(self.rows, dtype=np.float64) + 0.5) * self.step_lat_deg
        return lat_deg

    @property
    def cell_m2(self) -> Floats:
        """Area of a cell of each row, shape (rows,), by local metres (better than 0.01 % for cells under 0.1°)."""
        per_lat_m, per_lon_m = metres_per_degree(self.lat_deg)
        area_m2: Floats = per_lat_m * self.step_lat_deg * per_lon_m * self.step_lon_deg
        return area_m2

    def cells_of(self, lat_deg: Floats, lon_deg: Floats) -> NDArray[np.int64]:
        """Return the flat cell (row-major) of each position, −1 outside the grid or where a coordinate is NaN."""
        column = np.floor((lon_deg - self.west_deg) / self.step_lon_deg)
        row = np.floor((lat_deg - self.south_deg) / self.step_lat_deg)
        inside = (column >= 0) & (column < self.columns) & (row >= 0) & (row < self.rows)
        return np.where(inside, np.where(inside, row * self.columns + column, 0.0), -1.0).astype(np.int64)


def floor_to(value: int, step: int) -> int:
    """Return the greatest multiple of `step` that is not above `value`; a step of 0 keeps the value.

    >>> floor_to(36_754_321, 100_000), floor_to(-1, 100_000), floor_to(7, 0)
    (36700000, -100000, 7)
    """
    return value - value % step if step else value
