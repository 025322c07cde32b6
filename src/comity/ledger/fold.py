"""What two logs say together: which text is in force in which series, and which signatures are awaited.

A pure function of two sequences of entries, one for each party in the agreement's order. It reads no clock and checks
no signature; it is deterministic and monotone: longer prefixes never change a slot that is decided. Which prefixes to
give it (only what the other party has receipted, R6) is the caller's to know. Sources: `reference/ledger.md`, R1-R5.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from comity.ledger.entries import ROOT, Entry, Text, Vote

Outcome = Literal["open", "force", "void"]
Party = Literal[0, 1]
PARTIES: tuple[Party, Party] = (0, 1)


@dataclass(frozen=True)
class Ballot:
    """A party's first vote in a slot: its entry's index in the party's own log, and that log's time at it (R5)."""

    choice: str | None
    index: int
    time_ms: int


@dataclass(frozen=True)
class Slot:
    """A version: what follows `parent` in round `round`, and the first vote of each party."""

    parent: str
    round: int
    outcome: Outcome
    choice: str | None
    ballots: tuple[Ballot | None, Ballot | None]


@dataclass(frozen=True)
class Series:
    """One chain of records: its slots in order, the last one open; `tabled` are the texts that may be chosen in it."""

    name: str
    slots: tuple[Slot, ...]
    in_force: tuple[Text, ...]
    tabled: tuple[Text, ...]

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


_Place = tuple[str, int]


@dataclass
class _Acts:
    """What both logs hold on one series."""

    tabled: dict[_Place, dict[str, tuple[Text, set[Party]]]] = field(default_factory=dict)
    ballots: tuple[dict[_Place, Ballot], dict[_Place, Ballot]] = field(default_factory=lambda: ({}, {}))


def fold(first: Iterable[Entry | None], second: Iterable[Entry | None]) -> Record:
    """Return the record that follows from two logs; None stands for an entry that did not read.

    Parameters
    ----------
    first, second
        The entries of the two parties, in the order in which the agreement names the parties.

    >>> fold([], []).series
    {}
    """
    acts: dict[str, _Acts] = {}
    times_ms = _gather(acts, 0, first), _gather(acts, 1, second)
    return Record({name: _follow(name, acts[name], times_ms) for name in sorted(acts)})


def _gather(acts: dict[str, _Acts], party: Party, entries: Iterable[Entry | None]) -> int:
    """Sort a log's texts and first votes by series; return the time that the log has reached."""
    time_ms = 0
    for index, entry in enumerate(entries):
        if entry is None:
            continue
        time_ms = max(time_ms, entry.at_ms)  # R5: a log's time never runs back
        if isinstance(entry, Text):
            tabled = acts.setdefault(entry.series, _Acts()).tabled.setdefault((entry.parent, entry.round), {})
            tabled.setdefault(entry.hash, (entry, set()))[1].add(party)
        elif isinstance(entry, Vote):
            ballots = acts.setdefault(entry.series, _Acts()).ballots[party]
            ballots.setdefault((entry.parent, entry.round), Ballot(entry.choice, index, time_ms))  # R2: the first
    return time_ms


def _follow(name: str, acts: _Acts, times_ms: tuple[int, int]) -> Series:
    slots: list[Slot] = []
    chain: list[Text] = []
    used: set[str] = set()
    parent, round_number = ROOT, 0
    while True:
        place = parent, round_number
        turn = (len(chain) + round_number) % 2
        texts = {
            text.hash: text
            for text, by in acts.tabled.get(place, {}).values()
            if (round_number == 0 or turn in by) and text.hash not in used  # R4; a text comes into force once
        }
        ballots = acts.ballots[0].get(place), acts.ballots[1].get(place)
        outcome = _outcome(ballots, texts, used, times_ms)
        choice = ballots[0].choice if outcome == "force" and ballots[0] else None
        slots.append(Slot(parent, round_number, outcome, choice, ballots))
        if outcome == "open":
            return Series(name, tuple(slots), tuple(chain), tuple(texts.values()))
        if choice is None:
            round_number += 1
        else:
            chain.append(texts[choice])
            used.add(choice)
            parent, round_number = choice, 0


def _outcome(
    ballots: tuple[Ballot | None, Ballot | None],
    texts: Mapping[str, Text],
    used: set[str],
    times_ms: tuple[int, int],
) -> Outcome:
    """Return the outcome of a slot (R3): a function of two write-once votes and of texts that only become more."""
    given = [ballot for ballot in ballots if ballot]
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
