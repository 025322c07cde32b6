"""A record of cooperation as our own pages show it: its line, its past, the moves that are open, what stands about it.

Whatever is read here follows from both logs; only what our offices noted for ourselves comes from the node's database.
Units: milliseconds since 1970.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from comity.agreement import Text
from comity.cooperation import (
    FIXED,
    KINDS,
    Act,
    Book,
    Circumstances,
    Due,
    Level,
    NotCounted,
    Standing,
    Step,
    Waiting,
    critical_dates,
    fields_of,
    is_met,
    level_of,
    may_make,
)
from comity.node.app import Node
from comity.node.cooperation import Books, Reading, series_of

FIRST_KINDS = ("group", "domain")
"""Kinds of which other records speak, and that therefore name themselves."""


@dataclass(frozen=True)
class WaitingText:
    """A text that one party signed: its move, who signed it since when, until when it may be signed, where."""

    move: str
    by: str
    since_ms: int
    until_ms: int | None
    hash: str
    series: str


@dataclass(frozen=True)
class Line:
    """A record in one line: `due_ms` is the next day that it names and `due_what` what falls due then (`Due.what`).

    `agreed_state` is its state as both hold it.
    """

    standing: Standing
    group: str | None
    initiative: str | None
    domain: str | None
    due_ms: int | None
    due_what: str | None
    is_late: bool
    waiting: WaitingText | None
    is_receipted: bool
    agreed_state: str | None


@dataclass(frozen=True)
class Past:
    """An act that counted: who made it, the offices that signed, and its place in each log that holds it."""

    act: str
    move: str
    by: str
    offices: tuple[str, ...]
    at_ms: int
    positions: tuple[tuple[str, int], ...]
    series: str | None


@dataclass(frozen=True)
class OpenMove:
    """A move that the record's life has now: who signs, whether it is ours to make, what it may set, what it needs."""

    move: str
    step: Step
    ours: bool
    sets: tuple[str, ...]
    needs: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Lines:
    """All records of a book in lines; what every line needs is counted once."""

    node: Node
    found: Books
    book: Book
    agreed: Book
    reading: Reading

    @cached_property
    def dues(self) -> Mapping[str, tuple[Due, ...]]:
        """What falls due, by record, the earliest first."""
        by_key: dict[str, list[Due]] = {}
        for each in critical_dates(self.book):
            by_key.setdefault(each.key, []).append(each)
        return {key: tuple(found) for key, found in by_key.items()}

    @cached_property
    def waits(self) -> Mapping[str, Waiting]:
        """The text that waits for a signature, by record."""
        return {each.act.key: each for each in self.book.waiting}

    def line(self, standing: Standing) -> Line:
        """Return one record in its line."""
        fields, key = standing.fields, standing.key
        dues = self.dues.get(key, ())
        agreed = self.agreed.standings.get(key)
        initiative = fields.get("initiative") or (standing.id if standing.kind == "initiative" else None)
        over = self.book.standings.get(f"initiative/{initiative}")
        whole = {**(over.fields if over is not None else {}), **fields}
        domains = whole.get("domains", ())
        return Line(
            standing,
            standing.id if standing.kind == "group" else whole.get("group"),
            initiative,
            whole.get("domain") or (domains[0] if domains else None),
            dues[0].due_ms if dues else None,
            dues[0].what if dues else None,
            any(each.late for each in dues),
            self.waiting(key),
            agreed is not None and agreed.head == standing.head,
            None if agreed is None else agreed.state,
        )

    def waiting(self, key: str) -> WaitingText | None:
        """Return the text on a record that waits for one party's signature."""
        found = self.waits.get(key)
        if found is None:
            return None
        (signed,) = found.act.signatures
        by = self.reading.framework.parties[signed.party]
        return WaitingText(found.act.move, by, found.since_ms, found.open_until_ms, found.act.hash, series_of(key))

    def tabled(self, key: str) -> tuple[tuple[str, str, str], ...]:
        """Return the texts on a record that nobody signed yet: the move, the hash, the office; of a past day, none."""
        if self.book is not self.found.view:
            return ()
        series = self.found.found.view.series.get(series_of(key))
        signed = {each.choice for each in series.slots[-1].ballots if each is not None} if series else set()
        return tuple(
            (str(each.document.get("move")), each.hash, each.office)
            for each in (series.tabled if series else ())
            if each.hash not in signed
        )

    def about(self, key: str) -> tuple[Line, ...]:
        """Return the records that stand about another: of a group its meetings, of an initiative its flows."""
        return tuple(self.line(each) for kind in KINDS for each in self.book.about(key, kind))


def past(reading: Reading, standing: Standing) -> tuple[Past, ...]:
    """Return the acts that made a record what it is, the oldest first."""
    counted = {(each.party, each.index) for each in standing.log_refs}
    parties = reading.framework.parties
    return tuple(
        Past(
            act.hash,
            act.move,
            parties[act.by],
            tuple(each.office for each in act.signatures),
            act.at_ms,
            tuple((parties[each.party], each.index) for each in act.signatures),
            series_of(act.key) if len(act.signatures) > 1 else None,
        )
        for act in reading.log.acts
        if act.key == standing.key and _counted(act, counted)
    )


def open_moves(reading: Reading, book: Book, standing: Standing, *, party: str) -> tuple[OpenMove, ...]:
    """Return the moves that a record's life has in its state."""
    template = standing.template
    case = Circumstances(
        standing.fields,
        standing,
        book,
        reading.framework.clauses_at(book.at_ms),
        book.at_ms,
        template.id if template else None,
    )
    return tuple(
        OpenMove(
            move,
            step,
            may_make(step.by, standing, party),
            tuple(name for name in _settable(standing) if step.may_set(name)),
            tuple((need, is_met(need, case)) for need in step.needs),
        )
        for move, step in standing.life.moves[standing.state].items()
    )


def field_levels(standing: Standing) -> dict[str, Level]:
    """Return who may read each field of a record; those that its template declares as `details.<name>`."""
    visibility = standing.fields.get("visibility")
    found: dict[str, Level] = {each: level_of(standing.kind, visibility, each) for each in fields_of(standing.kind)}
    levels = standing.template.levels if standing.template else {}
    return found | {f"details.{name}": level for name, level in levels.items()}


def not_counted_on(book: Book, key: str) -> tuple[NotCounted, ...]:
    """Return the acts on a record that stand in a log and changed nothing."""
    return tuple(each for each in book.not_counted if each.key == key)


def title_of(standing: Standing) -> Text:
    """Return a record's title."""
    return Text(**standing.fields["title"])


def _settable(standing: Standing) -> Iterator[str]:
    """Yield the fields that an act could set: those that name no record and do not stay home, then the template's."""
    for name in fields_of(standing.kind):
        if name not in FIXED and name != "details" and level_of(standing.kind, None, name) != "national":
            yield name
    for name, level in (standing.template.levels if standing.template else {}).items():
        if level != "national":
            yield name


def _counted(act: Act, counted: set[tuple[Any, int]]) -> bool:
    return any((each.party, each.index) in counted for each in act.signatures)
