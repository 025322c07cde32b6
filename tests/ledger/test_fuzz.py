"""Every parser that reads a partner's bytes, put to bytes that a partner might send: an answer or a declared refusal.

Each parser stands in `PARSERS` with a genuine example; what is made of it by cutting, doubling, flipping, splicing and
by hostile pieces must either be refused with `Untrusted` or `InvalidInput`, or read as something that writes the very
same bytes again. With the profile `soak` (`make soak`) the search goes on for thousands of examples each.
"""

import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from comity.ground import InvalidInput, Untrusted, canonical, parse_canonical
from comity.ledger import (
    MAX_NOTE_BYTES,
    Checkpoint,
    LogPath,
    Verifier,
    cosign,
    decode_bundle,
    document_hash,
    encode_bundle,
    inclusion_proof,
    leaf_hash,
    open_any,
    open_note,
    parse_checkpoint,
    parse_entry,
    parse_path,
    parse_tlog_proof,
    prove_entry,
    read_head,
    read_keys,
    read_past_head,
    sign_note,
    text_entry,
    verify_consistency,
    verify_inclusion,
)
from comity.ledger.verification import hashes_of
from comity.node.cards import read_card
from comity.node.contents import read_content
from tests.ledger.acts import SERIES
from tests.ledger.logs_in_memory import KEYS, LOG, MIRROR, ORIGIN, log_of, numbered

MOST_BYTES = 64_000_000
"""What a hostile partner may cost in memory (reference of the ledger, section 8)."""

Written = bytes | None
"""What a parser read, written again; None where it read nothing, or where its answer does not write."""

LOG_600 = log_of(numbered(600))
HEAD = LOG_600.files["checkpoint"]
RECEIPT = cosign(HEAD, [LOG.verifier], [MIRROR], at_ms=1_780_000_000_000)
CHECKPOINT = Checkpoint(ORIGIN, 600, LOG_600.tree.root())
PROOF = prove_entry(LOG_600.read, 300, read_head(RECEIPT, KEYS), size=600)
PLACE = LogPath(None, 2, 88)
DOCUMENT = {"title": "Décision 1", "open_until_ms": 1_780_000_000_000}
SLOT = {"series": SERIES, "parent": "root", "round": 0, "office": "a desk", "at_ms": 0, "salt": bytes(16)}
TEXT = text_entry(**SLOT, document=DOCUMENT)  # type: ignore[arg-type]
CARD = {
    "schema": "comity/card/1",
    "party": "DZ",
    "agreement": "dz-us-mou-2025",
    "agreement_hash": document_hash(DOCUMENT),
    "origin": ORIGIN,
    "log_key": LOG.verifier.vkey,
    "mirror_key": MIRROR.verifier.vkey,
    "url": "https://dz.example",
}
CONTENT = {
    "schema": "comity/release/1",
    "salt": "00" * 16,
    "agreement": document_hash(DOCUMENT),
    "rule": "4.3/sar",
    "clause": "4.3",
    "item": "rescue.case",
    "purpose": "search_and_rescue",
    "label": {},
    "keep_until_ms": 1,
    "records": [{}],
}


@dataclass(frozen=True)
class Parser:
    """How a parser is asked, and bytes that it reads."""

    read: Callable[[bytes], Written]
    genuine: bytes


def _note(data: bytes) -> Written:
    note = open_note(data, (LOG.verifier, MIRROR.verifier))
    assert data.startswith(note.text + b"\n")
    return None


def _head(data: bytes) -> Written:
    head = read_head(data, KEYS)
    assert head.checkpoint == CHECKPOINT, "a head that the log never signed"
    return head.note


def _past_head(data: bytes) -> Written:
    head = read_past_head(data, KEYS)
    assert head.checkpoint == CHECKPOINT, "a head that the log never signed"
    return head.note


def _any_note(data: bytes) -> Written:
    note = open_any(data, (LOG.verifier, MIRROR.verifier))
    assert data.startswith(note.text + b"\n")
    return None


def _vkey(data: bytes) -> Written:
    return Verifier.from_vkey(data.decode("utf-8", "replace")).vkey.encode()


def _path(data: bytes) -> Written:
    found = parse_path(data.decode("utf-8", "replace"))
    return None if found is None else str(found).encode()


def _entry(data: bytes) -> Written:
    return None if parse_entry(data) is None else canonical(orjson.loads(data))


def _keys(data: bytes) -> Written:
    try:
        document = orjson.loads(data)
    except ValueError:
        return None
    read_keys(document)
    return None


def _card(data: bytes) -> Written:
    read_card(data)
    return None


def _content(data: bytes) -> Written:
    read_content(BytesIO(data), lambda _record: None)
    return canonical(orjson.loads(data))


PARSERS = {
    "signed note": Parser(_note, RECEIPT),
    "note of any signers": Parser(_any_note, RECEIPT),
    "head": Parser(_head, HEAD),
    "head of before": Parser(_past_head, HEAD),
    "receipt": Parser(_head, RECEIPT),
    "checkpoint": Parser(lambda data: parse_checkpoint(data).text(), CHECKPOINT.text()),
    "key": Parser(_vkey, LOG.verifier.vkey.encode()),
    "key of a mirror": Parser(_vkey, MIRROR.verifier.vkey.encode()),
    "path of a tile": Parser(_path, b"tile/0/x001/234.p/7"),
    "path of a bundle": Parser(_path, b"tile/entries/x001/x234/067"),
    "bundle": Parser(lambda data: encode_bundle(decode_bundle(data, PLACE)), LOG_600.files[str(PLACE)]),
    "proof file": Parser(lambda data: parse_tlog_proof(data).text(), PROOF.text()),
    "entry": Parser(_entry, TEXT),
    "canonical document": Parser(lambda data: canonical(parse_canonical(data)), canonical(DOCUMENT)),
    "file of keys": Parser(_keys, orjson.dumps({"log": LOG.verifier.vkey, "mirror": MIRROR.verifier.vkey})),
    "card": Parser(_card, orjson.dumps(CARD)),
    "released content": Parser(_content, canonical(CONTENT)),
}

HOSTILE = [
    *(b"\0", b"\n", b"\n\n", b"\r\n", b"+", b" ", b"\xff\xff", b"\xc3", b"\xe2\x80\x94 ", b"\xed\xa0\x80"),
    *(b"..", b"/", b"%2e", b"0", b"00", b"-1", b"1e400", b"NaN", b"9" * 30, b"18446744073709551616", b"\xd9\xa3"),
    *(b"null", b"[]", b"{}", b'""', b'"a":1,"a":2', b"[" * 40, b'{"a":' * 40, b"extra ", b"index 1\n", b"AAAA"),
]


@st.composite
def bent(draw: st.DrawFn, genuine: bytes) -> bytes:
    """Draw bytes made of genuine ones by a few changes."""
    data = genuine
    for _ in range(draw(st.integers(1, 3))):
        begin = draw(st.integers(0, len(data)))
        end = draw(st.integers(begin, min(len(data), begin + 40)))
        piece = draw(st.sampled_from(HOSTILE) | st.binary(max_size=8) | st.just(genuine[begin:end] * 2))
        data = data[:begin] + piece + data[draw(st.sampled_from([begin, end])) :]
    return data


def answer_of(parser: Parser, data: bytes) -> Written:
    """Return what was read, written again; a declared refusal is None, and any other error fails the test."""
    try:
        return parser.read(data)
    except (InvalidInput, Untrusted):
        return None


@pytest.mark.parametrize("name", [name for name in PARSERS if name != "released content"])
def test_a_parser_reads_its_genuine_example(name):
    """But for the released content, whose record lacks every member of its kind."""
    assert PARSERS[name].read(PARSERS[name].genuine) in (None, PARSERS[name].genuine), (
        "read, and where it is written again, itself"
    )


@pytest.mark.parametrize("name", PARSERS)
@given(data=st.data())
def test_a_bent_example_is_refused_or_is_itself_a_genuine_one(name, data):
    parser = PARSERS[name]
    given_bytes = data.draw(bent(parser.genuine))
    assert answer_of(parser, given_bytes) in (None, given_bytes)


@pytest.mark.parametrize("name", PARSERS)
@given(data=st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(data=b"")
@example(data=b"\n")
@example(data=b"[" * 100_000)
@example(data=b'{"a":' * 10_000)
@example(data=b"9" * 5_000)
def test_any_bytes_are_refused_or_read_as_themselves(name, data):
    assert answer_of(PARSERS[name], data) in (None, data)


ODD: list[Any] = [
    None,
    True,
    0,
    -1,
    2**53,
    2**64 - 1,
    1.5,
    "",
    "x",
    "\u0660",
    "a" * 70_000,
    [],
    [[]],
    [{}],
    {},
    {"": 0},
    {"a": {}},
]


@pytest.mark.parametrize("name", ["entry", "file of keys", "card", "released content"])
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd)[:20])
def test_a_member_of_another_type_is_refused_or_read_and_never_trips_the_parser(name, odd):
    genuine = orjson.loads(PARSERS[name].genuine)
    for member in (*genuine, "another"):
        for document in (genuine | {member: odd}, {key: genuine[key] for key in genuine if key != member}, odd):
            written = orjson.dumps(document, option=orjson.OPT_SORT_KEYS)
            assert answer_of(PARSERS[name], written) in (None, written)


@pytest.mark.parametrize("name", PARSERS)
@pytest.mark.parametrize(
    "piece", [b"\n", b"a", b"[", b"\0", b"9", b"A+", "\N{EM DASH} a b\n".encode(), b'{"a":1,', b"\n\n", b"\xff\xff"]
)
def test_a_long_answer_is_refused_within_memory(name, piece):
    parser = PARSERS[name]
    for data in (piece * (4_000_000 // len(piece)), parser.genuine + piece * (1_000_000 // len(piece))):
        tracemalloc.start()
        answer_of(parser, data)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < MOST_BYTES


HASHES = st.lists(st.binary(min_size=32, max_size=32) | st.binary(max_size=40), max_size=70)
SIZES = st.integers(-2, 700) | st.integers(2**53 - 2, 2**64 + 2)


@given(index=SIZES, size=SIZES, hashes=HASHES, leaf=st.binary(min_size=31, max_size=33))
def test_a_proof_of_inclusion_made_of_anything_proves_nothing(index, size, hashes, leaf):
    with pytest.raises(Untrusted):
        verify_inclusion(leaf, index, size, hashes, CHECKPOINT.root_hash)


@given(old_size=SIZES.filter(bool), size=SIZES, hashes=HASHES, old_root=st.binary(min_size=31, max_size=33))
def test_a_proof_of_consistency_made_of_anything_proves_nothing(old_size, size, hashes, old_root):
    with pytest.raises(Untrusted):
        verify_consistency(old_size, size, hashes, old_root, CHECKPOINT.root_hash)


@given(index=st.integers(0, 599), data=st.data())
def test_a_genuine_proof_with_one_hash_dropped_doubled_swapped_or_bent_proves_nothing(index, data):
    proof = inclusion_proof(index, 600, hashes_of(LOG_600.read, 600))
    leaf, root = leaf_hash(numbered(600)[index]), CHECKPOINT.root_hash
    verify_inclusion(leaf, index, 600, proof, root)
    at = data.draw(st.integers(0, len(proof) - 2))
    flip = data.draw(st.integers(0, 255))
    wrong = bytearray(proof[at])
    wrong[flip // 8] ^= 1 << flip % 8
    for bad in (
        proof[:at] + proof[at + 1 :],
        [*proof[: at + 1], *proof[at:]],
        [*proof[:at], proof[at + 1], proof[at], *proof[at + 2 :]],
        [*proof[:at], bytes(wrong), *proof[at + 1 :]],
        [*proof[:at], proof[at][:-1], *proof[at + 1 :]],
    ):
        with pytest.raises(Untrusted):
            verify_inclusion(leaf, index, 600, bad, root)


def test_the_longest_note_is_read_and_one_byte_more_is_not():
    text = b"a" * (MAX_NOTE_BYTES - len(sign_note(b"\n", LOG))) + b"\n"
    assert len(sign_note(text, LOG)) == MAX_NOTE_BYTES
    assert open_note(sign_note(text, LOG), [LOG.verifier]).text == text
    with pytest.raises(Untrusted) as refused:
        open_note(sign_note(b"a" + text, LOG), [LOG.verifier])
    assert refused.value.code == "ledger.note_too_large"


def test_every_door_of_a_partners_bytes_into_the_ledger_is_in_the_table():
    """A parser that joins the ledger must join the table: its name begins with parse, read, open or decode."""
    import comity.ledger as door

    parsers = {name for name in door.__all__ if name.startswith(("parse_", "read_", "open_", "decode_"))}
    named = Path(__file__).read_text("utf-8")
    assert {name for name in parsers if f"{name}(" not in named} == {"read_tree"}  # it reads files, as verify_log does
