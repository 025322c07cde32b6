"""From units to sorties: when each is on scene, how long it searches, what it sees, or why it cannot.

Units: metres, metres per second, seconds; instants in milliseconds since 1970. Distances to base are great circles.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.ground import M_PER_NM, MS_PER_S, Floats, InvalidInput, date_time_group, distance_m
from comity.rescue.cloud import Cloud
from comity.rescue.detection import Sensor
from comity.rescue.search_frame import SearchFrame
from comity.rescue.units import PlanSettings, SearchUnit

_LEAST_SPACING = 0.25
"""Of the narrowest sweep width: coverage 4 leaves 2 % unseen by the exponential law, and closer legs teach little."""

_LEAST_TRACK = 4.0
"""Shorter than this many sweep widths is no search: once round the smallest expanding square."""


@dataclass(frozen=True)
class Sortie:
    """One unit out once: searching from `begin_ms` to `end_ms`; `track_m` is what it flies or sails in that time."""

    unit: SearchUnit
    number: int
    begin_ms: int
    end_ms: int
    sensor: Sensor

    @property
    def track_m(self) -> float:
        """Distance flown or sailed while searching."""
        return self.unit.speed_m_s * (self.end_ms - self.begin_ms) / MS_PER_S

    @property
    def least_spacing_m(self) -> float:
        """Track spacing below which no area is searched, however little is left to search."""
        widths_m = np.asarray(self.sensor.sweep_width_m, dtype=np.float64)
        return _LEAST_SPACING * float(widths_m[widths_m > 0].min(initial=np.inf))

    @property
    def middle_ms(self) -> int:
        """Middle of the search."""
        return (self.begin_ms + self.end_ms) // 2

    @property
    def effort_m2(self) -> Floats:
        """Sweep width × distance, shape (objects,)."""
        return np.asarray(self.sensor.sweep_width_m, dtype=np.float64) * self.track_m


def sorties_of(
    units: Sequence[SearchUnit],
    sensors: Sequence[Sensor],
    cloud: Cloud,
    frame: SearchFrame,
    settings: PlanSettings,
) -> tuple[Sortie, ...]:
    """Return every sortie of the units, or `InvalidInput` for the first one that cannot be.

    Parameters
    ----------
    sensors
        What each unit sees with, in the order of the units.
    """
    names = [unit.unit_id for unit in units]
    for name in names:
        if names.count(name) > 1:
            raise InvalidInput(
                "rescue.unit_named_twice",
                "Two units have the id {unit}.",
                why="legs and results are kept by the id of their unit",
                remedy="give every unit an id of its own",
                unit=name,
            )
    found = [
        sortie
        for unit, sensor in zip(units, sensors, strict=True)
        for sortie in _sorties_of_unit(unit, sensor, cloud, frame, settings)
    ]
    return tuple(found)


def _sorties_of_unit(
    unit: SearchUnit, sensor: Sensor, cloud: Cloud, frame: SearchFrame, settings: PlanSettings
) -> list[Sortie]:
    on_scene_ms, found = unit.on_scene_ms, []
    for number in range(1, unit.sorties + 1):
        way_s = transit_s(unit, frame, on_scene_ms)
        if number == 1:
            _check_reach(unit, cloud, way_s)
        on_scene_s = unit.endurance_s
        if unit.total_endurance_s is not None:
            on_scene_s = min(on_scene_s, unit.total_endurance_s - 2 * way_s)
        begin_ms = on_scene_ms
        end_ms = begin_ms + round(on_scene_s * settings.search_share * MS_PER_S)
        sortie = Sortie(unit, number, begin_ms, end_ms, sensor)
        _check_endurance(sortie, on_scene_s, way_s)
        _check_times(sortie, cloud)
        found.append(sortie)
        on_scene_ms += round((on_scene_s + 2 * way_s + unit.turnaround_s) * MS_PER_S)
    return found


def transit_s(unit: SearchUnit, frame: SearchFrame, at_ms: int) -> float:
    """Return how long a unit needs from its base to the middle of the cloud."""
    lon_deg, lat_deg = frame.degrees(frame.moved_m(at_ms))
    way_m = float(distance_m(unit.base_lat_deg, unit.base_lon_deg, lat_deg[0], lon_deg[0]))
    return way_m / (unit.transit_m_s or unit.speed_m_s)


def _check_reach(unit: SearchUnit, cloud: Cloud, way_s: float) -> None:
    earliest_ms = int(cloud.time_ms[0]) if unit.ready_ms is None else unit.ready_ms
    if unit.total_endurance_s is not None and 2 * way_s >= unit.total_endurance_s:
        raise out_of_range(unit, way_s)
    if earliest_ms + round(way_s * MS_PER_S) > unit.on_scene_ms:
        raise cannot_reach(unit, way_s, unit.on_scene_ms, earliest_ms)


def out_of_range(unit: SearchUnit, way_s: float) -> InvalidInput:
    """Return why a unit cannot go to an area and come back."""
    return InvalidInput(
        "rescue.unit_out_of_range",
        "{unit} cannot go to the search area and come back.",
        why="the area is {distance} nautical miles from its base: {hours} hours both ways, of the {endurance} that "
        "it has from base to base",
        remedy="correct its base, speed or endurance, or leave it out of this search",
        unit=unit.unit_id,
        distance=f"{way_s * (unit.transit_m_s or unit.speed_m_s) / M_PER_NM:.0f}",
        hours=f"{2 * way_s / 3600:.1f}",
        endurance=f"{(unit.total_endurance_s or 0.0) / 3600:.1f}",
    )


def cannot_reach(unit: SearchUnit, way_s: float, on_scene_ms: int, earliest_ms: int) -> InvalidInput:
    """Return why a unit cannot be on scene in time."""
    return InvalidInput(
        "rescue.unit_cannot_reach",
        "{unit} cannot be on scene at {on_scene}.",
        why="the area is {distance} nautical miles from its base, {hours} hours away, and it cannot leave before "
        "{leaves}",
        remedy="correct its base, its speed, when it is ready or when it is to be on scene",
        unit=unit.unit_id,
        on_scene=date_time_group(on_scene_ms),
        distance=f"{way_s * (unit.transit_m_s or unit.speed_m_s) / M_PER_NM:.0f}",
        hours=f"{way_s / 3600:.1f}",
        leaves=date_time_group(earliest_ms),
    )


def _check_endurance(sortie: Sortie, on_scene_s: float, way_s: float) -> None:
    widest_m = float(np.max(sortie.sensor.sweep_width_m))
    if widest_m <= 0.0:
        raise InvalidInput(
            "rescue.unit_sees_nothing",
            "{unit} would see none of the objects of this case.",
            why="the sweep width is zero for each of them in these conditions and at this height and speed",
            remedy="wait for better visibility, change height or speed, or give the sweep width of another sensor",
            unit=sortie.unit.unit_id,
        )
    if on_scene_s <= 0.0 or sortie.track_m < _LEAST_TRACK * widest_m:
        raise InvalidInput(
            "rescue.endurance_too_short",
            "{unit} has {minutes} minutes on scene, too short for a search.",
            why="at its speed that is {track} nautical miles of search, less than once round a square of its sweep "
            "width; the way out takes {way} minutes",
            remedy="give it more time on scene, or leave it out of this search",
            unit=sortie.unit.unit_id,
            minutes=f"{max(on_scene_s, 0.0) / 60:.0f}",
            track=f"{max(sortie.track_m, 0.0) / M_PER_NM:.1f}",
            way=f"{way_s / 60:.0f}",
        )


def _check_times(sortie: Sortie, cloud: Cloud) -> None:
    if sortie.begin_ms < cloud.time_ms[0] or sortie.end_ms > cloud.time_ms[-1]:
        raise InvalidInput(
            "rescue.search_outside_drift",
            "The search lasts from {first} to {last}, and the drift from {begins} to {ends}.",
            why="where the object is at other times was not computed",
            remedy="let the drift run to the end of the search, or correct the times of the search",
            first=date_time_group(sortie.begin_ms),
            last=date_time_group(sortie.end_ms),
            begins=date_time_group(int(cloud.time_ms[0])),
            ends=date_time_group(int(cloud.time_ms[-1])),
        )


def collisions(sorties: Sequence[Sortie], settings: PlanSettings) -> NDArray[np.bool_]:
    """Return which sorties must not share water: at one time, and not apart in height; shape (sorties, sorties)."""
    found = np.zeros((len(sorties), len(sorties)), dtype=np.bool_)
    for i, one in enumerate(sorties):
        for j, other in enumerate(sorties[:i]):
            meet = one.begin_ms < other.end_ms and other.begin_ms < one.end_ms
            found[i, j] = found[j, i] = meet and not apart_in_height(one.unit, other.unit, settings)
    return found


def apart_in_height(one: SearchUnit, other: SearchUnit, settings: PlanSettings) -> bool:
    """Return whether two units may pass over one another: a boat below an aircraft, or aircraft far apart in height."""
    if "boat" in (one.platform, other.platform):
        return one.platform != other.platform
    return abs((one.altitude_m or 0.0) - (other.altitude_m or 0.0)) >= settings.height_separation_m
