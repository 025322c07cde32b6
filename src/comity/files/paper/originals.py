"""An original: the copy of a paper that one party keeps, laid out by the alternat, before any engine sets it.

Each sheet shows two languages side by side, passage by passage. In Arabic every value that a hand typed becomes an
island; in every language what turns, hides or imitates text is shown by its number (`shown`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.agreement import Language, Text
from comity.cooperation import RIGHT_TO_LEFT, Layout, Level, sheets, written
from comity.files.agreements import EXAMPLE_MARKS
from comity.files.paper.implementation import Report, report_sheet
from comity.files.paper.instruments import Decision, Instrument, decision_sheet, instrument_sheet
from comity.files.paper.letters import shown
from comity.files.paper.meetings import Agenda, Minutes, agenda_sheet, minutes_sheet
from comity.files.paper.passages import Facts, Heading, Paragraph, Passage, Sheet, joined
from comity.files.words import Words, words
from comity.ground import InvalidInput

Paper = Agenda | Minutes | Decision | Instrument | Report

_SHEETS: dict[type, Callable[[Any, Words], Sheet]] = {
    Agenda: agenda_sheet,
    Minutes: minutes_sheet,
    Decision: decision_sheet,
    Instrument: instrument_sheet,
    Report: report_sheet,
}
_SIGNED = (Minutes, Decision, Instrument)
"""Papers at whose end both parties sign."""


@dataclass(frozen=True)
class Side:
    """A party as a paper names it: its code, its name, and the languages of its texts, its own first."""

    id: str
    name: Text
    languages: tuple[Language, ...]


@dataclass(frozen=True)
class Original:
    """Whose original a paper is, between whom, under which code, made where and on which day.

    The day is part of the paper and stands in the file as its date, so that the same original is the same bytes.
    `level` says who may read it; each sheet bears it as a mark.
    """

    holder: str
    sides: tuple[Side, Side]
    reference: str
    dated: date
    place: Text
    example: bool
    level: Level = "bilateral"


@dataclass(frozen=True)
class Column:
    """A sheet in one language, with the words around it: ready to be set."""

    language: str
    locale: str
    title: str
    between: str
    passages: tuple[Passage, ...]

    @property
    def to_left(self) -> bool:
        """Whether the language runs from right to left."""
        return self.language in RIGHT_TO_LEFT


@dataclass(frozen=True)
class Place:
    """Where a party signs: who it is, in its own languages, each with its text."""

    party: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Laid:
    """An original laid out: pairs of columns from left to right, and the places of the signatures likewise."""

    title: str
    language: str
    reference: str
    dated: date
    mark: str
    level: str
    kept_by: tuple[tuple[str, str], ...]
    sheets: tuple[tuple[Column, Column], ...]
    places: tuple[Place, ...]


def laid(paper: Paper, original: Original) -> Laid:
    """Return a paper laid out as the original of its holder."""
    first, second = original.sides
    found = sheets(original.holder, {first.id: first.languages, second.id: second.languages})
    names = {side.id: side.name for side in original.sides}
    speaks: dict[str, str] = {language: side.id for side in original.sides for language in side.languages}
    _check_languages(original)
    columns = {
        (place, language): _column(paper, original, sheet, names, language, speaks[language], place == len(found) - 1)
        for place, sheet in enumerate(found)
        for language in sheet.columns
    }
    keeper, partner = sorted(original.sides, key=lambda side: side.id != original.holder)
    own = keeper.languages[0]
    return Laid(
        title=written.plain(next(c.title for c in columns.values() if c.language == own)),
        language=own,
        reference=original.reference,
        dated=original.dated,
        mark=" \u00b7 ".join(EXAMPLE_MARKS[each] for each in speaks) if original.example else "",
        level=" \u00b7 ".join(_level(original, each) for each in speaks),
        kept_by=tuple(
            (each, shown(words(each).say("files-paper-original", party=_said(keeper.name, each)), each))
            for each in (own, partner.languages[0])
        ),
        sheets=tuple(
            (columns[place, sheet.columns[0]], columns[place, sheet.columns[1]]) for place, sheet in enumerate(found)
        ),
        places=_places(original, found[0]) if isinstance(paper, _SIGNED) else (),
    )


def _level(original: Original, language: str) -> str:
    return shown(words(language).say("files-paper-level", level=original.level), language)


def _check_languages(original: Original) -> None:
    first, second = original.sides
    both = sorted(set(first.languages) & set(second.languages))
    if both:
        raise InvalidInput(
            "files.paper_in_one_language",
            "{first} and {second} both give their text in {language}, and a paper of two columns needs two languages.",
            why="each column is the text of one party, beside that of the other",
            remedy="give each language to one of the two parties",
            first=first.id,
            second=second.id,
            language=both[0],
        )


def _column(
    paper: Paper, original: Original, sheet: Layout, names: dict[str, Text], language: str, party: str, is_last: bool
) -> Column:
    say = words(language)
    found = _SHEETS[type(paper)](paper, say)
    one, other = (_said(names[each], language) for each in sheet.names)
    passages = [Facts(((say.say("files-paper-reference"), written.code(original.reference)),)), *found.passages]
    if is_last and isinstance(paper, _SIGNED):
        passages.append(Paragraph(_done(original, say)))
    return Column(
        language,
        f"{language}-{party}",
        shown(found.title, language),
        shown(say.say("files-paper-between", first=one, second=other), language),
        tuple(_shown(passage, language) for passage in passages),
    )


def _done(original: Original, say: Words) -> str:
    languages = [language for side in original.sides for language in side.languages]
    return say.say(
        "files-paper-done",
        place=original.place.in_language(say.language),
        date=written.day(original.dated),
        languages=joined([say.say(f"files-paper-language-{each}") for each in languages], say),
        count=len(languages),
    )


def _places(original: Original, sheet: Layout) -> tuple[Place, ...]:
    sides = {side.id: side for side in original.sides}
    return tuple(
        Place(
            party,
            tuple((each, shown(_said(sides[party].name, each), each)) for each in sides[party].languages),
        )
        for party in sheet.signatures
    )


def _said(text: Text, language: str) -> str:
    return text.in_language(language)


def _shown(passage: Passage, language: str) -> Passage:
    match passage:
        case Heading(text, number):
            return Heading(shown(text, language), shown(number, language))
        case Paragraph(text, number, strong):
            return Paragraph(shown(text, language), shown(number, language), strong)
        case Facts(rows):
            return Facts(tuple((shown(name, language), shown(value, language)) for name, value in rows))
