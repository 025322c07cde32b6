"""Where a scenario lies on a chart: its nominal positions and the greatest error about them.

Units: degrees, metres.
"""

import numpy as np

from comity.ground import MS_PER_S, Floats, destination_deg
from comity.rescue.scenario_file import window_of
from comity.rescue.scenarios import Area, Bearing, Cone, Drawn, LastReport, Scenario, Voyage, WayPoint, run_on


def nominal_places(scenario: Scenario) -> tuple[Floats, Floats, float]:
    """Return nominal longitudes and latitudes of a scenario, shape (places,), and the greatest standard error.

    A position, both ends of a cone, a bearing or a silent run, the part of a voyage's way that counts, the corners of
    an area; no place for an area or a track whose file has not been read.
    """
    if isinstance(scenario, Area):
        corners = [] if isinstance(scenario.polygon, str) else [at for ring in run_on(scenario.polygon) for at in ring]
        return *_columns(corners), 0.0
    if isinstance(scenario, Voyage):
        return *_sailed(scenario), scenario.position_error_m
    if isinstance(scenario, Drawn):
        return scenario.lon_deg, scenario.lat_deg, 0.0
    if isinstance(scenario, Cone):
        return np.array(scenario.lon_deg), np.array(scenario.lat_deg), max(scenario.position_error_m)
    if isinstance(scenario, LastReport):
        return _run(scenario)
    if isinstance(scenario, Bearing):
        return _sector(scenario)
    return np.array([scenario.lon_deg]), np.array([scenario.lat_deg]), scenario.position_error_m


def _columns(places: list[tuple[float, float]]) -> tuple[Floats, Floats]:
    both = np.array(places, dtype=np.float64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _sailed(scenario: Voyage) -> tuple[Floats, Floats]:
    """Return the part of a track on which the voyage may have ended: its way-points in that time, and both ends."""
    points = [(each.lon_deg, each.lat_deg, each.time_ms or 0) for each in scenario.track if isinstance(each, WayPoint)]
    if not points:
        return _columns([])
    lon, lat, time_ms = np.array(points, dtype=np.float64).T
    first_ms, last_ms = window_of(scenario)
    at_ms = np.concatenate([[first_ms], time_ms[(time_ms > first_ms) & (time_ms < last_ms)], [last_ms]])
    return np.interp(at_ms, time_ms, lon), np.interp(at_ms, time_ms, lat)


def _run(scenario: LastReport) -> tuple[Floats, Floats, float]:
    seconds = (scenario.until_ms - scenario.time_ms) / MS_PER_S
    gone_m = np.array([0.0, scenario.speed_m_s * seconds])
    lon_deg, lat_deg = _along(scenario.lon_deg, scenario.lat_deg, scenario.course_deg, gone_m)
    astray_m = float(gone_m[1]) * float(np.radians(min(scenario.course_error_deg, 90.0)))
    return lon_deg, lat_deg, float(np.hypot(scenario.position_error_m, scenario.speed_error_m_s * seconds) + astray_m)


def _sector(scenario: Bearing) -> tuple[Floats, Floats, float]:
    lon_deg, lat_deg = _along(scenario.lon_deg, scenario.lat_deg, scenario.bearing_deg, np.array(scenario.distance_m))
    astray_m = scenario.distance_m[1] * float(np.radians(min(scenario.bearing_error_deg, 90.0)))
    return lon_deg, lat_deg, float(np.hypot(scenario.position_error_m, astray_m))


def _along(lon_deg: float, lat_deg: float, bearing_deg: float, range_m: Floats) -> tuple[Floats, Floats]:
    at_lat, at_lon = destination_deg(lat_deg, lon_deg, bearing_deg, range_m)
    return lon_deg + (at_lon - lon_deg + 180.0) % 360.0 - 180.0, at_lat
