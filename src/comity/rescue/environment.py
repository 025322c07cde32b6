"""What moves the object, as a case names it: series of files, even flows, observations on scene.

Units: metres per second eastward and northward (a wind blows towards them too), metres, seconds, milliseconds since
1970.
"""

from dataclasses import dataclass
from typing import Literal

Quantity = Literal["current", "wind", "waves"]
"""`waves`: the drift of the water's surface by waves (Stokes drift), which is added to the current."""

STALE_AFTER_S = 48 * 3600.0
"""Ours: twice the day in which the error of a modelled current forgets itself (MEOPAR TREX 2020: 0.1 to 0.2 left)."""


@dataclass(frozen=True)
class Series:
    """Files of one producer on one grid, as paths, globs or addresses; several are one series in time."""

    files: tuple[str, ...]


@dataclass(frozen=True)
class EvenFlow:
    """The same flow everywhere and always."""

    east_m_s: float
    north_m_s: float


FlowSource = Series | EvenFlow


@dataclass(frozen=True)
class Observation:
    """A current or a wind measured on scene, and how far it speaks.

    It changes the field by `weight` of the difference at its place and time, and by less with distance and time: by
    exp(−½) of that at `reach_m` or at `reach_s`.
    """

    quantity: Quantity
    lat_deg: float
    lon_deg: float
    time_ms: int
    east_m_s: float
    north_m_s: float
    weight: float
    reach_m: float
    reach_s: float
