"""Whether what a record shows lies in an area of the agreement.

The whole grid cell of each shown position must lie in the area, not only its corner: so the answer depends on nothing
finer than what is shown, and a coarser grid never lets out more. Units: micro-degrees.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from comity.agreement import Area
from comity.ground import Kind, Record

UDEG_PER_MDEG = 1000


@dataclass(frozen=True)
class AreaTest:
    """An area made ready for many questions."""

    area: Area
    geometry: BaseGeometry

    def holds(self, record: Record, kind: Kind, grid_mdeg: int) -> bool:
        """Tell whether every position that the record shows lies in the area, its whole cell; none shown is a no."""
        step_udeg = grid_mdeg * UDEG_PER_MDEG
        shown = [
            pair
            for column in kind.columns
            if column.role == "position" and column.name in record
            for pair in pairs_of(record[column.name])
        ]
        return bool(shown) and all(self._covers(lon_udeg, lat_udeg, step_udeg) for lon_udeg, lat_udeg in shown)

    def _covers(self, lon_udeg: int, lat_udeg: int, step_udeg: int) -> bool:
        if not step_udeg:
            return bool(shapely.intersects_xy(self.geometry, lon_udeg, lat_udeg))
        cell = shapely.box(lon_udeg, lat_udeg, lon_udeg + step_udeg, lat_udeg + step_udeg)
        return bool(shapely.covers(self.geometry, cell))


def area_test(area: Area) -> AreaTest:
    """Return an area made ready for many questions."""
    geometry = shapely.geometry.shape(area.geometry_udeg)
    shapely.prepare(geometry)
    return AreaTest(area, geometry)


def pairs_of(value: Any) -> Iterator[tuple[int, int]]:
    """Yield the longitude and latitude pairs of a position value, nested at any depth; nothing for `None`."""
    if not isinstance(value, list | tuple) or not value:
        return
    if isinstance(value[0], int):
        yield value[0], value[1]
        return
    for each in value:
        yield from pairs_of(each)
