"""A track is read from GPX as plotters write it, or refused. Authority: the GPX 1.1 schema (Topografix)."""

from pathlib import Path

import pytest

from comity.files.cases import read_case
from comity.files.charts.gpx import read_track
from comity.ground import InvalidInput, instant_text
from comity.rescue import Voyage, WayPoint

POINTS = """<trk><name>EXAMPLE</name><trkseg>
<trkpt lat="37.00" lon="5.00"><ele>0</ele><time>2008-08-06T02:00:00Z</time></trkpt>
<trkpt lat="37.10" lon="5.20"><time>2008-08-06T03:00:00.500Z</time></trkpt>
</trkseg><trkseg><trkpt lat="37.20" lon="5.40"><time>2008-08-06T05:00:00Z</time></trkpt></trkseg></trk>"""
ROUTE = '<rte><rtept lat="37.0" lon="5.0"/><rtept lat="37.5" lon="5.0"/></rte>'


def gpx(path: Path, inside: str, namespace: str = "http://www.topografix.com/GPX/1/1") -> Path:
    path.write_text(f'<gpx version="1.1" creator="EXAMPLE" xmlns="{namespace}"><metadata/>{inside}</gpx>')
    return path


@pytest.mark.parametrize("version", ["1/1", "1/0"])
def test_the_segments_of_a_track_are_one_way(tmp_path: Path, version: str) -> None:
    points = read_track(gpx(tmp_path / "a.gpx", POINTS, f"http://www.topografix.com/GPX/{version}"))
    assert [(each.lat_deg, each.lon_deg) for each in points] == [(37.0, 5.0), (37.1, 5.2), (37.2, 5.4)]
    assert instant_text(points[1].time_ms or 0).startswith("2008-08-06T03:00:00")


def test_a_route_without_times_is_read_where_there_is_no_track(tmp_path: Path) -> None:
    assert read_track(gpx(tmp_path / "a.gpx", ROUTE)) == (WayPoint(37.0, 5.0, None), WayPoint(37.5, 5.0, None))


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("", "files.not_one_track"),
        (POINTS + POINTS, "files.not_one_track"),
        ("<trk><trkseg/></trk>", "files.not_one_track"),
        ('<trk><trkseg><trkpt lat="97" lon="5"/></trkseg></trk>', "files.bad_track_point"),
        ('<trk><trkseg><trkpt lat="nan" lon="5"/></trkseg></trk>', "files.bad_track_point"),
        ('<trk><trkseg><trkpt lon="5"/></trkseg></trk>', "files.bad_track_point"),
        (POINTS.replace("02:00:00Z", "2 o'clock"), "files.bad_track_point"),
    ],
)
def test_what_is_no_track_is_refused_with_the_file_and_the_point(tmp_path: Path, inside: str, code: str) -> None:
    with pytest.raises(InvalidInput, match=r"a\.gpx") as caught:
        read_track(gpx(tmp_path / "a.gpx", inside))
    assert caught.value.code == code


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    (tmp_path / "a.gpx").write_text('<!DOCTYPE gpx [<!ENTITY a "b">]><gpx>&a;</gpx>')
    with pytest.raises(InvalidInput) as caught:
        read_track(tmp_path / "a.gpx")
    assert caught.value.code == "files.xml_document_type"


CASE = """
[case]
id = "example-voyage"
[forcing]
currents = {{ east_m_s = 0.1, north_m_s = 0 }}
wind = [["wind.nc"], {{ east_m_s = 5.0, north_m_s = 0.0 }}]
[[object]]
leeway = 26
[[scenario]]
kind = "voyage"
track = "a.gpx"
position_error_m = 500
{more}
[run]
until = {until}
"""


def test_a_case_sails_the_track_that_it_names(tmp_path: Path) -> None:
    gpx(tmp_path / "a.gpx", POINTS)
    file = tmp_path / "case.toml"
    file.write_text(CASE.format(more="", until="2008-08-06T12:00:00Z"))
    case = read_case(file)
    (voyage,) = case.scenarios
    assert isinstance(voyage, Voyage)
    assert len(voyage.track) == 3
    file.write_text(CASE.format(more="", until="2008-08-06T04:00:00Z"))
    with pytest.raises(InvalidInput) as caught:
        read_case(file)
    assert caught.value.code == "rescue.ends_before_start"


def test_a_route_without_times_needs_departure_and_speed(tmp_path: Path) -> None:
    gpx(tmp_path / "a.gpx", ROUTE)
    file = tmp_path / "case.toml"
    file.write_text(CASE.format(more="", until="2008-08-06T12:00:00Z"))
    with pytest.raises(InvalidInput, match="departed and speed_kt") as caught:
        read_case(file)
    assert caught.value.code == "rescue.track_without_times"
    file.write_text(CASE.format(more="departed = 2008-08-06T02:00:00Z\nspeed_kt = 10", until="2008-08-06T12:00:00Z"))
    (voyage,) = read_case(file).scenarios
    assert isinstance(voyage, Voyage)
