"""Cells of a table that a spreadsheet opens: what comes from elsewhere is shown, never run, and hides nothing.

A cell that a spreadsheet would take for a formula is written with an apostrophe before it. No invisible character
stays: our own marks of isolation go, others are written as `\\u202e`.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What spreadsheets begin a formula with, full-width forms included."""

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
INVISIBLE = ("Cc", "Cf", "Zl", "Zp")
"""Unicode categories of control and format characters and of line and paragraph separators."""


def safe_cell(value: Any) -> str:
    """Return a value as a cell that no spreadsheet takes for a formula and that hides nothing.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell(-3.5), safe_cell(None)
    ("'=HYPERLINK(1)", '-3.5', '')
    >>> safe_cell("  +1")
    "'  +1"
    """
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return str(value)
    text = str(value)
    if not text.isprintable():  # what is printable hides nothing; most cells are, and this way costs a tenth
        text = "".join(map(_visible, text.translate(ISOLATES)))
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text


def csv_bytes(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    """Return rows as CSV (RFC 4180, UTF-8), the columns named in the first line."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe_cell(row[column]) for column in columns])
    return text.getvalue().encode("utf-8")


def _visible(character: str) -> str:
    if unicodedata.category(character) not in INVISIBLE:
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
