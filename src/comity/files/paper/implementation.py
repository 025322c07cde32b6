"""The annual implementation report: announced, decided, done; obligations; money by initiative; checks.

What is late, and every sum, is worked out here from days and amounts: the same data gives the same report on both
sides. Money is in minor units of its currency (`_minor`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from comity.agreement import Text
from comity.cooperation import written
from comity.files.paper.passages import Facts, Heading, Paragraph, Passage, Sheet, Withheld, facts, withheld
from comity.files.words import Words


@dataclass(frozen=True)
class Announcement:
    """What was said in public, and the decision and the day that made it true, where the record has them."""

    text: Text
    announced: date
    decision: str | None = None
    decided: date | None = None
    done: date | None = None


@dataclass(frozen=True)
class Obligation:
    """What a clause asks of a party: until when, and since when it is done."""

    clause: str
    text: Text
    owner: Text
    due: date | None = None
    done: date | None = None

    def state(self, as_of: date) -> str:
        """Return `done`, `late` or `open` on a day."""
        if self.done is not None and self.done <= as_of:
            return "done"
        return "late" if self.due is not None and self.due < as_of else "open"


@dataclass(frozen=True)
class Budget:
    """The money of an initiative: agreed, claimed as paid by one, confirmed by both; or why it is not given."""

    initiative: str
    title: Text
    currency: str
    agreed_minor: int
    claimed_minor: int
    confirmed_minor: int
    withheld: Withheld | None = None


@dataclass(frozen=True)
class Inspection:
    """A check: planned for a day, done on one, what it found and how many corrections are open."""

    code: str
    title: Text
    planned: date
    done: date | None = None
    finding: Text | Withheld | None = None
    corrections_open: int = 0


@dataclass(frozen=True)
class Report:
    """A year of an agreement, as of a day."""

    agreement: Text
    starts: date
    ends: date
    as_of: date
    announcements: tuple[Announcement, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    budgets: tuple[Budget, ...] = ()
    inspections: tuple[Inspection, ...] = ()


def report_sheet(report: Report, words: Words) -> Sheet:
    """Return the report in one language."""
    parts = (
        ("announced-decided-done", _announcements(report, words)),
        ("obligations", _obligations(report, words)),
        ("money", _money(report, words)),
        ("checks", _inspections(report, words)),
    )
    return Sheet(
        words.say("files-paper-report"),
        (
            facts(
                words,
                ("under", report.agreement),
                ("since", written.day(report.starts)),
                ("to", written.day(report.ends)),
                ("as-of", written.day(report.as_of)),
            ),
            *(passage for name, found in parts for passage in _part(name, list(found), words)),
        ),
    )


def _part(name: str, found: list[Passage], words: Words) -> Iterator[Passage]:
    yield Heading(words.say(f"files-paper-{name}"))
    yield from found or [Paragraph(words.say("files-paper-none"))]


def _announcements(report: Report, words: Words) -> Iterator[Passage]:
    for each in report.announcements:
        decided = " ".join(
            [] if each.decided is None else [written.code(each.decision or ""), written.day(each.decided)]
        )
        yield Paragraph(each.text.in_language(words.language), strong=True)
        yield facts(
            words,
            ("announced", written.day(each.announced)),
            ("decided-by", decided or words.say("files-paper-not-recorded")),
            ("done-on", words.say("files-paper-not-yet") if each.done is None else written.day(each.done)),
        )


def _obligations(report: Report, words: Words) -> Iterator[Passage]:
    states = [each.state(report.as_of) for each in report.obligations]
    if states:
        counts = Counter(states)
        yield Facts(((words.say("files-paper-summary"), _counted(counts, words)),))
    for each, state in zip(report.obligations, states, strict=True):
        yield Paragraph(each.text.in_language(words.language), each.clause)
        yield facts(
            words,
            ("owner", each.owner),
            ("due", None if each.due is None else written.day(each.due)),
            ("state", words.say(f"files-paper-state-{state}")),
            ("done-on", written.day(each.done) if each.done and state == "done" else None),
        )


def _counted(counts: Counter[str], words: Words) -> str:
    said = {state: written.number(counts[state]) for state in ("done", "open", "late")}
    return words.say("files-paper-states", **said)


def _money(report: Report, words: Words) -> Iterator[Passage]:
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for each in report.budgets:
        yield Paragraph(each.title.in_language(words.language), each.initiative, strong=True)
        if each.withheld is not None:
            yield Paragraph(withheld(each.withheld, words))
            continue
        sums = (each.agreed_minor, each.claimed_minor, each.confirmed_minor)
        totals[each.currency] = [total + one for total, one in zip(totals[each.currency], sums, strict=True)]
        yield _sums(sums, each.currency, words)
    for currency, (agreed, claimed, confirmed) in sorted(totals.items()):
        yield Paragraph(words.say("files-paper-total", currency=written.code(currency)), strong=True)
        yield _sums((agreed, claimed, confirmed), currency, words)


def _sums(sums: tuple[int, int, int], currency: str, words: Words) -> Facts:
    agreed, claimed, confirmed = sums
    return facts(
        words,
        ("agreed", written.amount(agreed, currency)),
        ("claimed", written.amount(claimed, currency)),
        ("confirmed", written.amount(confirmed, currency)),
        ("balance", written.amount(agreed - confirmed, currency)),
    )


def _inspections(report: Report, words: Words) -> Iterator[Passage]:
    for each in report.inspections:
        finding = withheld(each.finding, words) if isinstance(each.finding, Withheld) else each.finding
        yield Paragraph(each.title.in_language(words.language), each.code, strong=True)
        yield facts(
            words,
            ("planned", written.day(each.planned)),
            ("done-on", words.say("files-paper-not-yet") if each.done is None else written.day(each.done)),
            ("finding", finding),
            ("corrections", written.number(each.corrections_open) if each.done else None),
        )
