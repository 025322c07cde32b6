"""What awaits a signature, over HTTP: drafted, tabled, shown with its changes, signed, a version of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from comity.agreement import read_amendment
from comity.files.agreements import read_agreement_file
from comity.node.annexes import new_keys
from comity.node.birth import init_node
from comity.node.services import keys
from tests.api.browsers import Browser
from tests.two_nodes.test_amendments import TITLE
from tests.two_nodes.test_rotation import propose, sign_keys, sign_what_lies_there
from tests.two_nodes.two import EXAMPLE, MEMORANDUM, Two, two_nodes

BASE = "/api/v1/agreements/dz-us-mou-2025"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        yield both


def with_texts(folder: Path) -> None:
    """Make both folders with the signed texts."""
    texts = [(EXAMPLE / f"text.{language}.md").read_bytes() for language in ("ar", "en", "fr")]
    for party, url in (("DZ", "http://dz.example"), ("US", "http://us.example")):
        document = read_agreement_file(MEMORANDUM).document
        init_node(folder / party, party=party, agreements=[document], url=url, texts=texts)


def amended(two: Two) -> dict[str, Any]:
    document = dict(two.dz.holding(two.agreement_id).document)
    document["rules"] = [{**each, "grid_mdeg": 0, "delay_s": 0} for each in document["rules"]]
    return document


def test_an_amendment_is_drafted_tabled_shown_signed_and_becomes_a_version(two: Two) -> None:
    here, there = Browser(two.dz).enter(), Browser(two.us).enter("department")
    body = {"draft": "finer", "amended": amended(two), "title": TITLE, "in_force": "2026-01-01"}
    draft = here.post(f"{BASE}/drafts", json=body)
    assert (draft.status_code, draft.json()["stale"]) == (201, False), draft.text
    assert len(here.get(f"{BASE}/drafts/finer").json()) == 1
    text = {"series": "agreement", "document": draft.json()["document"], "sign": True}
    assert here.post(f"{BASE}/texts", json=text).status_code == 201
    two.exchange()
    (found,) = there.get(f"{BASE}/awaiting", headers={"accept-language": "fr"}).json()
    (shown,) = found["texts"]
    assert (found["standing"], found["turn"], shown["problem"]) == ("awaiting_us", "either", None)
    assert {each["lets"] for each in shown["leaves"]} <= {"more", "otherwise"}
    assert all(each["rule"]["sentences"] for each in shown["leaves"])
    assert there.post(f"{BASE}/votes", json={"series": "agreement", "choice": shown["hash"]}).status_code == 201
    two.exchange()
    versions = there.get(f"{BASE}/versions").json()
    assert (versions["now"], versions["versions"][1]["amendment"]) == (1, shown["hash"])
    assert versions["versions"][1]["differences"] == shown["differences"]
    assert here.get(f"{BASE}").json()["hash"] == shown["result"]
    assert here.get(f"{BASE}/drafts").json()[0]["stale"] is True
    assert here.post(f"{BASE}/drafts/finer/end", json={}).status_code == 204
    assert here.post(f"{BASE}/drafts", json={"draft": "x"}).json()["code"] == "api.draft_incomplete"


def test_an_article_is_worded_anew_and_each_version_keeps_its_own_text_on_both_nodes(tmp_path: Path) -> None:
    with_texts(tmp_path)
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        here, there = Browser(both.dz).enter(), Browser(both.us).enter("department")
        old = {each["id"]: each["text"] for each in here.get(f"{BASE}/articles").json()["articles"]}
        words = {language: f"{text} (30)" for language, text in old["4.3"].items()}
        body = {"draft": "rescue", "articles": {"4.3": words}, "title": TITLE, "in_force": "2026-01-01"}
        draft = here.post(f"{BASE}/drafts", json=body)
        assert [each["id"] for each in draft.json()["articles"]] == ["4.3"], draft.text
        text = {"series": "agreement", "document": draft.json()["document"], "sign": True}
        assert here.post(f"{BASE}/texts", json=text).status_code == 201
        both.exchange()
        (shown,) = there.get(f"{BASE}/awaiting").json()[0]["texts"]
        assert shown["articles"] == [{"id": "4.3", "before": old["4.3"], "after": words}]
        there.post(f"{BASE}/votes", json={"series": "agreement", "choice": shown["hash"]})
        both.exchange()
        for browser in (here, there):
            first, now = (browser.get(f"{BASE}/articles{of}").json() for of in ("?version=0", ""))
            assert (first["version"], now["version"], now["texts_held"]) == (0, 1, ["ar", "en", "fr"])
            assert {each["id"]: each["text"] for each in first["articles"]} == old
            assert {each["id"]: each["text"] for each in now["articles"]} == {**old, "4.3": words}
        assert here.get(f"{BASE}/articles?version=2").json()["code"] == "node.no_such_version"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"articles": {"4.3": {"en": "## 9 Another"}}}, "agreement.wording_not_of_one_clause"),
        ({"articles": {"99": {"en": "New."}}}, "agreement.wording_without_clause"),
        ({"articles": {"4.3": dict.fromkeys(("en", "fr"), "A line. " * 4000)}}, "node.draft_too_long"),
        ({"rules": {"4.3/none": {"delay_s": 1}}}, "node.no_such_rule"),
        ({"rules": {"4.3/sar-live": {"id": "4.3/other"}}}, "node.rule_name_stays"),
        ({"rules": {"4.3/sar-live": {"delay_s": 1}}, "amended": {}}, "api.draft_says_it_twice"),
        ({"articles": {"4.3": {"en": "New."}}, "document": {}}, "api.draft_says_it_twice"),
        ({"rules": {"4.3/sar-live": {"delay_s": -1}}}, "agreement.breaks_schema"),
    ],
)
def test_a_change_that_cannot_be_is_refused_when_it_is_drafted(
    tmp_path: Path, change: dict[str, Any], code: str
) -> None:
    with_texts(tmp_path)
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        here = Browser(both.dz).enter()
        body = {"draft": "x", "title": TITLE, "in_force": "2026-01-01", **change}
        assert here.post(f"{BASE}/drafts", json=body).json()["code"] == code
        assert here.get(f"{BASE}/drafts").json() == []


def test_notices_and_stops_are_given_shown_and_lifted(two: Two) -> None:
    here, there = Browser(two.dz).enter(), Browser(two.us).enter("department")
    assert here.post(f"{BASE}/notices", json={}).status_code == 201
    two.exchange()
    (notice,) = there.get(f"{BASE}/notices").json()["given"]
    assert there.post(f"{BASE}/notices", json={"acknowledges": notice["hash"]}).json()["ends_ms"] is None
    two.exchange()
    assert there.get(f"{BASE}/notices").json()["ends_ms"] == here.get(f"{BASE}/notices").json()["ends_ms"] is not None
    stopped = here.post(f"{BASE}/stops", json={"what": "release", "why": "key_lost"}).json()
    assert [each["what"] for each in stopped["stops"]] == ["release"]
    assert here.post(f"{BASE}/stops", json={"what": "release", "lift": True}).json()["stops"] == []


def test_an_annex_of_new_keys_shows_both_nodes_the_fingerprints_that_are_compared_by_voice(two: Two) -> None:
    here, there = Browser(two.dz).enter(), Browser(two.us).enter("department")
    sign_keys(two)
    old = keys.states(two.dz).agreements[0].fingerprint
    (drawn,) = keys.draw(two.dz).drawn
    propose(two.dz, two.agreement_id)
    two.exchange(1)
    for officer in (here, there):
        (annex,) = [each for each in officer.get(f"{BASE}/awaiting").json() if each["series"] == "keys"]
        (shown,) = annex["texts"]
        assert shown["keys"] == [{"party": "DZ", "before": old, "after": drawn.fingerprint}]
    assert drawn.fingerprint != old
    sign_what_lies_there(two.us, two.agreement_id)
    holding = two.us.holding(two.agreement_id)
    nobody = {"parties": [], "agreement_hash": holding.card.agreement_hash}
    assert list(new_keys(two.us, holding, nobody)) == [], "a partner's annex may name anybody"


def test_a_draft_made_from_a_file_is_kept_again_with_all_that_the_form_does_not_show(tmp_path: Path) -> None:
    with_texts(tmp_path)
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        here = Browser(both.dz).enter()
        document = dict(both.dz.holding(both.agreement_id).document)
        document["rules"] = [{**each, "cadence_s": 7200, "grid_mdeg": 100} for each in document["rules"]]
        day = {"draft": "slower", "title": TITLE, "in_force": "2026-01-01"}
        first = here.post(f"{BASE}/drafts", json={**day, "amended": document, "open_until_ms": 2**45})
        assert first.status_code == 201, first.text
        old = {each["id"]: each["text"] for each in here.get(f"{BASE}/articles").json()["articles"]}["4.3"]
        rule = document["rules"][0]["id"]
        words = {language: f"{text} (30)" for language, text in old.items()}
        changes = {"articles": {"4.3": words}, "rules": {rule: {"grid_mdeg": 50}}, "continues": True}
        again = here.post(f"{BASE}/drafts", json={**day, **changes, "open_until_ms": 2**45}).json()
        made = read_amendment(again["document"], both.dz.holding(both.agreement_id).document)
        found = {each["id"]: (each["cadence_s"], each["grid_mdeg"]) for each in made.document["rules"]}
        assert found == {each["id"]: (7200, 50 if each["id"] == rule else 100) for each in document["rules"]}
        assert [each["id"] for each in again["articles"]] == ["4.3"]
        assert again["document"]["open_until_ms"] == 2**45
        back = {"articles": {"4.3": old}, "continues": True}
        last = here.post(f"{BASE}/drafts", json={**day, **back}).json()
        assert (last["articles"], "wordings" in last["document"]) == ([], False)
        assert last["states"] == 3
