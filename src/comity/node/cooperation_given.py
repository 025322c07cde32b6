"""What a party gives in its log beside its acts: lists of its offices, their titles, templates. Each is read once.

All stand in a log as messages, and a partner may write as many as it likes. So only the first of each log count, far
more than two parties will ever need, on both nodes the same; whoever floods its own log shuts out only itself.
Units: milliseconds since 1970, by the log's own time.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from comity.agreement import OFFICE_TITLES_SCHEMA, Agreement, Office, Text, read_office_titles, read_offices
from comity.cooperation import TEMPLATE_SCHEMA, Template, read_template
from comity.ground import InvalidInput
from comity.ledger import Beat, Entry, Message
from comity.node.app import Holding
from comity.node.logbook import Logbook

OFFICES = "comity/offices/1"
OFFICE_TITLES = OFFICE_TITLES_SCHEMA["$id"]
TEMPLATE = TEMPLATE_SCHEMA["$id"]

GIVEN_MOST = 1_000
"""Lists, and templates, of each log that count, whether they can be read or not: a new list each week for 19 years."""

TITLES_KEPT_MOST = 4_000
"""Titles of each log that count: those of 200 offices, changed each year for 20 years."""


@dataclass(frozen=True)
class GivenList:
    """A party's list of offices, since when it holds by the log's own time, and which office gave it."""

    party: str
    since_ms: int
    office: str
    offices: tuple[Office, ...]
    document: Mapping[str, Any]


@dataclass(frozen=True)
class GivenTitle:
    """What an office is called, from a place in its party's log on."""

    office: str
    title: Text
    place: int


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
        self._titles: list[GivenTitle] = []
        self._titles_of: dict[str, list[GivenTitle]] = {}
        self._titles_count = 0
        self._asked = {OFFICES: 0, OFFICE_TITLES: 0, TEMPLATE: 0}

    def lists(self, size: int) -> Sequence[GivenList]:
        """Return the lists among the first entries, the oldest first."""
        return self._lists[: bisect_left(self._list_places, size)]

    def templates(self, size: int) -> Sequence[Template]:
        """Return the templates among the first entries, the oldest first."""
        return self._templates[: bisect_left(self._template_places, size)]

    def titles(self, size: int) -> Sequence[GivenTitle]:
        """Return the titles of offices among the first entries, by lists and by themselves, the oldest first."""
        return self._titles[: bisect_left(self._titles, size, key=lambda each: each.place)]

    def title(self, office: str, size: int) -> Text | None:
        """Return the newest title of an office among the first entries, or None where it was given none."""
        known = self._titles_of.get(office, ())
        place = bisect_left(known, size, key=lambda each: each.place)
        return known[place - 1].title if place else None

    def has_room(self, schema: str) -> bool:
        """Tell whether one more of a schema would count."""
        return self._asked[schema] < GIVEN_MOST

    def has_room_for_titles(self, count: int) -> bool:
        """Tell whether so many titles more would count, beside those of the lists."""
        return self._titles_count + count <= TITLES_KEPT_MOST

    def read(self, entries: Iterable[Entry | None]) -> None:
        """Read the next entries of the log."""
        for place, entry in enumerate(entries, self.size):
            self.size = place + 1
            if entry is None:
                continue
            self._time_ms = max(self._time_ms, entry.at_ms)
            schema = entry.document.get("schema") if isinstance(entry, Message) else None
            if isinstance(entry, Message) and isinstance(schema, str) and self._is_read(schema):
                self._asked[schema] += 1
                self._take(entry, schema, place)
            if not self._lists and not isinstance(entry, Beat):
                self.acted[entry.office] = min(entry.at_ms, self.acted.get(entry.office, entry.at_ms))

    def _is_read(self, schema: str) -> bool:
        return schema in self._asked and self.has_room(schema)

    def _take(self, entry: Message, schema: str, place: int) -> None:
        """Keep what a message gives; what cannot be read, or names the other party's offices, is passed over."""
        document = dict(entry.document)
        try:
            if schema == TEMPLATE:
                self._templates.append(read_template(document))
                self._template_places.append(place)
                return
            if schema == OFFICE_TITLES:
                titles = read_office_titles(document, self._agreement)
                if document["party"] == self._party and self.has_room_for_titles(len(titles)):
                    self._titles_count += len(titles)
                    self._entitle(titles, place)
                return
            offices = read_offices(document, self._agreement)
        except InvalidInput:
            return
        if document["party"] == self._party:
            self._lists.append(GivenList(self._party, self._time_ms, entry.office, offices, entry.document))
            self._list_places.append(place)
            self._entitle({each.id: each.title for each in offices}, place)

    def _entitle(self, titles: Mapping[str, Text], place: int) -> None:
        for office, title in titles.items():
            self._titles.append(GivenTitle(office, title, place))
            self._titles_of.setdefault(office, []).append(self._titles[-1])


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


def check_room(holding: Holding, schema: str, *, titles: int = 0) -> None:
    """Raise `InvalidInput` where one more list, or template, or so many titles, in our log would not count."""
    ours = given(holding)[holding.ours]
    if not (ours.has_room(schema) and ours.has_room_for_titles(titles)):
        raise InvalidInput(
            "node.given_too_often",
            "Nothing was written: one more document of the schema {schema} in our log would not count.",
            why="of each log the first {most} count, so that no party can bury the other under them",
            remedy="go on with what was given; the records themselves are not concerned",
            schema=schema,
            most=TITLES_KEPT_MOST if ours.has_room(schema) else GIVEN_MOST,
        )
