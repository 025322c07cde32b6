"""`/ogc` as map programs see it: OWSLib over a served node, the standard's own rules, GeoJSON that others can read.

Authorities: OWSLib (the client of OGC API – Features), OGC 17-069r4 (what a server must answer), shapely for geometry.
The box and the period of every query are counted again by hand from the features themselves.
"""

import base64
import io
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import orjson
import pytest
import shapely
import uvicorn
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from owslib.ogcapi.features import Features
from sqlalchemy import event, insert

from comity.api.house import house_app
from comity.api.ogc.queries import AT_ONCE_MOST
from comity.files.drift_results import write_drift
from comity.files.geojson import bounds_of, meets, on_globe
from comity.files.words import LANGUAGES, words
from comity.ground import parse_instant
from comity.node import offices
from comity.node.app import Node
from comity.node.case_account import basis, rows
from comity.node.case_documents import case_of_now
from comity.node.journal import Journal
from comity.node.pages.map_collections import COLLECTIONS
from comity.node.services import cases
from comity.node.store import CASE_PLAN
from tests.api.browsers import Browser
from tests.api.test_odd_incidents import smuggle
from tests.api.test_odd_records import WHOLE
from tests.files.drifts import close_in_shore
from tests.files.plans import plan, shifted
from tests.node.test_received_records import PLAN
from tests.two_nodes.test_exchange import CASE, CASE_ID, PURPOSE, receive, send, sign_decision
from tests.two_nodes.two import Two, two_nodes

OF_CASES = ("cases", "areas", "legs")
"""Collections of cases; those of ships have a test of their own (`test_ogc_ships`)."""

AREA_CASE = {
    **CASE,
    "case": {"id": "area-only"},
    "scenario": [{"kind": "area", "polygon": [[[5, 37], [6, 37], [6, 38], [5, 37]]], "time": "2008-08-06T09:51:00Z"}],
}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """A case with a drift and two plans, released; one in the Pacific whose plan crosses the antimeridian; one bare."""
    with two_nodes(tmp_path_factory.mktemp("nodes")) as both:
        both.sign_memorandum()
        sign_decision(both)
        cases.open_case(both.dz, CASE)
        cases.open_case(both.dz, AREA_CASE)
        cases.open_case(
            both.dz, {**CASE, "case": {"id": "pacific"}, "scenario": [{**CASE["scenario"][0], "lon": 180.0}]}
        )
        folder = both.dz.layout.case(CASE_ID)
        write_drift(folder, close_in_shore(), words("en"))
        (folder / "plan.json").write_bytes(orjson.dumps(plan()))
        pacific = both.dz.layout.case("pacific")
        pacific.mkdir()
        (pacific / "plan.json").write_bytes(orjson.dumps(shifted(174.9)))
        made_from = basis(case_of_now(both.dz, CASE_ID), rows(both.dz, CASE_ID))
        row = {"case_id": CASE_ID, "at_ms": 1, "office": "watch", "letter": "b", "digest": "0" * 64, "basis": made_from}
        with both.dz.store.writing() as connection:
            connection.execute(insert(CASE_PLAN).values(**row, document=orjson.dumps(plan())))
        send(both)
        release = {"case": CASE_ID, "item": "rescue.plan", "which": "b", "purpose": PURPOSE, "preview": False}
        sent = (
            Browser(both.dz)
            .enter("rescue centre")
            .post(f"/api/v1/agreements/{both.agreement_id}/releases", json=release)
        )
        assert sent.json()["decision"] == "released", sent.text
        receive(both)
        yield both


@pytest.fixture(scope="module")
def desk(two: Two) -> Browser:
    return Browser(two.dz).enter("watch")


@pytest.fixture(scope="module")
def token(desk: Browser) -> str:
    made = desk.post("/api/v1/map-readers", json={"about": "QGIS on the desk of the watch"})
    assert made.status_code == 201
    return str(made.json()["token"])


@pytest.fixture(scope="module")
def address(two: Two) -> Iterator[str]:
    """The house port over a real socket."""
    app = house_app(two.dz, Journal(stream=io.StringIO()), writing=False)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, lifespan="off", server_header=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/ogc"
    server.should_exit = True
    thread.join()


def every(desk: Browser, collection: str, **asked: Any) -> list[dict[str, Any]]:
    """All features of a collection, part by part as the links lead."""
    found: list[dict[str, Any]] = []
    url: str | None = f"/ogc/collections/{collection}/items"
    while url is not None:
        answer = desk.get(url, params=asked or None)
        assert answer.status_code == 200, answer.text
        body = answer.json()
        assert body["numberReturned"] == len(body["features"])
        found += body["features"]
        following = [each["href"] for each in body["links"] if each["rel"] == "next"]
        parts = urlsplit(following[0]) if following else None
        url, asked = (None, {}) if parts is None else (f"{parts.path}?{parts.query}", {})
    assert body["numberMatched"] == len(found)
    return found


def test_owslib_reads_every_collection_of_a_served_node_by_its_token(address: str, token: str, desk: Browser) -> None:
    client = Features(address, headers={"Authorization": f"Bearer {token}"})
    assert client.feature_collections() == list(COLLECTIONS)
    assert any(each.endswith("/conf/core") for each in client.conformance()["conformsTo"])
    assert set(client.api()["paths"]) >= {"/collections/{collection}/items"}
    for name in OF_CASES:
        about = client.collection(name)
        assert about["extent"]["spatial"]["crs"].endswith("CRS84")
        items = client.collection_items(name, limit=1000)
        assert items["features"] == every(desk, name)
        assert client.response_headers["Content-Type"] == "application/geo+json"
        one = items["features"][-1]
        assert client.collection_item(name, one["id"])["geometry"] == one["geometry"]
    box = client.collection_items("areas", bbox=[179, -90, -179, 90], limit=1000)["features"]
    assert {each["properties"]["case"] for each in box} == {"pacific"}


def test_a_token_reads_the_map_by_either_scheme_and_nothing_else_and_ends(
    address: str, two: Two, desk: Browser
) -> None:
    made = desk.post("/api/v1/map-readers", json={"about": "GDAL"}).json()
    basic = base64.b64encode(f"qgis:{made['token']}".encode()).decode()
    for sent in (f"Bearer {made['token']}", f"bearer {made['token']}", f"Basic {basic}"):
        assert httpx.get(address, headers={"authorization": sent}).status_code == 200
    house = address.removesuffix("/ogc")
    for path in ("/api/v1/cases", "/api/v1/session", f"/api/v1/cases/{CASE_ID}/timeline"):
        answer = httpx.get(house + path, headers={"authorization": f"Bearer {made['token']}"})
        assert answer.status_code == 401 or answer.json()["office"] is None
    answer = httpx.post(f"{house}/api/v1/map-readers", headers={"authorization": f"Bearer {made['token']}"}, json={})
    assert answer.status_code in (401, 403)
    listed = desk.get("/api/v1/map-readers").json()
    assert made["token"] not in orjson.dumps(listed).decode()
    assert desk.post("/api/v1/map-readers/ends", json={"number": made["number"]}).status_code == 200
    assert httpx.get(address, headers={"authorization": f"Bearer {made['token']}"}).status_code == 401
    again = desk.post("/api/v1/map-readers/ends", json={"number": made["number"]})
    assert (again.status_code, again.json()["code"]) == (404, "node.no_such_map_reader")


@pytest.mark.parametrize("sent", ["", "Bearer", "Bearer 00", "Basic !", "Basic OjA=", "Digest x"])
def test_without_a_session_or_a_token_the_map_stays_shut(address: str, sent: str) -> None:
    answer = httpx.get(f"{address}/collections/cases/items", headers={"authorization": sent} if sent else {})
    assert (answer.status_code, answer.json()["code"]) == (401, "api.not_signed_in")
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_token_of_an_office_that_was_revoked_opens_nothing(two: Two, address: str) -> None:
    other = Browser(two.dz).enter("analyst", ("auditor",))
    token = other.post("/api/v1/map-readers", json={"about": "QGIS"}).json()["token"]
    assert httpx.get(address, headers={"authorization": f"Bearer {token}"}).status_code == 200
    offices.revoke(two.dz, "analyst", made_by="test")
    assert httpx.get(address, headers={"authorization": f"Bearer {token}"}).status_code == 401


def test_the_token_of_an_office_that_holds_no_role_any_more_opens_nothing(two: Two, address: str) -> None:
    token = Browser(two.dz).enter("trainee", ("auditor",)).post("/api/v1/map-readers", json={"about": "QGIS"}).json()
    offices.invite(two.dz, "trainee", (), enters=False, made_by="test")
    assert httpx.get(address, headers={"authorization": f"Bearer {token['token']}"}).status_code == 401


def test_another_name_of_this_machine_is_refused_with_a_good_token_too(address: str, token: str) -> None:
    headers = {"authorization": f"Bearer {token}", "host": "stranger.example"}
    assert httpx.get(address, headers=headers).json()["code"] == "api.unknown_host"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_has_the_form_that_the_document_says(desk: Browser, language: str) -> None:
    document = desk.get("/ogc/api", headers={"accept-language": language})
    assert document.headers["content-type"] == "application/vnd.oai.openapi+json;version=3.0"
    for path, about in document.json()["paths"].items():
        address = path.replace("{collection}", "areas").replace("{feature}", f"ours.{CASE_ID}.within.50").rstrip("/")
        answer = desk.get(f"/ogc{address}", headers={"accept-language": language})
        ((media_type, said),) = about["get"]["responses"]["200"]["content"].items()
        assert answer.headers["content-type"] == media_type
        Draft4Validator(nullable(said["schema"])).validate(answer.json())
    for name in COLLECTIONS:
        schema = document.json()["paths"]["/collections/{collection}/items"]["get"]["responses"]["200"]["content"]
        Draft4Validator(nullable(schema["application/geo+json"]["schema"])).validate(
            desk.get(f"/ogc/collections/{name}/items").json()
        )


def nullable(schema: Any) -> Any:
    """A schema of OpenAPI 3.0 as JSON Schema, which knows no `nullable`."""
    if isinstance(schema, list):
        return [nullable(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {key: nullable(value) for key, value in schema.items() if key != "nullable"}
    return {"anyOf": [{"type": "null"}, plain]} if schema.get("nullable") else plain


def test_links_lead_to_where_they_say(desk: Browser) -> None:
    seen, waiting = set(), ["/ogc"]
    while waiting:
        path = waiting.pop()
        seen.add(path)
        for each in desk.get(path).json().get("links", []):
            parts = urlsplit(each["href"])
            assert desk.get(parts.path, params=parse_qs(parts.query)).headers["content-type"] == each["type"]
            if parts.path not in seen and "openapi" not in each["type"]:
                waiting.append(parts.path)
    assert {"/ogc", "/ogc/conformance", "/ogc/collections"} <= seen


def test_each_case_stands_where_it_was_last_known_and_one_of_which_nobody_knows_stands_nowhere(desk: Browser) -> None:
    found = {each["id"]: each for each in every(desk, "cases")}
    assert found[f"ours.{CASE_ID}"]["geometry"] == {"type": "Point", "coordinates": [5.2, 37.1]}
    assert found[f"ours.{CASE_ID}"]["properties"]["position"] == "last_known"
    assert found[f"ours.{CASE_ID}"]["properties"]["time"] == "2008-08-06T09:51:00Z"
    assert found["ours.area-only"]["geometry"] is None
    told = orjson.dumps(list(found.values())).decode()
    assert "stays home" not in told, "what the desk wrote is no feature"


def test_the_partner_s_case_is_on_the_map_with_the_areas_that_it_released(two: Two) -> None:
    theirs = Browser(two.us).enter("coast guard")
    assert {each["id"] for each in every(theirs, "cases")} == {f"partner.{CASE_ID}"}
    areas = every(theirs, "areas")
    assert [each["properties"].get("level") for each in areas if each["properties"]["kind"] == "containment"] == [
        *(0.5, 0.75, 0.9, 0.95)
    ]
    searched = [each for each in areas if each["properties"]["kind"] == "search"]
    assert len(searched) == len(plan()["units"])
    for each, entry in zip(searched, plan()["units"], strict=True):
        drawn = shapely.Polygon(entry["area"]["corners"])
        assert shapely.geometry.shape(each["geometry"]).symmetric_difference(drawn).area < 1e-3 * drawn.area
    assert {each["properties"]["part"] for each in every(theirs, "legs")} >= {"search"}


def test_areas_and_legs_are_those_of_both_plans(desk: Browser) -> None:
    searched = [each for each in every(desk, "areas") if each["properties"]["kind"] == "search"]
    units = [(entry["unit"], entry["sortie"]) for entry in plan()["units"]]
    for letter in "ab":
        mine = [each for each in searched if each["id"].startswith(f"ours.{CASE_ID}.{letter}.")]
        assert sorted((each["properties"]["unit"], each["properties"]["sortie"]) for each in mine) == sorted(units)
        for each in mine:
            entry = plan()["units"][units.index((each["properties"]["unit"], each["properties"]["sortie"]))]
            drawn = shapely.geometry.shape(each["geometry"])
            assert drawn.equals(shapely.Polygon(entry["area"]["corners"]))
            assert shapely.is_ccw(shapely.get_exterior_ring(drawn))
    legs = [each for each in every(desk, "legs") if each["id"].startswith(f"ours.{CASE_ID}.a.")]
    assert {each["properties"]["part"] for each in legs} == {"out", "search", "home"}
    for unit, sortie in units:
        run = [each for each in legs if (each["properties"]["unit"], each["properties"]["sortie"]) == (unit, sortie)]
        assert sum(len(each["geometry"]["coordinates"]) - 1 for each in run) == len(
            next(each for each in plan()["units"] if each["unit"] == unit and each["sortie"] == sortie)["legs"][
                "is_searching"
            ]
        )


def test_what_crosses_the_antimeridian_is_cut_there(desk: Browser) -> None:
    found = [each for each in every(desk, "areas") + every(desk, "legs") if each["properties"]["case"] == "pacific"]
    assert any(each["geometry"]["type"].startswith("Multi") for each in found)
    for each in found:
        west, _, east, _ = shapely.geometry.shape(each["geometry"]).bounds
        assert -180 <= west <= east <= 180
        parts = shapely.get_parts(shapely.geometry.shape(each["geometry"]))
        assert all(part.bounds[2] - part.bounds[0] < 90 for part in parts), "no line runs round the globe"
    whole = desk.get("/ogc/collections/legs").json()["extent"]["spatial"]["bbox"][0]
    assert whole[0] > whole[2] or whole[2] - whole[0] < 180.0


BOXES = (
    *("5,36,6,38", "-180,-90,180,90", "0,0,0,0", "170,-90,-170,90"),
    *("-190,-90,-170,90", "170,-90,190,90", "5,36,0,6,38,9"),
)


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_box_holds_what_meets_it(desk: Browser, collection: str, box: str) -> None:
    numbers = [float(each) for each in box.split(",")]
    half = len(numbers) // 2
    (west, south), (east, north) = numbers[:2], numbers[half : half + 2]
    edges = [(west, 180.0), (-180.0, east)] if west > east else [(west, east)]
    # a box past 180 is the same box a turn further on
    edges += [(one + turn, other + turn) for one, other in edges for turn in (-360.0, 360.0)]
    boxes = shapely.union_all([shapely.box(one, south, other, north) for one, other in edges])
    all_of = every(desk, collection)
    due = [
        each["id"] for each in all_of if each["geometry"] and shapely.geometry.shape(each["geometry"]).intersects(boxes)
    ]
    assert [each["id"] for each in every(desk, collection, bbox=box)] == due


PERIODS = (
    "2008-08-06T09:51:00Z",
    "../2008-08-06T09:51:00Z",
    "2008-08-06T09:51:00.001Z/..",
    "2008-08-06T00:00:00Z/",
    "/1970-01-01T02:00:00+01:00",
    "1970-01-01T01:00:00Z/1970-01-01T03:00:00Z",
    "2030-01-01T00:00:00Z/2031-01-01T00:00:00Z",
)


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_period_holds_what_happens_in_it(desk: Browser, collection: str, period: str) -> None:
    first, _, last = period.partition("/") if "/" in period else (period, "", period)
    low = parse_instant(first) if first not in ("", "..") else -(2**62)
    high = parse_instant(last) if last not in ("", "..") else 2**62
    due = []
    for each in every(desk, collection):
        found = each["properties"]
        if "time" in found or "from" in found:
            begins, ends = (parse_instant(found.get(name) or found["time"]) for name in ("from", "until"))
            due += [each["id"]] if begins <= high and ends >= low else []
    assert [each["id"] for each in every(desk, collection, datetime=period)] == due


def test_parts_follow_one_another_without_a_gap_or_a_double(desk: Browser) -> None:
    whole = [each["id"] for each in every(desk, "legs")]
    assert len(whole) > 9
    for limit in (1, 4, len(whole), AT_ONCE_MOST + 1):
        assert [each["id"] for each in every(desk, "legs", limit=limit)] == whole
    boxed = every(desk, "legs", limit=2, bbox="-180,-90,180,90", datetime="../2009-01-01T00:00:00Z")
    assert [each["id"] for each in boxed] == whole


BAD = (
    *("limit=0", "limit=-1", "limit=x", "limit=1e3", "limit=", "bbox=1,2,3", "bbox=a,b,c,d", "bbox=0,10,1,5"),
    *("bbox=0,0,nan,1", "bbox=0,-91,1,0", "bbox=1000,0,1001,1", "bbox=1,2,3,4,5", "datetime=yesterday"),
    *("datetime=2008-08-06", "datetime=../..", "datetime=/", "datetime=2009-01-01T00:00:00Z/2008-01-01T00:00:00Z"),
    *("f=html", "colour=red", "bbox-crs=x", "limit=1&limit=2", "datetime=2008-08-06T09:51:00"),
)


@pytest.mark.parametrize("asked", BAD)
def test_what_is_asked_wrongly_is_refused_as_a_problem(desk: Browser, asked: str) -> None:
    language = LANGUAGES[BAD.index(asked) % len(LANGUAGES)]
    answer = desk.get(f"/ogc/collections/areas/items?{asked}", headers={"accept-language": language})
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == language
    assert answer.json()["code"] in ("api.bad_parameter", "api.unknown_parameter")


@pytest.mark.parametrize("path", ["/ogc", "/ogc/conformance", "/ogc/api", "/ogc/collections", "/ogc/collections/areas"])
def test_no_address_takes_what_it_does_not_know(desk: Browser, path: str) -> None:
    assert desk.get(path, params={"f": "json"}).status_code == 200
    assert desk.get(path, params={"limit": "1"}).status_code == 400


def test_what_is_not_there_is_said(desk: Browser) -> None:
    for path, code in (
        ("/ogc/collections/unknown", "api.no_such_collection"),
        ("/ogc/collections/unknown/items", "api.no_such_collection"),
        ("/ogc/collections/areas/items/x%2Fy", "api.no_such_feature"),
        ("/ogc/tiles", "api.no_such_page"),
    ):
        answer = desk.get(path)
        assert (answer.status_code, answer.json()["code"]) == (404, code)


@given(lon=st.floats(-400, 400), lat=st.floats(-80, 80), width=st.floats(0.1, 60), height=st.floats(0.1, 5))
def test_a_rectangle_anywhere_keeps_its_size_and_its_box_on_the_globe(
    lon: float, lat: float, width: float, height: float
) -> None:
    ring = [[lon, lat], [lon + width, lat], [lon + width, lat + height], [lon, lat + height], [lon, lat]]
    cut = on_globe({"type": "Polygon", "coordinates": [ring]})
    found = shapely.geometry.shape(cut)
    assert found.is_valid
    assert found.area == pytest.approx(width * height, rel=1e-6)
    assert -180 <= found.bounds[0] <= found.bounds[2] <= 180
    bounds = bounds_of([cut])
    assert bounds is not None
    west, _, east, north = bounds
    assert (east - west) % 360 == pytest.approx(width, rel=1e-6)
    assert meets(cut, bounds)
    assert not meets(cut, (west, north + 0.5, east, north + 1.0))


@given(st.lists(st.tuples(st.floats(-179, 179), st.floats(-80, 80)), min_size=2, max_size=6))
def test_a_line_is_cut_into_lines_that_keep_to_the_globe(places: list[tuple[float, float]]) -> None:
    cut = on_globe({"type": "LineString", "coordinates": places})
    found = shapely.geometry.shape(cut)
    assert -180 <= found.bounds[0] <= found.bounds[2] <= 180
    steps = [abs(b - a) for (a, _), (b, _) in pairwise(places)]
    if max(steps) < 180:
        run = shapely.LineString(places)
        assert found.length == pytest.approx(run.length, rel=1e-9, abs=1e-9)


def test_the_partner_s_cases_and_plans_are_read_once_for_the_whole_map(tmp_path: Path) -> None:
    """Ten times the cases must not be a hundred times the work: what a request asks of the database stays the same."""
    with two_nodes(tmp_path) as two:
        two.sign_memorandum()
        sign_decision(two)
        two.us, two.dz = two.dz, two.us  # Algeria receives
        asked: dict[str, list[int]] = {name: [] for name in OF_CASES}
        for first, last in ((0, 2), (2, 12)):
            names = [f"theirs-{number}" for number in range(first, last)]
            two.us, two.dz = two.dz, two.us
            smuggle(two, [WHOLE | {"case_id": name} for name in names], "rescue.case", "4.3/sar-live")
            smuggle(two, [PLAN | {"case_id": name} for name in names], "rescue.plan", "4.3/plan-live")
            two.us, two.dz = two.dz, two.us
            receive(two)
            for name in OF_CASES:
                features = COLLECTIONS[name]
                list(features(two.us))  # what is kept between two requests is kept now
                with counted(two.us) as statements:
                    found = list(features(two.us))
                asked[name].append(len(statements))
                assert len({each.properties["case"] for each in found}) == last
        assert all(few == many for few, many in asked.values()), asked


@contextmanager
def counted(node: Node) -> Iterator[list[str]]:
    """Note what a node asks its database."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    event.listen(node.store._readers, "before_cursor_execute", note)
    yield statements
    event.remove(node.store._readers, "before_cursor_execute", note)
