"""The annual implementation report and the roadmap, from what both durably hold: the same on both nodes.

A report is as of the year's end, or, while the year runs, of the day of the last act. Units: milliseconds since 1970.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from comity.agreement import Text
from comity.cooperation import Book, Framework, Standing, balance_of, obligations
from comity.ground import parse_instant
from comity.node.cooperation_originals import (
    Speaks,
    both_names,
    day_of,
    languages_of,
    original,
    party_name,
    text_of,
)
from comity.node.cooperation_papers import asked_of

if TYPE_CHECKING:
    from comity.files.paper import Announcement, Budget, Inspection, Lane, Obligation, Original, Report, Roadmap

ANNOUNCED = ("initiative", "decision")
"""Kinds of which a report says when they were announced, decided and done."""


def report(
    framework: Framework, book: Book, year: int, *, holder: str, speaks: Speaks | None = None
) -> "tuple[Report, Original]":
    """Return the report of a year and the original that a party keeps of it.

    Parameters
    ----------
    book
        The records as they stood at the year's end, or stand now.
    """
    from comity.files.paper import Report

    starts, ends = date(year, 1, 1), date(year, 12, 31)
    last = max((day_of(each.since_ms) for each in book.standings.values()), default=starts)
    as_of = max(starts, min(ends, last))
    found = Report(
        framework.agreement.title,
        starts,
        ends,
        as_of,
        tuple(_announcements(book, ends)),
        tuple(_obligations(framework, book)),
        tuple(_budgets(book)),
        tuple(_inspections(book)),
    )
    name = f"{framework.agreement.id} {year}"
    return found, original(framework, holder, reference=name, on=as_of, place=both_names(framework), speaks=speaks)


def speaking(framework: Framework, language: str, holder: str) -> tuple[str, dict[str, tuple[str, ...]]]:
    """Return the parties' languages with one language first, and the holder whose it is: what a reader asks for."""
    spoken = languages_of(framework.parties)
    owner = next((party for party, each in spoken.items() if language in each), holder)
    chosen = {party: (language,) if party == owner and language in each else each[:1] for party, each in spoken.items()}
    return owner, chosen


def year_end_ms(year: int) -> int:
    """Return the last instant of a year."""
    return parse_instant(f"{year + 1}-01-01T00:00:00Z") - 1


def roadmap(framework: Framework, book: Book) -> "Roadmap":
    """Return what both carry out: initiatives with their milestones, and actions; as of the day of the last act."""
    from comity.files.paper import Roadmap

    last = max((day_of(each.since_ms) for each in book.standings.values()), default=date(1970, 1, 1))
    shown = [*book.of_kind("initiative"), *book.of_kind("action")]
    lanes = tuple(sorted((_lane(each, last) for each in shown), key=lambda each: (each.starts, each.code)))
    return Roadmap(framework.agreement.title, last, lanes)


def _announcements(book: Book, ends: date) -> "Iterator[Announcement]":
    from comity.files.paper import Announcement

    for standing in (each for kind in ANNOUNCED for each in book.of_kind(kind)):
        announced = _first_day(standing)
        if announced > ends:
            continue
        decision = standing if standing.kind == "decision" else _decision(book, standing)
        decided_ms = decision.entered.get("adopted") if decision is not None else None
        done_ms = standing.entered.get("in_effect") if standing.kind == "decision" else _ended_ms(standing)
        yield Announcement(
            text_of(standing.fields["title"]),
            announced,
            decision.id if decision is not None and decided_ms is not None else None,
            None if decided_ms is None else day_of(decided_ms),
            None if done_ms is None else day_of(done_ms),
        )


def _obligations(framework: Framework, book: Book) -> "Iterator[Obligation]":
    from comity.files.paper import Obligation

    for each in obligations(book):
        if each.fulfilment != "dropped":
            done_ms = book.standings[each.key].since_ms if each.fulfilment == "done" else None
            owner, is_asked = party_name(framework, each.party), each.fulfilment == "asked"
            yield Obligation(
                each.clause_refs[0],
                each.title,
                asked_of(owner) if is_asked else owner,
                None if is_asked else day_of(each.due_ms),
                None if done_ms is None else day_of(done_ms),
            )


def _budgets(book: Book) -> "Iterator[Budget]":
    from comity.files.paper import Budget

    for standing in book.of_kind("initiative"):
        balance = balance_of(book, standing.id)
        if balance.currency is not None:
            yield Budget(
                standing.id,
                text_of(standing.fields["title"]),
                balance.currency,
                balance.value_minor,
                balance.claimed_minor,
                balance.paid_minor,
            )


def _inspections(book: Book) -> "Iterator[Inspection]":
    from comity.files.paper import Inspection

    for standing in book.of_kind("check"):
        fields = standing.fields
        actions = [book.standings.get(f"action/{each}") for each in fields.get("corrective_actions", ())]
        yield Inspection(
            standing.id,
            text_of(fields["title"]),
            day_of(fields["planned_ms"]),
            day_of(fields["done_ms"]) if "done_ms" in fields else None,
            _text_or_none(fields.get("finding")),
            sum(each is not None and not each.is_final for each in actions),
        )


def _lane(standing: Standing, as_of: date) -> "Lane":
    from comity.files.paper import Lane, Step

    fields = standing.fields
    steps = tuple(
        Step(text_of(each["title"]), day_of(each["due_ms"]), "done_ms" in each) for each in fields.get("milestones", ())
    )
    starts = day_of(fields["starts_ms"]) if "starts_ms" in fields else _first_day(standing)
    end_ms = fields.get("due_ms") or fields.get("ends_ms")
    ends = max([starts, *(each.due for each in steps), *([day_of(end_ms)] if end_ms else [])])
    state = "done" if standing.is_final else "late" if ends < as_of else "open"
    return Lane(standing.id, text_of(fields["title"]), starts, ends, state, steps)


def _decision(book: Book, standing: Standing) -> Standing | None:
    return book.standings.get(f"decision/{standing.fields.get('from_decision')}")


def _first_day(standing: Standing) -> date:
    return day_of(min(each.at_ms for each in standing.log_refs))


def _ended_ms(standing: Standing) -> int | None:
    return standing.since_ms if standing.is_final else None


def _text_or_none(value: dict[str, str] | None) -> Text | None:
    return None if value is None else text_of(value)
