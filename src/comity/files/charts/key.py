"""The words beside a drift map: what, when, how sure, how to read it, from what it was made.

Units as officers read them: knots, square kilometres, degrees and minutes, date-time groups in zone Z.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from comity.files.boxes import degrees_minutes
from comity.files.charts import drift_layers as layers
from comity.files.charts.paper import INK, QUIET
from comity.files.words import Words
from comity.ground import date_time_group
from comity.rescue import LEFT, STRANDED, Area, Cone, Debris, LastKnownPosition

if TYPE_CHECKING:
    from comity.files.charts.drift_map import DriftChart

_LEAST_ROOM = 0.13  # of the column, for three more lines of a source and what stands below
_SYMBOL = 0.16  # width kept for the symbols of the legend


class _Column:
    """A column of text written from the top down, from the left or from the right."""

    def __init__(self, axes: Axes, *, right_to_left: bool) -> None:
        self.axes, self.right_to_left, self.y = axes, right_to_left, 1.0

    def x(self, share: float) -> float:
        """Return a place along the reading direction."""
        return 1 - share if self.right_to_left else share

    def write(
        self, text: str, *, size: float = 9.0, colour: str = INK, weight: str = "normal", indent: float = 0
    ) -> None:
        """Write a paragraph, wrapped to the column."""
        width = int((1 - indent) * 358 / size)
        for line in textwrap.wrap(text, width, break_long_words=True) or [""]:
            self.axes.text(
                self.x(indent),
                self.y,
                line,
                fontsize=size,
                color=colour,
                weight=weight,
                ha="right" if self.right_to_left else "left",
                va="top",
            )
            self.y -= size * 0.00242

    def space(self, height: float = 0.012) -> None:
        """Leave room."""
        self.y -= height

    def rule(self) -> None:
        """Draw a thin line across the column."""
        self.space(0.006)
        self.axes.plot([0, 1], [self.y, self.y], color="#c3cdd3", linewidth=0.7)
        self.space(0.012)


def draw_key(axes: Axes, chart: DriftChart, words: Words, scale: layers.ArrowScale) -> None:
    """Write the words of a map into the axes beside it."""
    axes.set(xlim=(0, 1), ylim=(0, 1))
    axes.axis("off")
    column = _Column(axes, right_to_left=words.language == "ar")
    if chart.example:
        _mark(column, words.say("files-map-example"))
    column.write(words.say("files-map-title", case=chart.case.case_id), size=14, weight="bold")
    column.space(0.004)
    for each in chart.case.objects:
        leeway = each.leeway
        column.write(words.say("files-map-object", number=str(leeway.number), key=leeway.key), size=9.5)
        column.write(words.say(f"leeway-{leeway.number}"), size=8, colour=QUIET)
    column.rule()
    _times(column, chart, words)
    column.rule()
    _areas(column, chart, words)
    column.rule()
    _legend(column, chart, words, scale)
    column.rule()
    column.write(words.say("files-map-sources"), size=8, colour=QUIET, weight="bold")
    for source in chart.sources:
        if column.y < _LEAST_ROOM:  # the rest stands in summary.json
            column.write("…", size=7.5, colour=QUIET)
            break
        column.write(source, size=7.5, colour=QUIET)
    column.write(words.say("files-map-coast"), size=7.5, colour=QUIET)
    column.write(_uncertainty(chart, words), size=7.5, colour=QUIET)
    column.y = 0.03
    column.write(words.say("files-map-not-for-navigation"), size=9.5, weight="bold")


def _uncertainty(chart: DriftChart, words: Words) -> str:
    of = chart.case.run.uncertainty
    if of is None:
        return words.say("files-map-exact")
    size, hours = f"{chart.cloud.current_error_m_s:.2f}", f"{of.current_memory_s / 3600:g}"
    return words.say("files-map-uncertainty", size=size, hours=hours)


def _mark(column: _Column, text: str) -> None:
    column.axes.add_patch(Rectangle((0, column.y - 0.036), 1, 0.036, facecolor="#8c1c2b", edgecolor="none"))
    column.axes.text(
        0.5, column.y - 0.018, text, color="white", fontsize=12, weight="bold", ha="center", va="center_baseline"
    )
    column.y -= 0.052


def _times(column: _Column, chart: DriftChart, words: Words) -> None:
    cloud = chart.cloud
    column.write(words.say("files-map-from", time=date_time_group(int(cloud.time_ms[0]))), size=9.5)
    column.write(words.say("files-map-to", time=date_time_group(int(cloud.time_ms[-1]))), size=9.5, weight="bold")
    for scenario in chart.case.scenarios:
        if isinstance(scenario, LastKnownPosition):
            place = f"{degrees_minutes(scenario.lat_deg, 'NS', 2)} {degrees_minutes(scenario.lon_deg, 'EW', 3)}"
            column.write(words.say("files-map-lkp", place=place), size=9)
    lon, lat = layers.mean_track(cloud)
    place = f"{degrees_minutes(float(lat[-1]), 'NS', 2)} {degrees_minutes(float(lon[-1]), 'EW', 3)}"
    column.write(words.say("files-map-mean", place=place, time=date_time_group(int(chart.cloud.time_ms[-1]))), size=9)


def _areas(column: _Column, chart: DriftChart, words: Words) -> None:
    column.write(words.say("files-map-containment"), size=9, weight="bold")
    column.space(0.003)
    for area in sorted(chart.containment, key=lambda each: each.level):
        width, dashes = layers.LEVEL_STYLES.get(area.level, (1.2, "-"))
        _line(column, layers.CONTOUR, width, dashes)
        km2 = area.area_m2 / 1e6
        size = f"{km2:,.0f}".replace(",", " ") if km2 >= 10 else f"{km2:.1f}"
        text = words.say("files-map-level", level=f"{area.level * 100:g} %", area=size)
        column.write(text, size=9, indent=_SYMBOL)
        column.space(0.003)
    column.space(0.002)
    gradient = np.linspace(0, 1, 128)[None, :]
    low, high = sorted((column.x(0.0), column.x(0.62)))
    turned = gradient[:, ::-1] if column.right_to_left else gradient
    column.axes.imshow(
        turned, cmap=layers.RAMP, extent=(low, high, column.y - 0.016, column.y - 0.001), aspect="auto", zorder=1
    )
    column.axes.set(xlim=(0, 1), ylim=(0, 1))
    column.y -= 0.02
    column.write(words.say("files-map-ramp"), size=8, colour=QUIET)


def _share(part: float) -> str:
    return f"{part * 100:.1f} %" if part >= 0.001 else "< 0.1 %"


def _legend(column: _Column, chart: DriftChart, words: Words, scale: layers.ArrowScale) -> None:
    axes, middle = column.axes, column.x(_SYMBOL * 0.42)
    _starts(column, chart, words)
    _line(column, layers.TRACK, 2.0, "-", marker="o")
    column.write(words.say("files-map-track"), size=9, indent=_SYMBOL)
    column.space(0.006)
    stranded = float((chart.cloud.status[:, -1] == STRANDED).mean())
    if stranded > 0:
        axes.plot([middle], [column.y - 0.009], ".", color=layers.ASHORE, markersize=9)
        column.write(words.say("files-map-stranded", share=_share(stranded)), size=9, indent=_SYMBOL)
        column.space(0.006)
    left = float((chart.cloud.status[:, -1] == LEFT).mean())
    if left > 0:
        column.write(words.say("files-map-left", share=_share(left)), size=9, indent=_SYMBOL)
        column.space(0.006)
    y = column.y - 0.009
    arrow = {**layers.ARROW, "width": 0.0085}
    axes.quiver(
        [middle],
        [y],
        [scale.key_kt],
        [0],
        scale=scale.knots_per_inch,
        scale_units="inches",
        color=layers.CURRENT,
        **arrow,
    )
    column.write(words.say("files-map-current", speed=f"{scale.key_kt:g}"), size=9, indent=_SYMBOL)
    column.space(0.006)
    axes.barbs([middle + 0.05], [column.y - 0.012], [15.0], [0.0], **layers.BARB)
    column.write(words.say("files-map-wind"), size=9, indent=_SYMBOL)


def _starts(column: _Column, chart: DriftChart, words: Words) -> None:
    axes, middle = column.axes, column.x(_SYMBOL * 0.42)
    scenarios = chart.case.scenarios
    if any(isinstance(each, Area) for each in scenarios):
        axes.plot([middle], [column.y - 0.009], "s", color="none", markeredgecolor=layers.START, markersize=11)
        column.write(words.say("files-map-area"), size=9, indent=_SYMBOL)
        column.space(0.006)
    if any(isinstance(each, layers.WAYS) for each in scenarios):
        _line(column, layers.START, 1.2, ":")
        column.write(words.say("files-map-way"), size=9, indent=_SYMBOL)
        column.space(0.006)
    if any(isinstance(each, Debris) for each in scenarios):
        axes.plot([middle], [column.y - 0.009], "x", color=layers.START, markersize=9, markeredgewidth=2)
        column.write(words.say("files-map-debris"), size=9, indent=_SYMBOL)
        column.space(0.006)
    if any(isinstance(each, LastKnownPosition | Cone) for each in scenarios):
        y = column.y - 0.009
        axes.plot([middle], [y], "+", color=layers.START, markersize=12, markeredgewidth=2)
        axes.plot([middle], [y], "o", color="none", markeredgecolor=layers.START, markersize=13, markeredgewidth=0.9)
        error_m = [each.position_error_m for each in scenarios if isinstance(each, LastKnownPosition)]
        text = words.say("files-map-start")
        if len(error_m) == len(scenarios) == 1:
            text = words.say("files-map-start-error", error=f"{error_m[0] / 1000:.1f}")
        column.write(text, size=9, indent=_SYMBOL)
        column.space(0.006)


def _line(column: _Column, colour: str, width: float, dashes: object, marker: str = "") -> None:
    ends = [column.x(0.0), column.x(_SYMBOL * 0.8)]
    y = column.y - 0.009
    column.axes.plot(ends, [y, y], color=colour, linewidth=width, linestyle=dashes)
    if marker:
        column.axes.plot(
            [sum(ends) / 2], [y], marker, color="white", markeredgecolor=colour, markersize=4, markeredgewidth=1
        )
