"""A case file is read strictly, or refused with the table and the key that are wrong. Authority: DESIGN.md §6."""

import copy
import tomllib
from typing import Any

import pytest

from comity.ground import InvalidInput, parse_instant
from comity.rescue import Area, Cone, LastKnownPosition, case_of

BEJAIA = """
[case]
id = "bejaia-2008-08-06"
title = "EXAMPLE: raft adrift off Béjaïa"
persons_on_board = 4
[forcing]
currents = ["Sea_Med_slice_*_Algeria.nc"]
wind = ["Wind_Med_slice_*_Algeria.nc"]
[[object]]
leeway = 26
weight = 2.0
[[object]]
leeway = "PIW-1"
[[scenario]]
kind = "last_known_position"
lat = 38.28
lon = 5.55
position_error_m = 2000
time = 2008-08-06T09:51:00Z
[run]
until = 2008-08-07T10:50:00Z
seed = 11
[[unit]]
id = "heli-1"
platform = "helicopter"
altitude_ft = 500
speed_kt = 90
on_scene = 2008-08-07T06:00:00Z
endurance_s = 7200
base = { lat = 36.71, lon = 5.07 }
[conditions]
visibility_nm = 10
wind_kt = 12
sea_m = 1.0
"""


def bejaia() -> dict[str, Any]:
    return copy.deepcopy(tomllib.loads(BEJAIA))


def refusal(document: dict[str, Any]) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        case_of(document)
    return caught.value


def test_the_case_of_the_design_is_read_with_its_defaults() -> None:
    case = case_of(bejaia())
    assert case.case_id == "bejaia-2008-08-06"
    assert [each.leeway.number for each in case.objects] == [26, 1]
    assert [each.weight for each in case.objects] == [2.0, 1.0]
    assert (case.run.step_s, case.run.particles, case.run.crosswind, case.run.scheme) == (600, 100_000, "table", "rk2")
    assert case.run.until_ms == parse_instant("2008-08-07T10:50:00Z")
    assert isinstance(case.scenarios[0], LastKnownPosition)
    assert case.scenarios[0].time_error_s == 0.0
    assert case.units[0].altitude_m == pytest.approx(152.4)
    assert case.conditions is not None
    assert case.conditions.visibility_m == 18_520.0
    assert case.desk["persons_on_board"] == 4


def test_instants_may_be_text_as_in_json() -> None:
    document = bejaia()
    document["run"]["until"] = "2008-08-07T10:50:00Z"
    assert case_of(document) == case_of(bejaia())


def test_an_area_and_a_cone_are_read() -> None:
    document = bejaia()
    document["scenario"] = [
        {
            "kind": "area",
            "polygon": [[[4.9, 37.1], [5.6, 37.1], [5.6, 37.6]]],
            "time": ["2008-08-06T00:00:00Z", "2008-08-06T06:00:00Z"],
        },
        {
            "kind": "cone",
            "lat": [37.0, 37.5],
            "lon": [5.0, 5.5],
            "position_error_m": [100, 5000],
            "time": ["2008-08-06T00:00:00Z", "2008-08-06T06:00:00Z"],
        },
    ]
    area, cone = case_of(document).scenarios
    assert isinstance(area, Area)
    assert area.to_ms - area.from_ms == 6 * 3_600_000
    assert isinstance(cone, Cone)
    assert cone.position_error_m == (100.0, 5000.0)


@pytest.mark.parametrize(
    ("table", "key", "value", "code", "named"),
    [
        ("run", "step", 600, "rescue.unknown_key", "step_s"),
        ("run", "step_s", 7000, "rescue.out_of_range", "3600"),
        ("run", "step_s", 700, "rescue.step_not_in_hour", "700"),
        ("run", "particles", 0, "rescue.out_of_range", "particles"),
        ("run", "particles", 1.5, "rescue.not_a_number", "particles"),
        ("run", "crosswind", "mirror", "rescue.not_a_choice", "opendrift"),
        ("run", "until", "2008-08-06T09:51:00Z", "rescue.ends_before_start", "scenario 1"),
        ("run", "until", 2008, "rescue.not_an_instant", "until"),
        ("case", "name", "x", "rescue.unknown_key", "name"),
        ("conditions", "visibility_nm", -1, "rescue.out_of_range", "visibility_nm"),
        ("scenario", "position_error_m", -1, "rescue.out_of_range", "position_error_m"),
        ("scenario", "time_error_s", -1, "rescue.out_of_range", "time_error_s"),
        ("scenario", "lat", 91, "rescue.out_of_range", "lat"),
        ("scenario", "lat", "38.28", "rescue.not_a_number", "quotation marks"),
        ("scenario", "lon", float("nan"), "rescue.not_a_number", "lon"),
        ("scenario", "weight", 0, "rescue.out_of_range", "weight"),
        ("scenario", "kind", "journey", "rescue.not_a_choice", "last_known_position"),
        ("object", "leeway", 86, "rescue.unknown_leeway", "1 to 85"),
        ("object", "leeway", "PIW1", "rescue.unknown_leeway", "PIW-1"),
        ("object", "leeway", True, "rescue.not_text", "leeway"),
        ("forcing", "currents", [], "rescue.not_text", "currents"),
        ("unit", "platform", "drone", "rescue.not_a_choice", "helicopter"),
    ],
)
def test_what_is_wrong_is_named(table: str, key: str, value: Any, code: str, named: str) -> None:
    document = bejaia()
    where = document[table][0] if isinstance(document[table], list) else document[table]
    where[key] = value
    error = refusal(document)
    assert error.code == code
    assert named in str(error)


def test_a_missing_key_a_missing_table_and_an_empty_list_are_refused() -> None:
    for table, code in (("run", "rescue.missing_key"), ("scenario", "rescue.missing_key")):
        document = bejaia()
        del document[table]
        assert refusal(document).code == code
    document = bejaia()
    document["object"] = []
    assert refusal(document).code == "rescue.not_a_table"
    document = bejaia()
    del document["scenario"][0]["lat"]
    assert refusal(document).code == "rescue.missing_key"


def test_a_time_without_a_zone_is_refused() -> None:
    document = tomllib.loads(BEJAIA.replace("2008-08-07T10:50:00Z", "2008-08-07T10:50:00"))
    assert refusal(document).code == "ground.naive_instant"


def test_a_helicopter_needs_its_altitude_and_a_boat_does_not() -> None:
    document = bejaia()
    del document["unit"][0]["altitude_ft"]
    assert refusal(document).code == "rescue.missing_key"
    document["unit"][0]["platform"] = "boat"
    assert case_of(document).units[0].altitude_m is None


@pytest.mark.parametrize("polygon", [[], [[[1, 2], [3, 4]]], [[1, 2], [3, 4], [5, 6]], 5, ""])
def test_a_polygon_is_a_list_of_rings_of_three_corners_or_more(polygon: Any) -> None:
    document = bejaia()
    document["scenario"] = [{"kind": "area", "polygon": polygon, "time": "2008-08-06T00:00:00Z"}]
    assert refusal(document).code == "rescue.not_a_polygon"


@pytest.mark.parametrize(("lon", "way"), [((179.5, -179.5), (179.5, 180.5)), ((-179.5, 179.5), (-179.5, -180.5))])
def test_a_cone_over_the_antimeridian_takes_the_short_way(lon: tuple[float, float], way: tuple[float, float]) -> None:
    document = bejaia()
    document["scenario"] = [
        {
            "kind": "cone",
            "lat": [37.0, 37.2],
            "lon": list(lon),
            "position_error_m": [100, 200],
            "time": ["2008-08-06T08:00:00Z", "2008-08-06T09:00:00Z"],
        }
    ]
    (cone,) = case_of(document).scenarios
    assert isinstance(cone, Cone)
    assert cone.lon_deg == way
