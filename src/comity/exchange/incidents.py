"""Who co-ordinates an incident, and what became of an offer or a request of a unit: read from what both logs agree on.

Pure functions of a series of the record (`comity.ledger.fold`), so both nodes see the same once both hold the same
entries, in whatever order these came. A text that both signed although it does not read, names another incident or is
numbered out of turn changes nothing. Units: milliseconds since 1970.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from comity.agreement import Agreement, Custody, Resource, opener_of, place_of, read_custody, read_resource
from comity.ground import InvalidInput
from comity.ledger import PARTIES, Series, Slot, Text

ResourceState = Literal["tabled", "offered", "accepted", "declined", "withdrawn", "lapsed"]


@dataclass(frozen=True)
class Holder:
    """The party whose centre co-ordinates; `number` of the hand-over that made it so, 0 before the first one."""

    party: str
    number: int
    since_ms: int | None
    hash: str | None


@dataclass(frozen=True)
class Lending:
    """An offer or a request, the hash of its text, and what became of it; `decided_ms` by the later of two answers."""

    resource: Resource
    hash: str
    state: ResourceState
    decided_ms: int | None


def holder_of(series: Series | None, agreement: Agreement, incident: str) -> Holder:
    """Return who co-ordinates an incident: the party that opened it, until both signed that another does."""
    found = Holder(opener_of(incident)[0], 0, None, None)
    for text in series.in_force if series else ():
        read = _custody(text.document, agreement)
        if read is not None and read.incident == incident and read.number == found.number + 1:
            found = Holder(read.to, read.number, _decided_ms(series, text.hash), text.hash)
    return found


def handed_over(series: Series | None, agreement: Agreement, incident: str) -> tuple[tuple[Custody, Text, int], ...]:
    """Return every hand-over that both signed, with its text and when the later of them did, the first one first."""
    found: list[tuple[Custody, Text, int]] = []
    for text in series.in_force if series else ():
        read = _custody(text.document, agreement)
        if read is not None and read.incident == incident and read.number == len(found) + 1:
            found.append((read, text, _decided_ms(series, text.hash) or text.at_ms))
    return tuple(found)


def lending_of(
    series: Series, agreement: Agreement, texts: Collection[Text], withdrawn: Mapping[str, Collection[str]]
) -> Lending | None:
    """Return what became of the offer or request in a series; `None` where no text of it reads.

    Parameters
    ----------
    texts
        All texts of the series in the log of any party, the first ones first: a failed version keeps none.
    withdrawn
        By party, the hashes of the texts that its own log takes back.
    """
    place = place_of(series.name)
    for text in (*series.in_force, *texts):
        read = _resource(text.document, agreement)
        if read is None or place is None or (read.incident, read.number) != place:
            continue
        taken_back = text.hash in withdrawn.get(read.by, ())
        state, decided_ms = _state(series, agreement, read, text.hash, taken_back=taken_back)
        return Lending(read, text.hash, state, decided_ms)
    return None


def _state(
    series: Series, agreement: Agreement, read: Resource, text_hash: str, *, taken_back: bool
) -> tuple[ResourceState, int | None]:
    """Return the state: what both signed stands, whatever was taken back at the same time."""
    if any(each.hash == text_hash for each in series.in_force):
        return "accepted", _decided_ms(series, text_hash)
    if taken_back:
        return "withdrawn", None
    by = PARTIES[[each.id for each in agreement.parties].index(read.by)]
    first = series.slots[0]
    own, other = first.ballots[by], first.ballots[PARTIES[1 - by]]
    if first.outcome == "void":
        if own is not None and own.choice is None:
            return "withdrawn", own.time_ms
        in_time = other is not None and other.time_ms <= read.open_until_ms
        return ("declined", other.time_ms) if in_time and other is not None else ("lapsed", read.open_until_ms)
    return ("offered" if own is not None and own.choice == text_hash else "tabled"), None


def _decided_ms(series: Series | None, text_hash: str) -> int | None:
    """Return when the later of both signed a text, by the clock of its own log."""
    slot: Slot | None = next((each for each in series.slots if each.choice == text_hash), None) if series else None
    return None if slot is None else max(each.time_ms for each in slot.ballots if each is not None)


def _custody(document: Mapping[str, Any], agreement: Agreement) -> Custody | None:
    try:
        return read_custody(document, agreement)
    except InvalidInput:
        return None


def _resource(document: Mapping[str, Any], agreement: Agreement) -> Resource | None:
    try:
        return read_resource(document, agreement)
    except InvalidInput:
        return None
