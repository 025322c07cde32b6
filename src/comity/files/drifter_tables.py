"""Drifters as a table of text: CSV of any separator, columns of an archive, with remarks, units and gaps.

Units: degrees, milliseconds since 1970. Lines before the header, lines that begin with #, % or //, a row of units below
the header (as ERDDAP writes it), a header that comes again, messages without a fix and fixes at 0° N 0° E, which is
what a receiver without satellites says, are passed over; any other row that cannot be read is named.
"""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from comity.files.drifter_columns import CLOCKS, DAYS, PARTS, first_of, found_among, is_numbered
from comity.files.drifter_values import angle_deg, instants_ms, since_ms
from comity.files.forcing_time import time_axis_ms
from comity.ground import Floats, InvalidInput

Rows = tuple[NDArray[np.str_], NDArray[np.int64], Floats, Floats]
"""Drifter, instant, latitude and longitude of each fix."""

_REMARKS = ("#", "%", "//")
_MOST_BEFORE = 60  # lines before a header
_DATED = 3  # year, month and day at the least
_CLOCK = re.compile(r"(\d{1,2})[:hH](\d{2})?(?::(\d{2}(?:\.\d+)?))?|(\d{1,6})(?:\.0+)?$")
_MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?Z?$")
_OTHER_WAY = re.compile(r"(?:[(\[°_\s]|deg)(west|w|south|s)[)\]]?\s*$")
_Split = Callable[[str], list[str]]


@dataclass(frozen=True)
class Table:
    """A table: its header, and its rows with their line numbers."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def column(self, name: str) -> list[str]:
        """Return the texts of a column, empty where a row is too short."""
        at = self.header.index(name)
        return [row[at] if at < len(row) else "" for _, row in self.rows]


def read_table(path: Path, needed: Sequence[str], names: Mapping[str, str]) -> tuple[Table, dict[str, str]]:
    """Return the table of a file and its columns of the needed quantities; `InvalidInput` where there is none."""
    filled = [(n, line) for n, line in enumerate(_text(path).splitlines(), start=1) if line.strip()]
    if is_numbered(names):
        body = [each for each in filled if not each[1].startswith(_REMARKS)]
        split = _splitter(body[0][1]) if body else str.split
        rows = [(number, tuple(split(line))) for number, line in body]
        header = tuple(str(number) for number in range(1, max((len(row) for _, row in rows), default=0) + 1))
        return Table(header, tuple(rows)), _columns(path, header, needed, names)
    at, header = _header(path, filled, needed, names)
    split = _splitter(filled[at][1])
    rows = [(n, tuple(split(line))) for n, line in filled[at + 1 :] if not line.startswith(_REMARKS)]
    columns = _columns(path, header, needed, names)
    table = Table(header, tuple(row for row in rows if row[1][: len(header)] != header))
    return _without_units(table, columns), columns


def table_rows(path: Path, names: Mapping[str, str]) -> Rows:
    """Return the fixes of a table."""
    table, columns = read_table(path, ("lat", "lon"), names)
    lat_deg, lon_deg = (_angles(path, table, columns[key], key) for key in ("lat", "lon"))
    kept = ~(np.isnan(lat_deg) | np.isnan(lon_deg) | ((lat_deg == 0.0) & (lon_deg == 0.0)))
    time_ms = _times_ms(path, table, names, kept)
    found = columns.get("id")
    drifter = np.array(table.column(found) if found else [path.stem] * len(table.rows), dtype=np.str_)
    return drifter[kept], time_ms, lat_deg[kept], lon_deg[kept]


def _text(path: Path) -> str:
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")  # names of buoys with accents, as spreadsheets of Europe write them


def _splitter(line: str) -> _Split:
    """Return how the lines of a file are cut: by the sign that this one holds most, else by blanks."""
    separator = max(",;\t|", key=line.count)
    if separator not in line:
        return str.split
    return lambda each: [cell.strip() for cell in next(csv.reader([each], delimiter=separator), [])]


def _header(
    path: Path, lines: Sequence[tuple[int, str]], needed: Sequence[str], names: Mapping[str, str]
) -> tuple[int, tuple[str, ...]]:
    """Return which line is the header, a remark too where it names the columns, and its cells."""
    first: tuple[str, ...] = ()
    for at, (_, line) in enumerate(lines[:_MOST_BEFORE]):
        bare = line.lstrip("#%/ \t")
        cells = tuple(_splitter(bare)(bare))
        if all(names.get(key) in cells or found_among(cells, key) for key in needed):
            return at, cells
        first = first or (cells if not line.startswith(_REMARKS) else ())
    _columns(path, first, needed, names)  # says what is missing
    raise unreadable(path, ", ".join(first) or "0 rows")


def _columns(path: Path, header: Sequence[str], needed: Sequence[str], names: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for key in ("id", "lat", "lon"):
        if key in names:
            if names[key] not in header:
                raise unreadable(path, f"{key}: {names[key]} ∉ {', '.join(header)}")
            found[key] = names[key]
        elif usual := found_among(header, key):
            found[key] = usual[0]
        elif key in needed:
            raise unreadable(path, f"{key} ∉ {', '.join(header)}")
    return found


def _without_units(table: Table, columns: Mapping[str, str]) -> Table:
    """Return a table without the row of units that archives write below the header: no digit stands in it."""
    if not table.rows:
        return table
    cells = [table.column(columns[key])[0] for key in ("lat", "lon") if key in columns]
    is_unit = all(cell and angle_deg(cell) is None and not re.search(r"\d", cell) for cell in cells)
    return Table(table.header, table.rows[1:]) if is_unit else table


def _angles(path: Path, table: Table, name: str, key: str) -> Floats:
    most = 90.0 if key == "lat" else 360.0
    found = np.full(len(table.rows), np.nan)
    for at, ((number, _), text) in enumerate(zip(table.rows, table.column(name), strict=True)):
        value = angle_deg(text)
        if value is None or abs(value) > most:
            raise unreadable(path, f"{number}: {text!r}°")
        found[at] = value
    is_other_way = _OTHER_WAY.search(name.lower()) and not (found < 0).any()  # degrees west, counted upwards
    return -found if is_other_way else found


def _times_ms(path: Path, table: Table, names: Mapping[str, str], kept: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the instants of the rows with a fix; the others help to tell in which order day and month stand."""
    name, texts = _times(path, table, names)
    unit = re.search(r"\b\w+ since [^)\]]+", name)
    if unit is not None:
        return _counted_ms(path, [text for text, has_fix in zip(texts, kept, strict=True) if has_fix], unit[0])
    found = instants_ms(texts)
    for at in np.flatnonzero(kept):
        if found[at] is None:
            raise unreadable(path, f"{table.rows[at][0]}: time {texts[at]!r}")
    return np.array([each for each, has_fix in zip(found, kept, strict=True) if has_fix], dtype=np.int64)


def _counted_ms(path: Path, texts: Sequence[str], unit: str) -> NDArray[np.int64]:
    try:
        return time_axis_ms(np.array(texts, dtype=np.float64), unit, "standard", file=path.name)
    except ValueError as error:
        raise unreadable(path, str(error)) from None


def _times(path: Path, table: Table, names: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return the column of the times and its texts, put together where they stand in several columns."""
    if "time" in names:
        parts = names["time"].split("+")
        if any(each not in table.header for each in parts):
            raise unreadable(path, f"time: {names['time']} ∉ {', '.join(table.header)}")
        return parts[0], [" ".join(each) for each in zip(*(table.column(part) for part in parts), strict=True)]
    apart = _in_parts(table) or _day_and_clock(table)
    if apart is not None:
        return apart
    candidates = found_among(table.header, "time")
    if not candidates:
        raise unreadable(path, f"time ∉ {', '.join(table.header)}")
    for name in candidates:
        texts = table.column(name)
        if texts and (" since " in name or instants_ms(texts[:1])[0] is not None):
            return name, texts
    return candidates[0], table.column(candidates[0])


def _in_parts(table: Table) -> tuple[str, list[str]] | None:
    """Return the instants of year, month, day and so on in columns of their own, as seconds since 1970."""
    names = [first_of(table.header, known) for known in PARTS]
    known = [name for name in names[: next((k for k, name in enumerate(names) if name is None), len(names))] if name]
    if len(known) < _DATED:
        return None
    made = [since_ms(each) for each in zip(*(table.column(name) for name in known), strict=True)]
    return known[0], ["" if each is None else f"{each / 1000:.3f}" for each in made]


def _day_and_clock(table: Table) -> tuple[str, list[str]] | None:
    """Return day and time of day put together, None where they do not stand in two columns."""
    day, clock = first_of(table.header, DAYS), first_of(table.header, CLOCKS)
    if day is None or clock is None or day == clock:
        return None
    days = [_MIDNIGHT.sub("", each) for each in table.column(day)]
    clocks = [_clock(each) for each in table.column(clock)]
    if any(":" in each for each in days) or not all(clocks):
        return None
    return day, [f"{one} {other}" for one, other in zip(days, clocks, strict=True)]


def _clock(text: str) -> str:
    """Return a time of day as 12:30:00, empty where a text is none: 12:30, 12h30, 1230 or 123000."""
    part = _CLOCK.match(text.strip())
    if part is None:
        return ""
    hours, minutes, seconds, digits = part.groups()
    if digits is not None:  # 9, 12, 930, 1230, 93000 or 123000
        padded = (
            digits.zfill(2).ljust(6, "0")
            if len(digits) <= 2
            else digits.zfill(4 if len(digits) <= 4 else 6).ljust(6, "0")
        )
        hours, minutes, seconds = padded[:2], padded[2:4], padded[4:]
    return f"{int(hours):02d}:{minutes or '00'}:{seconds or '00'}"


def unreadable(path: Path, reason: str) -> InvalidInput:
    """Return the error for a file that cannot be read as tracks or outlines."""
    return InvalidInput(
        "files.unreadable_drifters",
        "{file} cannot be read as tracks of drifters.",
        why="reading it stops at: {reason}",
        remedy="correct the row, or name the columns with --columns id=…,time=…,lat=…,lon=…",
        file=path.name,
        reason=reason,
    )
