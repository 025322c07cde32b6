"""One log on this node, ours or our copy of the partner's: in the database, and as the files that others read.

The order of a write: (1) the log's files, each made durable; (2) one transaction with the entries, the signed head and
whatever else must be kept with them, refused unless the log still has the size it was read at; (3) the head published
under its name; (4) only then an answer. At start the database is the truth and the files are made to agree with it; a
published head that the database does not know means that the database is older than what others have seen.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, insert, select

from comity.ground import ComityError, Untrusted
from comity.ledger import (
    CHECKPOINT_PATH,
    EMPTY_TREE,
    Checkpoint,
    Entry,
    Tree,
    append,
    grow,
    parse_checkpoint,
    parse_entry,
)
from comity.node.disk import Disk
from comity.node.store import LOG_ENTRY, LOG_HEAD, Store

BATCH = 4096
"""Entries read from the database at a time."""

Sign = Callable[[Checkpoint], bytes]
"""Makes the signed head of a checkpoint; called once the log's files are durable."""

Also = Callable[[Connection, int], None]
"""Writes further rows in the same transaction; given the position of the first new entry."""


class Logbook:
    """A log of one agreement: its entries, its heads and its files."""

    def __init__(self, store: Store, disk: Disk, folder: Path, *, agreement_id: str, log: str, origin: str) -> None:
        self.origin = origin
        self.folder = folder
        self._store, self._disk = store, disk
        self._key = {"agreement_id": agreement_id, "log": log}
        self._turn = threading.RLock()
        self._tree = EMPTY_TREE
        self._said: list[Entry | None] = []
        self._listening = threading.Lock()
        self.failure: ComityError | None = None

    @property
    def size(self) -> int:
        """How many entries the log holds."""
        return self._tree.size

    @property
    def tree(self) -> Tree:
        """What must be kept to append to it, and to check that the partner's log still begins with our copy."""
        return self._tree

    @property
    def root_text(self) -> str:
        """The hash over all of its entries, as officers compare it."""
        return f"sha256:{self._tree.root().hex()}"

    def root_at(self, size: int) -> bytes | None:
        """Return the root that was signed at a size, or `None` when no head was ever signed there."""
        with self._store.reading() as connection:
            return connection.execute(select(LOG_HEAD.c.root).filter_by(**self._key, size=size)).scalar_one_or_none()

    def root_of(self, size: int) -> bytes | None:
        """Return the root of the log's first `size` entries, signed or not, or `None` when it is shorter."""
        if size > self.size:
            return None
        signed = self.root_at(size)
        if signed is not None:
            return signed
        tree = EMPTY_TREE
        for first in range(0, size, BATCH):
            tree = grow(tree, list(self.entries(first, min(first + BATCH, size))), _nowhere)
        return tree.root()

    def head(self) -> bytes | None:
        """Return the newest signed head, or `None` for a log that nothing was written to."""
        with self._store.reading() as connection:
            query = select(LOG_HEAD.c.checkpoint).filter_by(**self._key).order_by(LOG_HEAD.c.size.desc()).limit(1)
            return connection.execute(query).scalar_one_or_none()

    def entries(self, first: int = 0, last: int | None = None) -> Iterator[bytes]:
        """Yield the entries from position `first` up to, not including, `last`."""
        last = self.size if last is None else min(last, self.size)
        for start in range(first, last, BATCH):
            query = (
                select(LOG_ENTRY.c.entry)
                .filter_by(**self._key)
                .where(LOG_ENTRY.c.position >= start, LOG_ENTRY.c.position < min(start + BATCH, last))
                .order_by(LOG_ENTRY.c.position)
            )
            with self._store.reading() as connection:
                found = list(connection.execute(query).scalars())
            yield from found

    def said(self, first: int = 0, last: int | None = None) -> list[Entry | None]:
        """Return what the entries from `first` up to, not including, `last` say, `None` for noise.

        Each is read once, because a log only grows.
        """
        with self._listening:
            self._said += map(parse_entry, self.entries(len(self._said)))
            return self._said[first:last]

    def write(self, entries: Sequence[bytes], *, sign: Sign, now_ms: int, also: Also | None = None) -> int:
        """Append entries durably and publish the new head; return the position of the first.

        After a failure that leaves in doubt what the disk holds, nothing is written any more: `failure` says why, and
        the process must end. A disk that is full before the commit is not such a failure.
        """
        with self._turn:
            if self.failure is not None:
                raise self.failure
            before = self._tree
            grown, files = append(before, entries)
            checkpoint = Checkpoint(self.origin, grown.size, grown.root())
            try:
                with self._stopping(Untrusted):
                    self._disk.log_files(self.folder, files)
                    head = sign(checkpoint)
                    with self._store.writing() as connection:
                        self._insert(connection, before.size, entries, checkpoint, head, now_ms)
                        if also is not None:
                            also(connection, before.size)
            except Exception:
                self._disk.forget_unpublished(self.folder, before.size)
                raise
            self._tree = grown
            with self._stopping(ComityError):
                self._disk.publish(self.folder, head)
            return before.size

    @contextmanager
    def _stopping(self, kind: type[ComityError]) -> Iterator[None]:
        try:
            yield
        except kind as error:
            self.failure = error
            raise

    def recover(self, *, publish: bool = True) -> None:
        """Read the log from the database and make its files agree; `Untrusted` when others have seen more.

        Parameters
        ----------
        publish
            Whether the head is published: not while the log may be older than what others hold (rule R7).
        """
        with self._turn:
            self._tree = self._grown()
            head = self.head()
            published = self.folder / CHECKPOINT_PATH
            seen = published.read_bytes() if published.exists() else None
            if seen is not None and _checkpoint_of(seen).size > self.size:
                raise Untrusted(
                    "node.published_ahead",
                    "The published record {origin} is longer than what the node remembers.",
                    why="it was published with {published} entries, and the database holds {known}",
                    remedy="the database is an old copy: restore the newest one before you serve again",
                    origin=self.origin,
                    published=_checkpoint_of(seen).size,
                    known=self.size,
                )
            self._disk.forget_unpublished(self.folder, self.size)
            if publish and head is not None and head != seen:
                self._disk.publish(self.folder, head)

    def publish(self) -> None:
        """Publish the newest head, where it was held back."""
        with self._turn, self._stopping(ComityError):
            head, published = self.head(), self.folder / CHECKPOINT_PATH
            if head is not None and (not published.exists() or published.read_bytes() != head):
                self._disk.publish(self.folder, head)

    def _grown(self) -> Tree:
        tree = EMPTY_TREE
        with self._store.reading() as connection:
            query = select(LOG_HEAD.c.size).filter_by(**self._key).order_by(LOG_HEAD.c.size.desc()).limit(1)
            size = connection.execute(query).scalar_one_or_none() or 0
        for start in range(0, size, BATCH):
            tree = self._grow_from_database(tree, start, min(start + BATCH, size))
        self._mend(tree.edge_files())
        return tree

    def _grow_from_database(self, tree: Tree, first: int, last: int) -> Tree:
        files: dict[str, bytes] = {}
        query = (
            select(LOG_ENTRY.c.entry)
            .filter_by(**self._key)
            .where(LOG_ENTRY.c.position >= first, LOG_ENTRY.c.position < last)
            .order_by(LOG_ENTRY.c.position)
        )
        with self._store.reading() as connection:
            grown = grow(tree, list(connection.execute(query).scalars()), files.__setitem__)
        self._mend(files)
        return grown

    def _mend(self, files: dict[str, bytes]) -> None:
        def differs(path: str, data: bytes) -> bool:
            target = self.folder / path
            return not target.is_file() or target.read_bytes() != data

        self._disk.log_files(self.folder, {path: data for path, data in files.items() if differs(path, data)})

    def _insert(
        self,
        connection: Connection,
        size: int,
        entries: Sequence[bytes],
        checkpoint: Checkpoint,
        head: bytes,
        now_ms: int,
    ) -> None:
        query = select(LOG_HEAD.c.size).filter_by(**self._key).order_by(LOG_HEAD.c.size.desc()).limit(1)
        known = connection.execute(query).scalar_one_or_none()
        if (known or 0) != size:
            raise Untrusted(
                "node.head_moved",
                "The record {origin} changed while it was being written.",
                why="it was read with {read} entries, and now the database holds {known}",
                remedy="stop: two programs write into this node folder",
                origin=self.origin,
                read=size,
                known=known or 0,
            )
        if entries:
            rows = [{**self._key, "position": size + number, "entry": entry} for number, entry in enumerate(entries)]
            connection.execute(insert(LOG_ENTRY), rows)
        connection.execute(
            insert(LOG_HEAD).values(
                **self._key, size=checkpoint.size, root=checkpoint.root_hash, checkpoint=head, signed_ms=now_ms
            )
        )


def _nowhere(_path: str, _data: bytes) -> None:
    """Where the files of a log go that is only hashed."""


def _checkpoint_of(head: bytes) -> Checkpoint:
    return parse_checkpoint(head.partition(b"\n\n")[0] + b"\n")
