"""What a run of scores tells where tracks are short, far apart, or outside the fields. Authority: flows by hand."""

from pathlib import Path

import numpy as np
import pytest

from comity.files.drifter_skill import SkillSettings, run_skill, score_slicks
from comity.files.idealised import write_idealised_forcing
from comity.files.slicks import Slick
from comity.ground import MS_PER_HOUR, InvalidInput, parse_instant
from comity.rescue import Case, Track, case_of
from tests.soak import in_soak

FIRST_MS = parse_instant("2020-09-02T00:00:00Z")
SETTINGS = SkillSettings(every_s=86_400, horizons_s=(21_600,), particles=200, position_error_m=100.0)
SQUARE = ((5.0, 38.0), (5.1, 38.0), (5.1, 38.1), (5.0, 38.1))


def case_in(currents: object, wind: object, **scenario: object) -> Case:
    return case_of(
        {
            "case": {"id": "skill-2"},
            "forcing": {"currents": currents, "wind": wind},
            "object": [{"wind_drift": 0.016}],
            "scenario": [{"kind": "area", "polygon": [SQUARE], "time": "2020-09-02T00:00:00Z", **scenario}],
            "run": {"until": "2020-09-02T12:00:00Z", "step_s": 3600, "particles": 4000},
        }
    )


EVEN = case_in({"east_m_s": 0.2, "north_m_s": 0.0}, {"east_m_s": 0.0, "north_m_s": 0.0})


def adrift(name: str, lon_deg: float, lat_deg: float, hours: int = 12) -> Track:
    time_ms = FIRST_MS + np.arange(hours + 1) * MS_PER_HOUR
    lon = (lon_deg + 0.0082 * np.arange(hours + 1)).astype(np.float64)
    return Track(name, time_ms.astype(np.int64), lon, np.full(hours + 1, lat_deg))


@in_soak
def test_drifters_of_far_seas_and_of_both_sides_of_the_date_line_are_scored_alike() -> None:
    places = {"west": (-179.97, -45.0), "east": (179.95, 45.0), "south": (20.0, -60.0), "north": (3.0, 71.0)}
    run = run_skill(EVEN, [adrift(name, *place) for name, place in places.items()], SETTINGS)
    assert (run.windows, run.left_out) == (4, 0)
    for each in run.scores:
        assert each.separation_m < 6000
        assert each.level < 0.95


def test_tracks_too_short_for_any_horizon_are_told_so() -> None:
    with pytest.raises(InvalidInput) as caught:
        run_skill(EVEN, [adrift("a", 5.0, 38.0, hours=3)], SETTINGS)
    assert caught.value.code == "files.no_window"
    assert "3.0 hours" in str(caught.value)


def test_where_the_fields_cover_no_drifter_the_reason_is_given_and_where_they_cover_some_the_rest_is_counted(
    tmp_path: Path,
) -> None:
    write_idealised_forcing(tmp_path, first_ms=FIRST_MS, last_ms=FIRST_MS + 12 * MS_PER_HOUR)
    files = [[str(each)] for each in sorted(tmp_path.glob("*.nc"))]
    current, wind = (next(each for each in files if name in each[0]) for name in ("current", "wind"))
    case = case_in(current, wind)
    with pytest.raises(InvalidInput) as caught:
        run_skill(case, [adrift("far", -60.0, 38.0)], SETTINGS)
    assert caught.value.code == "files.outside_box"
    run = run_skill(case, [adrift("far", -60.0, 38.0), adrift("near", 5.2, 37.5)], SETTINGS)
    assert (run.windows, run.left_out) == (2, 1)
    assert [each.drifter for each in run.scores] == ["near"]


def test_slicks_seen_at_several_times_are_each_laid_over_the_map_of_their_time() -> None:
    def seen(hours: int, *, off: int = 0) -> Slick:
        east_deg = 0.0082 * (hours - off)
        return Slick(FIRST_MS + hours * MS_PER_HOUR, ((tuple((lon + east_deg, lat) for lon, lat in SQUARE),),))

    exact = case_in({"east_m_s": 0.2, "north_m_s": 0.0}, {"east_m_s": 0.0, "north_m_s": 0.0})
    half_past = Slick(FIRST_MS + 5 * MS_PER_HOUR // 2, seen(2).parts)
    scores = score_slicks(exact, [half_past, seen(6), seen(12), seen(12, off=12)])
    assert [each.seen_ms for each in scores[:3]] == [FIRST_MS + h for h in (9_000_000, 21_600_000, 43_200_000)]
    assert scores[0].poc > scores[1].poc > scores[2].poc > scores[3].poc + 0.05
    assert score_slicks(exact, [Slick(None, seen(12).parts)])[0] == scores[2]
    with pytest.raises(InvalidInput) as caught:
        score_slicks(exact, [seen(-3)])
    assert caught.value.code == "rescue.ends_before_start"
