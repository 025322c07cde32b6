"""Density: positions and distinct ships by cell of a regular grid and day, in a table of its own.

One hash table of open addressing holds the cells of a bucket. The rows of a ship stand together, so a cell that
remembers which ship came last counts each ship once. Units: degrees, days since 1970-01-01.
"""

from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numba import njit

from comity.ground import Floats
from comity.maritime.asked import DENSITY_PART, Asked, Parts
from comity.maritime.bucket import Bucket, Ints
from comity.maritime.sphere import KERNEL

DAY_MS = 86_400_000
_FEWEST_SLOTS = 4096
_KEY, _POSITIONS, _SHIPS, _SHIP, _DAY = range(5)

DENSITY = pa.schema(
    [
        ("day", pa.date32()),
        ("lat_deg", pa.float64()),
        ("lon_deg", pa.float64()),
        ("positions", pa.int64()),
        ("vessels", pa.int64()),
    ]
)
"""Cells by their centres. A ship in a cell on a day counts once in `vessels`, with all its positions in `positions`."""


class DensityRule(NamedTuple):
    """Cells of 1 / `cells_per_degree` degrees."""

    cells_per_degree: int


def densities(bucket: Bucket, rule: DensityRule, asked: Asked) -> Parts:  # noqa: ARG001 (one form for all)
    """Return the counts of a bucket's own ships."""
    return {DENSITY_PART: tally(bucket, rule.cells_per_degree)}


def density(parts: Parts, rule: DensityRule, asked: Asked) -> Parts:  # noqa: ARG001 (one form for all)
    """Return the counts of all ships as rows of `DENSITY`: no ship is in two buckets, so they add up."""
    counts = parts.get(DENSITY_PART)
    if counts is None or not counts.num_rows:
        return {DENSITY_PART: DENSITY.empty_table()}
    counts = summed(counts)
    step_deg = 1.0 / rule.cells_per_degree
    columns = [
        pa.array(counts.column("day").to_numpy().astype(np.int32)).cast(pa.date32()),
        pa.array(np.round((counts.column("row").to_numpy() + 0.5) * step_deg - 90.0, 9)),
        pa.array(np.round((counts.column("column").to_numpy() + 0.5) * step_deg - 180.0, 9)),
        counts.column("positions").combine_chunks(),
        counts.column("vessels").combine_chunks(),
    ]
    return {DENSITY_PART: pa.table(columns, schema=DENSITY)}


def summed(counts: pa.Table) -> pa.Table:
    """Return counts of `tally` with each cell and day once, sorted."""
    keys = ["day", "row", "column"]
    total = counts.group_by(keys, use_threads=False).aggregate([("positions", "sum"), ("vessels", "sum")])
    total = total.rename_columns([name.removesuffix("_sum") for name in total.column_names])
    return total.sort_by([(key, "ascending") for key in keys])


def tally(bucket: Bucket, cells_per_degree: int) -> pa.Table:
    """Return positions and distinct ships by day and cell: `day`, `row`, `column`, `positions`, `vessels`."""
    counts = _tally(bucket.mmsi, bucket.t_ms, bucket.lat_deg, bucket.lon_deg, cells_per_degree)
    columns = 360 * cells_per_degree
    cell = counts[:, _KEY]
    return pa.table(
        {
            "day": counts[:, _DAY].copy(),
            "row": cell // columns,
            "column": cell % columns,
            "positions": counts[:, _POSITIONS].copy(),
            "vessels": counts[:, _SHIPS].copy(),
        }
    )


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _tally(mmsi: Ints, t_ms: Ints, lat_deg: Floats, lon_deg: Floats, cells_per_degree: int) -> Ints:
    slots, held, per = _FEWEST_SLOTS, 0, float(cells_per_degree)
    table = np.full((slots, 5), -1, np.int64)
    top, columns = 180 * cells_per_degree - 1, 360 * cells_per_degree
    at = np.int64(-1)
    for i in range(mmsi.size):
        row = min(int((lat_deg[i] + 90.0) * per), top)
        cell = row * columns + int((lon_deg[i] + 180.0) * per) % columns
        day = t_ms[i] // DAY_MS
        if at < 0 or table[at, _KEY] != cell or table[at, _DAY] != day:
            if 2 * held >= slots:
                slots *= 2
                table = _wider(table, slots)
            at = _slot(table, cell, day)
            if table[at, _KEY] < 0:
                table[at, _KEY], table[at, _DAY] = cell, day
                table[at, _POSITIONS], table[at, _SHIPS] = 0, 0
                held += 1
        table[at, _POSITIONS] += 1
        if table[at, _SHIP] != mmsi[i]:
            table[at, _SHIP] = mmsi[i]
            table[at, _SHIPS] += 1
    kept, count = np.empty((held, 5), np.int64), 0
    for slot in range(slots):
        if table[slot, _KEY] >= 0:
            kept[count] = table[slot]
            count += 1
    return kept


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _slot(table: Ints, cell: int, day: int) -> np.int64:
    h = np.uint64(cell) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(day) * np.uint64(0xC2B2AE3D27D4EB4F)
    h ^= h >> np.uint64(31)
    h *= np.uint64(0xBF58476D1CE4E5B9)  # the finaliser of splitmix64
    h ^= h >> np.uint64(29)
    at = np.int64(h & np.uint64(len(table) - 1))
    while table[at, _KEY] >= 0 and not (table[at, _KEY] == cell and table[at, _DAY] == day):
        at = (at + 1) & (len(table) - 1)
    return at


@njit(**KERNEL)  # type: ignore[untyped-decorator]
def _wider(table: Ints, slots: int) -> Ints:
    wider = np.full((slots, 5), -1, np.int64)
    for slot in range(len(table)):
        if table[slot, _KEY] >= 0:
            wider[_slot(wider, table[slot, _KEY], table[slot, _DAY])] = table[slot]
    return wider
