"""The DOCX by its XML: the four marks of right to left, values as runs of their own, and a zip without times.

Authority: ECMA-376 part 1, 17.3, by the order of the properties within `w:pPr` and `w:rPr`; python-docx reads the file
back. The same files were looked at in LibreOffice.
"""

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from comity.files.paper import original_docx
from tests.files.paper import papers

GOLDEN_PARAGRAPH = (
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:bidi/>'
    '<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:b/><w:bCs/>'
    '<w:color w:val="12355B"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:rtl/><w:lang w:bidi="ar-DZ"/></w:rPr>'
    "<w:t>محضر الاجتماع</w:t></w:r></w:p>"
)
GOLDEN_VALUE = (
    '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:bidi="ar-DZ"/></w:rPr>'
    "<w:t>\u20662026</w:t><w:noBreakHyphen/><w:t>05</w:t><w:noBreakHyphen/><w:t>11\u2069</w:t></w:r>"
)
ORDER = [qn(f"w:{name}") for name in ("rFonts", "b", "bCs", "color", "sz", "szCs", "rtl", "lang")]


def body(paper: Any, holder: str = "DZ") -> Any:
    archive = zipfile.ZipFile(io.BytesIO(original_docx(paper, papers.original(holder, algerian=("ar",)))))
    return etree.fromstring(archive.read("word/document.xml"))


def written_out(element: Any) -> str:
    text = str(etree.tostring(element, encoding="unicode"))
    return text[: text.index(" xmlns")] + text[text.index(">") :] if " xmlns" in text else text


@pytest.mark.parametrize("golden", [GOLDEN_PARAGRAPH, GOLDEN_VALUE])
def test_arabic_is_written_to_the_letter_as_word_wants_it(golden):
    tag = golden[1:4]
    assert golden in {written_out(each) for each in body(papers.minutes()).iter(qn(tag))}


def test_every_arabic_run_is_right_to_left_but_its_values_and_no_other_run_is():
    runs = list(body(papers.minutes()).iter(qn("w:r")))
    assert len(runs) > 100
    for run in runs:
        text, is_rtl = "".join(run.itertext()), run.find(f".//{qn('w:rtl')}") is not None
        language = run.find(f".//{qn('w:lang')}")
        is_arabic = language is not None and language.get(qn("w:bidi")) == "ar-DZ"
        assert is_rtl == (is_arabic and not text.startswith("\u2066")), text
        if is_rtl:
            assert not any("0" <= letter <= "9" for letter in text), text


def test_a_paragraph_is_bidi_exactly_where_its_runs_are_arabic():
    for paragraph in body(papers.memorandum()).iter(qn("w:p")):
        languages = [each.get(qn("w:bidi")) for each in paragraph.iter(qn("w:lang"))]
        if languages:
            assert (paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None) == ("ar-DZ" in languages)


def test_properties_stand_in_the_order_of_the_schema():
    for properties in body(papers.minutes()).iter(qn("w:rPr")):
        places = [ORDER.index(each.tag) for each in properties]
        assert places == sorted(places)


def test_arabic_is_the_right_column_in_both_originals():
    for holder in ("DZ", "US"):
        row = next(body(papers.minutes(), holder).iter(qn("w:tr")))
        left, right = row.findall(qn("w:tc"))
        assert left.find(f".//{qn('w:bidi')}") is None
        assert right.find(f".//{qn('w:bidi')}") is not None


def test_the_zip_bears_no_time_no_trace_of_a_template_and_opens_again():
    data = original_docx(papers.minutes(), papers.original())
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.namelist()[0] == "[Content_Types].xml"
    assert not [name for name in archive.namelist() if "thumbnail" in name or "WithEffects" in name]
    said = Document(io.BytesIO(data)).core_properties
    assert (said.author, said.comments, said.identifier) == ("", "", "WG2-M-2026-01")
    assert said.created is not None
    assert said.created.date() == papers.original().dated
