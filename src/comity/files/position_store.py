"""The store of positions: batches made durable before they are acknowledged, sealed into sorted files by day.

A folder holds `log/` (the append log), `positions/`, `statics/`, `messages/` and `detections/` by `day=YYYY-MM-DD`, and
`manifest.json`, which alone says what the content is. One process writes, by a lock that the kernel releases; others
read (`StoredPositions`). A process that is killed at any step loses nothing acknowledged and doubles nothing: what it
left half done is removed when the store is next opened. Decision 9 tells why.
"""

import fcntl
import os
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa

from comity.files.position_store_change import Change
from comity.files.position_store_days import day_of, first_ms_of
from comity.files.position_store_disk import StoreDisk, not_durable, refusal_of
from comity.files.position_store_log import (
    SCHEMAS,
    Batch,
    begin_segment,
    record_of,
    records_in,
    segment_path,
    segments_of,
)
from comity.files.position_store_manifest import (
    KINDS,
    MANIFEST,
    Manifest,
    prepare_manifest,
    publish_manifest,
    read_manifest,
)
from comity.files.position_store_recovery import recovered
from comity.ground import ComityError, InvalidInput

_LOCK = "store.lock"
SEAL_BYTES = 64 * 2**20
"""A log of this size is worth sealing: about half a million rows."""


class PositionStore:
    """The one writer of a store; a context, which releases the lock at its end.

    `append` may be called from any thread at any time; sealing, compaction, imports and retention wait for one another.
    """

    def __init__(self, folder: Path, *, disk: StoreDisk | None = None) -> None:
        """Open a store, or make a new one, and finish what an ended writer left.

        Raises
        ------
        InvalidInput
            `files.store_in_use`, `files.store_refused`, `files.store_full`.
        Untrusted
            `files.store_damaged`.
        """
        self.folder, self._disk = folder, disk or StoreDisk()
        self._appending, self._changing = threading.Lock(), threading.Lock()
        self._failed: ComityError | None = None
        self._lock = _locked(folder)
        try:
            with _said(folder):
                if not (folder / MANIFEST).exists():
                    for name in ("log", *KINDS):
                        self._disk.folder(folder / name)
                    publish_manifest(self._disk, folder, prepare_manifest(self._disk, folder, Manifest()))
                self._manifest = read_manifest(folder)
                self._segment = recovered(self._disk, folder, self._manifest)
                self._path = segment_path(folder, self._segment)
                self._descriptor, self._size = begin_segment(self._disk, self._path)
        except BaseException:
            os.close(self._lock)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the store; nothing is sealed by it, and nothing is lost."""
        if self._lock >= 0:
            os.close(self._descriptor)
            os.close(self._lock)
            self._lock = -1

    @property
    def manifest(self) -> Manifest:
        """What the content of the store is now, without the log."""
        return self._manifest

    @property
    def unsealed_bytes(self) -> int:
        """How large the log is; `SEAL_BYTES` is worth sealing."""
        return sum(path.stat().st_size for _, path in segments_of(self.folder, self._manifest.first_segment))

    def append(
        self,
        positions: pa.Table | None = None,
        statics: pa.Table | None = None,
        messages: pa.Table | None = None,
        detections: pa.Table | None = None,
    ) -> None:
        """Take rows durably: when this returns they are on the disk, and readers see them.

        Raises
        ------
        InvalidInput
            `files.store_full` or `files.store_refused`: nothing of these rows is in the store.
        Untrusted
            `files.store_not_durable`: the disk did not keep what it took; open the store again.
        """
        record = record_of([
            table if table is not None else schema.empty_table()
            for table, schema in zip((positions, statics, messages, detections), SCHEMAS, strict=True)
        ])  # fmt: skip
        with self._appending:
            self._check()
            try:
                self._disk.append(self._descriptor, record)
            except OSError as error:
                self._cut_back()
                raise refusal_of(error, self._path) from error
            try:
                self._disk.sync(self._descriptor, self._path)
            except OSError as error:
                self._failed = not_durable(error, self._path)
                raise self._failed from error
            self._size += len(record)

    def seal(self, now_ms: int) -> Counter[str]:
        """Move the log into the files of its days; return rows `added`, `duplicates` and `before-retention`."""
        with self._changing, _said(self.folder):
            segments = self._rotated()
            change = Change(self._disk, self.folder, self._manifest)
            with self._undone(change):
                self._take_log(change, segments)
                self._manifest = change.commit(now_ms, first_segment=self._segment)
            self._forget(segments)
            return change.counts

    @contextmanager
    def importing(self, now_ms: int) -> Iterator[Change]:
        """Take many rows as one change, past the log: all of them are in the store at the end, or none.

        `change.add(kind, table)` takes rows; an error in the block undoes them all.
        """
        with self._changing, _said(self.folder):
            change = Change(self._disk, self.folder, self._manifest)
            with self._undone(change):
                yield change
                if change.plus or change.without:
                    self._manifest = change.commit(now_ms)

    def compact(self, now_ms: int, *, before_day: str = "9999-12-31") -> int:
        """Make one file of the files of each day before a day; return how many days were written anew."""
        days = sorted({(each.kind, each.day) for each in self._manifest.files if each.day < before_day})
        done = 0
        for kind, day in days:
            with self._changing, _said(self.folder):
                if len(self._manifest.of(kind, day)) < 2:
                    continue
                change = Change(self._disk, self.folder, self._manifest)
                with self._undone(change):
                    change.rewrite(kind, day)
                    self._manifest = change.commit(now_ms)
                done += 1
        return done

    def retain(self, days: int, now_ms: int) -> Counter[str]:
        """Keep the last days, today among them, and remove what is older, at once and for good; late rows too.

        Whole days go, of every kind; the manifest says from which day on the store holds, and how many rows went.
        """
        if days < 1:
            raise InvalidInput(
                "files.bad_retention",
                "{days} days cannot be kept.",
                why="the rule of retention counts whole days, today among them",
                remedy="name one day or more",
                days=days,
            )
        kept_from = max(day_of(max(now_ms, 0) - (days - 1) * (first_ms_of("1970-01-02"))), self._manifest.kept_from)
        with self._changing, _said(self.folder):
            segments = self._rotated()
            change = Change(self._disk, self.folder, self._manifest.keeping_from(kept_from))
            with self._undone(change):
                self._take_log(change, segments)
                change.remove([each for each in self._manifest.files if each.day < kept_from])
                removed = self._manifest.removed_rows + change.counts["removed"] + change.counts["before-retention"]
                self._manifest = change.commit(now_ms, gone=True, first_segment=self._segment, removed_rows=removed)
            self._forget(segments)
            return change.counts

    def _rotated(self) -> list[tuple[int, Path]]:
        """Begin a new segment, and return the ones before it, whose rows are all acknowledged."""
        with self._appending:
            self._check()
            path = segment_path(self.folder, self._segment + 1)
            descriptor, size = begin_segment(self._disk, path)
            os.close(self._descriptor)
            self._descriptor, self._size, self._path, self._segment = descriptor, size, path, self._segment + 1
        return [each for each in segments_of(self.folder, self._manifest.first_segment) if each[0] < self._segment]

    def _take_log(self, change: Change, segments: list[tuple[int, Path]]) -> None:
        batches: list[Batch] = [batch for _, path in segments for batch in records_in(path)[0]]
        for at, kind in enumerate(KINDS):
            tables = [batch[at] for batch in batches if batch[at].num_rows]
            if tables:
                change.add(kind, pa.concat_tables(tables).unify_dictionaries().combine_chunks())

    def _forget(self, segments: list[tuple[int, Path]]) -> None:
        """Remove sealed segments; one that resists goes when the store is next opened."""
        for _, path in segments:
            with suppress(OSError):
                self._disk.remove(path)

    @contextmanager
    def _undone(self, change: Change) -> Iterator[None]:
        """Undo a change that fails; one that the manifest on disk may name already is left as it is."""
        try:
            yield
        except BaseException as error:
            if change.made is not None:
                self._manifest = change.made
            elif change.is_publishing:
                told = error if isinstance(error, OSError) else OSError(0, type(error).__name__)
                self._failed = not_durable(told, self.folder / MANIFEST)
            else:
                change.abort()
            raise

    def _check(self) -> None:
        if self._failed is not None:
            raise self._failed

    def _cut_back(self) -> None:
        """Cut away a record that was not taken whole; where even that fails, nothing more may be written."""
        try:
            self._disk.truncate(self._descriptor, self._path, self._size)
        except OSError as error:
            self._failed = not_durable(error, self._path)


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    """Say what the system refuses in the words of the store."""
    try:
        yield
    except OSError as error:
        path = Path(error.filename) if isinstance(error.filename, str) else folder
        raise refusal_of(error, path) from error


def _locked(folder: Path) -> int:
    """Return the descriptor of the lock of a store's folder, which is made where it is not there."""
    with _said(folder):
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "?"
        os.close(descriptor)
        raise InvalidInput(
            "files.store_in_use",
            "The store of positions {folder} is in use.",
            why="another process (number {process}) writes it, and two writers would contradict each other",
            remedy="wait until it has finished, or stop it; reading needs no lock",
            folder=folder.name,
            process=holder,
        ) from None
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
    return descriptor
