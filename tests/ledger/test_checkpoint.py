"""Checkpoints and receipts: C2SP tlog-checkpoint, tlog-cosignature, and the shared log as their example."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import Untrusted
from comity.ledger import (
    MIRROR_KEY,
    Checkpoint,
    Signer,
    Verifier,
    cosign,
    open_note,
    parse_checkpoint,
    read_head,
    read_keys,
    receipts,
    sign_note,
)
from comity.ledger.note import signature_line
from tests.ledger.logs_in_memory import KEYS, LOG, MIRROR, ORIGIN
from tests.shared_data import SHARED, needs_shared

ROOT = base64.b64encode(bytes(32))


@given(st.text("abc./é", min_size=1), st.integers(0, 2**53 - 1), st.binary(min_size=32, max_size=32))
def test_a_checkpoint_reads_as_it_was_written(origin, size, root_hash):
    checkpoint = Checkpoint(origin, size, root_hash)
    assert parse_checkpoint(checkpoint.text()) == checkpoint


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"log\n1\n" + ROOT,
        b"log\n01\n" + ROOT + b"\n",
        b"log\n+1\n" + ROOT + b"\n",
        b"log\n-1\n" + ROOT + b"\n",
        b"log\n 1\n" + ROOT + b"\n",
        b"log\n" + "١".encode() + b"\n" + ROOT + b"\n",
        b"log\n\n" + ROOT + b"\n",
        b"\n1\n" + ROOT + b"\n",
        b"log\n1\n" + ROOT[:-1] + b"\n",
        b"log\n1\n" + ROOT[:-2] + b"B=\n",  # bits that base64 ignores
        b"log\n1\n" + base64.b64encode(bytes(31)) + b"\n",
        b"log\n1\n" + ROOT + b"\nextension\n",
        b"log\n1\n" + ROOT + b"\n\n",
        b"log\n9007199254740992\n" + ROOT + b"\n",
        b"log\n99999999999999999999999999\n" + ROOT + b"\n",
        b"\xff\n1\n" + ROOT + b"\n",
    ],
)
def test_a_checkpoint_that_deviates_in_one_byte_is_refused(text):
    with pytest.raises(Untrusted) as refused:
        parse_checkpoint(text)
    assert refused.value.code == "ledger.bad_checkpoint"


@needs_shared
@pytest.mark.parametrize("size", [1, 255, 256, 257, 512, 600])
def test_the_heads_of_the_shared_log_carry_three_genuine_signatures_and_ours_are_the_same_bytes(size):
    folder = SHARED / "ledger" / "log_good"
    keys = read_keys(json.loads((folder / "keys.json").read_bytes()))
    data = (folder / f"checkpoint.{size}").read_bytes()
    head = read_head(data, keys)
    assert head.checkpoint.size == size
    assert head.receipts_ms.keys() == {"mesa.example/us/mirror", "mesa.example/us/mirror-pq"}
    log = Signer("mesa.example/dz/releases", bytes(range(32)))
    mirror = Signer("mesa.example/us/mirror", bytes(range(1, 33)), MIRROR_KEY)
    at_ms = head.receipts_ms[mirror.name]
    ours = cosign(sign_note(head.checkpoint.text(), log), [log.verifier], [mirror], at_ms=at_ms)
    assert data.startswith(ours)  # Ed25519 is deterministic; the ML-DSA-44 line follows


def test_a_receipt_is_dated_in_whole_seconds_and_counts_only_for_known_mirrors():
    signed = sign_note(Checkpoint(ORIGIN, 0, bytes(32)).text(), LOG)
    head = cosign(signed, [LOG.verifier], [MIRROR], at_ms=1_780_000_000_999)
    note = open_note(head, (LOG.verifier, MIRROR.verifier))
    assert receipts(note, (MIRROR.verifier,)) == {"us.example/mirror": 1_780_000_000_000}
    assert receipts(note, ()) == {}


def test_nothing_is_receipted_that_the_log_did_not_sign():
    stranger = Signer(ORIGIN, bytes([7]) * 32)
    with pytest.raises(Untrusted):
        cosign(sign_note(Checkpoint(ORIGIN, 0, bytes(32)).text(), stranger), [LOG.verifier], [MIRROR], at_ms=0)


@pytest.mark.parametrize("key", ["mirror", "mirror_pq"])
@needs_shared
def test_a_receipt_whose_date_was_changed_condemns_the_head(key):
    folder = SHARED / "ledger" / "log_good"
    vkeys = json.loads((folder / "keys.json").read_bytes())
    verifier = Verifier.from_vkey(vkeys[key])
    lines = (folder / "checkpoint").read_text("utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith(f"— {verifier.name} "))
    blob = bytearray(base64.b64decode(lines[at].split(" ")[2]))
    blob[11] ^= 1
    lines[at] = f"— {verifier.name} {base64.b64encode(blob).decode()}\n"
    with pytest.raises(Untrusted) as refused:
        read_head("".join(lines).encode(), read_keys(vkeys))
    assert refused.value.code == "ledger.bad_signature"


def test_a_head_of_another_record_or_without_the_log_s_own_signature_is_not_this_record():
    text = Checkpoint(ORIGIN, 0, bytes(32)).text()
    other = sign_note(Checkpoint("dz.example/other", 0, bytes(32)).text(), LOG)
    by_mirror_alone = text + b"\n" + signature_line(MIRROR.verifier, MIRROR.sign_at(text, 0))
    for data, code in ((other, "ledger.wrong_record"), (by_mirror_alone, "ledger.own_signature_missing")):
        with pytest.raises(Untrusted) as refused:
            read_head(data, KEYS)
        assert refused.value.code == code
