"""A fleet for some hours: its reports, words and messages, what satellites see, and what is true.

Units: milliseconds since 1970, degrees, metres. One seed gives one run: every number is counted, none remembered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from comity.ground import MS_PER_HOUR, MS_PER_S, Floats
from comity.maritime.columns import DETECTIONS, MESSAGES, POSITIONS, STATICS
from comity.maritime.simulator.chance import Chance, Stream
from comity.maritime.simulator.devices import Device, devices
from comity.maritime.simulator.effects import Renamed, with_effects
from comity.maritime.simulator.itineraries import itinerary
from comity.maritime.simulator.planted import PLANTERS, Actor, Cue, Event
from comity.maritime.simulator.reports import STATIONS, Reception, reports_of, with_errors
from comity.maritime.simulator.satellites import Seen, scenes, seen_in
from comity.maritime.simulator.ships import ship
from comity.maritime.simulator.statics import statics_of
from comity.maritime.simulator.truth import port_visits, truth_of

SHIPS_PER_DARK = 10
"""One ship more that sends nothing for so many that do."""

SHIPS_PER_DEVICE = 60
_LEAST_DEVICES = 2
_S_PER_H = MS_PER_HOUR // MS_PER_S
_TYPE_3 = 0.1
"""Share of class A reports sent as type 3, which answer an interrogation."""


@dataclass(frozen=True)
class Traffic:
    """What a run gives: tables in the order in which they were received, and the truth (`comity/simulated-truth/1`)."""

    positions: pa.Table
    statics: pa.Table
    messages: pa.Table
    detections: pa.Table
    truth: dict[str, Any]


def simulate(*, seed: int, ships: int, hours: float, begins_ms: int, by: Reception | None = None) -> Traffic:
    """Return the traffic of a fleet of EXAMPLE ships in the western Mediterranean.

    Parameters
    ----------
    ships
        How many send AIS, those of the planted events among them; some more send nothing.
    begins_ms
        A whole second.
    """
    reception, span_s = by or Reception(), hours * _S_PER_H
    actors, events = fleet(seed, ships, span_s)
    found, told = devices(seed, max(_LEAST_DEVICES, ships // SHIPS_PER_DEVICE), span_s)
    pictures = scenes(seed, span_s)
    seen = [each for scene in pictures for each in seen_in(scene, actors)]
    visits = [each for actor in actors if not (actor.is_dark or actor.effects) for each in port_visits(actor, span_s)]
    heard = [each for each in actors if not each.is_dark]
    return Traffic(
        positions=_positions(heard, found, span_s, begins_ms, reception),
        statics=_statics(heard, span_s, begins_ms, reception),
        messages=_messages(found, begins_ms),
        detections=_detections(seen, begins_ms),
        truth=truth_of(
            [*events, *told, *visits], pictures, seen, seed=seed, ships=ships, hours=hours, begins_ms=begins_ms
        ),
    )


def fleet(seed: int, ships: int, span_s: float) -> tuple[list[Actor], list[Event]]:
    """Return the ships of a run, the dark ones last, and the events planted among them; a third of them at most."""
    actors: list[Actor] = []
    events: list[Event] = []
    spare = ships + ships // SHIPS_PER_DARK + 2
    is_planted = True
    while is_planted and len(actors) < ships // 3 + 1:
        is_planted = False
        for planter in PLANTERS.values():
            if planter.least_h * _S_PER_H <= span_s and len(actors) + planter.ships <= ships:
                some, true = planter.plant(Cue(seed, len(actors), spare, span_s))
                actors += some
                events += true
                spare, is_planted = spare + 1, True
    dark = max(1, ships // SHIPS_PER_DARK)
    for number in range(len(actors), ships + dark):
        chance = Chance(seed, number)
        is_dark = number >= ships
        sailing = ship(number, chance, chance.pick(Stream.KIND, ("fishing", "cargo"), turn=1) if is_dark else None)
        actors.append(Actor(sailing, itinerary(sailing, chance, span_s), chance, is_dark=is_dark))
    return actors, events


def _positions(
    actors: Sequence[Actor], found: Sequence[Device], span_s: float, begins_ms: int, by: Reception
) -> pa.Table:
    parts = [_reports(actor, span_s, by) for actor in actors] + [_device_reports(each) for each in found]
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    order = np.lexsort((columns["mmsi"], columns["received_s"]))
    t_s, received_s = columns.pop("t_s")[order], columns.pop("received_s")[order]
    arrays = {name: column[order] for name, column in columns.items()}
    arrays["t_ms"] = begins_ms + t_s.astype(np.int64) * MS_PER_S
    arrays["received_ms"] = begins_ms + received_s.astype(np.int64) * MS_PER_S
    arrays["utc_second"] = arrays["t_ms"] // MS_PER_S % 60
    station = pa.DictionaryArray.from_arrays(pa.array(arrays.pop("station"), pa.int32()), pa.array(STATIONS))
    taken = {name: pa.array(column, POSITIONS.field(name).type) for name, column in arrays.items()}
    return pa.table({**taken, "station": station}).select(POSITIONS.names).cast(POSITIONS)


def _reports(actor: Actor, span_s: float, by: Reception) -> dict[str, Any]:
    sailing, chance = actor.ship, actor.chance
    found = with_effects(reports_of(actor.journey, sailing, chance, span_s, by), actor.effects, chance)
    found = with_errors(found, chance, by)
    count = len(found.t_s)
    mmsi = np.full(count, sailing.identity.mmsi, dtype=np.int64)
    for each in actor.effects:
        if isinstance(each, Renamed):
            mmsi[found.t_s >= each.from_s] = each.identity.mmsi
    is_type_3 = chance.uniforms(Stream.CLASS, count) < _TYPE_3
    columns = dict(vars(found))
    received_s = found.t_s + columns.pop("delay_s")
    return {
        **columns,
        "mmsi": mmsi,
        "received_s": received_s,
        "is_accurate": np.full(count, chance.between(Stream.EFFECT, 0.0, 1.0) < 0.7),
        "msg_type": np.where(is_type_3, 3, 1) if sailing.kind.is_class_a else np.full(count, 18),
    }


def _device_reports(each: Device) -> dict[str, Any]:
    count = len(each.t_s)
    missing: Floats = np.full(count, np.nan)
    return {
        "t_s": each.t_s,
        "received_s": each.t_s,
        "lat_deg": each.lat_deg,
        "lon_deg": each.lon_deg,
        "sog_m_s": np.zeros(count),
        "cog_deg": missing,
        "heading_deg": missing,
        "rot_deg_min": missing,
        "nav_status": np.full(count, each.status, dtype=np.int8),
        "station": np.full(count, STATIONS.index(each.station), dtype=np.int32),
        "mmsi": np.full(count, each.mmsi, dtype=np.int64),
        "is_accurate": np.ones(count, dtype=np.bool_),
        "msg_type": np.ones(count, dtype=np.int64),
    }


def _statics(actors: Sequence[Actor], span_s: float, begins_ms: int, by: Reception) -> pa.Table:
    columns: dict[str, list[Any]] = {name: [] for name in STATICS.names}
    for actor in actors:
        for name, values in statics_of(actor, span_s=span_s, begins_ms=begins_ms, by=by).items():
            columns[name] += values
    plain = {name: pa.array(values, _plain(STATICS.field(name).type)) for name, values in columns.items()}
    return pa.table(plain).sort_by([("t_ms", "ascending"), ("mmsi", "ascending")]).cast(STATICS)


def _messages(found: Sequence[Device], begins_ms: int) -> pa.Table:
    rows = [
        {
            "mmsi": each.mmsi,
            "t_ms": begins_ms + int(t_s) * MS_PER_S,
            "msg_type": 14,
            "dest_mmsi": 0,
            "dac": -1,
            "fid": -1,
            "text": each.words,
            "lat_deg": float("nan"),
            "lon_deg": float("nan"),
            "station": each.station,
        }
        for each in found
        for t_s in each.words_s.tolist()
    ]
    plain = pa.schema([pa.field(each.name, _plain(each.type)) for each in MESSAGES])
    return pa.Table.from_pylist(rows, plain).sort_by([("t_ms", "ascending"), ("mmsi", "ascending")]).cast(MESSAGES)


def _detections(seen: Sequence[Seen], begins_ms: int) -> pa.Table:
    rows = [
        {
            "detection_id": each.detection_id,
            "t_ms": begins_ms + int(each.scene.t_s) * MS_PER_S,
            "lat_deg": each.lat_deg,
            "lon_deg": each.lon_deg,
            "sensor": each.scene.sensor,
            "length_m": each.length_m,
            "score": each.score,
            "scene": each.scene.name,
            "source": "EXAMPLE",
        }
        for each in seen
    ]
    return pa.Table.from_pylist(rows, DETECTIONS)


def _plain(kind: pa.DataType) -> pa.DataType:
    return kind.value_type if pa.types.is_dictionary(kind) else kind
