"""How what was heard is kept: gathered for a second, written durably, in a thread that no picture waits for."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

import pyarrow as pa

from comity.ground import ComityError
from comity.node.feeds.backlog import Level

GATHER_S = 1.0
MOST_ROWS = 1_000_000
"""What waits for the disk at most: near a minute of the whole world's fixes."""

AT_ONCE_ROWS = 200_000
TRACKS_SHARE = 0.5


@dataclass(frozen=True)
class Batch:
    """Rows of one round: positions, what ships say of themselves, messages."""

    positions: pa.Table
    statics: pa.Table
    messages: pa.Table

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(int(each.num_rows) for each in (self.positions, self.statics, self.messages))


def joined(batches: list[Batch]) -> Batch:
    """Return batches as one."""
    parts = ((each.positions, each.statics, each.messages) for each in batches)
    return Batch(*(pa.concat_tables(tables).unify_dictionaries() for tables in zip(*parts, strict=True)))


@dataclass
class Keeper:
    """Writes batches one after the other; a disk that refuses is told, and tried again with the same rows."""

    write: Callable[[Batch], None]
    problem: ComityError | None = None
    _waiting: deque[Batch] = field(default_factory=deque)
    _rows: int = 0
    _turn: threading.Condition = field(default_factory=threading.Condition)

    def put(self, batch: Batch) -> int:
        """Add a batch; return how many positions found no room."""
        with self._turn:
            if self._rows + batch.rows > MOST_ROWS:
                return int(batch.positions.num_rows)
            if batch.rows:
                self._waiting.append(batch)
                self._rows += batch.rows
                self._turn.notify_all()
        return 0

    @property
    def level(self) -> Level:
        """Whether fewer fixes must be kept."""
        return "tracks" if self._rows > MOST_ROWS * TRACKS_SHARE else "none"

    def run(self, stop: threading.Event) -> None:
        """Write until stopped, and then what still waits."""
        while not stop.wait(GATHER_S):
            self.write_all()
        self.write_all()

    def write_all(self) -> None:
        """Write what waits; what the disk refuses waits on."""
        while batches := self._gathered():
            batch = joined(batches)
            try:
                self.write(batch)
            except ComityError as error:
                self.problem = error
                with self._turn:
                    self._waiting.extendleft(reversed(batches))
                return
            self.problem = None
            with self._turn:
                self._rows -= batch.rows

    def _gathered(self) -> list[Batch]:
        with self._turn:
            found, rows = [], 0
            while self._waiting and rows < AT_ONCE_ROWS:
                found.append(self._waiting.popleft())
                rows += found[-1].rows
            return found
