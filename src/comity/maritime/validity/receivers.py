"""Check 4: positions further from the receiver that heard them than it can hear.

Units: metres on WGS 84. A receiver on the coast hears some 50 nautical miles, a satellite's footprint reaches 1,500
(SkyTruth, 2016); what a receiver is known to hear is given with it.
"""

import numpy as np
import pyarrow as pa

from comity.ground import distance_m
from comity.maritime.track_rules import Noise
from comity.maritime.validity.doubts import Given, doubt, doubts, fixes_of, rows_of, whole

LEAST_ROWS = 3
"""A weather that carries far carries single sentences; a place that is not the ship's is told again and again."""

JOIN_MS = 3_600_000
"""Rows less far apart belong to one doubt."""


def find_out_of_range(given: Given) -> pa.Table:
    """Return a doubt `out-of-range` for each stretch of a ship that a station heard from beyond its range."""
    if given.ranges is None or given.ranges.num_rows == 0:
        return doubts("range", [])
    fixes = fixes_of(given.positions)
    stations = given.positions["station"].combine_chunks()
    if not pa.types.is_dictionary(stations.type):
        stations = stations.dictionary_encode()
    names = stations.dictionary.to_pylist()
    code = stations.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    found = []
    for station, lat, lon, range_m in zip(*(given.ranges[name].to_pylist() for name in _NAMES), strict=True):
        if station not in names:
            continue
        is_heard = (code == names.index(station)) & ((fixes.track >= 0) | (fixes.noise == Noise.DUPLICATE))
        heard = np.flatnonzero(is_heard)
        away_m = distance_m(lat, lon, fixes.lat[heard], fixes.lon[heard])
        far, far_m = heard[away_m > range_m], away_m[away_m > range_m]
        cuts = np.flatnonzero((np.diff(fixes.mmsi[far]) != 0) | (np.diff(fixes.t_ms[far]) > JOIN_MS)) + 1
        for rows, rows_m in zip(np.split(far, cuts), np.split(far_m, cuts), strict=True):
            if rows.size < LEAST_ROWS:
                continue
            found.append(
                doubt(
                    "out-of-range",
                    mmsi=fixes.mmsi[rows[0]],
                    track=max(fixes.track[rows[0]], 0),
                    start_ms=fixes.t_ms[rows[0]],
                    end_ms=fixes.t_ms[rows[-1]],
                    lat_deg=fixes.lat[rows[0]],
                    lon_deg=fixes.lon[rows[0]],
                    score=1 - range_m / rows_m.max(),
                    station=station,
                    range_m=whole(range_m),
                    furthest_m=whole(rows_m.max()),
                    positions=int(rows.size),
                    rows=rows_of(fixes, rows),
                )
            )
    return doubts("range", found)


_NAMES = ("station", "lat_deg", "lon_deg", "range_m")
