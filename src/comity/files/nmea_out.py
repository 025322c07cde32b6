"""AIS sentences out: positions, what ships say of themselves, and safety texts as `!AIVDM` lines with tag blocks.

Everything is set by columns: a payload is a matrix of six-bit numbers, a line a matrix of bytes, and lines of several
lengths are put in order once. Units: as in the tables (degrees, metres per second, milliseconds since 1970); the units
of a sentence are those of ITU-R M.1371-5 (1/10,000 minute, 0.1 knot, 0.1 degree).
Sources: ITU-R M.1371-5, annex 8 (fields); NMEA 0183 4.10 and IEC 61162-1 (armour, checksum, parts); IEC PAS 61162-100
(tag blocks: `s` source, `c` time in whole seconds).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa

from comity.files.nmea_fields import (
    BITS,
    LAYOUTS,
    Bytes,
    Field,
    Numbers,
    numbers,
    part_a,
    part_b,
    six_bits,
    voyage,
    words_of,
)
from comity.ground import MS_PER_S

_PART_CHARACTERS = 56
"""Payload of one sentence at most, so that no line exceeds the 82 characters of NMEA 0183."""

_CHUNK = 65_536
_POWERS = np.array([10**9, 10**8, 10**7, 10**6, 10**5, 10**4, 10**3, 100, 10, 1], dtype=np.int64)
_ARMOUR = np.array([each + 48 if each < 40 else each + 56 for each in range(64)], dtype=np.uint8)
_HEX = np.frombuffer(b"0123456789ABCDEF", dtype=np.uint8)


@dataclass(frozen=True)
class Lines:
    """Lines that are ready: when each was received, its bytes, and how many of them count."""

    at_ms: Numbers
    order: Numbers
    data: Bytes
    lengths: Numbers


def positions_nmea(positions: pa.Table, *, tag_blocks: bool = True) -> Iterator[bytes]:
    """Yield position reports as lines in the order of the table, some thousands at a time.

    Types 1 to 3, 9 and 27 stay what they are, 19 becomes 18, all else 1.
    """
    for begin in range(0, positions.num_rows, _CHUNK):
        part = positions.slice(begin, _CHUNK)
        yield _joined(_position_lines(part, np.arange(part.num_rows), tag_blocks=tag_blocks))


def traffic_nmea(positions: pa.Table, statics: pa.Table, messages: pa.Table) -> bytes:
    """Return all that was heard as lines in the order of its reception."""
    return _joined(_traffic_lines(positions, statics, messages))


def timed_nmea(positions: pa.Table, statics: pa.Table, messages: pa.Table) -> list[tuple[int, bytes]]:
    """Return the same in pieces: each instant of reception with all lines that were received then."""
    text, at_ms, lengths = _ordered(_traffic_lines(positions, statics, messages))
    instants, first = np.unique(at_ms, return_index=True)
    ends = np.cumsum(lengths)
    begins = (ends - lengths)[first].tolist()
    cuts = [*begins, len(text)]
    return [(at, text[begin:end]) for at, (begin, end) in zip(instants.tolist(), pairwise(cuts), strict=True)]


def _traffic_lines(positions: pa.Table, statics: pa.Table, messages: pa.Table) -> list[Lines]:
    found = list(_position_lines(positions, np.arange(positions.num_rows), tag_blocks=True))
    found += _static_lines(statics, positions.num_rows)
    found += _text_lines(messages, positions.num_rows + statics.num_rows)
    return found


def _position_lines(table: pa.Table, order: Numbers, *, tag_blocks: bool) -> Iterator[Lines]:
    """Yield the lines of each type of message."""
    told = numbers(table, "msg_type")
    layout = np.select(
        [(told >= 1) & (told <= 3), (told == 18) | (told == 19), told == 9, told == 27], [1, 18, 9, 27], 1
    )
    for each, (fields_of, bits) in LAYOUTS.items():
        chosen = np.flatnonzero(layout == each)
        if len(chosen):
            some = table.take(pa.array(chosen))
            fields = fields_of(some)
            at_ms = numbers(some, "received_ms")
            stations = some.column("station") if tag_blocks else None
            yield from _single(six_bits(fields, bits), bits, at_ms, order[chosen], stations)


def _static_lines(table: pa.Table, first: int) -> Iterator[Lines]:
    order = first + np.arange(table.num_rows)
    told = numbers(table, "msg_type")
    has_name = np.array([bool(each) for each in table.column("shipname").to_pylist()], dtype=np.bool_)
    for chosen, payload, bits in (
        (told != 24, voyage, 424),
        ((told == 24) & has_name, part_a, 160),
        ((told == 24) & ~has_name, part_b, 168),
    ):
        rows = np.flatnonzero(chosen)
        if len(rows):
            some = table.take(pa.array(rows))
            at_ms, stations = numbers(some, "t_ms"), some.column("station")
            yield from _several(payload(some), bits, at_ms, order[rows], stations)


def _text_lines(table: pa.Table, first: int) -> Iterator[Lines]:
    """Yield safety texts to all (type 14), by length."""
    texts = [str(each) for each in table.column("text").to_pylist()]
    told = numbers(table, "msg_type")
    lengths = np.array([len(each) for each in texts], dtype=np.int64)
    for length in np.unique(lengths[told == 14]).tolist():
        rows = np.flatnonzero((lengths == length) & (told == 14))
        some, bits = table.take(pa.array(rows)), 40 + BITS * length
        fields = [Field(0, 6, np.full(len(rows), 14)), Field(8, 30, numbers(some, "mmsi"))]
        payload = six_bits(fields + words_of(some.column("text"), 40, length), bits)
        yield from _several(payload, bits, numbers(some, "t_ms"), first + rows, some.column("station"))


def _single(payload: Bytes, bits: int, at_ms: Numbers, order: Numbers, stations: Any) -> Iterator[Lines]:
    fill = -bits % BITS
    yield from _sentences(_ARMOUR[payload], b"!AIVDM,1,1,,A,", fill, at_ms, order, stations)


def _several(payload: Bytes, bits: int, at_ms: Numbers, order: Numbers, stations: Any) -> Iterator[Lines]:
    """Yield messages in as many sentences as they need; what belongs together is told by its sequence number."""
    count = -(-payload.shape[1] // _PART_CHARACTERS)
    if count == 1:
        yield from _single(payload, bits, at_ms, order, stations)
        return
    letters = _ARMOUR[payload]
    for part in range(count):
        piece = letters[:, part * _PART_CHARACTERS : (part + 1) * _PART_CHARACTERS]
        fill = -bits % BITS if part == count - 1 else 0
        for sequence in range(10):
            rows = np.flatnonzero(order % 10 == sequence)
            if len(rows):
                head = f"!AIVDM,{count},{part + 1},{sequence},A,".encode()
                some = None if stations is None else stations.take(pa.array(rows))
                yield from _sentences(piece[rows], head, fill, at_ms[rows], order[rows], some)


def _sentences(
    letters: Bytes, head: bytes, fill: int, at_ms: Numbers, order: Numbers, stations: Any
) -> Iterator[Lines]:
    """Yield lines of one form, for each station its own, for the tag block's length is its name's."""
    count = len(letters)
    body = np.hstack([_repeated(head, count), letters, _repeated(f",{fill}".encode(), count)])
    sentence = np.hstack([body, _repeated(b"*", count), _checksum(body[:, 1:]), _repeated(b"\r\n", count)])
    if stations is None:
        yield Lines(at_ms, order, sentence, np.full(count, sentence.shape[1]))
        return
    coded = stations.combine_chunks() if isinstance(stations, pa.ChunkedArray) else stations
    coded = coded if pa.types.is_dictionary(coded.type) else coded.dictionary_encode()
    names, which = coded.dictionary.to_pylist(), np.asarray(coded.indices.fill_null(-1))
    seconds = _digits(at_ms // MS_PER_S)
    for number in np.unique(which).tolist():
        rows = np.flatnonzero(which == number)
        said = f"s:{_plain(names[number])},c:" if number >= 0 and names[number] else "c:"
        tag = np.hstack([_repeated(said.encode(), len(rows)), seconds[rows]])
        block = [_repeated(b"\\", len(rows)), tag, _repeated(b"*", len(rows)), _checksum(tag)]
        whole = np.hstack([*block, _repeated(b"\\", len(rows)), sentence[rows]])
        yield Lines(at_ms[rows], order[rows], whole, np.full(len(rows), whole.shape[1]))


def _plain(station: str) -> str:
    """Return a station's name without what would end a tag block."""
    return "".join(each if (each.isascii() and each.isalnum()) or each in "-_." else "_" for each in station)[:15]


def _joined(found: Iterable[Lines]) -> bytes:
    return _ordered(found)[0]


def _ordered(found: Iterable[Lines]) -> tuple[bytes, Numbers, Numbers]:
    """Return lines as one text, by instant, then in their order; the instant and the length of each.

    The parts of a message stay in their order.
    """
    parts = list(found)
    if not parts:
        nothing = np.empty(0, dtype=np.int64)
        return b"", nothing, nothing
    at_ms, order = (np.concatenate([getattr(each, name) for each in parts]) for name in ("at_ms", "order"))
    lengths = np.concatenate([each.lengths for each in parts])
    turn = np.concatenate([np.full(len(each.order), number) for number, each in enumerate(parts)])
    ranked = np.lexsort((turn, order, at_ms))
    begins = np.empty(len(lengths), dtype=np.int64)
    begins[ranked] = np.concatenate([[0], np.cumsum(lengths[ranked])[:-1]])
    text = np.empty(int(lengths.sum()), dtype=np.uint8)
    first = 0
    for each in parts:
        places = begins[first : first + len(each.order)]
        text[places[:, None] + np.arange(each.data.shape[1])] = each.data
        first += len(each.order)
    return text.tobytes(), at_ms[ranked], lengths[ranked]


def _checksum(data: Bytes) -> Bytes:
    """Return the exclusive or of each row's bytes as two hexadecimal digits, shape (rows, 2)."""
    total = np.bitwise_xor.reduce(data, axis=1)
    return np.column_stack([_HEX[total >> 4], _HEX[total & 15]])


def _digits(seconds: Numbers) -> Bytes:
    """Return instants of today, ten digits each, as text."""
    return (seconds[:, None] // _POWERS % 10 + ord("0")).astype(np.uint8)


def _repeated(text: bytes, count: int) -> Bytes:
    return np.broadcast_to(np.frombuffer(text, dtype=np.uint8), (count, len(text)))
