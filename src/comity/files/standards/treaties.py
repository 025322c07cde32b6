"""Treaties of earlier years as a table: CSV in by a declared mapping, whole or not at all, and CSV out.

The mapping names for each field of a treaty the column that holds it. A column that it does not name is left out, and
said. Entry into force before signature is kept and said: retroactive treaties exist.
Sources: RFC 4180; terms of the Vienna Convention on the Law of Treaties, articles 10, 24, 25 and 42.
"""

import csv
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

from comity.files.standards.intake import bounded_bytes
from comity.files.standards.tables import table_rows, wrong_width
from comity.ground import InvalidInput

SHOWN = 80
"""Characters of a wrong value that are shown."""

DATES = ("signed", "provisional", "in_force", "effective", "terminated")
LISTS = ("parties", "references")


@dataclass(frozen=True)
class Treaty:
    """An instrument as a register lists it; `title` is in the mapping's language, None is a date not recorded."""

    id: str
    title: str
    subject: str = ""
    parties: tuple[str, ...] = ()
    signed: date | None = None
    signed_at: str = ""
    provisional: date | None = None
    in_force: date | None = None
    effective: date | None = None
    terminated: date | None = None
    references: tuple[str, ...] = ()

    @property
    def in_force_before_signature(self) -> bool:
        """Whether it says that it took effect before it was signed: a fault of the table, or a retroactive treaty."""
        return self.in_force is not None and self.signed is not None and self.in_force < self.signed


@dataclass(frozen=True)
class TreatyTable:
    """A declared mapping: field of a treaty to the table's column, and how dates and lists are written.

    `date_form` is one of `DATE_FORMS`; `separator` stands between the parties, and between the references.
    """

    columns: Mapping[str, str] = field(default_factory=lambda: {each.name: each.name for each in fields(Treaty)})
    language: str = "en"
    date_form: str = "YYYY-MM-DD"
    separator: str = "|"
    delimiter: str = ","


@dataclass(frozen=True)
class ReadTreaties:
    """What a table held: its treaties in order, rows that took effect before signature, columns not taken over."""

    treaties: tuple[Treaty, ...]
    early_rows: tuple[int, ...]
    left_out: tuple[str, ...]


DATE_FORMS: Mapping[str, tuple[str, str]] = {
    "YYYY-MM-DD": ("%Y-%m-%d", "1962-07-05"),
    "DD/MM/YYYY": ("%d/%m/%Y", "05/07/1962"),
    "DD.MM.YYYY": ("%d.%m.%Y", "05.07.1962"),
    "YYYYMMDD": ("%Y%m%d", "19620705"),
}
"""How a table writes its days, and an example of each."""


def read_treaty_table(path: Path) -> TreatyTable:
    """Read a mapping file: TOML with `[columns]`, and `language`, `date_form`, `separator`, `delimiter` if they differ.

    A field whose column has another name is listed; `columns` lists every field that is taken over.
    """
    try:
        document = tomllib.loads(bounded_bytes(path).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _bad_mapping(str(error)) from None
    return treaty_table_of(document)


def treaty_table_of(document: Mapping[str, Any]) -> TreatyTable:
    """Return the mapping that a document declares, or raise `InvalidInput`."""
    known = {each.name for each in fields(TreatyTable)}
    if not document.keys() <= known:
        raise _bad_mapping(f"{min(document.keys() - known)!r} ∉ {{{', '.join(sorted(known))}}}")
    columns = document.get("columns", TreatyTable().columns)
    if not isinstance(columns, Mapping) or not all(isinstance(each, str) for each in columns.values()):
        raise _bad_mapping("[columns]")
    names = {each.name for each in fields(Treaty)}
    if not {"id", "title"} <= columns.keys() <= names:
        raise _bad_mapping(f"[columns] id, title ⊆ {{{', '.join(columns)}}} ⊆ {{{', '.join(sorted(names))}}}")
    if len(set(columns.values())) < len(columns):
        raise _bad_mapping("[columns] a = b")
    table = replace(TreatyTable(), **document)
    if table.date_form not in DATE_FORMS:
        raise _bad_mapping(f"date_form = {table.date_form!r}")
    if not all(isinstance(each, str) and len(each) == 1 for each in (table.separator, table.delimiter)):
        raise _bad_mapping("separator, delimiter = 1")
    return table


def read_treaties(data: bytes, table: TreatyTable | None = None) -> ReadTreaties:
    """Return every treaty of a CSV table, or raise `InvalidInput` with the row, the column and the value.

    Rows are counted as a spreadsheet counts them: the heading is row 1.
    """
    table = table or TreatyTable()
    rows = table_rows(data, table.delimiter)
    _, heading = next(rows, (1, []))
    places = _places(heading, table)
    readers = [(name, place, _reader(name, table)) for name, place in places.items()]
    treaties: list[Treaty] = []
    early: list[int] = []
    seen: dict[str, int] = {}
    for row, cells in rows:
        if len(cells) != len(heading):
            raise wrong_width(row, len(cells), len(heading))
        values = {name: read(cells[place], row, heading[place]) for name, place, read in readers}
        if seen.setdefault(values["id"], row) != row:
            raise _twice(row, heading[places["id"]], values["id"], seen[values["id"]])
        treaties.append(Treaty(**values))
        if treaties[-1].in_force_before_signature:
            early.append(row)
    return ReadTreaties(
        tuple(treaties),
        tuple(early),
        tuple(name for place, name in enumerate(heading) if place not in set(places.values())),
    )


def write_treaties(treaties: Iterable[Treaty], table: TreatyTable | None = None) -> bytes:
    """Return treaties as a CSV table with the mapping's columns in their order: what is read again is equal."""
    table = table or TreatyTable()
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=table.delimiter, lineterminator="\r\n")
    writer.writerow(table.columns.values())
    writers = [(name, _writer(name, table)) for name in table.columns]
    writer.writerows([write(getattr(each, name)) for name, write in writers] for each in treaties)
    return out.getvalue().encode("utf-8")


def _places(heading: Sequence[str], table: TreatyTable) -> dict[str, int]:
    for name in table.columns.values():
        if heading.count(name) != 1:
            raise InvalidInput(
                "files.table_column",
                "The heading of the table holds the column {column!r} {times} times.",
                why="the mapping takes a field from it, so it must be there once",
                remedy="correct the mapping or the heading; the heading is: {heading}",
                column=name,
                times=heading.count(name),
                heading=", ".join(heading)[:400],
            )
    return {name: heading.index(column) for name, column in table.columns.items()}


def _reader(name: str, table: TreatyTable) -> Callable[[str, int, str], Any]:
    if name in DATES:
        return lambda cell, row, column: _day(cell, row, column, table.date_form)
    if name in LISTS:
        return lambda cell, row, column: _names(cell, row, column, table.separator)
    return _needed if name in ("id", "title") else _words


def _writer(name: str, table: TreatyTable) -> Callable[[Any], str]:
    if name in DATES:
        form = DATE_FORMS[table.date_form][0].replace("%Y", "{0:04d}").replace("%m", "{1:02d}").replace("%d", "{2:02d}")
        return lambda day: "" if day is None else form.format(day.year, day.month, day.day)
    return table.separator.join if name in LISTS else str


def _day(cell: str, row: int, column: str, form: str) -> date | None:
    if not cell:
        return None
    pattern, example = DATE_FORMS[form]
    try:
        if len(cell) != len(example):
            raise ValueError(cell)
        return date.fromisoformat(cell) if form == "YYYY-MM-DD" else datetime.strptime(cell, pattern).date()
    except ValueError:
        raise InvalidInput(
            "files.table_date",
            "Row {row}, column {column!r}: {value!r} is not a day.",
            why="the mapping says that days are written as {example}",
            remedy="correct the value or the mapping, then import the whole table again; nothing of it was kept",
            row=row,
            column=column,
            value=cell[:SHOWN],
            example=example,
        ) from None


def _names(cell: str, row: int, column: str, separator: str) -> tuple[str, ...]:
    names = tuple(_words(cell, row, column).split(separator)) if cell else ()
    return tuple(_needed(each, row, column) for each in names)


def _needed(cell: str, row: int, column: str) -> str:
    if not cell.strip():
        raise InvalidInput(
            "files.table_empty",
            "Row {row}, column {column!r}: nothing is written.",
            why="a treaty is found by its number and its title, and a list has no empty member",
            remedy="write the value, then import the whole table again; nothing of it was kept",
            row=row,
            column=column,
        )
    return _words(cell, row, column)


def _words(cell: str, row: int, column: str) -> str:
    if not cell.isprintable() and any(each < " " and each not in "\n\r\t" for each in cell):
        raise InvalidInput(
            "files.table_control",
            "Row {row}, column {column!r}: {value!r} holds a control character.",
            why="no title or name has one, and a terminal or a file could obey it",
            remedy="remove it, then import the whole table again; nothing of it was kept",
            row=row,
            column=column,
            value=cell[:SHOWN],
        )
    return cell


def _twice(row: int, column: str, value: str, first: int) -> InvalidInput:
    return InvalidInput(
        "files.table_twice",
        "Row {row}, column {column!r}: {value!r} stands already in row {first}.",
        why="it names one treaty, so two rows with it would be one record",
        remedy="correct or remove one of the rows, then import the whole table again; nothing of it was kept",
        row=row,
        column=column,
        value=value[:SHOWN],
        first=first,
    )


def _bad_mapping(reason: str) -> InvalidInput:
    return InvalidInput(
        "files.table_mapping",
        "The mapping of the table cannot be used.",
        why="reading it stops with: {reason}",
        remedy="compare it with docs/reference/mappings.md",
        reason=reason,
    )
