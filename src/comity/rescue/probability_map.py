"""From the cloud to the map: probability of containment by cell, and the smallest areas that hold a share of it.

Units: degrees, metres; probabilities are numbers from 0 to 1. The map is the cloud counted in square cells and smoothed
by a Gaussian; hypotheses that are not yet in the water do not count, stranded ones do, and so do
those that left a field, where they were before. What a search taught is a weight for each hypothesis; None: all equal.
Sources: D. W. Scott, Multivariate density estimation, 1992 (bandwidth sd × n^(−1/6) in two dimensions); L. Kish, Survey
sampling, 1965 (weighted draws are worth (Σw)²/Σw² equal ones).
"""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon as ShapelyPolygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from comity.ground import Floats, Grid, InvalidInput, date_time_group, metres_per_degree
from comity.rescue.cloud import Cloud, Containment, Polygon, ProbabilityMap
from comity.rescue.contours import above
from comity.rescue.fields import LandMask
from comity.rescue.scenarios import Ring
from comity.rescue.starts import on_land

LEVELS = (0.50, 0.75, 0.90, 0.95)

MAX_CELLS = 1_000_000
_LEAST_M = 50.0
_SHARE_OF_SCOTT = 0.5
_CELLS_PER_SMOOTHING = 2
_ROOM = 5  # smoothing lengths around the cloud
_NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
_SIMPLER = 0.05  # cells
_TOP = 0.9  # of the greatest density: so that a cloud of one place lies inside its own contour


def probability_map(
    cloud: Cloud, *, weight: Floats | None = None, land: LandMask | None = None, time_index: int = -1
) -> ProbabilityMap:
    """Return the probability map of a cloud at one of its instants; none of it lies in cells that are all land.

    The smoothing is half of Scott's rule, because clouds have several lobes and Scott's is made for one: about 1 km
    for 100,000 hypotheses spread over 14 km. Cells are half of it, rounded down to 1, 2, 2.5 or 5 × 10^n metres, or
    larger where the cloud would need more than a million. The scenarios' and objects' weights are in the numbers of
    their hypotheses; `weight`, shape (trajectories,) and never negative, is what a search taught beside them.
    `InvalidInput` when no hypothesis that weighs anything is in the water yet.
    """
    from scipy.ndimage import gaussian_filter  # half a second to load: nobody pays who draws no map

    lon_deg, lat_deg, share = _in_water(cloud, weight, time_index)
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(share @ lat_deg))
    east_m, north_m = (lon_deg - share @ lon_deg) * per_lon_m, (lat_deg - share @ lat_deg) * per_lat_m
    across_m2 = share @ (east_m * north_m)
    spread_m = max(float(share @ east_m**2 * (share @ north_m**2) - across_m2**2), 0.0) ** 0.25
    smoothing_m = max(_SHARE_OF_SCOTT * spread_m * float(share @ share) ** (1 / 6), _LEAST_M)
    width_m = float(np.ptp(east_m)) + 2 * _ROOM * smoothing_m
    height_m = float(np.ptp(north_m)) + 2 * _ROOM * smoothing_m
    cell_m = _nice(max(smoothing_m / _CELLS_PER_SMOOTHING, (width_m * height_m / MAX_CELLS) ** 0.5 * 2.5))
    smoothing_m = max(smoothing_m, cell_m)
    step_lon_deg, step_lat_deg = cell_m / per_lon_m, cell_m / per_lat_m
    room = _ROOM * smoothing_m / cell_m
    first_column = np.floor(lon_deg.min() / step_lon_deg - room)
    first_row = np.floor(lat_deg.min() / step_lat_deg - room)
    grid = Grid(
        west_deg=float(first_column * step_lon_deg),
        south_deg=float(first_row * step_lat_deg),
        step_lon_deg=step_lon_deg,
        step_lat_deg=step_lat_deg,
        columns=int(np.ceil(lon_deg.max() / step_lon_deg + room) - first_column),
        rows=int(np.ceil(lat_deg.max() / step_lat_deg + room) - first_row),
    )
    counts = np.bincount(grid.cells_of(lat_deg, lon_deg), share, minlength=grid.rows * grid.columns)
    density = gaussian_filter(counts.reshape(grid.rows, grid.columns), smoothing_m / cell_m, mode="constant")
    if land is not None:  # what the smoothing spilt ashore goes back to the whole
        density[_is_dry(grid, land) & (counts.reshape(density.shape) == 0)] = 0.0
    return ProbabilityMap(int(cloud.time_ms[time_index]), grid, density / density.sum(), smoothing_m)


def containment(
    cloud: Cloud,
    over: ProbabilityMap,
    *,
    weight: Floats | None = None,
    time_index: int = -1,
    levels: Sequence[float] = LEVELS,
) -> tuple[Containment, ...]:
    """Return the areas of highest probability that hold each level of the cloud at one instant.

    The threshold of a level is the density that its share of the hypotheses exceeds, by weight, so the share counted
    inside (`poc`) is the level itself within a point, or within the weight of one hypothesis where that is more.
    """
    from scipy.ndimage import map_coordinates

    lon_deg, lat_deg, share = _in_water(cloud, weight, time_index)
    grid = over.grid
    place = np.array(
        [
            (lat_deg - grid.south_deg) / grid.step_lat_deg - 0.5,
            (lon_deg - grid.west_deg) / grid.step_lon_deg - 0.5,
        ]
    )
    density = map_coordinates(over.poc, place, order=1)
    densest_first = np.argsort(-density)
    held = np.cumsum(share[densest_first])
    areas = []
    for level in levels:
        last = densest_first[min(int(np.searchsorted(held, level)), held.size - 1)]
        shape = above(over.poc, min(float(density[last]), _TOP * float(density.max()))).simplify(_SIMPLER)
        shapely.prepare(shape)
        inside = shapely.contains_xy(shape, place[1], place[0])
        polygons = tuple(_polygon(part, grid) for part in _parts(shape))
        area_m2 = sum(_area_m2(polygon) for polygon in polygons)
        areas.append(Containment(level, over.time_ms, polygons, float(share @ inside), area_m2))
    return tuple(areas)


def _in_water(cloud: Cloud, weight: Floats | None, time_index: int) -> tuple[Floats, Floats, Floats]:
    """Return longitude and latitude of the hypotheses in the water that weigh anything, and their shares."""
    lon_deg = cloud.lon_deg[:, time_index].astype(np.float64)
    lat_deg = cloud.lat_deg[:, time_index].astype(np.float64)
    share = np.where(np.isnan(lon_deg), 0.0, 1.0 if weight is None else weight)
    here = share > 0.0
    if not here.any():
        raise InvalidInput(
            "rescue.nothing_in_water",
            "No hypothesis is in the water at {instant}.",
            why="all that weigh anything are released later",
            remedy="ask for the map at a later instant",
            instant=date_time_group(int(cloud.time_ms[time_index])),
        )
    return lon_deg[here], lat_deg[here], share[here] / share[here].sum()


def _is_dry(grid: Grid, land: LandMask) -> NDArray[np.bool_]:
    """Return which cells are land at their centre and at the middles of their quarters, shape (rows, columns)."""
    dry = np.ones((grid.rows, grid.columns), dtype=np.bool_)
    for up, across in ((0.0, 0.0), (-0.25, -0.25), (-0.25, 0.25), (0.25, -0.25), (0.25, 0.25)):
        lon_deg, lat_deg = np.meshgrid(grid.lon_deg + across * grid.step_lon_deg, grid.lat_deg + up * grid.step_lat_deg)
        dry &= on_land(land, lon_deg, lat_deg)
    return dry


def _nice(size_m: float) -> float:
    power = 10 ** np.floor(np.log10(size_m))
    return float(power * max(nice for nice in _NICE if nice * power <= size_m * (1 + 1e-9)))


def _parts(shape: BaseGeometry) -> list[ShapelyPolygon]:
    parts = [orient(part) for part in shapely.get_parts(shape) if isinstance(part, ShapelyPolygon)]
    return sorted(parts, key=lambda part: -float(part.area))


def _polygon(part: ShapelyPolygon, grid: Grid) -> Polygon:
    return tuple(_ring(shapely.get_coordinates(ring), grid) for ring in (part.exterior, *part.interiors))


def _ring(places: Floats, grid: Grid) -> Ring:
    lon_deg = grid.west_deg + (places[:, 0] + 0.5) * grid.step_lon_deg
    lat_deg = grid.south_deg + (places[:, 1] + 0.5) * grid.step_lat_deg
    return tuple(zip(lon_deg.tolist(), lat_deg.tolist(), strict=True))


def _area_m2(polygon: Polygon) -> float:
    """Return the area of a polygon by local metres at its middle: 0.1 % off for one 5° high."""
    shape = ShapelyPolygon(polygon[0], polygon[1:])
    per_lat_m, per_lon_m = metres_per_degree(shape.centroid.y)
    return float(shape.area * per_lat_m * per_lon_m)
