"""What becomes of sentences: decoded, looked through for a distress first, put into the picture, handed to be kept.

One thread takes from the backlogs of all feeds in turn, a quarter of a second's lines of each at most, so that what
one flood brings holds up no other feed for longer than it takes to decode that.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from comity.maritime import Decoder, Distress, Distresses, Picture, signs
from comity.node.feeds.backlog import LEVELS, Level
from comity.node.feeds.keeping import Batch, Keeper
from comity.node.feeds.streams import Stream

BEAT_S = 0.05
"""A batch gathers for so long where little comes: the picture is never older for it than one frame of a browser."""

JOINED_BYTES, JOINED_MS = 512 * 2**10, 250
FORGET_EVERY_S = 60
RESTING_PICTURE = 5
"""While the picture rests it takes one batch in so many."""

THINNED_MS = 60_000
"""While tracks are shed one fix of each ship and minute is kept."""

_MOST_MINUTES = 2**27
"""More minutes than there are from 1970 to the year 2200, so that one number names ship and minute."""


@dataclass
class Intake:
    """Everything that is heard goes through here."""

    streams: dict[str, Stream]
    picture: Picture
    clock: Callable[[], int]
    on_distress: Callable[[list[Distress]], None]
    known: tuple[Distress, ...] = ()
    keeper: Keeper | None = None
    turn: threading.Lock = field(default_factory=threading.Lock)
    """Held by whoever asks or tells the picture."""
    _decoders: dict[str, Decoder] = field(default_factory=dict)
    _rested: int = 0
    _forgot_ms: int = 0

    def __post_init__(self) -> None:
        self._distresses = Distresses(self.known)

    @property
    def level(self) -> Level:
        """What is being shed now: the worst of what any feed and the disk call for."""
        found = [each.backlog.level for each in list(self.streams.values())]
        found += [self.keeper.level] if self.keeper else []
        return LEVELS[max((LEVELS.index(each) for each in found), default=0)]

    def run(self, stop: threading.Event) -> None:
        """Take what comes until stopped, and then what still waits."""
        while not stop.is_set():
            if not self.go_round():
                stop.wait(BEAT_S)
        while self.go_round():
            pass

    def go_round(self) -> bool:
        """Take something of each feed; return whether there was anything."""
        found = [self._take(name, stream) for name, stream in list(self.streams.items())]
        now_ms = self.clock()
        if now_ms - self._forgot_ms > FORGET_EVERY_S * 1000:
            with self.turn:
                self.picture.forget(now_ms - self.picture.kept_ms)
            self._forgot_ms = now_ms
        return any(found)

    def _take(self, name: str, stream: Stream) -> bool:
        level = self.level
        chunk = stream.backlog.take(JOINED_BYTES, JOINED_MS)
        if chunk is None:
            return False
        decoder = self._decoders.setdefault(name, Decoder(keep_rejected=False))
        decoded = decoder.feed(chunk.data, received_ms=chunk.received_ms, station=name)
        messages = sum(decoded.counts.values())
        stream.standing.decoded(chunk.data.count(b"\n"), messages, _reasons(decoded.rejected))
        changed = self._distresses.hear(signs(decoded.positions, decoded.messages))
        if changed:
            self.on_distress([now for _, now in changed])
        if self._is_pictured(level):
            with self.turn:
                self.picture.take(decoded.positions, now_ms=self.clock())
                self.picture.tell(decoded.statics)
        else:
            stream.standing.shed("picture", decoded.positions.num_rows)
        if self.keeper is not None:
            positions = (
                decoded.positions if LEVELS.index(level) < LEVELS.index("tracks") else thinned(decoded.positions)
            )
            left = self.keeper.put(Batch(positions, decoded.statics, decoded.messages))
            stream.standing.shed("tracks", decoded.positions.num_rows - positions.num_rows + left)
        return True

    def _is_pictured(self, level: Level) -> bool:
        self._rested = 0 if level == "none" else (self._rested + 1) % RESTING_PICTURE
        return self._rested == 0


def thinned(positions: pa.Table) -> pa.Table:
    """Return one fix of each ship and minute, the first; those of distress devices all."""
    mmsi, minute = positions["mmsi"].to_numpy(), positions["t_ms"].to_numpy() // THINNED_MS
    _, first = np.unique(mmsi * _MOST_MINUTES + minute, return_index=True)
    is_kept = np.isin(mmsi // 1_000_000, (970, 972, 974))
    is_kept[first] = True
    return positions.filter(pa.array(is_kept))


def _reasons(rejected: pa.Table) -> dict[str, int]:
    """Return how many lines were refused, by the reason."""
    counted = pc.value_counts(rejected["reason"].combine_chunks()) if rejected.num_rows else []
    return {str(each["values"].as_py()): each["counts"].as_py() for each in counted}
