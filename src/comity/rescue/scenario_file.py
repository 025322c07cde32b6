"""The tables `[[scenario]]` of a case file, one function for each kind.

Units of the file are an officer's (knots where the key says so); a scenario is SI.
Source: N. Bowditch, The American Practical Navigator, table 12 (distance of the horizon, 1.17 √feet nautical miles).
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np

from comity.ground import M_PER_FOOT, M_PER_NM, M_S_PER_KNOT, InvalidInput, date_time_group, distance_m
from comity.rescue.case_table import Table, tables_of
from comity.rescue.leeway import leeway_class
from comity.rescue.scenarios import (
    Area,
    Bearing,
    Cone,
    Debris,
    Drawn,
    Hazard,
    LastKnownPosition,
    LastReport,
    Ring,
    Scenario,
    Voyage,
    WayPoint,
)

MAX_POSITION_ERROR_M = 500_000.0
MAX_TIME_ERROR_S = 7 * 86_400.0
MAX_RANGE_M = 500_000.0
MAX_SPEED_KT = 100.0

_HORIZON_NM_PER_ROOT_FOOT = 1.17
_MS_PER_S = 1000


def scenario_of(table: Table) -> Scenario:
    """Return the scenario of a table, by its `kind`."""
    return SCENARIOS[table.choice("kind", tuple(SCENARIOS))](table)


def _last_known_position(table: Table) -> LastKnownPosition:
    required = ("kind", "lat", "lon", "position_error_m", "time")
    table.check_keys((*required, "time_error_s", "weight"), required)
    return LastKnownPosition(
        lat_deg=table.number("lat", -90, 90),
        lon_deg=table.number("lon", -180, 180),
        position_error_m=table.number("position_error_m", 0, MAX_POSITION_ERROR_M),
        time_ms=table.instant_ms("time"),
        time_error_s=table.number("time_error_s", 0, MAX_TIME_ERROR_S, default=0),
        weight=table.weight(),
    )


def _area(table: Table) -> Area:
    required = ("kind", "polygon", "time")
    table.check_keys((*required, "weight"), required)
    from_ms, to_ms = _window_ms(table, "time")
    polygon = table.entries["polygon"]
    rings = polygon if isinstance(polygon, str) and polygon else _rings(table, polygon)
    return Area(polygon=rings, from_ms=from_ms, to_ms=to_ms, weight=table.weight())


def _cone(table: Table) -> Cone:
    required = ("kind", "lat", "lon", "position_error_m", "time")
    table.check_keys((*required, "weight"), required)
    first, last = table.pair("time")
    from_deg, to_deg = table.numbers("lon", -180, 180)
    return Cone(
        lat_deg=table.numbers("lat", -90, 90),
        lon_deg=(from_deg, the_short_way(from_deg, to_deg)),
        position_error_m=table.numbers("position_error_m", 0, MAX_POSITION_ERROR_M),
        time_ms=_in_order(table.instant_of("time", first), table.instant_of("time", last), table),
        weight=table.weight(),
    )


_WAY = ("track", "waypoints", "departed", "speed_kt", "speed_error", "position_error_m", "hazards", "weight")


def _voyage(table: Table) -> Voyage:
    table.check_keys(("kind", *_WAY, "time"), ("kind", "position_error_m"))
    window = _window_ms(table, "time") if "time" in table.entries else (None, None)
    return _way(table, window, None)


def _overdue(table: Table) -> Voyage:
    table.check_keys(
        ("kind", *_WAY, "last_contact", "contact_lat", "contact_lon"), ("kind", "position_error_m", "last_contact")
    )
    contact = None
    if "contact_lat" in table.entries or "contact_lon" in table.entries:
        table.check_keys(table.entries, ("contact_lat", "contact_lon"))
        contact = table.number("contact_lat", -90, 90), table.number("contact_lon", -180, 180)
    return _way(table, (table.instant_ms("last_contact"), None), contact)


def _way(table: Table, window: tuple[int | None, int | None], contact: tuple[float, float] | None) -> Voyage:
    if ("track" in table.entries) == ("waypoints" in table.entries):
        raise InvalidInput(
            "rescue.no_track",
            "{table} has no track, or two.",
            why="a voyage follows a GPX file or way-points written in the case, one of the two",
            remedy='write track = "track.gpx", or waypoints, a list of tables with lat, lon and time',
            table=table.name,
        )
    points = tables_of(table.entries, "waypoints", least=2, within=table.name) if "waypoints" in table.entries else []
    voyage = Voyage(
        track=table.texts("track")[0] if "track" in table.entries else (),
        from_ms=window[0],
        to_ms=window[1],
        contact=contact,
        departed_ms=table.instant_ms("departed") if "departed" in table.entries else None,
        speed_m_s=table.number("speed_kt", 0.1, MAX_SPEED_KT) * M_S_PER_KNOT if "speed_kt" in table.entries else None,
        speed_error=table.number("speed_error", 0, 1, default=0),
        position_error_m=table.number("position_error_m", 0, MAX_POSITION_ERROR_M),
        hazards=tuple(_hazard(each) for each in tables_of(table.entries, "hazards", least=0, within=table.name)),
        weight=table.weight(),
    )
    return sailed(voyage, tuple(_way_point(each) for each in points), table.name) if points else voyage


def _way_point(table: Table) -> WayPoint:
    table.check_keys(("lat", "lon", "time"), ("lat", "lon"))
    time_ms = table.instant_ms("time") if "time" in table.entries else None
    return WayPoint(table.number("lat", -90, 90), table.number("lon", -180, 180), time_ms)


def _hazard(table: Table) -> Hazard:
    known = ("lat", "lon", "radius_m", "factor")
    table.check_keys(known, known)
    return Hazard(
        lat_deg=table.number("lat", -90, 90),
        lon_deg=table.number("lon", -180, 180),
        radius_m=table.number("radius_m", 1, MAX_RANGE_M),
        factor=table.number("factor", 0, 1000),
    )


def sailed(voyage: Voyage, points: tuple[WayPoint, ...], name: str) -> Voyage:
    """Return a voyage along way-points, all with their times, or raise `InvalidInput` that names `name`.

    Where the points have no times, `departed_ms` and `speed_m_s` give them. Longitudes run on past 180 where the way
    crosses the antimeridian.
    """
    points = _timed(voyage, points, name)
    times = [each.time_ms for each in points if each.time_ms is not None]
    if len(points) < 2 or len(times) < len(points) or any(b <= a for a, b in pairwise(times)):
        raise InvalidInput(
            "rescue.track_without_times",
            "The track of {table} does not say when the vessel was where.",
            why="it has {points} way-points, {times} with a time, and each must be later than the one before",
            remedy="give every way-point its time, or write departed and speed_kt",
            table=name,
            points=len(points),
            times=len(times),
        )
    voyage = replace(voyage, track=_joined(points))
    from_ms, to_ms = window_of(voyage)
    if not times[0] <= from_ms < to_ms <= times[-1]:
        raise InvalidInput(
            "rescue.not_under_way",
            "The time of {table} is not that of its voyage.",
            why="the vessel sails from {first} to {last}, and the accident is sought from {begin} to {end}",
            remedy="correct the time of the last contact, or the times of the way-points",
            table=name,
            first=date_time_group(times[0]),
            last=date_time_group(times[-1]),
            begin=date_time_group(from_ms),
            end=date_time_group(to_ms),
        )
    return _from_contact(voyage, from_ms)


def window_of(voyage: Voyage) -> tuple[int, int]:
    """Return the first and the last instant at which a voyage, whose track has been read, may have ended."""
    times = [each.time_ms or 0 for each in voyage.track if isinstance(each, WayPoint)]
    first = times[0] if voyage.from_ms is None else voyage.from_ms
    return first, times[-1] if voyage.to_ms is None else voyage.to_ms


def _timed(voyage: Voyage, points: tuple[WayPoint, ...], name: str) -> tuple[WayPoint, ...]:
    if voyage.departed_ms is None and voyage.speed_m_s is None:
        return points
    if voyage.departed_ms is None or voyage.speed_m_s is None or any(each.time_ms is not None for each in points):
        raise InvalidInput(
            "rescue.two_timetables",
            "The way-points of {table} get their times from two places, or from half of one.",
            why="the keys departed and speed_kt belong together, and to a track whose way-points have no times",
            remedy="write both, or neither, and no times in the track beside them",
            table=name,
        )
    lat, lon = np.array([(each.lat_deg, each.lon_deg) for each in points]).T
    gone_m = np.concatenate([[0.0], np.cumsum(distance_m(lat[:-1], lon[:-1], lat[1:], lon[1:]))])
    late_ms = np.rint(gone_m / voyage.speed_m_s * _MS_PER_S)
    return tuple(
        replace(each, time_ms=voyage.departed_ms + int(wait)) for each, wait in zip(points, late_ms, strict=True)
    )


def _joined(points: tuple[WayPoint, ...]) -> tuple[WayPoint, ...]:
    made = [points[0]]
    for each in points[1:]:
        made.append(replace(each, lon_deg=the_short_way(made[-1].lon_deg, each.lon_deg)))
    return tuple(made)


def _from_contact(voyage: Voyage, from_ms: int) -> Voyage:
    if voyage.contact is None:
        return voyage
    ahead = [each for each in voyage.track if isinstance(each, WayPoint) and (each.time_ms or 0) > from_ms]
    return replace(voyage, track=_joined((WayPoint(*voyage.contact, from_ms), *ahead)))


def _last_report(table: Table) -> LastReport:
    required = ("kind", "lat", "lon", "time", "silent_until", "course_deg", "speed_kt")
    errors = ("position_error_m", "course_error_deg", "speed_error_kt")
    table.check_keys((*required, *errors, "weight"), required)
    time_ms, until_ms = _in_order(table.instant_ms("time"), table.instant_ms("silent_until"), table)
    return LastReport(
        lat_deg=table.number("lat", -90, 90),
        lon_deg=table.number("lon", -180, 180),
        position_error_m=table.number("position_error_m", 0, MAX_POSITION_ERROR_M, default=0),
        time_ms=time_ms,
        until_ms=until_ms,
        course_deg=table.number("course_deg", 0, 360),
        course_error_deg=table.number("course_error_deg", 0, 180, default=0),
        speed_m_s=table.number("speed_kt", 0, MAX_SPEED_KT) * M_S_PER_KNOT,
        speed_error_m_s=table.number("speed_error_kt", 0, MAX_SPEED_KT, default=0) * M_S_PER_KNOT,
        weight=table.weight(),
    )


_SEEN = ("lat", "lon", "position_error_m", "bearing_deg", "bearing_error_deg", "time", "time_error_s", "weight")


def _bearing(table: Table) -> Bearing:
    required = ("kind", "lat", "lon", "bearing_deg", "bearing_error_deg", "distance_m", "time")
    table.check_keys((*_SEEN, "kind", "distance_m"), required)
    least_m, most_m = table.numbers("distance_m", 0, MAX_RANGE_M)
    return _sighting(table, (least_m, most_m), is_even_by_area=False)


def _flare(table: Table) -> Bearing:
    required = ("kind", "lat", "lon", "bearing_deg", "bearing_error_deg", "time")
    heights = ("eye_height_m", "flare_height_m", "visibility_nm")
    table.check_keys((*_SEEN, "kind", "least_distance_m", *heights), (*required, *heights))
    eye_m, flare_m = table.number("eye_height_m", 0, 10_000), table.number("flare_height_m", 0, 1000)
    most_m = min(table.number("visibility_nm", 0.01, 100) * M_PER_NM, sighting_range_m(eye_m, flare_m))
    return _sighting(table, (table.number("least_distance_m", 0, MAX_RANGE_M, default=0), most_m), is_even_by_area=True)


def sighting_range_m(eye_height_m: float, light_height_m: float) -> float:
    """Return how far a light shows over the horizon of an eye, both at their heights (Bowditch, table 12).

    >>> round(sighting_range_m(3.048, 0.0) / 1852, 1)  # 10 feet
    3.7
    """
    roots = float(np.sqrt(eye_height_m / M_PER_FOOT) + np.sqrt(light_height_m / M_PER_FOOT))
    return _HORIZON_NM_PER_ROOT_FOOT * roots * M_PER_NM


def _sighting(table: Table, distance_range_m: tuple[float, float], *, is_even_by_area: bool) -> Bearing:
    least_m, most_m = distance_range_m
    if most_m <= least_m:
        raise InvalidInput(
            "rescue.no_distance",
            "{table} leaves no distance between {least} m and {most} m.",
            why="what was seen lies between the two, and the second must be the greater",
            remedy="correct the distances, or the visibility and the heights that limit them",
            table=table.name,
            least=f"{least_m:.0f}",
            most=f"{most_m:.0f}",
        )
    return Bearing(
        lat_deg=table.number("lat", -90, 90),
        lon_deg=table.number("lon", -180, 180),
        position_error_m=table.number("position_error_m", 0, MAX_POSITION_ERROR_M, default=0),
        bearing_deg=table.number("bearing_deg", 0, 360),
        bearing_error_deg=table.number("bearing_error_deg", 0, 180),
        distance_m=distance_range_m,
        is_even_by_area=is_even_by_area,
        time_ms=table.instant_ms("time"),
        time_error_s=table.number("time_error_s", 0, MAX_TIME_ERROR_S, default=0),
        weight=table.weight(),
    )


def _debris(table: Table) -> Debris:
    required = ("kind", "lat", "lon", "position_error_m", "time", "leeway", "wrecked")
    table.check_keys((*required, "weight"), required)
    value = table.entries["leeway"]
    found_ms = table.instant_ms("time")
    wrecked_ms = _window_ms(table, "wrecked")
    _in_order(wrecked_ms[1], found_ms, table)
    return Debris(
        lat_deg=table.number("lat", -90, 90),
        lon_deg=table.number("lon", -180, 180),
        position_error_m=table.number("position_error_m", 0, MAX_POSITION_ERROR_M),
        time_ms=found_ms,
        leeway=leeway_class(value if type(value) in (int, str) else table.text("leeway")),
        wrecked_ms=wrecked_ms,
        weight=table.weight(),
    )


SCENARIOS: dict[str, Callable[[Table], Scenario]] = {
    "last_known_position": _last_known_position,
    "area": _area,
    "cone": _cone,
    "voyage": _voyage,
    "overdue": _overdue,
    "ais": _last_report,
    "bearing": _bearing,
    "flare": _flare,
    "debris": _debris,
}
"""The kinds of scenario that a case file may name."""


def last_start_ms(scenario: Scenario) -> int | None:
    """Return the latest nominal instant at which a scenario begins to drift; None for a track still to be read."""
    if isinstance(scenario, Voyage):
        return window_of(scenario)[1] if not isinstance(scenario.track, str) else None
    if isinstance(scenario, Area):
        return scenario.to_ms
    if isinstance(scenario, LastReport):
        return scenario.until_ms
    if isinstance(scenario, Drawn):
        return int(scenario.time_ms.max())
    return scenario.time_ms[1] if isinstance(scenario, Cone) else scenario.time_ms


def the_short_way(from_deg: float, to_deg: float) -> float:
    """Return a longitude within half a turn of another; it runs past 180 where the way crosses the antimeridian."""
    return to_deg - 360.0 * round((to_deg - from_deg) / 360.0)


def _window_ms(table: Table, key: str) -> tuple[int, int]:
    value = table.entries[key]
    first, last = table.pair(key) if isinstance(value, list) else (value, value)
    return _in_order(table.instant_of(key, first), table.instant_of(key, last), table)


def _rings(table: Table, polygon: Any) -> tuple[Ring, ...]:
    try:
        rings = tuple(tuple((lon, lat) for lon, lat in ring) for ring in polygon)
    except (TypeError, ValueError):
        rings = ()
    if not rings or any(len(ring) < 3 for ring in rings):
        raise InvalidInput(
            "rescue.not_a_polygon",
            "polygon in {table} is not an area.",
            why="an area is a list of rings, each of at least three pairs of longitude and latitude",
            remedy="write polygon = [[[4.9, 37.1], [5.6, 37.1], [5.6, 37.6]]], or the name of a GeoJSON file",
            table=table.name,
        )
    return tuple(
        tuple((table.number_of("polygon", x, -180, 180), table.number_of("polygon", y, -90, 90)) for x, y in ring)
        for ring in rings
    )


def _in_order(first_ms: int, last_ms: int, table: Table) -> tuple[int, int]:
    if last_ms < first_ms:
        raise InvalidInput(
            "rescue.times_out_of_order",
            "The times in {table} run backwards.",
            why="the last instant is before the first",
            remedy="write time = [first, last]",
            table=table.name,
        )
    return first_ms, last_ms
