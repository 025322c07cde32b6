"""Proofs that an entry stands in a log, and that a log only grew: made from tiles, verified with hashes alone.

`verify_*` raise `Untrusted` when a proof fails. Sources: RFC 9162 §2.1.3 and §2.1.4 (the trees of RFC 6962).
"""

from collections.abc import Callable, Sequence

from comity.ground import Untrusted
from comity.ledger.tiles import EMPTY_ROOT, HASH_BYTES, TILE_WIDTH, LogPath, node_hash, perfect_root

Hashes = Callable[[LogPath], bytes]
"""Gives a tile's hashes by its path; the path names the widest tile that a log of the size in question has."""


def root_of_tiles(size: int, tile: Hashes) -> bytes:
    """Return the root hash of a log at any size that its tiles cover."""
    return _range_root(0, size, size, tile) if size else EMPTY_ROOT


def inclusion_proof(index: int, size: int, tile: Hashes) -> list[bytes]:
    """Return the hashes that lead from entry `index` to the root at `size`, the lowest first."""
    assert 0 <= index < size, "the entry must stand in the log"
    proof: list[bytes] = []
    begin, end = 0, size
    while end - begin > 1:
        middle = begin + _split(end - begin)
        if index < middle:
            proof.append(_range_root(middle, end, size, tile))
            end = middle
        else:
            proof.append(_range_root(begin, middle, size, tile))
            begin = middle
    return proof[::-1]


def consistency_proof(old_size: int, size: int, tile: Hashes) -> list[bytes]:
    """Return the hashes that show a log of `size` to begin with the log of `old_size`, the lowest first."""
    assert 0 < old_size <= size, "an empty log needs no proof"
    proof: list[bytes] = []
    begin, end, whole = 0, size, True
    while old_size < end:
        middle = begin + _split(end - begin)
        if old_size <= middle:
            proof.append(_range_root(middle, end, size, tile))
            end = middle
        else:
            proof.append(_range_root(begin, middle, size, tile))
            begin, whole = middle, False
    if not whole:
        proof.append(_range_root(begin, end, size, tile))
    return proof[::-1]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Return when the proof leads from the hash of entry `index` to the root at `size`; else raise `Untrusted`."""
    if not 0 <= index < size or not _are_hashes(leaf, root, *proof):
        raise _bad_proof()
    node, last, result = index, size - 1, leaf
    for step in proof:
        if last == 0:
            raise _bad_proof()
        if node & 1 or node == last:
            result = node_hash(step, result)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            result = node_hash(result, step)
        node, last = node >> 1, last >> 1
    if last != 0 or result != root:
        raise _bad_proof()


def verify_consistency(old_size: int, size: int, proof: Sequence[bytes], old_root: bytes, root: bytes) -> None:
    """Return when the proof shows that the log of `size` begins with that of `old_size`; else raise `Untrusted`."""
    if not 0 <= old_size <= size or not _are_hashes(old_root, root, *proof):
        raise _bad_proof()
    if old_size in (0, size):
        if proof or (old_root != root if old_size else old_root != EMPTY_ROOT):
            raise _bad_proof()
        return
    steps = list(proof)
    node, last = old_size - 1, size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    if node:
        if not steps:
            raise _bad_proof()
        old_result = result = steps.pop(0)
    else:
        old_result = result = old_root
    for step in steps:
        if last == 0:
            raise _bad_proof()
        if node & 1 or node == last:
            old_result, result = node_hash(step, old_result), node_hash(step, result)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            result = node_hash(result, step)
        node, last = node >> 1, last >> 1
    if last != 0 or old_result != old_root or result != root:
        raise _bad_proof()


def subtree_root(height: int, index: int, size: int, tile: Hashes) -> bytes:
    """Return the root of the `index`-th perfect subtree of 2^`height` entries of a log of `size` entries."""
    level, above = divmod(height, 8)
    first = index << above
    width = min(TILE_WIDTH, (size >> 8 * level) - first // TILE_WIDTH * TILE_WIDTH)
    hashes = tile(LogPath(level, first // TILE_WIDTH, width))
    at = first % TILE_WIDTH * HASH_BYTES
    return perfect_root(hashes[at : at + (HASH_BYTES << above)])


def _range_root(begin: int, end: int, size: int, tile: Hashes) -> bytes:
    # `begin` is a multiple of the greatest power of two up to the length, as every split of RFC 6962 makes it.
    root = b""
    length = end - begin
    while length:
        height = (length & -length).bit_length() - 1
        length -= 1 << height
        peak = subtree_root(height, (begin + length) >> height, size, tile)
        root = node_hash(peak, root) if root else peak
    return root


def _split(length: int) -> int:
    return 1 << (length - 1).bit_length() - 1


def _are_hashes(*values: bytes) -> bool:
    return all(len(each) == HASH_BYTES for each in values)


def _bad_proof() -> Untrusted:
    return Untrusted(
        "ledger.bad_proof",
        "The proof does not hold.",
        why="its hashes do not lead to the root of the signed head",
        remedy="keep the proof and the head as evidence, and ask the record's owner for both again",
    )
