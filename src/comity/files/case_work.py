"""The work on a case once it has drifted: what searches and clues taught, the next plan, the new maps, all as files.

Units: probabilities are numbers from 0 to 1; instants milliseconds since 1970. Commands and the node's workers do it
here; the files are one mapping by name, and whoever asked writes them all or none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from comity.files.case_clouds import DRIFT_FILES, MAP_FILE, Drifted
from comity.files.drift_results import map_contents
from comity.files.plan_charts import DEBRIEF, PLAN_CHARTS, debrief, plan_charts
from comity.files.plan_results import PLAN_WRITERS, PlanResult, plan_contents, plan_document
from comity.files.probability import containment_geojson
from comity.files.searched import Account, searched_json
from comity.files.words import Words
from comity.ground import Floats, InvalidInput
from comity.rescue import (
    Case,
    Evidence,
    containment,
    pos_so_far,
    probability_map,
    search_plan,
    shares,
    weight_after_clue,
    weight_after_search,
    weights_of,
)

UPDATE_SCHEMA = "comity/update/1"
SEARCHED_FILE = "searched.json"
WORK_FILES = (*DRIFT_FILES, *PLAN_WRITERS, *PLAN_CHARTS, SEARCHED_FILE, DEBRIEF)
"""What the folder of a case may hold after a drift, a plan and an update."""

NO_PLAN = ("rescue.no_sortie_left", "rescue.no_units")
"""Codes of a plan that cannot be because nobody is left to search: what was learnt stands all the same."""


@dataclass(frozen=True)
class Learnt:
    """What a case has taught so far.

    Parameters
    ----------
    weight
        Shape (trajectories,): the probability of each hypothesis after clues and searches; sums to 1.
    account
        The searches with the POS that each had, and the clues.
    maps, areas
        Files of the map after the last search or clue, and the size of its containment areas; empty without either.
    """

    weight: Floats
    account: Account
    maps: Mapping[str, bytes]
    areas: tuple[Mapping[str, float], ...]


def learn(case: Case, held: Drifted, account: Account, found: list[Evidence]) -> Learnt:
    """Return what clues, given as evidence in their order, and after them searches teach about a cloud."""
    weight = weights_of(held.cloud, None)
    for each in found:
        weight = weight_after_clue(held.cloud, weight, each)
    counted = []
    for search in account.searches:
        weight, pos = weight_after_search(held.cloud, weight, search.flown)
        counted.append(replace(search, pos=round(pos, 6)))
    account = replace(account, searches=tuple(counted))
    maps, areas = _maps(case, held, weight, account)
    return Learnt(weight, account, maps, tuple(areas))


def plan_next(
    case: Case, held: Drifted, learnt: Learnt, *, example: bool, progress: Callable[[float], None] | None = None
) -> PlanResult:
    """Return the plan of what can still go out, after the searches so far."""
    searches = learnt.account.searches
    planned = search_plan(
        case,
        held.cloud,
        weight=learnt.weight,
        after_ms=max((each.ends_ms for each in searches), default=None),
        worksheet=held.worksheet,
        stage=len(searches),
        progress=progress,
    )
    names, before = tuple(each.name for each in searches), pos_so_far([each.pos or 0.0 for each in searches])
    return PlanResult(case, planned, held.cloud.scenario_index, example, names, before)


def plan_if_any(
    case: Case, held: Drifted, learnt: Learnt, *, example: bool, progress: Callable[[float], None] | None = None
) -> PlanResult | None:
    """Return the next plan; None where nobody is left to search."""
    try:
        return plan_next(case, held, learnt, example=example, progress=progress)
    except InvalidInput as error:
        if error.code not in NO_PLAN:
            raise
        return None


def update_document(
    case: Case, held: Drifted, learnt: Learnt, result: PlanResult | None, *, example: bool
) -> dict[str, Any]:
    """Return what was learnt, in numbers, with the next plan: `comity/update/1`."""
    searches, clues = learnt.account.searches, learnt.account.clues
    scenarios = shares(held.cloud.scenario_index, learnt.weight, len(case.scenarios))
    return {
        "schema": UPDATE_SCHEMA,
        "case": case.case_id,
        "searches": [
            {"file": each.name, "digest": each.digest, "units": list(each.units), "pos": each.pos} for each in searches
        ],
        "clues": [each.document() for each in clues],
        "pos": searches[-1].pos if searches else 0.0,
        "pos_so_far": round(pos_so_far([each.pos or 0.0 for each in searches]), 6),
        "scenarios": [round(float(each), 6) for each in scenarios],
        "containment": sorted(learnt.areas, key=lambda each: each["level"]),
        "plan": None if result is None else plan_document(result),
        "example": example,
    }


def work_contents(
    case: Case,
    held: Drifted,
    learnt: Learnt,
    result: PlanResult | None,
    words: Words,
    *,
    update: Mapping[str, Any] | None = None,
) -> dict[str, bytes]:
    """Return every file of a case's folder by name: drift, account, plan with its charts, and the debrief.

    The maps after the last search or clue take the place of the drift's own; the charts of a plan show the areas at the
    hours of the plan, so that what is searched and where to look are of one time.

    Parameters
    ----------
    update
        What was learnt (`comity/update/1`); a debrief is written where there was a search.
    """
    contents, account = {**held.files, **learnt.maps}, learnt.account
    if account.searches or account.clues:
        contents.pop(MAP_FILE, None)  # it shows the drift before any search
        contents[SEARCHED_FILE] = searched_json(case, account)
    if result is not None:
        contents |= plan_contents(result)
        contents |= plan_charts(plan_document(result), _areas_of_plan(case, held, learnt, result), words)
    if update is not None and account.searches:
        contents[DEBRIEF] = debrief(update, contents[SEARCHED_FILE], contents["containment.geojson"], words)
    return contents


def _areas_of_plan(case: Case, held: Drifted, learnt: Learnt, result: PlanResult) -> bytes:
    """Return the containment areas at the hour of the cloud that is nearest to the middle of a plan, as GeoJSON."""
    sorties = [each.sortie for each in result.planned.plan.best.sorties]
    middle_ms = (min(each.begin_ms for each in sorties) + max(each.end_ms for each in sorties)) // 2
    at = int(np.abs(held.cloud.time_ms - middle_ms).argmin())
    found = probability_map(held.cloud, weight=learnt.weight, land=held.land, time_index=at)
    areas = containment(held.cloud, found, weight=learnt.weight, time_index=at)
    return containment_geojson(areas, case_id=case.case_id)


def _maps(
    case: Case, held: Drifted, weight: Floats, account: Account
) -> tuple[dict[str, bytes], list[dict[str, float]]]:
    """Return the files of the map after the last search or clue, at the next hour of the cloud, and its areas."""
    if not account.searches and not account.clues:
        return {}, []
    last_ms = max([each.ends_ms for each in account.searches] or [each.place.time_ms for each in account.clues])
    at = int(np.searchsorted(held.cloud.time_ms, last_ms))
    at = min(at, held.cloud.time_ms.size - 1)
    found = probability_map(held.cloud, weight=weight, land=held.land, time_index=at)
    areas = containment(held.cloud, found, weight=weight, time_index=at)
    files = map_contents(case, held.cloud, found, areas)
    return files, [{"level": each.level, "area_km2": round(each.area_m2 / 1e6, 3)} for each in areas]
