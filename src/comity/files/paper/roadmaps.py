"""The roadmap as a picture: what runs when, and the milestones on it. Time runs from left to right in every language.

Days are dates; the picture is PNG, the same bytes for the same roadmap. From version 3.11 on matplotlib orders and
shapes Arabic by itself.
"""

import io
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import AutoDateLocator, DateFormatter, date2num
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from comity.agreement import Text
from comity.cooperation import RIGHT_TO_LEFT, written
from comity.files.paper.letters import shown
from comity.files.words import words

_INK, _QUIET, _LATE = "#12355b", "#525252", "#8a1c1c"
_FILLS = {"done": "#9fb8a8", "open": "#a9c1dc", "late": "#e0b1ac"}
"""One lightness, so that they print alike; the state stands in words beside each."""

_WIDTH_IN, _ROW_IN, _ENDS_IN, _DPI = 11.0, 0.52, 1.3, 160
_BAR = 0.52
_TIME, _OUTER, _EDGE = 0.65, 0.05, 0.02
"""Shares of the width: the time axis, what is free beyond it, the margin of the picture."""

_BELOW_IN = 0.55
_MARGIN = 0.03


@dataclass(frozen=True)
class Step:
    """A milestone: when it is due, and whether it was reached."""

    title: Text
    due: date
    is_done: bool = False


@dataclass(frozen=True)
class Lane:
    """An initiative or an action on the roadmap: from when until when, and how it stands (`done`, `open`, `late`)."""

    code: str
    title: Text
    starts: date
    ends: date
    state: str
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Roadmap:
    """What two parties carry out, as of a day."""

    title: Text
    as_of: date
    lanes: tuple[Lane, ...]


def roadmap_png(roadmap: Roadmap, language: str) -> bytes:
    """Return a roadmap as a picture in one language."""
    figure = Figure(figsize=(_WIDTH_IN, _ENDS_IN + _ROW_IN * max(1, len(roadmap.lanes))), dpi=_DPI)
    FigureCanvasAgg(figure)
    to_left = language in RIGHT_TO_LEFT
    height = figure.get_figheight()
    left = _OUTER if to_left else 1 - _OUTER - _TIME
    axes = figure.add_axes((left, _BELOW_IN / height, _TIME, 1 - _ENDS_IN / height))
    days = [day for lane in roadmap.lanes for day in (lane.starts, lane.ends)] + [roadmap.as_of]
    span = max(max(days) - min(days), timedelta(days=30))
    margin = _MARGIN * span.days
    axes.set_xlim(max(_x(min(days)) - margin, _x(date.min)), min(_x(max(days)) + margin, _x(date.max)))
    axes.set_ylim(len(roadmap.lanes) - 0.4, -0.6)
    for row, lane in enumerate(roadmap.lanes):
        _draw(axes, lane, row, language)
    _frame(figure, axes, roadmap, language)
    out = io.BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None}, facecolor="white")
    return out.getvalue()


def _draw(axes: Axes, lane: Lane, row: int, language: str) -> None:
    width = max(1.0, _x(lane.ends) - _x(lane.starts))
    axes.barh(row, width, _BAR, left=_x(lane.starts), color=_FILLS[lane.state], edgecolor=_INK, linewidth=0.6)
    for step in lane.steps:
        fill = _INK if step.is_done else "white"
        axes.plot(_x(step.due), row, "D", markersize=6, markerfacecolor=fill, markeredgecolor=_INK, zorder=4)
        axes.annotate(
            shown(step.title.in_language(language), language),
            (_x(step.due), row),
            (0, 10),
            textcoords="offset points",
            ha="center",
            va="bottom",
            font=_font(6.5),
            color=_QUIET,
        )
    to_left = language in RIGHT_TO_LEFT
    state = words(language).say(f"files-paper-state-{lane.state}")
    said = shown(f"{written.code(lane.code)} · {state}", language)
    for text, lift, size, colour in (
        (shown(lane.title.in_language(language), language), 5, 9, _INK),
        (said, -6, 7, _LATE if lane.state == "late" else _QUIET),
    ):
        axes.annotate(
            text,
            (1 - _EDGE if to_left else 1 - _OUTER - _TIME - _EDGE, row),
            (0, lift),
            xycoords=("figure fraction", "data"),
            textcoords="offset points",
            ha="right",
            va="center",
            font=_font(size),
            color=colour,
        )


def _frame(figure: Figure, axes: Axes, roadmap: Roadmap, language: str) -> None:
    locator = AutoDateLocator(minticks=4, maxticks=9)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(DateFormatter("%Y-%m-%d"))  # type: ignore[no-untyped-call]
    axes.tick_params(axis="x", labelsize=7, colors=_QUIET, length=3)
    axes.set_yticks([])
    axes.grid(axis="x", color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    for name, spine in axes.spines.items():
        spine.set_visible(name == "bottom")
        spine.set_color(_QUIET)
    axes.axvline(_x(roadmap.as_of), color=_LATE, linewidth=1.0)
    to_left = language in RIGHT_TO_LEFT
    side: dict[str, Any] = {"x": 1 - _EDGE if to_left else _EDGE, "ha": "right" if to_left else "left"}
    top = 1 - 0.22 / figure.get_figheight()
    figure.text(
        y=top, s=shown(roadmap.title.in_language(language), language), va="top", font=_font(14), color=_INK, **side
    )
    as_of = words(language).say("files-paper-roadmap-as-of", date=written.day(roadmap.as_of))
    other: dict[str, Any] = {"x": _EDGE if to_left else 1 - _EDGE, "ha": "left" if to_left else "right"}
    figure.text(y=top, s=shown(as_of, language), va="top", font=_font(9), color=_LATE, **other)


def _x(day: date) -> float:
    return float(date2num(day))  # type: ignore[no-untyped-call]


def _font(size_pt: float) -> FontProperties:
    return FontProperties(family="DejaVu Sans", size=size_pt)
