"""The partner port's side of a connection: who calls, and how long it may take.

A connection that sends no whole request in time, or does not read its answer in time, is closed: each takes one of few
places. Over TLS the caller's certificate is told to the application.
"""

import asyncio
import ssl
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from comity.api.partner_port import PEER
from comity.node.app import Node
from comity.node.certificates import in_pem, is_loopback, pin_of, server_context
from comity.node.partners import partner_card

REQUEST_S = 10.0
"""A whole request, its handshake done, within this; the partner asks for static files with short headers."""

ANSWER_S = 120.0
"""The largest answer, 16 MiB, at 140 kB/s."""

MOST_HEADER_BYTES = 16_384


class PartnerLine(H11Protocol):
    """One connection of the partner."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin: learn who calls, and wait for a request."""
        super().connection_made(transport)
        secured = transport.get_extra_info("ssl_object")
        if isinstance(secured, ssl.SSLObject):
            self.app = _told(self.app, pin_of(secured.getpeercert(binary_form=True) or b""))
        self._within(REQUEST_S)

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        self._within(None)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take bytes; once they make a request, its answer has its own time."""
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._within(ANSWER_S)

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        super().on_response_complete()
        self._within(REQUEST_S)

    def _within(self, seconds: float | None) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = None if seconds is None else self.loop.call_later(seconds, self.transport.abort)


def _told(app: Any, pin: str) -> ASGIApp:
    async def telling(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, PEER: pin}, receive, send)

    return telling


class PartnerTrust:
    """Whose certificates open the partner port: those on the cards that are enrolled, also while it is served."""

    def __init__(self, node: Node) -> None:
        self.context = server_context(node.layout.folder)
        self._node = node
        self._known: set[str] = set()

    def refresh(self) -> None:
        """Let in whoever was enrolled since the last look; which agreement it may read is asked at each request."""
        for agreement_id in self._node.holdings:
            card = partner_card(self._node, agreement_id)
            if card is not None and card.tls and card.tls not in self._known:
                self.context.load_verify_locations(cadata=in_pem(card.tls))
                self._known.add(card.tls)


def is_secured(node: Node) -> bool:
    """Return whether the partner port speaks TLS: our card says https, or it is heard beyond this machine."""
    says = any(holding.card.url.startswith("https://") for holding in node.holdings.values())
    return says or not is_loopback(node.settings.partner_host)
