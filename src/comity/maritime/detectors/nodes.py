"""Nodes: at most one position of a track in each stretch of time, so that a way is summed without the noise of fixes.

A receiver that places a ship ten metres off, twice a minute, adds a third of a knot to a ship that lies still; over
five minutes the same noise adds a twentieth. Units: milliseconds, metres.
"""

from typing import NamedTuple

import numpy as np
from numba import njit

from comity.ground import Floats
from comity.maritime.bucket import Bucket, Ints
from comity.maritime.sphere import KERNEL, apart_m


class Nodes(NamedTuple):
    """Rows of a bucket, the first of each stretch of a track.

    `way_m` is the sum of the legs since the track began; `starts` are the first nodes of the tracks and, at the end,
    the number of nodes.
    """

    row: Ints
    way_m: Floats
    starts: Ints


def nodes_of(bucket: Bucket, node_ms: int) -> Nodes:
    """Return the first position of each track in each stretch of `node_ms`, which count from 1970."""
    return Nodes(*_nodes(bucket.t_ms, bucket.lat_deg, bucket.lon_deg, bucket.starts, node_ms))


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _nodes(t_ms: Ints, lat_deg: Floats, lon_deg: Floats, starts: Ints, node_ms: int) -> tuple[Ints, Floats, Ints]:
    row, way_m, count = np.empty(t_ms.size, np.int64), np.empty(t_ms.size, np.float64), 0
    of_track = np.empty(starts.size, np.int64)
    for track in range(starts.size - 1):
        of_track[track] = count
        stretch = -1
        for i in range(starts[track], starts[track + 1]):
            if i > starts[track] and t_ms[i] // node_ms == stretch:
                continue
            stretch = t_ms[i] // node_ms
            row[count] = i
            way_m[count] = 0.0
            if i > starts[track]:
                before = row[count - 1]
                way_m[count] = way_m[count - 1] + apart_m(lat_deg[before], lon_deg[before], lat_deg[i], lon_deg[i])
            count += 1
    of_track[starts.size - 1] = count
    return row[:count].copy(), way_m[:count].copy(), of_track
