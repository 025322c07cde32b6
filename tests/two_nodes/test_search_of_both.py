"""Both centres search: an empty search of one teaches both, plans lie side by side, and both sign who co-ordinates."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from comity.node import outbox, received_searches
from comity.node.app import Node
from comity.node.incidents import cases_under
from comity.node.jobs import run_due
from comity.node.received import received
from comity.node.received_searches import follow
from tests.api.browsers import Browser
from tests.node.sea import CASE_ID, sea_case, write_sea
from tests.two_nodes.test_exchange import PURPOSE, sign_decision
from tests.two_nodes.two import Two, two_nodes

THEIR_CASE = "us-bejaia-test"
CONDITIONS = {"visibility_nm": 10, "wind_kt": 12, "sea_m": 1.0}
HELICOPTER: dict[str, Any] = {
    "id": "heli-1",
    "platform": "helicopter",
    "altitude_ft": 500,
    "speed_kt": 90,
    "on_scene": "2008-08-06T08:00:00Z",
    "endurance_s": 3600,
    "base": {"lat": 36.71, "lon": 5.07},
}
CUTTER = {name: value for name, value in HELICOPTER.items() if name != "altitude_ft"} | {
    "id": "EXAMPLE: the fast boat, call 555",
    "platform": "boat",
    "speed_kt": 25,
}
CANARY = "EXAMPLE: the fast boat"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Algeria has a case with its plan, the United States one that answers it; both know of both."""
    with two_nodes(tmp_path_factory.mktemp("both")) as both:
        for node in (both.dz, both.us):
            write_sea(node.layout.folder)
        both.sign_memorandum()
        sign_decision(both)
        ours, theirs = Browser(both.dz).enter("MRCC Alger"), Browser(both.us).enter("RCC Norfolk")
        open_case(ours, sea_case(particles=800, until="2008-08-06T14:00:00Z"), [HELICOPTER, CUTTER])
        work(both.dz, "drift", "plan")
        release(ours, CASE_ID)
        carry(both)
        document = sea_case(particles=800, until="2008-08-06T14:00:00Z", seed=7)
        document["case"] = {"id": THEIR_CASE, "answers": CASE_ID}
        document["object"] = [{"leeway": 26}, {"leeway": 1}]  # they also think of a person in the water
        open_case(theirs, document, [{**HELICOPTER, "id": "rescue-42", "base": {"lat": 38.0, "lon": 5.6}}])
        work(both.us, "drift")
        release(theirs, THEIR_CASE)
        carry(both)
        yield both


@pytest.fixture(scope="module")
def ours(two: Two) -> Browser:
    return Browser(two.dz).enter("MRCC Alger")


@pytest.fixture(scope="module")
def theirs(two: Two) -> Browser:
    return Browser(two.us).enter("RCC Norfolk")


def open_case(desk: Browser, document: dict[str, Any], units: list[dict[str, Any]]) -> None:
    whole = {**document, "unit": units, "conditions": CONDITIONS}
    answer = desk.post("/api/v1/cases", json={"document": whole})
    assert answer.status_code == 201, answer.text
    desk.post(f"/api/v1/cases/{document['case']['id']}/drift")
    with desk.node.store.writing() as connection:
        outbox.add(connection, "plan", document["case"]["id"], now_ms=desk.node.clock())


def release(desk: Browser, case_id: str, item: str = "rescue.case", which: str | None = None) -> dict[str, Any]:
    body = {"case": case_id, "item": item, "which": which, "purpose": PURPOSE}
    answer = desk.post("/api/v1/agreements/dz-us-mou-2025/releases", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def carry(two: Two) -> None:
    two.exchange()
    for node in (two.dz, two.us):
        run_due(node, "receive", threading.Event())


def work(node: Node, *kinds: str) -> None:
    for kind in kinds:
        run_due(node, kind, threading.Event())
        job = outbox.latest(node, kind, CASE_ID if node.party == "DZ" else THEIR_CASE)
        assert job is not None
        assert job.state == "done", job.problem


def plans(desk: Browser, case_id: str) -> dict[str, Any]:
    found: dict[str, Any] = desk.get(f"/api/v1/cases/{case_id}/plans").json()
    return found


def test_both_cases_are_one_incident_that_its_opener_co_ordinates(ours: Browser, theirs: Browser) -> None:
    for desk, case_id in ((ours, CASE_ID), (theirs, CASE_ID), (theirs, THEIR_CASE), (ours, THEIR_CASE)):
        held = desk.get(f"/api/v1/cases/{case_id}/custody").json()
        assert (held["incident"], held["holder"], held["shared"]) == (f"dz.{CASE_ID}", "DZ", True)
    assert theirs.get(f"/api/v1/cases/{THEIR_CASE}").json()["standing"]["smc"] == "partner"
    assert ours.get(f"/api/v1/cases/{THEIR_CASE}").json()["standing"]["smc"] == "ours"


def test_a_plan_lies_beside_the_partner_s_by_identifiers_and_without_the_bases(
    two: Two, ours: Browser, theirs: Browser
) -> None:
    sent = release(ours, CASE_ID, "rescue.plan", "a")
    assert (sent["decision"], sent["rule"]) == ("released", "4.3/plan-live")
    carry(two)
    (plan,) = plans(theirs, THEIR_CASE)["partner"]
    own = plans(ours, CASE_ID)["a"]
    assert (plan["problem"], plan["party"], plan["plan"], plan["pos"]) == (None, "DZ", "a", round(own["pos"], 3))
    assert [each["unit"] for each in plan["sorties"]] == ["heli-1", "boat-2"]
    for told, entry in zip(plan["sorties"], own["units"], strict=True):
        assert told["corners"][0] == pytest.approx(entry["area"]["corners"][0], abs=1e-6)
        assert 0 < told["points"] < len(entry["legs"]["time"])  # the way from the base and home stays home


def in_parts(desk: Browser, path: str, limit: int) -> list[list[dict[str, Any]]]:
    """Read a list part by part, as its links lead."""
    found, url = [], f"/api/v1/cases/{THEIR_CASE}/{path}?limit={limit}"
    while url:
        answer = desk.get(url)
        assert answer.status_code == 200, answer.text
        found.append(answer.json())
        url = answer.headers.get("link", "").partition(">")[0].removeprefix("<")
    return found


def test_the_ways_of_the_partner_s_plan_come_in_parts_and_are_its_own(ours: Browser, theirs: Browser) -> None:
    parts = in_parts(theirs, "plans/received/legs", 7)
    assert {len(each) for each in parts[:-1]} == {7}
    points = [each for part in parts for each in part]
    (plan,) = plans(theirs, THEIR_CASE)["partner"]
    assert {each["plan"] for each in points} == {plan["key"]}
    for number, (told, entry) in enumerate(zip(plan["sorties"], plans(ours, CASE_ID)["a"]["units"], strict=True)):
        way = [each for each in points if each["sortie"] == number]
        assert len(way) == told["points"]
        searching = [k for k, is_so in enumerate(entry["legs"]["is_searching"]) if is_so]
        first, last = searching[0], searching[-1] + 2
        assert [each["lon_deg"] for each in way] == pytest.approx(entry["legs"]["lon_deg"][first:last], abs=1e-6)
        assert [each["is_searching"] for each in way] == [*entry["legs"]["is_searching"][first : last - 1], False]
    for key in ("x", "1.2.3", f"{plan['key']}.x.0"):
        answer = theirs.get(f"/api/v1/cases/{THEIR_CASE}/plans/received/legs", params={"after": key})
        assert (answer.status_code, answer.json()["code"]) == (422, "node.no_such_received")


def test_an_empty_search_of_one_centre_teaches_both(two: Two, ours: Browser, theirs: Browser) -> None:
    flown = ours.post(f"/api/v1/cases/{CASE_ID}/searches", json={"plan": "a", "units": [{"unit": "heli-1"}]})
    assert flown.status_code == 201, flown.text
    release(ours, CASE_ID, "rescue.search", str(flown.json()["search"]))
    body = {"case": CASE_ID, "item": "rescue.plan", "which": "a", "purpose": PURPOSE}
    stale = ours.post("/api/v1/agreements/dz-us-mou-2025/releases", json=body)
    assert (stale.status_code, stale.json()["code"]) == (409, "node.plan_is_stale")
    carry(two)
    (told,) = theirs.get(f"/api/v1/cases/{THEIR_CASE}/searches/received").json()
    assert (told["counts"], told["units"], told["party"], told["problem"]) == (True, ["heli-1"], "DZ", None)
    work(two.us, "plan")
    planned = plans(ours, CASE_ID)["a"]["units"][0]["pos"]
    there = plans(theirs, THEIR_CASE)["learnt"]
    assert there["searches"][0]["pos"] > 0.02
    assert there["searches"][0]["pos"] == pytest.approx(planned, abs=0.2)  # each on a cloud of its own
    (row,) = theirs.get(f"/api/v1/cases/{THEIR_CASE}/searches").json()
    assert (row["origin"], row["office"], row["name"]) == ("partner", "MRCC Alger", "DZ 1")


def test_the_same_search_sent_twice_teaches_once(two: Two, ours: Browser, theirs: Browser) -> None:
    (search,) = ours.get(f"/api/v1/cases/{CASE_ID}/searches").json()
    release(ours, CASE_ID, "rescue.search", str(search["search"]))
    carry(two)
    whole = theirs.get(f"/api/v1/cases/{THEIR_CASE}/searches/received").json()
    assert len(whole) == 2
    assert in_parts(theirs, "searches/received", 1) == [[each] for each in whole]
    assert len(theirs.get(f"/api/v1/cases/{THEIR_CASE}/searches").json()) == 1


def test_what_the_desk_wrote_in_the_place_of_an_identifier_never_leaves(two: Two) -> None:
    outbound = [*two.dz.layout.agreement(two.agreement_id).rglob("*"), *two.us.layout.folder.rglob("*")]
    searched = [each.read_bytes() for each in outbound if each.is_file() and "cases" not in each.parts]
    assert len(searched) > 10
    assert not any(CANARY.encode() in data or b"plan.json" in data for data in searched)


def test_a_recalled_search_teaches_no_more(two: Two, ours: Browser, theirs: Browser) -> None:
    for moved in ours.get("/api/v1/agreements/dz-us-mou-2025/exchange").json()["moved"]:
        if moved["direction"] == "out" and moved["item"] == "rescue.search":
            body = {"position": moved["position"], "why": "wrong"}
            assert ours.post("/api/v1/agreements/dz-us-mou-2025/recalls", json=body).status_code == 201
    two.exchange()
    assert follow(two.us) == 1
    assert follow(two.us) == 0
    assert theirs.get(f"/api/v1/cases/{THEIR_CASE}/searches").json() == []
    told = theirs.get(f"/api/v1/cases/{THEIR_CASE}/searches/received").json()
    assert {each["problem"]["code"] for each in told} == {"node.search_gone"}
    log = {each["kind"]: each for each in theirs.get(f"/api/v1/cases/{THEIR_CASE}/chronology").json()}
    assert (log["search_gone"]["office"], log["search_arrived"]["office"]) == (None, "MRCC Alger")
    assert "counts no more: recalled by the partner" in log["search_gone"]["sentence"]
    assert log["search_gone"]["at_ms"] > log["search_arrived"]["at_ms"]
    assert "heli-1" not in log["search_arrived"]["sentence"], "what it said is not ours to keep any more"


def test_one_at_a_time_brings_the_accounts_in_line(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    within, most, both = 0, 0, threading.Barrier(2, timeout=0.2)

    def looks(*_: object) -> Iterator[Any]:
        nonlocal within, most
        within += 1
        most = max(most, within)
        with suppress(threading.BrokenBarrierError):  # nobody else comes in while this one looks
            both.wait()
        within -= 1
        yield from ()

    monkeypatch.setattr(received_searches, "_wanted", looks)
    threads = [threading.Thread(target=follow, args=(two.us,)) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert most == 1


def test_what_was_recalled_stays_in_no_file_even_where_nothing_can_be_planned_anew(two: Two, theirs: Browser) -> None:
    folder = two.us.layout.case(THEIR_CASE)
    assert b"heli-1" in (folder / "searched.json").read_bytes()
    body = {"value": [{"leeway": 26}]}  # nobody has drifted the case since
    assert theirs.put(f"/api/v1/cases/{THEIR_CASE}/sections/object", json=body).status_code == 200
    run_due(two.us, "plan", threading.Event())
    job = outbox.latest(two.us, "plan", THEIR_CASE)
    assert job is not None
    assert (job.state, plans(theirs, THEIR_CASE)["learnt"]) == ("failed", None)
    assert sorted(each.name for each in folder.iterdir()) == ["particles.nc", "summary.json", "worksheet.json"]


def vote(desk: Browser, series: str, choice: str | None) -> None:
    body = {"series": series, "choice": choice}
    assert desk.post("/api/v1/agreements/dz-us-mou-2025/votes", json=body).status_code == 201


def test_the_search_is_handed_over_and_back_by_both_signatures(two: Two, ours: Browser, theirs: Browser) -> None:
    proposed = ours.post(f"/api/v1/cases/{CASE_ID}/custody", json={"to": "US"}).json()
    assert (proposed["holder"], proposed["pending"]["to"], proposed["pending"]["signed_by"]) == ("DZ", "US", ["DZ"])
    two.exchange()
    waits = theirs.get(f"/api/v1/cases/{THEIR_CASE}/custody").json()
    assert (waits["holder"], waits["pending"]["standing"]) == ("DZ", "awaiting_us")
    (awaiting,) = [
        each
        for each in theirs.get("/api/v1/agreements/dz-us-mou-2025/awaiting").json()
        if each["series"] == waits["series"]
    ]
    assert awaiting["texts"][0]["title"]["en"] == f"United States of America co-ordinates the search for {CASE_ID}"
    assert awaiting["texts"][0]["problem"] is None
    vote(theirs, waits["series"], waits["pending"]["hash"])
    two.exchange()
    for desk, case_id, smc in ((ours, CASE_ID, "partner"), (theirs, THEIR_CASE, "ours"), (theirs, CASE_ID, "ours")):
        assert desk.get(f"/api/v1/cases/{case_id}/custody").json()["holder"] == "US"
        assert desk.get(f"/api/v1/cases/{case_id}").json()["standing"]["smc"] == smc
    back = theirs.post(f"/api/v1/cases/{THEIR_CASE}/custody", json={"to": "DZ"}).json()
    two.exchange()
    vote(ours, back["series"], back["pending"]["hash"])
    two.exchange()
    seen = [desk.get(f"/api/v1/cases/{CASE_ID}/custody").json() for desk in (ours, theirs)]
    assert [each["holder"] for each in seen] == ["DZ", "DZ"]
    assert [each["to"] for each in seen[0]["handed_over"]] == ["US", "DZ"]
    assert seen[0]["handed_over"] == seen[1]["handed_over"]


def test_a_hand_over_to_the_centre_that_co_ordinates_is_refused(ours: Browser) -> None:
    answer = ours.post(f"/api/v1/cases/{CASE_ID}/custody", json={"to": "DZ"})
    assert (answer.status_code, answer.json()["code"]) == (422, "node.co_ordinates_already")


UNIT = {
    "platform": "helicopter",
    "speed_m_s": 60,
    "endurance_s": 7200,
    "altitude_m": 150,
    "base_lat_deg": 38.0,
    "base_lon_deg": 5.6,
    "from_ms": 1_790_000_100_000,
    "until_ms": 1_790_100_000_000,
}


def test_a_unit_is_offered_accepted_and_taken_over(two: Two, ours: Browser, theirs: Browser) -> None:
    (offered,) = theirs.post(f"/api/v1/cases/{THEIR_CASE}/resources", json={"kind": "offer", "unit": UNIT}).json()
    assert (offered["number"], offered["by"], offered["state"], offered["unit"]) == (2, "US", "offered", None)
    two.exchange()
    (seen,) = ours.get(f"/api/v1/cases/{CASE_ID}/resources").json()
    assert (seen["state"], seen["standing"]) == ("offered", "awaiting_us")
    vote(ours, seen["series"], seen["hash"])
    two.exchange()
    for desk, case_id in ((ours, CASE_ID), (theirs, THEIR_CASE)):
        (lent,) = desk.get(f"/api/v1/cases/{case_id}/resources").json()
        assert (lent["state"], lent["unit"]["id"], lent["unit"]["platform"]) == ("accepted", "US-2", "helicopter")
    units = [HELICOPTER, lent["unit"] | {"on_scene": "2008-08-06T09:00:00Z"}]
    kept = ours.put(f"/api/v1/cases/{CASE_ID}/sections/unit", json={"value": units})
    assert [each["id"] for each in kept.json()["document"]["unit"]] == ["heli-1", "US-2"]


def test_an_offer_is_taken_back_before_it_is_signed_and_a_request_is_declined(
    two: Two, ours: Browser, theirs: Browser
) -> None:
    made = theirs.post(f"/api/v1/cases/{THEIR_CASE}/resources", json={"kind": "offer", "unit": UNIT}).json()
    assert theirs.post(f"/api/v1/cases/{THEIR_CASE}/resources/4/withdrawal", json={}).status_code == 201
    asked = ours.post(f"/api/v1/cases/{CASE_ID}/resources", json={"kind": "request", "unit": UNIT}).json()
    two.exchange()
    taken_back = next(each for each in made if each["number"] == 4)
    late = ours.post(
        "/api/v1/agreements/dz-us-mou-2025/votes", json={"series": taken_back["series"], "choice": taken_back["hash"]}
    )
    assert (late.status_code, late.json()["code"]) == (422, "node.offer_closed")
    vote(theirs, next(each for each in asked if each["by"] == "DZ")["series"], None)
    two.exchange()
    for desk, case_id in ((ours, CASE_ID), (theirs, THEIR_CASE)):
        states = {each["number"]: each["state"] for each in desk.get(f"/api/v1/cases/{case_id}/resources").json()}
        assert states == {1: "declined", 2: "accepted", 4: "withdrawn"}


def test_the_log_of_each_case_tells_what_both_signed(ours: Browser, theirs: Browser) -> None:
    told = []
    for desk, case_id in ((ours, CASE_ID), (theirs, THEIR_CASE)):
        lines = desk.get(f"/api/v1/cases/{case_id}/chronology?limit=500").json()
        told.append([each["sentence"] for each in lines if each["kind"].startswith(("custody", "unit"))])
    assert told[0] == told[1]
    assert told[0][-4:] == [
        "Agreed by both: DZ co-ordinates the search",
        "Proposed that DZ co-ordinates the search",
        "Agreed by both: US co-ordinates the search",
        "Proposed that US co-ordinates the search",
    ]
    assert "Agreed by both: unit 2 of US is lent" in told[0]
    assert "US took unit 4 back" in told[0]


def test_what_a_case_answers_outlives_the_erasure_of_its_record(two: Two) -> None:
    def names(node: Node) -> list[str]:
        return sorted(cases_under(node)["dz-us-mou-2025"].incidents())

    before = [names(node) for node in (two.dz, two.us)]
    assert before[0] == before[1]
    for node in (two.dz, two.us):
        for each in received(node, "rescue.case"):
            each.path.unlink(missing_ok=True)
    assert [names(node) for node in (two.dz, two.us)] == before
