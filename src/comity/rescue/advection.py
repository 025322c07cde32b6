"""A cloud of hypotheses carried by current and leeway, each with its own object, errors and tack.

Units: degrees, metres per second, seconds; instants in milliseconds since 1970.
Sources: Ø. Breivik and A. Allen, An operational search and rescue model for the Norwegian Sea and the North Sea,
J. Marine Systems 69, 2008 (errors of the coefficients: ε/20 on the slope and ε/2 on the offset, so that they add up to
ε at 10 m/s; jibing 4 % an hour); A. Allen and J. Plourde, CG-D-08-99, 1999 (the table).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import MS_PER_HOUR, MS_PER_S, Floats, metres_per_degree
from comity.rescue.case import Case
from comity.rescue.chance import Stream, normals
from comity.rescue.cloud import LEFT, STRANDED, Cloud
from comity.rescue.drift import Progress
from comity.rescue.fields import LandMask, VectorField
from comity.rescue.kernel import BLOCK, advance
from comity.rescue.leeway import LeewayClass
from comity.rescue.shore import Shore, shore_of
from comity.rescue.slices import Box, Floats32, Prepared, covers, covers_box, outside_field, prepare, slice_hour
from comity.rescue.starts import Starts, first_release_ms, starts_of

JIBES_PER_S = -np.log(1 - 0.04) / 3600
"""Rate at which an object changes tack: 4 % in an hour (Breivik and Allen, 2008)."""

_PER_SLOPE = 1 / 20.0
_PER_OFFSET = 1 / 2.0
MAX_LEFT = 0.01
"""Above this share of hypotheses outside a field the field does not cover the case, and the drift is refused."""

_ROOM = 1.05
_LEAST_ROOM_DEG = 1e-3


def advected(
    case: Case, current: VectorField, wind: VectorField, land: LandMask | None, progress: Progress | None
) -> Cloud:
    """Return the cloud of a case, as `drift` describes it."""
    start_ms, until_ms = first_release_ms(case.scenarios), case.run.until_ms
    fields = (prepare(current, "current", start_ms, until_ms), prepare(wind, "wind", start_ms, until_ms))
    starts = starts_of(case, land)
    for field in (current, wind):
        outside = _outside(field, starts.lon_deg, starts.lat_deg)
        if outside.size:
            raise outside_field(field, float(starts.lon_deg[outside[0]]), float(starts.lat_deg[outside[0]]), start_ms)
    state = _state_of(case, starts, start_ms)
    shore = shore_of(land, state.origin, _reach_m(state, fields, case.run.step_s))
    time_ms = _output_ms(start_ms, until_ms)
    lon_deg = np.empty((time_ms.size, case.run.particles), dtype=np.float32)
    lat_deg, status = np.empty_like(lon_deg), np.empty(lon_deg.shape, dtype=np.int8)
    _write(state, 0.0, lon_deg[0], lat_deg[0], status[0])
    for hour in range(1, time_ms.size):
        _advance_hour(case, state, fields, shore, (int(time_ms[hour - 1]), int(time_ms[hour])), start_ms)
        _write(state, (int(time_ms[hour]) - start_ms) / MS_PER_S, lon_deg[hour], lat_deg[hour], status[hour])
        if progress is not None:
            progress(hour / (time_ms.size - 1))
    return Cloud(time_ms, lon_deg.T, lat_deg.T, status.T, starts.object_index, starts.scenario_index)


@dataclass(frozen=True)
class _State:
    """What moves: positions in degrees from `origin`, padded with idle ones to whole blocks of the kernel."""

    origin: tuple[float, float]
    lon: Floats
    lat: Floats
    live: Floats32
    due_s: Floats
    turn: NDArray[np.uint32]
    down: Floats32
    side: Floats32
    release_s: Floats
    left: NDArray[np.bool_]
    scratch: Floats32


def _output_ms(start_ms: int, until_ms: int) -> NDArray[np.int64]:
    return np.append(np.arange(start_ms, until_ms, MS_PER_HOUR, dtype=np.int64), until_ms)


def _state_of(case: Case, starts: Starts, start_ms: int) -> _State:
    count = case.run.particles
    padded = -(-count // BLOCK) * BLOCK
    origin = (float(np.median(starts.lon_deg)), float(np.median(starts.lat_deg)))
    step_ms = case.run.step_s * MS_PER_S
    release_s = np.rint((starts.release_ms - start_ms) / step_ms) * case.run.step_s

    def pad(values: Floats, idle: float) -> Floats:
        return np.concatenate([values, np.full(padded - count, idle)])

    down, side = _leeway_of(case, starts)
    room = ((0, 0), (0, padded - count))
    return _State(
        origin=origin,
        lon=pad(starts.lon_deg - origin[0], 0.0),
        lat=pad(starts.lat_deg - origin[1], 0.0),
        live=np.zeros(padded, dtype=np.float32),
        due_s=pad(release_s, np.inf),
        turn=np.zeros(padded, dtype=np.uint32),
        down=np.pad(down, room).astype(np.float32),
        side=np.pad(side, room).astype(np.float32),
        release_s=release_s,
        left=np.zeros(padded, dtype=np.bool_),
        scratch=np.empty((4, padded), dtype=np.float32),
    )


def _leeway_of(case: Case, starts: Starts) -> tuple[Floats, Floats]:
    """Return each hypothesis's own downwind line, shape (2, particles), and both crosswind lines, shape (4, particles).

    Even hypotheses begin on the right tack, odd ones on the left.
    """
    particles = np.arange(case.run.particles, dtype=np.uint64)
    classes = [each.leeway for each in case.objects]
    down_z = normals(case.run.seed, particles, Stream.DOWNWIND)
    cross_z = normals(case.run.seed, particles, Stream.CROSSWIND)
    table = np.array([_numbers(each) for each in classes])[starts.object_index]  # (particles, 9)
    down = _perturbed(table[:, 0:3], down_z)
    right, left = table[:, 3:6], table[:, 6:9]
    starboard = (particles % np.uint64(2) == 0)[:, None]
    this, other = np.where(starboard, right, left), np.where(starboard, left, right)
    if case.run.crosswind == "opendrift":  # mirrored side; a jibe turns the slope's sign and nothing else
        error = cross_z * this[:, 2]
        slope, offset = this[:, 0], this[:, 1] + error * _PER_OFFSET
        side = -np.array([slope + error * _PER_SLOPE, offset, -slope + error * _PER_SLOPE, offset])
        return down, side
    # An object that sails harder than the mean on one tack does so on the other: the same deviation, mirrored.
    return down, np.concatenate([_perturbed(this, cross_z), _perturbed(other, -cross_z)])


def _numbers(each: LeewayClass) -> list[float]:
    lines = (each.downwind, each.right, each.left)
    return [number for line in lines for number in (line.slope, line.offset_m_s, line.spread_m_s)]


def _perturbed(line: Floats, deviation: Floats) -> Floats:
    error_m_s = deviation * line[:, 2]
    return np.array([line[:, 0] + error_m_s * _PER_SLOPE, line[:, 1] + error_m_s * _PER_OFFSET])


def _advance_hour(
    case: Case,
    state: _State,
    fields: tuple[Prepared, Prepared],
    shore: Shore,
    hour_ms: tuple[int, int],
    start_ms: int,
) -> None:
    step_ms = case.run.step_s * MS_PER_S
    steps_ms = np.append(np.arange(hour_ms[0], hour_ms[1], step_ms, dtype=np.int64), hour_ms[1])
    box = _box(state, fields, (hour_ms[1] - hour_ms[0]) / MS_PER_S)
    water, air = (slice_hour(field, box, state.origin, steps_ms) for field in fields)
    before = state.lon.copy(), state.lat.copy()
    advance(
        state.lon,
        state.lat,
        state.scratch[0],
        state.scratch[1],
        state.scratch[2],
        state.scratch[3],
        state.live,
        state.due_s,
        state.turn,
        state.down,
        state.side,
        np.uint64(case.run.seed),
        JIBES_PER_S,
        (steps_ms - start_ms) / MS_PER_S,
        case.run.scheme == "rk2",
        _scale(box, state.origin[1]).ravel(),
        *water.flat(),
        *air.flat(),
        shore.frame,
        shore.land,
        shore.near_within(box, state.origin),
        shore.block,
        case.run.crosswind != "opendrift",
    )
    for prepared in fields:
        _stop_outside(prepared.field, case.run.particles, state, before, hour_ms[0])


def _box(state: _State, fields: tuple[Prepared, Prepared], seconds: float) -> Box:
    """Return the box that no hypothesis can leave in an hour, from the greatest speeds there are."""
    reach_m = _reach_m(state, fields, seconds)
    south, north = float(state.lat.min()) + state.origin[1], float(state.lat.max()) + state.origin[1]
    per_lat_m, _ = metres_per_degree(0.0)
    room_lat = reach_m / float(per_lat_m) + _LEAST_ROOM_DEG
    _, per_lon_m = metres_per_degree(min(max(abs(south), abs(north)) + room_lat, 89.0))
    room_lon = reach_m / float(per_lon_m) + _LEAST_ROOM_DEG
    west, east = float(state.lon.min()) + state.origin[0], float(state.lon.max()) + state.origin[0]
    return Box(west - room_lon, south - room_lat, east + room_lon, north + room_lat)


def _reach_m(state: _State, fields: tuple[Prepared, Prepared], seconds: float) -> float:
    """Return how far a hypothesis can come in some seconds, at the greatest speeds there are."""
    water, air = fields
    down, side = np.abs(state.down).max(axis=1), np.abs(state.side).max(axis=1)
    leeway_m_s = (down[0] + side[0::2].max()) * air.max_m_s + down[1] + side[1::2].max()
    return _ROOM * seconds * float(water.max_m_s + leeway_m_s)


def _scale(box: Box, origin_lat_deg: float) -> Floats32:
    """Return degrees per metre eastward and northward as series in latitude, shape (2, 5).

    Relative error under 1e-5 for a box 10° high at 60° of latitude, far less for smaller ones.
    """
    lat_deg = np.linspace(box.south_deg, box.north_deg, 17)
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)
    powers = np.vander(lat_deg - origin_lat_deg, 5)  # the highest first
    fit, *_ = np.linalg.lstsq(powers, 1 / np.stack([per_lon_m, per_lat_m], axis=1))
    return np.ascontiguousarray(fit.T, dtype=np.float32)


def _stop_outside(
    field: VectorField, particles: int, state: _State, before: tuple[Floats, Floats], before_ms: int
) -> None:
    """Put what has left a field back where it was, for good; raise `InvalidInput` when that is more than a few."""
    outside = _outside(field, state.lon + state.origin[0], state.lat + state.origin[1])
    if outside.size == 0:
        return
    state.lon[outside], state.lat[outside] = before[0][outside], before[1][outside]
    state.live[outside], state.left[outside] = 0.0, True
    if state.left.sum() > MAX_LEFT * particles:
        first = outside[0]
        lon_deg, lat_deg = state.lon[first] + state.origin[0], state.lat[first] + state.origin[1]
        raise outside_field(field, float(lon_deg), float(lat_deg), before_ms)


def _outside(field: VectorField, lon_deg: Floats, lat_deg: Floats) -> NDArray[np.int64]:
    """Return which positions a field does not cover; NaN, where it has no value, is among them."""
    box = Box(float(lon_deg.min()), float(lat_deg.min()), float(lon_deg.max()), float(lat_deg.max()))
    if not np.isnan(box.west_deg + box.south_deg) and covers_box(field, box):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(~covers(field, lon_deg, lat_deg))


def _write(state: _State, at_s: float, lon_deg: Floats32, lat_deg: Floats32, status: NDArray[np.int8]) -> None:
    count = lon_deg.size
    waiting = state.release_s > at_s
    lon_deg[:] = np.where(waiting, np.nan, state.lon[:count] + state.origin[0])
    lat_deg[:] = np.where(waiting, np.nan, state.lat[:count] + state.origin[1])
    status[:] = np.where((state.live[:count] == 0) & (state.turn[:count] > 0), STRANDED, 0)
    status[state.left[:count]] = LEFT
