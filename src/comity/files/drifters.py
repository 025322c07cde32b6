"""Tracks of real drifters: a table of text with columns for time, latitude and longitude, or CF trajectories.

Units: degrees, milliseconds since 1970. What a file is follows from its first bytes. Columns are found by the names
that buoys' makers and archives use (`drifter_columns`), or by a declared mapping. A file is read whole or refused: a
row that cannot be read is named.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from comity.files.drifter_columns import COLUMNS, columns_of
from comity.files.drifter_tables import Rows, table_rows, unreadable
from comity.files.drifter_trajectories import trajectory_rows
from comity.files.slicks import read_outlines
from comity.rescue import Track

__all__ = ["COLUMNS", "columns_of", "read_drifters", "read_outlines"]

_NETCDF = (b"CDF", b"\x89HDF")


def read_drifters(path: Path, *, mapping: Mapping[str, str] | None = None) -> tuple[Track, ...]:
    """Return the tracks of a file, each in order of time, with at least two fixes; `InvalidInput` where it is none.

    Parameters
    ----------
    mapping
        Names of columns or variables, by `id`, `time`, `lat` and `lon`, where they are not the usual ones; numbers from
        1 for a table without a header; `Date+Time` for a time in two columns.
    """
    names = dict(mapping or {})
    for key in names:
        if key not in COLUMNS:
            raise unreadable(path, f"{key} = …: not one of {', '.join(COLUMNS)}")
    try:
        with path.open("rb") as file:
            is_netcdf = file.read(4).startswith(_NETCDF)
        tracks = _tracks(path, trajectory_rows(path, names) if is_netcdf else table_rows(path, names))
    except OSError as error:
        raise unreadable(path, error.strerror or str(error)) from None
    except (UnicodeError, RuntimeError, IndexError) as error:
        raise unreadable(path, str(error)) from None
    if not tracks:
        raise unreadable(path, "no drifter has two fixes")
    return tracks


def _tracks(path: Path, rows: Rows) -> tuple[Track, ...]:
    drifter, time_ms, lat_deg, lon_deg = rows
    wrong = np.flatnonzero((np.abs(lat_deg) > 90.0) | (np.abs(lon_deg) > 360.0))
    if wrong.size:
        at = int(wrong[0])
        raise unreadable(path, f"latitude {lat_deg[at]:g}, longitude {lon_deg[at]:g} of {drifter[at]}")
    names, first, number = np.unique(drifter, return_index=True, return_inverse=True)
    order = np.lexsort((np.arange(number.size), time_ms, number))
    tracks = {}
    for mine in np.split(order, np.flatnonzero(np.diff(number[order])) + 1):
        kept = mine[np.append(np.diff(time_ms[mine]) > 0, True)]  # of two fixes at one instant the later row
        if kept.size > 1:
            which = number[kept[0]]
            tracks[int(first[which])] = Track(str(names[which]), time_ms[kept], lon_deg[kept], lat_deg[kept])
    return tuple(tracks[at] for at in sorted(tracks))
