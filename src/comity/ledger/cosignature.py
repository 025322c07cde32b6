"""The partner's receipt: a mirror's dated signature under a log's checkpoint.

By it the mirror says that it durably holds every entry up to that size (C2SP tlog-mirror, tlog-cosignature v1.0.1).
"""

from collections.abc import Sequence

from comity.ledger.checkpoint import parse_checkpoint
from comity.ledger.keys import Signer, Verifier
from comity.ledger.note import Note, open_any, open_note, signature_line


def cosign(head: bytes, logs: Sequence[Verifier], mirrors: Sequence[Signer], *, at_ms: int) -> bytes:
    """Return a log's signed checkpoint with the mirror's receipt added.

    The head is opened first, so that nothing is receipted which the log did not sign. Other parties' lines are
    dropped: a mirror answers for its own receipt alone.

    Parameters
    ----------
    head
        The checkpoint as the log signed it.
    logs
        The log's key, or its keys while one follows another; the line of each that signed is kept.
    mirrors
        The mirror's private key, of kind `MIRROR_KEY`, or both while one follows another.
    at_ms
        When the entries became durable; written as whole seconds, rounded down.
    """
    note = open_note(head, logs)
    parse_checkpoint(note.text)
    by_log = [signature_line(each.verifier, each.signature) for each in note.signatures]
    return note.text + b"\n" + b"".join(by_log) + _dated_lines(note.text, mirrors, at_ms)


def cosigned_again(head: bytes, known: Sequence[Verifier], mirrors: Sequence[Signer]) -> bytes:
    """Return a head that a mirror cosigned with the receipt of each key that is missing, dated as the one that stands.

    So a receipt from before a new key is one by the new key too; asked again, the bytes are the same.

    Parameters
    ----------
    known
        The mirror's keys, one of which has signed.
    mirrors
        What must stand under the head.
    """
    note = open_any(head, known)
    by_us = {each.verifier: each.at_ms for each in note.signatures}
    missing = [each for each in mirrors if each.verifier not in by_us]
    dates_ms = [at_ms for at_ms in by_us.values() if at_ms is not None]
    return head + _dated_lines(note.text, missing, min(dates_ms)) if dates_ms else head


def _dated_lines(text: bytes, mirrors: Sequence[Signer], at_ms: int) -> bytes:
    return b"".join(signature_line(each.verifier, each.sign_at(text, at_ms)) for each in mirrors)


def receipts(note: Note, mirrors: tuple[Verifier, ...]) -> dict[str, int]:
    """Return the declared instant of each mirror's receipt in an opened note, by the mirror's name.

    >>> receipts(Note(b"", ()), ())
    {}
    """
    return {
        each.verifier.name: each.at_ms
        for each in note.signatures
        if each.verifier in mirrors and each.at_ms is not None
    }
