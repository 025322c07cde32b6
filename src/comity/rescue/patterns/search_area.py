"""A search area: a rectangle on the sea. Units: degrees, metres; bearings clockwise from true north."""

import math
from dataclasses import dataclass

from comity.ground import InvalidInput

MOST_LEGS = 5000
"""Legs side by side in an area: a day at 300 knots is fewer, however short they are."""


@dataclass(frozen=True)
class SearchArea:
    """A rectangle: its centre, `length_m` along `bearing_deg` and `width_m` across it."""

    lon_deg: float
    lat_deg: float
    length_m: float
    width_m: float
    bearing_deg: float


def check_area(area: SearchArea, spacing_m: float) -> None:
    """Raise `InvalidInput` for an area or a track spacing that has no size, or for more legs than anybody flies."""
    for size_m in (area.length_m, area.width_m, spacing_m):
        if not (math.isfinite(size_m) and size_m > 0):
            raise InvalidInput(
                "rescue.area_without_size",
                "The search area is {length_m} m by {width_m} m, its track spacing {spacing_m} m.",
                why="each must be a length above zero",
                remedy="give the area and its track spacing a size in metres",
                length_m=f"{area.length_m:g}",
                width_m=f"{area.width_m:g}",
                spacing_m=f"{spacing_m:g}",
            )
    if max(area.length_m, area.width_m) > MOST_LEGS * spacing_m:
        raise InvalidInput(
            "rescue.spacing_too_close",
            "The search area is {length_m} m by {width_m} m, and its tracks are {spacing_m} m apart.",
            why="that makes more than {most} legs, which nobody flies",
            remedy="choose a wider track spacing, or a smaller area",
            length_m=f"{area.length_m:g}",
            width_m=f"{area.width_m:g}",
            spacing_m=f"{spacing_m:g}",
            most=MOST_LEGS,
        )
