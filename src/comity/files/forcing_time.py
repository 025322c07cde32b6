"""The time axis of a forcing file as milliseconds since 1970, UTC, whatever its calendar.

A `noleap` year has no 29 February. What a producer calls 6 August 2008 in that calendar is 6 August 2008 of everyone:
dates are carried over as written, never as a count of days, so a leap day before the origin shifts nothing.
Source: CF conventions 1.11, §4.4.1 (calendars), read by cftime.
"""

from datetime import UTC, datetime
from typing import Any

import cftime
import numpy as np
from numpy.typing import NDArray

from comity.files.forcing_formats import attribute
from comity.ground import InvalidInput

_CALENDARS = frozenset({"standard", "gregorian", "proleptic_gregorian", "noleap", "365_day", "all_leap", "366_day"})


def time_axis_ms(values: Any, units: str, calendar: str, *, file: str) -> NDArray[np.int64]:
    """Return instants in milliseconds since 1970 from CF time values, rounded to the millisecond.

    >>> [int(t) for t in time_axis_ms([3600.0], "seconds since 2008-08-05T12:00:00", "noleap", file="a.nc")]
    [1217941200000]
    """
    calendar = calendar.lower()
    if calendar not in _CALENDARS:
        raise _bad(file, f"calendar {calendar}")
    try:
        dates = np.atleast_1d(cftime.num2date(np.ma.filled(values, np.nan), units, calendar))
        instants = [
            round(
                datetime(d.year, d.month, d.day, d.hour, d.minute, d.second, d.microsecond, tzinfo=UTC).timestamp()
                * 1e3
            )
            for d in dates
        ]
    except (ValueError, TypeError, OverflowError, AttributeError) as error:  # odd units, NaN, 29 February of 2009
        raise _bad(file, f"{units}: {error}") from None
    if not instants:
        raise _bad(file, f"{units}: 0")
    return np.array(instants, dtype=np.int64)


def run_time_ms(data: Any) -> int | None:
    """Return when the model run of a store began, the latest where it holds several; None where it does not say.

    A variable with the standard name `forecast_reference_time` is believed first, then the global attributes of that
    name and Copernicus Marine's `bulletin_date`.
    """
    for variable in data.variables.values():
        if attribute(variable, "standard_name") == "forecast_reference_time" and "since" in attribute(
            variable, "units"
        ):
            calendar = attribute(variable, "calendar") or "standard"
            return int(time_axis_ms(variable[...], attribute(variable, "units"), calendar, file=variable.name).max())
    for name in ("forecast_reference_time", "bulletin_date"):
        for form in ("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d", "%Y%m%d"):
            try:
                return round(datetime.strptime(attribute(data, name), form).replace(tzinfo=UTC).timestamp() * 1e3)
            except ValueError:
                continue
    return None


def _bad(file: str, found: str) -> InvalidInput:
    return InvalidInput(
        "files.bad_time_axis",
        "The time axis of {file} cannot be read.",
        why="it is not a CF time that has a date in the common calendar: {found}",
        remedy="write it as `<unit> since <date>` in the calendar standard, proleptic_gregorian or noleap",
        file=file,
        found=found,
    )
