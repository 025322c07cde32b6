"""A case: what is lost, where and when it may have been, what moves it, and what can search for it.

Units: degrees, metres, seconds; instants in milliseconds since 1970. Feet, knots and nautical miles of the case file
become SI here. `case_of` parses the mapping that TOML or JSON gave; it opens no file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from comity.rescue.environment import STALE_AFTER_S, FlowSource, Observation
from comity.rescue.leeway import LeewayClass
from comity.rescue.scenarios import Scenario
from comity.rescue.uncertainty import Uncertainty
from comity.rescue.units import BY_DEFAULT, Conditions, PlanSettings, SearchUnit

Crosswind = Literal["table", "opendrift"]
Direction = Literal["forward", "backward"]
Scheme = Literal["rk4", "rk2", "euler"]


@dataclass(frozen=True)
class Becoming:
    """What an object becomes: another of the case's objects, by its place among them from 0.

    Either some time after its release, evenly from the first to the last of `after_s`; or at an even rate, so that it
    lasts `mean_s` on average.
    """

    object_index: int
    after_s: tuple[float, float] | None
    mean_s: float | None


@dataclass(frozen=True)
class Capsizing:
    """How an object turns over in a strong wind, and drifts on with a part of its leeway.

    In an hour at wind W it does so with the chance (1 + tanh((W − `wind_m_s`) / `width_m_s`)) / 2.
    """

    wind_m_s: float
    width_m_s: float
    leeway_share: float


@dataclass(frozen=True)
class DriftObject:
    """A hypothesis about what drifts, and its weight among the others; 0 for one that others only become."""

    leeway: LeewayClass
    weight: float
    becomes: Becoming | None = None
    capsizing: Capsizing | None = None


@dataclass(frozen=True)
class Run:
    """How the drift is computed. `crosswind="opendrift"` mirrors the crosswind side and half-jibes, for comparison.

    A backward run begins at the scenarios' last time and ends at `until_ms`, before them: whence did it come?
    """

    until_ms: int
    step_s: int
    particles: int
    seed: int
    crosswind: Crosswind
    scheme: Scheme
    uncertainty: Uncertainty | None = None
    direction: Direction = "forward"


@dataclass(frozen=True)
class Case:
    """A rescue case. `desk` holds what the officer wrote for the desk (`title`, `notes`, …), as given.

    `currents`, `wind` and `waves` are sources in order of trust: where one has no value the next is asked. `sources`
    says where values come from, as the officer wrote it, by the table or key that it is about. A forecast or an
    observation older than `stale_after_s` at the end of the run is called stale.
    """

    case_id: str
    desk: Mapping[str, str | int]
    currents: tuple[FlowSource, ...]
    wind: tuple[FlowSource, ...]
    objects: tuple[DriftObject, ...]
    scenarios: tuple[Scenario, ...]
    run: Run
    units: tuple[SearchUnit, ...] = ()
    conditions: Conditions | None = None
    plan: PlanSettings = BY_DEFAULT
    waves: tuple[FlowSource, ...] = ()
    observations: tuple[Observation, ...] = ()
    stale_after_s: float = STALE_AFTER_S
    sources: Mapping[str, str] = field(default_factory=dict)
