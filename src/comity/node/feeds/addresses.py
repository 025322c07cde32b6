"""Where a receiver speaks: `tcp://`, `tcp-listen://`, `udp://`, `serial:`, `file:`, and `-` for the standard input."""

import re
from dataclasses import dataclass
from typing import Literal

from comity.ground import InvalidInput

Way = Literal["tcp", "tcp-listen", "udp", "serial", "file", "stdin"]

USUAL_BAUD = 38_400
"""The rate of AIS on a serial line (IEC 61162-2)."""

_NET = re.compile(r"(tcp|tcp-listen|udp)://(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9.\-]{0,253}):([0-9]{1,5})/?")
_SERIAL = re.compile(r"serial:(?P<path>[^?\x00]{1,1024})(\?baud=(?P<baud>[0-9]{3,7}))?")
_FILE = re.compile(r"file:(?P<path>[^?\x00]{1,1024})(\?from=(?P<start>start|end))?")
_MOST_PORT = 65_535


@dataclass(frozen=True)
class Address:
    """A parsed address; `text` is as it was given."""

    text: str
    way: Way
    host: str = ""
    port: int = 0
    path: str = ""
    baud: int = USUAL_BAUD
    from_start: bool = False


def address_of(text: str) -> Address:
    """Return an address, or raise `InvalidInput`.

    >>> address_of("udp://:10110").port
    10110
    """
    if text == "-":
        return Address(text, "stdin")
    if (net := _NET.fullmatch(text)) and int(net[3]) <= _MOST_PORT and (net[2] or net[1] != "tcp"):
        ways: dict[str, Way] = {"tcp": "tcp", "tcp-listen": "tcp-listen", "udp": "udp"}
        host = net[2].strip("[]") or "0.0.0.0"  # noqa: S104 (no host: every interface, as the page says)
        return Address(text, ways[net[1]], host, int(net[3]))
    if serial := _SERIAL.fullmatch(text):
        return Address(text, "serial", path=serial["path"], baud=int(serial["baud"] or USUAL_BAUD))
    if file := _FILE.fullmatch(text):
        return Address(text, "file", path=file["path"], from_start=file["start"] == "start")
    raise InvalidInput(
        "node.bad_feed_address",
        "{address} is no address of a receiver.",
        why="it is none of tcp://HOST:PORT, tcp-listen://HOST:PORT, udp://HOST:PORT, serial:DEVICE, file:PATH and -",
        remedy="write it in one of these forms; see docs/how-to/connect-a-receiver.md",
        address=text[:200],
    )
