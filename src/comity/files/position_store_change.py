"""One change of the store: files are written beside its content, and the manifest then makes them the content at once.

Ship and instant are unique over all files of a day: what comes late is compared with what is there. If the row that is
there stays, the other is left out; if the later one takes its place, the day is written anew.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from comity.files.position_store_days import by_day, keys_of, merged, read_day_file, unique, write_day_file
from comity.files.position_store_disk import StoreDisk
from comity.files.position_store_manifest import DayFile, Manifest, Retired, prepare_manifest, publish_manifest
from comity.files.positions_order import sorted_unique

GRACE_MS = 3_600_000
"""For an hour a file that another replaced stays on disk, for readers that began before."""


def _is_before(path: str, day: str) -> bool:
    return bool(day) and path.partition("day=")[2][: len(day)] < day


@dataclass
class Change:
    """The next content of a store while it is made.

    From `is_publishing` on the manifest on disk may name its files; `made` is that manifest when it does for sure.
    `counts`: rows `added` (positions more than before), `duplicates`, `before-retention`, `removed`.
    """

    disk: StoreDisk
    folder: Path
    manifest: Manifest
    without: set[str] = field(default_factory=set)
    plus: list[DayFile] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    is_publishing: bool = False
    made: Manifest | None = None
    _next: int = 0

    def files(self, kind: str, day: str) -> list[DayFile]:
        """Return the files of a day as this change leaves them."""
        there = [each for each in self.manifest.of(kind, day) if each.path not in self.without]
        return there + [each for each in self.plus if (each.kind, each.day) == (kind, day)]

    def add(self, kind: str, table: pa.Table) -> None:
        """Take rows into the files of their days."""
        for day, told in by_day(table):
            if day < self.manifest.kept_from:
                self.counts["before-retention"] += told.num_rows
                continue
            rows, left_out = unique(kind, told)
            self.counts["duplicates"] += left_out
            if kind != "positions":
                self._write(kind, day, rows)
                continue
            fresh = self._without_known(day, rows)
            if fresh is not None:
                self._write(kind, day, fresh)
            else:
                self._write(kind, day, rows)
                left_out = self.rewrite(kind, day)
                self.counts["duplicates"] += left_out
                self.counts["added"] -= left_out

    def rewrite(self, kind: str, day: str) -> int:
        """Make one file of those of a day, and return how many rows that left out."""
        files, left_out = self.files(kind, day), Counter[str]()
        made = self._file_of(kind, day, merged(self.folder, files, kind, lambda n: left_out.update(rows=n)))
        self._drop(files)
        self.plus.append(made)
        return left_out["rows"]

    def remove(self, files: list[DayFile]) -> None:
        """Take files out of the content, for good."""
        self.counts["removed"] += sum(each.rows for each in files)
        self.without |= {each.path for each in files}

    def commit(self, now_ms: int, *, gone: bool = False, **others: Any) -> Manifest:
        """Make this change the content of the store; what it replaced stays on disk for a while, unless it must go."""
        leaving = [Retired(path, now_ms) for path in sorted(self.without)]
        old = [
            each
            for each in self.manifest.retired
            if now_ms - each.since_ms < GRACE_MS and not _is_before(each.path, self.manifest.kept_from)
        ]
        expired = [each.path for each in self.manifest.retired if each not in old]
        if gone:
            expired += [each.path for each in leaving]
            leaving = []
        others.setdefault("next_file", self.manifest.next_file + self._next)
        made = self.manifest.changed(without=self.without, plus=self.plus, retired=tuple(old + leaving), **others)
        prepared = prepare_manifest(self.disk, self.folder, made)
        self.is_publishing = True
        publish_manifest(self.disk, self.folder, prepared)
        self.made = made
        for path in expired:
            self.disk.remove(self.folder / path)
        return made

    def abort(self) -> None:
        """Remove the files that were written; the content is what it was. Not once a manifest may name them."""
        assert not self.is_publishing
        for each in self.plus:
            (self.folder / each.path).unlink(missing_ok=True)

    def _write(self, kind: str, day: str, rows: pa.Table) -> None:
        if rows.num_rows:
            if kind == "positions":
                self.counts["added"] += rows.num_rows
            self.plus.append(self._file(kind, day, rows))

    def _file(self, kind: str, day: str, rows: pa.Table) -> DayFile:
        return self._file_of(kind, day, iter([rows]))

    def _file_of(self, kind: str, day: str, tables: Any) -> DayFile:
        path = f"{kind}/day={day}/{self.manifest.next_file + self._next:08d}.parquet"
        self._next += 1
        return write_day_file(self.disk, self.folder, path, kind, day, tables)

    def _drop(self, files: list[DayFile]) -> None:
        """Take files out: those of the store at the commit, those of this change at once."""
        mine = [each for each in files if each in self.plus]
        self.plus = [each for each in self.plus if each not in mine]
        for each in mine:
            self.disk.remove(self.folder / each.path)
        self.without |= {each.path for each in files if each not in mine}

    def _without_known(self, day: str, rows: pa.Table) -> pa.Table | None:
        """Return rows without those that a file has already; None where one of them takes the place of one there."""
        keys, span = keys_of(rows), pc.min_max(rows["t_ms"]).as_py()
        for file in self.files("positions", day):
            if file.first_ms > span["max"] or file.last_ms < span["min"]:
                continue
            theirs = keys_of(read_day_file(self.folder, file, columns=("mmsi", "t_ms")))
            spot = np.minimum(np.searchsorted(theirs, keys), len(theirs) - 1)
            is_known = theirs[spot] == keys
            if not is_known.any():
                continue
            known = rows.filter(pa.array(is_known))
            if self._replaces(file, known):
                return None
            self.counts["duplicates"] += known.num_rows
            rows, keys = rows.filter(pa.array(~is_known)), keys[~is_known]
            if not rows.num_rows:
                break
        return rows

    def _replaces(self, file: DayFile, known: pa.Table) -> bool:
        """Tell whether any of these rows is the one of its ship and instant that stays."""
        ships = pc.unique(known["mmsi"])
        theirs = read_day_file(self.folder, file, where=pc.field("mmsi").isin(ships))
        theirs = theirs.filter(pa.array(np.isin(keys_of(theirs), keys_of(known))))
        both = pa.concat_tables([theirs, known], promote_options="default").unify_dictionaries()
        mine = np.repeat(np.array([0, 1], np.int8), [theirs.num_rows, known.num_rows])
        stays, _ = sorted_unique(both.append_column("is_late", pa.array(mine)))
        return bool(stays["is_late"].to_numpy().any())
