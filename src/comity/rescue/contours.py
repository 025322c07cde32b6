"""Contours: where a map exceeds a threshold, by marching squares.

Units: fractional columns and rows of the map. Squares lie between the centres of four cells; an edge is cut where the
value, linear between its ends, equals the threshold. In a square with two high corners across from each other these
are joined. Source: W. Lorensen and H. Cline, Computer Graphics 21, 1987 (in two dimensions).
"""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from comity.ground import Floats

_NEXT = {edge: [(edge + step) % 4 for step in (1, 2, 3)] for edge in range(4)}


def above(values: Floats, threshold: float) -> BaseGeometry:
    """Return where values exceed a threshold; beyond the map nothing does.

    On every edge that is cut a contour ends from one square and begins into the next, high ground to its left. So each
    cut has one successor, and the rings are the cycles: outlines run anticlockwise, holes clockwise.
    """
    padded = np.pad(values, 1, constant_values=-np.inf)
    high = padded > threshold
    successor, place = _segments(padded, high, threshold)
    rings = _cycles(successor)
    if not rings:
        return shapely.Polygon()
    made = [shapely.LinearRing(place[ring]) for ring in rings if len(ring) > 2]
    outlines = [ring for ring in made if ring.is_ccw]
    holes = [ring for ring in made if not ring.is_ccw]
    return _assembled(outlines, holes)


def _segments(padded: Floats, high: NDArray[np.bool_], threshold: float) -> tuple[NDArray[np.int64], Floats]:
    """Return for each cut edge the next one along the contour (−1 where none is cut), and where it is cut.

    Edges along rows come first, then those along columns; `place` has shape (edges, 2), in the map without its margin.
    """
    rows, columns = padded.shape
    across = np.arange(rows * (columns - 1)).reshape(rows, columns - 1)
    along = across.size + np.arange((rows - 1) * columns).reshape(rows - 1, columns)
    # a square's corners and edges, anticlockwise from its south-west corner: edge k runs from corner k to the next
    corners = np.stack([high[:-1, :-1], high[:-1, 1:], high[1:, 1:], high[1:, :-1]])
    edges = np.stack([across[:-1], along[:, 1:], across[1:], along[:, :-1]])
    mixed = corners.any(axis=0) & ~corners.all(axis=0)
    corners, edges = corners[:, mixed], edges[:, mixed]
    ends = np.roll(corners, -1, axis=0)
    leaves, enters = corners & ~ends, ~corners & ends
    successor = np.full(across.size + along.size, -1)
    for edge in range(4):
        open_ = leaves[edge].copy()
        for later in _NEXT[edge]:
            found = open_ & enters[later]
            successor[edges[edge, found]] = edges[later, found]
            open_ &= ~found
    return successor, _cuts(padded, threshold, successor, across.size)


def _cuts(padded: Floats, threshold: float, successor: NDArray[np.int64], count_across: int) -> Floats:
    columns = padded.shape[1]
    place = np.zeros((successor.size, 2))
    cut = np.flatnonzero(successor >= 0)
    is_across = cut < count_across
    i = np.where(is_across, cut // (columns - 1), (cut - count_across) // columns)
    j = np.where(is_across, cut % (columns - 1), (cut - count_across) % columns)
    first, second = padded[i, j], padded[i + ~is_across, j + is_across]
    with np.errstate(invalid="ignore"):
        part = (threshold - first) / (second - first)
    part = np.where(np.isinf(first), 1.0, np.where(np.isinf(second), 0.0, part))  # the map's own edge
    place[cut, 0] = j + is_across * part - 1.0
    place[cut, 1] = i + ~is_across * part - 1.0
    return place


def _cycles(successor: NDArray[np.int64]) -> list[list[int]]:
    """Return the cycles of the cut edges, in order of their first one."""
    left = successor.tolist()
    rings = []
    for start in np.flatnonzero(successor >= 0).tolist():
        ring = []
        at = start
        while left[at] >= 0:
            ring.append(at)
            left[at], at = -1, left[at]
        if ring:
            rings.append(ring)
    return rings


def _assembled(outlines: list[shapely.LinearRing], holes: list[shapely.LinearRing]) -> BaseGeometry:
    """Return outlines with their holes: a hole belongs to the smallest outline about it."""
    if not outlines:
        return shapely.Polygon()
    shells = shapely.polygons(outlines)
    size = shapely.area(shells)
    mine: dict[int, list[shapely.LinearRing]] = {}
    if holes:
        points = shapely.points([ring.coords[0] for ring in holes])
        tree = shapely.STRtree(shells)
        hole, shell = tree.query(points, predicate="intersects")
        for number in range(len(holes)):
            around = shell[hole == number]
            if around.size:
                mine.setdefault(int(around[np.argmin(size[around])]), []).append(holes[number])
    parts = [shapely.Polygon(ring, mine.get(number)) for number, ring in enumerate(outlines)]
    whole = shapely.MultiPolygon(parts)
    return whole if whole.is_valid else shapely.make_valid(whole)
