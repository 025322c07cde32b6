"""Files of positions or detections into the store: each whole or not at all, sorted and written beside the reading.

One thread reads and converts, another sorts, compares and writes; both leave the interpreter free while they work, so
two cores are busy. What waits between them is bounded.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from comity.files.detections import read_detections
from comity.files.position_store import PositionStore
from comity.files.position_store_change import Change
from comity.files.positions import AISSTREAM, read_positions
from comity.files.positions_mapping import read_mapping
from comity.ground import MS_PER_HOUR

AHEAD_MS = 24 * MS_PER_HOUR
"""A clock may run ahead by a day, the farthest that two places on Earth disagree on the date; later is absurd."""

HELD_ROWS = 4_000_000
"""Rows that are sorted together: a day of a coast, about 300 MB; twice as many may be held."""

Told = Callable[[Path, float], None]
"""Told of a file and the share of its bytes that are read."""


@dataclass
class FileCount:
    """What a file brought: its rows, positions, detections, and the rejected by reason."""

    file: str
    mapping: str
    rows: int = 0
    positions: int = 0
    detections: int = 0
    rejected: Counter[str] = field(default_factory=Counter)


@dataclass
class Imported:
    """What files brought into a store: `counts` as `Change` counts, `days` that were written."""

    files: list[FileCount] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    days: set[str] = field(default_factory=set)
    rejected: list[pa.Table] = field(default_factory=list)


def imported(
    store: PositionStore,
    paths: Sequence[Path],
    mapping: str | None,
    *,
    now_ms: int,
    keeps_rejected: bool = False,
    told: Told | None = None,
) -> Imported:
    """Bring files into a store, one after the other; a file that is wrong is not taken over, those before it are.

    Raises
    ------
    InvalidInput
        As `read_positions` and the store do.
    """
    whole = Imported()
    for path in paths:
        with store.importing(now_ms) as change:
            count = _file(change, path, mapping, now_ms + AHEAD_MS, keeps_rejected, whole.rejected, told)
        whole.files.append(count)
        whole.counts += change.counts
        whole.days |= {each.day for each in change.plus}
    return whole


def _file(
    change: Change,
    path: Path,
    mapping: str | None,
    latest_ms: int,
    keeps_rejected: bool,
    rejected: list[pa.Table],
    told: Told | None,
) -> FileCount:
    declared = read_mapping(mapping) if mapping is not None and mapping != AISSTREAM else None
    count, kept = FileCount(path.name, mapping or ""), []
    if declared is not None and declared.kind == "detections":
        for seen in read_detections(path, declared, latest_ms=latest_ms, keeps_rejected=keeps_rejected):
            change.add("detections", seen.detections)
            count.detections += seen.detections.num_rows
            _note(count, seen.rows, seen.shares)
            kept.append(seen.rejected)
    else:
        size = max(path.stat().st_size, 1) if path.exists() else 1
        with _Writing(change) as writing:
            for read in read_positions(path, declared or mapping, latest_ms=latest_ms, keeps_rejected=keeps_rejected):
                writing.put(read.positions, read.statics)
                count.positions += read.positions.num_rows
                count.mapping = read.mapping
                _note(count, read.rows, read.shares)
                kept.append(read.rejected)
                if told is not None:
                    told(path, min(read.read_bytes / size, 1.0))
    rejected += [each for each in kept if each.num_rows]
    return count


def _note(count: FileCount, rows: int, shares: dict[str, int]) -> None:
    count.rows += rows
    count.rejected += Counter(shares)


class _Writing:
    """Rows on their way into a change, in a thread of their own; a context, at whose end they have all arrived."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._pool = ThreadPoolExecutor(max_workers=1)
        self._held: list[tuple[pa.Table, pa.Table]] = []
        self._rows = 0
        self._busy: Future[None] | None = None

    def __enter__(self) -> "_Writing":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._send()
                self._wait()
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def put(self, positions: pa.Table, statics: pa.Table) -> None:
        """Add rows; waits while twice `HELD_ROWS` are on their way."""
        self._held.append((positions, statics))
        self._rows += positions.num_rows
        if self._rows >= HELD_ROWS:
            self._send()

    def _send(self) -> None:
        self._wait()
        if self._held:
            self._busy = self._pool.submit(self._add, self._held)
        self._held, self._rows = [], 0

    def _wait(self) -> None:
        if self._busy is not None:
            self._busy.result()
            self._busy = None

    def _add(self, held: list[tuple[pa.Table, pa.Table]]) -> None:
        for kind, tables in (("positions", [one for one, _ in held]), ("statics", [other for _, other in held])):
            self._change.add(kind, pa.concat_tables(tables).unify_dictionaries().combine_chunks())
