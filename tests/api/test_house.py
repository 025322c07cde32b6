"""The house API on the node's socket, where the owner acts, and what it says when something is wrong."""

import io
import json
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest

from comity.api.house import described, house_app
from comity.node.app import Node
from comity.node.journal import Journal
from tests.two_nodes.test_exchange import CASE, CASE_ID
from tests.two_nodes.two import Cable, Two, card_of, client_of, decision, two_nodes

AGREEMENT = "/api/v1/agreements/dz-us-mou-2025"


@pytest.fixture
def two(tmp_path: Path):
    with two_nodes(tmp_path) as both:
        yield both


def client(node: Node, *, writing: bool = True, journal: Journal | None = None) -> httpx.Client:
    return client_of(house_app(node, journal or Journal(stream=io.StringIO()), writing=writing))


class open_document:  # noqa: N801
    """The OpenAPI document, made without a node."""

    def __enter__(self) -> dict[str, Any]:
        class Stub:
            settings = type("S", (), {"language": "en", "map_tiles": ""})()
            party = "DZ"

        document: dict[str, Any] = described(Stub(), writing=True).openapi()  # type: ignore[arg-type]
        return document

    def __exit__(self, *_: object) -> None:
        pass


def test_every_operation_says_in_english_what_it_does() -> None:
    with open_document() as document:
        for path, about in document["paths"].items():
            for method, operation in about.items():
                assert operation.get("description"), f"{method} {path}"


def test_the_whole_thread_over_the_api(two: Two) -> None:
    dz, us = client(two.dz), client(two.us)
    for side in (dz, us):
        body = {"series": "agreement", "sign": True, "office": "ministry"}
        assert side.post(f"{AGREEMENT}/texts", json=body).status_code == 201
    for _ in range(2):
        for side in (dz, us):
            assert side.post(f"{AGREEMENT}/pull").json()["inward"]["state"] == "following"
    shown = us.get(AGREEMENT).json()
    assert (shown["agreed"], shown["example"], shown["hash"]) == (True, True, two.dz.holding("dz-us-mou-2025").hash)
    assert {clause["id"]: clause["at_work"] for clause in shown["clauses"]}["4.3"] is False

    assert dz.post("/api/v1/cases", json={"document": CASE}).json()["badge"] == "ours"
    release = {"case": CASE_ID, "purpose": "search_and_rescue", "office": "rescue centre"}
    preview = dz.post(f"{AGREEMENT}/releases", json={**release, "preview": True}).json()
    assert (preview["decision"], preview["clause"], preview["after"]) == ("refused", "4.3", None)
    refused = dz.post(f"{AGREEMENT}/releases", json=release, headers={"accept-language": "fr-DZ, en;q=0.5"})
    assert (refused.status_code, refused.json()["article"]) == (403, "4.3")
    assert refused.headers["content-type"] == "application/problem+json"
    assert "4.3" in refused.json()["what"]
    assert refused.json()["what"].startswith("Rien")

    document = decision()
    series = f"decision/{document['id']}"
    text = {"series": series, "document": document, "sign": True, "office": "working group"}
    assert dz.post(f"{AGREEMENT}/texts", json=text).json()["standing"] == "awaiting_partner"
    two.exchange()
    tabled = us.get(f"{AGREEMENT}/series/{series}").json()
    assert tabled["standing"] == "awaiting_us"
    vote = {"series": series, "choice": tabled["tabled"][0]["hash"], "office": "working group"}
    assert us.post(f"{AGREEMENT}/votes", json=vote).status_code == 201
    two.exchange()
    assert {each["name"]: each["standing"] for each in dz.get(f"{AGREEMENT}/series").json()}[series] == "agreed"
    sent = dz.post(f"{AGREEMENT}/releases", json=release).json()
    assert (sent["decision"], "notes" in sent["before"], "notes" in sent["after"]) == ("released", True, False)
    moved = dz.get(f"{AGREEMENT}/exchange").json()["moved"]
    assert [(each["rule"], each["clause"], each["state"]) for each in moved] == [("4.3/sar-live", "4.3", "sent")]
    assert dz.get(f"/api/v1/cases/{CASE_ID}").json()["badge"] == "shared"
    assert dz.post(f"/api/v1/cases/{CASE_ID}/drift").status_code == 202
    assert dz.get(f"/api/v1/cases/{CASE_ID}/drift").json()["state"] == "waiting"


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/api/v1/nothing", None, 404, "api.no_such_page"),
        ("GET", "/api/v1/agreements/other", None, 404, "node.unknown_agreement"),
        ("GET", f"{AGREEMENT}/series/minutes", None, 404, "node.no_such_series"),
        ("GET", "/api/v1/cases/other", None, 404, "node.no_such_case"),
        ("POST", f"{AGREEMENT}/texts", {"office": "o"}, 422, "api.malformed_request"),
        ("POST", f"{AGREEMENT}/votes", {"series": "x", "choice": "x", "office": "o"}, 422, "api.malformed_request"),
        ("POST", f"{AGREEMENT}/texts", {"series": "x", "office": "o", "extra": 1}, 422, "api.malformed_request"),
        ("POST", "/api/v1/cases", {"document": {}}, 422, "rescue.missing_key"),
        ("POST", f"{AGREEMENT}/resume", {"direction": "in"}, 409, "node.not_frozen"),
        ("POST", f"{AGREEMENT}/releases", {"case": "x", "purpose": "p", "office": "o"}, 422, "node.case_not_ours"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_an_error_names_its_code_in_three_languages(two, method, path, body, status, code, language):
    answer = client(two.dz).request(method, path, json=body, headers={"accept-language": language})
    problem = answer.json()
    assert answer.status_code == status, problem
    if not code.startswith("rescue"):
        assert problem["code"] == code
    assert all(problem[part] for part in ("what", "why", "remedy", "title", "detail"))
    assert answer.headers["content-language"] == language
    assert problem["status"] == status


def test_the_journal_has_ids_and_never_content(two: Two) -> None:
    stream = io.StringIO()
    side = client(two.dz, journal=Journal(stream=stream))
    side.post("/api/v1/cases", json={"document": CASE})
    lines = [orjson.loads(line) for line in stream.getvalue().splitlines()]
    assert [(line["event"], line["method"], line["status"]) for line in lines] == [("request", "POST", 201)]
    assert len(lines[0]["request"]) == 16
    assert "EXAMPLE" not in stream.getvalue()


def test_a_card_is_enrolled_over_the_socket_and_a_changed_one_refused(two: Two) -> None:
    card = orjson.loads(card_of(two.us, two.agreement_id))
    side = client(two.dz)
    answer = side.post(f"{AGREEMENT}/partner", json={"card": card})
    assert answer.status_code == 201
    assert answer.json()["theirs"]["fingerprint"] != answer.json()["ours"]["fingerprint"]
    own = orjson.loads(card_of(two.dz, two.agreement_id))
    assert side.post(f"{AGREEMENT}/partner", json={"card": own}).json()["code"] == "node.own_card"


def test_a_supervisor_hears_whether_the_node_lives_and_is_ready(two: Two) -> None:
    for writing in (False, True):
        side = client(two.dz, writing=writing)
        assert side.get("/healthz").json() == {"alive": True}
        assert side.get("/readyz").json() == {"ready": True, "party": "DZ", "troubles": []}
    assert side.get("/api/v1/node").json()["schema"] == "comity/node-state/1"
    assert [each["party"] for each in side.get("/api/v1/peers").json()] == ["US"]


def test_a_mistake_of_our_own_is_answered_in_form_and_without_its_content(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbles(node: Node) -> None:
        raise KeyError("EXAMPLE: a secret")

    monkeypatch.setattr("comity.node.services.cases.cases", stumbles)
    lines = io.StringIO()
    app = house_app(two.dz, Journal(stream=lines), writing=True)
    transport = Cable({"node.localhost": app}, raising=False)
    answer = httpx.Client(transport=transport, base_url="http://node.localhost").get("/api/v1/cases")
    assert (answer.status_code, answer.json()["code"]) == (500, "api.own_mistake")
    assert "secret" not in answer.text
    noted = [orjson.loads(line) for line in lines.getvalue().splitlines()]
    assert [each["status"] for each in noted if each.get("path") == "/api/v1/cases"] == [500]


def test_a_strangers_web_page_cannot_read_us_under_a_name_of_its_own(two: Two) -> None:
    app = house_app(two.dz, Journal(stream=io.StringIO()), writing=False)
    transport = Cable(dict.fromkeys(("evil.example", "127.0.0.1"), app))
    answers = [
        httpx.Client(transport=transport).get(f"http://{host}/healthz") for host in ("evil.example", "127.0.0.1")
    ]
    assert [answer.status_code for answer in answers] == [403, 200]
    assert answers[0].json()["code"] == "api.unknown_host"


@pytest.mark.parametrize(
    "host", ["evil_host.example", "evil.example:8800", "", "a b", "127.0.0.1.evil.example", "[::1"]
)
def test_a_host_that_is_no_name_of_ours_is_refused_however_it_is_written(two: Two, host: str) -> None:
    answer = client(two.dz, writing=False).get("/api/v1/node", headers={"host": host})
    refused = host != "[::1"  # an address that lacks its bracket names this machine all the same
    assert (answer.status_code == 403) is refused


@pytest.mark.parametrize("host", ["localhost:8800", "127.0.0.1:8800", "[::1]:8800", "dz.localhost"])
def test_our_own_names_are_answered(two: Two, host: str) -> None:
    assert client(two.dz, writing=False).get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"content-length": "4194305"}, {"content-length": "-1"}, {"transfer-encoding": "chunked"}]
)
def test_a_body_without_bounds_is_refused_before_it_is_read(two: Two, headers: dict[str, str]) -> None:
    answer = client(two.dz).post("/api/v1/cases", headers={**headers, "accept-language": "fr"}, content=iter([b"{}"]))
    assert (answer.status_code, answer.json()["code"]) == (413, "api.body_too_large")
    assert "4194304 octets" in answer.json()["why"]


@pytest.mark.parametrize("value", [10**30, "\ud800", 1.5, {"a": [10**30]}])
def test_a_card_that_no_file_could_hold_is_refused(two: Two, value: object) -> None:

    body = json.dumps({"card": {"party": value}}).encode()
    answer = client(two.dz).post(f"{AGREEMENT}/partner", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
