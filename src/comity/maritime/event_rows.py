"""Rows of events: stable ids, canonical evidence, and what changed between two runs.

The id of an event is made of its kind, its rule set, its vessels and its start, so the same positions give the same
ids however they were cut, and an event keeps its id while it grows and closes.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import ArrayLike, NDArray

from comity.ground import canonical
from comity.maritime.columns import EVENTS
from comity.maritime.surroundings import FAR_M

OPEN, CLOSED = "open", "closed"

CHANGES = ("opened", "closed", "amended", "withdrawn")
"""What became of an event between two runs: new and open; new and closed, or closed now; told otherwise; gone."""

_ID_DIGITS = 20
_PLACE_DECIMALS = 6


def no_events() -> pa.Table:
    """Return no event."""
    return EVENTS.empty_table()


def events_of(
    kind: str,
    rules: str,
    *,
    mmsi: ArrayLike,
    start_ms: ArrayLike,
    end_ms: ArrayLike,
    lat_deg: ArrayLike,
    lon_deg: ArrayLike,
    evidence: Mapping[str, Any],
    is_open: ArrayLike | None = None,
    mmsi_2: ArrayLike | None = None,
    reason: str | Sequence[str] = "",
    score: ArrayLike = 1.0,
    subject: Sequence[str] | None = None,
) -> pa.Table:
    """Return events of one kind as rows of `EVENTS`.

    Parameters
    ----------
    evidence
        Columns of the canonical JSON by name: numbers, rounded to whole ones (what is not known is null), or words.
    is_open
        Where rows that are still to come may prolong the event.
    subject
        What else tells two events of one vessel and one instant apart, such as the zone.
    """
    mmsi_1 = np.asarray(mmsi, dtype=np.int64)
    count = len(mmsi_1)
    if count == 0:
        return no_events()
    partner = np.zeros(count, dtype=np.int64) if mmsi_2 is None else np.asarray(mmsi_2, dtype=np.int64)
    start = np.asarray(start_ms, dtype=np.int64)
    opened = np.zeros(count, dtype=np.bool_) if is_open is None else np.asarray(is_open, dtype=np.bool_)
    told = [""] * count if subject is None else list(subject)
    reasons = [reason] * count if isinstance(reason, str) else list(reason)
    ids = [
        event_id(kind, rules, one, other, begun, each)
        for one, other, begun, each in zip(mmsi_1.tolist(), partner.tolist(), start.tolist(), told, strict=True)
    ]
    columns = [
        pa.array(ids),
        pa.array([kind] * count),
        pa.array(np.where(opened, OPEN, CLOSED)),
        pa.array(mmsi_1),
        pa.array(partner),
        pa.array(start),
        pa.array(np.asarray(end_ms, dtype=np.int64)),
        pa.array(_rounded(lat_deg)),
        pa.array(_rounded(lon_deg)),
        pa.array([rules] * count),
        pa.array(reasons),
        pa.array(np.broadcast_to(np.asarray(score, dtype=np.float32), count)),
        pa.array(_evidence(evidence, count)),
    ]
    return pa.table(columns, schema=EVENTS)


def event_id(kind: str, rules: str, mmsi: int, mmsi_2: int, start_ms: int, subject: str = "") -> str:
    """Return the id of an event.

    >>> event_id("gap", "gfw-2026", 211029946, 0, 1738848802000)
    'gap-09066e365b718abcd4a9'
    """
    text = f"{kind}|{rules}|{mmsi}|{mmsi_2}|{start_ms}|{subject}"
    return f"{kind}-{sha256(text.encode()).hexdigest()[:_ID_DIGITS]}"


def joined(tables: Sequence[pa.Table]) -> pa.Table:
    """Return events of several tables as one, each id once, in the order of their starts."""
    events = pa.concat_tables([no_events(), *tables])
    order = [("start_ms", "ascending"), ("kind", "ascending"), ("mmsi", "ascending"), ("event_id", "ascending")]
    events = events.take(pc.sort_indices(events, sort_keys=[*order, ("end_ms", "ascending")])).combine_chunks()
    ids = events.column("event_id").to_numpy(zero_copy_only=False)
    _, first = np.unique(ids.astype(str) if len(ids) else np.zeros(0, dtype=str), return_index=True)
    return events if len(first) == len(ids) else events.take(np.sort(first))


def event_changes(before: pa.Table, after: pa.Table) -> pa.Table:
    """Return what became of the events of one run in the next: `EVENTS` and a column `change` (`CHANGES`).

    A withdrawn event stands as it was told before; all others as they are told now. What is unchanged is left out.
    """
    former = {each["event_id"]: each for each in before.to_pylist()}
    latter = {each["event_id"]: each for each in after.to_pylist()}
    rows = []
    for key, event in latter.items():
        old = former.get(key)
        if old is None:
            rows.append(event | {"change": "opened" if event["state"] == OPEN else "closed"})
        elif old != event:
            closes = old["state"] == OPEN and event["state"] == CLOSED
            rows.append(event | {"change": "closed" if closes else "amended"})
    rows += [old | {"change": "withdrawn"} for key, old in former.items() if key not in latter]
    return pa.Table.from_pylist(rows, schema=EVENTS.append(pa.field("change", pa.string())))


def _rounded(degrees: ArrayLike) -> NDArray[np.float64]:
    """Return degrees to the micro-degree, a tenth of a metre, and no negative zero."""
    return np.asarray(np.round(np.asarray(degrees, dtype=np.float64), _PLACE_DECIMALS) + 0.0, dtype=np.float64)


def _evidence(columns: Mapping[str, Any], count: int) -> list[str]:
    """Return each event's evidence in the canonical form of `ground.canonical`: sorted keys, whole numbers, words."""
    names = sorted(columns)
    values = [_told(columns[name], count) for name in names]
    template = "{" + ",".join(f'"{name}":%s' for name in names) + "}"
    return [template % row for row in zip(*values, strict=True)] if names else ["{}"] * count


def _told(values: Any, count: int) -> list[str]:
    if isinstance(values, list):
        return [canonical(each).decode() for each in values]
    whole = np.broadcast_to(np.asarray(values), count)
    if whole.dtype.kind != "f":
        return [str(each) for each in whole.tolist()]
    return [str(round(each)) if abs(each) < FAR_M else "null" for each in whole.tolist()]
