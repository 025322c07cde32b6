"""The plan of a search: who searches where and how, what it finds, and what no plan could exceed.

Units: metres, milliseconds since 1970; probabilities are numbers from 0 to 1. Rectangles are allocated on a plane that
goes with the cloud, each is given the pattern and the legs that find the most, and every figure is counted leg by leg
on the moving hypotheses. Beside it stand the manual plan on the same tables, and the bound.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from comity.ground import Floats
from comity.rescue.allocation import Effort, allocate, overlapping
from comity.rescue.certificate import Certificate, certificate
from comity.rescue.cloud import STRANDED, Cloud
from comity.rescue.detection import pod_by_hypothesis
from comity.rescue.legs import CORNERS, Legs
from comity.rescue.manual_layout import ManualLayout, part_of
from comity.rescue.patterns import SearchArea
from comity.rescue.rectangles import LENGTH, WIDTH, overlap
from comity.rescue.search_frame import SearchFrame, is_afloat, places_m
from comity.rescue.sorties import Sortie, collisions
from comity.rescue.units import PlanSettings
from comity.rescue.ways import Way, area_of, flown, manual_way, nearest_way, way_within, ways, wide_enough

_FEW = 5_000
"""Hypotheses on which ways are compared: the chance of the draw is alike for all of them."""

_SCALES = (0.87, 1.15)
_DRIFT_GAIN = 1.005
"""Areas go with the drift only where that finds half a per cent more: areas that lie still are easier to keep."""

Progress = Callable[[float], None]


@dataclass(frozen=True)
class PlannedSortie:
    """What one unit does on one sortie.

    Parameters
    ----------
    area
        Where it lies at the middle of the search; `drift_m_s`, east and north, is how it moves (0 where it lies still).
    coverage
        Shape (objects,): sweep width × distance searched over the area.
    poc, pod, pos
        Probability that the object is in the area at the middle of the search, the chance to find it given that, and
        the chance that this sortie alone finds it.
    """

    sortie: Sortie
    way: Way
    area: SearchArea
    drift_m_s: tuple[float, float]
    legs: Legs
    coverage: Floats
    poc: float
    pod: float
    pos: float


@dataclass(frozen=True)
class Layout:
    """Sorties that belong together, and the chance that any of them finds the object; `missed` by hypothesis."""

    sorties: tuple[PlannedSortie, ...]
    pos: float
    missed: Floats


@dataclass(frozen=True)
class Plan:
    """A plan with its certificate.

    Parameters
    ----------
    best, manual
        The plan, and the manual one for the same units on the same tables: `best.pos` is never below `manual.pos`.
    certificate
        What no plan exceeds.
    weight
        Shape (trajectories,): the probability of each hypothesis before the search.
    ashore
        Share of the probability that lies ashore when the last sortie ends: a search at sea cannot find it.
    above
        Pairs of sorties, by their place in the plan, that share water at one time and are apart in height.
    """

    best: Layout
    manual: Layout
    certificate: Certificate
    weight: Floats
    ashore: float
    above: tuple[tuple[int, int], ...]


def weights_of(cloud: Cloud, weight: Floats | None) -> Floats:
    """Return the weight of each hypothesis: what a search has taught, or equal ones."""
    count = cloud.object_index.size
    return np.full(count, 1.0 / count) if weight is None else weight


def plan_of(
    sorties: Sequence[Sortie],
    cloud: Cloud,
    frame: SearchFrame,
    weight: Floats,
    manual: ManualLayout,
    settings: PlanSettings,
    *,
    progress: Progress | None = None,
) -> Plan:
    """Return the plan of some sorties.

    Parameters
    ----------
    weight
        Shape (trajectories,), sums to 1.
    manual
        The rectangles of the manual plan on the plane.
    """
    tell = progress or (lambda _: None)
    cloud = cloud.chosen(slice(None))  # in one block, once for all that is counted on it
    group, objects = _groups(sorties, cloud)
    efforts = [_effort(each, seen, cloud, frame) for each, seen in zip(sorties, objects, strict=True)]
    collide = collisions(sorties, settings)
    known = manual.rectangles(len(sorties))
    clash = bool((overlapping(known) & collide).any())
    rectangles = allocate(efforts, weight, group, collide, known=None if clash else known)
    rectangles = wide_enough(rectangles, sorties, collide)
    tell(0.4)
    by_hand = _by_hand(manual, sorties, cloud, frame, weight)
    found = _best_layout(rectangles, sorties, cloud, frame, weight, collide, settings)
    if by_hand.pos > found.pos:
        found = by_hand
    tell(0.8)
    proven = certificate(sorties, cloud, frame, weight)
    tell(1.0)
    last = int(np.searchsorted(cloud.time_ms, max(each.end_ms for each in sorties)))
    ashore = float(weight[cloud.status[:, min(last, cloud.time_ms.size - 1)] == STRANDED].sum())
    return Plan(found, by_hand, proven, weight, ashore, _above(found, collide))


def pod_of_sortie(cloud: Cloud, legs: Legs, sortie: Sortie) -> Floats:
    """Return the chance that a sortie finds each hypothesis; those ashore at its middle are for others to find."""
    afloat = is_afloat(cloud, sortie.middle_ms)
    return np.where(afloat, pod_by_hypothesis(cloud, legs, sortie.sensor), 0.0)


def _groups(sorties: Sequence[Sortie], cloud: Cloud) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the group of each hypothesis, and the object that each sortie looks for in it, shape (sorties, groups).

    Hypotheses of one group are the same object as one another in the middle of every sortie.
    """
    hours = [cloud.hour_at(each.middle_ms) for each in sorties]
    if cloud.object_at is None:
        objects = np.arange(int(cloud.object_index.max()) + 1)
        return cloud.object_index.astype(np.int64), np.tile(objects, (len(sorties), 1))
    found, group = np.unique(cloud.object_at[:, hours], axis=0, return_inverse=True)
    return group.ravel().astype(np.int64), found.T.astype(np.int64)


def _effort(sortie: Sortie, objects: NDArray[np.int64], cloud: Cloud, frame: SearchFrame) -> Effort:
    x_m, y_m = places_m(cloud, frame, sortie.middle_ms)
    return Effort(x_m, y_m, sortie.effort_m2[objects], sortie.sensor.lateral_range)


def _by_hand(
    manual: ManualLayout, sorties: Sequence[Sortie], cloud: Cloud, frame: SearchFrame, weight: Floats
) -> Layout:
    """Return the manual plan flown: parallel sweeps in each of its pieces, one after the other where a unit has two."""
    parts = [part_of(sorties[each.sortie], each) for each in manual.pieces]
    chosen = [manual_way(each.rectangle, part) for each, part in zip(manual.pieces, parts, strict=True)]
    return _layout(chosen, parts, cloud, frame, weight)


def _few(cloud: Cloud, weight: Floats) -> tuple[Cloud, Floats]:
    """Return an even choice of hypotheses; the stride is odd because neighbours are mirror images."""
    stride = max(weight.size // _FEW, 1) | 1
    few = cloud.chosen(slice(None, None, stride))
    return few, weight[::stride] * (weight.size / weight[::stride].size)


def _best_layout(
    rectangles: Floats,
    sorties: Sequence[Sortie],
    cloud: Cloud,
    frame: SearchFrame,
    weight: Floats,
    collide: NDArray[np.bool_],
    settings: PlanSettings,
) -> Layout:
    """Return the rectangles with the ways that find the most, lying still or going with the drift."""
    few, left = _few(cloud, weight)
    drifting = settings.areas != "fixed"
    chosen, pos = _chosen_ways(rectangles, sorties, few, frame, left, collide, settings, drifting=drifting)
    if settings.areas == "best":
        on_ground = np.array([_on_ground(*each, frame) for each in zip(chosen, sorties, strict=True)])
        clash = bool((overlapping(on_ground) & collide).any())
        drifting = clash or pos > _DRIFT_GAIN * _layout(chosen, sorties, few, frame, left, drifting=False).pos
    return _layout(chosen, sorties, cloud, frame, weight, drifting=drifting)


def _on_ground(way: Way, sortie: Sortie, frame: SearchFrame) -> Floats:
    rectangle = way.rectangle.copy()
    rectangle[:2] += frame.moved_m(sortie.middle_ms)[0]
    return rectangle


def _chosen_ways(
    rectangles: Floats,
    sorties: Sequence[Sortie],
    cloud: Cloud,
    frame: SearchFrame,
    weight: Floats,
    collide: NDArray[np.bool_],
    settings: PlanSettings,
    *,
    drifting: bool,
) -> tuple[list[Way], float]:
    """Return the way of each sortie that finds the most of what the others leave, and the POS of all.

    The pattern is chosen first, then the size of its area, then the corner where it commences. None overlaps an area
    that it must not share: those chosen before it, or the rectangles that are still to be fitted.
    """

    def missed_on(way: Way, sortie: Sortie) -> Floats:
        return 1.0 - pod_of_sortie(cloud, flown(way, sortie, frame, drifting=drifting), sortie)

    missed = np.array([missed_on(way_within(row, each), each) for each, row in zip(sorties, rectangles, strict=True)])
    taken = rectangles.copy()
    chosen = []
    for k, (sortie, rectangle) in enumerate(zip(sorties, rectangles, strict=True)):
        remains = weight * np.delete(missed, k, axis=0).prod(axis=0)
        others = taken[collide[k]]
        patterns = sortie.unit.patterns or settings.patterns
        best, missed[k] = _best_way(rectangle, sortie, patterns, remains, others, missed_on)
        taken[k] = best.rectangle
        chosen.append(best)
    return chosen, float((weight * (1.0 - missed.prod(axis=0))).sum())


def _best_way(
    rectangle: Floats,
    sortie: Sortie,
    patterns: Sequence[str],
    remains: Floats,
    others: Floats,
    missed_on: Callable[[Way, Sortie], Floats],
) -> tuple[Way, Floats]:
    """Return the way that leaves the least and is free of others, and the chance that it misses each hypothesis."""

    def least(tried: Sequence[Way], best: tuple[Way, Floats] | None) -> tuple[Way, Floats]:
        free = [way for way in tried if not any(overlap(way.rectangle, other) for other in others)]
        if best is None and not free:
            free = [way_within(rectangle, sortie)]
        looked = [(way, missed_on(way, sortie)) for way in free]
        return min([best, *looked] if best else looked, key=lambda each: float((remains * each[1]).sum()))

    best = least(list(ways(rectangle, sortie, patterns)), None)
    best = least([each for scale in _SCALES for each in _rescaled(best[0], sortie, scale)], best)
    return least([replace(best[0], corner=corner) for corner in range(1, len(CORNERS))], best)


def _rescaled(way: Way, sortie: Sortie, scale: float) -> list[Way]:
    """Return a way with its area made larger or smaller."""
    if way.pattern not in ("PS", "CS"):
        return []
    return [nearest_way(way.rectangle, sortie, way.pattern, scale=scale)]


def _layout(
    chosen: Sequence[Way],
    sorties: Sequence[Sortie],
    cloud: Cloud,
    frame: SearchFrame,
    weight: Floats,
    *,
    drifting: bool = False,
) -> Layout:
    """Return sorties with what they find, counted on all hypotheses."""
    missed = np.ones(weight.size)
    planned = []
    for way, sortie in zip(chosen, sorties, strict=True):
        legs = flown(way, sortie, frame, drifting=drifting)
        pod = pod_of_sortie(cloud, legs, sortie)
        missed *= 1.0 - pod
        planned.append(planned_sortie(way, sortie, legs, pod, cloud, frame, weight, drifting=drifting))
    return Layout(tuple(planned), float((weight * (1.0 - missed)).sum()), missed)


def planned_sortie(
    way: Way,
    sortie: Sortie,
    legs: Legs,
    pod: Floats,
    cloud: Cloud,
    frame: SearchFrame,
    weight: Floats,
    *,
    drifting: bool,
) -> PlannedSortie:
    """Return a sortie with what it finds; `pod` is by hypothesis, `drifting` whether its area goes with the drift."""
    x_m, y_m = places_m(cloud, frame, sortie.middle_ms)
    c, s = np.cos(way.rectangle[4]), np.sin(way.rectangle[4])
    dx, dy = x_m - way.rectangle[0], y_m - way.rectangle[1]
    inside = (np.abs(dx * c + dy * s) <= way.rectangle[LENGTH] / 2) & (
        np.abs(dy * c - dx * s) <= way.rectangle[WIDTH] / 2
    )
    poc = float(weight[inside].sum())
    east, north = frame.drift_m_s(sortie.begin_ms, sortie.end_ms) if drifting else (0.0, 0.0)
    return PlannedSortie(
        sortie=sortie,
        way=way,
        area=area_of(way.rectangle, sortie.middle_ms, frame),
        drift_m_s=(float(east), float(north)),
        legs=legs,
        coverage=sortie.effort_m2 / (way.rectangle[LENGTH] * way.rectangle[WIDTH]),
        poc=poc,
        pod=float((weight * pod)[inside].sum()) / poc if poc else 0.0,
        pos=float((weight * pod).sum()),
    )


def _above(layout: Layout, collide: NDArray[np.bool_]) -> tuple[tuple[int, int], ...]:
    """Return the pairs that share water at one time; they are apart in height, since those that are not never do."""
    rectangles = np.array([each.way.rectangle for each in layout.sorties])
    pairs = np.argwhere(np.triu(overlapping(rectangles) & ~collide, 1))
    meet = []
    for i, j in pairs.tolist():
        one, other = layout.sorties[i].sortie, layout.sorties[j].sortie
        if one.begin_ms < other.end_ms and other.begin_ms < one.end_ms:
            meet.append((i, j))
    return tuple(meet)
