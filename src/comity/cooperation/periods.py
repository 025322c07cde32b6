"""Periods of the calendar: `P30D`, `P12M`, `P1Y`, counted in UTC. Source: ISO 8601 durations of one unit."""

import calendar
from datetime import timedelta

from comity.ground import LAST_MS, ms_of, utc_of

_DAYS, _MONTHS, _YEARS = "D", "M", "Y"
_MONTHS_OF_A_YEAR = 12


def after_ms(start_ms: int, period: str) -> int:
    """Return the instant one period after another; the 31st becomes the last day of a shorter month.

    >>> after_ms(0, "P1D"), after_ms(0, "P1M"), after_ms(0, "P1Y")
    (86400000, 2678400000, 31536000000)
    """
    count, unit = int(period[1:-1]), period[-1]
    start = utc_of(start_ms)
    try:
        if unit == _DAYS:
            return ms_of(start + timedelta(days=count))
        months = start.year * _MONTHS_OF_A_YEAR + start.month - 1 + count * (_MONTHS_OF_A_YEAR if unit == _YEARS else 1)
        year, month = divmod(months, _MONTHS_OF_A_YEAR)
        day = min(start.day, calendar.monthrange(year, month + 1)[1])
        return ms_of(start.replace(year=year, month=month + 1, day=day))
    except (ValueError, OverflowError):  # beyond the year 9999
        return LAST_MS
