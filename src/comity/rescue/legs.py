"""The way of a unit that searches: straight legs from point to point, each at an instant.

Units: degrees, milliseconds since 1970. Between two points longitude and latitude go evenly with time: a leg of 50 km
at 60° of latitude leaves the great circle by 85 m at most.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats, InvalidInput


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
