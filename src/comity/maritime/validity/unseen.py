"""Check 10: what a satellite saw and no ship told, and what a ship told and the satellite did not see.

At the instant of a scene each ship is put where it was between two reports; ships and detections are paired, the
nearest first. What is left over inside the footprint is doubtful: a detection has no report (a small craft need not
have one), or a report has no ship. Units: metres, metres per second, milliseconds.
"""

from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import shapely
from numpy.typing import NDArray

from comity.ground import Floats, distance_m
from comity.maritime.validity.doubts import (
    Fixes,
    Given,
    doubt,
    doubts,
    fixes_of,
    known_detections,
    known_statics,
    on_tracks,
    rows_of,
    whole,
)

BETWEEN_MS = 3_600_000
"""A ship is put between two reports no further apart than this."""

NEAR_M, NEAR_M_S = 1_000.0, 1.0
"""A detection is a ship's within this, and this times the time to its nearest report: what a picture is off (the
smear of a moving ship by its Doppler shift included), and a ship that turned."""

EDGE_DEG = 0.02
"""Ships nearer to the footprint's edge may have been outside."""

SEEN_LENGTH_M = 30.0
"""Shorter ships are often not seen by the sensors below."""

ALL_WEATHER = ("sar", "radar")
"""Sensors that see every larger ship by night and through cloud; of others, what they do not see says nothing."""

UNKNOWN_LENGTH = 0.5
"""The score of a ship that has told no length."""


class Ships(NamedTuple):
    """Where ships were at an instant, one element each: the row before, the place, and the time to the nearest row."""

    row: NDArray[np.intp]
    lat: Floats
    lon: Floats
    off_s: Floats


def find_unseen(given: Given) -> pa.Table:
    """Return doubts `detection-without-report` (of no ship) and `report-without-detection`, scene by scene."""
    if given.scenes is None or given.scenes.num_rows == 0:
        return doubts("unseen", [])
    fixes = on_tracks(fixes_of(given.positions))
    detections, lengths = known_detections(given), _lengths(given)
    found: list[dict[str, Any]] = []
    for scene in given.scenes.to_pylist():
        footprint = shapely.from_wkb(scene["footprint_wkb"])
        ships = _within(_ships_at(fixes, scene["t_ms"]), footprint.buffer(0.0))
        seen = detections.filter(pc.equal(detections["scene"], scene["scene"]))
        lat, lon = seen["lat_deg"].to_numpy(), seen["lon_deg"].to_numpy()
        pairs = _pairs(ships, lat, lon)
        matched = {two for _, two in pairs}
        found += [_without_report(scene, one) for k, one in enumerate(seen.to_pylist()) if k not in matched]
        if scene["sensor"] in ALL_WEATHER:
            inside = _within(ships, footprint.buffer(-EDGE_DEG))
            paired = {int(ships.row[one]) for one, _ in pairs}
            found += [
                _without_detection(fixes, scene, inside, k, lengths)
                for k, row in enumerate(inside.row.tolist())
                if row not in paired and lengths.get(int(fixes.mmsi[row]), SEEN_LENGTH_M) >= SEEN_LENGTH_M
            ]
    return doubts("unseen", found)


def _ships_at(fixes: Fixes, t_ms: int) -> Ships:
    """Return where each track was at an instant, where two of its reports lie round it."""
    if fixes.t_ms.size < 2:
        return Ships(np.zeros(0, np.intp), np.zeros(0), np.zeros(0), np.zeros(0))
    since_ms, until_ms = t_ms - fixes.t_ms[:-1], fixes.t_ms[1:] - t_ms
    is_round = (fixes.track[1:] == fixes.track[:-1]) & (since_ms >= 0) & (until_ms > 0)
    row = np.flatnonzero(is_round & (since_ms + until_ms <= BETWEEN_MS))
    share = since_ms[row] / (since_ms[row] + until_ms[row])
    east = (fixes.lon[row + 1] - fixes.lon[row] + 180) % 360 - 180
    lat = fixes.lat[row] + share * (fixes.lat[row + 1] - fixes.lat[row])
    lon = (fixes.lon[row] + share * east + 180) % 360 - 180
    return Ships(row, lat, lon, np.minimum(since_ms[row], until_ms[row]) / 1000.0)


def _within(ships: Ships, footprint: Any) -> Ships:
    """Return the ships in a footprint, which may go on past 180 or below −180 degrees."""
    is_in = np.zeros(ships.row.size, np.bool_)
    for turn in (-360.0, 0.0, 360.0):
        is_in |= shapely.contains_xy(footprint, ships.lon + turn, ships.lat)
    return Ships._make(column[is_in] for column in ships)


def _pairs(ships: Ships, lat: Floats, lon: Floats) -> list[tuple[int, int]]:
    """Return which ship is which detection, the nearest pairs first."""
    near: list[tuple[float, int, int]] = []
    for one in range(ships.row.size):
        away_m = distance_m(ships.lat[one], ships.lon[one], lat, lon)
        reach_m = NEAR_M + NEAR_M_S * ships.off_s[one]
        near += [(float(away_m[k]), one, k) for k in np.flatnonzero(away_m <= reach_m).tolist()]
    pairs: list[tuple[int, int]] = []
    for _, one, two in sorted(near):
        if all(one != first and two != second for first, second in pairs):
            pairs.append((one, two))
    return pairs


def _lengths(given: Given) -> dict[int, float]:
    """Return the length that each ship told."""
    statics = known_statics(given)
    length_m = statics["to_bow_m"].to_numpy().astype(float) + statics["to_stern_m"].to_numpy()
    return {int(ship): float(m) for ship, m in zip(statics["mmsi"].to_numpy(), length_m, strict=True) if m > 0}


def _without_report(scene: dict[str, Any], seen: dict[str, Any]) -> dict[str, Any]:
    return doubt(
        "detection-without-report",
        mmsi=0,
        start_ms=seen["t_ms"],
        end_ms=seen["t_ms"],
        lat_deg=seen["lat_deg"],
        lon_deg=seen["lon_deg"],
        score=seen["score"] if np.isfinite(seen["score"]) else UNKNOWN_LENGTH,
        detection=seen["detection_id"],
        scene=scene["scene"],
        sensor=seen["sensor"],
        length_m=whole(seen["length_m"]),
    )


def _without_detection(
    fixes: Fixes, scene: dict[str, Any], ships: Ships, k: int, lengths: dict[int, float]
) -> dict[str, Any]:
    row = int(ships.row[k])
    length_m = lengths.get(int(fixes.mmsi[row]))
    certain = UNKNOWN_LENGTH if length_m is None else 1 - SEEN_LENGTH_M / (2 * length_m)
    return doubt(
        "report-without-detection",
        mmsi=fixes.mmsi[row],
        track=fixes.track[row],
        start_ms=scene["t_ms"],
        end_ms=scene["t_ms"],
        lat_deg=ships.lat[k],
        lon_deg=ships.lon[k],
        score=certain * NEAR_M / (NEAR_M + NEAR_M_S * ships.off_s[k]),
        scene=scene["scene"],
        sensor=scene["sensor"],
        length_m=None if length_m is None else whole(length_m),
        report_off_s=whole(ships.off_s[k]),
        rows=rows_of(fixes, [row, row + 1]),
    )
