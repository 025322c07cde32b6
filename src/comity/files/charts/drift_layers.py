"""What a drift map shows on its paper: probability, containment areas, mean drift, last known position, wind, current.

Units: degrees, metres; knots for wind and current, as officers read them. The probability ramp runs from light to dark
in one direction of lightness, so that it reads the same with any colour vision and in print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, PowerNorm
from matplotlib.patches import Circle, Polygon
from matplotlib.transforms import Affine2D
from numpy.typing import NDArray

from comity.files.boxes import Box
from comity.files.charts.paper import halo
from comity.ground import M_S_PER_KNOT, Floats, distance_m, metres_per_degree
from comity.rescue import (
    STRANDED,
    Area,
    Bearing,
    Case,
    Cloud,
    Cone,
    Containment,
    Debris,
    Drawn,
    LandMask,
    LastReport,
    ProbabilityMap,
    Scenario,
    VectorField,
    Voyage,
    nominal_places,
)

RAMP = LinearSegmentedColormap.from_list(
    "comity probability",
    [
        (0.00, (1.0, 0.95, 0.72, 0.0)),
        (0.08, (1.0, 0.92, 0.62, 0.50)),
        (0.35, (0.99, 0.71, 0.30, 0.93)),
        (0.65, (0.85, 0.37, 0.16, 0.96)),
        (1.00, (0.45, 0.08, 0.14, 0.98)),
    ],
)
"""Light yellow to dark red-brown; transparent near zero."""

WAYS = Voyage | LastReport | Bearing
"""Scenarios that lie along a way: drawn as a dotted line with its ends."""

CONTOUR = "#5a1220"
TRACK = "#12355b"
START = "#12355b"
ASHORE = "#00695c"
CURRENT = "#2b6ca3"
WIND = "#59636b"

LEVEL_STYLES = {0.50: (1.9, "-"), 0.75: (1.4, "-"), 0.90: (1.2, (0, (6, 2))), 0.95: (1.0, (0, (1.5, 1.8)))}
_INCHES_LONGEST = 0.42
_KEYS_KT = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
_MOST_STRANDED = 3000
_HOUR_MS = 3_600_000
_MINUTE_MS = 60_000
_HOURS_BETWEEN_TIMES = 6
_POINTS_PER_INCH = 72
_HALF_LABEL_POINTS = (15.0, 5.0)


@dataclass(frozen=True)
class ArrowScale:
    """How long an arrow of the current is on paper, and the speed that the key shows."""

    knots_per_inch: float
    key_kt: float


def draw_probability(axes: Axes, found: ProbabilityMap) -> None:
    """Draw the probability by cell, smoothly.

    The ramp ends at 2.2 times the density on the edge of the 50 % area (a normal cloud peaks at twice it), so that what
    lies ashore in a few cells does not pale what is still at sea.
    """
    grid = found.grid
    density = found.poc / grid.cell_m2[:, None]
    order = np.argsort(-density, axis=None)
    half = int(np.searchsorted(np.cumsum(found.poc.ravel()[order]), 0.5))
    top = min(float(density.max()), 2.2 * float(density.ravel()[order[min(half, order.size - 1)]]))
    east, north = grid.west_deg + grid.columns * grid.step_lon_deg, grid.south_deg + grid.rows * grid.step_lat_deg
    axes.imshow(
        density,
        origin="lower",
        extent=(grid.west_deg, east, grid.south_deg, north),
        cmap=RAMP,
        norm=PowerNorm(0.6, 0, top),
        interpolation="bicubic",
        aspect="auto",
        zorder=2,
    )


def draw_containment(axes: Axes, areas: Sequence[Containment], busy: Floats, view: Box) -> None:
    """Draw the outlines of the containment areas, each with its level where the map is emptiest.

    Parameters
    ----------
    busy
        Positions that a label keeps away from, shape (points, 2) of longitude and latitude.
    """
    taken = busy
    for area in sorted(areas, key=lambda each: each.level):
        width, dashes = LEVEL_STYLES.get(area.level, (1.2, "-"))
        rings = [np.array([*ring, ring[0]]) for polygon in area.polygons for ring in polygon]
        for ring in rings:
            axes.plot(*ring.T, color=CONTOUR, linewidth=width, linestyle=dashes, zorder=5, solid_joinstyle="round")
        if not rings:
            continue
        spot = _emptiest(max(rings, key=len), taken, view)
        axes.text(
            float(spot[0]),
            float(spot[1]),
            f"{area.level * 100:g} %",
            fontsize=8.5,
            color=CONTOUR,
            ha="center",
            va="center",
            weight="bold",
            zorder=7,
            path_effects=halo(3),
        )
        taken = np.vstack([taken, spot])


def draw_track(axes: Axes, cloud: Cloud, view: Box) -> Floats:
    """Draw the drift of the mean position with a tick each hour and a time every six; return its positions."""
    lon, lat = mean_track(cloud)
    known = np.isfinite(lon)
    lon, lat, time_ms = lon[known], lat[known], cloud.time_ms[known]
    axes.plot(lon, lat, color=TRACK, linewidth=2.0, zorder=6, path_effects=halo(4), solid_capstyle="round")
    axes.plot(lon[1:-1], lat[1:-1], "o", color="white", markeredgecolor=TRACK, markersize=3.2, zorder=6.1)
    axes.plot(lon[-1:], lat[-1:], "s", color=TRACK, markeredgecolor="white", markersize=7.5, zorder=6.2)
    labelled = [*range(_HOURS_BETWEEN_TIMES, lon.size - 1, _HOURS_BETWEEN_TIMES), lon.size - 1]
    dots = axes.transData.transform(np.column_stack([lon, lat])) * _POINTS_PER_INCH / axes.figure.dpi
    taken = dots
    for k in _apart(labelled, lon, lat, view):
        minute = int(time_ms[k] // _MINUTE_MS)
        offset = _beside(dots[k], taken)
        taken = np.vstack([taken, dots[k] + offset])
        axes.annotate(
            f"{minute // 60 % 24:02d}{minute % 60:02d}Z",
            (lon[k], lat[k]),
            xytext=(float(offset[0]), float(offset[1])),
            textcoords="offset points",
            fontsize=8,
            color=TRACK,
            ha="center",
            va="center",
            zorder=7,
            path_effects=halo(3),
        )
    return np.column_stack([lon, lat])


def draw_starts(axes: Axes, case: Case) -> None:
    """Draw where the object may have been: a position with its error, a cone, an area, a way, where debris lay."""
    for scenario in case.scenarios:
        if isinstance(scenario, Drawn):
            continue
        if isinstance(scenario, Area):
            if not isinstance(scenario.polygon, str):
                for ring in scenario.polygon:
                    axes.add_patch(Polygon(np.array(ring), fill=False, edgecolor=START, linewidth=1.4, zorder=5.5))
            continue
        if isinstance(scenario, WAYS | Debris):
            way = nominal_places(scenario)[:2]
            axes.plot(*way, ":", color=START, linewidth=1.6, zorder=5.5, path_effects=halo(3))
            mark = "x" if isinstance(scenario, Debris) else "+"
            ends = [each[[0, -1]] for each in way]
            axes.plot(*ends, mark, color=START, markersize=9, markeredgewidth=2.0, zorder=6.5)
            continue
        spots = list(_fixes(scenario))
        if len(spots) > 1:
            axes.plot([s[0] for s in spots], [s[1] for s in spots], ":", color=START, linewidth=1.2, zorder=5.5)
        for lon, lat, error_m in spots:
            per_lat_m, per_lon_m = metres_per_degree(lat)
            place = Affine2D().scale(error_m / float(per_lon_m), error_m / float(per_lat_m)).translate(lon, lat)
            circle = Circle((0, 0), 1.0, fill=False, edgecolor=START, linewidth=1.3, linestyle=(0, (3, 2)), zorder=6.3)
            circle.set_transform(place + axes.transData)
            axes.add_patch(circle)
            axes.plot(
                [lon], [lat], "+", color=START, markersize=13, markeredgewidth=2.0, zorder=6.5, path_effects=halo(4)
            )


def draw_stranded(axes: Axes, cloud: Cloud) -> None:
    """Draw where hypotheses lie ashore, at most a few thousand of them."""
    ashore = np.flatnonzero(cloud.status[:, -1] == STRANDED)
    shown = ashore[:: max(1, ashore.size // _MOST_STRANDED)]
    lon, lat = cloud.lon_deg[shown, -1], cloud.lat_deg[shown, -1]
    axes.plot(lon, lat, ".", color=ASHORE, markersize=4, alpha=0.6, markeredgewidth=0, zorder=4.5)


def draw_current(axes: Axes, field: VectorField, land: LandMask, view: Box, period_ms: tuple[int, int]) -> ArrowScale:
    """Draw the current, mean over the drift, as slender arrows at even places; return their scale."""
    lon, lat = _places(view, (np.arange(13) + 0.5) / 13, (np.arange(9) + 0.5) / 9)
    cell = land.grid.cells_of(lat, lon)
    at_sea = (cell < 0) | ~land.land.ravel()[np.maximum(cell, 0)]
    lon, lat = lon[at_sea], lat[at_sea]
    u, v = (each / M_S_PER_KNOT for each in _mean_at(field, lon, lat, period_ms))
    speed = np.hypot(u, v)
    top = float(np.nanmax(speed)) if np.isfinite(speed).any() else 1.0
    scale = max(top, 0.05) / _INCHES_LONGEST
    arrows = axes.quiver(
        lon, lat, u, v, scale=scale, scale_units="inches", angles="uv", color=CURRENT, alpha=0.75, zorder=4, **ARROW
    )
    arrows.set_path_effects(halo(1.5))
    return ArrowScale(scale, max((each for each in _KEYS_KT if each <= top), default=_KEYS_KT[0]))


def draw_wind(axes: Axes, field: VectorField, view: Box, period_ms: tuple[int, int]) -> None:
    """Draw the wind, mean over the drift, as barbs in knots (half barb 5, barb 10, flag 50)."""
    # between the arrows of the current, so that the two do not lie on each other
    lon, lat = _places(view, np.array([1, 4, 7, 10, 12]) / 13, np.array([1, 3, 5, 7, 8]) / 9)
    u, v = (each / M_S_PER_KNOT for each in _mean_at(field, lon, lat, period_ms))
    there = np.isfinite(u)
    barbs = axes.barbs(lon[there], lat[there], u[there], v[there], flip_barb=lat[there] < 0, zorder=4, **BARB)
    barbs.set_path_effects(halo(1.5))


ARROW: dict[str, Any] = {"width": 0.0022, "headwidth": 4.5, "headlength": 5.0, "headaxislength": 4.2, "pivot": "middle"}
BARB: dict[str, Any] = {
    "length": 6.0,
    "linewidth": 0.8,
    "color": WIND,
    "sizes": {"emptybarb": 0.12, "spacing": 0.16, "height": 0.42},
}


def mean_track(cloud: Cloud) -> tuple[Floats, Floats]:
    """Return longitude and latitude of the mean of the hypotheses in the water or ashore, hour by hour."""
    lon, lat = (np.asarray(each, dtype=np.float64) for each in (cloud.lon_deg, cloud.lat_deg))
    count = np.isfinite(lon).sum(axis=0)
    mean_lon, mean_lat = (
        np.divide(np.nansum(each, axis=0), count, out=np.full(count.size, np.nan), where=count > 0)
        for each in (lon, lat)
    )
    return mean_lon, mean_lat


def _fixes(scenario: Scenario) -> Iterator[tuple[float, float, float]]:
    """Yield nominal positions and the radius of the circle about each."""
    lon, lat, error_m = nominal_places(scenario)
    radii_m = scenario.position_error_m if isinstance(scenario, Cone) else (error_m,)
    yield from zip(lon, lat, radii_m, strict=True)


def _places(view: Box, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    lon, lat = np.meshgrid(
        view.west_deg + x * (view.east_deg - view.west_deg), view.south_deg + y * (view.north_deg - view.south_deg)
    )
    return lon.ravel(), lat.ravel()


def _mean_at(field: VectorField, lon: Floats, lat: Floats, period_ms: tuple[int, int]) -> tuple[Floats, Floats]:
    """Return the mean over a period of a field's nearest nodes, NaN outside it."""
    row, column = (_nearest(field, lon, lat, nodes) for nodes in (field.lattice.row, field.lattice.column))
    rows, columns = field.east_m_s.shape[1:]
    inside = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
    hours = np.flatnonzero((field.time_ms >= period_ms[0] - _HOUR_MS) & (field.time_ms <= period_ms[1] + _HOUR_MS))
    chosen = hours if hours.size else np.arange(field.time_ms.size)
    at = np.where(inside, row, 0), np.where(inside, column, 0)
    u, v = (
        np.where(inside, each[chosen][:, at[0], at[1]].mean(axis=0, dtype=np.float64), np.nan)
        for each in (field.east_m_s, field.north_m_s)
    )
    return u, v


def _nearest(field: VectorField, lon: Floats, lat: Floats, nodes: Floats) -> NDArray[np.int64]:
    made = field.lattice
    v, u = (lat - made.south_deg) / made.step_lat_deg, (lon - made.west_deg) / made.step_lon_deg
    inside = (v >= 0) & (v <= nodes.shape[0] - 1) & (u >= 0) & (u <= nodes.shape[1] - 1)
    i = np.clip(v.astype(np.int64), 0, nodes.shape[0] - 2)
    j = np.clip(u.astype(np.int64), 0, nodes.shape[1] - 2)
    a, b = v - i, u - j
    mixed = (1 - a) * ((1 - b) * nodes[i, j] + b * nodes[i, j + 1]) + a * (
        (1 - b) * nodes[i + 1, j] + b * nodes[i + 1, j + 1]
    )
    return np.where(inside, np.rint(mixed), -1).astype(np.int64)


def _emptiest(ring: Floats, taken: Floats, view: Box) -> Floats:
    spots = ring[:: max(1, len(ring) // 90)]
    inside = (
        (spots[:, 0] > view.west_deg)
        & (spots[:, 0] < view.east_deg)
        & (spots[:, 1] > view.south_deg)
        & (spots[:, 1] < view.north_deg)
    )
    spots = spots[inside] if inside.any() else spots
    stretch = np.cos(np.radians(view.lat_deg))
    apart = np.hypot((spots[:, None, 0] - taken[None, :, 0]) * stretch, spots[:, None, 1] - taken[None, :, 1])
    chosen: Floats = spots[int(apart.min(axis=1).argmax())]
    return chosen


def _apart(labelled: list[int], lon: Floats, lat: Floats, view: Box) -> list[int]:
    least_m = float(distance_m(view.south_deg, view.west_deg, view.south_deg, view.east_deg)) * 0.055
    kept: list[int] = []
    for k in reversed(labelled):
        if all(float(distance_m(lat[k], lon[k], lat[other], lon[other])) > least_m for other in kept):
            kept.append(k)
    start = [k for k in kept if float(distance_m(lat[k], lon[k], lat[0], lon[0])) > least_m]
    return start or kept[:1]


def _beside(dot: Floats, taken: Floats) -> Floats:
    """Return the offset, in points, at which the label of a dot lies farthest from what is there already."""
    sides = np.array(
        [(26, 0), (-26, 0), (0, 14), (0, -14), (22, 12), (-22, 12), (22, -12), (-22, -12)], dtype=np.float64
    )
    away = np.abs(dot + sides[:, None, :] - taken[None, :, :]) - np.array(_HALF_LABEL_POINTS)
    clear = np.hypot(*np.moveaxis(away.clip(0), 2, 0)).min(axis=1)
    chosen: Floats = sides[int(clear.argmax())]
    return chosen
