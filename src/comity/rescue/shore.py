"""The coast as the kernel asks it: a raster of land, and a coarse one of where a step can reach land at all.

Units: degrees, metres. A block of the coarse raster is at least a step long, so a step that ends outside the marked
blocks has met no land on its way; one that ends inside is followed cell by cell, and jumps over no spit. OpenDrift
looks at the end of a step alone, and so does the mode that compares with it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation

from comity.ground import Floats, metres_per_degree
from comity.rescue.fields import LandMask
from comity.rescue.slices import Box

Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Shore:
    """Land, and the blocks of `block` × `block` cells at or beside one that holds land.

    `frame` is west and south of the raster in degrees from the reference point, then cells per degree eastward and
    northward.
    """

    frame: Floats
    land: Bools
    near: Bools
    block: int

    def near_within(self, box: Box, origin: tuple[float, float]) -> Bools:
        """Return the marked blocks, or an empty raster when no step within a box can meet land."""
        rows = _blocks(box.south_deg - origin[1], box.north_deg - origin[1], self.frame[1], self.frame[3] / self.block)
        columns = _blocks(box.west_deg - origin[0], box.east_deg - origin[0], self.frame[0], self.frame[2] / self.block)
        return self.near if self.near[rows, columns].any() else np.zeros((0, 0), dtype=np.bool_)


def shore_of(land: LandMask | None, origin: tuple[float, float], step_m: float) -> Shore:
    """Return the coast for steps that are never longer than `step_m`; positions count from `origin`."""
    if land is None:
        return Shore(np.zeros(4), np.zeros((0, 0), dtype=np.bool_), np.zeros((0, 0), dtype=np.bool_), 1)
    grid = land.grid
    farthest_deg = max(abs(grid.south_deg), abs(grid.south_deg + grid.rows * grid.step_lat_deg))
    cell_m = min(
        float(metres_per_degree(0.0)[0]) * grid.step_lat_deg,
        float(metres_per_degree(min(farthest_deg, 89.0))[1]) * grid.step_lon_deg,
    )
    block = max(int(np.ceil(step_m / cell_m)), 1)
    raster = np.ascontiguousarray(land.land)
    return Shore(
        np.array([grid.west_deg - origin[0], grid.south_deg - origin[1], 1 / grid.step_lon_deg, 1 / grid.step_lat_deg]),
        raster,
        binary_dilation(_any_in_blocks(raster, block), np.ones((3, 3), dtype=np.bool_)),
        block,
    )


def _any_in_blocks(raster: Bools, block: int) -> Bools:
    rows, columns = (-(-size // block) for size in raster.shape)
    whole = np.zeros((rows * block, columns * block), dtype=np.bool_)
    whole[: raster.shape[0], : raster.shape[1]] = raster
    by_rows = whole.reshape(rows, block, -1).any(axis=1)
    return np.asarray(by_rows.reshape(rows, columns, block).any(axis=2), dtype=np.bool_)


def _blocks(low: float, high: float, start: float, per_degree: float) -> slice:
    return slice(max(int((low - start) * per_degree) - 1, 0), max(int((high - start) * per_degree) + 2, 0))
