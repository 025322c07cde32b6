"""The manual plan's rectangles on the plane of a plan: those of the worksheet, or a square about the cloud's middle.

Units: metres, milliseconds since 1970. The worksheet needs one last known position and the fields of the drift; where
they are not at hand, the square has the same size rule: twice the search factor of its stage times the probable error.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from comity.ground import Floats
from comity.rescue.allocation import AWAY_M
from comity.rescue.cloud import Cloud
from comity.rescue.manual_case import PROBABLE
from comity.rescue.manual_plan import SEARCH_FACTORS, ManualCase, ManualPlan, ManualUnit, manual_plan
from comity.rescue.rectangles import strips
from comity.rescue.search_frame import SearchFrame, places_m
from comity.rescue.sorties import Sortie


@dataclass(frozen=True)
class ManualPiece:
    """A rectangle that the manual plan gives to one sortie, for its share of the sortie's time."""

    sortie: int
    rectangle: Floats
    begins: float
    ends: float


@dataclass(frozen=True)
class ManualLayout:
    """Pieces of the manual plan, and the worksheet that led to them (None: the square about the cloud)."""

    pieces: tuple[ManualPiece, ...]
    worksheet: ManualPlan | None

    def rectangles(self, count: int) -> Floats:
        """Return the largest piece of each sortie, shape (count, 5)."""
        largest = sorted(self.pieces, key=lambda each: float(each.rectangle[2] * each.rectangle[3]))
        by_sortie = {each.sortie: each.rectangle for each in largest}
        return np.array([by_sortie[k] for k in range(count)])


def manual_layout(
    sorties: Sequence[Sortie],
    cloud: Cloud,
    frame: SearchFrame,
    weight: Floats,
    *,
    worksheet: ManualCase | None,
    stage: int,
) -> ManualLayout:
    """Return the manual plan of some sorties at a stage of the search: 0 for the first, 1 to 4 for expansions."""
    stage = min(stage, len(SEARCH_FACTORS) - 1)
    if worksheet is None:
        square = cloud_square(cloud, frame, weight, sorties[0].middle_ms, stage)
        parts = strips(square, [float(each.effort_m2.max()) for each in sorties], lengthwise=True)
        return ManualLayout(tuple(ManualPiece(k, row, 0.0, 1.0) for k, row in enumerate(parts)), None)
    seen = cloud.objects_at(cloud.hour_at(sorties[0].middle_ms))
    likeliest = int(np.bincount(seen, weights=weight).argmax())
    names = [f"{each.unit.unit_id} {each.number}" for each in sorties]
    units = [
        ManualUnit(name, _width_m(each, likeliest), each.unit.speed_m_s, (each.end_ms - each.begin_ms) / 1000)
        for name, each in zip(names, sorties, strict=True)
    ]
    made = manual_plan(worksheet, units, stage=stage)
    pieces = []
    for k, (name, sortie) in enumerate(zip(names, sorties, strict=True)):
        tasks = [task for task in made.tasks if task.unit_id == name]
        area_m2 = np.array([task.area.length_m * task.area.width_m for task in tasks])
        until = np.cumsum(area_m2) / area_m2.sum()
        for task, begins, ends in zip(tasks, [0.0, *until[:-1].tolist()], until.tolist(), strict=True):
            middle_ms = sortie.begin_ms + (begins + ends) / 2 * (sortie.end_ms - sortie.begin_ms)
            place = frame.ground_m(task.area.lon_deg, task.area.lat_deg) - frame.moved_m(middle_ms)[0]
            angle = np.radians(90.0 - task.area.bearing_deg)
            rectangle = np.array([*place, task.area.length_m, task.area.width_m, angle])
            pieces.append(ManualPiece(k, rectangle, begins, ends))
    return ManualLayout(tuple(pieces), made)


def _width_m(sortie: Sortie, likeliest: int) -> float:
    """Return the sweep width of the likeliest object, or the widest where the unit does not see that one."""
    widths_m = np.asarray(sortie.sensor.sweep_width_m)
    return float(widths_m[likeliest]) or float(widths_m.max())


def part_of(sortie: Sortie, piece: ManualPiece) -> Sortie:
    """Return the part of a sortie that is spent on a piece."""
    span_ms = sortie.end_ms - sortie.begin_ms
    return replace(
        sortie,
        begin_ms=sortie.begin_ms + round(piece.begins * span_ms),
        end_ms=sortie.begin_ms + round(piece.ends * span_ms),
    )


def cloud_square(cloud: Cloud, frame: SearchFrame, weight: Floats, at_ms: int, stage: int) -> Floats:
    """Return the square about the mean of a cloud with twice its optimal radius as side.

    The total probable error is the radius that holds half of a circular normal of the cloud's spread.
    """
    x_m, y_m = places_m(cloud, frame, at_ms)
    here = x_m < AWAY_M
    share = weight[here] / weight[here].sum()
    east_m, north_m = float(share @ x_m[here]), float(share @ y_m[here])
    spread_m = np.sqrt((share @ (x_m[here] - east_m) ** 2 + share @ (y_m[here] - north_m) ** 2) / 2)
    radius_m = SEARCH_FACTORS[stage] * PROBABLE * max(float(spread_m), 1.0)
    return np.array([east_m, north_m, 2 * radius_m, 2 * radius_m, 0.0])
