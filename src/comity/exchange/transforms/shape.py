"""What a transform is made of, and how it changes one column of a table of records."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from comity.agreement import Rule, Sentence
from comity.ground import Kind, Record


@dataclass(frozen=True)
class Transform:
    """The same change for one record and for a table of them, and what it does under a rule in words (None: nothing).

    Columns of a table: positions are fixed-size lists of two 64-bit integers (longitude, latitude, micro-degrees),
    instants 64-bit integers, identities integers or text; a missing value is a null.
    """

    one: Callable[[Record, Kind, Rule], dict[str, Any]]
    many: Callable[[pa.Table, Kind, Rule], pa.Table]
    said: Callable[[Rule], Sentence | None]


def with_columns(table: pa.Table, names: Sequence[str], change: Callable[[pa.Array, str], pa.Array]) -> pa.Table:
    """Return the table with those of the named columns that it has put through a change."""
    for name in names:
        place = table.schema.get_field_index(name)
        if place >= 0:
            table = table.set_column(place, name, change(table.column(place).combine_chunks(), name))
    return table
