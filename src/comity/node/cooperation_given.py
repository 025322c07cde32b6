"""What a party gives in its log beside its acts: lists of its offices, templates of initiatives. Each is read once.

Both stand in a log as messages, and a partner may write as many as it likes. So only the first of each log count, far
more than two parties will ever need, on both nodes the same; whoever floods its own log shuts out only itself.
Units: milliseconds since 1970, by the log's own time.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from comity.agreement import Agreement, Office, read_offices
from comity.cooperation import TEMPLATE_SCHEMA, Template, read_template
from comity.ground import InvalidInput
from comity.ledger import Beat, Entry, Message
from comity.node.app import Holding
from comity.node.logbook import Logbook

OFFICES = "comity/offices/1"
TEMPLATE = TEMPLATE_SCHEMA["$id"]

GIVEN_MOST = 1_000
"""Lists, and templates, of each log that count, whether they can be read or not: a new list each week for 19 years."""


@dataclass(frozen=True)
class GivenList:
    """A party's list of offices, since when it holds by the log's own time, and which office gave it."""

    party: str
    since_ms: int
    office: str
    offices: tuple[Office, ...]
    document: Mapping[str, Any]


class Given:
    """What one log gave, as far as it was read; each thing with its place in the log."""

    def __init__(self, party: str, agreement: Agreement) -> None:
        self.size = 0
        self.acted: dict[str, int] = {}
        """Every office that acted before the first list, with the earliest instant that it named."""
        self._party, self._agreement, self._time_ms = party, agreement, 0
        self._lists: list[GivenList] = []
        self._list_places: list[int] = []
        self._templates: list[Template] = []
        self._template_places: list[int] = []
        self._asked = {OFFICES: 0, TEMPLATE: 0}

    def lists(self, size: int) -> Sequence[GivenList]:
        """Return the lists among the first entries, the oldest first."""
        return self._lists[: bisect_left(self._list_places, size)]

    def templates(self, size: int) -> Sequence[Template]:
        """Return the templates among the first entries, the oldest first."""
        return self._templates[: bisect_left(self._template_places, size)]

    def has_room(self, schema: str) -> bool:
        """Tell whether one more of a schema would count."""
        return self._asked[schema] < GIVEN_MOST

    def read(self, entries: Iterable[Entry | None]) -> None:
        """Read the next entries of the log."""
        for place, entry in enumerate(entries, self.size):
            self.size = place + 1
            if entry is None:
                continue
            self._time_ms = max(self._time_ms, entry.at_ms)
            schema = entry.document.get("schema") if isinstance(entry, Message) else None
            if isinstance(entry, Message) and schema in (OFFICES, TEMPLATE) and self.has_room(schema):
                self._asked[schema] += 1
                self._take(entry, schema, place)
            if not self._lists and not isinstance(entry, Beat):
                self.acted[entry.office] = min(entry.at_ms, self.acted.get(entry.office, entry.at_ms))

    def _take(self, entry: Message, schema: str, place: int) -> None:
        """Keep what a message gives; what cannot be read, or is the other party's list, is passed over."""
        document = dict(entry.document)
        try:
            if schema == TEMPLATE:
                self._templates.append(read_template(document))
                self._template_places.append(place)
                return
            offices = read_offices(document, self._agreement)
        except InvalidInput:
            return
        if document["party"] == self._party:
            self._lists.append(GivenList(self._party, self._time_ms, entry.office, offices, entry.document))
            self._list_places.append(place)


_GIVEN: "WeakKeyDictionary[Logbook, Given]" = WeakKeyDictionary()
"""What each log gave as far as it was read: a log only grows."""


def given(holding: Holding) -> tuple[Given, Given]:
    """Return what both parties gave so far, in the agreement's order; only what is new is read."""
    first, second = holding.in_force.original.agreement.parties
    books = (holding.own, holding.copy) if holding.ours == 0 else (holding.copy, holding.own)
    return _of(holding, first.id, books[0]), _of(holding, second.id, books[1])


def _of(holding: Holding, party: str, book: Logbook) -> Given:
    with holding.running.turn:
        found = _GIVEN.get(book)
        if found is None or found.size > book.size:
            found = _GIVEN[book] = Given(party, holding.in_force.original.agreement)
        if found.size < book.size:
            found.read(book.said(found.size))
        return found


def check_room(holding: Holding, schema: str) -> None:
    """Raise `InvalidInput` where one more list, or template, in our log would not count."""
    if not given(holding)[holding.ours].has_room(schema):
        raise InvalidInput(
            "node.given_too_often",
            "Nothing was written: one more document of the schema {schema} in our log would not count.",
            why="of each log the first {most} count, so that no party can bury the other under them",
            remedy="go on with what was given; the records themselves are not concerned",
            schema=schema,
            most=GIVEN_MOST,
        )
