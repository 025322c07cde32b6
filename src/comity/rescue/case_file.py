"""The case file: a mapping that TOML or JSON gave becomes a `Case`, or an error that names table and key.

Units of the file are an officer's (feet, knots, nautical miles where the key says so); the case is SI.
"""

from collections.abc import Callable, Mapping
from typing import Any, cast

from comity.ground import M_PER_FOOT, M_PER_NM, M_S_PER_KNOT, InvalidInput
from comity.rescue.case import (
    Area,
    Case,
    Conditions,
    Cone,
    Crosswind,
    DriftObject,
    LastKnownPosition,
    Ring,
    Run,
    Scenario,
    Scheme,
    SearchUnit,
)
from comity.rescue.case_table import Table
from comity.rescue.leeway import leeway_class

MAX_PARTICLES = 10_000_000
MAX_POSITION_ERROR_M = 500_000.0
MAX_TIME_ERROR_S = 7 * 86_400.0
MAX_WEIGHT = 1e6
MIN_WEIGHT = 1e-6

_TABLES = ("case", "forcing", "object", "scenario", "run", "unit", "conditions")
_DESK_TEXTS = ("title", "nature", "source_class", "notes", "contact")
_PLATFORMS = ("helicopter", "fixed_wing", "boat")


def case_of(document: Mapping[str, Any]) -> Case:
    """Return the case of a parsed case file, or raise `InvalidInput`; a key that does not exist is an error.

    Parameters
    ----------
    document
        What `tomllib.load` or a JSON reader returned; instants are `datetime` with a zone or RFC 3339 text.
    """
    Table("the case file", document).check_keys(_TABLES, ("case", "forcing", "object", "scenario", "run"))
    case_id, desk = _header(_table(document, "case"))
    forcing = _table(document, "forcing")
    forcing.check_keys(("currents", "wind"), ("currents", "wind"))
    scenarios = tuple(_scenario(table) for table in _tables(document, "scenario", least=1))
    run = _run(_table(document, "run"))
    _check_end(run.until_ms, scenarios)
    return Case(
        case_id=case_id,
        desk=desk,
        currents=forcing.texts("currents"),
        wind=forcing.texts("wind"),
        objects=tuple(_object(table) for table in _tables(document, "object", least=1)),
        scenarios=scenarios,
        run=run,
        units=tuple(_unit(table) for table in _tables(document, "unit", least=0)),
        conditions=_conditions(_table(document, "conditions")) if "conditions" in document else None,
    )


def _header(table: Table) -> tuple[str, dict[str, str | int]]:
    table.check_keys(("id", "opened", "persons_on_board", *_DESK_TEXTS), ("id",))
    desk: dict[str, str | int] = {key: table.text(key) for key in _DESK_TEXTS if key in table.entries}
    if "opened" in table.entries:
        desk["opened_ms"] = table.instant_ms("opened")
    if "persons_on_board" in table.entries:
        desk["persons_on_board"] = table.count("persons_on_board", 0, 100_000)
    return table.texts("id")[0], desk


def _object(table: Table) -> DriftObject:
    table.check_keys(("leeway", "weight"), ("leeway",))
    value = table.entries["leeway"]
    if isinstance(value, bool) or not isinstance(value, int | str):
        value = table.text("leeway")
    return DriftObject(leeway_class(value), _weight(table))


def _last_known_position(table: Table) -> LastKnownPosition:
    required = ("kind", "lat", "lon", "position_error_m", "time")
    table.check_keys((*required, "time_error_s", "weight"), required)
    return LastKnownPosition(
        lat_deg=table.number("lat", -90, 90),
        lon_deg=table.number("lon", -180, 180),
        position_error_m=table.number("position_error_m", 0, MAX_POSITION_ERROR_M),
        time_ms=table.instant_ms("time"),
        time_error_s=table.number("time_error_s", 0, MAX_TIME_ERROR_S, default=0),
        weight=_weight(table),
    )


def _area(table: Table) -> Area:
    required = ("kind", "polygon", "time")
    table.check_keys((*required, "weight"), required)
    time = table.entries["time"]
    first, last = table.pair("time") if isinstance(time, list) else (time, time)
    from_ms, to_ms = _in_order(table.instant_of("time", first), table.instant_of("time", last), table)
    polygon = table.entries["polygon"]
    rings = polygon if isinstance(polygon, str) and polygon else _rings(table, polygon)
    return Area(polygon=rings, from_ms=from_ms, to_ms=to_ms, weight=_weight(table))


def _cone(table: Table) -> Cone:
    required = ("kind", "lat", "lon", "position_error_m", "time")
    table.check_keys((*required, "weight"), required)
    first, last = table.pair("time")
    from_deg, to_deg = table.numbers("lon", -180, 180)
    return Cone(
        lat_deg=table.numbers("lat", -90, 90),
        lon_deg=(from_deg, _the_short_way(from_deg, to_deg)),
        position_error_m=table.numbers("position_error_m", 0, MAX_POSITION_ERROR_M),
        time_ms=_in_order(table.instant_of("time", first), table.instant_of("time", last), table),
        weight=_weight(table),
    )


def _the_short_way(from_deg: float, to_deg: float) -> float:
    """Return a longitude within half a turn of another; it runs past 180 where the way crosses the antimeridian."""
    if abs(to_deg - from_deg) <= 180.0:
        return to_deg
    return to_deg + 360.0 if to_deg < from_deg else to_deg - 360.0


SCENARIOS: dict[str, Callable[[Table], Scenario]] = {
    "last_known_position": _last_known_position,
    "area": _area,
    "cone": _cone,
}
"""The kinds of scenario that a case file may name."""


def _scenario(table: Table) -> Scenario:
    return SCENARIOS[table.choice("kind", tuple(SCENARIOS))](table)


def _run(table: Table) -> Run:
    table.check_keys(("until", "step_s", "particles", "seed", "crosswind", "scheme"), ("until",))
    step_s = table.count("step_s", 1, 3600, default=600)
    if 3600 % step_s:
        raise InvalidInput(
            "rescue.step_not_in_hour",
            "A step of {step_s} s does not divide an hour.",
            why="the cloud is written every hour, on a step",
            remedy="use a step such as 300, 600, 900, 1800 or 3600",
            step_s=step_s,
        )
    return Run(
        until_ms=table.instant_ms("until"),
        step_s=step_s,
        particles=table.count("particles", 1, MAX_PARTICLES, default=100_000),
        seed=table.count("seed", 0, 2**53 - 1, default=0),
        crosswind=cast(Crosswind, table.choice("crosswind", ("table", "opendrift"), default="table")),
        scheme=cast(Scheme, table.choice("scheme", ("rk2", "euler"), default="rk2")),
    )


def _unit(table: Table) -> SearchUnit:
    required = ("id", "platform", "speed_kt", "on_scene", "endurance_s", "base")
    table.check_keys((*required, "altitude_ft"), required)
    base = _table(table.entries, "base", name=f"base in {table.name}")
    base.check_keys(("lat", "lon"), ("lat", "lon"))
    platform = table.choice("platform", _PLATFORMS)
    if platform != "boat":
        table.check_keys(table.entries, ("altitude_ft",))
    altitude_ft = table.number("altitude_ft", 0, 30_000) if "altitude_ft" in table.entries else None
    return SearchUnit(
        unit_id=table.texts("id")[0],
        platform=platform,
        altitude_m=None if altitude_ft is None else altitude_ft * M_PER_FOOT,
        speed_m_s=table.number("speed_kt", 1, 600) * M_S_PER_KNOT,
        on_scene_ms=table.instant_ms("on_scene"),
        endurance_s=table.number("endurance_s", 1, 30 * 86_400),
        base_lat_deg=base.number("lat", -90, 90),
        base_lon_deg=base.number("lon", -180, 180),
    )


def _conditions(table: Table) -> Conditions:
    known = ("visibility_nm", "wind_kt", "sea_m")
    table.check_keys(known, known)
    return Conditions(
        visibility_m=table.number("visibility_nm", 0, 100) * M_PER_NM,
        wind_m_s=table.number("wind_kt", 0, 200) * M_S_PER_KNOT,
        sea_m=table.number("sea_m", 0, 40),
    )


def _weight(table: Table) -> float:
    return table.number("weight", MIN_WEIGHT, MAX_WEIGHT, default=1.0)


def _table(document: Mapping[str, Any], key: str, name: str | None = None) -> Table:
    value = document[key]
    if not isinstance(value, Mapping):
        raise _not_a_table(key)
    return Table(name or f"[{key}]", value)


def _tables(document: Mapping[str, Any], key: str, *, least: int) -> list[Table]:
    value = document.get(key, [])
    if not isinstance(value, list) or len(value) < least or not all(isinstance(item, Mapping) for item in value):
        raise _not_a_table(key)
    return [Table(f"[[{key}]] {number}", item) for number, item in enumerate(value, start=1)]


def _not_a_table(key: str) -> InvalidInput:
    return InvalidInput(
        "rescue.not_a_table",
        "{key} in the case file is not a table.",
        why="objects, scenarios and units are lists of tables with at least one of each that a case needs",
        remedy="write [{key}] or [[{key}]] on a line of its own, and its keys below",
        key=key,
    )


def _rings(table: Table, polygon: Any) -> tuple[Ring, ...]:
    try:
        rings = tuple(tuple((lon, lat) for lon, lat in ring) for ring in polygon)
    except (TypeError, ValueError):
        rings = ()
    if not rings or any(len(ring) < 3 for ring in rings):
        raise InvalidInput(
            "rescue.not_a_polygon",
            "polygon in {table} is not an area.",
            why="an area is a list of rings, each of at least three pairs of longitude and latitude",
            remedy="write polygon = [[[4.9, 37.1], [5.6, 37.1], [5.6, 37.6]]], or the name of a GeoJSON file",
            table=table.name,
        )
    return tuple(
        tuple((table.number_of("polygon", x, -180, 180), table.number_of("polygon", y, -90, 90)) for x, y in ring)
        for ring in rings
    )


def _in_order(first_ms: int, last_ms: int, table: Table) -> tuple[int, int]:
    if last_ms < first_ms:
        raise InvalidInput(
            "rescue.times_out_of_order",
            "The times in {table} run backwards.",
            why="the last instant is before the first",
            remedy="write time = [first, last]",
            table=table.name,
        )
    return first_ms, last_ms


def last_start_ms(scenario: Scenario) -> int:
    """Return the latest nominal instant at which a scenario begins to drift."""
    if isinstance(scenario, LastKnownPosition):
        return scenario.time_ms
    return scenario.to_ms if isinstance(scenario, Area) else scenario.time_ms[1]


def _check_end(until_ms: int, scenarios: tuple[Scenario, ...]) -> None:
    for number, scenario in enumerate(scenarios, start=1):
        if until_ms <= last_start_ms(scenario):
            raise InvalidInput(
                "rescue.ends_before_start",
                "The run ends before scenario {number} has begun.",
                why="[run] until is not after the scenario's time",
                remedy="set until after the last known time",
                number=number,
            )
