"""Why a line gives no message: the stable reasons, what is skipped without being wrong, and the least length of a type.

A line is refused for one reason only. Where its checksum is wrong nothing else in it is believed, so that reason comes
first. Sources: IEC 61162-1 (sentence, checksum), NMEA 0183 4.10 (tag block), ITU-R M.1371-5 annex 8 (lengths). The
least length of a type is ours: what the fields that have a column need, so that none is cut. Of types 1 to 3 it is
what gpsd's expected output of its sample (sample.aivdm) takes.
"""

import numpy as np

REASONS = (
    "line-too-long",
    "not-nmea",
    "tag-block",
    "checksum-missing",
    "checksum",
    "fields",
    "part-numbers",
    "fill-bits",
    "payload-characters",
    "payload-empty",
    "payload-too-long",
    "type-unknown",
    "too-short",
    "part-of-24",
    "part-lost",
    "time-line",
)
"""The reasons by their stable names; the kernel counts them by their places here."""

(
    LINE_TOO_LONG,
    NOT_NMEA,
    TAG_BLOCK,
    CHECKSUM_MISSING,
    CHECKSUM,
    FIELDS,
    PART_NUMBERS,
    FILL_BITS,
    PAYLOAD_CHARACTERS,
    PAYLOAD_EMPTY,
    PAYLOAD_TOO_LONG,
    TYPE_UNKNOWN,
    TOO_SHORT,
    PART_OF_24,
    PART_LOST,
    TIME_LINE,
) = map(np.int64, range(len(REASONS)))  # a plain number would be compiled anew for each

SKIPPED = ("blank", "comment", "instrument", "time-line", "tag-only", "tag-checksum")
"""What is counted and not refused: empty lines, `#` comments, sentences of other instruments, `$PGHP` lines that give
the next sentence its time, tag blocks alone on their line, and tag blocks whose own checksum is wrong: their sentence
is read and their time and station are not believed."""

SKIP_BLANK, SKIP_COMMENT, SKIP_INSTRUMENT, SKIP_TIME, SKIP_TAG_ONLY, SKIP_TAG_CHECKSUM = map(
    np.int64, range(len(SKIPPED))
)

LONGEST_LINE = 1024
"""Bytes of the longest line that is read: a tag block and two long sentences fit."""

LONGEST_PAYLOAD = 200
"""Characters of the longest payload of one sentence (pyais refuses more; the standard has 62)."""

MOST_PARTS = 9
"""Sentences of a message at most: their number is one digit (IEC 61162-1)."""

LAST_TYPE = 28
"""Message 28 came with ITU-R M.1371-6."""

_TYPES_OF_LEAST = {
    40: (14, 25),
    56: (8,),
    60: (26,),
    70: (20,),
    72: (7, 10, 12, 13),
    80: (17,),
    88: (6, 15),
    92: (16,),
    95: (27,),
    160: (23, 24),
    163: (1, 2, 3),  # the last five are of the radio alone
    168: (4, 9, 11, 18, 22, 28),
    272: (21,),
    306: (19,),
    420: (5,),  # some transponders leave out the last two or four of 424
}
_LEAST = {kind: bits for bits, kinds in _TYPES_OF_LEAST.items() for kind in kinds}
LEAST_BITS = np.array([_LEAST.get(kind, 0) for kind in range(LAST_TYPE + 1)], dtype=np.int64)
"""Bits below which a type is refused, by type."""

LEAST_BITS_24B = 162
"""Type 24 part B up to the end of its dimensions; the six bits after them are spare."""
