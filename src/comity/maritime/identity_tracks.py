"""Identity tracks: which positions of an MMSI belong to one ship, and which belong to none.

Two ships under one MMSI are two tracks; a silence does not end a track; a position that no track can have reached is
set aside with its reason. The rule compares each position with the dead-reckoned place of up to twenty open tracks, as
Global Fishing Watch does (`track_rules` has the numbers). It is a fold: `fold` takes what was carried and the new rows
and gives settled rows and what to carry, so one pass, day by day and live are the same; `finish` settles the rest.
A late row (not after the newest row of its vessel that was folded) is handed back: its vessel is folded again from the
newest state that was kept from before the row, with all later rows; rows settled after that state are replaced.
Units: as the columns say.
"""

from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from comity.ground import InvalidInput
from comity.maritime.columns import POSITIONS
from comity.maritime.track_claims import SETTLED, Carried, Made, Marks, Rows, empty_slots
from comity.maritime.track_kernel import follow
from comity.maritime.track_rules import DEFAULT_RULES, MS_PER_TICK, TICKS_BEGIN_MS, TRACK_RULES

Columns = tuple[NDArray[Any], ...]

_TICK_BITS = 33
_CARRIED = [
    ("role", pa.int8()),
    ("tick", pa.int64()),
    ("number", pa.int32()),
    ("points", pa.int64()),
    ("made", pa.int32()),
    ("east_m_s", pa.float64()),
    ("north_m_s", pa.float64()),
    ("seen_ms", pa.int64()),
]

TRACKED = pa.schema([*POSITIONS, ("track", pa.int64()), ("noise", pa.int8())])
"""Positions with their track (null: on none) and the code of `NOISE_REASONS` that says why (0: on a track)."""

TRACK_STATE = pa.schema([*POSITIONS, *_CARRIED])
"""What is carried from batch to batch: for each open track its newest settled row and those that wait."""


class Tracks(NamedTuple):
    """The track of each row, aligned with the rows that were given.

    Parameters
    ----------
    track
        int64, null where the row is on none: the MMSI times 2^33, plus the quarter second of the track's beginning.
    noise
        int8: a code of `NOISE_REASONS`, 0 on a track.
    """

    track: pa.Array
    noise: pa.Array

    def names(self) -> pa.Array:
        """Return the tracks in words, as `track_names` does."""
        return track_names(self.track)


class Folded(NamedTuple):
    """One step of the fold: `settled` (TRACKED), `late` (POSITIONS) and `state` (TRACK_STATE)."""

    settled: pa.Table
    late: pa.Table
    state: pa.Table


def tracks(positions: pa.Table, *, rules: str = DEFAULT_RULES) -> Tracks:
    """Return the track of every position of a table in any order; everything is settled, as if no row followed.

    The fields of `POSITIONS` that decide are `mmsi`, `t_ms`, the place, `sog_m_s`, `cog_deg` and `msg_type`.
    """
    marks, made = _in_any_order(_columns(positions), rules)
    track = _taken(_identifiers(made), marks.track)
    return Tracks(pa.array(track, mask=track < 0), pa.array(marks.noise))


def track_names(track: pa.Array) -> pa.Array:
    """Return tracks as words: the MMSI and the instant of the beginning in milliseconds.

    >>> track_names(pa.array([227123456 << 33 | 4 * 792115200, None])).to_pylist()
    ['227123456-1738800000000', None]
    """
    mmsi = pc.shift_right(track, _TICK_BITS)
    start_ms = pc.cast(track_start_ms(track), pa.string())
    return pc.binary_join_element_wise(pc.cast(mmsi, pa.string()), start_ms, "-")


def track_start_ms(track: pa.Array) -> pa.Array:
    """Return when tracks began, to a quarter of a second."""
    ticks = pc.bit_wise_and(track, (1 << _TICK_BITS) - 1)
    return pc.add(pc.multiply(ticks, MS_PER_TICK), TICKS_BEGIN_MS)


def track_numbers(columns: Columns, *, rules: str = DEFAULT_RULES) -> tuple[NDArray[np.int32], NDArray[np.int8]]:
    """Return for each row the number of its track within its MMSI (in the order in which they stood; −1: on none).

    For compiled loops that hold no Python objects: arrays in, arrays out, the interpreter's lock not held meanwhile.

    Parameters
    ----------
    columns
        `mmsi`, `t_ms`, `lat_deg`, `lon_deg`, `sog_m_s`, `cog_deg`, `msg_type` of the types of `POSITIONS`; fastest
        where they are sorted by (mmsi, t_ms).
    """
    marks, made = _in_any_order(columns, rules)
    return _taken(made.number, marks.track), marks.noise


def no_tracks() -> pa.Table:
    """Return the state before any row."""
    return TRACK_STATE.empty_table()


def fold(state: pa.Table, positions: pa.Table, *, rules: str = DEFAULT_RULES) -> Folded:
    """Return what the new rows settle, the rows that came late, and what to carry on.

    Batches may be cut anywhere between two instants of a vessel. Rows of a track are settled in the order of time.
    """
    is_late = _late(state, positions)
    late, fresh = positions.filter(is_late), positions.filter(pc.invert(is_late))
    rows = pa.concat_tables([_carried_rows(state), _as_fresh(fresh)], promote_options="permissive").unify_dictionaries()
    columns = (rows["role"].to_numpy() == 0, *_columns(rows))
    order = np.lexsort((*_ties(columns[1:]), columns[2], columns[0], columns[1]))
    rows = rows.take(pa.array(order))
    return _folded(rows, late, rules)


def finish(state: pa.Table, *, rules: str = DEFAULT_RULES) -> pa.Table:
    """Return the rows that waited (TRACKED), decided as if no row followed; the state itself may be carried on."""
    rows = _carried_rows(state)
    order = np.lexsort((rows["t_ms"].to_numpy(), rows["mmsi"].to_numpy()))
    rows = rows.take(pa.array(order))
    marks, made = _followed(_columns(rows), rules, _carried(rows), _velocities(rows))
    is_new = rows["role"].to_numpy() != SETTLED
    return _tracked(rows, marks, made, is_new)


def compile_tracks() -> None:
    """Compile the kernels of tracks into their cache."""
    with_row = POSITIONS.empty_table()
    finish(fold(no_tracks(), with_row).state)
    tracks(with_row)


def _folded(rows: pa.Table, late: pa.Table, rules: str) -> Folded:
    kept = {name: np.zeros(rows.num_rows, kind.to_pandas_dtype()) for name, kind in _CARRIED[:5]}
    columns, velocities = _columns(rows), _velocities(rows)
    marks, made = _followed(columns, rules, _carried(rows), velocities, Carried(**kept))
    is_settled = ((marks.track >= 0) | (marks.noise > 0)) & (rows["role"].to_numpy() != SETTLED)
    seen_ms = _seen(rows)
    is_kept = kept["role"] > 0
    kept |= {"east_m_s": velocities[0], "north_m_s": velocities[1], "seen_ms": seen_ms}
    state = rows.select(POSITIONS.names).filter(pa.array(is_kept))
    for name, kind in _CARRIED:
        state = state.append_column(pa.field(name, kind), pa.array(kept[name][is_kept], kind))
    return Folded(_tracked(rows, marks, made, is_settled), late, state)


def _followed(
    columns: Columns,
    rules: str,
    carried: Carried | None = None,
    velocities: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None,
    kept: Carried | None = None,
) -> tuple[Marks, Made]:
    if rules not in TRACK_RULES:
        raise InvalidInput(
            "maritime.no_track_rules",
            "There is no such set of rules for tracks.",
            why="{rules} was asked for, and there are {known}",
            remedy="name one of them",
            rules=rules,
            known=", ".join(TRACK_RULES),
        )
    count = columns[0].size
    velocities = velocities or (np.empty(count), np.empty(count))
    none = Carried(**{name: np.empty(0, kind.to_pandas_dtype()) for name, kind in _CARRIED[:5]})
    most = count + 1
    made = Made(np.empty(most, np.int64), np.empty(most, np.int32), np.empty(most, np.int64), np.zeros(2, np.int64))
    marks = Marks(np.full(count, -1, np.int32), np.zeros(count, np.int8))
    mmsi, t_ms, lat, lon, sog, cog, msg_type = (_read_only(column) for column in columns)
    rows = Rows(mmsi, t_ms, lat, lon, sog, cog, msg_type, *velocities)
    follow(rows, carried or none, kept or none, TRACK_RULES[rules], kept is None, empty_slots(), made, marks)
    return marks, made


def _in_any_order(columns: Columns, rules: str) -> tuple[Marks, Made]:
    """Follow rows in the order of vessels and instants, and return the marks in theirs."""
    order = order_of(columns[0], columns[1], _ties(columns))
    if order is None:
        return _followed(columns, rules)
    marks, made = _followed(tuple(column[order] for column in columns), rules)
    back = np.empty_like(order)
    back[order] = np.arange(order.size)
    return Marks(marks.track[back], marks.noise[back]), made


def _identifiers(made: Made) -> NDArray[np.int64]:
    count = made.count[0]
    ticks = np.minimum(made.tick[:count], (1 << _TICK_BITS) - 1)
    identifiers: NDArray[np.int64] = (made.mmsi[:count] << _TICK_BITS) | ticks
    return identifiers


def _taken(values: NDArray[Any], index: NDArray[np.int32]) -> NDArray[Any]:
    """Return the values at an index, −1 where it is negative."""
    if values.size == 0:
        return np.full(index.size, -1, values.dtype)
    return np.where(index >= 0, values[np.maximum(index, 0)], values.dtype.type(-1))


def _tracked(rows: pa.Table, marks: Marks, made: Made, chosen: NDArray[np.bool_]) -> pa.Table:
    track = _taken(_identifiers(made), marks.track)[chosen]
    settled = rows.select(POSITIONS.names).filter(pa.array(chosen))
    settled = settled.append_column(TRACKED.field("track"), pa.array(track, mask=track < 0))
    return settled.append_column(TRACKED.field("noise"), pa.array(marks.noise[chosen]))


def _columns(table: pa.Table) -> Columns:
    names = ("mmsi", "t_ms", "lat_deg", "lon_deg", "sog_m_s", "cog_deg", "msg_type")
    return tuple(table[name].cast(POSITIONS.field(name).type).to_numpy() for name in names)


def _ties(columns: Columns) -> Columns:
    """Return what orders reports of one vessel and one instant, least first: the order of rows decides nothing."""
    _, _, lat, lon, sog, cog, msg_type = columns
    return msg_type, cog, sog, lon, lat


def order_of(mmsi: NDArray[np.int64], t_ms: NDArray[np.int64], ties: Columns) -> NDArray[np.intp] | None:
    """Return the order of rows by vessel and instant, then by `ties` (least first); None where they stand so."""
    is_same = mmsi[1:] == mmsi[:-1]
    if not (is_same & (t_ms[1:] >= t_ms[:-1]) | (mmsi[1:] > mmsi[:-1])).all():
        return np.lexsort((*ties, t_ms, mmsi))
    is_tied = is_same & (t_ms[1:] == t_ms[:-1])
    if not is_tied.any():
        return None
    tied = np.flatnonzero(np.r_[is_tied, False] | np.r_[False, is_tied])
    order = np.arange(mmsi.size)
    order[tied] = tied[np.lexsort(tuple(column[tied] for column in (*ties, t_ms, mmsi)))]
    return order


def _as_fresh(positions: pa.Table) -> pa.Table:
    rows = positions.select(POSITIONS.names).cast(POSITIONS)
    for name, kind in _CARRIED:
        rows = rows.append_column(pa.field(name, kind), pa.array(np.zeros(rows.num_rows, kind.to_pandas_dtype()), kind))
    return rows


def _carried_rows(state: pa.Table) -> pa.Table:
    return state.select(TRACK_STATE.names)


def _carried(rows: pa.Table) -> Carried:
    return Carried(**{name: rows[name].to_numpy().copy() for name, _ in _CARRIED[:5]})


def _read_only(column: NDArray[Any]) -> NDArray[Any]:
    """Return a view that cannot be written: what comes from Arrow cannot, and a kernel is compiled for one kind."""
    view = column.view()
    view.flags.writeable = False
    return view


def _velocities(rows: pa.Table) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return rows["east_m_s"].to_numpy().copy(), rows["north_m_s"].to_numpy().copy()


def _late(state: pa.Table, positions: pa.Table) -> pa.Array:
    """Return which rows are not after the newest row of their vessel that was folded."""
    mmsi, first = np.unique(state["mmsi"].to_numpy(), return_index=True)
    seen_ms = state["seen_ms"].to_numpy()[first]
    wanted = positions["mmsi"].to_numpy()
    at = np.minimum(np.searchsorted(mmsi, wanted), max(mmsi.size - 1, 0))
    if mmsi.size == 0:
        return pa.array(np.zeros(wanted.size, np.bool_))
    return pa.array((mmsi[at] == wanted) & (positions["t_ms"].to_numpy() <= seen_ms[at]))


def _seen(rows: pa.Table) -> NDArray[np.int64]:
    """Return for each row the newest instant of its vessel; rows are sorted by vessel."""
    mmsi, t_ms = rows["mmsi"].to_numpy(), np.maximum(rows["t_ms"].to_numpy(), rows["seen_ms"].to_numpy())
    if mmsi.size == 0:
        return np.zeros(0, np.int64)
    starts = np.flatnonzero(np.r_[True, mmsi[1:] != mmsi[:-1]])
    newest = np.maximum.reduceat(t_ms, starts)
    return np.repeat(newest, np.diff(np.r_[starts, mmsi.size]))
