"""Looks at the partner again and again: every few seconds while it answers, more and more rarely while it does not."""

import threading
from dataclasses import dataclass, field

from comity.ground import MS_PER_S, ComityError
from comity.node.app import Node
from comity.node.journal import Journal
from comity.node.partners import Direction, partner_card, state_of
from comity.node.peers import pull

TICK_S = 0.05
DIRECTIONS: tuple[Direction, Direction] = ("in", "out")


@dataclass
class _Pace:
    """When an agreement's partner is looked at next, and after how many misses."""

    due_ms: int = 0
    misses: int = 0


@dataclass
class Poller:
    """A thread for each agreement that pulls once its partner is enrolled: no partner waits for another."""

    node: Node
    journal: Journal
    died: threading.Event = field(default_factory=threading.Event)
    """Set when a thread ended that should not have."""
    _stop: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def start(self) -> None:
        """Begin."""
        self._threads = [
            threading.Thread(target=self._run, args=(each,), name=f"poller-{each}") for each in self.node.holdings
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End after the present looks."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _run(self, agreement_id: str) -> None:
        pace = _Pace()
        try:
            while not self._stop.is_set():
                if self.node.clock() >= pace.due_ms and partner_card(self.node, agreement_id) is not None:
                    self._look(agreement_id, pace)
                self._stop.wait(TICK_S)
        finally:
            if not self._stop.is_set():
                self.died.set()

    def _look(self, agreement_id: str, pace: _Pace) -> None:
        settings = self.node.settings
        before = self._states(agreement_id)
        try:
            answered = pull(self.node, agreement_id)
        except ComityError as error:
            self.journal.note("pull_failed", agreement=agreement_id, code=error.code)
            answered = False
        for direction, state in self._states(agreement_id).items():
            if state != before[direction]:
                self.journal.note("partner", agreement=agreement_id, direction=direction, state=state[0], code=state[1])
        pace.misses = 0 if answered else pace.misses + 1
        wait_s = min(settings.pull_every_s * 2 ** min(pace.misses, 16), settings.pull_longest_wait_s)
        pace.due_ms = self.node.clock() + int(max(wait_s, settings.pull_every_s) * MS_PER_S)

    def _states(self, agreement_id: str) -> dict[str, tuple[str | None, str | None]]:
        found = {direction: state_of(self.node, agreement_id, direction) for direction in DIRECTIONS}
        return {
            direction: (None, None) if state is None else (state.state, state.reason.code if state.reason else None)
            for direction, state in found.items()
        }
