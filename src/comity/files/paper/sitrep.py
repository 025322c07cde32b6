"""A situation report (SITREP) on paper, and as plain text for telex and electronic mail.

In goes a report as it was kept (`comity/sitrep/1`). Instants are date-time groups in UTC; a line of the plain text has
69 characters at most, as a teleprinter's (ICAO Annex 10, vol. II).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from comity.files.agreements import EXAMPLE_MARKS
from comity.files.paper.case_papers import case_pdf, part
from comity.files.paper.letters import shown
from comity.files.paper.sitrep_form import in_language, sitrep_sections, sitrep_title
from comity.files.words import Words
from comity.ground import date_time_group

LINE_CHARACTERS = 69
_INDENT = "   "
_GLUE = "\u00a0"
_KEPT = re.compile(
    r"(?<=\dZ) (?=[A-Z]{3} \d\d)|(?<=Z [A-Z]{3}) (?=\d\d)|(?<=\d) (?=%|NM|kn|nd|ft|m\b)|(?<=′[NS]) (?=\d)"
)
"""The space within an instant, a position or a measure: no line ends there."""
_UNSEEN = re.compile("[\u2066-\u2069\u200e\u200f]")
_WORD = re.compile("[^ \u2066-\u2068]*[\u2066-\u2068][^\u2069]*\u2069[^ ]*|[^ ]+")
"""A word, or a value that is isolated as a whole: its parts stay in one line, so that they keep their order."""


def _head(report: Mapping[str, Any], words: Words) -> list[tuple[str, str]]:
    return [
        (words.say("sitrep-precedence"), words.say(f"sitrep-precedence-{report['precedence']}")),
        (words.say("sitrep-at"), date_time_group(report["at_ms"])),
        (words.say("sitrep-from"), in_language(report["from"], words)),
        (words.say("sitrep-to"), in_language(report["to"], words)),
        (words.say("sitrep-case"), report["case"]),
    ]


def sitrep_pdf(report: Mapping[str, Any], words: Words) -> bytes:
    """Return a report as PDF."""
    parts = [part(f"{letter}. {head}", words, lines=[text]) for letter, head, text in sitrep_sections(report, words)]
    return case_pdf(
        sitrep_title(report, words),
        _head(report, words),
        parts,
        words,
        day_ms=report["at_ms"],
        example=report["example"],
    )


def sitrep_text(report: Mapping[str, Any], words: Words) -> bytes:
    """Return a report as plain text in UTF-8, lines ended as mail ends them."""
    mark = [EXAMPLE_MARKS[words.language]] if report["example"] else []
    facts = [words.say("sitrep-fact", name=name, value=value) for name, value in _head(report, words)]
    lines = [*mark, *facts, sitrep_title(report, words)]
    told = [wrapped for line in lines for wrapped in _wrapped(shown(line, words.language), "")]
    for letter, head, text in sitrep_sections(report, words):
        told += _wrapped(shown(f"{letter}. {head}", words.language), "")
        for line in text.splitlines():
            told += _wrapped(shown(line, words.language), _INDENT)
    return "".join(f"{line}\r\n" for line in told).encode("utf-8")


def _wrapped(text: str, indent: str) -> Iterator[str]:
    """Yield a text in lines that a teleprinter holds; a word that is longer is cut."""
    room = LINE_CHARACTERS - len(indent)
    line = ""
    for word in (piece for found in _WORD.findall(_KEPT.sub(_GLUE, text)) for piece in _pieces(found, room)):
        joined = f"{line} {word}" if line else word
        if line and _width(joined) > room:
            yield indent + line.replace(_GLUE, " ")
            line = word
        else:
            line = joined
    if line:
        yield indent + line.replace(_GLUE, " ")


def _pieces(word: str, room: int) -> Iterator[str]:
    if _width(word) <= room:
        yield word
        return
    bare = _UNSEEN.sub("", word)
    for start in range(0, len(bare), room):
        yield bare[start : start + room]


def _width(text: str) -> int:
    """Return how many characters of a text are seen."""
    return len(_UNSEEN.sub("", text))
