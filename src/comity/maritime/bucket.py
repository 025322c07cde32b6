"""A bucket: every position of some vessels, sorted, each once, as the columns that the detectors read.

A detector sees whole vessels, never a part of one: what it finds depends on the set of positions alone, not on the
order in which they came or on how they were cut into files. A bucket that comes from day files sorted by (mmsi, t) is
merged run by run; any other order is sorted.
Units: milliseconds since 1970-01-01T00:00Z, degrees, metres, metres per second.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numba import njit
from numpy.typing import NDArray

from comity.ground import Floats
from comity.maritime.identity_tracks import track_numbers
from comity.maritime.sphere import KERNEL, apart_m

Ints = NDArray[np.int64]
Floats32 = NDArray[np.float32]
_TRACK_BITS = 33
Tracker = Callable[[tuple[NDArray[Any], ...]], tuple[NDArray[np.int32], NDArray[np.int8]]]
"""What numbers the tracks of (mmsi, t_ms, lat_deg, lon_deg, sog_m_s, cog_deg, msg_type), sorted: as `track_numbers`."""


def one_track(columns: tuple[NDArray[Any], ...]) -> tuple[NDArray[np.int32], NDArray[np.int8]]:
    """Number every vessel as one track without noise: for what need not know better."""
    count = len(columns[0])
    return np.zeros(count, dtype=np.int32), np.zeros(count, dtype=np.int8)


class Bucket(NamedTuple):
    """Rows sorted by (mmsi, track, t_ms); within a track every instant stands once.

    Parameters
    ----------
    mmsi, track, t_ms, lat_deg, lon_deg, sog_m_s, cog_deg, heading_deg
        Shape (rows,); speeds, courses and headings are NaN where the ship told none.
    from_satellite, is_station_known
        True where a satellite heard the position, shape (rows,), and 1 where satellites were named at all, else 0.
    step_m
        Distance from the row before within the track, shape (rows,); NaN in a track's first row.
    starts
        First row of each track, and the number of rows at the end; shape (tracks + 1,).
    """

    mmsi: Ints
    track: Ints
    t_ms: Ints
    lat_deg: Floats
    lon_deg: Floats
    sog_m_s: Floats32
    cog_deg: Floats32
    heading_deg: Floats32
    from_satellite: NDArray[np.bool_]
    is_station_known: int
    step_m: Floats
    starts: Ints


class _Columns(NamedTuple):
    mmsi: Ints
    t_ms: Ints
    lat_deg: Floats
    lon_deg: Floats
    sog_m_s: Floats32
    cog_deg: Floats32
    heading_deg: Floats32
    msg_type: NDArray[np.int8]
    heard: NDArray[np.bool_]


def bucket_of(
    positions: pa.Table,
    *,
    tracker: Tracker = track_numbers,
    satellite_stations: frozenset[str] = frozenset(),
    until_ms: int | None = None,
) -> Bucket:
    """Return the positions of whole vessels as a bucket; `bucket_and_tracked` describes the parameters."""
    return bucket_and_tracked(positions, tracker, satellite_stations, until_ms)[0]


def bucket_and_tracked(
    positions: pa.Table, tracker: Tracker, satellite_stations: frozenset[str], until_ms: int | None
) -> tuple[Bucket, Callable[[], pa.Table]]:
    """Return the positions of whole vessels as a bucket, and what gives them all with their tracks, noise too.

    Rows without a place on the Earth are left out, rows after `until_ms` too, and what stands there twice is taken
    once.
    """
    columns = _columns(positions, satellite_stations)
    last_ms = np.iinfo(np.int64).max if until_ms is None else until_ms
    chosen = _sorted_rows(columns, last_ms)
    columns = _taken(columns, chosen)
    again = _once(columns.mmsi, columns.t_ms, columns.lat_deg, columns.lon_deg, columns.sog_m_s)
    columns = _taken(columns, again)
    track, noise = np.zeros(len(columns.mmsi), dtype=np.int64), np.zeros(0, dtype=np.int8)
    if len(track):
        found, noise = tracker((*columns[:6], columns.msg_type))
        track = np.asarray(found, dtype=np.int64)
    every, number = columns, track

    def tracked() -> pa.Table:
        rows = chosen if again is None else again if chosen is None else chosen[again]
        return _tracked_table(positions if rows is None else positions.take(pa.array(rows)), every, number, noise)

    order = _by_track(columns.mmsi, columns.t_ms, track)
    if order is not None:
        columns, track = _taken(columns, order), track[order]
    starts = _starts(columns.mmsi, track)
    bucket = Bucket(
        columns.mmsi,
        track,
        columns.t_ms,
        columns.lat_deg,
        columns.lon_deg,
        columns.sog_m_s,
        columns.cog_deg,
        columns.heading_deg,
        columns.heard,
        int(bool(satellite_stations)),
        _steps_m(columns.lat_deg, columns.lon_deg, starts),
        starts,
    )
    return bucket, tracked


def _tracked_table(positions: pa.Table, columns: _Columns, track: Ints, noise: NDArray[np.int8]) -> pa.Table:
    """Return rows in the form of `TRACKED`, as far as they tell its columns; a track's number begins with its MMSI."""
    table = pa.table(
        {
            "mmsi": columns.mmsi,
            "t_ms": columns.t_ms,
            "lat_deg": columns.lat_deg,
            "lon_deg": columns.lon_deg,
            "sog_m_s": columns.sog_m_s,
            "cog_deg": columns.cog_deg,
            "heading_deg": columns.heading_deg,
            "msg_type": columns.msg_type,
        }
    )
    if "station" in positions.column_names:
        table = table.append_column("station", positions.column("station"))
    identifier = (columns.mmsi << _TRACK_BITS) | np.maximum(track, 0)
    return table.append_column("track", pa.array(identifier, mask=track < 0)).append_column("noise", pa.array(noise))


def _columns(positions: pa.Table, satellite_stations: frozenset[str]) -> _Columns:
    count = positions.num_rows
    nothing = np.full(count, np.nan, dtype=np.float32)

    def column(name: str, kind: Any) -> NDArray[Any]:
        if name not in positions.column_names:
            return nothing
        return np.ascontiguousarray(positions.column(name).to_numpy(), dtype=kind)

    heard = np.zeros(count, dtype=np.bool_)
    if satellite_stations and "station" in positions.column_names:
        stations = positions.column("station").cast(pa.string())
        heard = np.asarray(pc.is_in(stations, value_set=pa.array(sorted(satellite_stations), pa.string())))
    return _Columns(
        column("mmsi", np.int64),
        column("t_ms", np.int64),
        column("lat_deg", np.float64),
        column("lon_deg", np.float64),
        column("sog_m_s", np.float32),
        column("cog_deg", np.float32),
        column("heading_deg", np.float32),
        column("msg_type", np.int8) if "msg_type" in positions.column_names else np.zeros(count, dtype=np.int8),
        heard,
    )


def _taken(columns: _Columns, rows: Ints | None) -> _Columns:
    return columns if rows is None else _Columns(*(each[rows] for each in columns))  # type: ignore[arg-type]


def _sorted_rows(columns: _Columns, last_ms: int) -> Ints | None:
    """Return the rows with a place, sorted by (mmsi, t_ms); None where they all are, and are sorted already."""
    whole, in_order = _state(columns.mmsi, columns.t_ms, columns.lat_deg, columns.lon_deg, last_ms)
    if whole and in_order:
        return None
    rows = np.arange(len(columns.mmsi))
    if not whole:
        rows = rows[_placed(columns.t_ms, columns.lat_deg, columns.lon_deg, last_ms)]
    mmsi, t_ms = columns.mmsi[rows], columns.t_ms[rows]
    first, last = _runs(mmsi, t_ms)
    order = np.lexsort((t_ms[first], mmsi[first]))
    merged = _joined(first[order], last[order], len(rows))
    if not _in_order(mmsi, t_ms, merged):
        merged = np.lexsort((t_ms, mmsi))
    taken: Ints = rows[merged]
    return taken


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _state(mmsi: Ints, t_ms: Ints, lat_deg: Floats, lon_deg: Floats, last_ms: int) -> tuple[bool, bool]:
    whole, in_order = True, True
    for i in range(mmsi.size):
        if not (abs(lat_deg[i]) <= 90.0 and abs(lon_deg[i]) <= 180.0 and t_ms[i] <= last_ms):
            whole = False
        if i > 0 and (mmsi[i] < mmsi[i - 1] or (mmsi[i] == mmsi[i - 1] and t_ms[i] < t_ms[i - 1])):
            in_order = False
    return whole, in_order


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _placed(t_ms: Ints, lat_deg: Floats, lon_deg: Floats, last_ms: int) -> NDArray[np.bool_]:
    placed = np.empty(t_ms.size, dtype=np.bool_)
    for i in range(t_ms.size):
        placed[i] = abs(lat_deg[i]) <= 90.0 and abs(lon_deg[i]) <= 180.0 and t_ms[i] <= last_ms
    return placed


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _runs(mmsi: Ints, t_ms: Ints) -> tuple[Ints, Ints]:
    """Return first and last row of each stretch of one vessel in order of time."""
    first, last, count = np.empty(mmsi.size, np.int64), np.empty(mmsi.size, np.int64), 0
    for i in range(mmsi.size):
        if i == 0 or mmsi[i] != mmsi[i - 1] or t_ms[i] < t_ms[i - 1]:
            first[count] = i
            count += 1
        last[count - 1] = i
    return first[:count].copy(), last[:count].copy()


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _joined(first: Ints, last: Ints, count: int) -> Ints:
    rows, at = np.empty(count, dtype=np.int64), 0
    for run in range(first.size):
        for row in range(first[run], last[run] + 1):
            rows[at] = row
            at += 1
    return rows


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _in_order(mmsi: Ints, t_ms: Ints, rows: Ints) -> bool:
    for i in range(1, rows.size):
        one, other = rows[i - 1], rows[i]
        if mmsi[other] == mmsi[one] and t_ms[other] < t_ms[one]:
            return False
    return True


def _once(mmsi: Ints, t_ms: Ints, lat_deg: Floats, lon_deg: Floats, sog_m_s: Floats32) -> Ints | None:
    """Return the rows to keep where a vessel tells one place at one instant twice; None where none does.

    Rows of one vessel and one instant are put in the order of their places, so that the order in which they came
    decides nothing.
    """
    rows, kept, moved = _told_once(mmsi, t_ms, lat_deg, lon_deg, sog_m_s)
    return rows[:kept] if moved or kept < len(rows) else None


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _told_once(mmsi: Ints, t_ms: Ints, lat: Floats, lon: Floats, sog: Floats32) -> tuple[Ints, int, bool]:
    rows, kept, moved, begin = np.arange(mmsi.size), 0, False, 0
    while begin < mmsi.size:
        end = begin + 1
        while end < mmsi.size and mmsi[end] == mmsi[begin] and t_ms[end] == t_ms[begin]:
            end += 1
        for i in range(begin + 1, end):  # few rows tell one instant: sorting by insertion
            at = i
            while at > begin and _before(lat, lon, sog, rows[at], rows[at - 1]):
                rows[at], rows[at - 1] = rows[at - 1], rows[at]
                at -= 1
                moved = True
        for i in range(begin, end):
            one, other = rows[i], rows[i - 1]
            if i == begin or lat[one] != lat[other] or lon[one] != lon[other]:
                rows[kept] = rows[i]
                kept += 1
        begin = end
    return rows, kept, moved


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _before(lat: Floats, lon: Floats, sog: Floats32, one: int, other: int) -> bool:
    if lat[one] != lat[other]:
        return bool(lat[one] < lat[other])
    if lon[one] != lon[other]:
        return bool(lon[one] < lon[other])
    return bool(sog[one] < sog[other] or (np.isnan(sog[other]) and not np.isnan(sog[one])))


def _by_track(mmsi: Ints, t_ms: Ints, track: Ints) -> Ints | None:
    """Return the rows by (mmsi, track, t_ms) without noise and with each instant once; None where they are so."""
    rows, count, as_it_was = _tracked(mmsi, t_ms, track)
    return None if as_it_was else rows[:count]


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _tracked(mmsi: Ints, t_ms: Ints, track: Ints) -> tuple[Ints, int, bool]:
    rows, count, begin = np.empty(mmsi.size, np.int64), 0, 0
    as_it_was = True
    while begin < mmsi.size:
        end, most = begin, np.int64(-1)
        while end < mmsi.size and mmsi[end] == mmsi[begin]:
            most = max(most, track[end])
            end += 1
        room = np.zeros(most + 2, np.int64)  # counting sort: one MMSI may hide a thousand ships
        for i in range(begin, end):
            if track[i] >= 0:
                room[track[i] + 1] += 1
        for number in range(most + 1):
            room[number + 1] += room[number]
        base, placed = count, count + room[most + 1]
        for i in range(begin, end):
            if track[i] >= 0:
                rows[base + room[track[i]]] = i
                room[track[i]] += 1
        for at in range(base, placed):
            i, before = rows[at], rows[count - 1] if count > base else -1
            if before < 0 or track[before] != track[i] or t_ms[before] != t_ms[i]:
                as_it_was = as_it_was and i == count
                rows[count] = i
                count += 1
        begin = end
    return rows, count, as_it_was and count == mmsi.size


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _starts(mmsi: Ints, track: Ints) -> Ints:
    starts, count = np.empty(mmsi.size + 1, dtype=np.int64), 0
    for i in range(mmsi.size):
        if i == 0 or mmsi[i] != mmsi[i - 1] or track[i] != track[i - 1]:
            starts[count] = i
            count += 1
    starts[count] = mmsi.size
    return starts[: count + 1].copy()


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _steps_m(lat_deg: Floats, lon_deg: Floats, starts: Ints) -> Floats:
    step_m = np.empty(lat_deg.size, dtype=np.float64)
    for run in range(starts.size - 1):
        step_m[starts[run]] = np.nan
        for i in range(starts[run] + 1, starts[run + 1]):
            step_m[i] = apart_m(lat_deg[i - 1], lon_deg[i - 1], lat_deg[i], lon_deg[i])
    return step_m
