"""Signed notes: the specification's example, and every rule of C2SP signed-note v1.0.0."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import InvalidInput, Untrusted
from comity.ledger import MAX_NOTE_BYTES, Signer, Verifier, open_note, sign_note
from comity.ledger.note import MAX_SIGNATURES, signature_line
from tests.shared_data import SHARED, needs_shared

ALICE, BOB = Signer("alice.example", bytes(32)), Signer("bob.example", bytes([1]) * 32)
TEXT = "Accord signé\n\nاتفاق\n".encode()


def line_of(signer: Signer, text: bytes = TEXT) -> bytes:
    return signature_line(signer.verifier, signer.sign(text))


def refusal(data: bytes, *verifiers: Verifier) -> str:
    with pytest.raises(Untrusted) as refused:
        open_note(data, verifiers)
    return refused.value.code


@needs_shared
def test_the_example_of_the_specification_opens():
    example = json.loads((SHARED / "ledger" / "signed_note_example.json").read_text("utf-8"))
    note = open_note(example["note"].encode(), [Verifier.from_vkey(example["vkey"])])
    assert note.text == b"This is an example message.\n"


def test_a_note_carries_blank_lines_and_any_script():
    assert open_note(sign_note(TEXT, ALICE), [ALICE.verifier]).text == TEXT


def test_unknown_signatures_are_ignored_and_known_ones_must_hold():
    data = sign_note(TEXT, ALICE) + line_of(BOB)
    assert [each.verifier for each in open_note(data, [BOB.verifier]).signatures] == [BOB.verifier]
    forged = sign_note(TEXT, ALICE) + signature_line(BOB.verifier, ALICE.sign(TEXT))
    assert open_note(forged, [ALICE.verifier]).text == TEXT
    assert refusal(forged, ALICE.verifier, BOB.verifier) == "ledger.bad_signature"
    assert refusal(data) == "ledger.no_known_signature"


def test_sixteen_signatures_are_read_and_too_many_are_not():
    strangers = [Signer(f"stranger-{number}.example", bytes([number + 2]) * 32) for number in range(MAX_SIGNATURES)]
    lines = [line_of(each) for each in strangers]
    assert open_note(TEXT + b"\n" + b"".join(lines[:15]) + line_of(ALICE), [ALICE.verifier]).text == TEXT
    assert refusal(TEXT + b"\n" + b"".join(lines) + line_of(ALICE), ALICE.verifier) == "ledger.too_many_signatures"


def test_the_same_signature_twice_counts_once():
    data = sign_note(TEXT, ALICE) + line_of(ALICE)
    assert len(open_note(data, [ALICE.verifier]).signatures) == 1


def test_a_note_of_more_than_64_kib_is_refused_before_it_is_read():
    data = sign_note(b"x" * MAX_NOTE_BYTES + b"\n", ALICE)
    assert refusal(data, ALICE.verifier) == "ledger.note_too_large"


@pytest.mark.parametrize("byte", [b"\x00", b"\t", b"\r", b"\x1f", b"\xff", b"\xed\xa0\x80"])
def test_control_characters_and_broken_utf_8_are_refused(byte):
    text = b"one" + byte + b"two\n"
    assert refusal(text + b"\n" + line_of(ALICE, text), ALICE.verifier) == "ledger.note_not_text"
    with pytest.raises(InvalidInput) as refused:
        sign_note(text, ALICE)
    assert refused.value.code == "ledger.unsignable_text"


def test_a_text_to_sign_ends_in_a_new_line():
    with pytest.raises(InvalidInput):
        sign_note(b"no end", ALICE)


@pytest.mark.parametrize(
    "damaged",
    [
        b"one line\n",
        b"",
        b"\n\n",
        b"text\n" + line_of(ALICE, b"text\n"),  # no blank line
        b"text\n\n",
        sign_note(TEXT, ALICE)[:-1],  # cut within the last line
    ],
)
def test_a_note_without_whole_signature_lines_is_refused(damaged):
    assert refusal(damaged, ALICE.verifier) == "ledger.note_unsigned"


@pytest.mark.parametrize(
    "line",
    [
        b"- alice.example AAAAAAAAAA==\n",
        "— alice.example\n".encode(),
        "—  alice.example AAAAAAAAAA==\n".encode(),
        "— ali+ce AAAAAAAAAA==\n".encode(),
        "— alice.example AAAAAAAAAA\n".encode(),
        "— alice.example AAAAAAAAAB==\n".encode(),
        "— alice.example AAAA\n".encode(),
        "— alice.example AAAAAAAAAA== \n".encode(),
        "— ali\u00a0ce AAAAAAAAAA==\n".encode(),
    ],
)
def test_a_malformed_signature_line_condemns_the_note(line):
    assert refusal(sign_note(TEXT, ALICE) + line, ALICE.verifier) == "ledger.bad_signature_line"


@given(st.data())
def test_a_note_with_one_bit_changed_never_opens_as_another_text(data):
    note = bytearray(sign_note(TEXT, ALICE))
    bit = data.draw(st.integers(0, 8 * len(note) - 1))
    note[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Untrusted):
        open_note(bytes(note), [ALICE.verifier])


@given(st.binary(max_size=300) | st.text("\n— abAB+/=1", max_size=80).map(str.encode))
def test_any_bytes_are_refused_in_words_and_never_crash(data):
    with pytest.raises(Untrusted):  # no such bytes carry a signature by this key
        open_note(data, [ALICE.verifier])
