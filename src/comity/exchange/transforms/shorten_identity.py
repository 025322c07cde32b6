"""Shorten identities to their first characters, such as an MMSI to the three digits of its flag."""

from typing import Any

from comity.agreement import Rule
from comity.ground import Kind, Record


def shorten_identity(record: Record, kind: Kind, rule: Rule) -> dict[str, Any]:
    """Return the record with identities cut to the rule's number of characters, as text; 0 keeps them whole."""
    if not rule.identity_digits:
        return dict(record)
    short = dict(record)
    for column in kind.columns:
        if column.role == "identity" and short.get(column.name) is not None:
            short[column.name] = _cut(short[column.name], rule.identity_digits)
    return short


def _cut(value: Any, digits: int) -> Any:
    if type(value) is list:
        return [_cut(each, digits) for each in value]
    return str(value)[:digits]
