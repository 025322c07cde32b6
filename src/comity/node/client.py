"""Speaks to a served node over `node.sock`: what a command uses that writes into a node that is running.

Whoever may open the folder's socket owns the node, and acts in the name that the request gives.
"""

import socket
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx

from comity.ground import ComityError, InvalidInput, Refused
from comity.node.layout import Layout
from comity.node.sockets import short_path

TIMEOUT_S = 60.0


class NodeAnswer(InvalidInput):
    """A problem that the node answered with, its sentences as the node said them."""


class NodeRefusal(Refused):
    """A problem that names an article of the agreement."""


class NodeClient:
    """A client of one node folder; connects at the first call.

    `NodeClient(Path("dz")).post("/api/v1/agreements/…/votes", {"series": "agreement", "choice": "sha256:…", …})`
    """

    def __init__(self, folder: Path, *, language: str = "en") -> None:
        self.folder = folder
        self._language = language
        self._stack = ExitStack()
        self._client: httpx.Client | None = None

    def get(self, path: str) -> Any:
        """Return the JSON body of an address, or raise what the node answers."""
        return self._call("GET", path, None)

    def post(self, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """Post a body and return the JSON answer, or raise what the node answers."""
        return self._call("POST", path, body or {})

    def put(self, path: str, body: Mapping[str, Any]) -> Any:
        """Put a body and return the JSON answer, or raise what the node answers."""
        return self._call("PUT", path, body)

    def send(self, path: str, body: Mapping[str, Any]) -> None:
        """Post a body to an address that answers with nothing, or raise what the node answers."""
        _raise_for(self._answer("POST", path, body))

    def give(self, path: str, data: bytes) -> Any:
        """Post bytes and return the JSON answer, or raise what the node answers."""
        try:
            answer = self._connected().post(path, content=data)
        except (httpx.HTTPError, OSError) as error:
            raise _not_served(self.folder, error) from error
        _raise_for(answer)
        return answer.json()

    def read(self, path: str) -> bytes:
        """Return the bytes of an address, such as an output of a case."""
        answer = self._connected().get(path)
        _raise_for(answer)
        return answer.content

    def is_ready(self) -> bool:
        """Return whether the node answers and is ready."""
        try:
            # httpcore leaves the socket of a refused connection open, and whoever waits for a node is refused often.
            with short_path(Layout(self.folder.resolve()).socket) as path, socket.socket(socket.AF_UNIX) as probe:
                probe.connect(path)
            return self._connected().get("/readyz").status_code == httpx.codes.OK
        except (httpx.HTTPError, OSError):
            return False

    def close(self) -> None:
        """Close the connection; the next call opens another."""
        self._stack.close()
        self._client = None

    def _call(self, method: str, path: str, body: Mapping[str, Any] | None) -> Any:
        answer = self._answer(method, path, body)
        _raise_for(answer)
        return answer.json()

    def _answer(self, method: str, path: str, body: Mapping[str, Any] | None) -> httpx.Response:
        try:
            return self._connected().request(method, path, json=body)
        except (httpx.HTTPError, OSError) as error:
            raise InvalidInput(
                "node.not_served",
                "The node {folder} does not answer.",
                why="nothing answers at its socket: {reason}",
                remedy="start it with `comity serve`",
                folder=self.folder.name,
                reason=type(error).__name__,
            ) from error

    def _connected(self) -> httpx.Client:
        if self._client is None:
            if not Layout(self.folder).socket.exists():
                raise FileNotFoundError
            path = self._stack.enter_context(short_path(Layout(self.folder.resolve()).socket))
            transport = httpx.HTTPTransport(uds=path)
            headers = {"accept-language": self._language}
            client = httpx.Client(transport=transport, base_url="http://node", timeout=TIMEOUT_S, headers=headers)
            self._client = self._stack.enter_context(client)
        return self._client


def _not_served(folder: Path, error: Exception) -> InvalidInput:
    return InvalidInput(
        "node.not_served",
        "The node {folder} does not answer.",
        why="nothing answers at its socket: {reason}",
        remedy="start it with `comity serve`",
        folder=folder.name,
        reason=type(error).__name__,
    )


def checked(answer: httpx.Response) -> httpx.Response:
    """Return an answer, or raise the problem that it is."""
    _raise_for(answer)
    return answer


def _raise_for(answer: httpx.Response) -> None:
    if answer.is_success:
        return
    try:
        problem = answer.json()
        error = problem_error(problem)
    except (ValueError, KeyError, TypeError):
        answer.raise_for_status()
        raise
    raise error


def problem_error(problem: Mapping[str, Any]) -> ComityError:
    """Return the error that a problem document describes; its sentences are said already."""
    said = {part: str(problem[part]).replace("{", "{{").replace("}", "}}") for part in ("what", "why", "remedy")}
    code, what = str(problem["code"]), said.pop("what")
    if problem.get("article"):
        return NodeRefusal(code, what, **said, article=str(problem["article"]))
    return NodeAnswer(code, what, **said)
