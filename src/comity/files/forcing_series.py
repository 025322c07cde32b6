"""One series of forcing files: a vector field on its native grid, over the box and the period that a case needs.

Units: metres per second eastward and northward, degrees, milliseconds since 1970. Several files are one series, in any
order. Vectors along a grid are rotated once, here, to east and north; a second component that lies on nodes of its own
is brought to those of the first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.files.boxes import Box
from comity.files.forcing_files import Component, ForcingFile, headers_of, read_component
from comity.files.forcing_formats import locations_of
from comity.files.forcing_grids import Nodes, to_earth
from comity.ground import Floats, InvalidInput, date_time_group
from comity.rescue import Quantity

Floats32 = NDArray[np.float32]

GAP = 1.5
"""Times the usual step between two instants: what is wider is a gap."""

_HALF_A_CELL = 0.51  # a C grid's second component ends half a cell before the first
_LEAST_SHARE = 0.5 - 1e-6  # of the four corners' weights: with less of them in the water there is no value


@dataclass(frozen=True, eq=False)
class GriddedField:
    """A field on a grid: eastward `u` and northward `v`, shape (times, rows, columns), NaN where there is none."""

    label: str
    grid: Nodes
    time_ms: NDArray[np.int64]
    step_ms: int
    u: Floats32
    v: Floats32
    files: tuple[ForcingFile, ...]
    covers: Box
    """What its files cover, all of it."""


@dataclass(frozen=True)
class _Piece:
    """A run of instants of one file that the period needs."""

    file: ForcingFile
    times: slice


def read_series(
    patterns: Sequence[str], quantity: Quantity, *, box: Box, period_ms: tuple[int, int], reach_m: float, is_sole: bool
) -> GriddedField | None:
    """Read a series.

    Parameters
    ----------
    box, period_ms
        What the case needs; a series that is the sole source must cover both, without a gap, and is refused otherwise.
    reach_m
        How far around the box it is read as well, where it has data.

    Returns
    -------
    None where a series that is not the sole source has nothing for the box or the period.
    """
    files = headers_of(locations_of(patterns), quantity)
    for other in files[1:]:
        if not files[0].grid.same_as(other.grid):
            raise _grids_differ(files[0], other)
    label = label_of([file.place.name for file in files])
    every = np.unique(np.concatenate([file.time_ms for file in files]))
    needed = _needed(every, period_ms, label, is_sole=is_sole)
    grid, order = files[0].grid.about(box.lon_deg)
    if is_sole and not grid.covers(box):
        raise outside_box(label, box, grid.covered())
    wide = box.widened(reach_m)
    if needed.size == 0 or not _meet(grid.covered(), wide):
        return None
    rows, columns = grid.window(wide)
    part = grid.cut(rows, columns)
    u, v = _joined(_pieces(files, needed), needed, wide, (part, rows, order[columns]))
    if files[0].variables.frame == "grid":
        u, v = to_earth(part, u, v)
    step_ms = int(np.median(np.diff(every))) if every.size > 1 else 0
    return GriddedField(label, part, needed, step_ms, u, v, tuple(files), grid.covered())


def _meet(one: Box, other: Box) -> bool:
    return (
        one.west_deg <= other.east_deg
        and other.west_deg <= one.east_deg
        and one.south_deg <= other.north_deg
        and other.south_deg <= one.north_deg
    )


def _needed(every: NDArray[np.int64], period_ms: tuple[int, int], label: str, *, is_sole: bool) -> NDArray[np.int64]:
    first_ms, last_ms = period_ms
    if is_sole and (first_ms < every[0] or last_ms > every[-1]):
        raise outside_period(label, period_ms, (int(every[0]), int(every[-1])))
    start = max(int(np.searchsorted(every, first_ms, side="right")) - 1, 0)
    stop = int(np.searchsorted(every, last_ms, side="left"))
    needed = every[start : max(stop, start + 1) + 1]
    if is_sole and needed.size > 1:
        check_gaps(needed, np.diff(every), label)
    return needed


def _pieces(files: Sequence[ForcingFile], needed: NDArray[np.int64]) -> list[_Piece]:
    pieces = []
    for file in files:
        inside = np.flatnonzero((file.time_ms >= needed[0]) & (file.time_ms <= needed[-1]))
        if inside.size:
            pieces.append(_Piece(file, slice(int(inside.min()), int(inside.max()) + 1)))
    return pieces


def check_gaps(needed: NDArray[np.int64], steps: NDArray[np.int64], label: str) -> None:
    """Raise `InvalidInput` when instants lie farther apart than the usual one of some steps allows."""
    usual = float(np.median(steps))
    wide = np.flatnonzero(np.diff(needed) > GAP * usual)
    if wide.size:
        raise InvalidInput(
            "files.gap_in_series",
            "The series {files} has a gap.",
            why="nothing between {first} and {last}, where the usual step is {step_h} h",
            remedy="add the missing file",
            files=label,
            first=date_time_group(int(needed[wide[0]])),
            last=date_time_group(int(needed[wide[0] + 1])),
            step_h=f"{usual / 3.6e6:g}",
        )


def _joined(
    pieces: Sequence[_Piece], time_ms: NDArray[np.int64], wide: Box, window: tuple[Nodes, slice, NDArray[np.int64]]
) -> tuple[Floats32, Floats32]:
    part, rows, columns = window
    shape = (time_ms.size, *part.shape)
    u, v = np.full(shape, np.nan, np.float32), np.full(shape, np.nan, np.float32)
    owner = np.full(time_ms.size, -1)
    for number, piece in enumerate(pieces):
        file = piece.file
        part_u = read_component(file.u, file.quantity, piece.times, rows, columns)
        if file.is_staggered:
            part_v = _brought_to(part, file.v, file, piece.times, wide)
        else:
            part_v = read_component(file.v, file.quantity, piece.times, rows, columns)
        part_ms = file.time_ms[piece.times]
        inside = np.isin(part_ms, time_ms)
        at = np.searchsorted(time_ms, part_ms[inside])
        for k, source in zip(at, np.flatnonzero(inside), strict=True):
            if owner[k] < 0:
                owner[k], u[k], v[k] = number, part_u[source], part_v[source]
            elif not (_equal(u[k], part_u[source]) and _equal(v[k], part_v[source])):
                raise _conflict(pieces[owner[k]].file, file, int(time_ms[k]))
    return u, v


def _brought_to(part: Nodes, component: Component, file: ForcingFile, times: slice, wide: Box) -> Floats32:
    """Return a component that lies on nodes of its own at the nodes of the first one."""
    grid, order = component.grid.about(wide.lon_deg)
    rows, columns = grid.window(wide)
    values = read_component(component, file.quantity, times, rows, order[columns])
    lon_deg, lat_deg = node_positions(part)
    row, column = grid.cut(rows, columns).index_of(lon_deg, lat_deg)
    return sampled(values, row, column, beyond=_HALF_A_CELL)


def node_positions(grid: Nodes) -> tuple[Floats, Floats]:
    """Return longitude and latitude of every node, shape (rows, columns)."""
    rows, columns = np.meshgrid(*(np.arange(size) for size in grid.shape), indexing="ij")
    return grid.position_of(rows, columns)


def sampled(values: Floats32, row: Floats, column: Floats, *, beyond: float = 0.0) -> Floats32:
    """Return values of shape (times, rows, columns) at fractional rows and columns, shape (times, *positions).

    Bilinear among the corners that have a value, where those weigh half or more; NaN elsewhere, and farther than
    `beyond` cells outside the grid.
    """
    rows, columns = values.shape[1:]
    outside = (row < -beyond) | (row > rows - 1 + beyond) | (column < -beyond) | (column > columns - 1 + beyond)
    y, x = row.clip(0, rows - 1), column.clip(0, columns - 1)
    i, j = (np.minimum(each.astype(np.int64), size - 2) for each, size in ((y, rows), (x, columns)))
    a, b = y - i, x - j
    total = np.zeros((values.shape[0], *row.shape), dtype=np.float32)
    weighed = np.zeros_like(total)
    for di, dj, weight in ((0, 0, (1 - a) * (1 - b)), (0, 1, (1 - a) * b), (1, 0, a * (1 - b)), (1, 1, a * b)):
        corner = values[:, i + di, j + dj]
        there = np.isfinite(corner)
        part = weight.astype(np.float32) * there
        weighed += part
        total += part * np.where(there, corner, np.float32(0.0))
    enough = (weighed >= _LEAST_SHARE) & ~outside
    return np.where(enough, total / np.where(enough, weighed, np.float32(1.0)), np.float32(np.nan))


def _equal(a: Floats32, b: Floats32) -> bool:
    return bool(np.array_equal(a, b, equal_nan=True))


def label_of(names: Sequence[str]) -> str:
    """Return the name of a series: that of its file, or of its first and last."""
    names = sorted(names)
    return names[0] if len(names) == 1 else f"{names[0]} … {names[-1]} ({len(names)})"


def _grids_differ(first: ForcingFile, other: ForcingFile) -> InvalidInput:
    return InvalidInput(
        "files.grids_differ",
        "{first} and {other} lie on different grids.",
        why="files of one series share their grid",
        remedy="name them as two sources in order of trust: [[{first}], [{other}]]",
        first=first.place.name,
        other=other.place.name,
    )


def _conflict(first: ForcingFile, other: ForcingFile, instant_ms: int) -> InvalidInput:
    return InvalidInput(
        "files.conflicting_instants",
        "{first} and {other} disagree about {instant}.",
        why="both hold that instant with different values, as two forecast runs do",
        remedy="keep the one that you trust for that time",
        first=first.place.name,
        other=other.place.name,
        instant=date_time_group(instant_ms),
    )


def outside_period(label: str, wanted_ms: tuple[int, int], covered_ms: tuple[int, int]) -> InvalidInput:
    """Return the error for files that do not cover a period."""
    return InvalidInput(
        "files.outside_period",
        "{files} do not cover the time of the case.",
        why="the case runs from {first} to {last}, and they hold {covered_first} to {covered_last}",
        remedy="add the files of the missing time, or end the case earlier",
        files=label,
        first=date_time_group(wanted_ms[0]),
        last=date_time_group(wanted_ms[1]),
        covered_first=date_time_group(covered_ms[0]),
        covered_last=date_time_group(covered_ms[1]),
    )


def outside_box(label: str, wanted: Box, covered: Box) -> InvalidInput:
    """Return the error for files that do not cover a box."""
    return InvalidInput(
        "files.outside_box",
        "{files} do not cover the place of the case.",
        why="the object may be in {wanted}, and they cover {covered}",
        remedy="take files of a wider area, or correct the position",
        files=label,
        wanted=wanted.text(),
        covered=covered.text(),
    )
