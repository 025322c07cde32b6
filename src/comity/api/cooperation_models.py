"""Bodies of cooperation: records in lines and in full, moves, templates; instants are milliseconds since 1970."""

from typing import Annotated, Any, Literal

from pydantic import Field

from comity.api.models import Body, Hash, Id, Office

Kind = Literal["domain", "group", "meeting", "decision", "action", "initiative", "flow", "check", "document"]
Move = Annotated[str, Field(pattern="^[a-z][a-z0-9_]*$", max_length=64)]
Level = Literal["national", "bilateral", "public"]
Instant = Annotated[int, Field(ge=0, lt=2**53)]
Fields = Annotated[dict[str, Any], Field(max_length=64)]


class InThreeOut(Body):
    """The same words in the three languages."""

    ar: str
    en: str
    fr: str


class TextWaitsOut(Body):
    """A text on a record that one party signed: nothing has changed yet."""

    move: str
    move_name: InThreeOut
    by: str = Field(description="The party that signed it.")
    since_ms: int
    until_ms: int | None = Field(description="Until when it may be signed; null: no end is set.")
    hash: Hash
    series: str


class RecordLineOut(Body):
    """A record in one line."""

    key: str
    kind: str
    kind_name: InThreeOut = Field(description="Of an initiative, the title of its template.")
    id: str
    title: InThreeOut
    state: str
    state_name: InThreeOut
    since_ms: int
    owner_party: str
    owner_office: str | None
    group: str | None
    initiative: str | None
    domain: str | None
    due_ms: int | None
    due_what: str | None = Field(description="What falls due at `due_ms`, in the words of a critical date.")
    is_late: bool
    is_final: bool
    level: Level
    example: bool
    waiting: TextWaitsOut | None
    is_receipted: bool = Field(description="Whether both durably hold the record as it is shown.")
    agreed_state: str | None = Field(description="Its state as both durably hold it; null: they do not hold it yet.")


class TabledTextOut(Body):
    """A text on a record that is on the table and that nobody signed yet: it is signed by its hash in its series."""

    move: str
    move_name: InThreeOut
    office: str
    hash: Hash
    series: str


class PositionOut(Body):
    """A place in a party's log."""

    party: str
    position: int


class PastActOut(Body):
    """An act that counted."""

    act: Hash
    move: str
    move_name: InThreeOut
    by: str
    offices: list[str]
    at_ms: int
    positions: list[PositionOut]
    series: str | None = Field(description="Where both signed it; null: its party said it alone.")


class NeedOut(Body):
    """What a move needs before it counts."""

    need: str
    words: str
    is_met: bool


class OpenMoveOut(Body):
    """A move that the record's life has now."""

    move: str
    name: InThreeOut
    to: str
    sign: Literal["one", "both"]
    ours: bool = Field(description="Whether it is ours to make.")
    sets: list[str]
    needs: list[NeedOut]


class InitiativeAccountOut(Body):
    """What flowed under an initiative, in minor units of its currency; whole units of each item."""

    paid_minor: int
    claimed_minor: int
    currency: str | None
    value_minor: int
    ordered: dict[str, int]
    delivered: dict[str, int]


class UnitCostOut(Body):
    """The value of an initiative for one unit, as an exact fraction of minor units."""

    name: str
    title: InThreeOut
    numerator: int
    denominator: int


class NotCountedOut(Body):
    """An act that stands in a log and changed nothing, and why."""

    key: str
    act: Hash
    move: str
    at_ms: int
    code: str
    what: str
    why: str
    remedy: str


class RecordOut(RecordLineOut):
    """A record in full, with what our offices keep for themselves under `document.national`."""

    schema_: Literal["comity/record-state/1"] = Field(default="comity/record-state/1", serialization_alias="schema")
    document: dict[str, Any]
    version: int
    head: Hash
    proposer: str
    entered: dict[str, int]
    history: list[PastActOut]
    moves: list[OpenMoveOut]
    tabled: list[TabledTextOut]
    about: list[RecordLineOut]
    account: InitiativeAccountOut | None
    unit_costs: list[UnitCostOut]
    progress_permille: int | None
    not_counted: list[NotCountedOut]
    field_levels: dict[str, Level]


class SheetOut(RecordLineOut):
    """A record with what it holds and what follows from it, without its past and its moves: many in one answer."""

    document: dict[str, Any] = Field(
        description="What both parties read; what is ours alone stands in the record in full."
    )
    entered: dict[str, int]
    account: InitiativeAccountOut | None
    unit_costs: list[UnitCostOut]
    public: dict[str, Any] | None = Field(
        description="What everybody may read, as both durably signed it, with what is withheld and why; null: nothing."
    )


class ActIn(Body):
    """A move of a record. `fields` is the whole record in a proposal, later what changes; national ones stay home."""

    move: Move
    fields: Fields = Field(default_factory=dict)
    office: Office | None = None
    sign: bool = False
    open_until_ms: Instant | None = None


class NationalIn(Body):
    """Fields that stay home; null empties one."""

    fields: Fields
    office: Office | None = None


class TemplateFieldOut(Body):
    """A field that a template declares."""

    name: str
    title: InThreeOut
    type: str
    level: Level
    unit: str | None
    choices: list[str]


class NamedOut(Body):
    """A role or a state by its name, with its title."""

    name: str
    title: InThreeOut


class TemplateOut(Body):
    """A kind of initiative."""

    id: str
    hash: Hash
    title: InThreeOut
    initial: str
    states: list[NamedOut]
    roles: list[NamedOut]
    fields: list[TemplateFieldOut]
    is_adopted: bool
    decision: str | None = Field(description="The decision of both that adopted it, such as decision/d-1.")
    is_shipped: bool


class TemplateIn(Body):
    """A template as a TOML file."""

    toml: Annotated[str, Field(min_length=1, max_length=65_535)]
    office: Office | None = None


class CriticalDateOut(Body):
    """Something that falls due."""

    key: str
    title: InThreeOut
    record_title: InThreeOut
    what: str = Field(description="`starts`, `review`, `expires`, `due`, `planned`, `state` or `milestone <id>`.")
    due_ms: int
    is_late: bool
    owner_party: str
    owner_office: str


class ContributionOut(Body):
    """What a party brought to a domain: confirmed flows of one kind in one currency (minor units) or unit, summed."""

    flow_kind: str
    unit: str
    amount: int


class CellOut(Body):
    """What one party brought to one domain."""

    party: str
    contributions: list[ContributionOut]


class DomainRowOut(Body):
    """A domain and what each party brought to it, in the agreement's order of parties."""

    domain: str
    title: InThreeOut
    cells: list[CellOut]


class ContributionsOut(Body):
    """Who brings what to each domain."""

    schema_: Literal["comity/contributions/1"] = Field(default="comity/contributions/1", serialization_alias="schema")
    parties: list[str]
    domains: list[DomainRowOut]


class CountsOut(Body):
    """How many records stand how."""

    subject: str = Field(description="A group's or a domain's id.")
    title: InThreeOut
    open: int
    late: int
    awaiting_us: int
    awaiting_partner: int


class SummaryOut(Body):
    """How many records are open, late and waiting, in all, by group and by domain."""

    schema_: Literal["comity/cooperation-summary/1"] = Field(
        default="comity/cooperation-summary/1", serialization_alias="schema"
    )
    open: int
    late: int
    awaiting_us: int
    awaiting_partner: int
    not_counted: int
    groups: list[CountsOut]
    domains: list[CountsOut]


class OfficeIn(Body):
    """An office that signs for its party: its roles from one instant until another."""

    id: Id
    title: InThreeOut
    roles: Annotated[list[Literal["drafter", "approver", "auditor", "operator"]], Field(min_length=1, max_length=4)]
    since_ms: Instant
    until_ms: Instant | None = None
    succeeds: Id | None = None


class OfficesIn(Body):
    """Our list of offices: from its place in our log on, only these sign for us."""

    offices: Annotated[list[OfficeIn], Field(min_length=1, max_length=256)]
    office: Office | None = None


class GivenOfficesOut(Body):
    """A party's list of offices, as it holds now; empty: it gave none, and is not held to one."""

    party: str
    since_ms: int | None
    offices: list[OfficeIn]


class CalendarIn(Body):
    """Which calendar a program shall read: of a group, of an office, or of all."""

    group: Id | None = None
    calendar_office: Annotated[str, Field(min_length=1, max_length=200)] | None = Field(
        default=None, description="Only what this office answers for."
    )
    office: Office | None = None


class CalendarOut(Body):
    """A calendar that a program reads without signing in."""

    number: int
    group: str | None
    calendar_office: str | None
    made_by: str
    made_ms: int


class NewCalendarOut(CalendarOut):
    """A calendar with its address, at the only moment at which it can be read."""

    token: str
    path: str = Field(description="The address at this node, with the token that opens it.")


class EndCalendarIn(Body):
    """The calendar whose address shall open nothing any more."""

    number: Annotated[int, Field(ge=1, lt=2**53)]
    office: Office | None = None


class DeadClauseOut(Body):
    """An open record that cites a clause which is not in force and at work now."""

    key: str
    clause: str


class ConsistencyOut(Body):
    """Whether the records hold together; `sums` names initiatives whose sums are not those of their flows."""

    schema_: Literal["comity/cooperation-check/1"] = Field(
        default="comity/cooperation-check/1", serialization_alias="schema"
    )
    holds: bool
    records: int
    acts: int
    unreceipted: int
    sums: list[str]
    clauses: list[DeadClauseOut]
    not_counted: list[NotCountedOut]
