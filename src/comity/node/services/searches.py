"""Searches that found nothing and clues, as they are reported: each is kept, and the next plan follows by itself.

Instants are milliseconds since 1970. What was flown is told by a plan of the case (the newest of its letter, or the one
of a digest, for a plan may have been made anew while units flew), or by the tracks of their plotters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

import numpy as np
import orjson
from sqlalchemy import Connection, Row, insert, select

from comity.files.kept_searches import kept_search
from comity.files.searched import Search, search_of_plan, search_of_tracks
from comity.ground import InvalidInput, canonical, date_time_group, instant_text, parse_instant
from comity.node import case_account
from comity.node.app import Node
from comity.node.case_account import not_withdrawn
from comity.node.case_documents import case_of_now, document_in
from comity.node.case_folders import LEARNT_FILE, read_together
from comity.node.case_plans import Letter, no_such_sortie, plan_not_kept
from comity.node.offices import OWNER
from comity.node.store import CASE_CLUE, CASE_PLAN, CASE_SEARCH, CASE_WITHDRAWAL
from comity.node.typed import check_typed
from comity.rescue import clues_of

FAST_CLOCK_MS = 300_000
"""So far ahead of ours the clock of whoever saw something may be: a watch on a bridge, five minutes."""


@dataclass(frozen=True)
class Reported:
    """What became of one sortie of a plan: not flown, flown, or flown until an instant."""

    unit: str
    sortie: int
    flown: bool
    until_ms: int | None = None


@dataclass(frozen=True)
class SearchView:
    """A search that is kept; `pos` is what it was worth at the last plan, `None` before that."""

    search_id: int
    at_ms: int
    office: str
    origin: Literal["ours", "partner"]
    name: str
    units: tuple[str, ...]
    ends_ms: int
    pos: float | None
    withdrawn: bool


@dataclass(frozen=True)
class ClueView:
    """A clue that is kept, as it was reported."""

    clue_id: int
    at_ms: int
    office: str
    value: dict[str, Any]
    withdrawn: bool


def report_plan(
    node: Node,
    case_id: str,
    letter: Letter,
    sorties: Sequence[Reported],
    *,
    digest: str | None = None,
    office: str = OWNER,
) -> SearchView:
    """Keep what was flown of a plan and found nothing; sorties that nobody names are not taken as flown."""
    with node.turn, node.store.writing() as connection:
        document_in(connection, case_id)
        row = _plan(connection, case_id, letter, digest)
        document = orjson.loads(row.document)
        _mark(document, sorties)
        told = canonical(
            [[each.unit, each.sortie, each.until_ms] for each in sorted(sorties, key=_place) if each.flown]
        )
        name = f"plan-{letter}.json"
        found = search_of_plan(name, document, sha256(row.digest.encode() + told).hexdigest())
        keys = [str(each["object"]) for each in document["units"][0]["sweep_width"]["objects"]]
        number = _keep(node, connection, case_id, found, keys, office)
    return search(node, case_id, number)


def report_tracks(node: Node, case_id: str, name: str, gpx: str, *, office: str = OWNER) -> SearchView:
    """Keep what the tracks of a GPX file say was flown, a track for each unit of the case, and found nothing."""
    check_typed(name, gpx)
    case, data = case_of_now(node, case_id), gpx.encode()
    found = search_of_tracks(name, data, case, sha256(data).hexdigest())
    with node.turn, node.store.writing() as connection:
        number = _keep(node, connection, case_id, found, [each.leeway.key for each in case.objects], office)
    return search(node, case_id, number)


def searches(node: Node, case_id: str, *, after: int = 0) -> Iterator[SearchView]:
    """Yield the searches of one of our cases in the order in which they were reported, from a number on."""
    with node.store.reading() as connection:
        document_in(connection, case_id)
        query = select(CASE_SEARCH).filter_by(case_id=case_id).where(CASE_SEARCH.c.search_id > after)
        rows = connection.execute(query.order_by(CASE_SEARCH.c.search_id)).all()
        gone = _withdrawn(connection, case_id, "search")
    learnt = read_together(node.layout.case(case_id), [LEARNT_FILE]).get(LEARNT_FILE)
    pos = {each["digest"]: each["pos"] for each in orjson.loads(learnt)["searches"]} if learnt else {}
    for row in rows:
        content = orjson.loads(row.content)
        yield SearchView(
            search_id=row.search_id,
            at_ms=row.at_ms,
            office=row.office,
            origin=row.origin,
            name=row.name,
            units=tuple(str(each["unit"]) for each in content["units"]),
            ends_ms=parse_instant(content["ends"]),
            pos=pos.get(row.digest),
            withdrawn=row.search_id in gone,
        )


def search(node: Node, case_id: str, number: int) -> SearchView:
    """Return one search of a case, or raise `InvalidInput`."""
    found = next(searches(node, case_id, after=number - 1), None)
    if found is None or found.search_id != number:
        raise _no_such(number)
    return found


def add_clue(node: Node, case_id: str, value: dict[str, Any], *, office: str = OWNER) -> ClueView:
    """Keep a clue (one `[[clue]]`) of one of our cases, and ask for a plan; the same clue again changes nothing."""
    (clue,) = clues_of({"clue": [value]})
    if clue.place.time_ms > node.clock() + FAST_CLOCK_MS:
        raise InvalidInput(
            "node.clue_not_yet",
            "Nobody can have seen or found anything at {at} yet.",
            why="by the clock of this node that instant is still to come",
            remedy="correct the time of the clue (UTC), or the clock of the node",
            at=date_time_group(clue.place.time_ms),
        )
    kept = clue.document()
    with node.turn, node.store.writing() as connection:
        document_in(connection, case_id)
        known = select(CASE_CLUE.c.clue_id).filter_by(case_id=case_id, value=orjson.dumps(kept))
        number: int | None = connection.execute(known.where(not_withdrawn("clue"))).scalar()
        if number is None:
            row = {"case_id": case_id, "at_ms": node.clock(), "office": office, "value": orjson.dumps(kept)}
            number = connection.execute(insert(CASE_CLUE).values(row).returning(CASE_CLUE.c.clue_id)).scalar_one()
            case_account.ask_plan(connection, case_id, now_ms=node.clock())
    return next(each for each in clues(node, case_id) if each.clue_id == number)


def clues(node: Node, case_id: str, *, after: int = 0) -> Iterator[ClueView]:
    """Yield the clues of one of our cases in the order in which they were reported, from a number on."""
    with node.store.reading() as connection:
        document_in(connection, case_id)
        query = select(CASE_CLUE).filter_by(case_id=case_id).where(CASE_CLUE.c.clue_id > after)
        rows = connection.execute(query.order_by(CASE_CLUE.c.clue_id)).all()
        gone = _withdrawn(connection, case_id, "clue")
    for row in rows:
        yield ClueView(row.clue_id, row.at_ms, row.office, orjson.loads(row.value), row.clue_id in gone)


def withdraw(node: Node, case_id: str, what: Literal["search", "clue"], number: int, *, office: str = OWNER) -> None:
    """Withdraw a search or clue of ours that was reported in error: from the next plan on it teaches nothing."""
    table, column = (CASE_SEARCH, CASE_SEARCH.c.search_id) if what == "search" else (CASE_CLUE, CASE_CLUE.c.clue_id)
    with node.turn, node.store.writing() as connection:
        row = connection.execute(select(table).where(column == number, table.c.case_id == case_id)).one_or_none()
        if row is None or (what == "search" and row.origin != "ours"):
            raise _no_such(number)
        if connection.execute(select(CASE_WITHDRAWAL).filter_by(what=what, number=number)).first():
            return
        new = {"what": what, "number": number, "case_id": case_id, "at_ms": node.clock(), "office": office}
        connection.execute(insert(CASE_WITHDRAWAL).values(new))
        case_account.ask_plan(connection, case_id, now_ms=node.clock())


def _plan(connection: Connection, case_id: str, letter: Letter, digest: str | None) -> Row[Any]:
    """Return a plan that was made: that of a digest, or the newest of its letter."""
    query = select(CASE_PLAN).filter_by(case_id=case_id, letter=letter).order_by(CASE_PLAN.c.plan_id.desc())
    query = query if digest is None else query.where(CASE_PLAN.c.digest == digest)
    row = connection.execute(query.limit(1)).one_or_none()
    if row is None or row.document is None:
        raise plan_not_kept(case_id, letter)
    return row


def _place(each: Reported) -> tuple[str, int]:
    return each.unit, each.sortie


def _mark(document: dict[str, Any], sorties: Sequence[Reported]) -> None:
    """Write into the entries of a plan what became of them."""
    told = {_place(each): each for each in sorties}
    entries = {(str(each["unit"]), int(each["sortie"])): each for each in document["units"]}
    twice = [_place(each) for each in sorties if told[_place(each)] is not each]
    for place in [*sorted(told.keys() - entries.keys()), *twice]:
        raise no_such_sortie(*place)
    for place, entry in entries.items():
        said = told.get(place)
        entry["flown"] = said is not None and said.flown
        if said is None or not said.flown or said.until_ms is None:
            continue
        if said.until_ms <= parse_instant(entry["begins"]):
            raise InvalidInput(
                "node.stopped_before_begin",
                "{unit} cannot have stopped at {until}.",
                why="by the plan it began to search at {begins}",
                remedy="correct the time, or say that it did not fly",
                unit=place[0],
                until=date_time_group(said.until_ms),
                begins=entry["begins"],
            )
        entry["completed_until"] = instant_text(said.until_ms)


def _keep(node: Node, connection: Connection, case_id: str, found: Search, keys: Sequence[str], office: str) -> int:
    if found.ends_ms > node.clock():
        raise InvalidInput(
            "node.search_still_flown",
            "This search is not over before {ends}.",
            why="what has not been searched yet has found nothing and shows nothing",
            remedy="say until when each unit has searched, or report the search when it is over",
            ends=date_time_group(found.ends_ms),
        )
    entry = kept_search(found, keys)
    number = case_account.add_search(connection, case_id, entry, office=office, now_ms=node.clock())
    known = select(CASE_SEARCH).filter_by(case_id=case_id, origin="ours").where(not_withdrawn("search"))
    before = [row for row in connection.execute(known) if row.search_id != number]
    spans = [each for row in before for each in _spans(orjson.loads(row.content))]
    for unit, begin, end in _spans(entry):
        if any(other == unit and begin < ended and began < end for other, began, ended in spans):
            raise InvalidInput(
                "node.unit_at_two_places",
                "{unit} is said to have searched twice at one time.",
                why="a search that was reported before holds it between {begins} and {ends} as well",
                remedy="report each sortie once; withdraw the search that was reported in error",
                unit=unit,
                begins=date_time_group(begin),
                ends=date_time_group(end),
            )
    return number


def _spans(entry: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    """Yield each unit of a search, and from when to when it searched."""
    for each in entry["units"]:
        time, searching = each["legs"]["time"], np.flatnonzero(each["legs"]["is_searching"])
        yield str(each["unit"]), parse_instant(time[searching[0]]), parse_instant(time[searching[-1] + 1])


def _withdrawn(connection: Connection, case_id: str, what: str) -> set[int]:
    query = select(CASE_WITHDRAWAL.c.number).filter_by(case_id=case_id, what=what)
    return set(connection.execute(query).scalars())


def _no_such(number: int) -> InvalidInput:
    return InvalidInput(
        "node.no_such_report",
        "The case has no report {number} of ours.",
        why="nobody here reported it",
        remedy="look at the searches and clues of the case; what the partner searched is the partner's to correct",
        number=number,
    )
