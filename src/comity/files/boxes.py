"""A box in latitude and longitude: what a case needs, what a field covers, what a map shows.

Units: degrees, metres. A box never spans more than half the globe; its longitudes may run past 180 so that west < east.
"""

from dataclasses import dataclass

import numpy as np

from comity.ground import Floats, metres_per_degree


@dataclass(frozen=True)
class Box:
    """West, south, east and north edges."""

    west_deg: float
    south_deg: float
    east_deg: float
    north_deg: float

    @property
    def lat_deg(self) -> float:
        """Latitude of the middle."""
        return (self.south_deg + self.north_deg) / 2

    @property
    def lon_deg(self) -> float:
        """Longitude of the middle."""
        return (self.west_deg + self.east_deg) / 2

    def widened(self, reach_m: float) -> "Box":
        """Return the box with a margin on each side; the poles stop it."""
        per_lat_m, _ = metres_per_degree(self.lat_deg)
        _, per_lon_m = metres_per_degree(max(abs(self.south_deg), abs(self.north_deg)))
        lat, lon = reach_m / float(per_lat_m), min(reach_m / max(float(per_lon_m), 1.0), 90.0)
        return Box(
            self.west_deg - lon, max(self.south_deg - lat, -90.0), self.east_deg + lon, min(self.north_deg + lat, 90.0)
        )

    def within(self, other: "Box") -> "Box":
        """Return the part of the box that lies in another; the two meet."""
        return Box(
            max(self.west_deg, other.west_deg),
            max(self.south_deg, other.south_deg),
            min(self.east_deg, other.east_deg),
            min(self.north_deg, other.north_deg),
        )

    def points(self, count: int = 21) -> tuple[Floats, Floats]:
        """Return longitudes and latitudes of a raster of points over the box, edges included, shape (count²,)."""
        lon, lat = np.meshgrid(
            np.linspace(self.west_deg, self.east_deg, count), np.linspace(self.south_deg, self.north_deg, count)
        )
        return lon.ravel(), lat.ravel()

    def text(self) -> str:
        """Return the box as an officer writes it.

        >>> Box(3.5, 36.25, 8.0, 39.0).text()
        '36°15.0′N–39°00.0′N 003°30.0′E–008°00.0′E'
        """
        south, north = (degrees_minutes(value, "NS", 2) for value in (self.south_deg, self.north_deg))
        west, east = (degrees_minutes(value, "EW", 3) for value in (self.west_deg, self.east_deg))
        return f"{south}–{north} {west}–{east}"


def box_around(lat_deg: Floats, lon_deg: Floats) -> Box:
    """Return the smallest box that holds positions; NaN ones are skipped."""
    return Box(
        float(np.nanmin(lon_deg)), float(np.nanmin(lat_deg)), float(np.nanmax(lon_deg)), float(np.nanmax(lat_deg))
    )


def degrees_minutes(value_deg: float, sides: str, width: int, *, decimals: int = 1) -> str:
    """Return an angle in degrees and decimal minutes with its side, such as 36°45.0′N.

    >>> degrees_minutes(36.75, "NS", 2), degrees_minutes(-5.0999, "EW", 3), degrees_minutes(7.9999, "EW", 3, decimals=0)
    ('36°45.0′N', '005°06.0′W', '008°00′E')
    """
    scale = 10**decimals
    tenths = round(abs(value_deg) * 60 * scale)
    degrees, rest = divmod(tenths, 60 * scale)
    side = sides[0] if value_deg >= 0 else sides[1]
    digits = 2 if decimals == 0 else 3 + decimals
    return f"{degrees:0{width}d}°{rest / scale:0{digits}.{decimals}f}′{side}"
