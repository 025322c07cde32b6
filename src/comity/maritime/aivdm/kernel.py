"""The compiled heart of the decoder: lines in, rows out, one pass over the bytes.

The buffer has `PADDING` zero bytes behind its end and ends with a line's end. A call returns where it stopped: at the
end, or before a line for which the rows might not have room.
"""

import hashlib
import marshal
from typing import Any

import numpy as np
from numba import njit

from comity.maritime.aivdm import bits, fields, frames, parts, stations
from comity.maritime.aivdm.bits import LEAF, line_end
from comity.maritime.aivdm.fields import refusal
from comity.maritime.aivdm.frames import framed, gatehouse, tagged, trailed
from comity.maritime.aivdm.parts import add_part, give_up, give_up_old, put_message, put_refused
from comity.maritime.aivdm.reasons import (
    LINE_TOO_LONG,
    LONGEST_LINE,
    NOT_NMEA,
    PART_LOST,
    SKIP_BLANK,
    SKIP_COMMENT,
    SKIP_INSTRUMENT,
    SKIP_TAG_CHECKSUM,
    SKIP_TAG_ONLY,
    SKIP_TIME,
    TAG_BLOCK,
    TIME_LINE,
)
from comity.maritime.aivdm.state import (
    AFTER,
    CHARS,
    FILL,
    LINE,
    ORIGIN,
    TAG_GROUP,
    TAG_STATION,
    TAG_TIME_MS,
    TIME_MS,
    TIME_STATION,
    TOTAL,
    WAITING,
)
from comity.maritime.aivdm.stations import station_code

PADDING = 32
_ROWS_OF_A_LINE = 64  # two messages that give up nine sentences each, one that is refused, and some to spare
_TEXT_OF_A_LINE = 32 * 4 * 1024
_BANG, _DOLLAR, _BACKSLASH, _HASH, _COMMA, _FEED, _RETURN, _SPACE, _TAB = 33, 36, 92, 35, 44, 10, 13, 32, 9


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _has_room(rows: Any) -> Any:
    for k in range(4):
        if rows.filled[k] > rows.refused.line.size - _ROWS_OF_A_LINE:
            return False
    least = rows.refused.text.size - _TEXT_OF_A_LINE
    return (
        rows.refused.text_end[rows.filled[3]] < least
        and rows.messages.text_end[rows.filled[2]] < least
        and rows.statics.destination_end[rows.filled[1]] < least
        and rows.statics.shipname_end[rows.filled[1]] < least
    )


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _after_line(buf: Any, stop: Any, end: Any) -> Any:
    """Return the place after a line's end: a line feed, a carriage return, or one and then the other."""
    if stop + 1 < end and buf[stop] == _RETURN and buf[stop + 1] == _FEED:
        return stop + 2
    return min(stop + 1, end)


@njit(inline="always", **LEAF)  # type: ignore[untyped-decorator]
def _read_line(buf: Any, begin: Any, end: Any, kept: Any, rows: Any) -> Any:
    """Read one line, which may have several sentences (tag block and sentence, again and again); return its end."""
    at = begin
    while True:
        after = _read_sentence(buf, at, begin, end, kept, rows)
        byte = buf[after]
        if byte not in (_BACKSLASH, _BANG, _DOLLAR):
            return after if byte in (_FEED, _RETURN) else line_end(buf, after, end)
        at = after


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _read_sentence(buf: Any, at: Any, begin: Any, end: Any, kept: Any, rows: Any) -> Any:
    """Read the tag blocks and the sentence from `at` on; return the place behind it, or the line's end."""
    kept.tag[TAG_TIME_MS] = kept.tag[TAG_STATION] = kept.tag[TAG_GROUP] = -1
    first = at
    while buf[at] == _SPACE or buf[at] == _TAB:
        at += 1
    tags = 0
    while buf[at] == _BACKSLASH:
        told = tagged(buf, at, end, kept)
        if told < 0:
            return _refuse(buf, first, begin, end, kept, rows, TAG_BLOCK)
        rows.by_skip[SKIP_TAG_CHECKSUM] += told & 1
        at, tags = told >> 1, tags + 1
    byte = buf[at]
    if byte in (_BANG, _DOLLAR):
        if _is_ais(buf, at):
            return _read_ais(buf, at, first, begin, end, kept, rows)
        if (
            buf[at + 1] == 80
            and buf[at + 2] == 71
            and buf[at + 3] == 72
            and buf[at + 4] == 80
            and buf[at + 5] == _COMMA
        ):
            return _read_time(buf, at, begin, end, kept, rows)
        if _is_letter(buf[at + 1]) and _is_letter(buf[at + 2]) and _is_letter(buf[at + 3]):
            return _skip(buf, begin, end, kept, rows, SKIP_INSTRUMENT)
    if byte in (_FEED, _RETURN):
        return _skip(buf, begin, end, kept, rows, SKIP_TAG_ONLY if tags > 0 else SKIP_BLANK)
    if byte == _HASH:
        return _skip(buf, begin, end, kept, rows, SKIP_COMMENT)
    return _refuse(buf, first, begin, end, kept, rows, NOT_NMEA)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _is_ais(buf: Any, at: Any) -> Any:
    """Say whether the formatter is VDM or VDO, of whatever talker, in whatever case."""
    last = buf[at + 5] | 32
    return buf[at + 3] | 32 == 118 and buf[at + 4] | 32 == 100 and (last == 109 or last == 111)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _is_letter(byte: Any) -> Any:
    return 65 <= byte <= 90 or 48 <= byte <= 57


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _read_ais(buf: Any, at: Any, first: Any, begin: Any, end: Any, kept: Any, rows: Any) -> Any:
    """Read an AIS sentence and give its message, or keep it for the others of its message."""
    now, frame, tag = kept.now, kept.frame, kept.tag
    told_ms, told_station = now[TIME_MS], now[TIME_STATION]
    now[TIME_MS] = now[TIME_STATION] = -1  # a time line is of the next sentence only
    why = framed(buf, at, end, frame, kept.words)
    if why >= 0:
        return _refuse(buf, first, begin, end, kept, rows, why)
    after = stop = frame[AFTER]
    if buf[after] != _FEED and buf[after] != _RETURN:
        stop = line_end(buf, after, end)
    if stop - begin > LONGEST_LINE:
        return _refuse(buf, first, begin, end, kept, rows, LINE_TOO_LONG)
    if buf[after] == _COMMA:
        after = trailed(buf, after, end, kept)
    if tag[TAG_TIME_MS] < 0:
        tag[TAG_TIME_MS] = told_ms
    if tag[TAG_STATION] < 0:
        tag[TAG_STATION] = told_station
    if frame[TOTAL] > 1:
        add_part(buf, at, frame[AFTER], kept, rows)
        return after
    bits = 6 * frame[CHARS] - frame[FILL]
    why = refusal(kept.words, bits)
    if why >= 0:
        put_refused(rows, now, now[LINE], now[ORIGIN] + first, why, buf, first, frame[AFTER])
        return after
    put_message(kept, rows, bits, tag[TAG_TIME_MS], tag[TAG_STATION])
    return after


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _read_time(buf: Any, at: Any, begin: Any, end: Any, kept: Any, rows: Any) -> Any:
    """Read a `$PGHP` line: the time and the station of the next sentence."""
    if not gatehouse(buf, at, end, kept):
        return _refuse(buf, at, begin, end, kept, rows, TIME_LINE)
    kept.now[TIME_MS], kept.now[TIME_STATION] = kept.tag[TAG_TIME_MS], kept.tag[TAG_STATION]
    return _skip(buf, begin, end, kept, rows, SKIP_TIME)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _skip(buf: Any, begin: Any, end: Any, kept: Any, rows: Any, what: Any) -> Any:
    """Count a line that is not refused; return its end. One too long is refused whatever it is."""
    stop = line_end(buf, begin, end)
    if stop - begin > LONGEST_LINE:
        return _refuse(buf, begin, begin, end, kept, rows, LINE_TOO_LONG)
    rows.by_skip[what] += 1
    return stop


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _refuse(buf: Any, first: Any, begin: Any, end: Any, kept: Any, rows: Any, why: Any) -> Any:
    """Refuse a line from `first` on; return its end."""
    stop = line_end(buf, begin, end)
    if stop - begin > LONGEST_LINE:
        why, first = LINE_TOO_LONG, begin
    now = kept.now
    put_refused(rows, now, now[LINE], now[ORIGIN] + first, why, buf, first, min(stop, first + LONGEST_LINE))
    return stop


def _fingerprint() -> str:
    """Return what changes whenever a part of the kernel does: the cache looks at the file of its outermost function."""
    told = hashlib.sha256()
    for names in (*map(vars, (bits, fields, frames, parts, stations)), globals()):
        for name, value in sorted(names.items()):
            if hasattr(value, "py_func"):
                told.update(marshal.dumps(value.py_func.__code__))
            elif isinstance(value, (int, float, np.ndarray, np.generic)):
                told.update(f"{name}={np.asarray(value).tobytes().hex()}".encode())
    return told.hexdigest()


def _kernels(fingerprint: str) -> tuple[Any, Any, Any]:
    """Return the kernel's entries; the fingerprint, which each holds, is part of its name in the cache.

    `state` and `room` have the shape (1,): `KEPT` and `ROOM`.
    """

    @njit(cache=True, **LEAF)  # type: ignore[untyped-decorator]
    def scan(buf: Any, at: Any, end: Any, state: Any, room: Any) -> Any:
        """Read lines from `at` on; return the place of the first line that is not read."""
        assert fingerprint
        kept, rows = state[0], room[0]
        while at < end and _has_room(rows):
            kept.now[LINE] += 1
            at = _after_line(buf, _read_line(buf, at, end, kept, rows), end)
        return at

    @njit(cache=True, **LEAF)  # type: ignore[untyped-decorator]
    def give_up_all(state: Any, room: Any, only_old: Any) -> Any:
        """Refuse what waits for a part, all or what has waited too long; return whether all of it could be written."""
        assert fingerprint
        kept, rows = state[0], room[0]
        while kept.now[WAITING] > 0:
            if not _has_room(rows):
                return False
            if only_old and not give_up_old(kept, rows):
                return True
            if not only_old:
                give_up(0, PART_LOST, kept, rows)
        return True

    @njit(cache=True, **LEAF)  # type: ignore[untyped-decorator]
    def code_of(name: Any, state: Any) -> Any:
        """Return the code of a station's name, given as bytes."""
        assert fingerprint
        return station_code(name, 0, name.size, state[0])

    return scan, give_up_all, code_of


scan, give_up_all, code_of = _kernels(_fingerprint())
