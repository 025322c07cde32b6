"""What both sign about an incident at sea: which centre co-ordinates the search, and which units one lends the other.

An incident is named after the case that came first: the party whose centre opened it, and its name there, as
`dz.bejaia-2008-08-06`. Each document stands in a series of its own under the incident. Who co-ordinates is a chain: the
newest text agreed by both counts. A unit is offered or asked for once, agreed by both or not; the first party of the
agreement numbers its texts 1, 3, 5 …, the second 2, 4, 6 …, so that two of one moment never meet.
There are no names in either: a unit goes by its platform and what it can do. Units: micro-degrees, metres, millimetres
per second, seconds, milliseconds since 1970.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from comity.agreement import forms
from comity.agreement.articles import Agreement
from comity.agreement.schema import check_schema
from comity.ground import InvalidInput

INCIDENTS = "rescue/"
"""What the series of every incident begins with."""

CUSTODY_SCHEMA = "comity/rescue-custody/1"
RESOURCE_SCHEMA = "comity/rescue-resource/1"
WITHDRAWAL_SCHEMA = "comity/rescue-withdrawal/1"
DOMAIN = "rescue"
"""The domain whose clauses may be cited."""

_INCIDENT = r"[a-z]{2}\.[a-z0-9]+(-[a-z0-9]+)*"
_SERIES = re.compile(rf"rescue/(?P<incident>{_INCIDENT})/(smc|resource-(?P<number>[1-9][0-9]{{0,5}}))")
_MOST_SERIES_CHARACTERS = 128  # of a name in the ledger
_MOST_MS = 2**53 - 1
_CASE = {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)", "maxLength": 64}
_SPEED_MM_S = forms.whole(100, 400_000)  # 0.2 to 777 knots
_POSITION = {
    "type": "array",
    "prefixItems": [forms.whole(-180_000_000, 180_000_000), forms.whole(-90_000_000, 90_000_000)],
    "items": False,
    "minItems": 2,
}
_UNIT = forms.optional(
    forms.closed(
        platform={"enum": ["helicopter", "fixed_wing", "boat"]},
        speed_mm_s=_SPEED_MM_S,
        endurance_s=forms.whole(60, 30 * 86_400),
        altitude_m=forms.whole(0, 10_000),
        base_udeg=_POSITION,
        from_ms=forms.whole(0, _MOST_MS),
        until_ms=forms.whole(0, _MOST_MS),
    ),
    "altitude_m",
    "base_udeg",
)


def _schema(name: str, **properties: Any) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": name,
        **forms.closed(schema={"const": name}, example={"type": "boolean"}, **properties),
    }


_OF_INCIDENT: dict[str, Any] = {
    "incident": {"type": "string", "pattern": rf"^{_INCIDENT}$(?!\n)", "maxLength": 67},
    "clause": forms.CLAUSE_ID,
}
INCIDENT_SCHEMAS: Mapping[str, dict[str, Any]] = {
    CUSTODY_SCHEMA: _schema(CUSTODY_SCHEMA, **_OF_INCIDENT, case=_CASE, to=forms.PARTY, number=forms.whole(1, 9999)),
    RESOURCE_SCHEMA: {
        **_schema(
            RESOURCE_SCHEMA,
            **_OF_INCIDENT,
            number=forms.whole(1, 999_999),
            kind={"enum": ["offer", "request"]},
            by=forms.PARTY,
            unit=_UNIT,
            open_until_ms=forms.whole(0, _MOST_MS),
        )
    },
    WITHDRAWAL_SCHEMA: _schema(WITHDRAWAL_SCHEMA, incident=_OF_INCIDENT["incident"], of=forms.HASH),
}
"""What may be signed about an incident, and the word by which one's own offer or request is taken back."""


class Place(NamedTuple):
    """What a series is about: an incident; the number of an offer or request, or none for who co-ordinates."""

    incident: str
    number: int | None


@dataclass(frozen=True)
class Custody:
    """Which party's centre co-ordinates from now on; `number` counts the hand-overs of the incident, from 1."""

    incident: str
    case: str
    to: str
    clause: str
    number: int


@dataclass(frozen=True)
class LentUnit:
    """A unit by what it can do; it can be on scene at `from_ms` at the earliest and is free until `until_ms`.

    Aircraft have a height, and what is offered a base; `endurance_s` is the time on scene.
    """

    platform: str
    speed_mm_s: int
    endurance_s: int
    altitude_m: int | None
    base_udeg: tuple[int, int] | None
    from_ms: int
    until_ms: int


@dataclass(frozen=True)
class Resource:
    """A unit that a party offers, or asks the other for."""

    incident: str
    number: int
    kind: Literal["offer", "request"]
    by: str
    clause: str
    unit: LentUnit
    open_until_ms: int


def incident_name(party: str, case_id: str) -> str:
    """Return the name of an incident.

    >>> incident_name("DZ", "bejaia-2008-08-06")
    'dz.bejaia-2008-08-06'
    """
    return f"{party.lower()}.{case_id}"


def opener_of(incident: str) -> tuple[str, str]:
    """Return the party that opened an incident, and the name of its case.

    >>> opener_of("dz.bejaia-2008-08-06")
    ('DZ', 'bejaia-2008-08-06')
    """
    party, _, case_id = incident.partition(".")
    return party.upper(), case_id


def custody_series(incident: str) -> str:
    """Return the series in which both sign who co-ordinates."""
    return f"{INCIDENTS}{incident}/smc"


def resource_series(incident: str, number: int) -> str:
    """Return the series in which both sign that a unit is lent."""
    return f"{INCIDENTS}{incident}/resource-{number}"


def place_of(series: str) -> Place | None:
    """Return what a series is about, or `None` where it is not about an incident."""
    found = _SERIES.fullmatch(series) if len(series) <= _MOST_SERIES_CHARACTERS else None
    if found is None:
        return None
    return Place(found["incident"], int(found["number"]) if found["number"] else None)


def read_custody(document: Mapping[str, Any], agreement: Agreement) -> Custody:
    """Return what a text on who co-ordinates says, or raise `InvalidInput`."""
    check_schema(dict(document), INCIDENT_SCHEMAS[CUSTODY_SCHEMA], page="incident-acts")
    _check_example(document, agreement)
    _check_party(agreement, document["to"])
    opener, case_id = opener_of(document["incident"])
    _check_party(agreement, opener)
    if case_id != document["case"]:
        raise _does_not_fit("case")
    return Custody(**{name: document[name] for name in ("incident", "case", "to", "clause", "number")})


def read_resource(document: Mapping[str, Any], agreement: Agreement) -> Resource:
    """Return what an offer or a request says, or raise `InvalidInput`: instants in order, numbered by its party."""
    check_schema(dict(document), INCIDENT_SCHEMAS[RESOURCE_SCHEMA], page="incident-acts")
    _check_example(document, agreement)
    _check_party(agreement, document["by"])
    _check_party(agreement, opener_of(document["incident"])[0])
    unit = document["unit"]
    if unit["platform"] != "boat" and "altitude_m" not in unit:
        raise _does_not_fit("unit.altitude_m")
    if document["kind"] == "offer" and "base_udeg" not in unit:
        raise _does_not_fit("unit.base_udeg")
    if not unit["from_ms"] < unit["until_ms"]:
        raise _does_not_fit("unit.until_ms")
    if document["open_until_ms"] > unit["until_ms"]:
        raise _does_not_fit("open_until_ms")
    if document["number"] % len(agreement.parties) != first_number(agreement, document["by"]) % len(agreement.parties):
        raise _does_not_fit("number")
    base = unit.get("base_udeg")
    lent = LentUnit(**{**unit, "altitude_m": unit.get("altitude_m"), "base_udeg": base and (base[0], base[1])})
    named = {name: document[name] for name in ("incident", "number", "kind", "by", "clause", "open_until_ms")}
    return Resource(**named, unit=lent)


def first_number(agreement: Agreement, party: str) -> int:
    """Return the number of a party's first offer or request; the next ones are two further each."""
    return [each.id for each in agreement.parties].index(party) + 1


def check_clause(agreement: Agreement, clause: str, at_work: frozenset[str]) -> None:
    """Raise `InvalidInput` unless a clause is of the domain of rescue and at work."""
    found = next((each for each in agreement.clauses if each.id == clause), None)
    if found is None or DOMAIN not in found.domains or clause not in at_work:
        raise InvalidInput(
            "agreement.clause_bears_no_rescue",
            "Nothing about an incident can be signed under Article {article}.",
            why="it is not about search and rescue, or it is not at work",
            remedy="cite a clause of search and rescue that a decision of both has put to work",
            article=clause,
        )


def _check_example(document: Mapping[str, Any], agreement: Agreement) -> None:
    if document["example"] != agreement.example:
        raise _does_not_fit("example")


def _check_party(agreement: Agreement, party: str) -> None:
    if party not in {each.id for each in agreement.parties}:
        raise _does_not_fit("party")


def _does_not_fit(part: str) -> InvalidInput:
    return InvalidInput(
        "agreement.incident_text_does_not_fit",
        "The text on the incident contradicts itself or its agreement: {part}.",
        why="its parties, numbers and instants must fit one another, and an example stays an example",
        remedy="correct it; the form is described in docs/reference/incident-acts.md",
        part=part,
    )
