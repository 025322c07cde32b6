"""What one ship sends and who hears it: a report when ITU-R M.1371 wants one, with the errors of receivers and radios.

Units: seconds from the first instant of the run, degrees, metres, metres per second. Source: ITU-R M.1371-5, tables 1
and 2 (how often each class reports, by speed and turn).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import M_S_PER_KNOT, Floats, metres_per_degree
from comity.maritime.simulator.chance import Chance, Stream
from comity.maritime.simulator.journeys import AT_ANCHOR, MOORED, Journey
from comity.maritime.simulator.sea_ways import PORTS
from comity.maritime.simulator.ships import Ship

TICK_S = 10.0
"""How finely the interval between reports follows speed and turn."""

STATIONS: tuple[str, ...] = (*(f"EX-{name}" for name in PORTS), "EX-SAT")
"""Receivers: one in each port, and one that stands for satellites."""

COAST_RANGE_M = 75_000.0
"""How far a receiver ashore hears ships: 40 nautical miles, as aerials on hills do."""

_LOOK_S = 60.0
"""How often it is looked anew which station is the nearest."""

_TURNING_DEG_S = 0.08
_WANDER_M, _WANDER_EVERY_S = 70.0, 1_200.0
_JITTER_M, _JITTER_EVERY_S = 4.0, 60.0
_WHITE_M = 1.5
_SOG_M_S, _COG_DEG, _HEADING_DEG = 0.05, 1.2, 1.5
_STILL_M_S = 0.15
"""Below this a receiver's course is chance."""


@dataclass(frozen=True)
class Reception:
    """Which share of what is sent is heard: near the coast, and by satellite beyond; and the errors, each a share."""

    coast: float = 0.3
    satellite: float = 0.04
    twice: float = 0.01
    bit_errors: float = 0.0008
    invalid: float = 0.0002
    no_heading: float = 0.02


@dataclass(frozen=True)
class Reports:
    """Reports of one ship, columns of shape (reports,)."""

    t_s: Floats
    lat_deg: Floats
    lon_deg: Floats
    sog_m_s: Floats
    cog_deg: Floats
    heading_deg: Floats
    rot_deg_min: Floats
    nav_status: NDArray[np.int8]
    station: NDArray[np.int32]
    delay_s: Floats

    def taken(self, which: NDArray[np.bool_] | NDArray[np.int64]) -> "Reports":
        """Return some of the reports."""
        return Reports(**{name: column[which] for name, column in vars(self).items()})


def sent_s(journey: Journey, ship: Ship, chance: Chance, span_s: float) -> Floats:
    """Return when a ship sends a position: whole seconds, each later than the one before."""
    first_s, last_s = max(0.0, float(journey.t_s[0])), min(span_s, float(journey.t_s[-1]))
    if last_s - first_s < TICK_S:
        return np.empty(0)
    ticks_s = np.arange(first_s, last_s + TICK_S, TICK_S)
    every_s = _interval_s(journey, ship, ticks_s)
    phase = np.concatenate([[0.0], np.cumsum(TICK_S / every_s[:-1])])
    count = int(phase[-1])
    wanted = np.arange(count) + chance.between(Stream.PHASE, 0.0, 1.0)
    slot_s = chance.uniforms(Stream.SLOT, count) - 0.5
    return np.unique(np.round(np.clip(np.interp(wanted, phase, ticks_s) + slot_s, first_s, last_s)))


def heard(
    journey: Journey, t_s: Floats, chance: Chance, stream: Stream, by: Reception
) -> tuple[NDArray[np.bool_], NDArray[np.int32]]:
    """Return which of the messages sent at instants are heard, and by which station."""
    if not len(t_s):
        return np.empty(0, dtype=np.bool_), np.empty(0, dtype=np.int32)
    looks_s = np.arange(t_s[0], t_s[-1] + _LOOK_S, _LOOK_S)
    looked = ((t_s - t_s[0]) // _LOOK_S).astype(np.int64)
    nearest, ranges_m = _nearest_station(*journey.at(looks_s))
    station, range_m = nearest[looked], ranges_m[looked]
    is_near = range_m <= COAST_RANGE_M
    share = np.where(is_near, by.coast * (1.0 - 0.6 * (range_m / COAST_RANGE_M) ** 2), by.satellite)
    return chance.uniforms(stream, len(t_s)) < share, np.where(is_near, station, len(STATIONS) - 1).astype(np.int32)


def reports_of(journey: Journey, ship: Ship, chance: Chance, span_s: float, by: Reception) -> Reports:
    """Return what is heard of a ship that behaves: its place with the errors of its receiver, its course and speed."""
    t_s = sent_s(journey, ship, chance, span_s)
    is_heard, station = heard(journey, t_s, chance, Stream.HEARD, by)
    t_s, station = t_s[is_heard], station[is_heard]
    count = len(t_s)
    north_m, east_m = _offset_m(journey, chance, t_s)
    lat_deg, lon_deg = journey.at(t_s)
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)
    speed_m_s, course_deg, turn_deg_s = motion(journey, t_s)
    is_still = speed_m_s < _STILL_M_S
    sog_m_s = np.maximum(speed_m_s + _SOG_M_S * chance.normals(Stream.SOG, count), 0.0)
    any_course = 360.0 * chance.uniforms(Stream.ANY_COURSE, count)
    cog_deg = np.where(is_still, any_course, course_deg + _COG_DEG * chance.normals(Stream.COG, count)) % 360.0
    berth_deg = chance.between(Stream.BERTH, 0.0, 360.0)
    heading_deg = np.where(is_still, berth_deg, course_deg) + _HEADING_DEG * chance.normals(Stream.HEADING, count)
    drawn = chance.uniforms(Stream.NOISE, count)
    has_heading = (drawn >= by.no_heading) & ship.has_heading
    status = journey.status_at(t_s) if ship.kind.is_class_a else np.full(count, 15, dtype=np.int8)
    return Reports(
        t_s=t_s,
        lat_deg=lat_deg + north_m / per_lat_m,
        lon_deg=lon_deg + east_m / per_lon_m,
        sog_m_s=sog_m_s,
        cog_deg=cog_deg,
        heading_deg=np.where(has_heading, np.floor(heading_deg % 360.0), np.nan),
        rot_deg_min=np.where(has_heading & ship.kind.is_class_a, turn_deg_s * 60.0, np.nan),
        nav_status=status,
        station=station,
        delay_s=np.floor(2.0 * chance.uniforms(Stream.DELAY, count)),
    )


def with_errors(found: Reports, chance: Chance, by: Reception) -> Reports:
    """Return reports as they reach a file: some twice, some with a flipped bit, some without a place."""
    count = len(found.t_s)
    drawn = chance.uniforms(Stream.NOISE_BIT, 2 * count).reshape(2, count) if count else np.empty((2, 0))
    is_flipped, is_gone = drawn[0] < by.bit_errors, drawn[0] > 1.0 - by.invalid
    flip_deg = 2.0 ** np.floor(12 + 10 * drawn[1]) / 600_000.0  # a bit of a ten-thousandth of a minute
    is_lat = (drawn[1] * 1000.0) % 1.0 < 0.5
    lat_deg = np.where(is_flipped & is_lat, found.lat_deg + flip_deg, found.lat_deg)
    lon_deg = np.where(is_flipped & ~is_lat, found.lon_deg + flip_deg, found.lon_deg)
    noisy = Reports(**{**vars(found), "lat_deg": lat_deg, "lon_deg": lon_deg})
    noisy.lat_deg[is_gone] = noisy.lon_deg[is_gone] = np.nan
    noisy.lat_deg[np.abs(noisy.lat_deg) > 90.0] = np.nan
    again = np.flatnonzero(chance.uniforms(Stream.AGAIN, count) < by.twice)
    return noisy.taken(np.concatenate([np.arange(count), again]))


def motion(journey: Journey, t_s: Floats) -> tuple[Floats, Floats, Floats]:
    """Return speed over ground, course and rate of turn (degrees per second) at instants, over 20 s about each."""
    step_s = TICK_S
    lat_deg, lon_deg = journey.at(t_s[:, None] + np.array([-step_s, 0.0, step_s]))
    per_lat_m, per_lon_m = metres_per_degree(lat_deg[:, 1])
    north_m, east_m = np.diff(lat_deg, axis=1) * per_lat_m[:, None], np.diff(lon_deg, axis=1) * per_lon_m[:, None]
    speed_m_s: Floats = np.hypot(north_m.sum(axis=1), east_m.sum(axis=1)) / (2.0 * step_s)
    courses = np.degrees(np.arctan2(east_m, north_m))
    is_moving = (np.hypot(north_m, east_m) > _STILL_M_S * step_s).all(axis=1)
    turn_deg = np.where(is_moving, (courses[:, 1] - courses[:, 0] + 180.0) % 360.0 - 180.0, 0.0)
    course_deg: Floats = np.degrees(np.arctan2(east_m.sum(axis=1), north_m.sum(axis=1))) % 360.0
    return speed_m_s, course_deg, turn_deg / step_s


def _interval_s(journey: Journey, ship: Ship, t_s: Floats) -> Floats:
    """Return the interval between reports at instants: tables 1 (class A) and 2 (class B, carrier sense)."""
    speed_m_s, _, turn_deg_s = motion(journey, t_s)
    speed_kn = speed_m_s / M_S_PER_KNOT
    if not ship.kind.is_class_a:
        return np.where(speed_kn <= 2.0, 180.0, 30.0)
    is_turning = np.abs(turn_deg_s) > _TURNING_DEG_S
    straight = np.select([speed_kn <= 14.0, speed_kn <= 23.0], [10.0, 6.0], 2.0)
    turning = np.where(speed_kn <= 14.0, 10.0 / 3.0, 2.0)
    is_lying = np.isin(journey.status_at(t_s), (AT_ANCHOR, MOORED)) & (speed_kn <= 3.0)
    return np.where(is_lying, 180.0, np.where(is_turning, turning, straight))


def _offset_m(journey: Journey, chance: Chance, t_s: Floats) -> tuple[Floats, Floats]:
    """Return how far north and east of its line a ship tells that it is: wind and helm, and its receiver's error."""
    free = np.interp(t_s, journey.t_s, journey.wander)
    streams = (
        (Stream.WANDER_NORTH, Stream.JITTER_NORTH, Stream.WHITE_NORTH),
        (Stream.WANDER_EAST, Stream.JITTER_EAST, Stream.WHITE_EAST),
    )
    north_m, east_m = (
        free * _WANDER_M * _slow(chance, wander, t_s, _WANDER_EVERY_S)
        + _JITTER_M * _slow(chance, jitter, t_s, _JITTER_EVERY_S)
        + _WHITE_M * chance.normals(white, len(t_s))
        for wander, jitter, white in streams
    )
    return north_m, east_m


def _slow(chance: Chance, stream: Stream, t_s: Floats, every_s: float) -> Floats:
    """Return a normal number at each instant that changes little from one to the next."""
    count = int(t_s.max() // every_s) + 2 if len(t_s) else 2
    return np.interp(t_s, np.arange(count) * every_s, chance.normals(stream, count))


def _nearest_station(lat_deg: Floats, lon_deg: Floats) -> tuple[NDArray[np.int32], Floats]:
    places = np.array([(port.lat_deg, port.lon_deg) for port in PORTS.values()])
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)
    best_m = np.full(len(lat_deg), np.inf)
    best = np.zeros(len(lat_deg), dtype=np.int32)
    for number, (at_lat, at_lon) in enumerate(places):
        range_m = np.hypot((lat_deg - at_lat) * per_lat_m, (lon_deg - at_lon) * per_lon_m)
        is_nearer = range_m < best_m
        best_m[is_nearer], best[is_nearer] = range_m[is_nearer], number
    return best, best_m
