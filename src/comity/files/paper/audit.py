"""The audit report on paper: what left, under which clause, in which form, with the proof of every line.

In goes a document `comity/audit/1` as the house API gives it, in the reader's language. Instants are milliseconds since
1970 in it, and UTC to the second on paper.
"""

from collections.abc import Mapping
from typing import Any

from comity.files.agreements import EXAMPLE_MARKS
from comity.files.cells import csv_bytes
from comity.files.words import Words
from comity.ground import instant_text

COLUMNS = (
    "position",
    "at",
    "clause",
    "rule",
    "item",
    "items",
    "bytes",
    "form",
    "label",
    "office",
    "keep_until",
    "fate",
    "received",
    "content",
    "agreement",
    "leaf_hash",
)
"""Columns of the table as CSV."""

_HEADS = ("position", "at", "clause", "item", "form", "office", "fate", "proof")
"""Columns on paper; several facts share one."""


def audit_csv(report: Mapping[str, Any]) -> bytes:
    """Return the lines of a report as CSV: one for each release, oldest first."""
    rows = [
        {
            **row,
            "at": instant_text(row["at_ms"]),
            "keep_until": instant_text(row["keep_until_ms"]),
            "form": " ".join(row["form"]),
        }
        for row in report["rows"]
    ]
    return csv_bytes(rows, COLUMNS)


def audit_pdf(report: Mapping[str, Any], words: Words) -> bytes:
    """Return a report as PDF: pages numbered, the mark of an example on each, the proved head on the first."""
    from comity.files.paper.typesetting import typeset  # with its fonts: nobody loads it who makes no paper

    return typeset(
        "audit.typ",
        {
            "language": words.language,
            "mark": EXAMPLE_MARKS[words.language] if report["example"] else "",
            "title": words.say("files-audit-title"),
            "page_of": words.say("files-audit-page-of"),
            "lead": words.say("files-audit-lead", party=report["party"], partner=report["partner"]),
            "facts": [
                [words.say(f"files-audit-{name}"), value]
                for name, value in (
                    ("agreement", report["agreement"]),
                    ("hash", report["agreement_hash"]),
                    ("origin", report["origin"]),
                    ("size", str(report["size"])),
                    ("root", report["root"]),
                    ("made", instant_text(report["made_ms"])),
                )
            ],
            "proof_says": words.say("files-audit-proof-says"),
            "none": words.say("files-audit-none"),
            "heads": [words.say(f"files-audit-head-{name}") for name in _HEADS],
            "rows": [_row(row, words) for row in report["rows"]],
        },
    )


def _row(row: Mapping[str, Any], words: Words) -> dict[str, Any]:
    received = words.say("files-audit-received" if row["received"] else "files-audit-not-received")
    return {
        "position": str(row["position"]),
        "at": instant_text(row["at_ms"]),
        "clause": row["clause"],
        "rule": row["rule"],
        "item": row["item"],
        "size": words.say("files-audit-amount", items=row["items"], bytes=str(row["bytes"])),
        "form": row["form"],
        "label": row["label"] or "",
        "office": row["office_words"],
        "fate": row["fate_words"],
        "received": received,
        "content": row["content"],
        "leaf": row["leaf_hash"],
    }
