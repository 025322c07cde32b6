"""What two logs say together: which text is in force in which series, and which signatures are awaited.

A pure function of two sequences of entries, one for each party in the agreement's order. It reads no clock and checks
no signature; it is deterministic and monotone: longer prefixes never change a slot that is decided. Which prefixes to
give it (only what the other party has receipted, R6) is the caller's to know.
Sources: `reference/ledger.md`, R1-R5, R9 and R11.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from comity.ledger.entries import ROOT, Ack, Entry, Message, Notice, Text, Vote

Outcome = Literal["open", "force", "void"]
Party = Literal[0, 1]
PARTIES: tuple[Party, Party] = (0, 1)
FOLD_RULES = 1
"""The version of these rules: the agreement names it, and whoever changes a rule amends the agreement first (R11)."""


class Ballot(NamedTuple):
    """A party's first vote in a slot: its entry's index in the party's own log, and that log's time at it (R5)."""

    choice: str | None
    index: int  # type: ignore[assignment]  # nobody looks for a value in it, as in a tuple
    time_ms: int


class Slot(NamedTuple):
    """A version: what follows `parent` in round `round`, and the first vote of each party."""

    parent: str
    round: int
    outcome: Outcome
    choice: str | None
    ballots: tuple[Ballot | None, Ballot | None]


@dataclass(frozen=True, slots=True)
class GivenNotice:
    """A notice under a text that both agreed, and the time of the *other* log at its receipt: periods run from there.

    `index` is the place in the log of the party that gave it; `acknowledged_ms` is None while the other is silent (R9).
    """

    notice: Notice
    by: Party
    index: int
    time_ms: int
    acknowledged_ms: int | None


class Series(NamedTuple):
    """One chain of records: its slots in order, the last one open; `tabled` are the texts that may be chosen in it."""

    name: str
    slots: tuple[Slot, ...]
    in_force: tuple[Text, ...]
    tabled: tuple[Text, ...]
    notices: tuple[GivenNotice, ...] = ()

    @property
    def current(self) -> Text | None:
        """The text in force now, or None before the first."""
        return self.in_force[-1] if self.in_force else None

    def awaiting(self, party: Party) -> tuple[Text, ...]:
        """Return the texts on the table that this party has neither signed nor turned down."""
        return self.tabled if self.slots[-1].ballots[party] is None else ()


@dataclass(frozen=True)
class Record:
    """All series of an agreement."""

    series: Mapping[str, Series]

    def in_force(self, series: str) -> tuple[Text, ...]:
        """Return the texts of a series that came into force, oldest first; none for a series that nobody opened."""
        found = self.series.get(series)
        return found.in_force if found else ()

    def awaiting(self, party: Party) -> tuple[Text, ...]:
        """Return every text that awaits this party's signature, by series."""
        return tuple(text for name in sorted(self.series) for text in self.series[name].awaiting(party))


_NO_TEXTS: Mapping[str, Text] = {}
_OF_A_SERIES = (Text, Vote, Notice, Ack)
_Place = tuple[Party, str, str, int]
"""A party, a series, a parent and a round: where it tabled texts and cast its vote."""


@dataclass(slots=True)
class _Acts:
    """What both logs hold, in flat tables: there may be as many series as acts.

    Notices stand by the party and the series, then by the text and their own hash; receipts by all four.
    """

    tabled: dict[_Place, dict[str, Text]] = field(default_factory=dict)
    ballots: dict[_Place, Ballot] = field(default_factory=dict)
    notices: dict[tuple[Party, str], dict[tuple[str, str], GivenNotice]] = field(default_factory=dict)
    acks_ms: dict[tuple[Party, str, str, str], int] = field(default_factory=dict)


def fold(first: Iterable[Entry | None], second: Iterable[Entry | None]) -> Record:
    """Return the record that follows from two logs; None stands for an entry that did not read.

    Parameters
    ----------
    first, second
        The entries of the two parties, in the order in which the agreement names the parties.

    >>> fold([], []).series
    {}
    """
    running = RunningRecord()
    running.read(0, first)
    running.read(1, second)
    return running.record()


class RunningRecord:
    """The record of two logs that grow: each entry is read once, and only the series that it touches follow anew.

    Equal at every moment to the fold of all that was read, in whatever order the two logs arrived.
    """

    def __init__(self) -> None:
        self._acts = _Acts()
        self._series: dict[str, Series] = {}
        self._times_ms = [0, 0]
        self._sizes = [0, 0]
        self._touched: set[str] = set()
        self._with_term: set[str] = set()

    @property
    def sizes(self) -> tuple[int, int]:
        """How many entries of each log were read: the next ones to give."""
        return self._sizes[0], self._sizes[1]

    def copy(self) -> "RunningRecord":
        """Return a record that reads on from here by itself; this one stays as it is."""
        other = RunningRecord()
        other._acts = _Acts(
            {place: each.copy() for place, each in self._acts.tabled.items()},
            self._acts.ballots.copy(),
            {place: each.copy() for place, each in self._acts.notices.items()},
            self._acts.acks_ms.copy(),
        )
        other._series = self._series.copy()
        other._times_ms, other._sizes = self._times_ms.copy(), self._sizes.copy()
        other._touched, other._with_term = self._touched.copy(), self._with_term.copy()
        return other

    def read(self, party: Party, entries: Iterable[Entry | None]) -> None:
        """Read the next entries of a party's log."""
        time_ms = self._times_ms[party]
        for index, entry in enumerate(entries, start=self._sizes[party]):
            self._sizes[party] = index + 1
            if entry is None or isinstance(entry, Message):
                continue  # a message is younger than these rules: its instant counts no more than noise would (R11)
            time_ms = max(time_ms, entry.at_ms)  # R5: a log's time never runs back
            if isinstance(entry, _OF_A_SERIES):
                self._touched.add(entry.series)
                _take(self._acts, party, entry, index, time_ms)
        if time_ms != self._times_ms[party]:
            self._touched |= self._with_term  # a term may have passed
        self._times_ms[party] = time_ms

    def record(self) -> Record:
        """Return the record as it stands now."""
        for name in self._touched:
            found = _follow(name, self._acts, (self._times_ms[0], self._times_ms[1]))
            self._series[name] = found
            waits = any(text.open_until_ms is not None for text in found.tabled)
            (self._with_term.add if waits else self._with_term.discard)(name)
        self._touched = set()
        return Record({name: self._series[name] for name in sorted(self._series)})


def _take(acts: _Acts, party: Party, entry: Text | Vote | Notice | Ack, index: int, time_ms: int) -> None:
    """Keep an entry of a series; of votes, notices and receipts only the first in the party's own log counts."""
    if isinstance(entry, Vote):
        place = (party, entry.series, entry.parent, entry.round)
        acts.ballots.setdefault(place, Ballot(entry.choice, index, time_ms))  # R2: the first
    elif isinstance(entry, Text):
        place = (party, entry.series, entry.parent, entry.round)
        acts.tabled.setdefault(place, {}).setdefault(entry.hash, entry)
    elif isinstance(entry, Notice):
        given = GivenNotice(entry, party, index, time_ms, None)
        acts.notices.setdefault((party, entry.series), {}).setdefault((entry.parent, entry.hash), given)
    else:
        acts.acks_ms.setdefault((party, entry.series, entry.parent, entry.notice), time_ms)


def _follow(name: str, acts: _Acts, times_ms: tuple[int, int]) -> Series:
    slots: list[Slot] = []
    chain: list[Text] = []
    used: set[str] = set()
    parent, round_number = ROOT, 0
    while True:
        texts = _admissible(acts, (name, parent, round_number), depth=len(chain), used=used)
        first = acts.ballots.get((0, name, parent, round_number))
        ballots = first, acts.ballots.get((1, name, parent, round_number))
        outcome = _outcome(ballots, texts, used, times_ms)
        choice = first.choice if outcome == "force" and first else None
        slots.append(Slot(parent, round_number, outcome, choice, ballots))
        if outcome == "open":
            return Series(name, tuple(slots), tuple(chain), tuple(texts.values()), _given(acts, name, used))
        if choice is None:
            round_number += 1
        else:
            chain.append(texts[choice])
            used.add(choice)
            parent, round_number = choice, 0


def _admissible(acts: _Acts, slot: tuple[str, str, int], *, depth: int, used: set[str]) -> dict[str, Text]:
    """Return the texts that may be chosen in a slot, the first party's first, whichever log arrived first."""
    turn = PARTIES[(depth + slot[2]) % 2]
    found: dict[str, Text] = {}
    for party in PARTIES if slot[2] == 0 else (turn,):  # R4: round 0 is free, then they table in turn
        for text in acts.tabled.get((party, *slot), _NO_TEXTS).values():
            if text.hash not in used:  # a text comes into force once
                found.setdefault(text.hash, text)
    return found


def _given(acts: _Acts, name: str, used: set[str]) -> tuple[GivenNotice, ...]:
    """Return the notices under texts that came into force, each with its receipt by the other party (R9)."""
    found: list[GivenNotice] = []
    for party in PARTIES if used and acts.notices else ():
        found += [
            replace(given, acknowledged_ms=acts.acks_ms.get((PARTIES[1 - party], name, *subject)))
            for subject, given in acts.notices.get((party, name), {}).items()
            if subject[0] in used
        ]
    return tuple(found)


def _outcome(
    ballots: tuple[Ballot | None, Ballot | None],
    texts: Mapping[str, Text],
    used: set[str],
    times_ms: tuple[int, int],
) -> Outcome:
    """Return the outcome of a slot (R3): a function of two write-once votes and of texts that only become more."""
    given = [ballot for ballot in ballots if ballot is not None]
    if len(given) == 2 and (given[0].choice != given[1].choice or given[0].choice is None or given[0].choice in used):
        return "void"
    text = texts.get(given[0].choice or "") if given else None
    if text is None:
        return "open"  # R3: a vote for a text that is not yet visible waits
    until_ms = text.open_until_ms
    if until_ms is None:
        return "force" if len(given) == 2 else "open"
    in_time = [ballot.time_ms <= until_ms for ballot in given]
    if len(given) == 2:
        return "force" if all(in_time) else "void"
    silent_ms = times_ms[1 if ballots[0] else 0]
    return "void" if in_time[0] and silent_ms > until_ms else "open"
