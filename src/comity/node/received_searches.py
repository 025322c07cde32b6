"""Searches of the partner that found nothing: read, checked, and entered into the account of our own cases.

A search counts for a case of ours that is the same incident, while its record stands, came exact, fits itself and lies
within our drift; it is entered with a job that makes the maps and the plan anew, in one transaction. What was recalled,
corrected or erased since is taken out in the same way. Objects of ours that the record does not name are seen with the
least sweep width that it names: the partner did not look for them, and nothing more is known.
Units: micro-degrees and milliseconds since 1970 in records; metres.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from sqlalchemy import delete, select

from comity.files.cases import drift_digest
from comity.files.kept_searches import SEARCH_SCHEMA
from comity.files.plan_results import legs_document
from comity.ground import (
    LAST_MS,
    MS_PER_S,
    ComityError,
    InvalidInput,
    canonical,
    distance_m,
    instant_text,
    parse_instant,
)
from comity.node.app import Node
from comity.node.case_account import Place, add_search, ask_plan
from comity.node.case_documents import case_of_now
from comity.node.case_folders import SUMMARY_FILE
from comity.node.incidents import cases_under
from comity.node.received import Received, at_place, read_each, received
from comity.node.released_legs import legs_of_record
from comity.node.search_records import MOST_POINTS
from comity.node.store import CASE_SEARCH
from comity.rescue import LATERAL_RANGES, LEEWAY_CLASSES, SEARCH_RECORD, Case, Legs

MOST_UNITS = 64
MOST_OBJECTS = 32
MOST_SWEEP_WIDTH_M = 185_200
"""100 nautical miles, as in a case file."""
MOST_SPEED_M_S = 320.0
"""Past 600 knots, the fastest that a case file lets a unit search."""
_KEY = re.compile(r"[A-Z0-9][A-Z0-9-]{0,47}")
_NAME = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]{1,64}")
_KNOWN_KEYS = frozenset(each.key for each in LEEWAY_CLASSES)
_KEPT = 256


@dataclass(frozen=True)
class ReceivedSearch:
    """A search of the partner's that is about a case of ours, and why it does not count where it does not."""

    found: Received
    number: str
    units: tuple[str, ...]
    ends_ms: int | None
    unknown_objects: tuple[str, ...]
    problem: ComityError | None


@dataclass(frozen=True)
class _Seen:
    """What a record says of itself, whether or not it fits itself."""

    number: str
    unknown_objects: tuple[str, ...]
    read: "_Read | InvalidInput"


@dataclass(frozen=True)
class _Read:
    """A record that fits itself: the entry of our account, and the first and last instant of its search."""

    entry: Mapping[str, Any]
    begins_ms: int
    ends_ms: int


def received_searches(node: Node, case_id: str) -> list[ReceivedSearch]:
    """Return the partner's searches for one of our cases, oldest first, each with why it does not count if so."""
    ours, now_ms = case_of_now(node, case_id), node.clock()
    return [_told(node, each, ours, now_ms) for name, each in _wanted(node) if name == case_id]


def follow(node: Node) -> int:
    """Bring the account of every case of ours in line with what the partner's record says now; return what changed."""
    wanted: dict[tuple[str, Place], tuple[Mapping[str, Any], str]] = {}
    now_ms = node.clock()
    for case_id, each in _wanted(node):
        seen = _seen_of(each)
        read = None if seen is None else seen.read
        if isinstance(read, _Read) and _why_not(node, each, read, case_of_now(node, case_id), now_ms) is None:
            wanted[case_id, Place(each.agreement_id, each.position, each.place)] = read.entry, each.office
    with node.store.reading() as connection:
        rows = connection.execute(select(CASE_SEARCH).filter_by(origin="partner")).all()
    known = {(row.case_id, Place(row.agreement_id, row.position, row.place)): row for row in rows}
    gone = [row for key, row in known.items() if key not in wanted]
    taken = {(row.case_id, row.digest) for row in rows if row not in gone}
    changed = sum(_take_out(node, row) for row in gone)
    for (case_id, place), (entry, office) in wanted.items():
        if (case_id, place) not in known and (case_id, entry["digest"]) not in taken:  # sent twice, it teaches once
            taken.add((case_id, str(entry["digest"])))
            changed += _enter(node, case_id, place, entry, office)
    return changed


def _wanted(node: Node) -> Iterator[tuple[str, Received]]:
    """Yield every received search with each case of ours that it is about."""
    arrived = received(node, SEARCH_RECORD.name)
    if not arrived:
        return
    under = cases_under(node)
    for each in arrived:
        cases = under[each.agreement_id]
        if each.case_id in cases.theirs:
            name = cases.name_of(cases.them, each.case_id)
            yield from ((case_id, each) for case_id in cases.ours if cases.name_of(cases.us, case_id) == name)
        elif each.case_id in cases.ours:  # the partner searches on our case, without one of its own
            yield each.case_id, each


def _enter(node: Node, case_id: str, place: Place, entry: Mapping[str, Any], office: str) -> int:
    """Enter a search into the account of a case, unless that was done a moment ago."""
    with node.turn, node.store.writing() as connection:
        known = select(CASE_SEARCH.c.search_id).filter_by(case_id=case_id)
        if connection.execute(known.filter_by(digest=entry["digest"])).first():
            return 0
        add_search(connection, case_id, entry, office=office, now_ms=node.clock(), origin="partner", place=place)
    return 1


def _take_out(node: Node, row: Any) -> int:
    """Forget a search of the partner's whose content is not ours to keep any more, and ask for the plan without it."""
    with node.turn, node.store.writing() as connection:
        connection.execute(delete(CASE_SEARCH).where(CASE_SEARCH.c.search_id == row.search_id))
        ask_plan(connection, row.case_id, now_ms=node.clock())
    return 1


def _told(node: Node, each: Received, ours: Case, now_ms: int) -> ReceivedSearch:
    seen = _seen_of(each)
    if seen is None:
        return ReceivedSearch(each, "?", (), None, (), _gone())
    read = seen.read
    if isinstance(read, InvalidInput):
        return ReceivedSearch(each, seen.number, (), None, seen.unknown_objects, read)
    units = tuple(str(unit["unit"]) for unit in read.entry["units"])
    problem = _why_not(node, each, read, ours, now_ms)
    return ReceivedSearch(each, seen.number, units, read.ends_ms, seen.unknown_objects, problem)


def _seen_of(each: Received) -> _Seen | None:
    """Return what a record says while it stands and is here."""
    return at_place(_seen_in(each.path), each.place) if each.state == "stands" and each.path.is_file() else None


def _why_not(node: Node, each: Received, read: _Read, ours: Case, now_ms: int) -> ComityError | None:
    """Return why a search that fits itself does not count for a case of ours, or `None`."""
    rule = each.rule
    if rule is None or rule.grid_mdeg or rule.time_bucket_s:
        return InvalidInput(
            "node.search_came_coarse",
            "The partner's search cannot be counted.",
            why="its positions or instants were made coarse by the rule under which it left",
            remedy="agree on a rule that lets searches out exact while life is in danger",
        )
    if read.ends_ms > now_ms:
        return InvalidInput(
            "node.search_not_over",
            "The partner's search is not over before {ends}.",
            why="what has not been searched yet has found nothing and shows nothing",
            remedy="nothing needs to be done: it counts from then on",
            ends=instant_text(read.ends_ms),
        )
    begins_ms, ends_ms = _drifts(node, ours)
    if read.begins_ms < begins_ms or read.ends_ms > ends_ms:
        return InvalidInput(
            "node.search_outside_our_drift",
            "The partner's search lasts from {first} to {last}, and our drift from {begins} to {ends}.",
            why="where the object is at other times was not computed here",
            remedy="let the drift of the case run over the time of the search; it counts as soon as it does",
            first=instant_text(read.begins_ms),
            last=instant_text(read.ends_ms),
            begins=instant_text(begins_ms),
            ends=instant_text(ends_ms),
        )
    return None


def _drifts(node: Node, ours: Case) -> tuple[int, int]:
    """Return the first and the last instant of a case's drift; before there is one, every instant may be."""
    try:
        summary = orjson.loads((node.layout.case(ours.case_id) / SUMMARY_FILE).read_bytes())
    except FileNotFoundError:
        return 0, LAST_MS
    if summary["drift_digest"] != drift_digest(ours):
        return 0, LAST_MS
    return parse_instant(summary["first"]), parse_instant(summary["last"])


def _gone() -> InvalidInput:
    return InvalidInput(
        "node.search_gone",
        "The partner's search does not count any more.",
        why="the partner took it back or put another in its stead, or its time of keeping is over",
        remedy="nothing needs to be done: the maps are made without it",
    )


@lru_cache(maxsize=_KEPT)
def _seen_in(path: Path) -> tuple[_Seen, ...]:
    """Return what each record of a content says; a content is read once, for it never changes under its name."""
    return read_each(path, _seen)


def _seen(record: Mapping[str, Any]) -> _Seen:
    keys = record.get("object_keys")
    unknown = [key for key in keys if isinstance(key, str) and key not in _KNOWN_KEYS] if isinstance(keys, list) else []
    number = record.get("search")
    read: _Read | InvalidInput
    try:
        read = read_record(record)
    except InvalidInput as error:
        read = error
    named = tuple(key[:48] for key in unknown[:MOST_OBJECTS])
    return _Seen(str(number)[:16] if isinstance(number, int | str) else "?", named, read)


def read_record(record: Mapping[str, Any]) -> _Read:
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
    return _Read(entry, begins_ms, ends_ms)


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
