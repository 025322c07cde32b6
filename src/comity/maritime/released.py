"""From this room's columns to the records of its kinds: what the release check is asked about, all rows in one pass.

Units: integer micro-degrees in pairs (longitude first), milliseconds since 1970. Whoever holds the salt can make the
same pseudonyms again; nobody else can go back from one to an MMSI, nor test a guess. One salt for one partner and one
period: a new one, and no ship can be followed from the one period into the next.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from comity.ground import UDEG_PER_DEG, Floats, InvalidInput, Record, udeg
from comity.maritime.distress import Distress
from comity.maritime.mmsi import mmsi_flag

SALT_BYTES = 32
PSEUDONYM_DIGITS = 16
"""64 bits: among a million ships two share a pseudonym once in 37 million periods."""

POSITION = pa.list_(pa.int64(), 2)
_PER_MILLE = 1000


@dataclass(frozen=True)
class RecordTable:
    """Items of one kind: the instant of what each tells, shape (items,), and one record a row."""

    kind: str
    event_ms: NDArray[np.int64]
    records: pa.Table


def pseudonym(name: str, salt: bytes) -> str:
    """Return the name by which a partner knows a thing.

    >>> pseudonym("605000001", bytes(32))
    'a0519500df93354d'
    """
    if len(salt) != SALT_BYTES:
        raise InvalidInput(
            "maritime.bad_salt",
            "A salt of {bytes} bytes was given.",
            why="a pseudonym needs 32 bytes, or an MMSI could be guessed from it",
            remedy="draw 32 random bytes for each partner and period",
            bytes=len(salt),
        )
    return sha256(salt + name.encode()).hexdigest()[:PSEUDONYM_DIGITS]


def contact_items(positions: pa.Table, statics: pa.Table, *, salt: bytes) -> RecordTable:
    """Return each position as a contact, with what its ship last said of itself.

    Parameters
    ----------
    positions, statics
        Columns of `POSITIONS` and `STATICS`; a row without a place is a contact without one, which no area holds.
    """
    mmsi = _whole(positions, "mmsi")
    ships, which = np.unique(mmsi, return_inverse=True)
    said = _last_said(statics, ships)
    at = pa.array(which)
    columns: dict[str, Any] = {
        "contact_id": pa.array([pseudonym(str(each), salt) for each in ships.tolist()], pa.string()).take(at),
        "position": _pairs(positions),
        "seen_ms": _whole(positions, "t_ms"),
        "ship_type": said["ship_type"].take(at),
        "flag": pa.array([mmsi_flag(each) or None for each in ships.tolist()], pa.string()).take(at),
        "sog_mm_s": _scaled(positions, "sog_m_s", 1000.0),
        "cog_mdeg": _scaled(positions, "cog_deg", 1000.0),
        "mmsi": mmsi,
        **{name: said[name].take(at) for name in ("shipname", "imo", "callsign")},
        "source": positions.column("station").cast(pa.string()),
    }
    return RecordTable("maritime.contact", _whole(positions, "t_ms"), pa.table(columns))


def detection_items(found: pa.Table, *, salt: bytes) -> RecordTable:
    """Return each satellite detection as an item; columns of `DETECTIONS`."""
    columns: dict[str, Any] = {
        "detection_id": _pseudonyms(found, "detection_id", salt),
        "position": _pairs(found),
        "seen_ms": _whole(found, "t_ms"),
        "length_m": _scaled(found, "length_m", 1.0),
        "source": found.column("source"),
        "sensor": found.column("sensor"),
        "score_permille": _scaled(found, "score", _PER_MILLE),
        "scene": found.column("scene"),
    }
    return RecordTable("maritime.detection", _whole(found, "t_ms"), pa.table(columns))


def event_items(found: pa.Table, *, salt: bytes) -> RecordTable:
    """Return each event as an item, told of from its end on; columns of `EVENTS`."""
    others = _whole(found, "mmsi_2")
    columns: dict[str, Any] = {
        "event_id": _pseudonyms(found, "event_id", salt),
        "event_kind": found.column("kind"),
        "position": _pairs(found),
        "start_ms": _whole(found, "start_ms"),
        "end_ms": _whole(found, "end_ms"),
        "state": found.column("state"),
        "rules": found.column("rules"),
        "reason": found.column("reason"),
        "score_permille": _scaled(found, "score", _PER_MILLE),
        "mmsi": _whole(found, "mmsi"),
        "mmsi_2": pa.array(others, mask=others == 0),
        "evidence": found.column("evidence"),
    }
    return RecordTable("maritime.event", _whole(found, "end_ms"), pa.table(columns))


def track_record(positions: pa.Table, statics: pa.Table, *, name: str, salt: bytes) -> Record:
    """Return one track, the rows of one ship oldest first, as a record; fixes without a place are left out."""
    placed = positions.filter(pc.is_finite(pc.add(positions.column("lat_deg"), positions.column("lon_deg"))))
    mmsi = int(_whole(placed, "mmsi")[0])
    said = {key: column.to_pylist()[0] for key, column in _last_said(statics, np.array([mmsi])).items()}
    return {
        "track_id": pseudonym(name, salt),
        "ship_type": said["ship_type"],
        "flag": mmsi_flag(mmsi) or None,
        "fixes_ms": _whole(placed, "t_ms").tolist(),
        "line": _pairs(placed).to_pylist(),
        "mmsi": mmsi,
        "shipname": said["shipname"],
    }


def distress_record(found: Distress, *, salt: bytes) -> Record:
    """Return a device that was heard as a record."""
    is_nowhere = found.lat_deg is None or found.lon_deg is None
    return {
        "distress_id": pseudonym(str(found.mmsi), salt),
        "device": found.device,
        "state": found.state,
        "position": None if is_nowhere else [udeg(found.lon_deg or 0.0), udeg(found.lat_deg or 0.0)],
        "first_ms": found.first_ms,
        "last_ms": found.last_ms,
        "mmsi": found.mmsi,
        "words": found.text,
    }


def _last_said(statics: pa.Table, ships: NDArray[np.int64]) -> dict[str, pa.Array]:
    """Return what each of some ships last said, one value a ship; nothing where it said nothing."""
    mmsi, t_ms = _whole(statics, "mmsi"), _whole(statics, "t_ms")
    order = np.lexsort((t_ms, mmsi))
    found: dict[str, pa.Array] = {}
    for name, kind in (("ship_type", pa.int64()), ("imo", pa.int64()), ("shipname", None), ("callsign", None)):
        column = statics.column(name).combine_chunks().cast(kind or pa.string())
        is_said = np.asarray(pc.not_equal(column, 0 if kind else "").fill_null(False), dtype=np.bool_)
        rows = order[is_said[order]]
        last = np.searchsorted(mmsi[rows], ships, side="right") - 1
        known = (
            (last >= 0) & (mmsi[rows[np.maximum(last, 0)]] == ships) if len(rows) else np.zeros(len(ships), np.bool_)
        )
        taken = rows[np.maximum(last, 0)] if len(rows) else np.zeros(len(ships), dtype=np.int64)
        found[name] = column.take(pa.array(taken, mask=~known))
    return found


def _pseudonyms(table: pa.Table, name: str, salt: bytes) -> pa.Array:
    return pa.array([pseudonym(str(each), salt) for each in table.column(name).to_pylist()], pa.string())


def _pairs(table: pa.Table) -> pa.FixedSizeListArray:
    """Return places as pairs of micro-degrees; none where a row has none."""
    lon_deg, lat_deg = (_floats(table, name) for name in ("lon_deg", "lat_deg"))
    missing = ~(np.isfinite(lon_deg) & np.isfinite(lat_deg))
    pairs = np.rint(np.where(missing, 0.0, np.stack([lon_deg, lat_deg])) * UDEG_PER_DEG).astype(np.int64)
    return pa.FixedSizeListArray.from_arrays(pairs.T.ravel(), type=POSITION, mask=pa.array(missing))


def _scaled(table: pa.Table, name: str, scale: float) -> pa.Array:
    """Return a column in whole numbers of a finer unit; nothing where it is missing."""
    values = _floats(table, name)
    missing = ~np.isfinite(values)
    return pa.array(np.rint(np.where(missing, 0.0, values) * scale).astype(np.int64), mask=missing)


def _floats(table: pa.Table, name: str) -> Floats:
    return np.asarray(table.column(name).cast(pa.float64()).fill_null(np.nan), dtype=np.float64)


def _whole(table: pa.Table, name: str) -> NDArray[np.int64]:
    return np.asarray(table.column(name).combine_chunks(), dtype=np.int64)
