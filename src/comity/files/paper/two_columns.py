"""An original as PDF: two columns, each passage beside its own in the other language, set by Typst."""

from dataclasses import asdict
from typing import Any

from comity.files.paper.originals import Column, Laid, Original, Paper, laid
from comity.files.paper.passages import Facts, Heading, Passage
from comity.files.paper.typesetting import ARCHIVAL, typeset


def original_pdf(paper: Paper, original: Original) -> bytes:
    """Return the original of a party as PDF/A-2b and PDF/UA-1; the same original is the same bytes."""
    return typeset("original.typ", _data(laid(paper, original)), ARCHIVAL)


def _data(found: Laid) -> dict[str, Any]:
    day = found.dated
    return {
        "title": found.title,
        "language": found.language,
        "reference": found.reference,
        "date": [day.year, day.month, day.day],
        "mark": found.mark,
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
