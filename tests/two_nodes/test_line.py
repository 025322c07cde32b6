"""The line between nodes over real sockets: TLS 1.3, both certificates pinned, one partner sees one record."""

import contextlib
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import orjson
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from comity.api import line
from comity.api.line import PartnerTrust
from comity.files.agreements import read_agreement_file
from comity.node.app import Node, opened
from comity.node.birth import init_node
from comity.node.cards import read_card
from comity.node.certificates import certificate_of, client_context
from comity.node.partners import enrol, state_of
from comity.node.peers import pull
from comity.node.services import acts
from tests.two_nodes.sockets import free_port, on_a_socket
from tests.two_nodes.two import MEMORANDUM, card_of

AGREEMENT_ID = "dz-us-mou-2025"


class Parties:
    """Two nodes whose cards say https, each on a real port."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.stack, self.ports = stack, {name: free_port() for name in ("DZ", "US")}
        document = read_agreement_file(MEMORANDUM).document
        self.nodes: dict[str, Node] = {}
        for name, port in self.ports.items():
            init_node(folder / name, party=name, agreements=[document], url=f"https://127.0.0.1:{port}")
            self.nodes[name] = stack.enter_context(opened(folder / name))

    def meet(self) -> None:
        for name, other in (("DZ", "US"), ("US", "DZ")):
            enrol(self.nodes[name], card_of(self.nodes[other], AGREEMENT_ID))

    def serve(self) -> None:
        for name, node in self.nodes.items():
            self.stack.enter_context(on_a_socket(node, self.ports[name], trust=PartnerTrust(node)))


@pytest.fixture
def parties(tmp_path: Path) -> Iterator[Parties]:
    with ExitStack() as stack:
        yield Parties(tmp_path, stack)


def state(node: Node) -> tuple[str, str | None]:
    found = state_of(node, AGREEMENT_ID, "in")
    assert found is not None
    return found.state, found.reason.code if found.reason else None


def replace_certificate(node: Node, *, since: datetime, days: int) -> None:
    """Put another certificate into a node's folder, as a thief or a forgetful operator would have it."""
    key = Ed25519PrivateKey.generate()
    made = certificate_of(key, party="DZ", since=since, serial=99, days=days)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (node.layout.folder / "keys" / "tls.pem").write_bytes(private + made.public_bytes(serialization.Encoding.PEM))


def test_two_nodes_agree_over_a_line_that_both_certificates_close(parties: Parties) -> None:
    parties.meet()
    parties.serve()
    for node in parties.nodes.values():
        acts.table(node, AGREEMENT_ID, "agreement", None, office="ministry", sign=True)
    for _ in range(2):
        for node in parties.nodes.values():
            assert pull(node, AGREEMENT_ID), state(node)
    assert acts.state(parties.nodes["DZ"], AGREEMENT_ID, "agreement").standing == "agreed"


def test_nobody_enters_without_a_certificate(parties: Parties) -> None:
    parties.meet()
    parties.serve()
    address = f"https://127.0.0.1:{parties.ports['DZ']}/a/{AGREEMENT_ID}/log/checkpoint"
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with pytest.raises(httpx.HTTPError):
        httpx.get(address, verify=context, trust_env=False)
    with pytest.raises(httpx.HTTPError):
        httpx.get(address.replace("https", "http"), trust_env=False)


def test_a_certificate_that_no_card_carries_opens_nothing(parties: Parties) -> None:
    parties.meet()
    replace_certificate(parties.nodes["US"], since=datetime.now(UTC) - timedelta(days=1), days=10)
    parties.serve()
    assert not pull(parties.nodes["US"], AGREEMENT_ID)
    assert state(parties.nodes["US"]) == ("silent", "node.partner_silent")
    assert not pull(parties.nodes["DZ"], AGREEMENT_ID)  # and whoever answers with it is not believed
    assert state(parties.nodes["DZ"]) == ("silent", "node.partner_silent")


def test_an_expired_certificate_is_refused_although_it_is_pinned(parties: Parties, tmp_path: Path) -> None:
    us = parties.nodes["US"]
    replace_certificate(us, since=datetime.now(UTC) - timedelta(days=20), days=10)
    with ExitStack() as stack:
        parties.stack.close()
        parties.stack, parties.nodes = stack, {}
        for name in ("DZ", "US"):
            parties.nodes[name] = stack.enter_context(opened(tmp_path / name))
        for name, other in (("DZ", "US"), ("US", "DZ")):
            card = parties.nodes[other].holding(AGREEMENT_ID).card  # as the node now is: it carries the new certificate
            enrol(parties.nodes[name], orjson.dumps(card.document))
        parties.serve()
        assert not pull(parties.nodes["DZ"], AGREEMENT_ID)
        assert state(parties.nodes["DZ"]) == ("silent", "node.partner_silent")
        assert not pull(parties.nodes["US"], AGREEMENT_ID)


def test_a_card_without_a_certificate_is_not_read_over_https(parties: Parties) -> None:
    card = read_card(card_of(parties.nodes["US"], AGREEMENT_ID))
    enrol(parties.nodes["DZ"], orjson.dumps(replace(card, tls="").document))
    with pytest.raises(Exception) as caught:  # noqa: PT011
        pull(parties.nodes["DZ"], AGREEMENT_ID)
    assert getattr(caught.value, "code", None) == "node.partner_without_certificate"


def test_nothing_goes_in_the_clear_beyond_this_machine(parties: Parties) -> None:
    enrol(parties.nodes["DZ"], card_of(parties.nodes["US"], AGREEMENT_ID), url="http://192.0.2.1:8700")
    with pytest.raises(Exception) as caught:  # noqa: PT011
        pull(parties.nodes["DZ"], AGREEMENT_ID)
    assert getattr(caught.value, "code", None) == "node.plain_line"


def test_a_caller_that_sends_no_whole_request_in_time_is_let_go(
    parties: Parties, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "REQUEST_S", 0.3)
    parties.meet()
    parties.serve()
    card = read_card(card_of(parties.nodes["DZ"], AGREEMENT_ID))
    context = client_context(parties.nodes["US"].layout.folder, card)
    with (
        socket.create_connection(("127.0.0.1", parties.ports["DZ"]), timeout=5) as plain,
        context.wrap_socket(plain) as secured,
    ):
        secured.sendall(b"GET /a/" + AGREEMENT_ID.encode())
        begun_s = time.monotonic()
        with contextlib.suppress(OSError):
            while secured.recv(1024):
                pass
        assert time.monotonic() - begun_s < 4
