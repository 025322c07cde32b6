"""AIS messages as six-bit numbers: the fields of positions, of what ships say of themselves, and of safety texts.

A payload is a matrix, one row a message. Units: as in the tables (degrees, metres per second); those of a sentence are
1/10,000 minute, 0.1 knot, 0.1 degree, decimetres of draught. Source: ITU-R M.1371-5, annex 8.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.ground import M_S_PER_KNOT

Numbers = NDArray[np.int64]
Bytes = NDArray[np.uint8]

BITS = 6
"""Bits in a character of a payload."""

_PER_MINUTE = 600_000.0
_NO_LAT, _NO_LON = 91 * 600_000, 181 * 600_000
_NO_SOG, _NO_COG, _NO_HEADING, _NO_ROT = 1023, 3600, 511, -128
_MOST_SOG = 1022
_ROT_SCALE, _MOST_ROT = 4.733, 126
_NO_ETA_MONTH, _NO_ETA_HOUR, _NO_ETA_MINUTE = 0, 24, 60
_MOST_DRAUGHT = 255
_MOST_BOW, _MOST_SIDE = 511, 63
_GPS = 1
_AT = 64
_CARRIER_SENSE = 0b1100000000000000110
"""The communication state of every class B unit that listens before it speaks (M.1371-5, annex 7)."""


@dataclass(frozen=True)
class Field:
    """A field of a message: where it begins, how many bits it has, its values, shape (messages,)."""

    begin: int
    bits: int
    values: Numbers


def _class_a(table: pa.Table) -> list[Field]:
    told = numbers(table, "msg_type")
    return [
        Field(0, 6, np.where((told >= 1) & (told <= 3), told, 1)),
        Field(8, 30, numbers(table, "mmsi")),
        Field(38, 4, numbers(table, "nav_status")),
        Field(42, 8, _rot(_floats(table, "rot_deg_min"))),
        Field(50, 10, _sog(table)),
        Field(60, 1, _accurate(table)),
        Field(61, 28, _lon(table)),
        Field(89, 27, _lat(table)),
        Field(116, 12, _cog(table)),
        Field(128, 9, _heading(table)),
        Field(137, 6, numbers(table, "utc_second")),
    ]


def _class_b(table: pa.Table) -> list[Field]:
    one = np.ones(table.num_rows, dtype=np.int64)
    return [
        Field(0, 6, one * 18),
        Field(8, 30, numbers(table, "mmsi")),
        Field(46, 10, _sog(table)),
        Field(56, 1, _accurate(table)),
        Field(57, 28, _lon(table)),
        Field(85, 27, _lat(table)),
        Field(112, 12, _cog(table)),
        Field(124, 9, _heading(table)),
        Field(133, 6, numbers(table, "utc_second")),
        Field(141, 1, one),
        Field(148, 1, one),
        Field(149, 19, one * _CARRIER_SENSE),
    ]


def _aircraft(table: pa.Table) -> list[Field]:
    one = np.ones(table.num_rows, dtype=np.int64)
    sog_kn = _floats(table, "sog_m_s") / M_S_PER_KNOT
    return [
        Field(0, 6, one * 9),
        Field(8, 30, numbers(table, "mmsi")),
        Field(38, 12, one * 4095),
        Field(50, 10, _whole(sog_kn, _NO_SOG, 0, _MOST_SOG)),
        Field(60, 1, _accurate(table)),
        Field(61, 28, _lon(table)),
        Field(89, 27, _lat(table)),
        Field(116, 12, _cog(table)),
        Field(128, 6, numbers(table, "utc_second")),
    ]


def _long_range(table: pa.Table) -> list[Field]:
    one = np.ones(table.num_rows, dtype=np.int64)
    lon, lat = _floats(table, "lon_deg"), _floats(table, "lat_deg")
    return [
        Field(0, 6, one * 27),
        Field(8, 30, numbers(table, "mmsi")),
        Field(38, 1, _accurate(table)),
        Field(40, 4, numbers(table, "nav_status")),
        Field(44, 18, _whole(lon * 600.0, 181 * 600, -180 * 600, 180 * 600)),
        Field(62, 17, _whole(lat * 600.0, 91 * 600, -90 * 600, 90 * 600)),
        Field(79, 6, _whole(_floats(table, "sog_m_s") / M_S_PER_KNOT, 63, 0, 62)),
        Field(85, 9, _whole(_floats(table, "cog_deg"), 511, 0, 360)),
    ]


LAYOUTS: Mapping[int, tuple[Callable[[pa.Table], list[Field]], int]] = MappingProxyType(
    {1: (_class_a, 168), 18: (_class_b, 168), 9: (_aircraft, 168), 27: (_long_range, 96)}
)
"""Fields and bits of each type of position report."""


def voyage(table: pa.Table) -> Bytes:
    """Return type 5: what a class A ship says of itself and its voyage."""
    one = np.ones(table.num_rows, dtype=np.int64)
    eta = _eta(table.column("eta").to_pylist())
    fields = [
        Field(0, 6, one * 5),
        Field(8, 30, numbers(table, "mmsi")),
        Field(40, 30, numbers(table, "imo")),
        Field(232, 8, numbers(table, "ship_type")),
        *_dimensions(table, 240),
        Field(270, 4, one * _GPS),
        *(Field(begin, bits, eta[:, i]) for i, (begin, bits) in enumerate(((274, 4), (278, 5), (283, 5), (288, 6)))),
        Field(294, 8, _whole(_floats(table, "draught_m") * 10.0, 0, 0, _MOST_DRAUGHT)),
    ]
    fields += words_of(table.column("callsign"), 70, 7) + words_of(table.column("shipname"), 112, 20)
    return six_bits(fields + words_of(table.column("destination"), 302, 20), 424)


def part_a(table: pa.Table) -> Bytes:
    """Return part A of type 24: a name."""
    one = np.ones(table.num_rows, dtype=np.int64)
    fields = [Field(0, 6, one * 24), Field(8, 30, numbers(table, "mmsi"))]
    return six_bits(fields + words_of(table.column("shipname"), 40, 20), 160)


def part_b(table: pa.Table) -> Bytes:
    """Return part B of type 24: what kind of ship, its call sign and size."""
    one = np.ones(table.num_rows, dtype=np.int64)
    fields = [
        Field(0, 6, one * 24),
        Field(8, 30, numbers(table, "mmsi")),
        Field(38, 2, one),
        Field(40, 8, numbers(table, "ship_type")),
        *words_of(table.column("callsign"), 90, 7),
        *_dimensions(table, 132),
    ]
    return six_bits(fields, 168)


def _dimensions(table: pa.Table, begin: int) -> list[Field]:
    names = (("to_bow_m", 9, _MOST_BOW), ("to_stern_m", 9, _MOST_BOW), ("to_port_m", 6, _MOST_SIDE))
    fields = []
    for name, bits, most in (*names, ("to_starboard_m", 6, _MOST_SIDE)):
        fields.append(Field(begin, bits, np.clip(numbers(table, name), 0, most)))
        begin += bits
    return fields


def _eta(said: Sequence[str]) -> Numbers:
    """Return month, day, hour and minute of `MM-DDTHH:MM`, shape (messages, 4); as unknown where nothing is said."""
    none = (_NO_ETA_MONTH, 0, _NO_ETA_HOUR, _NO_ETA_MINUTE)
    parts = [(int(t[0:2]), int(t[3:5]), int(t[6:8]), int(t[9:11])) if t else none for t in said]
    return np.array(parts, dtype=np.int64).reshape(-1, 4)


def words_of(column: pa.ChunkedArray, begin: int, characters: int) -> list[Field]:
    """Return a text as fields of six bits each; what the alphabet of AIS lacks becomes `?` (M.1371-5, table 47)."""
    padded = [str(each).upper()[:characters].ljust(characters, "@") for each in column.to_pylist()]
    codes = np.array([each.encode("ascii", "replace") for each in padded], dtype=f"S{max(characters, 1)}")
    letters = codes.view(np.uint8).reshape(len(padded), -1).astype(np.int64)
    known = np.where((letters >= 32) & (letters < 96), letters, ord("?"))
    six = np.where(known >= _AT, known - _AT, known)
    return [Field(begin + BITS * i, BITS, six[:, i]) for i in range(characters)]


def six_bits(fields: Sequence[Field], bits: int) -> Bytes:
    """Return payloads as six-bit numbers, shape (messages, characters), the last one filled up with zeros."""
    characters = -(-bits // BITS)
    symbols = np.zeros((characters, len(fields[0].values)), dtype=np.uint8)
    for each in fields:
        values = each.values & ((1 << each.bits) - 1)
        end = each.begin + each.bits
        for character in range(each.begin // BITS, (end - 1) // BITS + 1):
            shift = end - BITS * (character + 1)
            part = values >> shift if shift >= 0 else values << -shift
            symbols[character] |= (part & 0x3F).astype(np.uint8)
    return symbols.T


def numbers(table: pa.Table, name: str) -> Numbers:
    """Return a column of whole numbers; nothing is 0."""
    return np.asarray(table.column(name).combine_chunks().cast(pa.int64()).fill_null(0), dtype=np.int64)


def _floats(table: pa.Table, name: str) -> NDArray[np.float64]:
    return np.asarray(table.column(name).cast(pa.float64()).fill_null(np.nan), dtype=np.float64)


def _accurate(table: pa.Table) -> Numbers:
    return np.asarray(table.column("is_accurate").cast(pa.int64()).fill_null(0), dtype=np.int64)


def _whole(values: NDArray[np.float64], missing: int, least: int, most: int) -> Numbers:
    """Return whole numbers within bounds, and the given one where a value is missing."""
    is_missing = ~np.isfinite(values)
    return np.where(is_missing, missing, np.clip(np.rint(np.where(is_missing, 0.0, values)), least, most)).astype(
        np.int64
    )


def _lat(table: pa.Table) -> Numbers:
    return _whole(_floats(table, "lat_deg") * _PER_MINUTE, _NO_LAT, -90 * 600_000, 90 * 600_000)


def _lon(table: pa.Table) -> Numbers:
    return _whole(_floats(table, "lon_deg") * _PER_MINUTE, _NO_LON, -180 * 600_000, 180 * 600_000)


def _sog(table: pa.Table) -> Numbers:
    return _whole(_floats(table, "sog_m_s") / M_S_PER_KNOT * 10.0, _NO_SOG, 0, _MOST_SOG)


def _cog(table: pa.Table) -> Numbers:
    tenths = _whole(_floats(table, "cog_deg") * 10.0, _NO_COG, 0, _NO_COG)
    return np.where(np.isfinite(_floats(table, "cog_deg")), tenths % _NO_COG, _NO_COG)


def _heading(table: pa.Table) -> Numbers:
    whole = _whole(_floats(table, "heading_deg"), _NO_HEADING, 0, 360)
    return np.where(whole == 360, 0, whole)


def _rot(rot_deg_min: NDArray[np.float64]) -> Numbers:
    """Return the rate of turn as AIS says it: 4.733 √(degrees per minute), with its sign."""
    scaled = np.sign(rot_deg_min) * _ROT_SCALE * np.sqrt(np.abs(rot_deg_min))
    return _whole(scaled, _NO_ROT, -_MOST_ROT, _MOST_ROT)
