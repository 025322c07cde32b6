"""Item files: one record with its marks and the question that is asked of the release check (`comity/item/1`)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from comity.agreement import check_schema
from comity.exchange import Item
from comity.ground import InvalidInput, canonical, parse_instant

_WORDS = {"type": "string", "minLength": 1, "maxLength": 64}

ITEM_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/item/1",
    "type": "object",
    "properties": {
        "schema": {"const": "comity/item/1"},
        "example": {"type": "boolean"},
        "kind": _WORDS,
        "domain": _WORDS,
        "from": _WORDS,
        "to": _WORDS,
        "purpose": _WORDS,
        "event": _WORDS,
        "caveats": {"type": "array", "items": _WORDS, "uniqueItems": True},
        "record": {"type": "object"},
    },
    "required": ["schema", "example", "kind", "domain", "from", "to", "purpose", "event", "caveats", "record"],
    "additionalProperties": False,
}
"""The schema of an item file; `event` is an RFC 3339 instant."""


@dataclass(frozen=True)
class Question:
    """An item, and to whom and for what it would go."""

    item: Item
    to: str
    purpose: str
    example: bool


def read_item_file(path: Path) -> Question:
    """Read an item file and check its form; the record must be inside the canonical profile."""
    try:
        document = orjson.loads(path.read_bytes())
    except OSError as error:
        raise _unreadable(path, error.strerror or "it cannot be opened") from None
    except orjson.JSONDecodeError as error:
        raise _unreadable(path, error.msg) from None
    check_schema(document, ITEM_SCHEMA)
    canonical(document["record"])
    item = Item(
        kind=document["kind"],
        domain=document["domain"],
        from_party=document["from"],
        event_ms=parse_instant(document["event"]),
        record=document["record"],
        caveats=frozenset(document["caveats"]),
    )
    return Question(item, document["to"], document["purpose"], document["example"])


def _unreadable(path: Path, reason: str) -> InvalidInput:
    return InvalidInput(
        "files.item_unreadable",
        "The item {file} cannot be read.",
        why="reading it stops with: {reason}",
        remedy="check its name and that it is JSON",
        file=path.name,
        reason=reason,
    )
