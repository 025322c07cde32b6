"""A case on disk: paths resolve against the case file, areas are read, and what is wrong is named."""

import json
from pathlib import Path

import pytest

from comity.files import read_case
from comity.files.cases import resolved_case
from comity.files.shipped import shipped
from comity.ground import InvalidInput
from comity.rescue import Area, Series, case_of

CASE = """
[case]
id = "a-1"
[forcing]
currents = ["fields/current_*.nc"]
wind = ["/data/wind.nc"]
[[object]]
leeway = 26
[[scenario]]
kind = "area"
polygon = "area.geojson"
time = [2008-08-06T09:51:00Z, 2008-08-06T10:51:00Z]
[run]
until = 2008-08-07T10:50:00Z
"""
SQUARE = [[4.9, 37.1], [5.6, 37.1], [5.6, 37.6], [4.9, 37.6], [4.9, 37.1]]


def _write(folder: Path, geometry: object) -> Path:
    (folder / "area.geojson").write_text(json.dumps(geometry))
    (folder / "case.toml").write_text(CASE)
    return folder / "case.toml"


@pytest.mark.parametrize("wrap", ["geometry", "feature", "collection"])
def test_an_area_is_read_from_geojson_and_paths_start_at_the_case_file(tmp_path: Path, wrap: str) -> None:
    polygon: object = {"type": "Polygon", "coordinates": [SQUARE]}
    if wrap != "geometry":
        polygon = {"type": "Feature", "properties": {}, "geometry": polygon}
    if wrap == "collection":
        polygon = {"type": "FeatureCollection", "features": [polygon]}
    case = read_case(_write(tmp_path, polygon))
    assert case.currents == (Series((str(tmp_path / "fields" / "current_*.nc"),)),)
    assert case.wind == (Series(("/data/wind.nc",)),)
    [scenario] = case.scenarios
    assert isinstance(scenario, Area)
    assert scenario.polygon == (tuple((lon, lat) for lon, lat in SQUARE[:-1]),)


def test_an_area_of_several_parts_is_read_from_geojson_and_from_corners(tmp_path: Path) -> None:
    other = [[lon + 1, lat] for lon, lat in SQUARE]
    whole = _write(tmp_path, {"type": "MultiPolygon", "coordinates": [[SQUARE], [other]]})
    (tmp_path / "slicks.csv").write_text(
        "slick,lat,lon\n" + "".join(f"{n},{y},{x}\n" for n, ring in enumerate((SQUARE, other)) for x, y in ring)
    )
    (tmp_path / "corners.toml").write_text(CASE.replace("area.geojson", "slicks.csv"))
    ours = [read_case(each).scenarios[0] for each in (whole, tmp_path / "corners.toml")]
    assert ours[0] == ours[1]
    assert isinstance(ours[0], Area)
    assert [len(ring) for ring in ours[0].polygon] == [4, 4]


@pytest.mark.parametrize(
    "geometry", [{"type": "Point", "coordinates": [5, 37]}, [], {"type": "FeatureCollection", "features": []}]
)
def test_an_area_that_is_no_polygon_is_refused_by_name(tmp_path: Path, geometry: object) -> None:
    with pytest.raises(InvalidInput, match=r"area\.geojson") as caught:
        read_case(_write(tmp_path, geometry))
    assert caught.value.code == "files.unreadable_case"


@pytest.mark.parametrize("content", [b"[case\nid=", b"\xff\xfe"])
def test_a_case_that_is_not_toml_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "case.toml").write_bytes(content)
    with pytest.raises(InvalidInput, match=r"case\.toml") as caught:
        read_case(tmp_path / "case.toml")
    assert caught.value.code == "files.unreadable_case"


def test_a_case_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"absent\.toml"):
        read_case(tmp_path / "absent.toml")


def test_the_example_case_is_a_case_and_says_that_it_is_an_example() -> None:
    file = shipped("examples") / "cases" / "bejaia-2008-08-06.toml"
    assert read_case(file).case_id == "bejaia-2008-08-06"
    assert "EXAMPLE / EXEMPLE / مثال" in file.read_text("utf-8")


@pytest.mark.parametrize("address", ["http://127.0.0.1:8800/api", "dods://[::1]/a.nc", "https://evil.example/x.nc"])
def test_a_case_of_somebody_else_asks_no_server_that_is_not_allowed(address: str, tmp_path: Path) -> None:
    document = {
        "case": {"id": "a-1"},
        "forcing": {"currents": [["currents.nc"], [address]], "wind": "wind.nc"},
        "object": [{"leeway": 26}],
        "scenario": [
            {"kind": "last_known_position", "lat": 37, "lon": 5, "position_error_m": 0, "time": "2008-08-06T09:51:00Z"}
        ],
        "run": {"until": "2008-08-07T10:50:00Z"},
    }
    case = case_of(document)
    with pytest.raises(InvalidInput) as caught:
        resolved_case(case, tmp_path)
    assert caught.value.code == "files.address_not_allowed"
    assert "/api" not in str(caught.value)
    with pytest.raises(InvalidInput):
        resolved_case(case, tmp_path, hosts=("thredds.example",))
    for hosts in (None, ("127.0.0.1", "::1", "evil.example")):
        assert resolved_case(case, tmp_path, hosts=hosts).currents[1] == Series((address,))


def test_an_area_is_never_read_from_a_file_that_is_no_table_and_no_geojson(tmp_path: Path) -> None:
    (tmp_path / "area.geojson").write_text("{}")
    (tmp_path / "secret.key").write_text("lat,lon\nabc,def\n")
    (tmp_path / "case.toml").write_text(CASE.replace("area.geojson", "secret.key"))
    with pytest.raises(InvalidInput) as caught:
        read_case(tmp_path / "case.toml")
    assert "abc" not in str(caught.value)
