"""Loitering: a ship far from shore that goes under two knots for hours, from the exact beginning to the exact end.

The published rule sums ways over clock hours and so loses what begins at half past. Here the way is summed over nodes
of five minutes: a half hour whose mean is under the limit is slow, a stretch of such half hours is loitering, and its
ends are cut back to where the ship itself was slow. A ship that does so beside another one is told apart: both
together are what the published rule finds.
Units: milliseconds, metres, metres per second.
Source: Global Fishing Watch, pipe-loitering; GFW_technical_documentation, loitering.md.
"""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numba import njit
from numpy.typing import NDArray

from comity.ground import Floats
from comity.maritime.asked import EVENTS_PART, Asked, Parts
from comity.maritime.bucket import Bucket, Ints
from comity.maritime.detectors.meeting import joined_runs
from comity.maritime.detectors.nodes import Nodes, nodes_of
from comity.maritime.detectors.pairs import PairRule, runs_of
from comity.maritime.detectors.ticks import TICK_MS, TickRule, ticks_of
from comity.maritime.event_rows import events_of
from comity.maritime.sphere import KERNEL
from comity.maritime.surroundings import FAR_M, Shore, anchorages_of, shore_m

STRETCHES, TICKS, RUNS = "loitering_stretches", "loitering_ticks", "loitering_runs"
_NEVER_A_CROWD = 1_000
_ANY_SPEED_M_S = 1e9


class LoiteringRule(NamedTuple):
    """Under `slow_m_s` for `least_ms` or more, `from_shore_m` or more from shore on average.

    The mean is over any `window_ms`, of ways between nodes of `node_ms`; a silence of more than `silence_ms` ends it,
    and silences of more than `heard_ms` take half of its time at most.
    Another ship that is slow for `company_least_ms` or more and stays within `company_m` for half the time is company.
    """

    slow_m_s: float
    least_ms: int
    from_shore_m: float
    window_ms: int
    node_ms: int
    silence_ms: int
    heard_ms: int
    company_m: float
    company_least_ms: int


def loitering_stretches(bucket: Bucket, rule: LoiteringRule, asked: Asked) -> Parts:
    """Return the slow stretches of a bucket, and their ticks, by which company is found."""
    nodes = nodes_of(bucket, rule.node_ms)
    first, last = _slow(bucket.t_ms, *nodes, rule.window_ms, rule.slow_m_s, rule.silence_ms)
    lasting = bucket.t_ms[nodes.row[last]] - bucket.t_ms[nodes.row[first]] >= min(rule.company_least_ms, rule.least_ms)
    first, last = first[lasting], last[lasting]
    heard = _heard(bucket.t_ms, nodes.row, first, last, rule.heard_ms)
    first, last = first[heard], last[heard]
    stretches, rows = _described(bucket, nodes, first, last, asked)
    far = np.asarray(stretches.column("shore_m").to_numpy() >= rule.from_shore_m)
    first_rows, last_rows = np.ascontiguousarray(rows[0][far]), np.ascontiguousarray(rows[1][far])
    anywhere = TickRule(rule.silence_ms, _ANY_SPEED_M_S, 0.0, 0.0)
    ticks = ticks_of(bucket, first_rows, last_rows, anywhere, anchorages_of([], []))
    return {STRETCHES: stretches.filter(pa.array(far)), TICKS: ticks}


def loitering_runs(ticks: pa.Table, rule: LoiteringRule, asked: Asked) -> Parts:  # noqa: ARG001 (one form for all)
    """Return the runs of slow ships that were near one another on one day."""
    near = PairRule(rule.company_m, _ANY_SPEED_M_S, 0.0, _NEVER_A_CROWD)
    return {RUNS: runs_of(ticks, near, anchorages_of([], []))}


def loiterings(parts: Parts, rule: LoiteringRule, asked: Asked) -> Parts:
    """Return who loitered, alone or in company."""
    stretches = parts.get(STRETCHES)
    if stretches is None or not stretches.num_rows:
        return {}
    found = {name: stretches.column(name).to_numpy() for name in stretches.column_names}
    long_enough = found["end_ms"] - found["start_ms"] >= rule.least_ms
    found = {name: column[long_enough] for name, column in found.items()}
    partner, together = _company(found, parts.get(RUNS))
    alone = partner == 0
    tables = [
        _events(kind, {name: column[which] for name, column in found.items()}, partner[which], together[which], asked)
        for kind, which in (("loitering", alone), ("loitering_in_company", ~alone))
    ]
    return {EVENTS_PART: pa.concat_tables(tables)}


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _slow(
    t_ms: Ints, row: Ints, way_m: Floats, starts: Ints, window_ms: int, slow_m_s: float, silence_ms: int
) -> tuple[Ints, Ints]:
    """Return first and last node of each slow stretch."""
    first, last, count = np.empty(row.size + 1, np.int64), np.empty(row.size + 1, np.int64), 0
    for track in range(starts.size - 1):
        unbroken, behind, open_run = starts[track], starts[track], False
        for i in range(starts[track] + 1, starts[track + 1]):
            now_ms = t_ms[row[i]]
            if now_ms - t_ms[row[i - 1]] > silence_ms:
                unbroken, behind, open_run = i, i, False
                continue
            while behind + 1 < i and now_ms - t_ms[row[behind + 1]] >= window_ms:
                behind += 1
            behind = max(behind, unbroken)
            took_ms = now_ms - t_ms[row[behind]]
            if took_ms < window_ms or (way_m[i] - way_m[behind]) * 1000.0 >= slow_m_s * took_ms:
                continue
            if open_run and behind <= last[count - 1]:
                last[count - 1] = i
            else:
                first[count], last[count], open_run = behind, i, True
                count += 1
    for each in range(count):  # what goes fast at the ends is no part of it
        while first[each] < last[each] and _fast(t_ms, row, way_m, first[each], slow_m_s):
            first[each] += 1
        while last[each] > first[each] and _fast(t_ms, row, way_m, last[each] - 1, slow_m_s):
            last[each] -= 1
    return first[:count].copy(), last[:count].copy()


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _fast(t_ms: Ints, row: Ints, way_m: Floats, node: int, slow_m_s: float) -> bool:
    took_ms = t_ms[row[node + 1]] - t_ms[row[node]]
    return bool((way_m[node + 1] - way_m[node]) * 1000.0 >= slow_m_s * took_ms)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _heard(t_ms: Ints, row: Ints, first: Ints, last: Ints, heard_ms: int) -> NDArray[np.bool_]:
    """Mark the stretches in which silences of more than `heard_ms` take no more than half of the time."""
    heard = np.empty(first.size, np.bool_)
    for each in range(first.size):
        silent_ms = 0
        for node in range(first[each], last[each]):
            leg_ms = t_ms[row[node + 1]] - t_ms[row[node]]
            silent_ms += leg_ms if leg_ms > heard_ms else 0
        heard[each] = 2 * silent_ms <= t_ms[row[last[each]]] - t_ms[row[first[each]]]
    return heard


def _described(
    bucket: Bucket, nodes: Nodes, first: Ints, last: Ints, asked: Asked
) -> tuple[pa.Table, tuple[Ints, Ints]]:
    first_row, last_row = nodes.row[first], nodes.row[last]
    lat_deg, lon_deg, shore = _means(bucket.lat_deg, bucket.lon_deg, nodes.row, first, last, asked.surroundings.shore)
    track_end = bucket.starts[1:][np.searchsorted(bucket.starts, last_row, side="right") - 1] - 1
    last_node_of_track = nodes.starts[1:][np.searchsorted(nodes.starts, last, side="right") - 1] - 1
    table = pa.table(
        {
            "mmsi": bucket.mmsi[first_row],
            "start_ms": bucket.t_ms[first_row],
            "end_ms": bucket.t_ms[last_row],
            "lat_deg": lat_deg,
            "lon_deg": lon_deg,
            "shore_m": shore,
            "way_m": nodes.way_m[last] - nodes.way_m[first],
            "positions": last_row - first_row + 1,
            "last_heard_ms": np.where(last == last_node_of_track, bucket.t_ms[track_end], -1),
        }
    )
    return table, (first_row, last_row)


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _means(
    lat_deg: Floats, lon_deg: Floats, row: Ints, first: Ints, last: Ints, shore: Shore
) -> tuple[Floats, Floats, Floats]:
    """Return the mean place and the mean distance to shore of the nodes of each stretch."""
    lat, lon, far_m = np.empty(first.size), np.empty(first.size), np.empty(first.size)
    for each in range(first.size):
        lat_0, lon_0 = lat_deg[row[first[each]]], lon_deg[row[first[each]]]
        sum_lat, sum_lon, sum_m, count = 0.0, 0.0, 0.0, last[each] - first[each] + 1
        for node in range(first[each], last[each] + 1):
            sum_lat += lat_deg[row[node]] - lat_0
            sum_lon += (lon_deg[row[node]] - lon_0 + 540.0) % 360.0 - 180.0
            sum_m += shore_m(lat_deg[row[node]], lon_deg[row[node]], shore)
        lat[each] = lat_0 + sum_lat / count
        lon[each] = (lon_0 + sum_lon / count + 540.0) % 360.0 - 180.0
        far_m[each] = sum_m / count
    return lat, lon, far_m


def _company(found: dict[str, Ints], runs: pa.Table | None) -> tuple[Ints, Ints]:
    """Return for each stretch the ship that was near for half of its ticks or more (0: none), and for how many."""
    count = len(found["mmsi"])
    partner, together = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    if runs is None or not runs.num_rows:
        return partner, together
    whole, _ = joined_runs(runs, gap_ticks=0)
    both = np.concatenate([whole[:, [0, 1, 2, 3]], whole[:, [1, 0, 2, 3]]])
    for each in range(count):
        first_tick, last_tick = -(-found["start_ms"][each] // TICK_MS), found["end_ms"][each] // TICK_MS
        mine = both[both[:, 0] == found["mmsi"][each]]
        shared = np.maximum(np.minimum(mine[:, 3], last_tick) - np.maximum(mine[:, 2], first_tick) + 1, 0)
        for other in np.unique(mine[:, 1]):
            ticks = int(shared[mine[:, 1] == other].sum())
            if 2 * ticks >= last_tick - first_tick + 1 and ticks > together[each]:
                partner[each], together[each] = other, ticks
    return partner, together


def _events(kind: str, found: dict[str, Ints], partner: Ints, together: Ints, asked: Asked) -> pa.Table:
    took_ms = np.maximum(found["end_ms"] - found["start_ms"], 1)
    evidence = {
        "positions": found["positions"],
        "way_m": found["way_m"],
        "mean_speed_mm_s": found["way_m"] * 1e6 / took_ms,
        "shore_mean_m": np.where(found["shore_m"] >= FAR_M, np.inf, found["shore_m"]),
    }
    if kind != "loitering":
        evidence["ticks_together"] = together
    return events_of(
        kind,
        asked.rules.name,
        mmsi=found["mmsi"],
        mmsi_2=partner,
        start_ms=found["start_ms"],
        end_ms=found["end_ms"],
        lat_deg=found["lat_deg"],
        lon_deg=found["lon_deg"],
        is_open=found["last_heard_ms"] + TICK_MS > asked.until_ms,
        reason="loitering.slow",
        evidence=evidence,
    )
