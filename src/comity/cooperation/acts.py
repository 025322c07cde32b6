"""Acts of cooperation as the two logs hold them: what one party says alone, what both signed, what still waits.

An act is a document of schema `comity/act/1`. What one party may do alone stands in its log as a message; what needs
both is a text in the series `cooperation/<kind>/<id>`, and both signatures are over its canonical bytes, which hold the
hash of each language text. The two logs are put in one order that depends on nothing but the logs themselves: each log
keeps its own order, an act stands after what its author had read of the other log (`seen`), and else the earlier goes
first. No party's clock can put an act before what it answers.
Units: milliseconds since 1970. Sources: `reference/ledger.md` R2, R3, R5; docs/decisions/0006.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from comity.agreement import check_schema, forms
from comity.cooperation.reading import SCHEMA_NAMES, changes_schema_of, level_of, proposal_schema_of, text_hashes
from comity.cooperation.records import KINDS
from comity.cooperation.values import SIGNED_MOST, Level
from comity.ground import InvalidInput
from comity.ledger import PARTIES, Entry, Message, Party, Slot, Text, Vote, fold

SERIES = "cooperation/"
"""What the series of a cooperation record begins with."""

ROOT = "root"
"""What the first act on a record follows."""

ACT_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/act/1",
    **forms.optional(
        forms.closed(
            schema={"const": "comity/act/1"},
            example={"type": "boolean"},
            kind={"enum": list(KINDS)},
            record=forms.ID,
            move=forms.WORD,
            follows={"anyOf": [{"const": ROOT}, forms.HASH]},
            seen={
                "type": "array",
                "prefixItems": [forms.whole(0, SIGNED_MOST)] * 2,
                "items": False,
                "minItems": 2,
            },
            fields={"type": "object", "maxProperties": 64},
            texts=forms.closed(ar=forms.HASH, en=forms.HASH, fr=forms.HASH),
            open_until_ms=forms.whole(0, SIGNED_MOST),
        ),
        "open_until_ms",
    ),
}
"""The schema of an act. `fields` is the whole record in a proposal, later what changes; `texts` has one hash for each
language over all wordings of the record as the act leaves it; `seen` is how much of each log its author had read."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who stands behind an act: the party, its office, its log's time, and the place in its log."""

    party: Party
    office: str
    at_ms: int
    index: int


@dataclass(frozen=True, slots=True)
class Act:
    """An act in its place: the signatures that it had when it took that place, in the agreement's order of parties.

    `by` is the party that proposed it. `fault` says why it could not be read; such an act changes nothing.
    """

    hash: str
    kind: str
    record: str
    move: str
    follows: str
    fields: Mapping[str, Any]
    texts: Mapping[str, str]
    by: Party
    at_ms: int
    signatures: tuple[Signature, ...]
    fault: InvalidInput | None = None

    @property
    def key(self) -> str:
        """The record's name among all kinds, such as `meeting/wg-sahel-1`."""
        return f"{self.kind}/{self.record}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A text that one party has signed and the other has not: it changes nothing."""

    act: Act
    since_ms: int
    until_ms: int | None


@dataclass(frozen=True)
class ActLog:
    """All acts of two logs in their one order, and every text that ever waited, with when its waiting ended."""

    acts: tuple[Act, ...]
    waited: tuple[Waiting, ...]


def act_document(
    *,
    example: bool,
    kind: str,
    record: str,
    move: str,
    follows: str,
    seen: tuple[int, int],
    fields: Mapping[str, Any],
    after: Mapping[str, Any],
    details: Mapping[str, Level] | None = None,
) -> dict[str, Any]:
    """Return an act as a document, or raise `InvalidInput` where it would carry what is national.

    Parameters
    ----------
    after
        The record as the act leaves it, for the hash of each language text.
    details
        The level of each field that an initiative's template declares; one that it does not name is national.
    """
    check_details_leave(fields.get("details", ()), details or {})
    document = {
        "schema": "comity/act/1",
        "example": example,
        "kind": kind,
        "record": record,
        "move": move,
        "follows": follows,
        "seen": list(seen),
        "fields": dict(fields),
        "texts": text_hashes(after),
    }
    check_act(document)
    return document


def check_act(document: Any) -> None:
    """Raise `InvalidInput` where an act's form is broken: its own, or that of the fields that it carries."""
    check_schema(document, ACT_SCHEMA)
    kind, fields = document["kind"], document["fields"]
    if document["follows"] == ROOT:
        check_schema({"schema": SCHEMA_NAMES[kind], **fields}, proposal_schema_of(kind))
    elif fields:
        check_schema(fields, changes_schema_of(kind))
    for name in fields:
        if level_of(kind, fields.get("visibility"), name) == "national":
            raise national_in_act(name)


def check_details_leave(details: Iterable[str], levels: Mapping[str, Level]) -> None:
    """Raise `InvalidInput` where an act would carry a field that its template calls national, or does not name."""
    for name in details:
        if levels.get(name, "national") == "national":
            raise national_in_act(name)


def national_in_act(field: str) -> InvalidInput:
    """Say that an act cannot carry a field, for the partner reads all acts."""
    return InvalidInput(
        "cooperation.national_in_act",
        "The field {field} is national, and an act cannot carry it.",
        why="what stands in a log is read by the partner",
        remedy="leave it out of the act; it stays in the record at home",
        field=field,
    )


@dataclass(frozen=True, slots=True)
class _Item:
    """What counts in a log: a message, or a party's signature in a slot; the log's time, what its author had read."""

    party: Party
    index: int
    time_ms: int
    seen: int
    office: str
    message: Message | None
    slot: Slot | None
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
        self._slots: dict[tuple[Party, int], tuple[Slot, str]] = {}
        self._logs = (first, second)
        for party, log in zip(PARTIES, self._logs, strict=True):
            for index, entry in enumerate(log):
                if isinstance(entry, Text) and entry.series.startswith(SERIES):
                    self._texts.setdefault((entry.series, entry.hash), (entry, party, index))
        for name, series in fold(first, second).series.items():
            if name.startswith(SERIES):
                for slot in series.slots:
                    for party, ballot in zip(PARTIES, slot.ballots, strict=True):
                        if ballot is not None:
                            self._slots[party, ballot.index] = slot, name
        self._acts: list[Act] = []
        self._waited: list[Waiting] = []
        self._answers: dict[Slot, list[Act | None]] = {}
        self._bound: dict[tuple[Party, str, str], tuple[Slot, int | None]] = {}

    def log(self) -> ActLog:
        """Put both logs in order and return what they say."""
        for at_ms, item in _in_order((self._items(0), self._items(1))):
            signature = Signature(item.party, item.office, item.time_ms, item.index)
            if item.message is not None:
                self._take_message(item.message, signature, at_ms)
            elif item.slot is not None:
                self._take_answer(item.slot, item.text, signature, at_ms)
        agreed_ms = {act.hash: act.at_ms for act in reversed(self._acts) if len(act.signatures) > 1}
        for answers in self._answers.values():
            if len(answers) == 1 and answers[0] is not None:
                alone, until_ms = answers[0], agreed_ms.get(answers[0].hash)
                if until_ms is None or until_ms > alone.at_ms:  # a text signed once more by one party awaits nobody
                    self._waited.append(Waiting(alone, alone.at_ms, until_ms))
        return ActLog(tuple(self._acts), tuple(self._waited))

    def _items(self, party: Party) -> Iterator[_Item]:
        time_ms, seen = 0, 0
        for index, entry in enumerate(self._logs[party]):
            if entry is None:
                continue
            time_ms = max(time_ms, entry.at_ms)
            if isinstance(entry, Message | Text) and entry.document.get("schema") == ACT_SCHEMA["$id"]:
                seen = max(seen, _seen(entry.document, 1 - party))
                if isinstance(entry, Message):
                    yield _Item(party, index, time_ms, seen, entry.office, entry, None, None)
            elif isinstance(entry, Vote) and (party, index) in self._slots:
                slot, name = self._slots[party, index]
                text, by, place = self._texts.get((name, entry.choice or ""), (None, party, 0))
                seen = max(seen, place + 1) if by != party else seen
                yield _Item(party, index, time_ms, seen, entry.office, None, slot, text)

    def _take_message(self, message: Message, signature: Signature, at_ms: int) -> None:
        act = _read(message.document, message.hash, None, signature.party, at_ms, (signature,))
        bound = self._bound.get((signature.party, act.key, act.follows))
        if act.fault is None and bound is not None and not self._has_failed(*bound, at_ms):
            act = replace(act, fault=_signed_otherwise(act.move))
        self._acts.append(act)

    def _take_answer(self, slot: Slot, text: Text | None, signature: Signature, at_ms: int) -> None:
        """Take a party's answer to a text: its signature, or its no; with the second signature the act counts."""
        answers = self._answers.setdefault(slot, [])
        act = None
        if text is not None:
            before = [each for each in answers if each is not None and each.hash == text.hash]
            signatures = (*(one for each in before for one in each.signatures), signature)
            by = self._texts[text.series, text.hash][1]
            in_order = tuple(sorted(signatures, key=lambda each: each.party))
            act = _read(text.document, text.hash, text.series, by, at_ms, in_order)
            self._bound[signature.party, act.key, act.follows] = slot, text.open_until_ms
        answers.append(act)
        if len(answers) < len(PARTIES):
            return
        if answers[0] is not None:
            self._waited.append(Waiting(answers[0], answers[0].at_ms, at_ms))
        if slot.outcome == "force" and act is not None:
            self._acts.append(act)

    def _has_failed(self, slot: Slot, until_ms: int | None, at_ms: int) -> bool:
        """Tell whether a party that signed in a slot may act alone again: the other said otherwise, or time is over."""
        is_over = until_ms is not None and until_ms < at_ms
        return slot.outcome == "void" and (len(self._answers[slot]) == len(PARTIES) or is_over)


def _in_order(logs: tuple[Iterator[_Item], Iterator[_Item]]) -> Iterator[tuple[int, _Item]]:
    """Yield the items of both logs in their one order, each with its instant, which never runs back.

    A log's next item waits for what its author had read of the other log; else the earlier instant goes first, then
    the first party. Where both wait for one another, or for more than there is, somebody lied: then nobody waits.
    """
    ahead = [next(log, None) for log in logs]
    reached = [0, 0]
    now_ms = 0
    while ahead[0] is not None or ahead[1] is not None:
        free = [
            party
            for party in PARTIES
            if (item := ahead[party]) is not None
            and (ahead[1 - party] is None or item.seen <= reached[1 - party] or item.seen <= _index(ahead[1 - party]))
        ]
        choice = min(free or [p for p in PARTIES if ahead[p] is not None], key=lambda p: (_time_ms(ahead[p]), p))
        item = ahead[choice]
        assert item is not None
        now_ms = max(now_ms, item.time_ms)
        yield now_ms, item
        reached[choice] = item.index + 1
        ahead[choice] = next(logs[choice], None)


def _index(item: _Item | None) -> int:
    return item.index if item is not None else 0


def _time_ms(item: _Item | None) -> int:
    return item.time_ms if item is not None else 0


def _seen(document: Mapping[str, Any], party: int) -> int:
    """Return how much of a log the author of an act says to have read; nothing where it says so in no form."""
    seen = document.get("seen")
    value = seen[party] if isinstance(seen, list) and len(seen) == len(PARTIES) else 0
    return value if type(value) is int and value >= 0 else 0


def _read(
    document: Mapping[str, Any],
    identity: str,
    series: str | None,
    by: Party,
    at_ms: int,
    signatures: tuple[Signature, ...],
) -> Act:
    try:
        check_act(document)
        name = f"{document['kind']}/{document['record']}"
        if (
            series not in (None, SERIES + name)
            or document["fields"].get("id", document["record"]) != document["record"]
        ):
            raise _misnamed(name)
    except InvalidInput as fault:
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
