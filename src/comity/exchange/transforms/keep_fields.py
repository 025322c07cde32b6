"""Strip every column that the rule does not keep, and let no field hide inside one that it keeps."""

from typing import Any

import pyarrow as pa

from comity.agreement import Rule, Sentence
from comity.exchange.transforms.shape import Transform
from comity.ground import InvalidInput, Kind, Record


def keep_fields(record: Record, kind: Kind, rule: Rule) -> dict[str, Any]:
    """Return the record with the columns of the rule's keep list only.

    A kept value is plain (text, a whole number, a truth value, nothing) or a list of such: an object would carry fields
    that no keep list names, and is `InvalidInput`.
    """
    kept = {name: record[name] for name in rule.keep if name in record}
    positions = kind.with_role("position")
    for name, value in kept.items():
        if type(value) is not str and type(value) is not int and name not in positions and not _is_plain(value):
            raise _not_plain(name)
    return kept


def keep_columns(table: pa.Table, kind: Kind, rule: Rule) -> pa.Table:
    """Return the table with the columns of the rule's keep list only, in its order."""
    kept = table.select([name for name in rule.keep if name in table.column_names])
    positions = kind.with_role("position")
    for field in kept.schema:
        if field.name not in positions and not _holds_plain(field.type):
            raise _not_plain(field.name)
    return kept


def _said(rule: Rule) -> Sentence | None:
    return Sentence("exchange-step-fields", {"columns": ", ".join(rule.keep)})


KEEP_FIELDS = Transform(keep_fields, keep_columns, _said)


def _is_plain(value: Any) -> bool:
    if type(value) is list:
        return all(_is_plain(each) for each in value)
    return value is None or type(value) in (str, int, bool)


def _holds_plain(column: pa.DataType) -> bool:
    if pa.types.is_list(column) or pa.types.is_large_list(column) or pa.types.is_fixed_size_list(column):
        return _holds_plain(column.value_type)
    kinds = (pa.types.is_string, pa.types.is_integer, pa.types.is_boolean, pa.types.is_null)
    return any(is_kind(column) for is_kind in kinds)


def _not_plain(column: str) -> InvalidInput:
    return InvalidInput(
        "exchange.not_plain",
        "The column {column} holds something else than plain values.",
        why="a rule keeps columns by name: it could neither keep nor strip a field inside one, and knows no fractions",
        remedy="write text, whole numbers, truth values or lists of them; give each field a column of its own",
        column=column,
    )
