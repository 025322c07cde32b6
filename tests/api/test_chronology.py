"""The log of a case holds all that was done about it, in parts that join, and a note stays at home."""

import hashlib
from collections.abc import Iterator
from typing import Any, get_args
from urllib.parse import parse_qs, urlsplit

import orjson
import pytest
from sqlalchemy import Table, insert

from comity.files.words import LANGUAGES, words
from comity.node import case_records
from comity.node.case_documents import needs_drift
from comity.node.pages import case_log
from comity.node.pages.incident_log import IncidentKind
from comity.node.reasons import kept
from comity.node.services import cases
from comity.node.store import (
    CASE_CLUE,
    CASE_ON_SCENE,
    CASE_PLAN,
    CASE_SEARCH,
    CASE_SEARCH_GONE,
    CASE_SECTION,
    CASE_SITREP,
    CASE_WITHDRAWAL,
    JOB,
)
from tests.api.browsers import Browser
from tests.files.plans import plan
from tests.two_nodes.test_exchange import CASE, CASE_ID, receive, send, sign_decision
from tests.two_nodes.two import START_MS, Two, two_nodes

URL = f"/api/v1/cases/{CASE_ID}"
SECRET = "EXAMPLE: the owner telephoned"
CLUE = {"kind": "sighting", "lat": 37.0, "lon": 5.25, "time": "2008-08-06T12:00:00Z", "position_error_m": 500}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """A case about which everything happened once, a minute apart, and then some."""
    with two_nodes(tmp_path_factory.mktemp("nodes")) as both:
        both.sign_memorandum()
        sign_decision(both)
        cases.open_case(both.dz, CASE, office="watch")
        _fill(both)
        send(both)
        receive(both)
        yield both


def _fill(both: Two) -> None:
    by = {"case_id": CASE_ID, "office": "desk"}
    search = {"units": [{"unit": "boat-1"}, {"unit": "heli-1"}]}
    document = orjson.dumps(plan())
    digest = hashlib.sha256(document).hexdigest()
    made = {"case_id": CASE_ID, "letter": "a", "digest": digest, "document": document}
    waits = {"kind": "plan", "subject": CASE_ID, "attempts": 1, "done_share": 0}
    rows: list[tuple[Table, dict[str, Any]]] = [
        (CASE_SECTION, {**by, "section": "unit", "value": b"[]"}),
        (CASE_PLAN, {**made, "office": None}),
        (CASE_PLAN, {**made, "letter": "b", "office": "desk"}),
        (CASE_PLAN, {**by, "letter": "b", "digest": None, "document": None}),
        (
            CASE_SEARCH,
            {**by, "origin": "ours", "name": "first", "digest": "0" * 64, "content": orjson.dumps(search)},
        ),
        (
            CASE_SEARCH,
            {
                **by,
                "origin": "partner",
                "name": "theirs",
                "digest": "1" * 64,
                "content": orjson.dumps(search),
                "agreement_id": both.agreement_id,
                "position": 0,
                "place": 0,
            },
        ),
        (CASE_CLUE, {**by, "value": orjson.dumps(CLUE)}),
        (CASE_WITHDRAWAL, {**by, "what": "search", "number": 1}),
        (CASE_WITHDRAWAL, {**by, "what": "clue", "number": 1}),
        (CASE_SITREP, {**by, "number": 1, "content": b"{}"}),
        (CASE_ON_SCENE, {**by, "unit": "EXAMPLE-boat"}),
        (CASE_ON_SCENE, {**by, "unit": None}),
        (CASE_SEARCH_GONE, {**by, "search_id": 9, "name": "US 9", "arrived_ms": START_MS, "reason": "erased"}),
    ]
    with both.dz.store.writing() as connection:
        for number, (table, values) in enumerate(rows):
            connection.execute(insert(table).values(**values, at_ms=START_MS + 60_000 * number))
        for state, outcome in (("done", None), ("failed", kept(needs_drift(CASE_ID)))):
            times = {"asked_ms": START_MS + 5, "due_ms": START_MS + 6}
            connection.execute(insert(JOB).values(**waits, **times, state=state, outcome=outcome))


@pytest.fixture(scope="module")
def watch(two: Two) -> Browser:
    desk = Browser(two.dz).enter("watch")
    assert desk.post(f"{URL}/notes", json={"text": f"  {SECRET}\n"}).status_code == 201
    assert desk.post(f"{URL}/standing", json={"stage": "operations", "smc": "ours"}).status_code == 201
    assert desk.post(f"{URL}/drift").status_code == 202
    return desk


def test_the_log_holds_every_kind_of_thing_that_happened_the_newest_first(watch: Browser, two: Two) -> None:
    found = watch.get(f"{URL}/chronology").json()
    due = set(case_log.KINDS) - {"drift_done", "drift_failed", "arrived", *get_args(IncidentKind)}
    assert {each["kind"] for each in found} == due
    assert [each["at_ms"] for each in found] == sorted((each["at_ms"] for each in found), reverse=True)
    assert len({each["key"] for each in found}) == len(found)
    note = next(each for each in found if each["kind"] == "note")
    assert (note["text"], note["office"]) == (SECRET, "watch")
    assert next(each for each in found if each["kind"] == "plan_failed")["problem"]["code"] == "node.plan_needs_drift"
    (designated,) = [each for each in found if each["kind"] == "on_scene_ended"]
    assert designated["sentence"].endswith("EXAMPLE-boat")
    gone = next(each for each in found if each["kind"] == "search_gone")
    assert "erased at the end of its time" in gone["sentence"]
    assert "62.3" not in str(found)
    assert f"{plan()['pos'] * 100:.1f} %" in next(each for each in found if each["kind"] == "plan_done")["sentence"]
    assert watch.get(f"{URL}/timeline").json()["lines"] == found
    (arrived,) = Browser(two.us).enter("coast guard").get(f"{URL}/chronology").json()
    assert arrived["kind"] == "arrived"


@pytest.mark.parametrize("limit", [1, 3, 7])
def test_parts_of_the_log_join_without_a_gap(watch: Browser, limit: int) -> None:
    whole = watch.get(f"{URL}/chronology").json()
    found, url, asked = [], f"{URL}/chronology", {"limit": str(limit)}
    while url:
        answer = watch.get(url, params=asked)
        assert len(answer.json()) <= limit
        found += answer.json()
        parts = urlsplit(answer.headers.get("link", "").partition(">")[0].removeprefix("<"))
        url, asked = parts.path, {name: each[0] for name, each in parse_qs(parts.query).items()}
    assert found == whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_says_in_each_language_what_happened(watch: Browser, language: str) -> None:
    found = watch.get(f"{URL}/chronology", headers={"accept-language": language}).json()
    assert all(each["sentence"] and "{" not in each["sentence"] for each in found)
    others = watch.get(f"{URL}/chronology", headers={"accept-language": "ar" if language != "ar" else "en"}).json()
    assert [each["key"] for each in found] == [each["key"] for each in others]
    same = [a["kind"] for a, b in zip(found, others, strict=True) if a["sentence"] == b["sentence"]]
    assert same == [], "each is said in its own words"
    for section in ("unit", "conditions", "plan", "object", "scenario", "run", "observation", "forcing"):
        assert words(language).say(f"case-section-{section}")


@pytest.mark.parametrize("after", ["x", "1", "1.2.3.4", "1.-2.3", "١.٢.٣"])
def test_what_is_no_line_is_refused(watch: Browser, after: str) -> None:
    answer = watch.get(f"{URL}/chronology", params={"after": after})
    assert (answer.status_code, answer.json()["code"]) == (422, "node.no_such_line")


@pytest.mark.parametrize(
    ("text", "status"), [("x" * 4000, 201), ("x" * 4001, 422), ("", 422), (" \n ", 422), ("مرحبا", 201)]
)
def test_a_note_has_one_to_four_thousand_characters(watch: Browser, text: str, status: int) -> None:
    assert watch.post(f"{URL}/notes", json={"text": text}).status_code == status


def test_a_note_on_the_partner_s_case_is_kept_here_and_one_on_no_case_is_refused(two: Two) -> None:
    theirs = Browser(two.us).enter("coast guard")
    assert theirs.post(f"{URL}/notes", json={"text": "EXAMPLE: we heard of it"}).status_code == 201
    assert theirs.get(f"{URL}/chronology").json()[0]["text"] == "EXAMPLE: we heard of it"
    assert theirs.post("/api/v1/cases/none/notes", json={"text": "x"}).json()["code"] == "node.no_such_case"
    assert theirs.get("/api/v1/cases/none/chronology").status_code == 404


def test_who_may_only_read_notes_nothing(two: Two) -> None:
    answer = Browser(two.dz).enter("court", ("auditor",)).post(f"{URL}/notes", json={"text": "x"})
    assert (answer.status_code, answer.json()["code"]) == (403, "api.not_your_role")


def test_no_note_leaves_with_the_case(two: Two, watch: Browser) -> None:
    assert SECRET not in orjson.dumps(case_records.case_record(two.dz, CASE_ID)).decode()
    send(two)
    for path in two.dz.layout.agreement(two.agreement_id).rglob("*"):
        if path.is_file():
            assert SECRET.encode() not in path.read_bytes()
