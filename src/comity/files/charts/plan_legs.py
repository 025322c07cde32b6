"""The legs of a plan (`plan.json`) as instruments and tables tell them: one after the other, each from point to point.

Units: degrees, metres, metres per second, milliseconds since 1970. A leg is straight on a chart whose longitude and
latitude go evenly with time, so its course is that of the loxodrome to a hundredth of a degree.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from comity.files.agreements import EXAMPLE_MARKS
from comity.ground import MS_PER_S, distance_m, instant_text, metres_per_degree, parse_instant

_HALF_TURN_DEG, _TURN_DEG = 180.0, 360.0


@dataclass(frozen=True)
class Point:
    """A point of a way: `label` is CSP where the search commences, END where it ends, else its number."""

    label: str
    lon_deg: float
    lat_deg: float
    time_ms: int

    @property
    def time(self) -> str:
        """Its instant to the whole second: some instruments read no fraction."""
        return instant_text(round(self.time_ms / MS_PER_S) * MS_PER_S)


@dataclass(frozen=True)
class Leg:
    """One leg: `part` is `out`, `search`, `between` (searches) or `home`."""

    number: int
    part: str
    begin: Point
    end: Point
    course_deg: float
    length_m: float

    @property
    def speed_m_s(self) -> float:
        """Speed over ground, 0 where a leg takes no time."""
        taken_s = (self.end.time_ms - self.begin.time_ms) / MS_PER_S
        return self.length_m / taken_s if taken_s else 0.0


def east_west_deg(lon_deg: float) -> float:
    """Return a longitude from -180 to less than 180.

    >>> east_west_deg(181.5), east_west_deg(-180.0), east_west_deg(5.1)
    (-178.5, -180.0, 5.1)
    """
    if -_HALF_TURN_DEG <= lon_deg < _HALF_TURN_DEG:
        return lon_deg
    return (lon_deg + _HALF_TURN_DEG) % _TURN_DEG - _HALF_TURN_DEG


def way_name(entry: Mapping[str, Any]) -> str:
    """Return what the way of a sortie is called: its unit, its number and its pattern.

    >>> way_name({"unit": "heli-1", "sortie": 2, "pattern": "PS"})
    'heli-1 2 PS'
    """
    return f"{entry['unit']} {entry['sortie']} {entry['pattern']}"


def example_marks(document: Mapping[str, Any]) -> str:
    """Return the mark of an exercise in every language, for what carries no language of its own; else nothing."""
    return " · ".join(EXAMPLE_MARKS[each] for each in ("en", "fr", "ar")) if document["example"] else ""


def points_of(entry: Mapping[str, Any]) -> list[Point]:
    """Return the points of a sortie's way, a unit's entry in the plan."""
    legs = entry["legs"]
    begin, end = _search_of(legs["is_searching"])
    named = {begin: "CSP", end: "END"}
    return [
        Point(named.get(k, str(k + 1)), east_west_deg(lon_deg), lat_deg, parse_instant(time))
        for k, (time, lon_deg, lat_deg) in enumerate(zip(legs["time"], legs["lon_deg"], legs["lat_deg"], strict=True))
    ]


def legs_of_unit(entry: Mapping[str, Any]) -> list[Leg]:
    """Return the legs of a sortie in order, numbered from 1."""
    searching = entry["legs"]["is_searching"]
    begin, end = _search_of(searching)
    return [
        Leg(k + 1, _part(k, begin, end, searching[k]), one, other, _course_deg(one, other), _length_m(one, other))
        for k, (one, other) in enumerate(pairwise(points_of(entry)))
    ]


def _search_of(is_searching: list[bool]) -> tuple[int, int]:
    """Return the places of the first and the last point of the search."""
    searching = np.flatnonzero(is_searching)
    return int(searching[0]), int(searching[-1]) + 1


def _part(leg: int, begin: int, end: int, is_searching: bool) -> str:
    if leg < begin:
        return "out"
    if leg >= end:
        return "home"
    return "search" if is_searching else "between"


def _course_deg(one: Point, other: Point) -> float:
    per_lat_m, per_lon_m = metres_per_degree((one.lat_deg + other.lat_deg) / 2)
    east_m = east_west_deg(other.lon_deg - one.lon_deg) * per_lon_m
    north_m = (other.lat_deg - one.lat_deg) * per_lat_m
    return float(np.degrees(np.arctan2(east_m, north_m)) % _TURN_DEG)


def _length_m(one: Point, other: Point) -> float:
    return float(distance_m(one.lat_deg, one.lon_deg, other.lat_deg, other.lon_deg))
