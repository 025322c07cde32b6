"""The acts of two logs in their one order, which depends on nothing but the logs themselves.

Each log keeps its own order, an act stands after what its author had read of the other log (`seen`), and else the
earlier goes first. No party's clock can put an act before what it answers.
Units: milliseconds since 1970. Sources: `reference/ledger.md` R2, R3, R5; docs/decisions/0006.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from comity.cooperation.acts import ACT_SCHEMA, SERIES, Act, ActLog, Signature, Waiting, check_act
from comity.ground import InvalidInput
from comity.ledger import PARTIES, Entry, Message, Party, Slot, Text, Vote, fold

_SAYING = (Message, Text)


class _Table:
    """A slot of a series on which texts were tabled: the parties' answers in it so far, each the act it signed."""

    __slots__ = ("answers", "series", "slot")

    def __init__(self, series: str, slot: Slot) -> None:
        self.series = series
        self.slot = slot
        self.answers: list[Act | None] = []


class _Item(NamedTuple):
    """What counts in a log: a message, or a party's answer at a table; the log's time, what its author had read."""

    party: Party
    place: int
    time_ms: int
    seen: int
    office: str
    message: Message | None
    table: _Table | None
    text: Text | None


def acts_of(first: Sequence[Entry | None], second: Sequence[Entry | None]) -> ActLog:
    """Return the acts of two logs, given in the agreement's order of parties; anything else in them is passed over.

    Total on any entries: what cannot be read becomes an act with a fault, never an exception.
    """
    return _Reading(first, second).log()


class _Reading:
    """The two logs while they are put in one order."""

    def __init__(self, first: Sequence[Entry | None], second: Sequence[Entry | None]) -> None:
        self._texts: dict[tuple[str, str], tuple[Text, Party, int]] = {}
        self._tables: dict[tuple[Party, int], _Table] = {}
        self._logs = (first, second)
        for party, log in zip(PARTIES, self._logs, strict=True):
            for index, entry in enumerate(log):
                if isinstance(entry, Text) and entry.series.startswith(SERIES):
                    self._texts.setdefault((entry.series, entry.hash), (entry, party, index))
        for name, series in fold(first, second).series.items():
            if name.startswith(SERIES):
                for slot in series.slots:
                    table = _Table(name, slot)
                    for party, ballot in zip(PARTIES, slot.ballots, strict=True):
                        if ballot is not None:
                            self._tables[party, ballot.index] = table
        self._acts: list[Act] = []
        self._waited: list[Waiting] = []
        self._begun: list[_Table] = []
        self._faults: dict[tuple[str, str], InvalidInput | None] = {}
        self._bound: dict[tuple[Party, str, str], tuple[_Table, int | None]] = {}

    def log(self) -> ActLog:
        """Put both logs in order and return what they say."""
        for at_ms, item in _in_order((self._items(0), self._items(1))):
            signature = Signature(item.party, item.office, item.time_ms, item.place)
            if item.message is not None:
                self._take_message(item.message, signature, at_ms)
            elif item.table is not None:
                self._take_answer(item.table, item.text, signature, at_ms)
        agreed_ms = {act.hash: act.at_ms for act in reversed(self._acts) if len(act.signatures) > 1}
        for table in self._begun:
            if len(table.answers) == 1 and (alone := table.answers[0]) is not None:
                until_ms = agreed_ms.get(alone.hash)
                if until_ms is None or until_ms > alone.at_ms:  # a text signed once more by one party awaits nobody
                    self._waited.append(Waiting(alone, alone.at_ms, until_ms))
        return ActLog(tuple(self._acts), tuple(self._waited))

    def _items(self, party: Party) -> Iterator[_Item]:
        time_ms, seen, other = 0, 0, 1 - party
        for index, entry in enumerate(self._logs[party]):
            if entry is None:
                continue
            if entry.at_ms > time_ms:
                time_ms = entry.at_ms
            if isinstance(entry, Vote):
                table = self._tables.get((party, index))
                if table is not None:
                    text, by, place = self._texts.get((table.series, entry.choice or ""), (None, party, 0))
                    seen = max(seen, place + 1) if by != party else seen
                    yield _Item(party, index, time_ms, seen, entry.office, None, table, text)
            elif isinstance(entry, _SAYING) and entry.document.get("schema") == ACT_SCHEMA["$id"]:
                seen = max(seen, _seen(entry.document, other))
                if isinstance(entry, Message):
                    yield _Item(party, index, time_ms, seen, entry.office, entry, None, None)

    def _take_message(self, message: Message, signature: Signature, at_ms: int) -> None:
        fault = _fault(message.document, None)
        act = _act(message.document, message.hash, signature.party, at_ms, (signature,), fault)
        bound = self._bound.get((signature.party, act.key, act.follows))
        if fault is None and bound is not None and not _has_failed(*bound, at_ms):
            act = replace(act, fault=_signed_otherwise(act.move))
        self._acts.append(act)

    def _take_answer(self, table: _Table, text: Text | None, signature: Signature, at_ms: int) -> None:
        """Take a party's answer to a text: its signature, or its no; with the second signature the act counts."""
        answers = table.answers
        if not answers:
            self._begun.append(table)
        act = None
        if text is not None:
            first = answers[0] if answers else None
            signatures: tuple[Signature, ...] = (signature,)
            if first is not None and first.hash == text.hash:
                signatures = (*first.signatures, signature) if signature.party else (signature, *first.signatures)
            by = self._texts[text.series, text.hash][1]
            act = _act(text.document, text.hash, by, at_ms, signatures, self._fault(text))
            self._bound[signature.party, act.key, act.follows] = table, text.open_until_ms
        answers.append(act)
        if len(answers) < len(PARTIES):
            return
        if answers[0] is not None:
            self._waited.append(Waiting(answers[0], answers[0].at_ms, at_ms))
        if table.slot.outcome == "force" and act is not None:
            self._acts.append(act)

    def _fault(self, text: Text) -> InvalidInput | None:
        """Return why a text cannot be read, looked at once for both signatures under it."""
        place = (text.series, text.hash)
        if place not in self._faults:
            self._faults[place] = _fault(text.document, text.series)
        return self._faults[place]


def _has_failed(table: _Table, until_ms: int | None, at_ms: int) -> bool:
    """Tell whether a party that signed at a table may act alone again: the other said otherwise, or time is over."""
    is_over = until_ms is not None and until_ms < at_ms
    return table.slot.outcome == "void" and (len(table.answers) == len(PARTIES) or is_over)


def _in_order(logs: tuple[Iterator[_Item], Iterator[_Item]]) -> Iterator[tuple[int, _Item]]:
    """Yield the items of both logs in their one order, each with its instant, which never runs back.

    A log's next item waits for what its author had read of the other log; else the earlier instant goes first, then
    the first party. Where both wait for one another, or for more than there is, somebody lied: then nobody waits.
    """
    one, other = (next(log, None) for log in logs)
    now_ms = 0
    while one is not None and other is not None:
        one_waits, other_waits = one.seen > other.place, other.seen > one.place
        is_first = one.time_ms <= other.time_ms if one_waits == other_waits else other_waits
        item = one if is_first else other
        now_ms = max(now_ms, item.time_ms)
        yield now_ms, item
        if is_first:
            one = next(logs[0], None)
        else:
            other = next(logs[1], None)
    rest = (one, *logs[0]) if one is not None else (other, *logs[1])
    for left in rest:
        if left is not None:
            now_ms = max(now_ms, left.time_ms)
            yield now_ms, left


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
    name = f"{document['kind']}/{document['record']}"
    is_named = document["fields"].get("id", document["record"]) == document["record"]
    return None if is_named and series in (None, SERIES + name) else _misnamed(name)


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
