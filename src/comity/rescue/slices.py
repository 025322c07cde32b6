"""The forcing as the kernel reads it: the cloud's box, one slice for each step of an hour, blended in time beforehand.

Units: metres per second, degrees, milliseconds. A field is linear in time and bilinear in space on its own grid. Next
to the coast and past the edge of its grid the nearest value is used, within `REACH_M`.
"""

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from comity.ground import Floats, InvalidInput, date_time_group, metres_per_degree
from comity.rescue.fields import IndexLattice, VectorField
from comity.rescue.kernel import NO_VALUE, Field
from comity.rescue.starts import position_text

Floats32 = NDArray[np.float32]

REACH_M = 20_000.0
"""How far from its nearest value a field is still used: about three cells of a 1/16° model, near the coast."""

SERIES_ERROR_CELLS = 0.01
"""How far the polynomials may be from the lattice: as far as a lattice may be from its grid (`files.forcing_grids`)."""

_MOST_UNITS = 2**15 - 2  # a field is kept in 16 bits: 0.1 mm/s for a current of 3 m/s, 1 mm/s for a wind of 30 m/s
_LEAST_M_S = 1e-3
_LOW_16 = np.int64(2**16 - 1)
_POWERS = np.array([(0, 1, 2, 3, 0, 1, 2, 0, 1, 0), (0, 0, 0, 0, 1, 1, 1, 2, 2, 3)])  # in the order of `kernel._cubic`
_FIT_AT = np.stack(np.meshgrid(np.linspace(-1, 1, 13), np.linspace(-1, 1, 13))).reshape(2, -1)
_FIT_TERMS = np.prod(_FIT_AT.T[:, :, None] ** _POWERS, axis=1)
_FIT = np.linalg.pinv(_FIT_TERMS).T


@dataclass(frozen=True)
class Box:
    """A box in degrees."""

    west_deg: float
    south_deg: float
    east_deg: float
    north_deg: float


@dataclass(frozen=True)
class Prepared:
    """A field ready to be sliced: filled next to the coast, with its greatest speed and the size of a cell."""

    field: VectorField
    east_m_s: Floats32
    north_m_s: Floats32
    time_ms: NDArray[np.int64]
    max_m_s: float
    cell_m: tuple[float, float]


def prepare(field: VectorField, quantity: str, from_ms: int, to_ms: int) -> Prepared:
    """Return a field ready for a run between two instants, or raise `InvalidInput` when its period is too short."""
    if field.quantity != quantity:
        raise InvalidInput(
            "rescue.wrong_quantity",
            "The field {source} is a field of {given}.",
            why="the drift needs a field of {needed} here",
            remedy="exchange the files of current and wind",
            source=field.source,
            given=field.quantity,
            needed=quantity,
        )
    time_ms = field.time_ms
    if time_ms[0] > from_ms or time_ms[-1] < to_ms:
        middle = field.lattice
        at_ms = from_ms if time_ms[0] > from_ms else to_ms
        raise outside_field(field, middle.west_deg, middle.south_deg, at_ms)
    first = max(int(np.searchsorted(time_ms, from_ms, side="right")) - 1, 0)
    last = int(np.searchsorted(time_ms, to_ms, side="left"))
    period = slice(first, last + 1)
    size_m = _cell_m(field)
    east_m_s, north_m_s = _filled(field, period, size_m)
    speeds = [np.nanmax(part, initial=0.0) for part in (east_m_s, -east_m_s, north_m_s, -north_m_s)]
    max_m_s = float(np.hypot(max(speeds[:2]), max(speeds[2:])))
    return Prepared(field, east_m_s, north_m_s, time_ms[period], max_m_s, size_m)


def box_of(lattice: IndexLattice) -> Box:
    """Return the box of a lattice's nodes."""
    rows, columns = lattice.row.shape
    return Box(
        lattice.west_deg,
        lattice.south_deg,
        lattice.west_deg + (columns - 1) * lattice.step_lon_deg,
        lattice.south_deg + (rows - 1) * lattice.step_lat_deg,
    )


def outside_field(field: VectorField, lon_deg: float, lat_deg: float, at_ms: int) -> InvalidInput:
    """Return the error for a position and an instant that a field does not cover; it says what is covered."""
    west_deg, east_deg, south_deg, north_deg = _covered(field)
    return InvalidInput(
        "rescue.outside_field",
        "The field of {quantity} does not cover {position} at {instant}.",
        why="it lies within {west} to {east} degrees of longitude and {south} to {north} of latitude, "
        "from {first} to {last}, and ends where its grid or the sea ends",
        remedy="add files that cover the case, or end the run earlier",
        quantity=field.quantity,
        position=position_text(lon_deg, lat_deg),
        instant=date_time_group(at_ms),
        west=f"{west_deg:.2f}",
        east=f"{east_deg:.2f}",
        south=f"{south_deg:.2f}",
        north=f"{north_deg:.2f}",
        first=date_time_group(int(field.time_ms[0])),
        last=date_time_group(int(field.time_ms[-1])),
    )


def _covered(field: VectorField) -> tuple[float, float, float, float]:
    """Return west, east, south and north of a field's grid, from a fine net of points over its lattice."""
    box = box_of(field.lattice)
    rows, columns = field.east_m_s.shape[1:]
    lon_deg, lat_deg = np.meshgrid(
        np.linspace(box.west_deg, box.east_deg, 201), np.linspace(box.south_deg, box.north_deg, 201)
    )
    row, column = locate(field.lattice, lon_deg, lat_deg)
    slack = 1e-6
    on = (row >= -slack) & (row <= rows - 1 + slack) & (column >= -slack) & (column <= columns - 1 + slack)
    if not on.any():
        return box.west_deg, box.east_deg, box.south_deg, box.north_deg
    lon_deg, lat_deg = lon_deg[on], lat_deg[on]
    return float(lon_deg.min()), float(lon_deg.max()), float(lat_deg.min()), float(lat_deg.max())


def locate(lattice: IndexLattice, lon_deg: Floats, lat_deg: Floats) -> tuple[Floats, Floats]:
    """Return the fractional row and column of positions; the outer cells go on beyond the nodes, NaN stays NaN."""
    x = (np.asarray(lon_deg, dtype=np.float64) - lattice.west_deg) / lattice.step_lon_deg
    y = (np.asarray(lat_deg, dtype=np.float64) - lattice.south_deg) / lattice.step_lat_deg
    j = np.fmin(np.fmax(np.floor(x), 0), lattice.row.shape[1] - 2).astype(np.int64)
    i = np.fmin(np.fmax(np.floor(y), 0), lattice.row.shape[0] - 2).astype(np.int64)
    x, y = x - j, y - i

    def blend(nodes: Floats) -> Floats:
        south = nodes[i, j] * (1 - x) + nodes[i, j + 1] * x
        north = nodes[i + 1, j] * (1 - x) + nodes[i + 1, j + 1] * x
        return np.asarray(south * (1 - y) + north * y, dtype=np.float64)

    return blend(lattice.row), blend(lattice.column)


def covers(prepared: Prepared, lon_deg: Floats, lat_deg: Floats) -> NDArray[np.bool_]:
    """Return whether each position lies on the field's grid, or within `REACH_M` of its edge; NaN does not."""
    return _on_grid(prepared, *locate(prepared.field.lattice, lon_deg, lat_deg))


def covers_box(prepared: Prepared, box: Box) -> bool:
    """Return whether a whole box surely lies where `covers` says yes."""
    nodes, _, _ = _crop(prepared.field.lattice, box)
    return bool(_on_grid(prepared, nodes[:, :, 0], nodes[:, :, 1]).all())


def _on_grid(prepared: Prepared, row: Floats, column: Floats) -> NDArray[np.bool_]:
    rows, columns = prepared.field.east_m_s.shape[1:]
    beyond_row, beyond_column = (REACH_M / size_m for size_m in prepared.cell_m)
    inside = (row >= -beyond_row) & (row <= rows - 1 + beyond_row)
    inside &= (column >= -beyond_column) & (column <= columns - 1 + beyond_column)
    return np.asarray(inside, dtype=np.bool_)


def slice_hour(prepared: Prepared, box: Box, instants_ms: NDArray[np.int64]) -> tuple[Field, bool]:
    """Return a field over a box at some instants, and whether its polynomials stand for its lattice there.

    Positions count from the middle of the box. The field's parts, as the kernel takes them:

    words
        Flat, of shape (instants, rows, columns): four whole numbers of 16 bits in units of `unit_m_s`, from the lowest
        on: east and north of this cell, east and north of its neighbour in the next column.
    series
        Row and column as polynomials of third degree, flat, of shape (2, 10).
    nodes, frame
        Row and column at the nodes of the lattice, flat, of shape (nodes in latitude, nodes in longitude, 2); west and
        south of the nodes, nodes per degree eastward and northward.
    counts
        Nodes in latitude and in longitude, rows, columns.
    """
    lattice, middle = prepared.field.lattice, middle_of(box)
    nodes, west_deg, south_deg = _crop(lattice, box)
    rows, columns = prepared.east_m_s.shape[1:]
    row, column = _window(nodes[:, :, 0], rows), _window(nodes[:, :, 1], columns)
    before = np.searchsorted(prepared.time_ms, instants_ms, side="right") - 1
    before = np.clip(before, 0, max(prepared.time_ms.size - 2, 0))
    after = np.minimum(before + 1, prepared.time_ms.size - 1)
    gap_ms = np.maximum(prepared.time_ms[after] - prepared.time_ms[before], 1)
    share = ((instants_ms - prepared.time_ms[before]) / gap_ms).astype(np.float32)
    words = np.empty((instants_ms.size, row.stop - row.start, column.stop - column.start), dtype=np.int64)
    unit_m_s = max(prepared.max_m_s, _LEAST_M_S) / _MOST_UNITS
    _blend(prepared.east_m_s, prepared.north_m_s, before, after, share, row.start, column.start, 1 / unit_m_s, words)
    two_corners = nodes.shape[:2] == (2, 2)
    width_deg = box.east_deg - box.west_deg if two_corners else lattice.step_lon_deg
    height_deg = box.north_deg - box.south_deg if two_corners else lattice.step_lat_deg
    series, is_smooth = _series(lattice, box, (row.start, column.start))
    field = Field(
        words=words.ravel(),
        unit_m_s=np.float32(unit_m_s),
        series=series.ravel(),
        nodes=(nodes - np.array([row.start, column.start])).astype(np.float32).ravel(),
        frame=np.array([west_deg - middle[0], south_deg - middle[1], 1 / width_deg, 1 / height_deg], dtype=np.float32),
        counts=np.array([*nodes.shape[:2], *words.shape[1:]], dtype=np.int64),
    )
    return field, is_smooth


def speed_at_m_s(prepared: Prepared, lon_deg: Floats, lat_deg: Floats, at_ms: int) -> Floats:
    """Return the speed of a field at some positions, by its nearest node and instant; 0 where it ends."""
    row, column = locate(prepared.field.lattice, lon_deg, lat_deg)
    rows, columns = prepared.east_m_s.shape[1:]
    i = np.clip(np.rint(np.nan_to_num(row)), 0, rows - 1).astype(np.int64)
    j = np.clip(np.rint(np.nan_to_num(column)), 0, columns - 1).astype(np.int64)
    when = int(np.argmin(np.abs(prepared.time_ms - at_ms)))
    speed_m_s = np.hypot(prepared.east_m_s[when][i, j], prepared.north_m_s[when][i, j])
    return np.asarray(np.nan_to_num(speed_m_s), dtype=np.float64)


def middle_of(box: Box) -> tuple[float, float]:
    """Return longitude and latitude of the middle of a box."""
    return (box.west_deg + box.east_deg) / 2, (box.south_deg + box.north_deg) / 2


def _series(lattice: IndexLattice, box: Box, corner: tuple[int, int]) -> tuple[Floats32, bool]:
    """Return row and column over a box as polynomials in degrees from its middle, shape (2, 10).

    And whether they are nowhere farther from the lattice than `SERIES_ERROR_CELLS`, at 13 × 13 points.
    """
    middle = middle_of(box)
    half = np.array([box.east_deg - middle[0], box.north_deg - middle[1]])
    due = np.stack(locate(lattice, middle[0] + _FIT_AT[0] * half[0], middle[1] + _FIT_AT[1] * half[1]))
    due -= np.array(corner)[:, None]
    fit = due @ _FIT
    worst = float(np.abs(fit @ _FIT_TERMS.T - due).max())
    return (fit / (half[0] ** _POWERS[0] * half[1] ** _POWERS[1])).astype(np.float32), worst <= SERIES_ERROR_CELLS


def _crop(lattice: IndexLattice, box: Box) -> tuple[Floats, float, float]:
    """Return the lattice's nodes over a box; a lattice of one cell is bilinear, so any box has exact corners."""
    if lattice.row.shape == (2, 2):
        lon_deg, lat_deg = np.meshgrid([box.west_deg, box.east_deg], [box.south_deg, box.north_deg])
        return np.stack(locate(lattice, lon_deg, lat_deg), axis=-1), box.west_deg, box.south_deg
    first_x, last_x = _cells(box.west_deg, box.east_deg, lattice.west_deg, lattice.step_lon_deg, lattice.row.shape[1])
    first_y, last_y = _cells(
        box.south_deg, box.north_deg, lattice.south_deg, lattice.step_lat_deg, lattice.row.shape[0]
    )
    part = (slice(first_y, last_y + 1), slice(first_x, last_x + 1))
    nodes = np.stack([lattice.row[part], lattice.column[part]], axis=-1)
    west_deg = lattice.west_deg + first_x * lattice.step_lon_deg
    return nodes, west_deg, lattice.south_deg + first_y * lattice.step_lat_deg


def _cells(low_deg: float, high_deg: float, start_deg: float, step_deg: float, count: int) -> tuple[int, int]:
    first = int(np.clip(np.floor((low_deg - start_deg) / step_deg), 0, count - 2))
    return first, int(np.clip(np.ceil((high_deg - start_deg) / step_deg), first + 1, count - 1))


def _window(index: Floats, count: int) -> slice:
    """Return the rows or columns that a lattice's nodes span, two at least, inside the grid."""
    first = int(np.clip(np.floor(index.min()), 0, count - 2))
    return slice(first, int(np.clip(np.ceil(index.max()) + 1, first + 2, count)))


@njit(cache=True)
def _blend(
    east: Floats32,
    north: Floats32,
    before: NDArray[np.int64],
    after: NDArray[np.int64],
    share: Floats32,
    row: int,
    column: int,
    per_unit: float,
    words: NDArray[np.int64],
) -> None:
    instants, rows, columns = words.shape
    for at in range(instants * rows):
        instant, i = at // rows, at % rows
        b, a, w = before[instant], after[instant], share[instant]
        neighbour = np.int64(0)
        for j in range(columns - 1, -1, -1):
            u, v = east[b, row + i, column + j], north[b, row + i, column + j]
            u += w * (east[a, row + i, column + j] - u)
            v += w * (north[a, row + i, column + j] - v)
            is_none = np.isnan(u) or np.isnan(v)
            east_units = np.int64(NO_VALUE if is_none else np.rint(u * per_unit)) & _LOW_16
            north_units = np.int64(NO_VALUE if is_none else np.rint(v * per_unit)) & _LOW_16
            here = east_units | north_units << np.int64(16)
            words[instant, i, j] = here | neighbour << np.int64(32)
            neighbour = here


def _filled(field: VectorField, period: slice, size_m: tuple[float, float]) -> tuple[Floats32, Floats32]:
    east_m_s, north_m_s = field.east_m_s[period], field.north_m_s[period]
    empty = np.isnan(east_m_s) | np.isnan(north_m_s)
    if not empty.any():
        return np.ascontiguousarray(east_m_s), np.ascontiguousarray(north_m_s)
    east_m_s, north_m_s = np.array(east_m_s), np.array(north_m_s)
    source: NDArray[np.int64] | None = None
    for at in range(empty.shape[0]):
        if source is None or not np.array_equal(empty[at], empty[at - 1]):
            source = _nearest(empty[at], size_m)
        for part in (east_m_s, north_m_s):
            near = part[at].ravel()[source]
            part[at][empty[at]] = np.where(source >= 0, near, np.float32(np.nan))
    return east_m_s, north_m_s


def _nearest(empty: NDArray[np.bool_], size_m: tuple[float, float]) -> NDArray[np.int64]:
    """Return for each empty cell the flat index of the nearest cell with a value, −1 beyond the reach."""
    if empty.all():
        return np.full(empty.size, -1)
    distance_m, (row, column) = distance_transform_edt(empty, sampling=size_m, return_indices=True)
    return np.where(distance_m <= REACH_M, row * empty.shape[1] + column, -1)[empty].astype(np.int64)


def _cell_m(field: VectorField) -> tuple[float, float]:
    """Return the size in metres of a cell along rows and columns, from the lattice at its middle."""
    box = box_of(field.lattice)
    lon_deg, lat_deg = (box.west_deg + box.east_deg) / 2, (box.south_deg + box.north_deg) / 2
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(lat_deg))
    small = 1e-3
    row, column = locate(
        field.lattice,
        np.array([lon_deg - small, lon_deg + small, lon_deg, lon_deg]),
        np.array([lat_deg, lat_deg, lat_deg - small, lat_deg + small]),
    )
    per_m = np.array(
        [
            [(row[1] - row[0]) / per_lon_m, (row[3] - row[2]) / per_lat_m],
            [(column[1] - column[0]) / per_lon_m, (column[3] - column[2]) / per_lat_m],
        ]
    ) / (2 * small)
    return 1 / float(np.hypot(*per_m[0])), 1 / float(np.hypot(*per_m[1]))
