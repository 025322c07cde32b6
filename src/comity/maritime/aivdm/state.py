"""The memory that the kernel works in: what a decoder keeps between two chunks, and the rows of one block.

Each is one record whose fields are arrays: the kernel gets one address instead of a hundred arrays, each to be counted
in and out of every function. All of it is allocated once, at its full and fixed size, and the kernel asks for the room
before it writes: a hostile feed costs no memory. Untouched pages of zeroed memory cost none either.
"""

from typing import Any

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

# Places in `kept.now`: what goes from one line to the next.
LINE, TIME_MS, TIME_STATION, OWN_STATION, STATION_COUNT, RECEIVED_MS, ORIGIN, KEEPS_TEXT, WAITING = range(9)

# Places in `kept.tag`: what stands around one sentence, −1 where nothing does.
TAG_TIME_MS, TAG_STATION, TAG_GROUP = range(3)

# Places in `kept.frame`: the fields of one sentence; `KEY` is what all sentences of a message share.
TOTAL, PART, KEY, PAYLOAD, CHARS, FILL, AFTER = range(7)


_OF_MESSAGE = ("key", "station", "group", "first_line", "received_ms", "t_ms", "seen")
_OF_SENTENCE = ("line", "offset", "length", "begin", "chars", "fill_bits")

PARTS = np.dtype(
    [
        ("order", np.int64, (SLOTS,)),
        *((name, np.int64, (SLOTS,)) for name in _OF_MESSAGE),
        *((name, np.int64, (SLOTS, MOST_PARTS)) for name in _OF_SENTENCE),
        ("raw", np.uint8, (SLOTS, MOST_PARTS, LONGEST_SENTENCE)),
    ],
    align=True,
)
"""Messages that wait for a part: one place a message, and one a sentence of it.

`order` has the places that are taken, the oldest message first, and then the free ones; how many are taken is
`now[WAITING]`. `key` is what the sentences of a message share; `station` and `group` are −1 where no tag block names
one; bit i − 1 of `seen` says that sentence i is here. Of a sentence: its line, offset and length in bytes, where its
payload begins, how many characters it has, its fill bits, and its bytes.
"""

KEPT = np.dtype(
    [
        ("now", np.int64, (9,)),
        ("tag", np.int64, (3,)),
        ("frame", np.int64, (7,)),
        ("words", np.uint64, (WORDS,)),
        ("joined", np.uint8, (MOST_PARTS * LONGEST_PAYLOAD + 16,)),
        ("parts", PARTS),
        ("names", np.uint8, (STATIONS, STATION_BYTES)),
        ("sizes", np.int32, (STATIONS,)),
        ("places", np.int32, (_STATION_PLACES,)),
    ],
    align=True,
)
"""What a decoder keeps between two blocks, and the room that the kernel works in: the bits of a payload (`words`), a
payload of several sentences (`joined`), and the stations by code: bytes of their names, how many, and an open hash
table of codes + 1 (`places`)."""

_Kinds = tuple[tuple[Any, tuple[str, ...]], ...]
_POSITIONS: _Kinds = (
    (np.int64, ("mmsi", "t_ms", "received_ms")),
    (np.float64, ("lat_deg", "lon_deg")),
    (np.float32, ("sog_m_s", "cog_deg", "heading_deg", "rot_deg_min")),
    (np.int32, ("station",)),
    (np.int8, ("nav_status", "utc_second", "msg_type")),
    (np.uint8, ("is_accurate",)),
)
_STATICS: _Kinds = (
    (np.int64, ("mmsi", "t_ms", "imo")),
    (np.float32, ("draught_m",)),
    (np.int32, ("station",)),
    (np.int16, ("ship_type", "to_bow_m", "to_stern_m", "to_port_m", "to_starboard_m")),
    (np.int8, ("msg_type",)),
)
_MESSAGES: _Kinds = (
    (np.int64, ("mmsi", "t_ms", "dest_mmsi")),
    (np.float64, ("lat_deg", "lon_deg")),
    (np.int32, ("station",)),
    (np.int16, ("dac", "fid")),
    (np.int8, ("msg_type",)),
)
_REFUSED: _Kinds = ((np.int64, ("line", "offset")), (np.int8, ("reason",)))


def _table(kinds: _Kinds, *words: str) -> np.dtype[Any]:
    """Return the room of one table: its columns, and of each column of words its bytes and where each word ends."""
    columns = [(name, kind, (ROWS,)) for kind, names in kinds for name in names]
    ends = [(f"{name}_end", np.int32, (ROWS + 1,)) for name in words]
    return np.dtype([*columns, *ends, *((name, np.uint8, (TEXT_BYTES,)) for name in words)], align=True)


TABLES = ("positions", "statics", "messages", "refused")

ROOM = np.dtype(
    [
        ("filled", np.int64, (len(TABLES),)),
        ("by_type", np.int64, (64,)),
        ("by_reason", np.int64, (len(REASONS),)),
        ("by_skip", np.int64, (len(SKIPPED),)),
        ("positions", _table(_POSITIONS)),
        ("statics", _table(_STATICS, "callsign", "shipname", "destination", "eta")),
        ("messages", _table(_MESSAGES, "text")),
        ("refused", _table(_REFUSED, "text")),
    ],
    align=True,
)
"""What one call of the kernel fills: the first `filled` rows of each table, and counts by type, reason and kind."""


def kept() -> Array:
    """Return the state of a decoder that has read nothing: one record of `KEPT`."""
    state = np.zeros(1, dtype=KEPT).view(np.recarray)
    state[0].now[[TIME_MS, TIME_STATION]] = -1
    state[0].parts.order[:] = np.arange(SLOTS)
    return state


def room() -> Array:
    """Return the empty room of one block: one record of `ROOM`."""
    return np.zeros(1, dtype=ROOM).view(np.recarray)
