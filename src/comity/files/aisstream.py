"""What aisstream.io sends, one JSON object a line, as positions and what ships say of themselves.

Positions: PositionReport (types 1 to 3), StandardClassBPositionReport (18), ExtendedClassBPositionReport (19),
LongRangeAisBroadcastMessage (27); sayings: ShipStaticData (5), StaticDataReport (24) and the extended one. `time_utc`
of the envelope is the instant of reception; Go writes it as `2026-01-01 10:00:00.123456789 +0000 UTC`.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import orjson
import pyarrow as pa

from comity.files.positions_bytes import Block
from comity.files.positions_columns import FIRST_MS, REJECTED, Read
from comity.files.positions_order import said_first, sorted_unique
from comity.ground import M_S_PER_KNOT, MS_PER_HOUR, MS_PER_S, InvalidInput, parse_instant
from comity.maritime import POSITIONS, STATICS

STATION = "aisstream"

_POSITIONS = {
    "PositionReport": 1,
    "StandardClassBPositionReport": 18,
    "ExtendedClassBPositionReport": 19,
    "LongRangeAisBroadcastMessage": 27,
}
_STATICS = {"ShipStaticData": 5, "StaticDataReport": 24, "ExtendedClassBPositionReport": 19}
_NOT_SOG, _NOT_COG, _NOT_HEADING, _FULL_DEG = 102.25, 360.0, 511, 360
_TURN, _TURN_MOST = 4.733, 126
_MOST_MMSI = 999_999_999
_NAN = float("nan")


def aisstream_reads(name: str, blocks: Iterator[Block], *, latest_ms: int, keeps_rejected: bool) -> Iterator[Read]:
    """Return the rows of lines of aisstream, block by block; other messages are counted, a line of no JSON refuses.

    Raises
    ------
    InvalidInput
        `files.bad_line` for a line that is no object of aisstream.
    """
    for block in blocks:
        positions, statics, rejected, rows = [], [], [], 0
        for number, line in enumerate(block.data.splitlines(), start=block.first_line):
            if not line.strip():
                continue
            rows += 1
            kind, body, mmsi, t_ms = _envelope(name, number, line)
            reason = _reason(kind, body, mmsi, t_ms, latest_ms)
            if reason:
                rejected.append((name, number, reason, line[:400].decode("utf-8", "replace")))
                continue
            if kind in _POSITIONS:
                positions.append(_position(kind, body, mmsi, t_ms))
            if kind in _STATICS:
                statics.append(_static(kind, body, mmsi, t_ms))
        shares: dict[str, int] = {}
        for each in rejected:
            shares[each[2]] = shares.get(each[2], 0) + 1
        yield Read(
            positions=sorted_unique(pa.Table.from_pylist(positions, schema=POSITIONS))[0],
            statics=said_first(pa.Table.from_pylist(statics, schema=STATICS), MS_PER_HOUR).cast(STATICS),
            rejected=_table(rejected if keeps_rejected else []),
            shares=shares,
            rows=rows,
            read_bytes=block.read_bytes,
            mapping=STATION,
        )


def _table(rows: list[tuple[str, int, str, str]]) -> pa.Table:
    return pa.Table.from_pylist([dict(zip(REJECTED.names, row, strict=True)) for row in rows], schema=REJECTED)


def _envelope(name: str, number: int, line: bytes) -> tuple[str, dict[str, Any], int, int]:
    """Return kind, body, sender and instant of a line."""
    try:
        told = orjson.loads(line)
        kind = told["MessageType"]
        body = told["Message"][kind]
        meta = told.get("MetaData") or told.get("Metadata") or {}
        mmsi = body.get("UserID", meta.get("MMSI", 0))
        return str(kind), body, int(mmsi), _instant_ms(meta["time_utc"])
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError, ValueError, InvalidInput) as error:
        raise InvalidInput(
            "files.bad_line",
            "{file} holds a line that is none of its kind.",
            why="line {line}: {reason}",
            remedy="correct or remove the line and read the file again; nothing of the file was taken over",
            file=name,
            line=number,
            reason=f"{type(error).__name__}: {error}",
        ) from None


def _instant_ms(text: str) -> int:
    """Return an instant as Go or RFC 3339 writes it.

    >>> _instant_ms("2026-01-01 10:00:00.123456789 +0000 UTC")
    1767261600123
    """
    parts = text.split(" ")
    if len(parts) < 3:
        return parse_instant(text)
    clock, _, fraction = parts[1].partition(".")
    zone = f"{parts[2][:3]}:{parts[2][3:]}"
    return parse_instant(f"{parts[0]}T{clock}{zone}") + int(f"{fraction:0<3}"[:3] or 0) % MS_PER_S


def _reason(kind: str, body: dict[str, Any], mmsi: int, t_ms: int, latest_ms: int) -> str:
    if kind not in _POSITIONS and kind not in _STATICS:
        return "other-message"
    if body.get("Valid") is False:
        return "not-valid"
    if not 1 <= mmsi <= _MOST_MMSI:
        return "bad-mmsi" if mmsi else "no-mmsi"
    if not FIRST_MS <= t_ms <= latest_ms:
        return "absurd-time"
    if kind in _POSITIONS:
        lat_deg, lon_deg = _float(body.get("Latitude")), _float(body.get("Longitude"))
        if np.isnan(lat_deg) or np.isnan(lon_deg) or lat_deg == 91.0 or lon_deg == 181.0:
            return "no-position"
        if abs(lat_deg) > 90.0 or abs(lon_deg) > 180.0:
            return "off-earth"
    return ""


def _position(kind: str, body: dict[str, Any], mmsi: int, t_ms: int) -> dict[str, Any]:
    sog, cog, heading = (_float(body.get(key)) for key in ("Sog", "Cog", "TrueHeading"))
    turn = _float(body.get("RateOfTurn"))
    return {
        "mmsi": mmsi,
        "t_ms": t_ms,
        "lat_deg": float(body["Latitude"]),
        "lon_deg": float(body["Longitude"]),
        "sog_m_s": sog * M_S_PER_KNOT if 0 <= sog < (63 if kind.startswith("Long") else _NOT_SOG) else _NAN,
        "cog_deg": cog if 0 <= cog < _NOT_COG else _NAN,
        "heading_deg": heading if 0 <= heading < _FULL_DEG else _NAN,
        "rot_deg_min": float(np.sign(turn) * (turn / _TURN) ** 2) if abs(turn) <= _TURN_MOST else _NAN,
        "nav_status": _whole(body.get("NavigationalStatus"), 0, 14, 15),
        "utc_second": _whole(body.get("Timestamp"), 0, 63, 60),
        "is_accurate": bool(body.get("PositionAccuracy", False)),
        "msg_type": _whole(body.get("MessageID"), 1, 27, _POSITIONS[kind]),
        "station": STATION,
        "received_ms": t_ms,
    }


def _static(kind: str, body: dict[str, Any], mmsi: int, t_ms: int) -> dict[str, Any]:
    first, second = body.get("ReportA") or {}, body.get("ReportB") or {}
    ship = body.get("Dimension") or second.get("Dimension") or {}
    eta = body.get("Eta") or {}
    draught_m = _float(body.get("MaximumStaticDraught"))
    return {
        "mmsi": mmsi,
        "t_ms": t_ms,
        "imo": _whole(body.get("ImoNumber"), 1_000_000, 2**30 - 1, 0),
        "callsign": _text(body.get("CallSign") or second.get("CallSign")),
        "shipname": _text(body.get("Name") or first.get("Name")),
        "ship_type": _whole(body.get("Type", second.get("ShipType")), 0, 255, 0),
        "to_bow_m": _whole(ship.get("A"), 0, 511, 0),
        "to_stern_m": _whole(ship.get("B"), 0, 511, 0),
        "to_port_m": _whole(ship.get("C"), 0, 63, 0),
        "to_starboard_m": _whole(ship.get("D"), 0, 63, 0),
        "draught_m": draught_m if draught_m > 0 else _NAN,
        "destination": _text(body.get("Destination")),
        "eta": _eta(eta) if eta.get("Month") and eta.get("Day") else "",
        "msg_type": _whole(body.get("MessageID"), 1, 27, _STATICS[kind]),
        "station": STATION,
    }


def _eta(eta: dict[str, Any]) -> str:
    hour, minute = _whole(eta.get("Hour"), 0, 24, 24), _whole(eta.get("Minute"), 0, 60, 60)
    return f"{_whole(eta['Month'], 0, 12, 0):02d}-{_whole(eta['Day'], 0, 31, 0):02d}T{hour:02d}:{minute:02d}"


def _float(value: Any) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else _NAN


def _whole(value: Any, low: int, high: int, other: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        return other
    return int(value)


def _text(value: Any) -> str:
    return value.rstrip("@ ").strip() if isinstance(value, str) else ""
