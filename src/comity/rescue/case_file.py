"""The case file: a mapping that TOML or JSON gave becomes a `Case`, or an error that names table and key.

Units of the file are an officer's (feet, knots, nautical miles where the key says so); the case is SI.
"""

from collections.abc import Mapping
from typing import Any, cast

from comity.ground import InvalidInput
from comity.rescue.case import Case, Crosswind, DriftObject, Run, Scheme
from comity.rescue.case_table import Table, table_of, tables_of
from comity.rescue.environment_file import environment_of, observation_of, sources_of
from comity.rescue.leeway import leeway_class
from comity.rescue.scenario_file import last_start_ms, scenario_of
from comity.rescue.scenarios import Scenario
from comity.rescue.unit_file import conditions_of, plan_settings_of, unit_of
from comity.rescue.units import BY_DEFAULT

MAX_PARTICLES = 10_000_000

_TABLES = ("case", "forcing", "object", "scenario", "run", "unit", "conditions", "plan", "observation", "source")
_DESK_TEXTS = ("title", "nature", "source_class", "notes", "contact")


def case_of(document: Mapping[str, Any]) -> Case:
    """Return the case of a parsed case file, or raise `InvalidInput`; a key that does not exist is an error.

    Parameters
    ----------
    document
        What `tomllib.load` or a JSON reader returned; instants are `datetime` with a zone or RFC 3339 text.
    """
    Table("the case file", document).check_keys(_TABLES, ("case", "forcing", "object", "scenario", "run"))
    case_id, desk = _header(table_of(document, "case"))
    forcing = environment_of(table_of(document, "forcing"))
    scenarios = tuple(scenario_of(table) for table in tables_of(document, "scenario", least=1))
    run = _run(table_of(document, "run"))
    check_end(run.until_ms, scenarios)
    return Case(
        case_id=case_id,
        desk=desk,
        currents=forcing.currents,
        wind=forcing.wind,
        objects=tuple(_object(table) for table in tables_of(document, "object", least=1)),
        scenarios=scenarios,
        run=run,
        units=tuple(unit_of(table) for table in tables_of(document, "unit", least=0)),
        conditions=conditions_of(table_of(document, "conditions")) if "conditions" in document else None,
        plan=plan_settings_of(table_of(document, "plan")) if "plan" in document else BY_DEFAULT,
        waves=forcing.waves,
        observations=tuple(observation_of(table) for table in tables_of(document, "observation", least=0)),
        stale_after_s=forcing.stale_after_s,
        sources=sources_of(document),
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
    return DriftObject(leeway_class(value), table.weight())


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
        scheme=cast(Scheme, table.choice("scheme", ("rk4", "rk2", "euler"), default="rk2")),
    )


def check_end(until_ms: int, scenarios: tuple[Scenario, ...]) -> None:
    """Raise `InvalidInput` when a run ends before a scenario has begun; a track still to be read is not asked."""
    for number, scenario in enumerate(scenarios, start=1):
        start_ms = last_start_ms(scenario)
        if start_ms is not None and until_ms <= start_ms:
            raise InvalidInput(
                "rescue.ends_before_start",
                "The run ends before scenario {number} has begun.",
                why="[run] until is not after the scenario's time",
                remedy="set until after the last known time",
                number=number,
            )
