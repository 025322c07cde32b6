"""Coarsen instants to the start of a fixed period, in integers. Units: milliseconds since 1970."""

from typing import Any

import numpy as np
import pyarrow as pa

from comity.agreement import Rule, Sentence, duration
from comity.exchange.transforms.shape import Transform, with_columns
from comity.ground import MS_PER_S, InvalidInput, Kind, Record, floor_to


def coarsen_time(record: Record, kind: Kind, rule: Rule) -> dict[str, Any]:
    """Return the record with every instant at the start of its period; a period of 0 keeps them exact."""
    step_ms = rule.time_bucket_s * MS_PER_S
    coarse = dict(record)
    for name in kind.with_role("instant"):
        if coarse.get(name) is not None:
            coarse[name] = _floored(coarse[name], step_ms, name)
    return coarse


def coarsen_times(table: pa.Table, kind: Kind, rule: Rule) -> pa.Table:
    """Return the table with every instant at the start of its period, as `coarsen_time` does for one record."""
    step_ms = rule.time_bucket_s * MS_PER_S

    def floored(column: pa.Array, name: str) -> pa.Array:
        if column.type != pa.int64():
            raise _not_instants(name)
        instants_ms = np.asarray(column.fill_null(0))
        coarse_ms = instants_ms - instants_ms % step_ms if step_ms else instants_ms
        return pa.array(coarse_ms, mask=np.asarray(column.is_null()))

    return with_columns(table, kind.with_role("instant"), floored)


def _said(rule: Rule) -> Sentence | None:
    return Sentence("exchange-step-time", duration(rule.time_bucket_s)) if rule.time_bucket_s else None


COARSEN_TIME = Transform(coarsen_time, coarsen_times, _said)


def _floored(value: Any, step_ms: int, column: str) -> Any:
    if type(value) is int:
        return floor_to(value, step_ms)
    if type(value) is list:
        return [_floored(each, step_ms, column) for each in value]
    raise _not_instants(column)


def _not_instants(column: str) -> InvalidInput:
    return InvalidInput(
        "exchange.not_instants",
        "The column {column} does not hold instants.",
        why="instants are integer milliseconds since 1970, or lists of them",
        remedy="write it so; a value of another form could not be coarsened, and does not leave",
        column=column,
    )
