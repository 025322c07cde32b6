"""Draws from a scenario: positions and instants, a function for each kind, from numbers that depend on seed and turn.

Units: degrees, metres, milliseconds. Between two way-points latitude and longitude change evenly; a silent ship sails a
rhumb line; a distance along a bearing is geodesic.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon as ShapelyPolygon
from shapely.geometry.base import BaseGeometry

from comity.ground import MS_PER_S, Floats, InvalidInput, destination_deg, metres_per_degree
from comity.rescue.chance import Stream, normals, uniforms
from comity.rescue.scenario_file import window_of
from comity.rescue.scenarios import (
    Area,
    Bearing,
    Cone,
    Debris,
    Drawn,
    LastKnownPosition,
    LastReport,
    Scenario,
    Voyage,
    WayPoint,
    run_on,
)

TIME_ERRORS = 3.0
"""A time error is a normal one cut at this many standard deviations, so that the forcing needed has an end."""

VOYAGE_PARTS = 4096
"""Into how many parts of equal time a voyage is cut to weigh its hazards: 21 s of a day at sea."""

Particles = NDArray[np.uint64]
Places = tuple[Floats, Floats, NDArray[np.int64]]
"""Longitudes, latitudes and instants, each of shape (particles,)."""


@dataclass(frozen=True)
class Draws:
    """Numbers for some particles: `turn` counts how often they have been drawn again."""

    seed: int
    particles: Particles
    turn: int

    def uniforms(self, stream: Stream) -> Floats:
        """Return uniform numbers."""
        return uniforms(self.seed, self.particles, stream, self.turn)

    def normals(self, stream: Stream) -> Floats:
        """Return standard normal numbers."""
        return normals(self.seed, self.particles, stream, self.turn)


def draw(scenario: Scenario, by: Draws) -> Places:
    """Draw positions and instants from a scenario."""
    return _DRAWS[type(scenario)](scenario, by)


def choose(weights: list[float], drawn: Floats) -> NDArray[np.int16]:
    """Return which of several weights each uniform number falls on."""
    edges = np.cumsum(weights) / np.sum(weights)
    return np.searchsorted(edges[:-1], drawn, side="right").astype(np.int16)


def _last_known_position(scenario: LastKnownPosition, by: Draws) -> Places:
    return (*_about(scenario.lon_deg, scenario.lat_deg, scenario.position_error_m, by), _about_time(scenario, by))


def _about(lon_deg: float, lat_deg: float, error_m: float, by: Draws) -> tuple[Floats, Floats]:
    size = by.particles.size
    return _scatter(np.full(size, lon_deg), np.full(size, lat_deg), np.full(size, error_m), by)


def _about_time(scenario: LastKnownPosition | Bearing, by: Draws) -> NDArray[np.int64]:
    deviation = np.clip(by.normals(Stream.TIME), -TIME_ERRORS, TIME_ERRORS)
    return scenario.time_ms + np.rint(deviation * scenario.time_error_s * MS_PER_S).astype(np.int64)


def _cone(scenario: Cone, by: Draws) -> Places:
    along = by.uniforms(Stream.ALONG)
    lon_deg, lat_deg = _scatter(
        np.interp(along, (0, 1), scenario.lon_deg),
        np.interp(along, (0, 1), scenario.lat_deg),
        np.interp(along, (0, 1), scenario.position_error_m),
        by,
    )
    first_ms, last_ms = scenario.time_ms
    return lon_deg, lat_deg, first_ms + np.rint(along * (last_ms - first_ms)).astype(np.int64)


def _scatter(lon_deg: Floats, lat_deg: Floats, error_m: Floats, by: Draws) -> tuple[Floats, Floats]:
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)
    return (
        lon_deg + error_m * by.normals(Stream.EAST) / per_lon_m,
        lat_deg + error_m * by.normals(Stream.NORTH) / per_lat_m,
    )


def _area(scenario: Area, by: Draws) -> Places:
    corners = _triangles(scenario)  # (triangles, 3, 2)
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    stretch = np.cos(np.radians(corners[:, :, 1].mean(axis=1)))  # a degree of longitude is shorter in the north
    weights = np.abs(one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]) * stretch
    chosen = choose(weights.tolist(), by.uniforms(Stream.TRIANGLE))
    a, b = by.uniforms(Stream.EAST), by.uniforms(Stream.NORTH)
    folded = a + b > 1.0
    a, b = np.where(folded, 1.0 - a, a), np.where(folded, 1.0 - b, b)
    point = corners[chosen, 0] + a[:, None] * one[chosen] + b[:, None] * two[chosen]
    wait = by.uniforms(Stream.TIME) * (scenario.to_ms - scenario.from_ms)
    return point[:, 0], point[:, 1], scenario.from_ms + np.rint(wait).astype(np.int64)


def _triangles(scenario: Area) -> Floats:
    """Return the triangles of an area, shape (triangles, 3, 2)."""
    if isinstance(scenario.polygon, str):
        raise _not_read(scenario.polygon)
    rings = [ShapelyPolygon(ring) for ring in run_on(scenario.polygon)]
    is_crossed = any(one.overlaps(other) for k, one in enumerate(rings) for other in rings[:k])
    if is_crossed or not all(ring.is_valid and ring.area > 0.0 for ring in rings):
        raise _crossed()
    area: BaseGeometry = shapely.symmetric_difference_all(rings)  # a ring within another is its hole
    if area.area == 0.0:
        raise _crossed()
    parts = shapely.get_parts(shapely.constrained_delaunay_triangles(area))
    return shapely.get_coordinates(parts).reshape(-1, 4, 2)[:, :3]  # the fourth corner closes the ring


def _crossed() -> InvalidInput:
    return InvalidInput(
        "rescue.crossed_polygon",
        "The outline of the area crosses itself or encloses nothing.",
        why="its inside cannot be told from its outside",
        remedy="give the corners in their order around the area",
    )


def _not_read(name: str) -> InvalidInput:
    return InvalidInput(
        "rescue.area_not_read",
        "The area {name} has not been read.",
        why="the scenario names a file, and the drift needs its corners",
        remedy="read the file first, or write the corners in the case",
        name=name,
    )


def _voyage(scenario: Voyage, by: Draws) -> Places:
    if isinstance(scenario.track, str):
        raise _not_read(scenario.track)
    lon, lat, time_ms = _columns(scenario.track)
    from_ms, to_ms = window_of(scenario)
    edges_ms = np.linspace(from_ms, to_ms, VOYAGE_PARTS + 1)
    chance = _hazards(scenario, lon, lat, time_ms, (edges_ms[1:] + edges_ms[:-1]) / 2)
    risen = np.concatenate([[0.0], np.cumsum(chance)]) / chance.sum()
    at_ms = np.interp(by.uniforms(Stream.ALONG), risen, edges_ms)
    progress_ms = from_ms + (at_ms - from_ms) * (1.0 + scenario.speed_error * by.normals(Stream.SPEED))
    size = by.particles.size
    lon_deg, lat_deg = _scatter(
        np.interp(progress_ms, time_ms, lon),
        np.interp(progress_ms, time_ms, lat),
        np.full(size, scenario.position_error_m),
        by,
    )
    return lon_deg, lat_deg, np.rint(at_ms).astype(np.int64)


def _columns(track: tuple[WayPoint, ...]) -> tuple[Floats, Floats, Floats]:
    lon, lat, time_ms = np.array([(each.lon_deg, each.lat_deg, each.time_ms or 0) for each in track], np.float64).T
    return lon, lat, time_ms


def _hazards(scenario: Voyage, lon: Floats, lat: Floats, time_ms: Floats, at_ms: Floats) -> Floats:
    """Return how likely an accident is in each part of a voyage: 1, times the factor of each hazard that is near."""
    lon_deg, lat_deg = np.interp(at_ms, time_ms, lon), np.interp(at_ms, time_ms, lat)
    chance = np.ones(at_ms.size)
    for hazard in scenario.hazards:
        per_lat_m, per_lon_m = metres_per_degree(hazard.lat_deg)
        east_m = ((lon_deg - hazard.lon_deg + 180.0) % 360.0 - 180.0) * float(per_lon_m)
        north_m = (lat_deg - hazard.lat_deg) * float(per_lat_m)
        chance *= np.where(np.hypot(east_m, north_m) <= hazard.radius_m, hazard.factor, 1.0)
    if chance.sum() == 0.0:
        raise InvalidInput(
            "rescue.no_chance_on_track",
            "The hazards leave no part of the voyage on which it can have happened.",
            why="every part of the track lies near a hazard of factor 0",
            remedy="give a hazard that lowers the chance a factor above 0, or a smaller radius",
        )
    return chance


def _last_report(scenario: LastReport, by: Draws) -> Places:
    wait_ms = by.uniforms(Stream.TIME) * (scenario.until_ms - scenario.time_ms)
    course = np.radians(scenario.course_deg + scenario.course_error_deg * by.normals(Stream.BEARING))
    speed_m_s = np.maximum(scenario.speed_m_s + scenario.speed_error_m_s * by.normals(Stream.SPEED), 0.0)
    lon_deg, lat_deg = _about(scenario.lon_deg, scenario.lat_deg, scenario.position_error_m, by)
    gone_m = speed_m_s * wait_ms / MS_PER_S
    reached_deg = lat_deg + gone_m * np.cos(course) / metres_per_degree(lat_deg)[0]
    per_lat_m, per_lon_m = metres_per_degree((lat_deg + reached_deg) / 2)  # a rhumb line, by its middle latitude
    return (
        lon_deg + gone_m * np.sin(course) / per_lon_m,
        lat_deg + gone_m * np.cos(course) / per_lat_m,
        scenario.time_ms + np.rint(wait_ms).astype(np.int64),
    )


def _bearing(scenario: Bearing, by: Draws) -> Places:
    lon_deg, lat_deg = _about(scenario.lon_deg, scenario.lat_deg, scenario.position_error_m, by)
    least_m, most_m = scenario.distance_m
    share = by.uniforms(Stream.DISTANCE)
    if scenario.is_even_by_area:
        range_m = np.sqrt(least_m**2 + share * (most_m**2 - least_m**2))
    else:
        range_m = least_m + share * (most_m - least_m)
    bearing_deg = scenario.bearing_deg + scenario.bearing_error_deg * by.normals(Stream.BEARING)
    at_lat, at_lon = destination_deg(lat_deg, lon_deg, bearing_deg, range_m)
    return scenario.lon_deg + (at_lon - scenario.lon_deg + 180.0) % 360.0 - 180.0, at_lat, _about_time(scenario, by)


def _debris(_scenario: Debris, _by: Draws) -> Places:
    raise InvalidInput(
        "rescue.debris_not_drifted",
        "The debris has not been drifted back to where it came from.",
        why="where the wreck was follows from a drift backward from the place found, which needs the fields",
        remedy="drift the case as a whole, which begins with the way back",
    )


def _drawn(scenario: Drawn, by: Draws) -> Places:
    chosen = np.minimum((by.uniforms(Stream.ALONG) * scenario.time_ms.size).astype(np.int64), scenario.time_ms.size - 1)
    return scenario.lon_deg[chosen], scenario.lat_deg[chosen], scenario.time_ms[chosen]


_DRAWS: dict[type, Callable[[Any, Draws], Places]] = {
    LastKnownPosition: _last_known_position,
    Area: _area,
    Cone: _cone,
    Voyage: _voyage,
    LastReport: _last_report,
    Bearing: _bearing,
    Debris: _debris,
    Drawn: _drawn,
}
