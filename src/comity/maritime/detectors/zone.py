"""Zones: when a ship enters an area, leaves it, and how long it stays.

An entry is the first position inside after one outside; an exit the first outside after one inside; a stay goes from
the first position inside to the last one before the exit. A ship that was first heard inside has no entry, one that
is inside at the end of its track an open stay. Units: milliseconds, degrees.
"""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numba import njit

from comity.ground import Floats
from comity.maritime.asked import EVENTS_PART, Asked, Parts
from comity.maritime.bucket import Bucket, Ints
from comity.maritime.event_rows import events_of
from comity.maritime.sphere import KERNEL
from comity.maritime.surroundings import Zones, in_zone

_ZONE, _FIRST, _LAST, _ENTERS, _NEXT = range(5)


class ZoneRule(NamedTuple):
    """Stays of `least_ms` or more are told."""

    least_ms: int


def zone_events(bucket: Bucket, rule: ZoneRule, asked: Asked) -> Parts:
    """Return entries, exits and stays of a bucket's ships."""
    stays = _stays(bucket.lat_deg, bucket.lon_deg, bucket.starts, asked.surroundings.zones)
    first, last, following = stays[:, _FIRST], stays[:, _LAST], stays[:, _NEXT]
    is_open = following < 0
    names = [asked.surroundings.zone_names[each] for each in stays[:, _ZONE]]
    lasting = bucket.t_ms[last] - bucket.t_ms[first] >= rule.least_ms
    entries, exits = np.flatnonzero(stays[:, _ENTERS] > 0), np.flatnonzero(~is_open)
    tables = [
        _events("zone_entry", bucket, first[entries], first[entries], [names[each] for each in entries], asked),
        _events("zone_exit", bucket, following[exits], following[exits], [names[each] for each in exits], asked),
        _events(
            "zone_stay",
            bucket,
            first[lasting],
            last[lasting],
            [names[each] for each in np.flatnonzero(lasting)],
            asked,
            is_open[lasting],
        ),
    ]
    return {EVENTS_PART: pa.concat_tables(tables)}


def _events(
    kind: str,
    bucket: Bucket,
    first: Ints,
    last: Ints,
    names: list[str],
    asked: Asked,
    is_open: "np.typing.NDArray[np.bool_] | None" = None,
) -> pa.Table:
    evidence = {"zone": names, "positions": last - first + 1}
    return events_of(
        kind,
        asked.rules.name,
        mmsi=bucket.mmsi[first],
        start_ms=bucket.t_ms[first],
        end_ms=bucket.t_ms[last],
        lat_deg=bucket.lat_deg[first],
        lon_deg=bucket.lon_deg[first],
        is_open=is_open,
        reason=f"zone.{kind.removeprefix('zone_')}",
        evidence=evidence,
        subject=names,
    )


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _stays(lat_deg: Floats, lon_deg: Floats, starts: Ints, zones: Zones) -> Ints:
    count = 0
    stays = np.empty((64, 5), np.int64)
    for zone in range(len(zones.boxes)):
        for track in range(starts.size - 1):
            was_inside = False
            for i in range(starts[track], starts[track + 1]):
                inside = in_zone(lat_deg[i], lon_deg[i], zone, zones)
                if inside and not was_inside:
                    if count == len(stays):
                        more = np.empty((2 * count, 5), np.int64)
                        more[:count] = stays
                        stays = more
                    stays[count, _ZONE], stays[count, _FIRST], stays[count, _LAST] = zone, i, i
                    stays[count, _ENTERS], stays[count, _NEXT] = int(i > starts[track]), -1
                    count += 1
                elif inside:
                    stays[count - 1, _LAST] = i
                elif was_inside:
                    stays[count - 1, _NEXT] = i
                was_inside = inside
    return stays[:count].copy()
