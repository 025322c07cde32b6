"""Sentences over a real socket: in order, at their pace, to whoever listens; a slow listener holds nobody up."""

import socket
import threading
import time

from comity.files.nmea_broadcast import broadcast
from tests.two_nodes.sockets import free_port

LINES = [(1_000 * i, b"!line %d\r\n" % i) for i in range(30)]


def served(lines, *, speed: float) -> tuple[threading.Thread, int]:
    port = free_port()
    thread = threading.Thread(
        target=broadcast, args=("127.0.0.1", port, lines), kwargs={"speed": speed, "told": lambda *_: None}
    )
    thread.start()
    return thread, port


def listen(port: int) -> socket.socket:
    until_s = time.monotonic() + 10.0
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=10.0)
        except OSError:
            assert time.monotonic() < until_s
            time.sleep(0.01)


def heard(line: socket.socket) -> bytes:
    with line:
        return b"".join(iter(lambda: line.recv(65_536), b""))


def test_a_listener_hears_every_line_in_its_order_from_the_first_on():
    thread, port = served(LINES, speed=100_000.0)
    assert heard(listen(port)) == b"".join(data for _, data in LINES)
    thread.join(10.0)
    assert not thread.is_alive()


def test_lines_keep_their_pace():
    thread, port = served(LINES, speed=100.0)
    line, began_s = listen(port), time.monotonic()
    assert heard(line).count(b"\n") == len(LINES)
    assert time.monotonic() - began_s >= 0.25  # 29 s, a hundred times faster
    thread.join(10.0)


def test_a_listener_that_goes_away_ends_nothing_for_the_other():
    thread, port = served(LINES, speed=60.0)
    first, second = listen(port), listen(port)
    first.close()
    assert heard(second).endswith(LINES[-1][1])
    thread.join(10.0)


def test_nothing_to_say_is_said_at_once():
    thread, port = served([], speed=1.0)
    assert heard(listen(port)) == b""
    thread.join(10.0)
