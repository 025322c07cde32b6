"""Ask and answer over the house API: roles, previews, the other party's Today, alarms, account and audit as files."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader

from comity.ground import MS_PER_HOUR
from comity.node.jobs import go_round
from comity.node.services import cases
from tests.api.browsers import Browser
from tests.two_nodes.test_exchange import CASE, CASE_ID, receive, sign_decision
from tests.two_nodes.test_requests import asks
from tests.two_nodes.two import Two, two_nodes

BASE = "/api/v1/agreements/dz-us-mou-2025"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    with two_nodes(tmp_path_factory.mktemp("nodes")) as both:
        both.sign_memorandum()
        sign_decision(both)
        cases.open_case(both.dz, CASE)
        yield both


@pytest.fixture(scope="module")
def algiers(two: Two) -> Browser:
    return Browser(two.dz).enter("desk")


@pytest.fixture(scope="module")
def norfolk(two: Two) -> Browser:
    return Browser(two.us).enter("desk")


def ok(answer: Any) -> Any:
    assert answer.status_code < 300, answer.text
    return answer.json() if answer.content else None


def ask(two: Two, norfolk: Browser, **changes: Any) -> dict[str, Any]:
    draft = ok(norfolk.post(f"{BASE}/requests/drafts", json=asks(**changes)))
    sent: dict[str, Any] = ok(norfolk.post(f"{BASE}/requests", json={"request": draft["request"]}))
    two.exchange()
    return sent


@pytest.fixture(scope="module")
def done(two: Two, algiers: Browser, norfolk: Browser) -> Two:
    """One question was answered and one declined, in a month of their own."""
    for path, body in (("answers", {"cases": [CASE_ID]}), ("refusals", {"article": "8.1"})):
        sent = ask(two, norfolk)
        ok(algiers.post(f"{BASE}/requests/{path}", json={"request": sent["hash"], **body}))
        two.exchange()
    return two


def test_a_question_stands_on_the_partners_today_with_its_due_time_until_it_is_answered(
    two: Two, algiers: Browser, norfolk: Browser
) -> None:
    sent = ask(two, norfolk)
    (due,) = ok(algiers.get("/api/v1/today"))["requests"]
    assert (due["request"], due["direction"], due["due_ms"]) == (sent["request"], "in", sent["due_ms"])
    assert due["clause_title"]
    assert due["sentence"] == "Asked; not answered yet."
    body = {"request": sent["hash"], "cases": [CASE_ID], "preview": True}
    shown = ok(algiers.post(f"{BASE}/requests/answers", json=body))
    (part,) = shown["parts"]
    assert (shown["answer"], shown["position"], part["decision"]) == ("answered", None, "released")
    assert "notes" in part["before"]
    assert "notes" not in part["after"]
    answered = ok(algiers.post(f"{BASE}/requests/answers", json=body | {"preview": False}))
    assert answered["position"] is not None
    receive(two)
    two.exchange()
    for browser in (algiers, norfolk):
        assert ok(browser.get("/api/v1/today"))["requests"] == []
        (found,) = [each for each in ok(browser.get(f"{BASE}/requests"))["requests"] if each["hash"] == sent["hash"]]
        assert (found["state"], len(found["contents"])) == ("answered", 1)


def test_a_drafter_may_prepare_and_only_an_approver_sends_answers_and_declines(two: Two, norfolk: Browser) -> None:
    drafter = Browser(two.us).enter("drafting desk", ("drafter",))
    draft = ok(drafter.post(f"{BASE}/requests/drafts", json=asks()))
    for path, body in (
        ("requests", {"request": draft["request"]}),
        ("requests/refusals", {"request": "sha256:" + "0" * 64, "article": "8.1"}),
        ("requests/answers", {"request": "sha256:" + "0" * 64, "cases": [CASE_ID]}),
        ("recalls", {"position": 1, "why": "wrong"}),
        ("corrections", {"position": 1, "why": "wrong"}),
    ):
        refused = drafter.post(f"{BASE}/{path}", json=body)
        assert refused.json()["code"] == "api.not_your_role", path
    ok(drafter.post(f"{BASE}/requests/drafts/given-up", json={"request": draft["request"]}))
    assert ok(norfolk.get(f"{BASE}/requests"))["drafts"] == []


def test_no_body_has_room_for_a_person(norfolk: Browser) -> None:
    for about in ({"name": "a name"}, {"person": "a name"}, {"group": "a name"}, {"mmsi": 972_000_001}, {}):
        answer = norfolk.post(f"{BASE}/requests/drafts", json=asks(about=about))
        assert answer.status_code == 422, about
    assert ok(norfolk.get(f"{BASE}/requests"))["drafts"] == []


def test_a_declined_question_names_its_article_on_both_sides(two: Two, algiers: Browser, norfolk: Browser) -> None:
    sent = ask(two, norfolk)
    declined = ok(algiers.post(f"{BASE}/requests/refusals", json={"request": sent["hash"], "article": "8.1"}))
    assert declined["sentence"] == "Declined under Article 8.1."
    two.exchange()
    found = {each["hash"]: each for each in ok(norfolk.get(f"{BASE}/requests"))["requests"]}
    assert (found[sent["hash"]]["state"], found[sent["hash"]]["article"]) == ("declined", "8.1")


def test_a_question_alarms_when_it_is_soon_due_and_when_it_is_late(
    two: Two, algiers: Browser, norfolk: Browser
) -> None:
    due_ms = two.clock.now_ms + 4 * MS_PER_HOUR
    sent = ask(two, norfolk, due_ms=due_ms)

    def kinds(browser: Browser) -> list[str]:
        found = ok(browser.get("/api/v1/alarms"))
        return [each["kind"] for each in found if each["subject"] == sent["request"]]

    assert kinds(algiers) == []
    two.clock.now_ms = due_ms - MS_PER_HOUR + 1
    assert (kinds(algiers), kinds(norfolk)) == (["request_due"], [])
    two.clock.now_ms = due_ms + 1
    assert (kinds(algiers), kinds(norfolk)) == (["request_late"], ["request_late"])
    go_round(two.dz)
    two.exchange()
    found = {each["hash"]: each["state"] for each in ok(norfolk.get(f"{BASE}/requests"))["requests"]}
    assert found[sent["hash"]] == "lapsed"


def test_both_nodes_give_the_same_account_as_json_and_csv(done: Two, algiers: Browser, norfolk: Browser) -> None:
    done.exchange()
    here, there = (ok(browser.get(f"{BASE}/account.json")) for browser in (algiers, norfolk))
    assert here == there
    rows = list(csv.DictReader(io.StringIO(algiers.get(f"{BASE}/account.csv").text)))
    flat = [
        {"clause": line["clause"], "month": line["month"], **{name: str(value) for name, value in each.items()}}
        for line in here["lines"]
        for each in line["parties"]
    ]
    assert rows == flat
    dz = next(row for row in rows if row["party"] == "DZ")
    assert dz["clause"] == "4.3"
    assert min(int(dz[name]) for name in ("contents", "items", "bytes", "answered", "declined")) >= 1


@pytest.mark.parametrize(("language", "mark"), [("en", "EXAMPLE"), ("fr", "EXEMPLE"), ("ar", None)])
def test_the_audit_is_the_same_on_screen_in_a_table_and_on_paper(
    done: Two, algiers: Browser, language: str, mark: str
) -> None:
    said = {"accept-language": language}
    found = ok(algiers.get(f"{BASE}/audit", headers=said))
    row = found["rows"][0]
    assert (row["clause"], row["rule"], row["items"], row["received"]) == ("4.3", "4.3/sar-live", 1, True)
    line, *_ = csv.DictReader(io.StringIO(algiers.get(f"{BASE}/audit.csv", headers=said).content.decode()))
    assert (line["clause"], line["content"], line["leaf_hash"]) == ("4.3", row["content"], row["leaf_hash"])
    paper = algiers.get(f"{BASE}/audit.pdf", headers=said)
    assert paper.headers["content-type"] == "application/pdf"
    text = PdfReader(io.BytesIO(paper.content)).pages[0].extract_text()
    for each in (found["root"], found["agreement_hash"], row["rule"], *([mark] if mark else [])):
        assert each in text


def test_a_recall_is_shown_on_both_sides(done: Two, algiers: Browser, norfolk: Browser) -> None:
    left = [each for each in ok(algiers.get(f"{BASE}/exchange"))["moved"] if each["direction"] == "out"][-1]
    ok(algiers.post(f"{BASE}/recalls", json={"position": left["position"], "why": "released_in_error"}))
    done.exchange()
    for browser, direction in ((algiers, "out"), (norfolk, "in")):
        found = [each for each in ok(browser.get(f"{BASE}/exchange"))["moved"] if each["direction"] == direction][-1]
        assert (found["fate"], found["fate_why"]) == ("recalled", "released_in_error")
        assert found["fate_words"] == "Recalled: both erased it."


def test_nothing_waits_for_a_batch_where_a_rule_lets_everything_out_at_once(algiers: Browser) -> None:
    assert ok(algiers.get(f"{BASE}/batches")) == {
        "schema": "comity/batches/1",
        "agreement": "dz-us-mou-2025",
        "next_ms": None,
        "waiting": [],
    }
