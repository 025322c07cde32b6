"""Released contents: the form in which records travel, and how one is read again.

The form `comity/release/1` is canonical JSON: a salt (so that the hash of a short record tells nothing), the agreement,
rule, clause, purpose and label under which it travels, until when it may be kept, and the records.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from comity.exchange import Released
from comity.ground import InvalidInput, canonical, parse_canonical
from comity.rescue import KINDS

SCHEMA = "comity/release/1"
_FIELDS = {"schema", "salt", "agreement", "rule", "clause", "item", "purpose", "label", "keep_until_ms", "records"}


def content_of(
    decision: Released, records: Sequence[Mapping[str, Any]], *, item: str, purpose: str, salt: bytes
) -> bytes:
    """Return what the release check let out, as it travels: records under the rule of one decision."""
    return canonical(
        {
            "schema": SCHEMA,
            "salt": salt.hex(),
            "agreement": decision.agreement_hash,
            "rule": decision.rule.id,
            "clause": decision.clause,
            "item": item,
            "purpose": purpose,
            "label": {**asdict(decision.label), "rel_to": list(decision.label.rel_to)},
            "keep_until_ms": decision.keep_until_ms,
            "records": [dict(each) for each in records],
        }
    )


def read_content(data: bytes) -> dict[str, Any]:
    """Return a released content, or raise `InvalidInput`: canonical form, known kind, at least one record."""
    document = parse_canonical(data)
    if (
        not isinstance(document, dict)
        or set(document) != _FIELDS
        or document["schema"] != SCHEMA
        or type(document["item"]) is not str
        or document["item"] not in KINDS
        or not isinstance(document["records"], list)
        or not document["records"]
        or not all(isinstance(record, dict) for record in document["records"])
    ):
        raise InvalidInput(
            "node.content_unreadable",
            "What arrived cannot be read.",
            why="it is not a content of the form {schema}",
            remedy="ask the partner's operator which version of Comity wrote it",
            schema=SCHEMA,
        )
    for record in document["records"]:
        KINDS[document["item"]].check(record)
    return document


def records_of(path: Path) -> list[dict[str, Any]]:
    """Return the records of a kept content; none where it was erased."""
    if not path.is_file():
        return []
    records: list[dict[str, Any]] = read_content(path.read_bytes())["records"]
    return records
