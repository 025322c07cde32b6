"""The tables `[[unit]]`, `[conditions]` and `[plan]` of a case file: what can search, what it meets, how it is planned.

Feet, knots, nautical miles, hours and degrees Celsius are an officer's; what leaves is SI.
"""

from typing import cast

from comity.ground import M_PER_FOOT, M_PER_NM, M_S_PER_KNOT
from comity.rescue.case_table import Table, table_of
from comity.rescue.lateral_range import LATERAL_RANGES
from comity.rescue.patterns import PATTERNS
from comity.rescue.survival import SURVIVAL_MODELS
from comity.rescue.units import (
    BY_DEFAULT,
    HEIGHT_SEPARATION_M,
    PLATFORMS,
    SEARCH_SHARE,
    TURNAROUND_S,
    Areas,
    Conditions,
    PlanSettings,
    SearchUnit,
)

MAX_SORTIES = 20
_MAX_S = 30 * 86_400
_MAX_KT = 600
_MAX_SWEEP_NM = 100.0

_UNIT_REQUIRED = ("id", "platform", "speed_kt", "on_scene", "endurance_s", "base")
_UNIT_OPTIONAL = (
    "altitude_ft",
    "transit_kt",
    "total_endurance_s",
    "ready",
    "sorties",
    "turnaround_s",
    "tired",
    "sweep_width_nm",
    "lateral_range",
    "patterns",
)


def unit_of(table: Table) -> SearchUnit:
    """Return one unit; aircraft need a height."""
    table.check_keys((*_UNIT_REQUIRED, *_UNIT_OPTIONAL), _UNIT_REQUIRED)
    base = table_of(table.entries, "base", name=f"base in {table.name}")
    base.check_keys(("lat", "lon"), ("lat", "lon"))
    platform = table.choice("platform", PLATFORMS)
    if platform != "boat":
        table.check_keys((*_UNIT_REQUIRED, *_UNIT_OPTIONAL), ("altitude_ft",))
    given = table.entries
    return SearchUnit(
        unit_id=table.texts("id")[0],
        platform=platform,
        altitude_m=table.number("altitude_ft", 0, 30_000) * M_PER_FOOT if "altitude_ft" in given else None,
        speed_m_s=table.number("speed_kt", 1, _MAX_KT) * M_S_PER_KNOT,
        on_scene_ms=table.instant_ms("on_scene"),
        endurance_s=table.number("endurance_s", 1, _MAX_S),
        base_lat_deg=base.number("lat", -90, 90),
        base_lon_deg=base.number("lon", -180, 180),
        transit_m_s=table.number("transit_kt", 1, _MAX_KT) * M_S_PER_KNOT if "transit_kt" in given else None,
        total_endurance_s=table.number("total_endurance_s", 1, _MAX_S) if "total_endurance_s" in given else None,
        ready_ms=table.instant_ms("ready") if "ready" in given else None,
        sorties=table.count("sorties", 1, MAX_SORTIES, default=1),
        turnaround_s=table.number("turnaround_s", 0, _MAX_S, default=TURNAROUND_S),
        is_tired=_flag(table, "tired"),
        sweep_width_m=_sweep_width_m(table),
        lateral_range=table.choice("lateral_range", tuple(LATERAL_RANGES), default="exponential"),
        patterns=_patterns(table) if "patterns" in given else None,
    )


def conditions_of(table: Table) -> Conditions:
    """Return what the searchers will meet."""
    required = ("visibility_nm", "wind_kt", "sea_m")
    table.check_keys((*required, "water_c"), required)
    return Conditions(
        visibility_m=table.number("visibility_nm", 0, 100) * M_PER_NM,
        wind_m_s=table.number("wind_kt", 0, 200) * M_S_PER_KNOT,
        sea_m=table.number("sea_m", 0, 40),
        water_c=table.number("water_c", -3, 40) if "water_c" in table.entries else None,
    )


def plan_settings_of(table: Table) -> PlanSettings:
    """Return how the plan is to be made."""
    given = table.entries
    table.check_keys(("search_share", "height_separation_ft", "areas", "patterns", "survival", "search_objects"))
    separation_ft = table.number("height_separation_ft", 0, 10_000, default=HEIGHT_SEPARATION_M / M_PER_FOOT)
    return PlanSettings(
        search_share=table.number("search_share", 0.05, 1, default=SEARCH_SHARE),
        height_separation_m=separation_ft * M_PER_FOOT,
        areas=cast(Areas, table.choice("areas", ("best", "fixed", "drifting"), default="best")),
        patterns=_patterns(table) if "patterns" in given else BY_DEFAULT.patterns,
        survival=None if "survival" not in given else table.choice("survival", tuple(SURVIVAL_MODELS)),
        search_objects=table.texts("search_objects") if "search_objects" in given else None,
    )


def _flag(table: Table, key: str) -> bool:
    value = table.entries.get(key, False)
    if isinstance(value, bool):
        return value
    return Table(table.name, {key: str(value).lower()}).choice(key, ("true", "false")) == "true"


def _patterns(table: Table) -> tuple[str, ...]:
    named = table.texts("patterns")
    return tuple(Table(table.name, {"patterns": each}).choice("patterns", tuple(PATTERNS)) for each in named)


def _sweep_width_m(table: Table) -> tuple[float, ...] | None:
    if "sweep_width_nm" not in table.entries:
        return None
    value = table.entries["sweep_width_nm"]
    values = value if isinstance(value, list) and value else [value]
    return tuple(table.number_of("sweep_width_nm", each, 0, _MAX_SWEEP_NM) * M_PER_NM for each in values)
