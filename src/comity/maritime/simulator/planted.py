"""Events planted in a fleet, each with ships of its own, and what is true of each.

Units: seconds from the first instant of the run, degrees, metres. What looks like an event and is none is a decoy: a
pair that stays too far apart, one that meets too briefly, a silence that is too short (by the rules `gfw-2026`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import numpy as np

from comity.ground import Floats, metres_per_degree
from comity.maritime.simulator.chance import Chance, Stream
from comity.maritime.simulator.effects import Circling, Effect, Elsewhere, Renamed, Silent
from comity.maritime.simulator.itineraries import S_PER_H, calling
from comity.maritime.simulator.journeys import Journey, drift_line, log_at, moved
from comity.maritime.simulator.sea_ways import OPEN_SEA, PORTS, metres_between, place, points, route
from comity.maritime.simulator.ships import Ship, identity, ship

_MARGIN = 0.06
"""Share of the run at either end in which nothing planted begins or ends."""

_DRIFT_STEP_S = 600.0
_DRIFT_M_S = (0.15, 0.4)


@dataclass(frozen=True)
class Event:
    """What is true: a kind, the ships as they name themselves, when, where, and more where there is more."""

    kind: str
    mmsi: tuple[int, ...]
    from_s: float
    to_s: float
    lat_deg: float
    lon_deg: float
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Actor:
    """A ship with its journey and what its transmitter does; a dark one sends nothing, and satellites see it."""

    ship: Ship
    journey: Journey
    chance: Chance
    effects: tuple[Effect, ...] = ()
    is_dark: bool = False


@dataclass(frozen=True)
class Cue:
    """What a planter works with: numbers of ships that are free, chance, and the length of the run."""

    seed: int
    number: int
    spare: int
    span_s: float

    @property
    def chance(self) -> Chance:
        """The numbers of this event: those of its first ship."""
        return Chance(self.seed, self.number)

    def ship(self, place: int, trade: str) -> tuple[Ship, Chance]:
        """Return one of the event's ships with its numbers."""
        chance = Chance(self.seed, self.number + place)
        return ship(self.number + place, chance, trade), chance


Planted = tuple[list[Actor], list[Event]]
Meeting = tuple[tuple[float, float], tuple[float, float]]
"""How far apart (metres) and for how long (hours): the least and the most of each."""


def _met(kind: str, bounds: Meeting, trades: tuple[str, str]) -> Callable[[Cue], Planted]:
    """Return what plants a pair: one ship waits and drifts, the other comes, stays beside it, and leaves."""

    def plant(cue: Cue) -> Planted:
        apart_m = cue.chance.between(Stream.APART, *bounds[0])
        for_s = cue.chance.between(Stream.STAY, *bounds[1]) * S_PER_H
        begins_s = _begins_s(cue, for_s)
        way = cue.chance.pick(Stream.SPOT, OPEN_SEA)
        spot = _spot(cue.chance, way)
        line = _drift(cue.chance, spot, for_s + 3 * _DRIFT_STEP_S)
        one, other = (cue.ship(place, trade) for place, trade in enumerate(trades))
        first = _by_way_of(one[0], one[1], way, line, begins_s - _DRIFT_STEP_S)
        beside = _beside(cue.chance, line[1 : 2 + round(for_s / _DRIFT_STEP_S)], apart_m)
        second = _by_way_of(other[0], other[1], way, beside, begins_s)
        ends_s = begins_s + _DRIFT_STEP_S * (len(beside) - 1)
        mmsi = (one[0].identity.mmsi, other[0].identity.mmsi)
        event = Event(kind, mmsi, begins_s, ends_s, *spot, {"apart_m": round(apart_m)})
        return [Actor(one[0], first, one[1]), Actor(other[0], second, other[1])], [event]

    return plant


def _loiter(cue: Cue) -> Planted:
    for_s = min(cue.chance.between(Stream.STAY, 5.0, 9.0) * S_PER_H, 0.6 * cue.span_s)
    begins_s = _begins_s(cue, for_s)
    way = cue.chance.pick(Stream.SPOT, OPEN_SEA)
    spot = _spot(cue.chance, way)
    found, chance = cue.ship(0, "cargo")
    journey = _by_way_of(found, chance, way, _drift(cue.chance, spot, for_s), begins_s)
    event = Event("loitering", (found.identity.mmsi,), begins_s, begins_s + for_s, *spot)
    return [Actor(found, journey, chance)], [event]


def _gap(kind: str, hours: tuple[float, float]) -> Callable[[Cue], Planted]:
    def plant(cue: Cue) -> Planted:
        for_s = cue.chance.between(Stream.STAY, *hours, turn=60) * S_PER_H
        found, chance = cue.ship(0, "tanker")
        journey = calling(found, chance, cue.span_s)
        begins_s = _begins_s(cue, for_s)
        silent = Silent(begins_s, begins_s + for_s)
        event = Event(kind, (found.identity.mmsi,), begins_s, begins_s + for_s, *_where(journey, begins_s))
        return [Actor(found, journey, chance, (silent,))], [event]

    return plant


def _clash(cue: Cue) -> Planted:
    """Plant two ships far apart that send one MMSI."""
    (one, chance), (other, other_chance) = cue.ship(0, "tug"), cue.ship(1, "tug")
    journeys = _to_and_fro("ALG", "BJA", one, cue.span_s), _to_and_fro("VLC", "IBZ", other, cue.span_s)
    if cue.number % 2:
        journeys = _to_and_fro("GOA", "LIV", one, cue.span_s), _to_and_fro("ORN", "GHZ", other, cue.span_s)
    same = Ship(**{**vars(other), "identity": one.identity})
    event = Event("identity_clash", (one.identity.mmsi,), 0.0, cue.span_s, *_where(journeys[0], 0.0))
    return [Actor(one, journeys[0], chance), Actor(same, journeys[1], other_chance)], [event]


def _rename(cue: Cue) -> Planted:
    """Plant a ship that becomes another on its way."""
    found, chance = cue.ship(0, "cargo")
    journey, at_s = _crossing(cue, found, 0.0)
    other = identity(cue.spare, Chance(cue.seed, cue.spare), "cargo")
    mmsi = (found.identity.mmsi, other.mmsi)
    event = Event("identity_change", mmsi, at_s, at_s, *_where(journey, at_s))
    return [Actor(found, journey, chance, (Renamed(at_s, other),))], [event]


def _circle(cue: Cue) -> Planted:
    """Plant a ship whose place goes round in circles while it sails on; where that ends, its place jumps back."""
    for_s = min(cue.chance.between(Stream.STAY, 1.5, 4.0) * S_PER_H, 0.4 * cue.span_s)
    found, chance = cue.ship(0, "cargo")
    journey, begins_s = _crossing(cue, found, for_s)
    radius_m = cue.chance.between(Stream.APART, 900.0, 2500.0)
    period_s = 2.0 * np.pi * radius_m / cue.chance.between(Stream.APART, 9.5, 14.0, turn=1)
    bearing_rad = cue.chance.between(Stream.DRIFT, 0.0, 2.0 * np.pi)
    at = _where(journey, begins_s)
    centre = moved(*at, -radius_m * np.sin(bearing_rad), -radius_m * np.cos(bearing_rad))
    ends_s = begins_s + for_s
    circling = Circling(begins_s, ends_s, *centre, radius_m, period_s, bearing_rad)
    mmsi = (found.identity.mmsi,)
    circle = Event("circle", mmsi, begins_s, ends_s, *centre, {"radius_m": round(radius_m)})
    back = Event("jump", mmsi, ends_s, ends_s, *_where(journey, ends_s), {"of": "circle"})
    return [Actor(found, journey, chance, (circling,))], [circle, back]


def _jump(cue: Cue) -> Planted:
    """Plant a ship whose place stands elsewhere at sea for a while, then where it is again."""
    for_s = cue.chance.between(Stream.STAY, 0.6, 1.5) * S_PER_H
    found, chance = cue.ship(0, "cargo")
    journey, begins_s = _crossing(cue, found, for_s)
    here = _where(journey, begins_s)
    spots = [_spot(cue.chance, way) for way in OPEN_SEA]
    there = min(spots, key=lambda each: abs(metres_between(each, here) - 120_000.0))
    aside = Elsewhere(begins_s, begins_s + for_s, there[0] - here[0], there[1] - here[1])
    event = Event(
        "jump", (found.identity.mmsi,), begins_s, begins_s + for_s, *here, {"to": [round(each, 5) for each in there]}
    )
    return [Actor(found, journey, chance, (aside,))], [event]


@dataclass(frozen=True)
class Planter:
    """What plants one event: how many ships it takes and how many hours the run must last."""

    ships: int
    least_h: float
    plant: Callable[[Cue], Planted]


PLANTERS: Mapping[str, Planter] = MappingProxyType(
    {
        "encounter": Planter(2, 4.0, _met("encounter", ((60.0, 380.0), (2.4, 3.2)), ("cargo", "fishing"))),
        "gap": Planter(1, 16.0, _gap("gap", (12.4, 13.6))),
        "loitering": Planter(1, 9.0, _loiter),
        "identity_clash": Planter(2, 2.0, _clash),
        "circle": Planter(1, 5.0, _circle),
        "jump": Planter(1, 3.0, _jump),
        "identity_change": Planter(1, 3.0, _rename),
        "decoy_far_pair": Planter(2, 4.0, _met("decoy_far_pair", ((1_000.0, 1_800.0), (2.4, 3.2)), ("cargo", "cargo"))),
        "decoy_short_meet": Planter(
            2, 3.0, _met("decoy_short_meet", ((120.0, 400.0), (0.6, 1.1)), ("cargo", "tanker"))
        ),
        "decoy_gap": Planter(1, 5.0, _gap("decoy_gap", (3.0, 3.9))),
        "encounter_long": Planter(2, 8.0, _met("encounter", ((80.0, 420.0), (3.5, 5.5)), ("tanker", "tanker"))),
        "gap_long": Planter(1, 30.0, _gap("gap", (14.0, 22.0))),
        "decoy_gap_long": Planter(1, 9.0, _gap("decoy_gap", (4.0, 5.6))),
    }
)
"""What is planted, in this order, as often as the fleet has ships for it."""


def _begins_s(cue: Cue, for_s: float) -> float:
    free_s = cue.span_s * (1.0 - 2.0 * _MARGIN) - for_s
    return cue.span_s * _MARGIN + cue.chance.between(Stream.TIME, 0.0, max(free_s, 0.0))


def _spot(chance: Chance, way: tuple[str, str]) -> tuple[float, float]:
    """Return a place on the open sea, near the middle of a way and up to 6 km beside it."""
    one, other = points(way)
    share = chance.between(Stream.SPOT, 0.38, 0.62, turn=1)
    middle = one + share * (other - one)
    aside_m = chance.between(Stream.SPOT, -6_000.0, 6_000.0, turn=2)
    return moved(float(middle[0]), float(middle[1]), aside_m, aside_m)


def _drift(chance: Chance, spot: tuple[float, float], for_s: float) -> Floats:
    speed_m_s = chance.between(Stream.DRIFT, *_DRIFT_M_S)
    steps = int(for_s / _DRIFT_STEP_S) + 1
    first_rad = chance.between(Stream.DRIFT, 0.0, 2.0 * np.pi, turn=1)
    turns_rad = 0.15 * (chance.uniforms(Stream.DRIFT, steps + 2)[2:] - 0.5)
    courses_rad = (first_rad + np.cumsum(turns_rad)).tolist()
    line = drift_line(spot, for_s=for_s, speed_m_s=speed_m_s, courses_rad=courses_rad, step_s=_DRIFT_STEP_S)
    return np.vstack([[spot], line])


def _beside(chance: Chance, line: Floats, apart_m: float) -> Floats:
    """Return a line that keeps beside another, its bearing changing slowly."""
    bearings = chance.between(Stream.APART, 0.0, 2.0 * np.pi, turn=2) + 0.08 * np.arange(len(line))
    per_lat_m, per_lon_m = metres_per_degree(line[:, 0])
    return line + apart_m * np.column_stack([np.cos(bearings) / per_lat_m, np.sin(bearings) / per_lon_m])


def _by_way_of(found: Ship, chance: Chance, way: tuple[str, str], line: Floats, at_s: float) -> Journey:
    """Return a voyage from a port to the first point of a line, which is reached at `at_s`, along it, and on."""
    come, leave = chance.pick(Stream.PORT, list(PORTS)), chance.pick(Stream.PORT, list(PORTS), turn=1)
    start, end = (float(line[0, 0]), float(line[0, 1])), (float(line[-1, 0]), float(line[-1, 1]))
    near = min(way, key=lambda name: metres_between(place(name), start) + _way_m(come, name))
    far = min(way, key=lambda name: metres_between(place(name), end) + _way_m(leave, name))
    log = log_at(come)
    log.bound.append((0.0, leave))
    log.stay(S_PER_H * chance.between(Stream.STAY, 20.0, 40.0), port=come)
    log.sail(np.vstack([points(route(come, near))[1:], start]), found.speed_m_s, slow_first=True)
    arrived_s = log.t_s
    log.follow(line[1:], _DRIFT_STEP_S)
    log.sail(points(route(far, leave)), found.speed_m_s, slow_last=True)
    log.stay(S_PER_H * 72.0, port=leave)
    return log.journey().later(at_s - arrived_s)


def _way_m(start: str, end: str) -> float:
    names = route(start, end)
    return sum(metres_between(place(one), place(other)) for one, other in pairwise(names))


def _crossing(cue: Cue, found: Ship, for_s: float) -> tuple[Journey, float]:
    """Return a voyage between two ports far apart, and an instant from which it stays at sea for so long."""
    come, leave = cue.chance.pick(Stream.PORT, (("ALG", "MRS"), ("AGP", "CAG"), ("BJA", "GOA"), ("ALC", "TUN")))
    log = log_at(come)
    log.stay(S_PER_H * 40.0, port=come)
    log.voyage(come, leave, found.speed_m_s)
    out_s, at_sea_s = S_PER_H * 40.0, log.t_s - S_PER_H * 40.0
    log.stay(S_PER_H * 72.0, port=leave)
    begins_s = _begins_s(cue, for_s)
    after_s = out_s + cue.chance.between(Stream.START, 0.3, 0.5) * max(at_sea_s - for_s, 0.0)
    return log.journey().later(begins_s - after_s), begins_s


def _to_and_fro(one: str, other: str, found: Ship, span_s: float) -> Journey:
    log, here, there = log_at(one), one, other
    while log.t_s < span_s + 4 * S_PER_H:
        log.voyage(here, there, found.speed_m_s)
        log.stay(2.0 * S_PER_H, port=there)
        here, there = there, here
    return log.journey().later(-3.0 * S_PER_H)


def _where(journey: Journey, t_s: float) -> tuple[float, float]:
    lat_deg, lon_deg = journey.at(np.array([t_s]))
    return float(lat_deg[0]), float(lon_deg[0])
