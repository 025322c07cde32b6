"""Small fleets with planted events, for the tests of the detectors: a ship is a list of legs, reports lie on them.

A leg is (hours, knots, course) or (hours, "silent", …) with the same numbers: the ship sails on and nobody hears it.
Everything is drawn from a seed; fixes are off by some ten metres, reports come every one to three minutes.
"""

from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from comity.ground import destination_deg
from comity.maritime import POSITIONS

KNOT_M_S = 1852 / 3600
HOUR_MS = 3_600_000
BEGIN_MS = 1_738_800_000_000
"""2025-02-06T00:00Z."""


@dataclass
class Fleet:
    """Reports of some ships, and what was planted: (kind, vessels, start, end) in milliseconds."""

    seed: int
    begin_ms: int = BEGIN_MS
    noise_m: float = 10.0
    every_s: tuple[float, float] = (60.0, 180.0)
    planted: list[tuple[str, frozenset[int], int, int]] = field(default_factory=list)
    rows: list[dict[str, np.ndarray]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = np.random.default_rng(self.seed)

    def ship(self, mmsi, lat_deg, lon_deg, legs, *, hour=0.0, every_s=None):
        """Let a ship sail some legs from a place, from an hour on; return where and when (ms) each leg ended."""
        at_ms, ends = int(self.begin_ms + hour * HOUR_MS), []
        low_s, high_s = every_s or self.every_s
        lat, lon = float(lat_deg), float(lon_deg)
        for hours, knots, course, *silent in legs:
            end_ms = at_ms + int(hours * HOUR_MS)
            steps = self.random.uniform(low_s, high_s, int(hours * 3600 / low_s) + 2).cumsum() * 1000
            t_ms = (at_ms + steps).astype(np.int64)
            t_ms = t_ms[t_ms < end_ms]
            way_m = (t_ms - at_ms) / 1000 * knots * KNOT_M_S
            lats, lons = destination_deg(lat, lon, course, way_m)
            if not silent:
                self._report(mmsi, t_ms, lats, lons, knots, course)
            lat, lon = (float(each) for each in destination_deg(lat, lon, course, hours * 3600 * knots * KNOT_M_S))
            at_ms = end_ms
            ends.append((lat, lon, at_ms))
        return ends

    def _report(self, mmsi, t_ms, lat, lon, knots, course):
        bearing = self.random.uniform(0, 360, len(t_ms))
        off_m = np.abs(self.random.normal(0, self.noise_m, len(t_ms)))
        lat, lon = destination_deg(lat, lon, bearing, off_m)
        told = np.abs(knots + self.random.normal(0, 0.05, len(t_ms))) if knots > 0.3 else np.full(len(t_ms), 0.0)
        columns = {"t_ms": t_ms, "lat_deg": lat, "lon_deg": lon, "sog_m_s": told * KNOT_M_S}
        self.rows.append(columns | {"mmsi": np.full(len(t_ms), mmsi), "cog_deg": np.full(len(t_ms), course % 360.0)})

    def plant(self, kind, vessels, start_ms, end_ms):
        self.planted.append((kind, frozenset(vessels), int(start_ms), int(end_ms)))

    def positions(self, *, shuffled=None):
        """Return the reports as POSITIONS, by ship and time, or shuffled by a seed."""
        columns = {name: np.concatenate([each[name] for each in self.rows]) for name in self.rows[0]}
        order = np.lexsort((columns["t_ms"], columns["mmsi"]))
        if shuffled is not None:
            order = np.random.default_rng(shuffled).permutation(order)
        return table_of({name: column[order] for name, column in columns.items()})


def table_of(columns):
    """Return columns as POSITIONS; what is not named is what is not known."""
    count = len(columns["mmsi"])

    def column(each):
        if each.name in columns:
            return pa.array(np.asarray(columns[each.name]).astype(each.type.to_pandas_dtype()), each.type)
        if pa.types.is_dictionary(each.type):
            return pa.array(["test"] * count).dictionary_encode()
        nothing = float("nan") if pa.types.is_floating(each.type) else False if pa.types.is_boolean(each.type) else 0
        return pa.array([nothing] * count, each.type)

    return pa.table([column(each) for each in POSITIONS], schema=POSITIONS)


def planted_fleet(seed, *, lat_deg=38.0, lon_deg=4.0, hour=20.0):
    """A fleet with one of each: meeting over midnight, far pair, short meeting, loiterer, silence, short silence."""
    fleet = Fleet(seed)
    draw = fleet.random.uniform
    begin = fleet.begin_ms + int(hour * HOUR_MS)

    def pair(first, apart_m, hours, offset_deg):
        lat, lon, adrift = lat_deg + offset_deg, lon_deg, draw(0.2, 0.6)
        for mmsi, side in ((first, 0.0), (first + 1, 1.0)):
            at = destination_deg(lat, lon, 90.0, side * apart_m)
            back = destination_deg(*at, 180.0 + 180 * side, 3 * 3600 * 12 * KNOT_M_S)  # along a meridian, and so back
            legs = [(3, 12, 180 * side), (hours, adrift, 70), (3, 12, 300 - 200 * side)]
            fleet.ship(mmsi, *back, legs, hour=hour - 3)
        return begin, begin + int(hours * HOUR_MS)

    together = pair(227_000_001, draw(80, 300), draw(3, 6), 0.0)
    fleet.plant("encounter", {227_000_001, 227_000_002}, *together)
    pair(227_000_011, draw(1_000, 1_700), draw(4.5, 6), 0.8)
    pair(227_000_021, draw(80, 300), draw(0.5, 1.3), 1.6)
    slow_h = draw(5, 9)
    fleet.ship(227_000_031, lat_deg - 0.7, lon_deg + 1, [(6, 11, 90), (slow_h, 0.9, 200), (5, 11, 270)], hour=14)
    fleet.plant("loitering", {227_000_031}, begin, begin + int(slow_h * HOUR_MS))
    silent_h = draw(12.5, 20)
    fleet.ship(227_000_041, lat_deg - 1.2, lon_deg, [(6, 10, 90), (silent_h, 10, 90, "silent"), (6, 10, 90)], hour=4)
    fleet.plant("gap", {227_000_041}, fleet.begin_ms + 10 * HOUR_MS, fleet.begin_ms + int((10 + silent_h) * HOUR_MS))
    fleet.ship(227_000_051, lat_deg - 1.6, lon_deg, [(9, 10, 90), (draw(3, 8), 10, 90, "silent"), (14, 10, 90)], hour=4)
    for each in range(8):
        lat, lon = lat_deg + draw(-2, 3), lon_deg + draw(-2, 2)
        fleet.ship(227_100_000 + each, lat, lon, [(30, draw(8, 16), draw(0, 360))], hour=draw(0, 6))
    return fleet
