"""One table of a case file, read strictly: every key is known, of its type and within its range.

A table is a mapping that TOML or JSON gave; errors name the table and the key as the officer wrote them.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.ground import InvalidInput, ms_of, parse_instant

MAX_WEIGHT = 1e6
MIN_WEIGHT = 1e-6


@dataclass(frozen=True)
class Table:
    """A table of the case file: its name as it is written (`[run]`, `[[scenario]] 2`) and its entries."""

    name: str
    entries: Mapping[str, Any]

    def check_keys(self, known: Collection[str], required: Collection[str] = ()) -> None:
        """Raise `InvalidInput` for a key that is not known (`source` always is), or that is required and absent."""
        if "source" in self.entries and "source" not in known:
            self.text("source")
        for key in self.entries:
            if key not in known and key != "source":
                raise InvalidInput(
                    "rescue.unknown_key",
                    "{table} has a key {key} that does not exist.",
                    why="a misspelt key would silently fall back to its default",
                    remedy="use one of: {known}",
                    table=self.name,
                    key=str(key),
                    known=", ".join(sorted(known)),
                )
        for key in required:
            if key not in self.entries:
                raise InvalidInput(
                    "rescue.missing_key",
                    "{table} lacks the key {key}.",
                    why="it has no default",
                    remedy="add {key} to {table}",
                    table=self.name,
                    key=key,
                )

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """Return a finite number from `low` to `high`."""
        return self.number_of(key, self._get(key, default), low, high)

    def count(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number from `low` to `high`."""
        value = self._get(key, default)
        if type(value) is not int:
            raise self._wrong_number(key, value)
        return int(self.number_of(key, value, low, high))

    def number_of(self, key: str, value: Any, low: float, high: float) -> float:
        """Return a value of a key as a finite number from `low` to `high`."""
        if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
            raise self._wrong_number(key, value)
        if not low <= value <= high:
            raise InvalidInput(
                "rescue.out_of_range",
                "{key} in {table} is {value}.",
                why="it must lie between {low} and {high}",
                remedy="correct {key}",
                table=self.name,
                key=key,
                value=f"{value:g}",
                low=f"{low:g}",
                high=f"{high:g}",
            )
        return float(value)

    def weight(self) -> float:
        """Return the weight of an entry among its fellows."""
        return self.number("weight", MIN_WEIGHT, MAX_WEIGHT, default=1.0)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text."""
        value = self._get(key, default)
        if not isinstance(value, str):
            raise self._wrong_text(key, value)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts that is not empty; a single text counts as a list of one."""
        value = self._get(key, None)
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not items or not all(isinstance(item, str) and item for item in items):
            raise self._wrong_text(key, value)
        return tuple(items)

    def choice(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        """Return one of the choices."""
        value = self._get(key, default)
        if value not in choices:
            raise InvalidInput(
                "rescue.not_a_choice",
                "{key} in {table} is {value}.",
                why="there is no such choice",
                remedy="use one of: {choices}",
                table=self.name,
                key=key,
                value=repr(value),
                choices=", ".join(choices),
            )
        return str(value)

    def instant_ms(self, key: str) -> int:
        """Return an instant: a TOML date and time with its zone, or RFC 3339 text."""
        return self.instant_of(key, self._get(key, None))

    def instant_of(self, key: str, value: Any) -> int:
        """Return a value of a key as an instant."""
        if isinstance(value, datetime):
            return ms_of(value)
        if isinstance(value, str):
            return parse_instant(value)
        raise InvalidInput(
            "rescue.not_an_instant",
            "{key} in {table} is {value}, which is not an instant.",
            why="a case needs a date, a time and a zone",
            remedy="write it in UTC with a final Z, such as 2008-08-06T09:51:00Z",
            table=self.name,
            key=key,
            value=repr(value),
        )

    def pair(self, key: str) -> tuple[Any, Any]:
        """Return the two values of a key that holds a first and a last one."""
        value = self._get(key, None)
        if not isinstance(value, list) or len(value) != 2:
            raise InvalidInput(
                "rescue.not_a_pair",
                "{key} in {table} is {value}.",
                why="it must hold two values, the first and the last",
                remedy="write {key} = [first, last]",
                table=self.name,
                key=key,
                value=repr(value),
            )
        return value[0], value[1]

    def numbers(self, key: str, low: float, high: float) -> tuple[float, float]:
        """Return a pair of numbers from `low` to `high`."""
        first, last = self.pair(key)
        return self.number_of(key, first, low, high), self.number_of(key, last, low, high)

    def _get(self, key: str, default: Any) -> Any:
        return self.entries.get(key, default)

    def _wrong_number(self, key: str, value: Any) -> InvalidInput:
        return InvalidInput(
            "rescue.not_a_number",
            "{key} in {table} is {value}.",
            why="it must be a number, and a whole one where something is counted",
            remedy="write {key} as a plain number, without unit or quotation marks",
            table=self.name,
            key=key,
            value=repr(value),
        )

    def _wrong_text(self, key: str, value: Any) -> InvalidInput:
        return InvalidInput(
            "rescue.not_text",
            "{key} in {table} is {value}.",
            why="it must be text, and not empty where files are listed",
            remedy="write {key} between quotation marks",
            table=self.name,
            key=key,
            value=repr(value),
        )


def table_of(document: Mapping[str, Any], key: str, name: str | None = None) -> Table:
    """Return the table that stands under a key."""
    value = document[key]
    if not isinstance(value, Mapping):
        raise _not_a_table(key)
    return Table(name or f"[{key}]", value)


def tables_of(document: Mapping[str, Any], key: str, *, least: int, within: str = "") -> list[Table]:
    """Return the tables of a list under a key, `least` of them or more; `within` names the table that holds them."""
    value = document.get(key, [])
    if not isinstance(value, list) or len(value) < least or not all(isinstance(item, Mapping) for item in value):
        raise _not_a_table(key)
    name = f"{key} {{}} of {within}" if within else f"[[{key}]] {{}}"
    return [Table(name.format(number), item) for number, item in enumerate(value, start=1)]


def _not_a_table(key: str) -> InvalidInput:
    return InvalidInput(
        "rescue.not_a_table",
        "{key} in the case file is not a table.",
        why="objects, scenarios and units are lists of tables with at least one of each that a case needs",
        remedy="write [{key}] or [[{key}]] on a line of its own, and its keys below",
        key=key,
    )
