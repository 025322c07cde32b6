"""A text on the table and a signature under it, as entries of our log: where the open version of a series stands.

A party answers a version once (rule R2); after a version failed, the parties propose in turn (rule R4).
"""

from typing import Any
from weakref import WeakKeyDictionary

from comity.ground import InvalidInput
from comity.ledger import ROOT, SALT_BYTES, Ballot, Series, Text, text_entry, vote_entry
from comity.node.app import Node
from comity.node.logbook import Logbook
from comity.node.record import Records


def tabled_entry(node: Node, found: Records, series: str, document: dict[str, Any], office: str) -> bytes:
    """Return the entry that puts a text on the table of the open version of a series, or raise `InvalidInput`."""
    check_turn(found, series)
    parent, number, _ = open_place(found.view.series.get(series))
    return text_entry(
        series=series,
        parent=parent,
        round=number,
        document=document,
        office=office,
        at_ms=node.clock(),
        salt=node.random(SALT_BYTES),
    )


def check_turn(found: Records, series: str) -> None:
    """Raise `InvalidInput` where the partner has the turn to propose a text in the open version of a series."""
    _, number, turn = open_place(found.view.series.get(series))
    if number > 0 and turn != found.ours:
        raise InvalidInput(
            "node.not_our_turn",
            "It is the partner's turn to propose a text under {series}.",
            why="after version {number} failed, the parties propose in turn",
            remedy="ask the partner to propose the text; you can sign it then",
            series=series,
            number=number,
        )


def signed_entry(
    node: Node, known: Series | None, series: str, choice: str | None, office: str, *, salt: bytes | None = None
) -> bytes:
    """Return the entry of a signature (`choice`: the text's hash), or of a no, in the open version of a series."""
    parent, number, _ = open_place(known)
    return vote_entry(
        series=series,
        parent=parent,
        round=number,
        choice=choice,
        office=office,
        at_ms=node.clock(),
        salt=salt or node.random(SALT_BYTES),
    )


def open_place(known: Series | None) -> tuple[str, int, int]:
    """Return parent and number of the version that is open, and whose turn it would be to propose."""
    if known is None:
        return ROOT, 0, 0
    last = known.slots[-1]
    return last.parent, last.round, (len(known.in_force) + last.round) % 2


def is_tabled(known: Series | None, identity: str) -> bool:
    """Tell whether a text is on the table of the open version."""
    return known is not None and any(text.hash == identity for text in known.tabled)


_TEXTS: "WeakKeyDictionary[Logbook, tuple[int, set[str]]]" = WeakKeyDictionary()
"""The hashes of the texts that a log holds, as far as it was looked through: a log only grows."""


def holds_text(book: Logbook, identity: str) -> bool:
    """Tell whether a log holds a text, on the table or signed since; each entry is looked at once."""
    known, texts = _TEXTS.get(book, (0, set[str]()))
    size = book.size
    if known > size:
        known, texts = 0, set[str]()
    if known < size:
        texts |= {each.hash for each in book.said(known, size) if isinstance(each, Text)}
        _TEXTS[book] = size, texts
    return identity in texts


def was_agreed(known: Series, identity: str) -> bool:
    """Tell whether both have signed a text of the series before."""
    return any(text.hash == identity for text in known.in_force)


def is_signed(found: Records, known: Series | None, choice: str | None) -> bool:
    """Return whether we answered the open version with this choice; another answer cannot be given any more."""
    ballot: Ballot | None = known.slots[-1].ballots[found.ours] if known else None
    if ballot is None:
        return False
    if ballot.choice != choice:
        raise InvalidInput(
            "node.already_signed",
            "Our answer to this version was already given.",
            why="a party answers a version once, and ours was {choice}",
            remedy="ask the partner to turn the version down; then a new one opens",
            choice=ballot.choice or "no",
        )
    return True
