"""The records of cooperation as this node holds them: the books of both logs, and the framework they are read under.

`agreed` follows from what is receipted (rule R6) and is the same on both nodes; `view` also counts our own entries
without receipt: what an officer goes on from. A template counts when it ships with Comity or stands in a log as a
message; whoever proposes a decision that adopts one puts it into the log, so that both nodes know it.
Units: milliseconds since 1970.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any
from weakref import WeakKeyDictionary

import orjson

from comity.agreement import Decision, Office, Version, read_decision
from comity.agreement import Text as Wording
from comity.cooperation import (
    SERIES,
    TEMPLATE_SCHEMA,
    ActLog,
    Book,
    Framework,
    Template,
    Waiting,
    acts_of,
    check_act,
    level_of,
    national_in_act,
    read_template,
    state_of,
)
from comity.files.initiatives import initiative_templates
from comity.ground import ComityError, InvalidInput, canonical, instant_text
from comity.ledger import Entry, Message, Record, Text, Vote, document_hash
from comity.node.app import Holding, Node
from comity.node.cooperation_offices import office_lists
from comity.node.logbook import Logbook
from comity.node.record import DECISIONS, Records, ends_by_notice_ms, is_agreed, records
from comity.node.tabling import check_turn, is_tabled, open_place, was_agreed

ALWAYS_MS = 2**53 - 1
"""An instant after everything that a log holds: the state now is that of all that was read, whatever our clock says."""

TEMPLATES_KEPT = 256
"""Templates in logs that stay read: many more than the kinds of initiative that two parties will ever adopt."""

SUPPOSED = "\0supposed"
"""The office of a signature that is tried and not given: no entry can hold it, and it may sign on any day."""

_NEVER_MS = 0
"""The end of an agreement that is not agreed by both: no clause of it is in force on any day."""

Sizes = tuple[tuple[int, int], tuple[int, int]]
"""How many entries of our log and of our copy of the partner's were read: for what is agreed, and for the view."""

Logs = tuple[Sequence[Entry | None], Sequence[Entry | None]]
"""The entries of both parties, in the agreement's order."""


@dataclass(frozen=True)
class Reading:
    """What follows from two logs: their acts in one order, the framework, the book as it stands at the end."""

    log: ActLog
    framework: Framework
    book: Book

    def at(self, instant_ms: int) -> Book:
        """Return the book as it stood at a past instant."""
        return state_of(self.framework, self.log, at_ms=instant_ms)


@dataclass(frozen=True)
class Books:
    """The records of an agreement: `agreed` by what both durably hold, `view` with our own entries without receipt."""

    agreed: Book
    view: Book
    of_agreed: Reading
    of_view: Reading
    found: Records

    @property
    def framework(self) -> Framework:
        """What the agreed book is read under."""
        return self.of_agreed.framework


@dataclass(frozen=True)
class _Kept:
    sizes: Sizes
    agreed: Reading
    view: Reading


_KEPT: "WeakKeyDictionary[Logbook, _Kept]" = WeakKeyDictionary()
"""What both logs said at these sizes, by our log: a log only grows, so its size tells whether this still holds."""


def is_cooperation(series: str) -> bool:
    """Tell whether a series carries acts on records of cooperation."""
    return series.startswith(SERIES)


def series_of(key: str) -> str:
    """Return the series in which both sign acts on a record, such as `cooperation/meeting/wg-sea-1`."""
    return SERIES + key


def books(node: Node, holding: Holding) -> Books:
    """Return where every record stands now; what was read is kept until one of the logs grows."""
    with holding.running.turn:
        found = records(node, holding)
        sizes = holding.running.sizes
        kept = _KEPT.get(holding.own)
        if kept is None or kept.sizes != sizes:
            kept = _Kept(sizes, *_read(holding, found, sizes, kept))
            _KEPT[holding.own] = kept
    now_ms = node.clock()
    return Books(
        replace(kept.agreed.book, at_ms=now_ms),
        replace(kept.view.book, at_ms=now_ms),
        kept.agreed,
        kept.view,
        found,
    )


def framework_of(node: Node, holding: Holding) -> Framework:
    """Return the versions, decisions, offices and templates that the agreed records stand on."""
    return books(node, holding).framework


def check_text(node: Node, holding: Holding, series: str, document: Mapping[str, Any], *, office: str | None) -> None:
    """Raise what the record would say against a text that both sign: its form, its name, or why it would not count.

    A text that both have signed is sound: nothing is written for it any more.
    """
    check_act(document)
    known = books(node, holding).found.view.series.get(series)
    if known is not None and was_agreed(known, document_hash(document)):
        return
    check_counts(node, holding, document, series=series, office=office)


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
    found = books(node, holding)
    _check_stays_home(found, document)
    _check_open(node, document)
    if series is not None:
        check_no_rival(found, series, document)
        if not is_tabled(found.found.view.series.get(series), document_hash(document)):
            check_turn(found.found, series)
    tried = _tried(node, holding, found, dict(document), series, office)
    offices = {party: (*listed, _supposed(party)) for party, listed in office_lists(holding, tried).items()}
    book = state_of(replace(found.of_view.framework, offices=offices), acts_of(*tried), at_ms=ALWAYS_MS)
    if not _stands_on(book, document, found.found.ours, _our_place(tried, holding.ours, document)):
        raise _why_not(book, document)


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


def _our_place(tried: Logs, ours: int, document: Mapping[str, Any]) -> int:
    """Return the place in our log of our last word on an act: the message itself, or our signature under the text."""
    identity = document_hash(document)
    places = (
        place
        for place, each in enumerate(tried[ours])
        if (isinstance(each, Message) and each.hash == identity) or (isinstance(each, Vote) and each.choice == identity)
    )
    return max(places, default=-1)


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


def _supposed(party: str) -> Office:
    title = Wording(ar=SUPPOSED, en=SUPPOSED, fr=SUPPOSED)
    return Office(SUPPOSED, party, title, frozenset({"approver"}), 0, None, None)


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


def entries(holding: Holding) -> Logs:
    """Return what both logs say, as far as this node holds them, in the agreement's order."""
    own, theirs = holding.own.said(), holding.copy.said()
    return (own, theirs) if holding.ours == 0 else (theirs, own)


def templates_in(logs: Logs) -> Iterator[tuple[Template, Mapping[str, Any]]]:
    """Yield each template that a log carries as a message, with its document; what does not read is passed over."""
    for log in logs:
        for entry in log:
            if isinstance(entry, Message) and entry.document.get("schema") == TEMPLATE_SCHEMA["$id"]:
                template = _template_in(canonical(dict(entry.document)))
                if template is not None:
                    yield template, entry.document


@lru_cache(maxsize=TEMPLATES_KEPT)
def _template_in(said: bytes) -> Template | None:
    """Return the template that canonical bytes hold, read once however often a log is; None where they hold none."""
    try:
        return read_template(orjson.loads(said))
    except InvalidInput:
        return None


@cache
def shipped_templates() -> tuple[Template, ...]:
    """Return the templates that ship with Comity, read once."""
    return initiative_templates()


def _read(holding: Holding, found: Records, sizes: Sizes, kept: _Kept | None) -> tuple[Reading, Reading]:
    """Read both logs; what is agreed is not read again when only our own entries without receipt grew."""

    def read(record: Record, read_to: tuple[int, int], versions: tuple[Version, ...]) -> Reading:
        own, theirs = holding.own.said(0, read_to[0]), holding.copy.said(0, read_to[1])
        logs = (own, theirs) if holding.ours == 0 else (theirs, own)
        framework = _framework(holding, record, versions, logs)
        log = acts_of(*logs)
        book = state_of(framework, log, at_ms=ALWAYS_MS)
        book.waiting = tuple(each for each in book.waiting if _still_waits(each, record))
        return Reading(log, framework, book)

    if kept is not None and kept.sizes[0] == sizes[0]:
        agreed = kept.agreed
    else:
        agreed = read(found.agreed, sizes[0], holding.in_force.agreed)
    if sizes[0] == sizes[1]:
        return agreed, agreed
    return agreed, read(found.view, sizes[1], holding.in_force.signed)


def _framework(holding: Holding, record: Record, versions: tuple[Version, ...], logs: Logs) -> Framework:
    said = {template.hash: template for template, _ in templates_in(logs)}
    return Framework(
        versions=versions,
        put_to_work=tuple(_put_to_work(record, versions)),
        ends_ms=ends_by_notice_ms(record, holding) if is_agreed(record, holding) else _NEVER_MS,
        offices=office_lists(holding, logs),
        templates={each.hash: each for each in shipped_templates()} | said,
    )


def _put_to_work(record: Record, versions: tuple[Version, ...]) -> Iterator[tuple[Decision, int]]:
    """Yield each text of a decision that both signed, as the newest version that knows it reads it, with its instant.

    A later text of a decision does not undo what stood on an earlier one.
    """
    for name, series in record.series.items():
        if not name.startswith(DECISIONS):
            continue
        signed = (slot for slot in series.slots if slot.outcome == "force")
        for text, slot in zip(series.in_force, signed, strict=True):
            decision = _decision(text, versions)
            if decision is not None:
                yield decision, max(ballot.time_ms for ballot in slot.ballots if ballot is not None)


def _decision(text: Text, versions: tuple[Version, ...]) -> Decision | None:
    for version in reversed(versions):
        try:
            return read_decision(dict(text.document), version.agreement)
        except InvalidInput:
            continue
    return None


def _still_waits(waiting: Waiting, record: Record) -> bool:
    """Tell whether a text can still be signed: its version is open, and a signature stands under it."""
    series = record.series.get(series_of(waiting.act.key))
    ballots = series.slots[-1].ballots if series else ()
    return any(each is not None and each.choice == waiting.act.hash for each in ballots)


def _tried(
    node: Node, holding: Holding, found: Books, document: dict[str, Any], series: str | None, office: str | None
) -> Logs:
    """Return both logs as they would be with an act, signed by as many as its series asks for."""
    first, second = entries(holding)
    logs: tuple[list[Entry | None], list[Entry | None]] = list(first), list(second)
    now_ms, identity = node.clock(), document_hash(document)
    if series is None:
        logs[holding.ours].append(Message(identity, now_ms, office or SUPPOSED, document))
        return logs
    known = found.found.view.series.get(series)
    parent, number, _ = open_place(known)
    if known is None or all(each.hash != identity for each in known.tabled):
        until_ms = document.get("open_until_ms")
        logs[holding.ours].append(
            Text(series, parent, number, identity, until_ms, now_ms, office or SUPPOSED, document)
        )
    ballots = known.slots[-1].ballots if known else (None, None)
    for place, party, name in ((found.found.ours, 0, office or SUPPOSED), (found.found.theirs, 1, SUPPOSED)):
        if ballots[place] is None:
            logs[place].append(Vote(series, parent, number, identity, now_ms + party, name))
    return logs
