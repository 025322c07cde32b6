"""What a check is given and what it says: positions with their tracks, what else is known, and rows of doubt.

A doubt says that what a ship tells of itself cannot be believed as it stands, and why; it never says what anybody
meant. Units: milliseconds since 1970-01-01T00:00Z, degrees; a score goes from 0 (hardly) to 1 (beyond chance).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.ground import UDEG_PER_DEG, Floats, Grid, canonical
from comity.maritime.columns import DETECTIONS, STATICS
from comity.maritime.identity_tracks import TRACKED, order_of, tracks
from comity.maritime.track_rules import DEFAULT_RULES, TRACK_RULES

DOUBTS = pa.schema(
    [
        ("check", pa.string()),
        ("reason", pa.string()),
        ("mmsi", pa.int64()),
        ("mmsi_2", pa.int64()),
        ("track", pa.int64()),
        ("start_ms", pa.int64()),
        ("end_ms", pa.int64()),
        ("lat_deg", pa.float64()),
        ("lon_deg", pa.float64()),
        ("score", pa.float32()),
        ("evidence", pa.string()),
    ]
)
"""What is doubtful: the check (a key of `CHECKS`) and its reason (a key of `REASONS`); `mmsi` 0 and `track` 0 where
the doubt is not of one ship or one track, `mmsi_2` 0 where there is one ship; `evidence` is canonical JSON."""

RANGES = pa.schema(
    [("station", pa.string()), ("lat_deg", pa.float64()), ("lon_deg", pa.float64()), ("range_m", pa.float64())]
)
"""Where receivers stand and how far they hear."""

SCENES = pa.schema(
    [("scene", pa.string()), ("t_ms", pa.int64()), ("sensor", pa.string()), ("footprint_wkb", pa.binary())]
)
"""What a satellite covered: the pictures of `DETECTIONS.scene`, the instant, the sensor, and the ground seen: WKB in
degrees of longitude and latitude, on past 180 where it crosses the antimeridian."""

MOST_ROWS = 8
"""Rows of evidence that a doubt carries; the figures beside them are of all rows."""


@dataclass(frozen=True)
class Land:
    """A raster of the land: a cell is land when its centre is.

    Parameters
    ----------
    grid
        Its cells; row 0 lies in the south. Longitudes may go on past 180 where a box crosses the antimeridian.
    is_land
        Shape (rows, columns); True where a ship cannot be. Ports and rivers within the land are to be left out of it,
        or given as `exempt`.
    exempt
        Places (lat_deg, lon_deg, radius_m), shape (places, 3), around which nothing is doubted.
    """

    grid: Grid
    is_land: NDArray[np.bool_]
    exempt: Floats = field(default_factory=lambda: np.zeros((0, 3)))


@dataclass(frozen=True)
class Given:
    """What checks read. What is not known is left out, and the checks that need it find nothing.

    Parameters
    ----------
    positions
        `TRACKED`, sorted by (mmsi, t_ms); `given` makes it.
    statics, detections
        Of the schemas of those names; None where nothing is known.
    land, ranges, scenes
        The land, the receivers (`RANGES`), the pictures (`SCENES`).
    """

    positions: pa.Table
    statics: pa.Table | None = None
    land: Land | None = None
    ranges: pa.Table | None = None
    detections: pa.Table | None = None
    scenes: pa.Table | None = None


class Check(NamedTuple):
    """One check of the reference.

    Parameters
    ----------
    number
        Its number in docs/reference/validity-checks.md.
    scope
        `vessel`: its answer for a ship depends on the rows of that ship alone; `fleet`: on all ships.
    reasons
        The codes that it gives.
    find
        The function: what is given in, `DOUBTS` out, sorted by (mmsi, start_ms, reason).
    """

    number: int
    scope: str
    reasons: tuple[str, ...]
    find: Callable[[Given], pa.Table]


class Fixes(NamedTuple):
    """The columns of positions as arrays; `track` is −1 where a row is on none."""

    mmsi: NDArray[np.int64]
    t_ms: NDArray[np.int64]
    lat: Floats
    lon: Floats
    sog: NDArray[np.float32]
    cog: NDArray[np.float32]
    heading: NDArray[np.float32]
    track: NDArray[np.int64]
    noise: NDArray[np.int8]


def given(positions: pa.Table, **known: Any) -> Given:
    """Return positions in any order, put on tracks and sorted, with what else is known of them."""
    if "track" not in positions.column_names:
        found = tracks(positions)
        positions = positions.append_column(TRACKED.field("track"), found.track)
        positions = positions.append_column(TRACKED.field("noise"), found.noise)
    names = ("heading_deg", "cog_deg", "sog_m_s", "lon_deg", "lat_deg", "noise")
    ties = tuple(positions[name].to_numpy() for name in names)
    order = order_of(positions["mmsi"].to_numpy(), positions["t_ms"].to_numpy(), ties)
    return Given(positions if order is None else positions.take(pa.array(order)), **known)


def fixes_of(positions: pa.Table) -> Fixes:
    """Return the columns that most checks read."""
    names = ("mmsi", "t_ms", "lat_deg", "lon_deg", "sog_m_s", "cog_deg", "heading_deg")
    track = positions["track"].combine_chunks().fill_null(-1).to_numpy(zero_copy_only=False)
    mmsi, t_ms, lat, lon, sog, cog, heading = (positions[name].to_numpy() for name in names)
    return Fixes(mmsi, t_ms, lat, lon, sog, cog, heading, track, positions["noise"].to_numpy())


def fixes_at(fixes: Fixes, rows: NDArray[np.intp]) -> Fixes:
    """Return some of the rows."""
    return Fixes._make(column[rows] for column in fixes)


def on_tracks(fixes: Fixes) -> Fixes:
    """Return the rows that stand on tracks, sorted by (mmsi, track, t_ms)."""
    rows = np.flatnonzero(fixes.track >= 0)
    if rows.size == fixes.track.size and (np.diff(fixes.track) >= 0).all():
        return fixes
    # a track's number begins with its MMSI, so the track alone sorts by both; the sort is stable in time
    rows = rows[np.argsort(fixes.track[rows], kind="stable")]
    return fixes_at(fixes, rows)


def track_edges(track: NDArray[np.int64]) -> NDArray[np.intp]:
    """Return the first row of each track (or ship, by its MMSI), and the number of rows at the end."""
    if track.size == 0:
        return np.zeros(1, np.intp)
    return np.flatnonzero(np.r_[True, track[1:] != track[:-1], True])


def rows_of(fixes: Fixes, rows: Any) -> list[dict[str, Any]]:
    """Return some of the rows as evidence: the first and the last and even steps between, `MOST_ROWS` at most."""
    rows = np.asarray(rows, dtype=np.intp)
    if rows.size > MOST_ROWS:
        rows = rows[np.linspace(0, rows.size - 1, MOST_ROWS).round().astype(np.intp)]
    return [
        {
            "t_ms": int(fixes.t_ms[row]),
            "lat_udeg": whole(fixes.lat[row], UDEG_PER_DEG),
            "lon_udeg": whole(fixes.lon[row], UDEG_PER_DEG),
            "sog_mm_s": whole(fixes.sog[row], 1000),
            "cog_mdeg": whole(fixes.cog[row], 1000),
        }
        for row in rows
    ]


def reach_m(since_s: Any) -> Floats:
    """Return how far off a position may be after some seconds: 25 kn × hypot(time, 3 min), as tracks have it."""
    rules = TRACK_RULES[DEFAULT_RULES]
    return np.asarray(rules.speed_m_s * np.hypot(since_s, rules.buffer_h * 3600))


def whole(value: Any, per_unit: int = 1) -> int | None:
    """Return a number as evidence tells it: whole, of a smaller unit; none where it is missing."""
    return round(float(value) * per_unit) if np.isfinite(value) else None


def doubt(reason: str, *, mmsi: int, start_ms: int, end_ms: int, score: float, **more: Any) -> dict[str, Any]:
    """Return one doubt; of `more`, mmsi_2, track, lat_deg and lon_deg are columns, and the rest is evidence."""
    columns = {"mmsi_2": 0, "track": 0, "lat_deg": np.nan, "lon_deg": np.nan}
    columns |= {name: more.pop(name) for name in tuple(columns) if name in more}
    row = {"reason": reason, "mmsi": int(mmsi), "start_ms": int(start_ms), "end_ms": int(end_ms)}
    score = min(max(float(score), 0.0), 1.0)
    return row | columns | {"score": score, "evidence": canonical(more).decode()}


def doubts(check: str, found: list[dict[str, Any]]) -> pa.Table:
    """Return the doubts of a check, sorted by ship, beginning and reason."""
    rows = [{"check": check, **one} for one in found]
    rows.sort(key=lambda row: (row["mmsi"], row["start_ms"], row["reason"], row["mmsi_2"], row["end_ms"]))
    return pa.Table.from_pylist(rows, schema=DOUBTS)


def known_statics(given: Given) -> pa.Table:
    """Return what ships say of themselves; no rows where nothing is known."""
    return STATICS.empty_table() if given.statics is None else given.statics


def known_detections(given: Given) -> pa.Table:
    """Return what was seen; no rows where nothing is known."""
    return DETECTIONS.empty_table() if given.detections is None else given.detections
