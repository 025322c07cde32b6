"""Check 9: clocks that do not agree: the second that a ship's set tells, the station's clock, and the instants given.

A report holds the UTC second of its fix; a receiver hears it at once. Both are known only within the minute, so a
ship's offset is a circular mean. Stations are compared by reports that three of them heard. Units: milliseconds.
Source: the 30 s rule for satellites, Global Fishing Watch, pipe-segment.
"""

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.maritime.columns import NO_SECOND
from comity.maritime.validity.doubts import Fixes, Given, doubt, doubts, fixes_of, rows_of, whole

MINUTE_MS, HOUR_MS = 60_000, 3_600_000
OFF_MS, STEADY = 10_000, 0.8
"""A ship's second is doubted this far off, where its offsets agree (length of the mean of their directions)."""

LEAST_ROWS = 10
"""Reports of a ship, or of a station in an hour, that tell an offset."""

STATION_OFF_MS = 30_000
"""A station's hour is doubted this far off the median of those that heard the same reports."""

SAME_REPORT_MS = 600_000
"""The same report through several stations comes within this time, however wrong their clocks are."""

STATIONS = 3
"""With two, nobody knows which is wrong."""

AHEAD_MS, BEHIND_MS, LEAST_SHARE = 30_000, 86_400_000, 0.02
"""A fix that is later than its reception, or a day older; doubted from this share of a ship's reports."""


def find_clocks(given: Given) -> pa.Table:
    """Return doubts of ships' seconds, of stations' hours, and of instants that cannot be."""
    fixes = fixes_of(given.positions)
    received_ms = given.positions["received_ms"].to_numpy()
    second = given.positions["utc_second"].to_numpy()
    found = [*_seconds(fixes, received_ms, second), *_instants(fixes, received_ms)]
    return doubts("clock", found + _stations(given, fixes, received_ms))


def _ships(fixes: Fixes, rows: NDArray[np.intp]) -> list[NDArray[np.intp]]:
    cuts = np.flatnonzero(np.diff(fixes.mmsi[rows])) + 1
    return [own for own in np.split(rows, cuts) if own.size]


def _seconds(fixes: Fixes, received_ms: NDArray[np.int64], second: NDArray[np.int8]) -> list[dict[str, Any]]:
    found = []
    told = np.flatnonzero((second >= 0) & (second < NO_SECOND))
    turn = 2 * np.pi * ((received_ms - second.astype(np.int64) * 1000) % MINUTE_MS) / MINUTE_MS
    for rows in _ships(fixes, told):
        mean = np.exp(1j * turn[rows]).mean()
        off_ms = float(np.angle(mean)) / (2 * np.pi) * MINUTE_MS
        if rows.size < LEAST_ROWS or abs(mean) < STEADY or abs(off_ms) <= OFF_MS:
            continue
        found.append(_doubt(fixes, "fix-clock", rows, abs(off_ms) / (MINUTE_MS / 2), off_ms=whole(off_ms)))
    return found


def _instants(fixes: Fixes, received_ms: NDArray[np.int64]) -> list[dict[str, Any]]:
    found = []
    late_ms = received_ms - fixes.t_ms
    counts = dict(zip(*np.unique(fixes.mmsi, return_counts=True), strict=True))
    for reason, is_wrong in (("fix-after-reception", late_ms < -AHEAD_MS), ("fix-long-past", late_ms > BEHIND_MS)):
        for rows in _ships(fixes, np.flatnonzero(is_wrong)):
            share = rows.size / counts[fixes.mmsi[rows[0]]]
            if rows.size >= LEAST_ROWS and share >= LEAST_SHARE:
                found.append(_doubt(fixes, reason, rows, share, off_median_ms=whole(np.median(late_ms[rows]))))
    return found


def _stations(given: Given, fixes: Fixes, received_ms: NDArray[np.int64]) -> list[dict[str, Any]]:
    """Compare the stations that heard one report: the same ship, place, speed and course, of a ship under way."""
    stations = given.positions["station"].combine_chunks()
    stations = stations if pa.types.is_dictionary(stations.type) else stations.dictionary_encode()
    code = stations.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    if len(stations.dictionary) < STATIONS:
        return []
    rows = np.flatnonzero((fixes.sog > 0) & np.isfinite(fixes.cog) & np.isfinite(fixes.lat) & np.isfinite(fixes.lon))
    keys = (received_ms, fixes.cog, fixes.sog, fixes.lon, fixes.lat, fixes.mmsi)
    rows = rows[np.lexsort(tuple(key[rows] for key in keys))]
    is_new = np.diff(received_ms[rows]) > SAME_REPORT_MS
    for key in keys[1:]:
        is_new |= np.diff(key[rows]) != 0
    offs: dict[tuple[int, int], list[float]] = {}
    for own in np.split(rows, np.flatnonzero(is_new) + 1):
        if own.size < STATIONS or np.unique(code[own]).size < STATIONS:
            continue
        middle_ms = float(np.median(received_ms[own]))
        for row in own:
            offs.setdefault((int(code[row]), int(middle_ms // HOUR_MS)), []).append(received_ms[row] - middle_ms)
    names, found = stations.dictionary.to_pylist(), []
    for (station, hour), off_ms in sorted(offs.items()):
        median_ms = float(np.median(off_ms))
        if len(off_ms) < LEAST_ROWS or abs(median_ms) <= STATION_OFF_MS:
            continue
        figures = {"station": names[station], "off_median_ms": whole(median_ms), "reports": len(off_ms)}
        start_ms, score = hour * HOUR_MS, 1 - STATION_OFF_MS / abs(median_ms)
        found.append(
            doubt("station-clock", mmsi=0, start_ms=start_ms, end_ms=start_ms + HOUR_MS, score=score, **figures)
        )
    return found


def _doubt(fixes: Fixes, reason: str, rows: NDArray[np.intp], score: float, **figures: Any) -> dict[str, Any]:
    return doubt(
        reason,
        mmsi=fixes.mmsi[rows[0]],
        start_ms=fixes.t_ms[rows].min(),
        end_ms=fixes.t_ms[rows].max(),
        lat_deg=fixes.lat[rows[0]],
        lon_deg=fixes.lon[rows[0]],
        score=score,
        positions=int(rows.size),
        rows=rows_of(fixes, rows),
        **figures,
    )
