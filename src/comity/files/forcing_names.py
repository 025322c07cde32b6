"""How a current or a wind is recognised in a file, and in which unit it stands.

Sources: CF standard name table v86 (names and canonical unit m s-1); the known names of producers, each with its
source, for files that carry no standard name. A name that means different things to different producers (`u`, `v`) is
not here.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from comity.ground import M_S_PER_KNOT, InvalidInput
from comity.rescue import Quantity

Frame = Literal["earth", "grid"]
"""Along east and north, or along the axes of the grid, which on a regular one are east and north."""

STANDARD_NAMES: Mapping[Quantity, tuple[tuple[str, str, Frame], ...]] = {
    "current": (
        ("eastward_sea_water_velocity", "northward_sea_water_velocity", "earth"),
        ("surface_eastward_sea_water_velocity", "surface_northward_sea_water_velocity", "earth"),
        ("sea_water_x_velocity", "sea_water_y_velocity", "grid"),
        ("x_sea_water_velocity", "y_sea_water_velocity", "grid"),  # as MET Norway writes it
    ),
    "wind": (
        ("eastward_wind", "northward_wind", "earth"),
        ("x_wind", "y_wind", "grid"),
    ),
    "waves": (
        ("eastward_surface_stokes_drift", "northward_surface_stokes_drift", "earth"),
        ("sea_surface_wave_stokes_drift_x_velocity", "sea_surface_wave_stokes_drift_y_velocity", "grid"),
    ),
}

KNOWN_NAMES: Mapping[Quantity, tuple[tuple[str, str, Frame], ...]] = {
    "current": (
        ("uo", "vo", "earth"),  # Copernicus Marine product user manuals; MEDSLIK-II input
        ("vozocrtx", "vomecrty", "grid"),  # NEMO: along its grid, which on a regular one (INGV SYS2b) is east and north
        ("water_u", "water_v", "earth"),  # HYCOM GOFS 3.1
        ("u_eastward", "v_northward", "earth"),  # ROMS, output turned to east and north
        ("ucurr", "vcurr", "earth"),  # GRIB short names
    ),
    "wind": (
        ("U10M", "V10M", "earth"),  # ECMWF through CDO's ecmwf table 128, codes 165 and 166; MEDSLIK-II input
        ("u10", "v10", "earth"),  # ECMWF ERA5 through cfgrib and the Climate Data Store
        ("10u", "10v", "earth"),  # ECMWF short names
        ("x_wind_10m", "y_wind_10m", "grid"),  # MET Norway, AROME and MEPS
    ),
    "waves": (
        ("VSDX", "VSDY", "earth"),  # Copernicus Marine product user manuals, wave products
        ("uuss", "vuss", "earth"),  # WAVEWATCH III
        ("ust", "vst", "earth"),  # ECMWF short names
    ),
}

_METRE = ("m", "meter", "meters", "metre", "metres")
_CENTIMETRE = ("cm", "centimeter", "centimeters", "centimetre", "centimetres")
_MILLIMETRE = ("mm", "millimeter", "millimeters", "millimetre", "millimetres")
_KILOMETRE = ("km", "kilometer", "kilometers", "kilometre", "kilometres")
_SECOND = ("/s", "/sec", "/second", " s-1", " sec-1", " second-1", " per second")
_HOUR = ("/h", "/hr", "/hour", " h-1", " hour-1", " per hour")

UNITS_M_S: Mapping[str, float] = {
    **{length + time: 1.0 for length in _METRE for time in _SECOND},
    **{length + time: 0.01 for length in _CENTIMETRE for time in _SECOND},
    **{length + time: 0.001 for length in _MILLIMETRE for time in _SECOND},
    **{length + time: 1 / 3.6 for length in _KILOMETRE for time in _HOUR},
    **dict.fromkeys(("knot", "knots", "kt", "kts", "kn", "international_knot"), M_S_PER_KNOT),
    "ms-1": 1.0,
}
"""Metres per second in a unit, by its spellings as `_spelled` leaves them."""


@dataclass(frozen=True)
class Components:
    """The two variables of a vector field, and how they were recognised."""

    u: str
    v: str
    frame: Frame
    recognised_by: Literal["standard_name", "known_name"]


def components(standard_names: Mapping[str, str], quantity: Quantity, *, file: str) -> Components:
    """Return the two components among a file's variables (name to standard name, empty where it has none)."""
    by_standard_name: dict[str, list[str]] = {}
    for name, standard_name in standard_names.items():
        by_standard_name.setdefault(standard_name, []).append(name)
    for first, second, frame in STANDARD_NAMES[quantity]:
        if first in by_standard_name and second in by_standard_name:
            u, v = by_standard_name[first], by_standard_name[second]
            if len(u) > 1 or len(v) > 1:
                known = _known(standard_names, quantity)
                if known is not None and known.u in u and known.v in v:  # u10 beside u100: the name says the height
                    return replace(known, frame=frame)
                raise InvalidInput(
                    "files.several_variables",
                    "{file} holds more than one variable named {standard_name}.",
                    why="the variables {found} all claim it, and choosing among them would be a guess",
                    remedy="keep one pair of components in the file",
                    file=file,
                    standard_name=first if len(u) > 1 else second,
                    found=", ".join(sorted(u if len(u) > 1 else v)),
                )
            return Components(u[0], v[0], frame, "standard_name")
    known = _known(standard_names, quantity)
    if known is not None:
        return known
    wanted = [f"{first} / {second}" for first, second, _ in (*STANDARD_NAMES[quantity], *KNOWN_NAMES[quantity])]
    raise InvalidInput(
        "files.no_known_variable",
        "{file} holds no variable that can be read here.",
        why="it holds {found}, and none of the pairs {wanted}",
        remedy="give the two components their CF standard names, or point to the right file",
        file=file,
        found=", ".join(sorted(standard_names)) or "—",
        wanted=", ".join(wanted),
    )


def half_of(standard_names: Mapping[str, str], quantity: Quantity) -> Components | None:
    """Return the one component that a file holds, with an empty name for the other; None where it has none."""
    named = {standard: name for name, standard in standard_names.items() if standard}
    for first, second, frame in STANDARD_NAMES[quantity]:
        if first in named or second in named:
            return Components(named.get(first, ""), named.get(second, ""), frame, "standard_name")
    for first, second, frame in KNOWN_NAMES[quantity]:
        if first in standard_names or second in standard_names:
            held = [each if each in standard_names else "" for each in (first, second)]
            return Components(held[0], held[1], frame, "known_name")
    return None


def _known(names: Collection[str], quantity: Quantity) -> Components | None:
    for first, second, frame in KNOWN_NAMES[quantity]:
        if first in names and second in names:
            return Components(first, second, frame, "known_name")
    return None


def metres_per_second(unit: str, *, file: str, variable: str) -> float:
    """Return metres per second in a unit as a file spells it; what is unknown or absent is refused."""
    factor = UNITS_M_S.get(_spelled(unit))
    if factor is None:
        raise InvalidInput(
            "files.wrong_unit",
            "{variable} in {file} stands in the unit {found}.",
            why="a velocity is wanted in {wanted}, and this unit is not one that converts without a guess",
            remedy="correct the attribute `units` of the variable, or convert the values",
            file=file,
            variable=variable,
            found=unit or "—",
            wanted="m s-1",
        )
    return factor


def _spelled(unit: str) -> str:
    """Return a unit in lower case without signs of power and product: `m s**-1`, `m.s^-1` and `M s⁻¹` are `m s-1`."""
    plain = unit.lower().replace("⁻¹", "-1")
    for sign, instead in (("**", ""), ("^", ""), ("{", ""), ("}", ""), (".", " "), ("*", " "), ("·", " ")):
        plain = plain.replace(sign, instead)
    return " ".join(plain.split()).replace(" /", "/").replace("/ ", "/")
