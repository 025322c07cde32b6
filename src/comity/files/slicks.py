"""Outlines of slicks as they were seen: GeoJSON or a table of corners, one or several, with or without an instant.

Units: degrees, milliseconds since 1970. In a table each name (of one instant) is a part of the slick.
Sources: RFC 7946 (GeoJSON).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from comity.files.drifter_columns import found_among
from comity.files.drifter_tables import read_table
from comity.files.drifter_values import angle_deg, instants_ms
from comity.ground import InvalidInput
from comity.rescue import Polygon, Ring

_GEOJSON, _TABLES = (".geojson", ".json"), (".csv", ".tsv", ".txt", ".dat")
_LEAST_CORNERS = 3


@dataclass(frozen=True)
class Slick:
    """What was seen at one instant, in one or several parts; None where the file does not say when."""

    seen_ms: int | None
    parts: tuple[Polygon, ...]


def read_outlines(path: Path) -> tuple[Polygon, ...]:
    """Return all outlines of a file, whenever they were seen."""
    return tuple(part for slick in read_slicks(path) for part in slick.parts)


def read_slicks(path: Path) -> tuple[Slick, ...]:
    """Return what a file of outlines shows, in order of time."""
    try:
        if path.suffix.lower() in _GEOJSON:
            found = list(_of_geojson(path, orjson.loads(path.read_bytes())))
        elif path.suffix.lower() in _TABLES:
            found = _of_table(path)
        else:
            raise _unreadable(path, f"{path.suffix or '—'} ∉ {', '.join((*_GEOJSON, *_TABLES))}")
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from None
    except (orjson.JSONDecodeError, UnicodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, InvalidInput):
            raise
        raise _unreadable(path, f"{type(error).__name__}: {error}") from None
    if not found:
        raise _unreadable(path, "0 outlines")
    found.sort(key=lambda each: -1 if each[0] is None else each[0])
    return tuple(
        Slick(seen_ms, tuple(polygon for _, polygons in group for polygon in polygons))
        for seen_ms, group in groupby(found, key=lambda each: each[0])
    )


_Seen = tuple[int | None, tuple[Polygon, ...]]


def _of_geojson(path: Path, document: Mapping[str, Any]) -> Iterator[_Seen]:
    features = document["features"] if document["type"] == "FeatureCollection" else [document]
    for feature in features:
        whole = feature["type"] == "Feature"
        properties = (feature.get("properties") or {}) if whole else {}
        yield _instant_ms(path, properties), tuple(_polygons(path, feature["geometry"] if whole else feature))


def _polygons(path: Path, geometry: Mapping[str, Any]) -> Iterator[Polygon]:
    kind = geometry["type"]
    if kind == "GeometryCollection":
        for each in geometry["geometries"]:
            yield from _polygons(path, each)
        return
    if kind not in ("Polygon", "MultiPolygon"):
        raise _unreadable(path, f"{kind} ≠ Polygon, MultiPolygon")
    for rings in [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]:
        yield tuple(_ring(path, ring) for ring in rings)


def _ring(path: Path, corners: Sequence[Sequence[float]]) -> Ring:
    ring = tuple((float(each[0]), float(each[1])) for each in corners)
    ring = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring  # files repeat the first corner at the end
    if len(set(ring)) < _LEAST_CORNERS:
        raise _unreadable(path, f"{len(set(ring))} corners")
    if not all(abs(lon) <= 360.0 and abs(lat) <= 90.0 for lon, lat in ring):
        raise _unreadable(path, "corner ∉ ±360°, ±90°")
    return ring


def _instant_ms(path: Path, properties: Mapping[str, Any]) -> int | None:
    for name in found_among(list(properties), "time"):
        text = str(properties[name] if properties[name] is not None else "")
        if text.strip():
            (found,) = instants_ms([text])
            if found is None:
                raise _unreadable(path, f"{name} {text!r}")
            return found
    return None


def _of_table(path: Path) -> list[_Seen]:
    """Return the rings of a table of corners: one for each name and instant, in the order of its rows."""
    table, columns = read_table(path, ("lat", "lon"), {})
    timed = next(iter(found_among(table.header, "time")), None)
    others = [name for name in table.header if name not in (*columns.values(), timed)]
    named = columns.get("id") or (others[0] if others else None)
    texts = {key: table.column(name) for key, name in (("lat", columns["lat"]), ("lon", columns["lon"]))}
    times = instants_ms(table.column(timed)) if timed else [None] * len(table.rows)
    labels = table.column(named) if named else [""] * len(table.rows)
    rings: dict[tuple[int | None, str], list[tuple[float, float]]] = {}
    for at, (number, _) in enumerate(table.rows):
        lat_deg, lon_deg = angle_deg(texts["lat"][at]), angle_deg(texts["lon"][at])
        if lat_deg is None or lon_deg is None or np.isnan(lat_deg + lon_deg):
            raise _unreadable(path, f"{number}: {texts['lat'][at]!r}° {texts['lon'][at]!r}°")
        if timed and times[at] is None:
            raise _unreadable(path, f"{number}: time {table.column(timed)[at]!r}")
        rings.setdefault((times[at], labels[at]), []).append((lon_deg, lat_deg))
    return [(seen_ms, ((_ring(path, ring),),)) for (seen_ms, _), ring in rings.items()]


def _unreadable(path: Path, reason: str) -> InvalidInput:
    return InvalidInput(
        "files.unreadable_outline",
        "{file} cannot be read as the outline of a slick.",
        why="reading it stops at: {reason}",
        remedy="give GeoJSON of polygons, or a table of corners with the columns slick, lat and lon, and perhaps time",
        file=path.name,
        reason=reason,
    )
