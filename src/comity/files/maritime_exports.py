"""Positions and events in the forms of others: sentences, TAK, CISE, GeoParquet, CSV, moving features.

What is read: Parquet in our columns, a table that `read_positions` knows, or a log of sentences. What is written: one
file, or a folder with one file a track. Units: as the columns say; each form says its own.
"""

import io
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from comity.files.cells import safe_cell
from comity.files.geoparquet import events_geoparquet, tracks_geoparquet
from comity.files.nmea_out import traffic_nmea
from comity.files.positions import is_parquet, read_positions
from comity.files.standards.cise import Envelope, event_entities, push, service_of, vessels
from comity.files.standards.cot_contacts import contacts_cot, last_said, newest
from comity.files.standards.moving_features import tracks_mf_json
from comity.ground import InvalidInput
from comity.maritime import EVENTS, MESSAGES, POSITIONS, STATICS, decode, track_names, tracks

_LOGS = frozenset({".nmea", ".nm4", ".aivdm", ".ais"})
"""What the name of a log of sentences ends with."""

_INSTANT = pa.timestamp("ms", tz="UTC")
EXAMPLE = "EXAMPLE / EXEMPLE / مثال"


@dataclass(frozen=True)
class Exported:
    """What is to be written: positions with what ships say of themselves and messages, or events."""

    positions: pa.Table | None
    statics: pa.Table
    messages: pa.Table
    events: pa.Table | None


@dataclass(frozen=True)
class Said:
    """What a message says of its sender and its instant; `is_example` marks what a human reads."""

    sender: str
    purpose: str
    tlp: str
    now_ms: int
    is_example: bool


Contents = Mapping[str, bytes]
"""What to write: one file under the empty name, or several under their own."""


def read_exported(path: Path, statics: Path | None, *, mapping: str | None, now_ms: int) -> Exported:
    """Read what is to be exported.

    Parameters
    ----------
    statics
        Parquet in the columns of `STATICS`, beside positions that have none.
    """
    said = pq.read_table(statics) if statics is not None else STATICS.empty_table()
    none = MESSAGES.empty_table()
    if path.suffix.lower() in _LOGS:
        found = decode(path.read_bytes(), received_ms=now_ms)
        return Exported(found.positions, pa.concat_tables([said.cast(STATICS), found.statics]), found.messages, None)
    if is_parquet(path):
        table = pq.read_table(path)
        if "event_id" in table.column_names:
            return Exported(None, said, none, table.select(EVENTS.names).cast(EVENTS))
        if "msg_type" in table.column_names:
            return Exported(table.select(POSITIONS.names).cast(POSITIONS), said, none, None)
    parts = list(read_positions(path, mapping, latest_ms=now_ms))
    positions = pa.concat_tables([POSITIONS.empty_table(), *(each.positions.cast(POSITIONS) for each in parts)])
    told = pa.concat_tables([said.cast(STATICS), *(each.statics.cast(STATICS) for each in parts)])
    return Exported(positions, told, none, None)


def _nmea(found: Exported, _: Said) -> Contents:
    return {"": traffic_nmea(_positions(found), found.statics, found.messages)}


def _cot(found: Exported, said: Said) -> Contents:
    remarks = EXAMPLE if said.is_example else ""
    return {"": b"".join(contacts_cot(_positions(found), found.statics, remarks=remarks))}


def _cise(found: Exported, said: Said) -> Contents:
    if found.events is not None:
        rows = found.events.to_pylist()
        entities, service = event_entities(rows), service_of(each["kind"] for each in rows)
    else:
        rows = newest(_positions(found)).to_pylist()
        entities, service = vessels(rows, last_said(found.statics)), "VesselService"
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{said.sender}:{said.now_ms}:{service}:{len(rows)}")
    context = EXAMPLE if said.is_example else ""
    envelope = Envelope(
        str(name), said.now_ms, said.sender, service, purpose=said.purpose, tlp=said.tlp, context=context
    )
    return {"": push(envelope, entities)}


def _geoparquet(found: Exported, _: Said) -> Contents:
    if found.events is not None:
        return {"": events_geoparquet(found.events)}
    return {"": tracks_geoparquet(_positions(found), _track_names(_positions(found)))}


def _csv(found: Exported, _: Said) -> Contents:
    table = found.events if found.events is not None else _positions(found)
    for place, field in enumerate(table.schema):
        if pa.types.is_dictionary(field.type) or pa.types.is_string(field.type):
            coded = table.column(place).cast(pa.string()).combine_chunks().dictionary_encode()
            safe = pa.array([safe_cell(each) for each in coded.dictionary.to_pylist()], pa.string())
            table = table.set_column(place, field.name, safe.take(coded.indices))
    for name in [each for each in table.column_names if each.endswith("_ms")]:
        told = pc.strftime(table.column(name).cast(_INSTANT), format="%Y-%m-%dT%H:%M:%SZ")
        table = table.append_column(name.removesuffix("_ms"), told)
    held = io.BytesIO()
    pyarrow.csv.write_csv(table, held)
    return {"": held.getvalue()}


def _mf_json(found: Exported, _: Said) -> Contents:
    positions = _positions(found)
    return {f"{name}.json": data for name, data in tracks_mf_json(positions, _track_names(positions))}


EXPORTS: Mapping[str, Callable[[Exported, Said], Contents]] = MappingProxyType(
    {"nmea": _nmea, "cot": _cot, "cise": _cise, "geoparquet": _geoparquet, "csv": _csv, "mfjson": _mf_json}
)
"""The forms of others, by what a command calls them."""


def _positions(found: Exported) -> pa.Table:
    if found.positions is None:
        raise InvalidInput(
            "files.events_not_positions",
            "Events cannot be written in this form.",
            why="it tells where ships were, and a file of events does not",
            remedy="name a file of positions, or choose cise, geoparquet or csv",
        )
    return found.positions


def _track_names(positions: pa.Table) -> pa.Array:
    return track_names(tracks(positions).track)


def contents_of(form: str, found: Exported, **said: Any) -> Contents:
    """Return what to write in a form of `EXPORTS`; `said` are the fields of `Said`."""
    return EXPORTS[form](found, Said(**said))
