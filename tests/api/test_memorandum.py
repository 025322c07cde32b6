"""Overview, today, articles, entries with proofs and tables: what the pages show follows from the record."""

import csv
import io
import shutil
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from comity.agreement import cut_wording, read_agreement
from comity.files.agreements import read_agreement_file
from comity.files.idealised import write_idealised_forcing
from comity.ground import canonical, parse_instant
from comity.ledger import LogKeys, Verifier, leaf_hash, read_head, verify_inclusion
from comity.node import offices
from comity.node.birth import init_node
from comity.node.services import acts, cases
from tests.api.browsers import Browser
from tests.two_nodes.test_exchange import CASE, CASE_ID, receive, send, sign_decision
from tests.two_nodes.two import EXAMPLE, MEMORANDUM, Two, decision, two_nodes

BASE = "/api/v1/agreements/dz-us-mou-2025"


def with_texts(folder: Path) -> None:
    """Make Algeria's folder with the signed texts, and one that was changed."""
    document = read_agreement_file(MEMORANDUM).document
    texts = [(EXAMPLE / f"text.{language}.md").read_bytes() for language in ("ar", "fr")]
    texts.append((EXAMPLE / "text.en.md").read_bytes() + b"\n")
    init_node(folder / "DZ", party="DZ", agreements=[document], url="http://dz.example", texts=texts)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    folder = tmp_path_factory.mktemp("nodes")
    with_texts(folder)
    with two_nodes(folder) as both:
        both.sign_memorandum()
        sign_decision(both)
        cases.open_case(both.dz, CASE)
        send(both)
        receive(both)
        both.exchange()
        yield both


@pytest.fixture(scope="module")
def browser(two: Two) -> Browser:
    return Browser(two.dz).enter("auditor", ("auditor",))


def test_an_agreement_names_its_domains_so_that_a_case_is_sent_under_one_that_has_rescue(browser: Browser) -> None:
    found = browser.get("/api/v1/agreements").json()[0]
    assert found["domains"] == [each.id for each in read_agreement(read_agreement_file(MEMORANDUM).document).domains]
    assert "rescue" in found["domains"]


def test_the_overview_has_a_line_for_each_clause_under_each_of_its_domains(browser: Browser) -> None:
    rows = browser.get("/api/v1/overview").json()["rows"]
    agreement = read_agreement(read_agreement_file(MEMORANDUM).document)
    expected = {(clause.id, domain) for clause in agreement.clauses for domain in clause.domains or (None,)}
    assert {(row["clause"], row["domain"]) for row in rows} == expected
    by_clause = {row["clause"]: row for row in rows}
    assert by_clause["4.3"]["state"] == "at_work"
    assert by_clause["4.3"]["last_exchange"]["subject"] == CASE_ID
    assert (by_clause["4.2"]["state"], by_clause["4.2"]["last_exchange"]) == ("waits", None)
    assert all(row["next_step"]["sentence"] and row["state_words"] for row in rows)


def test_today_says_what_waits_for_whom_and_what_arrived(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        two.sign_memorandum()
        document = decision()
        acts.table(two.dz, two.agreement_id, f"decision/{document['id']}", document, office="x", sign=True)
        two.exchange()
        ours = Browser(two.us).enter().get("/api/v1/today", headers={"accept-language": "fr"}).json()
        theirs = Browser(two.dz).enter().get("/api/v1/today").json()
        (due,) = ours["awaiting_us"]
        assert (due["series"], due["title"]) == ("decision/wg-sea-rescue-1", document["title"]["fr"])
        assert [each["series"] for each in theirs["awaiting_partner"]] == ["decision/wg-sea-rescue-1"]
        assert (theirs["awaiting_us"], ours["arrived"]) == ([], [])


def test_what_arrived_is_on_todays_page_and_the_log_of_the_case(two: Two) -> None:
    partner = Browser(two.us).enter()
    (arrived,) = partner.get("/api/v1/today").json()["arrived"]
    assert (arrived["subject"], arrived["item"]) == (CASE_ID, "rescue.case")


def test_the_articles_show_the_signed_texts_and_leave_out_the_one_that_was_changed(browser: Browser) -> None:
    found = browser.get(f"{BASE}/articles", headers={"accept-language": "ar"}).json()
    assert found["texts_held"] == ["ar", "fr"]
    by_id = {each["id"]: each for each in found["articles"]}
    text = (EXAMPLE / "text.fr.md").read_text("utf-8")
    assert by_id["4.3"]["text"]["fr"] in text
    assert by_id["4.3"]["text"]["fr"].startswith("Lorsque la vie humaine")
    assert by_id["4.3"]["text"]["en"] is None
    assert by_id["4.3"]["decisions"] == ["decision/wg-sea-rescue-1"]
    assert all(each["text"]["ar"] for each in found["articles"])
    assert by_id["4.3"]["rules"][0]["sentences"]
    assert found["text_hashes"]["fr"] == "sha256:" + sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_clause_of_the_example_has_its_place_in_each_text(language: str) -> None:
    agreement = read_agreement(read_agreement_file(MEMORANDUM).document)
    _, found = cut_wording(
        (EXAMPLE / f"text.{language}.md").read_text("utf-8"), [each.id for each in agreement.clauses]
    )
    assert set(found) == {clause.id for clause in agreement.clauses}
    assert all(found.values())


@pytest.mark.parametrize("log", ["own", "partner"])
def test_each_entry_is_proved_by_what_the_answer_holds_alone(two: Two, browser: Browser, log: str) -> None:
    listed = browser.get(f"{BASE}/logs/{log}/entries").json()
    assert [each["position"] for each in listed["entries"]] == list(range(listed["size"]))[::-1]
    for line in listed["entries"]:
        found = browser.get(f"{BASE}/logs/{log}/entries/{line['position']}").json()
        leaf = b64decode(found["leaf"])
        keys = LogKeys(found["origin"], Verifier.from_vkey(found["log_key"]))
        head = read_head(found["checkpoint"].encode(), keys).checkpoint
        assert b64decode(found["root"]) == head.root_hash
        proof = [b64decode(each) for each in found["proof"]]
        verify_inclusion(leaf_hash(leaf), line["position"], head.size, proof, head.root_hash)
        assert line["leaf_hash"] == found["leaf_hash"]
        assert canonical(found["entry"]) == leaf
    missing = browser.get(f"{BASE}/logs/{log}/entries/{listed['size']}")
    assert (missing.status_code, missing.json()["code"]) == (404, "node.no_such_entry")


def test_our_entries_that_the_partner_holds_come_with_its_receipt(browser: Browser) -> None:
    found = browser.get(f"{BASE}/logs/own/entries/0").json()
    log, mirror = (Verifier.from_vkey(found[name]) for name in ("log_key", "mirror_key"))
    head = read_head(found["receipt"].encode(), LogKeys(found["origin"], log, (mirror,)))
    assert mirror.name in head.receipts_ms
    entries = browser.get(f"{BASE}/logs/own/entries").json()["entries"]
    assert all(each["receipted"] for each in entries)


@pytest.mark.parametrize("path", ["cases", "overview", "acts", f"{BASE[8:]}/exchange", f"{BASE[8:]}/logs/own/entries"])
def test_a_table_stands_at_the_same_address_as_json_and_csv(browser: Browser, path: str) -> None:
    answer = browser.get(f"/api/v1/{path}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not any(mark in answer.text for mark in "\u2066\u2067\u2068\u2069\u200e\u200f")
    shown = browser.get(f"/api/v1/{path}.json")
    assert shown.json() == browser.get(f"/api/v1/{path}").json()


def test_health_says_when_each_feed_was_last_heard_and_that_the_log_verifies(two: Two, browser: Browser) -> None:
    found = browser.get("/api/v1/health").json()
    assert [(each["feed"], each["state"]) for each in found["feeds"]] == [
        ("dz-us-mou-2025/in", "following"),
        ("dz-us-mou-2025/out", "following"),
    ]
    assert all(0 <= found["now_ms"] - each["heard_ms"] < 60_000 for each in found["feeds"])
    assert found["log_verified"] is True
    checks = {each["check"]: each["state"] for each in browser.get("/api/v1/doctor").json()}
    assert checks["keys"] == "ok"


def test_a_log_whose_published_head_was_altered_is_not_called_verified(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        two.sign_memorandum()
        head = two.dz.layout.log(two.agreement_id, "own") / "checkpoint"
        data = bytearray(head.read_bytes())
        data[-10] ^= 1
        head.write_bytes(data)
        assert Browser(two.dz).enter().get("/api/v1/health").json()["log_verified"] is False


def test_an_alarm_stays_until_an_office_acknowledges_it(two: Two) -> None:
    partner = Browser(two.us).enter("watch", ("drafter",))
    (alarm,) = partner.get("/api/v1/alarms").json()
    assert (alarm["kind"], alarm["level"], alarm["subject"]) == ("case_arrived", "distress", CASE_ID)
    assert partner.post("/api/v1/alarms/acknowledgements", json={"alarm": "arrival/x/1"}).status_code == 404
    for _ in range(2):
        left = partner.post("/api/v1/alarms/acknowledgements", json={"alarm": alarm["id"]})
        assert (left.status_code, left.json()) == (201, [])
    assert offices.acts(two.us, before=None, limit=1)[0].office == "watch"


def test_the_form_of_a_new_case_knows_from_when_to_when_the_node_has_currents_and_wind(two: Two) -> None:
    first_ms, last_ms = parse_instant("2008-08-06T00:00:00Z"), parse_instant("2008-08-08T00:00:00Z")
    folder = two.dz.layout.folder / "forcing"
    write_idealised_forcing(folder, first_ms=first_ms, last_ms=last_ms)
    said = Browser(two.dz).enter("desk", ("drafter",)).get("/api/v1/forcing").json()
    shutil.rmtree(folder)
    assert said["problem"] is None
    assert (said["from_ms"], said["until_ms"]) == (first_ms, last_ms)


def test_the_form_of_a_new_case_is_checked_without_keeping_anything(two: Two) -> None:
    drafter = Browser(two.dz).enter("desk", ("drafter",))
    assert len(drafter.get("/api/v1/leeway").json()) > 50
    first = drafter.get("/api/v1/leeway", headers={"accept-language": "fr"}).json()[0]
    assert first["about"].startswith("Personne à l’eau")
    assert drafter.get("/api/v1/forcing").json()["problem"]["code"] == "node.no_forcing"
    fine: dict[str, Any] = {**CASE, "case": {"id": "another"}}
    assert drafter.post("/api/v1/cases/check", json={"document": fine}).json() == {"opens": True, "problem": None}
    wrong = {**fine, "run": {**fine["run"], "particles": -1}}
    said = drafter.post("/api/v1/cases/check", json={"document": wrong}, headers={"accept-language": "fr"}).json()
    assert said["opens"] is False
    assert said["problem"]["remedy"]
    assert [each.case_id for each in cases.cases(two.dz)] == [CASE_ID]
