"""An area that an officer draws: it stays as drawn, its legs fit the time, and what cannot be is said."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from comity.rescue import (
    Case,
    SearchArea,
    SearchUnit,
    Setting,
    Task,
    above_one_another,
    counted,
    drawn,
    is_complete,
    pod_of_sortie,
    problems_of,
    search_plan,
    searched_m,
    setting_of,
    together,
)
from tests.rescue.search_cases import drifting_cloud, unit
from tests.rescue.seas import case_with

CLOUD = drifting_cloud(count=2_000)


def setting(*units: SearchUnit) -> tuple[Case, Setting]:
    case = replace(case_with(), units=units)
    return case, setting_of(case, CLOUD)


def over_the_cloud(found: Setting, k: int = 0, *, north_m: float = 0.0, side_m: float = 12_000.0) -> SearchArea:
    lon_deg, lat_deg = found.frame.degrees(found.frame.moved_m(found.sorties[k].middle_ms) + np.array([[0.0, north_m]]))
    return SearchArea(float(lon_deg[0]), float(lat_deg[0]), side_m, side_m / 2, 70.0)


def task(found: Setting, area: SearchArea, k: int = 0, *, pattern: str = "PS", spacing_m: float | None = None) -> Task:
    return drawn(found.sorties[k], area, found.frame, pattern=pattern, spacing_m=spacing_m, corner=0, drifting=False)


@pytest.mark.parametrize("pattern", ["PS", "CS"])
def test_without_a_spacing_the_pattern_fills_the_area_and_ends_within_its_time(pattern: str) -> None:
    _, found = setting(unit())
    made = task(found, over_the_cloud(found), pattern=pattern)
    assert made.way.rectangle[2:4].tolist() == [12_000.0, 6_000.0]
    assert is_complete(made, found.frame)
    assert 0.88 < searched_m(made.legs) / found.sorties[0].track_m <= 1.0 + 1e-6


def test_a_spacing_too_narrow_for_the_time_does_not_fit_and_a_wide_one_does() -> None:
    _, found = setting(unit())
    area = over_the_cloud(found)
    assert not is_complete(task(found, area, spacing_m=200.0), found.frame)
    assert is_complete(task(found, area, spacing_m=3_000.0), found.frame)


def test_an_area_over_the_cloud_finds_more_than_one_beside_it_and_never_more_than_the_bound() -> None:
    case, found = setting(unit())
    bound = search_plan(case, CLOUD).plan.certificate.pos_bound

    def pos(north_m: float) -> float:
        made = task(found, over_the_cloud(found, north_m=north_m))
        pod = pod_of_sortie(CLOUD, made.legs, made.sortie)
        return together([counted(made, pod, CLOUD, found)], [pod], found.weight).pos

    assert bound >= pos(0.0) > 2 * pos(9_000.0)


def test_two_units_at_one_height_may_not_share_water_and_two_apart_in_height_may() -> None:
    low, same, high = unit(), unit("heli-2"), unit("heli-3", altitude_m=600.0)
    case, found = setting(low, same, high)
    here = over_the_cloud(found)
    tasks = [task(found, here, k) for k in range(3)]
    codes = [None if each is None else each.code for each in problems_of(tasks, CLOUD, found.frame, case.plan)]
    assert codes == ["rescue.areas_share_water", "rescue.areas_share_water", None]
    pairs = [(one.unit.unit_id, other.unit.unit_id) for one, other in above_one_another(tasks, found.frame, case.plan)]
    assert pairs == [("heli-1", "heli-3"), ("heli-2", "heli-3")]
    apart = [task(found, over_the_cloud(found, north_m=k * 20_000.0), k) for k in range(3)]
    assert problems_of(apart, CLOUD, found.frame, case.plan) == [None, None, None]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"total_endurance_s": 9_000.0}, "rescue.unit_out_of_range"),
        ({"ready_ms": 20_000_000}, "rescue.unit_cannot_reach"),
    ],
)
def test_an_area_out_of_reach_says_so(changed: dict[str, Any], code: str) -> None:
    case, found = setting(unit(**changed))
    near = problems_of([task(found, over_the_cloud(found))], CLOUD, found.frame, case.plan)
    far = problems_of([task(found, over_the_cloud(found, north_m=150_000.0))], CLOUD, found.frame, case.plan)
    assert near == [None]
    assert far[0] is not None
    assert far[0].code == code
