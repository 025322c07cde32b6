"""The picture of a plan: where to look, the area and the way of every unit, on the paper of our charts, as SVG.

Units: degrees. Colours tell units apart with any colour vision (Okabe and Ito, 2008), and each name stands beside its
area for those who print without colour. Letters are drawn as shapes, so that every reader sees the same picture.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from comity.files.boxes import Box
from comity.files.charts import paper
from comity.files.charts.drift_layers import CONTOUR, LEVEL_STYLES
from comity.files.charts.markup import visible
from comity.files.coast import land_mask
from comity.files.words import Words
from comity.ground import Floats

_SIZE_IN = (7.2, 5.4)
_MAP = (0.055, 0.055, 0.915, 0.915)
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000")
_MOST_COAST_CELLS = 200_000
"""A coast of two metres across on paper: finer lines make a heavier file and no better picture."""


def plan_picture(units: Sequence[Mapping[str, Any]], containment: Sequence[Mapping[str, Any]], words: Words) -> str:
    """Return a picture as SVG.

    Parameters
    ----------
    units
        Units of a plan document (`plan.json`), or what was searched: `unit` and `legs`, without `area`.
    containment
        Features of `containment.geojson`.
    """
    with matplotlib.rc_context({"font.family": "DejaVu Sans", "svg.fonttype": "path", "svg.hashsalt": "comity"}):
        figure = Figure(figsize=_SIZE_IN, facecolor="white")
        FigureCanvasSVG(figure)
        axes = figure.add_axes(_MAP, facecolor=paper.SEA)
        lon, lat = _shown(units, containment)
        view = paper.view_of(lon, lat, aspect=_SIZE_IN[0] * _MAP[2] / (_SIZE_IN[1] * _MAP[3]))
        axes.set(xlim=(view.west_deg, view.east_deg), ylim=(view.south_deg, view.north_deg), autoscale_on=False)
        paper.draw_graticule(axes, view, right_to_left=False)
        paper.draw_land(axes, land_mask(view, most_cells=_MOST_COAST_CELLS))
        _draw_containment(axes, containment, view)
        taken: list[Floats] = []
        for number, entry in enumerate(units):
            corners = _draw_unit(axes, entry, _COLOURS[number % len(_COLOURS)], view)
            taken.append(_label(axes, entry, corners, taken, _COLOURS[number % len(_COLOURS)]))
        paper.draw_scale(axes, view, words.say("files-map-nm"), corner=paper.emptiest_corner(view, lon, lat))
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": "Comity"})
        return out.getvalue()


def _draw_containment(axes: Axes, containment: Sequence[Mapping[str, Any]], view: Box) -> None:
    for feature in containment:
        width, dashes = LEVEL_STYLES.get(feature["properties"]["level"], (1.2, "-"))
        for rings in feature["geometry"]["coordinates"]:
            for ring in rings:
                lon, lat = _near(np.array(ring, dtype=np.float64), view.lon_deg).T
                axes.plot(lon, lat, color=CONTOUR, linewidth=width * 0.7, linestyle=dashes, zorder=4)


def _draw_unit(axes: Axes, entry: Mapping[str, Any], colour: str, view: Box) -> Floats:
    """Draw a unit's way and its area, and return where its name can stand, shape (places, 2)."""
    legs = entry["legs"]
    way = _near(np.column_stack([legs["lon_deg"], legs["lat_deg"]]), view.lon_deg)
    searching = np.flatnonzero(legs["is_searching"])
    for k, is_search in enumerate(legs["is_searching"]):
        width, dashes = (0.9, "-") if is_search else (0.6, (0, (4, 3)))
        axes.plot(*way[k : k + 2].T, color=colour, linewidth=width, linestyle=dashes, zorder=6)
    axes.plot(*way[searching[0]], marker="o", markersize=4, color=colour, zorder=7)
    if "area" not in entry:
        return np.asarray(way[searching[0] : searching[-1] + 2])
    corners = _near(np.array(entry["area"]["corners"], dtype=np.float64), view.lon_deg)
    axes.fill(*corners.T, facecolor=colour, alpha=0.10, zorder=5)
    axes.plot(*np.vstack([corners, corners[:1]]).T, color=colour, linewidth=1.3, zorder=6)
    return corners


def _label(axes: Axes, entry: Mapping[str, Any], places: Floats, taken: Sequence[Floats], colour: str) -> Floats:
    """Write a unit's name at the place that is farthest from the names that stand, and return that place."""
    away = [min((float(np.hypot(*(place - other))) for other in taken), default=float(place[1])) for place in places]
    best = np.asarray(places[int(np.argmax(away))])
    is_above = best[1] >= places[:, 1].mean()
    axes.annotate(
        visible(str(entry["unit"])),
        (float(best[0]), float(best[1])),
        xytext=(0, 4 if is_above else -4),
        textcoords="offset points",
        fontsize=7.5,
        color=colour,
        ha="center",
        va="bottom" if is_above else "top",
        parse_math=False,
        zorder=9,
        path_effects=paper.halo(),
    )
    return best


def _shown(units: Sequence[Mapping[str, Any]], containment: Sequence[Mapping[str, Any]]) -> tuple[Floats, Floats]:
    """Return the positions that the view holds: areas, searching legs and containment; the way to base may leave it."""
    spots = [np.array(ring) for each in containment for rings in each["geometry"]["coordinates"] for ring in rings]
    for entry in units:
        legs = entry["legs"]
        searching = np.flatnonzero(legs["is_searching"])
        way = np.column_stack([legs["lon_deg"], legs["lat_deg"]])
        spots.append(way[searching[0] : searching[-1] + 2])
        if "area" in entry:
            spots.append(np.array(entry["area"]["corners"]))
    every = np.vstack(spots).astype(np.float64)
    near = _near(every, float(every[0, 0]))
    return near[:, 0], near[:, 1]


def _near(places: Floats, lon_deg: float) -> Floats:
    """Return positions with longitudes within half a turn of one, so that a line does not run round the globe."""
    near = places.copy()
    near[:, 0] = lon_deg + (places[:, 0] - lon_deg + 180.0) % 360.0 - 180.0
    return near
