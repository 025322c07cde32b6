"""The acts of two logs in their one order, which depends on nothing but the logs themselves.

Each log keeps its own order, an act stands after what its author had read of the other log (`seen`), and else the
earlier goes first. No party's clock can put an act before what it answers.
Units: milliseconds since 1970. Sources: `reference/ledger.md` R2, R3, R5; docs/decisions/0006.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, NamedTuple, Self

from comity.cooperation.acts import ACT_SCHEMA, SERIES, Act, ActLog, Signature, Waiting, check_act
from comity.ground import InvalidInput
from comity.ledger import PARTIES, Entry, Message, Party, Record, Slot, Text, Vote, fold

_SAYING = (Message, Text)
_ACT: str = ACT_SCHEMA["$id"]

_Table = tuple[str, int]
"""A slot of a series on which texts were tabled: the series, and the slot's number among its slots."""

_NOBODY: tuple[Act | None, ...] = ()


class _Item(NamedTuple):
    """What counts in a log: a message, or a party's answer at a table; whose and when, what its author had read."""

    party: Party
    place: int
    time_ms: int
    seen: int
    office: str
    message: Message | None
    table: _Table | None
    text: Text | None


@dataclass(slots=True)
class _End:
    """How far a log was read: its entries, its time, and how much of the other log its authors had read.

    `tables` says at which table an answer was given, by its entry's place in the log.
    """

    size: int = 0
    time_ms: int = 0
    seen: int = 0
    tables: dict[int, _Table] = field(default_factory=dict)


def acts_of(first: Sequence[Entry | None], second: Sequence[Entry | None]) -> ActLog:
    """Return the acts of two logs, given in the agreement's order of parties; anything else in them is passed over.

    Total on any entries: what cannot be read becomes an act with a fault, never an exception.
    """
    return course_of(fold(first, second), first, second).log


def course_of(record: Record, first: Sequence[Entry | None], second: Sequence[Entry | None]) -> "Course":
    """Return the acts of two logs as `acts_of` does, so that more entries can follow; `record` is the logs' fold."""
    course = Course()
    goes_on = course._read(record, first, second)
    assert goes_on, "nothing was read before that more entries could put in doubt"
    return course


class Course:
    """The acts of two logs in their one order, as far as the logs were read; what follows is read by `continued`."""

    def __init__(self) -> None:
        self._record = Record({})
        self._ends = (_End(), _End())
        self._texts: dict[tuple[str, str], tuple[Text, Party, int]] = {}
        self._unseen: set[tuple[str, str]] = set()
        self._rest: list[_Item] = []
        self._now_ms = 0
        self._answers: dict[_Table, tuple[Act | None, ...]] = {}
        self._alone: dict[_Table, tuple[Act, int | None]] = {}
        self._bound: dict[tuple[Party, str, str, str], tuple[_Table, int | None]] = {}
        self._binding: set[_Table] = set()
        self._agreed_ms: dict[str, int] = {}
        self._acts: list[Act] = []
        self._waited: list[Waiting] = []
        self._faults: dict[tuple[str, str], InvalidInput | None] = {}

    @property
    def sizes(self) -> tuple[int, int]:
        """How many entries of each log were read."""
        return self._ends[0].size, self._ends[1].size

    @property
    def log(self) -> ActLog:
        """The acts so far, and every text that ever waited."""
        waiting = []
        for alone, open_until_ms in self._alone.values():
            until_ms = self._agreed_ms.get(alone.hash)
            if until_ms is None or until_ms > alone.at_ms:  # a text signed once more by one party awaits nobody
                waiting.append(Waiting(alone, alone.at_ms, until_ms, open_until_ms))
        return ActLog(tuple(self._acts), (*self._waited, *waiting))

    def continued(self, record: Record, first: Sequence[Entry | None], second: Sequence[Entry | None]) -> Self | None:
        """Return the course with the next entries of both logs; this one stays as it is.

        None where more entries change what was read before: an act comes before one that was here, a text arrives that
        a signature was waiting for. Then the two logs are to be read from their beginning (`course_of`).

        Parameters
        ----------
        record
            The fold of both logs, with the new entries.
        first, second
            The new entries alone.
        """
        course = self._copy()
        return course if course._read(record, first, second) else None

    def _copy(self) -> Self:
        course = type(self)()
        for name, value in vars(self).items():
            setattr(course, name, value.copy() if isinstance(value, dict | list | set) else value)
        first, second = (replace(each, tables=each.tables.copy()) for each in self._ends)
        course._ends = (first, second)
        course._faults = self._faults  # why a text cannot be read follows from the text alone
        return course

    def _read(self, record: Record, first: Sequence[Entry | None], second: Sequence[Entry | None]) -> bool:
        """Read on; False where what was read before would be another: then nothing in here is sound."""
        logs = (first, second)
        if not (self._find_texts(logs) and self._find_tables(record)):
            return False
        self._record = record
        ordered = self._in_their_order(self._items(0, first), self._items(1, second))
        if ordered is None:
            return False
        for item in ordered:
            if self._rest and self._rest[-1].party != item.party:
                self._rest.clear()
            self._rest.append(item)
            at_ms = self._now_ms = max(self._now_ms, item.time_ms)  # in the one order, instants never run back
            signature = Signature(item.party, item.office, item.time_ms, item.place)
            if item.message is not None:
                self._take_message(item.message, signature, at_ms)
            elif item.table is not None:
                self._take_answer(item.table, item.text, signature, at_ms)
        return True

    def _in_their_order(self, first: Iterator[_Item], second: Iterator[_Item]) -> Iterable[_Item] | None:
        """Return new items in the one order; None where one of them comes before what was read."""
        rest = self._rest
        if not rest:
            return _in_order((first, second))
        added = [*first], [*second]
        if _comes_after(rest[-1], added[1 - rest[-1].party]):
            return _in_order((iter(added[0]), iter(added[1])))
        heads = (
            (chain(rest, added[0]), iter(added[1])) if rest[-1].party == 0 else (iter(added[0]), chain(rest, added[1]))
        )
        ordered = list(_in_order(heads))
        is_same = all(item is known for item, known in zip(ordered, rest, strict=False))
        return ordered[len(rest) :] if is_same else None

    def _find_texts(self, logs: tuple[Sequence[Entry | None], Sequence[Entry | None]]) -> bool:
        """Note which texts the new entries table; False where one was missed before, or now counts as the other's."""
        for party, log in zip(PARTIES, logs, strict=True):
            for index, entry in enumerate(log, self._ends[party].size):
                if isinstance(entry, Text) and entry.series.startswith(SERIES):
                    place = (entry.series, entry.hash)
                    known = self._texts.setdefault(place, (entry, party, index))
                    if place in self._unseen or known[1] > party:
                        return False
        return True

    def _find_tables(self, record: Record) -> bool:
        """Note at which table each new answer was given; False where an earlier one is read otherwise now."""
        for name, series in record.series.items():
            before = self._record.series.get(name)
            if before is series or not name.startswith(SERIES):
                continue
            known = before.slots if before is not None else ()
            for number, slot in enumerate(series.slots):
                was = known[number] if number < len(known) else None
                if was is not slot and not self._find_table((name, number), slot, was):
                    return False
        return True

    def _find_table(self, table: _Table, slot: Slot, was: Slot | None) -> bool:
        if was is not None and was.outcome != slot.outcome:
            told_otherwise = slot.outcome == "void" and table in self._binding
            if all(was.ballots) or told_otherwise:
                return False
        for end, ballot in zip(self._ends, slot.ballots, strict=True):
            if ballot is not None and ballot.index not in end.tables:
                if ballot.index < end.size:
                    return False
                end.tables[ballot.index] = table
        return True

    def _items(self, party: Party, log: Sequence[Entry | None]) -> Iterator[_Item]:
        end, other = self._ends[party], 1 - party
        time_ms, seen, first = end.time_ms, end.seen, end.size
        for index, entry in enumerate(log, first):
            if entry is None:
                continue
            if entry.at_ms > time_ms:
                time_ms = entry.at_ms
            if isinstance(entry, Vote):
                table = end.tables.get(index)
                if table is not None:
                    choice = (table[0], entry.choice or "")
                    text, by, place = self._texts.get(choice, (None, party, 0))
                    if text is None:
                        self._unseen.add(choice)
                    seen = max(seen, place + 1) if by != party else seen
                    yield _Item(party, index, time_ms, seen, entry.office, None, table, text)
            elif isinstance(entry, _SAYING) and entry.document.get("schema") == _ACT:
                seen = max(seen, _seen(entry.document, other))
                if isinstance(entry, Message):
                    yield _Item(party, index, time_ms, seen, entry.office, entry, None, None)
        end.size, end.time_ms, end.seen = first + len(log), time_ms, seen

    def _take_message(self, message: Message, signature: Signature, at_ms: int) -> None:
        fault = _fault(message.document, None)
        act = _act(message.document, message.hash, signature.party, at_ms, (signature,), fault)
        bound = self._bound.get((signature.party, act.kind, act.record, act.follows))
        if fault is None and bound is not None and self._binds(*bound, at_ms):
            act = act._replace(fault=_signed_otherwise(act.move))
        self._acts.append(act)

    def _take_answer(self, table: _Table, text: Text | None, signature: Signature, at_ms: int) -> None:
        """Take a party's answer to a text: its signature, or its no; with the second signature the act counts."""
        before = self._answers.get(table, _NOBODY)
        act = None
        if text is not None:
            first = before[0] if before else None
            signatures: tuple[Signature, ...] = (signature,)
            if first is not None and first.hash == text.hash:
                signatures = (*first.signatures, signature) if signature.party else (signature, *first.signatures)
            by = self._texts[text.series, text.hash][1]
            act = _act(text.document, text.hash, by, at_ms, signatures, self._fault(text))
            self._bound[signature.party, act.kind, act.record, act.follows] = table, text.open_until_ms
        self._answers[table] = (*before, act)
        if not before:
            if act is not None and text is not None:
                self._alone[table] = act, text.open_until_ms
            return
        alone, open_until_ms = self._alone.pop(table, (None, None))
        if alone is not None:
            self._waited.append(Waiting(alone, alone.at_ms, at_ms, open_until_ms))
        if self._slot(table).outcome == "force" and act is not None:
            self._acts.append(act)
            if len(act.signatures) > 1:
                self._agreed_ms.setdefault(act.hash, act.at_ms)

    def _binds(self, table: _Table, until_ms: int | None, at_ms: int) -> bool:
        """Tell whether a party that signed at a table may not act alone: the other did not say otherwise, in time."""
        is_over = until_ms is not None and until_ms < at_ms
        if len(self._answers[table]) < len(PARTIES) and not is_over:
            return True
        if self._slot(table).outcome == "void":
            return False
        self._binding.add(table)
        return True

    def _slot(self, table: _Table) -> Slot:
        return self._record.series[table[0]].slots[table[1]]

    def _fault(self, text: Text) -> InvalidInput | None:
        """Return why a text cannot be read, looked at once for all signatures under it."""
        place = (text.series, text.hash)
        if place not in self._faults:
            self._faults[place] = _fault(text.document, text.series)
        return self._faults[place]


def _comes_after(last: _Item, others: list[_Item]) -> bool:
    """Tell at a glance whether items come after all that their author had not answered when they were first read.

    `last` is the last item that the other party said alone. Whoever had read it waits for all before it; and what an
    author had read never becomes less, so that nothing before it waits for an item that it does not wait for itself.
    """
    return not others or (others[0].seen > last.place and last.seen <= others[0].place)


def _in_order(logs: tuple[Iterator[_Item], Iterator[_Item]]) -> Iterator[_Item]:
    """Yield the items of both logs in their one order.

    A log's next item waits for what its author had read of the other log; else the earlier instant goes first, then
    the first party. Where both wait for one another, or for more than there is, somebody lied: then nobody waits.
    """
    one, other = (next(log, None) for log in logs)
    while one is not None and other is not None:
        one_waits, other_waits = one.seen > other.place, other.seen > one.place
        is_first = one.time_ms <= other.time_ms if one_waits == other_waits else other_waits
        if is_first:
            yield one
            one = next(logs[0], None)
        else:
            yield other
            other = next(logs[1], None)
    for item, rest in zip((one, other), logs, strict=True):
        if item is not None:
            yield item
            yield from rest


def _seen(document: Mapping[str, Any], party: int) -> int:
    """Return how much of a log the author of an act says to have read; nothing where it says so in no form."""
    seen = document.get("seen")
    value = seen[party] if isinstance(seen, list) and len(seen) == len(PARTIES) else 0
    return value if type(value) is int and value >= 0 else 0


def _fault(document: Mapping[str, Any], series: str | None) -> InvalidInput | None:
    """Return why an act cannot be read, or None; `series` is where it stands as a text, None as a message."""
    try:
        check_act(document)
    except InvalidInput as fault:
        return fault
    kind, record = document["kind"], document["record"]
    is_named = document["fields"].get("id", record) == record
    is_placed = series is None or series == f"{SERIES}{kind}/{record}"
    return None if is_named and is_placed else _misnamed(f"{kind}/{record}")


def _act(
    document: Mapping[str, Any],
    identity: str,
    by: Party,
    at_ms: int,
    signatures: tuple[Signature, ...],
    fault: InvalidInput | None,
) -> Act:
    if fault is not None:
        return Act(identity, "", "", "", "", {}, {}, by, at_ms, signatures, fault)
    return Act(
        identity,
        document["kind"],
        document["record"],
        document["move"],
        document["follows"],
        document["fields"],
        document["texts"],
        by,
        at_ms,
        signatures,
    )


def _misnamed(record: str) -> InvalidInput:
    return InvalidInput(
        "cooperation.act_misnamed",
        "The act on {record} stands under another name, or carries another record.",
        why="an act stands in the series that bears its record's name, and proposes a record of that name",
        remedy="table it under cooperation/, the record's kind and its name",
        record=record,
    )


def _signed_otherwise(move: str) -> InvalidInput:
    return InvalidInput(
        "cooperation.signed_otherwise",
        "The move {move} does not count: its party had signed another text on this record before.",
        why="a signature that waits for the other cannot be undone by a later move of one party alone",
        remedy="wait until the other party has signed, or has turned the text down",
        move=move,
    )
