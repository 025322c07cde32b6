"""Disabling: a gap of half a day or more that begins far from shore, where ships are well heard, after this one was.

The published rule asks for the reception of the place: how many positions a day a ship gives there in that month.
It is counted here from the positions themselves, by cells of one degree and calendar months. The word is that of the
published rule; the event says that a signal ended where it should have been heard, and not why.
Units: milliseconds, metres, degrees.
Sources: H. Welch et al., Science Advances 8, eabq2109, 2022; AIS-disabling-high-seas, config.py.
"""

from typing import NamedTuple

import numpy as np
import pyarrow as pa

from comity.ground import Floats
from comity.maritime.asked import EVENTS_PART, Asked, Parts
from comity.maritime.bucket import Bucket, Ints
from comity.maritime.detectors.density import DAY_MS, summed, tally
from comity.maritime.detectors.gap import SILENCES
from comity.maritime.event_rows import events_of
from comity.maritime.surroundings import FAR_M

RECEPTION = "reception"
_COLUMNS = 360


class DisablingRule(NamedTuple):
    """A gap of `least_ms` that begins over `from_shore_m` out, in a cell where a ship is heard over `a_day` times.

    At least `before` positions of the time before came by satellite.
    """

    least_ms: int
    from_shore_m: float
    a_day: float
    before: int


def receptions(bucket: Bucket, rule: DisablingRule, asked: Asked) -> Parts:  # noqa: ARG001 (one form for all)
    """Return how often the ships of a bucket were heard in each cell of one degree and day."""
    return {RECEPTION: tally(bucket, 1)}


def disablings(parts: Parts, rule: DisablingRule, asked: Asked) -> Parts:
    """Return the gaps that the rule takes for a signal that ended where it should have been heard."""
    silences, counts = parts.get(SILENCES), parts.get(RECEPTION)
    if silences is None or counts is None or not silences.num_rows:
        return {}
    found = {name: silences.column(name).to_numpy(zero_copy_only=False) for name in silences.column_names}
    a_day = _reception(summed(counts), found["lat_deg"], found["lon_deg"], found["start_ms"])
    told = (found["silent_ms"] >= rule.least_ms) & (found["shore_m"] > rule.from_shore_m)
    told &= (found["by_satellite"] >= rule.before) & (a_day > rule.a_day)
    found, a_day = {name: column[told] for name, column in found.items()}, a_day[told]
    events = events_of(
        "disabling",
        asked.rules.name,
        mmsi=found["mmsi"],
        start_ms=found["start_ms"],
        end_ms=found["end_ms"],
        lat_deg=found["lat_deg"],
        lon_deg=found["lon_deg"],
        is_open=found["is_open"],
        reason="disabling.silent_where_heard",
        evidence={
            "silent_s": found["silent_ms"] // 1000,
            "shore_m": np.where(found["shore_m"] >= FAR_M, np.inf, found["shore_m"]),
            "positions_before_by_satellite": found["by_satellite"],
            "reception_a_day": a_day,
        },
    )
    return {EVENTS_PART: events}


def _reception(counts: pa.Table, lat_deg: Floats, lon_deg: Floats, t_ms: Ints) -> Floats:
    """Return the positions that a ship gave in a day on which it was heard there, in the cell and month of each row."""
    known = _keys(*(counts.column(name).to_numpy() for name in ("day", "row", "column")))
    keys, which = np.unique(known, return_inverse=True)
    positions = np.bincount(which, counts.column("positions").to_numpy(), len(keys))
    vessels = np.bincount(which, counts.column("vessels").to_numpy(), len(keys))
    row = np.minimum((lat_deg + 90.0).astype(np.int64), 179)
    asked = _keys(t_ms // DAY_MS, row, (lon_deg + 180.0).astype(np.int64) % _COLUMNS)
    at = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
    return np.where(keys[at] == asked, positions[at] / np.maximum(vessels[at], 1), 0.0)


def _keys(day: Ints, row: Ints, column: Ints) -> Ints:
    month = day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return (month * 180 + row) * _COLUMNS + column
