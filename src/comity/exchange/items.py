"""What is asked of the release check, and the commitment that proves later what was asked.

Units: milliseconds since 1970 (`_ms`).
"""

import hashlib
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.ground import InvalidInput, Record, canonical

SALT_BYTES = 32


@dataclass(frozen=True)
class Item:
    """One record that a party might release: its kind, domain, owner, marks, and the instant of what it tells."""

    kind: str
    domain: str
    from_party: str
    event_ms: int
    record: Record
    caveats: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class ItemTable:
    """Items of one kind, domain, owner and set of marks.

    Parameters
    ----------
    event_ms
        Shape (items,); the instant of what each tells.
    records
        One row for each item; the forms of columns are those of `comity.exchange.transforms.shape`.
    """

    kind: str
    domain: str
    from_party: str
    event_ms: NDArray[np.int64]
    records: pa.Table
    caveats: frozenset[str] = field(default_factory=frozenset)


def commitment(record: Record, salt: bytes) -> str:
    """Return `sha256:` and SHA-256(salt ‖ canonical record): it binds the original, and tells nothing without the salt.

    Parameters
    ----------
    record
        The original, before any transform; it stays home with its salt.
    salt
        32 random bytes, drawn by the caller.
    """
    if len(salt) != SALT_BYTES:
        raise InvalidInput(
            "exchange.bad_salt",
            "A salt of {bytes} bytes was given.",
            why="a commitment needs 32 bytes, or a short record could be guessed",
            remedy="draw 32 random bytes for each record",
            bytes=len(salt),
        )
    return "sha256:" + hashlib.sha256(salt + canonical(dict(record))).hexdigest()
