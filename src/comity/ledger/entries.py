"""What stands in a log, one canonical JSON each: texts, signatures, beats, releases, notices and receipts, messages.

Instants are milliseconds since 1970. An entry that does not read is noise: counted and shown, never fatal, and the
same noise at both parties. Every entry carries a salt of 16 bytes, so that its hash tells nothing of its content.
Sources: `reference/ledger.md` rules R1, R2, R5, R9; RFC 8785 within the canonical profile of `ground`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from comity.ground import InvalidInput, canonical, parse_canonical
from comity.ledger.tiles import MAX_ENTRY_BYTES

SCHEMA = "comity/entry/1"
ROOT = "root"
"""The parent of a series' first version."""

SALT_BYTES = 16

_HEADER = frozenset({"schema", "kind", "at_ms", "salt", "office"})
_RELEASE = frozenset({"agreement", "rule", "item", "blob", "bytes", "count", "commitments", "keep_until_ms"})
_HASH = re.compile(r"sha256:[0-9a-f]{64}")
_SALT = re.compile(r"[0-9a-f]{32}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,127}")


@dataclass(frozen=True, slots=True)
class Text:
    """A text put on the table; tabling is not consent (R1). `hash` is its identity."""

    series: str
    parent: str
    round: int
    hash: str
    open_until_ms: int | None
    at_ms: int
    office: str
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Vote:
    """A party's signature (`choice` is the text's hash) or its no (`choice` is None) in one slot (R2)."""

    series: str
    parent: str
    round: int
    choice: str | None
    at_ms: int
    office: str


@dataclass(frozen=True, slots=True)
class Beat:
    """The log declares what time it is, and nothing else."""

    at_ms: int
    office: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A party's notice under the text in force `parent`, such as its end or suspension (R9). `hash` is its identity."""

    series: str
    parent: str
    hash: str
    at_ms: int
    office: str
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ack:
    """A party has received the other's notice: from its log's time at this entry the notice's period runs (R9)."""

    series: str
    parent: str
    notice: str
    at_ms: int
    office: str


@dataclass(frozen=True, slots=True)
class Release:
    """What left under which rule: `blob` is the hash of the salted file that carries it."""

    agreement: str
    rule: str
    item: str
    blob: str
    bytes: int
    count: int
    commitments: tuple[str, ...]
    keep_until_ms: int
    at_ms: int
    office: str


@dataclass(frozen=True, slots=True)
class Message:
    """What a party says and nobody signs: a request, its answer, a correction, a recall. `hash` is its identity.

    To the fold it is noise, its instant included, so that software which does not know it follows the same record
    (`docs/decisions/0006-messages-beside-the-fold.md`).
    """

    hash: str
    at_ms: int
    office: str
    document: Mapping[str, Any]


Entry = Text | Vote | Beat | Release | Notice | Ack | Message


def document_hash(document: Mapping[str, Any]) -> str:
    """Return the identity of a document: the hash of its canonical bytes.

    >>> document_hash({"title": "minutes"})[:23]
    'sha256:e4516ea65fd3251a'
    """
    return "sha256:" + sha256(canonical(document)).hexdigest()


def text_entry(
    *, series: str, parent: str, round: int, document: Mapping[str, Any], office: str, at_ms: int, salt: bytes
) -> bytes:
    """Return the entry that tables a text.

    A text that shall be open for a time only says so itself: its document holds `open_until_ms`. So the same hash
    can never be open until two different instants (`docs/decisions/0001-two-logs-and-a-fold.md`).
    """
    body = {"kind": "text", "series": series, "parent": parent, "round": round, "document": document}
    return _entry(body, office, at_ms, salt)


def vote_entry(
    *, series: str, parent: str, round: int, choice: str | None, office: str, at_ms: int, salt: bytes
) -> bytes:
    """Return the entry by which a party signs the text of this hash, or says no (None)."""
    body = {"kind": "vote", "series": series, "parent": parent, "round": round, "choice": choice}
    return _entry(body, office, at_ms, salt)


def beat_entry(*, office: str, at_ms: int, salt: bytes) -> bytes:
    """Return the entry by which a log declares the time."""
    return _entry({"kind": "beat"}, office, at_ms, salt)


def notice_entry(
    *, series: str, parent: str, document: Mapping[str, Any], office: str, at_ms: int, salt: bytes
) -> bytes:
    """Return the entry that gives notice under the text in force `parent`; what it says stands in the document."""
    return _entry({"kind": "notice", "series": series, "parent": parent, "document": document}, office, at_ms, salt)


def ack_entry(*, series: str, parent: str, notice: str, office: str, at_ms: int, salt: bytes) -> bytes:
    """Return the entry by which a party says that it has received the notice of this hash."""
    return _entry({"kind": "ack", "series": series, "parent": parent, "notice": notice}, office, at_ms, salt)


def message_entry(*, document: Mapping[str, Any], office: str, at_ms: int, salt: bytes) -> bytes:
    """Return the entry by which a party says something that nobody signs; what it says stands in the document."""
    return _entry({"kind": "message", "document": document}, office, at_ms, salt)


def release_entry(
    *,
    agreement: str,
    rule: str,
    item: str,
    blob: str,
    bytes: int,
    count: int,
    commitments: Sequence[str],
    keep_until_ms: int,
    office: str,
    at_ms: int,
    salt: bytes,
) -> bytes:
    """Return the entry that says what left under which rule: a manifest, never the content.

    Parameters
    ----------
    agreement, blob, commitments
        Hashes, as `sha256:` and 64 hexadecimal digits; a commitment for each item.
    bytes, count
        The blob's size, and the number of items in it.
    """
    body = {
        "kind": "release",
        "agreement": agreement,
        "rule": rule,
        "item": item,
        "blob": blob,
        "bytes": bytes,
        "count": count,
        "commitments": list(commitments),
        "keep_until_ms": keep_until_ms,
    }
    return _entry(body, office, at_ms, salt)


def parse_entry(data: bytes) -> Entry | None:
    """Return what an entry says, or None for noise; total on any bytes."""
    if len(data) > MAX_ENTRY_BYTES:
        return None
    try:
        value = parse_canonical(data)
    except InvalidInput:
        return None
    if type(value) is not dict:
        return None
    kind = value.get("kind")
    if type(kind) is not str or value.keys() != _MEMBERS.get(kind) or not _has_header(value):
        return None
    return _READERS[kind](value)


def _entry(body: dict[str, Any], office: str, at_ms: int, salt: bytes) -> bytes:
    data = canonical({"schema": SCHEMA, "office": office, "at_ms": at_ms, "salt": salt.hex(), **body})
    if len(data) > MAX_ENTRY_BYTES or parse_entry(data) is None:
        raise InvalidInput(
            "ledger.bad_entry",
            "The {kind} cannot be entered in the record.",
            why="a part of it has a wrong form, or it has more than {limit} bytes ({found})",
            remedy="check its series, version, hashes, office, instant and salt of 16 bytes",
            kind=body["kind"],
            limit=MAX_ENTRY_BYTES,
            found=len(data),
        )
    return data


def _has_header(value: dict[str, Any]) -> bool:
    return (
        value["schema"] == SCHEMA
        and _is_count(value["at_ms"])
        and _matches(_SALT, value["salt"])
        and type(value["office"]) is str
        and 0 < len(value["office"]) <= 200
    )


def _read_text(value: dict[str, Any]) -> Text | None:
    document = value["document"]
    if not _is_slot(value) or type(document) is not dict:
        return None
    open_until_ms = document.get("open_until_ms")
    if "open_until_ms" in document and not _is_count(open_until_ms):
        return None
    place = value["series"], value["parent"], value["round"]
    return Text(*place, document_hash(document), open_until_ms, value["at_ms"], value["office"], document)


def _read_vote(value: dict[str, Any]) -> Vote | None:
    choice = value["choice"]
    if not _is_slot(value) or not (choice is None or _matches(_HASH, choice)):
        return None
    return Vote(value["series"], value["parent"], value["round"], choice, value["at_ms"], value["office"])


def _read_beat(value: dict[str, Any]) -> Beat | None:
    return Beat(value["at_ms"], value["office"])


def _read_release(value: dict[str, Any]) -> Release | None:
    if type(value["commitments"]) is not list:
        return None
    hashes = (value["agreement"], value["blob"], *value["commitments"])
    counts = (value["bytes"], value["count"], value["keep_until_ms"])
    named = (value["rule"], value["item"])
    if not (
        all(_matches(_HASH, each) for each in hashes)
        and all(_is_count(each) for each in counts)
        and all(_matches(_NAME, each) for each in named)
        and value["count"] == len(value["commitments"])  # whoever reads on counts up to it: it has to cost its bytes
    ):
        return None
    said = {name: value[name] for name in _RELEASE} | {"commitments": tuple(value["commitments"])}
    return Release(**said, at_ms=value["at_ms"], office=value["office"])


def _read_notice(value: dict[str, Any]) -> Notice | None:
    document = value["document"]
    if not _is_under_a_text(value) or type(document) is not dict:
        return None
    place = value["series"], value["parent"]
    return Notice(*place, document_hash(document), value["at_ms"], value["office"], document)


def _read_ack(value: dict[str, Any]) -> Ack | None:
    if not _is_under_a_text(value) or not _matches(_HASH, value["notice"]):
        return None
    return Ack(value["series"], value["parent"], value["notice"], value["at_ms"], value["office"])


def _read_message(value: dict[str, Any]) -> Message | None:
    document = value["document"]
    if type(document) is not dict:
        return None
    return Message(document_hash(document), value["at_ms"], value["office"], document)


_READERS = {
    "text": _read_text,
    "vote": _read_vote,
    "beat": _read_beat,
    "release": _read_release,
    "notice": _read_notice,
    "ack": _read_ack,
    "message": _read_message,
}
_MEMBERS = {
    "text": _HEADER | {"series", "parent", "round", "document"},
    "vote": _HEADER | {"series", "parent", "round", "choice"},
    "beat": _HEADER,
    "release": _HEADER | _RELEASE,
    "notice": _HEADER | {"series", "parent", "document"},
    "ack": _HEADER | {"series", "parent", "notice"},
    "message": _HEADER | {"document"},
}


def _is_slot(value: dict[str, Any]) -> bool:
    is_first = value["parent"] == ROOT and _matches(_NAME, value["series"])
    return (is_first or _is_under_a_text(value)) and _is_count(value["round"])


def _is_under_a_text(value: dict[str, Any]) -> bool:
    return _matches(_NAME, value["series"]) and _matches(_HASH, value["parent"])


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 0


def _matches(pattern: re.Pattern[str], value: Any) -> bool:
    return type(value) is str and pattern.fullmatch(value) is not None
