"""What a partner may send by any way: answers of its port, files on its disk, a card with an address and a certificate.

Beside `tests/ledger/test_fuzz.py` (heads, tiles, bundles, proofs, entries, contents) and
`tests/agreement/test_any_document.py` (requests, answers, corrections, notices, amendments, annexes): together they put
every parser of a partner's bytes to bytes that nobody would send in good faith. A look ends with a state and a reason,
never with an error of ours, and our copy of the partner's record never holds what the partner did not sign.
"""

import base64
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from comity.ground import ComityError, InvalidInput
from comity.node.cards import Card, read_card
from comity.node.certificates import client_context, is_plain_abroad, pin_of_card
from comity.node.couriers import export, take_in
from comity.node.partners import state_of
from comity.node.peers import pull, resume
from comity.node.services import acts
from tests.two_nodes.two import Two, card_of, two_nodes

AGREEMENT_ID = "dz-us-mou-2025"
EXAMPLES = settings().max_examples // 2
any_example = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    with two_nodes(tmp_path_factory.mktemp("nodes")) as both:
        both.sign_memorandum()
        acts.table(both.dz, AGREEMENT_ID, "keys", None, office="ministry", sign=True)  # what the other lacks
        yield both


def is_a_beginning(two: Two) -> bool:
    """Our copy is a beginning of what the partner wrote, and the other way round."""
    return all(
        list(other.holding(AGREEMENT_ID).copy.entries()) == list(node.holding(AGREEMENT_ID).own.entries(0, size))
        for node, other in ((two.dz, two.us), (two.us, two.dz))
        for size in (other.holding(AGREEMENT_ID).copy.size,)
    )


def unfrozen(two: Two) -> None:
    for direction in ("in", "out"):
        state = state_of(two.us, AGREEMENT_ID, direction)
        if state is not None and state.state == "frozen":
            resume(two.us, AGREEMENT_ID, direction)


HEADERS = st.dictionaries(
    st.sampled_from(["content-encoding", "content-length", "location", "transfer-encoding", "content-type", "x"]),
    st.sampled_from(["gzip", "0", "-1", "99999999999", "chunked", "http://127.0.0.1:1/", "text/html", "\t", "br"]),
    max_size=3,
)
BODIES = st.sampled_from(["whole", "none", "half", "twice", "flipped"]) | st.binary(max_size=80)


def bent(body: Any, data: bytes) -> bytes:
    if isinstance(body, bytes):
        return body
    flipped = data[:-1] + bytes([data[-1] ^ 1]) if data else b"\0"
    return {"whole": data, "none": b"", "half": data[: len(data) // 2], "twice": data * 2, "flipped": flipped}[body]


@any_example
@given(
    statuses=st.lists(st.sampled_from([200, 200, 204, 206, 301, 304, 307, 401, 404, 429, 500, 599]), min_size=1),
    headers=HEADERS,
    bodies=st.lists(BODIES, min_size=1, max_size=4),
)
def test_no_answer_of_the_partners_port_makes_a_look_stumble(
    two: Two, statuses: list[int], headers: dict[str, str], bodies: list[Any]
) -> None:
    count = 0

    def twist(request: httpx.Request, answer: httpx.Response) -> httpx.Response:
        nonlocal count
        count += 1
        body = bent(bodies[count % len(bodies)], answer.read())
        status = statuses[count % len(statuses)]
        stream = httpx.ByteStream(body)
        return httpx.Response(status, headers=headers, stream=stream, request=request)

    two.cable.twist = twist
    try:
        pull(two.us, AGREEMENT_ID)
    finally:
        two.cable.twist = None
    assert count
    assert is_a_beginning(two)
    unfrozen(two)


def test_a_receipt_with_an_unknown_hash_beside_our_name_sends_nobody_to_replace_keys(two: Two) -> None:
    """It is noise of whoever sits on the line; only while we ask (R7) may it mean that our newest seeds are missing."""
    origin = two.us.holding(AGREEMENT_ID).own.origin

    def twist(request: httpx.Request, answer: httpx.Response) -> httpx.Response:
        lines = answer.read().split(b"\n")
        is_receipt = request.url.path.endswith("/mirror/checkpoint")
        ours = f"\u2014 {origin} ".encode() if is_receipt else b"\0"
        body = b"\n".join(ours + base64.b64encode(bytes(68)) if each.startswith(ours) else each for each in lines)
        return httpx.Response(answer.status_code, stream=httpx.ByteStream(body), request=request)

    assert AGREEMENT_ID not in two.us.unasked
    two.cable.twist = twist
    for code in ("ledger.own_signature_missing", "node.seed_missing"):
        assert not pull(two.us, AGREEMENT_ID)
        state = state_of(two.us, AGREEMENT_ID, "out")
        assert state is not None
        assert state.reason is not None
        assert (state.state, state.reason.code) == ("silent", code)
        two.us.unasked.add(AGREEMENT_ID)
    two.cable.twist = None


def test_afterwards_the_two_go_on_as_if_nothing_had_been(two: Two) -> None:
    assert pull(two.us, AGREEMENT_ID)
    assert two.us.holding(AGREEMENT_ID).copy.size == two.dz.holding(AGREEMENT_ID).own.size


@pytest.fixture(scope="module")
def disk(two: Two, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("disk")
    export(two.dz, AGREEMENT_ID, place / "whole", whole=True)
    return place


@any_example
@given(data=st.data())
def test_no_disk_makes_an_import_stumble(two: Two, disk: Path, data: st.DataObject) -> None:
    shutil.rmtree(disk / "bent", ignore_errors=True)
    shutil.copytree(disk / "whole", disk / "bent")
    files = sorted(path for path in (disk / "bent").rglob("*") if path.is_file())
    for path in data.draw(st.lists(st.sampled_from(files), min_size=1, max_size=3, unique=True)):
        how = data.draw(st.sampled_from(["bent", "gone", "folder", "link", "outside"]))
        body = data.draw(BODIES)
        content = path.read_bytes()
        path.unlink()
        if how == "bent":
            path.write_bytes(bent(body, content))
        elif how == "folder":
            path.mkdir()
        elif how == "link":
            path.symlink_to(two.us.layout.folder / "keys" / "log.seed")
        elif how == "outside":
            path.symlink_to("../" * 30 + "dev/zero")
    with suppress(ComityError):
        take_in(two.us, AGREEMENT_ID, disk / "bent")
    assert is_a_beginning(two)
    unfrozen(two)


def card_with(two: Two, **changes: str) -> bytes:
    return orjson.dumps(orjson.loads(card_of(two.dz, AGREEMENT_ID)) | changes)


def read_and_used(two: Two, data: bytes) -> httpx.URL:
    """Read a card and do with it whatever a look or a caller at our port makes a node do; return what is asked."""
    card: Card = read_card(data)
    pin_of_card(card)
    if not is_plain_abroad(card.url) and card.tls:
        client_context(two.us.layout.folder, card)
    return httpx.Client().build_request("GET", f"{card.url.rstrip('/')}/a/{card.agreement}/log/checkpoint").url


@any_example
@given(tail=st.text(alphabet="[]:@%.0129a-é\u0660\u200f+~!$&'()*,;=\\|^`{}<>\"", max_size=20))
@example(tail="[::1")
@example(tail="a:99999")
@example(tail="xn--")
def test_a_card_with_an_odd_address_is_refused_or_can_be_used(two: Two, tail: str) -> None:
    try:
        asked = read_and_used(two, card_with(two, url=f"https://{tail}"))
    except InvalidInput:
        return
    assert (asked.scheme, asked.path) == ("https", f"/a/{AGREEMENT_ID}/log/checkpoint")


@any_example
@given(data=st.binary(min_size=48, max_size=300), cut=st.integers(0, 60), padding=st.sampled_from(["", "=", "=="]))
def test_a_card_with_an_odd_certificate_is_refused_or_can_be_used(
    two: Two, data: bytes, cut: int, padding: str
) -> None:
    genuine = base64.b64decode(read_card(card_of(two.dz, AGREEMENT_ID)).tls)
    for der in (data, genuine[: len(genuine) - cut], genuine[:cut] + data[:4] + genuine[cut + 4 :], genuine + data):
        text = base64.b64encode(der).decode().rstrip("=") + padding
        with suppress(InvalidInput):
            read_and_used(two, card_with(two, tls=text))
    assert replace(read_card(card_of(two.dz, AGREEMENT_ID)), tls="").document
