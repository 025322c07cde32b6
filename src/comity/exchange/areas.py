"""Whether what a record shows lies in an area of the agreement.

The whole grid cell of each shown position must lie in the area, not only its corner: so the answer depends on nothing
finer than what is shown, and a coarser grid never lets out more. Units: micro-degrees.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import shapely

from comity.agreement import Area
from comity.ground import InvalidInput, Kind, Record

UDEG_PER_MDEG = 1000


@dataclass(frozen=True)
class AreaTest:
    """An area made ready for many questions."""

    area: Area
    covers: Callable[[int, int, int], bool]

    def holds(self, record: Record, kind: Kind, grid_mdeg: int) -> bool:
        """Tell whether every position that the record shows lies in the area, its whole cell; none shown is a no."""
        step_udeg = grid_mdeg * UDEG_PER_MDEG
        shown = [
            pair
            for column in kind.columns
            if column.role == "position" and column.name in record
            for pair in pairs_of(record[column.name])
        ]
        return bool(shown) and all(self.covers(lon_udeg, lat_udeg, step_udeg) for lon_udeg, lat_udeg in shown)


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

    return AreaTest(area, lru_cache(maxsize=65_536)(covers))


def pairs_of(value: Any) -> Iterator[tuple[int, int]]:
    """Yield the longitude and latitude pairs of a position value, nested at any depth; nothing for `None`."""
    if not isinstance(value, list | tuple) or not value:
        return
    if isinstance(value[0], int):
        yield value[0], value[1]
        return
    for each in value:
        yield from pairs_of(each)
