"""The records act by act: what stood right after each act that counted. Units: milliseconds since 1970."""

from collections.abc import Iterator

from comity.cooperation import Act, Book, Standing, take
from comity.ground import ComityError
from comity.node.cooperation import Reading


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
