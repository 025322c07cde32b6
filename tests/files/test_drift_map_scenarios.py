"""A map shows the way of a voyage, a bearing or a silent ship and where debris lay, with their words beside it."""

from typing import Any

import pytest
from matplotlib.figure import Figure

from comity.files.charts import drift_layers
from comity.files.charts.drift_layers import START, draw_starts
from comity.rescue import case_of
from tests.files.drifts import case_document

HOURS = [f"2008-08-06T{hour:02d}:00:00Z" for hour in range(24)]
KINDS: dict[str, dict[str, Any]] = {
    "voyage": {
        "waypoints": [{"lat": 37.0, "lon": 5.0, "time": HOURS[1]}, {"lat": 37.5, "lon": 6.0, "time": HOURS[6]}],
        "position_error_m": 500,
    },
    "ais": {"lat": 37, "lon": 5, "time": HOURS[1], "silent_until": HOURS[3], "course_deg": 90, "speed_kt": 10},
    "bearing": {
        "lat": 36.8,
        "lon": 5.1,
        "bearing_deg": 30,
        "bearing_error_deg": 2,
        "distance_m": [1000, 20_000],
        "time": HOURS[2],
    },
    "debris": {
        "lat": 37,
        "lon": 5,
        "position_error_m": 100,
        "time": HOURS[8],
        "wrecked": [HOURS[1], HOURS[2]],
        "leeway": 26,
    },
    "last_known_position": {"lat": 37, "lon": 5, "position_error_m": 900, "time": HOURS[1]},
}


@pytest.mark.parametrize(
    ("kind", "lines", "circles"),
    [
        ("voyage", 2, 0),
        ("ais", 2, 0),
        ("bearing", 2, 0),
        ("debris", 2, 0),
        ("last_known_position", 1, 1),
    ],
)
def test_a_scenario_is_drawn_as_what_it_is(kind: str, lines: int, circles: int) -> None:
    case = case_of({**case_document(), "scenario": [{"kind": kind, **KINDS[kind]}]})
    axes = Figure().add_subplot()
    draw_starts(axes, case)
    assert (len(axes.lines), len(axes.patches)) == (lines, circles)
    assert {line.get_color() for line in axes.lines} == {START}
    if isinstance(case.scenarios[0], drift_layers.WAYS):
        assert axes.lines[0].get_linestyle() == ":"
