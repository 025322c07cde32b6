"""Records at an address: an honest server is read, and a hostile one costs neither memory, nor time, nor trust.

The servers are real ones on this machine's loopback, in threads; nothing of ours is replaced.
"""

import gzip
import socket
import ssl
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from comity.files import address_reader, is_address
from comity.ground import ComityError, InvalidInput, Untrusted
from comity.ledger import fetch_head, verify_log
from tests.ledger.logs_in_memory import KEYS, log_of, numbered

Answer = Callable[[str, socket.socket], None]
MOST_BYTES = 64_000_000
"""What a hostile partner may cost in memory (reference of the ledger, section 8)."""


@contextmanager
def served(answer: Answer, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """Serve each request on each connection with `answer`, which is given the path and the line."""
    listener = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def talk(plain: socket.socket) -> None:
        with plain, suppress(OSError), tls.wrap_socket(plain, server_side=True) if tls else plain as line:
            asked = b""
            while not ended.is_set():
                while b"\r\n\r\n" not in asked:
                    data = line.recv(4096)
                    if not data:
                        return
                    asked += data
                request, _, asked = asked.partition(b"\r\n\r\n")
                answer(request.split(b" ")[1].decode(), line)

    def listen() -> None:
        with suppress(OSError):
            while True:
                line, _ = listener.accept()
                threading.Thread(target=talk, args=(line,), daemon=True).start()

    threading.Thread(target=listen, daemon=True).start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{listener.getsockname()[1]}/a/mou/log"
    finally:
        ended.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def said(status: str, body: bytes, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def of_files(files: dict[str, bytes], *, packed: bool = False) -> Answer:
    def answer(path: str, line: socket.socket) -> None:
        data = files.get(path.removeprefix("/a/mou/log/"))
        if data is None:
            line.sendall(said("404 Not Found", b"no such file"))
        elif packed:
            line.sendall(said("200 OK", gzip.compress(data), "Content-Encoding: gzip"))
        else:
            line.sendall(said("200 OK", data))

    return answer


def refusal(answer: Answer, **limits: float) -> ComityError:
    with served(answer) as address, address_reader(address, **limits) as read:
        with pytest.raises((InvalidInput, Untrusted)) as refused:
            fetch_head(read, KEYS)
        return refused.value


@pytest.mark.parametrize("packed", [False, True])
def test_a_served_record_is_read_and_verified_packed_or_plain(packed):
    log = log_of(numbered(600))
    with served(of_files(log.files, packed=packed)) as address, address_reader(address + "/") as read:
        assert verify_log(read, fetch_head(read, KEYS)).tree == log.tree


NOW = datetime.now(UTC)
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Authority:
    """A certificate authority of this test alone: its file, and the server contexts that it vouches for."""

    folder: Path

    @cached_property
    def key(self) -> ec.EllipticCurvePrivateKey:
        return ec.generate_private_key(ec.SECP256R1())

    @property
    def file(self) -> Path:
        path = self.folder / "authority.pem"
        path.write_bytes(self._signed("authority", self.key, is_authority=True).public_bytes(Encoding.PEM))
        return path

    def server(self, address: str = "127.0.0.1", *, until: datetime = NOW + A_DAY) -> ssl.SSLContext:
        key = ec.generate_private_key(ec.SECP256R1())
        path = self.folder / "server.pem"
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.write_bytes(secret + self._signed(address, key, until=until).public_bytes(Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context

    def _signed(
        self,
        name: str,
        key: ec.EllipticCurvePrivateKey,
        *,
        is_authority: bool = False,
        until: datetime = NOW + A_DAY,
    ) -> x509.Certificate:
        def named(common_name: str) -> x509.Name:
            return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])

        subject = x509.DNSName(name) if is_authority else x509.IPAddress(ip_address(name))
        builder = x509.CertificateBuilder(
            named("authority"), named(name), key.public_key(), x509.random_serial_number()
        )
        builder = builder.not_valid_before(NOW - 3 * A_DAY).not_valid_after(until)
        builder = builder.add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        builder = builder.add_extension(x509.SubjectAlternativeName([subject]), critical=False)
        return builder.sign(self.key, hashes.SHA256())


def test_a_record_served_over_https_is_read_where_the_servers_certificate_is_vouched_for(tmp_path, monkeypatch):
    log, authority = log_of(numbered(600)), Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    with served(of_files(log.files, packed=True), authority.server()) as address, address_reader(address) as read:
        assert address.startswith("https://")
        assert verify_log(read, fetch_head(read, KEYS)).tree == log.tree


def test_a_certificate_that_nobody_vouches_for_of_another_host_or_out_of_date_ends_the_reading(tmp_path, monkeypatch):
    log, authority = log_of(numbered(3)), Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    stranger = Authority(tmp_path)
    for server in (stranger.server(), authority.server("127.0.0.2"), authority.server(until=NOW - A_DAY)):
        with served(of_files(log.files), server) as address, address_reader(address) as read:
            with pytest.raises(InvalidInput) as refused:
                fetch_head(read, KEYS)
            assert (refused.value.code, refused.value.values["reason"]) == ("files.address_silent", "TLS")


def test_a_server_that_speaks_no_tls_or_never_ends_its_greeting_is_left():
    def mute(path: str, line: socket.socket) -> None:
        raise AssertionError("a plain request on a line that must be secured")

    with served(mute) as address, address_reader(address.replace("http", "https"), step_s=0.3) as read:
        with pytest.raises(InvalidInput) as refused:
            fetch_head(read, KEYS)
        assert refused.value.code == "files.address_silent"


def test_a_file_that_is_not_there_is_named_and_the_line_goes_on():
    log = log_of(numbered(600))
    del log.files["tile/0/002.p/88"]
    with served(of_files(log.files)) as address, address_reader(address) as read:
        with pytest.raises(Untrusted) as refused:
            verify_log(read, fetch_head(read, KEYS))
        assert refused.value.values == {"path": "tile/0/002.p/88"}
        assert read("tile/0/000", 8192) == log.files["tile/0/000"]


def test_a_redirect_is_not_followed():
    def answer(path: str, line: socket.socket) -> None:
        assert path == "/a/mou/log/checkpoint"
        line.sendall(said("302 Found", b"", "Location: http://127.0.0.1:1/secret"))

    refused = refusal(answer)
    assert (refused.code, refused.values["reason"]) == ("files.useless_answer", "HTTP 302")


@pytest.mark.parametrize("status", ["200 OK", "500 Oh"])
def test_an_answer_in_another_coding_or_an_error_is_no_file(status):
    refused = refusal(lambda path, line: line.sendall(said(status, b"x", "Content-Encoding: br")))
    assert refused.code == "files.useless_answer"


def test_an_endless_body_is_left_after_the_bytes_that_can_be_right():
    sent = 0

    def answer(path: str, line: socket.socket) -> None:
        nonlocal sent
        line.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            line.sendall(b"10000\r\n" + bytes(65_536) + b"\r\n")
            sent += 65_536

    tracemalloc.start()
    refused = refusal(answer)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.code == "ledger.file_too_large"
    assert peak < MOST_BYTES
    assert sent < MOST_BYTES  # what the sockets of both sides hold, and no more


def test_a_bomb_of_gzip_is_unpacked_no_further_than_can_be_right():
    bomb = gzip.compress(bytes(500_000_000), 1)

    def answer(path: str, line: socket.socket) -> None:
        line.sendall(said("200 OK", bomb, "Content-Encoding: gzip"))

    tracemalloc.start()
    refused = refusal(answer)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.code == "ledger.file_too_large"
    assert peak < MOST_BYTES


def test_a_slow_drip_ends_with_the_time_of_a_whole_answer():
    ended = threading.Event()

    def answer(path: str, line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n")
        while not ended.wait(0.02):
            line.sendall(b"x")

    refused = refusal(answer, step_s=5.0, answer_s=0.3)
    ended.set()
    assert (refused.code, refused.values["reason"]) == ("files.address_silent", "> 0.3 s")


def test_a_drip_of_headers_ends_too_also_without_a_length():
    ended = threading.Event()

    def answer(path: str, line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n")
        while not ended.wait(0.02):
            line.sendall(b"X: y\r\n")

    refused = refusal(answer, step_s=5.0, answer_s=0.3)
    ended.set()
    assert refused.code == "files.address_silent"


def test_silence_ends_with_the_time_of_a_step():
    ended = threading.Event()

    def answer(path: str, line: socket.socket) -> None:
        ended.wait(20)

    refused = refusal(answer, step_s=0.2, answer_s=30.0)
    ended.set()
    assert (refused.code, refused.values["reason"]) == ("files.address_silent", "timed out")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\r\n" * 3,
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut off",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"a head", mtime=0)[:-3],
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
    ],
)
def test_an_answer_that_is_none_proves_nothing(data):
    def answer(path: str, line: socket.socket) -> None:
        line.sendall(data)
        line.shutdown(socket.SHUT_RDWR)

    assert refusal(answer).code == "files.address_silent"


def test_bytes_after_an_answer_are_never_believed():
    log = log_of(numbered(3))
    forged = said("200 OK", b"forged")

    def answer(path: str, line: socket.socket) -> None:
        data = log.files[path.removeprefix("/a/mou/log/")]
        line.sendall(said("200 OK", data) + forged if path.endswith("checkpoint") else said("200 OK", data))

    with served(answer) as address, address_reader(address) as read:
        head = fetch_head(read, KEYS)
        with suppress(Untrusted, InvalidInput):
            assert verify_log(read, head).tree == log.tree


def test_a_record_that_says_its_own_paths_is_not_asked():
    with address_reader("http://127.0.0.1:1/log") as read:
        for path in ("../keys", "//evil.example/x", "tile/0/000?x", "checkpoint\r\nHost: evil"):
            with pytest.raises(InvalidInput) as refused:
                read(path, 10)
            assert refused.value.code == "files.not_a_log_file"


@pytest.mark.parametrize(
    "address",
    [
        "http://",
        "https://a b/",
        "http://u:p@h/",
        "http://h/?q",
        "http://h/#f",
        "http://h:99999/",
        "http://[::1/",
        "http://h/\n",
    ],
)
def test_what_is_no_plain_address_is_refused_before_anybody_is_asked(address):
    assert is_address(address)
    with pytest.raises(InvalidInput) as refused, address_reader(address):
        raise AssertionError
    assert refused.value.code == "files.not_an_address"


def test_a_folder_is_no_address():
    assert not any(map(is_address, ("log", "/var/log", "file:///log", "ftp://h/log", "httpx://h")))
