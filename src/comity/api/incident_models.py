"""What goes in and out of `/api/v1/cases/{case}` between two centres: custody, units that are lent, what was received.

Units: degrees, metres, metres per second, seconds, milliseconds since 1970; probabilities are numbers from 0 to 1.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from comity.api.models import Body, Office, ProblemOut

Party = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Agreement = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Instant = Annotated[int, Field(ge=0, lt=2**53)]
StandingOfText = Literal["tabled", "awaiting_us", "awaiting_partner", "awaiting_receipt", "agreed", "void"]


class CustodyIn(Body):
    """Whose centre shall co-ordinate from now on; `sign` puts our signature under it at once."""

    to: Party
    sign: bool = True
    office: Office | None = None
    agreement: Agreement | None = Field(default=None, description="Only where a case is shared under several.")


class ProposalOut(Body):
    """A hand-over that waits for a signature or a receipt; it is signed or turned down with `…/votes`."""

    to: str
    hash: str
    office: str
    at_ms: int
    clause: str
    signed_by: list[str]
    standing: StandingOfText
    sentence: str


class HandedOverOut(Body):
    """A hand-over that both signed."""

    to: str
    hash: str
    office: str
    clause: str
    at_ms: int


class CustodyOut(Body):
    """Who co-ordinates an incident; before the partner knows of it, the party that opened it."""

    schema_: Literal["comity/custody/1"] = Field(default="comity/custody/1", serialization_alias="schema")
    incident: str
    agreement: str
    series: str = Field(description="What both sign stands under it.")
    shared: bool
    holder: str
    since_ms: int | None = Field(description="When both had signed that it does; null: since it opened the incident.")
    pending: ProposalOut | None = Field(description="The newest proposal: the partner's before ours.")
    proposals: list[ProposalOut]
    handed_over: list[HandedOverOut]


class LentUnitIn(Body):
    """A unit by what it can do; no name. Aircraft have a height, and what is offered has a base."""

    platform: Literal["helicopter", "fixed_wing", "boat"]
    speed_m_s: Annotated[float, Field(ge=0.1, le=400)]
    endurance_s: Annotated[int, Field(ge=60, le=30 * 86_400, description="On scene.")]
    altitude_m: Annotated[int, Field(ge=0, le=10_000)] | None = None
    base_lat_deg: Annotated[float, Field(ge=-90, le=90)] | None = None
    base_lon_deg: Annotated[float, Field(ge=-180, le=180)] | None = None
    from_ms: Instant
    until_ms: Instant


class ResourceIn(Body):
    """A unit of ours that is offered, or one of the partner's that is asked for."""

    kind: Literal["offer", "request"]
    unit: LentUnitIn
    sign: bool = True
    office: Office | None = None
    agreement: Agreement | None = None


class ResourceEndIn(Body):
    """Who takes an offer or a request back."""

    office: Office | None = None
    agreement: Agreement | None = None


class ResourceOut(Body):
    """An offer or a request, what became of it, and how a case file names the unit once it is lent."""

    key: str
    agreement: str
    series: str
    incident: str
    number: int
    kind: Literal["offer", "request"]
    by: str
    clause: str
    hash: str
    state: Literal["tabled", "offered", "accepted", "declined", "withdrawn", "lapsed"]
    standing: StandingOfText
    sentence: str
    decided_ms: int | None
    open_until_ms: int
    offered: LentUnitIn
    unit: dict[str, Any] | None = Field(
        description="A `[[unit]]` to confirm with `PUT …/sections/unit`; null: not lent."
    )


class ReceivedSearchOut(Body):
    """A search of the partner's for one of our cases; `problem` says why it does not count."""

    key: str
    agreement: str
    position: int
    place: int
    party: str
    office: str
    arrived_ms: int
    number: str
    units: list[str]
    ends_ms: int | None
    counts: bool
    unknown_objects: list[str] = Field(description="Classes of objects that our table does not have.")
    problem: ProblemOut | None


class PartnerLegOut(Body):
    """A point of the way of a unit of the partner's, and whether it searches on the leg that begins there."""

    key: str
    plan: str = Field(description="The key of the plan.")
    sortie: int = Field(description="The place of the sortie in its plan, from 0.")
    at_ms: int
    lon_deg: float
    lat_deg: float
    is_searching: bool


class PartnerSortieOut(Body):
    """One sortie of the partner's plan."""

    unit: str
    sortie: int | None
    platform: str | None
    pattern: str | None
    altitude_m: int | None
    speed_m_s: float | None
    track_spacing_m: int | None
    pod: float | None
    pos: float | None
    begins_ms: int | None
    ends_ms: int | None
    area_ms: int | None
    corners: list[tuple[float, float]] = Field(description="The ring of the area, [longitude, latitude], closed.")
    points: int = Field(description="Of its way, which `…/plans/received/legs` gives; 0: none was released.")


class NearOut(Body):
    """A sortie of ours and one of theirs that share water at one time, and how far apart they are in height."""

    ours: str
    our_sortie: int
    theirs: str
    their_sortie: int | None
    from_ms: int
    until_ms: int
    apart_m: float | None = Field(description="In height; null where a height is not known.")


class PartnerPlanOut(Body):
    """A plan of the partner's for the incident of a case; `problem` says why nothing of it can be shown."""

    key: str
    agreement: str
    position: int
    place: int
    party: str
    office: str
    case: str
    arrived_ms: int
    plan: str
    pos: float | None
    pos_bound: float | None
    sorties: list[PartnerSortieOut]
    near: list[NearOut] = Field(description="Of our plan A.")
    problem: ProblemOut | None
