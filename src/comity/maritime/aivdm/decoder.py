"""Bytes of a receiver in, rows out: any cut of the same bytes gives the same rows.

What compiles is loaded with the first decoder. A decoder keeps what a cut leaves over: the bytes of a line that is not
at its end, sentences that wait for others of their message, the time line before a sentence, and names of stations.
"""

import numpy as np
import pyarrow as pa

from comity.maritime.aivdm.decoded import Blocks, Decoded, joined
from comity.maritime.aivdm.reasons import LONGEST_LINE
from comity.maritime.aivdm.state import (
    KEEPS_TEXT,
    LINE,
    ORIGIN,
    OWN_STATION,
    RECEIVED_MS,
    STATION_BYTES,
    STATION_COUNT,
    kept,
    room,
)

_BLOCK = 1 << 20
"""Bytes that the kernel reads in one call, about: its rows stay in the cache of a core."""

_LONGEST_REST = LONGEST_LINE + 1
"""Bytes that are kept of a line without its end: one more than a line may have tells that it is too long."""


class Decoder:
    """Decode the AIS sentences of one feed, chunk by chunk.

    Parameters
    ----------
    keep_rejected
        Whether refused lines keep their text; they are counted and numbered in any case.
    """

    def __init__(self, *, keep_rejected: bool = True) -> None:
        from comity.maritime.aivdm import kernel

        self._scan, self._give_up, self._padding = kernel.scan, kernel.give_up_all, kernel.PADDING
        self._code_of = kernel.code_of
        self._state, self._room = kept(), room()
        self._kept, self._rows = self._state[0], self._room[0]
        self._kept.now[KEEPS_TEXT] = keep_rejected
        self._rest, self._after_return = b"", False
        self._dropped = 0  # bytes of a line that is too long, after those in `_rest`
        self._buffer = np.empty(_BLOCK + _LONGEST_REST + self._padding, dtype=np.uint8)
        self._read = 0  # bytes of the feed before `_rest`
        self._names: pa.Array = pa.array([], pa.string())

    def feed(self, chunk: bytes, *, received_ms: int, station: str = "") -> Decoded:
        """Read a chunk, which may begin and end anywhere.

        Parameters
        ----------
        received_ms
            When it was received; 0 where nobody knows. Rows take the time that their line tells (a tag block, `$PGHP`)
            and this one where it tells none.
        station
            Who received it, for lines that do not say so themselves.
        """
        self._kept.now[RECEIVED_MS] = received_ms
        self._kept.now[OWN_STATION] = self._station(station)
        blocks, first_line = Blocks(), int(self._kept.now[LINE])
        for begin in range(0, max(len(chunk), 1), _BLOCK):
            self._feed_block(chunk[begin : begin + _BLOCK], blocks)
        while not self._give_up(self._state, self._room, True):
            blocks.take(self._rows)
        return self._given(blocks, first_line)

    def finish(self) -> Decoded:
        """Read the last line, which may lack its end, and refuse the messages that are still not whole."""
        blocks, first_line = Blocks(), int(self._kept.now[LINE])
        if self._rest:
            self._feed_block(b"\n", blocks)
        while not self._give_up(self._state, self._room, False):
            blocks.take(self._rows)
        return self._given(blocks, first_line)

    def _given(self, blocks: Blocks, first_line: int) -> Decoded:
        blocks.take(self._rows)
        known = int(self._kept.now[STATION_COUNT])
        if known > len(self._names):
            names, sizes = self._kept.names, self._kept.sizes
            new = [
                names[i, : sizes[i]].tobytes().decode("utf-8", "backslashreplace")
                for i in range(len(self._names), known)
            ]
            self._names = pa.concat_arrays([self._names, pa.array(new, pa.string())])
        return blocks.decoded(self._names, int(self._kept.now[LINE]) - first_line)

    def _station(self, name: str) -> int:
        return int(self._code_of(np.frombuffer(bytearray(name.encode()[:STATION_BYTES]), dtype=np.uint8), self._state))

    def _feed_block(self, block: bytes, blocks: Blocks) -> None:
        """Read whole lines and keep the rest; of a line that is too long no more than tells so."""
        if self._after_return and block:  # a carriage return ended the last line: its line feed ends no other
            self._after_return = False
            if block[:1] == b"\n":
                block, self._read = block[1:], self._read + 1
        if self._dropped > 0:
            block = self._after_overlong(block, blocks)
        last = max(block.rfind(b"\n"), block.rfind(b"\r")) + 1
        if last > 0:
            self._scan_lines(self._rest + block[:last], blocks)
            self._after_return = block[-1:] == b"\r"
            self._rest = b""
        self._rest += block[last:]
        if len(self._rest) > _LONGEST_REST:
            self._dropped += len(self._rest) - _LONGEST_REST
            self._rest = self._rest[:_LONGEST_REST]

    def _after_overlong(self, block: bytes, blocks: Blocks) -> bytes:
        """Drop what still belongs to a line that is too long, and refuse it at its end; return what follows it."""
        end = min((at for at in (block.find(b"\n"), block.find(b"\r")) if at >= 0), default=-1)
        if end < 0:
            self._dropped += len(block)
            return b""
        self._scan_lines(self._rest + block[end : end + 1], blocks)
        self._read += self._dropped + end
        self._rest, self._dropped = b"", 0
        self._after_return = block[end:] == b"\r"
        after = end + 2 if block[end : end + 2] == b"\r\n" else end + 1
        self._read += after - end - 1
        return block[after:]

    def _scan_lines(self, lines: bytes, blocks: Blocks) -> None:
        buffer = self._buffer
        buffer[: len(lines)] = np.frombuffer(lines, dtype=np.uint8)
        buffer[len(lines) : len(lines) + self._padding] = 0
        self._kept.now[ORIGIN] = self._read
        at = 0
        while at < len(lines):
            at = self._scan(buffer, at, len(lines), self._state, self._room)
            blocks.take(self._rows)
        self._read += len(lines)


def decode(data: bytes, *, received_ms: int = 0, station: str = "", keep_rejected: bool = True) -> Decoded:
    """Decode the whole of a log; the arguments are those of `Decoder`.

    >>> told = decode(b"!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A")
    >>> told.positions.select(["mmsi", "lat_deg", "lon_deg"]).to_pylist()
    [{'mmsi': 371798000, 'lat_deg': 48.381633, 'lon_deg': -123.395383}]
    """
    decoder = Decoder(keep_rejected=keep_rejected)
    return joined([decoder.feed(data, received_ms=received_ms, station=station), decoder.finish()])
