"""Positions over a thin link: who, where and when, in a few bytes each, exact to a stated quantum.

Two things make it small. What the receiver can reckon for itself is not sent (`thinned`): of one fix in each period
only those that dead reckoning from the last one sent would miss by more than a stated distance. And what is sent is
told as the difference from what the receiver expects (`delta_of`): each place from the fix before it, moved by the mean
of both speeds. All arithmetic is on whole numbers, so that both ends reckon alike on any machine.
Units: the quanta below; a ship that hardly moves has no course. Source of the reckoning: N. Bowditch, The American
Practical Navigator (NGA Pub. 9), dead reckoning; the sphere's degree of 111,195 m is part of the format, no claim.
"""

import math
import struct
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.ground import MS_PER_S, Floats
from comity.maritime.delta_numbers import Numbers, read, unreadable, written

T_MS = MS_PER_S
POSITION_UDEG = 100
"""A place is told to a ten-thousandth of a degree: 11 m, the error of a good receiver."""

SOG_MM_S = 100
"""A speed to 0.1 m/s (0.2 knot), a course to a degree."""

STILL_MM_S = 250
"""Below half a knot a ship has no course: what its receiver tells is chance."""

MOST_ROWS = 4_000_000
"""Rows of one delta at most: a day of 13,000 ships at five minutes."""

DELTA = pa.schema(
    [
        ("mmsi", pa.int64()),
        ("t_ms", pa.int64()),
        ("lat_deg", pa.float64()),
        ("lon_deg", pa.float64()),
        ("sog_m_s", pa.float32()),
        ("cog_deg", pa.float32()),
    ]
)
"""What a delta carries, by MMSI and instant."""

_MAGIC, _VERSION = b"CMD", 1
_HEAD = struct.Struct(">3sBIIq8s")
_TURN = 3_600_000
"""Quanta in a full turn of longitude."""

_UNIT_MM = 11_119
_SIN = np.array([round(1_000_000 * math.sin(math.radians(each))) for each in range(360)], dtype=np.int64)
_COS = np.array([round(1_000_000 * math.cos(math.radians(each))) for each in range(360)], dtype=np.int64)
_LON_UNIT_MM = np.array(
    [max(200, round(_UNIT_MM * math.cos(math.radians(each)))) for each in range(91)], dtype=np.int64
)
_PER_DEG = 1_000_000 // POSITION_UDEG


@dataclass(frozen=True)
class _Rows:
    """Quantised rows by ship and instant: seconds, ten-thousandths of a degree, decimetres a second (−1: none)."""

    mmsi: Numbers
    t: Numbers
    lat: Numbers
    lon: Numbers
    sog: Numbers
    cog: Numbers

    def taken(self, which: NDArray[np.int64] | NDArray[np.bool_]) -> "_Rows":
        return _Rows(**{name: column[which] for name, column in vars(self).items()})


def quantised(positions: pa.Table) -> pa.Table:
    """Return what a delta of these positions carries: rows with a place, by ship and instant, one an instant."""
    return _table(_rows(positions))


def delta_of(positions: pa.Table, *, since: pa.Table | None = None) -> bytes:
    """Return positions as a delta.

    Parameters
    ----------
    positions
        `mmsi`, `t_ms`, `lat_deg`, `lon_deg`, `sog_m_s`, `cog_deg`; rows without a place are left out.
    since
        What the receiver holds: the last row of each ship as `read_delta` or `quantised` gave it. Ships that are in it
        cost less than half of what others cost.
    """
    rows, known = _rows(positions), _last(since)
    first = _is_first(rows.mmsi)
    base = int(rows.t.min()) if len(rows.t) else 0
    head = _HEAD.pack(_MAGIC, _VERSION, len(rows.t), int(first.sum()), base, _digest(known))
    ships = rows.mmsi[first]
    before, has_before = _before(rows, first, known, base)
    counts = np.diff(np.append(np.flatnonzero(first), len(rows.t)))
    parts = [np.diff(ships, prepend=0), counts - 1]
    for column in _told(rows, before):
        parts += [column[first & ~has_before], column[~(first & ~has_before)]]
    return head + b"".join(written(part) for part in parts)


def read_delta(data: bytes, *, since: pa.Table | None = None) -> pa.Table:
    """Return the positions of a delta (`DELTA`), or raise `InvalidInput`; `since` as it was for `delta_of`."""
    if len(data) < _HEAD.size:
        raise unreadable("its first bytes")
    magic, version, count, ship_count, base, digest = _HEAD.unpack_from(data)
    known = _last(since)
    if (magic, version) != (_MAGIC, _VERSION) or count > MOST_ROWS or ship_count > count:
        raise unreadable("its first bytes")
    if digest != _digest(known):
        raise unreadable("the rows that the receiver holds")
    steps, data = read(data[_HEAD.size :], ship_count)
    more, data = read(data, ship_count)
    ships, counts = np.cumsum(steps), more + 1
    if (counts < 1).any() or (counts > count).any() or int(counts.sum()) != count or (np.diff(ships) <= 0).any():
        raise unreadable("its ships")
    mmsi = np.repeat(ships, counts)
    first = _is_first(mmsi)
    held, has_before = _held(ships, known, base)
    columns = []
    is_new = np.zeros(count, dtype=np.bool_)
    is_new[first] = ~has_before
    for _ in range(5):
        column = np.empty(count, dtype=np.int64)
        column[is_new], data = read(data, int(is_new.sum()))
        column[~is_new], data = read(data, int(count - is_new.sum()))
        columns.append(column)
    return _table(_untold(mmsi, first, held, columns))


def thinned(positions: pa.Table, *, every_s: int, within_m: float, at_least_s: int = 3600) -> pa.Table:
    """Return the fixes that a receiver needs: one in each period, and of those what it could not reckon.

    A fix is left out where the last one sent, moved by its own speed and course, comes within `within_m` of it; but
    one is sent in every `at_least_s`, so that silence of the ship is told from silence of the link.
    """
    rows = _rows(positions)
    rows = rows.taken(_last_of_period(rows, every_s))
    first = np.flatnonzero(_is_first(rows.mmsi))
    counts = np.diff(np.append(first, len(rows.t)))
    kept = np.zeros(len(rows.t), dtype=np.bool_)
    kept[first] = True
    sent = first.copy()
    for rank in range(1, int(counts.max()) if len(counts) else 0):
        ships = np.flatnonzero(counts > rank)
        now = first[ships] + rank
        before = sent[ships]
        is_far = _missed_m(rows, before, now) > within_m
        is_due = rows.t[now] - rows.t[before] >= at_least_s
        chosen = is_far | is_due | ((rows.sog[now] < 0) != (rows.sog[before] < 0))
        kept[now[chosen]] = True
        sent[ships[chosen]] = now[chosen]
    return _table(rows.taken(kept))


def reckoned(sent: pa.Table, mmsi: NDArray[np.int64], t_ms: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Return where a receiver puts ships at instants: the last row of each, moved on; NaN before its first."""
    rows = _rows(sent)
    key = rows.mmsi * (1 << 33) + rows.t
    asked = mmsi * (1 << 33) + t_ms // T_MS
    at = np.searchsorted(key, asked, side="right") - 1
    is_known = (at >= 0) & (rows.mmsi[np.maximum(at, 0)] == mmsi) if len(key) else np.zeros(len(mmsi), dtype=np.bool_)
    from_ = np.where(is_known, at, 0)
    if not len(key):
        return np.full(len(mmsi), np.nan), np.full(len(mmsi), np.nan)
    lat, lon = _moved(rows.taken(from_), t_ms // T_MS)
    return np.where(is_known, lat / _PER_DEG, np.nan), np.where(is_known, lon / _PER_DEG, np.nan)


def _rows(positions: pa.Table) -> _Rows:
    """Return positions in quanta, by ship and instant; of several at one instant the last in the table."""
    columns = {name: _floats(positions, name) for name in ("lat_deg", "lon_deg", "sog_m_s", "cog_deg")}
    mmsi, t_ms = (np.asarray(positions[name].combine_chunks(), dtype=np.int64) for name in ("mmsi", "t_ms"))
    is_placed = np.isfinite(columns["lat_deg"]) & np.isfinite(columns["lon_deg"])
    sog = _quanta(columns["sog_m_s"] * 1000.0 / SOG_MM_S, -1)
    cog = np.where(sog * SOG_MM_S < STILL_MM_S, -1, _quanta(columns["cog_deg"], -1) % 360)
    cog = np.where(np.isfinite(columns["cog_deg"]), cog, -1)
    rows = _Rows(
        mmsi=mmsi,
        t=t_ms // T_MS,
        lat=_quanta(columns["lat_deg"] * _PER_DEG, 0),
        lon=_wrapped(_quanta(columns["lon_deg"] * _PER_DEG, 0)),
        sog=sog,
        cog=cog,
    )
    order = np.lexsort((np.arange(len(mmsi)), rows.t, mmsi))
    order = order[is_placed[order]]
    rows = rows.taken(order)
    is_last = (
        np.append((np.diff(rows.mmsi) != 0) | (np.diff(rows.t) != 0), True) if len(order) else np.zeros(0, np.bool_)
    )
    return rows.taken(is_last)


def _table(rows: _Rows) -> pa.Table:
    sog = np.where(rows.sog < 0, np.nan, rows.sog * (SOG_MM_S / 1000.0))
    cog = np.where(rows.cog < 0, np.nan, rows.cog.astype(np.float64))
    arrays = [rows.mmsi, rows.t * T_MS, rows.lat / _PER_DEG, rows.lon / _PER_DEG, sog, cog]
    return pa.table([pa.array(each, field.type) for each, field in zip(arrays, DELTA, strict=True)], schema=DELTA)


def _told(rows: _Rows, before: _Rows) -> list[Numbers]:
    """Return what is sent of each row: its difference from what the receiver expects, in the order of reading."""
    lat, lon = _expected(rows, before)
    has_both = (rows.cog >= 0) & (before.cog >= 0)
    turn = (rows.cog - before.cog + 180) % 360 - 180
    cog = np.where(rows.cog < 0, 0, np.where(has_both, _without_zero(turn), rows.cog + 1))
    return [rows.t - before.t, rows.sog - before.sog, cog, rows.lat - lat, _wrapped(rows.lon - lon)]


def _untold(mmsi: Numbers, first: NDArray[np.bool_], held: _Rows, columns: list[Numbers]) -> _Rows:
    """Return rows from what was sent of them; each column needs only those before it."""
    t = _summed(columns[0], first, held.t)
    sog = _summed(columns[1], first, held.sog)
    cog = _courses(columns[2], first, held.cog)
    begin = np.flatnonzero(first)
    former = {name: _shifted(now, begin, at) for name, now, at in (("t", t, held.t), ("sog", sog, held.sog))}
    former_cog = _shifted(cog, begin, held.cog)
    seconds = np.clip(t - former["t"], 0, _LONGEST_S)
    north, east = _velocity(sog, cog, former["sog"], former_cog)
    lat = _summed(columns[3] + north * seconds // (2 * _UNIT_MM), first, held.lat)
    unit_mm = _LON_UNIT_MM[np.clip(np.abs(_shifted(lat, begin, held.lat)) // _PER_DEG, 0, 90)]
    lon = _wrapped(_summed(columns[4] + east * seconds // (2 * unit_mm), first, held.lon))
    if (np.abs(lat) > 90 * _PER_DEG).any() or (sog < -1).any() or (cog < -1).any() or (np.abs(t) > 1 << 40).any():
        raise unreadable("its places")
    return _Rows(mmsi, t, lat, lon, sog, cog)


_LONGEST_S = 7_200
"""Nobody reckons on for longer than two hours: after that a ship is expected where it was."""


def _expected(rows: _Rows, before: _Rows) -> tuple[Numbers, Numbers]:
    seconds = np.clip(rows.t - before.t, 0, _LONGEST_S)
    north, east = _velocity(rows.sog, rows.cog, before.sog, before.cog)
    unit_mm = _LON_UNIT_MM[np.clip(np.abs(before.lat) // _PER_DEG, 0, 90)]
    return before.lat + north * seconds // (2 * _UNIT_MM), before.lon + east * seconds // (2 * unit_mm)


def _velocity(sog: Numbers, cog: Numbers, before_sog: Numbers, before_cog: Numbers) -> tuple[Numbers, Numbers]:
    """Return the sum of two velocities in mm/s, northward and eastward; twice the one where the other is not known."""
    parts = []
    for speed, course in ((sog, cog), (before_sog, before_cog)):
        is_known = (speed >= 0) & (course >= 0)
        mm_s, at = np.where(is_known, speed * SOG_MM_S, 0), np.where(is_known, course, 0)
        parts.append((mm_s * _COS[at] // 1_000_000, mm_s * _SIN[at] // 1_000_000))
    return parts[0][0] + parts[1][0], parts[0][1] + parts[1][1]


def _without_zero(turn: Numbers) -> Numbers:
    """Return turns with 0 left free to say that there is no course: 0 and more become 1 and more."""
    return np.where(turn >= 0, turn + 1, turn)


def _courses(told: Numbers, first: NDArray[np.bool_], held: Numbers) -> Numbers:
    """Return courses: a turn from the course before where there is one, the course itself where there is none."""
    is_none = told == 0
    begin = np.flatnonzero(first)
    none_before = np.empty(len(told), dtype=np.bool_)
    none_before[1:], none_before[:1] = is_none[:-1], True
    none_before[begin] = held < 0
    value = np.where(told > 0, told - 1, told)
    starts = ~is_none & none_before
    step = np.where(is_none | starts, 0, value)
    anchor = np.zeros(len(told), dtype=np.int64)
    anchor[starts] = value[starts]
    carried = begin[held >= 0]
    group = np.maximum.accumulate(np.where(starts | first, np.arange(len(told)), 0)) if len(told) else begin
    base = np.zeros(len(told), dtype=np.int64)
    base[starts] = anchor[starts]
    base[carried] = held[held >= 0] * ~starts[carried] + base[carried] * starts[carried]
    running = np.cumsum(step)
    offset = running[group] - step[group] if len(told) else running
    return np.where(is_none, -1, (base[group] + running - offset) % 360)


def _before(rows: _Rows, first: NDArray[np.bool_], known: _Rows, base: int) -> tuple[_Rows, NDArray[np.bool_]]:
    """Return for each row the one before it of the same ship, and whether the first ones have one at the receiver."""
    begin = np.flatnonzero(first)
    held, has_held = _held(rows.mmsi[first], known, base)
    columns = {
        name: _shifted(getattr(rows, name), begin, getattr(held, name)) for name in ("t", "lat", "lon", "sog", "cog")
    }
    has_before = np.ones(len(rows.t), dtype=np.bool_)
    has_before[begin] = has_held
    return _Rows(mmsi=rows.mmsi, **columns), has_before


def _held(ships: Numbers, known: _Rows, base: int) -> tuple[_Rows, NDArray[np.bool_]]:
    """Return what the receiver holds of ships; of those it does not know, nothing at the instant of the delta."""
    count = len(ships)
    nothing = _Rows(ships, *(np.full(count, each, dtype=np.int64) for each in (base, 0, 0, -1, -1)))
    if not len(known.mmsi):
        return nothing, np.zeros(count, dtype=np.bool_)
    at = np.minimum(np.searchsorted(known.mmsi, ships), len(known.mmsi) - 1)
    has = known.mmsi[at] == ships
    found = known.taken(at)
    columns = {name: np.where(has, column, getattr(nothing, name)) for name, column in vars(found).items()}
    return _Rows(**columns), has


def _last(since: pa.Table | None) -> _Rows:
    """Return the last row of each ship that the receiver holds."""
    rows = _rows(DELTA.empty_table() if since is None else since)
    is_last = np.append(np.diff(rows.mmsi) != 0, True) if len(rows.mmsi) else np.zeros(0, dtype=np.bool_)
    return rows.taken(is_last)


def _digest(known: _Rows) -> bytes:
    return sha256(b"".join(column.astype(">i8").tobytes() for column in vars(known).values())).digest()[:8]


def _is_first(mmsi: Numbers) -> NDArray[np.bool_]:
    return np.append(True, np.diff(mmsi) != 0) if len(mmsi) else np.zeros(0, dtype=np.bool_)


def _shifted(values: Numbers, begin: Numbers, at_begin: Numbers) -> Numbers:
    """Return each row's value before it; at the first row of a ship, what is held."""
    shifted = np.empty_like(values)
    shifted[1:] = values[:-1]
    shifted[begin] = at_begin
    return shifted


def _summed(steps: Numbers, first: NDArray[np.bool_], at_begin: Numbers) -> Numbers:
    """Return the running sum of each ship's steps, from what is held."""
    total = np.cumsum(steps)
    begin = np.flatnonzero(first)
    counts = np.diff(np.append(begin, len(steps)))
    summed: Numbers = total + np.repeat(at_begin - (total[begin] - steps[begin]), counts)
    return summed


def _last_of_period(rows: _Rows, every_s: int) -> NDArray[np.bool_]:
    period = rows.t // every_s
    return (
        np.append((np.diff(rows.mmsi) != 0) | (np.diff(period) != 0), True) if len(rows.t) else period.astype(np.bool_)
    )


def _moved(rows: _Rows, t: Numbers) -> tuple[Numbers, Numbers]:
    """Return where rows are at later instants, by their own speed and course."""
    seconds = np.clip(t - rows.t, 0, _LONGEST_S)
    north, east = _velocity(rows.sog, rows.cog, rows.sog, rows.cog)
    unit_mm = _LON_UNIT_MM[np.clip(np.abs(rows.lat) // _PER_DEG, 0, 90)]
    return rows.lat + north * seconds // (2 * _UNIT_MM), _wrapped(rows.lon + east * seconds // (2 * unit_mm))


def _missed_m(rows: _Rows, before: Numbers, now: Numbers) -> Floats:
    """Return how far from the fix `now` the reckoning from the fix `before` ends, in metres."""
    lat, lon = _moved(rows.taken(before), rows.t[now])
    unit_mm = _LON_UNIT_MM[np.clip(np.abs(rows.lat[now]) // _PER_DEG, 0, 90)]
    north_mm, east_mm = (lat - rows.lat[now]) * _UNIT_MM, _wrapped(lon - rows.lon[now]) * unit_mm
    missed_m: Floats = np.hypot(north_mm, east_mm) / 1000.0
    return missed_m


def _wrapped(lon: Numbers) -> Numbers:
    """Return longitudes or their differences within half a turn."""
    return (lon + _TURN // 2) % _TURN - _TURN // 2


def _quanta(values: Floats, missing: int) -> Numbers:
    is_known = np.isfinite(values)
    return np.where(is_known, np.rint(np.where(is_known, values, 0.0)), missing).astype(np.int64)


def _floats(table: pa.Table, name: str) -> Floats:
    return np.asarray(table[name].cast(pa.float64()).fill_null(np.nan).combine_chunks(), dtype=np.float64)
