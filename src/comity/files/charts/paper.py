"""The paper of a chart: view, land, graticule, frame and scale bar.

Equirectangular, true to scale at the middle latitude: a degree of longitude is as wide there as on the ellipsoid.
Units: degrees, metres; nautical miles on the scale bar. Colours are quiet, so that the probability speaks.
"""

from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.patheffects import AbstractPathEffect, withStroke
from scipy.ndimage import gaussian_filter

from comity.files.boxes import Box, degrees_minutes
from comity.ground import M_PER_NM, Floats, metres_per_degree
from comity.rescue import LandMask

SEA = "#e9f1f4"
LAND = "#efe8d8"
COAST = "#8d8063"
INK = "#22303a"
QUIET = "#6d7f8a"

_GRATICULE_MINUTES = (1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600)
_SCALE_NM = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)
_ROOM = 0.14  # share of the view left free on each side of what is shown
_LEAST_M = 12_000.0  # least height of a view


def view_of(lon_deg: Floats, lat_deg: Floats, *, aspect: float) -> Box:
    """Return the view around positions, with room, of a width to height ratio on paper."""
    west, east = float(np.nanmin(lon_deg)), float(np.nanmax(lon_deg))
    south, north = float(np.nanmin(lat_deg)), float(np.nanmax(lat_deg))
    lon, lat = (west + east) / 2, (south + north) / 2
    per_lat_m, per_lon_m = (float(each) for each in metres_per_degree(lat))
    height_m = max((north - south) * per_lat_m * (1 + 2 * _ROOM), _LEAST_M)
    width_m = (east - west) * per_lon_m * (1 + 2 * _ROOM)
    height_m, width_m = max(height_m, width_m / aspect), max(width_m, height_m * aspect)
    half_lon, half_lat = width_m / per_lon_m / 2, height_m / per_lat_m / 2
    return Box(lon - half_lon, lat - half_lat, lon + half_lon, lat + half_lat)


def draw_land(axes: Axes, land: LandMask) -> None:
    """Draw land with a coast smoothed at the size of a cell of its raster."""
    if not land.land.any():
        return
    smooth = gaussian_filter(land.land.astype(np.float32), 0.7)
    shape = (land.grid.lon_deg, land.grid.lat_deg, smooth)
    axes.contourf(*shape, levels=[0.5, 2.0], colors=[LAND], zorder=3)
    if not land.land.all():
        axes.contour(*shape, levels=[0.5], colors=[COAST], linewidths=0.8, zorder=3.1)


def draw_graticule(axes: Axes, view: Box, *, right_to_left: bool) -> None:
    """Draw parallels and meridians with their degrees and minutes, and the frame of a sea chart."""
    step = _graticule_step(view)
    for axis, low, high, sides, width in (
        (axes.xaxis, view.west_deg, view.east_deg, "EW", 3),
        (axes.yaxis, view.south_deg, view.north_deg, "NS", 2),
    ):
        ticks = np.arange(np.ceil(low / step), np.floor(high / step) + 1) * step
        axis.set_ticks(ticks, [degrees_minutes(float(tick), sides, width, decimals=0) for tick in ticks])
    axes.tick_params(length=0, pad=9, labelsize=8.5, labelcolor=INK)
    if right_to_left:
        axes.yaxis.tick_right()
    for label in axes.get_yticklabels():
        label.set(rotation=90, va="center")
    axes.grid(True, color="#9db4bf", linewidth=0.5, alpha=0.55, zorder=1)
    for spine in axes.spines.values():
        spine.set(linewidth=0.9, color=INK)
    _draw_frame(axes, view, step)


def draw_scale(axes: Axes, view: Box, unit: str, *, corner: tuple[int, int]) -> None:
    """Draw a scale bar in nautical miles in a corner: (0, 0) is lower left, (1, 1) upper right."""
    _, per_lon_m = metres_per_degree(view.lat_deg)
    width_nm = (view.east_deg - view.west_deg) * float(per_lon_m) / M_PER_NM
    length_nm = max((each for each in _SCALE_NM if each <= width_nm / 4), default=_SCALE_NM[0])
    share = length_nm / width_nm
    left = 0.035 if corner[0] == 0 else 0.965 - share
    bottom = 0.042 if corner[1] == 0 else 0.94
    axes.add_patch(
        Rectangle(
            (left - 0.022, bottom - 0.03),
            share + 0.044,
            0.078,
            transform=axes.transAxes,
            facecolor="white",
            edgecolor="none",
            alpha=0.72,
            zorder=8.5,
        )
    )
    for part in range(4):
        face = INK if part % 2 == 0 else "white"
        axes.add_patch(
            Rectangle(
                (left + part * share / 4, bottom),
                share / 4,
                0.009,
                transform=axes.transAxes,
                facecolor=face,
                edgecolor=INK,
                linewidth=0.7,
                zorder=9,
            )
        )
    for at, above, text in ((0.0, 1, "0"), (0.5, 1, f"{length_nm / 2:g}"), (1.0, 1, f"{length_nm:g}"), (0.5, 0, unit)):
        axes.text(
            left + at * share,
            bottom + (0.016 if above else -0.005),
            text,
            transform=axes.transAxes,
            ha="center",
            va="bottom" if above else "top",
            fontsize=8.5,
            color=INK,
            zorder=9,
            path_effects=halo(),
        )


def halo(width: float = 2.5, colour: str = "white") -> list[AbstractPathEffect]:
    """Return the path effect that keeps a label readable on any ground."""
    return [withStroke(linewidth=width, foreground=colour, alpha=0.85)]


def emptiest_corner(view: Box, lon_deg: Floats, lat_deg: Floats) -> tuple[int, int]:
    """Return the corner of a view that is farthest from what is shown; lower corners win a tie."""
    x = (lon_deg - view.west_deg) / (view.east_deg - view.west_deg)
    y = (lat_deg - view.south_deg) / (view.north_deg - view.south_deg)
    corners = ((0, 0), (1, 0), (0, 1), (1, 1))
    return max(corners, key=lambda at: float(np.nanmin(np.hypot(x - at[0], y - at[1]))) - 0.05 * at[1])


def _graticule_step(view: Box) -> float:
    wanted = (view.north_deg - view.south_deg) * 60 / 5
    return min(_GRATICULE_MINUTES, key=lambda minutes: abs(np.log(minutes / wanted))) / 60


def _draw_frame(axes: Axes, view: Box, step: float) -> None:
    box = axes.get_position()
    figure = axes.get_figure(root=True)
    assert figure is not None
    width_in, height_in = figure.get_size_inches()
    thick = 0.07  # inches
    for low, high, across, vertical in (
        (view.west_deg, view.east_deg, box.height * height_in, False),
        (view.south_deg, view.north_deg, box.width * width_in, True),
    ):
        depth = thick / across
        edges = np.arange(np.floor(low / step * 2), np.ceil(high / step * 2) + 1) * step / 2
        shares = np.clip((edges - low) / (high - low), 0, 1)
        first = int(np.floor(low / step * 2))
        for number, (start, stop) in enumerate(pairwise(shares)):
            face = INK if (first + number) % 2 else "white"
            for base in (-depth, 1.0):
                corner = (base, start) if vertical else (start, base)
                size = (depth, stop - start) if vertical else (stop - start, depth)
                axes.add_patch(
                    Rectangle(
                        corner,
                        *size,
                        transform=axes.transAxes,
                        facecolor=face,
                        edgecolor=INK,
                        linewidth=0.6,
                        clip_on=False,
                        zorder=8,
                    )
                )
