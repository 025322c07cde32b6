"""The cloud of a case hour by hour: where its hypotheses are, and the areas that hold them.

Units: degrees, milliseconds since 1970. A cloud is read once and kept while it is looked at (two at most, 100,000
hypotheses each: netCDF is not read by two threads at once); an hour's areas are computed when first asked for. For the
picture of all cases a part of each cloud is kept.
"""

import io
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import orjson
from numpy.typing import NDArray
from sqlalchemy import select

from comity.files.particles import read_cloud
from comity.files.probability import containment_geojson
from comity.ground import InvalidInput, instant_text
from comity.node.app import Node
from comity.node.case_folders import AREAS_FILE, SEARCHED_FILE, WEIGHTS_FILE, read_together
from comity.node.store import RESCUE_CASE
from comity.rescue import STRANDED, Cloud, containment, probability_map

MOST_PARTICLES = 100_000
CLOUDS_KEPT = 2
MOST_PICTURED = 10_000
"""Of each case in the picture of all: enough to see where it drifts; a line carries no more."""
PICTURED_KEPT = 32
AREAS_KEPT = 256
LEVELS = (50, 75, 90, 95)
LEAST_CORNERS = 4
"""Of a closed ring, RFC 7946 §3.1.6."""
_UDEG = 1_000_000
LAST_MS = 253_402_300_800_000
"""9999-12-31T24:00Z: later than this no instant can be written."""

Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Points:
    """Hypotheses at one instant; those that are not in the water yet are left out.

    `ids` number the hypotheses of the case from 0 and stay the same from hour to hour.
    """

    at_ms: int
    of: int
    ids: NDArray[np.uint32]
    lon_deg: NDArray[np.float32]
    lat_deg: NDArray[np.float32]
    status: NDArray[np.uint8]


class _Shelf:
    """Keeps what was last used of what is costly to make; one is made at a time."""

    def __init__(self, most: int, turn: threading.Lock) -> None:
        self._most, self._turn = most, turn
        self._kept: OrderedDict[Any, Any] = OrderedDict()

    def take(self, key: Any, make: Callable[[], Kept]) -> Kept:
        """Return what is kept under a key, made now if it is not."""
        with self._turn:
            if key not in self._kept:
                self._kept[key] = make()
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
            found: Kept = self._kept[key]
            return found


_READING = threading.Lock()
_CLOUDS = _Shelf(CLOUDS_KEPT, _READING)
_PICTURED = _Shelf(PICTURED_KEPT, _READING)
_AREAS = _Shelf(AREAS_KEPT, threading.Lock())


def cloud_of(node: Node, case_id: str) -> Cloud:
    """Return the cloud of one of our cases, or raise `InvalidInput` before its drift was computed."""
    path, stamp = _particles(node, case_id)
    return _CLOUDS.take(stamp, partial(read_cloud, path, most=MOST_PARTICLES))


def pictured(node: Node) -> list[tuple[str, tuple[str, int, int], Cloud]]:
    """Return our cases whose drift was computed, each with a stamp of its file and an even choice of its cloud."""
    with node.store.reading() as connection:
        ours = connection.execute(select(RESCUE_CASE.c.case_id).order_by(RESCUE_CASE.c.opened_ms)).scalars().all()
    found = []
    for case_id in ours:
        try:
            path, stamp = _particles(node, case_id)
        except InvalidInput:
            continue
        found.append((case_id, stamp, _PICTURED.take(stamp, partial(read_cloud, path, most=MOST_PICTURED))))
    return found


def points(node: Node, case_id: str, hour: int, *, limit: int) -> Points:
    """Return at most `limit` hypotheses at an hour, evenly chosen; the first instant is hour 0, the last -1."""
    cloud = cloud_of(node, case_id)
    place = _hour(cloud, hour)
    count = cloud.lon_deg.shape[0]
    chosen = np.arange(0, count, max(1, -(-count // max(1, limit))))
    lon_deg, lat_deg = cloud.lon_deg[chosen, place], cloud.lat_deg[chosen, place]
    here = ~np.isnan(lon_deg)
    return Points(
        at_ms=int(cloud.time_ms[place]),
        of=count,
        ids=chosen[here].astype(np.uint32),
        lon_deg=lon_deg[here],
        lat_deg=lat_deg[here],
        status=cloud.status[chosen, place][here].astype(np.uint8),
    )


def areas(node: Node, case_id: str, hour: int) -> bytes:
    """Return the areas of 50, 75, 90 and 95 % of one of our cases at an hour, as GeoJSON."""
    path, stamp = _particles(node, case_id)
    cloud = cloud_of(node, case_id)
    place = _hour(cloud, hour)
    if place == cloud.time_ms.size - 1:
        files = read_together(path.parent, [AREAS_FILE, SEARCHED_FILE])
        if AREAS_FILE in files and SEARCHED_FILE not in files:  # with a search, they are of what is left after it
            return files[AREAS_FILE]

    def compute() -> bytes:
        over = probability_map(cloud, time_index=place)
        return containment_geojson(containment(cloud, over, time_index=place), case_id=case_id)

    return _AREAS.take((stamp, place), compute)


def learnt_areas(node: Node, case_id: str, hour: int) -> bytes:
    """Return the areas of one of our cases at an hour, after what searches and clues taught, as GeoJSON."""
    stamp, cloud, weight = _learnt(node, case_id)
    place = _hour(cloud, hour)

    def compute() -> bytes:
        over = probability_map(cloud, weight=weight, time_index=place)
        return containment_geojson(containment(cloud, over, weight=weight, time_index=place), case_id=case_id)

    return _AREAS.take((stamp, place, "learnt"), compute)


def learnt_weights(node: Node, case_id: str, hour: int, *, limit: int) -> NDArray[np.float32]:
    """Return the weights of the hypotheses that `points` chooses, 1 for one of which nothing was learnt."""
    _, _, weight = _learnt(node, case_id)
    chosen = points(node, case_id, hour, limit=limit).ids
    return (weight[chosen] * weight.size).astype("<f4")


def _learnt(node: Node, case_id: str) -> tuple[tuple[str, int, int], Cloud, NDArray[np.float64]]:
    """Return a case's cloud with the weight of each hypothesis, or `InvalidInput` before the first plan."""
    stamp, cloud, data = _one_computation(node, case_id)
    weight = np.empty(0) if data is None else np.load(io.BytesIO(data), allow_pickle=False)
    weight = weight[:: max(1, -(-weight.size // MOST_PARTICLES))]  # as the cloud is read
    if weight.size != cloud.lon_deg.shape[0]:
        raise InvalidInput(
            "node.nothing_learnt",
            "Nothing was learnt yet about {case}.",
            why="no plan was computed on its present drift",
            remedy="ask for the plan, and wait until it is done",
            case=case_id[:80],
        )
    return stamp, cloud, weight / weight.sum()


def _one_computation(node: Node, case_id: str) -> tuple[tuple[str, int, int], Cloud, bytes | None]:
    """Return a case's cloud and the bytes of its weights, both of the computation that the stamp names."""
    while True:
        path, stamp = _particles(node, case_id)
        cloud = cloud_of(node, case_id)
        data = read_together(path.parent, [WEIGHTS_FILE]).get(WEIGHTS_FILE)
        if _particles(node, case_id)[1] == stamp:  # else another took its place meanwhile
            return stamp, cloud, data


def received_areas(case_id: str, record: dict[str, Any], hour: int = -1) -> bytes:
    """Return the areas that a released record carries for one of its instants, as GeoJSON; the widest first.

    A record without areas gives none. What the partner wrote in another form than the kind describes is left out.
    """
    instants = received_instants(record)
    features = []
    if instants:
        place = _place(len(instants), hour)
        for level in reversed(LEVELS):
            found = record.get(f"containment_{level}")
            rings = _rings(found[place]) if isinstance(found, list) and place < len(found) else []
            if rings:
                features.append(_feature(case_id, level, instants[place], rings))
    return orjson.dumps({"type": "FeatureCollection", "features": features}) + b"\n"


def received_instants(record: dict[str, Any]) -> list[int]:
    """Return the instants of which a released record carries areas, in milliseconds since 1970."""
    found = record.get("containment_ms")
    if not isinstance(found, list) or not all(type(each) is int and 0 < each < LAST_MS for each in found):
        return []
    return found


@dataclass(frozen=True)
class Hour:
    """The cloud at one of its instants: its mean, how many drift and how many are ashore; `None` is not known here."""

    hour: int
    at_ms: int
    centre: tuple[float, float] | None
    active: int | None
    stranded: int | None


def received_hours(record: dict[str, Any]) -> list[Hour]:
    """Return the instants of a released record; how many hypotheses drift stays with who computed them."""
    return [Hour(place, at_ms, None, None, None) for place, at_ms in enumerate(received_instants(record))]


def hours(node: Node, case_id: str) -> tuple[int, list[Hour]]:
    """Return how many hypotheses a case's cloud has, and each of its instants; none before the drift."""
    try:
        cloud = cloud_of(node, case_id)
    except InvalidInput:
        return 0, []
    found = []
    for place, at_ms in enumerate(cloud.time_ms):
        lon_deg, lat_deg = (each[:, place].astype(np.float64) for each in (cloud.lon_deg, cloud.lat_deg))
        here = ~np.isnan(lon_deg)
        stranded = int(((cloud.status[:, place] == STRANDED) & here).sum())
        centre = (float(lon_deg[here].mean()), float(lat_deg[here].mean())) if here.any() else None
        found.append(Hour(place, int(at_ms), centre, int(here.sum()) - stranded, stranded))
    return cloud.lon_deg.shape[0], found


def _particles(node: Node, case_id: str) -> tuple[Path, tuple[str, int, int]]:
    with node.store.reading() as connection:
        is_ours = connection.execute(select(RESCUE_CASE.c.case_id).filter_by(case_id=case_id)).first() is not None
    # Only the name of a case of ours, which was checked when it was opened, ever becomes part of a path.
    path = node.layout.case(case_id if is_ours else "-") / "particles.nc"
    try:
        about = path.stat()
    except FileNotFoundError:
        raise InvalidInput(
            "node.no_drift_yet",
            "The drift of {case} has not been computed here.",
            why="there is no cloud to look at",
            remedy="ask for the drift and wait until it is done; a partner's case brings its areas only",
            case=case_id[:80],
        ) from None
    return path, (str(path), about.st_mtime_ns, about.st_size)


def _hour(cloud: Cloud, hour: int) -> int:
    return _place(cloud.time_ms.size, hour)


def _place(count: int, hour: int) -> int:
    if not -count <= hour < count:
        raise InvalidInput(
            "node.no_such_hour",
            "The drift has no hour {hour}.",
            why="it has {count}, from 0 on",
            remedy="look at the case's timeline for its hours",
            hour=hour,
            count=count,
        )
    return hour % count


def _rings(found: Any) -> list[list[list[int]]]:
    """Return the rings of a partner's record that are rings: four pairs at least, on the globe."""
    try:
        rings = [[[int(lon), int(lat)] for lon, lat in ring] for ring in found]
    except (TypeError, ValueError):
        return []
    return [ring for ring in rings if len(ring) >= LEAST_CORNERS and all(map(_is_on_globe, ring))]


def _is_on_globe(pair: list[int]) -> bool:
    return abs(pair[0]) <= 180 * _UDEG and abs(pair[1]) <= 90 * _UDEG


def _feature(case_id: str, level: int, at_ms: int, rings: Any) -> dict[str, Any]:
    polygons: list[list[list[list[float]]]] = []
    for ring in rings:
        corners = [[lon / _UDEG, lat / _UDEG] for lon, lat in ring]
        if _is_outline(corners) or not polygons:
            polygons.append([corners])
        else:
            polygons[-1].append(corners)
    return {
        "type": "Feature",
        "properties": {
            "schema": "comity/containment/1",
            "case": case_id,
            "level": level / 100,
            "time": instant_text(at_ms),
        },
        "geometry": {"type": "MultiPolygon", "coordinates": polygons},
    }


def _is_outline(corners: list[list[float]]) -> bool:
    """Return whether a ring runs anticlockwise, as outlines do (RFC 7946 §3.1.6)."""
    x, y = np.array(corners).T
    return float(np.sum((x[:-1] - x[0]) * (y[1:] - y[0]) - (x[1:] - x[0]) * (y[:-1] - y[0]))) > 0
