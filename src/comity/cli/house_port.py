"""The house API of a node for a command: over its socket where it is served, in this process where it is not.

So a command that reads says the same in both cases. What writes needs the node served, as officers may be at work.
"""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlencode

import httpx

from comity.cli.language import spoken
from comity.ground import InvalidInput
from comity.node.app import opened
from comity.node.client import NodeClient, checked
from comity.node.lock import is_owned

AT_ONCE = 2_000
"""How many lines of a list are asked for in one answer; the node gives at most 5,000."""


class Asked(Protocol):
    """Who answers for a node in JSON."""

    def get(self, path: str) -> Any:
        """Return the JSON body of an address, or raise what the node answers."""


class House(Asked, Protocol):
    """Who answers for a node, in JSON and in bytes."""

    def read(self, path: str) -> bytes:
        """Return the bytes of an address, or raise what the node answers."""


class _Here:
    """An open folder answers through its own application, in memory."""

    def __init__(self, transport: httpx.ASGITransport) -> None:
        self._transport = transport

    def get(self, path: str) -> Any:
        """Return the JSON body of an address."""
        return self._answer(path).json()

    def read(self, path: str) -> bytes:
        """Return the bytes of an address."""
        return self._answer(path).content

    def _answer(self, path: str) -> httpx.Response:
        async def ask() -> httpx.Response:
            headers = {"accept-language": spoken().language}
            async with httpx.AsyncClient(transport=self._transport, base_url="http://node", headers=headers) as client:
                return await client.get(path)

        return checked(asyncio.run(ask()))


@contextmanager
def house_of(folder: Path) -> Iterator[House]:
    """Ask a node, served or not."""
    if is_owned(folder):
        with served(folder) as client:
            yield client
        return
    from comity.api.house import described  # the web framework is loaded only where nobody serves the folder

    with opened(folder) as node:
        yield _Here(httpx.ASGITransport(app=described(node, writing=True)))


@contextmanager
def served(folder: Path) -> Iterator[NodeClient]:
    """Speak to a served node, or raise `InvalidInput` at the first call where it is not."""
    client = NodeClient(folder, language=spoken().language)
    try:
        yield client
    finally:
        client.close()


def agreement_of(house: House, named: str | None) -> str:
    """Return the agreement that a command is about: the one it names, or the only one of the node."""
    held: list[str] = house.get("/api/v1/node")["agreements"]
    if named is not None:
        return named
    if len(held) != 1:
        raise InvalidInput(
            "cli.which_agreement",
            "The node holds {count} agreements.",
            why="the command does not say which one it is about: {held}",
            remedy="name it with --agreement",
            count=len(held),
            held=", ".join(held) or "-",
        )
    return held[0]


def whole_list(house: Asked, path: str, query: Mapping[str, Any], name: str, *, at_once: int = AT_ONCE) -> list[Any]:
    """Return a list that a node gives in bounded parts, asked for until nothing follows.

    Parameters
    ----------
    name
        Which member of a line says after which one to go on.
    """
    found: list[Any] = []
    while len(found) % at_once == 0:
        after = found[-1][name] if found else None
        more = house.get(asked(path, {**query, "limit": at_once, "after": after}))
        if not more:
            break
        found += more
    return found


def asked(path: str, query: Mapping[str, Any]) -> str:
    """Return an address with what is asked of it; what is `None` is not asked."""
    said = {name: str(value).lower() if isinstance(value, bool) else value for name, value in query.items()}
    kept = {name: value for name, value in said.items() if value is not None}
    return f"{path}?{urlencode(kept)}" if kept else path
