"""Signed notes: a text, a blank line, and one line for each signature.

Sources: C2SP signed-note v1.0.0. A known key with a bad signature condemns the note; an unknown key is ignored.
"""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass

from comity.ground import InvalidInput, Untrusted
from comity.ledger.keys import LOG_KEY, Signer, Verifier, signed_at_ms

MAX_NOTE_BYTES = 65_536
MAX_SIGNATURES = 64
"""The specification asks for at least 16."""

UNKNOWN_SIGNATURE = "ledger.no_known_signature"
"""The code of a note that no known key has signed."""

_DASH = "— ".encode()


@dataclass(frozen=True)
class NoteSignature:
    """A signature that was verified; `at_ms` is what a mirror declares, None for a log."""

    verifier: Verifier
    signature: bytes
    at_ms: int | None


@dataclass(frozen=True)
class Note:
    """An opened note: its text, and the signatures of known keys, each verified."""

    text: bytes
    signatures: tuple[NoteSignature, ...]


def sign_note(text: bytes, *signers: Signer) -> bytes:
    """Return a text as a note with a log's signature; with two while one key follows another.

    >>> sign_note(b"hello\\n", Signer("dz.example", bytes(32))).splitlines()[0]
    b'hello'
    """
    if not text.endswith(b"\n") or not _is_plain(text):
        raise InvalidInput(
            "ledger.unsignable_text",
            "The text cannot be signed as a note.",
            why="a note is UTF-8 text that ends in a new line and holds no other control character",
            remedy="write it again without control characters and end it with a new line",
        )
    return text + b"\n" + b"".join(signature_line(each.verifier, each.sign(text)) for each in signers)


def signature_line(verifier: Verifier, signature: bytes) -> bytes:
    """Return the line that adds a signature to a note."""
    return _DASH + verifier.name.encode() + b" " + base64.b64encode(verifier.key_id + signature) + b"\n"


def open_note(data: bytes, verifiers: Iterable[Verifier]) -> Note:
    """Return the text of a note once every signature by a known key holds, and at least one does.

    Raises
    ------
    Untrusted
        The note is malformed, a known key's signature is bad, or no known key signed.
    """
    note = open_any(data, verifiers)
    if not note.signatures:
        raise no_known_signature(data)
    return note


def no_known_signature(data: bytes) -> Untrusted:
    """Return the verdict on a note that nobody signed who may sign it now."""
    return Untrusted(
        "ledger.no_known_signature",
        "No known key has signed this.",
        why="of {count} signatures none is by a key that may sign it now: a key that was given up counts no more, "
        "and a new one not before both keys have signed a head together",
        remedy="check that the keys belong to this record and are the newest, then ask its owner for it again",
        count=len(_split(data)[1]),
    )


def open_any(data: bytes, verifiers: Iterable[Verifier]) -> Note:
    """Return the text of a note with the signatures of known keys, each verified; there may be none.

    Raises
    ------
    Untrusted
        The note is malformed, or a known key's signature is bad.
    """
    known = {(each.name.encode(), each.key_id): each for each in verifiers}
    text, lines = _split(data)
    signatures: list[NoteSignature] = []
    seen: set[tuple[bytes, bytes]] = set()
    for number, line in enumerate(lines, start=text.count(b"\n") + 2):
        name, blob = _parse_line(line, number)
        key = (name, blob[:4])
        verifier = known.get(key)
        if verifier is None or key in seen:
            continue
        seen.add(key)
        if not verifier.accepts(text, blob[4:]):
            raise Untrusted(
                "ledger.bad_signature",
                "The signature of {name} is not genuine.",
                why="it does not fit the text that it stands under, so one of the two was altered",
                remedy="keep the file as evidence and ask {name} for its record again",
                name=verifier.name,
            )
        at_ms = None if verifier.kind == LOG_KEY else signed_at_ms(blob[4:])
        signatures.append(NoteSignature(verifier, blob[4:], at_ms))
    return Note(text, tuple(signatures))


def signer_ids(data: bytes) -> list[tuple[str, bytes]]:
    """Return the name and the key hash of every line of signature under a note, known or not; nothing is verified."""
    text, lines = _split(data)
    parsed = (_parse_line(line, number) for number, line in enumerate(lines, start=text.count(b"\n") + 2))
    return [(name.decode(), blob[:4]) for name, blob in parsed]


def _split(data: bytes) -> tuple[bytes, list[bytes]]:
    if len(data) > MAX_NOTE_BYTES:
        raise Untrusted(
            "ledger.note_too_large",
            "The signed head is too large.",
            why="it has more than {limit} bytes",
            remedy="ask the record's owner what was published, and trust nothing of it until then",
            limit=MAX_NOTE_BYTES,
        )
    if not _is_plain(data):
        raise Untrusted(
            "ledger.note_not_text",
            "The signed head is not plain text.",
            why="it holds bytes that are not UTF-8, or control characters",
            remedy="ask the record's owner for it again; a transfer may have damaged it",
        )
    end = data.rfind(b"\n\n")
    lines = data[end + 2 :].split(b"\n")
    if end < 0 or lines.pop() != b"" or not lines:
        raise Untrusted(
            "ledger.note_unsigned",
            "The signed head carries no signatures.",
            why="a text, a blank line and whole lines of signatures are expected",
            remedy="ask the record's owner for it again; it may have been cut off on the way",
        )
    if len(lines) > MAX_SIGNATURES:
        raise Untrusted(
            "ledger.too_many_signatures",
            "The signed head carries too many signatures.",
            why="it has {count}, and at most {limit} are read",
            remedy="ask the record's owner what was published",
            count=len(lines),
            limit=MAX_SIGNATURES,
        )
    return data[: end + 1], lines


def _parse_line(line: bytes, number: int) -> tuple[bytes, bytes]:
    name, space, encoded = line.removeprefix(_DASH).partition(b" ")
    try:
        blob = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        blob = b""
    words = name.decode().split()
    well_formed = line.startswith(_DASH) and space and words == [name.decode()] and b"+" not in name
    if not well_formed or len(blob) < 5 or base64.b64encode(blob) != encoded:
        raise Untrusted(
            "ledger.bad_signature_line",
            "A line of the signed head is not a signature.",
            why="line {line} does not read dash, name, base64",
            remedy="ask the record's owner for it again; a transfer may have damaged it",
            line=number,
        )
    return name, blob


def _is_plain(data: bytes) -> bool:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(character >= " " or character == "\n" for character in text)
