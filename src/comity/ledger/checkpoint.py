"""A checkpoint: a log's name, its size and the hash over all of its entries, in three lines.

Sources: C2SP tlog-checkpoint v1.0.0. No extension lines, no leading zeros.
"""

import base64
import binascii
import re
from dataclasses import dataclass

from comity.ground import Untrusted

MAX_SIZE = 2**53 - 1
"""The greatest number of entries that Comity reads: sizes stay exact in JSON."""

_TEXT = re.compile(rb"([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n")


@dataclass(frozen=True)
class Checkpoint:
    """The head of a log: `size` entries, whose Merkle tree has the root `root_hash`."""

    origin: str
    size: int
    root_hash: bytes

    def text(self) -> bytes:
        """Return the three lines that are signed.

        >>> Checkpoint("dz.example/mou", 0, bytes(32)).text().splitlines()[:2]
        [b'dz.example/mou', b'0']
        """
        return b"%s\n%d\n%s\n" % (self.origin.encode(), self.size, base64.b64encode(self.root_hash))


def parse_checkpoint(text: bytes) -> Checkpoint:
    """Read the text of a checkpoint; `Untrusted` when it deviates in a single byte."""
    match = _TEXT.fullmatch(text)
    if match:
        try:
            checkpoint = Checkpoint(match[1].decode(), int(match[2]), base64.b64decode(match[3], validate=True))
        except (UnicodeDecodeError, binascii.Error):
            checkpoint = None
        if checkpoint and checkpoint.size <= MAX_SIZE and checkpoint.text() == text:
            return checkpoint
    raise Untrusted(
        "ledger.bad_checkpoint",
        "The head of the record is malformed.",
        why="three lines are expected: the name, the size without a leading zero, and a hash of 32 bytes in base64",
        remedy="ask the record's owner for it again; if it stays so, its software is at fault",
    )
