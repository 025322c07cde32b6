"""The log of one case, newest first: all that was done about it here, and what left for the partner or came from it.

Each line names the office that did it where an office did: ours from the rows that this node keeps, the partner's from
its own signed entry. Instants are milliseconds since 1970. A line keeps its name: lists go on after it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

import orjson
from sqlalchemy import ColumnElement, Connection, Table, and_, exists, or_, select

from comity.files.boxes import degrees_minutes
from comity.files.plan_words import percent
from comity.files.words import Words
from comity.ground import ComityError, InvalidInput
from comity.ledger import Release, parse_entry
from comity.node.app import Node
from comity.node.pages.incident_log import IncidentKind, incident_lines
from comity.node.reasons import remembered
from comity.node.services.cases import Stage
from comity.node.store import (
    ARRIVAL,
    ARRIVAL_PART,
    CASE_ACT,
    CASE_CLUE,
    CASE_NOTE,
    CASE_ON_SCENE,
    CASE_PLAN,
    CASE_SEARCH,
    CASE_SEARCH_GONE,
    CASE_SECTION,
    CASE_SITREP,
    CASE_WITHDRAWAL,
    JOB,
    LOG_RECEIPT,
    RELEASE_AUDIT,
    RELEASE_PART,
    RESCUE_CASE,
)

Kind = Literal[
    "opened",
    "section",
    "drift_asked",
    "drift_done",
    "drift_failed",
    "plan_asked",
    "plan_done",
    "plan_failed",
    "plan_drawn",
    "plan_given_up",
    "search",
    "search_arrived",
    "search_gone",
    "search_withdrawn",
    "clue",
    "clue_withdrawn",
    "note",
    "sitrep",
    "on_scene",
    "on_scene_ended",
    "moved",
    "released",
    "stored",
    "arrived",
    IncidentKind,
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which lines of one instant follow from one another."""

SENTENCES: Mapping[Kind, str] = {
    "opened": "node-line-opened",
    "drift_asked": "node-line-drift-asked",
    "drift_done": "node-line-drift-done",
    "drift_failed": "node-line-drift-failed",
    "moved": "node-line-moved",
    "stored": "node-line-stored",
    **{
        kind: f"case-line-{kind}"
        for kind in KINDS
        if kind not in ("opened", "drift_asked", "drift_done", "drift_failed", "moved", "stored")
    },
}


@dataclass(frozen=True)
class Line:
    """One thing that happened to a case; `position` is its entry in our log or in our copy of the partner's.

    `number` tells lines of one kind apart, `values` are what its sentence names, `text` is what an office wrote.
    """

    at_ms: int
    kind: Kind
    office: str | None = None
    number: int = 0
    clause: str = ""
    log: Literal["own", "partner"] | None = None
    position: int | None = None
    stage: Stage | None = None
    smc: Literal["ours", "partner"] | None = None
    problem: ComityError | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    text: str | None = None

    @property
    def place(self) -> tuple[int, int, int]:
        """Where the line stands among all."""
        return self.at_ms, KINDS.index(self.kind), self.number

    @property
    def key(self) -> str:
        """Its name: a list that is read in parts goes on after it."""
        return ".".join(map(str, self.place))


def lines(node: Node, case_id: str, *, after: str | None = None) -> list[Line]:
    """Return what happened to a case, the newest first; with the key of a line, what stands below it."""
    with node.store.reading() as connection:
        found = [line for source in SOURCES for line in source(node, connection, case_id)]
    found.sort(key=lambda line: line.place, reverse=True)
    last = None if after is None else tuple(map(int, after.split(".")))
    return found if last is None else [line for line in found if line.place < last]


def sentence(line: Line, words: Words) -> str:
    """Return what a line says, in words; what an office wrote stands beside it."""
    values = dict(line.values)
    if line.kind == "section":
        values["section"] = words.say(f"case-section-{values['section']}")
    stage = "" if line.stage is None else words.say(f"console-stage-{line.stage}")
    return words.say(SENTENCES[line.kind], clause=line.clause, stage=stage, smc=line.smc or "ours", **values)


def _acts(_node: Node, connection: Connection, case_id: str) -> Iterator[Line]:
    acts = connection.execute(select(CASE_ACT).filter_by(case_id=case_id).order_by(CASE_ACT.c.act)).all()
    opened = next((row.office for row in acts if row.kind == "opened"), None)
    for row in connection.execute(select(RESCUE_CASE).filter_by(case_id=case_id)):
        yield Line(row.opened_ms, "opened", opened)
    for row in acts:
        if row.stage:
            yield Line(row.at_ms, "moved", row.office, row.act, stage=row.stage, smc=row.smc)
    asked = {row.job_id: row.office for row in acts if row.kind == "drift_asked"}
    for row in connection.execute(select(JOB).filter_by(kind="drift", subject=case_id)):
        yield Line(row.asked_ms, "drift_asked", asked.get(row.job_id), row.job_id)
        yield from _ended(row, "drift_done", "drift_failed")


def _ended(row: Any, done: Kind | None, failed: Kind) -> Iterator[Line]:
    if row.state == "done" and done is not None:
        yield Line(row.due_ms, done, None, row.job_id)
    elif row.state == "failed":
        problem = remembered(row.outcome) if row.outcome else None
        yield Line(row.due_ms, failed, None, row.job_id, problem=problem)


def _sections(_node: Node, connection: Connection, case_id: str) -> Iterator[Line]:
    for row in connection.execute(select(CASE_SECTION).filter_by(case_id=case_id)):
        yield Line(row.at_ms, "section", row.office, row.section_id, values={"section": row.section})


def _plans(_node: Node, connection: Connection, case_id: str) -> Iterator[Line]:
    for row in connection.execute(select(JOB).filter_by(kind="plan", subject=case_id)):
        yield Line(row.asked_ms, "plan_asked", None, row.job_id)
        yield from _ended(row, None, "plan_failed")
    for row in connection.execute(select(CASE_PLAN).filter_by(case_id=case_id)):
        if row.document is None:
            yield Line(row.at_ms, "plan_given_up", row.office, row.plan_id)
            continue
        document = orjson.loads(row.document)
        values = {"pos": percent(document["pos"]), "bound": percent(document["pos_bound"])}
        yield Line(
            row.at_ms, "plan_done" if row.letter == "a" else "plan_drawn", row.office, row.plan_id, values=values
        )


def _searches(_node: Node, connection: Connection, case_id: str) -> Iterator[Line]:
    names: dict[tuple[str, int], str] = {}
    for row in connection.execute(select(CASE_SEARCH).filter_by(case_id=case_id)):
        units = ", ".join(str(each["unit"]) for each in orjson.loads(row.content)["units"])
        names["search", row.search_id] = row.name
        kind: Kind = "search" if row.origin == "ours" else "search_arrived"
        values = {"name": row.name, "units": units, "kept": "yes"}
        yield Line(row.at_ms, kind, row.office, row.search_id, values=values)
    for row in connection.execute(select(CASE_SEARCH_GONE).filter_by(case_id=case_id)):
        values = {"name": row.name, "units": "", "kept": "no", "reason": row.reason}
        yield Line(row.arrived_ms, "search_arrived", row.office, row.search_id, values=values)
        yield Line(row.at_ms, "search_gone", None, row.search_id, values=values)
    for row in connection.execute(select(CASE_CLUE).filter_by(case_id=case_id)):
        clue = orjson.loads(row.value)
        where = f"{degrees_minutes(clue['lat'], 'NS', 2)} {degrees_minutes(clue['lon'], 'EW', 3)}"
        names["clue", row.clue_id] = where
        yield Line(row.at_ms, "clue", row.office, row.clue_id, values={"clue": clue["kind"], "place": where})
    for row in connection.execute(select(CASE_WITHDRAWAL).filter_by(case_id=case_id)):
        withdrawn: Kind = "search_withdrawn" if row.what == "search" else "clue_withdrawn"
        values = {"name": names.get((row.what, row.number), str(row.number))}
        yield Line(row.at_ms, withdrawn, row.office, row.number, values=values)


def _on_scene(_node: Node, connection: Connection, case_id: str) -> Iterator[Line]:
    before = ""
    for row in connection.execute(select(CASE_ON_SCENE).filter_by(case_id=case_id).order_by(CASE_ON_SCENE.c.act)):
        kind: Kind = "on_scene_ended" if row.unit is None else "on_scene"
        yield Line(row.at_ms, kind, row.office, row.act, values={"unit": row.unit or before})
        before = row.unit or ""


def _written(_node: Node, connection: Connection, case_id: str) -> Iterator[Line]:
    for row in connection.execute(select(CASE_NOTE).filter_by(case_id=case_id)):
        yield Line(row.at_ms, "note", row.office, row.note_id, text=row.text)
    for row in connection.execute(select(CASE_SITREP).filter_by(case_id=case_id)):
        yield Line(row.at_ms, "sitrep", row.office, row.number, values={"number": str(row.number)})


def _released(node: Node, connection: Connection, case_id: str) -> Iterator[Line]:
    for row in connection.execute(select(RELEASE_AUDIT).where(_tells(RELEASE_AUDIT, "case_id", RELEASE_PART, case_id))):
        office = _office(node.holding(row.agreement_id).own, row.position)
        values = {"item": row.item.rpartition(".")[2]}
        yield Line(row.released_ms, "released", office, row.position, row.clause, "own", row.position, values=values)
        receipts = select(LOG_RECEIPT).filter_by(agreement_id=row.agreement_id)
        stored = connection.execute(
            receipts.where(LOG_RECEIPT.c.size > row.position).order_by(LOG_RECEIPT.c.size).limit(1)
        ).one_or_none()
        if stored is not None:
            yield Line(stored.stored_ms, "stored", None, row.position, row.clause, "own", row.position)


def _arrived(node: Node, connection: Connection, case_id: str) -> Iterator[Line]:
    for row in connection.execute(select(ARRIVAL).where(_tells(ARRIVAL, "subject", ARRIVAL_PART, case_id))):
        office = _office(node.holding(row.agreement_id).copy, row.position)
        values = {"item": row.item.rpartition(".")[2]}
        yield Line(row.arrived_ms, "arrived", office, row.position, "", "partner", row.position, values=values)


def _tells(whole: Table, subject: str, parts: Table, case_id: str) -> ColumnElement[bool]:
    """Return the condition that a content, or a part of it, is about a case, one of its plans or of its searches."""
    same = and_(parts.c.agreement_id == whole.c.agreement_id, parts.c.position == whole.c.position)
    return or_(_is_of(whole.c[subject], case_id), exists().where(same, _is_of(parts.c.subject, case_id)))


def _is_of(subject: ColumnElement[Any], case_id: str) -> ColumnElement[bool]:
    return or_(subject == case_id, subject.startswith(f"{case_id}/", autoescape=True))


def _of_both(node: Node, _connection: Connection, case_id: str) -> Iterator[Line]:
    for each in incident_lines(node, case_id):
        told = each.office, each.number, each.clause, each.log, each.position
        yield Line(each.at_ms, each.kind, *told, values=each.values)


def _office(log: Any, position: int) -> str | None:
    (data,) = log.entries(position, position + 1)
    entry = parse_entry(data)
    return entry.office if isinstance(entry, Release) else None


SOURCES: tuple[Callable[[Node, Connection, str], Iterator[Line]], ...] = (
    _acts,
    _sections,
    _plans,
    _searches,
    _on_scene,
    _written,
    _released,
    _arrived,
    _of_both,
)
"""Where the lines come from."""


def check_key(text: str) -> str:
    """Return the key of a line as it was given, or raise `InvalidInput`."""
    parts = text.split(".")
    if len(parts) != len(Line(0, "opened").place) or not all(each.isascii() and each.isdecimal() for each in parts):
        raise InvalidInput(
            "node.no_such_line",
            "{key} is not the name of a line.",
            why="a log goes on after one of its own lines",
            remedy="follow the link to the next part, or leave it out",
            key=text[:80],
        )
    return text
