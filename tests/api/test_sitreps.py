"""SITREPs over HTTP: drafted by the node, changed by the office, numbered, kept as given, never let out."""

import io
import re
import threading
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from pypdf import PdfReader
from sqlalchemy.exc import OperationalError

from comity.files.drift_results import write_drift
from comity.files.words import LANGUAGES, words
from comity.ground import InvalidInput
from comity.node.services import sitreps
from tests.api.browsers import Browser
from tests.files.drifts import close_in_shore
from tests.files.plans import plan
from tests.two_nodes.test_exchange import CASE, CASE_ID, receive, send, sign_decision
from tests.two_nodes.two import Two, two_nodes

URL = f"/api/v1/cases/{CASE_ID}"
REMARK = "EXAMPLE: the master's brother is aboard"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    with two_nodes(tmp_path_factory.mktemp("nodes")) as both:
        both.sign_memorandum()
        sign_decision(both)
        Browser(both.dz).enter("watch").post("/api/v1/cases", json={"document": CASE})
        folder = both.dz.layout.case(CASE_ID)
        write_drift(folder, close_in_shore(), words("en"))
        (folder / "plan.json").write_bytes(orjson.dumps(plan()))
        yield both


@pytest.fixture
def watch(two: Two) -> Browser:
    return Browser(two.dz).enter("watch")


def issue(desk: Browser, **given: Any) -> dict[str, Any]:
    answer = desk.post(f"{URL}/sitreps", json=given)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def test_a_report_says_what_its_draft_said_where_the_office_changes_nothing(watch: Browser) -> None:
    for language in LANGUAGES:
        said = {"accept-language": language}
        draft = watch.get(f"{URL}/sitreps/draft", headers=said).json()
        kept = watch.post(f"{URL}/sitreps", json={"expects": draft["digest"]}, headers=said).json()
        assert kept["number"] == draft["number"]
        assert kept["sections"] == draft["sections"]
        assert [each["letter"] for each in kept["sections"]] == list("ABCDEFGHJKLMN")
        assert kept["office"] == "watch"
    assert "2008" not in draft["sections"][3]["text"]
    assert draft["sections"][3]["text"] == "4"


def test_what_the_office_types_stands_as_typed_and_what_it_empties_is_left_out(watch: Browser) -> None:
    kept = issue(watch, sections={"A": "MV ATLAS", "N": REMARK, "L": ""}, precedence="urgency", to="RCC EXAMPLE")
    by = {each["letter"]: each for each in kept["sections"]}
    assert (by["A"]["text"], by["A"]["typed"], by["D"]["typed"]) == ("MV ATLAS", True, False)
    assert "L" not in by
    assert (kept["precedence"], kept["to"]) == ("urgency", "RCC EXAMPLE")
    text = watch.get(f"{URL}/sitreps/{kept['number']}", params={"format": "txt", "language": "fr"})
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert "MV ATLAS" in text.text
    assert "URGENCE" in text.text


def test_a_short_report_ends_with_f_and_the_last_one_says_that_it_is(watch: Browser) -> None:
    kept = issue(watch, form="short", final=True)
    assert [each["letter"] for each in kept["sections"]] == list("ABCDEF")
    assert "final" in kept["title"]


def test_what_was_kept_stays_as_it_was_when_the_case_goes_on(two: Two, watch: Browser) -> None:
    kept = issue(watch)
    before = watch.get(f"{URL}/sitreps/{kept['number']}", params={"format": "txt"}).content
    watch.post(f"{URL}/standing", json={"stage": "conclusion", "smc": "ours"})
    assert watch.get(f"{URL}/sitreps/{kept['number']}", params={"format": "txt"}).content == before
    draft = watch.get(f"{URL}/sitreps/draft").json()
    assert draft["precedence"] == "routine"
    assert "ended" in draft["sections"][-1]["text"]
    numbers = [each["number"] for each in watch.get(f"{URL}/sitreps").json()]
    assert numbers == list(range(1, draft["number"]))


def test_the_reports_come_in_parts_and_a_link_leads_on(watch: Browser) -> None:
    for _ in range(2):
        issue(watch, form="short")
    whole = watch.get(f"{URL}/sitreps").json()
    first = watch.get(f"{URL}/sitreps", params={"limit": 1})
    rest = watch.get(first.headers["link"].partition(">")[0].removeprefix("<"))
    assert first.json() == whole[:1]
    assert rest.json() == whole[1:2]
    assert watch.get(f"{URL}/sitreps", params={"limit": 2, "after": whole[-2]["number"]}).json() == whole[-1:]
    assert watch.get(f"{URL}/sitreps", params={"limit": 21}).status_code == 422


def test_who_co_ordinates_on_scene_is_designated_reported_and_relieved(two: Two, watch: Browser) -> None:
    def said() -> str:
        draft = watch.get(f"{URL}/sitreps/draft").json()
        return str(next(each["text"] for each in draft["sections"] if each["letter"] == "L"))

    assert said().startswith("On-scene co-ordinator: not designated.")
    state = watch.put(f"{URL}/on-scene", json={"unit": " EXAMPLE: the ferry "})
    assert state.status_code == 200, state.text
    osc = state.json()["standing"]["on_scene"]
    assert (osc["unit"], osc["office"]) == ("EXAMPLE: the ferry", "watch")
    assert "EXAMPLE: the ferry" in said()
    watch.put(f"{URL}/on-scene", json={"unit": "EXAMPLE: the ferry"})  # what is so already leaves no second line
    report = watch.get(f"{URL}/report", params={"language": "en"}).content
    text = " ".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(report)).pages).split())
    assert text.count("On-scene co-ordinator") == 2, "among the facts, and once in the log"
    assert watch.put(f"{URL}/on-scene", json={"unit": None}).json()["standing"]["on_scene"] is None
    log = [each for each in watch.get(f"{URL}/chronology").json() if each["kind"].startswith("on_scene")]
    assert [each["kind"] for each in log] == ["on_scene_ended", "on_scene"]
    for unit, status in (("  ", 422), ("", 422), ("a\0b", 422), ("x" * 65, 422)):
        assert watch.put(f"{URL}/on-scene", json={"unit": unit}).status_code == status
    assert Browser(two.dz).enter("court", ("auditor",)).put(f"{URL}/on-scene", json={"unit": "x"}).status_code == 403
    assert watch.put("/api/v1/cases/none/on-scene", json={"unit": "x"}).status_code in (404, 422)


def test_a_draft_that_is_of_old_is_not_kept(watch: Browser) -> None:
    digest = watch.get(f"{URL}/sitreps/draft").json()["digest"]
    watch.post(f"{URL}/standing", json={"stage": "operations", "smc": "ours"})
    count = len(watch.get(f"{URL}/sitreps").json())
    answer = watch.post(f"{URL}/sitreps", json={"expects": digest})
    assert (answer.status_code, answer.json()["code"]) == (409, "node.sitrep_outdated")
    assert len(watch.get(f"{URL}/sitreps").json()) == count


def test_a_report_of_nothing_and_one_that_is_not_there_are_refused(watch: Browser) -> None:
    nothing = watch.post(f"{URL}/sitreps", json={"form": "short", "sections": dict.fromkeys("ABCDEF", " ")})
    assert (nothing.status_code, nothing.json()["code"]) == (422, "node.sitrep_says_nothing")
    assert watch.post(f"{URL}/sitreps", json={"sections": {"I": "x"}}).status_code == 422
    absent = watch.get(f"{URL}/sitreps/999")
    assert (absent.status_code, absent.json()["code"]) == (404, "node.no_such_sitrep")
    assert watch.post("/api/v1/cases/none/sitreps", json={}).status_code in (404, 422)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_a_paper_in_each_language(watch: Browser, language: str) -> None:
    answer = watch.get(f"{URL}/sitreps/1", params={"language": language})
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_two_offices_at_once_get_two_numbers(two: Two) -> None:
    found: list[int] = []
    desks = [
        threading.Thread(
            target=lambda: found.append(sitreps.issue(two.dz, CASE_ID, sitreps.Given(form="short"))["number"])
        )
        for _ in range(4)
    ]
    for each in desks:
        each.start()
    for each in desks:
        each.join()
    assert sorted(found) == list(range(min(found), min(found) + 4))


def test_who_may_only_read_issues_nothing(two: Two) -> None:
    answer = Browser(two.dz).enter("court", ("auditor",)).post(f"{URL}/sitreps", json={})
    assert (answer.status_code, answer.json()["code"]) == (403, "api.not_your_role")


def test_a_write_that_fails_leaves_no_report(two: Two, watch: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    count = len(watch.get(f"{URL}/sitreps").json())

    def broken(*_: object) -> None:
        raise OperationalError("disk", {}, Exception("full"))

    monkeypatch.setattr(sitreps, "insert", broken)
    with pytest.raises(InvalidInput):
        sitreps.issue(two.dz, CASE_ID, sitreps.Given())
    assert len(watch.get(f"{URL}/sitreps").json()) == count


def test_no_remark_of_a_report_reaches_a_byte_that_leaves(two: Two, watch: Browser) -> None:
    issue(watch, sections={"N": REMARK})
    send(two)
    receive(two)
    for node in (two.dz, two.us):
        for path in node.layout.agreement(two.agreement_id).rglob("*"):
            assert not path.is_file() or REMARK.encode() not in path.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_closing_report_of_a_case_is_printed_as_the_case_stands(watch: Browser, language: str) -> None:
    watch.post(f"{URL}/notes", json={"text": "EXAMPLE: for the log sheet"})
    answer = watch.get(f"{URL}/report", params={"language": language})
    assert answer.headers["content-type"] == "application/pdf"
    said = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert "for the log sheet" in " ".join(re.sub("[\u2066-\u2069]", " ", said).split())
    assert watch.get("/api/v1/cases/none/report").status_code in (404, 422)


def test_units_asked_of_the_partner_are_the_assistance_required(two: Two, watch: Browser) -> None:
    unit = {"platform": "helicopter", "altitude_m": 150, "speed_m_s": 46, "endurance_s": 7200}
    period = {"from_ms": two.clock.now_ms + 3_600_000, "until_ms": two.clock.now_ms + 36_000_000}
    asked = watch.post(f"{URL}/resources", json={"kind": "request", "unit": {**unit, **period}, "sign": True})
    assert asked.status_code == 201, asked.text
    for language, said in (("en", "Algeria asks for a helicopter"), ("fr", "hélicoptère")):
        draft = watch.get(f"{URL}/sitreps/draft", headers={"accept-language": language}).json()
        assert said in draft["sections"][4]["text"]
