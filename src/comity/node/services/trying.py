"""Plan B: areas that an officer draws are counted as they are drawn, and kept as a plan of the office's own hand.

A warm worker holds the cloud of a case (two cases at most, each for ten minutes after it was last asked, and never
longer than the node): compiled kernels and large arrays stay out of the process that serves.
"""

import multiprocessing
import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import insert

from comity.ground import ComityError, InvalidInput
from comity.node import case_account
from comity.node.app import Node
from comity.node.case_documents import document
from comity.node.case_plans import Letter, base, newest
from comity.node.offices import OWNER
from comity.node.store import CASE_PLAN
from comity.node.worker import ended

MOST_WARM = 2
IDLE_S = 600.0
WAIT_S = 30.0
"""A question waits so long for the one before it: what waits holds a thread that serves."""
LONGEST_S = 120.0
"""Past this a worker that does not answer is ended: a first count loads a cloud and what counts it, in seconds."""


class _Warm:
    """A worker process that holds one case, and the line to it; one question at a time."""

    def __init__(self, folder: Path) -> None:
        spawned = multiprocessing.get_context("spawn")
        self._line, theirs = spawned.Pipe()
        self.process = spawned.Process(target=_serve, args=(theirs, str(folder)), daemon=True, name="comity-trial")
        self.process.start()
        theirs.close()
        self.turn = threading.Lock()
        self.holds = ""
        self.asked_s = time.monotonic()

    def ask(self, *what: Any) -> Any:
        """Return the answer to a question, or raise what it raised there."""
        try:
            self._line.send(what)
            if not self._line.poll(LONGEST_S):
                raise ended()
            answer = self._line.recv()
        except (EOFError, OSError):
            raise ended() from None
        self.asked_s = time.monotonic()
        if isinstance(answer, ComityError):
            raise answer
        return answer

    def end(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.join()
        self._line.close()


_WARM: OrderedDict[tuple[Path, str], _Warm] = OrderedDict()
_TURN = threading.Lock()


def tried(node: Node, case_id: str, letter: Letter, areas: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what a plan with other areas would find; the plan must be of the case as it stands."""
    found, basis = base(node, case_id, letter)
    answer: dict[str, Any] = _ask(node, case_id, basis, "try", found, list(areas))
    return answer


def keep(
    node: Node, case_id: str, letter: Letter, areas: Sequence[dict[str, Any]], *, office: str = OWNER
) -> dict[str, Any]:
    """Keep a plan with other areas as plan B, counted on all hypotheses; return its document."""
    found, basis = base(node, case_id, letter)
    kept: dict[str, Any] = _ask(node, case_id, basis, "keep", found, list(areas), office)
    data = orjson.dumps(kept, option=orjson.OPT_INDENT_2) + b"\n"
    row = {"case_id": case_id, "office": office, "letter": "b", "digest": sha256(data).hexdigest()}
    with node.turn, node.store.writing() as connection:
        connection.execute(insert(CASE_PLAN).values(**row, at_ms=node.clock(), basis=basis, document=data))
    return kept


def give_up(node: Node, case_id: str, *, office: str = OWNER) -> None:
    """Give plan B up; where there is none, nothing changes."""
    document(node, case_id)
    with node.turn:
        known = newest(node, case_id, "b")
        if known is None or known.document is None:
            return
        row = {"case_id": case_id, "at_ms": node.clock(), "office": office, "letter": "b"}
        with node.store.writing() as connection:
            connection.execute(insert(CASE_PLAN).values(row))


def end_idle(node: Node, *, idle_s: float = IDLE_S) -> None:
    """End the workers of a node that nobody has asked for so long; with 0, all of them."""
    with _TURN:
        for key, warm in list(_WARM.items()):
            if key[0] == node.layout.folder and time.monotonic() - warm.asked_s >= idle_s:
                _end(key)


def _ask(node: Node, case_id: str, basis: str, *what: Any) -> Any:
    warm = _warm(node, case_id)
    if not warm.turn.acquire(timeout=WAIT_S):
        raise InvalidInput(
            "node.trial_is_busy",
            "What was drawn on {case} is not counted yet.",
            why="another area of this case is being counted, and it takes longer than a moment",
            remedy="try again in a few seconds",
            case=case_id,
        )
    try:
        return _answer(node, case_id, warm, basis, *what)
    finally:
        warm.turn.release()


def _answer(node: Node, case_id: str, warm: _Warm, basis: str, *what: Any) -> Any:
    """Ask the worker of a case, which holds it as it stands; whoever has its turn calls."""
    try:
        if warm.holds != basis:
            warm.holds = ""
            rows = case_account.rows(node, case_id)
            warm.ask("load", orjson.dumps(document(node, case_id)), rows, basis)
            warm.holds = basis
        return warm.ask(*what)
    except ComityError as error:
        if error.code == ended().code:
            with _TURN:
                _end((node.layout.folder, case_id), only=warm)
        raise


def _warm(node: Node, case_id: str) -> _Warm:
    """Return the worker of a case, started now if there is none; of too many, the one least asked lately is ended."""
    key = node.layout.folder, case_id
    with _TURN:
        if key not in _WARM or not _WARM[key].process.is_alive():
            _end(key)
            _WARM[key] = _Warm(node.layout.folder)
        _WARM.move_to_end(key)
        while len(_WARM) > MOST_WARM:
            _end(next(iter(_WARM)))
        return _WARM[key]


def _end(key: tuple[Path, str], *, only: _Warm | None = None) -> None:
    """End a worker; whoever holds `_TURN` calls."""
    known = _WARM.get(key)
    if known is not None and only in (None, known):
        del _WARM[key]
        known.end()


def _serve(line: Connection, folder: str) -> None:
    """Run in the spawned process."""
    from comity.node.trial import serve  # only here: the serving process never loads what it needs

    serve(line, folder)
