"""From a rectangle to the ways in which it can be searched: pattern, spacing, whole legs, and their place on the map.

Units: metres, metres per second, milliseconds since 1970. An area lies still where it is at the middle of its sortie,
or goes with the mean drift: then the legs are led so that the pattern is true relative to the water.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import MS_PER_S, Floats
from comity.rescue.allocation import blocks_of
from comity.rescue.legs import Legs, legs_of
from comity.rescue.patterns import SearchArea
from comity.rescue.rectangles import ANGLE, LENGTH, WIDTH
from comity.rescue.search_frame import SearchFrame
from comity.rescue.sorties import Sortie

_QUARTER = np.pi / 2
_SMALL = 8
"""Up to this many legs an area may be searched from its middle outwards, or along a line."""

_ABREAST = ("TSR", "TSN")
"""Track lines: along a line, at one sweep width."""

_SECTOR_SIDES = 9.0
"""A sector search flies nine sides of the length of its radius."""


@dataclass(frozen=True)
class Way:
    """How a rectangle is searched: pattern, spacing, and the corner where it commences (`CORNERS`)."""

    pattern: str
    rectangle: Floats
    spacing_m: float
    corner: int = 0


def ways(rectangle: Floats, sortie: Sortie, patterns: Sequence[str]) -> Iterator[Way]:
    """Yield the ways to search about a rectangle with a sortie's distance.

    Those of PS and CS keep its area with one leg less or more than it would take, or stay within it.
    """
    lying = _lying(rectangle)
    spacing_m = _spacing_m(lying, sortie, 1.0)
    for pattern, side in _SIDES.items():
        if pattern in patterns:
            wanted = lying[side] / spacing_m
            for legs in sorted({max(int(np.floor(wanted)), 1), int(np.ceil(wanted))}):
                yield _with_legs(lying, pattern, legs, spacing_m, 1.0)
            yield way_within(lying, sortie, pattern)
    if lying[WIDTH] / spacing_m <= _SMALL or not set(_SIDES) & set(patterns):
        yield from _small_ways(lying, sortie, patterns, spacing_m)


def nearest_way(rectangle: Floats, sortie: Sortie, pattern: str, *, scale: float) -> Way:
    """Return the way over an area made larger or smaller, with as many legs as come nearest to its shape."""
    spacing_m = _spacing_m(rectangle, sortie, scale)
    legs = max(round(rectangle[_SIDES[pattern]] * np.sqrt(scale) / spacing_m), 1)
    return _with_legs(rectangle, pattern, legs, spacing_m, scale)


def _spacing_m(rectangle: Floats, sortie: Sortie, scale: float) -> float:
    """Return the spacing at which legs and cross legs, area / spacing − spacing long, are a sortie's distance."""
    area_m2 = float(rectangle[LENGTH] * rectangle[WIDTH]) * scale
    return float((np.sqrt(sortie.track_m**2 + 4 * area_m2) - sortie.track_m) / 2)


def _with_legs(rectangle: Floats, pattern: str, legs: int, spacing_m: float, scale: float) -> Way:
    """Return a way with a whole number of legs that keeps the area, times a scale: length and width give a little."""
    fitted, side = rectangle.copy(), _SIDES[pattern]
    fitted[side] = legs * spacing_m
    fitted[LENGTH + WIDTH - side] = rectangle[LENGTH] * rectangle[WIDTH] * scale / (legs * spacing_m)
    return Way(pattern, fitted, spacing_m)


_SIDES = {"PS": WIDTH, "CS": LENGTH}
"""Which side of an area the legs of a pattern fill one beside the other."""


def way_within(rectangle: Floats, sortie: Sortie, pattern: str = "PS") -> Way:
    """Return the way that stays within a rectangle: as many legs as the distance gives, and no longer than it gives."""
    lying, side = _lying(rectangle), _SIDES[pattern]
    along = LENGTH + WIDTH - side
    # legs × length − spacing = distance, with spacing = side / legs
    legs = np.sqrt(sortie.track_m**2 + 4 * lying[along] * lying[side]) + sortie.track_m
    legs = max(int(np.ceil(legs / (2 * lying[along]) - 1e-9)), 1)
    fitted, spacing_m = lying.copy(), float(lying[side] / legs)
    fitted[along] = min(float(lying[along]), (sortie.track_m + spacing_m) / legs)
    return Way(pattern, fitted, spacing_m)


def drawn_way(
    rectangle: Floats, sortie: Sortie, pattern: str, *, spacing_m: float | None = None, corner: int = 0
) -> Way:
    """Return the way over a rectangle that stays as it is drawn, at a spacing or at the one that fits the distance.

    Parallel legs fill its side in a whole number, as many as can be ended within the distance.
    """
    if spacing_m is not None:
        return Way(pattern, rectangle, spacing_m, corner)
    if pattern in _SIDES:
        side = _SIDES[pattern]
        along_m = float(rectangle[LENGTH + WIDTH - side])
        # legs × length − spacing = distance, with spacing = side / legs
        legs = np.sqrt(sortie.track_m**2 + 4 * along_m * rectangle[side]) + sortie.track_m
        return Way(pattern, rectangle, float(rectangle[side]) / max(int(legs / (2 * along_m) + 1e-9), 1), corner)
    if pattern in _ABREAST:
        return Way(pattern, rectangle, float(np.max(sortie.sensor.sweep_width_m)), corner)
    return Way(pattern, rectangle, _spacing_m(rectangle, sortie, 1.0), corner)


def manual_way(rectangle: Floats, sortie: Sortie) -> Way:
    """Return the parallel sweep of the worksheet: over the whole rectangle, at the spacing area / distance."""
    lying = _lying(rectangle)
    spacing_m = float(lying[LENGTH] * lying[WIDTH]) / sortie.track_m
    return Way("PS", lying, max(spacing_m, sortie.least_spacing_m))


def wide_enough(rectangles: Floats, sorties: Sequence[Sortie], collide: NDArray[np.bool_]) -> Floats:
    """Return rectangles in which each sortie has room for its distance at its least spacing; shape (sorties, 5).

    Those that must not overlap are stretched as one, so that they still do not.
    """
    needed_m2 = np.array([each.track_m * each.least_spacing_m for each in sorties])
    stretch = np.sqrt(np.maximum(needed_m2 / (rectangles[:, LENGTH] * rectangles[:, WIDTH]), 1.0))
    made = rectangles.copy()
    for block in blocks_of(collide):
        centre, factor = rectangles[block, :2].mean(axis=0), stretch[block].max()
        made[block, :2] = centre + factor * (rectangles[block, :2] - centre)
        made[block, LENGTH] *= factor
        made[block, WIDTH] *= factor
    return made


def _small_ways(lying: Floats, sortie: Sortie, patterns: Sequence[str], spacing_m: float) -> Iterator[Way]:
    """Yield an expanding square, a sector and the track lines of a small area."""
    track_m, side_m = sortie.track_m, float(np.sqrt(lying[LENGTH] * lying[WIDTH]))
    widest_m = float(np.max(sortie.sensor.sweep_width_m))
    sector_m = 2 * track_m / _SECTOR_SIDES
    sizes = {
        "SS": (side_m, side_m, spacing_m),
        "VS": (sector_m, sector_m, spacing_m),
        "TS": (lying[LENGTH], lying[WIDTH], spacing_m),
        "TSR": (track_m / 2, 2 * widest_m, widest_m),
        "TSN": (track_m + widest_m, widest_m, widest_m),
    }
    for pattern, (length_m, width_m, apart_m) in sizes.items():
        if pattern in patterns:
            sized = lying.copy()
            sized[LENGTH], sized[WIDTH] = length_m, width_m
            yield Way(pattern, sized, apart_m)


def _lying(rectangle: Floats) -> Floats:
    """Return a rectangle with its length as the longer side."""
    if rectangle[LENGTH] >= rectangle[WIDTH]:
        return rectangle
    turned = rectangle.copy()
    turned[LENGTH], turned[WIDTH] = rectangle[WIDTH], rectangle[LENGTH]
    turned[ANGLE] += _QUARTER
    return turned


def area_of(rectangle: Floats, at_ms: int, frame: SearchFrame) -> SearchArea:
    """Return a rectangle's place on the map at an instant."""
    lon_deg, lat_deg = frame.degrees(rectangle[None, :2] + frame.moved_m(at_ms))
    bearing_deg = float((90.0 - np.degrees(rectangle[ANGLE])) % 180.0)
    return SearchArea(
        float(lon_deg[0]), float(lat_deg[0]), float(rectangle[LENGTH]), float(rectangle[WIDTH]), bearing_deg
    )


def flown(way: Way, sortie: Sortie, frame: SearchFrame, *, drifting: bool) -> Legs:
    """Return the legs of a sortie from its base and back; the search ends with its time, within a leg if need be."""
    east_m_s, north_m_s = frame.drift_m_s(sortie.begin_ms, sortie.end_ms) if drifting else (0.0, 0.0)
    unit = sortie.unit
    return legs_of(
        way.pattern,
        area_of(way.rectangle, sortie.begin_ms if drifting else sortie.middle_ms, frame),
        spacing_m=way.spacing_m,
        speed_m_s=unit.speed_m_s,
        start_ms=sortie.begin_ms,
        corner=way.corner,
        search_s=(sortie.end_ms - sortie.begin_ms) / MS_PER_S,
        drift_m_s=(float(east_m_s), float(north_m_s)),
        base_deg=(unit.base_lon_deg, unit.base_lat_deg),
        transit_m_s=unit.transit_m_s,
    )
