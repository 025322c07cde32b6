"""What is new in a log is taken in piece by piece: proved, laid by durably beyond the head, and only then more is read.

Used for the partner's log, and for our own when the partner's copy of it holds more than we do. Memory holds one
piece, whatever the partner sends; a pull that broke off goes on where it was. What was laid by has no head of ours and
no receipt: where the next head contradicts it, it is dropped and the log's own head decides.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from sqlalchemy import Connection, insert

from comity.ground import InvalidInput, Untrusted
from comity.ledger import Batch, Head, Reader, Release, parse_entry, verify_log
from comity.node.logbook import PIECE_BYTES, Logbook
from comity.node.outbox import waiting
from comity.node.store import JOB

MOST_AT_ONCE_BYTES = 64 * 1024 * 1024
"""The most that one pull takes in, so that other partners have their turn; the next pull goes on where it ended."""

ROWS_AT_ONCE = 1000
REPLACED = frozenset({"ledger.fork", "ledger.rollback"})


def take_new(book: Logbook, head: Head, read: Reader, *, check: Callable[[bytes], None]) -> list[bytes]:
    """Lay by what is new up to a head, and return its end, which is not yet laid by.

    Parameters
    ----------
    check
        Raises what stands against an entry; nothing of its piece is laid by then.

    Raises
    ------
    Untrusted
        As `verify_log`, against what the log's own head covers.
    InvalidInput
        `node.too_much_at_once`: what was proved so far is laid by, and the next pull goes on from there.
    """
    try:
        return _take(book, head, read, check)
    except Untrusted as error:
        if error.code not in REPLACED or book.laid_by.size == book.size:
            raise
    book.drop()
    return _take(book, head, read, check)


def _take(book: Logbook, head: Head, read: Reader, check: Callable[[bytes], None]) -> list[bytes]:
    piece: list[bytes] = []
    held = taken = 0

    def visit(batch: Batch) -> None:
        nonlocal held, taken
        for entry in batch.entries:
            check(entry)
        size = sum(map(len, batch.entries))
        if taken > MOST_AT_ONCE_BYTES:
            raise _too_much()
        piece.extend(batch.entries)
        held, taken = held + size, taken + size
        if held >= PIECE_BYTES:
            book.lay_by(piece)
            piece.clear()
            held = 0

    verify_log(read, head, since=book.laid_by, visit=visit)
    return piece


def releases(book: Logbook, entries: Sequence[bytes]) -> "array[int]":
    """Return the positions of the contents that the new entries announce: those laid by, and those after them."""
    new: Iterable[bytes] = chain(book.waiting(), entries)
    said = enumerate(map(parse_entry, new), start=book.size)
    return array("Q", (position for position, each in said if isinstance(each, Release)))


def wait_for(connection: Connection, kind: str, agreement_id: str, positions: "array[int]", *, now_ms: int) -> None:
    """Write a job for each content, in the transaction of the head that announces it."""
    for first in range(0, len(positions), ROWS_AT_ONCE):
        some = positions[first : first + ROWS_AT_ONCE]
        rows = [waiting(kind, f"{agreement_id}/{position}", now_ms=now_ms) for position in some]
        connection.execute(insert(JOB), rows)


def _too_much() -> InvalidInput:
    return InvalidInput(
        "node.too_much_at_once",
        "The partner's record grew by more than one look takes in.",
        why="more than {limit} bytes are new since the last look",
        remedy="nothing is lost, the next look goes on where this one ended; ask the partner what was published",
        limit=MOST_AT_ONCE_BYTES,
    )
