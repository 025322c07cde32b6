"""Several sources of one quantity, in order of trust: where and when the first has no value, the next one is asked.

The result lies on the grid of the first source, continued at its own spacing as far as later sources reach; a curved
grid that does not cover the case gives way to a regular one of its own spacing. Between two instants of a source it is
linear, never over a gap in its series. Which source gave each value is kept beside it.
Units: metres per second, degrees, milliseconds since 1970.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.files.boxes import Box
from comity.files.forcing_curvilinear import CurvilinearGrid
from comity.files.forcing_grids import NativeGrid, Nodes
from comity.files.forcing_series import (
    GAP,
    Floats32,
    GriddedField,
    check_gaps,
    label_of,
    node_positions,
    outside_box,
    outside_period,
    sampled,
)
from comity.ground import Floats
from comity.rescue import EvenFlow

NONE = -1
"""The number of the source of a value that there is not."""

MOST_VALUES = 40_000_000
"""Values of one component in a continued grid (160 MB): what reaches farther is cut."""

_EVEN_NODES = 2


@dataclass(frozen=True, eq=False)
class Chained:
    """A field out of several sources: `taken`, shape (times, rows, columns), is the number of each value's source."""

    grid: Nodes
    time_ms: NDArray[np.int64]
    u: Floats32
    v: Floats32
    taken: NDArray[np.int8]
    is_resampled: bool


def chained(
    sources: Sequence[GriddedField | EvenFlow | None], *, box: Box, period_ms: tuple[int, int], reach_m: float
) -> Chained:
    """Return the field of sources in order of trust; `InvalidInput` when together they do not cover the case."""
    held = [each for each in sources if isinstance(each, GriddedField)]
    has_even = any(isinstance(each, EvenFlow) for each in sources)
    time_ms = _instants(held, period_ms, has_even=has_even)
    if time_ms.size == 0 or time_ms[0] > period_ms[0] or time_ms[-1] < period_ms[1]:
        span = (int(time_ms[0]), int(time_ms[-1])) if time_ms.size else period_ms
        raise outside_period(_label(held), period_ms, span)
    if held and not has_even:
        check_gaps(time_ms, np.array([max(each.step_ms for each in held)]), _label(held))
    grid, is_resampled = _target(held, box, reach_m, time_ms.size, has_even=has_even)
    lon_deg, lat_deg = node_positions(grid)
    shape = (time_ms.size, *lon_deg.shape)
    u, v = np.full(shape, np.nan, np.float32), np.full(shape, np.nan, np.float32)
    taken = np.full(shape, NONE, np.int8)
    for number, source in enumerate(sources):
        if source is None:
            continue
        empty = np.isnan(u) | np.isnan(v)
        if not empty.any():
            break
        if isinstance(source, EvenFlow):
            fill = empty & ~_rims(u)
            u[fill], v[fill] = source.east_m_s, source.north_m_s
        else:
            new_u, new_v = at_nodes(source, grid, lon_deg, lat_deg, time_ms)
            fill = empty & np.isfinite(new_u) & np.isfinite(new_v)
            u[fill], v[fill] = new_u[fill], new_v[fill]
        taken[fill] = number
    _check_instants(taken, time_ms, held, period_ms)
    if not grid.covers(box):
        raise outside_box(_label(held), box, grid.covered())
    return Chained(grid, time_ms, u, v, taken, is_resampled)


def at_nodes(
    field: GriddedField, grid: Nodes, lon_deg: Floats, lat_deg: Floats, time_ms: NDArray[np.int64]
) -> tuple[Floats32, Floats32]:
    """Return a field at nodes and instants, NaN where and when it has no value."""
    if field.grid.same_as(grid):
        u, v = field.u, field.v
    else:
        row, column = field.grid.index_of(lon_deg, lat_deg)
        u, v = sampled(field.u, row, column), sampled(field.v, row, column)
    return _in_time(u, field, time_ms), _in_time(v, field, time_ms)


def _in_time(values: Floats32, field: GriddedField, time_ms: NDArray[np.int64]) -> Floats32:
    own = field.time_ms
    after = np.clip(np.searchsorted(own, time_ms, side="left"), 0, own.size - 1)
    before = np.where(own[after] == time_ms, after, np.maximum(after - 1, 0))
    gap = own[after] - own[before]
    share = (time_ms - own[before]) / np.where(gap > 0, gap, 1)
    known = (time_ms >= own[0]) & (time_ms <= own[-1]) & (gap <= GAP * max(field.step_ms, 1))
    mixed = values[before] + share.astype(np.float32)[:, None, None] * (values[after] - values[before])
    return np.where(known[:, None, None], mixed, np.float32(np.nan))


def _instants(held: Sequence[GriddedField], period_ms: tuple[int, int], *, has_even: bool) -> NDArray[np.int64]:
    """Return the first source's instants, and those of the next ones wherever the ones before have a gap."""
    time_ms = np.zeros(0, np.int64)
    for number, field in enumerate(held):
        known = [
            (int(a), int(b))
            for other in held[:number]
            for a, b in zip(other.time_ms[:-1], other.time_ms[1:], strict=True)
            if b - a <= GAP * max(other.step_ms, 1)
        ]
        new = [int(t) for t in field.time_ms if not any(a <= t <= b for a, b in known)]
        time_ms = np.union1d(time_ms, np.array(new, np.int64))
    if has_even:
        time_ms = np.union1d(time_ms, np.array(period_ms, np.int64))
        wide = np.diff(time_ms)
        for at in np.flatnonzero(wide > min((GAP * each.step_ms for each in held), default=np.inf)):
            beside = np.array([time_ms[at] + 1, time_ms[at + 1] - 1])  # the even flow begins and ends with the gap
            time_ms = np.union1d(time_ms, beside)
    return time_ms


def _target(
    held: Sequence[GriddedField], box: Box, reach_m: float, instants: int, *, has_even: bool
) -> tuple[Nodes, bool]:
    if not held:
        wide = box.widened(reach_m)
        return _regular(wide, _EVEN_NODES, _EVEN_NODES), False
    first = held[0].grid
    covered = [each.grid.covered() for each in held[1:]]
    if not covered and not has_even:
        return first, False
    reach = reach_m
    while True:
        wide = box.widened(reach)
        wanted = wide if has_even else _around([first.covered(), *covered]).within(wide)
        grid, is_resampled = _continued(first, wanted)
        if grid.shape[0] * grid.shape[1] * instants <= MOST_VALUES or reach < 1.0:
            return grid, is_resampled
        reach /= 2


def _continued(first: Nodes, wanted: Box) -> tuple[Nodes, bool]:
    if isinstance(first, NativeGrid):
        return first.beyond(wanted), False
    if first.covers(wanted):
        return first, False
    covered = first.covered()
    rows, columns = _cells(first)
    return (
        _regular(
            wanted,
            round((wanted.north_deg - wanted.south_deg) / (covered.north_deg - covered.south_deg) * rows) + 2,
            round((wanted.east_deg - wanted.west_deg) / (covered.east_deg - covered.west_deg) * columns) + 2,
        ),
        True,
    )


def _cells(grid: CurvilinearGrid) -> tuple[int, int]:
    """Return how many cells of a curved grid, at its finest, its box takes from south to north and west to east."""
    box = grid.covered()
    steps = [
        np.hypot(np.diff(grid.lat, axis=axis), np.diff(grid.lon, axis=axis) * np.cos(np.radians(box.lat_deg)))
        for axis in (0, 1)
    ]
    fine = min(float(np.median(each)) for each in steps)
    wide = (box.east_deg - box.west_deg) * float(np.cos(np.radians(box.lat_deg)))
    return int(np.ceil((box.north_deg - box.south_deg) / fine)), int(np.ceil(wide / fine))


def _regular(box: Box, rows: int, columns: int) -> NativeGrid:
    return NativeGrid(np.linspace(box.south_deg, box.north_deg, rows), np.linspace(box.west_deg, box.east_deg, columns))


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(each.west_deg for each in boxes),
        min(each.south_deg for each in boxes),
        max(each.east_deg for each in boxes),
        max(each.north_deg for each in boxes),
    )


def _rims(u: Floats32) -> NDArray[np.bool_]:
    """Return the nodes without a value beside one that has it: at a coast a model's nearest value is truer."""
    known = np.isfinite(u)
    near = np.zeros_like(known)
    near[:, 1:] |= known[:, :-1]
    near[:, :-1] |= known[:, 1:]
    near[:, :, 1:] |= known[:, :, :-1]
    near[:, :, :-1] |= known[:, :, 1:]
    return near & ~known


def _check_instants(
    taken: NDArray[np.int8], time_ms: NDArray[np.int64], held: Sequence[GriddedField], period_ms: tuple[int, int]
) -> None:
    empty = np.flatnonzero((taken == NONE).all(axis=(1, 2)))
    if empty.size:
        known = time_ms[np.setdiff1d(np.arange(time_ms.size), empty)]
        span = (int(known[0]), int(known[-1])) if known.size else period_ms
        raise outside_period(_label(held), period_ms, span)


def _label(held: Sequence[GriddedField]) -> str:
    return label_of([file.place.name for each in held for file in each.files]) if held else "—"
