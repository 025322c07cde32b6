"""A first look at positions: where ships are at all, and where they lie still, so that harbours name themselves.

Where no table of anchorages is given, an anchorage is where several ships lay still for hours near a coast: the way in
which Global Fishing Watch found its own (pipe-anchorages: ships that stay within 0.5 km), with smaller numbers, since
one node sees a sea for weeks and not the world for years.
Units: degrees, metres, milliseconds.
"""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numba import njit

from comity.ground import Floats
from comity.maritime.bucket import Bucket, Ints, bucket_of, one_track
from comity.maritime.sphere import EARTH_M, KERNEL, apart_m
from comity.maritime.surroundings import Shore, shore_m

STAY_M = 500.0
"""A ship lies still while it stays within this of where it stopped (pipe-anchorages, anchorage_cfg.yaml: 0.5 km)."""

STAY_MS = 3 * 3_600_000
"""How long it does so at least; ours (pipe-anchorages: 12 h, of ships of the whole world)."""

STAY_SILENCE_MS = 6 * 3_600_000
"""A longer silence ends a stay; ours."""

FEWEST_SHIPS = 3
"""Ships that make an anchorage; ours (pipe-anchorages: 20, over years)."""

NEAR_SHORE_M = 10_000.0
"""How far from shore an anchorage lies at most; ours: ships that meet far out make none."""

_CELL_M = 2_000.0


class Survey(NamedTuple):
    """Rows in each square degree, shape (180, 360) from the south-west; and stays: `mmsi`, `lat_deg`, `lon_deg`."""

    squares: Ints
    stays: pa.Table


def survey(positions: pa.Table) -> Survey:
    """Return the survey of some whole vessels; those of several buckets are added with `surveyed`."""
    bucket = bucket_of(positions, tracker=one_track)
    row, lat_deg, lon_deg = _stays(bucket.t_ms, bucket.lat_deg, bucket.lon_deg, bucket.starts)
    stays = pa.table({"mmsi": bucket.mmsi[row], "lat_deg": lat_deg, "lon_deg": lon_deg})
    return Survey(_squares(bucket), stays)


def surveyed(parts: list[Survey]) -> Survey:
    """Return the survey of all vessels."""
    squares = np.asarray(np.sum([each.squares for each in parts], axis=0), dtype=np.int64)
    return Survey(squares, pa.concat_tables([each.stays for each in parts]))


def anchorages_found(stays: pa.Table, shore: Shore) -> tuple[Floats, Floats]:
    """Return latitudes and longitudes of the places near a shore where several ships lay still."""
    lat, lon = stays.column("lat_deg").to_numpy(), stays.column("lon_deg").to_numpy()
    near = np.array([shore_m(*each, shore) <= NEAR_SHORE_M for each in zip(lat, lon, strict=True)], dtype=np.bool_)
    lat, lon, mmsi = lat[near], lon[near], stays.column("mmsi").to_numpy()[near]
    cells: dict[tuple[int, int], list[int]] = {}
    step_deg = np.degrees(_CELL_M / EARTH_M)
    for each in np.lexsort((lon, lat, mmsi)):
        row = int(np.floor(lat[each] / step_deg))
        wide_deg = step_deg / max(np.cos(np.radians(row * step_deg)), 0.01)
        cells.setdefault((row, int(np.floor(lon[each] / wide_deg))), []).append(int(each))
    places = []
    for (row, column), members in sorted(cells.items()):
        around = [each for r in (-1, 0, 1) for c in (-1, 0, 1) for each in cells.get((row + r, column + c), [])]
        if len({int(mmsi[each]) for each in around}) >= FEWEST_SHIPS:
            places.append((float(lat[members].mean()), float(lon[members].mean())))
    found = np.array(places, dtype=np.float64).reshape(-1, 2)
    return np.ascontiguousarray(found[:, 0]), np.ascontiguousarray(found[:, 1])


def _squares(bucket: Bucket) -> Ints:
    row = np.minimum((bucket.lat_deg + 90.0).astype(np.int64), 179)
    column = (bucket.lon_deg + 180.0).astype(np.int64) % 360
    return np.bincount(row * 360 + column, minlength=180 * 360).reshape(180, 360)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _stays(t_ms: Ints, lat_deg: Floats, lon_deg: Floats, starts: Ints) -> tuple[Ints, Floats, Floats]:
    """Return the first row and the mean place of each stay; one position elsewhere, between two there, ends none."""
    row, lat, lon, count = np.empty(t_ms.size, np.int64), np.empty(t_ms.size), np.empty(t_ms.size), 0
    for track in range(starts.size - 1):
        first, last, seen, away = starts[track], starts[track], 1, 0
        sum_lat, sum_lon = 0.0, 0.0
        for i in range(starts[track] + 1, starts[track + 1] + 1):
            ends = i == starts[track + 1] or t_ms[i] - t_ms[last] > STAY_SILENCE_MS
            if not ends:
                if apart_m(lat_deg[first], lon_deg[first], lat_deg[i], lon_deg[i]) <= STAY_M:
                    last, away, seen = i, 0, seen + 1
                    sum_lat += lat_deg[i] - lat_deg[first]
                    sum_lon += (lon_deg[i] - lon_deg[first] + 540.0) % 360.0 - 180.0
                    continue
                away += 1
                ends = away > 1
            if ends:
                if t_ms[last] - t_ms[first] >= STAY_MS:
                    row[count] = first
                    lat[count] = lat_deg[first] + sum_lat / seen
                    lon[count] = (lon_deg[first] + sum_lon / seen + 540.0) % 360.0 - 180.0
                    count += 1
                first = last = i - away + 1 if away > 1 else min(i, starts[track + 1] - 1)
                seen, away, sum_lat, sum_lon = 1, 0, 0.0, 0.0
    return row[:count].copy(), lat[:count].copy(), lon[:count].copy()
