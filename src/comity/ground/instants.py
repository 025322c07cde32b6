"""Instants: UTC and aware; in files and logs, integer milliseconds since 1970-01-01T00:00Z, named `_ms`.

Sources: RFC 3339 (text form); NATO ACP 121(I) date-time group, as officers write it.
"""

from datetime import UTC, datetime, timedelta

from comity.ground.errors import InvalidInput

MS_PER_S = 1_000
MS_PER_HOUR = 3_600_000

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LAST_MS = 253_402_300_799_999
"""9999-12-31T23:59:59.999Z, the last instant that RFC 3339 and the calendars of this software can write."""
_FIRST_MS = -62_135_596_800_000  # 0001-01-01T00:00:00Z
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def ms_of(instant: datetime) -> int:
    """Return an aware instant as milliseconds since 1970, rounded down.

    >>> ms_of(datetime(2008, 8, 6, 9, 51, tzinfo=UTC))
    1218016260000
    """
    if instant.tzinfo is None:
        raise InvalidInput(
            "ground.naive_instant",
            "The time {instant} names no time zone.",
            why="an instant without a zone means a different moment to each reader",
            remedy="write it in UTC with a final Z, such as 2008-08-06T09:51:00Z",
            instant=instant.isoformat(),
        )
    return (instant - _EPOCH) // timedelta(milliseconds=1)


def utc_of(instant_ms: int) -> datetime:
    """Return an instant in UTC; one beyond the calendar, which a record may hold, is the calendar's last instant.

    >>> utc_of(1218016260000).isoformat(), utc_of(2**53 - 1).isoformat()
    ('2008-08-06T09:51:00+00:00', '9999-12-31T23:59:59.999000+00:00')
    """
    return _EPOCH + timedelta(milliseconds=min(max(instant_ms, _FIRST_MS), LAST_MS))


def parse_instant(text: str) -> int:
    """Return an RFC 3339 instant as milliseconds since 1970.

    >>> parse_instant("2008-08-06T09:51:00Z")
    1218016260000
    """
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise InvalidInput(
            "ground.bad_instant",
            "{text!r} is not an instant.",
            why="it does not follow RFC 3339",
            remedy="write it in UTC with a final Z, such as 2008-08-06T09:51:00Z",
            text=text,
        ) from None
    return ms_of(instant)


def instant_text(instant_ms: int) -> str:
    """Return an instant as RFC 3339 in UTC; milliseconds only when there are any.

    An instant after the year 9999, which only a faulty or hostile clock declares, has no such form: it is said in
    milliseconds.

    >>> instant_text(1218016260000)
    '2008-08-06T09:51:00Z'
    >>> instant_text(2**63)
    '9223372036854775808 ms'
    """
    if instant_ms > LAST_MS:
        return f"{instant_ms} ms"
    instant = utc_of(instant_ms)
    return instant.isoformat(timespec="milliseconds" if instant_ms % MS_PER_S else "seconds").replace("+00:00", "Z")


def date_time_group(instant_ms: int) -> str:
    """Return an instant as a date-time group in zone Z, as officers write it.

    >>> date_time_group(1218016260000)
    '060951Z AUG 08'
    """
    instant = utc_of(instant_ms)
    return f"{instant:%d%H%M}Z {_MONTHS[instant.month - 1]} {instant:%y}"
