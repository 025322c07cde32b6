"""Detection: the chance that a unit finds each hypothesis of a cloud, leg by leg, while both move.

Units: metres, degrees, milliseconds since 1970; probabilities are numbers from 0 to 1.
Sources: B. O. Koopman, Search and Screening, OEG Report 56, 1946, ch. 2 (continuous looking: the chance of no
detection is exp(−∫ rate dt), so exposures of legs add up); A. R. Washburn, Search and Detection, 4th ed., 2002, ch. 2.
What is compiled stands in `detection_kernel`, and is loaded when the first POD is asked for.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.ground import MS_PER_HOUR, Floats, InvalidInput, date_time_group, metres_per_degree
from comity.rescue.cloud import Cloud
from comity.rescue.lateral_range import CUSTOM, LATERAL_RANGES, NO_CURVE, LateralCurve
from comity.rescue.legs import Legs, check_legs

_TURN_DEG = 360.0


@dataclass(frozen=True)
class Sensor:
    """What a unit sees with.

    Parameters
    ----------
    sweep_width_m
        Shape (objects of the case,): corrected for platform, height, visibility, weather, speed and fatigue. It holds
        at the speed that the legs have; 0 is an object that this unit cannot see.
    lateral_range
        A key of `LATERAL_RANGES`; without meaning where there is a curve.
    curve
        A curve of one's own, from `lateral_curve`.
    """

    sweep_width_m: Floats
    lateral_range: str
    curve: LateralCurve | None = None


def pod_by_hypothesis(cloud: Cloud, legs: Legs, sensor: Sensor) -> Floats:
    """Return the chance that the unit on these legs finds each hypothesis, shape (trajectories,).

    Both move: between the instants of the cloud a hypothesis goes evenly, on a leg the unit does, so their relative way
    is straight and its exposure exact (in local metres of the leg, 0.1 % off 50 km away). Looks at one hypothesis are
    independent of one another given its way (Koopman): 1 − exp(−Σ exposure). What is stranded or has left the fields is
    looked for where it lies; what is not in the water at both ends of an hour is not found in it. An object that
    becomes another has the sweep width of what it is at the beginning of each hour.

    Raises
    ------
    InvalidInput
        For legs that search before the cloud begins or after it ends, or on a cloud that goes back in time, for objects
        without a sweep width, for a law that does not exist.
    """
    from comity.rescue.detection_kernel import expose

    check_legs(legs)
    law, curve = _law_of(sensor)
    widths_m = _widths_of(sensor, cloud)
    exposure = np.zeros(cloud.object_index.size)
    first, pieces = _cut(cloud, legs)
    lon_deg, lat_deg = (_plain(each, np.float32) for each in (cloud.lon_deg, cloud.lat_deg))
    objects = _plain(cloud.object_index[:, None] if cloud.object_at is None else cloud.object_at, np.int16)
    points = _plain(curve.offset, np.float64), _plain(curve.chance, np.float64)
    expose(lon_deg, lat_deg, objects, widths_m, law, *points, first, pieces, exposure)
    return -np.expm1(-exposure)


def _plain(values: NDArray[Any], kind: type[np.generic]) -> NDArray[Any]:
    """Return an array as `expose` was compiled for: of one kind, in one block, and not locked."""
    return np.require(values, kind, ["C", "W"])


def _cut(cloud: Cloud, legs: Legs) -> tuple[NDArray[np.int64], Floats]:
    """Return the first piece of each hour and the pieces: searching legs cut at the cloud's instants, for `expose`."""
    _check_times(cloud, legs)
    cuts_ms = cloud.time_ms[(cloud.time_ms > legs.time_ms[0]) & (cloud.time_ms < legs.time_ms[-1])]
    at_ms = np.unique(np.concatenate([legs.time_ms, cuts_ms]))
    middle_ms = (at_ms[:-1] + at_ms[1:]) / 2
    leg = np.searchsorted(legs.time_ms, middle_ms, side="right") - 1  # a leg that takes no time has no middle
    kept = legs.is_searching[leg]
    leg, from_ms, to_ms = leg[kept], at_ms[:-1][kept], at_ms[1:][kept]
    hour = np.searchsorted(cloud.time_ms, middle_ms[kept], side="right") - 1
    lon_deg = _near(cloud, np.unwrap(legs.lon_deg, period=_TURN_DEG))
    (share_1, lon_1, lat_1), (share_2, lon_2, lat_2) = (
        (
            (each - cloud.time_ms[hour]) / (cloud.time_ms[hour + 1] - cloud.time_ms[hour]),
            _along(each, leg, legs.time_ms, lon_deg),
            _along(each, leg, legs.time_ms, legs.lat_deg),
        )
        for each in (from_ms, to_ms)
    )
    per_lat_m, per_lon_m = metres_per_degree((lat_1 + lat_2) / 2)
    own_m = np.hypot((lon_2 - lon_1) * per_lon_m, (lat_2 - lat_1) * per_lat_m)
    first = np.searchsorted(hour, np.arange(cloud.time_ms.size))
    return first, np.array([share_1, share_2, lon_1, lat_1, lon_2, lat_2, per_lon_m, per_lat_m, own_m])


def _along(at_ms: NDArray[np.int64], leg: NDArray[np.int64], time_ms: NDArray[np.int64], deg: Floats) -> Floats:
    share = (at_ms - time_ms[leg]) / (time_ms[leg + 1] - time_ms[leg])
    return deg[leg] + share * (deg[leg + 1] - deg[leg])


def _near(cloud: Cloud, lon_deg: Floats) -> Floats:
    """Return longitudes on the cloud's side of the date line."""
    seen = cloud.lon_deg[:, -1]
    middle_deg = float(np.nanmean(seen)) if np.isfinite(seen).any() else 0.0
    return lon_deg + _TURN_DEG * round((middle_deg - float(lon_deg[0])) / _TURN_DEG)


def _check_times(cloud: Cloud, legs: Legs) -> None:
    if cloud.time_ms[0] > cloud.time_ms[-1]:
        raise InvalidInput(
            "rescue.search_on_backward_drift",
            "The drift goes back from {begins} to {ends}.",
            why="a search looks for what drifts on, and not for where it came from",
            remedy="drift forward from what the backward drift found, and search on that",
            begins=date_time_group(int(cloud.time_ms[0])),
            ends=date_time_group(int(cloud.time_ms[-1])),
        )
    searching = np.flatnonzero(legs.is_searching)
    if not searching.size:
        return
    first_ms, last_ms = int(legs.time_ms[searching[0]]), int(legs.time_ms[searching[-1] + 1])
    if first_ms < cloud.time_ms[0] or last_ms > cloud.time_ms[-1]:
        raise InvalidInput(
            "rescue.search_outside_drift",
            "The search lasts from {first} to {last}, and the drift from {begins} to {ends}.",
            why="where the object is at other times was not computed",
            remedy="let the drift run to the end of the search, or correct the times of the search",
            first=date_time_group(first_ms),
            last=date_time_group(last_ms),
            begins=date_time_group(int(cloud.time_ms[0])),
            ends=date_time_group(int(cloud.time_ms[-1])),
        )


def _widths_of(sensor: Sensor, cloud: Cloud) -> Floats:
    """Return the sweep widths by object, once there is one for each that the cloud has."""
    widths_m = np.asarray(sensor.sweep_width_m, dtype=np.float64)
    seen = cloud.object_index if cloud.object_at is None else cloud.object_at
    objects = int(seen.max(initial=-1)) + 1
    if widths_m.ndim != 1 or widths_m.size < objects or not (np.isfinite(widths_m) & (widths_m >= 0)).all():
        raise InvalidInput(
            "rescue.no_sweep_width_of_object",
            "The sensor has {count} sweep widths for the {objects} objects of the case: {widths}.",
            why="each object needs its own, in metres, 0 for one that the unit cannot see",
            remedy="give one sweep width for each object, in the order of the case",
            count=widths_m.size,
            objects=objects,
            widths=", ".join(f"{each:g}" for each in widths_m.ravel()),
        )
    return _plain(widths_m, np.float64)


def _law_of(sensor: Sensor) -> tuple[int, LateralCurve]:
    if sensor.curve is not None:
        return CUSTOM, sensor.curve
    found = LATERAL_RANGES.get(sensor.lateral_range)
    if found is None:
        raise InvalidInput(
            "rescue.unknown_lateral_range",
            "There is no lateral range curve {name}.",
            why="the chance of detection against distance follows one of the known laws, or a curve of your own",
            remedy="use one of: {known}; or give a curve",
            name=repr(sensor.lateral_range),
            known=", ".join(LATERAL_RANGES),
        )
    return found.law, NO_CURVE


def compile_detection() -> None:
    """Compile the detection into its cache at set-up, so that no officer waits for it: one hypothesis and one leg."""
    at = np.zeros((1, 2), dtype=np.float32)
    time_ms = np.array([0, MS_PER_HOUR], dtype=np.int64)
    first = np.zeros(1, dtype=np.int16)
    cloud = Cloud(time_ms, at, at, np.zeros((1, 2), dtype=np.int8), first, first)
    legs = Legs(time_ms, np.array([-0.1, 0.1]), np.zeros(2), np.ones(1, dtype=np.bool_))
    pod_by_hypothesis(cloud, legs, Sensor(np.array([1000.0]), "inverse_cube"))
