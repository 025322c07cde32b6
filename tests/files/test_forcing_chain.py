"""Several sources in order of trust, even flows, observations on scene, waves: what is taken from where, and said."""

from pathlib import Path
from typing import Any

import netCDF4
import numpy as np
import pytest

from comity.files.boxes import Box
from comity.files.forcing import read_field, read_forcing
from comity.ground import InvalidInput, instant_text, parse_instant
from comity.rescue import EvenFlow, Observation, Series, VectorField, case_of
from tests.files.netcdf_files import forcing_file

BOX = Box(4.4, 36.2, 5.6, 37.2)
PERIOD = (parse_instant("2008-08-06T00:30:00Z"), parse_instant("2008-08-06T02:30:00Z"))
HOUR_MS = 3_600_000


def series(*paths: Path) -> Series:
    return Series(tuple(str(each) for each in paths))


def value_at(field: VectorField, lat: float, lon: float, at_ms: int = PERIOD[0]) -> tuple[float, float]:
    """The field at a place of a regular grid and an instant, bilinear and linear."""
    made = field.lattice
    rows, columns = (
        np.interp(part, (0, 1), ends)
        for part, ends in (
            ((lat - made.south_deg) / made.step_lat_deg, (made.row[0, 0], made.row[1, 0])),
            ((lon - made.west_deg) / made.step_lon_deg, (made.column[0, 0], made.column[0, 1])),
        )
    )
    i, j = int(min(rows, field.east_m_s.shape[1] - 2)), int(min(columns, field.east_m_s.shape[2] - 2))
    a, b = rows - i, columns - j
    found = []
    for values in (field.east_m_s, field.north_m_s):
        cell = values[:, i : i + 2, j : j + 2].astype(float)
        by_time = np.einsum("tij,i,j->t", cell, [1 - a, a], [1 - b, b])
        found.append(float(np.interp(at_ms, field.time_ms, by_time)))
    return found[0], found[1]


def test_an_even_flow_is_the_same_everywhere_and_always() -> None:
    field, origin = read_field([EvenFlow(0.2, -0.1)], "current", box=BOX, period_ms=PERIOD, reach_m=5e4)
    assert value_at(field, 36.5, 5.0) == pytest.approx((0.2, -0.1))
    assert (field.time_ms[0], field.time_ms[-1]) == PERIOD
    assert [each.share for each in origin.parts] == [1.0]
    assert origin.covers.west_deg < BOX.west_deg


def test_where_the_first_source_has_no_value_the_next_one_is_asked_and_the_shares_are_said(tmp_path: Path) -> None:
    first = forcing_file(tmp_path / "first.nc", value=0.5)
    with netCDF4.Dataset(first, "a") as data:
        data["uo"][:, :2] = np.ma.masked
    second = forcing_file(tmp_path / "second.nc", value=-0.5)
    field, origin = read_field([series(first), series(second)], "current", box=BOX, period_ms=PERIOD)
    assert field.east_m_s[0, :, 0].tolist() == [-0.5, -0.5, 0.5, 0.5]
    assert [each.share for each in origin.parts] == [0.5, 0.5]
    assert origin.taken is not None
    assert origin.taken[0, :, 0].tolist() == [1, 1, 0, 0]
    assert field.source == "first.nc + second.nc"


def test_a_small_fine_grid_is_continued_at_its_own_spacing_by_a_wide_coarse_one(tmp_path: Path) -> None:
    fine = forcing_file(tmp_path / "fine.nc", lat=np.arange(36.5, 36.91, 0.1), lon=np.arange(4.8, 5.21, 0.1), value=1.0)
    coarse = forcing_file(tmp_path / "coarse.nc", lat=range(35, 39), lon=range(3, 8), value=0.0)
    field, origin = read_field([series(fine), series(coarse)], "current", box=BOX, period_ms=PERIOD, reach_m=2e4)
    assert value_at(field, 36.7, 5.0)[0] == pytest.approx(1.5)
    assert value_at(field, 36.3, 4.5)[0] == pytest.approx(0.5)
    step = 1 / (field.lattice.row[1, 0] - field.lattice.row[0, 0]) * field.lattice.step_lat_deg
    assert step == pytest.approx(0.1)
    assert origin.parts[1].share > 0.7
    with pytest.raises(InvalidInput) as caught:
        read_field([series(fine)], "current", box=BOX, period_ms=PERIOD)
    assert caught.value.code == "files.outside_box"


def test_a_gap_in_time_is_filled_by_the_next_source_at_its_own_instants(tmp_path: Path) -> None:
    first = forcing_file(tmp_path / "first.nc", hours=(-4, -3, -2, -1, 0, 4, 5))
    second = forcing_file(tmp_path / "second.nc", hours=(0, 1, 2, 3, 4), value=10.0)
    period = PERIOD[0], PERIOD[0] + 3 * HOUR_MS
    field, origin = read_field([series(first), series(second)], "current", box=BOX, period_ms=period)
    assert [instant_text(int(t))[11:13] for t in field.time_ms] == ["00", "01", "02", "03", "04"]
    assert field.east_m_s[:, 0, 0].tolist() == [0.25, 11.0, 12.0, 13.0, 4.25]
    assert origin.parts[0].share == pytest.approx(2 / 5)


def test_an_even_flow_fills_a_gap_and_ends_with_it(tmp_path: Path) -> None:
    first = forcing_file(tmp_path / "first.nc", hours=(-4, -3, -2, -1, 0, 1))
    period = PERIOD[0], PERIOD[0] + 5 * HOUR_MS
    field, _ = read_field([series(first), EvenFlow(7.0, 0.0)], "current", box=BOX, period_ms=period)
    assert value_at(field, 36.5, 5.0, PERIOD[0])[0] == pytest.approx(0.75)
    assert value_at(field, 36.5, 5.0, PERIOD[0] + HOUR_MS)[0] == pytest.approx(7.0)
    assert field.time_ms[-1] == period[1]


def test_sources_that_together_leave_a_gap_are_refused(tmp_path: Path) -> None:
    first = forcing_file(tmp_path / "first.nc", hours=(-2, -1, 0))
    second = forcing_file(tmp_path / "second.nc", hours=(3, 4, 5))
    with pytest.raises(InvalidInput) as caught:
        read_field([series(first), series(second)], "current", box=BOX, period_ms=PERIOD)
    assert caught.value.code == "files.gap_in_series"
    with pytest.raises(InvalidInput) as caught:
        read_field([series(first), series(first)], "current", box=BOX, period_ms=PERIOD)
    assert caught.value.code == "files.outside_period"
    far = forcing_file(tmp_path / "far.nc", lat=(50, 51), lon=(4, 5))
    with pytest.raises(InvalidInput) as caught:
        read_field([series(far), series(far)], "current", box=BOX, period_ms=PERIOD)
    assert caught.value.code in {"files.outside_box", "files.outside_period"}


def test_a_source_that_has_nothing_for_the_case_keeps_its_place_and_its_name(tmp_path: Path) -> None:
    far = forcing_file(tmp_path / "far.nc", lat=(50, 51), lon=(4, 5))
    near = forcing_file(tmp_path / "near.nc")
    field, origin = read_field([series(far), series(near)], "current", box=BOX, period_ms=PERIOD)
    assert [(each.name, each.share) for each in origin.parts] == [("far.nc", 0.0), ("near.nc", 1.0)]
    assert origin.variables == ("uo", "vo")
    assert field.east_m_s[:, 0, 0].tolist() == [0.25, 1.25, 2.25, 3.25]


def test_next_to_the_coast_of_a_model_an_even_flow_keeps_off_the_first_node(tmp_path: Path) -> None:
    file = forcing_file(tmp_path / "a.nc", lat=np.arange(36, 37.6, 0.25))
    with netCDF4.Dataset(file, "a") as data:
        data["uo"][:, :4] = np.ma.masked
    field, origin = read_field([series(file), EvenFlow(9.0, 9.0)], "current", box=BOX, period_ms=PERIOD)
    assert field.east_m_s[0, :5, 2].tolist() == [9.0, 9.0, 9.0, pytest.approx(np.nan, nan_ok=True), 0.25]
    assert origin.taken is not None
    assert origin.taken[0, :5, 2].tolist() == [1, 1, 1, -1, 0]


def on_scene(**keys: Any) -> Observation:
    known = {"lat_deg": 36.73, "lon_deg": 5.11, "time_ms": PERIOD[0] + 900_000, "east_m_s": 1.0, "north_m_s": 0.4}
    rest = {"quantity": "current", "weight": 1.0, "reach_m": 30e3, "reach_s": 3600.0}
    return Observation(**{**known, **rest, **keys})


def _observed(*observations: Observation) -> VectorField:
    made = read_forcing(
        [EvenFlow(0.0, 0.0)], [EvenFlow(5.0, 0.0)], box=BOX, period_ms=PERIOD, reach_m=1e5, observations=observations
    )
    assert made.provenance[0].observations == observations
    assert not made.provenance[1].observations
    return made.current


def test_an_observation_is_met_where_and_when_it_was_made_and_fades_with_distance_and_time(tmp_path: Path) -> None:
    file = forcing_file(tmp_path / "a.nc", lat=np.arange(35, 39, 0.1), lon=np.arange(3, 7, 0.1), hours=(0, 3))
    with netCDF4.Dataset(file, "a") as data:
        data["uo"][:], data["vo"][:] = 0.0, 0.0
    each = on_scene()
    made = read_forcing(
        [series(file)], [EvenFlow(5.0, 0.0)], box=BOX, period_ms=PERIOD, reach_m=1e5, observations=[each]
    ).current
    assert value_at(made, 36.73, 5.11, each.time_ms) == pytest.approx((1.0, 0.4), abs=1e-5)
    later = value_at(made, 36.73, 5.11, each.time_ms + HOUR_MS)[0]
    assert later == pytest.approx(np.exp(-0.5), abs=1e-4)
    north = value_at(made, 36.73 + 37 / 111, 5.11, each.time_ms)[0]
    assert 0.5 < north < 0.75, "about a reach away: exp(−½), less what the nearest cell takes whole"
    assert abs(value_at(made, 38.5, 6.5, each.time_ms)[0]) < 1e-3


def test_observations_near_one_another_are_averaged_and_half_a_weight_goes_half_the_way(tmp_path: Path) -> None:
    two = _observed(on_scene(east_m_s=1.0), on_scene(east_m_s=0.0))
    assert value_at(two, 36.73, 5.11, on_scene().time_ms)[0] == pytest.approx(0.5, abs=1e-5)
    half = _observed(on_scene(weight=0.5))
    assert value_at(half, 36.73, 5.11, on_scene().time_ms)[0] == pytest.approx(0.5, abs=1e-5)


def test_waves_are_added_to_the_current_and_named_beside_it(tmp_path: Path) -> None:
    waves = forcing_file(tmp_path / "waves.nc", names=("VSDX", "VSDY"), value=0.1, hours=(0, 3))
    current = forcing_file(tmp_path / "current.nc", lat=np.arange(36, 37.6, 0.25))
    made = read_forcing([current], [EvenFlow(5.0, 0.0)], box=BOX, period_ms=PERIOD, waves=[series(waves)])
    alone = read_forcing([current], [EvenFlow(5.0, 0.0)], box=BOX, period_ms=PERIOD)
    added = np.array(value_at(made.current, 36.6, 5.0)) - value_at(alone.current, 36.6, 5.0)
    assert added == pytest.approx((0.6, -0.6), abs=1e-5)  # 0.1 plus the half hour, as the file has it
    assert [each.quantity for each in made.provenance] == ["current", "wind", "waves"]


def test_a_case_names_its_sources_in_order_and_what_was_observed() -> None:
    document: dict[str, Any] = {
        "case": {"id": "t"},
        "forcing": {
            "currents": [["model_*.nc"], "fallback.nc", {"east_m_s": 0.2, "north_m_s": 0}],
            "wind": "wind.nc",
            "waves": ["waves.nc"],
            "stale_after_h": 12,
        },
        "observation": [
            {"quantity": "current", "lat": 37, "lon": 5, "time": "2008-08-06T01:00:00Z", "set_deg": 90, "drift_kt": 1},
            {
                "quantity": "wind",
                "lat": 37,
                "lon": 5,
                "time": "2008-08-06T01:00:00Z",
                "from_deg": 0,
                "speed_kt": 10,
                "source": "log of the searching ship",
            },
        ],
        "object": [{"leeway": 26}],
        "scenario": [
            {"kind": "last_known_position", "lat": 37, "lon": 5, "position_error_m": 1, "time": "2008-08-06T00:00:00Z"}
        ],
        "run": {"until": "2008-08-06T09:00:00Z"},
    }
    case = case_of(document)
    assert case.currents == (Series(("model_*.nc",)), Series(("fallback.nc",)), EvenFlow(0.2, 0.0))
    assert case.wind == (Series(("wind.nc",)),)
    assert case.waves == (Series(("waves.nc",)),)
    assert case.stale_after_s == 12 * 3600
    water, air = case.observations
    assert (water.east_m_s, water.north_m_s) == pytest.approx((1852 / 3600, 0.0))
    assert (air.east_m_s, air.north_m_s) == pytest.approx((0.0, -10 * 1852 / 3600))
    assert case.sources["[[observation]] 2"] == "log of the searching ship"
    for key, value, code in (
        ("currents", [["a.nc"], []], "rescue.not_text"),
        ("currents", {"east_m_s": 99, "north_m_s": 0}, "rescue.out_of_range"),
        ("currents", {"east_m_s": 1}, "rescue.missing_key"),
        ("currents", [5], "rescue.not_text"),
    ):
        broken = {**document, "forcing": {**document["forcing"], key: value}}
        with pytest.raises(InvalidInput) as caught:
            case_of(broken)
        assert caught.value.code == code
    for change in ({"set_deg": 400}, {"drift_kt": None}, {"east_m_s": 1.0}, {"quantity": "waves"}, {"weight": 2}):
        with pytest.raises(InvalidInput):
            case_of({**document, "observation": [{**document["observation"][0], **change}]})
