"""Searches of the partner that found nothing: read, checked, and entered into the account of our own cases.

A search counts for a case of ours that is the same incident, while its record stands, came exact, fits itself and lies
within our drift; it is entered with a job that makes the maps and the plan anew, in one transaction. What was recalled,
corrected or erased since is taken out in the same way; that it was there, and why it is no more, stays in the log.
Units: milliseconds since 1970.
"""

from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any, Literal

import orjson
from sqlalchemy import delete, insert, select

from comity.files.cases import drift_digest
from comity.ground import LAST_MS, ComityError, InvalidInput, date_time_group, parse_instant
from comity.node.app import Node
from comity.node.case_account import Place, add_search, ask_plan
from comity.node.case_documents import case_of_now
from comity.node.case_folders import SUMMARY_FILE
from comity.node.incidents import cases_under
from comity.node.received import Received, at_place, read_each, received
from comity.node.search_reading import MOST_OBJECTS, read_record
from comity.node.store import CASE_SEARCH, CASE_SEARCH_GONE
from comity.rescue import LEEWAY_CLASSES, SEARCH_RECORD, Case

_KNOWN_KEYS = frozenset(each.key for each in LEEWAY_CLASSES)
MOST_SEARCHES = 200
"""Searches of the partner's that count for one case, the first that came: each is counted on the whole cloud."""
Reason = Literal["recalled", "corrected", "erased", "outside_drift", "not_counted"]
"""Why a search was taken out again."""
_OUTSIDE = "node.search_outside_our_drift"
_KEPT = 4096
"""Contents of which is kept what their records say of themselves, some kilobytes at most for each record."""


@dataclass(frozen=True)
class ReceivedSearch:
    """A search of the partner's that is about a case of ours, and why it does not count where it does not."""

    found: Received
    number: str
    units: tuple[str, ...]
    ends_ms: int | None
    unknown_objects: tuple[str, ...]
    digest: str
    problem: ComityError | None


@dataclass(frozen=True)
class _Seen:
    """What a record says of itself, without its legs, and why it does not fit itself if so."""

    number: str
    unknown_objects: tuple[str, ...]
    units: tuple[str, ...] = ()
    digest: str = ""
    begins_ms: int = 0
    ends_ms: int = 0
    problem: InvalidInput | None = None


def received_searches(node: Node, case_id: str) -> list[ReceivedSearch]:
    """Return the partner's searches for one of our cases, oldest first, each with why it does not count if so."""
    return list(_of_case(node, case_of_now(node, case_id), [each for name, each in _wanted(node) if name == case_id]))


def follow(node: Node) -> int:
    """Bring the account of every case of ours in line with what the partner's record says now; return what changed.

    A case that cannot be read keeps what it knows while that stands, and holds up no other. One at a time: each begins
    with what the one before it left, and none acts on what another has changed since it looked.
    """
    with node.following:
        return _followed(node)


def _followed(node: Node) -> int:
    arrived: dict[str, list[Received]] = {}
    for case_id, each in _wanted(node):
        arrived.setdefault(case_id, []).append(each)
    columns = ("search_id", "case_id", "agreement_id", "position", "place", "digest", "at_ms", "office", "name")
    with node.store.reading() as connection:
        rows = connection.execute(select(*(CASE_SEARCH.c[each] for each in columns)).filter_by(origin="partner")).all()
    known = {(row.case_id, Place(row.agreement_id, row.position, row.place)): row for row in rows}
    wanted: dict[tuple[str, Place], tuple[Received, str]] = {}
    for case_id, some in arrived.items():
        wanted |= {(case_id, _place(each)): (each, digest) for each, digest in _counting(node, case_id, some, known)}
    gone = {key: row for key, row in known.items() if key not in wanted}
    taken = {(row.case_id, row.digest) for key, row in known.items() if key not in gone}
    changed = sum(_take_out(node, row, _why_gone(node, key, arrived)) for key, row in gone.items())
    for (case_id, place), (each, digest) in wanted.items():
        if (case_id, place) not in known and (case_id, digest) not in taken:  # sent twice, it teaches once
            taken.add((case_id, digest))
            changed += _enter(node, case_id, each)
    return changed


def _why_gone(node: Node, key: tuple[str, Place], arrived: Mapping[str, list[Received]]) -> Reason:
    """Return why a search that counted counts no more."""
    case_id, place = key
    each = next((each for each in arrived.get(case_id, ()) if _place(each) == place), None)
    if each is not None and each.state != "stands":
        return each.state
    if each is not None and not each.path.is_file():
        return "erased"
    with suppress(InvalidInput):  # of a case that cannot be read nothing more is known
        told = next((told for told in received_searches(node, case_id) if _place(told.found) == place), None)
        if told is not None and told.problem is not None and told.problem.code == _OUTSIDE:
            return "outside_drift"
    return "not_counted"


def _counting(node: Node, case_id: str, some: list[Received], known: Container[Any]) -> Iterator[tuple[Received, str]]:
    """Yield the searches that count for a case, each with its digest."""
    try:
        ours = case_of_now(node, case_id)
    except InvalidInput:
        seen = ((each, _seen_of(each)) for each in some if (case_id, _place(each)) in known)
        yield from ((each, found.digest) for each, found in seen if found is not None and found.problem is None)
        return
    for told in _of_case(node, ours, some):
        if told.problem is None:
            yield told.found, told.digest


def _of_case(node: Node, ours: Case, some: list[Received]) -> Iterator[ReceivedSearch]:
    """Yield searches that arrived for a case, in their order, each with why it does not count where it does not."""
    now_ms, drifts, counted = node.clock(), _drifts(node, ours), set[str]()
    for each in some:
        seen = _seen_of(each)
        if seen is None:
            yield ReceivedSearch(each, "?", (), None, (), "", _gone())
            continue
        problem = seen.problem or _why_not(each, seen, drifts, now_ms)
        if problem is None and seen.digest not in counted:
            problem = None if len(counted) < MOST_SEARCHES else _too_many()
            counted |= {seen.digest} if problem is None else set()
        ends_ms = None if seen.problem else seen.ends_ms
        yield ReceivedSearch(each, seen.number, seen.units, ends_ms, seen.unknown_objects, seen.digest, problem)


def _place(each: Received) -> Place:
    return Place(each.agreement_id, each.position, each.place)


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
        elif (
            each.case_id in cases.ours and each.case_id in cases.sent
        ):  # the partner searches on our case, without one of its own
            yield each.case_id, each


def _enter(node: Node, case_id: str, each: Received) -> int:
    """Enter a search into the account of a case, unless that was done or its content erased a moment ago."""
    entry = _entry_of(each)
    if entry is None:
        return 0
    with node.turn, node.store.writing() as connection:
        known = select(CASE_SEARCH.c.search_id).filter_by(case_id=case_id)
        if connection.execute(known.filter_by(digest=entry["digest"])).first():
            return 0
        add_search(
            connection,
            case_id,
            entry,
            office=each.office,
            now_ms=node.clock(),
            origin="partner",
            place=_place(each),
        )
    return 1


def _entry_of(each: Received) -> Mapping[str, Any] | None:
    """Return the entry of a search, read from its content: only what enters is ever in memory as a whole."""
    places = count()
    found = read_each(each.path, lambda record: read_record(record).entry if next(places) == each.place else None)
    return at_place(found, each.place)


def _take_out(node: Node, row: Any, reason: Reason) -> int:
    """Forget a search of the partner's whose content is not ours to keep any more, and ask for the plan without it.

    Its name and the office that signed it stay for the log: the maps and plans of that time were made with it.
    """
    with node.turn, node.store.writing() as connection:
        its_own = {each: getattr(row, each) for each in ("case_id", "agreement_id", "position", "place", "digest")}
        gone = delete(CASE_SEARCH).filter_by(search_id=row.search_id, origin="partner", **its_own)
        if not connection.execute(gone).rowcount:
            return 0
        now_ms = node.clock()
        stays = {each: getattr(row, each) for each in ("search_id", "case_id", "office", "name")}
        line = insert(CASE_SEARCH_GONE).values(**stays, arrived_ms=row.at_ms, at_ms=now_ms, reason=reason)
        connection.execute(line)
        ask_plan(connection, row.case_id, now_ms=now_ms)
    return 1


def _seen_of(each: Received) -> _Seen | None:
    """Return what a record says while it stands and is here."""
    return at_place(_seen_in(each.path), each.place) if each.state == "stands" and each.path.is_file() else None


def _why_not(each: Received, read: _Seen, drifts: tuple[int, int], now_ms: int) -> ComityError | None:
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
            ends=date_time_group(read.ends_ms),
        )
    begins_ms, ends_ms = drifts
    if read.begins_ms < begins_ms or read.ends_ms > ends_ms:
        return InvalidInput(
            "node.search_outside_our_drift",
            "The partner's search lasts from {first} to {last}, and our drift from {begins} to {ends}.",
            why="where the object is at other times was not computed here",
            remedy="let the drift of the case run over the time of the search; it counts as soon as it does",
            first=date_time_group(read.begins_ms),
            last=date_time_group(read.ends_ms),
            begins=date_time_group(begins_ms),
            ends=date_time_group(ends_ms),
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


def _too_many() -> InvalidInput:
    return InvalidInput(
        "node.too_many_searches_received",
        "The partner's search is not counted: {most} others are.",
        why="each search is counted on the whole cloud, and so many of one partner are no searches of one case",
        remedy="agree with the partner which of them to recall; the next one counts as soon as one is gone",
        most=MOST_SEARCHES,
    )


@lru_cache(maxsize=_KEPT)
def _seen_in(path: Path) -> tuple[_Seen, ...]:
    """Return what each record of a content says; a content is read once, for it never changes under its name."""
    return read_each(path, _seen)


def _seen(record: Mapping[str, Any]) -> _Seen:
    keys = record.get("object_keys")
    unknown = [key for key in keys if isinstance(key, str) and key not in _KNOWN_KEYS] if isinstance(keys, list) else []
    named = tuple(key[:48] for key in unknown[:MOST_OBJECTS])
    said = record.get("search")
    number = str(said)[:16] if isinstance(said, int | str) else "?"
    try:
        read = read_record(record)
    except InvalidInput as error:
        return _Seen(number, named, problem=error)
    units = tuple(str(each["unit"]) for each in read.entry["units"])
    return _Seen(number, named, units, str(read.entry["digest"]), read.begins_ms, read.ends_ms)
