"""Where and when each hypothesis begins to drift, drawn from the scenarios.

Units: degrees, metres, milliseconds. A draw that falls on land is drawn again: the object is in the water.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon as ShapelyPolygon

from comity.ground import MS_PER_S, Floats, InvalidInput, metres_per_degree
from comity.rescue.case import Area, Case, Cone, LastKnownPosition, Scenario
from comity.rescue.chance import Stream, normals, uniforms
from comity.rescue.fields import LandMask

TIME_ERRORS = 3.0
"""A time error is a normal one cut at this many standard deviations, so that the forcing needed has an end."""

MAX_ON_LAND = 0.9
"""Above this share of first draws on land the scenario is refused instead of drawn again."""

_TURNS = 200

Particles = NDArray[np.uint64]


@dataclass(frozen=True)
class Starts:
    """Start of each hypothesis: position, release, and what it stands for; all of shape (particles,)."""

    lon_deg: Floats
    lat_deg: Floats
    release_ms: NDArray[np.int64]
    object_index: NDArray[np.int16]
    scenario_index: NDArray[np.int16]


def first_release_ms(scenarios: Sequence[Scenario]) -> int:
    """Return the earliest instant at which any hypothesis can enter the water."""
    return min(_window_ms(scenario)[0] for scenario in scenarios)


def starts_of(case: Case, land: LandMask | None) -> Starts:
    """Draw the starts of a case's hypotheses; `InvalidInput` when a scenario lies on land."""
    particles = np.arange(case.run.particles, dtype=np.uint64)
    seed = case.run.seed
    scenario_index = _choose([each.weight for each in case.scenarios], uniforms(seed, particles, Stream.SCENARIO))
    object_index = _choose([each.weight for each in case.objects], uniforms(seed, particles, Stream.OBJECT))
    lon_deg, lat_deg = np.empty(particles.size), np.empty(particles.size)
    release_ms = np.empty(particles.size, dtype=np.int64)
    for index, scenario in enumerate(case.scenarios):
        chosen = np.flatnonzero(scenario_index == index)
        drawn = _in_water(scenario, seed, particles[chosen], land)
        lon_deg[chosen], lat_deg[chosen], release_ms[chosen] = drawn
    return Starts(lon_deg, lat_deg, np.minimum(release_ms, case.run.until_ms), object_index, scenario_index)


def on_land(land: LandMask, lon_deg: Floats, lat_deg: Floats) -> NDArray[np.bool_]:
    """Return whether each position is on land; what lies outside the raster is water."""
    cell = land.grid.cells_of(lat_deg, lon_deg)
    return np.where(cell >= 0, land.land.ravel()[np.maximum(cell, 0)], False)


def _choose(weights: list[float], drawn: Floats) -> NDArray[np.int16]:
    edges = np.cumsum(weights) / np.sum(weights)
    return np.searchsorted(edges[:-1], drawn, side="right").astype(np.int16)


def _window_ms(scenario: Scenario) -> tuple[int, int]:
    if isinstance(scenario, LastKnownPosition):
        error_ms = round(TIME_ERRORS * scenario.time_error_s * MS_PER_S)
        return scenario.time_ms - error_ms, scenario.time_ms + error_ms
    return (scenario.from_ms, scenario.to_ms) if isinstance(scenario, Area) else scenario.time_ms


def _in_water(
    scenario: Scenario, seed: int, particles: Particles, land: LandMask | None
) -> tuple[Floats, Floats, NDArray[np.int64]]:
    lon_deg, lat_deg, release_ms = _draw(scenario, seed, particles, 0)
    if land is None or particles.size == 0:
        return lon_deg, lat_deg, release_ms
    ashore = np.flatnonzero(on_land(land, lon_deg, lat_deg))
    if ashore.size > MAX_ON_LAND * particles.size:
        raise _start_on_land(ashore.size / particles.size, lon_deg[ashore[0]], lat_deg[ashore[0]])
    for turn in range(1, _TURNS):
        if ashore.size == 0:
            return lon_deg, lat_deg, release_ms
        lon_deg[ashore], lat_deg[ashore], release_ms[ashore] = _draw(scenario, seed, particles[ashore], turn)
        ashore = ashore[on_land(land, lon_deg[ashore], lat_deg[ashore])]
    if ashore.size:
        raise _start_on_land(MAX_ON_LAND, lon_deg[ashore[0]], lat_deg[ashore[0]])
    return lon_deg, lat_deg, release_ms


def _start_on_land(share: float, lon_deg: float, lat_deg: float) -> InvalidInput:
    return InvalidInput(
        "rescue.start_on_land",
        "{share_pct} % of the starts fall on land.",
        why="{position} is ashore, and so is nearly every other position that the scenario allows",
        remedy="correct the last known position or its error",
        share_pct=f"{100 * share:.0f}",
        position=position_text(lon_deg, lat_deg),
    )


def position_text(lon_deg: float, lat_deg: float) -> str:
    """Return a position as latitude and longitude with their letters.

    >>> position_text(5.55, 38.28)
    '38.280°N 5.550°E'
    """
    return f"{abs(lat_deg):.3f}°{'S' if lat_deg < 0 else 'N'} {abs(lon_deg):.3f}°{'W' if lon_deg < 0 else 'E'}"


def _draw(scenario: Scenario, seed: int, particles: Particles, turn: int) -> tuple[Floats, Floats, NDArray[np.int64]]:
    if isinstance(scenario, Area):
        return _draw_area(scenario, seed, particles, turn)
    if isinstance(scenario, Cone):
        return _draw_cone(scenario, seed, particles, turn)
    lon_deg, lat_deg = _scatter(
        np.full(particles.size, scenario.lon_deg),
        np.full(particles.size, scenario.lat_deg),
        np.full(particles.size, scenario.position_error_m),
        seed,
        particles,
        turn,
    )
    deviation = np.clip(normals(seed, particles, Stream.TIME, turn), -TIME_ERRORS, TIME_ERRORS)
    late_ms = np.rint(deviation * scenario.time_error_s * MS_PER_S).astype(np.int64)
    return lon_deg, lat_deg, scenario.time_ms + late_ms


def _draw_cone(scenario: Cone, seed: int, particles: Particles, turn: int) -> tuple[Floats, Floats, NDArray[np.int64]]:
    along = uniforms(seed, particles, Stream.ALONG, turn)
    lon_deg, lat_deg = _scatter(
        np.interp(along, (0, 1), scenario.lon_deg),
        np.interp(along, (0, 1), scenario.lat_deg),
        np.interp(along, (0, 1), scenario.position_error_m),
        seed,
        particles,
        turn,
    )
    first_ms, last_ms = scenario.time_ms
    return lon_deg, lat_deg, first_ms + np.rint(along * (last_ms - first_ms)).astype(np.int64)


def _scatter(
    lon_deg: Floats, lat_deg: Floats, error_m: Floats, seed: int, particles: Particles, turn: int
) -> tuple[Floats, Floats]:
    per_lat_m, per_lon_m = metres_per_degree(lat_deg)
    return (
        lon_deg + error_m * normals(seed, particles, Stream.EAST, turn) / per_lon_m,
        lat_deg + error_m * normals(seed, particles, Stream.NORTH, turn) / per_lat_m,
    )


def _draw_area(scenario: Area, seed: int, particles: Particles, turn: int) -> tuple[Floats, Floats, NDArray[np.int64]]:
    corners = _triangles(scenario)  # (triangles, 3, 2)
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    stretch = np.cos(np.radians(corners[:, :, 1].mean(axis=1)))  # a degree of longitude is shorter in the north
    weights = np.abs(one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]) * stretch
    chosen = _choose(weights.tolist(), uniforms(seed, particles, Stream.TRIANGLE, turn))
    a, b = uniforms(seed, particles, Stream.EAST, turn), uniforms(seed, particles, Stream.NORTH, turn)
    folded = a + b > 1.0
    a, b = np.where(folded, 1.0 - a, a), np.where(folded, 1.0 - b, b)
    point = corners[chosen, 0] + a[:, None] * one[chosen] + b[:, None] * two[chosen]
    wait = uniforms(seed, particles, Stream.TIME, turn) * (scenario.to_ms - scenario.from_ms)
    return point[:, 0], point[:, 1], scenario.from_ms + np.rint(wait).astype(np.int64)


def _triangles(scenario: Area) -> Floats:
    if isinstance(scenario.polygon, str):
        raise InvalidInput(
            "rescue.area_not_read",
            "The area {name} has not been read.",
            why="the scenario names a file, and the drift needs its corners",
            remedy="read the file first, or write the corners in the case",
            name=scenario.polygon,
        )
    polygon = ShapelyPolygon(scenario.polygon[0], scenario.polygon[1:])
    if not polygon.is_valid or polygon.area == 0.0:
        raise InvalidInput(
            "rescue.crossed_polygon",
            "The outline of the area crosses itself or encloses nothing.",
            why="its inside cannot be told from its outside",
            remedy="give the corners in their order around the area",
        )
    parts = shapely.get_parts(shapely.constrained_delaunay_triangles(polygon))
    return shapely.get_coordinates(parts).reshape(-1, 4, 2)[:, :3]  # the fourth corner closes the ring
