"""A SITREP holds what is known under the letters of IMO's standard form, in lines that a teleprinter can print.

Authority for the letters: the standard format as MRCC Bremen prints it (A to H, J to N). Text is read back from the PDF
by pdfminer, glyph by glyph, so that a number turned round in Arabic would be seen.
"""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.files.paper.sitrep import LINE_CHARACTERS, sitrep_pdf, sitrep_text
from comity.files.paper.sitrep_form import FULL, SHORT, sitrep_sections
from comity.files.paper.sitrep_sections import SECTIONS, CaseFacts, sections
from comity.files.words import LANGUAGES, words
from comity.ground import parse_instant
from tests.files.paper.test_bidi import seen_lines
from tests.files.plans import HOSTILE, plan

NOW_MS = parse_instant("2008-08-06T14:05:00Z")
UNSEEN = re.compile("[\u2066-\u2069]")


def facts(**changed: Any) -> CaseFacts:
    known: dict[str, Any] = {
        "document": {
            "case": {"id": "bejaia", "title": "EXAMPLE: MV Atlas", "persons_on_board": 4, "notes": "stays home"},
            "object": [{"leeway": 26}],
            "scenario": [
                {
                    "kind": "last_known_position",
                    "lat": 36.8,
                    "lon": 5.1,
                    "position_error_m": 1852,
                    "time": "2008-08-06T09:51:00Z",
                }
            ],
            "conditions": {"visibility_nm": 10, "wind_kt": 14.5, "sea_m": 1.2, "water_c": 24},
            "observation": [
                {
                    "quantity": "wind",
                    "lat": 36.9,
                    "lon": 5.2,
                    "time": "2008-08-06T11:00:00Z",
                    "from_deg": 310,
                    "speed_kt": 12,
                }
            ],
        },
        "summary": {"last": "2008-08-07T10:00:00Z", "centre": {"lat_deg": 36.95, "lon_deg": 5.35}},
        "plan": plan(),
        "learnt": {"searches": [{"file": "first", "units": ["boat-1"], "pos": 0.42}], "pos_so_far": 0.42},
        "party": {"ar": "الجزائر", "en": "Algeria", "fr": "Algérie"},
        "stage": "operations",
        "opened_ms": NOW_MS - 3_600_000,
        "now_ms": NOW_MS,
        "ended_ms": None,
        "log": {each: [(NOW_MS, "x")] for each in LANGUAGES},
        "lent": dict.fromkeys(LANGUAGES, ()),
    }
    return CaseFacts(**{**known, **changed})


def report(said: CaseFacts | None = None, **changed: Any) -> dict[str, Any]:
    by = {each: sections(said or facts(), words(each)) for each in LANGUAGES}
    kept = {letter: {each: by[each][letter] for each in LANGUAGES} for letter in FULL}
    return {
        "example": True,
        "case": "bejaia",
        "number": 3,
        "office": "watch",
        "at_ms": NOW_MS,
        "final": False,
        "precedence": "distress",
        "from": {"typed": "MRCC EXAMPLE"},
        "to": {"typed": "RCC EXAMPLE"},
        "sections": kept,
        **changed,
    }


def test_the_letters_are_those_of_the_standard_form() -> None:
    assert "".join(FULL) == "ABCDEFGHJKLMN"
    assert "".join(SHORT) == "ABCDEF"
    assert tuple(SECTIONS) == FULL


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_known_stands_under_its_letter(language: str) -> None:
    said = {letter: UNSEEN.sub("", text) for letter, _, text in sitrep_sections(report(), words(language))}
    assert "EXAMPLE: MV Atlas" in said["A"]
    assert "36°48.0′N 005°06.0′E" in said["B"]
    assert "060951Z AUG 08" in said["B"]
    assert "36°57.0′N 005°21.0′E" in said["B"]
    assert said["D"] == "4"
    assert "310°" in said["H"]
    assert "14.5" in said["H"]
    assert f"{plan()['pos'] * 100:.1f} %" in said["K"]
    assert all(entry["unit"] in said["L"] for entry in plan()["units"])
    assert "42.0 %" in said["N"]
    assert "stays home" not in "".join(said.values())
    assert len({*said}) == len(FULL)


def test_of_what_nobody_knows_the_report_says_so_and_invents_nothing() -> None:
    bare = facts(document={"case": {"id": "x"}}, summary=None, plan=None, learnt=None, log=dict.fromkeys(LANGUAGES, ()))
    for language in LANGUAGES:
        said = sections(bare, words(language))
        assert {said[letter] for letter in "BDGH"} == {words(language).say("sitrep-not-known")}
        assert {said[letter] for letter in "EJN"} == {words(language).say("sitrep-none")}
        assert said["K"] == words(language).say("sitrep-no-plan")


def test_sorties_ahead_are_future_plans_and_those_behind_are_not() -> None:
    begins = sorted(parse_instant(each["begins"]) for each in plan()["units"])
    said = sections(facts(now_ms=begins[0]), words("en"))["M"].splitlines()
    assert len(said) == len([each for each in begins if each > begins[0]])
    assert sections(facts(now_ms=begins[-1]), words("en"))["M"] == words("en").say("sitrep-no-sortie")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plain_text_has_lines_of_69_characters_and_every_letter_in_order(language: str) -> None:
    data = sitrep_text(report(final=True), words(language))
    lines = data.decode("utf-8").split("\r\n")
    assert lines.pop() == ""
    assert max(len(UNSEEN.sub("", line)) for line in lines) <= LINE_CHARACTERS == 69
    letters = [line[0] for line in lines if re.match(r"[A-Z]\. ", line)]
    assert tuple(letters) == FULL
    assert UNSEEN.sub("", lines[0]) == {"ar": "مثال", "en": "EXAMPLE", "fr": "EXEMPLE"}[language]
    assert "061405Z AUG 08" in UNSEEN.sub("", lines[2])
    assert "⟨U+" not in "".join(lines), "the report's own words hide nothing"
    assert not any(re.match(r" *(\d\d|%|NM)$", line) for line in lines), "no measure is torn"
    for line in lines:
        depth = 0
        for each in line:
            depth += (each in "\u2066\u2067\u2068") - (each == "\u2069")
            assert depth >= 0
        assert depth == 0, "a value that is cut in two would lose its order"


@given(text=st.text(max_size=400), language=st.sampled_from(LANGUAGES))
def test_whatever_is_typed_fits_the_lines_and_hides_nothing(text: str, language: str) -> None:
    data = sitrep_text(report(sections={"N": {"typed": text}}), words(language)).decode("utf-8")
    for line in data.split("\r\n"):
        assert len(UNSEEN.sub("", line)) <= LINE_CHARACTERS
    assert not set(data) & set("\u202e\u202d\u200f\x00\x07\x1b\ufeff")


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_every_number_is_seen_from_left_to_right(language: str) -> None:
    pdf = sitrep_pdf(report(), words(language))
    lines = seen_lines(pdf)
    for value in ("36°48.0′N005°06.0′E", "060951ZAUG08", "061405ZAUG08", "14.5", "310°", "42.0%", "MRCCEXAMPLE"):
        assert any(value in line for line in lines), (language, value)
    assert pdf == sitrep_pdf(report(), words(language))


def test_a_hostile_name_stays_text() -> None:
    hostile = report(to={"typed": HOSTILE}, sections={"A": {"typed": HOSTILE}})
    assert any("⟨U+202E⟩" in line for line in seen_lines(sitrep_pdf(hostile, words("en"))))
