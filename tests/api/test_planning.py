"""A whole search through HTTP: units, drift, plan, an empty search, a clue, the next plan; and what is refused."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from comity.node import outbox
from comity.node.app import Node, opened
from comity.node.jobs import go_round, run_due
from comity.node.services import trying
from tests.api.browsers import Browser
from tests.node.sea import CASE_ID, sea_case, write_sea
from tests.two_nodes.two import Clock, make_folder

CASE = f"/api/v1/cases/{CASE_ID}"
CONDITIONS = {"visibility_nm": 10, "wind_kt": 12, "sea_m": 1.0}
HELI_1 = {
    "id": "heli-1",
    "platform": "helicopter",
    "altitude_ft": 500,
    "speed_kt": 90,
    "on_scene": "2008-08-06T12:00:00Z",
    "endurance_s": 3600,
    "base": {"lat": 36.71, "lon": 5.07},
}
SIGHTING = {"kind": "sighting", "lat": 37.5, "lon": 5.3, "time": "2008-08-06T12:00:00Z", "position_error_m": 500}
_FIX = '<trkpt lat="{lat}" lon="5.3"><time>2008-08-06T{time}:00Z</time></trkpt>'
_FIXES = "".join(_FIX.format(lat=lat, time=time) for lat, time in ((37.4, "16:00"), (37.6, "16:30"), (37.5, "17:00")))
GPX = f"<gpx><trk><name>heli-2</name><trkseg>{_FIXES}</trkseg></trk></gpx>"
HELI_2 = {**HELI_1, "id": "heli-2", "on_scene": "2008-08-06T16:00:00Z"}


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    folder = make_folder(tmp_path_factory.mktemp("node") / "DZ", "DZ", host="dz.example")
    write_sea(folder)
    with opened(folder, clock=Clock()) as node:
        yield node


@pytest.fixture(scope="module")
def watch(node: Node) -> Browser:
    return Browser(node).enter("watch")


def put(watch: Browser, section: str, value: Any) -> dict[str, Any]:
    answer = watch.put(f"{CASE}/sections/{section}", json={"value": value})
    assert answer.status_code == 200, answer.text
    document: dict[str, Any] = answer.json()["document"]
    return document


def work(node: Node, *kinds: str) -> list[outbox.Job | None]:
    for kind in kinds:
        run_due(node, kind, threading.Event())
    return [outbox.latest(node, kind, CASE_ID) for kind in kinds]


def test_a_search_from_the_units_to_the_plan_after_an_empty_search(node: Node, watch: Browser) -> None:
    opened_as = sea_case(until="2008-08-06T20:00:00Z", particles=800)
    assert watch.post("/api/v1/cases", json={"document": opened_as}).status_code == 201
    assert watch.get(f"{CASE}/plans").json()["ready"] == ["drift", "unit"]
    assert watch.post(f"{CASE}/plan").json()["code"] == "node.plan_needs_drift"
    assert put(watch, "unit", [HELI_1, HELI_2])["unit"] == [HELI_1, HELI_2]
    assert put(watch, "conditions", CONDITIONS)["conditions"] == CONDITIONS
    watch.post(f"{CASE}/drift")
    drifted, planned = work(node, "drift", "plan")
    assert (drifted and drifted.state, planned and planned.state) == ("done", "done"), planned
    plans = watch.get(f"{CASE}/plans").json()
    assert (plans["ready"], plans["stale"], plans["b"]) == ([], False, None)
    assert [each["unit"] for each in plans["a"]["units"]] == ["heli-1", "heli-2"]
    assert 0 < plans["a"]["pos"] <= plans["a"]["pos_bound"]


def test_conditions_under_which_nobody_sees_anything_are_refused_or_told_before_a_plan_is_asked(watch: Browser) -> None:
    for visibility_nm in (0, 0.0):
        answer = watch.put(
            f"{CASE}/sections/conditions", json={"value": {**CONDITIONS, "visibility_nm": visibility_nm}}
        )
        assert (answer.status_code, answer.json()["code"]) == (422, "node.no_visibility")
        assert "visibility_nm" in answer.json()["what"]
    blind = {**sea_case(), "case": {"id": "blind"}, "conditions": {**CONDITIONS, "visibility_nm": 0}}
    for path in ("cases", "cases/check"):
        answer = watch.post(f"/api/v1/{path}", json={"document": blind}).json()
        assert (answer.get("problem") or answer)["code"] == "node.no_visibility"
    put(watch, "conditions", {**CONDITIONS, "visibility_nm": 0.5})  # fog: it is so, and stands in reports
    assert watch.get(f"{CASE}/plans").json()["ready"] == ["visibility"]
    put(watch, "conditions", CONDITIONS)
    assert watch.get(f"{CASE}/plans").json()["ready"] == []


def test_an_area_that_is_drawn_is_counted_and_kept_as_plan_b(
    node: Node, watch: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = watch.get(f"{CASE}/plans").json()["a"]
    as_planned = watch.post(f"{CASE}/plans/try", json={"base": "a"}).json()
    assert as_planned["pos"] == pytest.approx(plan["pos"], abs=1e-6)
    assert [each["problem"] for each in as_planned["units"]] == [None, None]
    area = {name: plan["units"][0]["area"][name] for name in ("lon_deg", "lat_deg", "length_m", "width_m")}
    far = {**area, "lat_deg": area["lat_deg"] + 0.3, "bearing_deg": 10}
    moved = {"base": "a", "areas": [{"unit": "heli-1", "area": far}]}
    tried = watch.post(f"{CASE}/plans/try", json=moved).json()
    assert tried["pos"] < plan["pos"]
    monkeypatch.setattr(trying, "WAIT_S", 0.01)
    with trying._WARM[node.layout.folder, CASE_ID].turn:  # another area is being counted
        assert watch.post(f"{CASE}/plans/try", json=moved).json()["code"] == "node.trial_is_busy"
    kept = watch.put(f"{CASE}/plans/b", json=moved).json()
    assert (kept["by"], kept["pos"]) == ("watch", pytest.approx(tried["pos"], abs=0.02))
    plans = watch.get(f"{CASE}/plans").json()
    assert (plans["b"], plans["b_stale"]) == (kept, False)
    assert watch.delete(f"{CASE}/plans/b").status_code == 204
    assert watch.get(f"{CASE}/plans").json()["b"] is None
    warm = trying._WARM[node.layout.folder, CASE_ID]
    go_round(node)
    assert warm.process.is_alive(), "it was asked a moment ago"
    warm.asked_s -= trying.IDLE_S
    go_round(node)
    assert not warm.process.is_alive()
    assert (node.layout.folder, CASE_ID) not in trying._WARM


def test_searches_and_clues_are_reported_listed_in_parts_and_withdrawn(node: Node, watch: Browser) -> None:
    told = {"plan": "a", "units": [{"unit": "heli-1"}, {"unit": "heli-2", "flown": False}]}
    answer = watch.post(f"{CASE}/searches", json=told)
    assert answer.status_code == 201, answer.text
    assert (answer.json()["units"], answer.json()["pos"]) == (["heli-1"], None)
    assert watch.get(f"{CASE}/plans").json()["stale"]
    assert watch.get(f"{CASE}/plan").json()["state"] == "waiting"
    assert watch.post(f"{CASE}/searches", json=told).json()["code"] == "node.search_kept_already"
    assert watch.post(f"{CASE}/plans/try", json={"base": "a"}).json()["code"] == "node.plan_is_stale"
    tracks = watch.post(f"{CASE}/searches", json={"name": "plotter.gpx", "gpx": GPX})
    assert (tracks.status_code, tracks.json()["units"]) == (201, ["heli-2"])
    first = watch.get(f"{CASE}/searches", params={"limit": 1})
    rest = watch.get(first.headers["link"].partition(">")[0].removeprefix("<"))
    assert [each["name"] for each in (*first.json(), *rest.json())] == ["plan-a.json", "plotter.gpx"]
    number = tracks.json()["search"]
    assert watch.delete(f"{CASE}/searches/{number}").status_code == 204
    assert [each["withdrawn"] for each in watch.get(f"{CASE}/searches").json()] == [False, True]
    clue = watch.post(f"{CASE}/clues", json=SIGHTING)
    assert (clue.status_code, clue.json()["value"]["kind"]) == (201, "sighting")
    assert watch.delete(f"{CASE}/clues/{clue.json()['clue']}").status_code == 204
    assert [each["withdrawn"] for each in watch.get(f"{CASE}/clues").json()] == [True]


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("POST", "searches", {"plan": "a", "name": "x", "gpx": "y"}, 422, "api.search_not_told"),
        ("POST", "searches", {"name": "x.gpx", "gpx": "<gpx/>"}, 422, "files.unreadable_search"),
        ("POST", "searches", {"name": "x.gpx", "gpx": "<!DOCTYPE gpx []><gpx/>"}, 422, None),
        ("POST", "searches", {"plan": "b", "units": [{"unit": "heli-1"}]}, 404, "node.plan_not_kept"),
        ("POST", "searches", {"plan": "a", "units": [{"unit": "x", "completed_until": "noon"}]}, 422, None),
        (
            "POST",
            "clues",
            {"kind": "found_object", "lat": 37, "lon": 5, "time": "x", "position_error_m": 1},
            422,
            None,
        ),
        ("PUT", "sections/case", {"value": {"id": "other"}}, 422, None),
        ("PUT", "sections/unit", {"value": [{}]}, 422, "rescue.missing_key"),
        ("DELETE", "searches/999", None, 404, "node.no_such_report"),
        ("PUT", "plans/b", {"base": "b", "areas": []}, 404, "node.plan_not_kept"),
        ("GET", "learnt/weights?hour=999", None, 404, "node.no_such_hour"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(
    watch: Browser, method: str, path: str, body: Any, status: int, code: str | None
) -> None:
    answer = watch.request(method, f"{CASE}/{path}", json=body)
    assert answer.status_code == status, answer.text
    if code is not None:
        assert answer.json()["code"] == code


def test_nothing_is_planned_for_a_case_that_is_not_ours(watch: Browser) -> None:
    for method, path in (("GET", "plans"), ("GET", "searches"), ("POST", "plan"), ("DELETE", "plans/b")):
        assert watch.request(method, f"/api/v1/cases/nobodys/{path}").json()["code"] == "node.case_not_ours"


def test_an_office_that_reads_only_changes_nothing_of_a_search(node: Node) -> None:
    auditor = Browser(node).enter("auditor", ("auditor",))
    assert auditor.get(f"{CASE}/plans").status_code == 200
    for path in ("plan", "plans/try", "searches", "clues"):
        assert auditor.post(f"{CASE}/{path}", json={}).json()["code"] == "api.not_your_role"
