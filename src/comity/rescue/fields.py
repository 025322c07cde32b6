"""What the drift reads: vector fields on their native grids, and the coast.

Units: metres per second, degrees, milliseconds since 1970. Vectors are rotated once, at load, to east and north; the
grid itself is never resampled (`docs/decisions/0003-native-grid.md`).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats, Grid


@dataclass(frozen=True)
class IndexLattice:
    """Maps longitude and latitude to a fractional row and column of a native grid, by bilinear interpolation.

    `row` and `column` have shape (nodes in latitude, nodes in longitude). A regular latitude-longitude grid needs two
    nodes each way and is exact; a projected or curvilinear grid gets as many as its error bound asks for.
    """

    west_deg: float
    south_deg: float
    step_lon_deg: float
    step_lat_deg: float
    row: Floats
    column: Floats


@dataclass(frozen=True)
class VectorField:
    """Current or wind: eastward and northward components, shape (times, rows, columns), NaN where there is none."""

    quantity: Literal["current", "wind"]
    time_ms: NDArray[np.int64]
    east_m_s: NDArray[np.float32]
    north_m_s: NDArray[np.float32]
    lattice: IndexLattice
    source: str


@dataclass(frozen=True)
class LandMask:
    """The coast as a raster over the case's box: `land` has shape (rows, columns), row 0 in the south."""

    grid: Grid
    land: NDArray[np.bool_]
