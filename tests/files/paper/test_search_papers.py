"""The search action plan and the debriefing as an eye sees them: figures in order, and under their heads in Arabic too."""

import io
from typing import Any

import orjson
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams

from comity.files.paper.searches import brief_pdf, debrief_pdf
from comity.files.plan_charts import features
from comity.files.words import LANGUAGES, words
from tests.files.paper.test_bidi import glyphs, seen_lines
from tests.files.paper.test_sitrep import UNSEEN
from tests.files.plans import account, areas, plan

LEARNT: dict[str, Any] = {
    "case": "test",
    "example": True,
    "pos": 0.42,
    "pos_so_far": 0.617,
    "plan": plan(),
    "containment": [{"level": 0.5, "area_km2": 61.0}],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_position_hour_or_share_is_turned_round(language: str) -> None:
    brief = brief_pdf(plan(), features(areas()), words(language))
    debrief = debrief_pdf(LEARNT, orjson.loads(account()), features(areas()), words(language))
    for pdf, values in (
        (brief, ("37°00.6′N005°03.3′E", "010600ZJAN70", "83.9%", "097°", "6.78×6.44")),
        (debrief, ("010742ZJAN70", "42.0%", "61.7%", "first.json")),
    ):
        lines = [UNSEEN.sub("", line) for line in seen_lines(pdf)]
        for value in values:
            assert any(value in line for line in lines), (language, value)


def test_in_arabic_a_column_s_figures_end_where_its_head_ends() -> None:
    pdf = brief_pdf(plan(), features(areas()), words("ar"))
    first = next(iter(extract_pages(io.BytesIO(pdf), laparams=LAParams(all_texts=True))))
    courses = [each.x1 for each in glyphs(first) if each.get_text() == "°" and each.size < 9]
    tables = [right for right in courses if courses.count(right) == len(plan()["units"])]
    assert len(set(tables)) >= 1, "the courses of all sorties end at one edge"


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_units_above_one_another_are_told_once(language: str) -> None:
    said = words(language).say("cli-plan-above", one="boat-1", other="heli-1", feet="500")
    assert len(plan()["above_one_another"]) == 2
    sought = "".join(UNSEEN.sub("", said).split())
    lines = [UNSEEN.sub("", line) for line in seen_lines(brief_pdf(plan(), features(areas()), words(language)))]
    if language != "ar":  # Arabic letters come out of a PDF in the forms in which they are joined
        assert sum(sought in line for line in lines) == 1
    else:
        assert sum("500" in line and "boat-1" in line for line in lines) == 1
