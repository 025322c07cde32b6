"""A meeting on paper: its agenda before, its minutes after.

Instants are milliseconds since 1970 (`_ms`); the place's clocks are `offset_min` minutes ahead of UTC. Offices are
named, never persons.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from comity.agreement import Text
from comity.cooperation import written
from comity.files.paper.passages import Facts, Heading, Paragraph, Passage, Sheet, Withheld, facts, paragraphs, under
from comity.files.words import Words


@dataclass(frozen=True)
class Sitting:
    """Who meets under which clause, from when until when, and where."""

    group: Text
    clause: str
    agreement: Text
    starts_ms: int
    ends_ms: int
    offset_min: int
    place: Text


@dataclass(frozen=True)
class AgendaItem:
    """An item to come: its number, title, the office that leads it, and its minutes if they are set."""

    number: str
    title: Text
    office: Text | None = None
    minutes: int | None = None
    note: Text | None = None


@dataclass(frozen=True)
class Agenda:
    """What a meeting will speak of."""

    sitting: Sitting
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True)
class Delegation:
    """The offices that sat for a party."""

    party: Text
    offices: tuple[Text, ...]


@dataclass(frozen=True)
class Decided:
    """A decision that an item led to: its code and its text."""

    code: str
    text: Text


@dataclass(frozen=True)
class Assigned:
    """An action that an item led to: who answers for it, and until when."""

    code: str
    text: Text
    owner: Text
    due: date


@dataclass(frozen=True)
class MinutesItem:
    """An item as it was spoken of, and what came of it."""

    number: str
    title: Text
    said: Text | Withheld
    decisions: tuple[Decided, ...] = ()
    actions: tuple[Assigned, ...] = ()


@dataclass(frozen=True)
class Minutes:
    """What a meeting said, decided and asked for."""

    sitting: Sitting
    delegations: tuple[Delegation, ...]
    items: tuple[MinutesItem, ...]


def agenda_sheet(agenda: Agenda, words: Words) -> Sheet:
    """Return an agenda in one language."""
    return Sheet(words.say("files-paper-agenda"), (_sitting(agenda.sitting, words), *_agenda_items(agenda, words)))


def minutes_sheet(minutes: Minutes, words: Words) -> Sheet:
    """Return minutes in one language."""
    return Sheet(
        words.say("files-paper-minutes"),
        (
            _sitting(minutes.sitting, words),
            Heading(words.say("files-paper-delegations")),
            *_delegations(minutes, words),
            *(passage for item in minutes.items for passage in _minutes_item(item, words)),
        ),
    )


def _sitting(sitting: Sitting, words: Words) -> Facts:
    return facts(
        words,
        ("group", sitting.group),
        ("under", under(sitting.agreement, sitting.clause, words)),
        ("from", written.moment(sitting.starts_ms, sitting.offset_min)),
        ("until", written.moment(sitting.ends_ms, sitting.offset_min)),
        ("place", sitting.place),
    )


def _agenda_items(agenda: Agenda, words: Words) -> Iterator[Passage]:
    yield Heading(words.say("files-paper-items"))
    for item in agenda.items:
        yield Paragraph(item.title.in_language(words.language), item.number, strong=True)
        minutes = None if item.minutes is None else written.quantity(item.minutes, "min")
        told = facts(words, ("office", item.office), ("duration", minutes))
        if told.rows:
            yield told
        if item.note is not None:
            yield from paragraphs(item.note, words)


def _delegations(minutes: Minutes, words: Words) -> Iterator[Passage]:
    for delegation in minutes.delegations:
        yield Paragraph(delegation.party.in_language(words.language), strong=True)
        for office in delegation.offices:
            yield Paragraph(office.in_language(words.language), "\u2013")


def _minutes_item(item: MinutesItem, words: Words) -> Iterator[Passage]:
    yield Heading(item.title.in_language(words.language), item.number)
    yield from paragraphs(item.said, words)
    for decided in item.decisions:
        yield Paragraph(words.say("files-paper-decided"), decided.code, strong=True)
        yield from paragraphs(decided.text, words)
    for action in item.actions:
        yield Paragraph(words.say("files-paper-action"), action.code, strong=True)
        yield from paragraphs(action.text, words)
        yield facts(words, ("owner", action.owner), ("due", written.day(action.due)))
