"""The append log of the store: batches in the order in which they came, each durable before it is acknowledged.

A segment `log/00000003.log` begins with its mark; each record is a head (mark, length, CRC-32) and an Arrow IPC message
for every table: positions, statics, messages, detections. A record that a crash cut off at the end was never
acknowledged and is cut away; one that is wrong with good ones behind it is damage and is said.
"""

import os
import struct
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa

from comity.files.position_store_disk import StoreDisk, damaged
from comity.maritime import DETECTIONS, MESSAGES, POSITIONS, STATICS

Batch = tuple[pa.Table, pa.Table, pa.Table, pa.Table]
"""Positions, statics, messages and detections."""

SCHEMAS = (POSITIONS, STATICS, MESSAGES, DETECTIONS)
_MARK = b"comity/positions-log/1\n"
_RECORD = b"\xc0\x17REC"
_HEAD = struct.Struct("<5sQI")
_LENGTH = struct.Struct("<Q")


def flat(schema: pa.Schema) -> pa.Schema:
    """Return a schema as the log writes it: words as they are, since a record stands alone."""
    return pa.schema([(each.name, pa.string() if pa.types.is_dictionary(each.type) else each.type) for each in schema])


_FLAT = tuple(flat(each) for each in SCHEMAS)


def segment_path(folder: Path, number: int) -> Path:
    """Return where a segment stands."""
    return folder / "log" / f"{number:08d}.log"


def segments_of(folder: Path, first: int) -> list[tuple[int, Path]]:
    """Return the segments from a number on, in order."""
    found = ((int(path.stem), path) for path in (folder / "log").glob("[0-9]*.log") if path.stem.isdecimal())
    return sorted(each for each in found if each[0] >= first)


def begin_segment(disk: StoreDisk, path: Path) -> tuple[int, int]:
    """Return the descriptor of a new segment, durable with its name, and its size."""
    descriptor = disk.create(path)
    try:
        disk.append(descriptor, _MARK)
        disk.sync(descriptor, path)
        disk.sync_folder(path.parent)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor, len(_MARK)


def record_of(tables: Sequence[pa.Table]) -> bytes:
    """Return a record that holds a batch."""
    parts = []
    for table, schema in zip(tables, _FLAT, strict=True):
        data = _message(table, schema)
        parts += [_LENGTH.pack(len(data)), data]
    payload = b"".join(parts)
    return _HEAD.pack(_RECORD, len(payload), zlib.crc32(payload)) + payload


def _message(table: pa.Table, schema: pa.Schema) -> bytes:
    if table.num_rows == 0:
        return b""
    batch = table.select(schema.names).cast(schema).combine_chunks().to_batches()[0]
    return bytes(batch.serialize())


def records_in(path: Path, *, offset: int = 0) -> tuple[list[Batch], int, bool]:
    """Return the batches of a segment from an offset on, how far it is good, and whether it ends there.

    Raises
    ------
    Untrusted
        `files.store_damaged` when a wrong record stands before a good one, or the segment is none of ours.
    """
    with path.open("rb") as file:
        file.seek(offset)
        data = file.read()
    at = 0
    if offset == 0:
        if not data.startswith(_MARK):
            if _MARK.startswith(data) or not data.strip(b"\0"):
                return [], 0, False
            raise damaged(path, "it does not begin as a segment of the log does")
        at = len(_MARK)
    batches: list[Batch] = []
    while at < len(data):
        end = _end_of_record(data, at)
        if end is None:
            if _good_after(data, at + 1):
                raise damaged(path, f"the record at byte {offset + at} is wrong, and good ones follow it")
            return batches, offset + at, False
        batches.append(_batch(data[at + _HEAD.size : end]))
        at = end
    return batches, offset + at, True


def _end_of_record(data: bytes, at: int) -> int | None:
    """Return where a record ends; None where none stands whole."""
    if at + _HEAD.size > len(data):
        return None
    mark, length, checksum = _HEAD.unpack_from(data, at)
    end = at + _HEAD.size + int(length)
    if mark != _RECORD or end > len(data) or zlib.crc32(memoryview(data)[at + _HEAD.size : end]) != checksum:
        return None
    return end


def _good_after(data: bytes, at: int) -> bool:
    while (at := data.find(_RECORD, at)) >= 0:
        if _end_of_record(data, at) is not None:
            return True
        at += 1
    return False


def _batch(payload: bytes) -> Batch:
    parts = iter(_parts(payload))
    found = [_table(next(parts), flat_schema, schema) for flat_schema, schema in zip(_FLAT, SCHEMAS, strict=True)]
    return found[0], found[1], found[2], found[3]


def _parts(payload: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(payload):
        (length,) = _LENGTH.unpack_from(payload, at)
        at += _LENGTH.size
        yield payload[at : at + length]
        at += length


def _table(data: bytes, flat_schema: pa.Schema, schema: pa.Schema) -> pa.Table:
    if not data:
        return schema.empty_table()
    batch = pa.ipc.read_record_batch(pa.py_buffer(data), flat_schema)
    return pa.Table.from_batches([batch]).cast(schema)
