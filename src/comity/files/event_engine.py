"""The local engine: buckets of vessels on all cores, then days, then the whole; memory stays bounded.

It only reads, schedules and gathers; what an event is stands in `comity.maritime`. Buckets are read and worked on by
a few threads (the kernels and the readers let one another run); the ticks of all ships, which the second stage reads
by day, are kept in memory, or in a temporary file where they are many.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa

from comity.files.event_reading import PositionSource
from comity.maritime import TICKS_PER_DAY, Parts, Run, Survey, days_of, gathered, survey, surveyed

HELD_TICKS = 30_000_000
"""Ticks that are kept in memory (1.4 GB) before they go to a file."""

Progress = Callable[[float], None]
Result = TypeVar("Result")

SURVEYED = ("mmsi", "t_ms", "lat_deg", "lon_deg")
"""The columns that a survey reads."""

_SHARE_OF_VESSELS = 0.9
"""Of a run's time that its first stage takes, about."""


@dataclass(frozen=True)
class Found:
    """What a run found: events in the order of their starts, density, and the rows that it read."""

    events: pa.Table
    density: pa.Table
    rows: int


class LocalPositions:
    """Positions that this process reads, some buckets at once."""

    def __init__(self, source: PositionSource, *, workers: int = 0) -> None:
        self._source, self._workers = source, workers or os.cpu_count() or 1
        self.rows, self.until_ms = source.rows, source.until_ms

    def survey(self, progress: Progress = lambda _: None) -> Survey:
        """Return the survey of all ships."""
        return surveyed(list(self._each(lambda bucket: survey(self._source.read(bucket, SURVEYED)), progress)))

    def found(self, run: Run, progress: Progress = lambda _: None) -> Found:
        """Return the events and the density that a run finds."""
        with _Daily(run) as daily:
            vessels = self._each(
                lambda bucket: run.of_vessels(self._source.read(bucket)),
                lambda share: progress(_SHARE_OF_VESSELS * share),
            )
            whole: list[Parts] = [daily.kept(parts) for parts in vessels]
            with ThreadPoolExecutor(self._workers) as pool:
                whole += pool.map(lambda key: run.of_day(key[0], daily.read(key)), daily.days())
        events, density = run.of_all(gathered(whole))
        progress(1.0)
        return Found(events, density, self.rows)

    def __enter__(self) -> "LocalPositions":
        return self

    def __exit__(self, *error: Any) -> None:
        self._source.__exit__(*error)

    def _each(self, work: Callable[[int], Result], progress: Progress) -> Iterator[Result]:
        """Yield what a function of a bucket's number gives for every bucket, in order."""
        with ThreadPoolExecutor(self._workers) as pool:
            for done, each in enumerate(pool.map(work, range(self._source.buckets)), 1):
                yield each
                progress(done / self._source.buckets)


class _Daily:
    """The daily parts of all buckets, until every bucket is done."""

    def __init__(self, run: Run) -> None:
        self._run, self._rows = run, 0
        self._held: list[tuple[str, pa.Table]] = []
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._where: dict[tuple[str, int], list[tuple[Path, int] | pa.Table]] = {}

    def __enter__(self) -> "_Daily":
        return self

    def __exit__(self, *_: object) -> None:
        if self._folder is not None:
            self._folder.cleanup()

    def kept(self, parts: Parts) -> Parts:
        """Keep the daily parts of a bucket, and return the others."""
        for name, ticks in days_of(parts, self._run):
            self._held.append((name, ticks))
            self._rows += ticks.num_rows
        if self._rows > HELD_TICKS:
            self._write()
        return {name: table for name, table in parts.items() if name not in self._run.daily_parts}

    def days(self) -> list[tuple[str, int]]:
        """Return the daily parts by name and day, in order; from now on each can be read."""
        for name, ticks in self._held:
            self._where.setdefault((name, _day(ticks)), []).append(ticks)
        self._held = []
        return sorted(self._where)

    def read(self, key: tuple[str, int]) -> pa.Table:
        """Return one day's part of all vessels."""
        return pa.concat_tables([each if isinstance(each, pa.Table) else _batch(*each) for each in self._where[key]])

    def _write(self) -> None:
        """Write what is held into files, one for each name and a batch for each day, and hold nothing."""
        self._folder = self._folder or tempfile.TemporaryDirectory(prefix="comity-ticks-")
        for part in self._run.daily_parts:
            tables = [ticks for name, ticks in self._held if name == part]
            if not tables:
                continue
            path = Path(self._folder.name) / f"{len(self._where)}-{part}.arrow"
            with pa.ipc.new_file(str(path), tables[0].schema) as writer:
                for number, ticks in enumerate(tables):
                    writer.write_batch(ticks.combine_chunks().to_batches()[0])
                    self._where.setdefault((part, _day(ticks)), []).append((path, number))
        self._held, self._rows = [], 0


def _day(ticks: pa.Table) -> int:
    return int(ticks.column("tick")[0].as_py()) // TICKS_PER_DAY


def _batch(path: Path, number: int) -> pa.Table:
    with pa.memory_map(str(path)) as mapped:
        return pa.Table.from_batches([pa.ipc.open_file(mapped).get_batch(number)])
