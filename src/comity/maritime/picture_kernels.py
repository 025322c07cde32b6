"""The loops of the live picture: take reports into rows, forget rows, find them in a box, by words, at an instant.

Places are whole numbers of 10⁻⁷ degrees (1.1 cm), longitude from −180 up to 180; instants are milliseconds since 1970;
speeds m/s. A row is a vessel's place in the columns and stays the same until it is forgotten. `index` is an open hash
by MMSI (linear probing, a power of two long, never more than half full) that holds row + 1, or 0. Every cell of the
grid (`CELL_DEG`) heads a doubly linked list of the rows in it; −1 ends a list.

Each index that comes from outside is checked before it is used.
"""

import math
from typing import Any

import numpy as np
from numba import njit

E7 = 10_000_000
NOWHERE = -(2**31)
"""Latitude of a row whose place is not known."""

CELL_DEG = 1
COLUMNS, ROWS = 360 // CELL_DEG, 180 // CELL_DEG
CELLS = COLUMNS * ROWS

PLACE = np.dtype([(name, "i4") for name in ("mmsi", "lat", "lon", "cell", "after", "before")])
"""What a look at a box reads: 24 bytes a row, so that all rows of 500,000 vessels are 12 MB."""

REPORT = np.dtype(
    [
        ("t_ms", "i8"),
        ("received_ms", "i8"),
        ("sog", "f4"),
        ("cog", "f4"),
        ("heading", "f4"),
        ("rot", "f4"),
        ("fastest", "f4"),
        ("station", "i2"),
        ("status", "i1"),
        ("msg_type", "i1"),
    ]
)
"""The rest of a vessel's last report, and the fastest that it was seen to go (`_CLIMB_M_S`)."""

INCOMING = np.dtype(
    [
        ("t_ms", "i8"),
        ("received_ms", "i8"),
        ("lat", "f8"),
        ("lon", "f8"),
        ("mmsi", "i8"),
        ("sog", "f4"),
        ("cog", "f4"),
        ("heading", "f4"),
        ("rot", "f4"),
        ("station", "i2"),
        ("status", "i1"),
        ("msg_type", "i1"),
    ]
)
"""A report as it comes in, before it is judged."""

TAKEN, OLDER, CLOCK_OFF, TOO_OLD, NO_PLACE, BAD_MMSI, FULL = range(7)
OUTCOMES = ("taken", "older", "clock_off", "too_old", "no_place", "bad_mmsi", "full")
"""What becomes of a report, in the order of the counts."""

USED, FREE, LIVE = range(3)
"""Of `state`: rows that were ever used, rows in `free`, rows that hold a vessel."""

_CLIMB_M_S = 2.0
"""The fastest speed seen climbs by so much a report at most: one wrong bit makes no ship a racer. Ours."""

_LIST_COST = 64
"""To follow a list costs so much more a vessel than to read rows in order (180 ns against 2.4 ns, measured)."""

_HASH = np.uint64(0x9E3779B97F4A7C15)
"""2⁶⁴ divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4)."""

A_M = 6_378_137.0
E2 = 0.0066943799901413165
"""WGS 84, as in `comity.ground.geodesy`."""

_LEAF: dict[str, Any] = {"cache": True, "nogil": True, "error_model": "numpy"}


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _home(mmsi: int, mask: int) -> int:
    return int((np.uint64(mmsi) * _HASH) >> np.uint64(32)) & mask


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def row_of(index: Any, places: Any, mmsi: int) -> int:
    """Return the row of a vessel, or −1."""
    mask = index.size - 1
    at = _home(mmsi, mask)
    while index[at] != 0:
        row = index[at] - 1
        if places[row]["mmsi"] == mmsi:
            return int(row)
        at = (at + 1) & mask
    return -1


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def row_for(index: Any, places: Any, reports: Any, free: Any, state: Any, mmsi: int) -> int:
    """Return the row of a vessel, a new one where it has none, or −1 where the picture is full."""
    mask = index.size - 1
    at = _home(mmsi, mask)
    while index[at] != 0:
        row = index[at] - 1
        if places[row]["mmsi"] == mmsi:
            return int(row)
        at = (at + 1) & mask
    if state[FREE] > 0:
        state[FREE] -= 1
        row = free[state[FREE]]
    elif state[USED] < places.size:
        row = state[USED]
        state[USED] += 1
    else:
        return -1
    state[LIVE] += 1
    index[at] = row + 1
    places[row]["mmsi"] = mmsi
    places[row]["lat"] = NOWHERE
    places[row]["lon"] = NOWHERE
    places[row]["cell"] = -1
    reports[row]["t_ms"] = 0
    reports[row]["fastest"] = 0.0
    return int(row)


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _unlink(places: Any, heads: Any, counts: Any, row: int) -> None:
    cell = places[row]["cell"]
    if cell < 0:
        return
    after, before = places[row]["after"], places[row]["before"]
    if before >= 0:
        places[before]["after"] = after
    else:
        heads[cell] = after
    if after >= 0:
        places[after]["before"] = before
    counts[cell] -= 1
    places[row]["cell"] = -1


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def _link(places: Any, heads: Any, counts: Any, row: int, cell: int) -> None:
    first = heads[cell]
    places[row]["cell"], places[row]["after"], places[row]["before"] = cell, first, -1
    if first >= 0:
        places[first]["before"] = row
    heads[cell] = row
    counts[cell] += 1


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def take(
    index: Any, places: Any, reports: Any, free: Any, state: Any, heads: Any, cells: Any, told: Any, limits: Any
) -> Any:
    """Take reports into their rows; return how many came to each of `OUTCOMES`.

    Parameters
    ----------
    told
        Of `INCOMING`, shape (reports,).
    limits
        The earliest instant that is taken, the latest, and the fastest speed that a vessel may have been seen to go.
    """
    outcomes = np.zeros(7, np.int64)
    for i in range(told.size):
        report = told[i]
        mmsi, t_ms, lat, lon = report["mmsi"], report["t_ms"], report["lat"], report["lon"]
        if mmsi < 1 or mmsi > 999_999_999:
            outcomes[BAD_MMSI] += 1
            continue
        if not (-90.0 <= lat <= 90.0 and -180.0 <= lon <= 180.0):  # NaN is neither
            outcomes[NO_PLACE] += 1
            continue
        if t_ms > limits[1]:
            outcomes[CLOCK_OFF] += 1
            continue
        if t_ms < limits[0]:
            outcomes[TOO_OLD] += 1
            continue
        row = row_for(index, places, reports, free, state, mmsi)
        if row < 0:
            outcomes[FULL] += 1
            continue
        held = reports[row]
        if places[row]["cell"] >= 0 and t_ms <= held["t_ms"]:
            outcomes[OLDER] += 1
            continue
        held["t_ms"], held["received_ms"] = t_ms, report["received_ms"]
        held["sog"], held["cog"], held["heading"] = report["sog"], report["cog"], report["heading"]
        held["rot"], held["status"] = report["rot"], report["status"]
        held["msg_type"], held["station"] = report["msg_type"], report["station"]
        if report["sog"] > held["fastest"] and report["sog"] <= limits[2]:
            held["fastest"] = min(report["sog"], held["fastest"] + np.float32(_CLIMB_M_S))
        north, east = round(lat * E7), round(lon * E7)
        if east == 180 * E7:
            east = -180 * E7
        places[row]["lat"], places[row]["lon"] = north, east
        cell = cell_row(north) * COLUMNS + cell_column(east)
        if cell != places[row]["cell"]:
            _unlink(places, heads, cells, row)
            _link(places, heads, cells, row, cell)
        outcomes[TAKEN] += 1
    return outcomes


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def cell_column(east: int) -> int:
    """Return the column of a longitude in 10⁻⁷ degrees."""
    return int(min(COLUMNS - 1, max(0, (east + 180 * E7) // (CELL_DEG * E7))))


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def cell_row(north: int) -> int:
    """Return the row of a latitude in 10⁻⁷ degrees; the north pole belongs to the last one."""
    return int(min(ROWS - 1, max(0, (north + 90 * E7) // (CELL_DEG * E7))))


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def rows_for(index: Any, places: Any, reports: Any, free: Any, state: Any, mmsi: Any) -> Any:
    """Return the rows of vessels, new ones where they have none; −1 where there is no room, or no such MMSI."""
    out = np.full(mmsi.size, -1, np.int32)
    for i in range(mmsi.size):
        if 1 <= mmsi[i] <= 999_999_999:
            out[i] = row_for(index, places, reports, free, state, mmsi[i])
    return out


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def forget(
    index: Any, places: Any, reports: Any, free: Any, state: Any, heads: Any, cells: Any, said_ms: Any, before_ms: int
) -> int:
    """Empty the rows whose last report and last words are older than an instant; return how many."""
    mask, gone = index.size - 1, 0
    for row in range(state[USED]):
        mmsi = places[row]["mmsi"]
        if mmsi == 0 or reports[row]["t_ms"] >= before_ms or said_ms[row] >= before_ms:
            continue
        _unlink(places, heads, cells, row)
        hole = _home(mmsi, mask)
        while index[hole] - 1 != row:
            hole = (hole + 1) & mask
        at = (hole + 1) & mask
        while index[at] != 0:  # what was pushed past the hole moves back into it
            home = _home(places[index[at] - 1]["mmsi"], mask)
            if ((at - home) & mask) >= ((at - hole) & mask):
                index[hole] = index[at]
                hole = at
            at = (at + 1) & mask
        index[hole] = 0
        places[row]["mmsi"] = 0
        reports[row]["t_ms"] = 0
        free[state[FREE]] = row
        state[FREE] += 1
        state[LIVE] -= 1
        gone += 1
    return gone


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def in_box(
    places: Any, heads: Any, cells: Any, used: int, west: int, south: int, east: int, north: int, out: Any, count: int
) -> int:
    """Write the rows in a box (10⁻⁷ degrees, west not past east) into `out` from `count` on; return the new count.

    `out` has room for all rows and one more.

    Few cells: their lists are followed; many vessels: all rows are read in order, which is faster than to follow lists.
    """
    first_row, last_row = cell_row(south), cell_row(north)
    first_column, last_column = cell_column(west), cell_column(east)
    inside = 0
    for y in range(first_row, last_row + 1):
        for x in range(first_column, last_column + 1):
            inside += cells[y * COLUMNS + x]
    if inside * _LIST_COST > used:
        for row in range(used):
            place = places[row]
            tall = (place["lat"] >= south) & (place["lat"] <= north)
            out[count] = row  # without a branch: half of them would be guessed wrong
            count += int((place["cell"] >= 0) & tall & (place["lon"] >= west) & (place["lon"] <= east))
        return count
    for y in range(first_row, last_row + 1):
        for x in range(first_column, last_column + 1):
            row = heads[y * COLUMNS + x]
            while row >= 0:
                place = places[row]
                if south <= place["lat"] <= north and west <= place["lon"] <= east:
                    out[count] = row
                    count += 1
                row = place["after"]
    return count


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def beginning(words: Any, places: Any, used: int, sought: Any, out: Any) -> int:
    """Write the rows one of whose words begins as sought into `out`; return how many.

    Parameters
    ----------
    words
        Folded texts as bytes, shape (rows, width), ended by 0.
    sought
        Folded, shape (length,); blanks in it are blanks.
    """
    count, width, length = 0, words.shape[1], sought.size
    for row in range(used):
        if places[row]["mmsi"] == 0 or words[row, 0] == 0:
            continue
        for begin in range(width - length + 1):
            if begin > 0 and words[row, begin - 1] != 32:
                continue
            same = 0
            while same < length and words[row, begin + same] == sought[same]:
                same += 1
            if same == length:
                out[count] = row
                count += 1
                break
    return count


@njit(**_LEAF)  # type: ignore[untyped-decorator]
def places_at(places: Any, reports: Any, rows: Any, at_ms: float, reach_ms: float, kept_ms: float) -> Any:
    """Return longitude, latitude, speed and course of rows at an instant, shape (4, rows); NaN where there is nothing.

    Parameters
    ----------
    reach_ms
        So long a vessel is reckoned on from its last report, or back; later it stands where it was last reported.
    kept_ms
        A vessel whose report is further from the instant is not there.
    """
    out = np.full((4, rows.size), np.nan)
    for i in range(rows.size):
        row = rows[i]
        if row < 0 or row >= places.size or places[row]["mmsi"] == 0 or places[row]["cell"] < 0:
            continue
        ahead_ms = at_ms - reports[row]["t_ms"]
        if abs(ahead_ms) > kept_ms or ahead_ms < -reach_ms:
            continue
        lat, lon = places[row]["lat"] / E7, places[row]["lon"] / E7
        sog, cog = float(reports[row]["sog"]), float(reports[row]["cog"])
        out[3, i] = 0.0 if math.isnan(cog) else cog
        if math.isnan(sog) or math.isnan(cog) or abs(ahead_ms) > reach_ms:
            sog = 0.0
        radians = math.radians(lat)
        w2 = 1.0 - E2 * math.sin(radians) ** 2
        per_lat_m = math.radians(A_M * (1.0 - E2) / w2**1.5)
        per_lon_m = max(1.0, math.radians(A_M * math.cos(radians) / math.sqrt(w2)))
        metres = sog * ahead_ms / 1000.0
        turn = math.radians(out[3, i])
        out[0, i] = (lon + metres * math.sin(turn) / per_lon_m + 180.0) % 360.0 - 180.0
        out[1, i] = min(90.0, max(-90.0, lat + metres * math.cos(turn) / per_lat_m))
        out[2, i] = sog
    return out
