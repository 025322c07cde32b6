"""Cooperation over the house API: two desks, roles, what stays home, calendars by token, counts, what is refused."""

from collections.abc import Iterator
from typing import Any

import pytest
from icalendar import Calendar

from tests.api.browsers import Browser
from tests.two_nodes.cooperating import EXAMPLES, Cooperating, cooperating, said

BASE = "/api/v1/agreements/dz-us-mou-2025/cooperation"
TEN_MINUTES_MS = 600_000


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cooperating]:
    with cooperating(tmp_path_factory.mktemp("nodes")) as both:
        both.group()
        yield both


@pytest.fixture(scope="module")
def algiers(two: Cooperating) -> Browser:
    return Browser(two.dz).enter("desk")


@pytest.fixture(scope="module")
def norfolk(two: Cooperating) -> Browser:
    return Browser(two.us).enter("desk")


def ok(answer: Any) -> Any:
    assert answer.status_code < 300, answer.text
    return answer.json() if answer.content else None


def make(browser: Browser, key: str, move: str, *, sign: bool = False, **fields: Any) -> dict[str, Any]:
    body = {"move": move, "fields": fields, "sign": sign}
    made: dict[str, Any] = ok(browser.post(f"{BASE}/records/{key}/acts", json=body))
    return made


def propose(browser: Browser, key: str, **fields: Any) -> dict[str, Any]:
    kind, name = key.split("/")
    whole = {"title": said(name), "clause_refs": ["3.1"]} | EXAMPLES.get(kind, {}) | fields
    return make(browser, key, "propose", **whole)


def test_a_meeting_is_tabled_by_one_desk_and_signed_by_the_other(
    two: Cooperating, algiers: Browser, norfolk: Browser
) -> None:
    proposed = propose(algiers, "meeting/wg-sahel-1")
    assert (proposed["state"], proposed["is_receipted"], proposed["owner_party"]) == ("proposed", False, "DZ")
    agree = next(each for each in proposed["moves"] if each["move"] == "agree")
    assert (agree["sign"], agree["ours"], agree["needs"][0]["is_met"]) == ("both", True, True)
    two.exchange()
    waiting = make(norfolk, "meeting/wg-sahel-1", "agree", sign=True)["waiting"]
    assert (waiting["by"], waiting["series"]) == ("US", "cooperation/meeting/wg-sahel-1")
    two.exchange()
    (inbox,) = ok(algiers.get("/api/v1/agreements/dz-us-mou-2025/awaiting"))
    assert inbox["texts"][0]["move"]["sentence"] == (
        "Agree – Meeting “EXAMPLE: wg-sahel-1”. Signed by both, it is: agreed."
    )
    vote = {"series": waiting["series"], "choice": waiting["hash"]}
    ok(algiers.post("/api/v1/agreements/dz-us-mou-2025/votes", json=vote))
    two.exchange()
    here, there = (ok(each.get(f"{BASE}/records/meeting/wg-sahel-1")) for each in (algiers, norfolk))
    assert here["state"] == here["agreed_state"] == there["agreed_state"] == "agreed"
    assert here["history"] == there["history"]
    assert [each["by"] for each in here["history"]] == ["DZ", "US"]
    assert len(here["history"][1]["positions"]) == 2


def test_what_is_ours_alone_stays_in_our_pages(two: Cooperating, algiers: Browser, norfolk: Browser) -> None:
    made = propose(algiers, "action/first")
    assert "national" not in made["document"]
    kept = ok(algiers.put(f"{BASE}/records/action/first/national", json={"fields": {"assignee": "our second desk"}}))
    assert kept["document"]["national"] == {"assignee": "our second desk"}
    two.exchange()
    assert "national" not in ok(norfolk.get(f"{BASE}/records/action/first"))["document"]
    emptied = ok(algiers.put(f"{BASE}/records/action/first/national", json={"fields": {"assignee": None}}))
    assert "national" not in emptied["document"]
    shared = algiers.put(f"{BASE}/records/action/first/national", json={"fields": {"due_ms": 1}})
    assert shared.json()["code"] == "node.field_not_national"


def test_a_drafter_tables_what_both_sign_and_only_an_approver_moves_alone(two: Cooperating, algiers: Browser) -> None:
    drafter = Browser(two.dz).enter("drafting desk", ("drafter",))
    propose(algiers, "meeting/wg-sahel-2", number=2)
    path = f"{BASE}/records/meeting/wg-sahel-2/acts"
    for body in ({"move": "cancel"}, {"move": "agree", "sign": True}):
        assert drafter.post(path, json=body).json()["code"] == "api.not_your_role", body
    tabled = ok(drafter.post(path, json={"move": "agree"}))
    assert tabled["waiting"] is None  # a text on the table binds nobody
    (text,) = tabled["tabled"]
    assert (text["move"], text["office"]) == ("agree", "drafting desk")
    vote = {"series": text["series"], "choice": text["hash"]}
    ok(algiers.post("/api/v1/agreements/dz-us-mou-2025/votes", json=vote))
    signed = ok(algiers.get(f"{BASE}/records/meeting/wg-sahel-2"))
    assert (signed["tabled"], signed["waiting"]["hash"]) == ([], text["hash"])


@pytest.mark.parametrize(
    ("key", "body", "code", "status"),
    [
        ("meeting/nothing", {"move": "agree"}, "node.no_such_record", 404),
        ("group/wg-sahel", {"move": "establish"}, "ground.no_such_move", 422),
        ("group/other", {"move": "propose", "fields": {"title": said("x")}}, "agreement.breaks_schema", 422),
        ("group/wg-sahel", {"move": "Not A Move"}, "api.malformed_request", 422),
    ],
)
def test_what_the_record_does_not_bear_is_refused_with_its_reason(algiers: Browser, key, body, code, status) -> None:
    answer = algiers.post(f"{BASE}/records/{key}/acts", json=body)
    assert (answer.json()["code"], answer.status_code) == (code, status)


def test_a_record_is_read_as_it_stood_on_a_past_day(two: Cooperating, algiers: Browser) -> None:
    now = ok(algiers.get(f"{BASE}/records/group/wg-sahel"))
    proposed_ms = now["entered"]["proposed"]
    then = ok(algiers.get(f"{BASE}/records/group/wg-sahel", params={"at_ms": proposed_ms}))
    assert (then["state"], then["version"], now["state"]) == ("proposed", 1, "established")


def test_a_past_day_knows_only_the_receipts_and_the_waiting_texts_of_that_day(
    two: Cooperating, algiers: Browser, norfolk: Browser
) -> None:
    two.exchange()
    propose(algiers, "action/receipted-later")
    alone_ms = two.two.clock()
    two.exchange()
    for of_day, is_receipted in (({}, True), ({"at_ms": alone_ms}, False)):
        record = ok(algiers.get(f"{BASE}/records/action/receipted-later", params=of_day))
        (line,) = [each for each in ok(algiers.get(f"{BASE}/records", params=of_day)) if each["key"] == record["key"]]
        assert record["is_receipted"] == line["is_receipted"] == is_receipted
        assert record["agreed_state"] == ("open" if is_receipted else None)
    open_until_ms = two.two.clock() + TEN_MINUTES_MS
    body = {"move": "drop", "fields": {}, "sign": True, "open_until_ms": open_until_ms}
    waiting = ok(algiers.post(f"{BASE}/records/action/receipted-later/acts", json=body))["waiting"]
    assert waiting["until_ms"] == open_until_ms
    two.two.clock.now_ms = open_until_ms + TEN_MINUTES_MS
    for at_ms, waits in ((waiting["since_ms"], True), (open_until_ms, True), (open_until_ms + 1, False)):
        record = ok(algiers.get(f"{BASE}/records/action/receipted-later", params={"at_ms": at_ms}))
        assert (record["waiting"] is not None) == waits
        assert record["tabled"] == []


@pytest.mark.parametrize("route", ["records", "sheets"])
def test_a_long_list_comes_in_parts_that_say_where_the_next_begins(algiers: Browser, route: str) -> None:
    propose(algiers, f"action/one-{route}")
    propose(algiers, f"action/two-{route}")
    whole = ok(algiers.get(f"{BASE}/{route}"))
    assert "link" not in algiers.get(f"{BASE}/{route}").headers
    address, keys = f"{BASE}/{route}?limit=1&kind=action", []
    while address:
        answer = algiers.get(address)
        keys += [each["key"] for each in ok(answer)]
        address = answer.headers.get("link", "").removesuffix('>; rel="next"').removeprefix("<")
    assert keys == [each["key"] for each in whole if each["kind"] == "action"]
    assert len(keys) > 1
    assert algiers.get(f"{BASE}/{route}", params={"limit": 5_001}).status_code == 422


def test_lists_are_filtered_and_summed(algiers: Browser) -> None:
    propose(algiers, "meeting/listed", number=8)
    propose(algiers, "action/listed")
    keys = {each["key"] for each in ok(algiers.get(f"{BASE}/records", params={"about": "group/wg-sahel"}))}
    assert {"meeting/listed", "action/listed"} <= keys
    kinds = {each["kind"] for each in ok(algiers.get(f"{BASE}/records", params={"kind": "action", "open": True}))}
    assert kinds == {"action"}
    summary = ok(algiers.get(f"{BASE}/summary"))
    (group,) = summary["groups"]
    assert group["subject"] == "wg-sahel"
    assert group["open"] == summary["open"] >= 3
    assert [each["domain"] for each in ok(algiers.get(f"{BASE}/contributions"))["domains"]][:2] == [
        "rescue",
        "maritime",
    ]


def test_a_calendar_program_reads_one_calendar_by_its_token_until_it_is_ended(
    two: Cooperating, algiers: Browser
) -> None:
    propose(algiers, "meeting/wg-sahel-3", number=3)
    made = ok(algiers.post(f"{BASE}/calendars", json={"group": "wg-sahel"}))
    program = Browser(two.dz)  # signs in never
    calendar = Calendar.from_ical(program.get(made["path"]).content)
    assert "meeting/wg-sahel-3" in [str(each["UID"]) for each in calendar.walk("VEVENT")]
    assert calendar.walk("VALARM")
    assert program.get(f"{BASE}/calendar.ics").status_code == 401
    assert program.get(f"{BASE}/calendar.ics", params={"token": "0" * 40}).status_code == 401
    assert program.get(f"{BASE}/records").status_code == 401
    assert [each["number"] for each in ok(algiers.get(f"{BASE}/calendars"))] == [made["number"]]
    assert made["token"] not in algiers.get(f"{BASE}/calendars").text
    ok(algiers.post(f"{BASE}/calendars/ends", json={"number": made["number"]}))
    assert program.get(made["path"]).status_code == 401


def test_what_falls_due_is_the_same_list_on_both_nodes(two: Cooperating, algiers: Browser, norfolk: Browser) -> None:
    two.exchange()
    here, there = (ok(each.get(f"{BASE}/dates")) for each in (algiers, norfolk))
    assert here == there
    assert [each["due_ms"] for each in here] == sorted(each["due_ms"] for each in here)
    first = {each["key"]: (each["due_ms"], each["what"]) for each in reversed(here)}
    lines = [each for each in ok(algiers.get(f"{BASE}/records")) if each["due_ms"] is not None]
    assert {each["key"]: (each["due_ms"], each["due_what"]) for each in lines} == first
    assert lines


def test_days_that_share_an_instant_are_listed_to_the_last_in_parts(two: Cooperating, algiers: Browser) -> None:
    due_ms = EXAMPLES["action"]["due_ms"]
    for number in range(3):
        two.propose(two.dz, "action", f"same-day-{number}", due_ms=due_ms)
    whole = ok(algiers.get(f"{BASE}/dates"))
    assert len([each for each in whole if each["due_ms"] == due_ms]) >= 3
    found, following = [], f"{BASE}/dates?limit=1"
    while following:
        answer = algiers.get(following)
        found += ok(answer)
        following = answer.links.get("next", {}).get("url", "")
    assert found == whole
