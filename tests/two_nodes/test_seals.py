"""Seals of both nodes in one paper: each by the key of its record, the second behind the first, no byte changed unseen.

Authority: pyHanko's validator of PAdES, inside `check_seals`.
"""

import base64
import random
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from typer.testing import CliRunner

from comity.cli.main import app
from comity.files.paper import Sealer, SignaturePlace, certified_key, seal_certificates
from comity.files.paper import sealed as seal_again
from comity.ground import ComityError
from comity.node.app import Node
from comity.node.cooperation_seals import certificate_of, seals_made
from comity.node.services.cooperation import give_offices
from tests.api.browsers import Browser
from tests.two_nodes.cooperating import Cooperating, cooperating, said
from tests.two_nodes.test_cooperation_papers import meeting_with_minutes
from tests.two_nodes.two import START_MS

BASE = "/api/v1/agreements/dz-us-mou-2025/cooperation/records"
PLACE = "decision/d-1/paper/decision"
PAPER = f"{BASE}/{PLACE}"
SPEAK = "DZ:fr,US:en"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cooperating]:
    with cooperating(tmp_path_factory.mktemp("nodes")) as both:
        meeting_with_minutes(both)
        both.propose(both.dz, "decision", "d-1", from_meeting="wg-sahel-1")
        both.both(both.dz, "decision/d-1", "adopt")
        yield both


@pytest.fixture(scope="module")
def desks(two: Cooperating) -> dict[str, Browser]:
    return {each.party: Browser(each).enter("desk", ("approver", "auditor")) for each in (two.dz, two.us)}


def sealed(desk: Browser, onto: bytes | None = None, **more: str) -> bytes:
    answer = ask(desk, "seal", onto, **more)
    assert answer.status_code == 201, answer.text
    return base64.b64decode(answer.json()["pdf"])


def ask(desk: Browser, what: str, pdf: bytes | None, *, path: str = PAPER, **more: str) -> Any:
    body = {"holder": "DZ", "languages": SPEAK, **more}
    return desk.post(f"{path}/{what}", json=body | ({} if pdf is None else {"pdf": base64.b64encode(pdf).decode()}))


@pytest.fixture(scope="module")
def by_both(desks: dict[str, Browser]) -> bytes:
    """The original of DZ: US seals it first and hands it over, DZ seals behind it."""
    return sealed(desks["DZ"], sealed(desks["US"]))


def test_each_seals_in_turn_and_both_nodes_read_both_seals(desks: dict[str, Browser], by_both: bytes) -> None:
    plain = desks["DZ"].get(f"{PAPER}.pdf?holder=DZ&languages={SPEAK}").content
    first = sealed(desks["US"])
    assert first.startswith(plain)
    assert by_both.startswith(plain), "the second seal is added, and nothing before it changes"
    for desk in desks.values():
        told = ask(desk, "seals", by_both).json()
        assert [each["party"] for each in told["seals"]] == ["US", "DZ"]
        assert told["by_both"] is True
    assert ask(desks["DZ"], "seals", first).json()["by_both"] is False


def test_a_seal_is_by_the_key_that_signs_the_record(two: Cooperating, by_both: bytes) -> None:
    found = seal_certificates(by_both, lambda *_: True)
    for node in (two.dz, two.us):
        log = node.holding(two.agreement_id).keys.own[-1].log
        assert certified_key(found[node.party]) == log.public_key
        assert "EXAMPLE" in found[node.party].subject.rfc4514_string()


def test_one_flipped_byte_anywhere_is_found_by_both_nodes(desks: dict[str, Browser], by_both: bytes) -> None:
    chance = random.Random(11)
    for place in [*(chance.randrange(len(by_both)) for _ in range(6)), by_both.rindex(b"/Contents <") + 4000]:
        changed = bytearray(by_both)
        changed[place] ^= 1 << chance.randrange(8)
        for desk in desks.values():
            answer = ask(desk, "seals", bytes(changed))
            assert answer.json()["code"] in ("files.seal_broken", "node.another_paper"), place


def test_nothing_but_the_very_paper_is_sealed(desks: dict[str, Browser], by_both: bytes) -> None:
    first = sealed(desks["US"])
    changed = bytearray(first)
    changed[-30] ^= 1
    for given, code in (
        (bytes(changed), "files.seal_broken"),
        (b"%PDF-1.7 another", "node.another_paper"),
        (by_both, "files.cannot_be_sealed"),
    ):
        assert ask(desks["DZ"], "seal", given).json()["code"] == code
    assert ask(desks["DZ"], "seal", first, holder="US").json()["code"] == "node.another_paper"
    odd = desks["DZ"].post(f"{PAPER}/seal", json={"pdf": "no base64"})
    assert odd.json()["code"] == "api.not_base64"


def test_what_both_have_not_signed_or_nobody_signs_gets_no_seal(desks: dict[str, Browser]) -> None:
    minutes = f"{BASE}/meeting/wg-sahel-1/paper/minutes"
    assert ask(desks["DZ"], "seal", None, path=minutes).json()["code"] == "node.paper_not_signed"
    agenda = f"{BASE}/meeting/wg-sahel-1/paper/agenda"
    assert ask(desks["DZ"], "seal", None, path=agenda).status_code == 422


def test_only_an_approver_seals_and_an_auditor_checks(two: Cooperating, by_both: bytes) -> None:
    auditor = Browser(two.dz).enter("court of accounts", ("auditor",))
    assert ask(auditor, "seal", None).json()["code"] == "api.not_your_role"
    assert ask(auditor, "seals", by_both).status_code == 200


def test_who_had_a_seal_made_is_kept_at_home_with_the_hash_of_the_file(two: Cooperating) -> None:
    desk = Browser(two.us).enter("second desk")
    before = seals_made(two.us, two.agreement_id, PLACE)
    pdf = sealed(desk)
    made = seals_made(two.us, two.agreement_id, PLACE)
    assert made[: len(before)] == before
    (last,) = made[len(before) :]
    assert (last.holder, last.office) == ("DZ", "second desk")
    assert last.hash == f"sha256:{sha256(pdf).hexdigest()}"


def keys_of(node: Node) -> Path:
    return node.layout.log_keys("dz-us-mou-2025", "own")


def test_a_court_checks_a_sealed_paper_by_the_keys_of_both_records_and_nothing_else(
    two: Cooperating, by_both: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    file = tmp_path / "decision.pdf"
    file.write_bytes(by_both)
    words = ["cooperation", "seals", str(file)]
    for node in (two.dz, two.us):
        words += ["--keys", str(keys_of(node))]
    told = CliRunner().invoke(app, words)
    assert told.exit_code == 0, (told.output, told.exception)
    assert [line.split()[-1] for line in told.output.splitlines()] == [
        "us.example/dz-us-mou-2025",
        "dz.example/dz-us-mou-2025",
    ]
    file.write_bytes(by_both[:-5] + b" " + by_both[-4:])
    for asked in (words, words[:-2]):
        refused = CliRunner().invoke(app, asked).exception
        assert isinstance(refused, ComityError)
        assert refused.code == "files.seal_broken"


def test_both_seals_by_one_party_are_refused(
    two: Cooperating, by_both: bytes, desks: dict[str, Browser], tmp_path: Path
) -> None:
    holding = two.dz.holding(two.agreement_id)
    key = Ed25519PrivateKey.from_private_bytes(holding.keys.log_signers()[-1].seed)
    forger = Sealer("US", key, certificate_of(holding.agreement, "US", key))
    file = tmp_path / "decision.pdf"
    place = SignaturePlace("US", 0, (50, 50, 200, 110))
    plain = desks["DZ"].get(f"{PAPER}.pdf?holder=DZ&languages={SPEAK}").content
    only_ours = sealed(desks["DZ"], plain)
    asked = ["cooperation", "seals", str(file), "--keys", str(keys_of(two.dz)), "--keys", str(keys_of(two.us))]
    file.write_bytes(seal_again(plain, forger, START_MS, place, plain))
    told = orjson.loads(CliRunner().invoke(app, [*asked, "--json"]).output)
    assert [each["origin"] for each in told] == ["dz.example/dz-us-mou-2025"], "the key speaks, not the field's name"
    file.write_bytes(seal_again(only_ours, forger, START_MS, place, plain))
    refused = CliRunner().invoke(app, asked).exception
    assert isinstance(refused, ComityError)
    assert refused.code == "cli.one_key_for_both"
    assert ask(desks["DZ"], "seals", file.read_bytes()).json()["code"] == "files.seal_broken"


def test_an_office_whose_mandate_ended_seals_nothing(two: Cooperating, desks: dict[str, Browser]) -> None:
    before = seals_made(two.us, two.agreement_id, PLACE)
    roles = [{"id": "another-desk", "title": said("desk"), "roles": ["approver"], "since_ms": 0}]
    give_offices(two.us, two.agreement_id, roles, office="norfolk-desk")
    assert ask(desks["US"], "seal", None).json()["code"] == "cooperation.office_may_not_sign"
    assert seals_made(two.us, two.agreement_id, PLACE) == before
