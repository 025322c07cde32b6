"""The map of a drift: where to look, at a glance and in print, in Arabic, English or French.

The map stands on one side and its words on the other; in Arabic the words stand on the right-hand side's mirror and
run from right to left, while coordinates and times keep their order.
"""

import io
from dataclasses import dataclass

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from comity.files.boxes import Box
from comity.files.charts import drift_layers as layers
from comity.files.charts import paper
from comity.files.charts.key import draw_key
from comity.files.coast import land_mask
from comity.files.words import Words
from comity.ground import Floats
from comity.rescue import Case, Cloud, Containment, ProbabilityMap, VectorField, nominal_places

_SIZE_IN = (13.0, 8.6)
_MAP_WIDTH, _MAP_HEIGHT = 0.695, 0.885
_DPI = 150
_MOST_COAST_CELLS = 1_500_000


@dataclass(frozen=True)
class DriftChart:
    """What a drift map is drawn from; `example` marks it as an exercise."""

    case: Case
    cloud: Cloud
    probability: ProbabilityMap
    containment: tuple[Containment, ...]
    current: VectorField
    wind: VectorField
    sources: tuple[str, ...]
    example: bool = False


def drift_map(chart: DriftChart, words: Words) -> bytes:
    """Return the bytes of `map.png`."""
    with matplotlib.rc_context({"font.family": "DejaVu Sans", "path.simplify_threshold": 0.3}):
        figure = Figure(figsize=_SIZE_IN, dpi=_DPI, facecolor="white")
        FigureCanvasAgg(figure)
        right_to_left = words.language == "ar"
        map_left = 1 - 0.045 - _MAP_WIDTH if right_to_left else 0.045
        axes = figure.add_axes((map_left, 0.06, _MAP_WIDTH, _MAP_HEIGHT), facecolor=paper.SEA)
        scale = _draw_map(axes, chart, words)
        key_left = 0.018 if right_to_left else map_left + _MAP_WIDTH + 0.02
        key = figure.add_axes((key_left, 0.03, 1 - _MAP_WIDTH - 0.045 - 0.038, 0.94))
        draw_key(key, chart, words, scale)
        out = io.BytesIO()
        figure.savefig(out, format="png", dpi=_DPI, metadata={"Software": "Comity"})
        return out.getvalue()


def view_of_chart(chart: DriftChart) -> Box:
    """Return the view of a chart: the widest containment area, the start and the mean drift, with room around."""
    lon, lat = _shown(chart)
    aspect = _SIZE_IN[0] * _MAP_WIDTH / (_SIZE_IN[1] * _MAP_HEIGHT)
    return paper.view_of(lon, lat, aspect=aspect)


def _draw_map(axes: Axes, chart: DriftChart, words: Words) -> layers.ArrowScale:
    view = view_of_chart(chart)
    axes.set(xlim=(view.west_deg, view.east_deg), ylim=(view.south_deg, view.north_deg), autoscale_on=False)
    paper.draw_graticule(axes, view, right_to_left=words.language == "ar")
    layers.draw_probability(axes, chart.probability)
    axes.set(xlim=(view.west_deg, view.east_deg), ylim=(view.south_deg, view.north_deg))
    land = land_mask(view, most_cells=_MOST_COAST_CELLS)
    paper.draw_land(axes, land)
    period_ms = int(chart.cloud.time_ms[0]), int(chart.cloud.time_ms[-1])
    scale = layers.draw_current(axes, chart.current, land, view, period_ms)
    layers.draw_wind(axes, chart.wind, view, period_ms)
    layers.draw_stranded(axes, chart.cloud)
    track = layers.draw_track(axes, chart.cloud, view)
    layers.draw_starts(axes, chart.case)
    layers.draw_containment(axes, chart.containment, track, view)
    corner = paper.emptiest_corner(view, *_shown(chart))
    paper.draw_scale(axes, view, words.say("files-map-nm"), corner=corner)
    return scale


def _shown(chart: DriftChart) -> tuple[Floats, Floats]:
    widest = max(chart.containment, key=lambda each: each.level)
    rings = [np.array(polygon[0]) for polygon in widest.polygons]
    lon, lat = layers.mean_track(chart.cloud)
    spots = [np.column_stack([lon, lat]), *rings]
    for scenario in chart.case.scenarios:
        spots.append(np.column_stack(nominal_places(scenario)[:2]))
    every = np.vstack(spots)
    every = every[np.isfinite(every).all(axis=1)]
    return every[:, 0], every[:, 1]
