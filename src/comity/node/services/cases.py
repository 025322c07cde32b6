"""Search and rescue cases: open one, ask for its drift, move it to its next stage, list ours and the partner's.

A case of ours is national until it is released; the partner's are what its releases carried. One badge for each: ours,
shared (ours, and released), partner. A partner's case whose content is here no longer stays on the list and says why.
The stages are those of the IAMSAR Manual vol. II, 3.2; what an office does about a case is kept with that office's
name.
"""

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any, Literal, get_args

import orjson
from sqlalchemy import Connection, Row, insert, select

from comity.files.cases import resolved_case
from comity.ground import InvalidInput
from comity.node import case_documents, outbox
from comity.node.app import Node
from comity.node.both_logs import both_logs, clause_of
from comity.node.co_ordination import Side as Side
from comity.node.co_ordination import Whose, co_ordination
from comity.node.contents import read_content
from comity.node.erasures import erased
from comity.node.fates import item_fates
from comity.node.new_cases import check_sight, written
from comity.node.offices import OWNER
from comity.node.on_scene import OnScene, on_scene
from comity.node.outbox import Job
from comity.node.received import read_each
from comity.node.store import ARRIVAL, ARRIVAL_PART, CASE_ACT, RELEASE_AUDIT, RESCUE_CASE
from comity.rescue import CASE_RECORD, case_of

Badge = Literal["ours", "shared", "partner"]
Stage = Literal["awareness", "initial", "planning", "operations", "conclusion"]
STAGES: tuple[Stage, ...] = get_args(Stage)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST_ID_CHARACTERS = 64

_AREAS = frozenset({"containment_50", "containment_75", "containment_90", "containment_95"})
"""The fields of a record that hold its areas: all but some hundred bytes of it."""
_Which = Literal["none", "last", "all"]


_TURN = threading.Lock()
_BARE: dict[Path, tuple[dict[str, Any], ...]] = {}


@dataclass(frozen=True)
class Standing:
    """The stage of a case and whose centre co-ordinates the search (SMC).

    `office` moved it to its stage; without one, the stage follows from what was done. The centre that opened a case
    co-ordinates until the partner knows of it; from then on, the one that both signed (`comity.node.co_ordination`).
    `on_scene` is the unit that co-ordinates on scene (OSC), of a case of ours.
    """

    stage: Stage
    smc: Side
    since_ms: int | None = None
    office: str | None = None
    on_scene: OnScene | None = None


@dataclass(frozen=True)
class Gone:
    """Why nothing is shown of a partner's case: erased at the end of its time, or recalled; under which article."""

    how: Literal["erased", "recalled"]
    at_ms: int
    article: str


@dataclass(frozen=True)
class CaseView:
    """A case as an officer sees it; `document` is ours as it stands, or the partner's record (empty when gone).

    `agreement_id` is the agreement under which the partner released its case.
    """

    case_id: str
    badge: Badge
    opened_ms: int
    document: dict[str, Any]
    files: tuple[str, ...]
    drift: Job | None
    standing: Standing
    gone: Gone | None = None
    agreement_id: str | None = None


@dataclass(frozen=True)
class _Arrived:
    """Where the newest word on a partner's case lies, and when its first one came: the alert is as old as that."""

    first_ms: int
    row: Row[Any]
    path: Path
    place: int
    gone: Gone | None


def open_case(node: Node, document: dict[str, Any], *, office: str = OWNER) -> CaseView:
    """Open a case from a document of the case format; nothing is kept of one that is wrong."""
    data = written(document)
    made = resolved_case(case_of(document), node.layout.folder)
    check_sight(made)
    case_id = made.case_id
    if not _ID.fullmatch(case_id) or len(case_id) > _MOST_ID_CHARACTERS:
        raise InvalidInput(
            "node.bad_case_name",
            "{case} cannot be the name of a case.",
            why="a name has small letters, digits and single hyphens, {most} at most",
            remedy="name it by place and date, such as bejaia-2008-08-06",
            case=case_id[:80],
            most=_MOST_ID_CHARACTERS,
        )
    with node.turn, node.store.writing() as connection:
        if connection.execute(select(RESCUE_CASE.c.case_id).filter_by(case_id=case_id)).first():
            raise InvalidInput(
                "node.case_exists",
                "There is already a case {case}.",
                why="a case is opened once, and what is known of it is added to it",
                remedy="choose another name, or work on the case that is open",
                case=case_id,
            )
        row = {"case_id": case_id, "opened_ms": node.clock(), "document": data}
        connection.execute(insert(RESCUE_CASE).values(row))
        _keep_act(node, connection, case_id, "opened", office)
    return case(node, case_id)


def case(node: Node, case_id: str) -> CaseView:
    """Return one case, ours before the partner's, or raise `InvalidInput`."""
    found = next(_views(node, case_id), None)
    if found is None:
        raise InvalidInput(
            "node.no_such_case",
            "There is no case {case}.",
            why="no office here opened it, and the partner did not send it",
            remedy="check its name in the list of cases",
            case=case_id[:80],
        )
    return found


def cases(node: Node) -> list[CaseView]:
    """List every case, ours first, then the partner's with the newest content of each, without its areas."""
    return list(_views(node))


def with_last_areas(node: Node) -> list[CaseView]:
    """List every case, the partner's with the areas of the last instant alone: each is then some kilobytes."""
    return list(_views(node, areas="last"))


def of_name(node: Node, case_id: str) -> list[CaseView]:
    """Return every case of one name, ours and the partner's, theirs with their areas; both centres may use one."""
    return list(_views(node, case_id))


def _views(node: Node, only: str | None = None, *, areas: _Which | None = None) -> Iterator[CaseView]:
    """Yield the cases, or those of one name: theirs then with the whole record, near 3 MB where it has its areas."""
    areas = areas or ("none" if only is None else "all")
    with node.store.reading() as connection:
        ours = connection.execute(select(RESCUE_CASE).order_by(RESCUE_CASE.c.opened_ms)).all()
        later = case_documents.sections(connection, only)
        released = select(RELEASE_AUDIT.c.case_id).filter_by(item=CASE_RECORD.name)
        shared = set(connection.execute(released).scalars())
        of_cases = select(ARRIVAL).filter_by(item=CASE_RECORD.name)
        arrived = connection.execute(of_cases.order_by(ARRIVAL.c.position)).all()
        parts = connection.execute(select(ARRIVAL_PART).order_by(ARRIVAL_PART.c.place)).all()
        moved = {
            (row.case_id, row.whose): Standing(row.stage, row.smc, row.at_ms, row.office)
            for row in connection.execute(select(CASE_ACT).filter_by(kind="moved").order_by(CASE_ACT.c.act))
        }
        designated = on_scene(connection)
    agreed = co_ordination(node)
    for row in ours:
        if only not in (None, row.case_id):
            continue
        badge: Badge = "shared" if row.case_id in shared else "ours"
        job = outbox.latest(node, "drift", row.case_id)
        files = tuple(sorted(path.name for path in node.layout.case(row.case_id).glob("*")))
        standing = moved.get((row.case_id, "ours")) or Standing(_stage(badge, job), "ours")
        smc = agreed[Whose("ours", row.case_id)].smc if badge == "shared" else "ours"
        standing = replace(standing, smc=smc, on_scene=designated.get(row.case_id))
        document = case_documents.current(orjson.loads(row.document), later.get(row.case_id, {}))
        yield CaseView(row.case_id, badge, row.opened_ms, document, files, job, standing)
    theirs = [(name, each) for (_, name), each in _newest(node, arrived, parts).items() if only in (None, name)]
    read = _read([each for _, each in theirs if each.gone is None], areas)
    for subject, found in theirs:
        record = read.get((found.path, found.place))
        if record is None and found.gone is None:
            continue
        told: Stage = "initial" if record is not None and record.get("status") != "closed" else "conclusion"
        standing = moved.get((subject, "partner")) or Standing(told, "partner")
        held = agreed.get(Whose("partner", subject))
        standing = replace(standing, smc=held.smc if held else "partner")
        told_by = found.row.agreement_id
        yield CaseView(subject, "partner", found.first_ms, record or {}, (), None, standing, found.gone, told_by)


def _read(wanted: Sequence[_Arrived], areas: _Which) -> dict[tuple[Path, int], dict[str, Any]]:
    """Return records by the content and their place in it; each content is read once, one record at a time."""
    places: dict[Path, set[int]] = {}
    for each in wanted:
        places.setdefault(each.path, set()).add(each.place)
    if areas == "none":
        return {(path, at): each for path, some in _bare(places).items() for at, each in enumerate(some)}
    found: dict[tuple[Path, int], dict[str, Any]] = {}
    for path, here in places.items():
        numbers = count()

        def keep(record: dict[str, Any], path: Path = path, here: set[int] = here, at: Iterator[int] = numbers) -> None:
            if (place := next(at)) in here:
                found[path, place] = _shown(record, areas)

        with suppress(FileNotFoundError), path.open("rb") as file:  # erased a moment ago
            read_content(file, keep)
    return found


def _bare(paths: Iterable[Path]) -> dict[Path, tuple[dict[str, Any], ...]]:
    """Return the records of contents without their areas: read once, for a content never changes under its hash.

    What is asked for no longer, such as what was erased, is kept no longer.
    """
    found = {path: _BARE.get(path) or read_each(path, lambda record: _shown(record, "none")) for path in paths}
    with _TURN:
        _BARE.clear()
        _BARE.update(found)
    return found


def _shown(record: dict[str, Any], areas: _Which) -> dict[str, Any]:
    """Return a record with all its areas, with those of its last instant, or with none."""
    if areas == "all":
        return record
    bare = {name: value for name, value in record.items() if name not in _AREAS}
    instants = record.get("containment_ms")
    if areas == "none" or not isinstance(instants, list):
        return bare
    last = slice(len(instants) - 1, len(instants)) if instants else slice(0)
    kept = {name: record[name][last] for name in _AREAS if isinstance(record.get(name), list)}
    is_told = all(type(each) is int and each > 0 for each in instants)  # one that is not makes all of them untold
    return {**bare, "containment_ms": instants[last], **kept} if is_told else bare


def _newest(node: Node, arrived: Sequence[Row[Any]], parts: Sequence[Row[Any]]) -> dict[tuple[str, str], _Arrived]:
    """Return the newest word that still is here on each of the partner's cases; where none is, the newest that went."""
    subjects = {(row.agreement_id, row.position): [row.subject] for row in arrived}
    for part in parts:
        with suppress(KeyError):  # of another kind
            subjects[part.agreement_id, part.position].append(part.subject)
    left = {each: _Left(node, each) for each in {row.agreement_id for row in arrived}}
    found: dict[tuple[str, str], _Arrived] = {}
    first_ms: dict[tuple[str, str], int] = {}
    for row in arrived:
        path = node.layout.blob(row.agreement_id, row.blob_sha256)
        for place, subject in enumerate(subjects[row.agreement_id, row.position]):
            gone, key = left[row.agreement_id].gone(row, place), (row.agreement_id, subject)
            first_ms.setdefault(key, row.arrived_ms)
            is_news = key not in found or found[key].gone is not None
            if path.is_file() if gone is None else is_news:
                found[key] = _Arrived(first_ms[key], row, path, place, gone)
    return found


class _Left:
    """What the partner's log and our erasures say of the contents that arrived under one agreement."""

    def __init__(self, node: Node, agreement_id: str) -> None:
        self._holding = node.holding(agreement_id)
        log = both_logs(self._holding).theirs
        self._fates = item_fates(log)
        self._manifests = {each.position: each.manifest for each in log.left}
        self._erased = erased(node, agreement_id, "partner")

    def gone(self, row: Row[Any], place: int) -> Gone | None:
        """Return why an item is here no longer, or `None`."""
        manifest = self._manifests[row.position]
        fate = self._fates[manifest.blob, place]
        if fate.state == "recalled" and fate.since_ms is not None:
            return Gone("recalled", fate.since_ms, clause_of(self._holding, manifest))
        erased_ms = self._erased.get(row.position)
        return None if erased_ms is None else Gone("erased", erased_ms, clause_of(self._holding, manifest))


def move(node: Node, case_id: str, stage: Stage, *, smc: Side | None = None, office: str) -> CaseView:
    """Move a case to a stage; the office that moves it is kept.

    Parameters
    ----------
    smc
        Whose centre co-ordinates; it may only be the one that does: another is agreed by both (`custody.propose`).
    """
    with node.turn:
        found = case(node, case_id)
        if smc not in (None, found.standing.smc):
            raise InvalidInput(
                "node.co_ordination_by_both",
                "Who co-ordinates {case} was not changed.",
                why="the centre that opened a case co-ordinates it until both parties sign that the other does",
                remedy="send the case to the partner, then propose the hand-over; it counts once both have signed it",
                case=case_id,
            )
        if found.standing.stage == stage and found.standing.office is not None:
            raise InvalidInput(
                "node.case_there_already",
                "The case {case} stands there already.",
                why="{office} moved it to this stage",
                remedy="look at the case again, or choose another stage",
                case=case_id,
                office=found.standing.office,
            )
        whose, smc = "partner" if found.badge == "partner" else "ours", found.standing.smc
        with node.store.writing() as connection:
            _keep_act(node, connection, case_id, "moved", office, whose=whose, stage=stage, smc=smc)
    return case(node, case_id)


def ask_drift(node: Node, case_id: str, *, office: str = OWNER) -> Job:
    """Ask for the drift of one of our cases; the work is done beside, and its progress is the job's."""
    with node.turn:
        _ours(node, case_id)
        known = outbox.latest(node, "drift", case_id)
        if known is not None and known.state in ("waiting", "running"):
            raise InvalidInput(
                "node.case_is_busy",
                "The drift of {case} is being computed already.",
                why="job {job} is not done yet",
                remedy="wait until it is done",
                case=case_id,
                job=known.job_id,
            )
        with node.store.writing() as connection:
            number = outbox.add(connection, "drift", case_id, now_ms=node.clock())
            _keep_act(node, connection, case_id, "drift_asked", office, job_id=number)
    job = outbox.latest(node, "drift", case_id)
    assert job is not None, "it was written just now"
    return job


def output(node: Node, case_id: str, name: str) -> Path:
    """Return an output of one of our cases by its listed name, or raise `InvalidInput`."""
    _ours(node, case_id)
    folder = node.layout.case(case_id)
    for path in folder.glob("*"):
        if path.name == name and path.is_file():
            return path
    raise InvalidInput(
        "node.no_such_file",
        "The case {case} has no file {name}.",
        why="its files are listed with the case",
        remedy="ask for the drift first, or check the name",
        case=case_id,
        name=name[:80],
    )


def _stage(badge: Badge, job: Job | None) -> Stage:
    """Return the stage that follows from what was done: nobody has to declare it, so nobody forgets to.

    Known is awareness; a drift is planning; a plan that both centres hold is operations.
    """
    if badge == "shared":
        return "operations"
    return "awareness" if job is None else "planning"


def _keep_act(
    node: Node, connection: Connection, case_id: str, kind: str, office: str, *, whose: str = "ours", **more: Any
) -> None:
    row = {"case_id": case_id, "whose": whose, "at_ms": node.clock(), "office": office, "kind": kind, **more}
    connection.execute(insert(CASE_ACT).values(row))


def _ours(node: Node, case_id: str) -> None:
    if case(node, case_id).badge == "partner":
        raise InvalidInput(
            "node.case_of_the_partner",
            "{case} is the partner's case.",
            why="only the centre that opened a case computes its drift and keeps its files",
            remedy="open a case of your own if you search as well",
            case=case_id,
        )
