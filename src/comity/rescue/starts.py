"""Where and when each hypothesis begins to drift, drawn from the scenarios.

Units: degrees, metres, milliseconds. A draw that falls on land is drawn again: the object is in the water.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import MS_PER_S, Floats, InvalidInput
from comity.rescue.case import Case
from comity.rescue.chance import Stream, uniforms
from comity.rescue.fields import LandMask
from comity.rescue.scenario_draws import TIME_ERRORS, Draws, Particles, choose, draw
from comity.rescue.scenario_file import window_of
from comity.rescue.scenarios import Area, Bearing, Debris, Drawn, LastKnownPosition, LastReport, Scenario, Voyage

MAX_ON_LAND = 0.9
"""Above this share of first draws on land the scenario is refused instead of drawn again."""

_TURNS = 200


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
    return min(window_ms(scenario)[0] for scenario in scenarios)


def span_ms(case: Case) -> tuple[int, int]:
    """Return the first and the last instant of a case's drift, whichever way it runs; debris is drifted back first."""
    if case.run.direction == "backward":
        return case.run.until_ms, max(window_ms(scenario)[1] for scenario in case.scenarios)
    found_ms = (each.time_ms for each in case.scenarios if isinstance(each, Debris))
    return first_release_ms(case.scenarios), max([case.run.until_ms, *found_ms])


def starts_of(case: Case, land: LandMask | None) -> Starts:
    """Draw the starts of a case's hypotheses; `InvalidInput` when a scenario lies on land."""
    particles = np.arange(case.run.particles, dtype=np.uint64)
    seed = case.run.seed
    scenario_index = choose([each.weight for each in case.scenarios], uniforms(seed, particles, Stream.SCENARIO))
    object_index = choose([each.weight for each in case.objects], uniforms(seed, particles, Stream.OBJECT))
    lon_deg, lat_deg = np.empty(particles.size), np.empty(particles.size)
    release_ms = np.empty(particles.size, dtype=np.int64)
    for index, scenario in enumerate(case.scenarios):
        chosen = np.flatnonzero(scenario_index == index)
        drawn = _in_water(scenario, seed, particles[chosen], land)
        lon_deg[chosen], lat_deg[chosen], release_ms[chosen] = drawn
    clip = np.maximum if case.run.direction == "backward" else np.minimum
    return Starts(lon_deg, lat_deg, clip(release_ms, case.run.until_ms), object_index, scenario_index)


def on_land(land: LandMask, lon_deg: Floats, lat_deg: Floats) -> NDArray[np.bool_]:
    """Return whether each position is on land; what lies outside the raster is water."""
    cell = land.grid.cells_of(lat_deg, lon_deg)
    return np.where(cell >= 0, land.land.ravel()[np.maximum(cell, 0)], False)


def window_ms(scenario: Scenario) -> tuple[int, int]:
    """Return the first and the last instant at which a scenario can begin to drift."""
    if isinstance(scenario, LastKnownPosition | Bearing):
        error_ms = round(TIME_ERRORS * scenario.time_error_s * MS_PER_S)
        return scenario.time_ms - error_ms, scenario.time_ms + error_ms
    if isinstance(scenario, Voyage):
        return window_of(scenario)
    if isinstance(scenario, LastReport):
        return scenario.time_ms, scenario.until_ms
    if isinstance(scenario, Debris):
        return scenario.wrecked_ms
    if isinstance(scenario, Drawn):
        return int(scenario.time_ms.min()), int(scenario.time_ms.max())
    return (scenario.from_ms, scenario.to_ms) if isinstance(scenario, Area) else scenario.time_ms


def _in_water(
    scenario: Scenario, seed: int, particles: Particles, land: LandMask | None
) -> tuple[Floats, Floats, NDArray[np.int64]]:
    lon_deg, lat_deg, release_ms = draw(scenario, Draws(seed, particles, 0))
    if land is None or particles.size == 0:
        return lon_deg, lat_deg, release_ms
    ashore = np.flatnonzero(on_land(land, lon_deg, lat_deg))
    if ashore.size > MAX_ON_LAND * particles.size:
        raise _start_on_land(ashore.size / particles.size, lon_deg[ashore[0]], lat_deg[ashore[0]])
    for turn in range(1, _TURNS):
        if ashore.size == 0:
            return lon_deg, lat_deg, release_ms
        lon_deg[ashore], lat_deg[ashore], release_ms[ashore] = draw(scenario, Draws(seed, particles[ashore], turn))
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
