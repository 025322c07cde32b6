"""What satellites see of a simulated fleet: ships in a scene, those that send AIS and those that send none.

Units: seconds from the first instant of the run, degrees, metres. A scene is a box at one instant; ships in port are
left out, as detection products do.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from comity.ground import metres_per_degree
from comity.maritime.simulator.chance import Chance, Stream
from comity.maritime.simulator.effects import is_silent
from comity.maritime.simulator.planted import Actor
from comity.maritime.simulator.sea_ways import PORTS

_SAR_EVERY_S, _FIRST_S = 12 * 3600.0, 3 * 3600.0
_CENTRES = ((37.9, 3.6), (38.6, 5.9), (37.2, 0.6), (40.6, 6.2), (38.2, 8.6))
_HALF_LAT_DEG, _HALF_LON_DEG = 1.1, 1.5
_SAR_ERROR_M, _VIIRS_ERROR_M = 60.0, 350.0
_HARBOUR_M = 6_000.0
_SMALL_M = 22.0
_SEEN, _SEEN_SMALL = 0.95, 0.55
_LENGTH_ERROR = 0.12


@dataclass(frozen=True)
class Scene:
    """A picture: its name, its sensor, its instant and its box (west, south, east, north)."""

    name: str
    sensor: str
    t_s: float
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Seen:
    """A detection, and which ship it is in truth; `sends_ais` tells whether that ship could be heard then."""

    scene: Scene
    number: int
    lat_deg: float
    lon_deg: float
    length_m: float
    score: float
    mmsi: int
    sends_ais: bool

    @property
    def detection_id(self) -> str:
        """The name of the detection."""
        return f"{self.scene.name}-{self.number:04d}"


def scenes(seed: int, span_s: float) -> tuple[Scene, ...]:
    """Return the scenes of a run: radar every twelve hours, lights at sea once a night; one where it is short."""
    instants = np.arange(min(_FIRST_S, 0.5 * span_s), span_s, _SAR_EVERY_S)
    found = []
    for number, t_s in enumerate(instants.tolist()):
        sensor = "viirs" if number % 2 else "sar"
        lat_deg, lon_deg = Chance(seed, 2_000_000 + number).pick(Stream.SCENE, _CENTRES) if number else _CENTRES[0]
        wide = 1.6 if sensor == "viirs" else 1.0
        box = (
            lon_deg - wide * _HALF_LON_DEG,
            lat_deg - wide * _HALF_LAT_DEG,
            lon_deg + wide * _HALF_LON_DEG,
            lat_deg + wide * _HALF_LAT_DEG,
        )
        found.append(Scene(f"EX-{sensor.upper()}-{number + 1:03d}", sensor, float(np.floor(t_s)), box))
    return tuple(found)


def seen_in(scene: Scene, actors: Sequence[Actor]) -> list[Seen]:
    """Return what is detected of ships in a scene."""
    found: list[Seen] = []
    west, south, east, north = scene.box
    for actor in actors:
        at = np.array([scene.t_s])
        is_here = actor.journey.t_s[0] <= scene.t_s <= actor.journey.t_s[-1]
        lat_deg, lon_deg = (float(each[0]) for each in actor.journey.at(at))
        if not (is_here and south < lat_deg < north and west < lon_deg < east) or _is_in_port(lat_deg, lon_deg):
            continue
        turn = int(scene.t_s // 60)
        length_m = actor.ship.length_m
        share = _SEEN if length_m > _SMALL_M else _SEEN_SMALL
        chance = Chance(actor.chance.seed ^ turn, actor.chance.number)
        if chance.between(Stream.SEEN, 0.0, 1.0) > share:
            continue
        error_m = _SAR_ERROR_M if scene.sensor == "sar" else _VIIRS_ERROR_M
        per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(lat_deg))
        found.append(
            Seen(
                scene=scene,
                number=len(found) + 1,
                lat_deg=lat_deg + error_m * float(chance.normals(Stream.SEEN_NORTH, 1)[0]) / per_lat_m,
                lon_deg=lon_deg + error_m * float(chance.normals(Stream.SEEN_EAST, 1)[0]) / per_lon_m,
                length_m=max(6.0, length_m * (1.0 + _LENGTH_ERROR * float(chance.normals(Stream.SEEN_LENGTH, 1)[0]))),
                score=chance.between(Stream.SEEN, 0.72, 0.99, turn=1),
                mmsi=0 if actor.is_dark else actor.ship.identity.mmsi,
                sends_ais=not (actor.is_dark or bool(is_silent(at, actor.effects)[0])),
            )
        )
    return found


def _is_in_port(lat_deg: float, lon_deg: float) -> bool:
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(lat_deg))
    return any(
        np.hypot((port.lat_deg - lat_deg) * per_lat_m, (port.lon_deg - lon_deg) * per_lon_m) < _HARBOUR_M
        for port in PORTS.values()
    )
