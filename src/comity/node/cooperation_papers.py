"""Records as papers: agenda, minutes, decision, as originals by the alternat.

A paper follows from what both durably hold and from nothing else, neither clock nor settings: the same holder's copy
is the same bytes on both nodes. Each language is given to the party in whose territory it is official (CLDR, by Babel);
whoever knows better says so. Instants are milliseconds since 1970.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.languages import get_official_languages

from comity.agreement import Text
from comity.cooperation import Book, Framework, Standing
from comity.files.words import words
from comity.ground import InvalidInput

if TYPE_CHECKING:
    from comity.files.paper import Original, Paper, Sitting

LANGUAGES = ("ar", "fr", "en")
"""The languages of papers; where both parties could write one, it goes to the first that needs it."""

PAPERS: Mapping[str, str] = {"agenda": "meeting", "minutes": "meeting", "decision": "decision"}
"""Each paper, and the kind of record that it is of."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_HASH_SHOWN = slice(7, 19)
"""Twelve digits of a hash behind `sha256:`: enough to tell two versions of one record apart by eye."""

Speaks = Mapping[str, tuple[str, ...]]
"""The languages of each party's texts, its own first."""


def paper(
    framework: Framework, book: Book, standing: Standing, name: str, *, holder: str, speaks: Speaks | None = None
) -> "tuple[Paper, Original]":
    """Return a paper of a record, and the original that a party keeps of it."""
    if PAPERS.get(name) != standing.kind:
        raise _no_paper(name, standing)
    made = {"agenda": _agenda, "minutes": _minutes, "decision": _decision}[name]
    found, on, place = made(framework, book, standing)
    return found, original(framework, holder, reference=reference(standing), on=on, place=place, speaks=speaks)


def original(
    framework: Framework, holder: str, *, reference: str, on: date, place: Text, speaks: Speaks | None = None
) -> "Original":
    """Return whose original a paper is, between whom and in which languages; the holder must be one of the two."""
    from comity.files.paper import Original, Side  # the paper's engines are loaded when the first one is asked for

    spoken = speaks or languages_of(framework.parties)
    if holder not in framework.parties or set(spoken) != set(framework.parties):
        raise _no_holder(holder, framework)
    first, second = framework.agreement.parties
    sides: tuple[Side, Side] = (
        Side(first.id, first.name, spoken[first.id]),  # type: ignore[arg-type]
        Side(second.id, second.name, spoken[second.id]),  # type: ignore[arg-type]
    )
    return Original(holder, sides, reference, on, place, framework.agreement.example)


def languages_of(parties: tuple[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the languages of each party's texts: those official in its territory, each given to one of the two.

    Where that leaves a party without a language, it gets one that the other can spare.
    """
    first, second = parties
    official = {each: [one for one in LANGUAGES if one in _official(each)] for each in (first, second)}
    found = {first: official[first], second: [each for each in official[second] if each not in official[first]]}
    free = [each for each in ("en", "fr", "ar") if each not in (*found[first], *found[second])]
    for party, other in ((first, second), (second, first)):
        if not found[party]:
            found[party] = [free.pop(0) if free else found[other].pop()]
    return {party: tuple(each) for party, each in found.items()}


def reference(standing: Standing) -> str:
    """Return the code of a paper: the record, and which of its states it shows."""
    return f"{standing.key} {standing.head[_HASH_SHOWN]}"


def day_of(instant_ms: int) -> date:
    """Return the day of an instant in UTC."""
    return (_EPOCH + timedelta(milliseconds=instant_ms)).date()


def text_of(value: Mapping[str, str]) -> Text:
    """Return a wording of a record."""
    return Text(ar=value["ar"], en=value["en"], fr=value["fr"])


def party_name(framework: Framework, party: str) -> Text:
    """Return a party's name in three languages."""
    return next(each.name for each in framework.agreement.parties if each.id == party)


def both_names(framework: Framework) -> Text:
    """Return both parties' names, in the agreement's order: the place of what was signed from two places."""
    first, second = framework.agreement.parties
    return Text(
        **{each: f"{first.name.in_language(each)} – {second.name.in_language(each)}" for each in ("ar", "en", "fr")}
    )


def _agenda(framework: Framework, book: Book, standing: Standing) -> "tuple[Paper, date, Text]":
    from comity.files.paper import Agenda, AgendaItem

    fields = standing.fields
    items = tuple(AgendaItem(str(place), text_of(each["title"])) for place, each in enumerate(fields["agenda"], 1))
    sitting = _sitting(framework, book, standing)
    return Agenda(sitting, items), day_of(fields["starts_ms"]), text_of(fields["place"])


def _minutes(framework: Framework, book: Book, standing: Standing) -> "tuple[Paper, date, Text]":
    from comity.files.paper import Decided, Delegation, Minutes, MinutesItem

    fields = standing.fields
    if "minutes" not in fields:
        raise _no_paper("minutes", standing)
    spoken = [each for each in fields["agenda"] if "minute" in each]
    items = [
        MinutesItem(str(place), text_of(each["title"]), text_of(each["minute"])) for place, each in enumerate(spoken, 1)
    ]
    decisions = tuple(book.about(standing.key, "decision"))
    whole = MinutesItem(
        str(len(items) + 1),
        _in_three("cooperation-paper-results"),
        text_of(fields["minutes"]),
        tuple(Decided(each.id, text_of(each.fields["text"])) for each in decisions),
        tuple(_assigned(framework, each) for decision in decisions for each in book.about(decision.key, "action")),
    )
    sat = tuple(
        Delegation(party_name(framework, each["party"]), tuple(_office(framework, one) for one in each["offices"]))
        for each in fields.get("delegations", ())
    )
    on = day_of(standing.entered.get("minutes_agreed", fields["ends_ms"]))
    return Minutes(_sitting(framework, book, standing), sat, (*items, whole)), on, text_of(fields["place"])


def _decision(framework: Framework, book: Book, standing: Standing) -> "tuple[Paper, date, Text]":
    from comity.files.paper import Decision

    fields, meeting = standing.fields, book.standings.get(f"meeting/{standing.fields.get('from_meeting')}")
    found = Decision(
        text_of(fields["title"]),
        text_of(book.standings[f"group/{fields['group']}"].fields["title"]),
        fields["clause_refs"][0],
        framework.agreement.title,
        text_of(fields["text"]),
        tuple(_effect(framework, book, each) for each in fields.get("effects", ())),
        day_of(fields["review_ms"]),
        fields.get("from_meeting"),
    )
    place = text_of(meeting.fields["place"]) if meeting else both_names(framework)
    return found, day_of(standing.entered.get("adopted", standing.since_ms)), place


def _assigned(framework: Framework, action: Standing) -> Any:
    from comity.files.paper import Assigned

    owner = party_name(framework, action.fields["owner_party"])
    return Assigned(action.id, text_of(action.fields["text"]), owner, day_of(action.fields["due_ms"]))


def _sitting(framework: Framework, book: Book, standing: Standing) -> "Sitting":
    from comity.files.paper import Sitting

    fields = standing.fields
    return Sitting(
        text_of(book.standings[f"group/{fields['group']}"].fields["title"]),
        fields["clause_refs"][0],
        framework.agreement.title,
        fields["starts_ms"],
        fields["ends_ms"],
        _offset_min(fields["time_zone"], fields["starts_ms"]),
        text_of(fields["place"]),
    )


def _effect(framework: Framework, book: Book, effect: Mapping[str, Any]) -> Text:
    """Return what a decision does, in words: on a record by its title, of a template by the template's."""
    named = book.standings.get(effect["subject"])
    template = framework.templates.get(effect.get("argument", ""))
    subject = Text(ar=effect["subject"], en=effect["subject"], fr=effect["subject"])
    if named is not None:
        subject = text_of(named.fields["title"])
    elif template is not None:
        subject = template.title
    return Text(
        **{
            each: words(each).say("cooperation-paper-effect", kind=effect["kind"], subject=subject.in_language(each))
            for each in ("ar", "en", "fr")
        }
    )


def _office(framework: Framework, office: str) -> Text:
    """Return an office's title, as its party's list gives it; its own name where no list does."""
    listed = (each for offices in framework.offices.values() for each in offices if each.id == office)
    return next((each.title for each in listed), Text(ar=office, en=office, fr=office))


def _in_three(message: str) -> Text:
    return Text(**{each: words(each).say(message) for each in ("ar", "en", "fr")})


def _official(party: str) -> tuple[str, ...]:
    return tuple(get_official_languages(party, de_facto=True))


def _offset_min(zone: str, at_ms: int) -> int:
    try:
        shown = (_EPOCH + timedelta(milliseconds=at_ms)).astimezone(ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return 0
    return (shown or timedelta()) // _MINUTE


def _no_holder(holder: str, framework: Framework) -> InvalidInput:
    return InvalidInput(
        "cooperation.no_such_holder",
        "{holder} keeps no original of a text between {parties}.",
        why="each of the two parties keeps one original, and nobody else",
        remedy="name one of the two parties",
        holder=holder[:16],
        parties=", ".join(framework.parties),
    )


def _no_paper(name: str, standing: Standing) -> InvalidInput:
    return InvalidInput(
        "node.no_such_paper",
        "There is no paper {paper} of {record}.",
        why="of this kind of record, or before it is that far, no such paper is made; the papers are: {known}",
        remedy="choose one of them, or bring the record there first",
        paper=name[:32],
        record=standing.key,
        known=", ".join(PAPERS),
    )
