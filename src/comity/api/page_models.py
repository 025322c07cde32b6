"""What the console's pages are made of: overview, today, articles, entries with their proofs, the map's data, alarms.

Instants are milliseconds since 1970; positions are degrees on WGS 84, longitude first; shares are per mille.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from comity.api.models import Body, Id, Office, ProblemOut
from comity.api.request_models import RequestOut
from comity.node.pages.alarms import Kind, Level
from comity.node.pages.case_log import Kind as LineKind
from comity.node.settings import Line, PositionForm


class WordsOut(Body):
    """A wording in the three languages; `null` where this node holds none."""

    ar: str | None
    en: str | None
    fr: str | None


class MovedRefOut(Body):
    """The last thing that moved under a clause."""

    direction: Literal["in", "out"]
    position: int
    at_ms: int
    item: str
    subject: str


class LastActOut(Body):
    """The record that moved last under a clause."""

    key: str
    title: str
    state: str = Field(description="Its state, in the caller's words.")
    at_ms: int


class WorkOut(Body):
    """What is carried out under a clause: how many records of cooperation stand how."""

    open: int
    late: int
    awaiting_us: int
    awaiting_partner: int
    last: LastActOut | None


class NextStepOut(Body):
    """What has to happen next, in words, and the page where it is done."""

    sentence: str
    page: Literal["agreement", "signatures", "exchange"] | None
    subject: str | None


class OverviewRowOut(Body):
    """One line of the memorandum: domain × clause × group × last exchange × next step × state."""

    agreement: str
    domain: str | None
    domain_title: str
    clause: str
    clause_title: str
    group: str | None
    group_title: str
    last_exchange: MovedRefOut | None
    work: WorkOut
    next_step: NextStepOut
    state: Literal["not_agreed", "waits", "at_work"]
    state_words: str


class OverviewOut(Body):
    """The memorandum on one page."""

    schema_: Literal["comity/overview/1"] = Field(default="comity/overview/1", serialization_alias="schema")
    example: bool
    rows: list[OverviewRowOut]


class DueOut(Body):
    """A series that waits for somebody."""

    agreement: str
    series: str
    title: str
    standing: str
    sentence: str
    hash: str | None
    since_ms: int | None


class ArrivedOut(Body):
    """Something that the partner released to us."""

    agreement: str
    position: int
    item: str
    subject: str
    arrived_ms: int


class TodayOut(Body):
    """What waits for us today, and what arrived."""

    schema_: Literal["comity/today/1"] = Field(default="comity/today/1", serialization_alias="schema")
    now_ms: int
    awaiting_us: list[DueOut]
    awaiting_partner: list[DueOut]
    requests: list[RequestOut] = Field(description="Open requests of both parties, by due time.")
    arrived: list[ArrivedOut]
    open_cases: list[Id]


class RuleOut(Body):
    """A release rule in words."""

    id: str
    sentences: list[str]


class ArticleOut(Body):
    """One clause of the memorandum: its title and text in each language, its rules in the caller's words."""

    id: str
    title: WordsOut
    text: WordsOut
    nature: str
    starts: str
    at_work: bool
    group: str | None
    domains: list[str]
    rules: list[RuleOut]
    decisions: list[str] = Field(description="Series of the decisions that act on it, such as `decision/<id>`.")


class ArticlesOut(Body):
    """The memorandum, article by article; `text_hashes` are what both parties signed."""

    schema_: Literal["comity/articles/1"] = Field(default="comity/articles/1", serialization_alias="schema")
    agreement: str
    version: int = Field(description="The number of the version that is shown; 0 is the original.")
    hash: str
    example: bool
    title: WordsOut
    text_hashes: WordsOut
    texts_held: list[Literal["ar", "en", "fr"]] = Field(description="Texts that this node holds, each checked by hash.")
    opening: WordsOut
    articles: list[ArticleOut]


class EntryOut(Body):
    """One entry of a log in a list."""

    position: int
    kind: Literal["text", "vote", "beat", "release", "notice", "ack", "message", "unread"]
    at_ms: int | None
    office: str | None
    subject: str | None = Field(description="Its series, or the rule under which something left.")
    leaf_hash: str
    receipted: bool


class EntriesOut(Body):
    """Entries of one log, newest first."""

    schema_: Literal["comity/entries/1"] = Field(default="comity/entries/1", serialization_alias="schema")
    agreement: str
    log: Literal["own", "partner"]
    origin: str
    size: int
    entries: list[EntryOut]


class KeyChangeOut(Body):
    """One key of a log that another followed: a reader who knows the old one believes the new one by this head."""

    old_key: str = Field(description="C2SP vkey.")
    new_key: str = Field(description="C2SP vkey.")
    mirror_key: str | None = Field(description="C2SP vkey by which the other party gave receipt of the head.")
    head: str = Field(description="A signed note with a head of the log that both keys signed.")


class ProofOut(Body):
    """All that is needed to verify one entry without trusting this node's word (RFC 6962, C2SP tlog-checkpoint).

    SHA-256 of 0x00 and the leaf's bytes, led up by `proof` (lowest first), gives the root in `checkpoint`, which bears
    an Ed25519 signature by `log_key`, and by `mirror_key` the other party's receipt where there is one.
    """

    schema_: Literal["comity/entry-proof/1"] = Field(default="comity/entry-proof/1", serialization_alias="schema")
    agreement: str
    log: Literal["own", "partner"]
    position: int
    leaf: str = Field(description="The entry's bytes, base64.")
    leaf_hash: str = Field(description="Base64.")
    size: int
    root: str = Field(description="Base64.")
    proof: list[str] = Field(description="Hashes, base64, the lowest first.")
    checkpoint: str = Field(description="The signed note with the log's head.")
    origin: str
    log_key: str = Field(description="C2SP vkey of the log.")
    mirror_key: str | None = Field(description="C2SP vkey of the other party's receipts.")
    receipt: str | None = Field(description="The greatest head of ours that bears the partner's receipt; own log only.")
    entry: dict[str, Any] | None = Field(description="What the entry says; null where it cannot be read.")
    key_changes: list[KeyChangeOut] = Field(description="How the log's keys followed one another, the oldest first.")


class HourOut(Body):
    """The cloud at one of its instants."""

    hour: int = Field(description="Index of the instant, from 0.")
    at_ms: int
    centre: tuple[float, float] | None = Field(description="Mean longitude and latitude of what is in the water.")
    active: int | None = Field(description="How many drift; null in a partner's case, which brings areas only.")
    stranded: int | None


class LineOut(Body):
    """One line of a case's log."""

    key: str = Field(description="Its name in the log: a list that is read in parts goes on after it.")
    at_ms: int
    kind: LineKind
    sentence: str
    text: str | None = Field(default=None, description="What an office wrote.")
    office: str | None = Field(default=None, description="Who did it, where an office did.")
    problem: ProblemOut | None = Field(default=None, description="Why a drift failed.")
    log: Literal["own", "partner"] | None = None
    position: int | None = None


class NoteIn(Body):
    """What an office notes about a case."""

    text: Annotated[str, Field(min_length=1, max_length=4000)]
    office: Office | None = None


class TimelineOut(Body):
    """The instants of a case's drift, and its log, newest first."""

    schema_: Literal["comity/timeline/1"] = Field(default="comity/timeline/1", serialization_alias="schema")
    case: str
    particles: int
    hours: list[HourOut]
    lines: list[LineOut] = Field(description="The newest ones; `/chronology` goes on.")


class CheckOut(Body):
    """Whether a case can be opened as it stands, or what is wrong with it."""

    opens: bool
    problem: ProblemOut | None


class LeewayOut(Body):
    """A class of drifting object."""

    number: int
    key: str
    about: str


class ForcingOut(Body):
    """The currents and wind that a new case uses when it names none."""

    folder: str
    currents: list[str]
    wind: list[str]
    from_ms: int | None = Field(description="The first instant for which there are both, where the files can be read.")
    until_ms: int | None
    problem: ProblemOut | None


class AlarmOut(Body):
    """Something that an officer must see; it stays until somebody acknowledges it."""

    id: str
    kind: Kind
    level: Level
    since_ms: int
    sentence: str
    page: Literal["case", "ledger", "node", "requests", "watch"]
    subject: str
    files: list[str] = Field(description="Of a contradiction: the signed heads and files that were kept as evidence.")


class ContradictionOut(Body):
    """What contradicts a record, and the files that were kept of it."""

    number: int
    direction: Literal["in", "out"]
    found_ms: int
    code: str
    sentence: str
    files: dict[Literal["pinned", "offered", "altered"], str]


class AcknowledgeIn(Body):
    """The alarm that was seen."""

    alarm: str = Field(max_length=200)


class FeedOut(Body):
    """One thing that this node listens to, and when it last heard it."""

    feed: str
    sentence: str
    state: Literal["following", "silent", "frozen", "unknown"]
    heard_ms: int | None


class UnsynchronisedOut(Body):
    """An agreement under which this node was put back and does not know yet what it lacks; nothing is signed."""

    agreement: str
    sentence: str
    since_ms: int


class HealthOut(Body):
    """What the truth strip and the node's page show."""

    schema_: Literal["comity/health/1"] = Field(default="comity/health/1", serialization_alias="schema")
    now_ms: int
    party: str
    version: str
    feeds: list[FeedOut]
    unsynchronised: list[UnsynchronisedOut] = Field(
        description="Agreements under which this node was restored and has not yet caught up with its partner."
    )
    log_verified: bool = Field(description="Whether the head of each own log is the one that its entries give.")
    free_bytes: int
    database_bytes: int
    map_tiles: bool = Field(description="Whether this node has a PMTiles file of its own at /map/node.pmtiles.")


class MapOut(Body):
    """The map under every picture, and whose view of borders it shows: that of this node's settings."""

    address: str = Field(description="PMTiles file that the pages read; the one that ships where ours has a problem.")
    max_zoom: int | None = Field(description="Deepest zoom of a map of our own; `null` for the one that ships.")
    problem: ProblemOut | None = Field(description="Why the map that the settings name cannot be drawn.")
    disputed: Line = Field(description="How lines that states dispute are drawn.")
    borders: dict[str, Line] = Field(description="How single borders are drawn, by the codes of their two sides.")
    hidden_names: list[str] = Field(description="Codes of countries whose name is not shown.")


class DeskOut(Body):
    """Where the desks of this node are; degrees."""

    lat: float
    lon: float


class ScreenOut(Body):
    """What the settings of the node want of the screen."""

    schema_: Literal["comity/screen/1"] = Field(default="comity/screen/1", serialization_alias="schema")
    map: MapOut
    desk: DeskOut | None
    positions: PositionForm = Field(description="How positions are written until an officer chooses otherwise.")


class FindingOut(Body):
    """One check of the machine and the folder."""

    check: str
    state: Literal["ok", "warning", "failed"]
    sentence: str
