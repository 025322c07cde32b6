"""What simulated ships say of themselves: types 5 and 24, every six minutes (ITU-R M.1371-5, table 1).

Units: seconds from the first instant of the run, metres.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from comity.ground import MS_PER_S
from comity.maritime.columns import STATICS
from comity.maritime.simulator.chance import Stream
from comity.maritime.simulator.effects import Renamed, is_silent
from comity.maritime.simulator.journeys import Journey
from comity.maritime.simulator.planted import Actor
from comity.maritime.simulator.reports import STATIONS, Reception, heard
from comity.maritime.simulator.sea_ways import PORTS
from comity.maritime.simulator.ships import Identity, Ship

EVERY_S = 360.0
_BOW_SHARE = 0.82
"""Where a ship's aerial stands: this share of its length from the bow."""

_PART_B_S = 2.0
_LAST_STATIC = 5


def statics_of(actor: Actor, *, span_s: float, begins_ms: int, by: Reception) -> dict[str, list[Any]]:
    """Return what is heard of a ship's words about itself, as columns of `STATICS`."""
    journey = actor.journey
    first_s, last_s = max(0.0, float(journey.t_s[0])), min(span_s, float(journey.t_s[-1]))
    t_s = np.floor(np.arange(first_s + actor.chance.between(Stream.STATIC, 1.0, EVERY_S), last_s - _PART_B_S, EVERY_S))
    t_s = t_s[~is_silent(t_s, actor.effects)]
    is_heard, station = heard(journey, t_s, actor.chance, Stream.STATIC, by)
    columns: dict[str, list[Any]] = {name: [] for name in STATICS.names}
    for at_s, number in zip(t_s[is_heard].tolist(), station[is_heard].tolist(), strict=True):
        for row in _said(actor.ship, _identity(actor, at_s), journey, at_s):
            row["t_ms"] = begins_ms + int(row["t_ms"]) * MS_PER_S
            row["station"] = STATIONS[number]
            for name, values in columns.items():
                values.append(row[name])
    return columns


def destination(journey: Journey, t_s: float) -> str:
    """Return where a ship says that it is bound for, at an instant."""
    begun = [name for since_s, name in journey.bound if since_s <= t_s]
    name = begun[-1] if begun else (journey.bound[0][1] if journey.bound else "")
    port = PORTS.get(name)
    return f"EX {port.country}{name}" if port else ("FOR ORDERS" if name.islower() else name)


def _identity(actor: Actor, t_s: float) -> Identity:
    for each in actor.effects:
        if isinstance(each, Renamed) and t_s >= each.from_s:
            return each.identity
    return actor.ship.identity


def _said(ship: Ship, identity: Identity, journey: Journey, t_s: float) -> Iterator[dict[str, Any]]:
    """Yield the rows of one turn: one of type 5, or both parts of type 24."""
    bow_m, port_m = round(ship.length_m * _BOW_SHARE), round(ship.beam_m / 2)
    whole: dict[str, Any] = {
        "mmsi": identity.mmsi,
        "t_ms": t_s,
        "imo": identity.imo,
        "callsign": identity.callsign,
        "shipname": identity.shipname,
        "ship_type": ship.kind.ship_type,
        "to_bow_m": bow_m,
        "to_stern_m": round(ship.length_m) - bow_m,
        "to_port_m": port_m,
        "to_starboard_m": round(ship.beam_m) - port_m,
        "draught_m": ship.draught_m,
        "destination": destination(journey, t_s),
        "eta": "",
        "msg_type": _LAST_STATIC,
    }
    if ship.kind.is_class_a:
        yield whole
        return
    none = {"imo": 0, "draught_m": float("nan"), "destination": "", "msg_type": 24}
    unsaid = dict.fromkeys(("ship_type", "to_bow_m", "to_stern_m", "to_port_m", "to_starboard_m"), 0)
    yield {**whole, **none, **unsaid, "callsign": ""}
    yield {**whole, **none, "shipname": "", "t_ms": t_s + _PART_B_S}
