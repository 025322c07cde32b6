"""Strip every column that the rule does not keep."""

from typing import Any

from comity.agreement import Rule
from comity.ground import Kind, Record


def keep_fields(record: Record, _kind: Kind, rule: Rule) -> dict[str, Any]:
    """Return the record with the columns of the rule's keep list only."""
    return {name: record[name] for name in rule.keep if name in record}
