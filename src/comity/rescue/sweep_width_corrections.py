"""Corrections of a visual sweep width: speed, weather, fatigue, a flotation device.

Units: knots and feet, as printed; factors are pure numbers. Sources: US Coast Guard Addendum to the National Search and
Rescue Supplement, COMDTINST M16130.2F, appendix H (speed, weather, flotation device); Australian Maritime Safety
Authority, National SAR Manual, tables D-5:4 and D-5:8 (weather, speed, fatigue).
"""

from typing import Literal

Scheme = Literal["iamsar", "amsa"]
"""Whose weather factors: IAMSAR's and the US Coast Guard's, or the Australian ones. They differ for large objects."""

SPEEDS_KT: dict[str, tuple[float, ...]] = {"fixed_wing": (150, 180, 210), "helicopter": (60, 90, 120, 140)}
"""Columns of the speed factors; boats and ships have none."""

_RAFT_FROM_6 = ((1.1, 1.0, 0.9), (1.2, 1.0, 0.9, 0.8))
_SMALL_SAIL = ((1.1, 1.0, 0.9), (1.2, 1.0, 0.9, 0.9))
_MIDDLE = ((1.1, 1.0, 1.0), (1.1, 1.0, 0.9, 0.9))
_LARGE = ((1.1, 1.0, 1.0), (1.1, 1.0, 1.0, 0.9))
_SHIP = ((1.0, 1.0, 1.0), (1.1, 1.0, 1.0, 0.9))

SPEED_FACTORS: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "person_in_water": ((1.2, 1.0, 0.9), (1.5, 1.0, 0.8, 0.7)),
    "raft_1": ((1.1, 1.0, 0.9), (1.3, 1.0, 0.9, 0.8)),
    "raft_4": ((1.1, 1.0, 0.9), (1.3, 1.0, 0.9, 0.8)),
    "raft_6": _RAFT_FROM_6,
    "raft_8": _RAFT_FROM_6,
    "raft_10": _RAFT_FROM_6,
    "raft_15": _RAFT_FROM_6,
    "raft_20": _RAFT_FROM_6,
    "raft_25": _RAFT_FROM_6,
    "power_boat_15ft": _RAFT_FROM_6,
    "power_boat_20ft": _RAFT_FROM_6,
    "power_boat_33ft": ((1.1, 1.0, 0.9), (1.1, 1.0, 0.9, 0.9)),
    "power_boat_53ft": _MIDDLE,
    "power_boat_78ft": _LARGE,
    "sail_boat_15ft": _SMALL_SAIL,
    "sail_boat_20ft": _SMALL_SAIL,
    "sail_boat_25ft": _SMALL_SAIL,
    "sail_boat_30ft": _MIDDLE,
    "sail_boat_40ft": _MIDDLE,
    "sail_boat_50ft": _MIDDLE,
    "sail_boat_70ft": _LARGE,
    "sail_boat_83ft": _LARGE,
    "ship_120ft": _SHIP,
    "ship_225ft": _SHIP,
    "ship_300ft": _SHIP,
}
"""For each object the factors of a fixed-wing aircraft and of a helicopter, in the columns of `SPEEDS_KT`."""

WIND_LIMITS_KT = (15.0, 25.0)
"""Up to 15 knots, up to 25 knots, above."""

SEA_LIMITS_M = (1.0, 1.5)
"""Up to 1 m (3 feet), up to 1.5 m (5 feet), above; the worse of wind and sea counts."""

WEATHER_FACTORS: dict[Scheme, dict[bool, tuple[float, float, float]]] = {
    "iamsar": {True: (1.0, 0.5, 0.25), False: (1.0, 0.9, 0.9)},
    "amsa": {True: (1.0, 0.5, 0.25), False: (1.0, 0.8, 0.5)},
}
"""For small objects (True: a person, a raft, a boat under 10 m) and others, in the three states of the weather."""

FATIGUE_FACTOR = 0.9
"""Tired look-outs (AMSA)."""

FLOTATION_FACTOR = 4.0
"""A person known to wear a flotation device, from an aircraft at 500 feet only."""

FLOTATION_HEIGHT_FT = 500.0
