"""One process, three listeners: the partner port, the house port, and the node's socket for whoever owns the folder."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from comity.api.house import house_app
from comity.api.line import MOST_HEADER_BYTES, PartnerLine, PartnerTrust, is_secured
from comity.api.partner_port import partner_port
from comity.ground import InvalidInput
from comity.node.app import Node
from comity.node.hearing import begin_to_hear
from comity.node.jobs import Workers
from comity.node.journal import Journal
from comity.node.map_file import check_map
from comity.node.polling import Poller
from comity.node.sockets import short_path

BACKLOG = 128
GRACE_S = 5
WATCH_S = 0.25
PARTNER_CONNECTIONS = 64
MOST_MESSAGE_BYTES = 4096
"""What a browser says on the live socket is a view: a few numbers."""


@dataclass(frozen=True)
class Addresses:
    """Where the node is reached."""

    house: str
    partner: str
    socket: Path


class _Server(uvicorn.Server):
    """A listener of ours; the process handles its signals itself, once for all three."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone."""
        yield


def serve(node: Node, *, on_ready: Callable[[Addresses], None], journal: Journal, console: Path | None = None) -> None:
    """Serve an open node until SIGTERM or SIGINT; `on_ready` is told the addresses once all three listen.

    Parameters
    ----------
    console
        The built pages of the console, served at `/` of the house port; none are served without.
    """
    settings = node.settings
    check_map(node.layout.folder, settings)
    with ExitStack() as stack:
        house = stack.enter_context(_tcp(settings.house_host, settings.house_port, "house.port"))
        partner = stack.enter_context(_tcp(settings.partner_host, settings.partner_port, "partner.port"))
        own = stack.enter_context(_unix(node.layout.socket))
        trust = PartnerTrust(node) if is_secured(node) else None
        addresses = Addresses(_url(house), _url(partner, secured=trust is not None), node.layout.socket)
        listeners = [
            (_server(house_app(node, journal, writing=False, console=console)), house),
            (_partner_server(node, trust), partner),
            (_server(house_app(node, journal, writing=True)), own),
        ]
        workers, poller = Workers(node, journal), Poller(node, journal)

        def must_stop() -> bool:
            if trust is not None:
                trust.refresh()  # whoever was enrolled since the last look may knock
            return node.failure is not None or workers.died.is_set() or poller.died.is_set()

        workers.start()
        poller.start()
        begin_to_hear(node, journal)
        try:
            asyncio.run(_run(listeners, lambda: on_ready(addresses), must_stop, node.stopping.set))
        finally:
            node.watch.stop()
            poller.stop()
            workers.stop()
            journal.note("stopped", code=node.failure.code if node.failure else None)
    if node.failure is not None:
        raise node.failure
    if workers.died.is_set() or poller.died.is_set():
        raise RuntimeError("a thread of the node ended; its last words stand above")


async def _run(
    listeners: list[tuple[_Server, socket.socket]],
    ready: Callable[[], None],
    must_stop: Callable[[], bool],
    stopping: Callable[[], None],
) -> None:
    loop = asyncio.get_running_loop()

    def stop() -> None:
        stopping()
        for server, _ in listeners:
            server.should_exit = True

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
    tasks = [asyncio.create_task(server.serve(sockets=[listener])) for server, listener in listeners]
    while not all(server.started for server, _ in listeners) and not any(task.done() for task in tasks):
        await asyncio.sleep(0.01)
    ready()
    while not all(task.done() for task in tasks):
        if must_stop():
            stop()
        await asyncio.wait(tasks, timeout=WATCH_S)
    await asyncio.gather(*tasks)


def _partner_server(node: Node, trust: PartnerTrust | None) -> _Server:
    config = uvicorn.Config(
        partner_port(node),
        http=PartnerLine,
        ws="none",
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE_S,
        limit_concurrency=PARTNER_CONNECTIONS,
        h11_max_incomplete_event_size=MOST_HEADER_BYTES,
    )
    config.load()
    if trust is not None:
        trust.refresh()
        config.ssl = trust.context
    return _Server(config)


def _server(app: ASGIApp, *, limit: int | None = None) -> _Server:
    return _Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="off",
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=GRACE_S,
            limit_concurrency=limit,
            ws="websockets-sansio",
            ws_max_size=MOST_MESSAGE_BYTES,
            ws_per_message_deflate=False,
        )
    )


@contextmanager
def _tcp(host: str, port: int, setting: str) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen(BACKLOG)
        except OSError as error:
            raise InvalidInput(
                "api.port_taken",
                "The node cannot listen on port {port} of {host}.",
                why="the operating system answered: {reason}",
                remedy="stop the program that uses the port, or set {setting} in node.toml to another (0: a free one)",
                port=port,
                host=host,
                reason=error.strerror or "error",
                setting=setting,
            ) from error
        yield listener


@contextmanager
def _unix(path: Path) -> Iterator[socket.socket]:
    with short_path(path) as short, socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        path.unlink(missing_ok=True)  # we hold the folder's lock: whoever made it is gone
        before = os.umask(0o177)
        try:
            listener.bind(short)
        finally:
            os.umask(before)
        listener.listen(BACKLOG)
        try:
            yield listener
        finally:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def _url(listener: socket.socket, *, secured: bool = False) -> str:
    host, port = listener.getsockname()[:2]
    scheme = "https" if secured else "http"
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"


def announce(addresses: Addresses) -> None:
    """Print one line with the addresses, for whoever started the node."""
    line = f'{{"event":"ready","house":"{addresses.house}","partner":"{addresses.partner}"}}'
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
