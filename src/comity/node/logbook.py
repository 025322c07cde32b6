"""One log on this node, ours or our copy of the partner's: in the database, and as the files that others read.

The order of a write: (1) the log's files, each made durable; (2) one transaction with the entries, the signed head and
whatever else must be kept with them, refused unless the log still has the size it was read at; (3) the head published
under its name; (4) only then an answer. At start the database is the truth and the files are made to agree with it; a
published head that the database does not know means that the database is older than what others have seen.

Much that is new, the partner's log after a long silence, is laid by piece by piece before its head: proved entries in
the database beyond the head, and their finished files. Nobody reads them there; the head makes them part of the log,
or they are dropped. So memory holds one piece, and a pull that broke off goes on where it was.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, select

from comity.files.logs import finished_files
from comity.ground import ComityError, Untrusted
from comity.ledger import (
    CHECKPOINT_PATH,
    EMPTY_TREE,
    Checkpoint,
    Entry,
    LogPath,
    Tree,
    append,
    edge,
    grow,
    parse_checkpoint,
    parse_entry,
)
from comity.node.disk import Disk
from comity.node.store import LOG_ENTRY, LOG_HEAD, Store

BATCH = 4096
"""Entries read from the database at a time, at most."""

ROWS_AT_ONCE = 16
"""Rows that the database driver hands over at a time: an entry may have 64 KiB."""

HEADS_AT_ONCE = 256
"""Signed heads that the database driver hands over at a time: a head has a few hundred bytes."""

PIECE_BYTES = 4 * 1024 * 1024
"""What is held in memory at a time of a log that is read, or laid by; the last entry may go beyond it."""

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
        self._laid_by = EMPTY_TREE
        self._said: list[Entry | None] = []
        self._listening = threading.Lock()
        self.failure: ComityError | None = None
        self.dress: Callable[[bytes], bytes] = _as_it_is
        """What is added to a kept head where it is published."""

    @property
    def size(self) -> int:
        """How many entries the log holds."""
        return self._tree.size

    @property
    def tree(self) -> Tree:
        """What must be kept to append to it, and to check that the partner's log still begins with our copy."""
        return self._tree

    @property
    def laid_by(self) -> Tree:
        """The tree with the entries that lie beyond the head; where there are none, the log's own."""
        return self._laid_by

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
        while tree.size < size:
            tree = grow(tree, self._piece(tree.size, size), _nowhere)
        return tree.root()

    def head(self) -> bytes | None:
        """Return the newest signed head, or `None` for a log that nothing was written to."""
        with self._store.reading() as connection:
            query = select(LOG_HEAD.c.checkpoint).filter_by(**self._key).order_by(LOG_HEAD.c.size.desc()).limit(1)
            return connection.execute(query).scalar_one_or_none()

    def heads(self) -> Iterator[bytes]:
        """Yield every signed head, the oldest first."""
        query = select(LOG_HEAD.c.checkpoint).filter_by(**self._key).order_by(LOG_HEAD.c.size)
        with self._store.reading() as connection:
            yield from connection.execute(query.execution_options(yield_per=HEADS_AT_ONCE)).scalars()

    def entries(self, first: int = 0, last: int | None = None) -> Iterator[bytes]:
        """Yield the entries from position `first` up to, not including, `last`."""
        yield from self._stored(first, self.size if last is None else min(last, self.size))

    def waiting(self) -> Iterator[bytes]:
        """Yield the entries that lie beyond the head."""
        yield from self._stored(self._tree.size, self._laid_by.size)

    def _stored(self, first: int, last: int) -> Iterator[bytes]:
        while first < last:
            found = self._piece(first, last)
            yield from found
            first += len(found)

    def _piece(self, first: int, last: int) -> list[bytes]:
        """Return the next entries from a position on: few when they are large, so that little memory holds them."""
        place = LOG_ENTRY.c.position
        query = select(LOG_ENTRY.c.entry).filter_by(**self._key).order_by(place)
        query = query.where(place >= first, place < min(first + BATCH, last))
        found, held = list[bytes](), 0
        with self._store.reading() as connection:
            for entry in connection.execute(query.execution_options(yield_per=ROWS_AT_ONCE)).scalars():
                found.append(entry)
                held += len(entry)
                if held >= PIECE_BYTES:
                    break
        if not found:
            raise _rows_missing(self.origin, first)
        return found

    def said(self, first: int = 0, last: int | None = None) -> list[Entry | None]:
        """Return what the entries from `first` up to, not including, `last` say, `None` for noise.

        Each is read once, because a log only grows.
        """
        with self._listening:
            self._said += map(parse_entry, self.entries(len(self._said)))
            return self._said[first:last]

    def write(
        self,
        entries: Sequence[bytes],
        *,
        sign: Sign,
        now_ms: int,
        also: Also | None = None,
        after_laid_by: bool = False,
    ) -> int:
        """Append entries durably and publish the new head; return the position of the first.

        After a failure that leaves in doubt what the disk holds, nothing is written any more: `failure` says why, and
        the process must end. A disk that is full before the commit is not such a failure.

        Parameters
        ----------
        after_laid_by
            Whether what was laid by comes first and becomes part of the log; without, it is dropped.
        """
        with self._turn:
            if self.failure is not None:
                raise self.failure
            if not after_laid_by:
                self.drop()
            before = self._tree
            grown, files = append(self._laid_by, entries)
            checkpoint = Checkpoint(self.origin, grown.size, grown.root())
            try:
                with self._stopping(Untrusted):
                    self._disk.log_files(self.folder, files)
                    head = sign(checkpoint)
                    with self._store.writing() as connection:
                        self._check_head(connection)
                        self._insert_entries(connection, entries)
                        self._insert_head(connection, checkpoint, head, now_ms)
                        if also is not None:
                            also(connection, before.size)
            except Exception:
                self._disk.forget_unpublished(self.folder, before.size)
                raise
            self._tree = self._laid_by = grown
            with self._stopping(ComityError):
                self._disk.publish(self.folder, head)
            self._disk.forget_superseded(self.folder, _finished(before.size, grown.size))
            return before.size

    def lay_by(self, entries: Sequence[bytes]) -> None:
        """Keep proved entries durably beyond the head, after those that lie there."""
        with self._turn:
            if self.failure is not None:
                raise self.failure
            files: dict[str, bytes] = {}
            grown = grow(self._laid_by, entries, files.__setitem__)
            with self._stopping(Untrusted):
                self._disk.log_files(self.folder, files)
                with self._store.writing() as connection:
                    self._check_head(connection)
                    self._insert_entries(connection, entries)
            self._laid_by = grown

    def drop(self) -> None:
        """Forget what lies beyond the head."""
        with self._turn:
            if self._laid_by.size == self._tree.size:
                return
            with self._store.writing() as connection:
                self._check_head(connection)
                rows = delete(LOG_ENTRY).filter_by(**self._key)
                connection.execute(rows.where(LOG_ENTRY.c.position >= self._tree.size))
            self._laid_by = self._tree

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
            if publish:
                self._publish(head, seen)
                self._disk.forget_superseded(self.folder, finished_files(self.folder, self.size))

    def publish(self) -> None:
        """Publish the newest head, where it was held back, or where something was added to it."""
        with self._turn, self._stopping(ComityError):
            published = self.folder / CHECKPOINT_PATH
            self._publish(self.head(), published.read_bytes() if published.exists() else None)

    def _publish(self, head: bytes | None, seen: bytes | None) -> None:
        dressed = None if head is None else self.dress(head)
        if dressed is not None and dressed != seen:
            self._disk.publish(self.folder, dressed)

    def _grown(self) -> Tree:
        tree = EMPTY_TREE
        with self._store.reading() as connection:
            size = self._size_in(connection)
            laid_by = connection.execute(select(func.max(LOG_ENTRY.c.position)).filter_by(**self._key)).scalar_one()
        tree = self._grow_from_database(tree, size)
        self._mend(tree.edge_files())
        self._laid_by = self._grow_from_database(tree, max(size, 0 if laid_by is None else laid_by + 1))
        return tree

    def _grow_from_database(self, tree: Tree, size: int) -> Tree:
        while tree.size < size:
            files: dict[str, bytes] = {}
            tree = grow(tree, self._piece(tree.size, size), files.__setitem__)
            self._mend(files)
        return tree

    def _mend(self, files: dict[str, bytes]) -> None:
        def differs(path: str, data: bytes) -> bool:
            target = self.folder / path
            return not target.is_file() or target.read_bytes() != data

        self._disk.log_files(self.folder, {path: data for path, data in files.items() if differs(path, data)})

    def _size_in(self, connection: Connection) -> int:
        query = select(LOG_HEAD.c.size).filter_by(**self._key).order_by(LOG_HEAD.c.size.desc()).limit(1)
        return connection.execute(query).scalar_one_or_none() or 0

    def _check_head(self, connection: Connection) -> None:
        """Compare the head that the database holds with the one that this write was prepared on."""
        known = self._size_in(connection)
        if known != self._tree.size:
            raise Untrusted(
                "node.head_moved",
                "The record {origin} changed while it was being written.",
                why="it was read with {read} entries, and now the database holds {known}",
                remedy="stop: two programs write into this node folder",
                origin=self.origin,
                read=self._tree.size,
                known=known,
            )

    def _insert_entries(self, connection: Connection, entries: Sequence[bytes]) -> None:
        first = self._laid_by.size
        rows = [{**self._key, "position": first + number, "entry": entry} for number, entry in enumerate(entries)]
        if rows:
            connection.execute(insert(LOG_ENTRY), rows)

    def _insert_head(self, connection: Connection, checkpoint: Checkpoint, head: bytes, now_ms: int) -> None:
        values = {"size": checkpoint.size, "root": checkpoint.root_hash, "checkpoint": head, "signed_ms": now_ms}
        connection.execute(insert(LOG_HEAD).values(**self._key, **values))


def _finished(before: int, after: int) -> Iterator[LogPath]:
    """Yield the finished files of a log whose unfinished ones stood at the edge of an earlier size."""
    for level, _ in edge(before):
        index = before >> 8 * (level + 1)
        if index < after >> 8 * (level + 1):
            yield from (LogPath(kind, index) for kind in ((None, 0) if level == 0 else (level,)))


def _rows_missing(origin: str, position: int) -> Untrusted:
    return Untrusted(
        "node.entry_missing",
        "The node's database lacks an entry of the record {origin}.",
        why="nothing stands at position {position}, and later entries are there",
        remedy="restore the newest backup; the node takes back from its partner what the backup lacks",
        origin=origin,
        position=position,
    )


def _as_it_is(head: bytes) -> bytes:
    return head


def _nowhere(_path: str, _data: bytes) -> None:
    """Where the files of a log go that is only hashed."""


def _checkpoint_of(head: bytes) -> Checkpoint:
    return parse_checkpoint(head.partition(b"\n\n")[0] + b"\n")
