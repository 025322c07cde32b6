"""Entries: what is written reads back, and whatever else stands in a log is noise, never a fault."""

import hashlib
from typing import Any

import orjson
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from comity.ground import InvalidInput, canonical
from comity.ledger import (
    MAX_ENTRY_BYTES,
    Ack,
    Beat,
    Notice,
    Release,
    Text,
    Vote,
    ack_entry,
    beat_entry,
    document_hash,
    message_entry,
    notice_entry,
    parse_entry,
    release_entry,
    text_entry,
    vote_entry,
)

ODD: dict[str, Any] = {
    "schema": "comity/entry/2",
    "kind": "veto",
    "at_ms": -1,
    "salt": "00",
    "office": "",
    "series": "two words",
    "parent": "sha256:AB",
    "round": -1,
    "document": [],
    "choice": "root",
    "notice": "root",
    "agreement": "root",
    "rule": "",
    "item": None,
    "blob": "ab" * 32,
    "bytes": -1,
    "count": "2",
    "commitments": ["cd"],
    "keep_until_ms": None,
}
"""For each member of an entry something that it cannot be."""

HEADER: dict[str, Any] = {"office": "secretary of working group 1", "at_ms": 1_780_000_000_000, "salt": bytes(16)}
DOCUMENT = {"title": "Décision 1", "clause": "4.3"}
CHOICE = document_hash(DOCUMENT)
TEXT = text_entry(series="decision/1", parent="root", round=0, document=DOCUMENT, **HEADER)
VOTE = vote_entry(series="decision/1", parent="root", round=0, choice=CHOICE, **HEADER)
RELEASE = release_entry(
    agreement=CHOICE,
    rule="4.3/sar-live",
    item="rescue.case",
    blob="sha256:" + "ab" * 32,
    bytes=4096,
    count=2,
    commitments=["sha256:" + "cd" * 32, "sha256:" + "ef" * 32],
    keep_until_ms=1_790_000_000_000,
    **HEADER,
)
MESSAGE = message_entry(document={"schema": "comity/request/1"}, **HEADER)
NOTICE = notice_entry(series="agreement", parent=CHOICE, document={"why": "end"}, **HEADER)
ACK = ack_entry(series="agreement", parent=CHOICE, notice=document_hash({"why": "end"}), **HEADER)


@pytest.mark.parametrize("count", [0, 1, 3, 2**53 - 1])
def test_a_release_counts_as_many_items_as_it_commits_to(count):
    """Each item is looked at where it may be corrected or recalled: a number alone would stop a reader for good."""
    assert parse_entry(canonical(orjson.loads(RELEASE) | {"count": count})) is None


def test_a_notice_and_its_receipt_read_as_they_were_written():
    office, at_ms = HEADER["office"], HEADER["at_ms"]
    named = document_hash({"why": "end"})
    assert parse_entry(NOTICE) == Notice("agreement", CHOICE, named, at_ms, office, {"why": "end"})
    assert parse_entry(ACK) == Ack("agreement", CHOICE, named, at_ms, office)


def test_the_identity_of_a_document_is_the_hash_of_its_rfc_8785_bytes():
    assert "sha256:" + hashlib.sha256(rfc8785.dumps(DOCUMENT)).hexdigest() == CHOICE


def test_a_text_a_vote_a_beat_and_a_release_read_as_they_were_written():
    office, at_ms = HEADER["office"], HEADER["at_ms"]
    assert parse_entry(TEXT) == Text("decision/1", "root", 0, CHOICE, None, at_ms, office, DOCUMENT)
    assert parse_entry(VOTE) == Vote("decision/1", "root", 0, CHOICE, at_ms, office)
    assert parse_entry(beat_entry(**HEADER)) == Beat(at_ms, office)
    release = parse_entry(RELEASE)
    assert isinstance(release, Release)
    assert (release.rule, release.count, len(release.commitments)) == ("4.3/sar-live", 2, 2)
    no = parse_entry(vote_entry(series="decision/1", parent=CHOICE, round=3, choice=None, **HEADER))
    assert isinstance(no, Vote)
    assert no.choice is None


def test_a_text_is_open_until_what_its_own_document_says():
    entry = text_entry(series="s", parent="root", round=0, document=DOCUMENT | {"open_until_ms": 7}, **HEADER)
    text = parse_entry(entry)
    assert isinstance(text, Text)
    assert (text.open_until_ms, text.hash == CHOICE) == (7, False)


def test_an_entry_is_canonical_and_salted():
    value = orjson.loads(VOTE)
    assert rfc8785.dumps(value) == VOTE
    assert value["salt"] == "00" * 16
    assert (
        vote_entry(series="decision/1", parent="root", round=0, choice=CHOICE, **HEADER | {"salt": b"s" * 16}) != VOTE
    )


@pytest.mark.parametrize("base", [TEXT, VOTE, RELEASE, beat_entry(**HEADER), NOTICE, ACK, MESSAGE])
def test_an_entry_with_a_member_more_less_or_of_another_kind_is_noise(base):
    value = orjson.loads(base)
    assert parse_entry(canonical(value)) is not None
    assert parse_entry(canonical(value | {"extra": 1})) is None
    for name in value:
        assert parse_entry(canonical({key: value[key] for key in value if key != name})) is None
        for odd in (ODD[name], True, {"a": 1}):
            assert (name, odd) == ("document", {"a": 1}) or parse_entry(canonical(value | {name: odd})) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"7",
        VOTE + b" ",
        VOTE[:-1],
        VOTE.replace(b'"at_ms"', b'"at_ms":1,"at_ms"'),  # a doubled key
        VOTE.replace(b"1780000000000", b"1780000000000.0"),
        VOTE.replace(b"1780000000000", b"9" * 30),
        VOTE.replace(b'"round":0', b'"round":NaN'),
        VOTE.replace(b"decision/1", b"decision\\u002f1"),
        VOTE.replace(b"comity/entry/1", b"comity/entry/2"),
        VOTE.replace(b'"vote"', b'"veto"'),
        b"[" * 60_000 + b"]" * 5_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    ],
)
def test_what_is_not_exactly_an_entry_is_noise(data):
    assert parse_entry(data) is None


@given(
    st.binary(max_size=400)
    | st.builds(lambda at, byte: VOTE[:at] + byte + VOTE[at + 1 :], st.integers(0, len(VOTE)), st.binary(max_size=3))
)
def test_reading_is_total_on_any_bytes(data):
    entry = parse_entry(data)
    assert entry is None or canonical(orjson.loads(data)) == data


def test_an_entry_that_could_not_be_read_back_is_never_written():
    wrong: list[dict[str, Any]] = [
        {"series": "two words"},
        {"parent": "sha256:short"},
        {"round": -1},
        {"choice": "sha256:short"},
        {"office": ""},
        {"at_ms": -1},
        {"salt": bytes(15)},
    ]
    right: dict[str, Any] = {"series": "s", "parent": "root", "round": 0, "choice": CHOICE} | HEADER
    for change in wrong:
        with pytest.raises(InvalidInput) as refused:
            vote_entry(**right | change)
        assert refused.value.code == "ledger.bad_entry"


def test_an_entry_of_more_than_65535_bytes_is_noise():
    value = orjson.loads(TEXT)
    room = MAX_ENTRY_BYTES - len(TEXT) - len(b',"more":""')
    fitting, larger = (canonical(value | {"document": DOCUMENT | {"more": "x" * size}}) for size in (room, room + 1))
    assert (len(fitting), len(larger)) == (MAX_ENTRY_BYTES, MAX_ENTRY_BYTES + 1)
    assert parse_entry(fitting) is not None
    assert parse_entry(larger) is None


def test_a_document_that_makes_the_entry_too_large_is_refused():
    with pytest.raises(InvalidInput) as refused:
        text_entry(series="s", parent="root", round=0, document={"text": "x" * MAX_ENTRY_BYTES}, **HEADER)
    assert refused.value.code == "ledger.bad_entry"
