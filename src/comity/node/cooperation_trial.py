"""Acts that are tried before they are written or signed: whether they would count, read with both logs as they stand.

What is tried is read as if it stood in the logs now, signed by all whom it needs, and nothing of it is kept.
Units: milliseconds since 1970.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from comity.cooperation import Book, check_act, check_office, level_of, national_in_act
from comity.ground import ComityError, InvalidInput, instant_text
from comity.ledger import Entry, Message, Text, Vote, document_hash
from comity.node.app import Holding, Node
from comity.node.cooperation import SUPPOSED, Books, Logs, books, said
from comity.node.tabling import check_turn, is_tabled, open_place, was_agreed


def check_text(node: Node, holding: Holding, series: str, document: Mapping[str, Any], *, office: str | None) -> None:
    """Raise what the record would say against a text that both sign: its form, its name, or why it would not count.

    A text that both have signed is sound: nothing is written for it any more.
    """
    check_act(document)
    known = books(node, holding).found.view.series.get(series)
    if known is not None and was_agreed(known, document_hash(document)):
        return
    check_counts(node, holding, document, series=series, office=office)


def check_approver(node: Node, holding: Holding, office: str) -> None:
    """Raise `InvalidInput` where one of our offices could not sign now, as far as our own list says."""
    check_office(books(node, holding).of_view.framework, node.party, office, node.clock())


def check_counts(
    node: Node, holding: Holding, document: Mapping[str, Any], *, series: str | None, office: str | None
) -> None:
    """Raise why an act would not count, read with both logs as if it stood there now, signed by all whom it needs.

    Parameters
    ----------
    series
        Where both sign it; None for what we say alone.
    office
        Which of our offices signs now; None where it only tables, and our signature is supposed as the partner's is.
    """
    with holding.running.turn:  # so that what is tried stands on the very logs that were read
        found = books(node, holding)
        _check_stays_home(found, document)
        _check_open(node, document)
        if series is not None:
            check_no_rival(found, series, document)
            if not is_tabled(found.found.view.series.get(series), document_hash(document)):
                check_turn(found.found, series)
        book, place = _tried(node, holding, found, dict(document), series, office)
    if not _stands_on(book, document, found.found.ours, place):
        raise _why_not(book, document)


def check_all_count(node: Node, holding: Holding, documents: Sequence[Mapping[str, Any]], *, office: str) -> None:
    """Raise why one of several acts that we say alone would not count, read as if all stood in our log one by one."""
    with holding.running.turn:
        found = books(node, holding)
        for each in documents:
            _check_stays_home(found, each)
        ours, now_ms = found.found.ours, node.clock()
        said_now = [Message(document_hash(each), now_ms, office, dict(each)) for each in documents]
        book = _with_more(holding, found, (said_now, []) if ours == 0 else ([], said_now))
    for place, each in enumerate(documents, found.of_view.sizes[ours]):
        if not _stands_on(book, each, ours, place):
            raise _why_not(book, each)


def check_no_rival(found: Books, series: str, document: Mapping[str, Any]) -> None:
    """Raise `InvalidInput` where another text on the record was signed: a second one would undo that signature."""
    known, identity = found.found.view.series.get(series), document_hash(document)
    signed = {each.choice for each in known.slots[-1].ballots if each is not None} if known else set()
    for each in known.tabled if known else ():
        if each.hash in signed - {identity}:
            raise text_waits(each, document)


def text_waits(waiting: Text, document: Mapping[str, Any]) -> InvalidInput:
    """Say that another text on a record waits for a signature."""
    return InvalidInput(
        "node.text_waits",
        "The move {move} was not tabled: the move {waiting} of {record} waits for a signature.",
        why="one text on a record is signed at a time, and {office} tabled that one before",
        remedy="read it and sign it, or turn it down; then make the move",
        move=document["move"],
        record=f"{document['kind']}/{document['record']}",
        waiting=str(waiting.document.get("move"))[:64],
        office=waiting.office,
    )


def _stands_on(book: Book, document: Mapping[str, Any], ours: int, place: int) -> bool:
    """Tell whether the record stands on our word at a place: an act of the same hash elsewhere proves nothing."""
    standing = book.standings.get(f"{document['kind']}/{document['record']}")
    return standing is not None and any(each.party == ours and each.index == place for each in standing.log_refs)


def _why_not(book: Book, document: Mapping[str, Any]) -> ComityError:
    """Return why an act did not count in a book; of several acts with its hash, the last one speaks."""
    identity = document_hash(document)
    refused = [each.why for each in book.not_counted if each.act == identity]
    if refused:
        return refused[-1]
    return InvalidInput(
        "node.cannot_count",
        "The move {move} on {record} cannot count: this version of the text was answered otherwise.",
        why="a party answers a version once, and a text needs the same answer of both",
        remedy="sign another text or turn this version down; then a new one opens",
        move=document["move"],
        record=f"{document['kind']}/{document['record']}",
    )


def _check_open(node: Node, document: Mapping[str, Any]) -> None:
    """Raise `InvalidInput` where the time during which a text could be signed is over."""
    until_ms = document.get("open_until_ms")
    if until_ms is not None and until_ms < node.clock():
        raise InvalidInput(
            "node.text_expired",
            "The move {move} on {record} was not signed: its text was open until {day}.",
            why="a signature after that day changes nothing",
            remedy="make the move anew, with a later day",
            move=document["move"],
            record=f"{document['kind']}/{document['record']}",
            day=instant_text(until_ms),
        )


def _check_stays_home(found: Books, document: Mapping[str, Any]) -> None:
    """Raise `InvalidInput` where an act names a field that its record keeps at home.

    The form of an act says so where it carries `visibility` itself; else what the record says holds.
    """
    kind, fields = document["kind"], document["fields"]
    standing = found.view.standings.get(f"{kind}/{document['record']}")
    if standing is None or "visibility" in fields:
        return
    for name in fields:
        if level_of(kind, standing.fields.get("visibility"), name) == "national":
            raise national_in_act(name)


def _tried(
    node: Node, holding: Holding, found: Books, document: dict[str, Any], series: str | None, office: str | None
) -> tuple[Book, int]:
    """Return the book as it would stand with an act, and the place in our log of our last word on it (-1: none)."""
    new, place = _new_entries(node, found, document, series, office)
    return _with_more(holding, found, new), place


def _with_more(holding: Holding, found: Books, new: Logs) -> Book:
    """Return the book as it would stand with more entries, in the agreement's order."""
    sizes = found.of_view.sizes

    def whole() -> Logs:
        first, second = said(holding, (0, 0), sizes)
        return [*first, *new[0]], [*second, *new[1]]

    return found.of_view.with_more(holding.running.supposing(new), new, whole)


def _new_entries(
    node: Node, found: Books, document: dict[str, Any], series: str | None, office: str | None
) -> tuple[Logs, int]:
    """Return the entries that both logs still lack for an act to count, and the place of our last word on it."""
    ours, theirs = list[Entry | None](), list[Entry | None]()
    size, now_ms, identity = found.of_view.sizes[found.found.ours], node.clock(), document_hash(document)
    place = -1
    if series is None:
        ours.append(Message(identity, now_ms, office or SUPPOSED, document))
        place = size
    else:
        known = found.found.view.series.get(series)
        parent, number, _ = open_place(known)
        if not is_tabled(known, identity):
            until_ms = document.get("open_until_ms")
            ours.append(Text(series, parent, number, identity, until_ms, now_ms, office or SUPPOSED, document))
        ballots = known.slots[-1].ballots if known else (None, None)
        ballot = ballots[found.found.ours]
        if ballot is None:
            place = size + len(ours)
            ours.append(Vote(series, parent, number, identity, now_ms, office or SUPPOSED))
        elif ballot.choice == identity:
            place = ballot.index
        if ballots[found.found.theirs] is None:
            theirs.append(Vote(series, parent, number, identity, now_ms + 1, SUPPOSED))
    return (ours, theirs) if found.found.ours == 0 else (theirs, ours), place
