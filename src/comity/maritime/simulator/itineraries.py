"""What ships of each trade do in the days of a run: lines, passages, fishing trips, days on the water.

Units: seconds, metres per second, hours in the table of trades. Each journey covers the whole run, from 0 to `span_s`,
but for ships that only pass through: those are here as long as they are.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from comity.ground import Floats
from comity.maritime.simulator.chance import Chance, Stream
from comity.maritime.simulator.journeys import FISHING, MOORED, Journey, Log, log_at, moved
from comity.maritime.simulator.sea_ways import GATES, PORTS, metres_between, place, route
from comity.maritime.simulator.ships import Ship

S_PER_H = 3600.0
_PASSING = 0.55
"""Share of cargo ships and tankers that pass through."""

_LINES = (
    ("ALG", "MRS"), ("ALG", "ALC"), ("ORN", "ALC"), ("BCN", "PMI"), ("TUN", "MRS"), ("VLC", "PMI"), ("GHZ", "LEI"),
    ("AJA", "MRS"), ("TUN", "TPS"), ("CAG", "LIV"), ("NAP", "PMO"), ("BCN", "GOA"), ("TNG", "GIB"), ("AAE", "MRS"),
    ("IBZ", "VLC"), ("MAH", "BCN"), ("BJA", "MRS"), ("SKI", "MRS"), ("PMO", "CAG"), ("MOS", "CAR"),
)  # fmt: skip
_TRAWL_M_S = (1.45, 1.9)
_TRAWL_H = (7.0, 13.0)
_NEAR_M = 320_000.0


def itinerary(ship: Ship, chance: Chance, span_s: float) -> Journey:
    """Return what a ship does from 0 to `span_s`."""
    return _TRADES[ship.trade](ship, chance, span_s)


def _merchant(ship: Ship, chance: Chance, span_s: float) -> Journey:
    if chance.between(Stream.GROUND, 0.0, 1.0) < _PASSING:
        return _passing(ship, chance, span_s)
    return calling(ship, chance, span_s)


def _passing(ship: Ship, chance: Chance, span_s: float) -> Journey:
    gates = list(GATES)
    start = gates.pop(int(chance.between(Stream.PORT, 0.0, len(gates))))
    end = chance.pick(Stream.PORT, gates, turn=1)
    log = log_at(start)
    log.voyage(start, end, ship.speed_m_s)
    return log.journey().later(chance.between(Stream.START, -0.9 * log.t_s, 0.9 * span_s))


def calling(ship: Ship, chance: Chance, span_s: float) -> Journey:
    """Return a journey from port to port, far or near."""
    ports = list(PORTS)
    here = chance.pick(Stream.PORT, ports)
    return _between(ship, chance, span_s, here, lambda at, turn: chance.pick(Stream.PORT, _others(at, ports), turn))


def _line(ship: Ship, chance: Chance, span_s: float) -> Journey:
    one, other = chance.pick(Stream.PORT, _LINES)
    return _between(ship, chance, span_s, one, lambda at, _: other if at == one else one)


def _near(ship: Ship, chance: Chance, span_s: float) -> Journey:
    here = chance.pick(Stream.PORT, list(PORTS))
    return _between(ship, chance, span_s, here, lambda at, turn: chance.pick(Stream.PORT, _near_ports(at), turn))


def _between(ship: Ship, chance: Chance, span_s: float, start: str, following: Callable[[str, int], str]) -> Journey:
    """Return stays and voyages by turns, already begun when the run begins."""
    log, here, turn = log_at(start), start, 1
    began_s = 0.0
    while log.t_s - began_s < span_s:
        log.stay(_stay_s(ship, chance, turn), port=here, status=MOORED)
        there = following(here, turn + 1)
        log.voyage(here, there, ship.speed_m_s)
        here, turn = there, turn + 1
        if began_s == 0.0:
            began_s = chance.between(Stream.START, 0.05, 0.95) * log.t_s
    log.stay(S_PER_H, port=here)
    return log.journey().later(-began_s)


def _fishing(ship: Ship, chance: Chance, span_s: float) -> Journey:
    home = chance.pick(Stream.PORT, list(PORTS))
    log, turn = log_at(home), 1
    began_s = 0.0
    while log.t_s - began_s < span_s:
        log.stay(_stay_s(ship, chance, turn), port=home)
        _fish(log, ship, chance, home, turn)
        turn += 1
        if began_s == 0.0:
            began_s = chance.between(Stream.START, 0.05, 0.95) * log.t_s
    log.stay(S_PER_H, port=home)
    return log.journey().later(-began_s)


def _fish(log: Log, ship: Ship, chance: Chance, home: str, turn: int) -> None:
    """Sail to a ground on the way to another port, trawl to and fro, and come home."""
    approach = np.array(place(PORTS[home].approach))
    beyond = np.array(place(route(home, chance.pick(Stream.GROUND, _others(home, list(PORTS)), turn))[2:][0]))
    out_m = metres_between((approach[0], approach[1]), (beyond[0], beyond[1]))
    far = min(chance.between(Stream.GROUND, 0.2, 0.6, turn + 50), 45_000.0 / max(out_m, 1.0))
    ground, end = approach + far * (beyond - approach), approach + 0.5 * far * (beyond - approach)
    log.bound.append((log.t_s, "FISHING GROUND"))
    log.sail(np.vstack([approach, ground]), ship.speed_m_s, slow_first=True)
    speed_m_s = chance.between(Stream.SPEED, *_TRAWL_M_S, turn=turn)
    to_trawl_s = chance.between(Stream.STAY, *_TRAWL_H, turn=turn + 100) * S_PER_H
    until_s, hauls = log.t_s + to_trawl_s, [end, ground]
    while log.t_s < until_s:
        log.sail(_aside(hauls[0], chance, turn), speed_m_s, status=FISHING)
        hauls.reverse()
    log.bound.append((log.t_s, home))
    way = np.vstack([approach, place(home)])
    log.sail(way, ship.speed_m_s, slow_last=True)


def _aside(point: Floats, chance: Chance, turn: int) -> Floats:
    east_m = chance.between(Stream.GROUND, -1500.0, 1500.0, turn + 150)
    return np.array([moved(float(point[0]), float(point[1]), east_m, -east_m)])


def _stay_s(ship: Ship, chance: Chance, turn: int) -> float:
    return chance.between(Stream.STAY, *ship.kind.stay_h, turn=turn) * S_PER_H


def _others(port: str, ports: list[str]) -> list[str]:
    return [each for each in ports if each != port]


def _near_ports(port: str) -> list[str]:
    found = [each for each in PORTS if each != port and metres_between(place(each), place(port)) < _NEAR_M]
    return found or _others(port, list(PORTS))


_TRADES: Mapping[str, Callable[[Ship, Chance, float], Journey]] = MappingProxyType(
    {
        "cargo": _merchant,
        "tanker": _merchant,
        "ferry": _line,
        "fast_ferry": _line,
        "fishing": _fishing,
        "small_fishing": _fishing,
        "sailing": _near,
        "tug": _near,
        "pleasure": _near,
    }
)
