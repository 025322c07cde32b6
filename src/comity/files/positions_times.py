"""Instants of a column as milliseconds since 1970: RFC 3339, counts, or a pattern such as `%d/%m/%Y %H:%M:%S`.

A pattern whose parts have a fixed width is read from the bytes of the column with numpy; anything else is left to
Arrow's `strptime`. An instant that names no zone is UTC, moved by what the mapping declares.
"""

import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from comity.files.positions_mapping import Column
from comity.ground import MS_PER_HOUR, MS_PER_S, Floats

NO_TIME = np.iinfo(np.int64).min
"""In place of an instant that is missing."""

_ZONED = re.compile(r"\d[Tt ]\d.*(?:[Zz]|[+-]\d\d(?::?\d\d)?)$")
_WIDTHS = {"Y": 4, "m": 2, "d": 2, "H": 2, "M": 2, "S": 2}
_SECONDS = {"H": 3600, "M": 60, "S": 1}
_LIMITS = {"Y": (1, 9999), "m": (1, 12), "d": (1, 31), "H": (0, 23), "M": (0, 59), "S": (0, 60)}
_ZERO, _NINE = ord("0"), ord("9")
_S_PER_DAY = 86_400
_DAYS_IN = np.array([0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])


def has_zone(text: str) -> bool:
    """Tell whether an instant in words names a zone.

    >>> has_zone("2016-01-12T13:02:11Z"), has_zone("2016-01-12 13:02:11.218")
    (True, False)
    """
    return _ZONED.search(text.strip()) is not None


def instant_type(column: Column, *, is_zoned: bool) -> pa.DataType:
    """Return as what the texts of a column of instants are read first."""
    if column.form in ("unix_s", "unix_ms"):
        return pa.float64()
    if column.form != "iso" or column.clock:
        return pa.string()
    return pa.timestamp("us", "UTC") if is_zoned else pa.timestamp("us")


def instants_ms(
    column: Column, values: pa.ChunkedArray, clock: pa.ChunkedArray | None, *, utc_offset_h: float
) -> tuple[NDArray[np.int64], int | None]:
    """Return the instants of a column, `NO_TIME` where one is missing, and the first row that holds none in its words.

    Parameters
    ----------
    values, clock
        As `instant_type` tells, or as a Parquet file holds them; the clock of a date in a column of its own.
    """
    kind, wrong = values.type, None
    if clock is not None:
        values = pc.binary_join_element_wise(_as_words(values), _as_words(clock), " ")
        kind = values.type
    if pa.types.is_dictionary(kind):
        values, kind = values.cast(pa.string()), pa.string()
    if pa.types.is_timestamp(kind) or pa.types.is_date(kind):
        found = _filled(pc.divide(values.cast(pa.timestamp("us")).cast(pa.int64()), 1000))
    elif pa.types.is_string(kind) or pa.types.is_large_string(kind):
        found, wrong = _from_words(column, values)
    else:
        found = _counted_ms(values, MS_PER_S if column.form == "unix_s" else 1)
    moved = np.where(found == NO_TIME, NO_TIME, found - round(utc_offset_h * MS_PER_HOUR))
    return (moved if utc_offset_h else found), wrong


def _as_words(values: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_date(values.type) or pa.types.is_timestamp(values.type) or pa.types.is_time(values.type):
        return values.cast(pa.string())
    return values


def _filled(values: pa.ChunkedArray) -> NDArray[np.int64]:
    return np.asarray(pc.fill_null(values, NO_TIME).to_numpy())


def _counted_ms(values: pa.ChunkedArray, per_unit: int) -> NDArray[np.int64]:
    if pa.types.is_integer(values.type):
        counted = _filled(values.cast(pa.int64()))
        return np.where(counted == NO_TIME, NO_TIME, counted * per_unit) if per_unit != 1 else counted
    numbers: Floats = values.cast(pa.float64()).to_numpy() * per_unit
    is_told = np.abs(numbers) < 2.0**62  # a number that is none, or no count of this world, is missing
    return np.where(is_told, np.rint(np.where(is_told, numbers, 0.0)).astype(np.int64), NO_TIME)


def _from_words(column: Column, values: pa.ChunkedArray) -> tuple[NDArray[np.int64], int | None]:
    """Return the instants of words, and the first row whose words are none."""
    words = pc.utf8_trim_whitespace(values.combine_chunks().cast(pa.string()))
    words = pc.if_else(pc.equal(words, ""), None, words)
    if column.form == "iso":
        found = _iso(words)
    else:
        found = _fixed(column.form, words)
        odd = np.flatnonzero((found == NO_TIME) & _told(words))
        if odd.size and "%f" not in column.form:
            found[odd] = _loose(column.form, words.take(pa.array(odd)))
    wrong = np.flatnonzero((found == NO_TIME) & _told(words))
    return found, int(wrong[0]) if wrong.size else None


def _loose(form: str, words: pa.Array) -> NDArray[np.int64]:
    """Return words of a pattern that are not filled up with zeros; Arrow reads 31 February as 3 March: it is none."""
    parsed = pc.strptime(words, form, "s", error_is_null=True)
    is_same = pc.equal(_without_zeros(pc.strftime(parsed, form)), _without_zeros(words))
    return _filled(pc.multiply(pc.if_else(is_same, parsed, None).cast(pa.int64()), MS_PER_S))


def _without_zeros(words: pa.Array) -> pa.Array:
    return pc.replace_substring_regex(words, r"(^|[^0-9])0+([0-9])", r"\1\2")


def _told(words: pa.Array) -> NDArray[np.bool_]:
    return np.asarray(pc.is_valid(words).to_numpy(zero_copy_only=False))


def _iso(words: pa.Array) -> NDArray[np.int64]:
    """Return RFC 3339 in words as instants; those that are none are left missing."""
    for kind in (pa.timestamp("us"), pa.timestamp("us", "UTC")):
        try:
            return _filled(pc.divide(words.cast(kind).cast(pa.int64()), 1000))
        except pa.ArrowInvalid:
            continue
    found = np.full(len(words), NO_TIME)
    for at, text in enumerate(words):  # only a column that is wrong somewhere comes here
        try:
            kind = pa.timestamp("us", "UTC") if has_zone(str(text)) else pa.timestamp("us")
            found[at] = (
                NO_TIME if text.as_py() is None else pa.scalar(str(text)).cast(kind).cast(pa.int64()).as_py() // 1000
            )
        except pa.ArrowInvalid:
            continue
    return found


def _fixed(form: str, words: pa.Array) -> NDArray[np.int64]:
    """Return words of a pattern as instants, where every part has its full width; the others are left missing."""
    found = np.full(len(words), NO_TIME)
    lengths = np.asarray(pc.fill_null(pc.binary_length(words), 0).to_numpy())
    for length in np.unique(lengths):
        places = _places(form, int(length))
        rows = np.flatnonzero(lengths == length)
        if places is None or not rows.size:
            continue
        chosen = words if rows.size == len(words) else words.take(pa.array(rows))
        found[rows] = _read_at(_letters(chosen, int(length)), places)
    return found


def _places(form: str, length: int) -> list[tuple[str, int, int]] | None:
    """Return where the parts of a pattern stand in a text of a length: sign or letter, begin, width; None: nowhere.

    >>> _places("%d/%m/%Y", 10)
    [('d', 0, 2), ('/', 2, 1), ('m', 3, 2), ('/', 5, 1), ('Y', 6, 4)]
    """
    found, at, parts = [], 0, re.findall(r"%?.", form, re.DOTALL)
    for part in parts:
        letter = part[1:]
        width = _WIDTHS.get(letter, 0) if letter else 1
        if letter == "f" and part == parts[-1]:  # a fraction has whatever width is left
            width = length - at
        if width < 1:
            return None
        found.append((letter or part, at, width))
        at += width
    return found if at == length else None


def _letters(words: pa.Array, length: int) -> NDArray[np.uint8]:
    """Return texts of one length as bytes of shape (rows, length)."""
    offsets = np.frombuffer(words.buffers()[1], np.int32)[words.offset :]
    data = np.frombuffer(words.buffers()[2], np.uint8)
    return data[offsets[0] : offsets[0] + length * len(words)].reshape(len(words), length)


def _read_at(letters: NDArray[np.uint8], places: list[tuple[str, int, int]]) -> NDArray[np.int64]:
    """Return the instants that stand at known places, `NO_TIME` where a text is another."""
    is_good = np.ones(len(letters), dtype=np.bool_)
    values: dict[str, NDArray[np.int64]] = {}
    fraction_ms = np.zeros(len(letters), dtype=np.int64)
    for letter, at, width in places:
        part = letters[:, at : at + width]
        if letter not in _WIDTHS and letter != "f":
            is_good &= part[:, 0] == ord(letter)
            continue
        is_good &= ((part >= _ZERO) & (part <= _NINE)).all(axis=1)
        number = np.zeros(len(letters), dtype=np.int64)
        for k in range(min(width, 9)):
            number = number * 10 + (part[:, k].astype(np.int64) - _ZERO)
        if letter == "f":
            fraction_ms = number * MS_PER_S // 10 ** min(width, 9)
        else:
            low, high = _LIMITS[letter]
            is_good &= (number >= low) & (number <= high)
            values[letter] = number
    one = np.ones(len(letters), dtype=np.int64)
    day, is_day = _days(values.get("Y", 1970 * one), values.get("m", one), values.get("d", one))
    seconds = day * _S_PER_DAY + sum(values[key] * each for key, each in _SECONDS.items() if key in values)
    return np.where(is_good & is_day, seconds * MS_PER_S + fraction_ms, NO_TIME)


def _days(
    year: NDArray[np.int64], month: NDArray[np.int64], day: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return days since 1970 of the calendar, and which of them exist.

    Source: the civil calendar as 400-year cycles that begin in March, so that a leap day ends its year.
    """
    safe = np.clip(month, 1, 12)
    is_leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    exists = (day <= _DAYS_IN[safe]) & ((safe != 2) | (day < 29) | is_leap)
    from_march = year - (safe <= 2)
    cycle = from_march // 400
    of_cycle = from_march - cycle * 400
    of_year = (153 * (safe + np.where(safe > 2, -3, 9)) + 2) // 5 + day - 1
    return cycle * 146_097 + of_cycle * 365 + of_cycle // 4 - of_cycle // 100 + of_year - 719_468, exists
