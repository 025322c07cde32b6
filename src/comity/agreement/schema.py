"""The JSON Schemas (2020-12) of an agreement and of a decision, as Python literals.

Schema ids: `comity/agreement/1`, `comity/decision/1`. No property that is not named here is allowed anywhere.
Units are in the names: seconds, milli-degrees, micro-degrees; dates `YYYY-MM-DD`; instants RFC 3339 in UTC.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from comity.agreement.forms import (
    CAVEAT,
    CLAUSE_ID,
    DATE,
    HASH,
    ID,
    INSTANT,
    KIND,
    LOG_NAME,
    PARTY,
    WORD,
    closed,
    list_of,
    optional,
    text_of,
    whole,
)
from comity.agreement.release_rules import NEVER, PURPOSES
from comity.ground import InvalidInput

_NATURES = ["purpose", "limit", "organisation", "exchange", "activity", "protection", "final"]
_TITLE = text_of(200)
_POSITION = {
    "type": "array",
    "prefixItems": [whole(-180_000_000, 180_000_000), whole(-90_000_000, 90_000_000)],
    "items": False,
    "minItems": 2,
}
_RING = {"type": "array", "items": _POSITION, "minItems": 4, "maxItems": 2000}
_POLYGON = {"type": "array", "items": _RING, "minItems": 1, "maxItems": 16}
_GEOMETRY = {
    "oneOf": [
        closed(type={"const": "Polygon"}, coordinates=_POLYGON),
        closed(
            type={"const": "MultiPolygon"},
            coordinates={"type": "array", "items": _POLYGON, "minItems": 1, "maxItems": 16},
        ),
    ]
}
_CLAUSE = optional(
    closed(
        id=CLAUSE_ID,
        title=_TITLE,
        nature={"enum": _NATURES},
        starts={"enum": ["with_agreement", "by_decision"]},
        group=ID,
        domains=list_of(WORD),
        kinds=list_of(KIND),
        areas=list_of(ID),
    ),
    "group",
)
_LABEL = closed(
    policy={"type": "string", "pattern": r"^[A-Z]{2}-[A-Z]{2}$(?!\n)"},
    classification={"enum": ["UNCLASSIFIED", "RELEASABLE", "RESTRICTED"]},
    rel_to=list_of(PARTY, least=1, most=2),
    tlp={"enum": ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"]},
)
_RULE: dict[str, Any] = optional(
    {
        **closed(
            id={
                "type": "string",
                "pattern": r"^[1-9][0-9]?(\.[1-9][0-9]?)?/[a-z0-9]+(-[a-z0-9]+)*$(?!\n)",
                "maxLength": 64,
            },
            clause=CLAUSE_ID,
            item=KIND,
            domain=WORD,
            **{"from": list_of(PARTY, least=1, most=2)},
            to=list_of(PARTY, least=1, most=2),
            purposes=list_of({"enum": list(PURPOSES)}, least=1),
            keep=list_of(WORD, least=1),
            delay_s=whole(0, 10 * 31_536_000),
            grid_mdeg=whole(0, 10_000),
            time_bucket_s=whole(0, 31_536_000),
            identity_digits=whole(0, 64),
            area=ID,
            forbid_caveats=list_of(CAVEAT),
            label=_LABEL,
            approve={"enum": ["auto", "one-officer", "two-officers"]},
            until=INSTANT,
            keep_for_s=whole(1, 10 * 31_536_000),
            cadence_s=whole(0, 31 * 86_400),
        )
    },
    "area",
    "cadence_s",
)

AGREEMENT_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/agreement/1",
    **closed(
        schema={"const": "comity/agreement/1"},
        fold={"const": 1},
        example={"type": "boolean"},
        id=ID,
        title=_TITLE,
        texts=closed(ar=HASH, en=HASH, fr=HASH),
        relations=list_of(
            optional(
                closed(
                    kind={"enum": ["follows", "parallel_to", "supersedes", "under"]},
                    agreement=ID,
                    hash=HASH,
                ),
                "hash",
            )
        ),
        signed=DATE,
        in_force=DATE,
        parties=list_of(closed(id=PARTY, name=_TITLE, origin=LOG_NAME, mirror=LOG_NAME), least=2, most=2),
        domains=list_of(closed(id=WORD, title=_TITLE), least=1),
        groups=list_of(closed(id=ID, title=_TITLE, domains=list_of(WORD, least=1)), least=1),
        kinds=list_of(closed(id=KIND, title=_TITLE)),
        areas=list_of(closed(id=ID, title=_TITLE, geometry_udeg=_GEOMETRY)),
        clauses=list_of(_CLAUSE, least=1),
        rules=list_of(_RULE),
        limits=closed(
            never=list_of({"enum": list(NEVER)}, least=len(NEVER)),
            never_clause=CLAUSE_ID,
            default_clause=CLAUSE_ID,
            entry_bytes=whole(1024, 65_535),
            blob_bytes=whole(65_536, 2**30),
        ),
        termination=closed(clause=CLAUSE_ID, notice_s=whole(0, 10 * 31_536_000), counted_from={"const": "ack"}),
        retention=closed(clause=CLAUSE_ID, longest_s=whole(1, 10 * 31_536_000)),
    ),
}
"""The schema of an agreement document."""

DECISION_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/decision/1",
    **optional(
        closed(
            schema={"const": "comity/decision/1"},
            id=ID,
            group=ID,
            title=_TITLE,
            text=text_of(8000),
            effects=list_of(closed(kind={"const": "put_clause_to_work"}, clause=CLAUSE_ID), least=1),
            example={"type": "boolean"},
            open_until_ms=whole(0, 2**53 - 1),
        ),
        "open_until_ms",
    ),
}
"""The schema of a decision document."""


def check_schema(document: Any, schema: dict[str, Any], *, page: str = "agreement-format") -> None:
    """Raise `InvalidInput` naming the path and the rule of the schema that a document breaks; else return.

    Whoever mends a document learns of its other faults at once: `why` names each with its path, up to `TOLD_MOST`.
    `page` is the page of docs/reference that describes the form.
    """
    check = Draft202012Validator(schema)
    problem = best_match(check.iter_errors(document))
    if problem is None:
        return
    raise InvalidInput(
        "agreement.breaks_schema",
        "The document is not a valid {schema}: at {path} it breaks the rule `{keyword}`.",
        why="the schema's check says: {reason}",
        remedy="mend that place; the form is described in docs/reference/{page}.md",
        page=page,
        schema=schema["$id"],
        path=path_text(problem.absolute_path),
        keyword=problem.validator,
        reason=_reason(problem, check.iter_errors(document)),
    )


TOLD_MOST = 16
"""How many faults one refusal looks for: more are seldom read at once, and a hostile document may have a million."""


def _reason(first: ValidationError, problems: Iterable[ValidationError]) -> str:
    """Return what is wrong: the first fault as it is where it is the only one, else each with its path."""
    found = [*islice(problems, TOLD_MOST + 1)]
    inner = (best_match([each]) for each in found[:TOLD_MOST])  # of two forms that both fail, the likelier one's fault
    told = [*dict.fromkeys(f"{path_text(each.absolute_path)}: {each.message[:200]}" for each in (first, *inner))]
    if len(told) == 1:
        return str(first.message[:200])
    return "; ".join(told if len(found) <= TOLD_MOST else [*told, "…"])


def path_text(path: Any) -> str:
    """Return a path of keys and indices as text.

    >>> path_text(["rules", 3, "clause"])
    'rules[3].clause'
    """
    text = "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in path)
    return text.lstrip(".") or "(the document)"
