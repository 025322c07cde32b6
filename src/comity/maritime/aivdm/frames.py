"""What stands around a payload: the sentence with its checksum, the tag block before it, the fields after it, `$PGHP`.

Each function looks at bytes from a place on and stops at the end of the line at the latest, for no field may have a
line feed in it. Sources: IEC 61162-1 (VDM, VDO), NMEA 0183 4.10 (tag blocks `\\…*hh\\` with c, s and g), the Danish
network's `$PGHP` (GateHouse), the fields that the receivers of the United States Coast Guard write after a sentence.
"""

from typing import Any

import numpy as np
from numba import njit

from comity.ground import MS_PER_S
from comity.maritime.aivdm.bits import LEAF, checksum, hex_digit, line_end, tag_end, unarmoured
from comity.maritime.aivdm.reasons import (
    CHECKSUM,
    CHECKSUM_MISSING,
    FIELDS,
    FILL_BITS,
    LONGEST_PAYLOAD,
    MOST_PARTS,
    PART_NUMBERS,
    PAYLOAD_CHARACTERS,
    PAYLOAD_EMPTY,
    PAYLOAD_TOO_LONG,
)
from comity.maritime.aivdm.state import (
    AFTER,
    CHARS,
    FILL,
    KEY,
    PART,
    PAYLOAD,
    TAG_GROUP,
    TAG_STATION,
    TAG_TIME_MS,
    TOTAL,
)
from comity.maritime.aivdm.stations import station_code

_COMMA, _STAR, _BACKSLASH, _COLON = 44, 42, 92, 58
_IN_MS = 100_000_000_000  # a tag time from here on is in milliseconds (in seconds it would be the year 5138)
_MOST_DIGITS = 15
_NOT_COMPUTED = 0  # some feeders write *00 into every tag block
_LAST_FILL = 5


@njit(**LEAF)  # type: ignore[untyped-decorator]
def framed(buf: Any, at: Any, end: Any, frame: Any, words: Any) -> Any:
    """Read the sentence that begins here into `frame` and its payload's bits into `words`; return why not, or −1."""
    why = _fields(buf, at, frame, words)
    if why >= 0:
        return _blamed(buf, at, end, why)
    star = frame[AFTER]
    first, second = hex_digit(buf[star + 1]), hex_digit(buf[star + 2])
    if first < 0:
        return CHECKSUM_MISSING
    frame[AFTER] = star + (2 if second < 0 else 3)
    if checksum(buf, at + 1, star) != (first if second < 0 else first * 16 + second):
        return CHECKSUM
    return -1 if frame[CHARS] > 0 else PAYLOAD_EMPTY


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _fields(buf: Any, at: Any, frame: Any, words: Any) -> Any:
    """Read `!AIVDM,2,1,3,A,…,0` up to its star, whose place is left in `frame[AFTER]`."""
    if buf[at + 6] != _COMMA or buf[at + 8] != _COMMA or buf[at + 10] != _COMMA:
        return FIELDS
    total, part = np.int64(buf[at + 7]) - 48, np.int64(buf[at + 9]) - 48
    if not (1 <= total <= MOST_PARTS and 1 <= part <= total):
        return PART_NUMBERS
    place, sequence, channel = at + 11, np.int64(0), np.int64(0)
    while buf[place] != _COMMA:
        if not 48 <= buf[place] <= 57 or place > at + 12:
            return FIELDS
        sequence = sequence * 10 + buf[place] - 47  # one more than the number: 0 is none
        place += 1
    place += 1
    if buf[place] != _COMMA:
        channel = np.int64(buf[place])
        place += 1
    if buf[place] != _COMMA:
        return FIELDS
    begin = place + 1
    chars = unarmoured(buf, begin, words)
    place = begin + chars
    if chars > LONGEST_PAYLOAD:
        return PAYLOAD_TOO_LONG
    if buf[place] != _COMMA:
        return FIELDS if buf[place] == _STAR else PAYLOAD_CHARACTERS
    fill = np.int64(buf[place + 1]) - 48
    if buf[place + 1] == _STAR:
        fill, place = np.int64(0), place - 1
    elif not 0 <= fill <= 9 or buf[place + 2] != _STAR:
        return FIELDS
    if fill > _LAST_FILL:
        return FILL_BITS
    talker = np.int64(buf[at + 1]) << 16 | np.int64(buf[at + 2]) << 8 | np.int64(buf[at + 5])
    frame[TOTAL], frame[PART], frame[PAYLOAD], frame[CHARS], frame[FILL] = total, part, begin, chars, fill
    frame[KEY] = talker << 20 | sequence << 12 | channel << 4 | total
    frame[AFTER] = place + 2
    return -1


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _blamed(buf: Any, at: Any, end: Any, why: Any) -> Any:
    """Return why a sentence is refused: what was found, unless it has no checksum or a wrong one."""
    stop = line_end(buf, at, end)
    star = at
    while star < stop and buf[star] != _STAR:
        star += 1
    if star >= stop or hex_digit(buf[star + 1]) < 0:
        return CHECKSUM_MISSING
    first, second = hex_digit(buf[star + 1]), hex_digit(buf[star + 2])
    told = first if second < 0 else first * 16 + second
    return why if checksum(buf, at + 1, star) == told else CHECKSUM


@njit(**LEAF)  # type: ignore[untyped-decorator]
def tagged(buf: Any, at: Any, end: Any, kept: Any) -> Any:
    """Read the tag block that begins here into `tag`; return the place after it.

    The place is doubled, and one more where the block is not to be believed; −1 where it does not end on this line.
    """
    close = tag_end(buf, at + 1, end)
    if close >= end or buf[close] != _BACKSLASH:
        return -1
    star = close - 1  # *hh, or *h where a writer leaves out the first digit
    while star > at and star > close - 4 and buf[star] != _STAR:
        star -= 1
    if buf[star] != _STAR:
        return (close + 1) * 2 + 1
    after = close + 1
    first, second = hex_digit(buf[star + 1]), hex_digit(buf[star + 2])
    told = first if second < 0 else first * 16 + second
    if first < 0 or (told != _NOT_COMPUTED and checksum(buf, at + 1, star) != told):
        return after * 2 + 1
    begin = at + 1
    while begin < star:
        stop = begin
        while stop < star and buf[stop] != _COMMA:
            stop += 1
        _tag_field(buf, begin, stop, kept)
        begin = stop + 1
    return after * 2


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _tag_field(buf: Any, begin: Any, stop: Any, kept: Any) -> None:
    """Read one `key:value` of a tag block; `2G3:117` is the older form of `g:2-3-117`."""
    if stop - begin < 3:
        return
    if buf[begin + 1] == _COLON:
        if buf[begin] == 99:  # c, the time
            kept.tag[TAG_TIME_MS] = _instant_ms(buf, begin + 2, stop)
        elif buf[begin] == 115:  # s, the station
            kept.tag[TAG_STATION] = station_code(buf, begin + 2, stop, kept)
        elif buf[begin] == 103:  # g, the group
            kept.tag[TAG_GROUP] = _last_number(buf, begin + 2, stop)
    elif stop - begin > 4 and buf[begin + 1] == 71 and buf[begin + 3] == _COLON:
        kept.tag[TAG_GROUP] = _last_number(buf, begin + 4, stop)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _whole(buf: Any, begin: Any, stop: Any) -> Any:
    """Return a decimal number of at most 15 digits, −1 where there is none."""
    if not 0 < stop - begin <= _MOST_DIGITS:
        return np.int64(-1)
    value = np.int64(0)
    for k in range(begin, stop):
        if not 48 <= buf[k] <= 57:
            return np.int64(-1)
        value = value * 10 + buf[k] - 48
    return value


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _instant_ms(buf: Any, begin: Any, stop: Any) -> Any:
    """Return a time in seconds since 1970, perhaps with decimals, or in milliseconds; −1 where it is none."""
    point = begin
    while point < stop and buf[point] != 46:
        point += 1
    value = _whole(buf, begin, point)
    if value <= 0:
        return np.int64(-1)
    if value >= _IN_MS:
        return value
    ms, scale = np.int64(0), MS_PER_S
    for k in range(point + 1, min(stop, point + 4)):
        if not 48 <= buf[k] <= 57:
            return np.int64(-1)
        ms, scale = ms * 10 + buf[k] - 48, scale // 10
    return value * MS_PER_S + ms * scale if point < stop else value * MS_PER_S


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _last_number(buf: Any, begin: Any, stop: Any) -> Any:
    first = stop
    while first > begin and 48 <= buf[first - 1] <= 57:
        first -= 1
    return _whole(buf, first, stop)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def trailed(buf: Any, at: Any, end: Any, kept: Any) -> Any:
    """Read the fields after a sentence, `,d-109,S2105,…,r003669946,1325394060`; return the end of the line."""
    stop = line_end(buf, at, end)
    begin, named = at + 1, False
    while begin < stop:
        close = begin
        while close < stop and buf[close] != _COMMA:
            close += 1
        if close - begin > 1 and buf[begin] in (114, 98, 66):  # r, b or B: a receiver or a base station
            if kept.tag[TAG_STATION] < 0:
                kept.tag[TAG_STATION] = station_code(buf, begin, close, kept)
            named = True
        elif named and kept.tag[TAG_TIME_MS] < 0 and close - begin >= 9:
            kept.tag[TAG_TIME_MS] = _instant_ms(buf, begin, close)
        begin = close + 1
    return stop


@njit(**LEAF)  # type: ignore[untyped-decorator]
def gatehouse(buf: Any, at: Any, end: Any, kept: Any) -> Any:
    """Read `$PGHP,1,year,month,day,hour,minute,second,ms,country,region,pss,online,…*hh` into `tag`; say if it is that.

    Its station is `pss`, the transponder of the site, else `region`.
    """
    stop = line_end(buf, at, end)
    if _blamed(buf, at, end, -1) >= 0:
        return False
    ms, begin, field = np.int64(0), at + 6, 0
    year, month = np.int64(0), np.int64(0)
    while begin < stop and field < 11:
        close = begin
        while close < stop and buf[close] != _COMMA:
            close += 1
        value = _whole(buf, begin, close)
        if field < 8:
            if value < 0 or value > _most(field, year, month) or (value < 1 and 1 <= field <= 3):
                return False
            if field == 1:
                year = value
            elif field == 2:
                month = value
            elif field == 3:
                ms = _days(year, month, value) * 86_400_000
            elif field > 3:
                ms += value * (3_600_000 if field == 4 else 60_000 if field == 5 else MS_PER_S if field == 6 else 1)
        elif field > 8 and close > begin:
            kept.tag[TAG_STATION] = station_code(buf, begin, close, kept)
        begin, field = close + 1, field + 1
    kept.tag[TAG_TIME_MS] = ms
    return field == 11


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _most(field: Any, year: Any, month: Any) -> Any:
    """Return the largest value of a field of `$PGHP`: its number, year, month, day, hour, minute, second, ms."""
    if field == 3:
        if month == 2:
            return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
        return 30 if month in (4, 6, 9, 11) else 31
    if field == 1:
        return 9999
    if field == 2:
        return 12
    return 23 if field == 4 else 59 if field in (5, 6) else 999


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _days(year: Any, month: Any, day: Any) -> Any:
    """Return the days from 1970-01-01 to a date of the Gregorian calendar, whose years begin here in March."""
    y = year - 1 if month <= 2 else year
    of_year = (153 * (month + (9 if month <= 2 else -3)) + 2) // 5 + day - 1
    return y * 365 + y // 4 - y // 100 + y // 400 + of_year - 719_468
