"""What a case of ours has learnt: searches that found nothing, of both centres, and clues; and when a plan is of old.

Instants are milliseconds since 1970. Every new search or clue asks for a plan in its own transaction: what is learnt is
never left lying.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Literal, NamedTuple

import orjson
from sqlalchemy import ColumnElement, Connection, insert, select

from comity.files.cases import drift_digest
from comity.files.kept_searches import search_of_kept
from comity.files.searched import Account
from comity.ground import InvalidInput
from comity.node import outbox
from comity.node.app import Node
from comity.node.case_documents import case_of_now
from comity.node.store import CASE_CLUE, CASE_SEARCH, CASE_WITHDRAWAL, JOB
from comity.rescue import Case, clues_of

Origin = Literal["ours", "partner"]


class Place(NamedTuple):
    """Where the partner's search came from: the agreement, the manifest in the partner's log, the place in it."""

    agreement_id: str
    position: int
    place: int


class Rows(NamedTuple):
    """The account as it is kept: the content of each search with its digest, and each clue, in the order they came.

    A content is JSON and may be megabytes: it is parsed by whoever counts the search, never to compare digests.
    """

    contents: tuple[bytes, ...]
    digests: tuple[str, ...]
    clues: tuple[dict[str, Any], ...]

    @property
    def searches(self) -> tuple[dict[str, Any], ...]:
        """Each search, parsed now."""
        return tuple(map(orjson.loads, self.contents))


def rows(node: Node, case_id: str) -> Rows:
    """Return what is kept of a case's searches and clues, without what was withdrawn."""
    with node.store.reading() as connection:
        searches = select(CASE_SEARCH.c.content, CASE_SEARCH.c.digest).filter_by(case_id=case_id)
        clues = select(CASE_CLUE.c.value).filter_by(case_id=case_id).where(not_withdrawn("clue"))
        known = connection.execute(searches.where(not_withdrawn("search")).order_by(CASE_SEARCH.c.search_id)).all()
        return Rows(
            tuple(each.content for each in known),
            tuple(each.digest for each in known),
            tuple(map(orjson.loads, connection.execute(clues.order_by(CASE_CLUE.c.clue_id)).scalars())),
        )


def not_withdrawn(what: Literal["search", "clue"]) -> ColumnElement[bool]:
    """Return the condition that a search or a clue still counts."""
    number = CASE_SEARCH.c.search_id if what == "search" else CASE_CLUE.c.clue_id
    return number.not_in(select(CASE_WITHDRAWAL.c.number).filter_by(what=what))


def account_of(kept: Rows, case: Case) -> Account:
    """Return an account for a case as it stands, its searches in the order of their end."""
    searches = sorted(
        (search_of_kept(each, case) for each in kept.searches), key=lambda each: (each.ends_ms, each.digest)
    )
    return Account(tuple(searches), clues_of({"clue": list(kept.clues)}) if kept.clues else ())


def account(node: Node, case_id: str) -> Account:
    """Return what one of our cases has learnt, for the case as it stands."""
    return account_of(rows(node, case_id), case_of_now(node, case_id))


def basis(case: Case, kept: Rows) -> str:
    """Return a digest of all that a plan depends on: the drift, the units and what they meet, searches and clues."""
    known = list(kept.digests), list(kept.clues)
    told = repr((drift_digest(case), case.units, case.conditions, case.plan)).encode()
    return sha256(told + orjson.dumps(known)).hexdigest()


def add_search(
    connection: Connection,
    case_id: str,
    entry: Mapping[str, Any],
    *,
    office: str,
    now_ms: int,
    origin: Origin = "ours",
    place: Place | None = None,
) -> int:
    """Keep a search (`comity.files.kept_searches`) of a case of ours and ask for a plan; return its number.

    Raises
    ------
    InvalidInput
        `node.search_kept_already`.
    """
    name, digest = str(entry["file"]), str(entry["digest"])
    while (known := _kept_as(connection, case_id, digest)) is not None:
        if connection.execute(select(CASE_WITHDRAWAL).filter_by(what="search", number=known)).first() is None:
            raise InvalidInput(
                "node.search_kept_already",
                "{search} has been reported already.",
                why="the same search would teach twice what it taught once",
                remedy="look at the searches of the case, and report what was searched since",
                search=name,
            )
        digest = sha256(f"{digest} again after {known}".encode()).hexdigest()  # withdrawn, and yet it was flown
    where = place._asdict() if place is not None else {}
    row = {"case_id": case_id, "at_ms": now_ms, "office": office, "origin": origin, "name": name, "digest": digest}
    kept = (
        insert(CASE_SEARCH)
        .values(**row, content=orjson.dumps({**entry, "digest": digest}), **where)
        .returning(CASE_SEARCH.c.search_id)
    )
    number: int = connection.execute(kept).scalar_one()
    ask_plan(connection, case_id, now_ms=now_ms)
    return number


def _kept_as(connection: Connection, case_id: str, digest: str) -> int | None:
    known: int | None = connection.execute(
        select(CASE_SEARCH.c.search_id).filter_by(case_id=case_id, digest=digest)
    ).scalar()
    return known


def ask_plan(connection: Connection, case_id: str, *, now_ms: int) -> int:
    """Ask for a plan of a case, unless one waits already; return the number of the job."""
    waits = select(JOB.c.job_id).filter_by(kind="plan", subject=case_id, state="waiting")
    known: int | None = connection.execute(waits.limit(1)).scalar()
    return outbox.add(connection, "plan", case_id, now_ms=now_ms) if known is None else known
