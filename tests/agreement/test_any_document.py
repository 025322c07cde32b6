"""Any JSON and any bytes are read or refused by a declared error: no reader of what a partner says ever crashes."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.agreement import (
    check_keys,
    draft_amendment,
    read_agreement,
    read_amendment,
    read_decision,
    read_notice,
    read_office_titles,
    read_offices,
)
from comity.exchange import read_answer, read_correction, read_request
from comity.ground import InvalidInput, parse_canonical
from tests.agreement.documents import agreement, clause, decision, rule, text

SKY = read_agreement(agreement())
HASH = "sha256:" + "0" * 64
AMENDED = agreement(rules=[rule(delay_s=60)], clauses=[clause("1"), *agreement()["clauses"][1:], clause("4")])
AMENDMENT = draft_amendment(agreement(), AMENDED, title=text("EXAMPLE"), in_force="2026-01-01")
REQUEST = {
    "schema": "comity/request/1", "example": True, "id": "US-2026-1", "agreement": HASH, "from": "US", "to": "DZ",
    "clause": "2", "item": "sky.weather", "about": {"area": "square"}, "from_ms": 0, "to_ms": 1,
    "purpose": "maritime_safety", "due_ms": 9,
}  # fmt: skip
NAMED = {"content": HASH, "place": 0}
OFFICE = {"id": "desk", "title": text("desk"), "roles": ["auditor"], "since_ms": 0, "until_ms": 1}
READERS: dict[str, tuple[Any, Any]] = {
    "agreement": (agreement(), read_agreement),
    "decision": (decision(), lambda document: read_decision(document, SKY)),
    "amendment": (AMENDMENT, lambda document: read_amendment(document, agreement())),
    "request": (REQUEST, lambda document: read_request(document, SKY)),
    "answer": (
        {
            "schema": "comity/answer-to-request/1",
            "example": True,
            "request": HASH,
            "answer": "partly",
            "contents": [HASH],
        },
        lambda document: read_answer(document, SKY),
    ),
    "correction": (
        {"schema": "comity/correction/1", "example": True, "of": NAMED, "by": NAMED, "why": "wrong"},
        read_correction,
    ),
    "recall": ({"schema": "comity/recall/1", "example": True, "of": NAMED, "why": "wrong"}, read_correction),
    "notice": (
        {
            "schema": "comity/freeze/1",
            "example": True,
            "agreement": HASH,
            "party": "US",
            "head": {"size": 1, "root": HASH},
            "why": "key_lost",
        },
        lambda document: read_notice(document, SKY, hashes=frozenset({HASH}), sender="DZ"),
    ),
    "offices": (
        {"schema": "comity/offices/1", "example": True, "agreement": "sky", "party": "DZ", "offices": [OFFICE]},
        lambda document: read_offices(document, SKY),
    ),
    "office titles": (
        {
            "schema": "comity/office-titles/1",
            "example": True,
            "agreement": "sky",
            "party": "DZ",
            "titles": [{"office": "EXAMPLE: a desk", "title": OFFICE["title"]}],
        },
        lambda document: read_office_titles(document, SKY),
    ),
    "keys": (
        {
            "schema": "comity/keys-annex/1",
            "agreement": "sky",
            "agreement_hash": HASH,
            "parties": [
                {
                    "party": code,
                    "origin": f"{code.lower()}.example/sky",
                    "log_key": f"{code.lower()}.example/sky+00000000+{code}A",
                    "mirror_key": f"{code.lower()}.example/mirror+00000000+{code}B",
                }
                for code in ("DZ", "US")
            ],
        },
        lambda document: check_keys(document, SKY, before={}),
    ),
}
json = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=4)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)),
    max_leaves=6,
)


def places(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [here, *(place for key, each in pairs for place in places(each, (*here, key)))]


def put(document: Any, place: tuple[Any, ...], value: Any) -> Any:
    if not place:
        return value
    changed = deepcopy(document)
    parent = changed
    for key in place[:-1]:
        parent = parent[key]
    parent[place[-1]] = value
    return changed


def assert_can_be_said(error: InvalidInput) -> None:
    """Each refusal has a code and its three sentences, with every value in its place."""
    assert error.code.partition(".")[2]
    assert all(error.sentence(part) for part in ("what", "why", "remedy"))


def test_each_document_is_read_as_it_is():
    for name, (document, read) in READERS.items():
        given = deepcopy(document)
        read(given)
        assert given == document, f"reading changes the {name}"


@given(name=st.sampled_from(sorted(READERS)), junk=json, data=st.data())
def test_junk_anywhere_in_a_document_is_read_or_refused(name, junk, data):
    document, read = READERS[name]
    for _ in range(data.draw(st.integers(1, 2))):
        document = put(document, data.draw(st.sampled_from(places(document))), junk)
    given = deepcopy(document)
    try:
        read(given)
    except InvalidInput as error:
        assert_can_be_said(error)
    assert repr(given) == repr(document), "reading changes what it reads"


@given(data=st.one_of(st.binary(max_size=64), json.map(lambda value: repr(value).encode())))
def test_any_bytes_are_read_or_refused(data):
    for _, read in READERS.values():
        with pytest.raises(InvalidInput) as refusal:
            read(parse_canonical(data))
        assert_can_be_said(refusal.value)
