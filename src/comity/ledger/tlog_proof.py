"""A proof to keep: one entry, the hashes that lead from it to a signed head, and that head with its receipts.

One text file, checked offline with nothing but the keys. The `extra` line, which the format leaves unauthenticated,
carries the entry itself: it counts because its own hash leads to the signed root. Source: C2SP tlog-proof (v1).
"""

import base64
import binascii
import re
from dataclasses import dataclass

from comity.ground import InvalidInput, Untrusted
from comity.ledger.checkpoint import MAX_SIZE
from comity.ledger.heads import Head, LogKeys, read_past_head
from comity.ledger.note import MAX_NOTE_BYTES
from comity.ledger.proofs import inclusion_proof, verify_inclusion
from comity.ledger.tiles import HASH_BYTES, MAX_ENTRY_BYTES, leaf_hash
from comity.ledger.verification import Reader, entry_at, hashes_of

MAX_HASHES = 63
"""A proof leads through one hash for each level of the tree (C2SP tlog-witness allows the same number)."""

_HEADER = b"c2sp.org/tlog-proof@v1"
_INDEX = re.compile(rb"index (0|[1-9][0-9]{0,15})")
_EXTRA = b"extra "
_MAX_EXTRA_BYTES = len(_EXTRA) + 4 * -(-MAX_ENTRY_BYTES // 3)
_MAX_HEAD_LINES_BYTES = len(_HEADER) + _MAX_EXTRA_BYTES + len(b"index 9007199254740991") + MAX_HASHES * 45 + 5
MAX_TLOG_PROOF_BYTES = _MAX_HEAD_LINES_BYTES + MAX_NOTE_BYTES
"""The greatest length that a proof can have."""


@dataclass(frozen=True)
class TlogProof:
    """A proof as it stands in its file; nothing in it is believed before `verify_tlog_proof`.

    `hashes` lead from the entry's sibling up to the root's child; `note` is the signed head as published.
    """

    index: int
    hashes: tuple[bytes, ...]
    note: bytes
    extra: bytes | None = None

    def text(self) -> bytes:
        """Return the file, line by line.

        >>> TlogProof(0, (), b"a head").text().splitlines()
        [b'c2sp.org/tlog-proof@v1', b'index 0', b'', b'a head']
        """
        extra = [] if self.extra is None else [_EXTRA + base64.b64encode(self.extra)]
        hashes = [base64.b64encode(each) for each in self.hashes]
        return b"\n".join([_HEADER, *extra, b"index %d" % self.index, *hashes, b"", self.note])


@dataclass(frozen=True)
class ProvedEntry:
    """An entry that a signed head proves: where it stands, its bytes, and the head with its receipts."""

    index: int
    entry: bytes
    head: Head


def prove_entry(read: Reader, index: int, head: Head, *, size: int) -> TlogProof:
    """Return the proof that entry `index` stands in the log that `head` signs; its own log is checked on the way.

    Parameters
    ----------
    read
        Gives the log's files.
    head
        The head to prove it by; the best is one with the partner's receipt.
    size
        How many entries the log holds now, at least as many as the head has.
    """
    signed = head.checkpoint
    if not 0 <= index < signed.size:
        raise InvalidInput(
            "ledger.no_such_entry",
            "The record has no entry {index}.",
            why="the signed head covers the entries from 0 up to, not including, {size}",
            remedy="name an entry below that number, or give a newer head",
            index=index,
            size=signed.size,
        )
    hashes = inclusion_proof(index, signed.size, hashes_of(read, size))
    entry = entry_at(read, index, size)
    verify_inclusion(leaf_hash(entry), index, signed.size, hashes, signed.root_hash)
    return TlogProof(index, tuple(hashes), head.note, entry)


def parse_tlog_proof(data: bytes) -> TlogProof:
    """Read a proof file; `Untrusted` when it deviates in a single byte."""
    if len(data) > MAX_TLOG_PROOF_BYTES:
        raise _malformed()
    lines, blank, note = data.partition(b"\n\n")
    header, *rest = lines.split(b"\n", MAX_HASHES + 3)
    extra = _decoded(rest.pop(0)[len(_EXTRA) :]) if rest and rest[0].startswith(_EXTRA) else None
    match = _INDEX.fullmatch(rest.pop(0)) if rest else None
    if match is None or int(match[1]) > MAX_SIZE or not blank or len(rest) > MAX_HASHES:
        raise _malformed()
    proof = TlogProof(int(match[1]), tuple(_decoded(line) for line in rest), note, extra)
    if header != _HEADER or any(len(each) != HASH_BYTES for each in proof.hashes) or proof.text() != data:
        raise _malformed()
    return proof


def verify_tlog_proof(proof: TlogProof, keys: LogKeys, *, entry: bytes | None = None) -> ProvedEntry:
    """Return what a proof proves, once the head's signatures hold and the entry's hash leads to its root.

    A proof outlives the key that signed its head: one that was given up since is one of its own time.

    Parameters
    ----------
    entry
        The entry itself, where it is kept apart; without it, the one that the proof carries.
    """
    entry = proof.extra if entry is None else entry
    if entry is None or len(entry) > MAX_ENTRY_BYTES:
        raise Untrusted(
            "ledger.proof_without_entry",
            "The proof carries no entry.",
            why="its line `extra` is missing or longer than an entry can be, so nothing says what it proves",
            remedy="ask for the proof again with its entry",
        )
    head = read_past_head(proof.note, keys)
    verify_inclusion(leaf_hash(entry), proof.index, head.checkpoint.size, proof.hashes, head.checkpoint.root_hash)
    return ProvedEntry(proof.index, entry, head)


def _decoded(line: bytes) -> bytes:
    try:
        return base64.b64decode(line, validate=True)
    except binascii.Error:
        raise _malformed() from None


def _malformed() -> Untrusted:
    return Untrusted(
        "ledger.bad_tlog_proof",
        "The file is not a proof.",
        why="a heading, an index, hashes of 32 bytes, a blank line and a signed head are expected, and nothing else",
        remedy="ask for it again from whoever made it; a transfer may have damaged it",
    )
