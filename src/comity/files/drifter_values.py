"""One instant or one angle as drifter files write them.

Units: degrees, milliseconds since 1970. An instant that names no zone is UTC. Where a whole column is written as day
and month in an order that it does not tell, the order is taken under which the column spans the shorter time.
"""

import math
import re
from collections.abc import Sequence
from datetime import UTC, datetime

from comity.ground import ms_of

NOWHERE = 900.0
"""−999, 9999, 999.999 and 1e34 stand for no position in files that do not say so."""

_SECONDS_ABOVE, _NEXT = 1e8, 1e3  # 1973 in seconds; each further unit is a thousand times smaller
_MILLISECONDS_FROM = {4: 1e17, 3: 1e14, 2: 1e11}  # 1973 in nanoseconds, microseconds and milliseconds
_COMPACT = {14: "%Y%m%d%H%M%S", 12: "%Y%m%d%H%M", 8: "%Y%m%d"}
_HOURLY = re.compile(r"(19[5-9]\d|20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])$")
_SECONDS_TO = 1.95e9  # autumn of 2031: ten digits above it are a year, a month, a day and an hour
_WORDS = ("%d-%b-%Y %H:%M:%S", "%d-%b-%Y %H:%M", "%d %b %Y %H:%M:%S", "%d %b %Y %H:%M", "%d %B %Y %H:%M:%S",
          "%d %B %Y %H:%M", "%b %d %Y %H:%M:%S", "%b %d %Y %H:%M", "%B %d %Y %H:%M:%S", "%B %d %Y %H:%M",
          "%d-%b-%y %H:%M:%S", "%d-%b-%Y", "%a %b %d %H:%M:%S %Y", "%a %d %b %Y %H:%M:%S", "%Y-%j %H:%M:%S",
          "%Y-%jT%H:%M:%S")  # fmt: skip
_DAY_MONTH = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})"
    r"(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*([AaPp]\.?[Mm]\.?)?)?$"
)
_ZONE = re.compile(r"\s*(utc|gmt|z|\(utc\)|\(gmt\))\s*$", re.IGNORECASE)
_ANGLE = re.compile(
    r"([nsew])?\s*([+-]?\d+(?:\.\d+)?)\s*(?:[°ºd:\s-]\s*(\d+(?:\.\d+)?)\s*(?:['′m:\s]\s*(\d+(?:\.\d+)?)\s*(?:[\"″s]|'')?)?\s*['′m]?)?"
    r"\s*°?\s*([nsew])?$",
    re.IGNORECASE,
)
_NONE = frozenset({"", "nan", "na", "n/a", "none", "null", "-", "--", "nat", "inf", "-inf"})


def instants_ms(texts: Sequence[str]) -> list[int | None]:
    """Return the instants of a column, None where a text is none."""
    found = [_instant_ms(text) for text in texts]
    odd = [number for number, each in enumerate(found) if each is None and texts[number].strip()]
    if odd:
        for number, each in zip(odd, _day_and_month([texts[number] for number in odd]), strict=True):
            found[number] = each
    return found


def _instant_ms(text: str) -> int | None:
    text = text.strip().strip("'\"")
    try:
        return _counted_ms(text, float(text))
    except ValueError:
        pass
    bare = _ZONE.sub("", text)
    for form in (bare, bare.replace("/", "-"), bare.replace(" ", "T", 1)):
        try:
            return _ms(datetime.fromisoformat(form))
        except ValueError:
            continue
    worded = " ".join(bare.replace(",", " ").split())
    for pattern in _WORDS:
        try:
            return _ms(datetime.strptime(worded, pattern))
        except ValueError:
            continue
    return None


def _ms(instant: datetime) -> int:
    return ms_of(instant if instant.tzinfo else instant.replace(tzinfo=UTC))


def _counted_ms(text: str, value: float) -> int | None:
    """Return what a number says: a compact date, or seconds and finer units since 1970."""
    digits = text.partition(".")[0]
    form = _COMPACT.get(len(digits)) if digits.isdecimal() else None
    if digits.isdecimal() and _HOURLY.match(digits) and value > _SECONDS_TO:
        form = "%Y%m%d%H"
    if form is not None:
        try:
            return _ms(datetime.strptime(digits, form))
        except ValueError:
            pass
    if not (math.isfinite(value) and value > _SECONDS_ABOVE):
        return None
    unit = next((each for each, least in _MILLISECONDS_FROM.items() if value > least), 1)
    return round(value * 1000.0 / _NEXT ** (unit - 1))


def _day_and_month(texts: Sequence[str]) -> list[int | None]:
    """Return the instants of texts like 2/9/2020 14:05, whose order the whole column decides."""
    parts = [_DAY_MONTH.match(_ZONE.sub("", text.strip())) for text in texts]
    orders = [[_ordered_ms(each, is_day_first=first) for each in parts] for first in (True, False)]
    spans = []
    for order in orders:
        known = [each for each in order if each is not None]
        spans.append((len(texts) - len(known), max(known) - min(known) if known else 0))
    if spans[0] == spans[1] and orders[0] != orders[1]:  # one day alone: nothing tells them apart
        return [None] * len(texts)
    return orders[0] if spans[0] <= spans[1] else orders[1]


def _ordered_ms(part: "re.Match[str] | None", *, is_day_first: bool) -> int | None:
    if part is None:
        return None
    one, two, year, hour, minute, second, half = part.groups()
    day, month = (int(one), int(two)) if is_day_first else (int(two), int(one))
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half[0] in "pP" else 0)
    try:
        begun = datetime(int(year) + (2000 if len(year) == 2 else 0), month, day, hours, int(minute or 0), tzinfo=UTC)
    except ValueError:
        return None
    return ms_of(begun) + round(float(second or 0) * 1000)


def since_ms(parts: Sequence[str]) -> int | None:
    """Return the instant of year, month, day and perhaps hour, minute and second; the last may have a fraction."""
    try:
        numbers = [float(each) for each in parts]
        year, month = int(numbers[0]), int(numbers[1])
        begun = datetime(year + (2000 if year < 100 else 0), month, 1, tzinfo=UTC)
        whole = datetime(begun.year, month, int(numbers[2]), tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    days = numbers[2] - int(numbers[2])
    hours, minutes, seconds = (numbers[k] if len(numbers) > k else 0.0 for k in (3, 4, 5))
    return ms_of(whole) + round(((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000)


def angle_deg(text: str) -> float | None:
    """Return an angle in degrees; NaN where there is none, None where the text is no angle.

    >>> angle_deg("48,5"), angle_deg("63 06.0 W"), angle_deg("N48°30'00\\""), angle_deg("-999"), angle_deg("about 5")
    (48.5, -63.1, 48.5, nan, None)
    """
    text = text.strip()
    if text.lower() in _NONE:
        return math.nan
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    try:
        value = float(text)
    except ValueError:
        part = _ANGLE.match(text)
        return None if part is None else _sexagesimal(part)
    return value if abs(value) < NOWHERE else math.nan


def _sexagesimal(part: "re.Match[str]") -> float | None:
    before, degrees, minutes, seconds, after = part.groups()
    letter = (before or after or "").lower()
    if (before and after) or float(minutes or 0) >= 60 or float(seconds or 0) >= 60:
        return None
    size = abs(float(degrees)) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    return -size if letter in ("s", "w") or degrees.startswith("-") else size
