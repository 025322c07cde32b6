"""What a hostile partner writes is text in every answer: never markup, a formula, a path or a stumble."""

import csv
import io
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from comity.ground import canonical
from comity.ledger import SALT_BYTES, release_entry, text_entry
from comity.node.contents import SCHEMA
from comity.node.services import clouds
from tests.api.browsers import Browser
from tests.two_nodes.test_exchange import receive
from tests.two_nodes.two import Two, two_nodes

BASE = "/api/v1/agreements/dz-us-mou-2025"
NASTY = {
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "bidi": "\u202egnp.exe\u2066 \u200f",
    "homoglyph": "bej\u0430ia-2008",
    "formula": '=HYPERLINK("http://evil.example","see")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "path": "../../../keys/log.seed",
    "dots": "..",
    "nul": "a\u0000b\r\nSet-Cookie: x=1",
    "long": "\u0627" * 10_000,
}


def record(case_id: str) -> dict[str, Any]:
    return {
        "case_id": case_id,
        "object_key": "<b>raft</b>",
        "nature": "javascript:alert(1)",
        "opened_ms": 1,
        "lkp_ms": 2,
        "lkp": [5_200_000, 37_100_000],
        "containment_ms": [3],
        "containment_50": [[[[0, 0], [1_000_000, 0], [0, 1_000_000], [0, 0]]]],
        "status": "open",
    }


def smuggle(two: Two, case_id: str) -> None:
    """Let the United States put a content into its log as no node of ours would write it."""
    holding = two.us.holding(two.agreement_id)
    content = canonical(
        {
            "schema": SCHEMA,
            "salt": "00" * SALT_BYTES,
            "agreement": holding.hash,
            "rule": "4.3/sar-live",
            "clause": "4.3",
            "item": "rescue.case",
            "purpose": "search_and_rescue",
            "label": {"policy": "DZ-US", "classification": "RELEASABLE", "tlp": "AMBER", "rel_to": ["DZ", "US"]},
            "keep_until_ms": 9_999_999_999_999,
            "records": [record(case_id)],
        }
    )
    name = sha256(content).hexdigest()
    two.us.disk.put(two.us.layout.blob(two.agreement_id, name), content)
    manifest = release_entry(
        agreement=holding.hash,
        rule="4.3/sar-live",
        item="rescue.case",
        blob=f"sha256:{name}",
        bytes=len(content),
        count=1,
        commitments=[f"sha256:{name}"],
        keep_until_ms=9_999_999_999_999,
        office=NASTY["script"],
        at_ms=two.clock(),
        salt=two.us.random(SALT_BYTES),
    )
    holding.own.write([manifest], sign=holding.sign_head, now_ms=two.clock())


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    with two_nodes(tmp_path_factory.mktemp("nodes")) as both:
        both.sign_memorandum()
        for case_id in NASTY.values():
            smuggle(both, case_id)
        holding = both.us.holding(both.agreement_id)
        text = text_entry(
            series="decision/nasty",
            parent="root",
            round=0,
            document={
                "title": {"ar": NASTY["script"], "en": NASTY["bidi"], "fr": "x" * 50_000},
                "effects": [{"clause": 5}, 7],
            },
            office=NASTY["image"],
            at_ms=both.clock(),
            salt=both.us.random(SALT_BYTES),
        )
        holding.own.write([text], sign=holding.sign_head, now_ms=both.clock())
        both.us, both.dz = both.dz, both.us
        receive(both)  # the one that we look at is Algeria, which was put on the receiving side
        both.us, both.dz = both.dz, both.us
        yield both


@pytest.fixture(scope="module")
def browser(two: Two) -> Browser:
    return Browser(two.dz).enter("watch")


PAGES = ["cases", "overview", "today", "alarms", "health", f"{BASE[8:]}/series", f"{BASE[8:]}/articles",
         f"{BASE[8:]}/exchange", f"{BASE[8:]}/logs/partner/entries", f"{BASE[8:]}/series/decision/nasty"]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_page_answers_and_says_that_it_is_json(browser: Browser, page: str, language: str) -> None:
    answer = browser.get(f"/api/v1/{page}", headers={"accept-language": language})
    assert answer.status_code == 200, answer.text[:500]
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers


def test_what_the_partner_wrote_arrives_unchanged_as_text(browser: Browser) -> None:
    found = {each["id"] for each in browser.get("/api/v1/cases").json()}
    assert found == {each[:128] for each in NASTY.values()}
    entries = browser.get(f"{BASE}/logs/partner/entries").json()["entries"]
    assert {NASTY["script"], NASTY["image"]} <= {each["office"] for each in entries}


@pytest.mark.parametrize("table", ["cases", f"{BASE[8:]}/exchange", f"{BASE[8:]}/logs/partner/entries"])
def test_no_cell_of_a_table_is_a_formula(browser: Browser, table: str) -> None:
    answer = browser.get(f"/api/v1/{table}.csv")
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert len(rows) > len(NASTY)
    for row in rows:
        assert len(row) == len(rows[0])
        for cell in row:
            assert not cell.startswith(("=", "@", "+", "\t", "\r"))
            assert not cell.startswith("-") or cell.lstrip("-").replace(".", "").isdigit()


@pytest.mark.parametrize("case_id", [NASTY["path"], NASTY["dots"], "../../..", "/etc"])
def test_a_name_from_the_partner_is_never_part_of_a_path(two: Two, browser: Browser, case_id: str) -> None:
    (two.dz.layout.folder / "particles.nc").write_bytes(b"not for this")
    with pytest.raises(Exception, match="has not been computed here"):
        clouds.points(two.dz, case_id, 0, limit=10)
    for rest in ("cloud", "timeline", "files/log.seed"):
        answer = browser.get(f"/api/v1/cases/{case_id.replace('/', '%2F')}/{rest}")
        assert answer.status_code in (200, 404, 422)
        assert b"not for this" not in answer.content
        assert (two.dz.layout.folder / "keys" / "log.seed").read_bytes() not in answer.content


def test_areas_of_the_partner_are_numbers_or_nothing(browser: Browser) -> None:
    answer = browser.get(f"/api/v1/cases/{NASTY['homoglyph']}/containment.geojson")
    (feature,) = answer.json()["features"]
    assert feature["geometry"]["coordinates"] == [[[[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]]]
    assert clouds.received_areas("x", {}) == b'{"type":"FeatureCollection","features":[]}\n'


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"[" * 100_000, 400),
        (b'{"a":' * 50_000, 400),
        (b"\xff\xfe", 422),
        (b'{"code": "' + b"x" * 100_000 + b'"}', 422),
        (b'{"code": "' + b"x" * 5_000_000 + b'"}', 413),
    ],
    ids=["deep list", "deep object", "no text", "long", "huge"],
)
def test_deep_broken_and_huge_requests_are_refused_in_form(two: Two, body: bytes, status: int) -> None:
    browser = Browser(two.dz)
    answer = browser.post("/api/v1/session/enter", content=body, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_header_with_every_language_of_the_world_is_answered(browser: Browser, tmp_path: Path) -> None:
    answer = browser.get("/api/v1/overview", headers={"accept-language": ",".join(["xx;q=0.1"] * 5000)})
    assert answer.status_code == 200
