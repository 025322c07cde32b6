"""What runs in the worker process: a case in, its results in the node folder, all or nothing."""

from collections.abc import Callable
from pathlib import Path

import orjson

from comity.files.cases import resolved_case
from comity.files.drift_inputs import read_drift_inputs
from comity.files.drift_results import DriftResult, write_drift
from comity.files.words import words
from comity.node.layout import Layout
from comity.rescue import case_of, containment, drift, probability_map


def compute_drift(
    document: bytes, folder: Path, *, language: str, example: bool, progress: Callable[[float], None]
) -> None:
    """Compute a case's drift and write its results into `cases/<id>/` of a node folder.

    Parameters
    ----------
    document
        The case as it was opened, JSON; its relative paths start at the node folder.
    language
        Of the words on the map.
    example
        Marks every result as an exercise.
    """
    case = resolved_case(case_of(orjson.loads(document)), folder)
    inputs = read_drift_inputs(case)
    cloud = drift(case, inputs.forcing.current, inputs.forcing.wind, inputs.land, progress=progress)
    probability = probability_map(cloud, land=inputs.land)
    areas = containment(cloud, probability)
    result = DriftResult(case, cloud, probability, areas, inputs.forcing, example)
    write_drift(Layout(folder).case(case.case_id), result, words(language))
