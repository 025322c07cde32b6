"""Ships for TAK: one Cursor on Target event each, whose they are left open.

Units: metres per second and degrees, as CoT's `track` wants them; instants in UTC. Sources: CoT event 2.0 (MITRE MP
090284); MIL-STD-2525 for what sails (`S-X-…`). An event ends with its closing tag, so a stream of them is read one by
one, as TAK servers send them. A ship that was only heard is `unknown`; a partner's is `neutral` or `friend` where an
office says so; there is no other word.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
import pyarrow as pa
from lxml import etree

from comity.files.charts.markup import add, root
from comity.files.standards.cot import AFFILIATIONS, Affiliation
from comity.ground import instant_text

STALE_MS = 6 * 60 * 1000
"""An event is stale six minutes after its fix: the longest silence of a ship that moves, twice."""

_UNKNOWN = "9999999.0"
_ERROR_M = {True: "10.0", False: "50.0"}
"""AIS says of a fix that it is better than 10 m, or not (M.1371-5, table 45)."""

_TYPES: Mapping[range, str] = MappingProxyType(
    {
        range(30, 31): "S-X-F",
        range(31, 33): "S-X-M-TO",
        range(36, 38): "S-X-R",
        range(40, 50): "S-X-M-P",
        range(52, 53): "S-X-M-TU",
        range(55, 56): "S-X-L",
        range(60, 70): "S-X-M-P",
        range(70, 80): "S-X-M-C",
        range(80, 90): "S-X-M-O",
    }
)
"""Fishing, towing, leisure, passengers, tug, law enforcement, cargo, tanker; all else is something at sea."""


def ship_type_atom(affiliation: Affiliation, ship_type: int) -> str:
    """Return the type of a ship on the map.

    >>> ship_type_atom("unknown", 70), ship_type_atom("neutral", 0)
    ('a-u-S-X-M-C', 'a-n-S-X')
    """
    form = next((each for types, each in _TYPES.items() if ship_type in types), "S-X")
    return f"a-{AFFILIATIONS[affiliation]}-{form}"


def contacts_cot(
    positions: pa.Table, statics: pa.Table, *, affiliation: Affiliation = "unknown", remarks: str = ""
) -> Iterator[bytes]:
    """Yield the newest fix of each ship as an event, ready to be sent.

    Parameters
    ----------
    positions, statics
        Columns of `POSITIONS` and `STATICS`.
    remarks
        What stands beside each, such as the mark of an example.
    """
    said = last_said(statics)
    for row in newest(positions).to_pylist():
        yield _event(row, said.get(row["mmsi"], {}), affiliation, remarks)


def newest(positions: pa.Table) -> pa.Table:
    """Return the last row with a place of each ship, by MMSI."""
    placed = positions.filter(pa.array(np.isfinite(positions["lat_deg"].to_numpy() + positions["lon_deg"].to_numpy())))
    mmsi, t_ms = placed["mmsi"].to_numpy(), placed["t_ms"].to_numpy()
    order = np.lexsort((t_ms, mmsi))
    is_last = np.append(np.diff(mmsi[order]) != 0, True) if len(order) else np.empty(0, dtype=np.bool_)
    return placed.take(pa.array(order[is_last]))


def last_said(statics: pa.Table) -> dict[int, dict[str, Any]]:
    """Return what each ship last said of itself: each word as it was last told."""
    found: dict[int, dict[str, Any]] = {}
    for row in statics.sort_by("t_ms").to_pylist():
        known = found.setdefault(row["mmsi"], {})
        known.update({name: value for name, value in row.items() if value not in (None, "", 0) and value == value})
    return found


def _event(row: Mapping[str, Any], said: Mapping[str, Any], affiliation: Affiliation, remarks: str) -> bytes:
    at_ms = int(row["t_ms"])
    event = root(
        "event",
        version="2.0",
        uid=f"MMSI-{row['mmsi']}",
        type=ship_type_atom(affiliation, int(said.get("ship_type", 0))),
        how="m-g",
        time=_instant(at_ms),
        start=_instant(at_ms),
        stale=_instant(at_ms + STALE_MS),
    )
    place = {"lat": f"{row['lat_deg']:.7f}", "lon": f"{row['lon_deg']:.7f}"}
    add(event, "point", **place, hae=_UNKNOWN, ce=_ERROR_M[bool(row["is_accurate"])], le=_UNKNOWN)
    detail = add(event, "detail")
    add(detail, "contact", callsign=str(said.get("shipname", row["mmsi"])))
    moving = {name: row[column] for name, column in (("course", "cog_deg"), ("speed", "sog_m_s"))}
    if all(value is not None and np.isfinite(value) for value in moving.values()):
        add(detail, "track", **{name: f"{value:.1f}" for name, value in moving.items()})
    words = [remarks, *(f"{name}: {said[key]}" for name, key in _SAID if key in said)]
    add(detail, "remarks", "; ".join(filter(None, words)) or None)
    data: bytes = etree.tostring(event, encoding="UTF-8")
    return data + b"\n"


_SAID = (("call sign", "callsign"), ("IMO", "imo"), ("bound for", "destination"))


def _instant(at_ms: int) -> str:
    whole = instant_text(at_ms)
    return whole if "." in whole else f"{whole[:-1]}.000Z"
