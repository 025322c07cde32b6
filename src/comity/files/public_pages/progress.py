"""What was announced, what was decided, what is done: every public decision, action and initiative by the year.

A row stands in the year in which it was first announced, so that each year's words can be held against what became of
them. Units: milliseconds since 1970 (`_ms`), minor units of a currency (`_minor`).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from comity.files.public_pages.public_records import Publication, Published
from comity.files.public_pages.tongue import LATEST_MS
from comity.ground import MS_PER_S

KINDS = ("decision", "initiative", "action")


@dataclass(frozen=True)
class Row:
    """One thing that was to be done.

    `announced_ms` is when both first spoke of it in public, `decided_ms` when both decided it, `done_ms` when it came
    to its end; None where that has not happened, or is not public.
    """

    record: Published
    announced_ms: int
    decided_ms: int | None
    done_ms: int | None
    due_ms: int | None
    is_late: bool


@dataclass(frozen=True)
class Sum:
    """The public values of initiatives in one currency, and what both confirmed as paid in public."""

    currency: str
    agreed_minor: int
    paid_minor: int


def rows_by_year(publication: Publication) -> tuple[tuple[int, tuple[Row, ...]], ...]:
    """Return the rows of each year, the last year first, each year's in the order of their announcement."""
    years = defaultdict(list)
    for kind in KINDS:
        for record in publication.of_kind(kind):
            row = _row(publication, record)
            years[_year(row.announced_ms)].append(row)
    return tuple(
        (year, tuple(sorted(years[year], key=lambda row: (row.announced_ms, row.record.key))))
        for year in sorted(years, reverse=True)
    )


def sums_of(publication: Publication) -> tuple[Sum, ...]:
    """Return what is public of the money, currency by currency; nothing is converted."""
    agreed: dict[str, int] = defaultdict(int)
    paid: dict[str, int] = defaultdict(int)
    for each in publication.of_kind("initiative"):
        value = each.document.get("value")
        if value is not None:
            agreed[value["currency"]] += value["amount_minor"]
    for each in publication.of_kind("flow"):
        amount = each.document.get("amount")
        if each.state == "confirmed" and each.document.get("flow_kind") == "payment" and amount is not None:
            paid[amount["currency"]] += amount["amount_minor"]
    return tuple(Sum(each, agreed[each], paid[each]) for each in sorted(agreed | paid))


def _row(publication: Publication, record: Published) -> Row:
    decision = (
        record if record.kind == "decision" else publication.find("decision", record.document.get("from_decision"))
    )
    decided_ms = None if decision is None else _first_ms(decision)
    if decided_ms is None and record.kind == "initiative":
        decided_ms = _first_ms(record)
    done_ms = _done_ms(publication, record)
    due_ms = _due_ms(record)
    is_late = done_ms is None and due_ms is not None and due_ms < publication.day_ms
    announced_ms = min(_announced_ms(publication, record, decision), decided_ms or LATEST_MS)
    return Row(record, announced_ms, decided_ms, done_ms, due_ms, is_late)


def _announced_ms(publication: Publication, record: Published, decision: Published | None) -> int:
    """Return when both first spoke of it in public: with the record itself, its decision, or the meeting of that."""
    said = [_first_ms(record)]
    if decision is not None:
        said.append(_first_ms(decision))
        meeting = publication.find("meeting", decision.document.get("from_meeting"))
        if meeting is not None:
            said.append(meeting.document.get("ends_ms", _first_ms(meeting)))
    return min(said)


def _done_ms(publication: Publication, record: Published) -> int | None:
    """Return when it came to its end; a decision is also done once all that follows from it in public is."""
    if record.is_over:
        return record.since_ms
    following = list(_following(publication, record)) if record.kind == "decision" else []
    if following and all(each.is_over for each in following):
        return max(each.since_ms for each in following)
    return None


def _following(publication: Publication, decision: Published) -> Iterator[Published]:
    for kind in ("action", "initiative"):
        yield from publication.that_name("from_decision", decision, kind)


def _due_ms(record: Published) -> int | None:
    document = record.document
    steps = [each["due_ms"] for each in document.get("milestones", ())]
    found: int | None = document.get("due_ms", document.get("ends_ms", max(steps, default=None)))
    return found


def _first_ms(record: Published) -> int:
    return next(iter(record.entered.values()))


def _year(instant_ms: int) -> int:
    return datetime.fromtimestamp(min(instant_ms, LATEST_MS) // MS_PER_S, UTC).year
