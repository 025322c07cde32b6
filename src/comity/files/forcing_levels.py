"""The level of a forcing file that a drift may use: the surface of the sea, and the wind at 10 m.

Leeway is measured against the wind at 10 m. A current from deeper than `DEEPEST_M`, a wind from another height and a
wind on a pressure level are refused, never taken for the surface.
Units: metres; depths and heights are told apart by the quantity, so their sign does not matter.
Source: CF conventions 1.11, §4.3 (vertical coordinates).
"""

from typing import Any

import numpy as np

from comity.files.forcing_formats import attribute
from comity.ground import InvalidInput
from comity.rescue import Quantity

DEEPEST_M = 20.0
"""The uppermost level of an ocean model lies above this depth."""

WIND_HEIGHT_M = (8.0, 12.5)
"""Lowest and highest level that is taken as the wind at 10 m."""

_METRES = frozenset({"m", "meter", "metre", "meters", "metres"})
_UNSAID = frozenset({"", "1"})
_NAMES = ("depth", "lev", "olev", "z", "height", "alt", "elev", "s_rho", "sig", "plev", "pressure", "isobaric")
_STANDARD_NAMES = ("depth", "height", "altitude", "ocean_s", "ocean_sigma", "atmosphere_", "air_pressure")


def check_scalar_levels(data: Any, u: Any, quantity: Quantity, *, file: str) -> None:
    """Raise `InvalidInput` when a scalar coordinate of a component says that it is of another level."""
    for name in attribute(u, "coordinates").split():
        coordinate = data.variables.get(name)
        if coordinate is not None and coordinate.ndim == 0 and _is_vertical(coordinate):
            _level_among(coordinate, u, quantity, file)


def level_of(data: Any, u: Any, dim: str, quantity: Quantity, *, file: str) -> int:
    """Return the index along a further dimension of a component, or raise `InvalidInput` when there is none."""
    coordinate = data.variables.get(dim)
    if coordinate is not None and coordinate.ndim == 1 and _is_vertical(coordinate):
        return _level_among(coordinate, u, quantity, file)
    size = data.dimensions[dim].size
    if size == 1:
        return 0
    raise InvalidInput(
        "files.unknown_axis",
        "{file} has a dimension {axis} of {size} that has no meaning here.",
        why="beside time, latitude and longitude only a vertical axis is read, at its surface",
        remedy="keep one member of that dimension",
        file=file,
        axis=dim,
        size=size,
    )


def _is_vertical(coordinate: Any) -> bool:
    return bool(
        attribute(coordinate, "positive")
        or attribute(coordinate, "axis") == "Z"
        or coordinate.name.lower().startswith(_NAMES)
        or attribute(coordinate, "standard_name").startswith(_STANDARD_NAMES)
    )


def _level_among(coordinate: Any, u: Any, quantity: Quantity, file: str) -> int:
    levels = np.abs(np.ma.filled(np.ma.asarray(np.atleast_1d(coordinate[...]), dtype=np.float64), np.inf))
    unit = attribute(coordinate, "units").lower()
    at = int(np.abs(levels - (10.0 if quantity == "wind" else 0.0)).argmin())
    if quantity != "wind":
        right = unit in _METRES | _UNSAID and levels[at] <= DEEPEST_M
    else:
        right = unit in _METRES | _UNSAID and WIND_HEIGHT_M[0] <= levels[at] <= WIND_HEIGHT_M[1]
        right = right or (levels.size == 1 and "10" in u.name)  # u10, 10u, x_wind_10m: the name says the height
    if not right:
        raise InvalidInput(
            "files.wrong_level",
            "{file} does not hold the {quantity} at the level that moves a drifting object.",
            why="{axis} of {variable} has the levels {found}, and wanted is {wanted}",
            remedy="take a file of the surface current, or of the wind at 10 m",
            file=file,
            quantity=quantity,
            axis=coordinate.name,
            variable=u.name,
            found=_span(levels, unit),
            wanted="10 m" if quantity == "wind" else "≤ 20 m",
        )
    return at


def _span(levels: np.typing.NDArray[np.float64], unit: str) -> str:
    low, high = f"{levels.min():g}", f"{levels.max():g}"
    return (low if low == high else f"{low}–{high}") + f" {unit}".rstrip()
