"""The case file: a mapping that TOML or JSON gave becomes a `Case`, or an error that names table and key.

Units of the file are an officer's (feet, knots, nautical miles where the key says so); the case is SI.
"""

from collections.abc import Mapping
from typing import Any

from comity.ground import InvalidInput
from comity.rescue.case import Case
from comity.rescue.case_table import Table, table_of, tables_of
from comity.rescue.environment_file import environment_of, observation_of, sources_of
from comity.rescue.run_file import objects_of, run_of
from comity.rescue.scenario_file import last_start_ms, scenario_of
from comity.rescue.scenarios import Scenario
from comity.rescue.starts import window_ms
from comity.rescue.unit_file import conditions_of, plan_settings_of, unit_of
from comity.rescue.units import BY_DEFAULT

_NEEDED = ("case", "forcing", "object", "scenario", "run")
_TABLES = (*_NEEDED, "uncertainty", "unit", "conditions", "plan", "observation", "source")
_DESK_TEXTS = ("answers", "title", "nature", "source_class", "notes", "contact")


def case_of(document: Mapping[str, Any]) -> Case:
    """Return the case of a parsed case file, or raise `InvalidInput`; a key that does not exist is an error.

    Parameters
    ----------
    document
        What `tomllib.load` or a JSON reader returned; instants are `datetime` with a zone or RFC 3339 text.
    """
    Table("the case file", document).check_keys(_TABLES, _NEEDED)
    case_id, desk = _header(table_of(document, "case"))
    forcing = environment_of(table_of(document, "forcing"))
    scenarios = tuple(scenario_of(table) for table in tables_of(document, "scenario", least=1))
    run = run_of(table_of(document, "run"), table_of(document, "uncertainty") if "uncertainty" in document else None)
    check_end(run.until_ms, scenarios, backward=run.direction == "backward")
    objects = objects_of(tables_of(document, "object", least=1))
    if run.direction == "backward" and any(each.becomes or each.capsizing for each in objects):
        raise InvalidInput(
            "rescue.changes_backward",
            "An object that becomes another cannot be drifted back in time.",
            why="what it was before cannot be told from what it is",
            remedy="drift what was found, and take becomes and capsizes away",
        )
    return Case(
        case_id=case_id,
        desk=desk,
        currents=forcing.currents,
        wind=forcing.wind,
        objects=objects,
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


def check_end(until_ms: int, scenarios: tuple[Scenario, ...], *, backward: bool = False) -> None:
    """Raise `InvalidInput` when a run ends before a scenario has begun; a track still to be read is not asked.

    A backward run ends before them all.
    """
    for number, scenario in enumerate(scenarios, start=1):
        start_ms = last_start_ms(scenario)
        if start_ms is None:
            continue
        if backward and until_ms >= window_ms(scenario)[0]:
            raise InvalidInput(
                "rescue.ends_after_start",
                "The run goes back in time, and scenario {number} begins before its end.",
                why="[run] until is not before the scenario's time",
                remedy='set until before the first known time, or take direction = "backward" away',
                number=number,
            )
        if not backward and until_ms <= start_ms:
            raise InvalidInput(
                "rescue.ends_before_start",
                "The run ends before scenario {number} has begun.",
                why="[run] until is not after the scenario's time",
                remedy="set until after the last known time",
                number=number,
            )
