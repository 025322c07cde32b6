"""Who could sign for a party on a day: the lists of offices that the parties gave in their logs.

A party says its list (`comity/offices/1`) as a message in its own log. Each list holds from its place in that log until
the next one: a later list takes nothing back that was signed under an earlier one, and before the first one a party was
not held to any. Units: milliseconds since 1970, by the log's own time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from comity.agreement import Office, Text, offices_at, read_offices
from comity.cooperation import Framework
from comity.ground import InvalidInput
from comity.ledger import Beat, Entry, Message
from comity.node.app import Holding

OFFICES = "comity/offices/1"


@dataclass(frozen=True)
class GivenList:
    """A party's list of offices, since when it holds by the log's own time, and which office gave it."""

    party: str
    since_ms: int
    office: str
    offices: tuple[Office, ...]
    document: Mapping[str, Any]


def given_lists(holding: Holding, party: str, log: Sequence[Entry | None]) -> Iterator[GivenList]:
    """Yield the lists that a party gave in its own log, the oldest first; a list of the other party is none."""
    time_ms = 0
    for entry in log:
        if entry is None:
            continue
        time_ms = max(time_ms, entry.at_ms)
        if isinstance(entry, Message) and entry.document.get("schema") == OFFICES:
            try:
                offices = read_offices(dict(entry.document), holding.in_force.original.agreement)
            except InvalidInput:
                continue
            if entry.document["party"] == party:
                yield GivenList(party, time_ms, entry.office, offices, entry.document)


def office_lists(
    holding: Holding, logs: tuple[Sequence[Entry | None], Sequence[Entry | None]]
) -> dict[str, tuple[Office, ...]]:
    """Return, for each party that gave a list, its offices as the lists held one after the other."""
    found = {}
    for party, log in zip(holding.in_force.original.agreement.parties, logs, strict=True):
        given = list(given_lists(holding, party.id, log))
        if given:
            found[party.id] = (*_before(party.id, log, given[0].since_ms), *_one_after_another(given))
    return found


def approver_at(framework: Framework, party: str, instant_ms: int) -> str:
    """Return an office that could sign for a party at an instant; its own name where it gave no list."""
    listed = framework.offices.get(party)
    if listed is None:
        return party
    return next((each.id for each in offices_at(listed, "approver", instant_ms)), party)


def _one_after_another(given: Sequence[GivenList]) -> Iterator[Office]:
    """Yield each list's offices for the time during which the list held."""
    for number, each in enumerate(given):
        ends_ms = given[number + 1].since_ms if number + 1 < len(given) else None
        for office in each.offices:
            until_ms = min((one for one in (office.until_ms, ends_ms) if one is not None), default=None)
            held = replace(office, since_ms=max(office.since_ms, each.since_ms), until_ms=until_ms)
            if until_ms is None or held.since_ms < until_ms:
                yield held


def _before(party: str, log: Sequence[Entry | None], first_ms: int) -> Iterator[Office]:
    """Yield every office that acted before the first list, for that time: a list takes nothing back."""
    acted = {each.office for each in log if each is not None and not isinstance(each, Beat) and each.at_ms < first_ms}
    for name in sorted(acted):
        yield Office(name, party, Text(ar=name, en=name, fr=name), frozenset({"approver"}), 0, first_ms, None)
