"""Logs of acts for the tests of the fold: short words for entries, and adversarial logs from a small, hot universe."""

from itertools import chain
from typing import Any

from hypothesis import strategies as st

from comity.ledger import Ack, Beat, Entry, Notice, Text, Vote

SERIES = "agreement"
UNTIL_MS = {"t0": None, "t1": None, "t2": 3, "t3": 5}
"""A few hot texts: with a wider universe the logs hardly ever meet, and faulty rules survive."""


def text(name: str, *, round: int = 0, parent: str = "root", at_ms: int = 0, until_ms: int | None = None) -> Text:
    return Text(SERIES, parent, round, name, until_ms, at_ms, "an office", {"name": name})


def vote(name: str | None, *, round: int = 0, parent: str = "root", at_ms: int = 0) -> Vote:
    return Vote(SERIES, parent, round, name, at_ms, "an office")


def beat(at_ms: int) -> Beat:
    return Beat(at_ms, "an office")


def notice(name: str, *, parent: str, at_ms: int = 0) -> Notice:
    return Notice(SERIES, parent, name, at_ms, "an office", {"name": name})


def ack(name: str, *, parent: str, at_ms: int = 0) -> Ack:
    return Ack(SERIES, parent, name, at_ms, "an office")


_NAMES = st.sampled_from(sorted(UNTIL_MS))
_PLACES = st.tuples(st.sampled_from(["root", "root", "root", "root", "t0", "t2"]), st.sampled_from([0, 0, 0, 1, 2]))
_TIMES_MS = st.integers(0, 6)


def _text(name: str, place: tuple[str, int], at_ms: int) -> Text:
    return text(name, parent=place[0], round=place[1], at_ms=at_ms, until_ms=UNTIL_MS[name])


def _vote(name: str | None, place: tuple[str, int], at_ms: int) -> Vote:
    return vote(name, parent=place[0], round=place[1], at_ms=at_ms)


def _offer(name: str, place: tuple[str, int], at_ms: int) -> list[Entry | None]:
    return [_text(name, place, at_ms), _vote(name, place, at_ms)]


def _hasty_offer(name: str, place: tuple[str, int], at_ms: int) -> list[Entry | None]:
    return [_vote(name, place, at_ms), _text(name, place, at_ms)]


_STEPS: st.SearchStrategy[list[Entry | None]] = st.one_of(
    st.builds(_offer, _NAMES, _PLACES, _TIMES_MS),
    st.builds(_hasty_offer, _NAMES, _PLACES, _TIMES_MS),
    st.builds(_vote, _NAMES | st.none(), _PLACES, _TIMES_MS).map(lambda entry: [entry]),
    st.builds(_text, _NAMES, _PLACES, _TIMES_MS).map(lambda entry: [entry]),
    st.builds(beat, _TIMES_MS).map(lambda entry: [entry]),
    st.builds(notice, st.just("end"), parent=_NAMES, at_ms=_TIMES_MS).map(lambda entry: [entry]),
    st.builds(ack, st.just("end"), parent=_NAMES, at_ms=_TIMES_MS).map(lambda entry: [entry]),
    st.just([None]),
)
LOGS: st.SearchStrategy[list[Entry | None]] = st.lists(_STEPS, max_size=7).map(lambda steps: [*chain(*steps)])
"""Any log that a partner might write: offers, votes out of turn, too early, too late, twice, clocks that run back."""


def of_vector(entry: dict[str, Any]) -> Entry:
    """Read an entry of the shared fold vectors."""
    if entry["kind"] == "beat":
        return beat(entry["at"])
    place = {"parent": entry["parent"], "round": entry["round"], "at_ms": entry["at"]}
    if entry["kind"] == "text":
        return text(entry["id"], until_ms=entry["open_until"], **place)
    return vote(entry["choice"], **place)
