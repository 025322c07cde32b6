"""How each feed stands: what it said, when it was heard last, why it is not heard."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from comity.ground import MS_PER_S, ComityError

State = Literal["connecting", "quiet", "receiving", "stalled", "waiting", "listening", "ended", "failed"]

RATE_OVER_S = 10.0
"""The rate of a feed is that of the last seconds."""


@dataclass(frozen=True)
class FeedState:
    """A feed as it stands; `sentences` are lines, `rejected` those that were none, by the reason."""

    name: str
    address: str
    state: State = "connecting"
    since_ms: int = 0
    heard_ms: int | None = None
    bytes: int = 0
    sentences: int = 0
    messages: int = 0
    per_s: float = 0.0
    rejected: dict[str, int] = field(default_factory=dict)
    shed: dict[str, int] = field(default_factory=lambda: {"picture": 0, "tracks": 0, "reports": 0})
    problem: ComityError | None = None


class Standing:
    """One feed's state, changed by the thread that reads it and by the one that decodes it."""

    def __init__(self, name: str, address: str, clock: Callable[[], int], stall_after_s: float) -> None:
        self._clock, self._stall_ms = clock, round(stall_after_s * MS_PER_S)
        self._turn = threading.Lock()
        self._now = FeedState(name, address, since_ms=clock())
        self._counted: list[tuple[int, int]] = []

    def is_now(self, state: State, problem: ComityError | None = None) -> None:
        """Say how the line stands."""
        with self._turn:
            if (state, problem and problem.code) != (self._now.state, self._now.problem and self._now.problem.code):
                self._now = replace(self._now, state=state, since_ms=self._clock(), problem=problem)

    def heard(self, count: int) -> None:
        """Say that bytes came."""
        with self._turn:
            at_ms, now = self._clock(), self._now
            is_news = now.state in ("connecting", "quiet", "listening", "stalled", "waiting")
            state: State = "receiving" if is_news else now.state
            since_ms = at_ms if is_news else now.since_ms
            self._now = replace(
                now, state=state, since_ms=since_ms, heard_ms=at_ms, bytes=now.bytes + count, problem=None
            )

    def decoded(self, sentences: int, messages: int, rejected: dict[str, int]) -> None:
        """Count what was read."""
        with self._turn:
            reasons = dict(self._now.rejected)
            for reason, count in rejected.items():
                reasons[reason] = reasons.get(reason, 0) + count
            total = self._now.messages + messages
            self._now = replace(self._now, sentences=self._now.sentences + sentences, messages=total, rejected=reasons)
            self._counted.append((self._clock(), messages))

    def shed(self, what: str, count: int) -> None:
        """Count what was shed."""
        if count:
            with self._turn:
                shed = {**self._now.shed, what: self._now.shed[what] + count}
                self._now = replace(self._now, shed=shed)

    @property
    def is_stalled(self) -> bool:
        """Whether a line that spoke, or should, has been silent for too long."""
        with self._turn:
            last_ms = max(self._now.heard_ms or 0, self._now.since_ms)
            return self._now.state in ("receiving", "quiet") and self._clock() - last_ms > self._stall_ms

    def now(self) -> FeedState:
        """Return the state as it stands."""
        is_stalled = self.is_stalled
        with self._turn:
            at_ms = self._clock()
            self._counted = [each for each in self._counted if at_ms - each[0] <= RATE_OVER_S * MS_PER_S]
            rate = sum(count for _, count in self._counted) / RATE_OVER_S
            found = replace(self._now, per_s=rate)
            if is_stalled:
                last_ms = max(found.heard_ms or 0, found.since_ms)
                found = replace(found, state="stalled", since_ms=last_ms)
        return found
