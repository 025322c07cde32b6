"""Reading a store of positions: its content by day, and the rows of the log that no file holds yet. No lock is needed.

A reader trusts the manifest alone. A file that another took the place of stays for an hour, so that a long reading of
one manifest ends; what retention removed is gone, and the reading begins again from the manifest of now.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from comity.files.position_store_days import by_day, read_day_file, schema_of, unique
from comity.files.position_store_log import SCHEMAS, Batch, records_in, segments_of
from comity.files.position_store_manifest import KINDS, MANIFEST, DayFile, Manifest, read_manifest

Of = TypeVar("Of")
_TRIES = 4


@dataclass
class StoredPositions:
    """A store as it is read; what was read of the log is kept, so that only what came since is read again."""

    folder: Path
    _stamp: tuple[int, int] = (0, 0)
    _manifest: Manifest = field(default_factory=Manifest)
    _tail: tuple[pa.Table, ...] = tuple(each.empty_table() for each in SCHEMAS)
    _read_to: dict[int, int] = field(default_factory=dict)

    def content(self) -> tuple[Manifest, tuple[pa.Table, ...]]:
        """Return the manifest and the rows of the log, by kind, of one moment.

        Raises
        ------
        InvalidInput
            `files.no_store`.
        Untrusted
            `files.store_damaged`.
        """
        for _ in range(_TRIES):
            manifest = self._fresh()
            try:
                self._read_tail(manifest)
            except FileNotFoundError:  # sealed in this moment
                continue
            if self._fresh().generation == manifest.generation:
                break
        return manifest, self._tail

    def days(self, kind: str = "positions") -> list[str]:
        """Return the days that hold rows, the log's among them, in order."""
        manifest, tail = self.content()
        found = {each.day for each in manifest.of(kind)}
        return sorted(found | {day for day, _ in by_day(tail[KINDS.index(kind)])})

    def read_day(self, day: str, kind: str = "positions", *, columns: Sequence[str] | None = None) -> pa.Table:
        """Return the rows of a day in their order, each once: positions and statics by (mmsi, t), detections by t."""
        return self.reading(lambda manifest, tail: self._day(manifest, tail, day, kind, columns))

    def reading(self, read: Callable[[Manifest, tuple[pa.Table, ...]], Of]) -> Of:
        """Return what a function reads of one content; once more where a file went meanwhile."""
        for tried in range(_TRIES):
            try:
                return read(*self.content())
            except FileNotFoundError:
                if tried == _TRIES - 1:
                    raise
                self._stamp = (0, 0)
        raise AssertionError("the last try returns or raises")

    def paths(self, manifest: Manifest, kind: str, *, from_ms: int, until_ms: int) -> list[str]:
        """Return the files of a kind that may hold rows between two instants."""
        files = (each for each in manifest.of(kind) if each.first_ms <= until_ms and each.last_ms >= from_ms)
        return [str(self.folder / each.path) for each in files]

    def _day(
        self, manifest: Manifest, tail: tuple[pa.Table, ...], day: str, kind: str, columns: Sequence[str] | None
    ) -> pa.Table:
        files: list[DayFile] = manifest.of(kind, day)
        fresh = [rows for of, rows in by_day(tail[KINDS.index(kind)]) if of == day]
        if len(files) == 1 and not fresh:
            return read_day_file(self.folder, files[0], columns=columns)
        tables = [read_day_file(self.folder, each) for each in files] + fresh
        if not tables:
            return schema_of(kind).empty_table().select(columns or schema_of(kind).names)
        whole, _ = unique(kind, pa.concat_tables(tables).unify_dictionaries())
        return whole.select(columns) if columns else whole

    def _fresh(self) -> Manifest:
        path = self.folder / MANIFEST
        try:
            told = path.stat()
        except FileNotFoundError:
            return read_manifest(self.folder)
        stamp = (told.st_ino, told.st_mtime_ns)
        if stamp != self._stamp:
            self._manifest, self._stamp = read_manifest(self.folder), stamp
        return self._manifest

    def _read_tail(self, manifest: Manifest) -> None:
        segments = segments_of(self.folder, manifest.first_segment)
        numbers = {number for number, _ in segments}
        if not set(self._read_to) <= numbers:  # what was read is sealed by now
            self._tail, self._read_to = tuple(each.empty_table() for each in SCHEMAS), {}
        fresh: list[Batch] = []
        for number, path in segments:
            begin = self._read_to.get(number, 0)
            if path.stat().st_size > begin:
                batches, self._read_to[number], _ = records_in(path, offset=begin)
                fresh += batches
        if fresh:
            self._tail = tuple(
                pa.concat_tables([self._tail[at], *(batch[at] for batch in fresh)]).unify_dictionaries()
                for at in range(len(KINDS))
            )
