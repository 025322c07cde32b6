"""The bytes of a file of positions, unpacked, in blocks of whole lines: plain, gzip, zstandard or a ZIP of such files.

A byte order mark is taken away, UTF-16 becomes UTF-8. Memory is bounded by the size of a block and the longest line.
"""

import codecs
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pyarrow as pa

from comity.ground import InvalidInput

BLOCK_BYTES = 32 * 2**20
"""Read at a time: half a million rows, so that two cores have work and little memory is held."""

LONGEST_LINE = 2**20
"""Bytes at most of a line: a row of positions has a few hundred; one of gigabytes is no row."""

_PACKED = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}
_ZIP = b"PK\x03\x04"
_MARK = codecs.BOM_UTF8
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class Block:
    """Whole lines of a file: the number of the first, from 1, how many, and how many bytes of the file are read."""

    data: bytes
    first_line: int
    lines: int
    read_bytes: int


def parts_of(path: Path) -> Iterator[tuple[str, Callable[[], Iterator[Block]]]]:
    """Return the texts that a file holds, each with its name and what reads its blocks; a ZIP may hold several.

    Raises
    ------
    InvalidInput
        `files.no_table` for an empty file, an archive without one, or a line that is too long.
    """
    with path.open("rb") as file:
        begin = file.read(4)
    if begin == _ZIP:
        yield from _members(path)
    else:
        yield path.name, lambda: _blocks(path.name, path, None)


def _members(path: Path) -> Iterator[tuple[str, Callable[[], Iterator[Block]]]]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(each.filename for each in archive.infolist() if not each.is_dir())
    except zipfile.BadZipFile as error:
        raise no_table(path.name, str(error)) from None
    names = [name for name in names if name.lower().endswith((".csv", ".txt", ".json", ".jsonl"))]
    if not names:
        raise no_table(path.name, "the archive holds no .csv")
    for name in names:
        yield name, lambda name=name: _blocks(name, path, name)  # type: ignore[misc]


def _blocks(name: str, path: Path, member: str | None) -> Iterator[Block]:
    try:
        with path.open("rb") as file:
            if member is None:
                yield from _cut(name, _pieces(file), file.tell)
                return
            with zipfile.ZipFile(file) as archive, archive.open(member) as inner:
                yield from _cut(name, _narrow(iter(lambda: inner.read(BLOCK_BYTES), b"")), file.tell)
    except (OSError, EOFError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise no_table(name, str(error)) from None


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    begin = file.read(4)
    file.seek(0)
    packing = next((kind for sign, kind in _PACKED.items() if begin.startswith(sign)), None)
    if packing is None:
        return _narrow(iter(lambda: file.read(BLOCK_BYTES), b""))
    stream = pa.CompressedInputStream(pa.PythonFile(file, mode="r"), packing)
    return _narrow(iter(lambda: stream.read(BLOCK_BYTES), b""))


def _narrow(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Return the pieces as UTF-8 without a byte order mark."""
    first = next(pieces, b"")
    if not first.startswith(_WIDE):
        yield first.removeprefix(_MARK)
        yield from pieces
        return
    decode = codecs.getincrementaldecoder("utf-16")().decode
    yield decode(first).encode()
    for piece in pieces:
        yield decode(piece).encode()
    yield decode(b"", final=True).encode()


def _cut(name: str, pieces: Iterator[bytes], told: Callable[[], int]) -> Iterator[Block]:
    """Return blocks that end with a line; lines may end as on Windows, or the last one not at all."""
    left, line = b"", 1
    for piece in pieces:
        end = piece.rfind(b"\n") + 1
        if end == 0:
            left += piece
            if len(left) > BLOCK_BYTES + LONGEST_LINE:
                raise _too_long(name, line)
            continue
        data = b"".join((left, memoryview(piece)[:end]))
        lines = data.count(b"\n")
        yield Block(data, line, lines, told())
        left, line = piece[end:], line + lines
    if left.strip(b"\0 \r\t"):
        if len(left) > LONGEST_LINE:
            raise _too_long(name, line)
        yield Block(left, line, 1, told())


def _too_long(name: str, line: int) -> InvalidInput:
    return no_table(name, f"line {line} has more than {LONGEST_LINE} bytes")


def no_table(name: str, reason: str) -> InvalidInput:
    """Return the error for a file in which no table of positions can be read."""
    return InvalidInput(
        "files.no_table",
        "{file} cannot be read as a table.",
        why="reading it stops at: {reason}",
        remedy="check that the file is whole and of the kind that was named with --as",
        file=name,
        reason=reason,
    )


def bad_value(name: str, line: int, column: str, value: str) -> InvalidInput:
    """Return the error for a value that is none of its column; lines and rows count from 1."""
    return InvalidInput(
        "files.bad_value",
        "{file} holds a value that is none of its column.",
        why="line {line}, column {column}: {value}",
        remedy="correct the line or the mapping and read the file again; nothing of the file was taken over",
        file=name,
        line=line,
        column=column,
        value=repr(value[:200]),
    )
