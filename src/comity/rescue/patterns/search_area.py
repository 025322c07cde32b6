"""A search area: a rectangle on the sea. Units: degrees, metres; bearings clockwise from true north."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SearchArea:
    """A rectangle: its centre, `length_m` along `bearing_deg` and `width_m` across it."""

    lon_deg: float
    lat_deg: float
    length_m: float
    width_m: float
    bearing_deg: float
