"""A curvilinear grid: a latitude and a longitude at every node, as ROMS, NEMO and many coastal models write them.

Units: degrees; fractional rows and columns. A position is carried into the grid by Newton's method on the bilinear
cells, from the nearest node on; beyond the edge the grid goes on straight, as the edge does.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.files.boxes import Box
from comity.ground import Floats, metres_per_degree

_MARGIN = 2  # nodes kept around what is needed, as on other grids
_TURNS = 12
_CONVERGED_CELLS = 1e-6
SLACK_CELLS = 0.01


@dataclass(frozen=True, eq=False)
class CurvilinearGrid:
    """Nodes at `lat` and `lon`, shape (rows, columns), degrees; longitudes of neighbours lie within half a turn."""

    lat: Floats
    lon: Floats

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.lat.shape[0], self.lat.shape[1]

    def same_as(self, other: object) -> bool:
        """Tell whether another grid has the same nodes, to a hundredth of a cell."""
        if not isinstance(other, CurvilinearGrid) or self.shape != other.shape:
            return False
        step = float(np.abs(np.diff(self.lat, axis=0)).mean() + np.abs(np.diff(self.lat, axis=1)).mean())
        turned = (other.lon - self.lon + 180.0) % 360.0 - 180.0
        return bool(max(np.abs(other.lat - self.lat).max(), np.abs(turned).max()) <= SLACK_CELLS * step)

    def about(self, lon_deg: float) -> tuple["CurvilinearGrid", NDArray[np.int64]]:
        """Return the grid with longitudes within half a turn of `lon_deg`, and its columns in the file."""
        turned = lon_deg + (self.lon - lon_deg + 180.0) % 360.0 - 180.0
        return CurvilinearGrid(self.lat, turned), np.arange(self.lon.shape[1])

    def index_of(self, lon_deg: Floats, lat_deg: Floats) -> tuple[Floats, Floats]:
        """Return the fractional row and column of positions, beyond the edges by the straight run of the edge."""
        lon, lat = np.asarray(lon_deg, dtype=np.float64), np.asarray(lat_deg, dtype=np.float64)
        nearest = self._tree.query(_on_sphere(lon.ravel(), lat.ravel()))[1]
        row, column = (each.astype(np.float64) for each in np.unravel_index(nearest, self.shape))
        x, y = lon.ravel(), lat.ravel()
        for _ in range(_TURNS):
            row, column, moved = self._closer(row, column, x, y)
            if moved < _CONVERGED_CELLS:
                break
        return row.reshape(lon.shape), column.reshape(lon.shape)

    def position_of(self, row: NDArray[np.int64], column: NDArray[np.int64]) -> tuple[Floats, Floats]:
        """Return longitude and latitude of nodes."""
        return self.lon[row, column], self.lat[row, column]

    def covered(self) -> Box:
        """Return a box around the nodes."""
        return Box(float(self.lon.min()), float(self.lat.min()), float(self.lon.max()), float(self.lat.max()))

    def covers(self, box: Box) -> bool:
        """Tell whether every point of a box lies among the nodes."""
        row, column = self.index_of(*box.points())
        rows, columns = self.shape
        low, high = -SLACK_CELLS, SLACK_CELLS - 1
        inside = (row >= low) & (row <= rows + high) & (column >= low) & (column <= columns + high)
        return bool(inside.all())

    def window(self, box: Box) -> tuple[slice, slice]:
        """Return the rows and columns that a box needs, with a margin, inside the grid."""
        lon, lat = self.lon, self.lat
        within = (lon >= box.west_deg) & (lon <= box.east_deg) & (lat >= box.south_deg) & (lat <= box.north_deg)
        row, column = np.nonzero(within)
        corner_row, corner_column = self.index_of(*box.points())
        rows, columns = self.shape
        return (
            _window(np.concatenate([row, corner_row.clip(0, rows - 1)]), rows),
            _window(np.concatenate([column, corner_column.clip(0, columns - 1)]), columns),
        )

    def cut(self, rows: slice, columns: slice) -> "CurvilinearGrid":
        """Return the grid of a window."""
        return CurvilinearGrid(self.lat[rows, columns], self.lon[rows, columns])

    def turn(self) -> Floats:
        """Return the angle at each node from east to the grid's x axis, anticlockwise, in radians."""
        per_lat_m, per_lon_m = metres_per_degree(self.lat)
        return np.arctan2(np.gradient(self.lat, axis=1) * per_lat_m, np.gradient(self.lon, axis=1) * per_lon_m)

    def _closer(self, row: Floats, column: Floats, lon: Floats, lat: Floats) -> tuple[Floats, Floats, float]:
        rows, columns = self.shape
        at_row, at_column = row.clip(0, rows - 1), column.clip(0, columns - 1)
        i = np.minimum(at_row.astype(np.int64), rows - 2)
        j = np.minimum(at_column.astype(np.int64), columns - 2)
        a, b = at_row - i, at_column - j
        x, x_row, x_column = _bilinear(self.lon, i, j, a, b)
        y, y_row, y_column = _bilinear(self.lat, i, j, a, b)
        off_x, off_y = (lon - x + 180.0) % 360.0 - 180.0, lat - y
        determinant = x_row * y_column - x_column * y_row
        safe = np.where(determinant == 0.0, np.inf, determinant)
        new_row = at_row + (off_x * y_column - x_column * off_y) / safe
        new_column = at_column + (x_row * off_y - off_x * y_row) / safe
        moved = max(float(np.abs(new_row - row).max(initial=0)), float(np.abs(new_column - column).max(initial=0)))
        return new_row, new_column, moved

    @cached_property
    def _tree(self) -> Any:
        from scipy.spatial import cKDTree

        return cKDTree(_on_sphere(self.lon.ravel(), self.lat.ravel()))


def unfolded(lat: Floats, lon: Floats) -> CurvilinearGrid:
    """Return the grid of nodes whose longitudes may jump by a turn from one node to the next."""
    period = 360.0
    return CurvilinearGrid(lat, np.unwrap(np.unwrap(lon, period=period, axis=1), period=period, axis=0))


def _bilinear(
    nodes: Floats, i: NDArray[np.int64], j: NDArray[np.int64], a: Floats, b: Floats
) -> tuple[Floats, Floats, Floats]:
    """Return a value within cells, and its change for each row and each column."""
    one, two, three, four = nodes[i, j], nodes[i, j + 1], nodes[i + 1, j], nodes[i + 1, j + 1]
    south, north = one + b * (two - one), three + b * (four - three)
    return south + a * (north - south), north - south, (1 - a) * (two - one) + a * (four - three)


def _on_sphere(lon_deg: Floats, lat_deg: Floats) -> Floats:
    lon, lat = np.radians(lon_deg), np.radians(lat_deg)
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def _window(index: Floats, size: int) -> slice:
    first = int(np.clip(np.floor(index.min()) - _MARGIN, 0, size - 2))
    last = int(np.clip(np.ceil(index.max()) + _MARGIN, 1, size - 1))
    return slice(first, max(last, first + 1) + 1)
