"""Coarsen positions to the south-west corner of a fixed grid, in integers.

No noise: an average over many releases would take noise away, and never takes away a floor. Units: micro-degrees.
"""

from typing import Any

from comity.agreement import Rule
from comity.ground import InvalidInput, Kind, Record, floor_to

UDEG_PER_MDEG = 1000
MAX_LON_UDEG = 180_000_000
MAX_LAT_UDEG = 90_000_000


def coarsen_position(record: Record, kind: Kind, rule: Rule) -> dict[str, Any]:
    """Return the record with every position on the rule's grid; a grid of 0 keeps them exact.

    Positions are pairs of integer micro-degrees, longitude first, nested at any depth; anything else is
    `InvalidInput`, with any grid, so that nothing slips through because it has an odd shape.
    """
    step_udeg = rule.grid_mdeg * UDEG_PER_MDEG
    coarse = dict(record)
    for column in kind.columns:
        if column.role == "position" and coarse.get(column.name) is not None:
            coarse[column.name] = _floored(coarse[column.name], step_udeg, column.name)
    return coarse


def _floored(value: Any, step_udeg: int, column: str) -> Any:
    if type(value) is not list:
        raise _not_positions(column)
    if len(value) == 2 and type(value[0]) is int and type(value[1]) is int:
        lon_udeg, lat_udeg = value
        if not (-MAX_LON_UDEG <= lon_udeg <= MAX_LON_UDEG and -MAX_LAT_UDEG <= lat_udeg <= MAX_LAT_UDEG):
            raise _not_positions(column)
        # The last cell may reach beyond the globe; its corner then stands on the edge, so that it stays a position.
        return [
            max(floor_to(lon_udeg, step_udeg), -MAX_LON_UDEG),
            max(floor_to(lat_udeg, step_udeg), -MAX_LAT_UDEG),
        ]
    return [_floored(each, step_udeg, column) for each in value]


def _not_positions(column: str) -> InvalidInput:
    return InvalidInput(
        "exchange.not_positions",
        "The column {column} does not hold positions.",
        why="positions are pairs of integer micro-degrees, longitude first, or lists of such pairs",
        remedy="write it so; a value of another shape could not be coarsened, and does not leave",
        column=column,
    )
