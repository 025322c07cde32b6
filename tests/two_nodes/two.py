"""Two real nodes in one process: each reads the other's partner port through memory instead of a cable."""

import asyncio
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import orjson
from starlette.types import ASGIApp

from comity.api.partner_port import partner_port
from comity.files.agreements import read_agreement_file
from comity.ground import canonical
from comity.node.app import Node, opened
from comity.node.birth import init_node
from comity.node.partners import enrol
from comity.node.peers import pull
from comity.node.services import acts

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "algeria-usa-2025"
MEMORANDUM = EXAMPLE / "memorandum.toml"
START_MS = 1_790_000_000_000
WALKS = 40 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 5
"""How many random walks of two real nodes a test takes: a step is a real database."""

Twist = Callable[[httpx.Request, httpx.Response], httpx.Response]


@dataclass
class Cable(httpx.BaseTransport):
    """Joins host names to ASGI applications; `cut` hosts do not answer, a `twist` changes what comes through."""

    ends: dict[str, ASGIApp] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)
    twist: Twist | None = None
    asked: list[str] = field(default_factory=list)
    raising: bool = True

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url.path)
        if request.url.host in self.cut or request.url.host not in self.ends:
            raise httpx.ConnectError("cut", request=request)
        answer = asyncio.run(self._through(request))
        return self.twist(request, answer) if self.twist else answer

    def _end(self, host: str) -> httpx.ASGITransport:
        return httpx.ASGITransport(app=self.ends[host], raise_app_exceptions=self.raising)

    async def _through(self, request: httpx.Request) -> httpx.Response:
        inner = httpx.Request(request.method, request.url, headers=request.headers, content=request.read())
        answer = await self._end(request.url.host).handle_async_request(inner)
        body = httpx.ByteStream(await answer.aread())
        return httpx.Response(answer.status_code, headers=answer.headers, stream=body)


def client_of(app: ASGIApp) -> httpx.Client:
    """Speak to an application in memory."""
    return httpx.Client(transport=Cable({"node.localhost": app}), base_url="http://node.localhost")


@dataclass
class Clock:
    """A clock that a test moves by hand; each look at it takes a millisecond."""

    now_ms: int = START_MS

    def __call__(self) -> int:
        self.now_ms += 1
        return self.now_ms


@dataclass
class Two:
    """Algeria and the United States under the example memorandum."""

    dz: Node
    us: Node
    cable: Cable
    clock: Clock
    agreement_id: str

    def exchange(self, times: int = 2) -> None:
        """Let each look at the other; twice carries an act and its receipt home."""
        for _ in range(times):
            for node in (self.dz, self.us):
                pull(node, self.agreement_id)

    def sign_memorandum(self) -> None:
        for node in (self.dz, self.us):
            acts.table(node, self.agreement_id, "agreement", None, office="ministry", sign=True)
        self.exchange()


def as_it_is(document: dict[str, Any]) -> None:
    """Leave the example memorandum as it is."""


@cache
def _memorandum() -> bytes:
    """The example memorandum as a document, read once: every pair of nodes begins with it."""
    return canonical(read_agreement_file(MEMORANDUM).document)


def make_folder(folder: Path, party: str, *, host: str, change: Callable[[dict[str, Any]], None] = as_it_is) -> Path:
    document = orjson.loads(_memorandum())
    change(document)
    init_node(folder, party=party, agreements=[document], url=f"http://{host}", clock=lambda: START_MS)
    return folder


HOSTS: Mapping[str, str] = {"DZ": "dz.example", "US": "us.example"}
"""Where each partner port is, as the cards say: names that lead nowhere but through the cable."""


@contextmanager
def two_nodes(
    folder: Path, *, change: Callable[[dict[str, Any]], None] = as_it_is, hosts: Mapping[str, str] = HOSTS
) -> Iterator[Two]:
    cable, clock = Cable(), Clock()
    with ExitStack() as stack:
        nodes: dict[str, Node] = {}
        for party in ("DZ", "US"):
            where = folder / party
            if not where.exists():
                make_folder(where, party, host=hosts[party], change=change)
            nodes[party] = stack.enter_context(opened(where, clock=clock, transport=cable))
            cable.ends[hosts[party].partition(":")[0]] = partner_port(nodes[party])
        (agreement_id,) = nodes["DZ"].holdings
        for node, other in ((nodes["DZ"], nodes["US"]), (nodes["US"], nodes["DZ"])):
            enrol(node, card_of(other, agreement_id))
        yield Two(nodes["DZ"], nodes["US"], cable, clock, agreement_id)


def card_of(node: Node, agreement_id: str) -> bytes:
    return node.layout.card(agreement_id).read_bytes()


def decision() -> dict[str, Any]:
    """The decision of the example that puts clause 4.3 to work."""
    for path in sorted((EXAMPLE / "decisions").glob("*.json")):
        document: dict[str, Any] = orjson.loads(path.read_bytes())
        if any(effect["clause"] == "4.3" for effect in document["effects"]):
            return document
    raise AssertionError("the example holds no decision on clause 4.3")
