"""A closing report tells a case from its alert to its end, in three languages, with every number as it is."""

from typing import Any

import pytest

from comity.files.paper.case_report import CaseReport, KeptPlan, KeptSearch, LogLine, case_report_pdf
from comity.files.plan_charts import features
from comity.files.words import LANGUAGES, words
from tests.files.paper.test_bidi import seen_lines
from tests.files.paper.test_sitrep import NOW_MS, UNSEEN, facts, report
from tests.files.plans import HOSTILE, areas, plan

SUMMARY = {
    "first": "2008-08-06T09:51:00Z",
    "last": "2008-08-07T10:00:00Z",
    "centre": {"lat_deg": 36.95, "lon_deg": 5.35},
    "stranded_share": 0.013,
    "run": {"particles": 100_000},
    "containment": [{"level": 0.5, "area_km2": 61.0}, {"level": 0.9, "area_km2": 233.0}],
}


def closing(**changed: Any) -> CaseReport:
    known: dict[str, Any] = {
        "facts": facts(summary=SUMMARY, stage="conclusion", ended_ms=NOW_MS),
        "example": True,
        "plans": [KeptPlan(NOW_MS, "a", None, plan()), KeptPlan(NOW_MS + 1, "b", "watch", plan(pos=0.377))],
        "searches": [KeptSearch(NOW_MS, "first.json", ("boat-1", "heli-1"), True, 0.42)],
        "sitreps": [report()],
        "files": ["brief.pdf"],
        "log": [LogLine(NOW_MS, "watch", "EXAMPLE: one thing"), LogLine(NOW_MS + 60_000, None, "EXAMPLE: the next")],
        "containment": features(areas()),
    }
    return CaseReport(**{**known, **changed})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_the_case_stands_in_it_and_no_number_is_turned(language: str) -> None:
    lines = [UNSEEN.sub("", line) for line in seen_lines(case_report_pdf(closing(), words(language)))]
    for value in (
        *("061405ZAUG08", "060951ZAUG08", "071000ZAUG08", "36°48.0′N005°06.0′E", "36°57.0′N005°21.0′E"),
        *("100000", "1.3%", "42.0%", "37.7%", f"{plan()['pos_bound'] * 100:.1f}%", "233", "boat-1,heli-1"),
        *("first.json", "brief.pdf", "EXAMPLE:onething", "061406ZAUG08", "boat-11"),
    ):
        assert any(value in line for line in lines), (language, value)
    assert not any("⟨U+" in line for line in lines)


def test_the_same_case_gives_the_same_bytes() -> None:
    assert case_report_pdf(closing(), words("fr")) == case_report_pdf(closing(), words("fr"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_of_which_nothing_came_is_told_as_well(language: str) -> None:
    bare = facts(document={"case": {"id": "x"}}, summary=None, plan=None, learnt=None, log=dict.fromkeys(LANGUAGES, ()))
    nothing: dict[str, Any] = dict.fromkeys(("plans", "searches", "sitreps", "files", "log", "containment"), ())
    assert case_report_pdf(closing(facts=bare, **nothing), words(language)).startswith(b"%PDF")


def test_what_an_office_wrote_stays_text() -> None:
    lines = seen_lines(case_report_pdf(closing(log=[LogLine(NOW_MS, HOSTILE, HOSTILE)]), words("en")))
    assert any("⟨U+202E⟩" in line for line in lines)
