"""The sealed files of the store: one day (UTC) each, sorted, in row groups that a query can pass over.

Positions by (mmsi, t), statics by (mmsi, t), the others by t. Parquet v2 with zstandard, groups of 131,072 rows:
measured in ../shared/reference/engine.md, section 4, against larger and smaller groups, other orders and version 1.
"""

import io
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from comity.files.position_store_disk import StoreDisk, damaged
from comity.files.position_store_log import SCHEMAS
from comity.files.position_store_manifest import KINDS, DayFile
from comity.files.positions_order import said_first, sorted_unique
from comity.ground import MS_PER_HOUR
from comity.maritime import STATICS

MS_PER_DAY = 24 * MS_PER_HOUR
GROUP_ROWS = 131_072
MERGED_ROWS = 4_000_000
"""Rows of a day that are merged at a time: about 700 MB at the peak."""

_KEYS = {
    "messages": ("t_ms", "mmsi", "msg_type", "dest_mmsi", "dac", "fid", "text", "station"),
    "detections": ("t_ms", "detection_id"),
}
_EPOCH = date(1970, 1, 1)
_LEVEL = 3  # of zstandard; 9 takes four times as long for 3 % less
_WRITTEN_BYTES = 2**20
_DAY_BITS = 27  # the milliseconds of a day


def schema_of(kind: str) -> pa.Schema:
    """Return the columns of a kind of rows."""
    return SCHEMAS[KINDS.index(kind)]


def day_of(t_ms: int) -> str:
    """Return the day of an instant.

    >>> day_of(1218016260000)
    '2008-08-06'
    """
    return (_EPOCH + timedelta(days=t_ms // MS_PER_DAY)).isoformat()


def first_ms_of(day: str) -> int:
    """Return the first instant of a day."""
    return (date.fromisoformat(day) - _EPOCH).days * MS_PER_DAY


def unique(kind: str, table: pa.Table) -> tuple[pa.Table, int]:
    """Return rows of a kind in their order, each once, and how many that left out."""
    if kind == "positions":
        return sorted_unique(table)
    found = said_first(table, MS_PER_HOUR).cast(STATICS) if kind == "statics" else _told_once(table, _KEYS[kind])
    return found, table.num_rows - found.num_rows


def _told_once(table: pa.Table, keys: tuple[str, ...]) -> pa.Table:
    """Return rows by some columns, each once: of rows equal in them the smaller in the order of the others."""
    names = [*keys, *(name for name in table.column_names if name not in keys)]
    words = {name: table[name].cast(pa.string()) for name in _words_of(table.schema)}
    plain = pa.table({name: words.get(name, table[name]) for name in names})
    order = pc.sort_indices(plain, sort_keys=[(name, "ascending") for name in names])
    ordered = plain.take(order).combine_chunks()
    is_new = np.ones(table.num_rows, dtype=np.bool_)
    for each in (ordered[name].combine_chunks() for name in keys if table.num_rows > 1):
        is_new[1:] &= pc.equal(each[1:], each[:-1]).to_numpy(zero_copy_only=False)
    is_new[1:] = ~is_new[1:]
    return table.take(order).filter(pa.array(is_new))


def by_day(table: pa.Table) -> Iterator[tuple[str, pa.Table]]:
    """Return the rows of each day, in the order in which they stand."""
    number = table["t_ms"].to_numpy() // MS_PER_DAY
    if len(number) == 0:
        return
    if number.min() == number.max():
        yield day_of(int(number[0]) * MS_PER_DAY), table
        return
    order = np.argsort(number, kind="stable")
    number = number[order]
    table = table.take(pa.array(order))
    edges = [0, *(np.flatnonzero(np.diff(number)) + 1).tolist(), len(number)]
    for begin, end in pairwise(edges):
        yield day_of(int(number[begin]) * MS_PER_DAY), table.slice(begin, end - begin)


def keys_of(table: pa.Table) -> NDArray[np.int64]:
    """Return ship and instant of positions of one day as one number each; sorted as the rows are."""
    return np.asarray((table["mmsi"].to_numpy() << _DAY_BITS) | (table["t_ms"].to_numpy() % MS_PER_DAY))


class _Sink(io.RawIOBase):
    """What Parquet is written into: every piece goes through the disk's own step."""

    def __init__(self, disk: StoreDisk, descriptor: int) -> None:
        self._disk, self._descriptor = disk, descriptor

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        view = memoryview(data)
        self._disk.append(self._descriptor, bytes(view))
        return view.nbytes


def write_day_file(
    disk: StoreDisk, folder: Path, path: str, kind: str, day: str, tables: Iterator[pa.Table]
) -> DayFile:
    """Write a file of a day, durable with its name when this returns; it is no content until the manifest names it."""
    target = folder / path
    for each in reversed([parent for parent in target.parents if folder in parent.parents]):
        disk.folder(each)
    descriptor = disk.create(target)
    rows, first_ms, last_ms = 0, 2**63 - 1, 0
    try:
        sink = io.BufferedWriter(_Sink(disk, descriptor), _WRITTEN_BYTES)
        with pq.ParquetWriter(pa.PythonFile(sink, mode="w"), schema_of(kind), **_options(kind)) as writer:
            for table in tables:
                if table.num_rows:
                    writer.write_table(table, row_group_size=GROUP_ROWS)
                    span = pc.min_max(table["t_ms"]).as_py()
                    rows += table.num_rows
                    first_ms, last_ms = min(first_ms, span["min"]), max(last_ms, span["max"])
        sink.flush()
        disk.sync(descriptor, target)
    finally:
        os.close(descriptor)
    disk.sync_folder(target.parent)
    return DayFile(path, kind, day, rows, target.stat().st_size, first_ms, last_ms)


def _options(kind: str) -> dict[str, Any]:
    options: dict[str, Any] = {
        "version": "2.6",
        "data_page_version": "2.0",
        "compression": "zstd",
        "compression_level": _LEVEL,
        "store_schema": False,
    }
    if kind != "positions":
        return options
    plain = {"t_ms": "DELTA_BINARY_PACKED", "received_ms": "DELTA_BINARY_PACKED"}
    words = ["mmsi", "sog_m_s", "cog_deg", "heading_deg", "rot_deg_min", "nav_status", "utc_second", "msg_type",
             "station", "lat_deg", "lon_deg"]  # fmt: skip
    return options | {"use_dictionary": words, "column_encoding": plain}


def read_day_file(folder: Path, file: DayFile, *, columns: Sequence[str] | None = None, where: Any = None) -> pa.Table:
    """Return rows of a sealed file, in our columns.

    Raises
    ------
    Untrusted
        `files.store_damaged` where it is not what was written.
    """
    path = folder / file.path
    try:
        table = pq.read_table(
            path,
            columns=None if columns is None else list(columns),
            filters=where,
            partitioning=None,
            read_dictionary=_words_of(schema_of(file.kind)),
        )
    except (pa.ArrowInvalid, OSError) as error:
        if isinstance(error, FileNotFoundError):
            raise
        raise damaged(path, str(error).splitlines()[0]) from None
    wanted = schema_of(file.kind)
    chosen = pa.schema([wanted.field(name) for name in columns or wanted.names])
    return table.select(chosen.names).cast(chosen)


def _words_of(schema: pa.Schema) -> list[str]:
    return [each.name for each in schema if pa.types.is_dictionary(each.type)]


def merged(folder: Path, files: Sequence[DayFile], kind: str, counted: Callable[[int], None]) -> Iterator[pa.Table]:
    """Return the rows of a day's files in order, each once, some ships at a time; what is left out is counted."""
    for low, high in _ranges(folder, files, kind):
        where = (pc.field("mmsi") >= low) & (pc.field("mmsi") < high) if kind == "positions" else None
        table, left_out = unique(kind, pa.concat_tables([read_day_file(folder, each, where=where) for each in files]))
        counted(left_out)
        yield table


def _ranges(folder: Path, files: Sequence[DayFile], kind: str) -> list[tuple[int, int]]:
    """Return ranges of ships' numbers that hold about `MERGED_ROWS` rows each, from the statistics of the groups."""
    whole = [(0, 2**62)]
    if kind != "positions" or sum(each.rows for each in files) <= MERGED_ROWS:
        return whole
    groups = []
    for each in files:
        with pq.ParquetFile(folder / each.path) as file:
            column = file.schema_arrow.names.index("mmsi")
            for at in range(file.metadata.num_row_groups):
                group = file.metadata.row_group(at)
                groups.append((int(group.column(column).statistics.min), int(group.num_rows)))
    cuts, rows = [0], 0
    for first, count in sorted(groups):
        if rows + count > MERGED_ROWS and first > cuts[-1]:
            cuts.append(first)
            rows = 0
        rows += count
    return list(zip(cuts, [*cuts[1:], 2**62], strict=True))
