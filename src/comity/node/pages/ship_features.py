"""Ships as features of a map: the live picture, tracks of the last hours, and what partners released of theirs.

Units: degrees on WGS 84, longitude first; instants milliseconds since 1970. A map program is shown what it can draw:
the newest fixes first, and no tracks where the store holds more of a day than can be read while somebody waits.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from comity.files.geojson import on_globe
from comity.files.position_store_days import day_of
from comity.files.position_store_manifest import MANIFEST
from comity.files.position_store_reading import StoredPositions
from comity.ground import MS_PER_HOUR, UDEG_PER_DEG
from comity.maritime import CONTACT, DETECTION, POSITIONS, mmsi_flag, thinned, type_class
from comity.node.app import Node
from comity.node.pages.features import Feature
from comity.node.services import maritime_releases, vessels

MOST_SHIPS = 5_000
MOST_ROWS = 2_000_000
"""Rows of the days of a track at most: a second's reading."""

TRACK_MS = 24 * MS_PER_HOUR
TRACK_EVERY_S = 300
_SHOWN = 20_000
_NUMBERS = ("sog_m_s", "cog_deg", "heading_deg")


def ships_on_map(node: Node) -> Iterator[Feature]:
    """Yield the ships of the live picture, those with the newest fixes; none where nobody listens."""
    if not node.watch.is_set:
        return
    found = vessels.in_box(node, (-180.0, -90.0, 180.0, 90.0), vessels.Filter(limit=MOST_SHIPS))
    columns = {
        name: found.columns[name].tolist() for name in ("mmsi", "lat_deg", "lon_deg", "t_ms", "ship_type", *_NUMBERS)
    }
    for row in (dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)):
        if not np.isfinite(row["lat_deg"]):  # heard, and without a place
            continue
        told = {name: value if np.isfinite(value := row[name]) else None for name in _NUMBERS}
        about = {"mmsi": row["mmsi"], "flag": mmsi_flag(row["mmsi"]) or None, "type": type_class(row["ship_type"])}
        geometry = on_globe({"type": "Point", "coordinates": [row["lon_deg"], row["lat_deg"]]})
        yield Feature(str(row["mmsi"]), geometry, row["t_ms"], row["t_ms"], {**about, **told})


def tracks_on_map(node: Node) -> Iterator[Feature]:
    """Yield the way of each ship in the last 24 hours, one fix in five minutes."""
    until_ms = node.clock()
    positions = _kept(node, until_ms - TRACK_MS, until_ms)
    rows = thinned(positions, every_s=TRACK_EVERY_S, within_m=0.0, at_least_s=1)
    mmsi, t_ms = rows["mmsi"].to_numpy(), rows["t_ms"].to_numpy()
    line = np.column_stack([rows["lon_deg"].to_numpy(), rows["lat_deg"].to_numpy()])
    for part in np.split(np.arange(len(mmsi)), np.flatnonzero(np.diff(mmsi)) + 1) if len(mmsi) else ():
        if len(part) > 1:
            first, last = int(part[0]), int(part[-1])
            geometry = on_globe({"type": "LineString", "coordinates": line[part].tolist()})
            about = {"mmsi": int(mmsi[first]), "flag": mmsi_flag(int(mmsi[first])) or None, "fixes": len(part)}
            yield Feature(str(mmsi[first]), geometry, int(t_ms[first]), int(t_ms[last]), about)


def contacts_on_map(node: Node) -> Iterator[Feature]:
    """Yield what partners released of their picture, as coarse as it came: contacts, then satellite detections."""
    for item, name in ((CONTACT.name, "contact_id"), (DETECTION.name, "detection_id")):
        for number, (each, record) in enumerate(maritime_releases.arrived(node, item, limit=_SHOWN)):
            place, at_ms = _place(record.get("position")), record.get("seen_ms")
            whole = at_ms if type(at_ms) is int else None
            about: dict[str, Any] = {
                "kind": item,
                "party": each.party,
                "rule": each.rule.id if each.rule else None,
                **{key: value for key, value in record.items() if key not in ("position", "seen_ms")},
            }
            yield Feature(
                f"{each.agreement_id}.{each.position}.{number}.{record.get(name)}", place, whole, whole, about
            )


def _place(position: Any) -> dict[str, Any] | None:
    """Return a released place, or nothing where a partner wrote it in another form than its kind describes."""
    if not isinstance(position, list) or [type(each) for each in position] != [int, int]:
        return None
    return on_globe({"type": "Point", "coordinates": [each / UDEG_PER_DEG for each in position]})


def _kept(node: Node, from_ms: int, until_ms: int) -> pa.Table:
    """Return the positions of a period, or none where there are too many to wait for."""
    folder = node.layout.positions
    empty = POSITIONS.empty_table()
    if not (folder / MANIFEST).is_file():
        return empty
    stored = StoredPositions(folder)
    days = [day for day in stored.days() if day_of(max(from_ms, 0)) <= day <= day_of(max(until_ms, 0))]
    manifest, tail = stored.content()
    rows = sum(each.rows for each in manifest.of("positions") if each.day in days) + tail[0].num_rows
    if rows > MOST_ROWS:
        return empty
    found = pa.concat_tables([empty, *(stored.read_day(day).cast(empty.schema) for day in days)]).unify_dictionaries()
    t_ms = found["t_ms"].to_numpy()
    return found.filter(pa.array((t_ms >= from_ms) & (t_ms <= until_ms)))
