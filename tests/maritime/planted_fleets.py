"""Small fleets of our own with planted truth: other seas, other rates, other noise than any file that we were given.

Ships go by straight legs between way-points on the sphere; positions are rounded as AIS does (1/10,000 minute), speeds
to 0.1 kn, courses to 0.1°. Nothing here is a real ship: every MMSI is drawn.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from comity.maritime import POSITIONS

KNOT = 1852 / 3600
EARTH_M = 6_371_008.8
BEGIN_MS = 1_770_000_000_000

NONE = {"utc_second": 60, "nav_status": 15}
"""What stands for "not told" in whole numbers (ITU-R M.1371-5)."""


@dataclass
class Fleet:
    """A fleet in the making: one generator of chance, one sea, one rate of reports."""

    seed: int
    lat: float = 0.0
    lon: float = 0.0
    hours: float = 24.0
    every_s: tuple[float, float] = (30.0, 90.0)
    is_subsecond: bool = False
    columns: dict[str, list[Any]] = field(default_factory=dict)

    def __post_init__(self):
        self.chance = np.random.default_rng(self.seed)
        self.columns = {name: [] for name in ("mmsi", "t_ms", "lat", "lon", "sog", "cog", "heading")}

    def mmsi(self):
        """Return an MMSI that no ship of this fleet has."""
        return int(self.chance.integers(200_000_000, 776_000_000))

    def instants_s(self, start_h, end_h):
        """Return instants of reports, irregular within the fleet's rate."""
        steps = self.chance.uniform(*self.every_s, int((end_h - start_h) * 3600 / self.every_s[0]) + 2)
        t_s = start_h * 3600 + np.cumsum(steps)
        t_s = t_s[t_s < end_h * 3600]
        return t_s if self.is_subsecond else np.unique(np.round(t_s))

    def course(self, knots, *, turns_h=5.0):
        """Return a ship's way as a function: seconds → (lat, lon, speed, course), by legs of some hours."""
        legs = int(self.hours / turns_h) + 2
        spots = [destination(self.lat, self.lon, self.chance.uniform(0, 360), self.chance.uniform(0, 150e3))]
        courses = self.chance.uniform(0, 360) + np.cumsum(self.chance.uniform(-70, 70, legs))
        leg_s = turns_h * 3600
        for one in courses:
            lat, lon = spots[-1]
            spots.append(destination(lat, lon, one, knots * KNOT * leg_s))

        def at(t_s):
            leg = np.minimum((t_s / leg_s).astype(int), legs - 1)
            begin = np.array(spots)[leg]
            lat, lon = destination(begin[:, 0], begin[:, 1], courses[leg], knots * KNOT * (t_s - leg * leg_s))
            return lat, lon, np.full(t_s.size, knots), np.degrees(final_course(begin, lat, lon, courses[leg])) % 360

        return at

    def add(self, mmsi, t_s, way):
        """Add the reports of a way (a function of seconds) under an MMSI, with the noise of good receivers."""
        lat, lon, knots, cog = way(t_s)
        lat, lon = destination(
            lat, lon, self.chance.uniform(0, 360, t_s.size), np.abs(self.chance.normal(0, 6, t_s.size))
        )
        cog = (cog + self.chance.normal(0, 1.5, t_s.size)) % 360
        self.columns["mmsi"] += [mmsi] * t_s.size
        self.columns["t_ms"] += (BEGIN_MS + np.round(t_s * 1000)).astype(np.int64).tolist()
        self.columns["lat"] += (np.round(lat * 600_000) / 600_000).tolist()
        self.columns["lon"] += (np.round(lon * 600_000) / 600_000).tolist()
        self.columns["sog"] += np.round(np.maximum(knots + self.chance.normal(0, 0.1, t_s.size), 0), 1).tolist()
        self.columns["cog"] += (np.round(cog, 1) % 360).tolist()
        self.columns["heading"] += (np.round(cog) % 360).tolist()

    def ship(self, *, knots=None, start_h=0.0, end_h=None, mmsi=None, without_h=()):
        """Add a ship on a way of its own; `without_h` are spans in which nothing is heard. Return (mmsi, way)."""
        mmsi = mmsi or self.mmsi()
        way = self.course(knots or self.chance.uniform(5, 20))
        t_s = self.instants_s(start_h, self.hours if end_h is None else end_h)
        for start, end in without_h:
            t_s = t_s[(t_s < start * 3600) | (t_s > end * 3600)]
        self.add(mmsi, t_s, way)
        return mmsi, way

    def table(self, *, stray_share=0.0, duplicate_share=0.0):
        """Return the positions in the order of time, some thrown far by one wrong bit, some told twice."""
        count = len(self.columns["mmsi"])
        lat, lon = np.array(self.columns["lat"]), np.array(self.columns["lon"])
        stray = self.chance.random(count) < stray_share
        lat[stray] += np.where(lat[stray] > 0, -1, 1) * 2.0 ** self.chance.integers(-2, 4, stray.sum())
        order = np.argsort(self.columns["t_ms"], kind="stable")
        again = np.flatnonzero(self.chance.random(count) < duplicate_share)
        order = np.concatenate([order, again])
        self.strays = [(self.columns["mmsi"][i], self.columns["t_ms"][i]) for i in np.flatnonzero(stray)]
        return positions(self.columns | {"lat": lat, "lon": (lon + 180) % 360 - 180}, order)


def positions(columns, order=None):
    """Return `POSITIONS` of lists by short names; what is not given is missing."""
    count = len(columns["mmsi"])
    order = np.arange(count) if order is None else order
    blank = {"f": np.full(count, np.nan), "i": np.zeros(count, np.int64)}
    short = {"lat_deg": "lat", "lon_deg": "lon", "sog_m_s": "sog", "cog_deg": "cog", "heading_deg": "heading"}
    table = {}
    for one in POSITIONS:
        name = short.get(one.name, one.name)
        if one.name == "station":
            words = columns.get("station", [""] * count)
            table[one.name] = pa.array([words[i] for i in order]).dictionary_encode()
            continue
        none = NONE.get(one.name, 0)
        default = blank["f"] if pa.types.is_floating(one.type) else blank["i"] + none
        values = np.asarray(columns.get(name, default))[order]
        if one.name == "sog_m_s":
            values = values * KNOT
        table[one.name] = values.astype(bool) if pa.types.is_boolean(one.type) else values
    if "received_ms" not in columns:
        table["received_ms"] = table["t_ms"]
    return pa.table(table).cast(POSITIONS)


def circle(middle, radius_m, knots, start_s):
    """Return a way round a place (lat, lon)."""
    lat, lon = middle

    def at(t_s):
        bearing = 90 + np.degrees((t_s - start_s) * knots * KNOT / radius_m)
        y, x = destination(lat, lon, bearing, radius_m)
        return y, x, np.full(t_s.size, float(knots)), (bearing + 90) % 360

    return at


def destination(lat, lon, bearing, away_m):
    """Return the place reached along a great circle."""
    a, turn, way = np.radians(lat), np.radians(bearing), np.asarray(away_m) / EARTH_M
    to = np.arcsin(np.clip(np.sin(a) * np.cos(way) + np.cos(a) * np.sin(way) * np.cos(turn), -1, 1))
    east = np.arctan2(np.sin(turn) * np.sin(way) * np.cos(a), np.cos(way) - np.sin(a) * np.sin(to))
    return np.degrees(to), (lon + np.degrees(east) + 180) % 360 - 180


def final_course(begin, lat, lon, first_course):
    """Return the course at the end of a great circle, in radians; the first one where it has no length."""
    a, b = np.radians(lat), np.radians(begin[:, 0])
    east = np.radians(begin[:, 1] - lon)
    back = np.arctan2(np.sin(east) * np.cos(b), np.cos(a) * np.sin(b) - np.sin(a) * np.cos(b) * np.cos(east))
    is_short = np.abs(lat - begin[:, 0]) + np.abs(lon - begin[:, 1]) < 1e-9
    return np.where(is_short, np.radians(first_course), back + np.pi)
