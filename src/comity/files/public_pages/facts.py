"""The facts of a public record, one line each: what the line is called, and the values in it.

Only a field that has its line here is shown, and only where the record's public rendering holds it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from comity.agreement import Sentence
from comity.cooperation import TemplateField, written
from comity.files.public_pages.public_records import Publication, Published
from comity.files.public_pages.tongue import Piece, Tongue

Document = Mapping[str, Any]


@dataclass(frozen=True)
class Fact:
    """A line of a name and its values."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Place:
    """Where a fact is told: everything that is public, and the language."""

    publication: Publication
    tongue: Tongue


def path_of(record: Published) -> str:
    """Return the file of a record's page beside the other pages of its language."""
    return f"{record.kind}-{record.name}.html"


def title_of(record: Published, tongue: Tongue) -> str:
    """Return a record's title, or what stands for a title that is withheld."""
    if record.title is not None:
        return tongue.said(record.title)
    return tongue.say("untitled", kind=tongue.said(record.kind_title))


def link_to(place: Place, kind: str, name: str) -> Piece:
    """Return a record that another names: its title and page where it is public, else its name alone."""
    found = place.publication.find(kind, name)
    if found is not None:
        return Piece(title_of(found, place.tongue), href=path_of(found))
    groups = {each.id: each.title for each in place.publication.agreement.groups} if kind == "group" else {}
    if name in groups:
        return Piece(place.tongue.said(groups[name]))
    return Piece(written.code(name), is_code=True)


def facts_of(record: Published, place: Place) -> tuple[Fact, ...]:
    """Return the facts of a record in the order in which they are read."""
    found = [
        Fact(field_name(field, place.tongue), tuple(lines))
        for field, show in _LINES.items()
        if field in record.document and (lines := list(show(place, record.document[field], record.document)))
    ]
    return (*found, *_details(record, place))


def field_name(field: str, tongue: Tongue) -> str:
    """Return what a field is called, such as one that is withheld."""
    return tongue.say("field", field=field)


Show = Callable[[Place, Any, Document], Iterator[Piece]]


def _wording(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    yield Piece(place.tongue.text(value))


def _day(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    yield place.tongue.day(value)


def _moment(place: Place, value: Any, document: Document) -> Iterator[Piece]:
    yield place.tongue.moment(value, document.get("time_zone"))


def _clauses(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    for each in value:
        yield Piece(place.tongue.clause(each))


def _party(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    yield Piece(place.tongue.party(value))


def _code(_: Place, value: Any, __: Document) -> Iterator[Piece]:
    yield Piece(written.code(value), is_code=True)


def _domain(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    for each in [value] if isinstance(value, str) else value:
        yield Piece(place.tongue.domain(each))


def _languages(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    for each in value:
        yield Piece(place.tongue.language_name(each))


def _offices(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    for each in value:
        offices = each.get("offices") or [each["office"]]
        for office in offices:
            party = each["party"]
            yield Piece(
                place.tongue.say("office-of", party=place.tongue.party(party), office=_called(place, party, office))
            )


def _office(place: Place, value: Any, document: Document) -> Iterator[Piece]:
    yield Piece(_called(place, document.get("owner_party"), value))


def _called(place: Place, party: str | None, office: str) -> str:
    """Return what an office is called in the language of the page; without a title, its own name."""
    title = place.publication.titles.get((party or "", office))
    return place.tongue.safe(office) if title is None else place.tongue.said(title)


def _period(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    yield Piece(place.tongue.say("period", count=int(value[1:-1]), unit=value[-1]))


def _linked(kind: str) -> Show:
    def show(place: Place, value: Any, _: Document) -> Iterator[Piece]:
        for each in [value] if isinstance(value, str) else value:
            yield link_to(place, kind, each)

    return show


def _about(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    for each in value:
        kind, name = each.split("/", 1)
        yield link_to(place, kind, name)


def _superseded(place: Place, value: Any, document: Document) -> Iterator[Piece]:
    yield link_to(place, document["schema"].split("/")[1], value)


def _roles(place: Place, value: Any, document: Document) -> Iterator[Piece]:
    record = place.publication.find("initiative", document.get("id"))
    for role, party in value.items():
        titles = record.roles if record is not None else {}
        name = place.tongue.said(titles[role]) if role in titles else place.tongue.plain_word(role)
        yield Piece(place.tongue.say("role", role=name, party=place.tongue.party(party)))


def _amount(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    yield place.tongue.amount(value)


def _quantity(place: Place, value: Any, document: Document) -> Iterator[Piece]:
    yield Piece(place.tongue.quantity(value, document["unit"]) if "unit" in document else place.tongue.number(value))


def _message(message: str, name: str) -> Show:
    def show(place: Place, value: Any, _: Document) -> Iterator[Piece]:
        yield Piece(place.tongue.said(Sentence(message, {name: value})))

    return show


def _number(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    yield Piece(place.tongue.number(value))


def _effects(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    for each in value:
        subject = written.code(each["subject"])
        yield Piece(place.tongue.say("effect", effect=each["kind"], subject=subject))


def _document_kind(place: Place, value: Any, _: Document) -> Iterator[Piece]:
    yield Piece(place.tongue.plain_word(value))


_LINES: Mapping[str, Show] = {
    "text": _wording,
    "terms": _wording,
    "number": _number,
    "starts_ms": _moment,
    "ends_ms": _moment,
    "place": _wording,
    "group": _linked("group"),
    "domain": _domain,
    "domains": _domain,
    "flow_kind": _message("cooperation-flow", "flow"),
    "check_kind": _message("cooperation-check", "check"),
    "document_kind": _document_kind,
    "on": _day,
    "initiative": _linked("initiative"),
    "about": _about,
    "from_meeting": _linked("meeting"),
    "from_decision": _linked("decision"),
    "depends_on": _linked("action"),
    "roles": _roles,
    "from_party": _party,
    "to_party": _party,
    "host_party": _party,
    "value": _amount,
    "amount": _amount,
    "item": _code,
    "quantity": _quantity,
    "scope": _wording,
    "finding": _wording,
    "waived_why": _wording,
    "corrective_actions": _linked("action"),
    "effects": _effects,
    "planned_ms": _day,
    "actual_ms": _day,
    "done_ms": _day,
    "due_ms": _day,
    "review_ms": _day,
    "next_review_ms": _day,
    "expires_ms": _day,
    "cadence": _period,
    "co_chairs": _offices,
    "delegations": _offices,
    "owner_party": _party,
    "owner_office": _office,
    "clause_refs": _clauses,
    "supersedes": _superseded,
    "authentic": _languages,
    "proof": _code,
    "evidence": _code,
}
"""The line of each field, in the order of reading. Sums and tables of a record (agenda, milestones, indicators, items,
renditions, minutes) have a part of their page; `time_zone` is said with each instant."""


def _details(record: Published, place: Place) -> Iterator[Fact]:
    """Yield the public fields that the record's template declares, and the cost per unit where its sums are public."""
    held = record.document.get("details", {})
    for name, field in record.fields.items():
        if name in held:
            yield Fact(place.tongue.said(field.title), (_detail(place, field, held[name]),))
    value = record.document.get("value")
    for each in record.unit_costs.values():
        count = held.get(each.per) if each.per in record.fields else None
        if value and count:
            minor = (2 * value["amount_minor"] + count) // (2 * count)  # to the nearest minor unit
            yield Fact(place.tongue.said(each.title), (Piece(written.amount(minor, value["currency"])),))


def _detail(place: Place, field: TemplateField, value: Any) -> Piece:
    tongue = place.tongue
    if field.type == "text":
        return Piece(tongue.text(value))
    if field.type == "number":
        return Piece(tongue.quantity(value, field.unit) if field.unit else tongue.number(value))
    if field.type == "money":
        return tongue.amount(value)
    if field.type == "date":
        return tongue.day(value)
    if field.type == "flag":
        return Piece(tongue.say("flag", is_so="yes" if value else "no"))
    if field.type == "notice":
        return Piece(tongue.say("notice", status=value["status"], day=tongue.day(value["on"]).text))
    return Piece(tongue.word(value))
