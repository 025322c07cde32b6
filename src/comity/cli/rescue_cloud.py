"""The cloud that a plan is made on: the one in the folder where it is of this very case, or a new drift."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from comity.cli.progress import Progress
from comity.files.words import Words
from comity.ground import InvalidInput
from comity.rescue import Case, Cloud, Clue, Evidence, LandMask, LastKnownPosition, ManualCase, VectorField

DRIFT_FILES = (
    "particles.nc",
    "probability.nc",
    "probability.tif",
    "containment.geojson",
    "map.png",
    "summary.json",
    "worksheet.json",
)
WORKSHEET_FILE = "worksheet.json"
"""What the manual plan begins with, kept beside the drift whose fields it was read from."""
_MARGIN_M = 5000.0  # of coast about the cloud


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


def drifted(
    case: Case, folder: Path, words: Words, progress: Progress, *, forcing: Path | None, example: bool
) -> Drifted:
    """Return the cloud of a case: read from a folder that holds it, or drifted on the forcing."""
    held = _held(case, folder) if forcing is None else None
    return held or _new(case, words, progress, forcing=forcing, example=example)


def _held(case: Case, folder: Path) -> Drifted | None:
    from comity.files.boxes import box_around
    from comity.files.coast import land_mask
    from comity.files.drift_results import drift_digest
    from comity.files.particles import read_cloud

    try:
        summary: Any = orjson.loads((folder / "summary.json").read_bytes())
        if summary["drift_digest"] != drift_digest(case):
            return None
        files = {name: (folder / name).read_bytes() for name in DRIFT_FILES if (folder / name).is_file()}
        cloud = read_cloud(folder / "particles.nc")
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError):  # no result of ours, or not a whole one: drift anew
        return None
    box = box_around(cloud.lat_deg.astype(np.float64), cloud.lon_deg.astype(np.float64)).widened(_MARGIN_M)
    return Drifted(cloud, land_mask(box), files, bool(summary.get("example")), _read_worksheet(folder))


def _read_worksheet(folder: Path) -> ManualCase | None:
    from comity.files.plan_results import read_worksheet

    path = folder / WORKSHEET_FILE
    return read_worksheet(path.read_bytes()) if path.is_file() else None


def _new(case: Case, words: Words, progress: Progress, *, forcing: Path | None, example: bool) -> Drifted:
    from comity.files.drift_inputs import read_drift_inputs
    from comity.files.drift_results import DriftResult, drift_contents
    from comity.files.plan_results import worksheet_json
    from comity.rescue import containment, drift, probability_map

    progress.show("cli-drift-reading", 0.0)
    inputs = read_drift_inputs(case, forcing_folder=forcing)
    cloud = drift(
        case,
        inputs.forcing.current,
        inputs.forcing.wind,
        inputs.land,
        progress=lambda share: progress.show("cli-drift-drifting", 0.1 + 0.3 * share),
    )
    progress.show("cli-drift-drawing", 0.4)
    found = probability_map(cloud, land=inputs.land)
    result = DriftResult(case, cloud, found, containment(cloud, found), inputs.forcing, example)
    worksheet = _worksheet(case, inputs.forcing.current, inputs.forcing.wind)
    files = dict(drift_contents(result, words))
    if worksheet is not None:
        files[WORKSHEET_FILE] = worksheet_json(worksheet)
    return Drifted(cloud, inputs.land, files, example, worksheet)


def _worksheet(case: Case, current: VectorField, wind: VectorField) -> ManualCase | None:
    """Return what the manual plan of the first search begins with; None where the manual method has no case."""
    from comity.rescue import manual_case

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


def evidence(case: Case, clues: Sequence[Clue], *, forcing: Path | None) -> list[Evidence]:
    """Return clues as evidence on the cloud: a thing that was found is drifted from the same starts."""
    from dataclasses import replace

    from comity.files.drift_inputs import read_drift_inputs
    from comity.rescue import DriftObject, FoundObject, drift, likelihood_of_place

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
