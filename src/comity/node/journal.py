"""The node's journal for its operator: one JSON line for each event, with ids and codes and never content."""

import sys
import threading
from dataclasses import dataclass, field
from typing import TextIO

import orjson

from comity.ground import instant_text
from comity.node.clock import Clock, now_ms


@dataclass
class Journal:
    """Writes JSON lines, whole, from any thread."""

    clock: Clock = now_ms
    stream: TextIO = field(default_factory=lambda: sys.stderr)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def note(self, event: str, **facts: str | int | float | None) -> None:
        """Write an event with its facts: ids, codes, counts and durations."""
        line = orjson.dumps({"at": instant_text(self.clock()), "event": event, **facts}).decode()
        with self._turn:
            self.stream.write(line + "\n")
            self.stream.flush()
