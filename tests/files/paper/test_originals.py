"""Originals as PDF: laid out by the alternat, archival, byte for byte the same for the same holder, hostile text shown.

Authority for PDF/A-2b and PDF/UA-1: Typst's own checks, which refuse to write a file that breaks either, and the marks
in the file's metadata, read here by pypdf.
"""

import hashlib
import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest
from pypdf import PdfReader

from comity.agreement import Text
from comity.files.paper import MinutesItem, Paper, Side, original_docx, original_pdf
from comity.files.paper.originals import laid
from comity.ground import InvalidInput
from tests.files.paper import papers
from tests.files.paper.test_bidi import minutes_of, seen_lines
from tests.house.sources import ROOT

PAPERS: dict[str, Callable[[], Paper]] = {
    "agenda": papers.agenda,
    "minutes": papers.minutes,
    "decision": papers.decision,
    "report": papers.report,
    "memorandum": papers.memorandum,
}


def said(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("algerian", [("ar",), ("fr",), ("ar", "fr")], ids="+".join)
@pytest.mark.parametrize("holder", ["DZ", "US"])
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_archival_dated_by_itself_and_bears_its_mark_and_code(name, holder, algerian):
    pdf = original_pdf(PAPERS[name](), papers.original(holder, algerian=algerian))
    reader = PdfReader(io.BytesIO(pdf))
    metadata = reader.xmp_metadata.stream.get_data().decode()  # type: ignore[union-attr]
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in metadata.replace("\n", "")
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "D:20260202" in str(reader.metadata["/CreationDate"])  # type: ignore[index]
    for page in reader.pages:
        assert "EXAMPLE" in page.extract_text()
        assert "WG2-M-2026-01" in page.extract_text()


@pytest.mark.parametrize("make", [original_pdf, original_docx])
@pytest.mark.parametrize("holder", ["DZ", "US"])
def test_the_same_original_is_the_same_bytes_and_the_partner_s_is_another(make, holder):
    one = make(papers.minutes(), papers.original(holder))
    assert make(papers.minutes(), papers.original(holder)) == one
    assert make(papers.minutes(), papers.original("US" if holder == "DZ" else "DZ")) != one


def test_two_processes_make_the_same_bytes():
    program = (
        "import hashlib; from tests.files.paper import papers; from comity.files.paper import *\n"
        "for make in (original_pdf, original_docx):\n"
        "    print(hashlib.sha256(make(papers.minutes(), papers.original())).hexdigest())"
    )
    run = [sys.executable, "-c", program]
    found = [subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout for _ in range(2)]
    here = [make(papers.minutes(), papers.original()) for make in (original_pdf, original_docx)]
    assert found[0] == found[1] == "".join(f"{hashlib.sha256(each).hexdigest()}\n" for each in here)


def test_each_original_names_its_holder_first_and_only_the_names_trade_places_beside_arabic():
    one, other = (laid(papers.minutes(), papers.original(holder, algerian=("ar",))) for holder in ("DZ", "US"))
    assert [column.language for column in one.sheets[0]] == [column.language for column in other.sheets[0]]
    assert [place.party for place in one.places] == [place.party for place in other.places] == ["US", "DZ"]
    assert one.sheets[0][0].between.startswith("the People's")
    assert other.sheets[0][0].between.startswith("the United")
    assert one.sheets[0][0].passages == other.sheets[0][0].passages


def test_in_three_languages_each_algerian_text_faces_the_american_one():
    found = laid(papers.minutes(), papers.original("DZ"))
    assert [[column.language for column in sheet] for sheet in found.sheets] == [["en", "ar"], ["fr", "en"]]
    assert "Arabic, French and English, all" in " ".join(
        said(original_pdf(papers.minutes(), papers.original())).split()
    )


@pytest.mark.parametrize(("name", "places"), [("agenda", 0), ("report", 0), ("minutes", 2), ("decision", 2)])
def test_only_what_both_sign_has_places_for_signatures(name, places):
    assert len(laid(PAPERS[name](), papers.original()).places) == places


def test_the_report_counts_states_and_sums_what_is_not_withheld():
    text = " ".join(said(original_pdf(papers.report(), papers.original(algerian=("fr",)))).split())
    assert "1 done, 1 open, 1 late" in text
    assert "TotalinUSDAgreed480000.00USD" in text.replace(" ", "")
    assert "Withheld until 2028-01-01. Commercial secret." in text


def test_what_would_deceive_the_eye_is_shown_by_its_number():
    hostile = "\u202e000 1\u202c \u2069x\u2066 \U0001f600 \u4e2d \x07 end"
    text = Text(ar=hostile, en=hostile, fr=hostile)
    paper = replace(minutes_of([]), items=(MinutesItem("1", text, text),))
    lines = seen_lines(original_pdf(paper, papers.original(algerian=("ar",))))
    for sign in ("⟨U+202E⟩", "⟨U+202C⟩", "⟨U+2069⟩", "⟨U+2066⟩", "⟨U+0007⟩", "⟨U+4E2D⟩"):
        assert any(sign in line for line in lines), sign


def test_a_text_is_set_and_never_run():
    text = Text(ar="نص", en="#panic() *a* $x$ `b` \\ @c", fr="x")
    paper = replace(minutes_of([]), items=(MinutesItem("1", text, text),))
    assert "#panic() *a* $x$ `b` \\ @c" in said(original_pdf(paper, papers.original(algerian=("ar",))))


def test_two_parties_with_one_language_have_no_paper_of_two_columns():
    both = papers.original()
    sides = (both.sides[0], Side("US", papers.AMERICA, ("fr",)))
    with pytest.raises(InvalidInput, match="both give their text in fr"):
        original_pdf(papers.agenda(), replace(both, sides=sides))
