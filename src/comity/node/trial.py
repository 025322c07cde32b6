"""What runs in the warm worker of a case: areas that an officer draws, counted on its hypotheses as they are drawn.

Units: metres, degrees; probabilities are numbers from 0 to 1. While an area is drawn, an even choice of the hypotheses
is counted; a plan that is kept is counted on all of them.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from comity.files.cases import resolved_case
from comity.files.particles import read_cloud
from comity.files.plan_results import pair_document, sortie_document
from comity.files.searched import legs_of_document
from comity.ground import ComityError, Floats, InvalidInput
from comity.node.case_account import Rows, account_of, basis
from comity.node.case_folders import BASIS_FILE, LEARNT_FILE, PARTICLES_FILE, WEIGHTS_FILE, read_steadily
from comity.node.case_plans import no_such_sortie, plan_is_stale
from comity.node.layout import Layout
from comity.rescue import (
    Cloud,
    PlannedSortie,
    SearchArea,
    Setting,
    Sortie,
    Task,
    Way,
    above_one_another,
    case_of,
    counted,
    drawn,
    is_complete,
    pod_of_sortie,
    problems_of,
    rectangle_of,
    setting_of,
    together,
)

MOST_TRIED = 35_000
"""Hypotheses that are counted while an area is drawn: an area takes 30 ms on two cores."""
_KEPT = 256
"""Counts that are kept: what is drawn again, or lies still meanwhile, is not counted again."""
_DIGITS = 6


@dataclass(frozen=True)
class _Ground:
    """A cloud, or an even choice of it, and what a plan is made in on it."""

    cloud: Cloud
    setting: Setting


class Trial:
    """A case with its cloud and all that it has learnt, ready to count an area."""

    def __init__(self, document: bytes, account: Rows, wanted: str, folder: Path) -> None:
        self._case = resolved_case(case_of(orjson.loads(document)), folder)
        try:
            held, cloud, weight, self._pos_before = read_steadily(Layout(folder).case(self._case.case_id), _read)
        except FileNotFoundError:  # drifted anew, and nothing was made on it yet
            raise plan_is_stale(self._case.case_id) from None
        if not held == wanted == basis(self._case, account):  # something was reported a moment ago
            raise plan_is_stale(self._case.case_id)
        after_ms = max((each.ends_ms for each in account_of(account, self._case).searches), default=None)
        setting = setting_of(self._case, cloud, weight=weight, after_ms=after_ms)
        self._all = _Ground(cloud, setting)
        self._few = _few(cloud, setting)
        self._sorties = {(each.unit.unit_id, each.number): each for each in setting.sorties}
        self._pods: OrderedDict[bytes, Floats] = OrderedDict()

    def tried(self, plan: Mapping[str, Any], areas: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """Return what a plan with other areas would find; figures differ from the plan's by what was changed alone."""
        tasks, known = self._tasks(plan, areas), self._tasks(plan, ())
        pods, before = ([self._pod(each) for each in some] for some in (tasks, known))
        planned = [
            counted(each, pod, self._few.cloud, self._few.setting) for each, pod in zip(tasks, pods, strict=True)
        ]
        weight = self._few.setting.weight
        drawn_pos, known_pos = together(planned, pods, weight).pos, together(planned, before, weight).pos
        pos = float(plan["pos"]) + drawn_pos - known_pos  # the chance of the choice falls out
        problems = problems_of(tasks, self._all.cloud, self._all.setting.frame, self._case.plan)
        units = [self._unit(task, found, why) for task, found, why in zip(tasks, planned, problems, strict=True)]
        return {
            "pos": round(min(max(pos, 0.0), 1.0), _DIGITS),
            "pos_bound": plan["pos_bound"],
            "hypotheses": int(self._few.cloud.object_index.size),
            "units": units,
        }

    def kept(self, plan: Mapping[str, Any], areas: Sequence[Mapping[str, Any]], office: str) -> dict[str, Any]:
        """Return a plan with other areas as a document, counted on all hypotheses; what cannot be is refused."""
        tasks, setting = self._tasks(plan, areas), self._all.setting
        for problem in problems_of(tasks, self._all.cloud, setting.frame, self._case.plan):
            if problem is not None:
                raise problem
        pods = [pod_of_sortie(self._all.cloud, each.legs, each.sortie) for each in tasks]
        planned = [counted(each, pod, self._all.cloud, setting) for each, pod in zip(tasks, pods, strict=True)]
        pos = together(planned, pods, setting.weight).pos
        above = above_one_another(tasks, setting.frame, self._case.plan)
        return {
            **plan,
            "by": office,
            "pos": round(pos, _DIGITS),
            "pos_of_bound": round(pos / plan["pos_bound"], _DIGITS) if plan["pos_bound"] else 0.0,
            "pos_so_far_with_plan": round(1 - (1 - self._pos_before) * (1 - pos), _DIGITS),
            "units": [sortie_document(each, self._case, setting.sights) for each in planned],
            "above_one_another": [pair_document(*both) for both in above],
        }

    def _tasks(self, plan: Mapping[str, Any], areas: Sequence[Mapping[str, Any]]) -> list[Task]:
        wanted = {(str(each["unit"]), int(each["sortie"])): each for each in areas}
        found = []
        for entry in plan["units"]:
            place = str(entry["unit"]), int(entry["sortie"])
            sortie, change = self._sorties.get(place), wanted.pop(place, None)
            if sortie is None:
                raise no_such_sortie(*place)
            found.append(self._as_planned(entry, sortie) if change is None else self._as_drawn(entry, change, sortie))
        for place in wanted:
            raise no_such_sortie(*place)
        return found

    def _as_planned(self, entry: Mapping[str, Any], sortie: Sortie) -> Task:
        rectangle = rectangle_of(_area(entry["area"]), sortie, self._all.setting.frame)
        way = Way(str(entry["pattern"]), rectangle, float(entry["track_spacing_m"]), int(entry["corner"]))
        return Task(sortie, way, legs_of_document(entry["legs"]), _is_drifting(entry))

    def _as_drawn(self, entry: Mapping[str, Any], change: Mapping[str, Any], sortie: Sortie) -> Task:
        return drawn(
            sortie,
            _area(change["area"]),
            self._all.setting.frame,
            pattern=str(change.get("pattern") or entry["pattern"]),
            spacing_m=change.get("track_spacing_m"),
            corner=int(entry["corner"]),
            drifting=_is_drifting(entry),
        )

    def _pod(self, task: Task) -> Floats:
        """Return the chance of a task to find each hypothesis of the choice, counted once."""
        legs = task.legs
        key = b"".join(
            [
                task.sortie.unit.unit_id.encode(),
                *(each.tobytes() for each in (legs.time_ms, legs.lon_deg, legs.lat_deg)),
            ]
        )
        if key not in self._pods:
            self._pods[key] = pod_of_sortie(self._few.cloud, legs, task.sortie)
        self._pods.move_to_end(key)
        while len(self._pods) > _KEPT:
            self._pods.popitem(last=False)
        return self._pods[key]

    def _unit(self, task: Task, found: PlannedSortie, problem: InvalidInput | None) -> dict[str, Any]:
        told = sortie_document(found, self._case, self._all.setting.sights)
        names = ("unit", "sortie", "pattern", "track_spacing_m", "pos", "pod", "poc", "coverage", "ends", "legs")
        return {
            **{name: told[name] for name in names},
            "fits": is_complete(task, self._all.setting.frame),
            "problem": problem,
            "corners": told["area"]["corners"],
        }


def serve(line: Connection, folder: str) -> None:
    """Run in the spawned process: answer what is asked until nobody asks any more; an error of ours is an answer."""
    trial: Trial | None = None
    with line:
        while True:
            try:
                ask, *what = line.recv()
            except EOFError:
                return
            try:
                if ask == "load":
                    document, account, wanted = what
                    trial = Trial(document, account, wanted, Path(folder))
                    line.send(True)
                else:
                    assert trial is not None, "a case is loaded before anything is asked of it"
                    line.send(trial.tried(*what) if ask == "try" else trial.kept(*what))
            except ComityError as error:
                line.send(error)


def _read(folder: Path) -> tuple[str, Cloud, Floats, float]:
    stands = orjson.loads((folder / BASIS_FILE).read_bytes())
    learnt = orjson.loads((folder / LEARNT_FILE).read_bytes())
    weight: Floats = np.load(folder / WEIGHTS_FILE, allow_pickle=False)
    return str(stands["basis"]), read_cloud(folder / PARTICLES_FILE), weight, float(learnt["pos_so_far"])


def _few(cloud: Cloud, setting: Setting) -> _Ground:
    """Return an even choice of hypotheses; the stride is odd because neighbours are mirror images."""
    count = cloud.object_index.size
    stride = -(-count // MOST_TRIED) | 1
    chosen = slice(None, None, stride)
    known, weight = (each[chosen] * (each.sum() / each[chosen].sum()) for each in (setting.known, setting.weight))
    return _Ground(cloud.chosen(chosen), replace(setting, known=known, weight=weight))


def _area(told: Mapping[str, Any]) -> SearchArea:
    return SearchArea(*(float(told[name]) for name in ("lon_deg", "lat_deg", "length_m", "width_m", "bearing_deg")))


def _is_drifting(entry: Mapping[str, Any]) -> bool:
    drift = entry["area"]["drift_m_s"]
    return bool(drift["east"] or drift["north"])
