"""A record whose key is replaced: which key a head must bear, which keys sign the next one.

Both parties first agree the new key. Then the owner signs each head with the old and the new key together, until the
other party's receipt shows that it has read such a head; from then on with the new key alone. A reader goes by the last
head that it took: it must be signed by the newest key that this one bears. So the new key counts only after the old one
has vouched for it, and the old one never again after that. A reader that was put back to an older state asks for the
head that both keys signed. Source: `reference/ledger.md`, threat table (key compromise, rotation).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from comity.ground import Untrusted
from comity.ledger.heads import Head, LogKeys, read_head
from comity.ledger.keys import Verifier
from comity.ledger.note import UNKNOWN_SIGNATURE, open_any
from comity.ledger.verification import Reader, fetch_head

Key = TypeVar("Key")


def reached(head: bytes | None, chain: Sequence[Verifier]) -> int:
    """Return the place of the newest key of a chain that signed a head; 0 where none did, or there is no head.

    >>> reached(None, ())
    0
    """
    if head is None:
        return 0
    signed = {each.verifier for each in open_any(head, chain).signatures}
    return max((place for place, key in enumerate(chain) if key in signed), default=0)


def keys_after(origin: str, chain: Sequence[Verifier], last: bytes | None, mirrors: Sequence[Verifier] = ()) -> LogKeys:
    """Return the keys by which the next head of a log is read.

    Parameters
    ----------
    chain
        The log's keys in the order in which both parties agreed them, the newest last; at least one.
    last
        The newest head that was taken, or `None`.
    """
    place = reached(last, chain)
    return keys_at(origin, chain, place, mirrors)


def keys_at(origin: str, chain: Sequence[Verifier], place: int, mirrors: Sequence[Verifier] = ()) -> LogKeys:
    """Return the keys by which a head is read that the key at this place of the chain must sign."""
    return LogKeys(origin, chain[place], tuple(mirrors), tuple(chain[:place]), tuple(chain[place + 1 :]))


@dataclass(frozen=True)
class Copied:
    """What a reader holds of a log: how much, under which head, and the root of any part of it."""

    origin: str
    size: int
    head: bytes | None
    root_of: Callable[[int], bytes | None]


def next_head(
    read: Reader, bridge: Callable[[str], bytes | None], copied: Copied, chain: Sequence[Verifier]
) -> tuple[Head, LogKeys]:
    """Return the head of a log that may be taken next, with the keys by which it was read.

    A reader that was put back to before a change of keys finds a head by the new key alone. It asks for the one that
    both keys signed, and takes that first; once it knows the new key, that head vouches for it.

    Parameters
    ----------
    bridge
        Gives the head that the key of this hash (hexadecimal) signed together with the one after it, or `None`.
    chain
        The log's keys as the reader knows them, the newest last; it may not know of the newest yet.

    Raises
    ------
    Untrusted
        `ledger.no_known_signature` where no key that may sign now has signed; else as `fetch_head`.
    """
    first = reached(copied.head, chain)
    for place in range(first, len(chain)):
        keys = keys_at(copied.origin, chain, place)
        try:
            return fetch_head(read, keys), keys
        except Untrusted as error:
            vouching = bridge(keys.log.key_id.hex()) if error.code == UNKNOWN_SIGNATURE else None
            if vouching is None:
                raise
            head = read_head(vouching, keys)
            if head.checkpoint.size > copied.size:
                return head, keys
            is_ours = copied.root_of(head.checkpoint.size) == head.checkpoint.root_hash
            if not keys.later or not is_ours or not is_bridge(vouching, keys.log, keys.later[0]):
                raise
    raise AssertionError("the newest key of a chain has none after it")


def that_sign(chain: Sequence[Key], receipted: int) -> Sequence[Key]:
    """Return the keys that sign now: the newest that the other party's receipt bears, and those that follow it.

    >>> that_sign(["old", "new"], 0), that_sign(["old", "new"], 1)
    (['old', 'new'], ['new'])
    """
    return chain[receipted:]


def is_bridge(head: bytes, old: Verifier, new: Verifier) -> bool:
    """Return whether both keys signed a head: by it the new key follows the old one."""
    return {each.verifier for each in open_any(head, (old, new)).signatures} == {old, new}
