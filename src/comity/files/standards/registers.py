"""The yearly tables of arms transfers as CSV: one party's table out and in, and both side by side for the eye.

A table has two parts: the cover (which form, whose, which year, what was kept back) and its lines. What a spreadsheet
would take for a formula is written with an apostrophe before it, which reading takes off again.
Sources: RFC 4180; the columns of the United Nations Register (category, state, number, state of origin, comments).
"""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from comity.cooperation import CATEGORIES, Compared, Transfer, TransferTable, in_table_order
from comity.files.cells import FORMULA, safe_cell
from comity.files.standards.tables import table_rows, wrong_width
from comity.ground import InvalidInput

COVER = ("form", "party", "year", "left_out", "withheld")
LINES = ("direction", "category", "state", "number", "origin", "comments", "withheld")
SIDE_BY_SIDE = ("exporter", "importer", "category", "origin", "exported", "imported", "agrees", "comments")
FORMS = ("un_register", "arms_trade_treaty")
_FLAGS = {"yes": True, "no": False}
_STATE = re.compile("[A-Z]{2}")
_NUMBER = re.compile("[0-9]{1,12}")
SHOWN = 80
"""Characters of a wrong value that are shown."""


def write_transfers(table: TransferTable) -> bytes:
    """Return a table as CSV (UTF-8): what is read again is equal."""
    cover = (table.form, table.party, table.year, table.left_out, _flag(table.withheld))
    lines = (
        (line.direction, line.category, line.state, line.number, line.origin, line.comments, _flag(line.withheld))
        for line in table.lines
    )
    return _csv([COVER, cover, LINES, *lines])


def write_compared(lines: Iterable[Compared]) -> bytes:
    """Return both parties' tables side by side as CSV; a number that a table does not have is an empty cell."""
    rows = (
        (
            line.exporter,
            line.importer,
            line.category,
            line.origin,
            line.exported,
            line.imported,
            _flag(line.agrees),
            " | ".join(line.comments),
        )
        for line in lines
    )
    return _csv([SIDE_BY_SIDE, *rows])


def read_transfers(data: bytes) -> TransferTable:
    """Return a party's table, or raise `InvalidInput` with the row, the column and the value."""
    rows = [*table_rows(data)]
    for place, heading in ((0, COVER), (2, LINES)):
        if len(rows) <= place or tuple(rows[place][1]) != heading:
            raise InvalidInput(
                "files.register_heading",
                "The table of transfers has no heading {heading} in its line {line}.",
                why="a value without its heading could be read as another",
                remedy="take the table as Comity wrote it, and change only the cells below the headings",
                heading=", ".join(heading),
                line=place + 1,
            )
    row, cells = rows[1]
    form, party, year, left_out, withheld = _cells(row, cells, COVER)
    _require(form in FORMS, row, "form", form, " | ".join(FORMS))
    _require(_STATE.fullmatch(party) is not None, row, "party", party, "DZ")
    lines = [_line(row, cells) for row, cells in rows[3:]]
    return TransferTable(
        "un_register" if form == FORMS[0] else "arms_trade_treaty",
        party,
        _whole(row, "year", year),
        in_table_order(lines),
        _whole(row, "left_out", left_out),
        _yes(row, "withheld", withheld),
    )


def _line(row: int, cells: Sequence[str]) -> Transfer:
    direction, category, state, number, origin, comments, withheld = _cells(row, cells, LINES)
    _require(direction in ("export", "import"), row, "direction", direction, "export | import")
    _require(category in CATEGORIES.values(), row, "category", category, " | ".join(CATEGORIES.values()))
    _require(_STATE.fullmatch(state) is not None, row, "state", state, "US")
    return Transfer(
        "export" if direction == "export" else "import",
        category,
        state,
        _whole(row, "number", number),
        origin,
        comments,
        _yes(row, "withheld", withheld),
    )


def _cells(row: int, cells: Sequence[str], heading: Sequence[str]) -> list[str]:
    if len(cells) != len(heading):
        raise wrong_width(row, len(cells), len(heading))
    return [each[1:] if _is_marked(each) else each for each in cells]


def _is_marked(cell: str) -> bool:
    """Tell whether a cell is a formula behind apostrophes: the first of them is ours."""
    return cell.startswith("'") and cell.lstrip("'").lstrip().startswith(FORMULA)


def _cell(value: Any) -> str:
    cell = safe_cell(value)
    return f"'{cell}" if isinstance(value, str) and _is_marked(value) else cell


def _whole(row: int, column: str, value: str) -> int:
    _require(_NUMBER.fullmatch(value) is not None, row, column, value, "12")
    return int(value)


def _yes(row: int, column: str, value: str) -> bool:
    _require(value in _FLAGS, row, column, value, "yes | no")
    return _FLAGS[value]


def _flag(value: bool) -> str:
    return "yes" if value else "no"


def _csv(rows: Iterable[Sequence[Any]]) -> bytes:
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([_cell(each) for each in row] for row in rows)
    return out.getvalue().encode("utf-8")


def _require(holds: bool, row: int, column: str, value: str, example: str) -> None:
    if holds:
        return
    raise InvalidInput(
        "files.register_value",
        "Row {row}, column {column!r}: {value!r} cannot stand in a table of transfers.",
        why="this column takes: {example}",
        remedy="correct the value, then read the whole table again; nothing of it was kept",
        row=row,
        column=column,
        value=value[:SHOWN],
        example=example,
    )
