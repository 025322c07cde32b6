"""Proofs to keep: one file proves one entry offline, and no other entry (C2SP tlog-proof)."""

import base64
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import InvalidInput, Untrusted
from comity.ledger import (
    MAX_TLOG_PROOF_BYTES,
    Checkpoint,
    LogKeys,
    Signer,
    TlogProof,
    cosign,
    parse_tlog_proof,
    prove_entry,
    read_head,
    sign_note,
    verify_tlog_proof,
)
from tests.ledger.logs_in_memory import KEYS, LOG, MIRROR, ORIGIN, MemoryLog, log_of, numbered

SIZE = 700
GROWN = log_of(numbered(SIZE))


def head_at(size: int):
    """A head of the log when it was shorter, with the partner's receipt."""
    tree = log_of(numbered(size)).tree
    note = sign_note(Checkpoint(ORIGIN, size, tree.root()).text(), LOG)
    return read_head(cosign(note, [LOG.verifier], [MIRROR], at_ms=1_790_000_000_000), KEYS)


@given(st.integers(1, SIZE), st.data())
def test_every_entry_is_proved_by_every_head_that_covers_it_also_after_the_log_grew(size, data):
    index = data.draw(st.integers(0, size - 1))
    proof = prove_entry(GROWN.read, index, head_at(size), size=SIZE)
    proved = verify_tlog_proof(parse_tlog_proof(proof.text()), KEYS)
    assert (proved.index, proved.entry, proved.head.checkpoint.size) == (index, b"entry %d" % index, size)
    assert proved.head.receipts_ms == {"us.example/mirror": 1_790_000_000_000}


def test_a_proof_reads_four_tiles_and_one_bundle_at_most():
    log = log_of(numbered(66_000))
    log.asked.clear()
    note = log.files["checkpoint"]
    prove_entry(log.read, 300, read_head(note, KEYS), size=66_000)
    tiles = [path for path in log.asked if not path.startswith("tile/entries")]
    assert len(log.asked) == len(tiles) + 1
    assert len(tiles) <= 4


def test_the_file_is_that_of_the_specification():
    proof = prove_entry(log_of(numbered(3)).read, 2, read_head(log_of(numbered(3)).files["checkpoint"], KEYS), size=3)
    lines = proof.text().split(b"\n")
    assert lines[0] == b"c2sp.org/tlog-proof@v1"
    assert lines[1] == b"extra " + base64.b64encode(b"entry 2")
    assert lines[2] == b"index 2"
    assert len(base64.b64decode(lines[3])) == 32
    assert lines[4:6] == [b"", ORIGIN.encode()]


def test_a_proof_without_its_entry_proves_only_what_is_brought_along():
    whole = prove_entry(GROWN.read, 5, head_at(600), size=SIZE)
    bare = parse_tlog_proof(replace(whole, extra=None).text())
    with pytest.raises(Untrusted) as refused:
        verify_tlog_proof(bare, KEYS)
    assert refused.value.code == "ledger.proof_without_entry"
    assert verify_tlog_proof(bare, KEYS, entry=b"entry 5").index == 5
    with pytest.raises(Untrusted):
        verify_tlog_proof(bare, KEYS, entry=b"entry 6")


@given(st.data())
def test_a_proof_with_any_bit_turned_is_refused_or_names_a_receipt_of_nobody_we_know(data):
    text = prove_entry(GROWN.read, 77, head_at(600), size=SIZE).text()
    at = data.draw(st.integers(0, len(text) - 1))
    bit = data.draw(st.integers(0, 7))
    altered = text[:at] + bytes([text[at] ^ 1 << bit]) + text[at + 1 :]
    try:
        proved = verify_tlog_proof(parse_tlog_proof(altered), KEYS)
    except Untrusted:
        return
    assert (proved.entry, proved.head.checkpoint) == (b"entry 77", head_at(600).checkpoint)
    assert proved.head.receipts_ms == {}  # signed-note: the signature of an unknown key is passed over


PROOF = prove_entry(GROWN.read, 77, head_at(600), size=SIZE)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"c2sp.org/tlog-proof@v1\n",
        PROOF.text().replace(b"@v1", b"@v2", 1),
        PROOF.text().replace(b"index 77", b"index 077", 1),
        PROOF.text().replace(b"index 77", b"index +77", 1),
        PROOF.text().replace(b"index 77", b"index 9007199254740992", 1),
        PROOF.text().replace(b"index 77", b"index 77 ", 1),
        PROOF.text().replace(b"\nextra ", b"\nextra  ", 1),
        PROOF.text().replace(b"\nindex", b"\nextra AAAA\nindex", 1),
        PROOF.text().replace(b"\nindex 77\n", b"\nindex 77\nAAAA\n", 1),
        PROOF.text().replace(b"\n", b"\r\n"),
        replace(PROOF, hashes=PROOF.hashes * 8).text(),
        replace(PROOF, extra=bytes(MAX_TLOG_PROOF_BYTES)).text(),
    ],
)
def test_a_file_that_deviates_is_no_proof(data):
    with pytest.raises(Untrusted) as refused:
        parse_tlog_proof(data)
    assert refused.value.code == "ledger.bad_tlog_proof"


def test_the_largest_entry_has_a_proof_and_it_fits():
    log = log_of([bytes(65_535)] * 3)
    proof = prove_entry(log.read, 1, read_head(log.files["checkpoint"], KEYS), size=3)
    assert len(proof.text()) < MAX_TLOG_PROOF_BYTES
    assert verify_tlog_proof(parse_tlog_proof(proof.text()), KEYS).entry == bytes(65_535)


@given(st.binary(max_size=200) | st.builds(lambda tail: PROOF.text()[:150] + tail, st.binary(max_size=100)))
def test_any_bytes_are_a_proof_or_refused(data):
    try:
        assert parse_tlog_proof(data).text() == data
    except Untrusted:
        return


def test_an_entry_beyond_the_head_is_the_caller_s_to_mend():
    for index in (600, 10**9):
        with pytest.raises(InvalidInput) as refused:
            prove_entry(GROWN.read, index, head_at(600), size=SIZE)
        assert refused.value.code == "ledger.no_such_entry"


def test_no_proof_is_made_of_a_damaged_log_nor_taken_from_another_one():
    log = log_of(numbered(SIZE))
    log.files["tile/entries/000"] = log.files["tile/entries/000"].replace(b"entry 77", b"entry 78")
    with pytest.raises(Untrusted):
        prove_entry(log.read, 77, head_at(600), size=SIZE)
    other = LogKeys(ORIGIN, Signer(ORIGIN, bytes([9]) * 32).verifier)
    with pytest.raises(Untrusted) as refused:
        verify_tlog_proof(PROOF, other)
    assert refused.value.code == "ledger.no_known_signature"


def test_a_proof_at_another_place_or_with_a_hash_more_or_less_is_refused():
    for damaged in (
        replace(PROOF, index=78),
        replace(PROOF, hashes=PROOF.hashes[1:]),
        replace(PROOF, hashes=(*PROOF.hashes, bytes(32))),
        TlogProof(600, PROOF.hashes, PROOF.note, PROOF.extra),
    ):
        with pytest.raises(Untrusted) as refused:
            verify_tlog_proof(damaged, KEYS)
        assert refused.value.code == "ledger.bad_proof"


def test_an_empty_log_proves_nothing():
    log = MemoryLog()
    log.sign(log.tree.root())
    with pytest.raises(InvalidInput):
        prove_entry(log.read, 0, read_head(log.files["checkpoint"], KEYS), size=0)
