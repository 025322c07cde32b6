"""The cloud that a plan is made on: the one in a folder where it is of this very case, or a new drift.

Commands and the node's workers compute a drift here; what it leaves is one mapping of files by name, and whoever asked
writes them all or none.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from comity.files.boxes import box_around
from comity.files.cases import drift_digest
from comity.files.coast import land_mask
from comity.files.drift_inputs import read_drift_inputs
from comity.files.drift_results import DriftResult, drift_contents, map_contents
from comity.files.particles import read_cloud
from comity.files.plan_results import read_worksheet, worksheet_json
from comity.files.words import Words
from comity.ground import MS_PER_S, InvalidInput
from comity.rescue import (
    Case,
    Cloud,
    Clue,
    DriftObject,
    Evidence,
    FoundObject,
    LandMask,
    LastKnownPosition,
    ManualCase,
    VectorField,
    containment,
    drift,
    likelihood_of_place,
    manual_case,
    probability_map,
)

SUMMARY_FILE = "summary.json"
MAP_FILE = "map.png"
"""The drift before anything was learnt: it goes when maps after a search or clue take the place of its own."""
WORKSHEET_FILE = "worksheet.json"
"""What the manual plan begins with, kept beside the drift whose fields it was read from."""
DRIFT_FILES = (
    "particles.nc",
    "probability.nc",
    "probability.tif",
    "containment.geojson",
    MAP_FILE,
    SUMMARY_FILE,
    WORKSHEET_FILE,
)
_MARGIN_M = 5000.0  # of coast about the cloud

Told = Callable[[str, float], None]
"""Called with the stage, `reading`, `drifting` or `drawing`, and the share of it that is done."""


@dataclass(frozen=True)
class Drifted:
    """A cloud, the coast about it, the files of its drift by name, and whether it is marked as an example.

    `worksheet` is what the manual plan begins with, where the case is one last known position and fields were read.
    """

    cloud: Cloud
    land: LandMask
    files: Mapping[str, bytes]
    example: bool
    worksheet: ManualCase | None


def held(case: Case, folder: Path) -> Drifted | None:
    """Return the drift that a folder holds; None where it holds none, not a whole one, or one of another state."""
    try:
        summary: Any = orjson.loads((folder / SUMMARY_FILE).read_bytes())
        if summary["drift_digest"] != drift_digest(case):
            return None
        files = {name: (folder / name).read_bytes() for name in DRIFT_FILES if (folder / name).is_file()}
        cloud = read_cloud(folder / "particles.nc")
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError):  # no result of ours, or not a whole one: drift anew
        return None
    box = box_around(cloud.lat_deg.astype(np.float64), cloud.lon_deg.astype(np.float64)).widened(_MARGIN_M)
    worksheet = read_worksheet(files[WORKSHEET_FILE]) if WORKSHEET_FILE in files else None
    return Drifted(cloud, land_mask(box), files, bool(summary.get("example")), worksheet)


def drifted_anew(
    case: Case, words: Words, *, example: bool, forcing: Path | None = None, told: Told | None = None
) -> Drifted:
    """Return a new drift of a case on the forcing that it names, or on that of a folder."""
    tell = told or (lambda _stage, _share: None)
    tell("reading", 0.0)
    inputs = read_drift_inputs(case, forcing_folder=forcing)
    current, wind = inputs.forcing.current, inputs.forcing.wind
    cloud = drift(case, current, wind, inputs.land, progress=lambda share: tell("drifting", share))
    tell("drawing", 0.0)
    found = probability_map(cloud, land=inputs.land)
    result = DriftResult(case, cloud, found, containment(cloud, found), inputs.forcing, example)
    worksheet = worksheet_of(case, current, wind)
    files = dict(drift_contents(result, words))
    if worksheet is not None:
        files[WORKSHEET_FILE] = worksheet_json(worksheet)
    return Drifted(cloud, inputs.land, files, example, worksheet)


def with_own_maps(case: Case, known: Drifted, words: Words) -> Drifted:
    """Return a drift with maps of its own, drawn anew where those after a search or clue stand in their place.

    Where the fields are gone, the picture that shows them is left out.
    """
    if MAP_FILE in known.files:
        return known
    found = probability_map(known.cloud, land=known.land)
    areas = containment(known.cloud, found)
    maps = map_contents(case, known.cloud, found, areas)
    try:
        forcing = read_drift_inputs(case).forcing
    except InvalidInput:
        return replace(known, files={**known.files, **maps})
    drawn = drift_contents(DriftResult(case, known.cloud, found, areas, forcing, known.example), words)
    return replace(known, files={**known.files, **maps, MAP_FILE: drawn[MAP_FILE]})


def worksheet_of(case: Case, current: VectorField, wind: VectorField) -> ManualCase | None:
    """Return what the manual plan of the first search begins with; None where the manual method has no case."""
    (scenario, *others) = case.scenarios
    if others or not isinstance(scenario, LastKnownPosition) or not case.units:
        return None
    likeliest = max(case.objects, key=lambda each: each.weight)
    try:
        return manual_case(
            scenario.lon_deg,
            scenario.lat_deg,
            scenario.position_error_m,
            scenario.time_ms,
            min(unit.on_scene_ms for unit in case.units),
            leeway=likeliest.leeway,
            current=current,
            wind=wind,
        )
    except InvalidInput:  # the fields do not reach: the plan says itself why it cannot be made, if it cannot
        return None


def with_worksheet(case: Case, known: Drifted) -> Drifted:
    """Return a drift with the worksheet of its case's first search as the units stand now, read from its fields.

    Units are often named after the drift; where the fields are gone, the worksheet that was kept stays.
    """
    (scenario, *others) = case.scenarios
    if others or not isinstance(scenario, LastKnownPosition) or not case.units:
        return known
    drift_s = (min(unit.on_scene_ms for unit in case.units) - scenario.time_ms) / MS_PER_S
    if known.worksheet is not None and known.worksheet.drift_s == drift_s:
        return known
    try:
        inputs = read_drift_inputs(case)
    except InvalidInput:
        return known
    worksheet = worksheet_of(case, inputs.forcing.current, inputs.forcing.wind)
    if worksheet is None:
        return known
    return replace(known, files={**known.files, WORKSHEET_FILE: worksheet_json(worksheet)}, worksheet=worksheet)


def evidence(case: Case, clues: Sequence[Clue], *, forcing: Path | None = None) -> list[Evidence]:
    """Return clues as evidence on the cloud: a thing that was found is drifted from the same starts."""
    found: list[Evidence] = []
    for clue in clues:
        if clue.thing is None:
            found.append(clue.place)
            continue
        things = replace(case, objects=(DriftObject(clue.thing, 1.0),))
        inputs = read_drift_inputs(things, forcing_folder=forcing)
        cloud = drift(things, inputs.forcing.current, inputs.forcing.wind, inputs.land)
        found.append(FoundObject(likelihood_of_place(cloud, clue.place), clue.place.reliability))
    return found
