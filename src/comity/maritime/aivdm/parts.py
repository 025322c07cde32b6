"""Messages of several sentences: which sentences belong together, when one is whole, and what is lost.

Sentences belong together when talker, VDM or VDO, sequential number, channel and count are equal (on one line also with
two talkers), and where both have them also station and group of their tag blocks; they may come in any order. A first
sentence begins anew what it would repeat. A later one that came first waits for it a few lines only: sequential numbers
come round after ten messages, and an old remainder must not be read as the end of a new message.
"""

from typing import Any

import numpy as np
from numba import njit

from comity.maritime.aivdm.bits import LEAF, unarmoured
from comity.maritime.aivdm.fields import put_rows, refusal
from comity.maritime.aivdm.reasons import PART_LOST
from comity.maritime.aivdm.state import (
    CHARS,
    FILL,
    KEEPS_TEXT,
    KEY,
    LINE,
    ORIGIN,
    OWN_STATION,
    PART,
    PAYLOAD,
    RECEIVED_MS,
    TAG_GROUP,
    TAG_STATION,
    TAG_TIME_MS,
    TOTAL,
    WAITING,
)

PATIENCE_LINES = 4096
"""Lines after which what is not whole is lost: the busiest networks bring the sentences of a message within these."""
PATIENCE_MS = 60_000
"""The same in time, between receptions and between the times that the sentences carry."""
_BELOW_TALKER = (1 << 20) - 1
"""What a key says besides the talker."""
ORPHAN_LINES = 32
"""Lines for which a later sentence waits for the first one of its message."""


@njit(**LEAF)  # type: ignore[untyped-decorator]
def put_refused(rows: Any, now: Any, line: Any, offset: Any, why: Any, buf: Any, begin: Any, end: Any) -> None:
    """Write a refused line; its bytes that are no printable ASCII as `\\xhh`. Its text where the decoder keeps it."""
    refused, i = rows.refused, rows.filled[3]
    rows.by_reason[why] += 1
    refused.line[i], refused.offset[i], refused.reason[i] = line, offset, why
    at = refused.text_end[i]
    if now[KEEPS_TEXT] == 1 and at + 4 * (end - begin) <= refused.text.size:
        for k in range(begin, end):
            byte = buf[k]
            if 32 <= byte < 127:
                refused.text[at] = byte
                at += 1
            else:
                refused.text[at], refused.text[at + 1] = 92, 120
                refused.text[at + 2] = _hex(byte >> 4)
                refused.text[at + 3] = _hex(byte & 15)
                at += 4
    refused.text_end[i + 1] = at
    rows.filled[3] = i + 1


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _hex(value: Any) -> Any:
    return 48 + value if value < 10 else 87 + value


@njit(**LEAF)  # type: ignore[untyped-decorator]
def give_up(nth: Any, why: Any, kept: Any, rows: Any) -> None:
    """Refuse all sentences of the nth message that waits, counted from the oldest, and free its place."""
    now, parts = kept.now, kept.parts
    i = parts.order[nth]
    for k in range(parts.line.shape[1]):
        if parts.seen[i] >> k & 1:
            put_refused(rows, now, parts.line[i, k], parts.offset[i, k], why, parts.raw[i, k], 0, parts.length[i, k])
    _free(nth, kept)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _free(nth: Any, kept: Any) -> None:
    now, order = kept.now, kept.parts.order
    i = order[nth]
    last = now[WAITING] - 1
    for k in range(nth, last):
        order[k] = order[k + 1]
    order[last], now[WAITING] = i, last


@njit(**LEAF)  # type: ignore[untyped-decorator]
def give_up_old(kept: Any, rows: Any) -> Any:
    """Refuse the oldest message if it has waited too long; return whether it had."""
    now, parts = kept.now, kept.parts
    if now[WAITING] == 0:
        return False
    i = parts.order[0]
    waited_ms = now[RECEIVED_MS] - parts.received_ms[i]
    is_old = now[LINE] - parts.first_line[i] > PATIENCE_LINES
    if is_old or (parts.received_ms[i] > 0 and waited_ms > PATIENCE_MS):
        give_up(0, PART_LOST, kept, rows)
        return True
    return False


@njit(**LEAF)  # type: ignore[untyped-decorator]
def add_part(buf: Any, at: Any, after: Any, kept: Any, rows: Any) -> None:
    """Take one sentence of several: it begins a message, waits with others, or makes its message whole."""
    now, parts, frame, tag = kept.now, kept.parts, kept.frame, kept.tag
    give_up_old(kept, rows)
    bit = np.int64(1) << (frame[PART] - 1)
    nth = _waiting(kept)
    if nth >= 0:
        i = parts.order[nth]
        if parts.seen[i] & bit or (bit == 1 and now[LINE] - parts.first_line[i] > ORPHAN_LINES):
            give_up(nth, PART_LOST, kept, rows)
            nth = -1
    if nth < 0:
        nth = _begun(kept, rows)
    i = parts.order[nth]
    if bit == 1 or parts.t_ms[i] < 0:
        parts.t_ms[i] = tag[TAG_TIME_MS] if tag[TAG_TIME_MS] >= 0 else parts.t_ms[i]
    if bit == 1 or parts.station[i] < 0:
        parts.station[i] = tag[TAG_STATION] if tag[TAG_STATION] >= 0 else parts.station[i]
    parts.group[i] = max(parts.group[i], tag[TAG_GROUP])
    _keep(buf, at, after, parts, i, frame, now)
    parts.seen[i] |= bit
    if parts.seen[i] == (np.int64(1) << frame[TOTAL]) - 1:
        _finish(nth, kept, rows)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _waiting(kept: Any) -> Any:
    """Return which message the sentence in `frame` may belong to, the youngest of them, or −1."""
    now, parts, frame, tag = kept.now, kept.parts, kept.frame, kept.tag
    for nth in range(now[WAITING] - 1, -1, -1):
        i = parts.order[nth]
        differs = parts.key[i] ^ frame[KEY]
        if differs and (differs & _BELOW_TALKER or parts.first_line[i] != now[LINE]):
            continue
        if tag[TAG_STATION] >= 0 and parts.station[i] >= 0 and tag[TAG_STATION] != parts.station[i]:
            continue
        if tag[TAG_GROUP] >= 0 and parts.group[i] >= 0 and tag[TAG_GROUP] != parts.group[i]:
            continue
        if tag[TAG_TIME_MS] >= 0 and parts.t_ms[i] >= 0 and abs(tag[TAG_TIME_MS] - parts.t_ms[i]) > PATIENCE_MS:
            continue
        return nth
    return -1


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _begun(kept: Any, rows: Any) -> Any:
    """Return the place of a new message, the youngest; where there is none the oldest message gives up its own."""
    now, parts = kept.now, kept.parts
    if now[WAITING] == parts.order.size:
        give_up(0, PART_LOST, kept, rows)
    nth = now[WAITING]
    now[WAITING] = nth + 1
    i = parts.order[nth]
    parts.key[i], parts.seen[i] = kept.frame[KEY], 0
    parts.station[i], parts.group[i], parts.t_ms[i] = -1, -1, -1
    parts.first_line[i], parts.received_ms[i] = now[LINE], now[RECEIVED_MS]
    return nth


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _keep(buf: Any, at: Any, after: Any, parts: Any, i: Any, frame: Any, now: Any) -> None:
    k = frame[PART] - 1
    size = min(after - at, parts.raw.shape[2])
    parts.line[i, k], parts.offset[i, k], parts.length[i, k] = now[LINE], now[ORIGIN] + at, size
    parts.begin[i, k], parts.fill_bits[i, k] = frame[PAYLOAD] - at, frame[FILL]
    parts.chars[i, k] = min(frame[CHARS], max(size - parts.begin[i, k], 0))
    for n in range(size):
        parts.raw[i, k, n] = buf[at + n]


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _finish(nth: Any, kept: Any, rows: Any) -> None:
    """Join the payloads of a message that is whole and write its rows."""
    parts, joined = kept.parts, kept.joined
    i, size, total = parts.order[nth], 0, kept.frame[TOTAL]
    for k in range(total):
        for n in range(parts.chars[i, k]):
            joined[size] = parts.raw[i, k, parts.begin[i, k] + n]
            size += 1
    for n in range(8):
        joined[size + n] = 0
    bits = 6 * unarmoured(joined, 0, kept.words) - parts.fill_bits[i, total - 1]
    why = refusal(kept.words, bits)
    if why >= 0:
        give_up(nth, why, kept, rows)
        return
    put_message(kept, rows, bits, parts.t_ms[i], parts.station[i])
    _free(nth, kept)


@njit(inline="always", **LEAF)  # type: ignore[untyped-decorator]
def put_message(kept: Any, rows: Any, bits: Any, told_ms: Any, station: Any) -> None:
    """Write a payload with the time and station of its sentence, or those of the feed where it tells none."""
    now = kept.now
    t_ms = told_ms if told_ms >= 0 else now[RECEIVED_MS]
    received_ms = now[RECEIVED_MS] if now[RECEIVED_MS] > 0 else t_ms
    put_rows(kept.words, bits, rows, t_ms, received_ms, station if station >= 0 else now[OWN_STATION])
