"""The fields of each type of message, from bits to rows: positions, what a ship says of itself, the rest classified.

Bit places and scales: ITU-R M.1371-5 annex 8; 28: M.1371-6. Values that the standard gives to "not available" or that
lie outside of what it allows become NaN, or what `columns` says of whole numbers; all others are those of pyais.
"""

from typing import Any

import numpy as np
from numba import njit

from comity.ground import M_S_PER_KNOT
from comity.maritime.aivdm.bits import LEAF, number, put_text, signed
from comity.maritime.aivdm.reasons import LEAST_BITS, LEAST_BITS_24B, PART_OF_24, TOO_SHORT, TYPE_UNKNOWN
from comity.maritime.columns import NO_NUMBER, NO_SECOND, NO_TYPE, NOT_DEFINED_STATUS

_NAN = np.nan
_PER_DEGREE_6 = 1e6  # degrees are rounded to 1e-6, as pyais does: ten thousandths of a minute are 1.7e-6
_NO_SPEED, _NO_SPEED_27 = 1023, 63
_WHOLE_TURN, _WHOLE_TURN_10 = 360, 3600
_LAST_TURN = 126  # ±127: more than 5° in 30 s without a turn indicator; −128: none
_TURN = np.array(
    [
        np.copysign(np.round((turn / 4.733) ** 2), turn) if abs(turn) <= _LAST_TURN else _NAN
        for turn in range(-128, 128)
    ],
    dtype=np.float32,
)
"""Rate of turn in degrees a minute by the field + 128: ROT_AIS = 4.733 √ROT."""

_FIRST_AUXILIARY, _LAST_AUXILIARY = 980_000_000, 989_999_999


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _degrees(raw: Any, steps: Any, half_turn: Any) -> Any:
    """Return degrees from a field of 1/`steps` minute, NaN outside of the half turn (91 and 181 are such)."""
    rounded = (raw * (100_000 // steps) + 3) // 6  # 1/10,000 minute: ×10; 1/10 minute: ×10,000
    angle_deg = rounded / _PER_DEGREE_6
    return angle_deg if -half_turn <= angle_deg <= half_turn else _NAN


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _eta(words: Any, data: Any, at: Any) -> Any:
    """Write a type 5's time of arrival from bit 274 on; without hour or minute the date alone, without date nothing."""
    month, day = number(words, 274, 4), number(words, 278, 5)
    hour, minute = number(words, 283, 5), number(words, 288, 6)
    if month < 1 or month > 12 or day < 1 or at + 11 > data.size:
        return at
    at = _two_digits(day, data, _mark(45, data, _two_digits(month, data, at)))
    if hour > 23 or minute > 59:
        return at
    return _two_digits(minute, data, _mark(58, data, _two_digits(hour, data, _mark(84, data, at))))


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _two_digits(value: Any, data: Any, at: Any) -> Any:
    data[at], data[at + 1] = 48 + value // 10, 48 + value % 10
    return at + 2


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _mark(byte: Any, data: Any, at: Any) -> Any:
    data[at] = byte
    return at + 1


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _put_position(words: Any, kind: Any, rows: Any, i: Any, place: Any, speed: Any, course: Any, heading: Any) -> None:
    """Write what the reports of ships and aircraft share: accuracy from `place` on, speed, course and heading."""
    rows.is_accurate[i] = number(words, place, 1) == 1
    rows.lon_deg[i] = _degrees(signed(words, place + 1, 28), 10_000, 180.0)
    rows.lat_deg[i] = _degrees(signed(words, place + 29, 27), 10_000, 90.0)
    knots = np.float64(speed) if kind == 9 else speed / 10.0
    rows.sog_m_s[i] = knots * M_S_PER_KNOT if speed != _NO_SPEED else _NAN
    rows.cog_deg[i] = course / 10.0 if course < _WHOLE_TURN_10 else _NAN
    rows.heading_deg[i] = heading if heading < _WHOLE_TURN else _NAN


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _put_class_a(words: Any, kind: Any, rows: Any, i: Any) -> None:
    """Types 1, 2 and 3."""
    _put_position(words, kind, rows, i, 60, number(words, 50, 10), number(words, 116, 12), number(words, 128, 9))
    rows.rot_deg_min[i] = _TURN[signed(words, 42, 8) + 128]
    rows.nav_status[i] = number(words, 38, 4)
    rows.utc_second[i] = number(words, 137, 6)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _put_other_position(words: Any, kind: Any, rows: Any, i: Any) -> None:
    """Types 4, 9, 11, 18, 19 and 27."""
    rows.rot_deg_min[i] = _NAN
    rows.nav_status[i] = NOT_DEFINED_STATUS
    if kind == 9:
        _put_position(words, kind, rows, i, 60, number(words, 50, 10), number(words, 116, 12), _WHOLE_TURN)
        rows.utc_second[i] = number(words, 128, 6)
    elif kind in (18, 19):
        _put_position(words, kind, rows, i, 56, number(words, 46, 10), number(words, 112, 12), number(words, 124, 9))
        rows.utc_second[i] = number(words, 133, 6)
    elif kind == 27:
        rows.is_accurate[i] = number(words, 38, 1) == 1
        rows.nav_status[i] = number(words, 40, 4)
        rows.lon_deg[i] = _degrees(signed(words, 44, 18), 10, 180.0)
        rows.lat_deg[i] = _degrees(signed(words, 62, 17), 10, 90.0)
        speed, course = number(words, 79, 6), number(words, 85, 9)
        rows.sog_m_s[i] = speed * M_S_PER_KNOT if speed != _NO_SPEED_27 else _NAN
        rows.cog_deg[i] = course if course < _WHOLE_TURN else _NAN
        rows.heading_deg[i] = _NAN
        rows.utc_second[i] = NO_SECOND
    else:  # 4 and 11: a station on land, and its clock
        _put_position(words, kind, rows, i, 78, _NO_SPEED, _WHOLE_TURN_10, _WHOLE_TURN)
        rows.utc_second[i] = number(words, 72, 6)


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _put_static(words: Any, bits: Any, kind: Any, part: Any, rows: Any, i: Any) -> None:
    """Types 5, 19 and 24: what a ship says of itself. `part` is that of type 24."""
    rows.imo[i], rows.ship_type[i], rows.draught_m[i] = 0, NO_TYPE, _NAN
    call, name, port, eta = rows.callsign_end[i], rows.shipname_end[i], rows.destination_end[i], rows.eta_end[i]
    sides = -1
    if kind == 5:
        rows.imo[i], rows.ship_type[i], sides = number(words, 40, 30), number(words, 232, 8), 240
        draught = number(words, 294, 8)
        rows.draught_m[i] = draught / 10.0 if draught > 0 else _NAN
        call = put_text(words, bits, 70, 7, rows.callsign, call)
        name = put_text(words, bits, 112, 20, rows.shipname, name)
        port = put_text(words, bits, 302, 20, rows.destination, port)
        eta = _eta(words, rows.eta, eta)
    elif kind == 19:
        rows.ship_type[i], sides = number(words, 263, 8), 271
        name = put_text(words, bits, 143, 20, rows.shipname, name)
    elif part == 0:
        name = put_text(words, bits, 40, 20, rows.shipname, name)
    else:
        rows.ship_type[i] = number(words, 40, 8)
        call = put_text(words, bits, 90, 7, rows.callsign, call)
        # A craft of another ship (98…) has the number of that ship in place of its lengths.
        sides = -1 if _FIRST_AUXILIARY <= number(words, 8, 30) <= _LAST_AUXILIARY else 132
    rows.to_bow_m[i] = number(words, sides, 9) if sides >= 0 else 0
    rows.to_stern_m[i] = number(words, sides + 9, 9) if sides >= 0 else 0
    rows.to_port_m[i] = number(words, sides + 18, 6) if sides >= 0 else 0
    rows.to_starboard_m[i] = number(words, sides + 24, 6) if sides >= 0 else 0
    rows.callsign_end[i + 1], rows.shipname_end[i + 1] = call, name
    rows.destination_end[i + 1], rows.eta_end[i + 1] = port, eta


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _put_message(words: Any, bits: Any, kind: Any, rows: Any, i: Any) -> None:
    """All other types: to whom, which application, which text, which place."""
    rows.dest_mmsi[i], rows.dac[i], rows.fid[i] = 0, NO_NUMBER, NO_NUMBER
    rows.lat_deg[i], rows.lon_deg[i] = _NAN, _NAN
    end, application = rows.text_end[i], -1
    if kind in (6, 7, 10, 12, 13, 15, 16):
        rows.dest_mmsi[i] = number(words, 40, 30)
    if kind == 6:
        application = 72
    elif kind == 8:
        application = 40
    elif kind == 12:
        end = put_text(words, bits, 72, 156, rows.text, end)
    elif kind == 14:
        end = put_text(words, bits, 40, 161, rows.text, end)
    elif kind == 17:
        rows.lon_deg[i] = _degrees(signed(words, 40, 18), 10, 180.0)
        rows.lat_deg[i] = _degrees(signed(words, 58, 17), 10, 90.0)
    elif kind == 21:
        end = _put_aid(words, bits, rows, i, end)
    elif kind == 22 and number(words, 139, 1) == 1:
        rows.dest_mmsi[i] = number(words, 69, 30)
    elif kind in (25, 26):
        application = _put_slot_binary(words, bits, rows, i)
    elif kind == 28:
        rows.lon_deg[i] = _degrees(signed(words, 44, 28), 10_000, 180.0)
        rows.lat_deg[i] = _degrees(signed(words, 72, 27), 10_000, 90.0)
    if application >= 0 and bits >= application + 16:
        rows.dac[i] = number(words, application, 10)
        rows.fid[i] = number(words, application + 10, 6)
    rows.text_end[i + 1] = end


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _put_aid(words: Any, bits: Any, rows: Any, i: Any, at: Any) -> Any:
    """Type 21: an aid to navigation, its whole name and its place."""
    rows.lon_deg[i] = _degrees(signed(words, 164, 28), 10_000, 180.0)
    rows.lat_deg[i] = _degrees(signed(words, 192, 27), 10_000, 90.0)
    end = put_text(words, bits, 43, 20, rows.text, at)
    return put_text(words, bits, 272, 14, rows.text, end) if end > at else end


@njit(**LEAF)  # type: ignore[untyped-decorator]
def _put_slot_binary(words: Any, bits: Any, rows: Any, i: Any) -> Any:
    """Types 25 and 26: to whom; return where their application stands, −1 where they are not structured."""
    addressed, structured = number(words, 38, 1) == 1, number(words, 39, 1) == 1
    if addressed and bits >= 70:
        rows.dest_mmsi[i] = number(words, 40, 30)
    return (70 if addressed else 40) if structured else -1


@njit(**LEAF)  # type: ignore[untyped-decorator]
def refusal(words: Any, bits: Any) -> Any:
    """Return why a payload is no message, or −1."""
    if bits < 6:
        return TOO_SHORT
    kind = number(words, 0, 6)
    if kind == 0 or kind >= LEAST_BITS.size:
        return TYPE_UNKNOWN
    if bits < LEAST_BITS[kind]:
        return TOO_SHORT
    if kind == 24:
        part = number(words, 38, 2)
        if part > 1:
            return PART_OF_24
        if part == 1 and bits < LEAST_BITS_24B:
            return TOO_SHORT
    return -1


@njit(**LEAF)  # type: ignore[untyped-decorator]
def put_rows(words: Any, bits: Any, rows: Any, t_ms: Any, received_ms: Any, station: Any) -> None:
    """Write a payload that is a message as rows; there is room for one in each table."""
    kind, mmsi = number(words, 0, 6), number(words, 8, 30)
    rows.by_type[kind] += 1
    if kind <= 4 or kind in (9, 11, 18, 19, 27):
        of, i = rows.positions, rows.filled[0]
        of.mmsi[i], of.t_ms[i], of.received_ms[i], of.msg_type[i], of.station[i] = (
            mmsi,
            t_ms,
            received_ms,
            kind,
            station,
        )
        if kind <= 3:
            _put_class_a(words, kind, of, i)
        else:
            _put_other_position(words, kind, of, i)
        rows.filled[0] = i + 1
    if kind in (5, 19, 24):
        told, j = rows.statics, rows.filled[1]
        told.mmsi[j], told.t_ms[j], told.msg_type[j], told.station[j] = mmsi, t_ms, kind, station
        _put_static(words, bits, kind, number(words, 38, 2), told, j)
        rows.filled[1] = j + 1
    elif kind in (6, 7, 8, 10) or 12 <= kind <= 17 or 20 <= kind <= 23 or kind in (25, 26, 28):
        said, k = rows.messages, rows.filled[2]
        said.mmsi[k], said.t_ms[k], said.msg_type[k], said.station[k] = mmsi, t_ms, kind, station
        _put_message(words, bits, kind, said, k)
        rows.filled[2] = k + 1
