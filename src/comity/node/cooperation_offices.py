"""Who could sign for a party on a day: the lists of offices that the parties gave in their logs.

A party says its list (`comity/offices/1`) as a message in its own log. Each list holds from its place in that log until
the next one: a later list takes nothing back that was signed under an earlier one, and before the first one a party was
not held to any. Units: milliseconds since 1970, by the log's own time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.agreement import Office, Text, offices_at
from comity.cooperation import Framework
from comity.node.cooperation_given import Given, GivenList


def offices_of(given: Given, size: int) -> tuple[Office, ...] | None:
    """Return a party's offices as its lists in the first entries held one after the other; None without a list."""
    lists = given.lists(size)
    return (*_before(given, lists[0]), *_one_after_another(lists)) if lists else None


def serving(given: Given, framework: Framework, party: str, instant_ms: int) -> frozenset[str]:
    """Return the offices that a party's list in force names; without a list, those that ever acted in its log.

    What a record calls an office may be anybody's invention; these are the party's own.
    """
    listed = framework.offices.get(party)
    if listed is None:
        return frozenset(given.acted)
    return frozenset(each.id for each in listed if each.serves_at(instant_ms))


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


def _before(given: Given, first: GivenList) -> Iterator[Office]:
    """Yield every office that acted before the first list, for that time: a list takes nothing back."""
    for name in sorted(given.acted):
        if given.acted[name] < first.since_ms:
            title = Text(ar=name, en=name, fr=name)
            yield Office(name, first.party, title, frozenset({"approver"}), 0, first.since_ms, None)
