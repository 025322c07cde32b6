"""The node's database: SQLite in WAL mode, every commit on the disk before it is answered, one writer.

Exactly one connection writes, and it alone checkpoints; readers open the file read-only. That keeps clear of the
WAL-reset bug of SQLite 3.7.0 to 3.51.2 (sqlite.org/wal.html; fixed in 3.51.3), which needs two connections that write
or checkpoint at once.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool

from comity.ground import InvalidInput, Untrusted

FIRST_FIXED = (3, 51, 3)
"""The first SQLite release without the WAL-reset bug."""


def has_wal_reset_bug(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """Return whether this SQLite could corrupt a database that two connections write at once."""
    return (3, 7, 0) <= version < FIRST_FIXED


class Store:
    """An open database: transactions that write, one after the other, and reads beside them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._turn = threading.RLock()
        self._writer = create_engine(
            f"sqlite:///{path}", poolclass=StaticPool, connect_args={"check_same_thread": False, "timeout": 5}
        )
        event.listen(self._writer, "connect", _prepare_writer)
        event.listen(self._writer, "begin", _begin_writing)
        self._readers = create_engine(
            f"sqlite:///file:{path}?mode=ro&uri=true", connect_args={"check_same_thread": False, "timeout": 5}
        )
        event.listen(self._readers, "connect", _prepare_reader)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Hold the one write transaction: all of it is kept when the block ends, or nothing."""
        with self._turn:
            try:
                with self._writer.begin() as connection:
                    yield connection
            except OperationalError as error:
                raise _refusal(error) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read one consistent state; never waits for a writer."""
        with self._readers.begin() as connection:
            yield connection

    def copy_to(self, path: Path) -> None:
        """Write a consistent copy of the database."""
        with self._turn, self._writer.connect() as connection:
            target = sqlite3.connect(path)
            try:
                source = connection.connection.driver_connection
                assert isinstance(source, sqlite3.Connection)
                source.backup(target)
            finally:
                target.close()

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the database."""
        self._readers.dispose()
        with self._turn:
            self._writer.dispose()


def _prepare_writer(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _prepare_reader(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA query_only = ON")


def _refusal(error: OperationalError) -> InvalidInput | Untrusted:
    reason = str(error.orig)
    if "full" in reason or "locked" in reason:
        return InvalidInput(
            "node.database_refuses",
            "The node's database takes nothing now.",
            why="SQLite answers: {reason}",
            remedy="free some space on the disk, close other programs that hold node.db, and try again",
            reason=reason,
        )
    return Untrusted(
        "node.database_failed",
        "The node's database cannot be trusted to keep what is written.",
        why="SQLite answers: {reason}",
        remedy="stop the node, check the disk, and start it again",
        reason=reason,
    )
