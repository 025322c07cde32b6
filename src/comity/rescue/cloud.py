"""What a drift leaves: the cloud of hypotheses, hour by hour, the probability map and the containment areas.

Units: degrees, milliseconds since 1970, square metres; probabilities are numbers from 0 to 1.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats, Grid
from comity.rescue.scenarios import Ring

ACTIVE = 0
STRANDED = 1
LEFT = 2

Polygon = tuple[Ring, ...]
"""An outline and its holes, rings of [longitude, latitude] in degrees."""


@dataclass(frozen=True)
class Cloud:
    """The hypotheses of a case; all have the same weight, until a search has taught a weight for each beside them.

    Parameters
    ----------
    time_ms
        Shape (times,): every hour from the first release, and the end of the run; falling where it went back in time.
    lon_deg, lat_deg
        Shape (trajectories, times), NaN before a hypothesis is in the water. float32 resolves 0.8 m at worst.
    status
        Shape (trajectories, times): 0 active (or not yet in the water), 1 stranded, 2 left the current or the wind:
        it stays where it was an hour before, and counts there.
    object_index, scenario_index
        Shape (trajectories,): the object and the scenario of the case that each hypothesis stands for at its start.
    object_at
        Shape (trajectories, times): the object that it is then, where objects become others; else None.
    current_error_m_s
        Median spread of the errors of the current on each component; 0 where the run had none.
    """

    time_ms: NDArray[np.int64]
    lon_deg: NDArray[np.float32]
    lat_deg: NDArray[np.float32]
    status: NDArray[np.int8]
    object_index: NDArray[np.int16]
    scenario_index: NDArray[np.int16]
    object_at: NDArray[np.int16] | None = None
    current_error_m_s: float = 0.0

    def objects_at(self, time_index: int) -> NDArray[np.int16]:
        """Return the object that each hypothesis is at one instant."""
        return self.object_index if self.object_at is None else self.object_at[:, time_index]

    def hour_at(self, time_ms: float) -> int:
        """Return the place of the last instant at or before another; an object stays what it is then until the next."""
        return int(np.clip(np.searchsorted(self.time_ms, time_ms, side="right") - 1, 0, self.time_ms.size - 1))

    def chosen(self, which: slice | NDArray[np.bool_]) -> "Cloud":
        """Return the cloud of some hypotheses, each array in one block as the compiled kernels take it."""
        by_hypothesis = ("lon_deg", "lat_deg", "status", "object_index", "scenario_index", "object_at")
        columns = {name: getattr(self, name) for name in by_hypothesis if getattr(self, name) is not None}
        some: dict[str, Any] = {name: np.ascontiguousarray(each[which]) for name, each in columns.items()}
        return replace(self, **some)


@dataclass(frozen=True)
class ProbabilityMap:
    """Probability of containment (POC) by cell at one instant: `poc` has the grid's shape and sums to 1."""

    time_ms: int
    grid: Grid
    poc: Floats
    smoothing_m: float


@dataclass(frozen=True)
class Containment:
    """The smallest area that holds a level of the probability; `poc` is the share inside it, by weight."""

    level: float
    time_ms: int
    polygons: tuple[Polygon, ...]
    poc: float
    area_m2: float
