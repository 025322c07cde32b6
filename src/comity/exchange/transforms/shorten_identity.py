"""Shorten identities to their first characters, such as an MMSI to the three digits of its flag."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from comity.agreement import Rule, Sentence
from comity.exchange.transforms.shape import Transform, with_columns
from comity.ground import InvalidInput, Kind, Record


def shorten_identity(record: Record, kind: Kind, rule: Rule) -> dict[str, Any]:
    """Return the record with identities cut to the rule's number of characters, as text; 0 keeps them whole."""
    short = dict(record)
    if rule.identity_digits:
        for name in kind.with_role("identity"):
            if short.get(name) is not None:
                short[name] = _cut(short[name], rule.identity_digits)
    return short


def shorten_identities(table: pa.Table, kind: Kind, rule: Rule) -> pa.Table:
    """Return the table with identities cut, as `shorten_identity` does for one record."""
    if not rule.identity_digits:
        return table

    def cut(column: pa.Array, name: str) -> pa.Array:
        if not (pa.types.is_integer(column.type) or pa.types.is_string(column.type)):
            raise InvalidInput(
                "exchange.not_identities",
                "The column {column} does not hold identities.",
                why="in a table, identities are whole numbers or text; nothing else can be shortened",
                remedy="write it so, or ask about the items one by one",
                column=name,
            )
        return pc.utf8_slice_codeunits(column.cast(pa.string()), 0, rule.identity_digits)

    return with_columns(table, kind.with_role("identity"), cut)


def _said(rule: Rule) -> Sentence | None:
    return Sentence("exchange-step-identity", {"digits": str(rule.identity_digits)}) if rule.identity_digits else None


SHORTEN_IDENTITY = Transform(shorten_identity, shorten_identities, _said)


def _cut(value: Any, digits: int) -> Any:
    if type(value) is list:
        return [_cut(each, digits) for each in value]
    return str(value)[:digits]
