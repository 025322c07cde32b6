"""An original as PDF: two columns, each passage beside its own in the other language, set by Typst."""

from dataclasses import asdict, dataclass
from typing import Any

from comity.files.paper.letters import shown
from comity.files.paper.originals import Column, Laid, Original, Paper, laid
from comity.files.paper.passages import Facts, Heading, Passage
from comity.files.paper.typesetting import ARCHIVAL, marked_places, typeset
from comity.files.words import words
from comity.ground import instant_text

_A4_HEIGHT_PT = 841.89
_PLACE_HEIGHT_PT = 60.0
"""Within the 22 mm above a signature's line."""


@dataclass(frozen=True)
class SignaturePlace:
    """Where a party signs: the page from 0, and the box (left, bottom, right, top) in points from its lower left."""

    party: str
    page: int
    box: tuple[int, int, int, int]


def original_pdf(paper: Paper, original: Original) -> bytes:
    """Return the original of a party as PDF/A-2b and PDF/UA-1; the same original is the same bytes."""
    return typeset("original.typ", _data(laid(paper, original)), ARCHIVAL)


def signature_places(paper: Paper, original: Original) -> tuple[SignaturePlace, ...]:
    """Return where the parties sign an original, from left to right; none where nobody does."""
    found = laid(paper, original)
    if not found.places:
        return ()
    return tuple(
        SignaturePlace(
            place["party"],
            place["page"] - 1,
            (
                round(place["x"]),
                round(_A4_HEIGHT_PT - place["y"] - _PLACE_HEIGHT_PT),
                round(place["x"] + place["width"]),
                round(_A4_HEIGHT_PT - place["y"]),
            ),
        )
        for place in marked_places("original.typ", _data(found), "<signature>")
    )


def seal_pdf(party: str, original: Original, at_ms: int) -> bytes:
    """Return what is seen of a seal: who sealed and when, as a page of the size of its place."""
    side = next(each for each in original.sides if each.id == party)
    return typeset(
        "seal.typ",
        {
            "lines": [
                [language, shown(words(language).say("files-paper-signed-electronically"), language)]
                for language in side.languages
            ],
            "party": party,
            "at": instant_text(at_ms),
            "reference": original.reference,
            "height": _PLACE_HEIGHT_PT,
        },
    )


def _data(found: Laid) -> dict[str, Any]:
    day = found.dated
    return {
        "title": found.title,
        "language": found.language,
        "reference": found.reference,
        "date": [day.year, day.month, day.day],
        "mark": found.mark,
        "level": found.level,
        "kept_by": found.kept_by,
        "sheets": [[_column(column) for column in sheet] for sheet in found.sheets],
        "places": [asdict(place) for place in found.places],
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "language": column.language,
        "region": column.locale.partition("-")[2],
        "to_left": column.to_left,
        "title": column.title,
        "between": column.between,
        "passages": [_passage(passage) for passage in column.passages],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    if isinstance(passage, Facts):
        return {"kind": "facts", "rows": passage.rows}
    if isinstance(passage, Heading):
        return {"kind": "heading", "text": passage.text, "number": passage.number}
    return {"kind": "paragraph", "text": passage.text, "number": passage.number, "strong": passage.strong}
