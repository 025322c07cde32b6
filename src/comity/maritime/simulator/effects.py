"""What a ship's transmitter does that the ship does not: silence, circles, a place elsewhere, another identity.

Units: seconds from the first instant of the run, degrees, metres.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats, metres_per_degree
from comity.maritime.simulator.chance import Chance, Stream
from comity.maritime.simulator.reports import Reports
from comity.maritime.simulator.ships import Identity

_TANGENT_DEG = 20.0
"""How far the course that is sent differs from the circle's, one standard deviation: the two are not of one motion."""


@dataclass(frozen=True)
class Silent:
    """Nothing is sent."""

    from_s: float
    to_s: float


@dataclass(frozen=True)
class Circling:
    """The place that is sent goes round a centre, from where the ship is when it begins."""

    from_s: float
    to_s: float
    lat_deg: float
    lon_deg: float
    radius_m: float
    period_s: float
    bearing_rad: float


@dataclass(frozen=True)
class Elsewhere:
    """The place that is sent lies aside by so many degrees."""

    from_s: float
    to_s: float
    north_deg: float
    east_deg: float


@dataclass(frozen=True)
class Renamed:
    """From an instant on the ship says that it is another."""

    from_s: float
    identity: Identity


Effect = Silent | Circling | Elsewhere | Renamed


def with_effects(found: Reports, effects: tuple[Effect, ...], chance: Chance) -> Reports:
    """Return what is heard of a ship whose transmitter does all this."""
    for each in effects:
        if type(each) in _CHANGES:
            found = _CHANGES[type(each)](found, each, chance)
    return found


def is_silent(t_s: Floats, effects: tuple[Effect, ...]) -> NDArray[np.bool_]:
    """Tell for each instant whether the transmitter is silent."""
    silent = np.zeros(len(t_s), dtype=np.bool_)
    for each in effects:
        if isinstance(each, Silent):
            silent |= _is_during(t_s, each)
    return silent


def _silence(found: Reports, effect: Silent, _: Chance) -> Reports:
    return found.taken(~_is_during(found.t_s, effect))


def _circle(found: Reports, effect: Circling, chance: Chance) -> Reports:
    during = _is_during(found.t_s, effect)
    turns = (found.t_s - effect.from_s) / effect.period_s
    angle = effect.bearing_rad + 2.0 * np.pi * turns
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(effect.lat_deg))
    speed_m_s = 2.0 * np.pi * effect.radius_m / effect.period_s
    count = len(found.t_s)
    course_deg = np.degrees(angle) + 90.0 + _TANGENT_DEG * chance.normals(Stream.EFFECT, count)
    return replace(
        found,
        lat_deg=np.where(during, effect.lat_deg + effect.radius_m * np.cos(angle) / per_lat_m, found.lat_deg),
        lon_deg=np.where(during, effect.lon_deg + effect.radius_m * np.sin(angle) / per_lon_m, found.lon_deg),
        sog_m_s=np.where(during, speed_m_s + 0.1 * chance.normals(Stream.EFFECT, count), found.sog_m_s),
        cog_deg=np.where(during, course_deg % 360.0, found.cog_deg),
    )


def _shift(found: Reports, effect: Elsewhere, _: Chance) -> Reports:
    during = _is_during(found.t_s, effect)
    return replace(
        found,
        lat_deg=found.lat_deg + np.where(during, effect.north_deg, 0.0),
        lon_deg=found.lon_deg + np.where(during, effect.east_deg, 0.0),
    )


def _is_during(t_s: Floats, effect: Silent | Circling | Elsewhere) -> NDArray[np.bool_]:
    return (t_s >= effect.from_s) & (t_s < effect.to_s)


_CHANGES: Mapping[type, Callable[[Reports, Any, Chance], Reports]] = MappingProxyType(
    {Silent: _silence, Circling: _circle, Elsewhere: _shift}
)
