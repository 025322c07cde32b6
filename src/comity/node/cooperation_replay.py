"""The records act by act: what stood right after each act that counted. Units: milliseconds since 1970."""

from collections.abc import Iterator

from comity.cooperation import Act, Book, Standing, take
from comity.ground import ComityError
from comity.node.cooperation import Reading

_KEPT_MOST = 16
"""Books that are kept for papers: enough for both originals of each paper of a meeting."""


def replayed(reading: Reading) -> Iterator[tuple[Act, Standing, Book]]:
    """Yield each act that counts with its record and the book right after it; the book is the same one, grown."""
    book = Book()
    for act in reading.log.acts:
        book.at_ms = act.at_ms
        try:
            standing = take(book, reading.framework, act)
        except ComityError:
            continue  # it changed nothing
        yield act, standing, book


def book_after(reading: Reading, act: Act) -> tuple[Standing, Book]:
    """Return the record and the book right after an act that counts; it is kept with what was read."""
    kept = reading.books_after.get(act.hash)
    if kept is None:
        if len(reading.books_after) >= _KEPT_MOST:
            reading.books_after.clear()
        kept = next((after, book) for _, after, book in replayed(reading) if after.head == act.hash)
        reading.books_after[act.hash] = kept
    return kept
