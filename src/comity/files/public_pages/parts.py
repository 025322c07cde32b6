"""The parts of a record's page beside its facts: agenda, steps, results, order, money, papers, withheld, history.

Each part is data for one language, from the record's public rendering alone. Units: milliseconds since 1970 (`_ms`),
thousandths (`_milli`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from comity.agreement import Sentence
from comity.cooperation import written
from comity.files.public_pages.facts import Fact, Place, facts_of, field_name, link_to, path_of, title_of
from comity.files.public_pages.public_records import Published
from comity.files.public_pages.tongue import Piece

STEPS_WIDTH = 1000
"""How many units wide the bar of an indicator is drawn: a unit is a thousandth of the way to its target."""


@dataclass(frozen=True)
class AgendaLine:
    """A point of an agenda and, where it is public, what the minutes say of it."""

    title: str
    minute: str | None


@dataclass(frozen=True)
class StepLine:
    """A milestone: when it is due and when it was reached; `is_late` on the day of the pages."""

    title: str
    due: Piece
    done: Piece | None
    is_late: bool


@dataclass(frozen=True)
class ResultLine:
    """An indicator: where it stood, where it shall stand, what was measured last, by whom, when.

    `reached` is the way from baseline to target that is behind us, 0 to 1000; None where nothing was measured.
    """

    title: str
    baseline: str
    target: str
    measured: str | None
    on: Piece | None
    source: str | None
    reached: int | None
    record: Piece


@dataclass(frozen=True)
class ItemLine:
    """A line of an order: a category and a quantity."""

    title: str
    category: str
    quantity: str


@dataclass(frozen=True)
class FlowLine:
    """Something that went from one party to the other, confirmed by both."""

    title: Piece
    kind: str
    from_party: str | None
    to_party: str | None
    amount: str | None
    on: Piece | None
    state: str


@dataclass(frozen=True)
class PaperLine:
    """A rendition of a document: its language and the fingerprint of its file."""

    language: str
    media_type: str
    sha256: str


@dataclass(frozen=True)
class WithheldLine:
    """What is withheld of a record: the field, why, until when (None: no day is set), by which decision."""

    record: Piece
    field: str
    reason_name: str
    reason: str
    until: Piece | None
    decided_by: Piece


@dataclass(frozen=True)
class HistoryLine:
    """A state of a record and the day of it."""

    state: str
    on: Piece


@dataclass(frozen=True)
class Page:
    """A record as its page shows it."""

    record: Published
    path: str
    title: str
    kind: str
    state: str
    since: Piece
    facts: tuple[Fact, ...]
    agenda: tuple[AgendaLine, ...]
    minutes: str | None
    steps: tuple[StepLine, ...]
    results: tuple[ResultLine, ...]
    items: tuple[ItemLine, ...]
    flows: tuple[FlowLine, ...]
    papers: tuple[PaperLine, ...]
    withheld: tuple[WithheldLine, ...]
    history: tuple[HistoryLine, ...]
    following: tuple[Piece, ...]


def page_of(record: Published, place: Place) -> Page:
    """Return what the page of a record shows."""
    tongue, document = place.tongue, record.document
    return Page(
        record=record,
        path=path_of(record),
        title=title_of(record, tongue),
        kind=tongue.said(record.kind_title),
        state=tongue.said(record.state_titles[record.state]),
        since=tongue.day(record.since_ms),
        facts=facts_of(record, place),
        agenda=tuple(_agenda(document, place)),
        minutes=tongue.text(document["minutes"]) if "minutes" in document else None,
        steps=tuple(steps_of(record, place)),
        results=tuple(results_of(record, place)),
        items=tuple(_items(document, place)),
        flows=tuple(flows_of(record, place)),
        papers=tuple(_papers(document, place)),
        withheld=tuple(withheld_of(record, place)),
        history=tuple(
            HistoryLine(tongue.said(record.state_titles[state]), tongue.day(at_ms))
            for state, at_ms in record.entered.items()
        ),
        following=tuple(_following(record, place)),
    )


def link_of(record: Published, place: Place) -> Piece:
    """Return a record's title, with its page where it has one."""
    return Piece(title_of(record, place.tongue), href=path_of(record) if record.name is not None else None)


def steps_of(record: Published, place: Place) -> Iterator[StepLine]:
    """Yield the milestones of a record, the earliest first."""
    tongue = place.tongue
    for each in sorted(record.document.get("milestones", ()), key=lambda each: (each["due_ms"], each["id"])):
        done_ms = each.get("done_ms")
        yield StepLine(
            tongue.text(each["title"]),
            tongue.day(each["due_ms"]),
            None if done_ms is None else tongue.day(done_ms),
            done_ms is None and each["due_ms"] < place.publication.day_ms,
        )


def results_of(record: Published, place: Place) -> Iterator[ResultLine]:
    """Yield the indicators of a record."""
    tongue = place.tongue
    for each in record.document.get("indicators", ()):
        last = max(each.get("measured", ()), key=lambda measured: measured["on"], default=None)
        yield ResultLine(
            title=tongue.text(each["title"]),
            baseline=tongue.thousandths(each["baseline_milli"], each["unit"]),
            target=tongue.thousandths(each["target_milli"], each["unit"]),
            measured=None if last is None else tongue.thousandths(last["value_milli"], each["unit"]),
            on=None if last is None else tongue.day(last["on"]),
            source=None if last is None else tongue.safe(last["source"]),
            reached=None
            if last is None
            else reached(each["baseline_milli"], each["target_milli"], last["value_milli"]),
            record=link_of(record, place),
        )


def reached(baseline: int, target: int, value: int) -> int:
    """Return which part of the way from baseline to target a value has gone, in thousandths, from 0 to 1000.

    >>> reached(100, 200, 150), reached(200, 100, 50), reached(5, 5, 4)
    (500, 1000, 0)
    """
    if baseline == target:
        return STEPS_WIDTH if value == target else 0
    return min(max((value - baseline) * STEPS_WIDTH // (target - baseline), 0), STEPS_WIDTH)


def flows_of(record: Published, place: Place) -> Iterator[FlowLine]:
    """Yield what has flowed under a record, as far as each flow is public."""
    for each in place.publication.that_name("initiative", record, "flow"):
        yield flow_line(each, place)


def flow_line(flow: Published, place: Place) -> FlowLine:
    """Return a public flow as a line."""
    tongue, document = place.tongue, flow.document
    amount = None
    if "amount" in document:
        amount = tongue.amount(document["amount"]).text
    elif "quantity" in document:
        count = document["quantity"]
        amount = tongue.quantity(count, document["unit"]) if "unit" in document else tongue.number(count)
    day_ms = document.get("actual_ms", document.get("planned_ms"))
    kind = document.get("flow_kind")
    return FlowLine(
        title=link_of(flow, place),
        kind=tongue.said(Sentence("cooperation-flow", {"flow": kind}) if kind else flow.kind_title),
        from_party=tongue.party(document["from_party"]) if "from_party" in document else None,
        to_party=tongue.party(document["to_party"]) if "to_party" in document else None,
        amount=amount,
        on=None if day_ms is None else tongue.day(day_ms),
        state=tongue.said(flow.state_titles[flow.state]),
    )


def withheld_of(record: Published, place: Place) -> Iterator[WithheldLine]:
    """Yield what is withheld of a record and why."""
    tongue = place.tongue
    for each in record.document.get("withheld", ()):
        yield WithheldLine(
            record=link_of(record, place),
            field=field_name(each["field"], tongue),
            reason_name=tongue.said(Sentence("cooperation-withheld", {"reason": each["reason_code"]})),
            reason=tongue.text(each["reason"]),
            until=tongue.day(each["public_on"]) if "public_on" in each else None,
            decided_by=link_to(place, "decision", each["decided_by"]),
        )


def _agenda(document: Mapping[str, Any], place: Place) -> Iterator[AgendaLine]:
    for each in document.get("agenda", ()):
        minute = each.get("minute")
        yield AgendaLine(place.tongue.text(each["title"]), place.tongue.text(minute) if minute else None)


def _items(document: Mapping[str, Any], place: Place) -> Iterator[ItemLine]:
    tongue = place.tongue
    for each in document.get("items", ()):
        category = tongue.word(each["category"])
        yield ItemLine(tongue.text(each["title"]), category, tongue.quantity(each["quantity"], each["unit"]))


def _papers(document: Mapping[str, Any], place: Place) -> Iterator[PaperLine]:
    tongue = place.tongue
    for each in document.get("renditions", ()):
        yield PaperLine(
            tongue.language_name(each["language"]), written.code(each["media_type"]), written.code(each["sha256"])
        )


_FOLLOWING: Mapping[str, tuple[tuple[str, str], ...]] = {
    "group": (("meeting", "group"), ("decision", "group"), ("initiative", "group"), ("action", "group")),
    "meeting": (("decision", "from_meeting"),),
    "decision": (("initiative", "from_decision"), ("action", "from_decision")),
    "initiative": (("action", "initiative"), ("check", "initiative")),
}
"""Kind of a record: the kinds that name it, and the field in which they do."""


def _following(record: Published, place: Place) -> Iterator[Piece]:
    """Yield the records that follow from one, or are about it."""
    for kind, field in _FOLLOWING.get(record.kind, ()):
        for each in place.publication.that_name(field, record, kind):
            yield link_of(each, place)
    for each in place.publication.of_kind("document"):
        if record.key in each.document.get("about", ()):
            yield link_of(each, place)
