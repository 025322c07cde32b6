"""The records of cooperation as this node holds them: the books of both logs, and the framework they are read under.

`agreed` follows from what is receipted (rule R6) and is the same on both nodes; `view` also counts our own entries
without receipt: what an officer goes on from. A template counts when it ships with Comity or stands in a log as a
message; whoever proposes a decision that adopts one puts it into the log, so that both nodes know it.
Units: milliseconds since 1970.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from weakref import WeakKeyDictionary

from comity.agreement import Decision, Version, read_decision
from comity.cooperation import (
    SERIES,
    ActLog,
    Book,
    Course,
    Framework,
    Standing,
    Template,
    Waiting,
    acts_of,
    course_of,
    going_on,
    state_of,
)
from comity.files.initiatives import initiative_templates
from comity.ground import InvalidInput
from comity.ledger import Entry, Record, Series, Text
from comity.node.app import Holding, Node
from comity.node.cooperation_given import given
from comity.node.cooperation_offices import offices_of
from comity.node.logbook import Logbook
from comity.node.office_titles import OfficeTitles
from comity.node.partners import receipted_by
from comity.node.record import DECISIONS, Records, ends_by_notice_ms, is_agreed, records

ALWAYS_MS = 2**53 - 1
"""An instant after everything that a log holds: the state now is that of all that was read, whatever our clock says."""

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
    """What follows from two logs: their acts in one order, the framework, the book as it stands at the end.

    `sizes` says how much of each log was read, in the agreement's order; `decisions` are the series of the agreement's
    own decisions, `given` how many lists and templates were found: while they are the same, so is the framework.
    """

    sizes: tuple[int, int]
    course: Course
    log: ActLog
    framework: Framework
    book: Book
    decisions: tuple[Series, ...]
    given: tuple[int, ...]

    def at(self, instant_ms: int) -> Book:
        """Return the book as it stood at a past instant."""
        return state_of(self.framework, self.log, at_ms=instant_ms)

    @cached_property
    def supposing(self) -> Framework:
        """The framework under which a signature is tried that is not given."""
        return replace(self.framework, supposed=SUPPOSED)

    @cached_property
    def books_after(self) -> dict[str, tuple[Standing, Book]]:
        """Each book that was read right after an act, with its record, by the act's hash: what was read stays so."""
        return {}

    def with_more(self, record: Record, new: Logs, whole: Callable[[], Logs]) -> Book:
        """Return the book as it would stand with more entries, which are only tried.

        Parameters
        ----------
        record
            The fold of both logs with the new entries.
        whole
            Both logs with the new entries: read where these change what was read before.
        """
        course = self.course.continued(record, *new)
        framework = self.supposing
        if course is not None:
            return going_on(self.book, framework, course.log, since=len(self.log.acts))
        return state_of(framework, course_of(record, *whole()).log, at_ms=ALWAYS_MS)


@dataclass(frozen=True)
class Books:
    """The records of an agreement: `agreed` by what both durably hold, `view` with our own entries without receipt.

    `titles` are those of the offices, as far as both durably hold them.
    """

    agreed: Book
    view: Book
    of_agreed: Reading
    of_view: Reading
    found: Records
    titles: OfficeTitles

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
        _titles(holding, kept.agreed.sizes),
    )


def as_of(node: Node, holding: Holding, found: Books, instant_ms: int) -> tuple[Book, Book]:
    """Return both books as they stood at a past instant: what was agreed by the receipts that we had by then, the view.

    What the partner confirmed only later was not agreed yet on that day.
    """
    view, agreed = found.of_view.at(instant_ms), found.of_agreed
    receipted = receipted_by(node, holding.agreement.id, instant_ms)
    if receipted >= agreed.sizes[holding.ours]:
        return agreed.at(instant_ms), view
    theirs = agreed.sizes[1 - holding.ours]
    logs = said(holding, (0, 0), (receipted, theirs) if holding.ours == 0 else (theirs, receipted))
    return state_of(agreed.framework, acts_of(*logs), at_ms=instant_ms), view


def framework_of(node: Node, holding: Holding) -> Framework:
    """Return the versions, decisions, offices and templates that the agreed records stand on."""
    return books(node, holding).framework


@cache
def shipped_templates() -> tuple[Template, ...]:
    """Return the templates that ship with Comity, read once."""
    return initiative_templates()


def _read(holding: Holding, found: Records, sizes: Sizes, kept: _Kept | None) -> tuple[Reading, Reading]:
    """Read what is new in both logs; what is agreed is not read again when only our own entries without receipt grew.

    Where the view cannot read on, because the partner acted before what we did since, it begins with what is agreed.
    """
    versions = holding.in_force
    if kept is not None and kept.sizes[0] == sizes[0]:
        agreed = kept.agreed
    else:
        agreed = _reading(holding, found.agreed, sizes[0], versions.agreed, (kept.agreed,) if kept else ())
    if sizes[0] == sizes[1]:
        return agreed, agreed
    bases = (kept.view, agreed) if kept is not None else (agreed,)
    return agreed, _reading(holding, found.view, sizes[1], versions.signed, bases)


def _reading(
    holding: Holding, record: Record, read_to: tuple[int, int], versions: tuple[Version, ...], bases: Iterable[Reading]
) -> Reading:
    """Return what both logs say up to a size each: read on from the first base from which that is the same."""
    sizes = read_to if holding.ours == 0 else (read_to[1], read_to[0])
    course, base = None, None
    for each in bases:
        new = _between(holding, each.sizes, sizes)
        course = None if new is None else each.course.continued(record, *new)
        if course is not None:
            base = each
            break
    if course is None:
        course = course_of(record, *said(holding, (0, 0), sizes))
    decisions = tuple(each for name, each in record.series.items() if name.startswith(DECISIONS))
    framework, counts = _framework(holding, record, versions, sizes, decisions, base)
    log = course.log
    if base is not None and framework == base.framework:
        framework = base.framework
        book = going_on(base.book, framework, log, since=len(base.log.acts))
    else:
        book = state_of(framework, log, at_ms=ALWAYS_MS)
    book.waiting = tuple(each for each in log.waited if each.until_ms is None and _still_waits(each, record))
    return Reading(sizes, course, log, framework, book, decisions, counts)


def _titles(holding: Holding, sizes: tuple[int, int]) -> OfficeTitles:
    parties = [each.id for each in holding.agreement.parties]
    return OfficeTitles(
        dict(zip(parties, given(holding), strict=True)),
        dict(zip(parties, sizes, strict=True)),
    )


def _between(holding: Holding, since: tuple[int, int], sizes: tuple[int, int]) -> Logs | None:
    """Return the entries between two sizes of both logs; None where one of them is shorter than it was."""
    return None if since[0] > sizes[0] or since[1] > sizes[1] else said(holding, since, sizes)


def said(holding: Holding, since: tuple[int, int], sizes: tuple[int, int]) -> Logs:
    """Return the entries between two sizes of both logs, in the agreement's order."""
    first, second = (holding.own, holding.copy) if holding.ours == 0 else (holding.copy, holding.own)
    return first.said(since[0], sizes[0]), second.said(since[1], sizes[1])


def _framework(
    holding: Holding,
    record: Record,
    versions: tuple[Version, ...],
    sizes: tuple[int, int],
    decisions: tuple[Series, ...],
    base: Reading | None,
) -> tuple[Framework, tuple[int, ...]]:
    """Return what both logs are read under, and how many lists and templates they give; what is known stays."""
    both, known = given(holding), base.framework if base is not None else None
    counts = tuple(
        len(each) for one, size in zip(both, sizes, strict=True) for each in (one.lists(size), one.templates(size))
    )
    is_same = known is not None and versions == known.versions and _are_same(decisions, base.decisions if base else ())
    put_to_work = known.put_to_work if known and is_same else tuple(_put_to_work(decisions, versions))
    if known is not None and base is not None and base.given == counts:
        offices, templates = known.offices, known.templates
    else:
        parties = (each.id for each in holding.in_force.original.agreement.parties)
        listed = zip(parties, map(offices_of, both, sizes), strict=True)
        offices = {party: each for party, each in listed if each is not None}
        templates = {each.hash: each for each in shipped_templates()}
        templates |= {each.hash: each for one, size in zip(both, sizes, strict=True) for each in one.templates(size)}
    framework = Framework(
        versions=versions,
        put_to_work=put_to_work,
        ends_ms=ends_by_notice_ms(record, holding) if is_agreed(record, holding) else _NEVER_MS,
        offices=offices,
        templates=templates,
    )
    return framework, counts


def _are_same(one: tuple[Series, ...], other: tuple[Series, ...]) -> bool:
    return len(one) == len(other) and all(each is known for each, known in zip(one, other, strict=True))


def _put_to_work(decisions: tuple[Series, ...], versions: tuple[Version, ...]) -> Iterator[tuple[Decision, int]]:
    """Yield each text of a decision that both signed, as the newest version that knows it reads it, with its instant.

    A later text of a decision does not undo what stood on an earlier one.
    """
    for series in decisions:
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
