"""The partner's receipt: a mirror's dated signature under a log's checkpoint.

By it the mirror says that it durably holds every entry up to that size (C2SP tlog-mirror, tlog-cosignature v1.0.1).
"""

from comity.ledger.checkpoint import parse_checkpoint
from comity.ledger.keys import Signer, Verifier
from comity.ledger.note import Note, open_note, signature_line


def cosign(head: bytes, log: Verifier, mirror: Signer, *, at_ms: int) -> bytes:
    """Return a log's signed checkpoint with the mirror's receipt added.

    The head is opened first, so that nothing is receipted which the log did not sign. Other parties' lines are
    dropped: a mirror answers for its own receipt alone.

    Parameters
    ----------
    head
        The checkpoint as the log signed it.
    log
        The log's key.
    mirror
        The mirror's private key, of kind `MIRROR_KEY`.
    at_ms
        When the entries became durable; written as whole seconds, rounded down.
    """
    note = open_note(head, [log])
    parse_checkpoint(note.text)
    by_log = signature_line(log, note.signatures[0].signature)
    return note.text + b"\n" + by_log + signature_line(mirror.verifier, mirror.sign_at(note.text, at_ms))


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
