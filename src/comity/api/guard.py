"""What surrounds every answer of the house port: known names only, safe headers, a journal line, the office's act.

It is plain ASGI, so that streams (events, the live picture) pass through it unbroken.
"""

import time
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from comity.api.names import is_our_name
from comity.api.officers import COOKIE, READING, place_of
from comity.api.problems import answer_with
from comity.ground import InvalidInput
from comity.node import offices
from comity.node.app import Node
from comity.node.journal import Journal

HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
LONGEST_PATH = 200
MOST_BODY_BYTES = 4 * 1024 * 1024
JSON_SUFFIX = ".json"
POLICY_VIOLATION = 1008


class Guard:
    """Wraps the house application."""

    def __init__(self, app: ASGIApp, node: Node, journal: Journal, *, is_owners: bool) -> None:
        self._app, self._node, self._journal, self._is_owners = app, node, journal, is_owners

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or one socket."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun_s, request_id, status = time.monotonic(), self._node.random(8).hex(), 0
        given: set[bytes] = set()

        async def outward(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers: list[tuple[bytes, bytes]] = list(message.get("headers", []))
                given.update(name for name, _ in headers)
                headers += [each for each in HEADERS if each[0] not in given]
                headers.append((b"x-request-id", request_id.encode()))
                if b"cache-control" not in given:
                    headers.append((b"cache-control", b"no-store"))
                message = {**message, "headers": headers}
            await send(message)

        scope = _without_suffix(scope)
        request = Request(scope, receive)
        request.scope["app"] = self._app
        try:
            await self._answer(request, scope, receive, outward)
        finally:  # a mistake of ours is raised again once it is answered; the act and the line are kept all the same
            if scope["method"] not in READING:
                await self._keep_act(request, status, request_id)
            self._journal.note(
                "request",
                request=request_id,
                method=scope["method"],
                path=scope["path"][:LONGEST_PATH],
                status=status,
                took_ms=round(1000 * (time.monotonic() - begun_s), 1),
            )

    async def _answer(self, request: Request, scope: Scope, receive: Receive, outward: Send) -> None:
        if not self._is_owners and not self._is_ours(request):
            await answer_with(_unknown_host(), request)(scope, receive, outward)
        elif not _is_bounded(request):
            await answer_with(_too_large(), request, status=413)(scope, receive, outward)
        else:
            await self._app(scope, receive, outward)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = HTTPConnection(scope)
        if not self._is_owners:
            token = connection.cookies.get(COOKIE, "")
            is_in = await run_in_threadpool(offices.session, self._node, token) is not None
            is_own = connection.headers.get("origin") == place_of(connection, self._node).origin
            if not (is_in and is_own and self._is_ours(connection)):
                await send({"type": "websocket.close", "code": POLICY_VIOLATION})
                return
        await self._app(scope, receive, send)

    def _is_ours(self, connection: HTTPConnection) -> bool:
        return is_our_name(_host(connection), self._node.settings)

    async def _keep_act(self, request: Request, status: int, request_id: str) -> None:
        acting: Any = request.scope.get("state", {}).get("acting")
        office = acting.office if acting is not None else None
        if office is None:
            return
        await run_in_threadpool(
            offices.keep_act,
            self._node,
            office=office,
            method=request.method,
            address=request.url.path[:LONGEST_PATH],
            status=status,
            request=request_id,
        )


def _without_suffix(scope: Scope) -> Scope:
    """Return the scope of a table's own address where `.json` was written after it."""
    path: str = scope["path"]
    is_table = path.startswith("/api/v1/") and path.endswith(JSON_SUFFIX) and "/files/" not in path
    if not is_table or path == "/api/v1/openapi.json" or scope["method"] not in READING:
        return scope
    bare = path.removesuffix(JSON_SUFFIX)
    return {**scope, "path": bare, "raw_path": bare.encode()}


def _host(connection: HTTPConnection) -> str:
    """Return the name that the caller used; as written, for the framework replaces one that it finds odd by our own."""
    host = connection.headers.get("host", "")
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]


def _is_bounded(request: Request) -> bool:
    size = request.headers.get("content-length", "0")
    return "transfer-encoding" not in request.headers and size.isdecimal() and int(size) <= MOST_BODY_BYTES


def _unknown_host() -> InvalidInput:
    return InvalidInput(
        "api.unknown_host",
        "This node is not known under that name.",
        why="a web page of a stranger could read it under a name of its own",
        remedy="use the address of the house port, localhost, or the name in house.host or house.origin",
    )


def _too_large() -> InvalidInput:
    return InvalidInput(
        "api.body_too_large",
        "The request is too large.",
        why="its body may have at most {limit} bytes, and must state its length",
        remedy="send less at once; files are named by their path, not sent",
        limit=MOST_BODY_BYTES,
    )
