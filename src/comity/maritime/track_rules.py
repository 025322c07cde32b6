"""The numbers by which positions become tracks: named, versioned sets, and why a position is set aside.

Units: hours, metres, metres per second. Source of `gfw-2026`: Global Fishing Watch, gpsdio-segment (core.py,
discrepancy.py) as read in mid-2026.
"""

from typing import NamedTuple

from comity.ground import M_PER_NM, M_S_PER_KNOT

MS_PER_TICK = 250
"""A track is named by the quarter of a second in which it began."""

TICKS_BEGIN_MS = 946_684_800_000
"""2000-01-01T00:00Z, before any ship carried AIS: ticks count from here and take 33 bits until 2068."""

OPEN_TRACKS = 20
"""Tracks under one MMSI that are followed at once; the one longest silent gives way (gpsdio-segment)."""


class Noise:
    """Why a position stands on no track; the codes are part of the stored form and never change their meaning."""

    NONE = 0
    NO_PLACE = 1
    DUPLICATE = 2
    STALE = 3
    COARSE = 4
    SPIKE = 5
    STRAY = 6


NOISE_REASONS = {
    Noise.NO_PLACE: "no-place",
    Noise.DUPLICATE: "duplicate",
    Noise.STALE: "stale",
    Noise.COARSE: "coarse",
    Noise.SPIKE: "spike",
    Noise.STRAY: "stray",
}
"""Each code and its stable word. no-place: no latitude or longitude, or outside the globe. duplicate: the same report
again, or a second place near a track at an instant that it has. stale: an old place told again by a ship under way.
coarse: a long-range report (type 27) within an hour of a finer one. spike: one position that those before and after it
jump over. stray: too few positions, at a place that no track reaches."""


class TrackRules(NamedTuple):
    """When a position continues a track.

    Parameters
    ----------
    speed_m_s, buffer_h
        A position may lie off the dead-reckoned place by `speed_m_s` × hypot(hours, `buffer_h`).
    scale_m_s
        The speed at which such a discrepancy weighs one: a track's claim is exp(−alpha²) / hours.
    distance_factor
        A discrepancy is never more than this times the distance itself.
    live_h
        A track heard within this time takes a position at once; after a longer silence two positions must agree.
    reckon_h
        Dead reckoning is believed this long; after it only the distance at `speed_m_s` counts.
    new_points
        Positions that make a track where another one lives or none was.
    spike_m, spike_factor
        A position is a spike where it lies off both neighbours by more than `spike_m` and `scale_m_s` × time, and
        they agree `spike_factor` times better with one another.
    other_class
        What the claim of a track of the other transponder class (A, B) is multiplied by.
    coarse_h
        A long-range report (type 27) within this time of a finer one is set aside.
    """

    speed_m_s: float
    buffer_h: float
    scale_m_s: float
    distance_factor: float
    live_h: float
    reckon_h: float
    new_points: int
    spike_m: float
    spike_factor: float
    other_class: float
    coarse_h: float


TRACK_RULES = {
    "gfw-2026": TrackRules(
        speed_m_s=25 * M_S_PER_KNOT,
        buffer_h=0.25,
        scale_m_s=5 * M_S_PER_KNOT,
        distance_factor=4.0,
        live_h=1.0,
        reckon_h=8.0,
        new_points=10,
        spike_m=25 * 0.25 * M_PER_NM,
        spike_factor=2.0,
        other_class=0.1,
        coarse_h=1.0,
    ),
    "comity-1": TrackRules(
        speed_m_s=25 * M_S_PER_KNOT,
        buffer_h=0.05,
        scale_m_s=5 * M_S_PER_KNOT,
        distance_factor=1.0,
        live_h=1.0,
        reckon_h=8.0,
        new_points=5,
        spike_m=300.0,
        spike_factor=2.0,
        other_class=0.1,
        coarse_h=1.0,
    ),
}
"""`gfw-2026`: the published numbers (25 kn, 0.25 h, 5 kn, factor 4, 8 h, ten positions, look back by factor 2, class
weight 0.1, an hour for type 27); a spike there is no smaller than its buffer. `comity-1`: the same speeds, but a buffer
of three minutes: two ships of one MMSI part at 2.3 km and not at 11.6 km, and a spike counts from 300 m; what 25 kn
reach is never out of reach, however a ship turns between two reports (distance factor 1)."""

DEFAULT_RULES = "comity-1"
