"""The node's side of what listens: begins the process, asks it, takes its news, and begins it again where it ended.

The process is a fresh one (spawned), so that no compiled kernel ever runs in the process that serves. It begins when
feeds are set or positions are kept, else when the first sentence is given to the node.
"""

import multiprocessing
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from comity.ground import ComityError, InvalidInput
from comity.node.feeds.orders import Orders, WatchState
from comity.node.journal import Journal

ANSWER_S = 20.0
"""Far longer than any answer takes; the longest wait is that of the first question, while kernels are loaded."""

POLL_S = 0.2
FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 60.0


@dataclass(frozen=True)
class Setting:
    """What the process needs to know of its node; `known` and `on_distress` reach into the node's database."""

    store: Path
    feeds: Mapping[str, str]
    stall_after_s: float
    kept_ms: int
    keep_days: int
    known: Callable[[], tuple[Any, ...]]
    on_distress: Callable[[list[Any]], None]
    journal: Journal | None = None


@dataclass
class Watch:
    """What a node hears of ships; nothing is heard before `begin`."""

    state: WatchState = field(default_factory=WatchState)
    run: int = 0
    """How many times the process began: numbers of vessels are those of one run."""
    _setting: Setting | None = None
    _questions: Connection | None = None
    _asked: int = 0
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _stop: threading.Event = field(default_factory=threading.Event)
    _up: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    @property
    def is_running(self) -> bool:
        """Whether something listens."""
        return self._up.is_set()

    @property
    def is_set(self) -> bool:
        """Whether somebody listens, or is about to."""
        return self._thread is not None

    def set(self, setting: Setting) -> None:
        """Say what to listen to; begin at once where there is something."""
        self._setting = setting
        if setting.feeds or setting.store.exists():
            self.begin()

    def begin(self) -> None:
        """Begin to listen, unless it is done already; a node that is not served hears nothing."""
        with self._turn:
            if self._thread is None and self._setting is not None and not self._stop.is_set():
                self._thread = threading.Thread(target=self._follow, args=(self._setting,), name="watch")
                self._thread.start()

    def stop(self) -> None:
        """End; what was heard is written first."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def ask(self, name: str, *what: Any, **how: Any) -> Any:
        """Return an answer of the process, or raise what it answers; `InvalidInput` where nothing listens."""
        if self._thread is None or not self._up.wait(ANSWER_S):
            raise nobody_listens()
        with self._turn:
            line, self._asked = self._questions, self._asked + 1
            if line is None:
                raise nobody_listens()
            try:
                line.send((self._asked, name, what, how))
                while line.poll(ANSWER_S):
                    number, answer = line.recv()
                    if number == self._asked:
                        break
                else:
                    raise nobody_listens()
            except (EOFError, OSError):
                raise nobody_listens() from None
        if isinstance(answer, ComityError):
            raise answer
        return answer

    def _follow(self, setting: Setting) -> None:
        wait_s = FIRST_WAIT_S
        while not self._stop.is_set():
            told = self._one_run(setting)
            if self._stop.is_set():
                return
            wait_s = FIRST_WAIT_S if told > 1 else min(LONGEST_WAIT_S, wait_s * 2)
            if setting.journal is not None:
                setting.journal.note("watch_ended", again_s=wait_s)
            self._stop.wait(wait_s)

    def _one_run(self, setting: Setting) -> int:
        """Begin a process and take its news until it or the node ends; return how many it told."""
        from comity.node.feeds.listening import listen_apart

        spawned = multiprocessing.get_context("spawn")
        (ours, theirs), (news, told_by) = spawned.Pipe(), spawned.Pipe(duplex=False)
        given = setting.feeds, setting.stall_after_s, setting.kept_ms, setting.keep_days
        orders = Orders(setting.store, *given, setting.known())
        process = spawned.Process(target=listen_apart, args=(theirs, told_by, orders), daemon=True, name="comity-watch")
        process.start()
        theirs.close()
        told_by.close()
        count = 0
        try:
            while not self._stop.is_set():
                if news.poll(POLL_S):
                    self._take(setting, *news.recv())
                    count += 1
                    if count == 1:
                        self.run, self._questions = self.run + 1, ours
                        self._up.set()
        except (EOFError, OSError):
            pass  # it ended; why stands in the journal of the operating system
        finally:
            self._up.clear()
            with self._turn:
                self._questions = None
            ours.close()
            news.close()
            process.join(GRACE_S)
            with suppress(OSError):
                process.kill()
            process.join()
        return count

    def _take(self, setting: Setting, what: str, content: Any) -> None:
        if what == "states":
            self.state = content
            setting.on_distress([])
        else:
            setting.on_distress(content)


GRACE_S = 10.0
"""What the process has to write what it heard, once its node is going."""


def nobody_listens() -> InvalidInput:
    """Return that there is no picture to ask."""
    return InvalidInput(
        "node.nobody_listens",
        "There is no picture of ships here.",
        why="no receiver is set for this node, or the process that listens is just beginning",
        remedy="name a receiver under maritime.feeds in node.toml, or look again in a moment",
    )
