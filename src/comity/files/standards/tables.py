"""CSV from outside, row by row: UTF-8, inside limits, each row as wide as its heading; nothing is guessed.

Source: RFC 4180.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from comity.files.standards.intake import checked_size
from comity.ground import InvalidInput

ROW_LIMIT = 1_000_000
CELL_LIMIT = 131_072
"""Characters in one cell: the default of Python's reader, several times the longest title known."""


def table_rows(data: bytes, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a table that hold something, each with its number as a spreadsheet counts, or raise."""
    try:
        text = checked_size(data).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(
            "files.table_not_utf8",
            "The table is not UTF-8: byte {place} begins no letter of it.",
            why="letters with accents and Arabic letters would be guessed",
            remedy="save the table as UTF-8, then import it again",
            place=error.start,
        ) from None
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row, cells in enumerate(reader, 1):
            if row > ROW_LIMIT or any(len(each) > CELL_LIMIT for each in cells):
                raise _not_a_table(row, f"> {ROW_LIMIT} ∨ > {CELL_LIMIT}")
            if cells:  # an empty line is no row
                yield row, cells
    except csv.Error as error:
        raise _not_a_table(reader.line_num, str(error)) from None


def wrong_width(row: int, cells: int, columns: int) -> InvalidInput:
    """Say that a row has more or fewer cells than its heading."""
    return InvalidInput(
        "files.table_width",
        "Row {row} has {cells} cells; the heading has {columns}.",
        why="a value may stand in another's place",
        remedy="put quotation marks round a cell that holds the separator, then import the whole table again",
        row=row,
        cells=cells,
        columns=columns,
    )


def _not_a_table(row: int, reason: str) -> InvalidInput:
    return InvalidInput(
        "files.table_unreadable",
        "The table cannot be read from row {row} on.",
        why="reading it stops with: {reason}",
        remedy="check its quotation marks and its length; it must be CSV as in RFC 4180",
        row=row,
        reason=reason,
    )
