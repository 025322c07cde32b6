"""Tracks of chart plotters and telephones: GPX read as way-points.

Units: degrees, milliseconds since 1970. Source: GPX 1.1 schema (Topografix): `trkpt` and `rtept` with `lat`, `lon` and
`time` (UTC). GPX 1.0 differs in the namespace only.
"""

from pathlib import Path
from typing import Any

from lxml import etree

from comity.files.standards.intake import bounded_bytes, parsed_xml
from comity.ground import InvalidInput, parse_instant
from comity.rescue import WayPoint

MAX_POINTS = 200_000
"""A fix a second for two days."""


def read_track(path: Path) -> tuple[WayPoint, ...]:
    """Return the points of a file's one track, all its segments joined, or of its one route where it has no track."""
    root = parsed_xml(bounded_bytes(path))
    tracks, routes = (_named(root, name) for name in ("trk", "rte"))
    lines = tracks or routes
    points = _named(lines[0], "trkpt" if tracks else "rtept") if len(lines) == 1 else []
    if etree.QName(root).localname != "gpx" or not 1 <= len(points) <= MAX_POINTS:
        raise InvalidInput(
            "files.not_one_track",
            "{file} is not a GPX file with one track.",
            why="it holds {tracks} tracks and {routes} routes, with {points} points in the one that would be read",
            remedy="keep one track in the file, as the plotter or the telephone exports it",
            file=path.name,
            tracks=len(tracks),
            routes=len(routes),
            points=len(points),
        )
    return tuple(_way_point(each, number, path) for number, each in enumerate(points, start=1))


def _named(root: Any, name: str) -> list[Any]:
    return [each for each in root.iter() if etree.QName(each).localname == name]


def _way_point(point: Any, number: int, path: Path) -> WayPoint:
    times = _named(point, "time")
    try:
        lat_deg, lon_deg = float(point.get("lat", "")), float(point.get("lon", ""))
        if not (abs(lat_deg) <= 90.0 and abs(lon_deg) <= 180.0):
            raise ValueError(f"{lat_deg} {lon_deg}")
        time_ms = parse_instant((times[0].text or "").strip()) if times else None
    except (ValueError, InvalidInput) as error:
        raise InvalidInput(
            "files.bad_track_point",
            "Point {number} of {file} cannot be read.",
            why="its position or its time is not one: {reason}",
            remedy="correct the point, or remove it",
            file=path.name,
            number=number,
            reason=str(error),
        ) from None
    return WayPoint(lat_deg, lon_deg, time_ms)
