"""The values inside the records of cooperation: money, items, milestones, indicators, agenda items, what is withheld.

Units: money in minor units of its currency (`_minor`, ISO 4217), indicators in thousandths (`_milli`), instants in
milliseconds since 1970 (`_ms`), days as `YYYY-MM-DD`. Quantities are whole numbers of their unit.
Sources: eForms BT-195 to BT-198 for the withheld block; the UN Register's rule that an item is a category and a number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from comity.agreement import Text, forms

Level = Literal["national", "bilateral", "public"]
LEVELS: tuple[Level, ...] = ("national", "bilateral", "public")
"""Who may read a field: we alone; both parties; everybody. In this order, the narrowest first."""

REASONS = ("defence_secret", "commercial_secret", "negotiation", "law_enforcement", "personal_data", "partner_asked")
"""Why a field is withheld: a closed list."""

SIGNED_MOST = 2**53 - 1
MOMENT = forms.whole(0, SIGNED_MOST)
AMOUNT = forms.whole(-SIGNED_MOST, SIGNED_MOST)
TITLE = forms.text_of(200)
WORDING = forms.text_of(8000)
NOTE: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": 8000}
OFFICE: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": 200}
SOURCE: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": 500}
CURRENCY = {"type": "string", "pattern": r"^[A-Z]{3}$(?!\n)"}
PERIOD = {"type": "string", "pattern": r"^P[1-9][0-9]{0,3}[DMY]$(?!\n)"}
LEVEL = {"enum": list(LEVELS)}
COUNT = forms.whole(1, 10**12)


@dataclass(frozen=True)
class Money:
    """An amount in minor units of its currency: 120 000.00 USD is `Money(12_000_000, "USD")`."""

    amount_minor: int
    currency: str


@dataclass(frozen=True)
class Item:
    """An item line: a category and a quantity, and nothing of what it can do."""

    id: str
    title: Text
    category: str
    quantity: int
    unit: str


@dataclass(frozen=True)
class Milestone:
    """A step of an initiative: when it is due, and when it was reached (None: not yet)."""

    id: str
    title: Text
    due_ms: int
    done_ms: int | None = None
    depends_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measurement:
    """What an indicator was on a day, in thousandths, and who published it."""

    on: str
    value_milli: int
    source: str


@dataclass(frozen=True)
class Indicator:
    """An outcome: where it stood, where it shall stand, and what was measured since."""

    id: str
    title: Text
    unit: str
    baseline_milli: int
    target_milli: int
    measured: tuple[Measurement, ...] = ()


@dataclass(frozen=True)
class CoChair:
    """The office that chairs a group for a party."""

    party: str
    office: str


@dataclass(frozen=True)
class Delegation:
    """Who sits for a party: offices, never names."""

    party: str
    offices: tuple[str, ...]


@dataclass(frozen=True)
class AgendaItem:
    """A point of the agenda, what the minutes say of it (None before), who may read it, which office presents it."""

    id: str
    title: Text
    minute: Text | None = None
    level: Level = "bilateral"
    presenter: str | None = None


@dataclass(frozen=True)
class Effect:
    """What a decision does: `open` or `move` a record, `adopt_template` by its hash, or take note of a `release_rule`.

    `subject` is a record (`meeting/<id>`), a template's id, or a rule's id; `argument` a move or a hash where needed.
    """

    kind: Literal["open", "move", "adopt_template", "release_rule"]
    subject: str
    argument: str | None = None


@dataclass(frozen=True)
class Rendition:
    """A file of a document in one language, by its hash."""

    language: str
    media_type: str
    sha256: str


@dataclass(frozen=True)
class Withheld:
    """Why the public does not read a field, until which day (None: no day is set), and by which decision."""

    field: str
    reason_code: str
    reason: Text
    decided_by: str
    public_on: str | None = None


def _optional(properties: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return forms.optional(forms.closed(**properties), *names)


MONEY = forms.closed(amount_minor=AMOUNT, currency=CURRENCY)
ITEM = forms.closed(id=forms.ID, title=TITLE, category=forms.WORD, quantity=COUNT, unit=forms.WORD)
MILESTONE = _optional(
    {
        "id": forms.ID,
        "title": TITLE,
        "due_ms": MOMENT,
        "done_ms": MOMENT,
        "depends_on": forms.list_of(forms.ID, least=1),
    },
    "done_ms",
    "depends_on",
)
MEASUREMENT = forms.closed(on=forms.DATE, value_milli=AMOUNT, source=SOURCE)
INDICATOR = _optional(
    {
        "id": forms.WORD,
        "title": TITLE,
        "unit": forms.WORD,
        "baseline_milli": AMOUNT,
        "target_milli": AMOUNT,
        "measured": forms.list_of(MEASUREMENT, least=1),
    },
    "measured",
)
CO_CHAIR = forms.closed(party=forms.PARTY, office=OFFICE)
DELEGATION = forms.closed(party=forms.PARTY, offices=forms.list_of(OFFICE, least=1))
AGENDA_ITEM = _optional(
    {"id": forms.ID, "title": TITLE, "minute": WORDING, "level": LEVEL, "presenter": OFFICE},
    "minute",
    "level",
    "presenter",
)
SUBJECT = {"type": "string", "pattern": r"^[a-z0-9][a-z0-9._/-]*$(?!\n)", "maxLength": 128}
EFFECT = _optional(
    {
        "kind": {"enum": ["open", "move", "adopt_template", "release_rule"]},
        "subject": SUBJECT,
        "argument": {"type": "string", "minLength": 1, "maxLength": 128},
    },
    "argument",
)
RENDITION = forms.closed(language={"enum": ["ar", "en", "fr"]}, media_type=SOURCE, sha256=forms.HASH)
WITHHELD = _optional(
    {
        "field": forms.WORD,
        "reason_code": {"enum": list(REASONS)},
        "reason": forms.text_of(500),
        "decided_by": forms.ID,
        "public_on": forms.DATE,
    },
    "public_on",
)
