"""One party replaces its keys while both nodes go on: the old key vouches for the new one, and then signs no more."""

import base64
import hashlib
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest

from comity.api.partner_port import partner_port
from comity.files import folder_reader
from comity.ground import InvalidInput, Untrusted
from comity.ledger import (
    MIRROR_KEY,
    SALT_BYTES,
    Checkpoint,
    Signer,
    beat_entry,
    check_history,
    cosign,
    fetch_head,
    open_any,
    parse_tlog_proof,
    prove_entry,
    read_head,
    read_keys,
    read_past_head,
    sign_note,
    verify_log,
    verify_tlog_proof,
)
from comity.node.app import Node
from comity.node.cards import read_card
from comity.node.evidence import evidence
from comity.node.partners import enrol, receipt_of, state_of
from comity.node.peers import pull
from comity.node.services import acts, keys, notices
from tests.two_nodes.two import Twist, Two, card_of, client_of, two_nodes

OFFICE = "EXAMPLE: security office"


@pytest.fixture
def two(tmp_path):
    with two_nodes(tmp_path) as made:
        made.sign_memorandum()
        sign_keys(made)
        yield made


def sign_keys(two: Two) -> None:
    """Agree the annex that DZ proposes: first that of the cards, later the one with its drawn keys."""
    for node in (two.dz, two.us):
        propose(node, two.agreement_id) if node is two.dz else sign_what_lies_there(node, two.agreement_id)
        two.exchange(1)
    two.exchange(1)


def propose(node: Node, agreement_id: str) -> None:
    acts.table(node, agreement_id, "keys", None, office=OFFICE, sign=True)


def sign_what_lies_there(node: Node, agreement_id: str) -> None:
    (text,) = acts.state(node, agreement_id, "keys").tabled
    acts.sign(node, agreement_id, "keys", text.hash, office=OFFICE)


def beat(node: Node, agreement_id: str) -> None:
    holding = node.holding(agreement_id)
    entry = beat_entry(office="desk", at_ms=node.clock(), salt=node.random(SALT_BYTES))
    holding.own.write([entry], sign=holding.sign_head, now_ms=node.clock())


def signers(node: Node, agreement_id: str, note: bytes | None) -> list[int]:
    """Return which of a node's own log keys, in order, signed a note."""
    assert note is not None
    logs = node.holding(agreement_id).keys.known_logs
    return sorted(logs.index(each.verifier) for each in open_any(note, logs).signatures)


def head_signers(two: Two) -> list[int]:
    return signers(two.dz, two.agreement_id, two.dz.holding(two.agreement_id).own.head())


def follows(node: Node, agreement_id: str) -> bool:
    states = [state_of(node, agreement_id, direction) for direction in ("in", "out")]
    return all(state is not None and state.state == "following" for state in states)


def test_the_old_key_signs_alone_then_both_then_the_new_one_alone(two: Two) -> None:
    assert head_signers(two) == [0]
    keys.draw(two.dz)
    assert keys.states(two.dz).agreements[0].stage == "to_agree"
    beat(two.dz, two.agreement_id)
    assert head_signers(two) == [0], "drawn keys sign nothing"
    propose(two.dz, two.agreement_id)
    two.exchange(1)
    sign_what_lies_there(two.us, two.agreement_id)
    pull(two.dz, two.agreement_id)
    assert keys.states(two.dz).agreements[0].stage == "overlap"
    assert head_signers(two) == [0, 1], "a head by both, without waiting for an act"
    pull(two.us, two.agreement_id)
    beat(two.dz, two.agreement_id)
    assert head_signers(two) == [0, 1], "the partner's receipt is not here yet"
    pull(two.dz, two.agreement_id)
    assert keys.states(two.dz).agreements[0].stage == "passed"
    beat(two.dz, two.agreement_id)
    assert head_signers(two) == [1]
    two.exchange()
    assert follows(two.us, two.agreement_id)
    assert follows(two.dz, two.agreement_id)
    assert two.us.holding(two.agreement_id).copy.size == two.dz.holding(two.agreement_id).own.size


def rotate(two: Two) -> None:
    keys.draw(two.dz)
    sign_keys(two)
    two.exchange()


def test_a_head_by_the_old_key_is_refused_after_the_change_and_kept_as_evidence(two: Two) -> None:
    old = two.dz.holding(two.agreement_id).keys.log_signers()[0]
    rotate(two)
    beat(two.dz, two.agreement_id)
    two.exchange()
    size = two.us.holding(two.agreement_id).copy.size
    text = Checkpoint(two.dz.holding(two.agreement_id).own.origin, size + 1, bytes(32)).text()
    two.cable.twist = as_head_of(two, sign_note(text, old))
    pull(two.us, two.agreement_id)
    state = state_of(two.us, two.agreement_id, "in")
    assert state is not None
    assert state.reason is not None
    assert (state.state, state.reason.code) == ("silent", "ledger.no_known_signature")
    assert two.us.holding(two.agreement_id).copy.size == size
    (kept,) = evidence(two.us, two.agreement_id)
    assert {"pinned", "offered"} <= set(kept.files)
    two.cable.twist = None
    pull(two.us, two.agreement_id)
    assert follows(two.us, two.agreement_id)


def test_a_head_by_the_new_key_alone_is_refused_before_the_overlap(two: Two) -> None:
    keys.draw(two.dz)
    propose(two.dz, two.agreement_id)
    two.exchange(1)
    sign_what_lies_there(two.us, two.agreement_id)  # the partner knows the new key; no head bears it yet
    new = two.dz.keyring.keys.log_seeds[-1]
    origin, size = two.dz.holding(two.agreement_id).own.origin, two.us.holding(two.agreement_id).copy.size
    text = Checkpoint(origin, size + 1, bytes(32)).text()
    two.cable.twist = as_head_of(two, sign_note(text, Signer(origin, new)))
    pull(two.us, two.agreement_id)
    state = state_of(two.us, two.agreement_id, "in")
    assert state is not None
    assert state.reason is not None
    assert state.reason.code == "ledger.no_known_signature"
    assert evidence(two.us, two.agreement_id) == []
    two.cable.twist = None
    two.exchange()
    assert follows(two.us, two.agreement_id)


def as_head_of(two: Two, head: bytes, part: str = "log") -> Twist:
    path = f"/a/{two.agreement_id}/{part}/checkpoint"

    def twist(request: httpx.Request, answer: httpx.Response) -> httpx.Response:
        is_head = request.url.path == path and request.url.host == "dz.example"
        return httpx.Response(200, stream=httpx.ByteStream(head)) if is_head else answer

    return twist


def test_receipts_are_given_by_both_keys_at_once_also_for_what_was_receipted_before(two: Two) -> None:
    beat(two.us, two.agreement_id)
    pull(two.dz, two.agreement_id)  # receipted by the old key, and not read by the partner yet
    keys.draw(two.dz)
    propose(two.dz, two.agreement_id)
    two.exchange(1)
    holding = two.us.holding(two.agreement_id)
    sign_what_lies_there(two.us, two.agreement_id)
    pull(two.dz, two.agreement_id)
    mirrors = two.dz.holding(two.agreement_id).keys.known_mirrors
    published = two.dz.layout.log(two.agreement_id, "partner") / "checkpoint"
    assert {each.verifier for each in open_any(published.read_bytes(), mirrors).signatures} == set(mirrors)
    pull(two.us, two.agreement_id)
    receipt = receipt_of(two.us, two.agreement_id)
    assert receipt is not None
    assert receipt.size == holding.own.size
    assert follows(two.us, two.agreement_id)


def test_a_receipt_by_a_key_that_was_given_up_tells_nothing_new(two: Two) -> None:
    old = Signer("dz.example/mirror", two.dz.keyring.keys.mirror_seeds[0], MIRROR_KEY)
    rotate(two)
    before = receipt_of(two.us, two.agreement_id)
    beat(two.us, two.agreement_id)
    head = two.us.holding(two.agreement_id).own.head()
    assert head is not None
    logs = two.us.holding(two.agreement_id).keys.known_logs
    forged = cosign(head, logs, [old], at_ms=two.clock())
    two.cable.twist = as_head_of(two, forged, "mirror")
    pull(two.us, two.agreement_id)
    state = state_of(two.us, two.agreement_id, "out")
    assert state is not None
    assert state.reason is not None
    assert state.reason.code == "node.receipt_unsigned"
    assert receipt_of(two.us, two.agreement_id) == before
    two.cable.twist = None
    two.exchange()
    assert follows(two.us, two.agreement_id)


def test_the_partner_is_away_during_half_of_it(two: Two) -> None:
    keys.draw(two.dz)
    propose(two.dz, two.agreement_id)
    two.cable.cut.add("us.example")
    for _ in range(3):
        beat(two.dz, two.agreement_id)
        pull(two.dz, two.agreement_id)
    pull(two.us, two.agreement_id)
    sign_what_lies_there(two.us, two.agreement_id)
    assert head_signers(two) == [0], "its signature has not arrived"
    two.cable.cut.clear()
    pull(two.dz, two.agreement_id)
    two.cable.cut |= {"dz.example", "us.example"}
    for _ in range(3):
        beat(two.dz, two.agreement_id)
        beat(two.us, two.agreement_id)
        assert head_signers(two) == [0, 1]
    two.cable.cut.clear()
    two.exchange()
    assert keys.states(two.dz).agreements[0].stage == "passed"
    assert follows(two.us, two.agreement_id)


def test_both_parties_change_their_keys_one_after_the_other_and_again(two: Two) -> None:
    for _ in range(2):
        for node, other in ((two.dz, two.us), (two.us, two.dz)):
            keys.draw(node)
            propose(node, two.agreement_id)
            two.exchange(1)
            sign_what_lies_there(other, two.agreement_id)
            two.exchange()
            keys.retire(node)
            beat(node, two.agreement_id)
            two.exchange()
            assert follows(two.us, two.agreement_id)
            assert follows(two.dz, two.agreement_id)
    for node, other in ((two.dz, two.us), (two.us, two.dz)):
        own, theirs = node.holding(two.agreement_id).keys.own, other.holding(two.agreement_id).keys.partner
        assert own == theirs
        assert len(own) == 3


def test_two_proposals_that_cross_fail_and_the_next_are_signed_in_turn(two: Two) -> None:
    for node in (two.dz, two.us):
        keys.draw(node)
        propose(node, two.agreement_id)
    two.exchange()
    turn = len(acts.state(two.dz, two.agreement_id, "keys").agreed) + 1  # one version has failed
    first, other = (two.dz, two.us) if turn % 2 == 0 else (two.us, two.dz)
    propose(first, two.agreement_id)
    two.exchange()
    sign_what_lies_there(other, two.agreement_id)
    two.exchange()
    propose(other, two.agreement_id)
    two.exchange()
    sign_what_lies_there(first, two.agreement_id)
    two.exchange(3)
    for node in (two.dz, two.us):
        assert keys.retire(node).agreements[0].stage == "settled"


def test_every_old_act_still_verifies_with_the_files_of_keys(two: Two, tmp_path: Path) -> None:
    holding, layout = two.dz.holding(two.agreement_id), two.dz.layout
    read = folder_reader(layout.log(two.agreement_id, "own"))
    old_keys = read_keys(orjson.loads(layout.log_keys(two.agreement_id, "own").read_bytes()))
    by = read_head(layout.receipt(two.agreement_id).read_bytes(), old_keys)
    proof = prove_entry(read, 0, by, size=holding.own.size).text()
    known = holding.own.head()
    assert known is not None
    rotate(two)
    beat(two.dz, two.agreement_id)
    two.exchange()
    keys.retire(two.dz)
    for node, which in ((two.dz, "own"), (two.us, "partner")):
        now = read_keys(orjson.loads(node.layout.log_keys(two.agreement_id, which).read_bytes()))
        assert now.earlier == (old_keys.log,)
        proved = verify_tlog_proof(parse_tlog_proof(proof), now)
        assert proved.head.signed_by == (old_keys.log,)
        assert proved.head.receipts_ms, "with the partner's receipt of that time"
        reader = folder_reader(node.layout.log(two.agreement_id, which))
        head = fetch_head(reader, now)
        assert verify_log(reader, head).new_entries == holding.own.size
        check_history(reader, head, read_past_head(known, now))
    with pytest.raises(Untrusted) as caught:
        fetch_head(read, old_keys)
    assert caught.value.code in ("ledger.no_known_signature", "ledger.own_signature_missing")


def test_new_keys_are_never_drawn_over_others_and_nobody_else_can_read_them(two: Two) -> None:
    keys.draw(two.dz)
    where = two.dz.layout.folder / "keys"
    drawn = {path.name: path.read_bytes() for path in where.glob("*.next.seed")}
    assert set(drawn) == {"log.next.seed", "mirror.next.seed"}
    assert {path.stat().st_mode & 0o777 for path in where.iterdir()} == {0o600}
    with pytest.raises(InvalidInput) as caught:
        keys.draw(two.dz)
    assert caught.value.code == "node.keys_drawn_before"
    (where / "mirror.next.seed").unlink()  # a crash between the two
    keys.draw(two.dz)
    assert (where / "log.next.seed").read_bytes() == drawn["log.next.seed"]
    assert {path.name for path in where.iterdir()} == {*drawn, "log.seed", "mirror.seed", "tls.pem"}
    (where / "log.next.seed").chmod(0o644)
    with pytest.raises(Untrusted):
        two.dz.keyring.read_again()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda annex: stranger(annex, "DZ"), "node.keys_not_ours"),
        (lambda annex: half(annex, "US"), "agreement.keys_do_not_fit"),
        (lambda annex: annex | {"agreement_hash": "sha256:" + "0" * 64}, "node.keys_not_ours"),
        (lambda annex: weak(annex, "US"), "ledger.weak_key"),
        (lambda annex: swapped(annex, "US"), "node.keys_of_another_kind"),
    ],
    ids=["other keys for us", "one key of two", "another memorandum", "a key that proves nothing", "the wrong kind"],
)
def test_an_annex_that_nobody_may_sign_is_refused_with_the_reason(two: Two, change: Any, code: str) -> None:
    annex = change(orjson.loads(orjson.dumps(acts.state(two.dz, two.agreement_id, "keys").agreed[-1].document)))
    with pytest.raises(InvalidInput) as caught:
        acts.table(two.dz, two.agreement_id, "keys", annex, office=OFFICE, sign=True)
    assert caught.value.code == code


def part(annex: dict[str, Any], party: str) -> dict[str, Any]:
    return next(each for each in annex["parties"] if each["party"] == party)


def stranger(annex: dict[str, Any], party: str) -> dict[str, Any]:
    ours = part(annex, party)
    ours["log_key"] = Signer(ours["origin"], b"s" * 32).verifier.vkey
    ours["mirror_key"] = Signer(ours["mirror_key"].split("+")[0], b"t" * 32, MIRROR_KEY).verifier.vkey
    return annex


def half(annex: dict[str, Any], party: str) -> dict[str, Any]:
    mirror_key = part(annex, party)["mirror_key"]
    stranger(annex, party)
    part(annex, party)["mirror_key"] = mirror_key
    return annex


def weak(annex: dict[str, Any], party: str) -> dict[str, Any]:
    theirs = part(stranger(annex, party), party)
    key = bytes([1]) + bytes(31)  # the neutral element, of order 1
    key_id = hashlib.sha256(theirs["origin"].encode() + b"\n\x01" + key).hexdigest()[:8]
    theirs["log_key"] = f"{theirs['origin']}+{key_id}+{base64.b64encode(bytes([1]) + key).decode()}"
    return annex


def swapped(annex: dict[str, Any], party: str) -> dict[str, Any]:
    theirs = part(stranger(annex, party), party)
    theirs["log_key"] = Signer(theirs["origin"], b"u" * 32, MIRROR_KEY).verifier.vkey
    return annex


def test_before_the_first_annex_no_other_keys_than_those_of_the_cards_are_signed(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        two.sign_memorandum()
        keys.draw(two.dz)
        propose(two.dz, two.agreement_id)
        (text,) = acts.state(two.dz, two.agreement_id, "keys").tabled
        assert part(text.document, "DZ")["log_key"] == two.dz.holding(two.agreement_id).keys.held.pair.log_key
        other = stranger(orjson.loads(orjson.dumps(text.document)), "US")
        with pytest.raises(InvalidInput) as caught:
            acts.table(two.dz, two.agreement_id, "keys", other, office=OFFICE, sign=False)
        assert caught.value.code == "node.keys_not_ours"


def test_a_card_with_the_agreed_keys_is_enrolled_again_and_one_with_the_old_keys_is_not(two: Two) -> None:
    old = card_of(two.dz, two.agreement_id)
    rotate(two)
    beat(two.dz, two.agreement_id)
    two.exchange()
    new = card_of(two.dz, two.agreement_id)
    assert read_card(new).log_key == two.dz.holding(two.agreement_id).keys.own[-1].pair.log_key
    enrol(two.us, new)
    with pytest.raises(InvalidInput) as caught:
        enrol(two.us, old)
    assert caught.value.code == "node.card_changed"
    two.exchange()
    assert follows(two.us, two.agreement_id)


def test_the_head_by_which_one_key_followed_another_is_served_and_nothing_else_beside_it(two: Two) -> None:
    old = two.dz.holding(two.agreement_id).keys.own[-1].log
    rotate(two)
    client = client_of(partner_port(two.dz))
    stem = f"/a/{two.agreement_id}"
    bridge = client.get(f"{stem}/log/bridge/{old.key_id.hex()}")
    assert bridge.status_code == 200
    assert signers(two.dz, two.agreement_id, bridge.content) == [0, 1]
    new = two.dz.holding(two.agreement_id).keys.own[-1].log.key_id.hex()
    others = (f"log/bridge/{new}", "log/bridge/", "log/bridge", f"mirror/bridge/{old.key_id.hex()}")
    for path in others:
        assert client.get(f"{stem}/{path}").status_code == 404


def test_a_stolen_key_is_replaced_after_the_partner_froze_the_record(two: Two) -> None:
    """The way of `docs/how-to/replace-keys.md`: stop, draw, compare by voice, go on for the annex, retire."""
    notices.stop(two.us, two.agreement_id, "partner", why="key_stolen", office=OFFICE)
    notices.stop(two.us, two.agreement_id, "release", why="key_stolen", office=OFFICE)
    keys.draw(two.dz)
    propose(two.dz, two.agreement_id)
    two.exchange()
    with pytest.raises(InvalidInput):
        sign_what_lies_there_or_say_none(two.us, two.agreement_id)
    notices.lift(two.us, two.agreement_id, "partner", office=OFFICE)
    two.exchange(1)
    sign_what_lies_there(two.us, two.agreement_id)
    two.exchange(3)
    notices.lift(two.us, two.agreement_id, "release", office=OFFICE)
    assert keys.retire(two.dz).agreements[0].stage == "settled"
    assert follows(two.us, two.agreement_id)


def sign_what_lies_there_or_say_none(node: Node, agreement_id: str) -> None:
    newest = acts.state(node, agreement_id, "keys")
    choice = newest.tabled[0].hash if newest.tabled else "sha256:" + "0" * 64
    acts.sign(node, agreement_id, "keys", choice, office=OFFICE)
