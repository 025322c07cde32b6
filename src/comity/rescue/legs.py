"""The way of a unit that searches: straight legs from point to point, each at an instant; a pattern on sea and clock.

Units: degrees, metres, metres per second, milliseconds since 1970. Between two points longitude and latitude go evenly
with time: a leg of 50 km at 60° of latitude leaves the great circle by 85 m at most.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import MS_PER_S, Floats, InvalidInput, destination_deg, distance_m, metres_per_degree
from comity.rescue.patterns import PATTERNS, SearchArea, check_area

CORNERS = ((1, 1), (1, -1), (-1, 1), (-1, -1))
"""How a pattern is mirrored along and across its area, so that it commences at each corner in turn."""


@dataclass(frozen=True)
class Legs:
    """The way of a unit: straight legs from point to point.

    Parameters
    ----------
    time_ms, lon_deg, lat_deg
        Shape (points,), the times not decreasing.
    is_searching
        Shape (points - 1,): False on the way out, on the way home and between areas.
    """

    time_ms: NDArray[np.int64]
    lon_deg: Floats
    lat_deg: Floats
    is_searching: NDArray[np.bool_]


def check_legs(legs: Legs) -> None:
    """Raise `InvalidInput` where legs have no place, go back in time, or do not fit one another."""
    points = legs.time_ms.size
    if points < 2 or legs.lon_deg.size != points or legs.lat_deg.size != points or legs.is_searching.size != points - 1:
        raise InvalidInput(
            "rescue.legs_do_not_fit",
            "The legs of the search have {points} instants, {positions} positions and {legs} legs.",
            why="each point has one instant and one position, and a leg joins two points",
            remedy="give at least two points, and one leg less than points",
            points=points,
            positions=min(legs.lon_deg.size, legs.lat_deg.size),
            legs=legs.is_searching.size,
        )
    wrong = np.flatnonzero(~(np.isfinite(legs.lon_deg) & (np.abs(legs.lat_deg) < 90)))
    if wrong.size:
        raise InvalidInput(
            "rescue.legs_without_place",
            "Point {point} of the search has no place on the map.",
            why="its position is missing, or lies at a pole",
            remedy="leave the point out, or give its position",
            point=int(wrong[0]) + 1,
        )
    back = np.flatnonzero(np.diff(legs.time_ms) < 0)
    if back.size:
        raise InvalidInput(
            "rescue.legs_back_in_time",
            "Point {point} of the search is earlier than the point before it.",
            why="a unit goes along its legs forward in time",
            remedy="put the points in the order in which they were flown or sailed",
            point=int(back[0]) + 2,
        )


def legs_of(
    pattern: str,
    area: SearchArea,
    *,
    spacing_m: float,
    speed_m_s: float,
    start_ms: int,
    corner: int = 0,
    search_s: float | None = None,
    drift_m_s: tuple[float, float] = (0.0, 0.0),
    base_deg: tuple[float, float] | None = None,
    transit_m_s: float | None = None,
) -> Legs:
    """Return the way of a unit that flies or sails a pattern.

    Parameters
    ----------
    pattern
        A designator of `PATTERNS`.
    area
        Where it lies at the start; with a drift it goes with the water.
    speed_m_s, start_ms
        Search speed over ground, and the instant at the commence-search point.
    corner
        0 to 3: which corner the pattern commences at (`CORNERS`); 1 and 2 turn a square or a sector search to the left.
    search_s
        The time on scene; the pattern ends there, in the middle of a leg if need be. None: when it is complete.
    drift_m_s
        East and north: each leg is led so far that the pattern is true relative to an object that drifts so.
    base_deg, transit_m_s
        Longitude and latitude from which the unit comes and to which it goes, and its speed on the way: without them,
        the legs begin and end with the search.

    Raises
    ------
    InvalidInput
        For an unknown pattern, an area without size, or a drift that is faster than the unit.
    """
    points_m = way_points_m(pattern, area, spacing_m, corner)
    gone_s, over_ground_m = _led(points_m, speed_m_s, np.asarray(drift_m_s, dtype=np.float64))
    if search_s is not None:
        gone_s, over_ground_m = _until(search_s, gone_s, over_ground_m)
    lon_deg, lat_deg = _on_sea(area, over_ground_m)
    time_ms = start_ms + np.round(gone_s * MS_PER_S).astype(np.int64)
    legs = Legs(time_ms, lon_deg, lat_deg, np.ones(time_ms.size - 1, dtype=np.bool_))
    return legs if base_deg is None else _from_base(legs, base_deg, transit_m_s or speed_m_s)


def check_time_on_scene(search_s: float) -> None:
    """Raise `InvalidInput` for a unit that has no time to search."""
    if not search_s > 0:
        raise InvalidInput(
            "rescue.no_time_on_scene",
            "The unit has {search_s} s on scene.",
            why="transit out and home leave nothing of its endurance",
            remedy="choose a nearer area, an earlier arrival, or a unit with more endurance",
            search_s=f"{search_s:g}",
        )


def way_points_m(pattern: str, area: SearchArea, spacing_m: float, corner: int = 0) -> Floats:
    """Return a pattern's way-points in metres east and north of its area's centre, shape (points, 2)."""
    if pattern not in PATTERNS:
        raise InvalidInput(
            "rescue.unknown_pattern",
            "There is no search pattern {name}.",
            why="patterns go by their IAMSAR designators",
            remedy="use one of: {known}",
            name=repr(pattern),
            known=", ".join(PATTERNS),
        )
    check_area(area, spacing_m)
    along_m, across_m = (PATTERNS[pattern](area.length_m, area.width_m, spacing_m) * CORNERS[corner]).T
    bearing = np.radians(area.bearing_deg)
    return np.column_stack(
        [
            along_m * np.sin(bearing) + across_m * np.cos(bearing),
            along_m * np.cos(bearing) - across_m * np.sin(bearing),
        ]
    )


def searched_m(legs: Legs) -> float:
    """Return how far a unit goes while it searches."""
    per_lat_m, per_lon_m = metres_per_degree((legs.lat_deg[1:] + legs.lat_deg[:-1]) / 2)
    gone_m = np.hypot(np.diff(legs.lon_deg) * per_lon_m, np.diff(legs.lat_deg) * per_lat_m)
    return float(gone_m[legs.is_searching].sum())


def joined(parts: Sequence[Legs]) -> Legs:
    """Return the legs of one unit one after the other; on the way from one part to the next it finds nothing."""
    between = np.zeros(1, dtype=np.bool_)
    searching = [each for part in parts for each in (part.is_searching, between)][:-1]
    return Legs(
        np.concatenate([part.time_ms for part in parts]),
        np.concatenate([part.lon_deg for part in parts]),
        np.concatenate([part.lat_deg for part in parts]),
        np.concatenate(searching),
    )


def _led(points_m: Floats, speed_m_s: float, drift_m_s: Floats) -> tuple[Floats, Floats]:
    """Return when each point is reached and where it is over ground, for a pattern that is true in the drifting water.

    A leg R of the pattern takes the time t for which |R + drift × t| = speed × t.
    """
    spare = speed_m_s**2 - float(drift_m_s @ drift_m_s)
    if not (spare > 0 and speed_m_s > 0):
        raise InvalidInput(
            "rescue.drift_outruns_unit",
            "The unit searches at {speed_m_s} m/s and the object drifts at {drift_m_s} m/s.",
            why="a pattern cannot be true relative to what is as fast as the unit",
            remedy="give the unit's search speed over ground, or leave the drift out",
            speed_m_s=f"{speed_m_s:g}",
            drift_m_s=f"{np.hypot(*drift_m_s):.2f}",
        )
    legs_m = np.diff(points_m, axis=0)
    along = legs_m @ drift_m_s
    leg_s = (along + np.sqrt(along**2 + spare * np.square(legs_m).sum(axis=1))) / spare
    gone_s = np.concatenate([[0.0], np.cumsum(leg_s)])
    return gone_s, points_m + gone_s[:, None] * drift_m_s


def _until(search_s: float, gone_s: Floats, points_m: Floats) -> tuple[Floats, Floats]:
    """Return the way as far as it goes within a time."""
    check_time_on_scene(search_s)
    last = max(1, int(np.searchsorted(gone_s, search_s)))
    if last >= gone_s.size:
        return gone_s, points_m
    share = (search_s - gone_s[last - 1]) / (gone_s[last] - gone_s[last - 1])
    end_m = points_m[last - 1] + share * (points_m[last] - points_m[last - 1])
    return np.append(gone_s[:last], search_s), np.vstack([points_m[:last], end_m])


def _on_sea(area: SearchArea, points_m: Floats) -> tuple[Floats, Floats]:
    """Return longitude and latitude of points in metres east and north of the area's centre, on the ellipsoid."""
    bearing_deg = np.degrees(np.arctan2(points_m[:, 0], points_m[:, 1]))
    lat_deg, lon_deg = destination_deg(area.lat_deg, area.lon_deg, bearing_deg, np.hypot(*points_m.T))
    return lon_deg, lat_deg


def _from_base(legs: Legs, base_deg: tuple[float, float], transit_m_s: float) -> Legs:
    lon_deg, lat_deg = base_deg
    way_m = distance_m(lat_deg, lon_deg, legs.lat_deg[[0, -1]], legs.lon_deg[[0, -1]])
    out_ms, home_ms = np.round(way_m / transit_m_s * MS_PER_S).astype(np.int64)
    return Legs(
        np.concatenate([[legs.time_ms[0] - out_ms], legs.time_ms, [legs.time_ms[-1] + home_ms]]),
        np.concatenate([[lon_deg], legs.lon_deg, [lon_deg]]),
        np.concatenate([[lat_deg], legs.lat_deg, [lat_deg]]),
        np.concatenate([[False], legs.is_searching, [False]]),
    )
