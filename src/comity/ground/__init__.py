"""Words that two rooms or more need: units, geodesy, instants, canonical form, records, errors."""

from comity.ground.canonical import canonical, parse_canonical
from comity.ground.errors import ComityError, InvalidInput, Refused, Untrusted
from comity.ground.geodesy import Floats, destination_deg, distance_m, metres_per_degree
from comity.ground.grid import Grid, floor_to
from comity.ground.instants import (
    LAST_MS,
    MS_PER_HOUR,
    MS_PER_S,
    date_time_group,
    instant_text,
    ms_of,
    parse_instant,
    utc_of,
)
from comity.ground.lifecycle import Lifecycle, Move, advance, lifecycle_faults
from comity.ground.records import Column, Kind, Record, Role
from comity.ground.units import M_PER_FOOT, M_PER_NM, M_S_PER_KNOT, UDEG_PER_DEG, udeg

__all__ = [
    "LAST_MS",
    "MS_PER_HOUR",
    "MS_PER_S",
    "M_PER_FOOT",
    "M_PER_NM",
    "M_S_PER_KNOT",
    "UDEG_PER_DEG",
    "Column",
    "ComityError",
    "Floats",
    "Grid",
    "InvalidInput",
    "Kind",
    "Lifecycle",
    "Move",
    "Record",
    "Refused",
    "Role",
    "Untrusted",
    "advance",
    "canonical",
    "date_time_group",
    "destination_deg",
    "distance_m",
    "floor_to",
    "instant_text",
    "lifecycle_faults",
    "metres_per_degree",
    "ms_of",
    "parse_canonical",
    "parse_instant",
    "udeg",
    "utc_of",
]
