"""A paper of a case as the typesetter takes it: facts, a picture where there is one, parts with lines and tables."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from comity.files.agreements import EXAMPLE_MARKS
from comity.files.paper.letters import shown
from comity.files.words import Words
from comity.ground import utc_of

_ARABIC = re.compile("[\u0600-\u06ff]")
_ISLAND = "\u2066{}\u2069"

Part = dict[str, Any]
Facts = Sequence[tuple[str, str]]


def part(
    title: str,
    words: Words,
    *,
    lines: Sequence[str] = (),
    heads: Sequence[str] = (),
    rows: Sequence[Sequence[str]] = (),
    wide: Sequence[int] = (),
) -> Part:
    """Return a part of a paper; `wide` are the columns that take the room that is left."""
    return {
        "title": title,
        "lines": [_set(each, words) for line in lines for each in line.splitlines()],
        "heads": list(heads),
        "rows": [[_set(cell, words) for cell in row] for row in rows],
        "columns": ["wide" if number in wide else "auto" for number in range(len(heads))],
    }


def _set(text: str, words: Words) -> str:
    """Return a text as it is set: one without an Arabic letter reads from left to right as a whole, in Arabic too."""
    if words.language == "ar" and not _ARABIC.search(text):
        return _ISLAND.format(shown(text, "en"))
    return shown(text, words.language)


def case_pdf(
    title: str,
    facts: Facts,
    parts: Sequence[Part],
    words: Words,
    *,
    day_ms: int,
    example: bool,
    picture: Mapping[str, str] | None = None,
) -> bytes:
    """Return a paper as PDF.

    Parameters
    ----------
    day_ms
        The paper is of this instant's day (UTC), whenever it is printed.
    picture
        `picture` (SVG), `alt` (what it shows, for who does not see it) and `caption`.
    """
    from comity.files.paper.typesetting import ARCHIVAL, typeset  # with its fonts: only for a paper

    day = utc_of(day_ms)
    return typeset(
        "case_paper.typ",
        {
            "language": words.language,
            "mark": EXAMPLE_MARKS[words.language] if example else "",
            "title": shown(title, words.language),
            "date": [day.year, day.month, day.day],
            "page_of": words.say("files-audit-page-of"),
            "warning": words.say("files-map-not-for-navigation"),
            "facts": [[name, _set(value, words)] for name, value in facts],
            "parts": list(parts),
            **(picture or {"picture": "", "alt": "", "caption": ""}),
        },
        ARCHIVAL,
    )
