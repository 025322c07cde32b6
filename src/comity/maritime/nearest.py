"""The nearest vessels for a rescue: who can be at the datum first, at which speed, and what they are.

The way is the geodesic from where a vessel is reckoned to be; land, ice and depth are not asked: the officer sees the
map. The speed is the fastest that the vessel was seen to go; where it was not seen to move, what ships of its type
usually make. The time to get ready is added where its status says that it lies at anchor, is moored or fishes. Units:
metres, m/s, seconds, degrees.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from comity.ground import M_S_PER_KNOT, MS_PER_S, Floats, distance_m
from comity.maritime.picture import FASTEST_M_S, REACH_MS, Picture, Rows
from comity.maritime.ship_types import TypeClass, type_class

SpeedFrom = Literal["fastest_seen", "type"]
Note = Literal["moored", "fishing", "aground", "not_under_command", "old_position", "restricted"]

LEAST_SEEN_M_S = 4 * M_S_PER_KNOT
"""A vessel that was never seen faster lay, waited or fished: it says nothing about what it can do. Ours."""

_USUAL_KN: dict[TypeClass, float] = {
    "high_speed": 28.0,
    "search_and_rescue": 20.0,
    "law_enforcement": 18.0,
    "military": 16.0,
    "pilot": 16.0,
    "passenger": 15.0,
    "medical": 15.0,
    "cargo": 12.0,
    "tanker": 11.0,
    "wing_in_ground": 28.0,
    "fishing": 8.0,
    "tug": 9.0,
    "port_tender": 9.0,
    "anti_pollution": 9.0,
    "dredging": 7.0,
    "diving": 8.0,
    "sailing": 5.0,
    "pleasure": 8.0,
    "other": 8.0,
    "unknown": 8.0,
}
"""A cautious speed of each class. Ours, of the order of service speeds; the answer says when it was used."""

USUAL_M_S: dict[TypeClass, float] = {name: knots * M_S_PER_KNOT for name, knots in _USUAL_KN.items()}

READY_S: dict[Note, float] = {"moored": 1800.0, "fishing": 1200.0}
"""Until a vessel that is moored or anchored, or has its gear out, is under way. Ours: half an hour, twenty minutes."""

_NOTES: dict[int, Note] = {
    1: "moored",
    2: "not_under_command",
    3: "restricted",
    5: "moored",
    6: "aground",
    7: "fishing",
}
"""Navigational status (ITU-R M.1371-5, table 45): 1 at anchor, 2 not under command, 3 restricted, 5 moored, 6 aground,
7 engaged in fishing."""

_CANNOT = (2, 6)
"""Statuses of those who cannot come by themselves: not under command, aground."""

_USUAL_OF_TYPE = np.array([USUAL_M_S[type_class(number)] for number in range(256)])
_READY_OF_STATUS = np.array([READY_S.get(_NOTES.get(status, "restricted"), 0.0) for status in range(16)])

FIRST_REACH_M = 20_000.0
HALF_WAY_ROUND_M = 20_100_000.0
"""No two places of the earth are further apart (20,004 km by the poles); a margin is added."""

_M_PER_DEG_LEAST = 110_500.0
"""A degree of latitude is never shorter (110,574 m at the equator)."""


@dataclass(frozen=True)
class Near:
    """A vessel and how soon it can be there; `time_s` is `None` where it cannot come by itself."""

    row: int
    distance_m: float
    bearing_deg: float
    speed_m_s: float
    speed_from: SpeedFrom
    ready_s: float
    time_s: float | None
    note: Note | None
    age_s: float


def within(picture: Picture, lat_deg: float, lon_deg: float, reach_m: float) -> Rows:
    """Return the vessels in the box about a circle: all of those within reach, and some beyond it."""
    reach_deg = reach_m / _M_PER_DEG_LEAST
    south, north = max(-90.0, lat_deg - reach_deg), min(90.0, lat_deg + reach_deg)
    widest = max(abs(south), abs(north))
    narrow = np.cos(np.radians(widest))
    if widest >= 90.0 or reach_deg / narrow >= 180.0:
        return picture.in_box(-180.0, south, 180.0, north)
    west, east = ((lon_deg + side * reach_deg / narrow + 180.0) % 360.0 - 180.0 for side in (-1.0, 1.0))
    return picture.in_box(west, south, east, north)


def nearest(
    picture: Picture, lat_deg: float, lon_deg: float, *, now_ms: int, most: int = 20, within_m: float | None = None
) -> list[Near]:
    """Return the vessels that can be at a datum first, the soonest first; those that cannot move come last.

    The circle that is looked at is widened until nobody outside it could be there sooner, at `FASTEST_M_S`.
    """
    reach_m = FIRST_REACH_M if within_m is None else within_m
    while True:
        near = _ranked(picture, within(picture, lat_deg, lon_deg, reach_m), (lat_deg, lon_deg), now_ms, most, reach_m)
        if within_m is not None or reach_m >= HALF_WAY_ROUND_M:
            return near
        last = near[most - 1] if len(near) == most else None
        if last is not None and last.time_s is not None and reach_m >= last.time_s * FASTEST_M_S:
            return near
        reach_m = min(HALF_WAY_ROUND_M, reach_m * 2)


def _ranked(
    picture: Picture, rows: Rows, datum: tuple[float, float], now_ms: int, most: int, reach_m: float
) -> list[Near]:
    columns = picture.columns(rows)
    lon, lat, _, _ = picture.places_at(rows, now_ms)
    apart_m = np.full(rows.size, np.nan)
    is_here = ~np.isnan(lon) & np.isin(columns["msg_type"], _SHIP_TYPES)
    apart_m[is_here] = distance_m(*datum, lat[is_here], lon[is_here])
    status, seen_m_s = columns["nav_status"], columns["fastest_m_s"].astype(np.float64)
    is_seen = seen_m_s >= LEAST_SEEN_M_S
    speed_m_s = np.where(is_seen, seen_m_s, _USUAL_OF_TYPE[np.clip(columns["ship_type"], 0, 255)])
    ready_s = _READY_OF_STATUS[np.clip(status, 0, 15)]
    time_s = np.where(np.isin(status, _CANNOT), np.inf, apart_m / speed_m_s + ready_s)
    order = np.lexsort((columns["mmsi"], apart_m, time_s))
    chosen = [place for place in order.tolist() if apart_m[place] <= reach_m][:most]
    bearing_deg = _bearing_deg(*datum, lat, lon)
    found = []
    for place in chosen:
        age_ms = now_ms - int(columns["t_ms"][place])
        note = _NOTES.get(int(status[place])) or ("old_position" if age_ms > REACH_MS else None)
        found.append(
            Near(
                row=int(columns["id"][place]),
                distance_m=float(apart_m[place]),
                bearing_deg=float(bearing_deg[place]),
                speed_m_s=float(speed_m_s[place]),
                speed_from="fastest_seen" if is_seen[place] else "type",
                ready_s=float(ready_s[place]),
                time_s=float(time_s[place]) if np.isfinite(time_s[place]) else None,
                note=note,
                age_s=age_ms / MS_PER_S,
            )
        )
    return found


_SHIP_TYPES = (1, 2, 3, 9, 18, 19, 27, 0)
"""Who can come: ships of class A and B, aircraft of search and rescue, long-range reports, and positions from files."""


def _bearing_deg(lat_1: float, lon_1: float, lat_2: Floats, lon_2: Floats) -> Floats:
    """Return the first bearing along the great circle, on the sphere: for the eye, within 0.2 degrees."""
    first, second, turn = np.radians(lat_1), np.radians(lat_2), np.radians(lon_2 - lon_1)
    east = np.sin(turn) * np.cos(second)
    north = np.cos(first) * np.sin(second) - np.sin(first) * np.cos(second) * np.cos(turn)
    bearing: Floats = np.degrees(np.arctan2(east, north)) % 360.0
    return bearing
