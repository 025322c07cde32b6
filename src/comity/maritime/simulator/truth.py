"""What is true of a run: the planted events, the port visits of ships that behave, and whose each detection is.

Units: milliseconds since 1970, degrees, metres. The document is `comity/simulated-truth/1`.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from comity.ground import MS_PER_S, instant_text, metres_per_degree
from comity.maritime.simulator.journeys import Journey
from comity.maritime.simulator.planted import Actor, Event
from comity.maritime.simulator.satellites import Scene, Seen
from comity.maritime.simulator.sea_ways import PORTS

SCHEMA = "comity/simulated-truth/1"
ENTERS_M, LEAVES_M = 3_000.0, 4_000.0
"""A visit begins within this of the port and ends beyond that (Global Fishing Watch, pipe-anchorages)."""

_LOOK_S, _STEP_S = 7_200.0, 20.0
_DECIMALS = 5


def port_visits(actor: Actor, span_s: float) -> Iterator[Event]:
    """Yield the visits that begin and end within the run."""
    for call in actor.journey.calls:
        enters_s = _last_beyond_s(actor.journey, call.port, call.from_s, ENTERS_M, -1.0)
        leaves_s = _last_beyond_s(actor.journey, call.port, call.to_s, LEAVES_M, 1.0)
        first_s, last_s = max(0.0, float(actor.journey.t_s[0])), min(span_s, float(actor.journey.t_s[-1]))
        if enters_s is not None and leaves_s is not None and first_s < enters_s and leaves_s < last_s:
            port = PORTS[call.port]
            about = {"port": call.port, "moored_ms": [round(call.from_s), round(call.to_s)]}
            yield Event(
                "port_visit", (actor.ship.identity.mmsi,), enters_s, leaves_s, port.lat_deg, port.lon_deg, about
            )


def _last_beyond_s(journey: Journey, name: str, at_s: float, beyond_m: float, way: float) -> float | None:
    """Return when a ship is first beyond a distance of a port, looking from an instant back (−1) or on (1)."""
    port = PORTS[name]
    t_s = at_s + way * np.arange(0.0, _LOOK_S, _STEP_S)
    lat_deg, lon_deg = journey.at(t_s)
    per_lat_m, per_lon_m = metres_per_degree(port.lat_deg)
    range_m = np.hypot((lat_deg - port.lat_deg) * per_lat_m, (lon_deg - port.lon_deg) * per_lon_m)
    beyond = np.flatnonzero(range_m > beyond_m)
    return float(t_s[beyond[0]]) if len(beyond) else None


def truth_of(
    events: Sequence[Event],
    pictures: Sequence[Scene],
    seen: Sequence[Seen],
    *,
    seed: int,
    ships: int,
    hours: float,
    begins_ms: int,
) -> dict[str, Any]:
    """Return the document."""

    def ms(t_s: float) -> int:
        return begins_ms + round(t_s) * MS_PER_S

    return {
        "schema": SCHEMA,
        "example": True,
        "about": "EXAMPLE / EXEMPLE / مثال: invented ships",
        "seed": seed,
        "ships": ships,
        "from": instant_text(begins_ms),
        "from_ms": begins_ms,
        "to_ms": begins_ms + round(hours * 3600) * MS_PER_S,
        "ports": [
            {"port": key, "name": port.name, "country": port.country, "lat_deg": port.lat_deg, "lon_deg": port.lon_deg}
            for key, port in PORTS.items()
        ],
        "events": [_event(each, ms) for each in sorted(events, key=lambda each: (each.from_s, each.kind, each.mmsi))],
        "scenes": [
            {"scene": each.name, "sensor": each.sensor, "t_ms": ms(each.t_s), "box": list(each.box)}
            for each in pictures
        ],
        "detections": [
            {"detection_id": each.detection_id, "mmsi": each.mmsi, "sends_ais": each.sends_ais} for each in seen
        ],
    }


def _event(each: Event, ms: Any) -> dict[str, Any]:
    about = dict(each.about)
    if "moored_ms" in about:
        about["moored_ms"] = [ms(t_s) for t_s in about["moored_ms"]]
    return {
        "kind": each.kind,
        "mmsi": list(each.mmsi),
        "start_ms": ms(each.from_s),
        "end_ms": ms(each.to_s),
        "lat_deg": round(each.lat_deg, _DECIMALS),
        "lon_deg": round(each.lon_deg, _DECIMALS),
        **about,
    }
