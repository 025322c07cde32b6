"""Partner ports on real sockets, for tests in which a process of its own, or TLS, must reach them."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from comity.api.line import PartnerTrust
from comity.api.serving import _partner_server
from comity.node.app import Node


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def on_a_socket(node: Node, port: int, *, trust: PartnerTrust | None = None) -> Iterator[None]:
    """Serve the partner port of a node as `serve` makes it; over TLS with `trust`."""
    server = _partner_server(node, trust)
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen(16)
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield
        finally:
            server.should_exit = True
            thread.join()
