"""The drift of a case, in a process of its own: compiled kernels and large arrays never meet the process that serves.

The worker is spawned (not forked), tells its progress through a pipe, and leaves its results in one step or not at all.
"""

import multiprocessing
import threading
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import select

from comity.ground import ComityError, InvalidInput
from comity.node.app import Node
from comity.node.outbox import Job
from comity.node.store import RESCUE_CASE

PERMILLE = 1000
POLL_S = 0.2


def drift(node: Node, job: Job, stop: threading.Event) -> None:
    """Compute the drift that a job asks for; the same job twice gives the same files."""
    with node.store.reading() as connection:
        document = connection.execute(select(RESCUE_CASE.c.document).filter_by(case_id=job.subject)).scalar_one()
    example = any(holding.agreement.example for holding in node.holdings.values())
    node.disk.folder(node.layout.case(job.subject).parent)
    spawned = multiprocessing.get_context("spawn")
    receiver, sender = spawned.Pipe(duplex=False)
    arguments = (sender, document, str(node.layout.folder), node.settings.language, example)
    process = spawned.Process(target=compute, args=arguments, daemon=True, name="comity-drift")
    process.start()
    sender.close()
    try:
        _follow(node, job, receiver, stop)
    finally:
        process.terminate()
        process.join()
        receiver.close()


def _follow(node: Node, job: Job, receiver: Connection, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            told = receiver.recv() if receiver.poll(POLL_S) else None
        except EOFError:
            raise _ended() from None
        if isinstance(told, ComityError):
            raise told
        if told is True:
            return
        if told is not None:
            node.progress[job.job_id] = int(PERMILLE * told)
    raise _ended()


def _ended() -> InvalidInput:
    return InvalidInput(
        "node.worker_ended",
        "The computation ended before it was done.",
        why="its process stopped without a result, as it does when memory runs out or the node is stopped",
        remedy="ask for the drift again, with fewer particles if memory is short",
    )


def compute(sender: Connection, document: bytes, folder: str, language: str, example: bool) -> None:
    """Run in the spawned process: compute, write, and tell the progress; an error of ours is told as it is."""
    from comity.node.computing import compute_drift  # only here: the serving process never loads what it needs

    try:
        compute_drift(document, Path(folder), language=language, example=example, progress=sender.send)
    except ComityError as error:
        sender.send(error)
    else:
        sender.send(True)
    finally:
        sender.close()
