"""An area that an officer draws instead of the plan's: its legs, what it finds, and why it cannot be, if it cannot.

Units: metres, metres per second, milliseconds since 1970; probabilities are numbers from 0 to 1. The area stays as
it is drawn: spacing and legs are fitted to it and to the time that the sortie has.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from comity.ground import MS_PER_S, Floats, InvalidInput
from comity.rescue.cloud import Cloud
from comity.rescue.legs import Legs, legs_of
from comity.rescue.patterns import SearchArea
from comity.rescue.plan import Layout, PlannedSortie, planned_sortie
from comity.rescue.planning import Setting
from comity.rescue.rectangles import overlap
from comity.rescue.search_frame import SearchFrame
from comity.rescue.sorties import Sortie, cannot_reach, collisions, out_of_range
from comity.rescue.units import PlanSettings
from comity.rescue.ways import Way, area_of, drawn_way, flown

_SLACK = 0.005
"""Share of its time by which a pattern may last longer and still is complete: legs and spacing are kept rounded."""


@dataclass(frozen=True)
class Task:
    """What one sortie is to do: its way, its legs, and whether its area goes with the drift."""

    sortie: Sortie
    way: Way
    legs: Legs
    drifting: bool


def drawn(
    sortie: Sortie,
    area: SearchArea,
    frame: SearchFrame,
    *,
    pattern: str,
    spacing_m: float | None,
    corner: int,
    drifting: bool,
) -> Task:
    """Return the task of a sortie over an area that lies there at the middle of its search.

    Without a spacing, that at which the pattern covers the area in the time of the sortie.
    """
    rectangle = rectangle_of(area, sortie, frame)
    way = drawn_way(rectangle, sortie, pattern, spacing_m=spacing_m, corner=corner)
    return Task(sortie, way, flown(way, sortie, frame, drifting=drifting), drifting)


def rectangle_of(area: SearchArea, sortie: Sortie, frame: SearchFrame) -> Floats:
    """Return an area as it lies on the map at the middle of a sortie, as a rectangle on the plane, shape (5,)."""
    place = frame.ground_m(area.lon_deg, area.lat_deg) - frame.moved_m(sortie.middle_ms)[0]
    return np.array([*place, area.length_m, area.width_m, np.radians(90.0 - area.bearing_deg)])


def is_complete(task: Task, frame: SearchFrame) -> bool:
    """Return whether the pattern ends within the time of its sortie."""
    sortie = task.sortie
    east_m_s, north_m_s = frame.drift_m_s(sortie.begin_ms, sortie.end_ms) if task.drifting else (0.0, 0.0)
    whole = legs_of(
        task.way.pattern,
        area_of(task.way.rectangle, sortie.middle_ms, frame),
        spacing_m=task.way.spacing_m,
        speed_m_s=sortie.unit.speed_m_s,
        start_ms=sortie.begin_ms,
        corner=task.way.corner,
        drift_m_s=(float(east_m_s), float(north_m_s)),
    )
    return bool(whole.time_ms[-1] - sortie.begin_ms <= (1 + _SLACK) * (sortie.end_ms - sortie.begin_ms))


def problems_of(
    tasks: Sequence[Task], cloud: Cloud, frame: SearchFrame, settings: PlanSettings
) -> list[InvalidInput | None]:
    """Return for each task the first reason why it cannot be: out of reach, or in the water of another; else `None`."""
    collide = collisions([each.sortie for each in tasks], settings)
    found = [_reach(each, cloud) for each in tasks]
    for i, one in enumerate(tasks):
        for j, other in enumerate(tasks):
            if found[i] is None and collide[i, j] and _share_water(one, other, frame):
                found[i] = InvalidInput(
                    "rescue.areas_share_water",
                    "{unit} and {other} would search the same water at one time.",
                    why="nothing keeps them apart in height",
                    remedy="move or shrink one of the areas, or give the units other times or heights",
                    unit=one.sortie.unit.unit_id,
                    other=other.sortie.unit.unit_id,
                )
    return found


def above_one_another(tasks: Sequence[Task], frame: SearchFrame, settings: PlanSettings) -> list[tuple[Sortie, Sortie]]:
    """Return the sorties that share water at one time and are kept apart by their height."""
    collide, found = collisions([each.sortie for each in tasks], settings), []
    for j, other in enumerate(tasks):
        for i, one in enumerate(tasks[:j]):
            meet = one.sortie.begin_ms < other.sortie.end_ms and other.sortie.begin_ms < one.sortie.end_ms
            if meet and not collide[i, j] and _share_water(one, other, frame):
                found.append((one.sortie, other.sortie))
    return found


def _reach(task: Task, cloud: Cloud) -> InvalidInput | None:
    unit, time_ms = task.sortie.unit, task.legs.time_ms
    out_s = float(task.sortie.begin_ms - time_ms[0]) / MS_PER_S
    if unit.total_endurance_s is not None and (time_ms[-1] - time_ms[0]) / MS_PER_S > unit.total_endurance_s:
        return out_of_range(unit, out_s)
    if task.sortie.number > 1:  # it leaves again when it is back and ready, as the plan has it
        return None
    earliest_ms = int(cloud.time_ms[0]) if unit.ready_ms is None else unit.ready_ms
    if time_ms[0] < earliest_ms:
        return cannot_reach(unit, out_s, task.sortie.begin_ms, earliest_ms)
    return None


def _share_water(one: Task, other: Task, frame: SearchFrame) -> bool:
    """Return whether two areas overlap: on the plane where both go with the drift, else where they lie on the map."""
    if one.drifting and other.drifting:
        return overlap(one.way.rectangle, other.way.rectangle)
    return overlap(_on_map(one, frame), _on_map(other, frame))


def _on_map(task: Task, frame: SearchFrame) -> Floats:
    rectangle = task.way.rectangle.copy()
    rectangle[:2] += frame.moved_m(task.sortie.middle_ms)[0]
    return rectangle


def counted(task: Task, pod: Floats, cloud: Cloud, setting: Setting) -> PlannedSortie:
    """Return a task with what it finds; `pod` is its chance to find each hypothesis (`pod_of_sortie`)."""
    return planned_sortie(
        task.way, task.sortie, task.legs, pod, cloud, setting.frame, setting.weight, drifting=task.drifting
    )


def together(sorties: Sequence[PlannedSortie], pods: Sequence[Floats], weight: Floats) -> Layout:
    """Return sorties as one layout, with the chance that any of them finds the object."""
    missed = np.prod([1.0 - each for each in pods], axis=0)
    return Layout(tuple(sorties), float((weight * (1.0 - missed)).sum()), missed)
