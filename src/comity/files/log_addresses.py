"""The files of a log at an address of the web, whoever serves it: never more bytes, time or trust than is due.

Nothing that the server says becomes a path or an address: paths are computed, redirects and proxies are not followed.
A body is cut off one byte after what can be right, also while it is being unpacked, so that a small answer cannot
become a large one. Each step has a time limit and the whole answer another, so that a slow drip ends too.
Source: C2SP tlog-tiles v0.1.0 (static files over HTTP; a server may send them with gzip).
"""

import socket
import ssl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from io import BytesIO
from threading import Timer
from urllib.parse import SplitResult, urlsplit

from comity.files.logs import computed
from comity.ground import InvalidInput
from comity.ledger import Reader

STEP_S = 10.0
"""How long one step of an answer may take."""

ANSWER_S = 60.0
"""How long a whole answer may take: 16 MiB, the largest file of a log, at 280 kB/s."""

_CHUNK_BYTES = 65_536
_OK, _NOT_FOUND, _GONE = 200, 404, 410
_GZIP = 16 + zlib.MAX_WBITS  # zlib: read a gzip header and nothing else
_PORTS = {"http": 80, "https": 443}


def is_address(place: str) -> bool:
    """Return whether a log's place is an address of the web and no folder.

    >>> is_address("https://dz.example/log"), is_address("dz/agreements/mou/log")
    (True, False)
    """
    return place.partition("://")[0] in _PORTS and "://" in place


@contextmanager
def address_reader(address: str, *, step_s: float = STEP_S, answer_s: float = ANSWER_S) -> Iterator[Reader]:
    """Open a log at an address for reading, on one connection that is kept.

    Parameters
    ----------
    address
        Where the log's `checkpoint` and `tile/` lie, with the scheme `http` or `https`.
    step_s, answer_s
        The longest wait for one step, and for one whole file.
    """
    line = _Line(_parts(address), step_s, answer_s)
    try:
        yield line.read
    finally:
        line.close()


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        is_plain = (
            parts.scheme in _PORTS and parts.hostname and (parts.port or 1) and not (parts.query or parts.fragment)
        )
    except ValueError:
        is_plain = False
    if (
        not is_plain
        or parts.username is not None
        or not (address.isascii() and address.isprintable())
        or " " in address
    ):
        raise InvalidInput(
            "files.not_an_address",
            "{address} is not the address of a record.",
            why="it must read http:// or https://, a host and a path, without a user, a question mark or a fragment",
            remedy="give the address under which the record's file `checkpoint` lies",
            address=repr(address[:200]),
        )
    return parts


@dataclass
class _Line:
    """A connection to one server, made at the first question and again after it was lost."""

    parts: SplitResult
    step_s: float
    answer_s: float
    connection: HTTPConnection | None = None

    def read(self, path: str, limit: int) -> bytes | None:
        """Return a file, at most one byte more than `limit`, or None where the server has none."""
        path = computed(path)
        is_new = self.connection is None
        try:
            return self._ask(path, limit)
        except (OSError, HTTPException) as error:
            self.close()
            if is_new or isinstance(error, TimeoutError):
                raise _silent(path, error) from error
        try:
            return self._ask(path, limit)  # the server may have ended a connection that stood idle
        except (OSError, HTTPException) as error:
            self.close()
            raise _silent(path, error) from error

    def close(self) -> None:
        """End the connection."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def _ask(self, path: str, limit: int) -> bytes | None:
        connection, is_new = self._connected()
        assert connection.sock is not None
        watch = _Watch(connection.sock, self.answer_s)
        answer = None
        try:
            if is_new and isinstance(connection.sock, ssl.SSLSocket):
                connection.sock.do_handshake()
            connection.request("GET", f"{self.parts.path.rstrip('/')}/{path}", headers=_HEADERS)
            answer = connection.getresponse()
            data = _body(answer, path, limit)
        except (OSError, HTTPException) as error:
            raise (TimeoutError(f"> {self.answer_s:g} s") if watch.rang else error) from error
        finally:
            watch.cancel()
            if answer is None or not answer.isclosed():  # what follows on this connection is not the next answer
                self.close()
        if watch.rang:
            raise TimeoutError(f"> {self.answer_s:g} s")
        return data

    def _connected(self) -> tuple[HTTPConnection, bool]:
        if self.connection is not None and self.connection.sock is not None:
            return self.connection, False
        host, port = self.parts.hostname or "", self.parts.port
        connection = HTTPConnection(host, port or _PORTS[self.parts.scheme], timeout=self.step_s)
        connection.connect()
        if self.parts.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(connection.sock, server_hostname=host, do_handshake_on_connect=False)
        self.connection = connection
        return connection, True


_HEADERS = {"accept-encoding": "gzip", "user-agent": "comity"}


class _Watch:
    """Ends a connection when a whole answer takes too long, however steadily it drips."""

    def __init__(self, line: socket.socket, seconds: float) -> None:
        self.rang = False
        self._line = line
        self._timer = Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def cancel(self) -> None:
        self._timer.cancel()

    def _ring(self) -> None:
        self.rang = True
        try:
            # A TLS socket is shut down below TLS: nobody waits for the partner's farewell.
            socket.socket.shutdown(self._line, socket.SHUT_RDWR)
        except OSError:
            return


def _body(answer: HTTPResponse, path: str, limit: int) -> bytes | None:
    if answer.status in (_NOT_FOUND, _GONE):
        return None
    encoding = answer.getheader("content-encoding", "identity").lower()
    if answer.status != _OK or encoding not in ("identity", "gzip"):
        raise InvalidInput(
            "files.useless_answer",
            "The server's answer is no file of a record.",
            why="reading {path} gives: {reason}; redirects are not followed",
            remedy="check the address, or copy the record into a folder and check it there",
            path=path,
            reason=f"HTTP {answer.status}" if answer.status != _OK else f"Content-Encoding: {encoding[:40]}",
        )
    return _unpacked(answer, limit + 1) if encoding == "gzip" else _plain(answer, limit + 1)


def _plain(answer: HTTPResponse, most: int) -> bytes:
    data = BytesIO()  # what it holds it hands over without a copy
    while data.tell() < most and (chunk := answer.read(min(_CHUNK_BYTES, most - data.tell()))):
        data.write(chunk)
    if answer.length and data.tell() < most:
        raise ConnectionError("cut off")
    return data.getvalue()


def _unpacked(answer: HTTPResponse, most: int) -> bytes:
    data = BytesIO()
    unpack = zlib.decompressobj(_GZIP)
    try:
        while data.tell() < most and not unpack.eof and (chunk := answer.read(_CHUNK_BYTES)):
            while chunk and data.tell() < most:
                data.write(unpack.decompress(chunk, min(_CHUNK_BYTES, most - data.tell())))
                chunk = unpack.unconsumed_tail
    except zlib.error as error:
        raise ConnectionError("gzip") from error
    if data.tell() < most and not unpack.eof:
        raise ConnectionError("cut off")
    answer.read(1)  # a well-behaved answer ends here
    return data.getvalue()


def _silent(path: str, error: Exception) -> InvalidInput:
    reason = "TLS" if isinstance(error, ssl.SSLError) else str(error) if isinstance(error, TimeoutError) else ""
    return InvalidInput(
        "files.address_silent",
        "The record cannot be read at its address.",
        why="reading {path} ended with {reason}",
        remedy="nothing is proved either way; check the line and the address, then try again",
        path=path,
        reason=(reason or type(error).__name__)[:200],
    )
