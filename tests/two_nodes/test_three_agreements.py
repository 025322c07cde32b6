"""One node under three agreements with three partners: no byte, size or path of one is served to another."""

import io
import threading
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import httpx
import orjson
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from comity.api.partner_port import PEER, partner_port
from comity.files.agreements import read_agreement_file
from comity.ledger import beat_entry, release_entry
from comity.node import outbox
from comity.node.app import Node, opened
from comity.node.birth import init_node
from comity.node.certificates import pin_of_card
from comity.node.jobs import Workers
from comity.node.journal import Journal
from comity.node.partners import enrol, partner_card
from comity.node.peers import pull
from comity.node.polling import Poller
from tests.two_nodes.two import MEMORANDUM, Cable, Clock, card_of, client_of

NAMES = ("first-2025", "second-2025", "third-2025")


def document_of(name: str) -> dict[str, object]:
    text = orjson.dumps(read_agreement_file(MEMORANDUM).document).replace(b"dz-us-mou-2025", name.encode())
    found: dict[str, object] = orjson.loads(text)
    return found


def as_caller(node: Node, pin: str) -> httpx.Client:
    """Speak to the partner port as whoever proved to hold a certificate."""

    async def told(scope: Scope, receive: Receive, send: Send) -> None:
        await partner_port(node)({**scope, PEER: pin}, receive, send)

    return client_of(told)


@pytest.fixture
def node(tmp_path: Path):
    clock, cable = Clock(), Cable()
    with ExitStack() as stack:
        documents = [document_of(name) for name in NAMES]
        init_node(tmp_path / "DZ", party="DZ", agreements=documents, url="http://dz.example", clock=clock)
        ours = stack.enter_context(opened(tmp_path / "DZ", clock=clock, transport=cable))
        cable.ends["dz.example"] = partner_port(ours)
        for number, name in enumerate(NAMES):
            host = f"{name}.example"
            init_node(tmp_path / name, party="US", agreements=[document_of(name)], url=f"http://{host}", clock=clock)
            partner = stack.enter_context(opened(tmp_path / name, clock=clock, transport=cable))
            cable.ends[host] = partner_port(partner)
            enrol(ours, card_of(partner, name))
            enrol(partner, card_of(ours, name))
            holding = ours.holding(name)
            entries = [
                beat_entry(office="desk", at_ms=clock(), salt=bytes([number, each] * 8))
                for each in range(3 * number + 2)
            ]
            holding.own.write(entries, sign=holding.sign_head, now_ms=clock())
            ours.disk.put(ours.layout.blob(name, f"{number}" * 64), b"content of " + name.encode())
            for each in (partner, ours):
                assert pull(each, name)
        yield ours


def every_path(node: Node) -> list[tuple[str, str]]:
    """Every file that lies under any agreement, and every path that an agreement's files would have under another."""
    found = set()
    for name in NAMES:
        where = node.layout.agreement(name)
        for path in where.rglob("*"):
            if path.is_file():
                inside = path.relative_to(where).as_posix()
                found |= {(other, f"/a/{other}/{inside}") for other in NAMES}
                found.add((name, f"/a/{name}/log/../../{name}/{inside}"))
    return sorted(found)


def test_each_partner_reads_its_own_agreement_and_nothing_of_the_others(node: Node) -> None:
    for name in NAMES:
        card = partner_card(node, name)
        assert card is not None
        pin = pin_of_card(card)
        assert pin is not None
        client = as_caller(node, pin)
        read = 0
        for agreement_id, path in every_path(node):
            answer = client.get(path)
            if agreement_id != name:
                nothing = client.get("/a/no-such-agreement/log/checkpoint")
                assert (answer.status_code, answer.content) == (404, b"")
                assert dict(answer.headers) == dict(nothing.headers), "not even a length tells that it is there"
                assert client.head(path).status_code == 404
            elif answer.status_code == 200:
                read += 1
                others = [other.encode() for other in NAMES if other != name]
                assert not any(other in answer.content for other in others)
        assert read >= 5


def test_a_stranger_and_a_certificate_that_was_never_enrolled_read_nothing(node: Node) -> None:
    client = as_caller(node, "0" * 64)
    assert {client.get(path).status_code for _, path in every_path(node)} == {404}


def test_a_content_of_one_agreement_is_not_found_under_another(node: Node) -> None:
    client = client_of(partner_port(node))
    for number, name in enumerate(NAMES):
        for other in NAMES:
            status = client.get(f"/a/{other}/blobs/{f'{number}' * 64}").status_code
            assert status == (200 if other == name else 404)


class Dripping(Cable):
    """A cable on which one partner's answers do not come until the test lets them."""

    def __init__(self, ends: dict[str, ASGIApp], slow: str) -> None:
        super().__init__(ends)
        self.slow, self.asked_once, self.let_go = slow, threading.Event(), threading.Event()
        self.others: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host == self.slow:
            self.asked_once.set()
            self.let_go.wait(30)
        else:
            self.others.append(request.url.host)
        return super().handle_request(request)


@pytest.mark.parametrize("waits_for", ["the record", "a content"])
def test_a_partner_that_answers_slowly_delays_no_other(node: Node, waits_for: str) -> None:
    """Every look and every fetch of the first partner hangs; what the second one says arrives all the same."""
    first, second, _ = NAMES
    assert isinstance(node.transport, Cable)
    line = Dripping(node.transport.ends, f"{first}.example")
    slowed = replace(node, transport=line)
    poller, workers = Poller(slowed, Journal(stream=io.StringIO())), Workers(slowed)
    if waits_for == "a content":
        for name in (first, second):
            subject = f"{name}/{announced(slowed, name)}"
            with slowed.store.writing() as connection:
                outbox.add(connection, "refetch", subject, now_ms=slowed.clock())
    begin, end = (poller.start, poller.stop) if waits_for == "the record" else (workers.start, workers.stop)
    begin()
    try:
        assert line.asked_once.wait(30)
        limit = time.monotonic() + 30
        while f"{second}.example" not in line.others:
            assert time.monotonic() < limit, "the second partner was never asked"
            threading.Event().wait(0.01)
        assert not line.let_go.is_set()
    finally:
        line.let_go.set()
        end()


def announced(node: Node, name: str) -> int:
    """Let our log announce a content that is not here, and say where."""
    holding = node.holding(name)
    manifest = release_entry(
        agreement=holding.hash,
        rule="4.3/sar-live",
        item="rescue.case",
        blob="sha256:" + "f" * 64,
        bytes=10,
        count=1,
        commitments=["sha256:" + "f" * 64],
        keep_until_ms=9_999_999_999_999,
        office="EXAMPLE",
        at_ms=node.clock(),
        salt=bytes(16),
    )
    return holding.own.write([manifest], sign=holding.sign_head, now_ms=node.clock())
