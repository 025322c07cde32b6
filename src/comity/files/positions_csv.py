"""Rows of a CSV as columns, a block at a time: pyarrow's reader parses, on all cores; nothing is looped in Python.

The separator is found from the header where the mapping tells none. A row of another width or a value that is no
number refuses the whole file, and the error names the line, the column and the value: the block is then read once more,
slowly, to find it.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from comity.files.positions_bytes import LONGEST_LINE, Block, bad_value, no_table
from comity.files.positions_mapping import CODES, NUMBERS, TEXTS, Mapping, found_columns
from comity.files.positions_times import has_zone, instant_type
from comity.ground import InvalidInput

_SEPARATORS = ",;\t|"
_WORDS = pa.dictionary(pa.int32(), pa.string())


@dataclass(frozen=True)
class Raw:
    """Columns of a block as the file tells them, by our names: numbers f64, instants timestamps or words, others words.

    `first_line` is the line of the first row.
    """

    table: pa.Table
    first_line: int
    read_bytes: int


def raw_blocks(name: str, blocks: Iterator[Block], mapping: Mapping) -> Iterator[Raw]:
    """Return the columns that a mapping names, block by block.

    Raises
    ------
    InvalidInput
        `files.no_table`, `files.column_not_found`, `files.column_twice`, `files.bad_value`.
    """
    layout: _Layout | None = None
    for block in blocks:
        data, line, passed = block.data, block.first_line, 0
        if layout is None:
            header, data, passed = _header(data)
            if not header:
                continue
            line += passed
            layout = _layout(header, data, mapping)
        if len(data) > LONGEST_LINE or data.strip():
            table = _parsed(name, data, line, layout)
            _check_lines(name, data, line, block.lines - passed, table.num_rows)
            yield Raw(table, line, block.read_bytes)
    if layout is None:
        raise no_table(name, "the file is empty")


def header_of(data: bytes, separator: str = "") -> list[str]:
    """Return the names of the first line of a text."""
    line, _, _ = _header(data)
    return _cells(line, separator or _separator(line))


@dataclass(frozen=True)
class _Layout:
    header: tuple[str, ...]
    separator: str
    columns: dict[str, list[int]]
    types: dict[str, pa.DataType]
    mapping: Mapping


def _header(data: bytes) -> tuple[str, bytes, int]:
    """Return the header, the bytes after it, and how many lines were passed."""
    passed = 0
    while data:
        line, _, data = data.partition(b"\n")
        passed += 1
        text = line[:LONGEST_LINE].decode("utf-8", "replace").strip().strip("\0")
        if text:
            return text, data, passed
    return "", b"", passed


def _layout(line: str, data: bytes, mapping: Mapping) -> _Layout:
    separator = mapping.separator or _separator(line)
    header = _cells(line, separator)
    columns = found_columns(mapping, header)
    example = _cells(_header(data)[0], separator)
    types = {str(at): _type(key, mapping, example[at : at + 1]) for key, spots in columns.items() for at in spots}
    return _Layout(tuple(header), separator, columns, types, mapping)


def _type(key: str, mapping: Mapping, example: list[str]) -> pa.DataType:
    if key in NUMBERS:
        return pa.float64()
    if key in TEXTS or key in CODES:
        return _WORDS
    column = mapping.columns[key]
    return instant_type(column, is_zoned=has_zone("".join(example)))


def _cells(line: str, separator: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([line], delimiter=separator), [])]


def _separator(line: str) -> str:
    return max(_SEPARATORS, key=line.count)


def _parsed(name: str, data: bytes, first_line: int, layout: _Layout) -> pa.Table:
    try:
        table = pa_csv.read_csv(pa.BufferReader(data), **_options(layout, layout.types))
    except pa.ArrowInvalid as error:
        raise _wrong(name, data, first_line, layout, error) from None
    return pa.table(
        {
            key if at == spots[0] else f"{key}.clock": table.column(str(at))
            for key, spots in layout.columns.items()
            for at in spots
        }
    )


def _check_lines(name: str, data: bytes, first_line: int, lines: int, rows: int) -> None:
    """Refuse a block in which a quote without an end, or a line break within quotes, makes one row of many lines."""
    if rows == lines:
        return
    each = data.splitlines()
    if rows != sum(bool(line.strip()) for line in each):
        odd = next((at for at, line in enumerate(each) if line.count(b'"') % 2), 0)
        raise no_table(name, f'a quote (") that does not end in its line {first_line + odd}')


def _options(layout: _Layout, types: dict[str, pa.DataType]) -> dict[str, Any]:
    decimal = layout.mapping.decimal
    return {
        "read_options": pa_csv.ReadOptions(
            column_names=[str(at) for at in range(len(layout.header))], block_size=4 * LONGEST_LINE
        ),
        "parse_options": pa_csv.ParseOptions(delimiter=layout.separator),
        "convert_options": pa_csv.ConvertOptions(
            column_types=types,
            include_columns=list(types),
            null_values=list(layout.mapping.missing),
            strings_can_be_null=True,
            check_utf8=False,
            decimal_point=decimal,
        ),
    }


def _wrong(name: str, data: bytes, first_line: int, layout: _Layout, error: Exception) -> InvalidInput:
    """Return the error that names the first row, column and value of a block that cannot be read."""
    narrow: list[tuple[int, int, str]] = []

    def noted(row: pa_csv.InvalidRow) -> str:
        narrow.append((row.number or 0, row.actual_columns, row.text))
        return "skip"

    options = _options(layout, {at: pa.string() for at in layout.types})
    options["read_options"].use_threads = False  # rows are then numbered
    options["parse_options"].invalid_row_handler = noted
    try:
        table = pa_csv.read_csv(pa.BufferReader(data), **options)
    except pa.ArrowInvalid as other:  # a line break within quotes, or quotes without an end
        return no_table(name, str(other))
    found: list[tuple[int, str, str]] = []
    for at, kind in layout.types.items():
        row = first_wrong(table.column(at), kind, layout.mapping)
        if row is not None:
            found.append((row + sum(number <= row + 1 for number, _, _ in narrow), at, str(table.column(at)[row])))
    rows = [(number - 1, "", text) for number, _, text in narrow] + found
    if not rows:
        return no_table(name, str(error))
    row, at, value = min(rows)
    column = layout.header[int(at)] if at else f"{len(layout.header)} columns"
    return bad_value(name, first_line + row, column, value)


def first_wrong(column: pa.ChunkedArray, kind: pa.DataType, mapping: Mapping) -> int | None:
    """Return the first row of a column of words that is not of a type, by halving; None where all are."""
    words = pc.utf8_trim_whitespace(column.combine_chunks())
    if pa.types.is_floating(kind) and mapping.decimal == ",":
        words = pc.replace_substring(words, ",", ".")
    if _is_castable(words, kind):
        return None
    low, high = 0, len(words)
    while high - low > 1:
        middle = (low + high) // 2
        if _is_castable(words[low:middle], kind):
            low = middle
        else:
            high = middle
    return low


def _is_castable(words: pa.Array, kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        return True
    try:
        words.cast(kind)
    except pa.ArrowInvalid:
        return False
    return True
