"""Tracks of a search as plotters and telephones export them: GPX, one track for each unit, read as legs.

Units: degrees, milliseconds since 1970. Source: GPX 1.1 schema (Topografix): `trk` with `name`, `trkseg`, `trkpt` and
its `time`. A track without a name is its case's only unit's; between two segments nothing was searched, nor before the
unit was to be on scene.
"""

from typing import Any

import numpy as np
from lxml import etree

from comity.files.standards.intake import parsed_xml
from comity.ground import InvalidInput, parse_instant
from comity.rescue import Case, Legs

MAX_POINTS = 500_000
"""A fix a second for two days and three units."""


def read_tracks(file: str, data: bytes, case: Case) -> list[tuple[str, Legs]]:
    """Return the name and the legs of every track of a GPX file; its points need instants."""
    root = parsed_xml(data)
    tracks = _children(root, "trk")
    if etree.QName(root).localname != "gpx" or not tracks:
        raise _bad(file, "trk = 0")
    if sum(1 for _ in root.iter("{*}trkpt")) > MAX_POINTS:
        raise _bad(file, f"trkpt > {MAX_POINTS}")
    only = case.units[0].unit_id if len(case.units) == 1 else ""
    return [_track(each, file, only, case) for each in tracks]


def _track(track: Any, file: str, only: str, case: Case) -> tuple[str, Legs]:
    name = _text(track, "name") or only
    segments = [[_point(each, file) for each in _children(part, "trkpt")] for part in _children(track, "trkseg")]
    points = [point for segment in segments for point in segment]
    if len(points) < 2:
        raise _bad(file, f"{name or '?'}: trkpt = {len(points)}")
    time_ms, lon_deg, lat_deg = (np.array(column) for column in zip(*points, strict=True))
    if (np.diff(time_ms) < 0).any():
        raise _bad(file, f"{name or '?'}: time runs backwards")
    ends = np.cumsum([len(segment) for segment in segments])[:-1]
    searching = np.ones(len(points) - 1, dtype=np.bool_)
    searching[ends[(ends > 0) & (ends < len(points))] - 1] = False
    unit = next((each for each in case.units if each.unit_id == name), None)
    if unit is not None:
        searching &= time_ms[:-1] >= unit.on_scene_ms
    return name, Legs(time_ms.astype(np.int64), lon_deg, lat_deg, searching)


def _point(point: Any, file: str) -> tuple[int, float, float]:
    try:
        lat_deg, lon_deg = float(point.get("lat", "")), float(point.get("lon", ""))
        if not (abs(lat_deg) <= 90.0 and abs(lon_deg) <= 180.0):
            raise ValueError(f"{lat_deg} {lon_deg}")
        return parse_instant(_text(point, "time")), lon_deg, lat_deg
    except (ValueError, InvalidInput) as error:
        raise _bad(file, str(error)) from None


def _children(element: Any, name: str) -> list[Any]:
    return [each for each in element if isinstance(each.tag, str) and etree.QName(each).localname == name]


def _text(element: Any, name: str) -> str:
    found = _children(element, name)
    return (found[0].text or "").strip() if found else ""


def _bad(file: str, reason: str) -> InvalidInput:
    return InvalidInput(
        "files.unreadable_search",
        "{file} cannot be read as a search.",
        why="reading it stops with: {reason}",
        remedy="give a plan.json of this case, or a GPX file with the track of each unit",
        file=file,
        reason=reason,
    )
