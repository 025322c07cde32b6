"""The JSON Schemas (2020-12) of an agreement and of a decision, as Python literals.

Schema ids: `comity/agreement/1`, `comity/decision/1`. No property that is not named here is allowed anywhere.
Units are in the names: seconds, milli-degrees, micro-degrees; dates `YYYY-MM-DD`; instants RFC 3339 in UTC.
"""

from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from comity.agreement.release_rules import NEVER, PURPOSES
from comity.ground import InvalidInput

_CLAUSE_ID = {"type": "string", "pattern": r"^[1-9][0-9]?(\.[1-9][0-9]?)?$"}
_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64}
_WORD = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$", "maxLength": 64}
_KIND = {"type": "string", "pattern": r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", "maxLength": 64}
_PARTY = {"type": "string", "pattern": "^[A-Z]{2}$"}
_HASH = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}
_DATE = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_INSTANT = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"}
_LOG_NAME = {"type": "string", "pattern": "^[a-z0-9.-]+(/[a-z0-9.-]+)+$", "maxLength": 128}
_CAVEAT = {"type": "string", "pattern": "^[A-Z][A-Z0-9_]*$", "maxLength": 64}
_NATURES = ["purpose", "limit", "organisation", "exchange", "activity", "protection", "final"]


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def _optional(properties: dict[str, Any], *names: str) -> dict[str, Any]:
    return {**properties, "required": [each for each in properties["required"] if each not in names]}


def _list(items: dict[str, Any], *, least: int = 0, most: int = 256) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "maxItems": most, "uniqueItems": True}


def _whole(least: int, most: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": least, "maximum": most}


def _text(most: int) -> dict[str, Any]:
    words = {"type": "string", "minLength": 1, "maxLength": most}
    return _object(ar=words, en=words, fr=words)


_TITLE = _text(200)
_POSITION = {
    "type": "array",
    "prefixItems": [_whole(-180_000_000, 180_000_000), _whole(-90_000_000, 90_000_000)],
    "items": False,
    "minItems": 2,
}
_RING = {"type": "array", "items": _POSITION, "minItems": 4, "maxItems": 2000}
_POLYGON = {"type": "array", "items": _RING, "minItems": 1, "maxItems": 16}
_GEOMETRY = {
    "oneOf": [
        _object(type={"const": "Polygon"}, coordinates=_POLYGON),
        _object(
            type={"const": "MultiPolygon"},
            coordinates={"type": "array", "items": _POLYGON, "minItems": 1, "maxItems": 16},
        ),
    ]
}
_CLAUSE = _optional(
    _object(
        id=_CLAUSE_ID,
        title=_TITLE,
        nature={"enum": _NATURES},
        starts={"enum": ["with_agreement", "by_decision"]},
        group=_ID,
        domains=_list(_WORD),
        kinds=_list(_KIND),
        areas=_list(_ID),
    ),
    "group",
)
_LABEL = _object(
    policy={"type": "string", "pattern": "^[A-Z]{2}-[A-Z]{2}$"},
    classification={"enum": ["UNCLASSIFIED", "RELEASABLE", "RESTRICTED"]},
    rel_to=_list(_PARTY, least=1, most=2),
    tlp={"enum": ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"]},
)
_RULE: dict[str, Any] = _optional(
    {
        **_object(
            id={"type": "string", "pattern": r"^[1-9][0-9]?(\.[1-9][0-9]?)?/[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64},
            clause=_CLAUSE_ID,
            item=_KIND,
            domain=_WORD,
            **{"from": _list(_PARTY, least=1, most=2)},
            to=_list(_PARTY, least=1, most=2),
            purposes=_list({"enum": list(PURPOSES)}, least=1),
            keep=_list(_WORD, least=1),
            delay_s=_whole(0, 10 * 31_536_000),
            grid_mdeg=_whole(0, 10_000),
            time_bucket_s=_whole(0, 31_536_000),
            identity_digits=_whole(0, 64),
            area=_ID,
            forbid_caveats=_list(_CAVEAT),
            label=_LABEL,
            approve={"enum": ["auto", "one-officer", "two-officers"]},
            until=_INSTANT,
            keep_for_s=_whole(1, 10 * 31_536_000),
        )
    },
    "area",
)

AGREEMENT_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/agreement/1",
    **_object(
        schema={"const": "comity/agreement/1"},
        fold={"const": 1},
        example={"type": "boolean"},
        id=_ID,
        title=_TITLE,
        texts=_object(ar=_HASH, en=_HASH, fr=_HASH),
        relations=_list(
            _optional(
                _object(
                    kind={"enum": ["follows", "parallel_to", "supersedes", "under"]},
                    agreement=_ID,
                    hash=_HASH,
                ),
                "hash",
            )
        ),
        signed=_DATE,
        in_force=_DATE,
        parties=_list(_object(id=_PARTY, name=_TITLE, origin=_LOG_NAME, mirror=_LOG_NAME), least=2, most=2),
        domains=_list(_object(id=_WORD, title=_TITLE), least=1),
        groups=_list(_object(id=_ID, title=_TITLE, domains=_list(_WORD, least=1)), least=1),
        kinds=_list(_object(id=_KIND, title=_TITLE)),
        areas=_list(_object(id=_ID, title=_TITLE, geometry_udeg=_GEOMETRY)),
        clauses=_list(_CLAUSE, least=1),
        rules=_list(_RULE),
        limits=_object(
            never=_list({"enum": list(NEVER)}, least=len(NEVER)),
            never_clause=_CLAUSE_ID,
            default_clause=_CLAUSE_ID,
            entry_bytes=_whole(1024, 65_535),
            blob_bytes=_whole(65_536, 2**30),
        ),
        termination=_object(clause=_CLAUSE_ID, notice_s=_whole(0, 10 * 31_536_000), counted_from={"const": "ack"}),
        retention=_object(clause=_CLAUSE_ID, longest_s=_whole(1, 10 * 31_536_000)),
    ),
}
"""The schema of an agreement document."""

DECISION_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/decision/1",
    **_object(
        schema={"const": "comity/decision/1"},
        id=_ID,
        group=_ID,
        title=_TITLE,
        text=_text(8000),
        effects=_list(_object(kind={"const": "put_clause_to_work"}, clause=_CLAUSE_ID), least=1),
        example={"type": "boolean"},
    ),
}
"""The schema of a decision document."""


def check_schema(document: Any, schema: dict[str, Any]) -> None:
    """Raise `InvalidInput` naming the path and the rule of the schema that a document breaks; else return."""
    problem = best_match(Draft202012Validator(schema).iter_errors(document))
    if problem is None:
        return
    raise InvalidInput(
        "agreement.breaks_schema",
        "The document is not a valid {schema}: at {path} it breaks the rule `{keyword}`.",
        why="the schema's check says: {reason}",
        remedy="mend that place; the form is described in docs/reference/agreement-format.md",
        schema=schema["$id"],
        path=path_text(problem.absolute_path),
        keyword=problem.validator,
        reason=problem.message[:200],
    )


def path_text(path: Any) -> str:
    """Return a path of keys and indices as text.

    >>> path_text(["rules", 3, "clause"])
    'rules[3].clause'
    """
    text = "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in path)
    return text.lstrip(".") or "(the document)"
