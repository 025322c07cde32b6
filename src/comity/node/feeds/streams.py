"""How bytes come in: from a line that we open or that others open to us, from datagrams, a file that grows, a device.

Each way runs in a thread of its own until it is stopped, gives whole lines on, and begins again after what broke: at
once, then after longer and longer pauses. A line that is open and silent for too long is opened anew.
"""

import contextlib
import os
import select
import selectors
import socket
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from comity.ground import ComityError, InvalidInput
from comity.node.feeds.addresses import Address, Way
from comity.node.feeds.backlog import Backlog, Lines
from comity.node.feeds.states import Standing

FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 60.0
CONNECT_S = 10.0
TICK_S = 0.5
READ_BYTES = 256 * 2**10
DATAGRAM_BYTES = 64 * 2**10
BUFFER_BYTES = 4 * 2**20
"""What the system holds of datagrams while we look away: near a second of the whole world's."""
MOST_CLIENTS = 64


@dataclass
class Stream:
    """A feed that is read: where it speaks, what waits of it, how it stands."""

    address: Address
    standing: Standing
    backlog: Backlog
    clock: Callable[[], int]
    stop: threading.Event
    _spoke: bool = field(default=False)

    def give(self, lines: Lines, data: bytes) -> None:
        """Pass on what came from one sender, as far as its lines are whole."""
        self._spoke = True
        self.standing.heard(len(data))
        self._pass_on(lines.add(data))

    def end(self, lines: Lines) -> None:
        """Pass on what a sender that is gone left."""
        self._pass_on(lines.end())

    def _pass_on(self, whole: bytes) -> None:
        if whole:
            before = self.backlog.shed_lines
            self.backlog.put(whole, self.clock(), self.stop)
            self.standing.shed("reports", self.backlog.shed_lines - before)

    def run(self) -> None:
        """Read until stopped."""
        wait_s = FIRST_WAIT_S
        while not self.stop.is_set():
            self._spoke = False
            self.standing.is_now("connecting")
            try:
                if _WAYS[self.address.way](self):
                    self.standing.is_now("ended")
                    return
                problem: ComityError = _ended(self.address)
            except OSError as error:
                problem = _broken(self.address, error)
            except ComityError as error:
                self.standing.is_now("failed", error)
                return
            if self.stop.is_set():
                return
            wait_s = FIRST_WAIT_S if self._spoke else min(LONGEST_WAIT_S, wait_s * 2)
            self.standing.is_now("waiting", problem)
            self.stop.wait(wait_s)


def _client(stream: Stream) -> bool:
    lines = Lines()
    with socket.create_connection((stream.address.host, stream.address.port), timeout=CONNECT_S) as line:
        line.settimeout(TICK_S)
        stream.standing.is_now("quiet")
        try:
            while not stream.stop.is_set() and not stream.standing.is_stalled:
                try:
                    data = line.recv(READ_BYTES)
                except TimeoutError:
                    continue
                if not data:
                    return False
                stream.give(lines, data)
            if not stream.stop.is_set():
                raise TimeoutError("silent for too long")
            return True
        finally:
            stream.end(lines)


def _server(stream: Stream) -> bool:
    host, port = stream.address.host, stream.address.port
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with selectors.DefaultSelector() as ready, socket.socket(family, socket.SOCK_STREAM) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((host, port))
        door.listen(MOST_CLIENTS)
        ready.register(door, selectors.EVENT_READ, None)
        stream.standing.is_now("listening")
        try:
            while not stream.stop.is_set():
                for key, _ in ready.select(TICK_S):
                    if key.data is None:
                        _admit(door, ready)
                    else:
                        _hear(stream, ready, key)
                if len(ready.get_map()) == 1:
                    stream.standing.is_now("listening")
        finally:
            for key in list(ready.get_map().values()):
                if key.data is not None:
                    key.fileobj.close()  # type: ignore[union-attr]
                    stream.end(key.data)
    return True


def _admit(door: socket.socket, ready: selectors.BaseSelector) -> None:
    line, _ = door.accept()
    if len(ready.get_map()) > MOST_CLIENTS:
        line.close()
        return
    ready.register(line, selectors.EVENT_READ, Lines())


def _hear(stream: Stream, ready: selectors.BaseSelector, key: selectors.SelectorKey) -> None:
    line: Any = key.fileobj
    data = b""
    with contextlib.suppress(OSError):
        data = line.recv(READ_BYTES)
    if data:
        stream.give(key.data, data)
    else:
        ready.unregister(line)
        line.close()
        stream.end(key.data)


def _datagrams(stream: Stream) -> bool:
    host, port = stream.address.host, stream.address.port
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER_BYTES)
        line.bind((host, port))
        line.settimeout(TICK_S)
        stream.standing.is_now("quiet")
        while not stream.stop.is_set():
            try:
                data = line.recv(DATAGRAM_BYTES)
            except TimeoutError:
                continue
            stream.give(Lines(), data if data.endswith(b"\n") else data + b"\n")
    return True


def _file(stream: Stream) -> bool:
    """Follow a file as it grows; one that was replaced or cut is read from its beginning."""
    path, lines, from_start = Path(stream.address.path), Lines(), stream.address.from_start
    while not stream.stop.is_set():
        with path.open("rb") as file:
            if not from_start:
                file.seek(0, os.SEEK_END)
            stream.standing.is_now("quiet")
            while not stream.stop.is_set():
                if data := file.read(READ_BYTES):
                    stream.give(lines, data)
                    continue
                if _is_another(path, file):
                    break
                stream.stop.wait(TICK_S)
            stream.end(lines)
            from_start = True
    return True


def _is_another(path: Path, file: Any) -> bool:
    try:
        there, ours = path.stat(), os.fstat(file.fileno())
    except FileNotFoundError:
        return False
    return (there.st_dev, there.st_ino) != (ours.st_dev, ours.st_ino) or there.st_size < file.tell()


def _standard_input(stream: Stream) -> bool:
    lines, source = Lines(), sys.stdin.fileno()
    stream.standing.is_now("quiet")
    while not stream.stop.is_set():
        if not select.select([source], [], [], TICK_S)[0]:
            continue
        data = os.read(source, READ_BYTES)
        if not data:
            break
        stream.give(lines, data)
    stream.end(lines)
    return True


def _device(stream: Stream) -> bool:
    try:
        import serial
    except ImportError:
        raise InvalidInput(
            "node.no_serial",
            "A receiver on a serial line cannot be read here.",
            why="the library pyserial is not installed",
            remedy="install Comity with its extra: pip install 'comity[serial]'",
        ) from None
    lines = Lines()
    with serial.Serial(stream.address.path, stream.address.baud, timeout=TICK_S) as device:
        stream.standing.is_now("quiet")
        while not stream.stop.is_set():
            if data := device.read(max(1, device.in_waiting)):
                stream.give(lines, data)
        stream.end(lines)
    return True


_WAYS: Mapping[Way, Callable[[Stream], bool]] = {
    "tcp": _client,
    "tcp-listen": _server,
    "udp": _datagrams,
    "file": _file,
    "stdin": _standard_input,
    "serial": _device,
}
"""How each kind of address is read: until it is stopped or done (true), or the other side ended it (false)."""


def _ended(address: Address) -> InvalidInput:
    return InvalidInput(
        "node.feed_ended",
        "The receiver at {address} closed its line.",
        why="it ended the connection",
        remedy="nothing is to be done while it comes back by itself; else look at the receiver",
        address=address.text,
    )


def _broken(address: Address, error: OSError) -> InvalidInput:
    return InvalidInput(
        "node.feed_broken",
        "The receiver at {address} is not heard.",
        why="the operating system answered: {reason}",
        remedy="check the receiver, its address and the line; it is tried again by itself",
        address=address.text,
        reason=error.strerror or str(error) or type(error).__name__,
    )
