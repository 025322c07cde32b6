"""Doubts as events: what the validity checks find becomes a kind of event with the same score, reason and evidence.

A check of one ship runs in a bucket. A check of the fleet (an identity that goes on under another number, many ships
displaced together, what a satellite saw and no ship told) runs on the rows that it can need: the ends of tracks, what
stands around a position on no track, and what was told around the instant of a picture.
Units: milliseconds since 1970-01-01T00:00Z, degrees.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from comity.maritime.asked import EVENTS_PART, Asked, Parts
from comity.maritime.columns import EVENTS
from comity.maritime.event_rows import CLOSED, event_id, no_events
from comity.maritime.validity import CHECKS, given

AROUND_ROWS = 6
"""Rows before and after what a check of the fleet looks at: more than any of them reads on either side."""

AROUND_SCENE_MS = 3_600_000
"""Around the instant of a picture: a ship is placed between two positions an hour apart at most."""

FLEET_ROWS = "fleet_rows"

KIND_OF_REASON = {
    "jump": "jump",
    "jump-and-back": "jump",
    "identity-clash": "identity_clash",
    "identity-change": "identity_change",
    "circle": "circle",
    "on-land": "on_land",
    "out-of-range": "out_of_range",
    "many-ships-jump": "coherence",
    "too-clean": "too_clean",
    "detection-without-report": "detection_without_ais",
    "report-without-detection": "ais_without_detection",
}
"""The kind of event for each reason of a doubt."""


class DoubtRule(NamedTuple):
    """Doubts with a score of `least_score` or more are told; the checks have their own thresholds."""

    least_score: float


def doubts_of_vessels(check: str) -> Callable[[pa.Table, DoubtRule, Asked], Parts]:
    """Return what runs a check of one ship on the tracked positions of a bucket."""

    def found(tracked: pa.Table, rule: DoubtRule, asked: Asked) -> Parts:
        doubts = CHECKS[check].find(given(tracked, **asked.known))
        return {EVENTS_PART: events_of_doubts(doubts, rule, asked)}

    return found


def fleet_rows(tracked: pa.Table, rule: DoubtRule, asked: Asked) -> Parts:  # noqa: ARG001 (one form for all)
    """Return the rows of a bucket that checks of the fleet can need."""
    mmsi, t_ms = tracked["mmsi"].to_numpy(), tracked["t_ms"].to_numpy()
    track = tracked["track"].combine_chunks().fill_null(-1).to_numpy(zero_copy_only=False)
    other = np.concatenate([[True], (track[1:] != track[:-1]) | (mmsi[1:] != mmsi[:-1])])
    wanted = other | np.concatenate([other[1:], [True]])
    for scene_ms in _scene_instants(asked):
        wanted |= np.abs(t_ms - scene_ms) <= AROUND_SCENE_MS
    return {FLEET_ROWS: tracked.filter(pa.array(_widened(wanted, AROUND_ROWS)))}


def doubts_of_fleet(check: str) -> Callable[[Parts, DoubtRule, Asked], Parts]:
    """Return what runs a check of the fleet."""

    def found(parts: Parts, rule: DoubtRule, asked: Asked) -> Parts:
        rows = parts.get(FLEET_ROWS)
        if rows is None or not rows.num_rows:
            return {}
        doubts = CHECKS[check].find(given(rows.combine_chunks(), **asked.known))
        return {EVENTS_PART: events_of_doubts(doubts, rule, asked)}

    return found


def events_of_doubts(doubts: pa.Table, rule: DoubtRule, asked: Asked) -> pa.Table:
    """Return doubts as closed events: each tells of positions that have been."""
    rows: Iterable[dict[str, Any]] = doubts.filter(pc.greater_equal(doubts["score"], rule.least_score)).to_pylist()
    events = []
    for row in rows:
        kind = KIND_OF_REASON.get(row["reason"])
        if kind is None:
            continue
        subject = row["reason"] if row["mmsi"] else f"{row['reason']} {row['lat_deg']:.6f} {row['lon_deg']:.6f}"
        own = {name: row[name] for name in EVENTS.names if name in row}
        identity = event_id(kind, asked.rules.name, row["mmsi"], row["mmsi_2"], row["start_ms"], subject)
        events.append(own | {"event_id": identity, "kind": kind, "state": CLOSED, "rules": asked.rules.name})
    return pa.Table.from_pylist(events, schema=EVENTS) if events else no_events()


def _scene_instants(asked: Asked) -> list[int]:
    scenes = asked.known.get("scenes")
    return [] if scenes is None else scenes["t_ms"].to_pylist()


def _widened(marked: NDArray[np.bool_], rows: int) -> NDArray[np.bool_]:
    """Return marks with as many rows before and after each marked too."""
    total = np.concatenate([[0], np.cumsum(marked)])
    at = np.arange(len(marked))
    found: NDArray[np.bool_] = total[np.minimum(at + rows + 1, len(marked))] > total[np.maximum(at - rows, 0)]
    return found
