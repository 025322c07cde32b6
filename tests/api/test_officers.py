"""Who may do what: nothing on TCP without a session, nothing that writes without the role, the mark and the origin."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from comity.api.house import described, house_app
from comity.api.officers import OPEN, READING, WRITERS
from comity.node import offices
from comity.node.journal import Journal
from comity.node.offices import ROLES
from tests.api.browsers import ORIGIN, Browser
from tests.two_nodes.test_exchange import CASE
from tests.two_nodes.two import Two, client_of, two_nodes

STUB: Any = type("Stub", (), {"settings": type("S", (), {"language": "en", "map_tiles": ""})(), "party": "DZ"})()
PATHS = described(STUB, writing=False).openapi()["paths"]
ROUTES = [(method.upper(), path) for path, about in PATHS.items() for method in about]
WRITING = [route for route in ROUTES if route[0] not in READING]
KNOWN = {
    "agreement_id": "dz-us-mou-2025", "case_id": "x", "name": "agreement", "log": "own", "position": "0",
    "draft": "0", "number": "0", "part": "pinned", "kind": "meeting", "record": "x", "year": "2026",
    "path": "index.html", "standard": "ocds", "form": "pdf", "section": "unit", "mmsi": "211029946",
}  # fmt: skip


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    with two_nodes(tmp_path_factory.mktemp("nodes")) as both:
        yield both


@pytest.fixture(scope="module")
def desks(two: Two) -> dict[str, Browser]:
    """One signed-in browser for each role, and one that is not: building a house takes longer than asking it."""
    return {"": Browser(two.dz)} | {role: Browser(two.dz).enter(role, (role,)) for role in ROLES}


def test_every_route_that_writes_is_named_with_its_roles_and_no_other() -> None:
    assert {*WRITERS} | {route for route in OPEN if route[0] == "POST"} == set(WRITING)


@pytest.mark.parametrize("route", [route for route in ROUTES if route not in OPEN], ids=" ".join)
def test_nothing_is_read_and_nothing_written_on_tcp_by_whoever_is_not_signed_in(desks, route: tuple[str, str]):
    answer = desks[""].request(route[0], route[1].format(**KNOWN))
    assert (answer.status_code, answer.json()["code"]) == (401, "api.not_signed_in")


@pytest.mark.parametrize("route", [route for route in WRITING if route not in OPEN], ids=" ".join)
@pytest.mark.parametrize("role", ROLES)
def test_an_office_does_only_what_its_role_allows(two, desks, route: tuple[str, str], role: offices.Role) -> None:
    leaves = route == ("DELETE", "/api/v1/session")
    desk = Browser(two.dz).enter(role, (role,)) if leaves else desks[role]
    answer = desk.request(route[0], route[1].format(**KNOWN), json={})
    code = None if answer.status_code == 204 else answer.json().get("code") if answer.status_code != 200 else None
    assert (code == "api.not_your_role") == (role not in WRITERS[route])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"origin": "http://evil.example"}, "api.foreign_origin"),
        ({"origin": "http://us.localhost:8801"}, "api.foreign_origin"),
        ({"origin": "http://dz.localhost:9999"}, "api.foreign_origin"),
        ({"origin": "null"}, "api.foreign_origin"),
        ({"x-comity-csrf": ""}, "api.csrf_missing"),
        ({"x-comity-csrf": offices.csrf_of("another token")}, "api.csrf_missing"),
    ],
)
@pytest.mark.parametrize("route", [route for route in WRITING if route not in OPEN], ids=" ".join)
def test_another_page_cannot_write_with_an_officers_cookie(desks, route, change, code) -> None:
    answer = desks["approver"].request(route[0], route[1].format(**KNOWN), json={}, headers=change)
    assert (answer.status_code, answer.json()["code"]) == (403, code)


def test_to_sign_with_a_text_and_to_release_takes_an_approver(two: Two) -> None:
    drafter = Browser(two.dz).enter("desk", ("drafter",))
    base = "/api/v1/agreements/dz-us-mou-2025"
    refused = drafter.post(f"{base}/texts", json={"series": "agreement", "sign": True})
    assert refused.json()["code"] == "api.not_your_role"
    assert drafter.post(f"{base}/texts", json={"series": "agreement"}).json()["standing"] == "tabled"
    assert drafter.post("/api/v1/cases", json={"document": CASE}).status_code == 201
    release = {"case": CASE["case"]["id"], "purpose": "search_and_rescue"}
    assert drafter.post(f"{base}/releases", json=release).json()["code"] == "api.not_your_role"


def test_an_office_acts_in_its_own_name_and_each_act_is_kept(two: Two) -> None:
    stream = io.StringIO()
    approver = Browser(two.dz, journal=Journal(stream=stream)).enter("chair", ("approver", "drafter"))
    base = "/api/v1/agreements/dz-us-mou-2025"
    other = approver.post(f"{base}/texts", json={"series": "agreement", "sign": True, "office": "somebody else"})
    assert (other.status_code, other.json()["code"]) == (403, "api.another_office")
    signed = approver.post(f"{base}/texts", json={"series": "agreement", "sign": True})
    assert signed.status_code == 201
    entry = approver.get(f"{base}/logs/own/entries").json()["entries"][0]
    assert (entry["kind"], entry["office"]) == ("vote", "chair")
    assert approver.get("/api/v1/acts").json()["code"] == "api.not_your_role"
    acts = Browser(two.dz).enter("court", ("auditor",)).get("/api/v1/acts").json()[1:]
    told = [(act["office"], act["method"], act["address"], act["status"]) for act in acts[:2]]
    assert told == [("chair", "POST", f"{base}/texts", 201), ("chair", "POST", f"{base}/texts", 403)]
    lines = [orjson.loads(line) for line in stream.getvalue().splitlines()]
    assert acts[0]["request"] in {line["request"] for line in lines}
    assert approver.token is not None
    assert approver.token not in stream.getvalue()


def test_an_operator_invites_an_office_and_takes_it_back(two: Two) -> None:
    operator = Browser(two.dz).enter("operations", ("operator",))
    body = {"office": "EXAMPLE: new desk", "roles": ["auditor"]}
    made = operator.post("/api/v1/offices", json=body).json()
    assert made["path"] == f"/#/enrol/{made['code']}"
    assert operator.post("/api/v1/offices", json={**body, "enters": True}).json()["code"] == "api.owners_only"
    assert Browser(two.dz).post("/api/v1/session/enrolment", json={"code": made["code"]}).status_code == 200
    left = operator.post("/api/v1/offices/revocations", json={"office": body["office"]}).json()
    assert {each["office"]: each["roles"] for each in left}[body["office"]] == []
    assert Browser(two.dz).post("/api/v1/session/enrolment", json={"code": made["code"]}).status_code == 403


def test_the_owner_acts_on_the_socket_in_the_name_that_the_request_gives(two: Two) -> None:
    owner = client_of(house_app(two.us, Journal(stream=io.StringIO()), writing=True))
    code = owner.post("/api/v1/offices", json={"office": "watch", "roles": ["auditor"], "enters": True}).json()
    assert code["path"] == f"/#/enter/{code['code']}"
    assert owner.get("/api/v1/session").json()["entered_by"] == "owner"
    assert owner.get("/api/v1/acts").json()[0]["office"] == offices.OWNER


def test_every_answer_is_kept_by_nobody_and_sniffed_by_nobody(two: Two) -> None:
    for path in ("/api/v1/session", "/healthz", "/api/v1/cases", "/api/v1/nothing"):
        headers = Browser(two.dz).get(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-resource-policy"] == "same-origin"


def test_the_setting_of_the_origin_alone_counts_where_it_is_given(tmp_path: Path) -> None:
    from dataclasses import replace

    from comity.node.app import opened
    from comity.node.settings import read_settings
    from tests.two_nodes.two import make_folder

    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    settings = replace(read_settings(folder), house_origin="https://comity.example")
    with opened(folder, settings=settings) as node:
        browser = Browser(node)
        foreign = browser.post("/api/v1/session/challenge")
        assert foreign.json()["code"] == "api.foreign_origin"
        headers = {"origin": "https://comity.example", "host": "comity.example"}
        begun = browser.post("/api/v1/session/challenge", headers=headers)
        assert begun.json()["options"]["rpId"] == "comity.example"
    assert ORIGIN.startswith("http://")
