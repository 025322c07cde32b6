"""A search of the partner's as its record says it, read into an entry of our account: columns checked, legs possible.

Units: micro-degrees and milliseconds since 1970 in records; metres. Objects of ours that the record does not name are
seen with the least sweep width that it names: the partner did not look for them, and nothing more is known.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np

from comity.files.kept_searches import SEARCH_SCHEMA
from comity.files.plan_results import legs_document
from comity.ground import LAST_MS, MS_PER_S, InvalidInput, canonical, distance_m, instant_text
from comity.node.released_legs import legs_of_record
from comity.node.search_records import MOST_POINTS
from comity.rescue import LATERAL_RANGES, Legs

MOST_UNITS = 64
MOST_OBJECTS = 32
MOST_SWEEP_WIDTH_M = 185_200
"""100 nautical miles, as in a case file."""
MOST_SPEED_M_S = 320.0
"""Past 600 knots, the fastest that a case file lets a unit search."""
_KEY = re.compile(r"[A-Z0-9][A-Z0-9-]{0,47}")
_NAME = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]{1,64}")


@dataclass(frozen=True)
class SearchRead:
    """A record that fits itself: the entry of our account, and the first and last instant of its search."""

    entry: Mapping[str, Any]
    begins_ms: int
    ends_ms: int


def read_record(record: Mapping[str, Any]) -> SearchRead:
    """Return a record `rescue.search` as an entry of our account (`comity.files.kept_searches`).

    Raises
    ------
    InvalidInput
        `node.search_unreadable`: a column is missing, has another form, or contradicts another.
    """
    keys = _list(record, "object_keys", 1, MOST_OBJECTS)
    if not all(isinstance(each, str) and _KEY.fullmatch(each) for each in keys) or len(set(keys)) < len(keys):
        raise _unreadable("object_keys")
    units = _list(record, "unit", 1, MOST_UNITS)
    columns = {
        name: _list(record, name, len(units), len(units))
        for name in ("lateral_range", "sweep_width_m", "legs_ms", "legs", "is_searching")
    }
    if sum(len(each) for each in columns["legs_ms"] if isinstance(each, list)) > MOST_POINTS:
        raise _unreadable("legs_ms")
    read = [_unit(keys, unit, {name: each[k] for name, each in columns.items()}) for k, unit in enumerate(units)]
    begins_ms, ends_ms = min(each[1] for each in read), max(each[2] for each in read)
    if record.get("ends_ms", ends_ms) != ends_ms:
        raise _unreadable("ends_ms")
    said = {name: record[name] for name in ("object_keys", "unit", *columns)}
    centre = record.get("centre")
    name = f"{centre if isinstance(centre, str) else '?'} {record.get('search', '?')}"[:40]
    entry = {
        "schema": SEARCH_SCHEMA,
        "file": name if _NAME.fullmatch(name) else "?",
        "digest": sha256(b"rescue.search\0" + canonical(said)).hexdigest(),
        "ends": instant_text(ends_ms),
        "units": [each[0] for each in read],
    }
    return SearchRead(entry, begins_ms, ends_ms)


def _unit(keys: Sequence[str], unit: Any, columns: Mapping[str, Any]) -> tuple[dict[str, Any], int, int]:
    """Return one unit of an entry, and when its search begins and ends."""
    if not isinstance(unit, str) or not _NAME.fullmatch(unit):
        raise _unreadable("unit")
    if not isinstance(columns["lateral_range"], str) or columns["lateral_range"] not in LATERAL_RANGES:
        raise _unreadable("lateral_range")
    widths_m = _list(columns, "sweep_width_m", len(keys), len(keys))
    if not all(type(each) is int and 0 <= each <= MOST_SWEEP_WIDTH_M for each in widths_m):
        raise _unreadable("sweep_width_m")
    legs = _legs(columns)
    searching = np.flatnonzero(legs.is_searching)
    return (
        {
            "unit": unit,
            "lateral_range": columns["lateral_range"],
            "objects": [{"object": key, "sweep_width_m": width} for key, width in zip(keys, widths_m, strict=True)],
            "others_m": min(widths_m),
            "legs": legs_document(legs),
        },
        int(legs.time_ms[searching[0]]),
        int(legs.time_ms[searching[-1] + 1]),
    )


def _legs(columns: Mapping[str, Any]) -> Legs:
    """Return legs forward in time, on the globe, and no faster than any unit searches."""
    times = _list(columns, "legs_ms", 2, MOST_POINTS)
    points = _list(columns, "legs", len(times), len(times))
    flags = _list(columns, "is_searching", len(times) - 1, len(times) - 1)
    if not all(type(each) is int and 0 <= each < LAST_MS for each in times):
        raise _unreadable("legs_ms")
    if not all(type(each) is bool for each in flags) or not any(flags):
        raise _unreadable("is_searching")
    if not all(_is_place(each) for each in points):
        raise _unreadable("legs")
    legs = legs_of_record(times, points, flags)
    gone_s = np.diff(legs.time_ms) / MS_PER_S
    if (gone_s < 0).any():
        raise _unreadable("legs_ms")
    gone_m = distance_m(legs.lat_deg[:-1], legs.lon_deg[:-1], legs.lat_deg[1:], legs.lon_deg[1:])
    if (legs.is_searching & (gone_m > MOST_SPEED_M_S * np.maximum(gone_s, 1.0))).any():
        raise _unreadable("legs")
    return legs


def _is_place(value: Any) -> bool:
    return (
        type(value) is list
        and len(value) == 2
        and all(type(each) is int for each in value)
        and abs(value[0]) <= 180_000_000
        and abs(value[1]) < 90_000_000
    )


def _list(record: Mapping[str, Any], name: str, least: int, most: int) -> list[Any]:
    value = record.get(name)
    if not isinstance(value, list) or not least <= len(value) <= most:
        raise _unreadable(name)
    return value


def _unreadable(column: str) -> InvalidInput:
    return InvalidInput(
        "node.search_unreadable",
        "The partner's search cannot be counted.",
        why="its column {column} is missing, has another form, or contradicts another",
        remedy="ask the partner to release the search again; what was searched can be entered by hand meanwhile",
        column=column,
    )
