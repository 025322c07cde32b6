"""Messages of several sentences: which sentences belong together, when one is whole, and what is lost.

Sentences belong together when talker, VDM or VDO, sequential number, channel and count are equal, and where both have
them also station and group of their tag blocks; they may come in any order. A first sentence begins anew what it would
repeat. A later one that came first waits for it a few lines only: sequential numbers come round after ten messages, and
an old remainder must not be read as the end of a new message.
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
)

PATIENCE_LINES = 4096
"""Lines after which what is not whole is lost: the busiest networks bring the sentences of a message within these."""
PATIENCE_MS = 60_000
"""The same in time, between receptions and between the times that the sentences carry."""
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
def give_up(parts: Any, i: Any, why: Any, now: Any, rows: Any) -> None:
    """Refuse all sentences of a message that waits, and free its place."""
    for k in range(parts.line.shape[1]):
        if parts.seen[i] >> k & 1:
            put_refused(rows, now, parts.line[i, k], parts.offset[i, k], why, parts.raw[i, k], 0, parts.size[i, k])
    parts.key[i] = -1


@njit(**LEAF)  # type: ignore[untyped-decorator]
def give_up_old(kept: Any, rows: Any) -> None:
    """Refuse one message that has waited too long, if there is one."""
    now, parts = kept.now, kept.parts
    for i in range(parts.key.size):
        if parts.key[i] >= 0:
            lines = now[LINE] - parts.first_line[i]
            waited_ms = now[RECEIVED_MS] - parts.received_ms[i]
            if lines > PATIENCE_LINES or (parts.received_ms[i] > 0 and waited_ms > PATIENCE_MS):
                give_up(parts, i, PART_LOST, now, rows)
                return


@njit(**LEAF)  # type: ignore[untyped-decorator]
def add_part(buf: Any, at: Any, after: Any, kept: Any, rows: Any) -> None:
    """Take one sentence of several: it begins a message, waits with others, or makes its message whole."""
    now, parts, frame, tag = kept.now, kept.parts, kept.frame, kept.tag
    give_up_old(kept, rows)
    bit = np.int64(1) << (frame[PART] - 1)
    i = _waiting(parts, frame, tag, now)
    if i >= 0 and (parts.seen[i] & bit or (bit == 1 and now[LINE] - parts.first_line[i] > ORPHAN_LINES)):
        give_up(parts, i, PART_LOST, now, rows)
        i = -1
    if i < 0:
        i = _free(parts, now, rows)
        parts.key[i], parts.seen[i] = frame[KEY], 0
        parts.station[i], parts.group[i], parts.t_ms[i] = -1, -1, -1
        parts.first_line[i], parts.received_ms[i] = now[LINE], now[RECEIVED_MS]
    if bit == 1 or parts.t_ms[i] < 0:
        parts.t_ms[i] = tag[TAG_TIME_MS] if tag[TAG_TIME_MS] >= 0 else parts.t_ms[i]
    if bit == 1 or parts.station[i] < 0:
        parts.station[i] = tag[TAG_STATION] if tag[TAG_STATION] >= 0 else parts.station[i]
    parts.group[i] = max(parts.group[i], tag[TAG_GROUP])
    _keep(buf, at, after, parts, i, frame, now)
    parts.seen[i] |= bit
    if parts.seen[i] == (np.int64(1) << frame[TOTAL]) - 1:
        _finish(i, kept, rows)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _waiting(parts: Any, frame: Any, tag: Any, now: Any) -> Any:
    """Return the place of the youngest message that this sentence may belong to, or −1."""
    found = -1
    for i in range(parts.key.size):
        if parts.key[i] != frame[KEY] or now[LINE] - parts.first_line[i] > PATIENCE_LINES:
            continue
        if tag[TAG_STATION] >= 0 and parts.station[i] >= 0 and tag[TAG_STATION] != parts.station[i]:
            continue
        if tag[TAG_GROUP] >= 0 and parts.group[i] >= 0 and tag[TAG_GROUP] != parts.group[i]:
            continue
        if tag[TAG_TIME_MS] >= 0 and parts.t_ms[i] >= 0 and abs(tag[TAG_TIME_MS] - parts.t_ms[i]) > PATIENCE_MS:
            continue
        if found < 0 or parts.first_line[i] > parts.first_line[found]:
            found = i
    return found


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _free(parts: Any, now: Any, rows: Any) -> Any:
    """Return a free place; where there is none the oldest message gives up its own."""
    oldest = 0
    for i in range(parts.key.size):
        if parts.key[i] < 0:
            return i
        if parts.first_line[i] < parts.first_line[oldest]:
            oldest = i
    give_up(parts, oldest, PART_LOST, now, rows)
    return oldest


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _keep(buf: Any, at: Any, after: Any, parts: Any, i: Any, frame: Any, now: Any) -> None:
    k = frame[PART] - 1
    size = min(after - at, parts.raw.shape[2])
    parts.line[i, k], parts.offset[i, k], parts.size[i, k] = now[LINE], now[ORIGIN] + at, size
    parts.begin[i, k], parts.fill[i, k] = frame[PAYLOAD] - at, frame[FILL]
    parts.chars[i, k] = min(frame[CHARS], max(size - parts.begin[i, k], 0))
    for n in range(size):
        parts.raw[i, k, n] = buf[at + n]


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _finish(i: Any, kept: Any, rows: Any) -> None:
    """Join the payloads of a message that is whole and write its rows."""
    now, parts, joined = kept.now, kept.parts, kept.joined
    size, total = 0, kept.frame[TOTAL]
    for k in range(total):
        for n in range(parts.chars[i, k]):
            joined[size] = parts.raw[i, k, parts.begin[i, k] + n]
            size += 1
    for n in range(8):
        joined[size + n] = 0
    bits = 6 * unarmoured(joined, 0, kept.words) - parts.fill[i, total - 1]
    why = refusal(kept.words, bits)
    if why >= 0:
        give_up(parts, i, why, now, rows)
        return
    put_message(kept, rows, bits, parts.t_ms[i], parts.station[i])
    parts.key[i] = -1


@njit(**LEAF)  # type: ignore[untyped-decorator]
def put_message(kept: Any, rows: Any, bits: Any, told_ms: Any, station: Any) -> None:
    """Write a payload with the time and station of its sentence, or those of the feed where it tells none."""
    now = kept.now
    t_ms = told_ms if told_ms >= 0 else now[RECEIVED_MS]
    received_ms = now[RECEIVED_MS] if now[RECEIVED_MS] > 0 else t_ms
    put_rows(kept.words, bits, rows, t_ms, received_ms, station if station >= 0 else now[OWN_STATION])
