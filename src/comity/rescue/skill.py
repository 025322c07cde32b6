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
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from comity.ground import MS_PER_HOUR, MS_PER_S, Floats, InvalidInput, distance_m, metres_per_degree
from comity.rescue.case import Case
from comity.rescue.cloud import Cloud, Polygon, ProbabilityMap
from comity.rescue.probability_map import probability_map
from comity.rescue.scenarios import LastKnownPosition, run_on

LONGEST_GAP_MS = 3 * MS_PER_HOUR
"""Between two fixes farther apart a drifter's place is not known, but beside them: nothing is compared there."""

BESIDE_MS = 15 * 60 * MS_PER_S
"""So near to a fix its place is known all the same: archives give one every six hours."""

FASTEST_M_S = 5.0
"""What went faster between two fixes was aboard a ship, or one of the fixes is wrong: nothing is compared there."""

_STRAY_M = 500.0  # of a fix: two that are seconds apart tell no speed
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


def windows_of(track: Track, *, every_s: int, horizon_s: int, least_s: int = 0) -> list[Window]:
    """Return the windows of a track: releases at whole multiples of `every_s` since 1970, to `horizon_s` at most.

    Windows shorter than `least_s` are none; a track that has none so begins one at each whole hour until one is.
    """
    every_ms, least = every_s * MS_PER_S, least_s * MS_PER_S // MS_PER_HOUR
    begin_ms, end_ms = int(track.time_ms[0]), int(track.time_ms[-1])
    on_the_clock = range(-(-begin_ms // every_ms) * every_ms, end_ms, every_ms)
    windows = [_window(track, release_ms, horizon_s) for release_ms in on_the_clock]
    found = [each for each in windows if each is not None and each.lon_deg.size > least]
    for release_ms in range(-(-begin_ms // MS_PER_HOUR) * MS_PER_HOUR, 0 if found else end_ms, MS_PER_HOUR):
        each = _window(track, release_ms, horizon_s)
        if each is not None and each.lon_deg.size > least:
            return [each]
    return found


def _window(track: Track, release_ms: int, horizon_s: int) -> Window | None:
    last_ms = min(release_ms + horizon_s * MS_PER_S, int(track.time_ms[-1]))
    at_ms = np.arange(release_ms, last_ms + 1, MS_PER_HOUR)
    lon_deg, lat_deg = _places(track, at_ms)
    known = np.flatnonzero(~np.isnan(lon_deg))
    if not (known.size > 1 and known[0] == 0):
        return None
    size = int(known[-1]) + 1
    return Window(track.drifter, release_ms, lon_deg[:size], lat_deg[:size])


def _places(track: Track, at_ms: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Return where a drifter was, linear between fixes, NaN where it is not known; longitudes run on past 180."""
    lon_deg = np.unwrap(track.lon_deg, period=360.0)
    known = _is_known(track, at_ms)
    return (
        np.where(known, np.interp(at_ms, track.time_ms, lon_deg), np.nan),
        np.where(known, np.interp(at_ms, track.time_ms, track.lat_deg), np.nan),
    )


def _is_known(track: Track, at_ms: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return whether a drifter's place is known at some instants: in a short gap, or beside a fix that is its own."""
    gap_ms = np.diff(track.time_ms)
    gone_m = distance_m(track.lat_deg[:-1], track.lon_deg[:-1], track.lat_deg[1:], track.lon_deg[1:])
    is_slow = gone_m <= FASTEST_M_S * gap_ms / MS_PER_S + _STRAY_M
    is_own = np.append(is_slow, False) | np.append(False, is_slow)
    after = np.clip(np.searchsorted(track.time_ms, at_ms), 1, track.time_ms.size - 1)
    nearest = after - (at_ms - track.time_ms[after - 1] < track.time_ms[after] - at_ms)
    is_beside = (np.abs(at_ms - track.time_ms[nearest]) <= BESIDE_MS) & is_own[nearest]
    is_between = (gap_ms <= LONGEST_GAP_MS)[after - 1] & is_slow[after - 1]
    inside = (at_ms >= track.time_ms[0]) & (at_ms <= track.time_ms[-1])
    return np.asarray(inside & (is_between | is_beside), dtype=np.bool_)


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
    """Return how the regions of a map overlap an outline that was seen at its instant, by their areas."""
    seen = _seen(over, outline)
    inside = _shares_of_cells(over, seen)
    seen_cells = float(seen.area) / (over.grid.step_lon_deg * over.grid.step_lat_deg)  # it may reach beyond the map
    found = []
    for level in levels:
        region = _region(over, level)
        both = float(inside[region].sum())
        union = float(region.sum()) + seen_cells - both
        found.append(Overlap(level, both / seen_cells, both / float(region.sum()), both / union))
    return tuple(found)


def poc_within(over: ProbabilityMap, outline: Sequence[Polygon]) -> float:
    """Return the probability that a map gives to an outline; a cell that lies in it in part counts by its part."""
    return float((over.poc * _shares_of_cells(over, _seen(over, outline))).sum())


def _seen(over: ProbabilityMap, outline: Sequence[Polygon]) -> BaseGeometry:
    """Return the parts of an outline as one shape, on the map's side of the antimeridian."""
    parts = [_area_of(rings) for rings in outline]
    middle_deg = over.grid.west_deg + over.grid.columns * over.grid.step_lon_deg / 2
    beside = [360.0 * round((middle_deg - each.bounds[0]) / 360.0) if not each.is_empty else 0.0 for each in parts]
    whole = shapely.union_all([translate(each, xoff=off) for each, off in zip(parts, beside, strict=True)])
    if not whole.area > 0.0:
        raise InvalidInput(
            "rescue.crossed_polygon",
            "The outline of the area crosses itself or encloses nothing.",
            why="its inside cannot be told from its outside",
            remedy="give the corners in their order around the area",
        )
    return whole


def _area_of(rings: Polygon) -> BaseGeometry:
    """Return the shape of rings: one within another is its hole, one beside it another part, as in a scenario."""
    each = [shapely.make_valid(shapely.Polygon(ring)) for ring in run_on(rings)]
    return shapely.symmetric_difference_all(each)


def _shares_of_cells(over: ProbabilityMap, seen: BaseGeometry) -> Floats:
    """Return the share of each cell of a map that lies in a shape, shape of the map."""
    grid = over.grid
    lon_deg, lat_deg = np.meshgrid(grid.lon_deg, grid.lat_deg)
    half_lon, half_lat = grid.step_lon_deg / 2, grid.step_lat_deg / 2
    share = np.zeros(lon_deg.shape)
    west, south, east, north = seen.bounds
    near = (lon_deg > west - half_lon) & (lon_deg < east + half_lon)
    near &= (lat_deg > south - half_lat) & (lat_deg < north + half_lat)
    lon_deg, lat_deg = lon_deg[near], lat_deg[near]
    cells = shapely.box(lon_deg - half_lon, lat_deg - half_lat, lon_deg + half_lon, lat_deg + half_lat)
    shapely.prepare(seen)
    part = shapely.contains_properly(seen, cells).astype(np.float64)
    edge = (part == 0.0) & shapely.intersects(seen, cells)
    part[edge] = shapely.area(shapely.intersection(cells[edge], seen)) / (4 * half_lon * half_lat)
    share[near] = part
    return share


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
