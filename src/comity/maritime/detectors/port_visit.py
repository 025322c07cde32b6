"""Port visits and voyages: a ship comes within three kilometres of an anchorage, lies still, and goes beyond four.

The confidence is the published one: 1 where only the entry or the exit is seen, 2 where only a stop or a silence in
port is, 3 with one of entry and exit beside it, 4 with both. A voyage goes from one visit to the next of a ship.
A stop begins under 0.2 kn and ends above 0.5 kn; a ship that tells no speed has that of its way.
Units: milliseconds, metres, metres per second.
Sources: Global Fishing Watch, pipe-anchorages, assets/config/anchorage_cfg.yaml; GFW_technical_documentation,
anchorages-voyages-port-visits.md.
"""

from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numba import njit

from comity.ground import Floats
from comity.maritime.asked import EVENTS_PART, Asked, Parts
from comity.maritime.bucket import Bucket, Floats32, Ints
from comity.maritime.event_rows import events_of
from comity.maritime.sphere import KERNEL
from comity.maritime.surroundings import Anchorages, nearest_anchorage

VISITS = "visits"
BOTH, ONE, STILL, PASSED = 4, 3, 2, 1
_FIRST, _LAST, _PORT, _ENTERS, _LEAVES, _STOPS, _SILENCES, _STILL_MS, _OPEN = range(9)


class PortVisitRule(NamedTuple):
    """Within `enter_m` of an anchorage until beyond `exit_m`; still from under `stop_m_s` to above `go_m_s`.

    A silence in port of more than `gap_ms` counts as a stop does. Positions more than `join_m` apart are no visit.
    What has less than `least_confidence` is not told.
    """

    enter_m: float
    exit_m: float
    stop_m_s: float
    go_m_s: float
    gap_ms: int
    join_m: float
    least_confidence: int


class VoyageRule(NamedTuple):
    """From a visit of `least_confidence` or more to the next of them."""

    least_confidence: int


def port_visits(bucket: Bucket, rule: PortVisitRule, asked: Asked) -> Parts:
    """Return the port visits of a bucket, and all passages of ports for the voyages."""
    visits = _visits(
        bucket.t_ms,
        bucket.lat_deg,
        bucket.lon_deg,
        bucket.sog_m_s,
        bucket.step_m,
        bucket.starts,
        rule,
        asked.until_ms,
        asked.surroundings.anchorages,
    )
    confidence = _confidence(visits)
    told = confidence >= rule.least_confidence
    visits, confidence = visits[told], confidence[told]
    first, last, port = visits[:, _FIRST], visits[:, _LAST], visits[:, _PORT]
    anchorages = asked.surroundings.anchorages
    names = asked.surroundings.anchorage_names or ("",) * len(anchorages.lat_deg)
    found: dict[str, Any] = {
        "mmsi": bucket.mmsi[first],
        "start_ms": bucket.t_ms[first],
        "end_ms": bucket.t_ms[last],
        "lat_deg": anchorages.lat_deg[port],
        "lon_deg": anchorages.lon_deg[port],
        "is_open": visits[:, _OPEN].astype(np.bool_),
    }
    events = events_of(
        "port_visit",
        asked.rules.name,
        **found,
        reason="port_visit.near_anchorage",
        score=confidence / BOTH,
        evidence={
            "confidence": confidence,
            "entry_seen": visits[:, _ENTERS],
            "exit_seen": visits[:, _LEAVES],
            "stops": visits[:, _STOPS],
            "silences": visits[:, _SILENCES],
            "still_s": visits[:, _STILL_MS] // 1000,
            "port": [names[each] for each in port],
        },
    )
    return {
        EVENTS_PART: events,
        VISITS: pa.table(found | {"track": bucket.track[first], "confidence": confidence, "port": port}),
    }


def voyages(parts: Parts, rule: VoyageRule, asked: Asked) -> Parts:
    """Return the ways of ships from one visit to the next; the last one is open."""
    visits = parts.get(VISITS)
    if visits is None or not visits.num_rows:
        return {}
    visits = visits.sort_by(
        [("mmsi", "ascending"), ("track", "ascending"), ("start_ms", "ascending"), ("end_ms", "ascending")]
    )
    found = {name: visits.column(name).to_numpy(zero_copy_only=False) for name in visits.column_names}
    left = (found["confidence"] >= rule.least_confidence) & ~found["is_open"]
    stays = found["confidence"] >= rule.least_confidence
    found, left = {name: column[stays] for name, column in found.items()}, left[stays]
    follows = np.zeros(len(left), dtype=np.bool_)
    follows[:-1] = (found["mmsi"][1:] == found["mmsi"][:-1]) & (found["track"][1:] == found["track"][:-1])
    begin = np.flatnonzero(left)
    end = np.where(follows[begin], np.minimum(begin + 1, len(left) - 1), begin)
    names = asked.surroundings.anchorage_names or ("",) * len(asked.surroundings.anchorages.lat_deg)
    is_open = ~follows[begin]
    events = events_of(
        "voyage",
        asked.rules.name,
        mmsi=found["mmsi"][begin],
        start_ms=found["end_ms"][begin],
        end_ms=np.where(is_open, found["end_ms"][begin], found["start_ms"][end]),
        lat_deg=found["lat_deg"][begin],
        lon_deg=found["lon_deg"][begin],
        is_open=is_open,
        reason="voyage.between_visits",
        evidence={
            "from": [names[each] for each in found["port"][begin]],
            "to": ["" if open_ else names[each] for each, open_ in zip(found["port"][end], is_open, strict=True)],
            "to_lat_udeg": np.where(is_open, np.nan, found["lat_deg"][end] * 1e6),
            "to_lon_udeg": np.where(is_open, np.nan, found["lon_deg"][end] * 1e6),
        },
    )
    return {EVENTS_PART: events}


def _confidence(visits: Ints) -> Ints:
    ends = visits[:, _ENTERS] + visits[:, _LEAVES]
    still = (visits[:, _STOPS] + visits[:, _SILENCES]) > 0
    found: Ints = np.where(still, np.where(ends == 2, BOTH, np.where(ends == 1, ONE, STILL)), PASSED)
    return found


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _visits(
    t_ms: Ints,
    lat_deg: Floats,
    lon_deg: Floats,
    sog_m_s: Floats32,
    step_m: Floats,
    starts: Ints,
    rule: PortVisitRule,
    until_ms: int,
    anchorages: Anchorages,
) -> Ints:
    visits, count = np.zeros((64, 9), np.int64), 0
    for track in range(starts.size - 1):
        inside, still, still_from = False, False, np.int64(0)
        begin, end = starts[track], starts[track + 1]
        for i in range(begin, end):
            away_m, port = nearest_anchorage(lat_deg[i], lon_deg[i], anchorages)
            silent = i > begin and t_ms[i] - t_ms[i - 1] > rule.gap_ms
            if inside and silent:
                visits[count, _SILENCES] += 1
            apart = i > begin and step_m[i] > rule.join_m
            if inside and (away_m > rule.exit_m or apart):
                _ended(visits[count], t_ms, i if not apart else i - 1, still, still_from)
                visits[count, _LEAVES] = 0 if apart else 1
                count += 1
                inside, still = False, False
                if count == len(visits):
                    visits = _more(visits)
            if not inside and away_m <= rule.enter_m:
                inside, still = True, False
                visits[count] = 0
                visits[count, _FIRST], visits[count, _PORT] = i, port
                visits[count, _ENTERS] = 1 if i > begin and not apart else 0
            if inside:
                visits[count, _LAST] = i
                speed = float(sog_m_s[i])
                if np.isnan(speed):
                    speed = step_m[i] * 1000.0 / (t_ms[i] - t_ms[i - 1]) if i > visits[count, _FIRST] else rule.go_m_s
                if not still and speed < rule.stop_m_s:
                    still, still_from = True, t_ms[i]
                    visits[count, _STOPS] += 1
                    visits[count, _PORT] = port
                elif still and speed > rule.go_m_s:
                    visits[count, _STILL_MS] += t_ms[i] - still_from
                    still = False
        if inside:
            _ended(visits[count], t_ms, end - 1, still, still_from)
            if until_ms - t_ms[end - 1] > rule.gap_ms:
                visits[count, _SILENCES] += 1
            visits[count, _OPEN] = 1
            count += 1
            if count == len(visits):
                visits = _more(visits)
    return visits[:count].copy()


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _ended(visit: Ints, t_ms: Ints, last: int, still: bool, still_from: int) -> None:
    visit[_LAST] = last
    if still:
        visit[_STILL_MS] += t_ms[last] - still_from


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _more(visits: Ints) -> Ints:
    more = np.zeros((2 * len(visits), 9), np.int64)
    more[: len(visits)] = visits
    return more
