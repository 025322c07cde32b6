"""A plan leaves in every format, opens in another reader, keeps hostile names as text, and has the same bytes again.

Authorities: gpxpy for GPX 1.1, the schema RTZ 1.1 of CIRM (its order, attributes and bounds are told below), OGC
07-147r2 for KML, the CoT event 2.0, pypdf for the PDF.
"""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import gpxpy
import orjson
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pypdf import PdfReader

from comity.files.charts.gpx_routes import plan_gpx
from comity.files.charts.kml import plan_kml
from comity.files.charts.leg_table import COLUMNS, legs_in_words, plan_csv
from comity.files.charts.plan_legs import legs_of_unit
from comity.files.charts.rtz import plan_rtz
from comity.files.plan_charts import PLAN_CHARTS, debrief, features, plan_charts
from comity.files.plan_results import PlanResult, areas_geojson, legs_geojson
from comity.files.standards.cot import plan_tak
from comity.files.words import LANGUAGES, words
from comity.ground import M_PER_NM, parse_instant
from tests.files.plans import HOSTILE, account, areas, plan, renamed, shifted, shifted_result

MARKS = {"en": "EXAMPLE", "fr": "EXEMPLE", "ar": "مثال"}
SPOKEN = {"plan.kml", "legs.txt", "brief.pdf"}
QUICK = sorted(PLAN_CHARTS.keys() - {"brief.pdf"})


def written(name: str, document: dict[str, Any], language: str = "en") -> bytes:
    return PLAN_CHARTS[name](document, features(areas()), words(language))


def xml_of(name: str, data: bytes) -> Iterator[etree._Element]:
    """Every XML document of a file."""
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (etree.fromstring(archive.read(each)) for each in archive.namelist())
    elif name.endswith((".gpx", ".kml")):
        yield etree.fromstring(data)


def unzipped(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {each: etree.fromstring(archive.read(each)) for each in archive.namelist()}


@pytest.mark.parametrize("name", QUICK)
def test_the_same_plan_gives_the_same_bytes(name: str) -> None:
    assert written(name, plan()) == written(name, plan())


@pytest.mark.parametrize("name", QUICK)
def test_an_exercise_is_marked_in_every_file_and_a_real_search_in_none(name: str) -> None:
    held = [written(name, plan(example=each)) for each in (True, False)]
    told = ["".join(etree.tostring(each, encoding="unicode") for each in xml_of(name, data)) for data in held]
    marked = MARKS["en"] in (told[0] or held[0].decode("utf-8")) or name == "legs.csv"
    assert marked
    assert MARKS["en"] not in (told[1] or held[1].decode("utf-8"))


@pytest.mark.parametrize("name", QUICK)
def test_a_hostile_name_is_text_and_never_markup(name: str) -> None:
    data = written(name, renamed(HOSTILE))
    honest = [[each.tag for each in root.iter()] for root in xml_of(name, written(name, plan()))]
    found = list(xml_of(name, data))
    assert [[each.tag for each in root.iter()] for root in found] == honest
    for root in found:
        text = etree.tostring(root, encoding="unicode")
        assert "\u202e" not in text
        assert "\x0b" not in text
    if found:
        texts = [text for root in found for text in (*root.itertext(), *root.xpath("//@*"))]
        assert any('<script>alert("&")</script>\\u202ef1\\u000b' in text for text in texts)


@pytest.mark.parametrize("name", ["legs.gpx", "legs-rtz.zip", "plan.kml", "plan-tak.zip", "legs.csv"])
def test_a_plan_across_the_antimeridian_keeps_to_the_globe(name: str) -> None:
    data = written(name, shifted(174.9))
    if name == "legs.csv":
        lon = [float(row["to_lon_deg"]) for row in csv.DictReader(io.StringIO(data.decode()))]
    elif name == "legs.gpx":
        lon = [point.longitude for route in gpxpy.parse(data.decode()).routes for point in route.points]
    elif name == "plan.kml":
        lon = [
            float(spot.split(",")[0])
            for line in etree.fromstring(data).iter("{*}LineString")
            for spot in line.findtext("{*}coordinates").split()
        ]
    else:
        spots = [spot for root in xml_of(name, data) for spot in root.xpath("//@lon | //@point")]
        lon = [float(spot.split(",")[-1]) for spot in spots]
    assert min(lon) < -179.0
    assert max(lon) > 179.0
    assert all(-180.0 <= each < 180.0 for each in lon)


@pytest.mark.parametrize("write", [areas_geojson, legs_geojson])
def test_areas_and_ways_across_the_antimeridian_are_cut_there(write: Callable[[PlanResult], bytes]) -> None:
    features = orjson.loads(write(shifted_result(174.9)))["features"]
    assert any(each["geometry"]["type"].startswith("Multi") for each in features)
    boxes = [shapely.geometry.shape(each["geometry"]).bounds for each in features]
    assert min(box[0] for box in boxes) == -180.0
    assert max(box[2] for box in boxes) == 180.0
    parts = [part for each in features for part in shapely.get_parts(shapely.geometry.shape(each["geometry"]))]
    assert all(part.bounds[2] - part.bounds[0] < 1.0 for part in parts)


def test_gpx_holds_a_route_for_each_sortie_as_another_reader_reads_it() -> None:
    read = gpxpy.parse(plan_gpx(plan()).decode("utf-8"))
    assert not read.tracks, "what is planned is not what was flown"
    for route, entry in zip(read.routes, plan()["units"], strict=True):
        assert route.name == f"{entry['unit']} {entry['sortie']} {entry['pattern']}"
        assert route.type == entry["pattern"]
        assert [point.longitude for point in route.points] == entry["legs"]["lon_deg"]
        assert [point.latitude for point in route.points] == entry["legs"]["lat_deg"]
        seconds = [round(parse_instant(each) / 1000) for each in entry["legs"]["time"]]
        assert [round(point.time.timestamp()) for point in route.points if point.time] == seconds
        start = next(point for point in route.points if point.name == f"{entry['unit']} CSP")
        assert round(start.latitude or 0, 6) == entry["commence_search_point"]["lat_deg"]


RTZ = "{http://www.cirm.org/RTZ/1/1}"
RTZ_CHILDREN = {  # in their order; ? at most one, + one or more
    "route": "routeInfo waypoints schedules? extensions?",
    "routeInfo": "extensions?",
    "waypoints": "defaultWaypoint? waypoint+ extensions?",
    "waypoint": "position leg? extensions?",
    "position": "",
    "leg": "",
    "schedules": "schedule+ extensions?",
    "schedule": "manual? calculated? extensions?",
    "calculated": "scheduleElement+ extensions?",
    "scheduleElement": "extensions?",
}
INSTANT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"
RTZ_ATTRIBUTES = {  # needed ones with !; what each may be
    "route": {"version!": r"1\.1"},
    "routeInfo": {
        "routeName!": "(?s).*",
        "routeStatus": "(?s).*",
        "vesselName": "(?s).*",
        "validityPeriodStart": INSTANT,
        "validityPeriodStop": INSTANT,
    },
    "waypoint": {"id!": r"\d+", "revision": r"\d+", "name": "(?s).*"},
    "position": {"lat!": r"-?\d+\.\d+", "lon!": r"-?\d+\.\d+"},
    "leg": {"geometryType": "Loxodrome|Orthodrome", "speedMax": r"\d+\.\d+", "legInfo": "(?s).*"},
    "schedule": {"id!": r"\d+"},
    "scheduleElement": {"waypointId!": r"\d+", "etd": INSTANT, "eta": INSTANT, "speed": r"\d+\.\d+"},
}


def rtz_faults(route: etree._Element) -> list[str]:
    """What the schema would say of a route."""
    faults = []
    for each in route.iter():
        name = str(each.tag).removeprefix(RTZ)
        parts = [re.fullmatch(r"(\w+)([?+]?)", part) for part in RTZ_CHILDREN[name].split()]
        order = "".join(f"(?:{part[1]} ){part[2]}" for part in parts if part)
        children = "".join(f"{str(child.tag).removeprefix(RTZ)} " for child in each)
        if not re.fullmatch(order, children):
            faults.append(f"{name}: {children}")
        allowed = RTZ_ATTRIBUTES.get(name, {})
        faults += [f"{name} lacks {key[:-1]}" for key in allowed if key.endswith("!") and key[:-1] not in each.attrib]
        for key, value in each.attrib.items():
            kind = allowed.get(str(key), allowed.get(f"{key}!"))
            if kind is None or not re.fullmatch(kind, str(value)):
                faults.append(f"{name} {key}={value}")
    return faults


def test_each_rtz_route_has_the_structure_of_its_schema() -> None:
    routes = unzipped(plan_rtz(plan()))
    assert list(routes) == ["01.rtz", "02.rtz", "03.rtz"]
    for route, entry in zip(routes.values(), plan()["units"], strict=True):
        assert rtz_faults(route) == []
        points = route.findall(f".//{RTZ}waypoint")
        ids = [each.get("id") for each in points]
        assert len(ids) == len(set(ids)) == len(entry["legs"]["time"])
        assert points[0].find(f"{RTZ}leg") is None, "a leg leads to its point, and none leads to the first"
        assert [each.get("waypointId") for each in route.iter(f"{RTZ}scheduleElement")] == ids
        spots = [each.find(f"{RTZ}position") for each in points]
        assert [Decimal(each.get("lon")) for each in spots if each is not None] == [
            Decimal(f"{lon:.7f}") for lon in entry["legs"]["lon_deg"]
        ]


def test_the_structure_of_rtz_finds_what_is_wrong() -> None:
    route = unzipped(plan_rtz(plan()))["01.rtz"]
    del route[0].attrib["routeName"]
    route.append(route[1])
    assert rtz_faults(route)[:2] == ["route: routeInfo schedules waypoints ", "routeInfo lacks routeName"]


KML_ORDER = (
    "name open description TimeSpan TimeStamp styleUrl Style Folder Placemark Polygon Point LineString MultiGeometry"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_kml_holds_areas_legs_and_containment_in_the_order_of_its_schema(language: str) -> None:
    kml = etree.fromstring(plan_kml(plan(), features(areas()), words(language)))
    for each in kml.iter("{*}Document", "{*}Folder", "{*}Placemark"):
        order = [KML_ORDER.split().index(etree.QName(child).localname) for child in each]
        assert order == sorted(order)
    names = [each.text for each in kml.iter("{*}name")]
    assert words(language).say("files-map-containment") in names
    assert len(kml.findall(".//{*}MultiGeometry")) == len(features(areas()))
    styles = {f"#{each.get('id')}" for each in kml.iter("{*}Style")}
    assert {each.text for each in kml.iter("{*}styleUrl")} <= styles
    rings = [each.text.split() for each in kml.findall(".//{*}LinearRing/{*}coordinates")]
    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)
    assert MARKS[language] in (kml.findtext("{*}Document/{*}description") or "")


def test_tak_gets_a_manifest_and_an_event_for_each_thing() -> None:
    files = unzipped(plan_tak(plan(), features(areas())))
    manifest = files.pop("MANIFEST/manifest.xml")
    assert manifest.get("version") == "2"
    assert [each.get("zipEntry") for each in manifest.iter("Content")] == list(files)
    kinds = [each.get("type") for each in files.values()]
    assert kinds == ["a-f-S-X", "u-d-f", "b-m-r", *["a-f-A-C-H", "u-d-f", "b-m-r"] * 2, "a-u-S"]
    assert len({each.get("uid") for each in files.values()}) == len(files)
    for event in files.values():
        begins, ends = (parse_instant(str(event.get(name))) for name in ("start", "stale"))
        assert begins <= ends
        assert abs(float(event.find("point").get("lat"))) <= 90
    way = next(each for each in files.values() if each.get("type") == "b-m-r")
    places = [each.get("point") for each in way.iter("link")]
    legs = plan()["units"][0]["legs"]
    assert places == [f"{lat:.7f},{lon:.7f}" for lat, lon in zip(legs["lat_deg"], legs["lon_deg"], strict=True)]


@given(name=st.text(min_size=1, max_size=12), platform=st.sampled_from(["helicopter", "fixed_wing", "boat"]))
def test_no_name_makes_anything_but_a_friend_a_neutral_or_an_unknown(name: str, platform: str) -> None:
    document = renamed(name)
    for entry in document["units"]:
        entry["platform"] = platform
    kinds = [root.get("type") or "" for root in unzipped(plan_tak(document, features(areas()))).values()]
    assert all(re.match("a-[fnu]-", kind) for kind in kinds if kind.startswith("a-"))


def test_the_leg_table_holds_every_leg_and_adds_up() -> None:
    rows = list(csv.DictReader(io.StringIO(plan_csv(plan()).decode("utf-8"))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(len(entry["legs"]["is_searching"]) for entry in plan()["units"])
    for entry in plan()["units"]:
        of = [row for row in rows if row["unit"] == entry["unit"] and row["sortie"] == str(entry["sortie"])]
        searched_nm = sum(float(row["distance_nm"]) for row in of if row["part"] == "search")
        assert searched_nm == pytest.approx(entry["distance_m"] / M_PER_NM, rel=1e-3)
        assert [row["part"] for row in of][:: len(of) - 1] == ["out", "home"]


def test_a_cell_that_a_spreadsheet_would_run_is_shown() -> None:
    assert b"'=1+1" in plan_csv(renamed("=1+1"))


def test_courses_are_those_of_a_compass_rose() -> None:
    entry = plan()["units"][0]
    entry["legs"] = {
        "time": [f"2008-08-06T0{hour}:00:00Z" for hour in range(5)],
        "lon_deg": [5.0, 5.0, 5.1, 5.1, 5.0],
        "lat_deg": [37.0, 37.1, 37.1, 37.0, 37.0],
        "is_searching": [False, True, True, False],
    }
    legs = legs_of_unit(entry)
    assert [round(leg.course_deg) % 360 for leg in legs] == [0, 90, 180, 270]
    assert [leg.part for leg in legs] == ["out", "search", "search", "home"]
    assert legs[0].length_m == pytest.approx(11_100, rel=2e-3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legs_are_told_in_words(language: str) -> None:
    told = legs_in_words(plan(), words(language)).decode("utf-8").splitlines()
    assert told[0] == MARKS[language]
    assert sum(words(language).say("files-plan-part-search") in line for line in told) >= 3
    assert len(told) == 2 + sum(2 + len(entry["legs"]["is_searching"]) for entry in plan()["units"])


def pages_of(data: bytes) -> list[str]:
    return [re.sub("[\u2066-\u2069]", "", page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_action_plan_says_pos_bound_and_manual_plan_and_marks_every_page(language: str) -> None:
    data = written("brief.pdf", renamed(HOSTILE), language)
    pages = pages_of(data)
    for share in (plan()["pos"], plan()["pos_bound"], plan()["manual_pos"]):
        assert f"{share * 100:.1f}" in pages[0]
    if language != "ar":  # Arabic letters come out of a PDF in the forms in which they are joined
        assert all(MARKS[language] in page for page in pages)
    assert "⟨U+202E⟩" in "".join(pages)
    assert sum(page.count("Z JAN 70") for page in pages) > 2 * sum(
        len(entry["legs"]["is_searching"]) for entry in plan()["units"]
    )


def test_the_search_action_plan_has_the_same_bytes_again() -> None:
    once, again = (plan_charts(plan(), areas(), words("fr")) for _ in range(2))
    assert once == again


def test_the_debriefing_says_pos_so_far_what_was_flown_and_what_comes_next() -> None:
    learnt = {
        "case": plan()["case"],
        "example": True,
        "pos": 0.42,
        "pos_so_far": 0.617,
        "containment": [{"level": 0.5, "area_km2": 61.0}],
        "plan": None,
    }
    data = debrief(learnt, account(), areas(), words("en"))
    said = " ".join(" ".join(pages_of(data)).split())
    assert "61.7 %" in said
    assert "first.json" in said
    assert "boat-1" in said
    assert "No sortie of the case is still ahead" in said
    assert data == debrief(learnt, account(), areas(), words("en"))
    ahead = " ".join(pages_of(debrief({**learnt, "plan": plan()}, account(), areas(), words("en"))))
    assert "this plan finds the object" in " ".join(ahead.split())
