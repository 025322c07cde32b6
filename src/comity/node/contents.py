"""Released contents: the form in which records travel, and how one is read again.

The form `comity/release/1` is canonical JSON: a salt (so that the hash of a short record tells nothing), the agreement,
rule, clause, purpose and label under which it travels, until when it may be kept, and the records. A content is as
large as the agreement lets it be; it is read record by record, and what one record may cost in memory is bounded.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from comity.exchange import Released
from comity.ground import InvalidInput, Kind, Untrusted, canonical, parse_canonical
from comity.node.kinds import KINDS

SCHEMA = "comity/release/1"
_FIRST_FIELDS = frozenset({"agreement", "clause", "item", "keep_until_ms", "label", "purpose", "records"})
_FIELDS = _FIRST_FIELDS | {"rule", "salt", "schema"}
"""In canonical form fields stand by their names: these after the records, the others before."""

PIECE_BYTES = 64 * 1024
MOST_HEAD_BYTES = 64 * 1024
MOST_RECORD_BYTES = 4 * 1024 * 1024
"""A case with the areas of four days takes near 3 MB (`case_records.MOST_INSTANTS`)."""
MOST_VALUES = 600_000
"""Commas and lists in a record: those 3 MB hold 480,000. Read into memory, a value takes some 70 bytes at most."""

_RECORDS = b'"records":['
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+("?)|[][{}]', re.DOTALL)
"""A string to its end (cut where the group is empty), or a bracket."""


@dataclass(frozen=True)
class Told:
    """What a content says of itself."""

    agreement: str
    rule: str
    item: str
    count: int


def content_of(
    decision: Released, records: Sequence[Mapping[str, Any]], *, item: str, purpose: str, salt: bytes
) -> bytes:
    """Return what the release check let out, as it travels: records under the rule of one decision."""
    return canonical(
        {
            "schema": SCHEMA,
            "salt": salt.hex(),
            "agreement": decision.agreement_hash,
            "rule": decision.rule.id,
            "clause": decision.clause,
            "item": item,
            "purpose": purpose,
            "label": {**asdict(decision.label), "rel_to": list(decision.label.rel_to)},
            "keep_until_ms": decision.keep_until_ms,
            "records": [dict(each) for each in records],
        }
    )


def check_record(data: bytes) -> None:
    """Raise `InvalidInput` for the canonical bytes of a record that would cost its reader too much memory."""
    if len(data) > MOST_RECORD_BYTES or data.count(b",") + data.count(b"[") > MOST_VALUES:
        raise InvalidInput(
            "node.record_too_large",
            "A record is too large.",
            why="it has {bytes} bytes; a record may have {limit} bytes and {values} values",
            remedy="release it with fewer or simpler areas",
            bytes=len(data),
            limit=MOST_RECORD_BYTES,
            values=MOST_VALUES,
        )


def pieces_of(path: Path, most: int | None = None) -> Iterator[bytes]:
    """Yield a file piece by piece, its first `most` bytes only where that is given."""
    with path.open("rb") as file:
        while piece := file.read(PIECE_BYTES if most is None else min(PIECE_BYTES, most)):
            yield piece
            most = None if most is None else most - len(piece)


def of_hash(pieces: Iterable[bytes], name: str, size: int) -> Iterator[bytes]:
    """Yield what comes piece by piece; at its end, raise `Untrusted` unless it has exactly this hash and size."""
    found, count = sha256(), 0
    for piece in pieces:
        found.update(piece)
        count += len(piece)
        yield piece
    if count != size or found.hexdigest() != name:
        raise Untrusted(
            "node.content_altered",
            "What the partner sent is not what its record announces.",
            why="the content {name} has another hash or size",
            remedy="ask the partner for it again, and keep its record as evidence if it stays so",
            name=name,
        )


def read_content(file: BinaryIO, visit: Callable[[dict[str, Any]], None]) -> Told:
    """Read a released content, or raise `InvalidInput`: canonical form, known kind, at least one record.

    Parameters
    ----------
    visit
        Is given each record as it comes; what it was given is worth nothing when the reading ends with an error.
    """
    parts = _parts(file)
    before = next(parts)
    head = _document(before + b"]}", _FIRST_FIELDS)
    if type(head["item"]) is not str or head["item"] not in KINDS:
        raise _unreadable()
    count, after = 0, b""
    for part in parts:
        if not part.startswith(b"{"):
            after = part
            break
        visit(_record(part, KINDS[head["item"]]))  # not kept: memory holds one record at a time
        count += 1
    whole = _document(before + after, _FIELDS)
    if whole["schema"] != SCHEMA or not count:
        raise _unreadable()
    return Told(whole["agreement"], whole["rule"], whole["item"], count)


def _parts(file: BinaryIO) -> Iterator[bytes]:
    """Yield what stands before the records of a content, each record, and what stands after them."""
    held = b""

    def more(limit: int) -> bytes:
        piece = file.read(max(PIECE_BYTES, len(held)))  # each time twice as much: scanning stays linear
        if not piece or len(held) > limit:
            raise _unreadable()
        return held + piece

    while (begin := held.find(_RECORDS)) < 0:
        held = more(MOST_HEAD_BYTES)
    begin += len(_RECORDS)
    yield held[:begin]
    held = held[begin:]
    while True:
        while (end := _end_of_value(held)) is None:
            held = more(MOST_RECORD_BYTES)
        if not end:
            break
        yield held[:end]
        held = held[end:] if len(held) > end else more(end)[end:]
        if not held.startswith(b","):
            break
        held = held[1:]
    end_of_content = held + file.read(MOST_HEAD_BYTES)
    if file.read(1):
        raise _unreadable()
    yield end_of_content


def _record(data: bytes, kind: Kind) -> dict[str, Any]:
    check_record(data)
    record: dict[str, Any] = parse_canonical(data)
    kind.check(record)
    return record


def _end_of_value(data: bytes) -> int | None:
    """Return where the list or object that begins here ends; 0 where none begins, None where it is cut."""
    if data and data[:1] not in (b"{", b"["):
        return 0
    depth = 0
    for token in _TOKEN.finditer(data):
        first = token[0][:1]
        if first == b'"' and not token[1]:
            return None
        if first != b'"':
            depth += 1 if first in b"{[" else -1
            if not depth:
                return token.end()
    return None


def _document(data: bytes, fields: frozenset[str]) -> dict[str, Any]:
    document = parse_canonical(data)
    if not isinstance(document, dict) or set(document) != fields or document["records"] != []:
        raise _unreadable()
    return document


def _unreadable() -> InvalidInput:
    return InvalidInput(
        "node.content_unreadable",
        "What arrived cannot be read.",
        why="it is not a content of the form {schema}",
        remedy="ask the partner's operator which version of Comity wrote it",
        schema=SCHEMA,
    )
