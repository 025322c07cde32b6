"""The nine kinds of record below an agreement, as frozen data with one envelope (the tenth type is the agreement).

Each field says in one line what it holds, who may read it, and its form: the JSON Schema `comity/<kind>/<n>`, the
reading and the three renderings all follow from that line. State, version, lateness, progress and balance are never
stored: they follow from the two logs. Units: milliseconds since 1970 (`_ms`), days `YYYY-MM-DD`, money in minor units.
There is no field for a person: offices hold roles.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field
from typing import Any, Literal

from comity.agreement import Language, Text, forms
from comity.cooperation.values import (
    AGENDA_ITEM,
    CO_CHAIR,
    COUNT,
    DELEGATION,
    EFFECT,
    INDICATOR,
    ITEM,
    LEVEL,
    MILESTONE,
    MOMENT,
    MONEY,
    NOTE,
    OFFICE,
    PERIOD,
    RENDITION,
    SOURCE,
    TITLE,
    WITHHELD,
    WORDING,
    AgendaItem,
    CoChair,
    Delegation,
    Effect,
    Indicator,
    Item,
    Level,
    Milestone,
    Money,
    Rendition,
    Withheld,
)

FlowKind = Literal["payment", "delivery", "contribution"]
FLOW_KINDS: tuple[FlowKind, ...] = ("payment", "delivery", "contribution")
CHECK_KINDS = (
    "end_use",
    "environment",
    "audit",
    "exercise_review",
    "risk_review",
    "human_rights",
    "export_control",
    "acceptance",
)
_IDS = forms.list_of(forms.ID, least=1)
_ZONE = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$(?!\n)", "maxLength": 64}
_FREE: dict[str, Any] = {"type": "object", "propertyNames": forms.WORD, "maxProperties": 64, "minProperties": 1}
_ABOUT = {"type": "string", "pattern": r"^[a-z_]+/[a-z0-9]+(-[a-z0-9]+)*$(?!\n)", "maxLength": 96}


def _field(level: Level, form: dict[str, Any], default: Any = MISSING) -> Any:
    metadata = {"level": level, "form": form}
    return field(metadata=metadata) if default is MISSING else field(default=default, metadata=metadata)


def _public(form: dict[str, Any], default: Any = MISSING) -> Any:
    return _field("public", form, default)


def _bilateral(form: dict[str, Any], default: Any = MISSING) -> Any:
    return _field("bilateral", form, default)


def _national(form: dict[str, Any]) -> Any:
    return _field("national", form, None)


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """What every record has: its name, its title and the languages that bind, clauses, owner, and who may read it.

    `level` is the widest audience that the record may reach; `visibility` narrows or widens single fields.
    """

    id: str = _public(forms.ID)
    example: bool = _public({"type": "boolean"})
    title: Text = _public(TITLE)
    authentic: tuple[Language, ...] = _public(forms.list_of({"enum": ["ar", "en", "fr"]}, least=1))
    clause_refs: tuple[str, ...] = _public(forms.list_of(forms.CLAUSE_ID, least=1))
    owner_party: str = _public(forms.PARTY)
    owner_office: str = _bilateral(OFFICE)
    level: Level = _public(LEVEL, "bilateral")
    visibility: Mapping[str, Level] | None = _bilateral({**_FREE, "additionalProperties": LEVEL}, None)
    withheld: tuple[Withheld, ...] = _public(forms.list_of(WITHHELD, least=1), ())
    supersedes: str | None = _public(forms.ID, None)


@dataclass(frozen=True, kw_only=True)
class Domain(Envelope):
    """A field of cooperation that both opened: the agreement's domain, its release rules, its indicators."""

    domain: str = _public(forms.WORD)
    release_rules: tuple[str, ...] = _bilateral(forms.list_of(SOURCE, least=1), ())
    indicators: tuple[Indicator, ...] = _public(forms.list_of(INDICATOR, least=1), ())
    milestones: tuple[Milestone, ...] = _bilateral(forms.list_of(MILESTONE, least=1), ())
    priorities: str | None = _national(NOTE)


@dataclass(frozen=True, kw_only=True)
class WorkingGroup(Envelope):
    """A bilateral working group: its terms of reference, domains, two co-chairs, and how often it meets."""

    terms: Text = _public(WORDING)
    domains: tuple[str, ...] = _public(forms.list_of(forms.WORD, least=1))
    co_chairs: tuple[CoChair, ...] = _bilateral(forms.list_of(CO_CHAIR, least=2, most=2))
    cadence: str = _bilateral(PERIOD)
    brief: str | None = _national(NOTE)


@dataclass(frozen=True, kw_only=True)
class Meeting(Envelope):
    """A meeting of a group: when, in which time zone, where, agenda, delegations by office, minutes."""

    group: str = _public(forms.ID)
    number: int = _public(COUNT)
    starts_ms: int = _bilateral(MOMENT)
    ends_ms: int = _bilateral(MOMENT)
    time_zone: str = _bilateral(_ZONE)
    place: Text = _bilateral(TITLE)
    agenda: tuple[AgendaItem, ...] = _bilateral(forms.list_of(AGENDA_ITEM, least=1))
    delegations: tuple[Delegation, ...] = _bilateral(forms.list_of(DELEGATION, least=1, most=2), ())
    minutes: Text | None = _bilateral(WORDING, None)
    brief: str | None = _national(NOTE)
    own_notes: str | None = _national(NOTE)


@dataclass(frozen=True, kw_only=True)
class Decision(Envelope):
    """A decision of a group: its text, the meeting that it came from, its effects, the day of its review."""

    group: str = _public(forms.ID)
    text: Text = _bilateral(WORDING)
    review_ms: int = _bilateral(MOMENT)
    expires_ms: int | None = _bilateral(MOMENT, None)
    from_meeting: str | None = _bilateral(forms.ID, None)
    effects: tuple[Effect, ...] = _bilateral(forms.list_of(EFFECT, least=1), ())
    position: str | None = _national(NOTE)


@dataclass(frozen=True, kw_only=True)
class Action(Envelope):
    """A next step: what, by whose party and office (the owner), until when; proof once it is claimed done."""

    text: Text = _bilateral(WORDING)
    due_ms: int = _bilateral(MOMENT)
    group: str | None = _bilateral(forms.ID, None)
    from_decision: str | None = _bilateral(forms.ID, None)
    from_meeting: str | None = _bilateral(forms.ID, None)
    initiative: str | None = _bilateral(forms.ID, None)
    depends_on: tuple[str, ...] = _bilateral(_IDS, ())
    proof: str | None = _bilateral(forms.HASH, None)
    assignee: str | None = _national(OFFICE)
    cost: Money | None = _national(MONEY)


@dataclass(frozen=True, kw_only=True)
class Initiative(Envelope):
    """A contract case, a partnership, an exercise, an investment, a campaign: what its template says it is.

    `roles` names the party of each role of the template; `details` holds the fields that the template declares.
    """

    template: str = _public(forms.WORD)
    template_hash: str = _bilateral(forms.HASH)
    roles: Mapping[str, str] = _public({**_FREE, "additionalProperties": forms.PARTY})
    group: str = _public(forms.ID)
    domain: str = _public(forms.WORD)
    next_review_ms: int = _bilateral(MOMENT)
    from_decision: str | None = _bilateral(forms.ID, None)
    starts_ms: int | None = _bilateral(MOMENT, None)
    ends_ms: int | None = _bilateral(MOMENT, None)
    value: Money | None = _bilateral(MONEY, None)
    items: tuple[Item, ...] = _bilateral(forms.list_of(ITEM, least=1), ())
    milestones: tuple[Milestone, ...] = _bilateral(forms.list_of(MILESTONE, least=1), ())
    indicators: tuple[Indicator, ...] = _bilateral(forms.list_of(INDICATOR, least=1), ())
    details: Mapping[str, Any] | None = _public(_FREE, None)  # each of its fields has the level that the template says
    reservation_price: Money | None = _national(MONEY)
    need_analysis: str | None = _national(NOTE)
    budget_line: str | None = _national(SOURCE)


@dataclass(frozen=True, kw_only=True)
class Flow(Envelope):
    """A payment, a delivery or a contribution: planned by one, claimed by the giver, confirmed by both.

    A payment has an `amount`; a delivery an `item` of the initiative and a `quantity`; a contribution an amount, or a
    quantity with its unit.
    """

    flow_kind: FlowKind = _bilateral({"enum": list(FLOW_KINDS)})
    from_party: str = _bilateral(forms.PARTY)
    to_party: str = _bilateral(forms.PARTY)
    domain: str = _bilateral(forms.WORD)
    planned_ms: int = _bilateral(MOMENT)
    initiative: str | None = _bilateral(forms.ID, None)
    amount: Money | None = _bilateral(MONEY, None)
    item: str | None = _bilateral(forms.ID, None)
    quantity: int | None = _bilateral(COUNT, None)
    unit: str | None = _bilateral(forms.WORD, None)
    actual_ms: int | None = _bilateral(MOMENT, None)
    evidence: str | None = _bilateral(forms.HASH, None)
    bank_detail: str | None = _national(NOTE)
    storage_place: str | None = _national(NOTE)


@dataclass(frozen=True, kw_only=True)
class Check(Envelope):
    """A check of an initiative: which kind, its scope, when, what it found, the actions that follow from it."""

    initiative: str = _bilateral(forms.ID)
    check_kind: str = _bilateral({"enum": list(CHECK_KINDS)})
    scope: Text = _bilateral(WORDING)
    planned_ms: int = _bilateral(MOMENT)
    host_party: str = _bilateral(forms.PARTY)
    done_ms: int | None = _bilateral(MOMENT, None)
    finding: Text | None = _bilateral(WORDING, None)
    waived_why: Text | None = _bilateral(WORDING, None)
    corrective_actions: tuple[str, ...] = _bilateral(_IDS, ())
    method_notes: str | None = _national(NOTE)
    exact_place: str | None = _national(NOTE)


@dataclass(frozen=True, kw_only=True)
class Document(Envelope):
    """A paper: its kind, what it is about (`meeting/<id>`), its day, and a file in each language by its hash."""

    document_kind: str = _public(forms.WORD)
    about: tuple[str, ...] = _bilateral(forms.list_of(_ABOUT, least=1))
    on: str = _public(forms.DATE)
    renditions: tuple[Rendition, ...] = _public(forms.list_of(RENDITION, least=1), ())
    draft_notes: str | None = _national(NOTE)


Record = Domain | WorkingGroup | Meeting | Decision | Action | Initiative | Flow | Check | Document

KINDS: Mapping[str, type[Record]] = {
    "domain": Domain,
    "group": WorkingGroup,
    "meeting": Meeting,
    "decision": Decision,
    "action": Action,
    "initiative": Initiative,
    "flow": Flow,
    "check": Check,
    "document": Document,
}
"""Every kind of record, by its name."""
