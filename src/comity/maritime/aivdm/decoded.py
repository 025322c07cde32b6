"""What a decoder gives back: rows as Arrow tables, refused lines, and how many of each there were."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from comity.maritime.aivdm.reasons import REASONS, SKIPPED
from comity.maritime.aivdm.state import TABLES, Array
from comity.maritime.columns import MESSAGES, POSITIONS, STATICS

REJECTED = pa.schema([("line", pa.int64()), ("offset", pa.int64()), ("reason", pa.string()), ("text", pa.string())])
"""Lines that gave no message: their number from 1, the byte at which they begin, why (`REASONS`), and their text, in
which bytes that are no printable ASCII stand as `\\xhh`; empty where the decoder keeps none."""

_EMPTY = {schema: schema.empty_table() for schema in (POSITIONS, STATICS, MESSAGES, REJECTED)}

Columns = dict[str, Array | tuple[Array, Array]]
"""Rows of one table by name: an array, or the bytes of words and where each word ends (one more, from 0)."""


@dataclass(frozen=True)
class Decoded:
    """Rows of `POSITIONS`, `STATICS` and `MESSAGES`, refused lines, and counts.

    `counts` are messages by type, `reasons` refused lines by reason, `skipped` lines that are no AIS and not wrong
    (`SKIPPED`); `lines` is how many lines were read.
    """

    positions: pa.Table
    statics: pa.Table
    messages: pa.Table
    rejected: pa.Table
    counts: dict[int, int] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)
    skipped: dict[str, int] = field(default_factory=dict)
    lines: int = 0


def joined(several: Iterable[Decoded]) -> Decoded:
    """Return what several calls gave as if it were one."""
    all_of = list(several)

    def tables(name: str, schema: pa.Schema) -> pa.Table:
        return pa.concat_tables([getattr(each, name) for each in all_of]) if all_of else schema.empty_table()

    def sums(name: str) -> dict[Any, int]:
        total: Counter[Any] = Counter()
        for each in all_of:
            total.update(getattr(each, name))
        return {key: total[key] for key in sorted(total)}

    return Decoded(
        tables("positions", POSITIONS),
        tables("statics", STATICS),
        tables("messages", MESSAGES),
        tables("rejected", REJECTED),
        sums("counts"),
        sums("reasons"),
        sums("skipped"),
        sum(each.lines for each in all_of),
    )


class Blocks:
    """The rows of several calls of the kernel, copied out of its room one call after the other."""

    def __init__(self) -> None:
        self._taken: tuple[list[Columns], ...] = ([], [], [], [])
        self._by_type, self._by_reason, self._by_skip = Counter[int](), Counter[str](), Counter[str]()

    def take(self, rows: Any) -> None:
        """Copy what the kernel has filled and empty its room."""
        for into, table, size in zip(self._taken, TABLES, rows.filled.tolist(), strict=True):
            if size > 0:
                into.append(_copied(rows[table], size))
        for counter, counts, names in (
            (self._by_type, rows.by_type, range(rows.by_type.size)),
            (self._by_reason, rows.by_reason, REASONS),
            (self._by_skip, rows.by_skip, SKIPPED),
        ):
            for i in np.flatnonzero(counts).tolist():
                counter[names[i]] += int(counts[i])  # type: ignore[index]
            counts[:] = 0
        rows.filled[:] = 0

    def decoded(self, stations: pa.Array, lines: int) -> Decoded:
        """Return all that was taken; `stations` are the names by code."""
        positions, statics, messages, refused = self._taken
        return Decoded(
            _table(POSITIONS, positions, stations),
            _table(STATICS, statics, stations),
            _table(MESSAGES, messages, stations),
            _table(REJECTED, refused, stations),
            dict(sorted(self._by_type.items())),
            dict(sorted(self._by_reason.items())),
            dict(sorted(self._by_skip.items())),
            lines,
        )


def _copied(arrays: Any, size: int) -> Columns:
    """Copy the first rows of the kernel's arrays; `…_end` and the bytes of that name become one column of words."""
    columns: Columns = {}
    names = arrays.dtype.names
    for name in names:
        array = arrays[name]
        if name.endswith("_end"):
            ends = array[: size + 1].copy()
            columns[name.removesuffix("_end")] = (arrays[name.removesuffix("_end")][: ends[-1]].copy(), ends)
        elif f"{name}_end" not in names:
            columns[name] = array[:size].copy()
    return columns


def _table(schema: pa.Schema, blocks: Sequence[Columns], stations: pa.Array) -> pa.Table:
    if not blocks:
        return _EMPTY[schema]
    columns = [_column(column, [block[column.name] for block in blocks], stations) for column in schema]
    return pa.table(columns, schema=schema)


_REASON_NAMES = pa.array(REASONS)


def _column(of: pa.Field, parts: Sequence[Any], stations: pa.Array) -> pa.ChunkedArray:
    """Make one column of the parts of all blocks, a chunk for each: nothing is copied again."""
    return pa.chunked_array([_chunk(of, values, stations) for values in parts])


def _chunk(of: pa.Field, values: Any, stations: pa.Array) -> pa.Array:
    if isinstance(values, tuple):
        data, ends = values
        return pa.StringArray.from_buffers(ends.size - 1, pa.py_buffer(ends), pa.py_buffer(data))
    if of.name == "reason":
        return _REASON_NAMES.take(pa.array(values))
    if of.name == "station":
        return pa.DictionaryArray.from_arrays(pa.array(values), stations)
    return pa.array(values.view(np.bool_) if pa.types.is_boolean(of.type) else values, type=of.type)
