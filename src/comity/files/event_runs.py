"""A detection run over files: its surroundings are read or found, an engine runs it, and its events are written.

Units: milliseconds since 1970-01-01T00:00Z, degrees.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from comity.files.boxes import Box
from comity.files.coast import land_mask
from comity.files.event_engine import LocalPositions
from comity.files.event_engine_spark import SparkPositions
from comity.files.event_places import read_anchorages, read_scenes, read_zones, shore_of
from comity.files.event_reading import open_positions
from comity.files.folders import write_file
from comity.ground import distance_m, instant_text, metres_per_degree
from comity.maritime import (
    DETECTORS,
    RULE_SETS,
    Asked,
    Land,
    RuleSet,
    Surroundings,
    anchorages_found,
    anchorages_of,
    no_shore,
    rule_set,
    rule_set_of,
    run_of,
    zones_of,
)
from comity.rescue import LandMask

SUMMARY_SCHEMA = "comity/maritime-events-summary/1"
FEWEST_ROWS = 10
"""Rows that make a square degree part of the sea that is looked at: a position gone astray draws no coast."""

HARBOUR_M = 4_000.0
"""Around an anchorage no position is doubted for lying on land: as far as a port visit lasts (pipe-anchorages)."""

_SHARE_OF_SURVEY = 0.3
Progress = Callable[[float], None]


@dataclass(frozen=True)
class EventFiles:
    """What a run is given: positions, and perhaps zones, anchorages, detections, scenes and a mapping."""

    positions: Path
    zones: Path | None = None
    anchorages: Path | None = None
    detections: Path | None = None
    scenes: Path | None = None
    mapping: str | None = None


@dataclass(frozen=True)
class EventRun:
    """What a run found, and of what."""

    events: pa.Table
    density: pa.Table
    rows: int
    rules: str
    until_ms: int
    anchorages: int
    anchorages_given: bool

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how many events of each kind are open and closed."""
        found: dict[str, dict[str, int]] = {}
        pairs = zip(self.events.column("kind").to_pylist(), self.events.column("state").to_pylist(), strict=True)
        for kind, state in pairs:
            found.setdefault(kind, {"open": 0, "closed": 0})[state] += 1
        return dict(sorted(found.items()))

    def summary(self) -> dict[str, Any]:
        """Return the summary as a document of `comity/maritime-events-summary/1`."""
        return {
            "schema": SUMMARY_SCHEMA,
            "rules": self.rules,
            "until": instant_text(self.until_ms),
            "rows": self.rows,
            "events": self.events.num_rows,
            "kinds": self.counts(),
            "density_cells": self.density.num_rows,
            "anchorages": {"count": self.anchorages, "given": self.anchorages_given},
        }


def find_events_in(
    given: EventFiles,
    *,
    rules: str,
    latest_ms: int,
    kinds: tuple[str, ...] = (),
    satellites: frozenset[str] = frozenset(),
    until_ms: int | None = None,
    spark_master: str | None = None,
    workers: int = 0,
    progress: Progress = lambda _: None,
) -> EventRun:
    """Return the events of positions in files.

    Parameters
    ----------
    rules
        The name of a rule set that ships, or a file of `comity/rule-set/1`.
    latest_ms
        Rows of a table of text after this instant are of a clock that runs ahead.
    until_ms
        The end of the data; None: the newest position.
    spark_master
        The address of a Spark master; None: this process works, on `workers` buckets at once.
    """
    chosen = read_rule_set(rules)
    with _opened(given, latest_ms, workers, spark_master) as source:
        end_ms = source.until_ms if until_ms is None else until_ms
        around, box = _surroundings(source, given, lambda share: progress(_SHARE_OF_SURVEY * share))
        known = _known(given, around, box if _asks_for_land(chosen, kinds) else None)
        run = run_of(Asked(chosen, end_ms, around, satellites, known), kinds=kinds)
        rest: Progress = lambda share: progress(_SHARE_OF_SURVEY + (1.0 - _SHARE_OF_SURVEY) * share)  # noqa: E731
        found = source.found(run, rest)
    count = len(around.anchorages.lat_deg)
    return EventRun(found.events, found.density, found.rows, chosen.name, end_ms, count, given.anchorages is not None)


def read_rule_set(name: str) -> RuleSet:
    """Return a rule set by the name of one that ships, or from a file.

    Raises
    ------
    InvalidInput
        `maritime.no_rule_set`, `maritime.bad_rule_set`, `maritime.rule_set_keys`.
    """
    path = Path(name)
    if name in RULE_SETS or not path.is_file():
        return rule_set(name)
    try:
        document = orjson.loads(path.read_bytes())
    except orjson.JSONDecodeError:
        document = None
    chosen = rule_set_of(document)
    for detector, known in DETECTORS.items():
        chosen.rule(detector, known.rule)
    return chosen


def write_events(path: Path, table: pa.Table) -> None:
    """Write events or density as Parquet, whole or not at all."""
    buffer = io.BytesIO()
    pq.write_table(table, buffer, compression="zstd", version="2.6")
    write_file(path, buffer.getvalue())


def _opened(
    given: EventFiles, latest_ms: int, workers: int, spark_master: str | None
) -> LocalPositions | SparkPositions:
    if spark_master is not None:
        return SparkPositions(given.positions, spark_master)
    return LocalPositions(open_positions(given.positions, mapping=given.mapping, latest_ms=latest_ms), workers=workers)


def _asks_for_land(rules: RuleSet, kinds: tuple[str, ...]) -> bool:
    return "on_land" in rules.values and (not kinds or "on_land" in kinds)


def _known(given: EventFiles, around: Surroundings, box: Box | None) -> dict[str, Any]:
    """Return what the validity checks know besides the positions."""
    known: dict[str, Any] = {}
    if box is not None:
        mask = land_mask(box)
        known["land"] = Land(mask.grid, _without_harbours(mask, around))
    if given.detections is not None:
        known["detections"] = pq.read_table(given.detections)
    if given.scenes is not None:
        known["scenes"] = read_scenes(given.scenes)
    return known


def _without_harbours(mask: LandMask, around: Surroundings) -> "np.typing.NDArray[np.bool_]":
    """Return the land without the squares of `HARBOUR_M` around the anchorages."""
    land, grid = np.array(mask.land), mask.grid
    high = HARBOUR_M / float(metres_per_degree(0.0)[0])
    for lat, lon in zip(around.anchorages.lat_deg, around.anchorages.lon_deg, strict=True):
        wide = high / max(float(np.cos(np.radians(lat))), 0.01)
        west = (lon - wide - grid.west_deg) % 360.0
        rows = [int((each - grid.south_deg) / grid.step_lat_deg) for each in (lat - high, lat + high)]
        columns = [int(each / grid.step_lon_deg) for each in (west, west + 2 * wide)]
        land[max(rows[0], 0) : max(rows[1] + 1, 0), columns[0] : columns[1] + 1] = False
    return land


def _surroundings(
    source: LocalPositions | SparkPositions, given: EventFiles, progress: Progress
) -> tuple[Surroundings, Box | None]:
    look = source.survey(progress)
    box = _box(look.squares)
    shore = no_shore() if box is None else shore_of(box)
    lat_deg, lon_deg, names = ([], [], []) if given.anchorages is None else read_anchorages(given.anchorages)
    for lat, lon in zip(*anchorages_found(look.stays, shore), strict=True):  # no table knows every harbour
        if not names or float(distance_m(lat, lon, np.array(lat_deg), np.array(lon_deg)).min()) > HARBOUR_M:
            lat_deg, lon_deg, names = [*lat_deg, float(lat)], [*lon_deg, float(lon)], [*names, ""]
    anchorages = anchorages_of(lat_deg, lon_deg)
    shapes, zone_names = read_zones(given.zones) if given.zones is not None else ([], [])
    return Surroundings(shore, anchorages, tuple(names), zones_of(shapes), tuple(zone_names)), box


def _box(squares: "np.typing.NDArray[np.int64]") -> Box | None:
    """Return the box of the square degrees in which there are ships; over the antimeridian where that is less."""
    rows, columns = np.nonzero(squares >= FEWEST_ROWS)
    if not len(rows):
        return None
    turned = (columns + 180) % 360
    west, east = (columns.min(), columns.max() + 1)
    if np.ptp(turned) < np.ptp(columns):
        west, east = turned.min() + 180, turned.max() + 181
    return Box(float(west - 180), float(rows.min() - 90), float(east - 180), float(rows.max() - 89))
