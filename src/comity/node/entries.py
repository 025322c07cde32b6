"""Entries of a log with their proofs: what a browser needs to verify one without trusting this node's word."""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from comity.files.logs import read_log_file
from comity.ground import InvalidInput, Untrusted, parse_canonical
from comity.ledger import (
    MAX_BUNDLE_BYTES,
    Ack,
    Beat,
    Entry,
    LogPath,
    Message,
    Notice,
    Release,
    Text,
    Verifier,
    Vote,
    inclusion_proof,
    leaf_hash,
    parse_entry,
    reached,
)
from comity.node.app import Holding, Node
from comity.node.logbook import Logbook
from comity.node.partners import partner_card, partner_keys, receipt_of
from comity.node.rotation import changes

Which = Literal["own", "partner"]
Kind = Literal["text", "vote", "beat", "release", "notice", "ack", "message", "unread"]

_KINDS: dict[type, Kind] = {
    Text: "text",
    Vote: "vote",
    Beat: "beat",
    Release: "release",
    Notice: "notice",
    Ack: "ack",
    Message: "message",
}


@dataclass(frozen=True)
class Line:
    """One entry in a list."""

    position: int
    kind: Kind
    at_ms: int | None
    office: str | None
    subject: str | None
    leaf_hash: str
    receipted: bool


@dataclass(frozen=True)
class KeyChange:
    """One key of a log that another followed, and the head that both signed; `mirror_key` gave receipt of it."""

    old_key: str
    new_key: str
    mirror_key: str | None
    head: bytes


@dataclass(frozen=True)
class Proof:
    """One entry, the hashes that lead from it to the root, and the signed head with that root."""

    leaf: bytes
    leaf_hash: bytes
    size: int
    root: bytes
    hashes: list[bytes]
    checkpoint: bytes
    log_key: str
    mirror_key: str | None
    receipt: bytes | None
    said: dict[str, Any] | None
    key_changes: list[KeyChange]


def lines(node: Node, agreement_id: str, log: Which, *, before: int | None, limit: int) -> tuple[Logbook, list[Line]]:
    """Return a log and at most `limit` of its entries, newest first, from below the position `before`."""
    holding = node.holding(agreement_id)
    book = _book(holding, log)
    last = book.size if before is None else max(0, min(before, book.size))
    first = max(0, last - limit)
    held = _held(node, holding, log)
    found = [_line(position, data, held) for position, data in _numbered(book, first, last)]
    return book, found[::-1]


def proof(node: Node, agreement_id: str, log: Which, position: int) -> Proof:
    """Return an entry with its proof, or raise `InvalidInput` where the log has none there."""
    holding = node.holding(agreement_id)
    book = _book(holding, log)
    head = book.head()
    size, root = (0, b"") if head is None else _headed(head)
    if head is None or not 0 <= position < size:
        raise InvalidInput(
            "node.no_such_entry",
            "The record has no entry {position}.",
            why="it has {size}, from 0 on",
            remedy="check the number in the list of entries",
            position=position,
            size=size,
        )
    (leaf,) = book.entries(position, position + 1)

    def hashes(path: LogPath) -> bytes:
        data = read_log_file(book.folder, str(path), MAX_BUNDLE_BYTES)
        if data is None:
            raise Untrusted(
                "node.log_file_missing",
                "A file of the record {origin} is missing.",
                why="{path} is not in the node folder",
                remedy="restore the folder from its newest copy, then run `comity doctor`",
                origin=book.origin,
                path=str(path),
            )
        return data

    card = partner_card(node, agreement_id)
    receipt = receipt_of(node, agreement_id) if log == "own" else None
    ours, theirs = holding.keys.own, () if card is None else partner_keys(node, holding, card)
    logs, cosigning = (ours, theirs) if log == "own" else (theirs, ours)
    mirrors = [each.mirror for each in cosigning]
    return Proof(
        leaf=leaf,
        leaf_hash=leaf_hash(leaf),
        size=size,
        root=root,
        hashes=inclusion_proof(position, size, hashes),
        checkpoint=head,
        log_key=_newest([each.log for each in logs], head) or "",
        mirror_key=_newest(mirrors, receipt.checkpoint if receipt else head),
        receipt=None if receipt is None else receipt.checkpoint,
        said=None if parse_entry(leaf) is None else dict(parse_canonical(leaf)),
        key_changes=[
            KeyChange(each.old.vkey, each.new.vkey, _newest(mirrors, each.head), each.head)
            for each in changes(node, holding, log)
        ],
    )


def _newest(chain: Sequence[Verifier], note: bytes) -> str | None:
    """Return the newest key of a chain that signed a note, in its text form; of a note of its time, an earlier one."""
    return chain[reached(note, chain)].vkey if chain else None


def in_base64(data: bytes) -> str:
    """Return bytes as the standard base64 text of the C2SP formats."""
    return b64encode(data).decode("ascii")


def subject_of(entry: Entry | None) -> str | None:
    """Return what an entry is about: its series, or the rule under which something left."""
    if isinstance(entry, Text | Vote | Notice | Ack):
        return entry.series
    if isinstance(entry, Message):
        return str(entry.document.get("schema", "?"))[:128]
    return entry.rule if isinstance(entry, Release) else None


def _headed(note: bytes) -> tuple[int, bytes]:
    _, size, root = note.split(b"\n", 3)[:3]  # C2SP tlog-checkpoint: origin, tree size, root hash
    return int(size), b64decode(root)


def _book(holding: Holding, log: Which) -> Logbook:
    return holding.own if log == "own" else holding.copy


def _held(node: Node, holding: Holding, log: Which) -> int:
    if log == "partner":
        return holding.copy.size
    receipt = receipt_of(node, holding.agreement.id)
    return receipt.size if receipt else 0


def _numbered(book: Logbook, first: int, last: int) -> Iterator[tuple[int, bytes]]:
    return enumerate(book.entries(first, last), start=first)


def _line(position: int, data: bytes, held: int) -> Line:
    entry = parse_entry(data)
    return Line(
        position=position,
        kind="unread" if entry is None else _KINDS[type(entry)],
        at_ms=None if entry is None else entry.at_ms,
        office=None if entry is None else entry.office,
        subject=subject_of(entry),
        leaf_hash=in_base64(leaf_hash(data)),
        receipted=position < held,
    )
