"""The search action plan and the debriefing as an eye sees them: figures in order, and below their heads."""

import io
import re
from collections import defaultdict
from itertools import pairwise
from typing import Any

import orjson
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams
from pypdf import PdfReader

from comity.files.paper.searches import brief_pdf, debrief_pdf
from comity.files.plan_charts import features
from comity.files.words import LANGUAGES, words
from tests.files.paper.test_bidi import glyphs, seen_lines
from tests.files.paper.test_sitrep import UNSEEN
from tests.files.plans import account, areas, plan

COLUMN_GAP_PT = 4.0
"""Wider than a space of the table's letters."""

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


def test_in_arabic_the_distances_of_legs_end_at_one_edge_below_their_head() -> None:
    """12.92 and 5.17 end at one edge where they are set to the right, and begin at one where they are not."""
    _, legs, *_ = extract_pages(
        io.BytesIO(brief_pdf(plan(), features(areas()), words("ar"))), laparams=LAParams(all_texts=True)
    )
    rows: dict[int, list[Any]] = defaultdict(list)
    for each in glyphs(legs):
        rows[round(each.matrix[5])].append(each)
    ends = []
    for row in rows.values():
        row.sort(key=lambda glyph: glyph.x0)
        words_of_row = [[row[0]]]
        for one, other in pairwise(row):
            if other.x0 - one.x1 > COLUMN_GAP_PT:
                words_of_row.append([])
            words_of_row[-1].append(other)
        told = ["".join(glyph.get_text() for glyph in word) for word in words_of_row]
        ends += [
            round(word[-1].x1)
            for word, text in zip(words_of_row, told, strict=True)
            if re.fullmatch(r"\d+\.\d\d", UNSEEN.sub("", text).strip())
        ]
    assert len(ends) >= len(plan()["units"][0]["legs"]["is_searching"])
    assert len(set(ends)) == 1


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


def test_the_tables_of_areas_and_times_stand_whole_on_the_first_page_of_a_brief() -> None:
    document = plan()
    one = document["units"][0]
    for units in (1, 2, 3, 4):
        several = {**document, "units": [{**one, "sortie": sortie + 1} for sortie in range(units)]}
        first = PdfReader(io.BytesIO(brief_pdf(several, [], words("en")))).pages[0].extract_text()
        assert words("en").say("files-brief-units") in first
        assert first.count(f"{one['unit']} · ") >= 2 * units, "each sortie in both tables"
