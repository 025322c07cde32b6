"""The tables `[forcing]` and `[[observation]]` of a case file: sources of current, wind and waves in order of trust."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from comity.ground import M_S_PER_KNOT, InvalidInput
from comity.rescue.case_table import Table, table_of
from comity.rescue.environment import STALE_AFTER_S, EvenFlow, FlowSource, Observation, Quantity, Series

MOST_CURRENT_M_S = 15.0
MOST_WIND_M_S = 120.0
"""As in files: no current (11 m/s in Saltstraumen) and no wind at sea (a gust of 113 m/s) is stronger."""

REACH_M = 20_000.0
REACH_S = 6 * 3600.0
"""How far an observation speaks unless the case says otherwise: ours, of the order of an eddy and half a tide."""

_HOUR_S = 3600.0
_MOST_STALE_H = 30 * 24.0


@dataclass(frozen=True)
class Environment:
    """What `[forcing]` says."""

    currents: tuple[FlowSource, ...]
    wind: tuple[FlowSource, ...]
    waves: tuple[FlowSource, ...]
    stale_after_s: float


def environment_of(table: Table) -> Environment:
    """Return the sources that `[forcing]` names."""
    table.check_keys(("currents", "wind", "waves", "stale_after_h"), ("currents", "wind"))
    return Environment(
        currents=flow_sources(table, "currents", MOST_CURRENT_M_S),
        wind=flow_sources(table, "wind", MOST_WIND_M_S),
        waves=flow_sources(table, "waves", MOST_CURRENT_M_S) if "waves" in table.entries else (),
        stale_after_s=_HOUR_S * table.number("stale_after_h", 0, _MOST_STALE_H, default=STALE_AFTER_S / _HOUR_S),
    )


def flow_sources(table: Table, key: str, most_m_s: float) -> tuple[FlowSource, ...]:
    """Return sources in order of trust.

    A text or a list of texts is one series. A list that holds lists or tables is a chain: each of its entries is a
    source, a list of files or an even flow `{ east_m_s = 0.2, north_m_s = 0.0 }`.
    """
    value = table.entries[key]
    if isinstance(value, Mapping):
        return (_even_flow(table, key, value, most_m_s),)
    if not isinstance(value, list) or all(isinstance(each, str) for each in value):
        return (Series(table.texts(key)),)
    return tuple(_source(table, key, each, most_m_s) for each in value)


def _source(table: Table, key: str, value: Any, most_m_s: float) -> FlowSource:
    if isinstance(value, Mapping):
        return _even_flow(table, key, value, most_m_s)
    return Series(Table(table.name, {key: value}).texts(key))


def _even_flow(table: Table, key: str, value: Mapping[str, Any], most_m_s: float) -> EvenFlow:
    inner = Table(f"{key} in {table.name}", value)
    both = ("east_m_s", "north_m_s")
    inner.check_keys(both, both)
    return EvenFlow(*(inner.number(each, -most_m_s, most_m_s) for each in both))


def observation_of(table: Table) -> Observation:
    """Return what an `[[observation]]` says; a current has `set_deg` and `drift_kt`, a wind `from_deg`, `speed_kt`."""
    required = ("quantity", "lat", "lon", "time")
    quantity = table.choice("quantity", ("current", "wind"))
    course, speed = ("set_deg", "drift_kt") if quantity == "current" else ("from_deg", "speed_kt")
    as_vector = "east_m_s" in table.entries or "north_m_s" in table.entries
    pair = ("east_m_s", "north_m_s") if as_vector else (course, speed)
    table.check_keys((*required, *pair, "weight", "reach_m", "reach_h"), (*required, *pair))
    most_m_s = MOST_CURRENT_M_S if quantity == "current" else MOST_WIND_M_S
    if as_vector:
        east_m_s, north_m_s = (table.number(each, -most_m_s, most_m_s) for each in pair)
    else:
        speed_m_s = table.number(speed, 0, most_m_s / M_S_PER_KNOT) * M_S_PER_KNOT
        towards = np.radians(table.number(course, 0, 360) + (0.0 if quantity == "current" else 180.0))
        east_m_s, north_m_s = float(speed_m_s * np.sin(towards)), float(speed_m_s * np.cos(towards))
    return Observation(
        quantity=cast(Quantity, quantity),
        lat_deg=table.number("lat", -90, 90),
        lon_deg=table.number("lon", -180, 180),
        time_ms=table.instant_ms("time"),
        east_m_s=east_m_s,
        north_m_s=north_m_s,
        weight=table.number("weight", 0, 1, default=1.0),
        reach_m=table.number("reach_m", 1, 1e6, default=REACH_M),
        reach_s=_HOUR_S * table.number("reach_h", 0.1, 240, default=REACH_S / _HOUR_S),
    )


def sources_of(document: Mapping[str, Any]) -> dict[str, str]:
    """Return where values come from, as the officer wrote it.

    A key `source` stands in the table that it is about and is kept under its name, such as `[[scenario]] 1`; the table
    `[source]` names single keys, such as `"scenario.1.lat" = "call to the coast station, 09:51"`.
    """
    found: dict[str, str] = {}
    for key, value in document.items():
        if key == "source":
            continue
        tables = value if isinstance(value, list) else [value]
        for number, each in enumerate(tables, start=1):
            if isinstance(each, Mapping) and "source" in each:
                name = f"[[{key}]] {number}" if isinstance(value, list) else f"[{key}]"
                found[name] = Table(name, each).text("source")
    if "source" in document:
        table = Table("[source]", dict(_flat(table_of(document, "source").entries)))
        for path in table.entries:
            if not _is_there(document, path):
                raise InvalidInput(
                    "rescue.source_of_nothing",
                    "[source] names {path}, which the case file does not hold.",
                    why="a source belongs to a key that is there, such as run.until or scenario.1.lat",
                    remedy="correct the name, or remove the line",
                    path=path,
                )
            found[path] = table.text(path)
    return found


def _flat(entries: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield keys and values, nested tables as dotted keys: TOML reads `run.until = "…"` as a table in a table."""
    for key, value in entries.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield before + key, value


def _is_there(document: Mapping[str, Any], path: str) -> bool:
    here: Any = document
    for part in path.split("."):
        if isinstance(here, Mapping) and part in here:
            here = here[part]
        elif isinstance(here, list) and part.isdecimal() and 1 <= int(part) <= len(here):
            here = here[int(part) - 1]
        else:
            return False
    return True
