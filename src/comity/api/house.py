"""The house API: `/api/v1/…` for our own offices, and the two questions of a supervisor, `/healthz` and `/readyz`.

Until officers sign in, the TCP port only reads. What writes is answered on `node.sock` alone, whose permissions (0600)
say who owns the folder.
"""

import time
from collections.abc import Awaitable, Callable
from ipaddress import ip_address

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from comity.api.problems import add_problems, answer_with
from comity.api.routes import acts, agreements, cases, exchange
from comity.ground import InvalidInput
from comity.node.app import Node
from comity.node.journal import Journal

READING = ("GET", "HEAD", "OPTIONS")

MOST_BODY_BYTES = 4 * 1024 * 1024

Next = Callable[[Request], Awaitable[Response]]


def house_app(node: Node, journal: Journal, *, writing: bool) -> FastAPI:
    """Return the house API of a node.

    Parameters
    ----------
    writing
        Whether writing routes answer: on the node's socket they do, on TCP they are refused.
    """
    app = FastAPI(
        title="Comity",
        summary="The house API of a node.",
        version="1",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.node, app.state.language = node, node.settings.language
    add_problems(app)
    for module in (agreements, acts, cases, exchange):
        app.include_router(module.router)
    app.add_api_route("/healthz", lambda: {"alive": True}, methods=["GET"], include_in_schema=False)
    app.add_api_route("/readyz", lambda: _ready(node), methods=["GET"], include_in_schema=False)

    @app.middleware("http")
    async def guard(request: Request, following: Next) -> Response:
        begun_s = time.monotonic()
        request_id = node.random(8).hex()
        answer: Response
        if not writing and not is_our_name(_host(request), node.settings.house_host):
            answer = answer_with(_unknown_host(), request)
        elif not _is_bounded(request):
            answer = answer_with(_too_large(), request, status=413)
        elif writing or request.method in READING:
            answer = await following(request)
        else:
            answer = answer_with(_read_only(), request)
        answer.headers["x-request-id"] = request_id
        answer.headers["cache-control"] = "no-store"
        journal.note(
            "request",
            request=request_id,
            method=request.method,
            path=request.url.path[:200],
            status=answer.status_code,
            took_ms=round(1000 * (time.monotonic() - begun_s), 1),
        )
        return answer

    return app


def _host(request: Request) -> str:
    """Return the name that the caller used; as written, for the framework replaces one that it finds odd by our own."""
    host = request.headers.get("host", "")
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]


def _is_bounded(request: Request) -> bool:
    size = request.headers.get("content-length", "0")
    return "transfer-encoding" not in request.headers and size.isdecimal() and int(size) <= MOST_BODY_BYTES


def is_our_name(name: str, house_host: str) -> bool:
    """Return whether a request's host is an address, a name of this machine, or the one that the settings give.

    Any other name could be a stranger's web page that made its own name point at us (DNS rebinding).

    >>> [is_our_name(name, "node.example") for name in ("127.0.0.1", "dz.localhost", "node.example", "evil.example")]
    [True, True, True, False]
    """
    if name in ("localhost", house_host) or name.endswith(".localhost"):
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _unknown_host() -> InvalidInput:
    return InvalidInput(
        "api.unknown_host",
        "This node is not known under that name.",
        why="a web page of a stranger could read it under a name of its own",
        remedy="use the address of the house port, localhost, or the name in house.host",
    )


def _too_large() -> InvalidInput:
    return InvalidInput(
        "api.body_too_large",
        "The request is too large.",
        why="its body may have at most {limit} bytes, and must state its length",
        remedy="send less at once; files are named by their path, not sent",
        limit=MOST_BODY_BYTES,
    )


def _ready(node: Node) -> Response:
    is_ready = node.failure is None
    return JSONResponse({"ready": is_ready, "party": node.party}, status_code=200 if is_ready else 503)


def _read_only() -> InvalidInput:
    return InvalidInput(
        "api.read_only",
        "This port only reads.",
        why="officers cannot sign in yet, so nobody who comes over the network may write",
        remedy="use the node's socket node.sock, as the commands do",
    )
