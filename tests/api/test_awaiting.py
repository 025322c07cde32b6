"""What awaits a signature, over HTTP: drafted, tabled, shown with its changes, signed, a version of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.api.browsers import Browser
from tests.two_nodes.test_amendments import TITLE
from tests.two_nodes.two import Two, two_nodes

BASE = "/api/v1/agreements/dz-us-mou-2025"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_nodes(tmp_path) as both:
        both.sign_memorandum()
        yield both


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
