"""Routes for an ECDIS: RTZ 1.1, one file for each sortie, all in one ZIP file, since a chart display reads one route.

Units: degrees, knots; instants in UTC. Source: IEC 61174:2015, annex S, and the schema RTZ 1.1 of CIRM: its elements in
their order, way-points numbered, a leg with the point that it leads to, longitudes less than 180. Cross-track limits
are the ship's own to set.
"""

from collections.abc import Mapping
from typing import Any

from comity.files.charts.markup import add, root, xml_bytes, zip_bytes
from comity.files.charts.plan_legs import Leg, Point, example_marks, legs_of_unit, points_of, way_name
from comity.ground import M_S_PER_KNOT

NAMESPACE = "http://www.cirm.org/RTZ/1/1"
_DECIMALS = 7


def plan_rtz(document: Mapping[str, Any]) -> bytes:
    """Return the routes of a plan document (`plan.json`) as a ZIP file, numbered in the order of the plan.

    The number names the file: the name of a unit may hold what no disk of a ship can.
    """
    return zip_bytes(
        {f"{number:02d}.rtz": rtz(entry, document) for number, entry in enumerate(document["units"], start=1)}
    )


def rtz(entry: Mapping[str, Any], document: Mapping[str, Any]) -> bytes:
    """Return the route of one sortie, a unit's entry in a plan document."""
    points, legs = points_of(entry), legs_of_unit(entry)
    route = root("route", NAMESPACE, version="1.1")
    marks = {"routeStatus": example_marks(document)} if document["example"] else {}
    add(
        route,
        "routeInfo",
        routeName=f"{document['case']} {way_name(entry)}",
        **marks,
        validityPeriodStart=points[0].time,
        validityPeriodStop=points[-1].time,
        vesselName=str(entry["unit"]),
    )
    waypoints = add(route, "waypoints")
    for number, point in enumerate(points, start=1):
        _waypoint(waypoints, number, point, legs[number - 2] if number > 1 else None)
    _schedule(route, points, legs)
    return xml_bytes(route)


def _waypoint(waypoints: Any, number: int, point: Point, leg: Leg | None) -> None:
    spot = add(waypoints, "waypoint", id=str(number), revision="0", name=point.label)
    add(spot, "position", lat=f"{point.lat_deg:.{_DECIMALS}f}", lon=f"{_below_180(point.lon_deg)}")
    if leg is not None:
        add(spot, "leg", geometryType="Loxodrome", speedMax=_knots(leg), legInfo=leg.part)


def _schedule(route: Any, points: list[Point], legs: list[Leg]) -> None:
    calculated = add(add(add(route, "schedules"), "schedule", id="1"), "calculated")
    add(calculated, "scheduleElement", waypointId="1", etd=points[0].time)
    for number, (point, leg) in enumerate(zip(points[1:], legs, strict=True), start=2):
        eta = point.time
        add(calculated, "scheduleElement", waypointId=str(number), eta=eta, speed=_knots(leg))


def _knots(leg: Leg) -> str:
    return f"{leg.speed_m_s / M_S_PER_KNOT:.2f}"


def _below_180(lon_deg: float) -> str:
    """Return a longitude whose digits stay below 180, as the schema wants them."""
    rounded = f"{lon_deg:.{_DECIMALS}f}"
    return f"{-180:.{_DECIMALS}f}" if float(rounded) >= 180 else rounded
