"""A plane for planning: metres east and north of a point that goes with the cloud.

Units: metres, degrees, milliseconds since 1970. The plane moves with the mean drift of the hypotheses that are afloat,
so that on it they stand nearly still for the hours of a search, and areas of different hours can be compared.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import MS_PER_S, Floats, InvalidInput, metres_per_degree
from comity.rescue.allocation import AWAY_M
from comity.rescue.cloud import STRANDED, Cloud

_TURN_DEG = 360.0


@dataclass(frozen=True)
class SearchFrame:
    """Origin and scale of the plane, and the way of its moving point from the origin, shape (times,)."""

    lon_deg: float
    lat_deg: float
    per_lon_m: float
    per_lat_m: float
    time_ms: NDArray[np.int64]
    east_m: Floats
    north_m: Floats

    def moved_m(self, time_ms: Floats | NDArray[np.int64] | float) -> Floats:
        """Return how far the plane has moved at instants, shape (instants, 2)."""
        return np.column_stack(
            [np.interp(np.atleast_1d(time_ms), self.time_ms, each) for each in (self.east_m, self.north_m)]
        )

    def drift_m_s(self, from_ms: int, to_ms: int) -> Floats:
        """Return the mean drift between two instants, shape (2,)."""
        first, last = self.moved_m(np.array([from_ms, to_ms]))
        return np.asarray((last - first) / max((to_ms - from_ms) / MS_PER_S, 1.0), dtype=np.float64)

    def degrees(self, ground_m: Floats) -> tuple[Floats, Floats]:
        """Return longitudes and latitudes of points on the ground, shape (points, 2), metres from the origin."""
        return self.lon_deg + ground_m[:, 0] / self.per_lon_m, self.lat_deg + ground_m[:, 1] / self.per_lat_m

    def ground_m(self, lon_deg: float, lat_deg: float) -> Floats:
        """Return a point on the ground in metres from the origin, shape (2,)."""
        east_deg = (lon_deg - self.lon_deg + _TURN_DEG / 2) % _TURN_DEG - _TURN_DEG / 2
        return np.array([east_deg * self.per_lon_m, (lat_deg - self.lat_deg) * self.per_lat_m])


def is_afloat(cloud: Cloud, time_ms: float) -> NDArray[np.bool_]:
    """Return which hypotheses are in the water at an instant: released, and not yet ashore; shape (trajectories,)."""
    before, after, _ = _between(cloud, time_ms)
    released = ~np.isnan(cloud.lon_deg[:, before]) & ~np.isnan(cloud.lon_deg[:, after])
    afloat: NDArray[np.bool_] = released & (cloud.status[:, after] != STRANDED)
    return afloat


def search_frame(cloud: Cloud, weight: Floats, time_ms: int) -> SearchFrame:
    """Return the plane of a cloud, with its origin at the mean position of what is afloat at an instant.

    Raises
    ------
    InvalidInput
        `rescue.nothing_afloat` when no hypothesis is in the water then: a search at sea finds none of them.
    """
    afloat = is_afloat(cloud, time_ms)
    if not (weight[afloat] > 0).any():
        raise InvalidInput(
            "rescue.nothing_afloat",
            "No hypothesis is in the water when the search begins.",
            why="all of the probability lies ashore, or is not yet in the water at that time",
            remedy="search the coast from land, or check the last known position, the objects and the times",
        )
    lon_deg, lat_deg = places_deg(cloud, time_ms)
    lon_0, lat_0 = (float(np.average(each[afloat], weights=weight[afloat])) for each in (lon_deg, lat_deg))
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(lat_0))
    east_deg, north_deg = (_mean_way(cloud, weight, each) for each in (cloud.lon_deg, cloud.lat_deg))
    east_m, north_m = east_deg * per_lon_m, north_deg * per_lat_m
    frame = SearchFrame(lon_0, lat_0, per_lon_m, per_lat_m, cloud.time_ms, east_m, north_m)
    start = frame.moved_m(time_ms)[0]
    return SearchFrame(lon_0, lat_0, per_lon_m, per_lat_m, cloud.time_ms, east_m - start[0], north_m - start[1])


def places_m(cloud: Cloud, frame: SearchFrame, time_ms: float) -> tuple[Floats, Floats]:
    """Return where hypotheses are on the plane at an instant, `AWAY_M` for those that are not afloat."""
    lon_deg, lat_deg = places_deg(cloud, time_ms)
    moved = frame.moved_m(time_ms)[0]
    afloat = is_afloat(cloud, time_ms)
    x_m = (lon_deg - frame.lon_deg) * frame.per_lon_m - moved[0]
    y_m = (lat_deg - frame.lat_deg) * frame.per_lat_m - moved[1]
    return np.where(afloat, x_m, AWAY_M), np.where(afloat, y_m, AWAY_M)


def _between(cloud: Cloud, time_ms: float) -> tuple[int, int, float]:
    """Return the instants of the cloud before and after another, and the share of the way between them."""
    after = int(
        np.clip(np.searchsorted(cloud.time_ms, time_ms), min(1, cloud.time_ms.size - 1), cloud.time_ms.size - 1)
    )
    before = max(after - 1, 0)
    gap = float(cloud.time_ms[after] - cloud.time_ms[before])
    return before, after, float(np.clip((time_ms - cloud.time_ms[before]) / gap, 0.0, 1.0)) if gap else 0.0


def places_deg(cloud: Cloud, time_ms: float) -> tuple[Floats, Floats]:
    """Return longitudes and latitudes of hypotheses at an instant, NaN for those not yet in the water."""
    before, after, share = _between(cloud, time_ms)
    lon_deg, lat_deg = (
        each[:, before].astype(np.float64) * (1 - share) + each[:, after].astype(np.float64) * share
        for each in (cloud.lon_deg, cloud.lat_deg)
    )
    return lon_deg, lat_deg


def _mean_way(cloud: Cloud, weight: Floats, degrees: NDArray[np.float32]) -> Floats:
    """Return the mean way from the first instant, from those afloat at both ends of each hour, shape (times,)."""
    way = np.zeros(cloud.time_ms.size)
    for k in range(1, way.size):
        step = degrees[:, k].astype(np.float64) - degrees[:, k - 1]
        share = np.where(np.isnan(step) | (cloud.status[:, k] == STRANDED), 0.0, weight)
        total = float(share.sum())
        way[k] = way[k - 1] + (float((share * np.nan_to_num(step)).sum()) / total if total else 0.0)
    return way
