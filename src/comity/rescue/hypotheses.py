"""The hypotheses as the kernel moves them: start, release, leeway lines of their own, and errors of their own.

Units: degrees, metres per second, seconds.
Sources: Ø. Breivik and A. Allen, An operational search and rescue model for the Norwegian Sea and the North Sea,
J. Marine Systems 69, 2008 (errors of the coefficients: ε/20 on the slope and ε/2 on the offset, so that they add up to
ε at 10 m/s); A. Allen and J. Plourde, CG-D-08-99, 1999 (the table).
"""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter

from comity.ground import MS_PER_S, Floats
from comity.rescue.case import Case
from comity.rescue.chance import Stream, normals
from comity.rescue.kernel import BLOCK, Hypotheses
from comity.rescue.leeway import LeewayClass
from comity.rescue.slices import Prepared, locate
from comity.rescue.starts import Starts
from comity.rescue.uncertainty import LOCAL_M, Uncertainty

_PER_SLOPE = 1 / 20.0
_PER_OFFSET = 1 / 2.0
_ERRORS = (Stream.CURRENT_EAST, Stream.CURRENT_NORTH, Stream.WIND_EAST, Stream.WIND_NORTH)


def hypotheses_of(
    case: Case, starts: Starts, begin_ms: int, sign: int, current: Prepared, *, is_changing: bool
) -> tuple[Hypotheses, Floats]:
    """Return the hypotheses at rest, padded with idle ones to whole blocks, and the point that they count from."""
    count = case.run.particles
    padded = -(-count // BLOCK) * BLOCK
    origin = np.array([np.median(starts.lon_deg), np.median(starts.lat_deg)])
    step_ms = case.run.step_s * MS_PER_S
    release_s = np.rint(sign * (starts.release_ms - begin_ms) / step_ms) * case.run.step_s

    def pad(values: Floats, idle: float = 0.0) -> Floats:
        room = [(0, 0)] * (values.ndim - 1) + [(0, padded - count if values.shape[-1] else 0)]
        return np.pad(values, room, constant_values=idle)

    lines = lines_of(case, starts.object_index)
    wander, spread = _errors_of(case, starts, current)
    return Hypotheses(
        lon=pad(starts.lon_deg - origin[0]),
        lat=pad(starts.lat_deg - origin[1]),
        live=np.zeros(padded, dtype=np.float32),
        due_s=pad(release_s, np.inf),
        turn=np.zeros(padded, dtype=np.uint32),
        down=pad(lines[:2]).astype(np.float32),
        side=pad(lines[2:]).astype(np.float32),
        change_s=np.full(padded if is_changing else 0, np.inf),
        after=np.zeros((6, padded if is_changing else 0), dtype=np.float32),
        wander=pad(wander).astype(np.float32),
        spread_m_s=pad(spread).astype(np.float32),
        scratch=np.zeros((10, padded), dtype=np.float32),
    ), origin


def lines_of(case: Case, object_index: NDArray[np.int16]) -> Floats:
    """Return the leeway lines of hypotheses that are some objects of the case, shape (6, particles).

    Rows: slope and offset downwind, crosswind on the first tack, crosswind on the other. Even hypotheses begin on the
    right tack, odd ones on the left.
    """
    particles = np.arange(case.run.particles, dtype=np.uint64)
    down_z = normals(case.run.seed, particles, Stream.DOWNWIND)
    cross_z = normals(case.run.seed, particles, Stream.CROSSWIND)
    table = np.array([_numbers(each.leeway) for each in case.objects])[object_index]  # (particles, 9)
    down = _perturbed(table[:, 0:3], down_z)
    right, left = table[:, 3:6], table[:, 6:9]
    starboard = (particles % np.uint64(2) == 0)[:, None]
    this, other = np.where(starboard, right, left), np.where(starboard, left, right)
    if case.run.crosswind == "opendrift":  # mirrored side; a jibe turns the slope's sign and nothing else
        error = cross_z * this[:, 2]
        slope, offset = this[:, 0], this[:, 1] + error * _PER_OFFSET
        side = -np.array([slope + error * _PER_SLOPE, offset, -slope + error * _PER_SLOPE, offset])
        return np.concatenate([down, side])
    # An object that sails harder than the mean on one tack does so on the other: the same deviation, mirrored.
    return np.concatenate([down, _perturbed(this, cross_z), _perturbed(other, -cross_z)])


def _numbers(each: LeewayClass) -> list[float]:
    lines = (each.downwind, each.right, each.left)
    return [number for line in lines for number in (line.slope, line.offset_m_s, line.spread_m_s)]


def _perturbed(line: Floats, deviation: Floats) -> Floats:
    error_m_s = deviation * line[:, 2]
    return np.array([line[:, 0] + error_m_s * _PER_SLOPE, line[:, 1] + error_m_s * _PER_OFFSET])


def _errors_of(case: Case, starts: Starts, current: Prepared) -> tuple[Floats, Floats]:
    """Return the first errors of current and wind, shape (4, particles), and their spread, shape (2, particles)."""
    if case.run.uncertainty is None:
        return np.empty((4, 0)), np.empty((2, 0))
    particles = np.arange(case.run.particles, dtype=np.uint64)
    wander = np.stack([normals(case.run.seed, particles, stream) for stream in _ERRORS])
    return wander, spread_m_s(case.run.uncertainty, current, starts.lon_deg, starts.lat_deg)


def spread_m_s(uncertainty: Uncertainty, current: Prepared, lon_deg: Floats, lat_deg: Floats) -> Floats:
    """Return the spread of the errors of current and wind for starts at some places, shape (2, places)."""
    of_current = np.full(lon_deg.shape, uncertainty.current_m_s)
    if uncertainty.current_relative > 0.0:
        around = _local_rms_m_s(current)
        row, column = locate(current.field.lattice, lon_deg, lat_deg)
        i, j = (
            np.clip(np.rint(at), 0, n - 1).astype(np.int64) for at, n in zip((row, column), around.shape, strict=True)
        )
        of_current = np.maximum(of_current, uncertainty.current_relative * around[i, j])
    return np.stack([of_current, np.full(lon_deg.shape, uncertainty.wind_m_s)])


def _local_rms_m_s(current: Prepared) -> Floats:
    """Return the root mean square of a component of the current, over the run and `LOCAL_M` around each cell."""
    square = (np.square(current.east_m_s, dtype=np.float64) + np.square(current.north_m_s, dtype=np.float64)) / 2
    wet = ~np.isnan(square)
    total, count = np.where(wet, square, 0.0).sum(axis=0), wet.sum(axis=0, dtype=np.float64)
    size = [
        min(2 * round(LOCAL_M / step_m) + 1, 2 * n + 1) for step_m, n in zip(current.cell_m, total.shape, strict=True)
    ]
    around = uniform_filter(total, size, mode="constant"), uniform_filter(count, size, mode="constant")
    return np.sqrt(np.maximum(around[0], 0.0) / np.maximum(around[1], np.finfo(np.float64).tiny))
