"""What planning a search takes and gives: sections of a case, plans, searches, clues, and areas to try.

Instants are milliseconds since 1970 unless their name says RFC 3339; positions are degrees on WGS 84; lengths metres;
probabilities are numbers from 0 to 1. Documents `comity/plan/1` and `comity/update/1` are those of the files.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from comity.api.incident_models import PartnerPlanOut
from comity.api.models import Body, Office, ProblemOut

Letter = Literal["a", "b"]
Unit = Annotated[str, Field(min_length=1, max_length=200)]
Instant = Annotated[str, Field(max_length=64, description="RFC 3339, such as 2008-08-06T09:51:00Z.")]
Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class SectionIn(Body):
    """A section of the case file format, as a whole; `null` takes one away that a case may lack."""

    value: dict[str, Any] | list[dict[str, Any]] | None
    office: Office | None = None


class PlansOut(Body):
    """The plans of a case as they stand."""

    schema_: Literal["comity/plans/1"] = Field(default="comity/plans/1", serialization_alias="schema")
    a: dict[str, Any] | None = Field(description="The computed plan (`comity/plan/1`).")
    b: dict[str, Any] | None = Field(description="The plan as an officer changed it, with `by`.")
    a_digest: str | None = Field(description="The newest computed plan that was made, by which a search may name it.")
    b_digest: str | None
    learnt: dict[str, Any] | None = Field(description="What searches and clues taught (`comity/update/1`).")
    stale: bool = Field(description="Something that plan A was made from has changed since.")
    b_stale: bool
    ready: list[Literal["drift", "unit", "conditions", "visibility"]] = Field(
        description="What is missing before a plan; `visibility`: the sweep widths of a unit begin above it."
    )
    problem: ProblemOut | None = Field(description="Why what was learnt last did not lead to a plan.")
    partner: list[PartnerPlanOut] = Field(description="The partner's plans for the same incident.")


class ReportedIn(Body):
    """What became of one sortie of a plan."""

    unit: Unit
    sortie: Annotated[int, Field(ge=1, le=100)] = 1
    flown: bool = True
    completed_until: Instant | None = None


class SearchIn(Body):
    """A search that found nothing: what was flown of a plan, or a GPX file with a track for each unit."""

    plan: Letter | None = None
    digest: Digest | None = Field(default=None, description="Of a plan that was made before the newest one.")
    units: Annotated[list[ReportedIn], Field(max_length=1000)] = Field(default_factory=list)
    name: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    gpx: Annotated[str, Field(max_length=4_000_000)] | None = None
    office: Office | None = None


class SearchOut(Body):
    """A search that is kept."""

    search: int
    at_ms: int
    office: str
    origin: Literal["ours", "partner"]
    name: str
    units: list[str]
    ends_ms: int
    pos: float | None = Field(description="The chance that it would have found the object; null before the next plan.")
    withdrawn: bool


class ClueIn(Body):
    """A sighting, or a thing that was found and comes from the object."""

    kind: Literal["sighting", "found_object"]
    lat: float
    lon: float
    time: Instant
    position_error_m: float
    reliability: float = 1.0
    leeway: int | str | None = Field(default=None, description="Of a thing that was found: its leeway class.")
    office: Office | None = None


class ClueOut(Body):
    """A clue that is kept."""

    clue: int
    at_ms: int
    office: str
    value: dict[str, Any]
    withdrawn: bool


class AreaIn(Body):
    """A search area at the middle of its search."""

    lon_deg: Annotated[float, Field(ge=-180, le=180)]
    lat_deg: Annotated[float, Field(ge=-89, le=89)]
    length_m: Annotated[float, Field(ge=10, le=1e6)]
    width_m: Annotated[float, Field(ge=10, le=1e6)]
    bearing_deg: Annotated[float, Field(ge=-360, le=360)]


class TriedAreaIn(Body):
    """Where one sortie is to search instead, and how."""

    unit: Unit
    sortie: Annotated[int, Field(ge=1, le=100)] = 1
    area: AreaIn
    pattern: Annotated[str, Field(max_length=8)] | None = None
    track_spacing_m: Annotated[float, Field(ge=10, le=1e6)] | None = None


class TryIn(Body):
    """Areas to be tried on a plan; without areas the plan itself is counted, and the worker is warm afterwards."""

    base: Letter = "a"
    areas: Annotated[list[TriedAreaIn], Field(max_length=100)] = Field(default_factory=list)
    office: Office | None = Field(default=None, description="Who keeps a plan; nobody needs to say who tries.")


class TriedUnitOut(Body):
    """What one sortie would do."""

    unit: str
    sortie: int
    pattern: str
    track_spacing_m: float
    pos: float
    pod: float
    poc: float
    coverage: list[float]
    ends: str
    fits: bool = Field(description="Whether the pattern is complete within the time of the search.")
    problem: ProblemOut | None
    legs: dict[str, Any]
    corners: list[list[float]]


class TryOut(Body):
    """What a changed plan would find."""

    pos: float
    pos_bound: float
    hypotheses: int = Field(description="How many were counted, evenly chosen.")
    units: list[TriedUnitOut]
