"""Logs of AIS sentences in, piece by piece: files, packed files, whole folders of them by a pattern, standard input.

Each log is one feed with a decoder of its own, so that sentences of two logs never join. What is packed is told by its
first bytes. Memory is that of one piece, however long a log or one of its lines.
"""

import bz2
import gzip
import lzma
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path
from typing import BinaryIO, cast

from comity.ground import InvalidInput
from comity.maritime import Decoded, Decoder

STANDARD_INPUT = "-"
PIECE_BYTES = 1 << 22
_PACKED: dict[bytes, Callable[[BinaryIO], BinaryIO]] = {
    b"\x1f\x8b": lambda raw: cast(BinaryIO, gzip.GzipFile(fileobj=raw)),
    b"BZh": lambda raw: cast(BinaryIO, bz2.BZ2File(raw)),
    b"\xfd7zXZ\x00": lambda raw: cast(BinaryIO, lzma.LZMAFile(raw)),  # noqa: SIM115 (closed with `raw`)
}


def nmea_logs(names: list[str]) -> list[str]:
    """Return the logs that names and patterns such as `2026-*.nmea.gz` mean, each once; `-` is standard input.

    Raises
    ------
    InvalidInput
        `files.no_such_log` when a name or a pattern means none.
    """
    logs: dict[str, None] = {}
    for name in names:
        found = [name] if name == STANDARD_INPUT or Path(name).is_file() else sorted(filter(_is_file, glob(name)))
        if not found:
            raise InvalidInput(
                "files.no_such_log",
                "{name} is no log of AIS sentences.",
                why="no file has this name, and none fits it as a pattern",
                remedy="name files, a pattern with * in it, or - for standard input",
                name=name,
            )
        logs.update(dict.fromkeys(found))
    return list(logs)


def read_nmea(
    log: str,
    *,
    received_ms: int = 0,
    station: str | None = None,
    keep_rejected: bool = True,
    told: Callable[[int], None] = lambda _: None,
) -> Iterator[Decoded]:
    """Decode one log piece by piece.

    Parameters
    ----------
    received_ms
        When it was received, for lines that carry no time; 0 where nobody knows.
    station
        Who received it, for lines that do not say so; None: the name of the log.
    told
        Is told how many bytes of the file are read, packed as they lie there.

    Raises
    ------
    InvalidInput
        `files.log_unreadable` when the file cannot be read, or what is packed in it is broken.
    """
    by = ("" if log == STANDARD_INPUT else Path(log).name) if station is None else station
    decoder = Decoder(keep_rejected=keep_rejected)
    try:
        with _opened(log) as (raw, source):
            while piece := source.read(PIECE_BYTES):
                yield decoder.feed(piece, received_ms=received_ms, station=by)
                told(raw.tell() if raw.seekable() else 0)
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise InvalidInput(
            "files.log_unreadable",
            "{name} cannot be read to its end.",
            why="{reason}",
            remedy="fetch it anew, or unpack what can be unpacked and decode that",
            name=log,
            reason=getattr(error, "strerror", None) or str(error),
        ) from None
    yield decoder.finish()


def _is_file(name: str) -> bool:
    return Path(name).is_file()


@contextmanager
def _opened(log: str) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """Open a log; give the file as it lies there and what is read from it, unpacked."""
    if log == STANDARD_INPUT:
        yield sys.stdin.buffer, sys.stdin.buffer
        return
    with Path(log).open("rb") as raw:
        first = raw.read(max(map(len, _PACKED)))
        raw.seek(0)
        unpack = next((unpack for magic, unpack in _PACKED.items() if first.startswith(magic)), None)
        yield raw, raw if unpack is None else unpack(raw)
