"""What an officer writes of units and conditions becomes SI, and what cannot be is refused by name."""

from typing import Any

import pytest

from comity.ground import InvalidInput, parse_instant
from comity.rescue import Case, case_of


def document(**unit: Any) -> dict[str, Any]:
    return {
        "case": {"id": "test"},
        "forcing": {"currents": "c.nc", "wind": "w.nc"},
        "object": [{"leeway": 26}],
        "scenario": [
            {
                "kind": "last_known_position",
                "lat": 37.0,
                "lon": 5.0,
                "position_error_m": 1000,
                "time": "2008-08-06T00:00:00Z",
            }
        ],
        "run": {"until": "2008-08-07T00:00:00Z"},
        "unit": [
            {
                "id": "heli-1",
                "platform": "helicopter",
                "altitude_ft": 500,
                "speed_kt": 90,
                "on_scene": "2008-08-06T12:00:00Z",
                "endurance_s": 7200,
                "base": {"lat": 36.7, "lon": 5.1},
            }
            | unit
        ],
    }


def case_with(**unit: Any) -> Case:
    return case_of(document(**unit))


def test_a_unit_with_every_key_becomes_si() -> None:
    unit = case_with(
        transit_kt=120,
        total_endurance_s=14_400,
        ready="2008-08-06T10:00:00Z",
        sorties=3,
        turnaround_s=1800,
        tired=True,
        sweep_width_nm=[0.5],
        lateral_range="inverse_cube",
        patterns=["PS"],
    ).units[0]
    assert unit.transit_m_s == pytest.approx(61.73, abs=0.01)
    assert unit.ready_ms == parse_instant("2008-08-06T10:00:00Z")
    assert (unit.sorties, unit.turnaround_s, unit.total_endurance_s, unit.is_tired) == (3, 1800, 14_400, True)
    assert unit.sweep_width_m == (926.0,)
    assert (unit.lateral_range, unit.patterns) == ("inverse_cube", ("PS",))


def test_a_unit_alone_goes_out_once_with_what_the_tables_say() -> None:
    unit = case_with().units[0]
    assert (unit.sorties, unit.sweep_width_m, unit.patterns, unit.is_tired) == (1, None, None, False)
    assert unit.lateral_range == "exponential"


def test_the_plan_table_is_read_and_has_its_defaults() -> None:
    assert case_with().plan.search_share == 0.85
    assert case_with().plan.height_separation_m == pytest.approx(152.4)
    table = {
        "search_share": 0.7,
        "height_separation_ft": 1000,
        "areas": "fixed",
        "patterns": "PS",
        "survival": "ussartf",
    }
    plan = case_of(document() | {"plan": table}).plan
    assert (plan.search_share, plan.areas, plan.patterns, plan.survival) == (0.7, "fixed", ("PS",), "ussartf")
    assert plan.height_separation_m == pytest.approx(304.8)


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ({"sorties": 0}, "rescue.out_of_range"),
        ({"lateral_range": "magic"}, "rescue.not_a_choice"),
        ({"patterns": ["PS", "spiral"]}, "rescue.not_a_choice"),
        ({"sweep_width_nm": "wide"}, "rescue.not_a_number"),
        ({"tired": "very"}, "rescue.not_a_choice"),
        ({"colour": "red"}, "rescue.unknown_key"),
        ({"on_scene": "2008-08-06T12:00:00"}, "ground.naive_instant"),
    ],
)
def test_a_key_that_cannot_be_is_refused(unit: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidInput) as error:
        case_with(**unit)
    assert error.value.code == code
