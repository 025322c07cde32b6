"""A partner that is silent, answers garbage, alters a byte, goes back in time or contradicts itself."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from comity.ground import InvalidInput
from comity.ledger import Signer, sign_note
from comity.node.partners import DirectionState, enrol, receipt_of, state_of
from comity.node.peers import pull, resume
from comity.node.services import acts
from comity.node.store import EVIDENCE
from tests.two_nodes.two import Two, card_of, two_nodes


@pytest.fixture
def two(tmp_path: Path):
    with two_nodes(tmp_path) as both:
        yield both


def inward(two: Two) -> DirectionState:
    state = state_of(two.us, two.agreement_id, "in")
    assert state is not None
    return state


def reason(state: DirectionState) -> str:
    assert state.reason is not None
    return state.reason.code


def table(two: Two) -> None:
    acts.table(two.dz, two.agreement_id, "agreement", None, office="ministry", sign=True)


def test_a_partner_that_does_not_answer_is_shown_with_its_reason_and_since_when(two: Two) -> None:
    two.cable.cut.add("dz.example")
    assert not pull(two.us, two.agreement_id)
    first = inward(two)
    assert (first.state, reason(first)) == ("silent", "node.partner_silent")
    pull(two.us, two.agreement_id)
    assert inward(two).since_ms == first.since_ms
    two.cable.cut.clear()
    assert pull(two.us, two.agreement_id)
    assert inward(two).state == "following"


@pytest.mark.parametrize(
    "garbage",
    [b"", b"<html>come in</html>\n", bytes(range(256)), b"\n\n", b"a\n1\nAAAA\n\n\xe2\x80\x94 a AAAA\n", b"x" * 70_000],
)
def test_garbage_is_no_proof_of_anything_and_is_tried_again(two: Two, garbage: bytes) -> None:
    two.cable.twist = lambda request, answer: httpx.Response(200, stream=httpx.ByteStream(garbage))
    assert not pull(two.us, two.agreement_id)
    assert inward(two).state == "silent"
    two.cable.twist = None
    table(two)
    assert pull(two.us, two.agreement_id)
    assert two.us.holding(two.agreement_id).copy.size == 2


@pytest.mark.parametrize("status", [301, 302, 403, 500, 503])
def test_a_redirect_is_not_followed_and_an_error_is_not_read(two: Two, status: int) -> None:
    two.cable.twist = lambda request, answer: httpx.Response(status, headers={"location": "http://elsewhere.example/"})
    pull(two.us, two.agreement_id)
    assert reason(inward(two)) == "node.useless_answer"
    assert all("elsewhere" not in path for path in two.cable.asked)


def test_a_compressed_or_endless_answer_is_cut_off(two: Two) -> None:
    served = 0

    class Endless(httpx.SyncByteStream):
        def __iter__(self):
            nonlocal served
            while True:
                served += 4096
                yield b"x" * 4096

    two.cable.twist = lambda request, answer: httpx.Response(200, stream=Endless())
    pull(two.us, two.agreement_id)
    assert served < 200_000
    two.cable.twist = lambda request, answer: httpx.Response(
        200, headers={"content-encoding": "gzip"}, stream=httpx.ByteStream(b"\x1f\x8b")
    )
    pull(two.us, two.agreement_id)
    assert inward(two).state == "silent"


def test_an_answer_that_only_drips_is_given_up(two: Two) -> None:
    class Drip(httpx.SyncByteStream):
        def __iter__(self):
            for _ in range(1000):
                two.clock.now_ms += 5_000  # each step is in time, the whole is not
                yield b"x"

    began_ms = two.clock.now_ms
    two.cable.twist = lambda request, answer: httpx.Response(200, stream=Drip())
    pull(two.us, two.agreement_id)
    assert reason(inward(two)) == "node.useless_answer"
    assert two.clock.now_ms - began_ms < 200_000


@pytest.mark.parametrize("file", ["tile/entries/000.p/2", "tile/0/000.p/2", "checkpoint"])
def test_one_altered_byte_is_refused_kept_as_evidence_and_read_again_once_it_is_mended(two: Two, file: str) -> None:
    table(two)
    path = two.dz.layout.log(two.agreement_id, "own") / file
    data = bytearray(path.read_bytes())
    at = data.index(b"\n2\n") + 1 if file == "checkpoint" else len(data) // 2
    data[at] ^= 1
    path.write_bytes(data)
    for _ in range(2):
        assert not pull(two.us, two.agreement_id)
    assert inward(two).state == "silent"  # anybody on the line could have done it: no two heads contradict each other
    assert two.us.holding(two.agreement_id).copy.size == 0
    assert [(row.direction, bool(row.offered)) for row in kept_evidence(two)] == [("in", True)]  # once

    data[at] ^= 1
    path.write_bytes(data)
    assert pull(two.us, two.agreement_id)
    assert two.us.holding(two.agreement_id).copy.size == 2


def test_a_direction_that_a_contradiction_stopped_waits_for_an_officers_word(two: Two) -> None:
    two.sign_memorandum()
    path = two.dz.layout.log(two.agreement_id, "own") / "checkpoint"
    genuine = path.read_bytes()
    path.write_bytes(fork_of(two))
    pull(two.us, two.agreement_id)
    path.write_bytes(genuine)
    assert not pull(two.us, two.agreement_id)
    assert inward(two).state == "frozen"
    resume(two.us, two.agreement_id, "in")
    assert pull(two.us, two.agreement_id)
    assert len(kept_evidence(two)) == 1


def kept_evidence(two: Two) -> list[Any]:
    with two.us.store.reading() as connection:
        return list(connection.execute(select(EVIDENCE)).all())


def fork_of(two: Two) -> bytes:
    """Another head of Algeria's log, of the same size, under its own key."""
    holding = two.dz.holding(two.agreement_id)
    text = b"%s\n%d\n%s\n" % (holding.own.origin.encode(), holding.own.size, b"A" * 43 + b"=")
    return sign_note(text, holding.keys.log_signers()[-1])


def test_only_a_stopped_direction_can_be_resumed(two: Two) -> None:
    two.exchange()
    with pytest.raises(InvalidInput) as caught:
        resume(two.us, two.agreement_id, "in")
    assert caught.value.code == "node.not_frozen"


def test_a_partner_that_goes_back_in_time_is_not_believed_and_both_heads_are_kept(two: Two) -> None:
    path = two.dz.layout.log(two.agreement_id, "own") / "checkpoint"
    old = path.read_bytes()
    table(two)
    two.exchange()
    now = path.read_bytes()
    path.write_bytes(old)
    assert not pull(two.us, two.agreement_id)
    assert (inward(two).state, reason(inward(two))) == ("silent", "ledger.rollback")
    assert two.us.holding(two.agreement_id).copy.size == 2
    (row,) = kept_evidence(two)
    assert row.offered == old
    assert row.pinned.split(b"\n\n")[0] == now.split(b"\n\n")[0]


def test_a_partner_that_signs_another_history_is_stopped_and_what_was_agreed_stays(two: Two, tmp_path: Path) -> None:
    two.sign_memorandum()
    (two.dz.layout.log(two.agreement_id, "own") / "checkpoint").write_bytes(fork_of(two))
    pull(two.us, two.agreement_id)
    assert (inward(two).state, reason(inward(two))) == ("frozen", "ledger.fork")
    assert acts.state(two.us, two.agreement_id, "agreement").standing == "agreed"


def test_a_receipt_for_a_head_that_we_never_signed_stops_our_writing(two: Two) -> None:
    table(two)
    two.exchange()
    holding = two.dz.holding(two.agreement_id)
    (signer,) = holding.keys.log_signers()
    stranger = sign_note(b"%s\n9\n%s\n" % (holding.own.origin.encode(), b"A" * 43 + b"="), signer)
    (two.us.layout.log(two.agreement_id, "partner") / "checkpoint").write_bytes(stranger)
    pull(two.dz, two.agreement_id)
    state = state_of(two.dz, two.agreement_id, "out")
    assert state is not None
    assert (state.state, reason(state)) == ("silent", "node.partner_holds_more")
    before = holding.own.size
    with pytest.raises(Exception) as caught:  # noqa: PT011
        acts.table(two.dz, two.agreement_id, "keys", None, office="ministry", sign=True)
    assert getattr(caught.value, "code", None) == "node.partner_holds_more"
    assert holding.own.size == before


def test_a_lower_receipt_never_lowers_ours(two: Two) -> None:
    mirror = two.us.layout.log(two.agreement_id, "partner") / "checkpoint"
    two.exchange()
    old = mirror.read_bytes()
    table(two)
    two.exchange()
    mirror.write_bytes(old)
    pull(two.dz, two.agreement_id)
    receipt = receipt_of(two.dz, two.agreement_id)
    assert receipt is not None
    assert receipt.size == 2


def test_entries_that_claim_to_be_from_our_future_wait(two: Two) -> None:
    two.clock.now_ms += 400_000
    table(two)
    two.clock.now_ms -= 400_000
    pull(two.us, two.agreement_id)
    assert reason(inward(two)) == "node.entry_from_the_future"
    two.clock.now_ms += 400_000
    assert pull(two.us, two.agreement_id)


def test_another_key_than_the_enrolled_one_signs_in_vain(two: Two) -> None:
    holding = two.dz.holding(two.agreement_id)
    stranger = Signer(holding.own.origin, bytes(range(32)))
    head = holding.own.head()
    assert head is not None
    (two.dz.layout.log(two.agreement_id, "own") / "checkpoint").write_bytes(
        sign_note(head.partition(b"\n\n")[0] + b"\n", stranger)
    )
    pull(two.us, two.agreement_id)
    assert (inward(two).state, reason(inward(two))) == ("silent", "ledger.no_known_signature")


def test_a_changed_card_our_own_card_and_a_card_of_another_agreement_are_refused(two: Two, tmp_path: Path) -> None:
    theirs, ours = card_of(two.us, two.agreement_id), card_of(two.dz, two.agreement_id)
    with two_nodes(tmp_path / "others") as others:
        changed = card_of(others.us, others.agreement_id)
    agreement_hash = two.dz.holding(two.agreement_id).hash.encode()
    another = theirs.replace(agreement_hash, b"sha256:" + b"0" * 64)
    for card, code in (
        (changed, "node.card_changed"),
        (ours, "node.own_card"),
        (another, "node.card_of_another_agreement"),
        (b"{}", "node.bad_card"),
        (b"not json", "node.bad_card"),
    ):
        with pytest.raises(InvalidInput) as caught:
            enrol(two.dz, card)
        assert caught.value.code == code
    enrol(two.dz, theirs)
    enrol(two.dz, theirs, url="http://moved.example:9")
