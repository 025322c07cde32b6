"""A cloud of hypotheses carried by current and leeway, each with its own object, errors and tack.

Units: degrees, metres per second, seconds; instants in milliseconds since 1970.
Source: Ø. Breivik and A. Allen, An operational search and rescue model for the Norwegian Sea and the North Sea,
J. Marine Systems 69, 2008 (jibing 4 % an hour).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import MS_PER_HOUR, MS_PER_S, Floats, InvalidInput, metres_per_degree
from comity.rescue.case import Case
from comity.rescue.changes import Changes, announce, changes_of, has_changes, note
from comity.rescue.cloud import LEFT, Cloud
from comity.rescue.drift import Progress
from comity.rescue.fields import LandMask, VectorField
from comity.rescue.hypotheses import hypotheses_of, lines_of
from comity.rescue.kernel import BLOCK, SCHEMES, Coast, Floats32, Hypotheses, advance, lanes_of
from comity.rescue.shore import Shore, shore_of
from comity.rescue.slices import (
    Box,
    Prepared,
    covers,
    covers_box,
    middle_of,
    outside_field,
    prepare,
    slice_hour,
    speed_at_m_s,
)
from comity.rescue.starts import Starts, span_ms, starts_of
from comity.rescue.uncertainty import through

JIBES_PER_S = -np.log(1 - 0.04) / 3600
"""Rate at which an object changes tack: 4 % in an hour (Breivik and Allen, 2008)."""

MAX_LEFT = 0.01
"""Above this share of hypotheses outside a field the field does not cover the case, and the drift is refused."""

FARTHEST_LAT_DEG = 88.5
"""Nearer to a pole the series that turns metres into degrees of longitude is off by more than 0.1 %."""

_ROOM = 1.05
_LEAST_ROOM_DEG = 1e-3
_MOST_ERRORS = 7.0  # spreads: a greater error in an hour has one chance in 10^10


def advected(
    case: Case, current: VectorField, wind: VectorField, land: LandMask | None, progress: Progress | None
) -> Cloud:
    """Return the cloud of a case without debris, as `drift` describes it."""
    way, starts = _way_of(case, current, wind, land)
    drifts, origin = way.drifts, way.origin
    time_ms = _output_ms(way)
    out = _Output.of(time_ms.size, drifts.lon.size, case.run.particles)
    in_water = drifts.due_s <= 0.0
    out.lon_deg[0], out.lat_deg[0] = np.where(in_water, (drifts.lon + origin[0], drifts.lat + origin[1]), np.nan)
    out.object_at[0] = starts.object_index
    for hour in range(1, time_ms.size):
        _advance_hour(way, out, hour, (int(time_ms[hour - 1]), int(time_ms[hour])))
        if progress is not None:
            progress(hour / (time_ms.size - 1))
    lon_deg, lat_deg = (each[:, : case.run.particles].T for each in (out.lon_deg, out.lat_deg))
    spread_m_s = drifts.spread_m_s[0, : case.run.particles] if drifts.spread_m_s.size else np.zeros(1)
    return Cloud(
        time_ms,
        lon_deg,
        lat_deg,
        out.status[:, : case.run.particles].T,
        starts.object_index,
        starts.scenario_index,
        object_at=None if way.changes is None else out.object_at.T,
        current_error_m_s=float(np.median(spread_m_s)),
    )


@dataclass(frozen=True)
class _Way:
    """What stays the same from hour to hour."""

    case: Case
    drifts: Hypotheses
    origin: Floats
    fields: tuple[Prepared, Prepared]
    shore: Shore
    fastest_m_s: float
    begin_ms: int
    sign: int
    changes: Changes | None


def _way_of(case: Case, current: VectorField, wind: VectorField, land: LandMask | None) -> tuple[_Way, Starts]:
    first_ms, last_ms = span_ms(case)
    begin_ms, sign = (last_ms, -1) if case.run.direction == "backward" else (first_ms, 1)
    fields = (prepare(current, "current", first_ms, last_ms), prepare(wind, "wind", first_ms, last_ms))
    starts = starts_of(case, land)
    for field in fields:
        outside = np.flatnonzero(~covers(field, starts.lon_deg, starts.lat_deg))
        if outside.size:
            raise outside_field(
                field.field, float(starts.lon_deg[outside[0]]), float(starts.lat_deg[outside[0]]), begin_ms
            )
    is_changing = has_changes(case)
    drifts, origin = hypotheses_of(case, starts, begin_ms, sign, fields[0], is_changing=is_changing)
    changes = changes_of(case, starts.object_index, drifts.due_s[: case.run.particles]) if is_changing else None
    fastest_m_s = _fastest_m_s(case, drifts, fields)
    shore = shore_of(land, (origin[0], origin[1]), fastest_m_s * case.run.step_s)
    return _Way(case, drifts, origin, fields, shore, fastest_m_s, begin_ms, sign, changes), starts


@dataclass(frozen=True)
class _Output:
    """The cloud as it grows, shape (times, padded hypotheses), and the blocks in which a place was lost."""

    lon_deg: Floats32
    lat_deg: Floats32
    status: NDArray[np.int8]
    is_lost: NDArray[np.bool_]
    object_at: NDArray[np.int16]

    @classmethod
    def of(cls, times: int, padded: int, particles: int) -> "_Output":
        """Return an empty output."""
        lon_deg, lat_deg = np.empty((2, times, padded), dtype=np.float32)
        status, object_at = np.zeros((times, padded), dtype=np.int8), np.empty((times, particles), dtype=np.int16)
        return cls(lon_deg, lat_deg, status, np.zeros(padded // BLOCK, dtype=np.bool_), object_at)


def _output_ms(way: _Way) -> NDArray[np.int64]:
    end_ms = way.case.run.until_ms
    return np.append(np.arange(way.begin_ms, end_ms, way.sign * MS_PER_HOUR, dtype=np.int64), end_ms)


def _fastest_m_s(case: Case, drifts: Hypotheses, fields: tuple[Prepared, Prepared]) -> float:
    """Return a speed that no hypothesis exceeds, from the greatest speeds there are."""
    water_m_s, air_m_s = (field.max_m_s for field in fields)
    if drifts.spread_m_s.size:
        spread_m_s = drifts.spread_m_s.max(axis=1)
        water_m_s, air_m_s = water_m_s + _MOST_ERRORS * spread_m_s[0], air_m_s + _MOST_ERRORS * spread_m_s[1]
    lines = np.concatenate([drifts.down, drifts.side])
    most = np.abs(lines).max(axis=1)
    for place in range(len(case.objects) if drifts.after.size else 0):
        as_this = lines_of(case, np.full(case.run.particles, place, dtype=np.int16))
        most = np.maximum(most, np.abs(as_this).max(axis=1))
    slope, offset_m_s = most[0] + max(most[2], most[4]), most[1] + max(most[3], most[5])
    return _ROOM * float(water_m_s + slope * air_m_s + offset_m_s)


def _advance_hour(way: _Way, out: _Output, hour: int, hour_ms: tuple[int, int]) -> None:
    run, drifts = way.case.run, way.drifts
    seconds = abs(hour_ms[1] - hour_ms[0]) / MS_PER_S
    steps_ms = np.append(np.arange(*hour_ms, way.sign * run.step_s * MS_PER_S, dtype=np.int64), hour_ms[1])
    scheme = SCHEMES[run.scheme]
    box = _box(way, seconds)
    (water, flat_water), (air, flat_air) = (
        slice_hour(each, box, _slots(steps_ms, scheme.slots)) for each in way.fields
    )
    before = drifts.lon.copy(), drifts.lat.copy()
    errors = run.uncertainty
    near_change = _announce(way, hour, hour_ms) if way.changes is not None else None
    memories_s = (errors.current_memory_s, errors.wind_memory_s) if errors is not None else (np.inf, np.inf)
    near = way.shore.near_within(box, (way.origin[0], way.origin[1]))
    advance(
        drifts,
        lanes_of(drifts),
        way.origin,
        np.array(middle_of(box)) - way.origin,
        np.abs(steps_ms - way.begin_ms) / MS_PER_S,
        float(way.sign),
        scheme,
        _scale(box).ravel(),
        flat_water and flat_air,
        water,
        air,
        Coast(way.shore.frame, way.shore.land, near, way.shore.block, run.crosswind != "opendrift"),
        np.uint64(run.seed),
        JIBES_PER_S,
        np.uint64(hour),
        np.array([through(seconds, memory_s) for memory_s in memories_s]),
        out.lon_deg[hour],
        out.lat_deg[hour],
        out.status[hour],
        out.is_lost,
    )
    if way.changes is not None and near_change is not None:
        note(way.case, way.changes, drifts, near_change, hour)
        out.object_at[hour] = way.changes.object_index
    for prepared in way.fields:
        _stop_outside(prepared, way, out, hour, before, hour_ms[0])


def _announce(way: _Way, hour: int, hour_ms: tuple[int, int]) -> NDArray[np.int64]:
    case, drifts = way.case, way.drifts
    assert way.changes is not None, "only asked where something changes"
    wind_m_s = None
    if any(each.capsizing is not None for each in case.objects):
        some = slice(case.run.particles)
        lon_deg, lat_deg = drifts.lon[some] + way.origin[0], drifts.lat[some] + way.origin[1]
        wind_m_s = speed_at_m_s(way.fields[1], lon_deg, lat_deg, hour_ms[0])
    at_s = (hour_ms[0] - way.begin_ms) / MS_PER_S, (hour_ms[1] - way.begin_ms) / MS_PER_S
    return announce(case, way.changes, drifts, wind_m_s, hour, at_s)


def _slots(steps_ms: NDArray[np.int64], slots: int) -> NDArray[np.int64]:
    """Return the instants at which a scheme asks the fields: each step, and its middle where it has two slots."""
    places = np.arange(slots * (steps_ms.size - 1) + 1) / slots
    return np.rint(np.interp(places, np.arange(steps_ms.size), steps_ms)).astype(np.int64)


def _box(way: _Way, seconds: float) -> Box:
    """Return the box that no hypothesis can leave in an hour, from the greatest speeds there are."""
    reach_m = way.fastest_m_s * seconds
    west, south, east, north = _bounds(way)
    per_lat_m, _ = metres_per_degree(0.0)
    room_lat = reach_m / float(per_lat_m) + _LEAST_ROOM_DEG
    _, per_lon_m = metres_per_degree(min(max(abs(south), abs(north)) + room_lat, 89.0))
    room_lon = reach_m / float(per_lon_m) + _LEAST_ROOM_DEG
    if max(north, -south) + room_lat > FARTHEST_LAT_DEG:
        raise InvalidInput(
            "rescue.too_near_pole",
            "The object may drift to {latitude} degrees of latitude.",
            why="longitudes run together at a pole, and the drift is computed to {farthest} degrees",
            remedy="end the run earlier, or work with a chart of the pole",
            latitude=f"{min(max(north, -south) + room_lat, 90.0):.1f}",
            farthest=f"{FARTHEST_LAT_DEG:g}",
        )
    return Box(west - room_lon, south - room_lat, east + room_lon, north + room_lat)


def _bounds(way: _Way) -> tuple[float, float, float, float]:
    lon, lat = way.drifts.lon, way.drifts.lat
    east, north = float(lon.max()), float(lat.max())
    return (
        float(lon.min()) + way.origin[0],
        float(lat.min()) + way.origin[1],
        east + way.origin[0],
        north + way.origin[1],
    )


def _scale(box: Box) -> Floats32:
    """Return degrees per metre eastward and northward as series in latitude from the box's middle, shape (2, 5).

    Relative error under 1e-5 for a box 10° high at 60° of latitude, far less for smaller ones.
    """
    lat_deg = np.linspace(box.south_deg, box.north_deg, 17)
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)
    powers = np.vander(lat_deg - middle_of(box)[1], 5)  # the highest first
    fit, *_ = np.linalg.lstsq(powers, 1 / np.stack([per_lon_m, per_lat_m], axis=1))
    return np.ascontiguousarray(fit.T, dtype=np.float32)


def _stop_outside(
    field: Prepared, way: _Way, out: _Output, hour: int, before: tuple[Floats, Floats], before_ms: int
) -> None:
    """Put what has left a field back where it was, for good; raise `InvalidInput` when that is more than a few."""
    drifts, origin = way.drifts, way.origin
    if not out.is_lost.any() and covers_box(field, Box(*_bounds(way))):
        return
    outside = np.flatnonzero(~covers(field, drifts.lon + origin[0], drifts.lat + origin[1]))
    if outside.size == 0:
        return
    drifts.lon[outside], drifts.lat[outside] = before[0][outside], before[1][outside]
    drifts.live[outside] = 0.0
    out.lon_deg[hour][outside] = drifts.lon[outside] + origin[0]
    out.lat_deg[hour][outside] = drifts.lat[outside] + origin[1]
    out.status[hour:, outside] = LEFT
    if (out.status[hour] == LEFT).sum() > MAX_LEFT * way.case.run.particles:
        lon_deg, lat_deg = drifts.lon[outside[0]] + origin[0], drifts.lat[outside[0]] + origin[1]
        raise outside_field(field.field, float(lon_deg), float(lat_deg), before_ms)
