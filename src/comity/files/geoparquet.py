"""Tracks and events as GeoParquet: a column of geometry in well-known binary, and what says so in the file's metadata.

Units: degrees on WGS 84 (OGC:CRS84, longitude first); instants are `timestamp[ms, UTC]`, which every reader shows as
such. Source: GeoParquet 1.1.0.
"""

from typing import Any

import numpy as np
import orjson
import pyarrow as pa
import shapely
from shapely.geometry import shape

from comity.files.geojson import on_globe
from comity.files.maritime_tables import parquet_bytes

VERSION = "1.1.0"
GEOMETRY = "geometry"
_HALF_DEG = 180.0
_INSTANT = pa.timestamp("ms", tz="UTC")


def events_geoparquet(events: pa.Table) -> bytes:
    """Return events (columns of `EVENTS`) with the place of each as a point."""
    lon_deg, lat_deg = (_floats(events, name) for name in ("lon_deg", "lat_deg"))
    is_placed = np.isfinite(lon_deg) & np.isfinite(lat_deg)
    points = np.full(events.num_rows, None, dtype=object)
    points[is_placed] = shapely.points(lon_deg[is_placed], lat_deg[is_placed])
    return _file(_with_instants(events), points)


def tracks_geoparquet(positions: pa.Table, track: pa.Array) -> bytes:
    """Return tracks as lines, one row each: who, from when to when, how many fixes, and the line.

    Parameters
    ----------
    positions
        Columns of `POSITIONS`.
    track
        Name of the track of each row; a row without one, or without a place, is left out, and so is a track of one fix.
    """
    found = tracks_of(positions, track)
    lines = np.empty(len(found), dtype=object)
    lines[:] = [_line(each["lon_deg"], each["lat_deg"]) for each in found]
    columns: dict[str, Any] = {
        "track": pa.array([each["track"] for each in found], pa.string()),
        "mmsi": pa.array([each["mmsi"] for each in found], pa.int64()),
        "start_ms": pa.array([int(each["t_ms"][0]) for each in found], pa.int64()),
        "end_ms": pa.array([int(each["t_ms"][-1]) for each in found], pa.int64()),
        "fixes": pa.array([len(each["t_ms"]) for each in found], pa.int32()),
    }
    return _file(_with_instants(pa.table(columns)), lines)


def tracks_of(positions: pa.Table, track: pa.Array) -> list[dict[str, Any]]:
    """Return the fixes of each track in order of time, by name: arrays `t_ms`, `lat_deg`, `lon_deg`, `sog_m_s`."""
    names = pa.array(track).cast(pa.string())
    coded = names.dictionary_encode()
    which = np.asarray(coded.indices.fill_null(-1))
    lat_deg, lon_deg = _floats(positions, "lat_deg"), _floats(positions, "lon_deg")
    t_ms, mmsi = positions["t_ms"].to_numpy(), positions["mmsi"].to_numpy()
    sog_m_s = _floats(positions, "sog_m_s")
    rows = np.flatnonzero((which >= 0) & np.isfinite(lat_deg) & np.isfinite(lon_deg))
    rows = rows[np.lexsort((t_ms[rows], which[rows]))]
    cuts = np.flatnonzero(np.diff(which[rows])) + 1
    found = []
    for part in np.split(rows, cuts) if len(rows) else []:
        fixes = part[np.append(True, np.diff(t_ms[part]) > 0)]
        if len(fixes) > 1:
            name = coded.dictionary[int(which[fixes[0]])].as_py()
            columns = {"t_ms": t_ms, "lat_deg": lat_deg, "lon_deg": lon_deg, "sog_m_s": sog_m_s}
            found.append({"track": name, "mmsi": int(mmsi[fixes[0]]), **{k: c[fixes] for k, c in columns.items()}})
    return sorted(found, key=lambda each: str(each["track"]))


def _line(lon_deg: Any, lat_deg: Any) -> Any:
    """Return a line; in two parts or more where it crosses the antimeridian."""
    if (np.abs(np.diff(lon_deg)) <= _HALF_DEG).all():
        return shapely.linestrings(lon_deg, lat_deg)
    return shape(on_globe({"type": "LineString", "coordinates": np.column_stack([lon_deg, lat_deg]).tolist()}))


def _file(table: pa.Table, geometry: Any) -> bytes:
    placed = [each for each in geometry if each is not None]
    told: dict[str, Any] = {"encoding": "WKB", "geometry_types": sorted({each.geom_type for each in placed})}
    if placed:
        told["bbox"] = [float(each) for each in shapely.total_bounds(np.array(placed, dtype=object))]
    whole = table.append_column(GEOMETRY, pa.array(shapely.to_wkb(geometry), pa.binary()))
    metadata = {"version": VERSION, "primary_column": GEOMETRY, "columns": {GEOMETRY: told}}
    return parquet_bytes(whole.replace_schema_metadata({"geo": orjson.dumps(metadata)}))


def _with_instants(table: pa.Table) -> pa.Table:
    """Return a table whose columns of milliseconds are instants, named without their unit."""
    for place, name in enumerate(table.column_names):
        if name.endswith("_ms"):
            table = table.set_column(place, name.removesuffix("_ms"), table.column(name).cast(_INSTANT))
    return table


def _floats(table: pa.Table, name: str) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.asarray(table.column(name).cast(pa.float64()).fill_null(np.nan), dtype=np.float64)
