"""An original as DOCX, for offices that go on writing in it: the same columns and passages as its PDF.

Right to left has four marks in WordprocessingML, and a file that lacks one is subtly wrong: the paragraph's `w:bidi`,
the run's `w:rtl`, its language `w:lang w:bidi`, and the font, size and weight of complex scripts (`cs`, `w:szCs`,
`w:bCs`). A value inside Arabic is a run of its own without `w:rtl`, still inside its isolate, so that programs that
follow the runs and programs that follow Unicode both read it from left to right.

The zip is normalised (no times, no compression, whose bytes differ between builds of zlib): the same original is the
same bytes. Sources: ECMA-376 part 1, 17.3 (order of properties within `w:pPr` and `w:rPr`); python-docx 1.2.
"""

import io
import re
import zipfile
from datetime import UTC, datetime, time
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from comity.cooperation import RIGHT_TO_LEFT, written
from comity.files.paper.originals import Column, Laid, Original, Paper, laid
from comity.files.paper.passages import Facts, Heading, Passage

_FONT = "Times New Roman"
"""On every desk, with Latin and Arabic letters."""

_INK, _QUIET, _WARNING = "12355B", "525252", "8A1C1C"
_TEXT_PT, _TITLE_PT, _HEADING_PT, _SMALL_PT = 10.5, 16.0, 12.0, 8.0
_A4_MM, _MARGIN_MM, _COLUMN_MM, _LABEL_MM, _SIGNATURE_MM = (210, 297), 18, 87, 27, 22
_EM_SPACE = "\u2003"
_ISLAND = re.compile("(\u2066[^\u2066-\u2069]*\u2069)")
_STYLES = ("Normal", "Heading1", "Heading2", "DefaultParagraphFont", "TableNormal", "NoList", "Header", "Footer")
"""Styles that the paper uses; the template of python-docx brings some 160 more."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first instant that a zip entry can bear."""

_AFTER_BIDI = tuple(
    f"w:{name}"
    for name in (
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
        *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr"),
    )
)
"""What follows `w:bidi` within `w:pPr`."""


def original_docx(paper: Paper, original: Original) -> bytes:
    """Return the original of a party as DOCX; the same original is the same bytes."""
    found = laid(paper, original)
    document: Any = Document()
    _describe(document, found)
    _margins(document, found)
    for place, sheet in enumerate(found.sheets):
        if place:
            document.add_page_break()
        _sheet(document, sheet)
    if found.places:
        _signatures(document, found)
    raw = io.BytesIO()
    document.save(raw)
    return normalised(raw.getvalue())


def normalised(archive: bytes) -> bytes:
    """Return a zip with the same entries, sorted, without times and uncompressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as write:
        # [Content_Types].xml opens the package, as every reader expects; `[` sorts before all letters.
        for name in sorted(read.namelist()):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 3  # Unix, whatever the machine
            entry.external_attr = 0o644 << 16
            write.writestr(entry, read.read(name))
    return out.getvalue()


def _describe(document: Any, found: Laid) -> None:
    said = document.core_properties
    day = datetime.combine(found.dated, time(), UTC)
    said.title, said.identifier, said.language = found.title, found.reference, found.language
    said.author = said.comments = said.last_modified_by = said.keywords = ""
    said.created = said.modified = day
    for part, unused in ((document.part.package, "/thumbnail"), (document.part, "/stylesWithEffects")):
        for key in [key for key, relation in part.rels.items() if relation.reltype.endswith(unused)]:
            del part.rels[key]  # of the template, not of this paper
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _STYLES:
            styles.remove(style)


def _margins(document: Any, found: Laid) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(side) for side in _A4_MM)
    section.left_margin = section.right_margin = Mm(_MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(_MARGIN_MM + 4)
    head = section.header.paragraphs[0]
    _run(head, f"{found.reference}{_EM_SPACE}", "en", size_pt=_SMALL_PT, colour=_QUIET)
    _text(head, found.mark, "en", bold=True, size_pt=_SMALL_PT, colour=_WARNING)
    _text(head, f"{_EM_SPACE}{found.level}", "en", size_pt=_SMALL_PT, colour=_QUIET)
    foot = section.footer.paragraphs[0]
    for language, kept in found.kept_by:
        _text(foot, kept, language, size_pt=_SMALL_PT, colour=_QUIET)
        _run(foot, f"{_EM_SPACE}\u00b7{_EM_SPACE}", "en", size_pt=_SMALL_PT, colour=_QUIET)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)


def _sheet(document: Any, sheet: tuple[Column, Column]) -> None:
    table = document.add_table(rows=0, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(_line_between())
    cells = _row(table)
    for cell, column in zip(cells, sheet, strict=True):
        title = _paragraph(cell.paragraphs[0], column.language, "Heading 1", after_pt=2)
        _text(title, column.title, column.locale, bold=True, size_pt=_TITLE_PT, colour=_INK)
        between = _paragraph(cell.add_paragraph(), column.language, after_pt=6)
        _text(between, column.between, column.locale, size_pt=_TEXT_PT, colour=_QUIET)
    for pair in zip(sheet[0].passages, sheet[1].passages, strict=True):
        for cell, column, passage in zip(_row(table), sheet, pair, strict=True):
            _passage(cell, passage, column)


def _row(table: Any) -> Any:
    cells = table.add_row().cells
    for cell in cells:
        cell.width = Mm(_COLUMN_MM)
    return cells


def _line_between() -> Any:
    borders, line = OxmlElement("w:tblBorders"), OxmlElement("w:insideV")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "B3B3B3")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    return borders


def _passage(cell: Any, passage: Passage, column: Column) -> None:
    first, locale = cell.paragraphs[0], column.locale
    if isinstance(passage, Facts):
        for place, (name, value) in enumerate(passage.rows):
            line = _paragraph(first if not place else cell.add_paragraph(), column.language, after_pt=1)
            line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Mm(_LABEL_MM), Mm(-_LABEL_MM)
            _text(line, f"{name}\t", locale, colour=_QUIET)
            _text(line, value, locale)
        return
    is_heading = isinstance(passage, Heading)
    line = _paragraph(first, column.language, "Heading 2" if is_heading else "Normal", after_pt=3)
    size_pt = _HEADING_PT if is_heading else _TEXT_PT
    if passage.number:
        _text(line, passage.number, locale, bold=True, size_pt=size_pt, colour=_INK)
        _run(line, _EM_SPACE, locale, size_pt=size_pt)
    bold = isinstance(passage, Heading) or passage.strong
    line.paragraph_format.keep_with_next = bold
    _text(line, passage.text, locale, bold=bold, size_pt=size_pt, colour=_INK if is_heading else "")


def _signatures(document: Any, found: Laid) -> None:
    _paragraph(document.add_paragraph(), "en", after_pt=18)
    table = document.add_table(rows=0, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, place in zip(_row(table), found.places, strict=True):
        cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM  # both lines at one height, however many names stand above
        for number, (language, name) in enumerate(place.names):
            line = _paragraph(cell.add_paragraph() if number else cell.paragraphs[0], language, after_pt=1)
            if language in RIGHT_TO_LEFT:
                line.alignment = WD_ALIGN_PARAGRAPH.RIGHT  # its end: the left edge, where the line begins
            _text(line, name, f"{language}-{place.party}", bold=True)
        rule = _paragraph(cell.add_paragraph(), "en", after_pt=0)
        rule.paragraph_format.space_before = Mm(_SIGNATURE_MM)
        _run(rule, "_" * 36, "en", colour=_INK)


def _paragraph(paragraph: Any, language: str, style: str = "Normal", *, after_pt: float) -> Any:
    """Return a paragraph with the direction of its language; `w:bidi` makes its beginning the right edge."""
    paragraph.style = style
    form = paragraph.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(after_pt), 1.0
    if language in RIGHT_TO_LEFT:
        paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
    return paragraph


def _text(paragraph: Any, text: str, locale: str, **look: Any) -> None:
    """Write a text as runs, each value a run of its own that no line parts and that reads from left to right."""
    for place, piece in enumerate(_ISLAND.split(written.with_islands(text))):
        if piece:
            _run(paragraph, piece if place % 2 else written.plain(piece), locale, is_value=bool(place % 2), **look)


def _run(
    paragraph: Any,
    text: str,
    locale: str,
    *,
    bold: bool = False,
    size_pt: float = _TEXT_PT,
    colour: str = "",
    is_value: bool = False,
) -> None:
    to_left = locale.partition("-")[0] in RIGHT_TO_LEFT
    fonts = {f"w:{name}": _FONT for name in ("ascii", "hAnsi", "cs")}
    half_points = str(round(size_pt * 2))
    properties: list[tuple[str, dict[str, str]]] = [("w:rFonts", fonts)]
    properties += [("w:b", {}), ("w:bCs", {})] if bold else []
    properties += [("w:color", {"w:val": colour})] if colour else []
    properties += [("w:sz", {"w:val": half_points}), ("w:szCs", {"w:val": half_points})]
    properties += [("w:rtl", {})] if to_left and not is_value else []
    properties += [("w:lang", {"w:bidi" if to_left else "w:val": locale})]
    run = paragraph.add_run()
    kept = run._r.get_or_add_rPr()
    for name, attributes in properties:
        element = OxmlElement(name)
        for key, value in attributes.items():
            element.set(qn(key), value)
        kept.append(element)
    pieces = (text if to_left else written.plain(text)).split("-") if is_value else [text]
    for place, piece in enumerate(pieces):
        if place:
            run._r.append(OxmlElement("w:noBreakHyphen"))
        run.add_text(piece)
