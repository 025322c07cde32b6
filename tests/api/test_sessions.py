"""Officers sign in with passkeys: the ceremony is the real one, made by an authenticator in software."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from comity.node import offices
from comity.node.store import OFFICE_SESSION, ONE_TIME_CODE, PASSKEY
from tests.api.authenticator import PRESENT, Authenticator
from tests.api.browsers import ORIGIN, Browser
from tests.two_nodes.two import Two, two_nodes

OFFICE = "EXAMPLE: rescue centre, Algiers"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_nodes(tmp_path) as both:
        yield both


def code_for(two: Two, *roles: offices.Role) -> str:
    return offices.invite(two.dz, OFFICE, roles or ("drafter",), enters=False, made_by="test").code


def enrolled(two: Two, key: Authenticator, *roles: offices.Role) -> Browser:
    browser = Browser(two.dz)
    begun = browser.post("/api/v1/session/enrolment", json={"code": code_for(two, *roles)}).json()
    body = {"ceremony": begun["ceremony"], "credential": key.create(begun["options"])}
    answer = browser.post("/api/v1/session/passkey", json=body)
    assert answer.status_code == 200, answer.text
    return browser


def sign_in(browser: Browser, key: Authenticator) -> Any:
    begun = browser.post("/api/v1/session/challenge").json()
    body = {"ceremony": begun["ceremony"], "credential": key.get(begun["options"])}
    return browser.post("/api/v1/session", json=body)


def test_a_code_enrols_a_passkey_and_the_passkey_opens_later_sessions(two: Two) -> None:
    key = Authenticator(ORIGIN)
    enrolled(two, key, "drafter", "approver")
    later = Browser(two.dz)
    assert later.get("/api/v1/session").json()["office"] is None
    answer = sign_in(later, key)
    assert answer.status_code == 200, answer.text
    said = later.get("/api/v1/session").json()
    assert (said["office"], said["roles"], said["entered_by"]) == (OFFICE, ["drafter", "approver"], "passkey")
    assert (said["passkeys"], said["party"], said["csrf"]) == (1, "DZ", answer.json()["csrf"])


def test_the_cookie_is_bound_to_this_host_and_out_of_reach_of_scripts_and_other_sites(two: Two) -> None:
    browser = enrolled(two, Authenticator(ORIGIN))
    parts = {part.strip().lower() for part in browser.line.split(";")[1:]}
    assert browser.line.startswith("__Host-comity=")
    assert {"httponly", "secure", "samesite=strict", "path=/"} <= parts
    assert not any(part.startswith("domain") for part in parts)


def test_neither_codes_nor_tokens_stand_in_the_database(two: Two) -> None:
    key = Authenticator(ORIGIN)
    browser = enrolled(two, key)
    with two.dz.store.reading() as connection:
        rows = [
            *connection.execute(select(ONE_TIME_CODE)),
            *connection.execute(select(OFFICE_SESSION)),
            *connection.execute(select(PASSKEY)),
        ]
    assert browser.token is not None
    assert browser.token not in str(rows)
    assert browser.token.encode() not in two.dz.layout.database.read_bytes()


def test_a_code_works_once_and_for_a_day(two: Two) -> None:
    code = code_for(two)
    late = code_for(two)
    first, second = Authenticator(ORIGIN), Authenticator(ORIGIN, credential_id=b"\x08" * 32)
    for key, status in ((first, 200), (second, 403)):
        browser = Browser(two.dz)
        begun = browser.post("/api/v1/session/enrolment", json={"code": code.upper().replace("-", " ")})
        assert begun.status_code == status
        if status == 200:
            body = {"ceremony": begun.json()["ceremony"], "credential": key.create(begun.json()["options"])}
            assert browser.post("/api/v1/session/passkey", json=body).status_code == 200
        else:
            assert begun.json()["code"] == "node.bad_code"
    two.clock.now_ms += offices.CODE_MS
    assert Browser(two.dz).post("/api/v1/session/enrolment", json={"code": late}).status_code == 403


def test_a_code_for_a_passkey_opens_no_session_by_itself_and_two_races_enrol_one(two: Two) -> None:
    code = code_for(two)
    browser = Browser(two.dz)
    assert browser.post("/api/v1/session/enter", json={"code": code}).status_code == 403
    begun = [browser.post("/api/v1/session/enrolment", json={"code": code}).json() for _ in range(2)]
    answers = [
        browser.post(
            "/api/v1/session/passkey",
            json={
                "ceremony": each["ceremony"],
                "credential": Authenticator(ORIGIN, credential_id=bytes([9 + place]) * 32).create(each["options"]),
            },
        ).status_code
        for place, each in enumerate(begun)
    ]
    assert answers == [200, 403]


@pytest.mark.parametrize("lie", ["origin", "unverified", "challenge", "key", "again", "stranger", "garbage"])
def test_what_does_not_prove_the_passkey_opens_nothing(two: Two, lie: str) -> None:
    key = Authenticator(ORIGIN)
    enrolled(two, key)
    browser = Browser(two.dz)
    begun = browser.post("/api/v1/session/challenge").json()
    options = begun["options"]
    liar = {
        "origin": Authenticator("http://evil.example", key.key),
        "unverified": Authenticator(ORIGIN, key.key, flags=PRESENT),
        "key": Authenticator(ORIGIN),
        "stranger": Authenticator(ORIGIN, credential_id=b"\x09" * 32),
    }.get(lie, key)
    if lie == "challenge":
        options = {**options, "challenge": "AAAA"}
    credential = liar.get(options) if lie != "garbage" else {"rawId": 5, "response": "x"}
    body = {"ceremony": begun["ceremony"], "credential": credential}
    answer = browser.post("/api/v1/session", json=body)
    if lie == "again":
        assert answer.status_code == 200
        answer = Browser(two.dz).post("/api/v1/session", json=body)
    assert (answer.status_code, answer.json()["code"]) == (403, "node.passkey_failed")
    assert "set-cookie" not in answer.headers


def test_a_session_ends_by_leaving_by_time_and_by_revocation(two: Two) -> None:
    key = Authenticator(ORIGIN)
    browser = enrolled(two, key)
    csrf = browser.get("/api/v1/session").json()["csrf"]
    token = browser.token
    assert browser.delete("/api/v1/session", headers={"x-comity-csrf": csrf}).status_code == 204
    browser.token = token
    assert browser.get("/api/v1/session").json()["office"] is None

    assert sign_in(browser, key).status_code == 200
    two.clock.now_ms += offices.SESSION_MS
    assert browser.get("/api/v1/cases").status_code == 401

    assert sign_in(browser, key).status_code == 200
    offices.revoke(two.dz, OFFICE, made_by="test")
    assert browser.get("/api/v1/cases").status_code == 401
    assert sign_in(Browser(two.dz), key).status_code == 403


def test_a_passkey_belongs_to_the_name_under_which_it_was_made(two: Two) -> None:
    key = Authenticator("http://us.localhost:8801")
    browser = Browser(two.dz)
    begun = browser.post("/api/v1/session/enrolment", json={"code": code_for(two)}).json()
    assert begun["options"]["rp"]["id"] == "dz.localhost"
    body = {"ceremony": begun["ceremony"], "credential": key.create(begun["options"])}
    assert browser.post("/api/v1/session/passkey", json=body).json()["code"] == "node.passkey_failed"


def test_an_office_that_is_signed_in_adds_a_second_passkey_without_a_code(two: Two) -> None:
    browser = Browser(two.dz).enter("watch", ("drafter",))
    assert Browser(two.dz).post("/api/v1/session/enrolment", json={}).json()["code"] == "api.code_needed"
    begun = browser.post("/api/v1/session/enrolment", json={}).json()
    key = Authenticator(ORIGIN)
    body = {"ceremony": begun["ceremony"], "credential": key.create(begun["options"])}
    assert browser.post("/api/v1/session/passkey", json=body).json()["office"] == "watch"
    assert sign_in(Browser(two.dz), key).json()["office"] == "watch"


def test_nobody_signs_in_over_a_line_that_others_can_read(two: Two) -> None:
    browser = Browser(two.dz)
    code = offices.invite(two.dz, OFFICE, ("drafter",), enters=True, made_by="test").code
    headers = {"host": "10.1.2.3:8800", "origin": "http://10.1.2.3:8800"}
    answer = browser.post("/api/v1/session/enter", json={"code": code}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "api.insecure_origin")
