"""The native grid of a forcing file: where its nodes are, which part is needed, how its axes lie against north.

Units: degrees; metres on projected grids; fractional rows and columns. Nothing is resampled: positions are carried into
the grid by an `IndexLattice` whose error is checked when it is made (`LATTICE_ERROR_CELLS`).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS, Transformer

from comity.files.boxes import Box
from comity.files.forcing_curvilinear import CurvilinearGrid
from comity.ground import Floats, metres_per_degree
from comity.rescue import IndexLattice

LATTICE_ERROR_CELLS = 0.01
"""Greatest error of a lattice, in cells of its native grid; checked at four times the density of its nodes."""

_MARGIN = 2  # nodes kept around what is needed, so that every needed point has its four neighbours
_MOST_NODES = 1025
_MOST_NODES_CURVED = 257
_USED_BEYOND_M = 25_000.0  # the drift holds a field's nearest value as far as 20 km past its edge, and no farther


@dataclass(frozen=True)
class NativeGrid:
    """Nodes at `y` (rows) and `x` (columns): degrees where `crs` is None, else coordinates of the projection."""

    y: Floats
    x: Floats
    crs: CRS | None = None

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.y.size, self.x.size

    def same_as(self, other: object) -> bool:
        """Tell whether another grid has the same nodes, to a hundredth of a cell."""
        return (
            isinstance(other, NativeGrid)
            and self.y.shape == other.y.shape
            and self.x.shape == other.x.shape
            and (self.crs is None) == (other.crs is None)
            and np.allclose(self.y, other.y, rtol=0, atol=LATTICE_ERROR_CELLS * _step(self.y))
            and np.allclose(self.x, other.x, rtol=0, atol=LATTICE_ERROR_CELLS * _step(self.x))
        )

    def about(self, lon_deg: float) -> tuple["NativeGrid", NDArray[np.int64]]:
        """Return the grid with longitudes within half a turn of `lon_deg`, in order, and its columns in the file."""
        if self.crs is not None:
            return self, np.arange(self.x.size)
        turned = lon_deg + (self.x - lon_deg + 180.0) % 360.0 - 180.0
        order = np.argsort(turned, kind="stable")
        return NativeGrid(self.y, turned[order]), order

    def index_of(self, lon_deg: Floats, lat_deg: Floats) -> tuple[Floats, Floats]:
        """Return the fractional row and column of positions; beyond the edges they run on, as the edge cell does."""
        if self.crs is None:
            x, y = lon_deg, lat_deg
        else:
            x, y = Transformer.from_crs(_geographic(self.crs), self.crs, always_xy=True).transform(lon_deg, lat_deg)
        return _fractional(self.y, np.asarray(y)), _fractional(self.x, np.asarray(x))

    def position_of(
        self, row: NDArray[np.int64], column: NDArray[np.int64], east: float = 0.0
    ) -> tuple[Floats, Floats]:
        """Return longitude and latitude of nodes, moved by `east` along the grid's x axis (projection units)."""
        x, y = self.x[column] + east, self.y[row]
        if self.crs is None:
            return x, y
        lon, lat = Transformer.from_crs(self.crs, _geographic(self.crs), always_xy=True).transform(x, y)
        return np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64)

    def covered(self) -> Box:
        """Return a box around the nodes of the grid's edge."""
        rows, columns = np.meshgrid(np.arange(self.y.size), np.arange(self.x.size), indexing="ij")
        edge = (rows % max(self.y.size - 1, 1) == 0) | (columns % max(self.x.size - 1, 1) == 0)
        lon, lat = self.position_of(rows[edge], columns[edge])
        return Box(float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max()))

    def covers(self, box: Box) -> bool:
        """Tell whether every point of a box lies among the nodes."""
        row, column = self.index_of(*box.points())
        slack = LATTICE_ERROR_CELLS
        return bool(
            (row >= -slack).all()
            and (row <= self.y.size - 1 + slack).all()
            and (column >= -slack).all()
            and (column <= self.x.size - 1 + slack).all()
        )

    def window(self, box: Box) -> tuple[slice, slice]:
        """Return the rows and columns that a box needs, with a margin, inside the grid."""
        row, column = self.index_of(*box.points())
        return _window(row, self.y.size), _window(column, self.x.size)

    def turn(self) -> Floats:
        """Return the angle at each node from east to the grid's x axis, anticlockwise, in radians.

        The direction of x is a central difference over a fifth of a cell.
        """
        rows, columns = np.meshgrid(np.arange(self.y.size), np.arange(self.x.size), indexing="ij")
        if self.crs is None:
            return np.zeros(rows.shape)
        step = 0.1 * _step(self.x)
        lon_1, lat_1 = self.position_of(rows, columns, -step)
        lon_2, lat_2 = self.position_of(rows, columns, step)
        per_lat_m, per_lon_m = metres_per_degree((lat_1 + lat_2) / 2)
        return np.arctan2((lat_2 - lat_1) * per_lat_m, ((lon_2 - lon_1 + 180) % 360 - 180) * per_lon_m)

    def beyond(self, box: Box) -> "NativeGrid":
        """Return the grid with as many more nodes on each side, at its own spacing, as a box takes."""
        row, column = self.index_of(*box.points())
        return NativeGrid(_prolonged(self.y, row), _prolonged(self.x, column), self.crs)

    def cut(self, rows: slice, columns: slice) -> "NativeGrid":
        """Return the grid of a window."""
        return NativeGrid(self.y[rows], self.x[columns], self.crs)


Nodes = NativeGrid | CurvilinearGrid
"""The grid of a field."""


def lattice(grid: Nodes, box: Box) -> IndexLattice:
    """Return the lattice of a grid over a box: two nodes each way where that is exact, else as many as it takes."""
    covered, most = grid.covered(), _MOST_NODES
    if isinstance(grid, CurvilinearGrid):
        box, most = covered, _MOST_NODES_CURVED
    elif grid.crs is None:  # the file's own edges, so that the lattice ends where the field does
        box = covered
    else:
        box = box.within(covered.widened(_USED_BEYOND_M))
    nodes = 2
    while True:
        made = _lattice_of(grid, box, nodes)
        if nodes >= most or lattice_error_cells(grid, made) <= LATTICE_ERROR_CELLS / 2:
            return made
        nodes = 2 * nodes - 1


def lattice_error_cells(grid: Nodes, made: IndexLattice) -> float:
    """Return the greatest error of a lattice on its grid, in cells, over four points between nodes each way."""
    rows, columns = made.row.shape
    v = np.linspace(0, rows - 1, 4 * (rows - 1) + 1)
    u = np.linspace(0, columns - 1, 4 * (columns - 1) + 1)
    lon, lat = np.meshgrid(made.west_deg + u * made.step_lon_deg, made.south_deg + v * made.step_lat_deg)
    row, column = grid.index_of(lon, lat)
    off = np.maximum(np.abs(_bilinear(made.row, v, u) - row), np.abs(_bilinear(made.column, v, u) - column))
    if isinstance(grid, CurvilinearGrid):  # beyond its edge a curved grid has no index that could be wrong
        inside = (row >= 0) & (row <= grid.shape[0] - 1) & (column >= 0) & (column <= grid.shape[1] - 1)
        off = np.where(inside, off, 0.0)
    return float(off.max())


def to_earth(
    grid: Nodes, u: NDArray[np.float32], v: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Rotate vectors along a grid's axes, shape (times, rows, columns), to east and north.

    The axes are taken as perpendicular, which holds on conformal projections (stereographic, Lambert, Mercator), on
    rotated poles and on the orthogonal grids of ocean models.
    """
    if isinstance(grid, NativeGrid) and grid.crs is None:
        return u, v
    turn = grid.turn()
    cos, sin = np.cos(turn).astype(np.float32), np.sin(turn).astype(np.float32)
    return u * cos - v * sin, u * sin + v * cos


def _lattice_of(grid: Nodes, box: Box, nodes: int) -> IndexLattice:
    step_lon, step_lat = (box.east_deg - box.west_deg) / (nodes - 1), (box.north_deg - box.south_deg) / (nodes - 1)
    lon, lat = np.meshgrid(box.west_deg + np.arange(nodes) * step_lon, box.south_deg + np.arange(nodes) * step_lat)
    row, column = grid.index_of(lon, lat)
    return IndexLattice(box.west_deg, box.south_deg, step_lon, step_lat, row, column)


def _bilinear(nodes: Floats, v: Floats, u: Floats) -> Floats:
    i, j = (np.minimum(w.astype(np.int64), size - 2) for w, size in zip((v, u), nodes.shape, strict=True))
    a, b = (v - i)[:, None], (u - j)[None, :]
    corner: Callable[[int, int], Floats] = lambda di, dj: nodes[np.ix_(i + di, j + dj)]  # noqa: E731
    mixed: Floats = (1 - a) * ((1 - b) * corner(0, 0) + b * corner(0, 1)) + a * (
        (1 - b) * corner(1, 0) + b * corner(1, 1)
    )
    return mixed


def _geographic(crs: CRS) -> CRS | None:
    """Return the latitudes and longitudes that a projection is made of; of a rotated pole, those before the turn."""
    geographic = crs.geodetic_crs
    return geographic.source_crs if geographic is not None and geographic.is_derived else geographic


def _fractional(nodes: Floats, values: Floats) -> Floats:
    size = nodes.size
    if np.allclose(nodes, np.linspace(nodes[0], nodes[-1], size), rtol=0, atol=LATTICE_ERROR_CELLS / 2 * _step(nodes)):
        regular: Floats = (values - nodes[0]) * (size - 1) / (nodes[-1] - nodes[0])
        return regular
    sign = 1.0 if nodes[-1] > nodes[0] else -1.0
    cell = np.clip(np.searchsorted(sign * nodes, sign * values, side="right") - 1, 0, size - 2)
    between: Floats = cell + (values - nodes[cell]) / (nodes[cell + 1] - nodes[cell])
    return between


def _step(nodes: Floats) -> float:
    return float(abs(nodes[-1] - nodes[0]) / (nodes.size - 1))


def _window(index: Floats, size: int) -> slice:
    first = int(np.clip(np.floor(index.min()) - _MARGIN, 0, size - 2))
    last = int(np.clip(np.ceil(index.max()) + _MARGIN, 1, size - 1))
    return slice(first, max(last, first + 1) + 1)


def _prolonged(nodes: Floats, index: Floats) -> Floats:
    before = max(int(np.ceil(-index.min())), 0)
    after = max(int(np.ceil(index.max())) - (nodes.size - 1), 0)
    first, last = nodes[0] - nodes[1], nodes[-1] - nodes[-2]
    return np.concatenate(
        [nodes[0] + first * np.arange(before, 0, -1), nodes, nodes[-1] + last * np.arange(1, after + 1)]
    )
