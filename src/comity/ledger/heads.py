"""The head of a log: whose it is, by which keys, and when a signed checkpoint is one.

A head is read with the key that must sign it now; one that was seen before, also with a key of its own time.
Sources: C2SP signed-note v1.0.0, tlog-checkpoint v1.0.0.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.ground import InvalidInput, Untrusted
from comity.ledger.checkpoint import Checkpoint, parse_checkpoint
from comity.ledger.cosignature import receipts
from comity.ledger.keys import LOG_KEY, Verifier
from comity.ledger.note import no_known_signature, open_any, open_note

KEYS_SCHEMA = "comity/keys/1"


@dataclass(frozen=True)
class LogKeys:
    """Whose log it is: its name, the key that must sign its head, and the mirrors whose receipts are read.

    `earlier` keys were given up: they sign no head any more, but heads of their time are read as such. `later` ones are
    agreed and count only once a head bears them beside `log` (`ledger.succession`).
    """

    origin: str
    log: Verifier
    mirrors: tuple[Verifier, ...] = ()
    earlier: tuple[Verifier, ...] = ()
    later: tuple[Verifier, ...] = ()


@dataclass(frozen=True)
class Head:
    """A checkpoint whose signatures hold. `note` is the signed file as read: evidence, to be kept.

    `signed_by` are the keys of the log that signed it: two, while one follows another.
    """

    note: bytes
    checkpoint: Checkpoint
    receipts_ms: Mapping[str, int]
    signed_by: tuple[Verifier, ...] = ()


def read_keys(document: Any) -> LogKeys:
    """Read a `comity/keys/1` document: `log`, and `origin`, `mirrors`, `mirror`, `mirror_pq`, `earlier` where given."""
    if type(document) is dict and document.get("schema", KEYS_SCHEMA) == KEYS_SCHEMA:
        mirrors, earlier = (document.get(name, []) for name in ("mirrors", "earlier"))
        logs = [document.get("log"), *(earlier if type(earlier) is list else [None])]
        others = [*(mirrors if type(mirrors) is list else [None])]
        others += [document[name] for name in ("mirror", "mirror_pq") if name in document]
        if all(type(vkey) is str for vkey in (*logs, *others)):
            log, *given_up = (Verifier.from_vkey(str(vkey)) for vkey in logs)
            cosigners = tuple(Verifier.from_vkey(str(vkey)) for vkey in others)
            origin = document.get("origin", log.name)
            kinds = {each.kind for each in (log, *given_up)}, {each.kind for each in cosigners}
            if kinds[0] == {LOG_KEY} and type(origin) is str and LOG_KEY not in kinds[1]:
                return LogKeys(origin, log, cosigners, tuple(given_up))
    raise InvalidInput(
        "ledger.bad_keys",
        "The file of keys is malformed.",
        why="it needs log, the key of a record, and may hold origin, earlier, mirrors, mirror and mirror_pq",
        remedy="write into it the keys that stand on the parties' cards",
    )


def read_head(data: bytes, keys: LogKeys) -> Head:
    """Return the head of a log once the signature of its key holds, and every receipt by a known mirror."""
    return _read_head(data, keys, (keys.log, *keys.later), must=(keys.log,))


def read_past_head(data: bytes, keys: LogKeys) -> Head:
    """Return a head that was seen before, or that a proof carries: a key of its time may have signed it, now given up.

    Whoever holds a stolen key that was given up can make such a head: what counts is the receipt by the other party.
    """
    logs = (keys.log, *keys.later, *keys.earlier)
    return _read_head(data, keys, logs, must=logs)


def _read_head(data: bytes, keys: LogKeys, logs: Sequence[Verifier], *, must: Sequence[Verifier]) -> Head:
    note = open_note(data, (*logs, *keys.mirrors))
    checkpoint = parse_checkpoint(note.text)
    if checkpoint.origin != keys.origin:
        raise Untrusted(
            "ledger.wrong_record",
            "This is not the record {expected}.",
            why="its head names {found}",
            remedy="check the address and the keys",
            expected=keys.origin,
            found=checkpoint.origin[:200],
        )
    by_log = tuple(each.verifier for each in note.signatures if each.verifier in logs)
    if not set(by_log) & set(must):
        if by_log or open_any(data, keys.earlier).signatures:
            raise no_known_signature(data)
        raise Untrusted(
            "ledger.own_signature_missing",
            "The record {origin} did not sign this head.",
            why="it carries receipts by others, and no signature by the record's own key",
            remedy="ask the record's owner for it again, and check the keys",
            origin=keys.origin,
        )
    return Head(data, checkpoint, receipts(note, keys.mirrors), by_log)
