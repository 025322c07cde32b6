"""Days in UTC as files write them (ISO 8601); an instant that no calendar has is said, never moved to another day.

Units: milliseconds since 1970.
"""

from comity.ground import LAST_MS, InvalidInput, utc_of


def day_text(instant_ms: int) -> str:
    """Return the day of an instant, or raise `InvalidInput` where the calendar has none.

    >>> day_text(1_737_536_400_000)
    '2025-01-22'
    """
    if not 0 <= instant_ms <= LAST_MS:
        raise InvalidInput(
            "files.no_such_day",
            "The instant {value} has no day that this file could name.",
            why="it is in milliseconds since 1970, and lies outside the years 1970 to 9999",
            remedy="have the record that holds it amended to a day of the calendar, then write the file again",
            value=instant_ms,
        )
    return f"{utc_of(instant_ms):%Y-%m-%d}"
