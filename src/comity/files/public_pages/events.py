"""What has happened in public and what comes next: one event for each state that a record came to, and the days ahead.

Units: milliseconds since 1970 (`_ms`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from comity.files.public_pages.public_records import Publication, Published

_DUE = {"meeting": "starts_ms", "action": "due_ms", "decision": "review_ms", "initiative": "next_review_ms"}
"""The day that a record itself names, by its kind."""


@dataclass(frozen=True)
class Event:
    """A record came to a state; `name` is stable: the same on both nodes and for as long as the record stands."""

    name: str
    record: Published
    state: str
    at_ms: int


@dataclass(frozen=True)
class Ahead:
    """Something that is to come: a meeting, a step, a review; `step` is the place of a milestone in its record."""

    record: Published
    what: str
    at_ms: int
    step: int | None = None


def events_of(publication: Publication) -> tuple[Event, ...]:
    """Return all public events, the newest first."""
    found = [
        Event(_name(publication, record, state, at_ms), record, state, at_ms)
        for record in publication.records.values()
        if record.name is not None
        for state, at_ms in record.entered.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.at_ms, each.record.key, each.name)))


def last_change_ms(publication: Publication) -> int | None:
    """Return when a public record last came to a state; None where nothing is public yet."""
    return max((each.since_ms for each in publication.records.values()), default=None)


def ahead_of(publication: Publication) -> tuple[Ahead, ...]:
    """Return what is to come from the day of the pages on, the nearest first."""
    found = [each for record in publication.records.values() if not record.is_over for each in _days(record)]
    coming = (each for each in found if each.at_ms >= publication.day_ms)
    return tuple(sorted(coming, key=lambda each: (each.at_ms, each.record.key, each.what, each.step or 0)))


def _days(record: Published) -> Iterator[Ahead]:
    field = _DUE.get(record.kind)
    if field is not None and field in record.document:
        what = "review" if "review" in field else record.kind
        yield Ahead(record, what, record.document[field])
    for place, each in enumerate(record.document.get("milestones", ())):
        if "done_ms" not in each:
            yield Ahead(record, "milestone", each["due_ms"], place)


def _name(publication: Publication, record: Published, state: str, at_ms: int) -> str:
    """Return a name that belongs to neither party alone: of both logs, the record, its state and the instant."""
    origins = " ".join(each.origin for each in publication.agreement.parties)
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{origins} {record.key} {state} {at_ms}')}"
