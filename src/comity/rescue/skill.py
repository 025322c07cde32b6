"""How good a drift is: what real drifters and slicks did, beside the regions that held them with a stated probability.

Units: degrees, metres, seconds; instants in milliseconds since 1970. A window is one drifter from one release on; its
level is the smallest containment level whose region holds the drifter: over many windows 50 % of the levels should lie
below 0.5 and 90 % below 0.9.
Sources: Y. Liu and R. Weisberg, J. Geophys. Res. 116, C09013, 2011 (skill score, tolerance 1); E. Wilson, J. Am. Stat.
Assoc. 22, 1927 (interval); L. Kish, Survey sampling, 1965 (effective number of draws that come in clusters).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray

from comity.ground import MS_PER_HOUR, MS_PER_S, Floats, distance_m, metres_per_degree
from comity.rescue.case import Case
from comity.rescue.cloud import Cloud, Polygon, ProbabilityMap
from comity.rescue.probability_map import probability_map
from comity.rescue.scenarios import LastKnownPosition

LONGEST_GAP_MS = 3 * MS_PER_HOUR
"""Between two fixes farther apart a drifter's place is not known: nothing is compared there."""

_Z_95 = 1.959964


@dataclass(frozen=True)
class Track:
    """The fixes of one drifter in order of time, shape (fixes,)."""

    drifter: str
    time_ms: NDArray[np.int64]
    lon_deg: Floats
    lat_deg: Floats


@dataclass(frozen=True)
class Window:
    """One drifter hour by hour from a release on, shape (hours + 1,); NaN where its place is not known."""

    drifter: str
    release_ms: int
    lon_deg: Floats
    lat_deg: Floats


@dataclass(frozen=True)
class Score:
    """How one window went at one horizon.

    Parameters
    ----------
    level
        The smallest level whose region holds the drifter, from 0 to 1.
    separation_m, moved_m
        From the middle of the cloud to the drifter; from the release to the drifter.
    liu_weisberg
        1 for the drifter's own way, 0 where the sum of separations exceeds the sum of lengths of way.
    area_90_m2
        How large the region of 90 % is.
    """

    drifter: str
    release_ms: int
    horizon_s: int
    level: float
    separation_m: float
    moved_m: float
    liu_weisberg: float
    area_90_m2: float


@dataclass(frozen=True)
class Share:
    """A share of windows, with its interval of 95 % confidence."""

    share: float
    low: float
    high: float


@dataclass(frozen=True)
class SkillRow:
    """All windows at one horizon; distances and areas are medians."""

    horizon_s: int
    windows: int
    drifters: int
    within_50: Share
    within_90: Share
    separation_m: float
    moved_m: float
    liu_weisberg: float
    area_90_m2: float


@dataclass(frozen=True)
class Overlap:
    """A region of the map beside an outline that was seen: shares of the outline, of the region, and of their union."""

    level: float
    of_outline: float
    of_region: float
    of_union: float


def windows_of(track: Track, *, every_s: int, horizon_s: int) -> list[Window]:
    """Return the windows of a track: releases at whole multiples of `every_s` since 1970, to `horizon_s` at most."""
    every_ms = every_s * MS_PER_S
    first_ms = -(-int(track.time_ms[0]) // every_ms) * every_ms
    windows = []
    for release_ms in range(first_ms, int(track.time_ms[-1]), every_ms):
        last_ms = min(release_ms + horizon_s * MS_PER_S, int(track.time_ms[-1]))
        at_ms = np.arange(release_ms, last_ms + 1, MS_PER_HOUR)
        lon_deg, lat_deg = _places(track, at_ms)
        if at_ms.size > 1 and not np.isnan(lon_deg[0]):
            windows.append(Window(track.drifter, release_ms, lon_deg, lat_deg))
    return windows


def _places(track: Track, at_ms: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Return where a drifter was, linear between fixes, NaN in gaps; longitudes run on past 180."""
    after = np.clip(np.searchsorted(track.time_ms, at_ms), 1, track.time_ms.size - 1)
    gap_ms = track.time_ms[after] - track.time_ms[after - 1]
    known = (gap_ms <= LONGEST_GAP_MS) & (at_ms >= track.time_ms[0]) & (at_ms <= track.time_ms[-1])
    lon_deg = np.unwrap(track.lon_deg, period=360.0)
    return (
        np.where(known, np.interp(at_ms, track.time_ms, lon_deg), np.nan),
        np.where(known, np.interp(at_ms, track.time_ms, track.lat_deg), np.nan),
    )


def case_of_windows(case: Case, windows: Sequence[Window], *, particles: int, position_error_m: float) -> Case:
    """Return a case that releases `particles` hypotheses for each window, which all begin at one instant."""
    scenarios = tuple(
        LastKnownPosition(float(each.lat_deg[0]), float(each.lon_deg[0]), position_error_m, each.release_ms, 0.0, 1.0)
        for each in windows
    )
    hours = max(each.lon_deg.size for each in windows) - 1
    run = replace(case.run, until_ms=windows[0].release_ms + hours * MS_PER_HOUR, particles=particles * len(windows))
    return replace(case, scenarios=scenarios, run=replace(run, direction="forward"), observations=())


def scores_of(cloud: Cloud, windows: Sequence[Window], horizons_s: Sequence[int]) -> list[Score]:
    """Return the scores of windows, whose scenario in the cloud has their place among them."""
    scores = []
    for place, window in enumerate(windows):
        own = cloud.chosen(cloud.scenario_index == place)
        for horizon_s in horizons_s:
            hour = horizon_s * MS_PER_S // MS_PER_HOUR
            if hour < window.lon_deg.size and not np.isnan(window.lon_deg[hour]):
                scores.append(_score(own, window, horizon_s, hour))
    return scores


def _score(cloud: Cloud, window: Window, horizon_s: int, hour: int) -> Score:
    over = probability_map(cloud, time_index=hour)
    lon_deg, lat_deg = float(window.lon_deg[hour]), float(window.lat_deg[hour])
    middle_lon, middle_lat = (
        np.nanmean(each[:, : hour + 1].astype(np.float64), axis=0) for each in (cloud.lon_deg, cloud.lat_deg)
    )
    apart_m = distance_m(middle_lat, middle_lon, window.lat_deg[: hour + 1], window.lon_deg[: hour + 1])
    moved_m = distance_m(window.lat_deg[0], window.lon_deg[0], lat_deg, lon_deg)
    return Score(
        drifter=window.drifter,
        release_ms=window.release_ms,
        horizon_s=horizon_s,
        level=level_at(cloud, over, lon_deg, lat_deg, time_index=hour),
        separation_m=float(apart_m[-1]),
        moved_m=float(moved_m),
        liu_weisberg=liu_weisberg(apart_m, window.lon_deg[: hour + 1], window.lat_deg[: hour + 1]),
        area_90_m2=_area_m2(over, 0.9),
    )


def level_at(cloud: Cloud, over: ProbabilityMap, lon_deg: float, lat_deg: float, *, time_index: int = -1) -> float:
    """Return the smallest level whose region holds a position: the share of hypotheses where the map is denser."""
    from scipy.ndimage import map_coordinates  # half a second to load: nobody pays who scores nothing

    grid = over.grid

    def density(lon: Floats, lat: Floats) -> Floats:
        rows = (lat - grid.south_deg) / grid.step_lat_deg - 0.5
        columns = (lon - grid.west_deg) / grid.step_lon_deg - 0.5
        return np.asarray(map_coordinates(over.poc, [rows, columns], order=1))

    of_cloud = density(cloud.lon_deg[:, time_index].astype(np.float64), cloud.lat_deg[:, time_index].astype(np.float64))
    here = density(np.array([lon_deg]), np.array([lat_deg]))[0]
    return float((of_cloud > here).mean()) if here > 0.0 else 1.0


def liu_weisberg(apart_m: Floats, lon_deg: Floats, lat_deg: Floats) -> float:
    """Return the skill score of a mean way: 1 less the sum of separations over the sum of lengths of way so far.

    Hours in which the drifter's place is not known count in neither.

    >>> liu_weisberg(np.zeros(3), np.array([5.0, 5.1, 5.2]), np.full(3, 37.0))
    1.0
    """
    known = ~np.isnan(lon_deg)
    lon_deg, lat_deg, apart_m = lon_deg[known], lat_deg[known], apart_m[known]
    length_m = np.cumsum(distance_m(lat_deg[:-1], lon_deg[:-1], lat_deg[1:], lon_deg[1:]))
    total_m = float(length_m.sum())
    return max(0.0, 1.0 - float(apart_m[1:].sum()) / total_m) if total_m > 0.0 else 0.0


def skill_rows(scores: Sequence[Score], horizons_s: Sequence[int]) -> tuple[SkillRow, ...]:
    """Return one row for each horizon at which any window was scored."""
    rows = []
    for horizon_s in horizons_s:
        some = [each for each in scores if each.horizon_s == horizon_s]
        if not some:
            continue
        drifters = np.unique([each.drifter for each in some], return_inverse=True)[1]
        levels = np.array([each.level for each in some])
        rows.append(
            SkillRow(
                horizon_s=horizon_s,
                windows=len(some),
                drifters=int(drifters.max()) + 1,
                within_50=share_within(levels <= 0.5, drifters),
                within_90=share_within(levels <= 0.9, drifters),
                separation_m=float(np.median([each.separation_m for each in some])),
                moved_m=float(np.median([each.moved_m for each in some])),
                liu_weisberg=float(np.median([each.liu_weisberg for each in some])),
                area_90_m2=float(np.median([each.area_90_m2 for each in some])),
            )
        )
    return tuple(rows)


def share_within(held: NDArray[np.bool_], cluster: NDArray[np.int64]) -> Share:
    """Return a share and its interval (Wilson), for draws that resemble each other within a cluster.

    The number of draws is what as many independent ones would tell: from the spread of the clusters about the share,
    between the number of clusters and that of draws.
    """
    count, share = held.size, float(held.mean())
    clusters = int(cluster.max()) + 1
    excess = np.bincount(cluster, held - share, minlength=clusters)
    variance = float((excess**2).sum()) / count**2
    worth = min(max(share * (1 - share) / variance, clusters), count) if variance > 0.0 else float(clusters)
    z2 = _Z_95**2
    middle = (share + z2 / (2 * worth)) / (1 + z2 / worth)
    half = _Z_95 / (1 + z2 / worth) * float(np.sqrt(share * (1 - share) / worth + z2 / (4 * worth**2)))
    return Share(share, max(middle - half, 0.0), min(middle + half, 1.0))


def overlaps(over: ProbabilityMap, outline: Sequence[Polygon], levels: Sequence[float]) -> tuple[Overlap, ...]:
    """Return how the regions of a map overlap an outline that was seen at its instant, cell by cell."""
    seen = shapely.union_all([shapely.Polygon(rings[0], rings[1:]) for rings in outline])
    lon_deg, lat_deg = np.meshgrid(over.grid.lon_deg, over.grid.lat_deg)
    is_seen = shapely.contains_xy(seen, lon_deg, lat_deg)
    cell_deg2 = over.grid.step_lon_deg * over.grid.step_lat_deg
    seen_cells = float(seen.area) / cell_deg2  # the outline may reach beyond the map
    found = []
    for level in levels:
        region = _region(over, level)
        both = float((is_seen & region).sum())
        union = float(region.sum()) + seen_cells - both
        found.append(Overlap(level, both / seen_cells, both / float(region.sum()), both / union))
    return tuple(found)


def poc_within(over: ProbabilityMap, outline: Sequence[Polygon]) -> float:
    """Return the probability that a map gives to an outline."""
    seen = shapely.union_all([shapely.Polygon(rings[0], rings[1:]) for rings in outline])
    lon_deg, lat_deg = np.meshgrid(over.grid.lon_deg, over.grid.lat_deg)
    return float(over.poc[shapely.contains_xy(seen, lon_deg, lat_deg)].sum())


def _region(over: ProbabilityMap, level: float) -> NDArray[np.bool_]:
    """Return the densest cells that hold a level, shape of the map."""
    order = np.argsort(-over.poc, axis=None)
    count = int(np.searchsorted(np.cumsum(over.poc.ravel()[order]), level)) + 1
    region = np.zeros(over.poc.size, dtype=np.bool_)
    region[order[:count]] = True
    return region.reshape(over.poc.shape)


def _area_m2(over: ProbabilityMap, level: float) -> float:
    grid = over.grid
    per_lat_m, per_lon_m = metres_per_degree(float(grid.lat_deg.mean()))
    cell_m2 = grid.step_lat_deg * float(per_lat_m) * grid.step_lon_deg * float(per_lon_m)
    return float(_region(over, level).sum()) * cell_m2
