"""What both sign about an incident, on this node: the texts of both logs, what may be tabled or signed now, its title.

A text may be signed when it reads, fits its series, cites a clause of rescue that is at work, and is about an incident
that this node knows. A party's own word that takes an offer back is a message in its log. Units: milliseconds since
1970.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from comity.agreement import (
    CUSTODY_SCHEMA,
    INCIDENTS,
    WITHDRAWAL_SCHEMA,
    Agreement,
    Custody,
    Resource,
    check_clause,
    custody_series,
    opener_of,
    place_of,
    read_custody,
    read_resource,
)
from comity.agreement import Text as Wording
from comity.exchange import Holder, Lending, holder_of, lending_of
from comity.files.words import LANGUAGES, words
from comity.ground import InvalidInput, date_time_group
from comity.ledger import Message, Record, Text
from comity.node.app import Holding, Node
from comity.node.incidents import cases_under
from comity.node.logbook import Logbook
from comity.node.record import Records, at_work

_MARKS = dict.fromkeys(map(ord, "\u2068\u2069"))
"""Marks of isolation about values: a title is shown as a foreign text is, and there each mark is made visible."""


class TakenBack(NamedTuple):
    """The word by which a party took its own offer or request back: where it stands, when, and by which office."""

    position: int
    at_ms: int
    office: str


@dataclass
class _Said:
    """What a log says of incidents, as far as it was looked through: texts by series, those taken back by hash."""

    size: int = 0
    texts: dict[str, list[Text]] = field(default_factory=dict)
    withdrawn: dict[str, TakenBack] = field(default_factory=dict)


_KNOWN: "WeakKeyDictionary[Logbook, _Said]" = WeakKeyDictionary()


def is_of_incident(series: str) -> bool:
    """Tell whether a series is about an incident."""
    return series.startswith(INCIDENTS)


def said_of(book: Logbook) -> _Said:
    """Return what a log says of incidents; each entry is looked at once, because a log only grows."""
    known, size = _KNOWN.get(book), book.size
    if known is None or known.size > size:
        known = _Said()
    if known.size < size:
        grown = _Said(size, {name: list(each) for name, each in known.texts.items()}, dict(known.withdrawn))
        for position, entry in enumerate(book.said(known.size, size), start=known.size):
            if isinstance(entry, Text) and is_of_incident(entry.series):
                grown.texts.setdefault(entry.series, []).append(entry)
            elif isinstance(entry, Message) and entry.document.get("schema") == WITHDRAWAL_SCHEMA:
                told = TakenBack(position, entry.at_ms, entry.office)
                grown.withdrawn.setdefault(str(entry.document.get("of")), told)
        _KNOWN[book] = known = grown
    return known


def holder_in(record: Record, holding: Holding, incident: str) -> Holder:
    """Return who co-ordinates an incident by a record: what both agreed, or with our own acts without receipt."""
    return holder_of(record.series.get(custody_series(incident)), holding.agreement, incident)


def lendings(holding: Holding, found: Records, incident: str | None = None) -> list[Lending]:
    """Return every offer and request, of one incident or of all, by its number."""
    said = {holding.card.party: said_of(holding.own), holding.partner_id: said_of(holding.copy)}
    taken_back = {party: each.withdrawn for party, each in said.items()}
    result = []
    for name, series in found.view.series.items():
        place = place_of(name) if is_of_incident(name) else None
        if place is None or place.number is None or incident not in (None, place.incident):
            continue
        texts = [  # an offer counts as one only in the log of the party that makes it
            text
            for party, each in said.items()
            for text in each.texts.get(name, ())
            if text.document.get("by") == party
        ]
        agreed = found.agreed.series.get(name)
        read = lending_of(agreed, holding.agreement, texts, taken_back) if agreed else None
        seen = lending_of(series, holding.agreement, texts, taken_back)
        if read is not None and read.state == "accepted":
            result.append(read)
        elif seen is not None:  # signed by both, and not receipted yet: it counts for nothing more than an offer (R6)
            result.append(replace(seen, state="offered", decided_ms=None) if seen.state == "accepted" else seen)
    return sorted(result, key=lambda each: each.resource.number)


def check_text(
    node: Node, holding: Holding, found: Records, series: str, document: Mapping[str, Any]
) -> Custody | Resource:
    """Return what a text on an incident says, or raise `InvalidInput` or `Refused` why it may not be signed now."""
    place = place_of(series)
    agreement = holding.agreement
    is_custody = document.get("schema") == CUSTODY_SCHEMA
    read: Custody | Resource = read_custody(document, agreement) if is_custody else read_resource(document, agreement)
    number = None if isinstance(read, Custody) else read.number
    if place is None or place != (read.incident, number):
        raise _misplaced(series)
    check_clause(agreement, read.clause, at_work(found.agreed, holding))
    incident = cases_under(node)[agreement.id].incidents().get(read.incident)
    if incident is None or not incident.is_shared:
        raise InvalidInput(
            "node.incident_not_shared",
            "Nothing can be signed on the incident {incident}.",
            why="no case of it is known to both centres",
            remedy="send the case to the partner, or wait until the partner's has arrived",
            incident=read.incident,
        )
    if isinstance(read, Custody):
        _check_turn_of_custody(found, holding, read, series)
    else:
        _check_open(found, holding, read, series, node.clock())
    return read


def _check_turn_of_custody(found: Records, holding: Holding, read: Custody, series: str) -> None:
    now = holder_in(found.view, holding, read.incident)
    if read.to == now.party:
        raise InvalidInput(
            "node.co_ordinates_already",
            "{party} co-ordinates {incident} already.",
            why="the centre that opened an incident co-ordinates it until both sign that another does",
            remedy="look at the incident again",
            party=read.to,
            incident=read.incident,
        )
    if read.number != now.number + 1:
        raise _misplaced(series)


def _check_open(found: Records, holding: Holding, read: Resource, series: str, now_ms: int) -> None:
    known = found.view.series.get(series)
    before = {each.resource.number: each for each in lendings(holding, found, read.incident)}.get(read.number)
    is_another = before is not None and before.resource != read
    if (known is not None and (known.in_force or len(known.slots) > 1)) or is_another:
        raise _closed(series)
    if before is not None and before.state == "withdrawn":
        raise _closed(series)
    if now_ms > read.open_until_ms:
        raise InvalidInput(
            "node.offer_is_over",
            "This can be agreed no more: it was open until {until}.",
            why="the unit is not there for longer",
            remedy="offer it again, or ask again, with later times",
            until=date_time_group(read.open_until_ms),
        )


def title_of_text(holding: Holding, document: Mapping[str, Any]) -> Wording | None:
    """Return what a text on an incident says in one line, in three languages; `None` for one that does not read."""
    agreement = holding.agreement
    try:
        if document.get("schema") == CUSTODY_SCHEMA:
            custody = read_custody(document, agreement)
            case_id, party = opener_of(custody.incident)[1], custody.to
            return _in_all("node-incident-custody", agreement, party, case=case_id)
        resource = read_resource(document, agreement)
    except InvalidInput:
        return None
    case_id = opener_of(resource.incident)[1]
    message = f"node-incident-{resource.kind}"
    return _in_all(message, agreement, resource.by, case=case_id, platform=resource.unit.platform)


def _in_all(message: str, agreement: Agreement, party: str, **values: str) -> Wording:
    name = next(each.name for each in agreement.parties if each.id == party)
    said = {
        each: words(each).say(message, party=name.in_language(words(each).language), **values) for each in LANGUAGES
    }
    return Wording(**{each: sentence.translate(_MARKS) for each, sentence in said.items()})


def _misplaced(series: str) -> InvalidInput:
    return InvalidInput(
        "node.incident_text_misplaced",
        "This text cannot be signed under {series}.",
        why="it names another incident, or is not the next of its kind",
        remedy="let Comity propose it from the page of the incident",
        series=series[:128],
    )


def _closed(series: str) -> InvalidInput:
    return InvalidInput(
        "node.offer_closed",
        "Nothing more can be signed under {series}.",
        why="the offer or request was agreed, turned down or taken back",
        remedy="make a new one: it gets a number of its own",
        series=series[:128],
    )
