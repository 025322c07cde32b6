"""The node's work beside its answers: what waits is done, one worker for each kind, until the node stops.

`receive` fetches a content that the partner announced; `drift` and `plan` compute a case in a process of their own, so
that no compiled kernel ever runs in the process that serves. `digest` makes the reminders of a day and hands each to
the mail server. `distress` opens the case of a device that was heard, and moves it while the device is heard on.
"""

import threading
from collections.abc import Callable, Mapping

from comity.ground import ComityError, Untrusted
from comity.node import batches, distress_cases, erasures, outbox, public_pages, received_searches, worker
from comity.node.app import Node
from comity.node.fetching import reading
from comity.node.journal import Journal
from comity.node.outbox import Job
from comity.node.partners import keep_evidence, required_card
from comity.node.services import corrections, exchange, reminders, requests, trying

IDLE_S = 0.2

Handler = Callable[[Node, Job, threading.Event], None]


def receive(node: Node, job: Job, _stop: threading.Event) -> None:
    """Fetch an announced content, check its hash, and file it; what was recalled since is left alone."""
    agreement_id, _, position = job.subject.rpartition("/")
    if corrections.is_recalled(node, agreement_id, int(position)):
        return
    manifest = exchange.manifest_at(node, agreement_id, int(position))
    card = required_card(node, agreement_id)
    with reading(node, card) as reader:
        pieces = reader.blob(manifest.blob.removeprefix("sha256:"), manifest.bytes)
        exchange.file_arrival(node, agreement_id, int(position), pieces)
    received_searches.follow(node)


def refetch(node: Node, job: Job, _stop: threading.Event) -> None:
    """Fetch a content of our own back from the partner, which was lost with the newer state of this node."""
    agreement_id, _, position = job.subject.rpartition("/")
    card = required_card(node, agreement_id)
    with reading(node, card) as reader:
        erasures.refetch(node, agreement_id, int(position), reader.blob)


HANDLERS: Mapping[str, Handler] = {
    "receive": receive,
    "refetch": refetch,
    "drift": worker.drift,
    "plan": worker.plan,
    "digest": reminders.deliver,
    "distress": distress_cases.follow,
}
ROUNDS: Mapping[str, Callable[[Node], object]] = {
    "batches": batches.close_due,
    "lapses": requests.declare_lapses,
    "recalls": corrections.erase_recalled,
    "erasures": erasures.erase_due,
    "searches": received_searches.follow,
    "reminders": reminders.plan,
    "trials": trying.end_idle,
    "public_pages": public_pages.publish_due,
}
"""What falls due by time alone: looked at again and again, without a row that asks for it."""

ROUND_S = 5.0
AGAIN = frozenset({"receive", "refetch", "digest"})
"""Kinds that are tried again: what stands between us and the partner, or the mail server, passes."""


def run_due(node: Node, kind: str, stop: threading.Event, *, start: str = "", journal: Journal | None = None) -> int:
    """Do what is due of a kind, on subjects that begin so; return how many jobs were done or failed."""
    count = 0
    while not stop.is_set() and outbox.is_due(node, kind, start):
        job = outbox.claim(node, kind, start)
        if job is None:
            break
        count += 1
        try:
            HANDLERS[kind](node, job, stop)
        except Untrusted as error:
            agreement_id = job.subject.rpartition("/")[0]
            if agreement_id in node.holdings and job.attempts == 1:
                head = node.holding(agreement_id).copy.head()
                keep_evidence(node, agreement_id, "in", error, pinned=head, offered=None)
            outbox.fail(node, job, error, again=kind in AGAIN)
            _tell(node, kind, error, journal)
        except ComityError as error:
            if stop.is_set():
                break  # it stays as running, and begins anew at the next start
            outbox.fail(node, job, error, again=kind in AGAIN)
            _tell(node, kind, error, journal)
        else:
            outbox.finish(node, job)
            _tell(node, kind, None, journal)
    return count


def go_round(node: Node, journal: Journal | None = None) -> None:
    """Do once whatever fell due by time alone; what cannot be done now is told, and tried again at the next round.

    A log that could not be made durable stops the node by itself (`Node.failure`).
    """
    for name, work in ROUNDS.items():
        failed = None
        try:
            work(node)
        except ComityError as error:
            failed = error
        _tell(node, name, failed, journal)


def _tell(node: Node, work: str, error: ComityError | None, journal: Journal | None) -> None:
    """Say once that a kind of work fails, and once that it goes well again: in the journal, and to whoever asks."""
    known = node.troubles.get(work)
    if (known[0] if known else None) == (error.code if error else None):
        return
    if error is None:
        del node.troubles[work]
    else:
        node.troubles[work] = error.code, node.clock()
    if journal is not None:
        journal.note("work_failed" if error else "work_well", work=work, code=error.code if error else None)


def _starts(node: Node) -> list[str]:
    """Return how the subjects begin of jobs that wait for a partner, one for each agreement."""
    return [f"{agreement_id}/" for agreement_id in node.holdings]


class Workers:
    """One thread for each kind of work, and one for what falls due by time alone.

    What waits for a partner has one for each agreement: a slow partner holds up nobody but itself.
    """

    def __init__(self, node: Node, journal: Journal | None = None) -> None:
        self._node, self._journal = node, journal
        self._stop = threading.Event()
        self.died = threading.Event()
        """Set when a thread ended that should not have."""
        works = [(kind, start) for kind in HANDLERS for start in (_starts(node) if kind in AGAIN else ("",))]
        self._threads = [threading.Thread(target=self._run, args=each, name=f"job-{each[0]}") for each in works]
        self._threads.append(threading.Thread(target=self._go_round, name="rounds"))

    def start(self) -> None:
        """Begin; what was running when the node last stopped waits again."""
        outbox.reclaim(self._node)
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End after the present piece of work; a drift is ended at once and begins anew at the next start."""
        self._stop.set()
        for thread in self._threads:
            thread.join()
        trying.end_idle(self._node, idle_s=0.0)

    def _go_round(self) -> None:
        try:
            while not self._stop.is_set():
                go_round(self._node, self._journal)
                if not self._stop.wait(ROUND_S):
                    worker.prepare()  # when the node has answered for some seconds, not while it starts
        finally:
            if not self._stop.is_set():
                self.died.set()

    def _run(self, kind: str, start: str) -> None:
        try:
            while not self._stop.is_set():
                run_due(self._node, kind, self._stop, start=start, journal=self._journal)
                self._stop.wait(IDLE_S)
        finally:
            if not self._stop.is_set():
                self.died.set()
