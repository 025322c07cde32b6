"""From a case and its cloud to a plan: what the units see, when they search, and the manual plan beside it.

Units: metres, milliseconds since 1970; probabilities are numbers from 0 to 1.
"""

from dataclasses import dataclass

import numpy as np

from comity.ground import Floats, InvalidInput, date_time_group
from comity.rescue.case import Case
from comity.rescue.cloud import Cloud
from comity.rescue.detection import Sensor
from comity.rescue.manual_layout import ManualLayout, manual_layout
from comity.rescue.manual_plan import ManualCase
from comity.rescue.plan import Plan, Progress, plan_of, weights_of
from comity.rescue.search_frame import SearchFrame, search_frame
from comity.rescue.search_objects import search_object_of
from comity.rescue.sorties import Sortie, sorties_of
from comity.rescue.survival import SurvivalCurve, survival_by_hypothesis, survival_curve
from comity.rescue.sweep_width import SweepWidth, sweep_width
from comity.rescue.units import Conditions, SearchUnit

_IN_THE_WATER = "PIW"
"""Leeway classes of a person in the water begin so: only they are subject to a curve of survival."""


@dataclass(frozen=True)
class Sight:
    """What a unit sees of each object: the sensor, and how the tables gave it (None: the officer's own figure)."""

    sensor: Sensor
    widths: tuple[SweepWidth | None, ...]


@dataclass(frozen=True)
class SearchPlan:
    """A plan of a case, with what each unit sees, by its id, and how the manual plan was made.

    Where survival counts, every POS of the plan is the chance to find the object alive, `alive` is the probability that
    it is alive when the first sortie begins, and `survival` the curve that says so.
    """

    plan: Plan
    sights: dict[str, Sight]
    manual: ManualLayout
    survival: SurvivalCurve | None = None
    alive: float = 1.0


@dataclass(frozen=True)
class Setting:
    """What a plan is made in: who can go out, what each sees, the plane that goes with the cloud, and the weights.

    Parameters
    ----------
    known
        Shape (trajectories,), sums to 1: what clues and searches have taught.
    weight
        The same, where survival counts times the share alive.
    """

    sorties: tuple[Sortie, ...]
    sights: dict[str, Sight]
    frame: SearchFrame
    known: Floats
    weight: Floats
    survival: SurvivalCurve | None


def setting_of(case: Case, cloud: Cloud, *, weight: Floats | None = None, after_ms: int | None = None) -> Setting:
    """Return what a plan of a case is made in, or `InvalidInput` for the first reason why there is none.

    The parameters are those of `search_plan`.
    """
    units = _units_after(case, after_ms)
    known = weights_of(cloud, weight)
    sights = {unit.unit_id: sight_of(unit, case) for unit in units}
    first_ms = min(unit.on_scene_ms for unit in units)
    frame = search_frame(cloud, known, int(np.clip(first_ms, cloud.time_ms[0], cloud.time_ms[-1])))
    sensors = [sights[unit.unit_id].sensor for unit in units]
    sorties = tuple(
        each
        for each in sorties_of(units, sensors, cloud, frame, case.plan)
        if after_ms is None or each.begin_ms >= after_ms
    )
    if not sorties:
        raise _no_sortie_left(after_ms or 0)
    curve, weights = _survival(case), known
    if curve is not None:
        immersed = [each.leeway.key.startswith(_IN_THE_WATER) for each in case.objects]
        begin_ms = min(each.begin_ms for each in sorties)
        weights = known * survival_by_hypothesis(cloud, curve, begin_ms, immersed)
        _check_alive(weights, begin_ms)
    return Setting(sorties, sights, frame, known, weights, curve)


def search_plan(
    case: Case,
    cloud: Cloud,
    *,
    weight: Floats | None = None,
    after_ms: int | None = None,
    worksheet: ManualCase | None = None,
    stage: int = 0,
    progress: Progress | None = None,
) -> SearchPlan:
    """Return the best plan for a case's units on its cloud, or `InvalidInput` for the first reason why there is none.

    Parameters
    ----------
    weight
        Shape (trajectories,), sums to 1: what a search has taught; None: equal weights.
    after_ms
        Plan only the sorties that begin at this instant or later; None: all of them.
    worksheet, stage
        What the manual plan begins with, and how many searches there have been; without a worksheet the manual plan is
        the square about the middle of the cloud.
    progress
        Called with the share that is done.
    """
    setting = setting_of(case, cloud, weight=weight, after_ms=after_ms)
    sorties, frame = setting.sorties, setting.frame
    manual = manual_layout(sorties, cloud, frame, setting.known, worksheet=worksheet, stage=stage)
    plan = plan_of(sorties, cloud, frame, setting.weight, manual, case.plan, progress=progress)
    return SearchPlan(plan, setting.sights, manual, setting.survival, float(setting.weight.sum()))


def _survival(case: Case) -> SurvivalCurve | None:
    """Return the curve of survival that the case asks for."""
    if case.plan.survival is None:
        return None
    water_c = None if case.conditions is None else case.conditions.water_c
    if water_c is None:
        raise InvalidInput(
            "rescue.no_water_temperature",
            "The plan is to count survival by {model}, and the case does not say how cold the water is.",
            why="the share alive depends on the temperature of the water and the time in it",
            remedy="add water_c to [conditions], or leave survival out of [plan]",
            model=case.plan.survival,
        )
    return survival_curve(case.plan.survival, water_c)


def _check_alive(weights: Floats, begin_ms: int) -> None:
    if not (weights > 0).any():
        raise InvalidInput(
            "rescue.none_alive_by_model",
            "By the survival model no hypothesis is alive at {begins}.",
            why="a chart of survival is a floor for planning: it ends no search, and it cannot plan this one",
            remedy="leave survival out of [plan], or take another model",
            begins=date_time_group(begin_ms),
        )


def _units_after(case: Case, after_ms: int | None) -> list[SearchUnit]:
    """Return the units that can still go out; one with several sorties may have some of them behind it."""
    if not case.units:
        raise InvalidInput(
            "rescue.no_units",
            "The case {case} names no unit that could search.",
            why="a plan needs at least one [[unit]] with platform, speed, time on scene and endurance",
            remedy="add the units that are offered to the case file",
            case=case.case_id,
        )
    left = [unit for unit in case.units if after_ms is None or unit.on_scene_ms >= after_ms or unit.sorties > 1]
    if not left:
        raise _no_sortie_left(after_ms or 0)
    return left


def _no_sortie_left(after_ms: int) -> InvalidInput:
    return InvalidInput(
        "rescue.no_sortie_left",
        "No sortie of the case begins at {after} or later.",
        why="what was searched until then is behind; the next plan needs units that can still go out",
        remedy="give units new times on scene, or more sorties, and let the drift run as long",
        after=date_time_group(after_ms),
    )


def sight_of(unit: SearchUnit, case: Case) -> Sight:
    """Return what a unit sees of each object of a case: its own figures, or those of the tables."""
    count = len(case.objects)
    if unit.sweep_width_m is not None:
        given = unit.sweep_width_m * count if len(unit.sweep_width_m) == 1 else unit.sweep_width_m
        if len(given) != count:
            raise InvalidInput(
                "rescue.sweep_widths_do_not_fit",
                "{unit} has {widths} sweep widths for {objects} objects.",
                why="each object is seen at its own distance",
                remedy="give one sweep width for all objects, or one for each in their order",
                unit=unit.unit_id,
                widths=len(given),
                objects=count,
            )
        return Sight(Sensor(np.array(given), unit.lateral_range), (None,) * count)
    conditions = _conditions(case)
    widths = tuple(
        sweep_width(
            name,
            unit.platform,
            altitude_m=unit.altitude_m,
            conditions=conditions,
            speed_m_s=unit.speed_m_s,
            is_tired=unit.is_tired,
        )
        for name in _search_objects(case)
    )
    return Sight(Sensor(np.array([each.sweep_width_m for each in widths]), unit.lateral_range), widths)


def _conditions(case: Case) -> Conditions:
    if case.conditions is None:
        raise InvalidInput(
            "rescue.no_conditions",
            "The case {case} does not say what the searchers will meet on scene.",
            why="sweep widths depend on visibility, wind and sea",
            remedy="add [conditions] with visibility_nm, wind_kt and sea_m, or give every unit its sweep width",
            case=case.case_id,
        )
    return case.conditions


def _search_objects(case: Case) -> tuple[str, ...]:
    """Return the tables' names of a case's objects: as given, or as their leeway classes say."""
    if case.plan.search_objects is None:
        return tuple(search_object_of(each.leeway) for each in case.objects)
    given = case.plan.search_objects
    if len(given) != len(case.objects):
        raise InvalidInput(
            "rescue.search_objects_do_not_fit",
            "[plan] names {names} search objects for {objects} objects.",
            why="each object of the case is looked up in the tables by its own name",
            remedy="name one search object for each [[object]], in their order",
            names=len(given),
            objects=len(case.objects),
        )
    return given
