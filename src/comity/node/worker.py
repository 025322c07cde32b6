"""The drift and the plan of a case, in a process of their own: compiled kernels and large arrays never meet the server.

The worker is no copy of the server, which has many threads: it begins as one of a process that only loaded what is
needed. It tells its progress through a pipe, and leaves its results in one step or not at all.
One at a time works on the folder of a case: a drift and a plan of the same case wait for one another.
"""

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import insert, select

from comity.files.folders import write_folder
from comity.ground import ComityError, InvalidInput
from comity.node import case_account, case_documents
from comity.node.app import Node
from comity.node.case_folders import BASIS_FILE, CLOUD_FILES, LEARNT_FILE, PLAN_FILE, read_together
from comity.node.outbox import Job
from comity.node.store import CASE_PLAN

PERMILLE = 1000
POLL_S = 0.2
WORKS = "comity.node.computing"
"""What a worker needs: it takes 1.7 s to load, once, in a process that does nothing but begin workers as its copies."""

_TURNS: dict[Path, threading.Lock] = {}
_TURNS_TURN = threading.Lock()


def drift(node: Node, job: Job, stop: threading.Event) -> None:
    """Compute the drift that a job asks for; the same job twice gives the same files.

    A plan follows where there is something to plan or to learn: the folder of a case tells of one state of it.
    """
    with _alone_on(node, job, stop):
        document = case_documents.document(node, job.subject)
        node.disk.folder(node.layout.case(job.subject).parent)
        _computed(node, job, stop, "drift", orjson.dumps(document))
    kept = case_account.rows(node, job.subject)
    if document.get("unit") or kept.digests or kept.clues:
        with node.store.writing() as connection:
            case_account.ask_plan(connection, job.subject, now_ms=node.clock())


def plan(node: Node, job: Job, stop: threading.Event) -> None:
    """Learn from what was searched, and plan what can still go out; the same job twice gives the same files."""
    with _alone_on(node, job, stop):
        document = orjson.dumps(case_documents.document(node, job.subject))
        kept = case_account.rows(node, job.subject)
        try:
            _computed(node, job, stop, "plan", document, kept)
        except ComityError:
            if stop.is_set():  # it begins anew at the next start
                raise
            _forget(node, job.subject, kept)
            raise
        keep_plan(node, job.subject)


def _forget(node: Node, case_id: str, kept: case_account.Rows) -> None:
    """Remove what was learnt of a case where it holds more than is kept and could not be learnt anew without it.

    A search that was recalled, or that is not ours to keep any more, stays in no file; the drift stays.
    """
    folder = node.layout.case(case_id)
    found = read_together(folder, [LEARNT_FILE, *CLOUD_FILES])
    learnt = orjson.loads(found.pop(LEARNT_FILE, b'{"searches": [], "clues": []}'))
    digests = {str(each["digest"]) for each in learnt["searches"]}
    if not digests <= set(kept.digests) or any(each not in kept.clues for each in learnt["clues"]):
        write_folder(folder, found, former=[each.name for each in folder.iterdir()])


def keep_plan(node: Node, case_id: str) -> None:
    """Keep the plan of a case's folder among those that were made, unless it is the newest of them already."""
    files = read_together(node.layout.case(case_id), [PLAN_FILE, BASIS_FILE])
    found = files.get(PLAN_FILE)
    if found is None:
        return
    basis = orjson.loads(files[BASIS_FILE])["basis"]
    digest = sha256(found).hexdigest()
    newest = select(CASE_PLAN.c.digest).filter_by(case_id=case_id, letter="a").order_by(CASE_PLAN.c.plan_id.desc())
    with node.store.writing() as connection:
        if connection.execute(newest.limit(1)).scalar() != digest:
            row = {"case_id": case_id, "at_ms": node.clock(), "letter": "a", "digest": digest}
            connection.execute(insert(CASE_PLAN).values(**row, basis=basis, document=found))


@contextmanager
def _alone_on(node: Node, job: Job, stop: threading.Event) -> Iterator[None]:
    """Hold the folder of a case: what reads it and then replaces it must not do so beside another."""
    with _TURNS_TURN:
        turn = _TURNS.setdefault(node.layout.case(job.subject), threading.Lock())
    while not turn.acquire(timeout=POLL_S):
        if stop.is_set():
            raise ended()
    try:
        yield
    finally:
        turn.release()


def _computed(node: Node, job: Job, stop: threading.Event, work: str, *what: Any) -> None:
    """Have something computed in a process of its own, and wait until it is done."""
    example = any(holding.agreement.example for holding in node.holdings.values())
    prepared = _prepared()
    receiver, sender = prepared.Pipe(duplex=False)
    arguments = (sender, work, what, str(node.layout.folder), node.settings.language, example)
    process = prepared.Process(target=compute, args=arguments, daemon=True, name=f"comity-{work}")
    process.start()
    sender.close()
    try:
        _follow(node, job, receiver, stop)
    finally:
        process.terminate()
        process.join()
        receiver.close()


def prepare() -> None:
    """Begin the process that begins workers, if it does not run: it loads meanwhile, and no officer's job waits for it.

    It ends with the process that calls this, however that ends.
    """
    _prepared()
    forkserver.ensure_running()


def _prepared() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([WORKS])
    return context


def _follow(node: Node, job: Job, receiver: Connection, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            told = receiver.recv() if receiver.poll(POLL_S) else None
        except EOFError:
            raise ended() from None
        if isinstance(told, ComityError):
            raise told
        if told is True:
            return
        if told is not None:
            node.progress[job.job_id] = int(PERMILLE * told)
    raise ended()


def ended() -> InvalidInput:
    """Return that a worker stopped before it was done."""
    return InvalidInput(
        "node.worker_ended",
        "The computation ended before it was done.",
        why="its process stopped without a result, as it does when memory runs out or the node is stopped",
        remedy="ask for it again, with fewer particles if memory is short",
    )


def compute(sender: Connection, work: str, what: tuple[Any, ...], folder: str, language: str, example: bool) -> None:
    """Run in the worker: compute, write, and tell the progress; an error of ours is told as it is."""
    from comity.node import computing  # only here: the serving process never loads what it needs

    works: dict[str, Callable[..., None]] = {"drift": computing.compute_drift, "plan": computing.compute_plan}
    try:
        works[work](*what, Path(folder), language=language, example=example, progress=sender.send)
    except ComityError as error:
        sender.send(error)
    else:
        sender.send(True)
    finally:
        sender.close()
