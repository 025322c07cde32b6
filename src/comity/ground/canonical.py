"""The one byte form of a signed document: RFC 8785 (JCS) in a restricted profile.

The profile: keys are ASCII lower case, digits and underscores; numbers are integers of magnitude below 2^53; no floats,
no lone surrogates; at most 32 levels. Inside it sorted `orjson` output is byte-identical to RFC 8785, and
`canonical(parse(bytes)) == bytes` refuses duplicate keys, NaN, odd escapes and stray white space in one comparison.
Source: RFC 8785; the profile is `docs/decisions/0004-canonical-profile.md`.
"""

import re
from collections.abc import Mapping
from typing import Any

import orjson

from comity.ground.errors import InvalidInput

MAX_DEPTH = 32
MAX_INTEGER = 2**53 - 1

_KEY_CHARACTERS = re.compile(r"[a-z0-9_]*")
_OPTIONS = (
    orjson.OPT_SORT_KEYS
    | orjson.OPT_STRICT_INTEGER
    | orjson.OPT_PASSTHROUGH_DATACLASS
    | orjson.OPT_PASSTHROUGH_DATETIME
    | orjson.OPT_PASSTHROUGH_SUBCLASS
)


def canonical(value: Any) -> bytes:
    """Return the canonical bytes of a JSON value, or raise `InvalidInput` when it is outside the profile.

    >>> canonical({"b": 1, "a": ["é", None, True]})
    b'{"a":["\\xc3\\xa9",null,true],"b":1}'
    """
    _check(value)
    try:
        return orjson.dumps(value, option=_OPTIONS)
    except TypeError as error:  # lone surrogates, and integers of 54 bits or more
        raise _outside("U+D800–U+DFFF" if "surrogate" in str(error) else "≥ 2^53") from None


def parse_canonical(data: bytes) -> Any:
    """Return the value whose canonical bytes these are, or raise `InvalidInput`."""
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise InvalidInput(
            "ground.not_json",
            "The bytes are not JSON.",
            why="reading them stops with: {reason}",
            remedy="ask for the file again from its author",
            reason=error.msg,
        ) from None
    if canonical(value) != data:
        raise InvalidInput(
            "ground.not_canonical",
            "The document is not in canonical form.",
            why="its bytes differ from the canonical bytes of what they say, so its hash would not be unique",
            remedy="write it again with `comity agreement hash`, which prints the canonical form's hash",
        )
    return value


def _check(value: Any) -> None:
    """Raise `InvalidInput` for what the profile does not allow; the size of integers is the writer's to check."""
    level, depth = [value], 1
    while level:
        below: list[Any] = []
        for item in level:
            kind = type(item)
            if kind is str or kind is int or kind is bool or item is None:
                continue
            if depth > MAX_DEPTH:
                raise _outside(f"[[…]] > {MAX_DEPTH}")
            if kind is dict:
                _check_keys(item)
                below += item.values()
            elif kind is list:
                below += item
            else:
                raise _outside(kind.__name__)
        level, depth = below, depth + 1


def _check_keys(item: Mapping[Any, Any]) -> None:
    try:
        if "" not in item and _KEY_CHARACTERS.fullmatch("".join(item)):
            return
    except TypeError:  # a key that is no text
        pass
    raise _outside(", ".join(f"{key!r}:" for key in item)[:80])


def _outside(found: str) -> InvalidInput:
    return InvalidInput(
        "ground.outside_profile",
        "The value has no canonical form here.",
        why="it holds {found}, which the signed profile does not allow",
        remedy="use lower-case ASCII keys, integers below 2^53 and text; write fractions as integers of a smaller unit",
        found=found,
    )
