"""A log against a head that was seen before: it may only have grown.

Two signed heads of one log that do not fit are the evidence, and need nobody's word. Source: RFC 9162 §2.1.4; the
rules of `reference/ledger.md`, threat table (fork, rollback).
"""

from comity.ledger.heads import Head
from comity.ledger.proofs import consistency_proof, root_of_tiles, verify_consistency
from comity.ledger.tiles import EMPTY_ROOT
from comity.ledger.verification import Reader, fork, hashes_of, rollback


def check_history(read: Reader, head: Head, known: Head) -> None:
    """Return when the log still begins with what `known` signed; else raise `Untrusted`, a rollback or a fork.

    The log's hashes are first proved to lead to its own head, so that a damaged file is never called a fork.

    Parameters
    ----------
    read
        Gives the files of the log that `head` signs.
    head, known
        Two heads of the same log, both opened with its keys; `known` was seen before.
    """
    origin, then, now = head.checkpoint.origin, known.checkpoint, head.checkpoint
    if now.size < then.size:
        raise rollback(origin, known=then.size, found=now.size)
    if then.size == 0:
        began_with = EMPTY_ROOT
    elif now.size == then.size:
        began_with = now.root_hash
    else:
        hashes = hashes_of(read, now.size)
        began_with = root_of_tiles(then.size, hashes)
        proof = consistency_proof(then.size, now.size, hashes)
        verify_consistency(then.size, now.size, proof, began_with, now.root_hash)
    if began_with != then.root_hash:
        raise fork(origin, known=then.size)
