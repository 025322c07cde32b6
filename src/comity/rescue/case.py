"""A case: what is lost, where and when it may have been, what moves it, and what can search for it.

Units: degrees, metres, seconds; instants in milliseconds since 1970. Feet, knots and nautical miles of the case file
become SI here. `case_of` parses the mapping that TOML or JSON gave; it opens no file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from comity.rescue.leeway import LeewayClass

Crosswind = Literal["table", "opendrift"]
Scheme = Literal["rk2", "euler"]
Ring = tuple[tuple[float, float], ...]
"""Corners of an area, [longitude, latitude] in degrees, the last joined to the first."""


@dataclass(frozen=True)
class DriftObject:
    """A hypothesis about what drifts, and its weight among the others."""

    leeway: LeewayClass
    weight: float


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

    `polygon` is a list of rings (the first is the outline, others are holes), or the name of a file that is still to
    be read by `files`.
    """

    polygon: str | tuple[Ring, ...]
    from_ms: int
    to_ms: int
    weight: float


@dataclass(frozen=True)
class Cone:
    """On the way from a first to a last position, error and time growing or shrinking evenly between the two."""

    lat_deg: tuple[float, float]
    lon_deg: tuple[float, float]
    position_error_m: tuple[float, float]
    time_ms: tuple[int, int]
    weight: float


Scenario = LastKnownPosition | Area | Cone


@dataclass(frozen=True)
class Run:
    """How the drift is computed. `crosswind="opendrift"` mirrors the crosswind side and half-jibes, for comparison."""

    until_ms: int
    step_s: int
    particles: int
    seed: int
    crosswind: Crosswind
    scheme: Scheme


@dataclass(frozen=True)
class SearchUnit:
    """A unit that can search, when and for how long."""

    unit_id: str
    platform: str
    altitude_m: float | None
    speed_m_s: float
    on_scene_ms: int
    endurance_s: float
    base_lat_deg: float
    base_lon_deg: float


@dataclass(frozen=True)
class Conditions:
    """What the searchers will meet on scene."""

    visibility_m: float
    wind_m_s: float
    sea_m: float


@dataclass(frozen=True)
class Case:
    """A rescue case. `desk` holds what the officer wrote for the desk (`title`, `notes`, …), as given."""

    case_id: str
    desk: Mapping[str, str | int]
    currents: tuple[str, ...]
    wind: tuple[str, ...]
    objects: tuple[DriftObject, ...]
    scenarios: tuple[Scenario, ...]
    run: Run
    units: tuple[SearchUnit, ...] = ()
    conditions: Conditions | None = None
