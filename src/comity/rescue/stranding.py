"""The compiled half of `shore`: what meets land on its step stops at the last water on its way.

Units: degrees from the reference point; `frame` is west and south of the raster, then cells per degree.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from comity.ground import Floats

Floats32 = NDArray[np.float32]

_ZERO = np.float32(0.0)
_HALVINGS = 6


@njit(cache=True, inline="always")
def _is_land(lon: float, lat: float, frame: Floats, land: NDArray[np.bool_]) -> bool:
    column, row = (lon - frame[0]) * frame[2], (lat - frame[1]) * frame[3]
    if column >= 0.0 and row >= 0.0 and column < land.shape[1] and row < land.shape[0]:
        return bool(land[np.uint64(row), np.uint64(column)])
    return False


@njit(cache=True, inline="always")
def _is_near(lon: float, lat: float, frame: Floats, near: NDArray[np.bool_], blocks: float) -> bool:
    column, row = (lon - frame[0]) * frame[2] * blocks, (lat - frame[1]) * frame[3] * blocks
    if column >= 0.0 and row >= 0.0 and column < near.shape[1] and row < near.shape[0]:
        return bool(near[np.uint64(row), np.uint64(column)])
    return False


@njit(cache=True, error_model="numpy")
def strand(
    some: tuple[int, int],
    lon: Floats,
    lat: Floats,
    shift_lon: Floats32,
    shift_lat: Floats32,
    live: Floats32,
    frame: Floats,
    land: NDArray[np.bool_],
    near: NDArray[np.bool_],
    near_cells: int,
    follow: bool,
) -> None:
    """Stop what has met land on its step at the last water on its way, to 1/64 of half a cell.

    With `follow` a step that ends near land is looked at every half cell, so that it jumps over no spit; else its end
    alone is.
    """
    for i in range(some[0], some[1]):
        if live[i] > _ZERO and _is_near(lon[i], lat[i], frame, near, 1.0 / near_cells):
            dx, dy = np.float64(shift_lon[i]), np.float64(shift_lat[i])
            x, y = lon[i] - dx, lat[i] - dy
            parts = 1 + int(2.0 * max(abs(dx) * frame[2], abs(dy) * frame[3])) if follow else 1
            for k in range(1, parts + 1):
                if not _is_land(x + k / parts * dx, y + k / parts * dy, frame, land):
                    continue
                wet, dry = (k - 1) / parts, k / parts
                for _ in range(_HALVINGS):
                    part = 0.5 * (wet + dry)
                    if _is_land(x + part * dx, y + part * dy, frame, land):
                        dry = part
                    else:
                        wet = part
                live[i] = _ZERO
                lon[i], lat[i] = x + wet * dx, y + wet * dy
                break
