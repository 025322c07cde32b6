"""What an office is reminded of: what is late, what falls due in the next days, which texts its party has yet to sign.

From the same records both nodes compute the same reminders for all offices of both parties. Units: milliseconds since
1970; days of 24 hours.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from comity.agreement import Text
from comity.cooperation.accounts import Due, critical_dates
from comity.cooperation.standings import Book

_MS_PER_DAY = 86_400_000


@dataclass(frozen=True)
class Asked:
    """A text that the other party has signed and this one has not: which record and move, since when, until when."""

    key: str
    title: Text
    move: str
    since_ms: int
    until_ms: int | None


@dataclass(frozen=True)
class Digest:
    """The reminders of one office at one instant, each list with the earliest first.

    `requested` is what the other party alone wrote down for this office: never late, and nothing that both agreed.
    """

    party: str
    office: str
    at_ms: int
    days: int
    late: tuple[Due, ...]
    soon: tuple[Due, ...]
    asked: tuple[Asked, ...]
    requested: tuple[Due, ...] = ()


def digests(
    book: Book,
    parties: tuple[str, str],
    *,
    days: int,
    wanted: Callable[[str, str], bool] = lambda _party, _office: True,
) -> tuple[Digest, ...]:
    """Return a digest for each office that answers for an open record and has something to be reminded of.

    Parameters
    ----------
    book
        The records at the instant of the digest (`at_ms`): what was due before it is late.
    parties
        In the agreement's order.
    days
        How far ahead is soon: what falls due within so many days of 24 hours, the last instant included.
    wanted
        Of which party's which offices: a record may name any number of offices that no list knows.
    """
    end_ms = book.at_ms + days * _MS_PER_DAY
    dues: dict[tuple[str, str], list[Due]] = {}
    for each in critical_dates(book):
        dues.setdefault((each.party, each.office), []).append(each)
    asked = {party: tuple(_asked(book, place)) for place, party in enumerate(parties)}
    offices = {
        (each.fields["owner_party"], each.fields["owner_office"])
        for each in book.standings.values()
        if not each.is_final
    }
    found = []
    for party, office in sorted(each for each in offices if wanted(*each)):
        ours = dues.get((party, office), ())
        late = tuple(each for each in ours if each.late)
        near = [each for each in ours if not each.late and each.due_ms <= end_ms]
        soon = tuple(each for each in near if not each.asked)
        requested = tuple(each for each in near if each.asked)
        if near or late or asked[party]:
            found.append(Digest(party, office, book.at_ms, days, late, soon, asked[party], requested))
    return tuple(found)


def _asked(book: Book, place: int) -> Iterator[Asked]:
    """Yield the texts on records that wait for the party at a place, the oldest first."""
    for each in sorted(book.waiting, key=lambda one: (one.since_ms, one.act.key)):
        standing = book.standings.get(each.act.key)
        if standing is not None and all(one.party != place for one in each.act.signatures):
            yield Asked(each.act.key, standing.record.title, each.act.move, each.since_ms, each.until_ms)
