"""What the maritime picture gives: vessels with the age and the source of each position, tracks, feeds, distress.

Units: degrees on WGS 84, metres per second, metres, seconds; instants are milliseconds since 1970. `null` is unknown.
"""

from typing import Annotated, Literal

from pydantic import Field

from comity.api.models import Body
from comity.maritime import Device, DistressState, Doubt, Note, SpeedFrom, TypeClass
from comity.node.feeds.backlog import Level
from comity.node.feeds.states import State as FeedStanding

Degrees = Annotated[float, Field(allow_inf_nan=False)]
AisClass = Literal["A", "B"]


class VesselOut(Body):
    """A vessel: where it was last reported, by which station and how long ago, and what it says of itself."""

    id: int = Field(description="Its number in /live among those of `ships`; it keeps it until it is forgotten.")
    mmsi: int
    kind: str = Field(description="What its MMSI stands for: ship, base_station, aton, sar_aircraft, craft, sart, …")
    flag: str | None = Field(description="ISO 3166-1 code of the administration that gave the MMSI.")
    name: str | None
    callsign: str | None
    imo: int | None
    ship_type: int = Field(description="Number of its type (ITU-R M.1371-5, table 53); 0: not told.")
    type_class: TypeClass
    ais_class: AisClass | None
    lat: float | None
    lon: float | None
    sog_m_s: float | None
    cog_deg: float | None
    heading_deg: float | None
    rot_deg_min: float | None
    nav_status: int
    t_ms: int | None = Field(description="Instant of the fix.")
    received_ms: int | None
    age_s: float | None = Field(description="How old the fix was when this was answered.")
    station: str = Field(description="The receiver that heard it.")
    msg_type: int
    length_m: int | None
    beam_m: int | None
    draught_m: float | None
    destination: str | None
    eta: str | None
    static_ms: int | None = Field(description="When it last said something of itself.")


class VesselsOut(Body):
    """Vessels, and how many match in all; `listening` is false where no receiver is set."""

    schema_: Literal["comity/vessels/1"] = Field(default="comity/vessels/1", serialization_alias="schema")
    now_ms: int
    listening: bool
    total: int
    vessels: list[VesselOut]


class NearOut(Body):
    """A vessel and how soon it can be at the datum."""

    vessel: VesselOut
    distance_m: float = Field(description="Along the geodesic; land is not asked.")
    bearing_deg: float = Field(description="From the datum to the vessel.")
    speed_m_s: float
    speed_from: SpeedFrom = Field(description="The fastest that it was seen to go, or what ships of its type make.")
    ready_s: float = Field(description="Until it is under way, where it is moored, at anchor or fishing.")
    time_s: float | None = Field(description="To the datum; `null`: it cannot come by itself.")
    arrives_ms: int | None
    note: Note | None


class NearestOut(Body):
    """The nearest vessels, the soonest first."""

    schema_: Literal["comity/nearest/1"] = Field(default="comity/nearest/1", serialization_alias="schema")
    now_ms: int
    listening: bool
    lat: float
    lon: float
    vessels: list[NearOut]


class TrackOut(Body):
    """Where a vessel was, by column; `complete` is false where there are more positions than asked for."""

    schema_: Literal["comity/track/1"] = Field(default="comity/track/1", serialization_alias="schema")
    mmsi: int
    from_ms: int
    until_ms: int
    complete: bool
    t_ms: list[int]
    lat_deg: list[float]
    lon_deg: list[float]
    sog_m_s: list[float | None]
    cog_deg: list[float | None]
    heading_deg: list[float | None]
    station: list[str]


class ShedOut(Body):
    """What a flood cost so far: fixes that the picture and the tracks went without, lines that were dropped."""

    picture: int
    tracks: int
    reports: int


class ReceiverOut(Body):
    """One receiver as it stands."""

    name: str
    address: str
    state: FeedStanding
    since_ms: int
    heard_ms: int | None
    bytes: int
    sentences: int
    messages: int
    per_s: float
    rejected: dict[str, int] = Field(description="Lines that were refused, by the reason.")
    shed: ShedOut
    problem: str | None


class PictureOut(Body):
    """How large the picture is, and what became of all reports."""

    vessels: int
    most: int
    bytes: int
    newest_ms: int | None
    outcomes: dict[str, int]


class ReceiversOut(Body):
    """The receivers, the picture that they feed, and what is being shed now."""

    schema_: Literal["comity/feeds/1"] = Field(default="comity/feeds/1", serialization_alias="schema")
    now_ms: int
    running: bool
    level: Level
    feeds: list[ReceiverOut]
    picture: PictureOut
    store_problem: str | None = Field(description="Why what is heard is not kept.")


class DistressOut(Body):
    """An activation of a distress device."""

    id: int
    mmsi: int
    device: Device
    state: DistressState
    is_test: bool
    doubt: Doubt | None
    raised_ms: int = Field(description="When it was first heard here, by our clock.")
    first_ms: int
    last_ms: int
    heard: int = Field(description="Sentences.")
    lat: float | None
    lon: float | None
    position_ms: int | None
    moved_m: float
    text: str
    stations: list[str]
    case_id: str | None
    sentence: str


class DistressesOut(Body):
    """Distress devices that were heard, the newest first."""

    schema_: Literal["comity/distress/1"] = Field(default="comity/distress/1", serialization_alias="schema")
    now_ms: int
    distress: list[DistressOut]


class TakenOut(Body):
    """How many lines were taken."""

    taken: int
