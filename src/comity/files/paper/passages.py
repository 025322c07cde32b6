"""What a paper is made of before a page is set: passages of one language, in the order in which they are read.

Two languages of a paper have the same passages in the same order, so that each stands beside its own in the other.
Texts may hold isolated values (`comity.cooperation.written`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.agreement import Text
from comity.cooperation import written
from comity.files.words import Words


@dataclass(frozen=True)
class Heading:
    """The title of a part of the paper; `number` is data, never counted by an engine."""

    text: str
    number: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Sentences, with the number of the clause or the code of the record that they are, if any."""

    text: str
    number: str = ""
    strong: bool = False


@dataclass(frozen=True)
class Facts:
    """Lines of a name and what it is."""

    rows: tuple[tuple[str, str], ...]


Passage = Heading | Paragraph | Facts


@dataclass(frozen=True)
class Sheet:
    """A paper in one language: its title and its passages."""

    title: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Withheld:
    """In place of a text that is not given: why, and until when, as `YYYY-MM-DD` (None: no day was set)."""

    reason: Text
    until: str | None = None


def paragraphs(text: Text | Withheld, words: Words, number: str = "", *, strong: bool = False) -> Iterator[Paragraph]:
    """Yield a text as paragraphs, cut at its empty lines; the number stands at the first."""
    said = text.in_language(words.language) if isinstance(text, Text) else withheld(text, words)
    for place, piece in enumerate(each for each in said.split("\n\n") if each.strip()):
        yield Paragraph(" ".join(piece.split("\n")).strip(), "" if place else number, strong)


def withheld(what: Withheld, words: Words) -> str:
    """Return the sentence that stands for what is withheld."""
    reason = what.reason.in_language(words.language)
    if what.until is None:
        return words.say("files-paper-withheld", reason=reason)
    return words.say("files-paper-withheld-until", reason=reason, date=written.code(what.until))


def facts(words: Words, *rows: tuple[str, str | Text | None]) -> Facts:
    """Return lines named by the catalogue (`place` is `files-paper-place`); a line of nothing is left out."""
    found = [(name, value.in_language(words.language) if isinstance(value, Text) else value) for name, value in rows]
    return Facts(tuple((words.say(f"files-paper-{name}"), value) for name, value in found if value))


def joined(names: Sequence[str], words: Words) -> str:
    """Return one, two or three names as a phrase."""
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return words.say("files-paper-and", first=names[0], second=names[1])
    return words.say("files-paper-three", first=names[0], second=names[1], third=names[2])


def under(agreement: Text, clause: str, words: Words) -> str:
    """Return the agreement and the clause under which something stands, as a phrase."""
    return words.say(
        "files-paper-under-clause", agreement=agreement.in_language(words.language), clause=written.code(clause)
    )
