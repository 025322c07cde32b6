"""The console's pages at `/`: built files, never changed here, under a policy that lets nothing else in.

A file whose name bears a hash never changes and is kept for a year; the page itself is asked for each time. `Range` is
answered (PMTiles read by parts); compressed forms built beside a file (`.br`, `.gz`) are sent to who takes them.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles

from comity.node.app import Node
from comity.node.map_file import check_map

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "media-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HASHED = "/assets/"
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
NODE_TILES = "/map/node.pmtiles"
SHIPPED_TILES = "/basemap.pmtiles"
PERMISSIONS = "camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()"

TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".ftl": "text/plain",
    ".pmtiles": "application/vnd.pmtiles",
    ".webmanifest": "application/manifest+json",
}
"""Types that the operating system may know otherwise."""

ENCODINGS = (("br", ".br"), ("gzip", ".gz"))


class Pages(StaticFiles):
    """The built files, with the console's headers on each of them."""

    def file_response(
        self, full_path: Any, stat_result: Any, scope: Any, status_code: int = 200
    ) -> Response:  # starlette's own signature
        """Answer with a file, in a compressed form where the browser takes it and one was built."""
        path = Path(full_path)
        headers = headers_of(scope["path"], path)
        request = Request(scope)
        if "range" not in request.headers:
            accepted = {
                each.partition(";")[0].strip() for each in request.headers.get("accept-encoding", "").split(",")
            }
            for name, suffix in ENCODINGS:
                packed = path.with_name(path.name + suffix)
                if name in accepted and packed.is_file():
                    packed_headers = {**headers, "content-encoding": name}
                    return FileResponse(packed, headers=packed_headers, media_type=headers["content-type"])
        return FileResponse(path, status_code=status_code, headers=headers, stat_result=stat_result)


def headers_of(address: str, path: Path) -> Mapping[str, str]:
    """Return the headers of one file: its type, how long it is kept, and what it may load."""
    kind = TYPES.get(path.suffix, "application/octet-stream")
    if kind.startswith(("text/", "image/svg")):
        kind += "; charset=utf-8"
    return {
        "content-type": kind,
        "content-security-policy": POLICY,
        "permissions-policy": PERMISSIONS,
        "vary": "accept-encoding",
        "cache-control": FOREVER if HASHED in address else ASK_AGAIN,
    }


def mount(app: FastAPI, node: Node, folder: Path) -> None:
    """Serve the built pages of a folder at `/`, and the node's own map where the settings name one."""
    if node.settings.map_tiles:
        tiles = node.layout.folder / node.settings.map_tiles

        @app.get(NODE_TILES, include_in_schema=False, response_class=FileResponse)
        def node_tiles() -> FileResponse:
            check_map(node.layout.folder, node.settings)
            return FileResponse(tiles, headers=dict(headers_of(NODE_TILES, tiles)))

    app.mount("/", Pages(directory=folder, html=True), name="console")
