"""Coarsen instants to the start of a fixed period, in integers. Units: milliseconds since 1970."""

from typing import Any

from comity.agreement import Rule
from comity.ground import MS_PER_S, InvalidInput, Kind, Record, floor_to


def coarsen_time(record: Record, kind: Kind, rule: Rule) -> dict[str, Any]:
    """Return the record with every instant at the start of its period; a period of 0 keeps them exact."""
    step_ms = rule.time_bucket_s * MS_PER_S
    coarse = dict(record)
    for column in kind.columns:
        if column.role == "instant" and coarse.get(column.name) is not None:
            coarse[column.name] = _floored(coarse[column.name], step_ms, column.name)
    return coarse


def _floored(value: Any, step_ms: int, column: str) -> Any:
    if type(value) is int:
        return floor_to(value, step_ms)
    if type(value) is list:
        return [_floored(each, step_ms, column) for each in value]
    raise InvalidInput(
        "exchange.not_instants",
        "The column {column} does not hold instants.",
        why="instants are integer milliseconds since 1970, or lists of them",
        remedy="write it so; a value of another form could not be coarsened, and does not leave",
        column=column,
    )
