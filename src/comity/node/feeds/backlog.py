"""What a feed said and nobody read yet: whole lines, bounded; a flood is shed from, a distress never is.

Whatever is shed is counted, and stands on the screen as long as it lasts. What is shed goes in this order
(DESIGN.md §6): first the picture rests (`picture`), then fewer fixes are kept of each ship (`tracks`), then whole lines
are dropped as they come (`reports`). Lines that may come from a distress device wait in a place of their own and are
read first; where even that is full, the reader waits.
"""

import re
import threading
from collections import deque
from dataclasses import dataclass, field
from typing import Literal

from comity.maritime import distress_lines

Level = Literal["none", "picture", "tracks", "reports"]
LEVELS: tuple[Level, ...] = ("none", "picture", "tracks", "reports")

MOST_BYTES = 8 * 2**20
"""What waits of one feed at most: some 110,000 sentences, five seconds of the whole world's."""

MOST_URGENT_BYTES = 2**20
PICTURE_SHARE, TRACKS_SHARE = 0.25, 0.5
"""How full a backlog is when the picture rests, and when fewer fixes are kept."""

MOST_LINE_BYTES = 64 * 2**10
"""A line without an end is none: an NMEA sentence has 82 signs, a tag block as many again."""


_LINE_END = re.compile(rb"[\r\n]")


@dataclass(frozen=True)
class Chunk:
    """Whole lines, and when they came."""

    data: bytes
    received_ms: int


@dataclass
class Backlog:
    """What waits of one feed."""

    most_bytes: int = MOST_BYTES
    shed_lines: int = 0
    _chunks: deque[Chunk] = field(default_factory=deque)
    _urgent: deque[Chunk] = field(default_factory=deque)
    _bytes: int = 0
    _urgent_bytes: int = 0
    _full: bool = False
    _turn: threading.Condition = field(default_factory=threading.Condition)

    def put(self, data: bytes, received_ms: int, stop: threading.Event | None = None) -> None:
        """Add whole lines; where there is no room only those of distress devices are kept."""
        with self._turn:
            if self._bytes + len(data) <= self.most_bytes:
                self._chunks.append(Chunk(data, received_ms))
                self._bytes += len(data)
                self._turn.notify_all()
                return
            self._full = True
            urgent = distress_lines(data)
            self.shed_lines += data.count(b"\n") - urgent.count(b"\n")
            while urgent and self._urgent_bytes + len(urgent) > MOST_URGENT_BYTES and self._urgent:
                if stop is not None and stop.is_set():
                    return
                self._turn.wait(timeout=0.1)
            if urgent:
                self._urgent.append(Chunk(urgent, received_ms))
                self._urgent_bytes += len(urgent)
                self._turn.notify_all()

    def take(self, most_bytes: int, most_ms: int) -> Chunk | None:
        """Take what came first, joined as far as it came within so many milliseconds; the urgent before all else."""
        with self._turn:
            queue = self._urgent or self._chunks
            if not queue:
                self._full = False
                return None
            is_urgent = queue is self._urgent
            first = queue.popleft()
            parts, size = [first.data], len(first.data)
            while queue and size < most_bytes and queue[0].received_ms - first.received_ms <= most_ms:
                parts.append(queue.popleft().data)
                size += len(parts[-1])
            if is_urgent:
                self._urgent_bytes -= size
            else:
                self._bytes -= size
            self._full = self._full and self._bytes > self.most_bytes * TRACKS_SHARE
            self._turn.notify_all()
            return Chunk(b"".join(parts), first.received_ms)

    @property
    def level(self) -> Level:
        """What is being shed now, as far as this feed goes."""
        with self._turn:
            share = self._bytes / self.most_bytes
            if self._full:
                return "reports"
            return "tracks" if share > TRACKS_SHARE else "picture" if share > PICTURE_SHARE else "none"

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        with self._turn:
            return not self._chunks and not self._urgent


@dataclass
class Lines:
    """Bytes as they come from one sender, made into whole lines."""

    endless: int = 0
    """How many times a line was longer than any sentence, and thrown away."""
    _rest: bytes = b""
    _is_skipping: bool = False

    def add(self, data: bytes) -> bytes:
        """Return the lines that are whole now."""
        last = max(data.rfind(b"\n"), data.rfind(b"\r")) + 1
        if last == 0:
            self._keep(data)
            return b""
        whole = data[:last]
        if self._is_skipping:
            whole, self._is_skipping = whole[_LINE_END.search(whole).end() :], False  # type: ignore[union-attr]
        else:
            whole = self._rest + whole
        self._rest = b""
        self._keep(data[last:])
        return whole

    def end(self) -> bytes:
        """Return what is left, as a line: the sender is gone."""
        rest, self._rest, self._is_skipping = self._rest, b"", False
        return rest + b"\n" if rest else b""

    def _keep(self, data: bytes) -> None:
        if self._is_skipping:
            return
        self._rest += data
        if len(self._rest) > MOST_LINE_BYTES:
            self._rest, self._is_skipping = b"", True
            self.endless += 1
