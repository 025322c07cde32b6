"""What others decode, in our columns: pyais message by message, from the sentences that it finds in a log."""

import math
import re
from collections.abc import Iterator
from typing import Any, cast

import numpy as np
from pyais.constants import TurnRate
from pyais.exceptions import InvalidNMEAMessageException, UnknownMessageException
from pyais.messages import NMEASentenceFactory
from pyais.queue import NMEAQueue

M_S_PER_KNOT = 1852.0 / 3600.0
NAN = math.nan
POSITION_TYPES = (1, 2, 3, 4, 9, 11, 18, 19, 27)
_SENTENCE = re.compile(rb"[!$]..VD[MO],[^\\!$]*?\*[0-9A-Fa-f]{1,2}")
_BITS_24B = 162

SHIP_TYPE_AT = {5: 232, 19: 263}
TEXT_AT = {12: ("text", 72, 156), 14: ("text", 40, 161), 21: ("name_ext", 272, 14)}

# What gpsd asks of each type at least (driver_ais.c); pyais would give None for fields that are not there.
GPSD_BITS = {1: 163, 2: 163, 3: 163, 4: 168, 5: 420, 6: 88, 7: 72, 8: 56, 9: 168, 10: 72, 11: 168, 12: 72, 13: 72}
GPSD_BITS |= {14: 40, 15: 88, 16: 92, 17: 80, 18: 168, 19: 306, 20: 70, 21: 272, 22: 168, 23: 160, 24: 160, 25: 40}
GPSD_BITS |= {26: 60, 27: 95, 28: 168}


def pyais_messages(log: bytes) -> Iterator[Any]:
    """What pyais decodes of a log: whole messages, right checksums, as many bits as gpsd asks for."""
    queue = NMEAQueue()
    read = b"\n".join(line for line in log.splitlines() if not line.startswith(b"#"))
    for sentence in _SENTENCE.findall(read):
        try:
            if not NMEASentenceFactory.produce(sentence).is_valid:
                continue
        except (InvalidNMEAMessageException, UnknownMessageException):
            continue
        queue.put_line(sentence)
        while (whole := cast(Any, queue.get_or_none())) is not None:
            kind, bits = whole.ais_id, len(whole.bv)
            if kind not in GPSD_BITS or bits < GPSD_BITS[kind]:
                continue
            if kind == 24 and (whole.bv.get(38, 2) > 1 or (whole.bv.get(38, 2) == 1 and bits < _BITS_24B)):
                continue
            said = whole.decode()
            if kind in SHIP_TYPE_AT:  # pyais makes 0 of what the standard reserves (39, …); gpsd and we keep it
                said.ship_type = whole.bv.get(SHIP_TYPE_AT[kind], 8)
            if kind == 5:
                said.destination = whole.bv.get_str(302, 6 * min((bits - 302) // 6, 20))
            if kind in TEXT_AT:  # pyais makes a character of bits too few for one; gpsd, libais and we do not
                name, start, most = TEXT_AT[kind]
                setattr(said, name, whole.bv.get_str(start, 6 * max(min((bits - start) // 6, most), 0)))
            yield said


def position_of(said: Any) -> dict[str, Any]:
    """A report as a row of `POSITIONS`, without times and station."""
    kind = said.msg_type
    speed, course, heading = (getattr(said, name, None) for name in ("speed", "course", "heading"))
    turn, no_speed = getattr(said, "turn", None), {9: 1023.0, 27: 63.0}.get(kind, 102.3)
    return {
        "mmsi": said.mmsi,
        "lat_deg": said.lat if abs(said.lat) <= 90 else NAN,
        "lon_deg": said.lon if abs(said.lon) <= 180 else NAN,
        "sog_m_s": float(np.float32(speed * M_S_PER_KNOT)) if speed is not None and speed != no_speed else NAN,
        "cog_deg": float(np.float32(course)) if course is not None and course < 360 else NAN,
        "heading_deg": float(heading) if heading is not None and heading < 360 else NAN,
        "rot_deg_min": NAN if turn is None or isinstance(turn, TurnRate) else float(turn),
        "nav_status": int(getattr(said, "status", 15)),
        "utc_second": getattr(said, "second", 60),
        "is_accurate": bool(said.accuracy),
        "msg_type": kind,
    }


def static_of(said: Any) -> dict[str, Any]:
    """What a ship says of itself as a row of `STATICS`."""
    draught = getattr(said, "draught", 0.0)
    eta = ""
    if said.msg_type == 5 and 1 <= said.month <= 12 and said.day >= 1:
        eta = f"{said.month:02d}-{said.day:02d}"
        if said.hour < 24 and said.minute < 60:
            eta += f"T{said.hour:02d}:{said.minute:02d}"
    return {
        "mmsi": said.mmsi,
        "imo": getattr(said, "imo", 0),
        "callsign": getattr(said, "callsign", ""),
        "shipname": getattr(said, "shipname", ""),
        "ship_type": int(getattr(said, "ship_type", 0)),
        **{f"{side}_m": getattr(said, side, 0) for side in ("to_bow", "to_stern", "to_port", "to_starboard")},
        "draught_m": float(np.float32(draught)) if draught else NAN,
        "destination": getattr(said, "destination", ""),
        "eta": eta,
        "msg_type": said.msg_type,
    }


def message_of(said: Any) -> dict[str, Any]:
    """Any other message as a row of `MESSAGES`."""
    kind = said.msg_type
    to = next((getattr(said, name) for name in ("dest_mmsi", "mmsi1", "dest1") if hasattr(said, name)), 0)
    dac, fid = getattr(said, "dac", -1), getattr(said, "fid", -1)
    if kind in (25, 26) and said.structured and said.app_id is not None:
        dac, fid = said.app_id >> 6, said.app_id & 63
    lat, lon = (said.lat, said.lon) if kind in (17, 21, 28) else (NAN, NAN)  # others have theirs in an application
    if kind == 17:  # pyais gives tenths of a minute as if they had no sign
        lat, lon = _from_minutes(lat, 17), _from_minutes(lon, 18)
    text = said.full_name if kind == 21 else getattr(said, "text", "") if kind in (12, 14) else ""
    return {
        "mmsi": said.mmsi,
        "msg_type": kind,
        "dest_mmsi": to or 0,
        "dac": dac,
        "fid": fid,
        "text": text or "",
        "lat_deg": lat if abs(lat) <= 90 else NAN,
        "lon_deg": lon if abs(lon) <= 180 else NAN,
    }


def _from_minutes(tenths: float, width: int) -> float:
    raw = round(tenths * 10)
    raw -= (1 << width) if raw >> (width - 1) else 0
    return round(raw / 600, 6)


def expected(log: bytes) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """All rows that a log must give: positions, statics, messages, in the order in which their messages are whole."""
    found = list(pyais_messages(log))
    return (
        [position_of(said) for said in found if said.msg_type in POSITION_TYPES],
        [static_of(said) for said in found if said.msg_type in (5, 19, 24)],
        [message_of(said) for said in found if said.msg_type not in (*POSITION_TYPES, 5, 24)],
    )


def differences(table: Any, rows: list[dict[str, Any]]) -> list[str]:
    """Where a table of ours differs from rows, field by field; NaN equals NaN."""
    ours = table.to_pylist()
    told = [f"{len(ours)} rows, {len(rows)} expected"] if len(ours) != len(rows) else []
    for nth, (mine, other) in enumerate(zip(ours, rows, strict=False)):
        told += [
            f"row {nth}, {name}: {mine[name]!r}, expected {value!r}"
            for name, value in other.items()
            if not (mine[name] == value or (mine[name] != mine[name] and value != value))
        ]
    return told
