"""The audit on paper: every page numbered and marked, every code readable, the same bytes for the same data."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from comity.files.paper import audit_csv, audit_pdf
from comity.files.words import words

HASH = "sha256:" + "5e" * 32


def row(position: int, **changes: Any) -> dict[str, Any]:
    return {
        "position": position,
        "at_ms": 1_790_000_000_000 + 1000 * position,
        "office": "EXAMPLE: rescue co-ordination centre",
        "office_words": "EXAMPLE: rescue co-ordination centre",
        "agreement": HASH,
        "clause": "4.3",
        "rule": "4.3/sar-live",
        "item": "rescue.case",
        "items": 3,
        "bytes": 34_567,
        "content": HASH,
        "label": "DZ-US RELEASABLE TLP:AMBER",
        "form": ["Only these fields leave: case_id.", "At once."],
        "keep_until_ms": 1_797_776_000_000,
        "leaf_hash": "bGVhZiBoYXNo",
        "received": True,
        "fate": "stands",
        "fate_words": "Stands.",
    } | changes


def report(rows: list[dict[str, Any]], *, example: bool = True) -> dict[str, Any]:
    return {
        "schema": "comity/audit/1",
        "agreement": "dz-us-mou-2025",
        "agreement_hash": "sha256:" + "ab" * 32,
        "example": example,
        "party": "DZ",
        "partner": "US",
        "origin": "dz.example/dz-us-mou-2025",
        "size": 812,
        "root": "sha256:" + "cd" * 32,
        "made_ms": 1_790_000_000_000,
        "rows": rows,
    }


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize(("language", "mark"), [("en", "EXAMPLE"), ("fr", "EXEMPLE")])
def test_every_page_bears_the_mark_and_its_number(language: str, mark: str) -> None:
    found = pages(audit_pdf(report([row(each, office_words="an office") for each in range(40)]), words(language)))
    assert len(found) > 2
    for number, text in enumerate(found, start=1):
        assert mark in text
        assert f"{number} / {len(found)}" in text


def test_a_real_agreement_bears_no_mark() -> None:
    (text,) = pages(audit_pdf(report([row(1, office_words="an office")], example=False), words("en")))
    assert "EXAMPLE" not in text


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_codes_hashes_and_instants_read_from_left_to_right_in_every_language(language: str) -> None:
    (text,) = pages(audit_pdf(report([row(17)]), words(language)))
    said = text.replace("\u200b", "").replace("\n", "")
    for code in ("4.3/sar-live", "2026-09-21T14:13:37Z", "dz.example/dz-us-mou-2025", "812", "rescue.case"):
        assert code in said, code
    assert "sha256:" + "cd" * 32 in said


def test_the_same_report_is_the_same_bytes() -> None:
    assert audit_pdf(report([row(1)]), words("ar")) == audit_pdf(report([row(1)]), words("ar"))


def test_what_stands_in_a_cell_is_set_and_never_run() -> None:
    (text,) = pages(audit_pdf(report([row(1, office_words="#panic() *a* $x$ `b` \\ @c")]), words("en")))
    assert "#panic()" in text.replace("\n", "")
    assert b"\r\n1," in audit_csv(report([row(1)]))
    assert b"'=1+1" in audit_csv(report([row(1, office="=1+1")]))


def test_an_empty_report_says_so() -> None:
    (text,) = pages(audit_pdf(report([]), words("en")))
    assert "Nothing has left." in text
