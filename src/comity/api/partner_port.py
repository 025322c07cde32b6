"""The partner port: the published files of each agreement, read-only.

`/a/<agreement>/log/…` is our log, with `bridge/<hash>`, the head by which one key followed that of this hash;
`/a/<agreement>/mirror/…` our copy of the partner's with our receipt under its head, `/a/<agreement>/blobs/<sha256>` a
released content. A requested path is parsed to integers or to a hash, and the file is opened under the path that these
give; everything else is 404, and nothing is ever listed. Over TLS a caller sees the agreements whose card of the
partner carries its certificate, and no other. Format: C2SP tlog-tiles.
"""

import re
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from comity.files.logs import earlier_file, read_log_file
from comity.ledger import CHECKPOINT_PATH, MAX_BUNDLE_BYTES, TILE_WIDTH, parse_path
from comity.node.app import Node
from comity.node.certificates import pin_of_card
from comity.node.contents import pieces_of
from comity.node.fetching import BRIDGE
from comity.node.partners import partner_card
from comity.node.rotation import bridges

_PATH = re.compile(r"/a/([a-z0-9-]{1,64})/(log|mirror|blobs)/([a-z0-9/.]{1,128})")
_BLOB = re.compile(r"[0-9a-f]{64}")

PEER = "comity.peer"
"""In the scope of a request over TLS: the hash of the certificate that the caller proved to hold."""

_HEADERS = [(b"x-content-type-options", b"nosniff"), (b"cache-control", b"no-transform")]


def partner_port(node: Node) -> ASGIApp:
    """Return the application that the partner reads."""

    async def serve(scope: Scope, _receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if scope["method"] not in ("GET", "HEAD"):
            await _answer(send, 405, b"", head=False)
            return
        is_head = scope["method"] == "HEAD"
        data = await run_in_threadpool(_read, node, scope["path"], scope.get(PEER))
        if isinstance(data, Path):
            await _send_file(send, data, head=is_head)
        else:
            await _answer(send, 404 if data is None else 200, data or b"", head=is_head)

    return serve


def _read(node: Node, path: str, peer: str | None) -> bytes | Path | None:
    match = _PATH.fullmatch(path)
    if match is None or match[1] not in node.holdings:
        return None
    agreement_id, part, rest = match.groups()
    if peer is not None and not _is_partner(node, agreement_id, peer):
        return None
    if part == "blobs":
        return _blob(node, agreement_id, rest) if _BLOB.fullmatch(rest) else None
    holding = node.holdings[agreement_id]
    book = holding.own if part == "log" else holding.copy
    if part == "log" and rest.startswith(f"{BRIDGE}/"):
        return bridges(node, holding).get(rest.removeprefix(f"{BRIDGE}/"))
    if rest != CHECKPOINT_PATH and not _is_covered(rest, book.size):
        return None
    found = read_log_file(book.folder, rest, MAX_BUNDLE_BYTES)
    named = parse_path(rest) if found is None else None
    return found if named is None else earlier_file(book.folder, named, book.size)


def _is_covered(path: str, size: int) -> bool:
    """Return whether a file is part of a log of this size: what no signed head covers yet is nobody's to read."""
    named = parse_path(path)
    return named is not None and named.index * TILE_WIDTH + named.width <= size >> 8 * (named.level or 0)


def _is_partner(node: Node, agreement_id: str, peer: str) -> bool:
    """Return whether a certificate is the one on the card of this agreement's partner."""
    card = partner_card(node, agreement_id)
    return card is not None and pin_of_card(card) == peer


def _blob(node: Node, agreement_id: str, sha256: str) -> Path | None:
    path = node.layout.blob(agreement_id, sha256)
    return path if path.is_file() and not path.is_symlink() else None


async def _send_file(send: Send, path: Path, *, head: bool) -> None:
    """Send a content piece by piece: 64 callers at once cost 64 pieces, however large it is."""
    try:
        size = (await run_in_threadpool(path.stat)).st_size
        pieces = pieces_of(path, size)
        first = await run_in_threadpool(next, pieces, b"")
    except OSError:  # erased a moment ago
        await _answer(send, 404, b"", head=head)
        return
    await send({"type": "http.response.start", "status": 200, "headers": _headers(200, size)})
    while first and not head:
        await send({"type": "http.response.body", "body": first, "more_body": True})
        first = await run_in_threadpool(next, pieces, b"")
    await send({"type": "http.response.body", "body": b""})


async def _answer(send: Send, status: int, data: bytes, *, head: bool) -> None:
    await send({"type": "http.response.start", "status": status, "headers": _headers(status, len(data))})
    await send({"type": "http.response.body", "body": b"" if head else data})


def _headers(status: int, size: int) -> list[tuple[bytes, bytes]]:
    kind = b"application/octet-stream" if status == 200 else b"text/plain"
    return [*_HEADERS, (b"content-type", kind), (b"content-length", str(size).encode())]
