"""The order of the store: by ship, then by instant, each pair once, whatever order the rows came in.

Where two rows tell of one ship at one instant, the one received first stays; of two received at once the smaller in the
order of the columns. So what is kept follows from the set of rows alone: in one pass, by day, late or shuffled.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Order = NDArray[np.intp]

_TIME_BITS, _SHIP_BITS = 33, 30
"""99 days of milliseconds and nine digits of an MMSI side by side in 63 bits."""

_FIRST = "received_ms"


def order_of(mmsi: NDArray[np.int64], t_ms: NDArray[np.int64]) -> Order | None:
    """Return the order by ship and instant; None where the rows stand in it already.

    >>> order_of(np.array([2, 1, 2]), np.array([5, 9, 4])).tolist()
    [1, 2, 0]
    """
    if len(mmsi) == 0:
        return None
    since_ms = t_ms - t_ms.min()
    if since_ms.max() >> _TIME_BITS or mmsi.min() < 0 or mmsi.max() >> _SHIP_BITS:
        order = np.lexsort((t_ms, mmsi))
        return None if (np.diff(order) > 0).all() else order
    key = (mmsi << _TIME_BITS) | since_ms
    steps = np.diff(key)
    if (steps >= 0).all():
        return None
    has_long_runs = np.count_nonzero(steps < 0) * 64 < len(key)  # sorted parts behind one another merge quickly
    return np.argsort(key, kind="stable" if has_long_runs else "quicksort")


def sorted_unique(table: pa.Table) -> tuple[pa.Table, int]:
    """Return positions by ship and instant, each pair once, and how many rows that left out."""
    mmsi, t_ms = table["mmsi"].to_numpy(), table["t_ms"].to_numpy()
    order = order_of(mmsi, t_ms)
    if order is not None:
        mmsi, t_ms = mmsi[order], t_ms[order]
    is_same = (mmsi[1:] == mmsi[:-1]) & (t_ms[1:] == t_ms[:-1])
    if not is_same.any():
        return (table if order is None else table.take(pa.array(order))), 0
    in_ties = np.concatenate(([False], is_same)) | np.concatenate((is_same, [False]))
    at = np.arange(len(mmsi)) if order is None else order
    keeps = ~in_ties
    keeps[np.flatnonzero(in_ties)[_first_of_ties(table.take(pa.array(at[in_ties])))]] = True
    return table.take(pa.array(at[keeps])), int(len(keeps) - keeps.sum())


def _first_of_ties(tied: pa.Table) -> Order:
    """Return which rows of ties stay: places in a table whose rows are by ship and instant."""
    names = ["mmsi", "t_ms", _FIRST, *(name for name in tied.column_names if name not in ("mmsi", "t_ms", _FIRST))]
    columns = {name: _comparable(tied[name]) for name in names}
    order = pc.sort_indices(pa.table(columns), sort_keys=[(name, "ascending") for name in names]).to_numpy()
    mmsi, t_ms = tied["mmsi"].to_numpy()[order], tied["t_ms"].to_numpy()[order]
    is_first = np.concatenate(([True], (mmsi[1:] != mmsi[:-1]) | (t_ms[1:] != t_ms[:-1])))
    return np.asarray(order[is_first], dtype=np.intp)


def _comparable(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_dictionary(column.type):
        return column.cast(pa.string())
    return column.cast(pa.int8()) if pa.types.is_boolean(column.type) else column


def said_first(table: pa.Table, hour_ms: int) -> pa.Table:
    """Return of what ships say of themselves the first of each ship, hour and saying: the history without repetition.

    The first of a set does not depend on how the set was cut, so that reducing twice, or in parts, gives the same.
    """
    if table.num_rows == 0:
        return table
    table = table.set_column(
        table.column_names.index("station"), "station", table["station"].cast(pa.string())
    ).combine_chunks()
    hour = pa.array(table["t_ms"].to_numpy() // hour_ms)
    keys = [name for name in table.column_names if name not in ("t_ms", "station")]
    order = pc.sort_indices(table, sort_keys=[("t_ms", "ascending"), ("station", "ascending")])
    ordered = table.append_column("hour", hour).take(order)
    groups = ordered.group_by([*keys, "hour"], use_threads=False).aggregate([("t_ms", "first"), ("station", "first")])
    found = pa.table({name: groups[name if name in keys else f"{name}_first"] for name in table.column_names})
    return found.take(
        pc.sort_indices(found, sort_keys=[(name, "ascending") for name in ("mmsi", "t_ms", "msg_type", *keys[1:-1])])
    )
