"""Geometry as GeoJSON wants it: cut where it crosses the antimeridian, outlines anticlockwise, and what lies in a box.

Units: degrees on WGS 84, longitude first. Source: RFC 7946 (3.1.6 rings, 3.1.9 the antimeridian, 5.2 boxes).
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry import box, mapping, shape
from shapely.geometry.polygon import orient

_HALF_DEG, _TURN_DEG = 180.0, 360.0
_POLE_DEG = 90.0

Bounds = tuple[float, float, float, float]
"""West, south, east, north; west is greater than east where the box holds the antimeridian."""


def on_globe(geometry: Mapping[str, Any]) -> dict[str, Any]:
    """Return a geometry with longitudes from -180 to 180: what runs across the antimeridian in two parts.

    Neighbouring points lie within half a turn of one another, however their longitudes are counted.

    >>> on_globe({"type": "LineString", "coordinates": [[179.5, 1.0], [180.5, 1.0]]})["coordinates"]
    (((179.5, 1.0), (180.0, 1.0)), ((-180.0, 1.0), (-179.5, 1.0)))
    """
    whole = _continuous(geometry)
    west, _, east, _ = whole.bounds
    bands = range(math.floor((west + _HALF_DEG) / _TURN_DEG), math.ceil((east + _HALF_DEG) / _TURN_DEG))
    if list(bands) in ([0], []):
        return _as_mapping(whole)
    parts: list[Any] = []
    kind, whole = (
        _kind_of(whole),
        whole if whole.is_valid else shapely.make_valid(whole),
    )  # a partner's ring may cross itself
    for band in bands:
        start = band * _TURN_DEG
        held = whole.intersection(box(start - _HALF_DEG, -_POLE_DEG, start + _HALF_DEG, _POLE_DEG))
        moved = translate(held, xoff=-start)
        parts += [each for each in shapely.get_parts(moved) if each.geom_type == kind]
    return _as_mapping(_together(parts))


def _kind_of(whole: Any) -> str:
    return str(whole.geom_type).removeprefix("Multi")


def _together(parts: Sequence[Any]) -> Any:
    if len(parts) == 1:
        return parts[0]
    if parts[0].geom_type == "Polygon":
        return shapely.MultiPolygon(parts)
    return shapely.MultiLineString(parts)


def _continuous(geometry: Mapping[str, Any]) -> Any:
    """Return the shape of a geometry whose longitudes run on past 180 instead of jumping."""
    kind, places = geometry["type"], geometry["coordinates"]
    if kind == "Point":
        lon, lat = places
        if abs(lon) > _HALF_DEG:
            lon = (lon + _HALF_DEG) % _TURN_DEG - _HALF_DEG
        return shapely.Point(lon, lat)
    if kind == "LineString":
        return shapely.LineString(_run_on(places))
    polygons = [places] if kind == "Polygon" else places
    made = [_polygon(rings) for rings in polygons]
    return made[0] if kind == "Polygon" else shapely.MultiPolygon(made)


def _polygon(rings: Sequence[Any]) -> Any:
    outline = _run_on(rings[0])
    holes = [_run_on(ring, near_deg=float(outline[:, 0].mean())) for ring in rings[1:]]
    return orient(shapely.Polygon(outline, holes))


def _run_on(places: Any, *, near_deg: float | None = None) -> Any:
    """Return points whose longitudes go on from one another; the first one lies near a longitude."""
    run = np.array(places, dtype=np.float64)
    run[:, 0] = np.unwrap(run[:, 0], period=_TURN_DEG)
    middle = float(run[:, 0].mean())
    run[:, 0] -= _TURN_DEG * round((middle - (near_deg or 0.0)) / _TURN_DEG)
    return run


def _as_mapping(found: Any) -> dict[str, Any]:
    if found.geom_type == "MultiPolygon":
        found = shapely.MultiPolygon([orient(each) for each in found.geoms])
    elif found.geom_type == "Polygon":
        found = orient(found)
    return dict(mapping(found))


def meets(geometry: Mapping[str, Any] | None, bounds: Bounds) -> bool:
    """Return whether a geometry on the globe and a box have a point in common; nothing meets no box.

    >>> meets({"type": "Point", "coordinates": [-179.0, 0.0]}, (170.0, -5.0, -170.0, 5.0))
    True
    """
    if geometry is None:
        return False
    found = shape(dict(geometry))
    return any(found.intersects(box(*each)) for each in _boxes(bounds))


def _boxes(bounds: Bounds) -> Iterator[Bounds]:
    west, south, east, north = bounds
    if west > east:
        yield west, south, _HALF_DEG, north
        yield -_HALF_DEG, south, east, north
    else:
        yield bounds


def bounds_of(geometries: Sequence[Mapping[str, Any]]) -> Bounds | None:
    """Return the narrowest box round geometries on the globe, across the antimeridian where that is narrower."""
    found = [shape(dict(each)) for each in geometries]
    if not found:
        return None
    boxes = np.array([part.bounds for each in found for part in shapely.get_parts(each)])
    west, east = _narrowest(boxes[:, 0], boxes[:, 2])
    return west, float(boxes[:, 1].min()), east, float(boxes[:, 3].max())


def _narrowest(wests: Any, easts: Any) -> tuple[float, float]:
    """Return the two edges beside the widest gap that no part covers."""
    edges = sorted(zip(wests.tolist(), easts.tolist(), strict=True))
    gaps, reached = [], edges[0][1]
    for west, east in edges[1:]:
        if west > reached:
            gaps.append((west - reached, west, reached))
        reached = max(reached, east)
    first = edges[0][0]
    gaps.append((first + _TURN_DEG - reached, first, reached))
    _, west, east = max(gaps)
    return float(west), float(east)
