"""Plans, searches and texts of the partner that hold anything at all: every page answers, and none of them counts."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import insert

from comity.ground import Kind, canonical
from comity.ledger import ROOT, SALT_BYTES, release_entry, text_entry, vote_entry
from comity.node import received_searches
from comity.node.received_searches import follow
from comity.node.store import CASE_SECTION
from comity.rescue import PLAN_RECORD, SEARCH_RECORD
from tests.api.browsers import Browser
from tests.api.test_odd_records import ODD, WHOLE
from tests.node.test_received_records import PLAN, SEARCH
from tests.two_nodes.test_exchange import CASE, CASE_ID, PURPOSE, receive, sign_decision
from tests.two_nodes.test_large_contents import KEPT_MS, content
from tests.two_nodes.two import Two, two_nodes

PAGES = ("custody", "resources", "searches", "searches/received", "plans", "plans/received", "chronology", "timeline")


def odd(kind: Kind, whole: dict[str, Any]) -> list[dict[str, Any]]:
    columns = [each.name for each in kind.columns if each.name != "case_id"]
    return [whole | {"case_id": CASE_ID, name: value} for name in columns for value in ODD]


def smuggle(two: Two, records: list[dict[str, Any]], item: str, rule: str) -> None:
    """Let the United States release what no node of ours would write."""
    holding = two.us.holding(two.agreement_id)
    data = canonical(content(holding.hash, records) | {"item": item, "rule": rule})
    name = sha256(data).hexdigest()
    two.us.disk.put(two.us.layout.blob(two.agreement_id, name), data)
    manifest = release_entry(
        agreement=holding.hash,
        rule=rule,
        item=item,
        blob=f"sha256:{name}",
        bytes=len(data),
        count=len(records),
        commitments=[f"sha256:{name}"] * len(records),
        keep_until_ms=KEPT_MS,
        office="EXAMPLE",
        at_ms=two.clock(),
        salt=two.us.random(SALT_BYTES),
    )
    holding.own.write([manifest], sign=holding.sign_head, now_ms=two.clock())


def say(two: Two, series: str, document: dict[str, Any]) -> None:
    """Let the United States table and sign a text that no node of ours would table."""
    holding = two.us.holding(two.agreement_id)
    place: dict[str, Any] = {"series": series, "parent": ROOT, "round": 0, "office": "EXAMPLE", "at_ms": two.clock()}
    text = text_entry(**place, document=document, salt=two.us.random(SALT_BYTES))
    choice = "sha256:" + sha256(canonical(document)).hexdigest()
    vote = vote_entry(**place, choice=choice, salt=two.us.random(SALT_BYTES))
    holding.own.write([text, vote], sign=holding.sign_head, now_ms=two.clock())


def lose_a_file(two: Two, case_id: str) -> None:
    """Let a case of the reading node's name an area whose file is not there any more."""
    times = {"from": "2008-08-06T00:00:00Z", "to": "2008-08-06T01:00:00Z"}
    value = orjson.dumps([{"kind": "area", "polygon": "nowhere.geojson", **times}])
    row = {"case_id": case_id, "at_ms": two.clock(), "office": "watch", "section": "scenario", "value": value}
    with two.us.store.writing() as connection:
        connection.execute(insert(CASE_SECTION).values(row))


def test_no_plan_search_or_text_of_the_partner_makes_a_page_stumble_or_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with two_nodes(tmp_path) as two:
        two.sign_memorandum()
        sign_decision(two)
        desk = Browser(two.dz).enter("watch")
        assert desk.post("/api/v1/cases", json={"document": CASE}).status_code == 201
        broken = {**CASE, "case": {**CASE["case"], "id": "broken"}}
        assert desk.post("/api/v1/cases", json={"document": broken}).status_code == 201
        ring = [WHOLE | {"case_id": "theirs", "answers": "theirs"}, WHOLE | {"case_id": "other", "answers": CASE_ID}]
        smuggle(two, ring, "rescue.case", "4.3/sar-live")
        smuggle(two, [SEARCH | {"case_id": "broken"}], "rescue.search", "4.3/search-live")
        narrower = SEARCH | {"case_id": CASE_ID, "sweep_width_m": [[1900, 300]]}
        smuggle(two, [*odd(SEARCH_RECORD, SEARCH), narrower], "rescue.search", "4.3/search-live")
        smuggle(two, odd(SEARCH_RECORD, SEARCH)[:20], "rescue.search", "4.2/ais-coarse")  # a rule that makes coarse
        smuggle(two, odd(PLAN_RECORD, PLAN), "rescue.plan", "4.3/plan-live")
        custody = {"schema": "comity/rescue-custody/1", "incident": f"dz.{CASE_ID}", "to": ["US"], "number": -1}
        for number, series in enumerate(("smc", "resource-1", "resource-2", "resource-x", "", "smc/smc")):
            say(two, f"rescue/dz.{CASE_ID}/{series}", custody | {"example": number})
        two.us, two.dz = two.dz, two.us  # `receive` is the other one's
        receive(two)
        assert desk.get(f"/api/v1/cases/{CASE_ID}/searches/received").json() == [], (
            "ours never left: it is another case"
        )
        for case_id in (CASE_ID, "broken"):
            sent = {"case": case_id, "item": "rescue.case", "which": None, "purpose": PURPOSE}
            assert desk.post("/api/v1/agreements/dz-us-mou-2025/releases", json=sent).status_code == 200
        lose_a_file(two, "broken")
        follow(two.us)
        for page in PAGES:
            answer = desk.get(f"/api/v1/cases/{CASE_ID}/{page}")
            assert answer.status_code == 200, (page, answer.text)
        for page in ("today", "alarms", "overview", "hand-over", "agreements/dz-us-mou-2025/awaiting"):
            assert desk.get(f"/api/v1/{page}").status_code == 200, page
        assert desk.get(f"/api/v1/cases/{CASE_ID}/custody").json()["holder"] == "DZ"
        assert desk.get(f"/api/v1/cases/{CASE_ID}/resources").json() == []
        told = desk.get(f"/api/v1/cases/{CASE_ID}/searches/received").json()
        assert len(told) == len(odd(SEARCH_RECORD, SEARCH)) + 21
        assert {each["problem"]["code"] for each in told if each["problem"]} <= {
            "node.search_unreadable",
            "node.search_came_coarse",
        }
        entered = desk.get(f"/api/v1/cases/{CASE_ID}/searches").json()
        assert 1 < len(entered) < 8, "alike in all that teaches: it counts once; and the broken case holds nothing up"
        assert follow(two.us) == 0
        monkeypatch.setattr(received_searches, "MOST_SEARCHES", 1)
        assert follow(two.us) == len(entered) - 1, "no more than so many count for one case"
        told = desk.get(f"/api/v1/cases/{CASE_ID}/searches/received").json()
        assert "node.too_many_searches_received" in {each["problem"]["code"] for each in told if each["problem"]}
