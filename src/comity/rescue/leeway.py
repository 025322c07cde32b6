"""Leeway: how the wind moves a drifting object across the water, relative to the surface current.

A class gives, downwind and crosswind, a straight line of leeway speed against wind speed at 10 m (slope and offset) and
the standard error about it. Units: SI; slopes are pure numbers. Crosswind is positive to the right of downwind.
Sources: `leeway_classes`; terms from Allen and Plourde, CG-D-08-99, 1999.
"""

from dataclasses import dataclass
from difflib import get_close_matches

from comity.ground import InvalidInput
from comity.rescue.leeway_classes import ABOUT, COEFFICIENTS

_M_S_PER_CM_S = 0.01
_PER_PERCENT = 0.01


@dataclass(frozen=True)
class LeewayLine:
    """Leeway speed = slope × wind speed + offset, with a standard error."""

    slope: float
    offset_m_s: float
    spread_m_s: float


@dataclass(frozen=True)
class LeewayClass:
    """A class of drifting object; `right` and `left` are its crosswind lines, both positive to the right."""

    number: int
    key: str
    about: str
    downwind: LeewayLine
    right: LeewayLine
    left: LeewayLine


def leeway_class(number_or_key: int | str) -> LeewayClass:
    """Return a class by its number in the table or by its key, in any case.

    >>> leeway_class(26).key, leeway_class("piw-1").downwind.slope
    ('LIFE-RAFT-NB-1', 0.0096)
    """
    name = str(number_or_key).strip().upper()
    found = _BY_NAME.get(name)
    if found is None:
        raise InvalidInput(
            "rescue.unknown_leeway",
            "There is no leeway class {name}.",
            why="the table has the numbers 1 to {last} and their keys",
            remedy="did you mean one of these: {near}?",
            name=name,
            last=len(LEEWAY_CLASSES),
            near=", ".join(_near(name)),
        )
    return found


def _near(name: str) -> list[str]:
    keys = [each.key for each in LEEWAY_CLASSES]
    starts = [key for key in keys if key.startswith(name.split("-")[0])]
    return get_close_matches(name, [key.upper() for key in keys], n=3, cutoff=0.4) or starts[:3] or keys[:3]


def _line(slope_pct: float, offset_cm_s: float, spread_cm_s: float) -> LeewayLine:
    return LeewayLine(
        round(slope_pct * _PER_PERCENT, 9),  # the table's own decimals, without the dust of the division
        round(offset_cm_s * _M_S_PER_CM_S, 9),
        round(spread_cm_s * _M_S_PER_CM_S, 9),
    )


LEEWAY_CLASSES: tuple[LeewayClass, ...] = tuple(
    LeewayClass(number, key, ABOUT[number], _line(*line[0:3]), _line(*line[3:6]), _line(*line[6:9]))
    for number, key, *line in COEFFICIENTS
)
"""The 85 classes, in the order of the table."""

_BY_NAME = {name: each for each in LEEWAY_CLASSES for name in (str(each.number), each.key.upper())}
