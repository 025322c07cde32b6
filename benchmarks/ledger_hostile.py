"""What a hostile partner costs: a child process reads its record over HTTP, and says how large it grew.

Three servers on this machine's loopback: a small gzip that would unpack to a gigabyte, a body that never ends, and a
drip of one byte at a time. Figures are the greatest resident memory (Linux: `VmHWM`, MiB) of the whole child, and what
of it stood before the first byte was read. Goal: 64 MiB. `python benchmarks/ledger_hostile.py`.
"""

import json
import socket
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

UNPACKED_BYTES = 1 << 30
DRIP_S = 0.02
ANSWER_S = 2.0
"""How long the child waits for a whole answer; a node waits longer, and grows no more by it."""

_CHILD = f"""
import json, re, sys
from comity.files import address_reader
from comity.ground import ComityError
from comity.ledger import LogKeys, Signer, fetch_head
def grown(): return int(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1]) / 1024
signer = Signer("us.example/mou", bytes(32))
keys = LogKeys(signer.name, signer.verifier)
loaded = grown()
with address_reader(sys.argv[1], answer_s={ANSWER_S}) as read:
    try:
        read("tile/entries/000", 256 * 65_537) if sys.argv[2] == "bundle" else fetch_head(read, keys)
        code = "read up to its limit"
    except ComityError as error:
        code = error.code
print(json.dumps([code, loaded, grown()]))
"""


def memory_figures() -> dict[str, float]:
    """Return the child's greatest resident memory, in MiB, for each attack and file; the verdict stands in the name."""
    figures: dict[str, float] = {}
    for attack, answer in {"gzip bomb of 1 GiB": _bomb, "endless body": _endless, "slow drip": _drip}.items():
        for file in ("head", "bundle"):
            with _served(answer) as address:
                told = subprocess.run(
                    [sys.executable, "-c", _CHILD, address, file], capture_output=True, text=True, check=True
                )
            code, loaded_mib, grown_mib = json.loads(told.stdout)
            figures[f"{attack}, {file}: {code}; MiB, goal 64"] = grown_mib
            figures["  of it before the first byte, MiB"] = loaded_mib
    return figures


def _bomb(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n")
    packer, zeros = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS), bytes(1 << 20)
    for _ in range(UNPACKED_BYTES >> 20):
        line.sendall(packer.compress(zeros))
    line.sendall(packer.flush())


def _endless(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        line.sendall(b"10000\r\n" + bytes(65_536) + b"\r\n")


def _drip(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n")
    while True:
        line.sendall(b"x")
        time.sleep(DRIP_S)


@contextmanager
def _served(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """Serve the first request with `answer`, until the child has gone."""
    listener = socket.create_server(("127.0.0.1", 0))

    def talk() -> None:
        with suppress(OSError):
            line, _ = listener.accept()
            with line:
                line.recv(4096)
                answer(line)

    talker = threading.Thread(target=talk, daemon=True)
    talker.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/log"
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        talker.join(timeout=5)


if __name__ == "__main__":
    for name, value in memory_figures().items():
        print(f"{name:64s} {value:8.1f}")
