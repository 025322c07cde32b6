"""Sweep width: how wide a strip a unit searches, from the tables, with each correction and where it comes from.

Units: metres, metres per second inside; the tables are in nautical miles, feet and knots as printed. A row holds from
its visibility up to the next one's, the nearest height of the table is taken, the speed factor goes straight between
two columns. Nothing is extrapolated: what the tables do not reach is refused.
Sources: `SWEEP_SOURCES`; the tables stand in `sweep_width_helicopter`, `…_fixed_wing`, `…_boat` and `…_corrections`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from comity.ground import M_PER_FOOT, M_PER_NM, M_S_PER_KNOT, InvalidInput
from comity.rescue import sweep_width_boat, sweep_width_fixed_wing, sweep_width_helicopter
from comity.rescue.search_objects import SMALL_OBJECTS, check_search_object
from comity.rescue.sweep_width_corrections import (
    FATIGUE_FACTOR,
    FLOTATION_FACTOR,
    FLOTATION_HEIGHT_FT,
    SEA_LIMITS_M,
    SPEED_FACTORS,
    SPEEDS_KT,
    WEATHER_FACTORS,
    WIND_LIMITS_KT,
    Scheme,
)
from comity.rescue.units import Conditions

Name = Literal["uncorrected", "flotation", "weather", "speed", "fatigue"]
Said = Mapping[str, str | float]

SWEEP_SOURCES: dict[str, str] = {
    "uscg": "US Coast Guard Addendum to the National SAR Supplement, COMDTINST M16130.2F, appendix H",
    "amsa_vessel": "AMSA National SAR Manual, table D-5:3",
    "amsa_ship": "AMSA National SAR Manual, table D-5:5",
    "amsa_weather": "AMSA National SAR Manual, table D-5:4",
    "amsa_fatigue": "AMSA National SAR Manual, appendix D-5",
    "none": "",
}
"""What each value is taken from; nothing where no table has a factor and it is 1."""

_KM = 1000.0
_REACH = 0.25
"""A height may lie this share outside the first or last row of its table, whose row is then the nearest."""
_SLACK = 1e-9  # metres turned into miles and back


@dataclass(frozen=True)
class SweepFactor:
    """One number of a sweep width: `asked` for these conditions, `taken` from this row, of this source.

    `value` is in nautical miles for the uncorrected sweep width, else a pure number.
    """

    name: Name
    value: float
    asked: Said
    taken: Said
    source: str


@dataclass(frozen=True)
class SweepWidth:
    """A corrected sweep width, and what it is the product of, the uncorrected one first."""

    sweep_width_m: float
    factors: tuple[SweepFactor, ...]


@dataclass(frozen=True)
class SweepTable:
    """A table of uncorrected sweep widths: `rows` by object and by height in feet (None where it has no heights)."""

    source: str
    unit_m: float
    unit: Literal["nm", "km"]
    visibility: tuple[float, ...]
    rows: Mapping[str, Mapping[float | None, tuple[float, ...]]]
    speeds: int | None = None
    """Which of the speed factors applies: 0 fixed wing, 1 helicopter."""
    default_height_ft: float | None = None


def _by_height(rows: Mapping[str, tuple[tuple[float, ...], ...]]) -> dict[str, dict[float | None, tuple[float, ...]]]:
    return {key: {height_ft: tuple(widths) for height_ft, *widths in each} for key, each in rows.items()}


_SHIP_ROW = {
    "raft_8": "raft_6", "raft_10": "raft_6", "raft_20": "raft_15",
    "power_boat_15ft": "boat_5m", "power_boat_20ft": "boat_7m", "power_boat_33ft": "boat_12m",
    "power_boat_53ft": "boat_24m", "power_boat_78ft": "boat_24m",
    "sail_boat_15ft": "boat_5m", "sail_boat_20ft": "boat_7m", "sail_boat_25ft": "boat_12m",
    "sail_boat_30ft": "boat_12m", "sail_boat_40ft": "boat_24m", "sail_boat_50ft": "boat_24m",
    "sail_boat_70ft": "boat_24m",
}  # fmt: skip
"""Objects of our tables by the rows of the merchant ships': the boat's own length class, the next smaller raft."""

_SHIP_ROWS: dict[str, dict[float | None, tuple[float, ...]]] = {
    key: {None: sweep_width_boat.SHIP_ROWS[row]}
    for key, row in [*((key, key) for key in sweep_width_boat.SHIP_ROWS), *_SHIP_ROW.items()]
}

SWEEP_TABLES: dict[str, SweepTable] = {
    "helicopter": SweepTable(
        "uscg", M_PER_NM, "nm", sweep_width_helicopter.VISIBILITY_NM, _by_height(sweep_width_helicopter.ROWS), 1
    ),
    "fixed_wing": SweepTable(
        "uscg", M_PER_NM, "nm", sweep_width_fixed_wing.VISIBILITY_NM, _by_height(sweep_width_fixed_wing.ROWS), 0
    ),
    "boat": SweepTable(
        "uscg",
        M_PER_NM,
        "nm",
        sweep_width_boat.VISIBILITY_NM,
        _by_height(sweep_width_boat.BOAT_ROWS),
        default_height_ft=8.0,
    ),
    "vessel_amsa": SweepTable(
        "amsa_vessel",
        _KM,
        "km",
        sweep_width_boat.VESSEL_VISIBILITY_KM,
        _by_height(sweep_width_boat.VESSEL_ROWS),
        default_height_ft=8.0,
    ),
    "merchant_ship": SweepTable("amsa_ship", _KM, "km", sweep_width_boat.SHIP_VISIBILITY_KM, _SHIP_ROWS),
}
"""Tables by platform; `vessel_amsa` and `merchant_ship` are Australian alternatives for what goes on the water."""


def sweep_width(
    search_object: str,
    platform: str,
    *,
    altitude_m: float | None,
    conditions: Conditions,
    speed_m_s: float,
    is_tired: bool,
    weather: Scheme = "iamsar",
    wears_flotation: bool = False,
) -> SweepWidth:
    """Return the sweep width of an object for a unit, with each factor and its source.

    Parameters
    ----------
    search_object
        One of `SEARCH_OBJECTS`.
    platform
        One of `SWEEP_TABLES`.
    altitude_m
        Height above the sea; for a boat the height of the eye, None: the lower one of its table, 8 feet.
    speed_m_s
        Search speed; it matters for aircraft only.
    weather
        Whose weather factors.
    wears_flotation
        Whether the person in the water is known to wear a flotation device; it counts at 500 feet only.

    Raises
    ------
    InvalidInput
        For an object, platform, height, visibility or speed that the tables do not reach.
    """
    check_search_object(search_object)
    table = _table_of(platform)
    uncorrected, height_ft = _uncorrected(table, platform, search_object, altitude_m, conditions.visibility_m)
    factors = [uncorrected]
    if wears_flotation:
        factors.append(_flotation(search_object, platform, height_ft))
    factors += [
        _weather(search_object, conditions, weather),
        _speed(table, platform, search_object, speed_m_s),
        SweepFactor("fatigue", FATIGUE_FACTOR if is_tired else 1.0, {}, {}, SWEEP_SOURCES["amsa_fatigue"]),
    ]
    return SweepWidth(float(np.prod([each.value for each in factors])) * M_PER_NM, tuple(factors))


def least_visibility_m(platform: str) -> float:
    """Return the visibility at which the sweep widths of a platform begin: below it nothing is known to be seen.

    >>> least_visibility_m("helicopter")
    1852.0
    """
    table = _table_of(platform)
    return table.visibility[0] * table.unit_m


def _table_of(platform: str) -> SweepTable:
    if platform not in SWEEP_TABLES:
        raise InvalidInput(
            "rescue.unknown_platform",
            "There are no sweep widths for a platform {name}.",
            why="sweep widths are tabulated by what the look-outs stand on",
            remedy="use one of: {known}",
            name=repr(platform),
            known=", ".join(SWEEP_TABLES),
        )
    return SWEEP_TABLES[platform]


def _uncorrected(
    table: SweepTable, platform: str, search_object: str, altitude_m: float | None, visibility_m: float
) -> tuple[SweepFactor, float | None]:
    rows = table.rows.get(search_object)
    if rows is None:
        raise InvalidInput(
            "rescue.object_not_on_platform",
            "The sweep widths of {platform} have no row for {name}.",
            why="that table has {known} only",
            remedy="use another table, or give the unit's sweep width",
            platform=platform,
            name=search_object,
            known=", ".join(table.rows),
        )
    height_ft, asked = _height(table, platform, list(rows), altitude_m)
    visibility = visibility_m / table.unit_m
    column = int(np.searchsorted(table.visibility, visibility * (1 + _SLACK), side="right")) - 1
    if column < 0:
        raise InvalidInput(
            "rescue.visibility_below_table",
            "The visibility is {visibility} {unit}.",
            why="the sweep widths of {platform} begin at {first} {unit}: below it nothing is known to be seen",
            remedy="wait for better visibility, or give the unit the sweep width of another sensor",
            visibility=f"{visibility:.2g}",
            unit=table.unit,
            platform=platform,
            first=f"{table.visibility[0]:g}",
        )
    seen = f"visibility_{table.unit}"
    taken: dict[str, str | float] = {"object": search_object, seen: table.visibility[column]}
    asked[seen] = visibility
    if height_ft is not None:
        taken["height_ft"] = height_ft
    return SweepFactor("uncorrected", rows[height_ft][column], asked, taken, SWEEP_SOURCES[table.source]), height_ft


def _height(
    table: SweepTable, platform: str, heights: list[float | None], altitude_m: float | None
) -> tuple[float | None, dict[str, str | float]]:
    """Return the height of the row to take, and what was asked."""
    tabulated = [each for each in heights if each is not None]
    if not tabulated:
        return None, {}
    if altitude_m is None and table.default_height_ft is not None:
        return table.default_height_ft, {}
    height_ft = float("nan") if altitude_m is None else altitude_m / M_PER_FOOT
    low_ft, high_ft = min(tabulated), max(tabulated)
    if not low_ft * (1 - _REACH) <= height_ft <= high_ft * (1 + _REACH):
        raise InvalidInput(
            "rescue.height_outside_table",
            "The height of {platform} is {height_ft} feet.",
            why="its sweep widths are tabulated from {low_ft} to {high_ft} feet",
            remedy="give a height in that range, or the unit's own sweep width",
            platform=platform,
            height_ft=f"{height_ft:.0f}",
            low_ft=f"{low_ft:g}",
            high_ft=f"{high_ft:g}",
        )
    return min(tabulated, key=lambda each: (abs(each - height_ft), -each)), {"height_ft": height_ft}


def _flotation(search_object: str, platform: str, height_ft: float | None) -> SweepFactor:
    in_the_air = platform in SPEEDS_KT
    if search_object != "person_in_water" or not in_the_air or height_ft != FLOTATION_HEIGHT_FT:
        raise InvalidInput(
            "rescue.flotation_does_not_count",
            "A flotation device does not widen the sweep width of {name} from {platform} at {height_ft} feet.",
            why="the factor is tabulated for a person in the water, seen from an aircraft at {only_ft} feet",
            remedy="leave it out, or search from {only_ft} feet",
            name=search_object,
            platform=platform,
            height_ft=f"{height_ft or 0:g}",
            only_ft=f"{FLOTATION_HEIGHT_FT:g}",
        )
    return SweepFactor("flotation", FLOTATION_FACTOR, {}, {"height_ft": FLOTATION_HEIGHT_FT}, SWEEP_SOURCES["uscg"])


def _weather(search_object: str, conditions: Conditions, scheme: Scheme) -> SweepFactor:
    if scheme not in WEATHER_FACTORS:
        raise InvalidInput(
            "rescue.unknown_weather_scheme",
            "There are no weather factors {name}.",
            why="two schemes are printed, and they differ for large objects",
            remedy="use one of: {known}",
            name=repr(scheme),
            known=", ".join(WEATHER_FACTORS),
        )
    wind_kt = conditions.wind_m_s / M_S_PER_KNOT
    state = max(
        int(np.searchsorted(np.array(limits) * (1 + _SLACK), value))
        for limits, value in ((WIND_LIMITS_KT, wind_kt), (SEA_LIMITS_M, conditions.sea_m))
    )
    is_small = search_object in SMALL_OBJECTS
    return SweepFactor(
        "weather",
        WEATHER_FACTORS[scheme][is_small][state],
        {"wind_kt": wind_kt, "sea_m": conditions.sea_m},
        {"scheme": scheme, "size": "small" if is_small else "large", "state": state},
        SWEEP_SOURCES["uscg" if scheme == "iamsar" else "amsa_weather"],
    )


def _speed(table: SweepTable, platform: str, search_object: str, speed_m_s: float) -> SweepFactor:
    """Return the speed factor: straight between two columns, the first one's below them, none far above."""
    speed_kt = speed_m_s / M_S_PER_KNOT
    if table.speeds is None:
        return SweepFactor("speed", 1.0, {"speed_kt": speed_kt}, {}, SWEEP_SOURCES["none"])
    columns, factors = SPEEDS_KT[platform], SPEED_FACTORS[search_object][table.speeds]
    if not 0 < speed_kt <= columns[-1] * (1 + _REACH):
        raise InvalidInput(
            "rescue.speed_outside_table",
            "{platform} searches at {speed_kt} knots.",
            why="its speed factors are tabulated up to {last_kt} knots",
            remedy="search more slowly, or give the unit's own sweep width",
            platform=platform,
            speed_kt=f"{speed_kt:.0f}",
            last_kt=f"{columns[-1]:g}",
        )
    taken = {"speed_kt": min(max(speed_kt, columns[0]), columns[-1])}
    return SweepFactor(
        "speed", float(np.interp(speed_kt, columns, factors)), {"speed_kt": speed_kt}, taken, SWEEP_SOURCES["uscg"]
    )
