"""Bits out of characters, eight at a time: the armour of a payload, its numbers, its six-bit words and its checksum.

A payload character carries six bits. Eight characters are read as one 64-bit number, first character on top, and give
one word of 48 bits: bit `i` of a payload is bit `47 − i % 48` of `words[i // 48]`. Buffers have eight bytes behind
their end and `words` two words behind the longest message, so that nothing here reads outside of an array.
Source: IEC 61162-1 (six-bit field), ITU-R M.1371-5 annex 8, table 47 (six-bit characters).
"""

from typing import Any

import numpy as np
from numba import njit, types, uint64

from comity.maritime.aivdm.state import TEXT_BYTES, WORDS

LEAF: dict[str, Any] = {"nogil": True, "error_model": "numpy"}
"""How each part of the kernel is compiled: into the kernel, which alone is kept in the cache."""
_WORDS, _DATA, _I64 = (
    types.NestedArray(types.uint64, (WORDS,)),
    types.NestedArray(types.uint8, (TEXT_BYTES,)),
    types.int64,
)
_GIVEN = {**LEAF, "cache": True, "forceinline": True}
"""A signature keeps what is called with many places and widths from being compiled anew for each of them."""

WORD_BITS = 48
CHARS_OF_WORD = 8
U = np.uint64
_EACH = 0x0101010101010101
_HIGH = U(0x80 * _EACH)
_FROM_0, _FROM_X, _FROM_GRAVE, _FROM_x = U((0x80 - 48) * _EACH), U((0x80 - 88) * _EACH), U(32 * _EACH), U(8 * _EACH)
_ZERO = U(48 * _EACH)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def load8(buf: Any, at: Any) -> Any:
    """Return eight bytes as one number, the first on top (the compiler makes one load of it)."""
    i = uint64(at)
    return (
        (uint64(buf[i]) << U(56))
        | (uint64(buf[i + U(1)]) << U(48))
        | (uint64(buf[i + U(2)]) << U(40))
        | (uint64(buf[i + U(3)]) << U(32))
        | (uint64(buf[i + U(4)]) << U(24))
        | (uint64(buf[i + U(5)]) << U(16))
        | (uint64(buf[i + U(6)]) << U(8))
        | uint64(buf[i + U(7)])
    )


@njit(**LEAF)  # type: ignore[untyped-decorator]
def first_marked(marks: Any) -> Any:
    """Return the place from the top, 0 to 7, of the first byte whose high bit is set; one is."""
    at = 0
    if marks & U(0x8080808000000000) == U(0):
        at, marks = 4, marks << U(32)
    if marks & U(0x8080000000000000) == U(0):
        at, marks = at + 2, marks << U(16)
    if marks & U(0x8000000000000000) == U(0):
        at += 1
    return at


@njit(**LEAF)  # type: ignore[untyped-decorator]
def packed(chars: Any) -> Any:
    """Return eight armoured characters as 48 bits; each must be one of the armour."""
    above = (chars + _FROM_GRAVE) & _HIGH
    six = chars - _ZERO - (above >> U(4))
    six = (six & U(0x003F003F003F003F)) | ((six & U(0x3F003F003F003F00)) >> U(2))
    six = (six & U(0x00000FFF00000FFF)) | ((six & U(0x0FFF00000FFF0000)) >> U(4))
    return (six & U(0x0000000000FFFFFF)) | ((six >> U(8)) & U(0x0000FFFFFF000000))


@njit(**LEAF)  # type: ignore[untyped-decorator]
def unarmoured(buf: Any, begin: Any, words: Any) -> Any:
    """Put the bits of the payload that begins here into `words`; return how many characters it has.

    It ends before the first character that is none of the armour; there is one before `words` is full, or the payload
    is longer than any may be.
    """
    at, k = begin, 0
    while k < words.size - 2:
        chars = load8(buf, at)
        held = chars & ~_HIGH
        inside = (held + _FROM_0) & ~((held + _FROM_X) & ~(held + _FROM_GRAVE)) & ~(held + _FROM_x) & ~chars
        outside = ~inside & _HIGH
        if outside != U(0):
            left = first_marked(outside)
            if left > 0:
                kept = U(0xFFFFFFFFFFFFFFFF) << U(64 - 8 * left)
                words[k] = packed((chars & kept) | (_ZERO & ~kept))
                k += 1
            words[k], words[k + 1] = U(0), U(0)
            return at - begin + left
        words[k] = packed(chars)
        at, k = at + CHARS_OF_WORD, k + 1
    return at - begin


@njit(_I64(_WORDS, _I64, _I64), **_GIVEN)
def number(words: Any, start: Any, width: Any) -> Any:
    """Return `width` bits (1 to 48) from bit `start` on as a number without sign."""
    k = start // WORD_BITS
    spare = WORD_BITS - (start - k * WORD_BITS) - width
    mask = (U(1) << uint64(width)) - U(1)
    if spare >= 0:
        return np.int64((words[uint64(k)] >> uint64(spare)) & mask)
    top = words[uint64(k)] << uint64(-spare)
    return np.int64((top | (words[uint64(k + 1)] >> uint64(WORD_BITS + spare))) & mask)


@njit(_I64(_WORDS, _I64, _I64), **_GIVEN)
def signed(words: Any, start: Any, width: Any) -> Any:
    """Return `width` bits from bit `start` on as a two's complement."""
    value = number(words, start, width)
    return value - (np.int64(1) << width) if value >> (width - 1) else value


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _put_eight(six: Any, data: Any, at: Any) -> None:
    x = uint64(six)
    x = (x & U(0x0000000000FFFFFF)) | ((x & U(0x0000FFFFFF000000)) << U(8))
    x = (x & U(0x00000FFF00000FFF)) | ((x & U(0x00FFF00000FFF000)) << U(4))
    x = (x & U(0x003F003F003F003F)) | ((x & U(0x0FC00FC00FC00FC0)) << U(2))
    x += (~x & U(0x2020202020202020)) << U(1)  # 0 to 31 are @ to _, the rest are themselves
    i = uint64(at)
    for k in range(CHARS_OF_WORD):
        data[i + uint64(k)] = np.uint8((x >> uint64(56 - 8 * k)) & U(0xFF))


@njit(_I64(_WORDS, _I64, _I64, _I64, _DATA, _I64), cache=True, **LEAF)
def put_text(words: Any, bits: Any, start: Any, most: Any, data: Any, at: Any) -> Any:
    """Write the six-bit text of at most `most` characters from bit `start` on into `data`; return where it ends.

    `@` at the end and then spaces at both ends are no part of it, nor are bits too few for a character. Nothing is
    written where `data` is too short.
    """
    whole = min(most, max(bits - start, 0) // 6)
    if at + whole + CHARS_OF_WORD + 1 > data.size:
        return at
    for k in range(0, whole, CHARS_OF_WORD):
        _put_eight(number(words, start + 6 * k, WORD_BITS), data, at + k)
    end = at + whole
    while end > at and data[end - 1] == 64:
        end -= 1
    while end > at and data[end - 1] == 32:
        end -= 1
    first = at
    while first < end and data[first] == 32:
        first += 1
    if first > at:
        for k in range(end - first):
            data[at + k] = data[first + k]
    return end - (first - at)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def checksum(buf: Any, begin: Any, end: Any) -> Any:
    """Return all bytes of a part of the buffer, each added to the others without carry."""
    total = U(0)
    at = begin
    while at + CHARS_OF_WORD <= end:
        total ^= load8(buf, at)
        at += CHARS_OF_WORD
    if at < end:
        total ^= load8(buf, at) & (U(0xFFFFFFFFFFFFFFFF) << uint64(64 - 8 * (end - at)))
    total ^= total >> U(32)
    total ^= total >> U(16)
    total ^= total >> U(8)
    return np.int64(total & U(0xFF))


@njit(**LEAF)  # type: ignore[untyped-decorator]
def hex_digit(byte: Any) -> Any:
    """Return the value of a hexadecimal digit, or −1."""
    if 48 <= byte <= 57:
        return np.int64(byte) - 48
    low = np.int64(byte) | 32
    return low - 87 if 97 <= low <= 102 else np.int64(-1)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def tag_end(buf: Any, at: Any, end: Any) -> Any:
    """Return the place of the first backslash, line feed or carriage return from `at` on, or `end`."""
    held = U(0x7F * _EACH)
    while at < end:
        chars = load8(buf, at)
        feed, turn, slash = chars ^ U(10 * _EACH), chars ^ U(13 * _EACH), chars ^ U(92 * _EACH)
        marks = ~(((feed & held) + held) | feed) | ~(((turn & held) + held) | turn) | ~(((slash & held) + held) | slash)
        if marks & _HIGH != U(0):
            return min(at + first_marked(marks & _HIGH), end)
        at += CHARS_OF_WORD
    return end


@njit(**LEAF)  # type: ignore[untyped-decorator]
def line_end(buf: Any, at: Any, end: Any) -> Any:
    """Return the place of the first line feed or carriage return from `at` on, or `end`."""
    while at < end:
        chars = load8(buf, at)
        feed, turn = chars ^ U(10 * _EACH), chars ^ U(13 * _EACH)
        held = U(0x7F * _EACH)
        marks = (~(((feed & held) + held) | feed) | ~(((turn & held) + held) | turn)) & _HIGH
        if marks != U(0):
            return min(at + first_marked(marks), end)
        at += CHARS_OF_WORD
    return end
