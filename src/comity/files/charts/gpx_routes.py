"""Routes for chart plotters and telephones: GPX, one route for each sortie, from base to base.

Units: degrees; instants in UTC. Source: GPX 1.1 schema (Topografix), whose order of elements is kept. A route is
what is to be flown, and counts as no search; a track is what was (`comity.files.searched_tracks`).
"""

from collections.abc import Mapping
from typing import Any

from comity.files.charts.markup import add, root, xml_bytes
from comity.files.charts.plan_legs import example_marks, points_of, way_name

NAMESPACE = "http://www.topografix.com/GPX/1/1"
_DECIMALS = 7


def plan_gpx(document: Mapping[str, Any]) -> bytes:
    """Return the routes of a plan document (`plan.json`)."""
    gpx = root("gpx", NAMESPACE, version="1.1", creator="Comity")
    mark = example_marks(document)
    metadata = add(gpx, "metadata")
    add(metadata, "name", document["case"])
    if mark:
        add(metadata, "desc", mark)
    for number, entry in enumerate(document["units"], start=1):
        route = add(gpx, "rte")
        add(route, "name", way_name(entry))
        if mark:
            add(route, "desc", mark)
        add(route, "number", str(number))
        add(route, "type", entry["pattern"])
        for point in points_of(entry):
            spot = add(route, "rtept", lat=f"{point.lat_deg:.{_DECIMALS}f}", lon=f"{point.lon_deg:.{_DECIMALS}f}")
            add(spot, "time", point.time)
            add(spot, "name", f"{entry['unit']} {point.label}")
    return xml_bytes(gpx)
