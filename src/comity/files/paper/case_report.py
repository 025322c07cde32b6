"""The closing report of a case on paper: from the alert to the end, with every plan, search, paper and line of the log.

In go what is known of the case (`CaseFacts`) and what was kept on the way. The log sheet holds notes of the desk too: a
closing report is national. Units on paper: nautical miles, square kilometres, degrees and minutes, date-time groups.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.files.paper.case_papers import Facts, Part, case_pdf, part
from comity.files.paper.sitrep_form import sitrep_title
from comity.files.paper.sitrep_sections import CaseFacts, object_name, place_text
from comity.files.plan_words import percent
from comity.files.words import Words
from comity.ground import date_time_group, parse_instant

_NONE = "–"


@dataclass(frozen=True)
class KeptPlan:
    """A plan as it was kept: `letter` a (computed) or b (drawn by an office)."""

    at_ms: int
    letter: str
    office: str | None
    document: Mapping[str, Any]


@dataclass(frozen=True)
class KeptSearch:
    """A search that found nothing; `pos` is what it was worth at the last plan."""

    ends_ms: int
    name: str
    units: tuple[str, ...]
    is_ours: bool
    pos: float | None


@dataclass(frozen=True)
class LogLine:
    """A line of the log in the reader's language, with what an office wrote."""

    at_ms: int
    office: str | None
    said: str


@dataclass(frozen=True)
class CaseReport:
    """All that a closing report tells; lines and searches oldest first."""

    facts: CaseFacts
    example: bool
    plans: Sequence[KeptPlan]
    searches: Sequence[KeptSearch]
    sitreps: Sequence[Mapping[str, Any]]
    files: Sequence[str]
    log: Sequence[LogLine]
    containment: Sequence[Mapping[str, Any]]


def case_report_pdf(report: CaseReport, words: Words) -> bytes:
    """Return the closing report of a case as PDF; of one that goes on, as it stands."""
    facts = report.facts
    case_id = facts.document["case"]["id"]
    return case_pdf(
        words.say("report-title", case=case_id),
        _facts(report, words),
        [
            _drift(facts, words),
            _plans(report, words),
            _searches(report, words),
            _papers(report, words),
            _log(report, words),
        ],
        words,
        day_ms=facts.ended_ms or facts.now_ms,
        example=report.example,
        picture=_picture(report, words),
    )


def _facts(report: CaseReport, words: Words) -> Facts:
    facts, case = report.facts, report.facts.document["case"]
    known = next((each for each in facts.document.get("scenario", []) if "time" in each and "lat" in each), None)
    where = _NONE
    if known is not None and isinstance(known["lat"], int | float):
        where = words.say("sitrep-done", at=date_time_group(parse_instant(str(known["time"]))), what=place_text(known))
    objects = ", ".join(object_name(each.get("leeway"), words) for each in facts.document.get("object", []))
    so_far = facts.learnt["pos_so_far"] if facts.learnt is not None else 0.0
    ended = _NONE if facts.ended_ms is None else date_time_group(facts.ended_ms)
    return [
        (words.say("report-name"), case.get("title") or _NONE),
        (words.say("report-object"), objects or _NONE),
        (words.say("report-people"), str(case.get("persons_on_board", _NONE))),
        (words.say("report-alert"), date_time_group(facts.opened_ms)),
        (words.say("report-where"), where),
        (words.say("report-centre"), facts.party[words.language]),
        (words.say("report-on-scene"), _NONE if facts.on_scene is None else facts.on_scene[0]),
        (words.say("report-stage"), words.say(f"console-stage-{facts.stage}")),
        (words.say("report-ended"), ended),
        (words.say("report-so-far"), percent(so_far)),
    ]


def _picture(report: CaseReport, words: Words) -> dict[str, str] | None:
    units = report.facts.plan["units"] if report.facts.plan is not None else []
    if not units and not report.containment:
        return None
    from comity.files.charts.plan_picture import plan_picture  # the drawing, only for a paper

    return {
        "picture": plan_picture(units, report.containment, words),
        "alt": words.say("report-alt"),
        "caption": words.say("report-caption"),
    }


def _heads(words: Words, message: str) -> list[str]:
    return words.say(message).split("|")


def _drift(facts: CaseFacts, words: Words) -> Part:
    title = words.say("report-drift")
    if facts.summary is None:
        return part(title, words, lines=[words.say("report-no-drift")])
    found = facts.summary
    line = words.say(
        "report-drifted",
        particles=str(found["run"]["particles"]),
        first=date_time_group(parse_instant(found["first"])),
        last=date_time_group(parse_instant(found["last"])),
        place=place_text(found["centre"], "_deg"),
        ashore=percent(found["stranded_share"]),
    )
    rows = [(f"{each['level'] * 100:g} %", f"{each['area_km2']:.0f}") for each in found["containment"]]
    return part(title, words, lines=[line], heads=_heads(words, "files-debrief-now-head"), rows=rows)


def _plans(report: CaseReport, words: Words) -> Part:
    rows = [
        (
            date_time_group(each.at_ms),
            each.letter.upper(),
            each.office or words.say("report-computed"),
            percent(each.document["pos"]),
            percent(each.document["pos_bound"]),
            percent(each.document["manual_pos"]),
            ", ".join(f"{unit['unit']} {unit['sortie']}" for unit in each.document["units"]),
        )
        for each in report.plans
    ]
    lines = [] if rows else [words.say("sitrep-no-plan")]
    return part(
        words.say("report-plans"), words, lines=lines, heads=_heads(words, "report-plans-head"), rows=rows, wide=(2, 6)
    )


def _searches(report: CaseReport, words: Words) -> Part:
    rows = [
        (
            date_time_group(each.ends_ms),
            each.name,
            ", ".join(each.units),
            words.say("report-ours" if each.is_ours else "report-theirs"),
            _NONE if each.pos is None else percent(each.pos),
        )
        for each in report.searches
    ]
    lines = [] if rows else [words.say("sitrep-none")]
    return part(
        words.say("report-searches"),
        words,
        lines=lines,
        heads=_heads(words, "report-searches-head"),
        rows=rows,
        wide=(1, 2),
    )


def _papers(report: CaseReport, words: Words) -> Part:
    rows = [(sitrep_title(each, words), date_time_group(each["at_ms"]), each["office"]) for each in report.sitreps] + [
        (name, _NONE, words.say("report-computed")) for name in report.files
    ]
    lines = [] if rows else [words.say("sitrep-none")]
    return part(
        words.say("report-papers"),
        words,
        lines=lines,
        heads=_heads(words, "report-papers-head"),
        rows=rows,
        wide=(0, 2),
    )


def _log(report: CaseReport, words: Words) -> Part:
    rows = [(date_time_group(each.at_ms), each.office or _NONE, each.said) for each in report.log]
    return part(words.say("report-log"), words, heads=_heads(words, "report-log-head"), rows=rows, wide=(2,))
