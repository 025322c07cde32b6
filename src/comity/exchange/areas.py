"""Whether what a record shows lies in an area of the agreement.

The whole grid cell of each shown position must lie in the area, not only its corner: so the answer depends on nothing
finer than what is shown, and a coarser grid never lets out more. Units: micro-degrees.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import shapely
from numpy.typing import NDArray

from comity.agreement import Area
from comity.exchange.transforms.coarsen_position import UDEG_PER_MDEG, pairs_udeg
from comity.ground import InvalidInput, Kind, Record


@dataclass(frozen=True)
class AreaTest:
    """An area made ready for many questions."""

    area: Area
    covers: Callable[[int, int, int], bool]
    geometry: shapely.Geometry

    def holds(self, record: Record, kind: Kind, grid_mdeg: int) -> bool:
        """Tell whether every position that the record shows lies in the area, its whole cell; none shown is a no."""
        step_udeg = grid_mdeg * UDEG_PER_MDEG
        shown = [pair for name in kind.with_role("position") if name in record for pair in pairs_of(record[name])]
        return bool(shown) and all(self.covers(lon_udeg, lat_udeg, step_udeg) for lon_udeg, lat_udeg in shown)

    def holds_each(self, table: pa.Table, kind: Kind, grid_mdeg: int) -> NDArray[np.bool_]:
        """Tell the same of each record of a table that is on the grid, shape (items,)."""
        inside = np.ones(table.num_rows, dtype=np.bool_)
        seen = np.zeros(table.num_rows, dtype=np.bool_)
        for name in kind.with_role("position"):
            if name in table.column_names:
                column = table.column(name).combine_chunks()
                shown = ~np.asarray(column.is_null())
                inside[shown] &= self._covers_each(pairs_udeg(column)[shown], grid_mdeg * UDEG_PER_MDEG)
                seen |= shown
        return inside & seen

    def _covers_each(self, pairs: NDArray[np.int64], step_udeg: int) -> NDArray[np.bool_]:
        if not step_udeg:
            return np.asarray(shapely.intersects_xy(self.geometry, pairs[:, 0], pairs[:, 1]), dtype=np.bool_)
        # Ships share cells: each is asked about once. A latitude has fewer than 2^28 micro-degrees on either side.
        cells, which = np.unique((pairs[:, 0] << 29) + pairs[:, 1] + (1 << 28), return_inverse=True)
        lon_udeg, lat_udeg = cells >> 29, (cells & ((1 << 29) - 1)) - (1 << 28)
        boxes = shapely.box(lon_udeg, lat_udeg, lon_udeg + step_udeg, lat_udeg + step_udeg)
        return np.asarray(shapely.covers(self.geometry, boxes), dtype=np.bool_)[which]


def area_test(area: Area) -> AreaTest:
    """Return an area made ready for many questions; answers about cells are remembered, for ships share them."""
    geometry = shapely.geometry.shape(area.geometry_udeg)
    if not shapely.is_valid(geometry):
        raise InvalidInput(
            "exchange.bad_area",
            "The area {area} is not a valid shape.",
            why="its rings cross themselves or one another, so inside and outside are not defined",
            remedy="draw it again with rings that do not cross",
            area=area.id,
        )
    shapely.prepare(geometry)

    def covers(lon_udeg: int, lat_udeg: int, step_udeg: int) -> bool:
        if not step_udeg:
            return bool(shapely.intersects_xy(geometry, lon_udeg, lat_udeg))
        cell = shapely.box(lon_udeg, lat_udeg, lon_udeg + step_udeg, lat_udeg + step_udeg)
        return bool(shapely.covers(geometry, cell))

    return AreaTest(area, lru_cache(maxsize=65_536)(covers), geometry)


def pairs_of(value: Any) -> Iterator[tuple[int, int]]:
    """Yield the longitude and latitude pairs of a position value, nested at any depth; nothing for `None`."""
    if not isinstance(value, list | tuple) or not value:
        return
    if isinstance(value[0], int):
        yield value[0], value[1]
        return
    for each in value:
        yield from pairs_of(each)
