r"""The parts of which our JSON Schemas are made: no property that is not named is allowed anywhere.

A pattern ends in `$(?!\n)`: Python's `$` alone would let a last line break through.
Units stand in the names of properties: seconds, milli-degrees, micro-degrees; dates `YYYY-MM-DD`; instants RFC 3339.
"""

from typing import Any

CLAUSE_ID = {"type": "string", "pattern": r"^[1-9][0-9]?(\.[1-9][0-9]?)?$(?!\n)"}
ID = {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)", "maxLength": 64}
WORD = {"type": "string", "pattern": r"^[a-z][a-z0-9_]*$(?!\n)", "maxLength": 64}
KIND = {"type": "string", "pattern": r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$(?!\n)", "maxLength": 64}
PARTY = {"type": "string", "pattern": r"^[A-Z]{2}$(?!\n)"}
HASH = {"type": "string", "pattern": r"^sha256:[0-9a-f]{64}$(?!\n)"}
DATE = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$(?!\n)"}
INSTANT = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$(?!\n)"}
LOG_NAME = {"type": "string", "pattern": r"^[a-z0-9.-]+(/[a-z0-9.-]+)+$(?!\n)", "maxLength": 128}
CAVEAT = {"type": "string", "pattern": r"^[A-Z][A-Z0-9_]*$(?!\n)", "maxLength": 64}


def closed(**properties: Any) -> dict[str, Any]:
    """Return the form of an object with exactly these properties."""
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def optional(properties: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return the form with some of its properties allowed to be left out."""
    return {**properties, "required": [each for each in properties["required"] if each not in names]}


def list_of(items: dict[str, Any], *, least: int = 0, most: int = 256) -> dict[str, Any]:
    """Return the form of a list without doubles."""
    return {"type": "array", "items": items, "minItems": least, "maxItems": most, "uniqueItems": True}


def whole(least: int, most: int) -> dict[str, Any]:
    """Return the form of a whole number between two bounds, both included."""
    return {"type": "integer", "minimum": least, "maximum": most}


def text_of(most: int) -> dict[str, Any]:
    """Return the form of a wording in the three languages."""
    words = {"type": "string", "minLength": 1, "maxLength": most}
    return closed(ar=words, en=words, fr=words)
