"""Scenarios: what may have happened, each a distribution of where and when the object began to drift.

Units: degrees, metres, metres per second, seconds; instants in milliseconds since 1970; bearings clockwise from true
north. An error is one standard deviation. What names a file holds the name until `files` has read it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats
from comity.rescue.leeway import LeewayClass

Ring = tuple[tuple[float, float], ...]
"""Corners of an area, [longitude, latitude] in degrees, the last joined to the first."""


@dataclass(frozen=True)
class LastKnownPosition:
    """A fix with normal errors: `position_error_m` is one standard deviation on each axis, `time_error_s` in time."""

    lat_deg: float
    lon_deg: float
    position_error_m: float
    time_ms: int
    time_error_s: float
    weight: float


@dataclass(frozen=True)
class Area:
    """Anywhere in an area, uniformly, at any time between two instants.

    `polygon` is a list of rings (one within another is its hole, one beside it another part of the area), or the name
    of a file that is still to be read by `files`.
    """

    polygon: str | tuple[Ring, ...]
    from_ms: int
    to_ms: int
    weight: float


def run_on(rings: tuple[Ring, ...]) -> tuple[Ring, ...]:
    """Return rings whose longitudes run on past 180 where an outline crosses the antimeridian, holes beside them.

    >>> run_on((((179.0, 0.0), (-179.0, 0.0), (-179.0, 1.0)),))
    (((179.0, 0.0), (181.0, 0.0), (181.0, 1.0)),)
    """
    if not rings or not rings[0]:
        return rings
    about_deg, whole = rings[0][0][0], []
    for ring in rings:
        run: list[tuple[float, float]] = []
        for lon_deg, lat_deg in ring:
            last_deg = run[-1][0] if run else about_deg
            run.append((lon_deg - 360.0 * round((lon_deg - last_deg) / 360.0), lat_deg))
        whole.append(tuple(run))
    return tuple(whole)


@dataclass(frozen=True)
class Cone:
    """On the way from a first to a last position, error and time growing or shrinking evenly between the two."""

    lat_deg: tuple[float, float]
    lon_deg: tuple[float, float]
    position_error_m: tuple[float, float]
    time_ms: tuple[int, int]
    weight: float


@dataclass(frozen=True)
class WayPoint:
    """A point of a track and the instant at which the vessel was, or should have been, there; None where unsaid."""

    lat_deg: float
    lon_deg: float
    time_ms: int | None


@dataclass(frozen=True)
class Hazard:
    """A place where an accident is `factor` times as likely as elsewhere, within a radius."""

    lat_deg: float
    lon_deg: float
    radius_m: float
    factor: float


@dataclass(frozen=True)
class Voyage:
    """Somewhere on a track, at any time between two instants, more likely near hazards; also a vessel overdue.

    Parameters
    ----------
    track
        Way-points in order, or the name of a GPX file that is still to be read.
    from_ms, to_ms
        The part of the voyage on which it may have happened; None: its first and its last way-point.
    contact
        Where the vessel was at `from_ms`, when it was last heard; the way runs from there to the way-points after it.
    departed_ms, speed_m_s
        Give the way-points of a track their times where it has none.
    speed_error
        Standard deviation of the progress since `from_ms`, as a share of it: 0.1 is 10 % ahead of or behind plan.
    position_error_m
        Standard deviation on each axis about the track.
    """

    track: str | tuple[WayPoint, ...]
    from_ms: int | None
    to_ms: int | None
    contact: tuple[float, float] | None
    departed_ms: int | None
    speed_m_s: float | None
    speed_error: float
    position_error_m: float
    hazards: tuple[Hazard, ...]
    weight: float


@dataclass(frozen=True)
class LastReport:
    """A ship that fell silent: its last report by AIS, and the instant until which nobody missed the next one.

    The accident happened at any time between the two; until then the ship went on along its course at its speed.
    """

    lat_deg: float
    lon_deg: float
    position_error_m: float
    time_ms: int
    until_ms: int
    course_deg: float
    course_error_deg: float
    speed_m_s: float
    speed_error_m_s: float
    weight: float


@dataclass(frozen=True)
class Bearing:
    """Something seen or heard from a position, along a bearing, between two distances: a call, a light, a flare.

    `is_even_by_area`: each square metre of the sector is as likely as another (a flare); else each metre of distance.
    """

    lat_deg: float
    lon_deg: float
    position_error_m: float
    bearing_deg: float
    bearing_error_deg: float
    distance_m: tuple[float, float]
    is_even_by_area: bool
    time_ms: int
    time_error_s: float
    weight: float


@dataclass(frozen=True)
class Debris:
    """Something of it was found adrift: it left the wreck between two instants and has drifted since.

    Where the wreck was follows from a drift backward from the place found, with the leeway of what was found; that
    drift makes `Drawn` of it.
    """

    lat_deg: float
    lon_deg: float
    position_error_m: float
    time_ms: int
    leeway: LeewayClass
    wrecked_ms: tuple[int, int]
    weight: float


@dataclass(frozen=True, eq=False)
class Drawn:
    """Places and instants drawn already, each as likely as another: what a backward drift found; shape (draws,)."""

    lat_deg: Floats
    lon_deg: Floats
    time_ms: NDArray[np.int64]
    weight: float


Scenario = LastKnownPosition | Area | Cone | Voyage | LastReport | Bearing | Debris | Drawn
