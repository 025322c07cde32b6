"""Currents and winds: CF netCDF files in, vector fields on their native grids out.

Units: metres per second, degrees, milliseconds since 1970. Several files are one series, in any order. Only the period
and the box that a case needs are read; vectors along a projected grid are rotated once, here, to east and north. What
does not cover the case is refused with what is covered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from comity.files.boxes import Box
from comity.files.forcing_files import ForcingFile, header_of, paths_of, read_window
from comity.files.forcing_grids import NativeGrid, lattice, to_earth
from comity.files.forcing_names import Quantity
from comity.ground import InvalidInput, date_time_group
from comity.rescue import EvenFlow, FlowSource, Series, VectorField

_GAP = 1.5  # times the usual step between two instants


@dataclass(frozen=True)
class Provenance:
    """Where a field comes from: what a summary and a map say about it."""

    quantity: Quantity
    files: tuple[str, ...]
    variables: tuple[str, str]
    recognised_by: str
    unit: str
    calendar: str
    origin: str
    first_ms: int
    last_ms: int
    step_ms: int
    covers: Box


@dataclass(frozen=True)
class Forcing:
    """Current and wind of a case, and where each comes from."""

    current: VectorField
    wind: VectorField
    provenance: tuple[Provenance, Provenance]


@dataclass(frozen=True)
class _Piece:
    """A run of instants of one file that the period needs."""

    file: ForcingFile
    times: slice


def read_forcing(
    currents: Sequence[str | Path | FlowSource],
    wind: Sequence[str | Path | FlowSource],
    *,
    box: Box,
    period_ms: tuple[int, int],
    reach_m: float = 0.0,
) -> Forcing:
    """Read the current and the wind that a case needs.

    Parameters
    ----------
    currents, wind
        Paths or globs of CF netCDF files; several are one series.
    box
        Must be covered: where the object may be at first.
    period_ms
        Must be covered: first and last instant.
    reach_m
        How far around the box the fields are read as well, where they have data: as far as the object may drift.
    """
    current_field, current_from = read_field(_files(currents), "current", box=box, period_ms=period_ms, reach_m=reach_m)
    wind_field, wind_from = read_field(_files(wind), "wind", box=box, period_ms=period_ms, reach_m=reach_m)
    return Forcing(current_field, wind_field, (current_from, wind_from))


def _files(sources: Sequence[str | Path | FlowSource]) -> list[str | Path]:
    found: list[str | Path] = []
    for each in sources:
        found += each.files if isinstance(each, Series) else [each] if not isinstance(each, EvenFlow) else []
    return found


def read_field(
    patterns: Sequence[str | Path], quantity: Quantity, *, box: Box, period_ms: tuple[int, int], reach_m: float = 0.0
) -> tuple[VectorField, Provenance]:
    """Read one field; see `read_forcing`."""
    files = [header_of(path, quantity) for path in paths_of(patterns)]
    for other in files[1:]:
        if not files[0].grid.same_as(other.grid):
            raise _grids_differ(files[0], other)
    label = _label(files)
    pieces, time_ms = _series(files, period_ms, label)
    grid, order = files[0].grid.about(box.lon_deg)
    if not grid.covers(box):
        raise _outside_box(label, box, grid.covered())
    rows, columns = grid.window(box.widened(reach_m))
    u, v, time_ms = _joined(pieces, time_ms, rows, order[columns])
    part = grid.cut(rows, columns)
    if files[0].variables.frame == "grid":
        u, v = to_earth(part, u, v)
    field = VectorField(quantity, time_ms, u, v, lattice(part, box.widened(reach_m)), label)
    return field, _provenance(files, quantity, grid)


def _series(
    files: Sequence[ForcingFile], period_ms: tuple[int, int], label: str
) -> tuple[list[_Piece], NDArray[np.int64]]:
    every = np.unique(np.concatenate([file.time_ms for file in files]))
    first_ms, last_ms = period_ms
    if first_ms < every[0] or last_ms > every[-1]:
        raise _outside_period(label, period_ms, (int(every[0]), int(every[-1])))
    start = int(np.searchsorted(every, first_ms, side="right")) - 1
    stop = int(np.searchsorted(every, last_ms, side="left"))
    needed = every[start : max(stop, start + 1) + 1]
    if needed.size > 1:
        _check_gaps(needed, np.diff(every), label)
    pieces = []
    for file in files:
        inside = np.flatnonzero((file.time_ms >= needed[0]) & (file.time_ms <= needed[-1]))
        if inside.size:
            pieces.append(_Piece(file, slice(int(inside.min()), int(inside.max()) + 1)))
    return pieces, needed


def _check_gaps(needed: NDArray[np.int64], steps: NDArray[np.int64], label: str) -> None:
    usual = float(np.median(steps))
    wide = np.flatnonzero(np.diff(needed) > _GAP * usual)
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
    pieces: Sequence[_Piece], time_ms: NDArray[np.int64], rows: slice, columns: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.int64]]:
    shape = (time_ms.size, rows.stop - rows.start, columns.size)
    u, v = np.full(shape, np.nan, np.float32), np.full(shape, np.nan, np.float32)
    owner = np.full(time_ms.size, -1)
    for number, piece in enumerate(pieces):
        part_u, part_v = read_window(piece.file, piece.times, rows, columns)
        part_ms = piece.file.time_ms[piece.times]
        inside = np.isin(part_ms, time_ms)
        at = np.searchsorted(time_ms, part_ms[inside])
        for k, source in zip(at, np.flatnonzero(inside), strict=True):
            if owner[k] < 0:
                owner[k], u[k], v[k] = number, part_u[source], part_v[source]
            elif not (_equal(u[k], part_u[source]) and _equal(v[k], part_v[source])):
                raise _conflict(pieces[owner[k]].file, piece.file, int(time_ms[k]))
    return u, v, time_ms


def _equal(a: NDArray[np.float32], b: NDArray[np.float32]) -> bool:
    return bool(np.array_equal(a, b, equal_nan=True))


def _label(files: Sequence[ForcingFile]) -> str:
    names = sorted(file.path.name for file in files)
    return names[0] if len(names) == 1 else f"{names[0]} … {names[-1]} ({len(names)})"


def _provenance(files: Sequence[ForcingFile], quantity: Quantity, grid: NativeGrid) -> Provenance:
    every = np.unique(np.concatenate([file.time_ms for file in files]))
    first = files[0]
    return Provenance(
        quantity=quantity,
        files=tuple(sorted(file.path.name for file in files)),
        variables=(first.variables.u, first.variables.v),
        recognised_by=first.variables.recognised_by,
        unit=first.unit[0],
        calendar=first.calendar,
        origin=first.origin,
        first_ms=int(every[0]),
        last_ms=int(every[-1]),
        step_ms=int(np.median(np.diff(every))) if every.size > 1 else 0,
        covers=grid.covered(),
    )


def _grids_differ(first: ForcingFile, other: ForcingFile) -> InvalidInput:
    return InvalidInput(
        "files.grids_differ",
        "{first} and {other} lie on different grids.",
        why="files of one series share their grid",
        remedy="give one series for currents and one for wind, each from one producer",
        first=first.path.name,
        other=other.path.name,
    )


def _conflict(first: ForcingFile, other: ForcingFile, instant_ms: int) -> InvalidInput:
    return InvalidInput(
        "files.conflicting_instants",
        "{first} and {other} disagree about {instant}.",
        why="both hold that instant with different values, as two forecast runs do",
        remedy="keep the one that you trust for that time",
        first=first.path.name,
        other=other.path.name,
        instant=date_time_group(instant_ms),
    )


def _outside_period(label: str, wanted_ms: tuple[int, int], covered_ms: tuple[int, int]) -> InvalidInput:
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


def _outside_box(label: str, wanted: Box, covered: Box) -> InvalidInput:
    return InvalidInput(
        "files.outside_box",
        "{files} do not cover the place of the case.",
        why="the object may be in {wanted}, and they cover {covered}",
        remedy="take files of a wider area, or correct the position",
        files=label,
        wanted=wanted.text(),
        covered=covered.text(),
    )
