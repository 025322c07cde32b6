"""The arrays that the kernel works on: what a decoder keeps between two chunks, and the rows of one block.

Everything is allocated once, at its full and fixed size, and the kernel asks for the room before it writes: a hostile
feed costs no memory. Untouched pages of zeroed arrays cost none either.
"""

from typing import Any, NamedTuple

import numpy as np

from comity.maritime.aivdm.reasons import LONGEST_PAYLOAD, MOST_PARTS, REASONS, SKIPPED

Array = np.ndarray[Any, np.dtype[Any]]

SLOTS = 256
"""Messages of several sentences that wait for a part at one time; the oldest gives way."""

LONGEST_SENTENCE = 256
"""Bytes of a sentence of several that are kept: a payload of 200 characters and its frame fit."""

STATIONS = 1 << 16
STATION_BYTES = 32
"""Stations whose names are told apart, and bytes of a name: a tag block has 15 (NMEA 0183 4.10). The world's largest
network had some 3,000 stations; a name after the last that fits is that of the feed itself."""
_STATION_PLACES = 1 << 18
"""Places of the hash table; a power of two, a quarter full at most."""

WORDS = (MOST_PARTS * LONGEST_PAYLOAD) // 8 + 3

ROWS = 1 << 15
TEXT_BYTES = 1 << 22
"""Rows of each table and bytes of each column of words that one call of the kernel fills at most; then it returns and
is called again."""

# Places in `Kept.now`: what goes from one line to the next.
LINE, TIME_MS, TIME_STATION, OWN_STATION, STATION_COUNT, RECEIVED_MS, ORIGIN, KEEPS_TEXT = range(8)

# Places in `Kept.tag`: what stands around one sentence, −1 where nothing does.
TAG_TIME_MS, TAG_STATION, TAG_GROUP = range(3)

# Places in `Kept.frame`: the fields of one sentence; `KEY` is what all sentences of a message share.
TOTAL, PART, KEY, PAYLOAD, CHARS, FILL, AFTER = range(7)


class Parts(NamedTuple):
    """Messages that wait for a part: one row a message, shape (slots,), and one place a sentence, (slots, parts)."""

    key: Array  # what their sentences have in common; −1 is free
    station: Array  # −1 where no tag block names one
    group: Array  # of the tag block; −1 without
    first_line: Array
    received_ms: Array
    t_ms: Array
    seen: Array  # bit i − 1: sentence i is here
    line: Array
    offset: Array
    size: Array  # bytes of the sentence
    begin: Array  # of the payload in it
    chars: Array  # of the payload
    fill: Array
    raw: Array  # (slots, parts, bytes)


class Stations(NamedTuple):
    """Names of stations, by code: bytes and their number, and an open hash table of codes + 1."""

    names: Array
    sizes: Array
    places: Array


class Kept(NamedTuple):
    """What a decoder keeps between two blocks, and the room that the kernel works in."""

    now: Array
    parts: Parts
    stations: Stations
    words: Array  # bits of one payload
    joined: Array  # payload of several sentences
    tag: Array
    frame: Array


class PositionRows(NamedTuple):
    """Rows of `POSITIONS`, by its names."""

    mmsi: Array
    t_ms: Array
    lat_deg: Array
    lon_deg: Array
    sog_m_s: Array
    cog_deg: Array
    heading_deg: Array
    rot_deg_min: Array
    nav_status: Array
    utc_second: Array
    is_accurate: Array
    msg_type: Array
    station: Array
    received_ms: Array


class StaticRows(NamedTuple):
    """Rows of `STATICS`; the words of a row end at `…_end` in the bytes of their column."""

    mmsi: Array
    t_ms: Array
    imo: Array
    ship_type: Array
    to_bow_m: Array
    to_stern_m: Array
    to_port_m: Array
    to_starboard_m: Array
    draught_m: Array
    msg_type: Array
    station: Array
    callsign_end: Array
    callsign: Array
    shipname_end: Array
    shipname: Array
    destination_end: Array
    destination: Array
    eta_end: Array
    eta: Array


class MessageRows(NamedTuple):
    """Rows of `MESSAGES`."""

    mmsi: Array
    t_ms: Array
    msg_type: Array
    dest_mmsi: Array
    dac: Array
    fid: Array
    lat_deg: Array
    lon_deg: Array
    station: Array
    text_end: Array
    text: Array


class RefusedRows(NamedTuple):
    """Rows of the refused lines."""

    line: Array
    offset: Array
    reason: Array
    text_end: Array
    text: Array


class Rows(NamedTuple):
    """What one call of the kernel fills; `filled` has the rows of the four tables."""

    positions: PositionRows
    statics: StaticRows
    messages: MessageRows
    refused: RefusedRows
    filled: Array
    by_type: Array
    by_reason: Array
    by_skip: Array


def kept() -> Kept:
    """Return the state of a decoder that has read nothing."""
    whole, of_parts = np.int64, (SLOTS, MOST_PARTS)
    of_messages = [np.full(SLOTS, -1, dtype=whole) for _ in range(3)] + [np.zeros(SLOTS, dtype=whole) for _ in range(4)]
    of_sentences = [np.zeros(of_parts, dtype=whole) for _ in range(6)]
    raw = np.zeros((*of_parts, LONGEST_SENTENCE), dtype=np.uint8)
    parts = Parts._make([*of_messages, *of_sentences, raw])
    stations = Stations(
        np.zeros((STATIONS, STATION_BYTES), dtype=np.uint8),
        np.zeros(STATIONS, dtype=np.int32),
        np.zeros(_STATION_PLACES, dtype=np.int32),
    )
    now = np.zeros(8, dtype=whole)
    now[TIME_MS] = now[TIME_STATION] = -1
    room = np.zeros(MOST_PARTS * LONGEST_PAYLOAD + 16, dtype=np.uint8)
    words = np.zeros(WORDS, dtype=np.uint64)
    return Kept(now, parts, stations, words, room, np.zeros(3, dtype=whole), np.zeros(7, dtype=whole))


def rows() -> Rows:
    """Return the empty rows of one block."""

    def numbers(*kinds: type) -> list[Array]:
        return [np.empty(ROWS, dtype=kind) for kind in kinds]

    def words(columns: int) -> list[Array]:
        return [
            array
            for _ in range(columns)
            for array in (np.zeros(ROWS + 1, dtype=np.int32), np.empty(TEXT_BYTES, dtype=np.uint8))
        ]

    i8, i16, i32, i64, f4, f8 = np.int8, np.int16, np.int32, np.int64, np.float32, np.float64
    return Rows(
        PositionRows(*numbers(i64, i64, f8, f8, f4, f4, f4, f4, i8, i8, np.bool_, i8, i32, i64)),
        StaticRows(*numbers(i64, i64, i64, i16, i16, i16, i16, i16, f4, i8, i32), *words(4)),
        MessageRows(*numbers(i64, i64, i8, i64, i16, i16, f8, f8, i32), *words(1)),
        RefusedRows(*numbers(i64, i64, i8), *words(1)),
        np.zeros(4, dtype=i64),
        np.zeros(64, dtype=i64),
        np.zeros(len(REASONS), dtype=i64),
        np.zeros(len(SKIPPED), dtype=i64),
    )
