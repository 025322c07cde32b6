"""Coarsen positions to the south-west corner of a fixed grid, in integers.

No noise: an average over many releases would take noise away, and never takes away a floor. Units: micro-degrees.
"""

from typing import Any

import numpy as np
import pyarrow as pa

from comity.agreement import Rule, Sentence
from comity.exchange.transforms.shape import Transform, with_columns
from comity.ground import InvalidInput, Kind, Record, floor_to

UDEG_PER_MDEG = 1000
MAX_LON_UDEG = 180_000_000
MAX_LAT_UDEG = 90_000_000
POSITIONS = pa.list_(pa.int64(), 2)
"""How a table holds positions: longitude and latitude in one value, so that neither moves alone."""

_EDGE_UDEG = np.array([MAX_LON_UDEG, MAX_LAT_UDEG])


def coarsen_position(record: Record, kind: Kind, rule: Rule) -> dict[str, Any]:
    """Return the record with every position on the rule's grid; a grid of 0 keeps them exact.

    Positions are pairs of integer micro-degrees, longitude first, nested at any depth; anything else is
    `InvalidInput`, with any grid, so that nothing slips through because it has an odd shape.
    """
    step_udeg = rule.grid_mdeg * UDEG_PER_MDEG
    coarse = dict(record)
    for name in kind.with_role("position"):
        value = coarse.get(name)
        if value is not None:
            _check(value, name)
            if step_udeg:
                coarse[name] = _floored(value, step_udeg)
    return coarse


def coarsen_positions(table: pa.Table, kind: Kind, rule: Rule) -> pa.Table:
    """Return the table with every position on the rule's grid, as `coarsen_position` does for one record."""
    step_udeg = rule.grid_mdeg * UDEG_PER_MDEG

    def floored(column: pa.Array, name: str) -> pa.Array:
        if column.type != POSITIONS:
            raise not_positions(name)
        missing = np.asarray(column.is_null())
        pairs = pairs_udeg(column)
        if (np.abs(pairs[~missing]) > _EDGE_UDEG).any() or column.flatten().null_count:
            raise not_positions(name)
        coarse = np.maximum(pairs - pairs % step_udeg, -_EDGE_UDEG) if step_udeg else pairs
        return pa.FixedSizeListArray.from_arrays(coarse.ravel(), type=POSITIONS, mask=pa.array(missing))

    return with_columns(table, kind.with_role("position"), floored)


def pairs_udeg(column: pa.Array) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Return a column of positions as an array, shape (items, 2); a missing position is (0, 0)."""
    pairs = np.zeros((len(column), 2), dtype=np.int64)
    pairs[~np.asarray(column.is_null())] = np.asarray(column.flatten().fill_null(0)).reshape(-1, 2)
    return pairs


def _said(rule: Rule) -> Sentence | None:
    return Sentence("exchange-step-position", {"grid": f"{rule.grid_mdeg / 1000:g}"}) if rule.grid_mdeg else None


COARSEN_POSITION = Transform(coarsen_position, coarsen_positions, _said)


def _check(value: Any, column: str) -> None:
    """Raise `InvalidInput` for anything but pairs on the globe, nested at any depth; most values are long rings."""
    if type(value) is not list:
        raise not_positions(column)
    if len(value) == 2 and type(value[0]) is int and type(value[1]) is int:
        if not (-MAX_LON_UDEG <= value[0] <= MAX_LON_UDEG and -MAX_LAT_UDEG <= value[1] <= MAX_LAT_UDEG):
            raise not_positions(column)
        return
    for each in value:
        _check(each, column)


def _floored(value: Any, step_udeg: int) -> Any:
    if value and type(value[0]) is int:
        # The last cell may reach beyond the globe; its corner then stands on the edge, so that it stays a position.
        return [
            max(floor_to(value[0], step_udeg), -MAX_LON_UDEG),
            max(floor_to(value[1], step_udeg), -MAX_LAT_UDEG),
        ]
    return [_floored(each, step_udeg) for each in value]


def not_positions(column: str) -> InvalidInput:
    """Return the error for a column of positions that holds something else."""
    return InvalidInput(
        "exchange.not_positions",
        "The column {column} does not hold positions.",
        why="positions are pairs of integer micro-degrees, longitude first, or lists of such pairs",
        remedy="write it so; a value of another shape could not be coarsened, and does not leave",
        column=column,
    )
