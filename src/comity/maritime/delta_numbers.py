"""Whole numbers in few bits: Rice codes whose parameter follows the numbers, block by block, written by columns.

The quotients of a block stand in unary, the remainders beside them in as many bits as the block says, so that both
ways are array operations. Source: R. F. Rice, Some practical universal noiseless coding techniques, JPL 79-22, 1979.
What is read is bounded: a text of n bytes never becomes more numbers than the caller expects.
"""

import zlib

import numpy as np
from numpy.typing import NDArray

from comity.ground import InvalidInput

Numbers = NDArray[np.int64]

BLOCK = 32
"""Numbers that share a parameter."""

_MOST_BITS = 62
_RAW, _DEFLATED = b"\x00", b"\x01"
_LENGTH_BYTES = 4


def written(values: Numbers) -> bytes:
    """Return numbers of any sign as bytes; small ones take few bits, and equal ones next to none."""
    folded = _folded(values)
    bits = _parameters(folded)
    each = np.repeat(bits, BLOCK)[: len(folded)]
    quotients = (folded >> each.astype(np.uint64)).astype(np.int64)
    ends = np.cumsum(quotients + 1)
    unary = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    unary[ends - 1] = 1
    parts = (
        bits.astype(np.uint8).tobytes(),
        np.packbits(unary).tobytes(),
        np.packbits(_low_bits(folded, each)).tobytes(),
    )
    return b"".join(_section(part) for part in parts)


def read(data: bytes, count: int) -> tuple[Numbers, bytes]:
    """Return `count` numbers and the bytes that follow them; `InvalidInput` for bytes that hold no such numbers."""
    blocks = -(-count // BLOCK)
    parameters, data = _taken(data, blocks)
    bits = np.frombuffer(parameters, dtype=np.uint8).astype(np.int64)
    if len(bits) != blocks or (bits > _MOST_BITS).any():
        raise unreadable("its parameters")
    each = np.repeat(bits, BLOCK)[:count]
    unary, data = _taken(data, None)
    ones = np.flatnonzero(np.unpackbits(np.frombuffer(unary, dtype=np.uint8)))[:count]
    if len(ones) != count:
        raise unreadable("its quotients")
    quotients = np.diff(ones, prepend=-1) - 1
    remainders, data = _taken(data, -(-int(each.sum()) // 8))
    if len(remainders) * 8 < int(each.sum()):
        raise unreadable("its remainders")
    low = _from_low_bits(np.unpackbits(np.frombuffer(remainders, dtype=np.uint8)), each)
    if (quotients >> np.maximum(_MOST_BITS - each, 0)).any():
        raise unreadable("its sizes")
    folded = (quotients.astype(np.uint64) << each.astype(np.uint64)) | low
    return _unfolded(folded), data


def unreadable(part: str) -> InvalidInput:
    """Return the error for bytes that are no delta."""
    return InvalidInput(
        "maritime.delta_unreadable",
        "A delta of positions cannot be read.",
        why="{part} do not fit what it says of itself",
        remedy="ask for it again; what was read before it stays valid",
        part=part,
    )


def _folded(values: Numbers) -> NDArray[np.uint64]:
    """Return numbers without a sign: 0, −1, 1, −2, 2 and so on become 0, 1, 2, 3, 4 and so on."""
    return ((values << 1) ^ (values >> 63)).astype(np.uint64)


def _unfolded(folded: NDArray[np.uint64]) -> Numbers:
    half = (folded >> np.uint64(1)).astype(np.int64)
    return np.where(folded & np.uint64(1), -half - 1, half)


def _parameters(folded: NDArray[np.uint64]) -> Numbers:
    """Return the number of low bits of each block that makes it shortest."""
    blocks = -(-len(folded) // BLOCK)
    padded = np.zeros(blocks * BLOCK, dtype=np.uint64)
    padded[: len(folded)] = folded
    table = padded.reshape(blocks, BLOCK)
    best = np.full(blocks, np.inf)
    found = np.zeros(blocks, dtype=np.int64)
    most = int(table.max()).bit_length() if blocks else 0
    for bits in range(most + 1):
        cost = (table >> np.uint64(bits)).astype(np.float64).sum(axis=1) + BLOCK * bits
        is_better = cost < best
        best[is_better], found[is_better] = cost[is_better], bits
    return found


def _low_bits(folded: NDArray[np.uint64], each: Numbers) -> NDArray[np.uint8]:
    """Return the low bits of numbers one after the other, the highest first; `each` says how many of which."""
    which, place = _places(each)
    shift = (each[which] - 1 - place).astype(np.uint64)
    return ((folded[which] >> shift) & np.uint64(1)).astype(np.uint8)


def _from_low_bits(bits: NDArray[np.uint8], each: Numbers) -> NDArray[np.uint64]:
    low = np.zeros(len(each), dtype=np.uint64)
    if not each.any():
        return low
    which, place = _places(each)
    weighted = bits[: len(which)].astype(np.uint64) << (each[which] - 1 - place).astype(np.uint64)
    begins = np.cumsum(each) - each
    has = each > 0
    low[has] = np.add.reduceat(weighted, begins[has])
    return low


def _places(each: Numbers) -> tuple[Numbers, Numbers]:
    which = np.repeat(np.arange(len(each)), each)
    return which, np.arange(len(which)) - np.repeat(np.cumsum(each) - each, each)


def _section(data: bytes) -> bytes:
    squeezed = zlib.compress(data, 9)
    form, kept = (_DEFLATED, squeezed) if len(squeezed) < len(data) else (_RAW, data)
    return form + len(kept).to_bytes(_LENGTH_BYTES, "big") + kept


def _taken(data: bytes, most: int | None) -> tuple[bytes, bytes]:
    """Return the first section and what follows; of a known size, or at most what unary quotients may take."""
    head = 1 + _LENGTH_BYTES
    size = int.from_bytes(data[1:head], "big")
    kept, rest = data[head : head + size], data[head + size :]
    if len(data) < head or len(kept) != size or data[:1] not in (_RAW, _DEFLATED):
        raise unreadable("its sections")
    if data[:1] == _RAW:
        return kept, rest
    limit = _MOST_UNARY_BYTES if most is None else most
    opened = zlib.decompressobj()
    try:
        found = opened.decompress(kept, limit + 1)
    except zlib.error:
        raise unreadable("its compressed bytes") from None
    if len(found) > limit:
        raise unreadable("its sizes")
    return found, rest


_MOST_UNARY_BYTES = 64 * 1024 * 1024
"""Quotients of two million rows take 2 MB or so."""
