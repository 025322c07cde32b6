"""What a field room's records are made of: columns and the role of each.

A room describes its records in its `kinds.py`; that is all the release gate needs to coarsen any position or instant.
Positions in records are pairs `[lon_udeg, lat_udeg]` of integer micro-degrees (GeoJSON axis order), or lists of such
pairs at any depth, so that latitude and longitude always move together. Instants are integer milliseconds.
There is no role for a person, on purpose.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from comity.ground.errors import InvalidInput

Role = Literal["identity", "position", "instant", "measure", "text"]
Record = Mapping[str, Any]
"""One item: column name to a value of the canonical profile."""


@dataclass(frozen=True)
class Column:
    """A column: its name (unit last), its role, and what it holds in one sentence."""

    name: str
    role: Role
    about: str


@dataclass(frozen=True)
class Kind:
    """A kind of record, such as `rescue.case`."""

    name: str
    columns: tuple[Column, ...]

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(each.name for each in self.columns)

    @cached_property
    def _by_role(self) -> dict[Role, tuple[str, ...]]:
        found: dict[Role, list[str]] = {}
        for each in self.columns:
            found.setdefault(each.role, []).append(each.name)
        return {role: tuple(names) for role, names in found.items()}

    def with_role(self, role: Role) -> tuple[str, ...]:
        """Return the names of the columns of one role, in the kind's order."""
        return self._by_role.get(role, ())

    def role_of(self, column: str) -> Role:
        """Return the role of a column, or raise `KeyError` for a column that the kind does not have."""
        return next(each.role for each in self.columns if each.name == column)

    def check(self, record: Record) -> None:
        """Raise `InvalidInput` when a record carries a column that its kind does not describe."""
        if record.keys() <= self._names:
            return
        for name in record:
            if name not in self._names:
                raise InvalidInput(
                    "ground.unknown_column",
                    "A record of kind {kind} carries the column {column!r}.",
                    why="the kind does not describe it, so no release rule could coarsen or strip it",
                    remedy="use one of: {columns}",
                    kind=self.name,
                    column=name,
                    columns=", ".join(sorted(self._names)),
                )
