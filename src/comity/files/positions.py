"""Files of positions, of whatever publisher: parts of them as the columns of `comity.maritime`, ready for the store.

What a file is follows from its first bytes: Parquet, or a table of text that may be packed. Which column is which
follows from a mapping; without one, from the first known publisher whose columns the header holds. A file is read whole
or refused: the error names the line, the column and the value. Rows that no ship can have sent are left out, counted.
"""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from comity.files.aisstream import aisstream_reads
from comity.files.positions_bytes import bad_value, no_table, parts_of
from comity.files.positions_columns import Place, Read, Wrong, no_rows, positions_of
from comity.files.positions_csv import header_of, raw_blocks
from comity.files.positions_mapping import (
    NUMBERS,
    Mapping,
    found_columns,
    is_covered,
    read_mapping,
    shipped_mappings,
)
from comity.ground import InvalidInput

ROWS = 2**19
"""Rows of a Parquet file that are read at a time."""

AISSTREAM = "aisstream"
_PARQUET = b"PAR1"


def read_positions(
    path: Path, mapping: Mapping | str | None = None, *, latest_ms: int, keeps_rejected: bool = False
) -> Iterator[Read]:
    """Return what a file holds, part by part; whoever stores it takes it over only when the last part has come.

    Parameters
    ----------
    mapping
        A mapping, the name of one of ours, a path of a TOML file, or `aisstream`; None: the one that fits the header.
    latest_ms
        An instant after it is absurd: a clock that is days ahead.

    Raises
    ------
    InvalidInput
        `files.no_table`, `files.column_not_found`, `files.column_twice`, `files.bad_value`, `files.bad_mapping`,
        `files.mapping_not_found`, `files.not_of_positions`.
    """
    if mapping == AISSTREAM:
        for name, blocks in parts_of(path):
            yield from aisstream_reads(name, blocks(), latest_ms=latest_ms, keeps_rejected=keeps_rejected)
        return
    declared = read_mapping(mapping) if isinstance(mapping, str) else mapping
    if declared is not None and declared.kind != "positions":
        raise InvalidInput(
            "files.not_of_positions",
            "Mapping {mapping} is one of detections, not of positions.",
            why="detections of satellites carry no ship's number",
            remedy="read {file} as detections, or name a mapping of positions",
            mapping=declared.name,
            file=path.name,
        )
    if is_parquet(path):
        yield from _of_parquet(path, declared, latest_ms, keeps_rejected)
        return
    for name, blocks in parts_of(path):
        fitting = declared or _fitting(name, header_of(next((each.data for each in blocks()), b"")))
        some = False
        for raw in raw_blocks(name, blocks(), fitting):
            wrong = wrong_line(name, raw.first_line, fitting)
            place = Place(name, raw.first_line, latest_ms, keeps_rejected, wrong, raw.read_bytes)
            yield positions_of(raw.table, fitting, place)
            some = True
        if not some:
            yield no_rows(fitting.name)


def is_parquet(path: Path) -> bool:
    """Tell whether a file begins as Parquet does; `InvalidInput` where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PARQUET)) == _PARQUET
    except OSError as error:
        raise no_table(path.name, error.strerror or str(error)) from None


def wrong_line(name: str, first_line: int, mapping: Mapping) -> Wrong:
    """Return what makes the error of a value: it names the line of the file, counted from 1."""

    def wrong(key: str, row: int, value: str) -> InvalidInput:
        return bad_value(name, first_line + row, " / ".join(mapping.columns[key].names), value)

    return wrong


def raw_batches(path: Path, mapping: Mapping | None) -> Iterator[tuple[Mapping, pa.Table, int]]:
    """Return the columns of a Parquet file by our names, part by part, with the number of the first row from 1."""
    try:
        with pq.ParquetFile(path) as file:
            header = file.schema_arrow.names
            fitting = mapping or _fitting(path.name, header)
            found = found_columns(fitting, header)
            wanted = {at: header[at] for spots in found.values() for at in spots}
            first = 1
            for batch in file.iter_batches(batch_size=ROWS, columns=list(wanted.values())):
                table = pa.table(
                    {
                        key if at == spots[0] else f"{key}.clock": _plain(batch[wanted[at]])
                        for key, spots in found.items()
                        for at in spots
                    }
                )
                yield fitting, table, first
                first += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        raise no_table(path.name, str(error).splitlines()[0]) from None


def _of_parquet(path: Path, mapping: Mapping | None, latest_ms: int, keeps_rejected: bool) -> Iterator[Read]:
    some = False
    for fitting, table, first in raw_batches(path, mapping):
        some = True
        for key in table.column_names:
            if key in NUMBERS and not _is_countable(table[key].type):
                raise wrong_line(path.name, first, fitting)(key, 0, str(table[key].type))
        place = Place(path.name, first, latest_ms, keeps_rejected, wrong_line(path.name, first, fitting))
        yield positions_of(table, fitting, place)
    if not some:
        yield no_rows("" if mapping is None else mapping.name)


def _plain(column: pa.Array) -> pa.Array:
    if pa.types.is_dictionary(column.type) and not pa.types.is_string(column.type.value_type):
        column = column.dictionary_decode()
    if pa.types.is_large_string(column.type):
        return column.cast(pa.string())
    return pc.fill_null(column, float("nan")) if pa.types.is_floating(column.type) else column


def _is_countable(kind: pa.DataType) -> bool:
    return any(
        test(kind)
        for test in (pa.types.is_integer, pa.types.is_floating, pa.types.is_string, pa.types.is_dictionary,
                     pa.types.is_decimal, pa.types.is_null)
    )  # fmt: skip


def _fitting(name: str, header: list[str]) -> Mapping:
    for mapping in sorted(shipped_mappings().values(), key=lambda each: each.name != "comity"):
        if mapping.kind == "positions" and is_covered(mapping, header):
            return mapping
    if not header:
        raise no_table(name, "the file is empty")
    raise InvalidInput(
        "files.mapping_not_found",
        "No known publisher writes a header like that of {file}.",
        why="the header holds {header}",
        remedy="write a mapping as docs/how-to/import-positions.md shows and name it with --as",
        file=name,
        header=", ".join(header)[:400],
    )
