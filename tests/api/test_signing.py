"""An officer's passkey signs the act that was shown, and nothing else; an auditor can prove it from the log."""

from base64 import urlsafe_b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from comity.ground import ComityError, Refused, Untrusted, canonical, parse_canonical
from comity.ledger import document_hash
from comity.node import act_evidence, offices
from comity.node.services import acts
from comity.node.store import ACT_EVIDENCE
from tests.api.authenticator import PRESENT, Authenticator
from tests.api.browsers import ORIGIN, Browser
from tests.api.test_sessions import OFFICE, enrolled
from tests.two_nodes.two import Two, two_nodes

BASE = "/api/v1/agreements/dz-us-mou-2025"


def real(document: dict[str, Any]) -> None:
    """Make the memorandum a real one: no EXAMPLE mark."""
    document["example"] = False


@pytest.fixture(params=[True, False], ids=["example", "real"])
def two(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Two]:
    with two_nodes(tmp_path) if request.param else two_nodes(tmp_path, change=real) as both:
        yield both


@pytest.fixture
def desk(two: Two) -> tuple[Browser, Authenticator]:
    """An approver with a passkey, before a memorandum that the United States has tabled."""
    key = Authenticator(ORIGIN)
    browser = enrolled(two, key, "approver", "auditor", "drafter")
    browser.headers["x-comity-csrf"] = browser.get("/api/v1/session").json()["csrf"]
    acts.table(two.us, two.agreement_id, "agreement", None, office="department", sign=False)
    two.exchange()
    return browser, key


def vote(two: Two) -> dict[str, Any]:
    return {"series": "agreement", "choice": two.dz.holding(two.agreement_id).hash}


def show(browser: Browser, body: dict[str, Any]) -> Any:
    answer = browser.post(f"{BASE}/votes/challenge", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def sign(browser: Browser, body: dict[str, Any], shown: Any, key: Authenticator) -> Any:
    proof = {"ceremony": shown["ceremony"], "credential": key.get(shown["options"])}
    return browser.post(f"{BASE}/votes", json={**body, "passkey": proof})


def test_the_challenge_is_the_hash_of_the_act_that_is_shown(two: Two, desk: tuple[Browser, Authenticator]) -> None:
    browser, _ = desk
    shown = show(browser, vote(two))
    challenge = shown["options"]["challenge"]
    assert urlsafe_b64decode(challenge + "=" * (-len(challenge) % 4)).hex() == shown["hash"].removeprefix("sha256:")
    assert document_hash(shown["act"]) == shown["hash"]
    named = {name: shown["act"][name] for name in ("party", "office", "series", "parent", "round", "choice")}
    assert named == {
        "party": "DZ",
        "office": OFFICE,
        "series": "agreement",
        "parent": "root",
        "round": 0,
        "choice": vote(two)["choice"],
    }


def test_a_signature_with_a_passkey_is_kept_with_its_evidence_and_the_log_commits_to_it(two, desk) -> None:
    browser, key = desk
    answer = sign(browser, vote(two), show(browser, vote(two)), key)
    assert answer.status_code == 201, answer.text
    (mine,) = answer.json()["versions"][0]["signatures"]
    assert (mine["party"], mine["passkey"]) == ("DZ", True)
    kept = browser.get(f"{BASE}/evidence/{mine['position']}").json()
    (entry,) = two.dz.holding(two.agreement_id).own.entries(mine["position"], mine["position"] + 1)
    opening = bytes.fromhex(kept["opening"])
    assert parse_canonical(entry)["salt"] == act_evidence.committing_salt(kept["evidence"], opening).hex()
    act_evidence.check_evidence(kept["evidence"])
    two.exchange()
    theirs = acts.state(two.us, two.agreement_id, "agreement").versions[0].signatures
    assert [(each.party, each.passkey) for each in theirs] == [("DZ", None)]


def test_evidence_that_was_changed_afterwards_is_found_out(two: Two, desk: tuple[Browser, Authenticator]) -> None:
    browser, key = desk
    sign(browser, vote(two), show(browser, vote(two)), key)
    (position,) = act_evidence.positions(two.dz, two.agreement_id)
    evidence = dict(act_evidence.kept(two.dz, two.agreement_id, position).evidence)
    evidence["act"] = {**evidence["act"], "office": "somebody else"}
    with two.dz.store.writing() as connection:
        connection.execute(update(ACT_EVIDENCE).values(evidence=canonical(evidence)))
    with pytest.raises(Untrusted) as caught:
        act_evidence.kept(two.dz, two.agreement_id, position)
    assert caught.value.code == "node.evidence_not_genuine"
    with pytest.raises(Untrusted):
        act_evidence.check_evidence(evidence)


def enrol(two: Two, office: str, key: Authenticator) -> None:
    """Let an office of this node make a passkey of its own."""
    browser = Browser(two.dz)
    code = offices.invite(two.dz, office, ("approver",), enters=False, made_by="test").code
    begun = browser.post("/api/v1/session/enrolment", json={"code": code}).json()
    body = {"ceremony": begun["ceremony"], "credential": key.create(begun["options"])}
    assert browser.post("/api/v1/session/passkey", json=body).status_code == 200


LIES = ("another text", "another ceremony", "no user", "another page", "another key", "another office", "twice")


def test_genuine_evidence_that_the_log_did_not_commit_to_is_found_out(two: Two, desk: tuple[Browser, Authenticator]):
    browser, key = desk
    sign(browser, vote(two), show(browser, vote(two)), key)
    (position,) = act_evidence.positions(two.dz, two.agreement_id)
    with two.dz.store.writing() as connection:
        connection.execute(update(ACT_EVIDENCE).values(opening=bytes(32)))
    with pytest.raises(Untrusted) as caught:
        act_evidence.kept(two.dz, two.agreement_id, position)
    assert caught.value.values["reason"] == "the log commits to another evidence"


@pytest.mark.parametrize("lie", LIES)
def test_a_passkey_under_anything_else_signs_nothing(two: Two, desk: tuple[Browser, Authenticator], lie: str) -> None:
    browser, key = desk
    body = vote(two)
    shown = show(browser, body)
    if lie == "another text":
        body["choice"] = None
    if lie == "another ceremony":
        shown["ceremony"] = browser.post("/api/v1/session/challenge").json()["ceremony"]
    if lie == "no user":
        key.flags = PRESENT
    if lie == "another page":
        key.origin = "http://us.localhost:8801"
    if lie == "another key":
        key = Authenticator(ORIGIN, credential_id=b"\x08" * 32)
    if lie == "another office":
        key = Authenticator(ORIGIN, credential_id=b"\x09" * 32)
        enrol(two, "EXAMPLE: another office", key)
    if lie == "twice":
        sign(browser, {**body, "choice": None}, shown, key)  # the ceremony is used up, and nothing was signed
    answer = sign(browser, body, shown, key)
    assert answer.json()["code"] == ("node.act_changed" if lie == "another text" else "node.passkey_failed")
    assert two.dz.holding(two.agreement_id).own.size == 0


def test_an_act_that_changed_after_it_was_shown_is_not_signed(two: Two, desk: tuple[Browser, Authenticator]) -> None:
    browser, key = desk
    shown = show(browser, vote(two))
    if two.dz.holding(two.agreement_id).agreement.example:
        acts.sign(two.dz, two.agreement_id, "agreement", None, office="another office")
        answer = sign(browser, vote(two), shown, key)
        assert answer.json()["code"] in ("node.already_signed", "node.act_changed")


def test_only_the_example_is_signed_without_a_passkey(two: Two, desk: tuple[Browser, Authenticator]) -> None:
    browser, _ = desk
    answer = browser.post(f"{BASE}/votes", json=vote(two))
    if two.dz.holding(two.agreement_id).agreement.example:
        assert answer.json()["versions"][0]["signatures"][0]["passkey"] is False
    else:
        assert (answer.status_code, answer.json()["code"]) == (403, "node.passkey_needed")
        with pytest.raises(Refused):
            acts.table(two.us, two.agreement_id, "agreement", None, office="department", sign=True)


def test_what_was_signed_is_not_asked_for_again(two: Two, desk: tuple[Browser, Authenticator]) -> None:
    browser, key = desk
    sign(browser, vote(two), show(browser, vote(two)), key)
    with pytest.raises(ComityError) as caught:
        acts.act_to_sign(two.dz, two.agreement_id, "agreement", vote(two)["choice"], office=OFFICE)
    assert caught.value.code == "node.signed_before"
