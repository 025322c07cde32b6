"""What satellites saw, from tables and GeoJSON: boats by their lights at night, ships on radar pictures.

Which column, or property of a point, is which follows from a mapping of detections (`viirs`, `sar`, or a user's own).
A detection without an id gets one from what it says, so that reading a file twice gives the same ids.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pyarrow as pa

from comity.files.positions import is_parquet, raw_batches, wrong_line
from comity.files.positions_bytes import bad_value, no_table, parts_of
from comity.files.positions_columns import FIRST_MS, REJECTED, Told
from comity.files.positions_csv import raw_blocks
from comity.files.positions_mapping import NUMBERS, TIMES, Mapping, found_columns, read_mapping
from comity.files.positions_times import NO_TIME
from comity.ground import InvalidInput
from comity.maritime import DETECTIONS

_GEOJSON = (".geojson", ".json")
_ID_LETTERS = 20
_POINT = ("latitude", "longitude")


@dataclass(frozen=True)
class Seen:
    """What a part of a file holds: detections in the order of the file, and the rejected rows."""

    detections: pa.Table
    rejected: pa.Table
    shares: dict[str, int]
    rows: int


def read_detections(
    path: Path, mapping: Mapping | str, *, latest_ms: int, keeps_rejected: bool = False
) -> Iterator[Seen]:
    """Return the detections of a CSV, Parquet or GeoJSON file, part by part.

    Raises
    ------
    InvalidInput
        As `read_positions`; `files.not_of_detections` for a mapping of positions.
    """
    declared = read_mapping(mapping) if isinstance(mapping, str) else mapping
    if declared.kind != "detections":
        raise InvalidInput(
            "files.not_of_detections",
            "Mapping {mapping} is one of positions, not of detections.",
            why="{file} was to be read as what satellites saw",
            remedy="name viirs, sar or a mapping of detections of your own",
            mapping=declared.name,
            file=path.name,
        )
    for name, table, first in _raw(path, declared):
        yield _seen(
            table, Told(table, declared, wrong_line(name, first, declared)), name, first, latest_ms, keeps_rejected
        )


def _raw(path: Path, mapping: Mapping) -> Iterator[tuple[str, pa.Table, int]]:
    if is_parquet(path):
        for _, table, first in raw_batches(path, mapping):
            yield path.name, table, first
    elif path.suffix.lower() in _GEOJSON:
        yield path.name, _of_points(path, mapping), 1
    else:
        for name, blocks in parts_of(path):
            for raw in raw_blocks(name, blocks(), mapping):
                yield name, raw.table, raw.first_line


def _of_points(path: Path, mapping: Mapping) -> pa.Table:
    """Return the points of a FeatureCollection as columns; a latitude that is a property too counts for nothing."""
    try:
        features = orjson.loads(path.read_bytes())["features"]
        rows = [_point(each) for each in features]
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, OSError) as error:
        raise no_table(path.name, f"GeoJSON: {type(error).__name__}: {error}") from None
    header = list(dict.fromkeys([*_POINT, *(name for row in rows for name in row)]))
    found = found_columns(mapping, header)
    at = {key: header[spots[0]] for key, spots in found.items()} | dict(
        zip(("lat_deg", "lon_deg"), _POINT, strict=True)
    )
    columns = {key: _column(path.name, key, [row.get(name) for row in rows]) for key, name in at.items()}
    return pa.table(columns)


def _point(feature: dict[str, Any]) -> dict[str, Any]:
    if feature["geometry"]["type"] != "Point":
        raise ValueError(f"{feature['geometry']['type']} is no Point")
    lon_deg, lat_deg = feature["geometry"]["coordinates"][:2]
    told = dict(feature.get("properties") or {})
    if "id" in feature:
        told.setdefault("id", feature["id"])
    return told | {"latitude": float(lat_deg), "longitude": float(lon_deg)}


def _column(name: str, key: str, values: list[Any]) -> pa.Array:
    is_counted = key in TIMES and all(isinstance(each, int | float) for each in values)
    if key in NUMBERS or is_counted:
        for row, each in enumerate(values, start=1):
            if each is not None and (isinstance(each, bool) or not isinstance(each, int | float)):
                raise bad_value(name, row, key, str(each))
        return pa.array(values, pa.float64())
    return pa.array([None if each is None else str(each) for each in values], pa.string())


def _seen(raw: pa.Table, told: Told, file: str, first_line: int, latest_ms: int, keeps_rejected: bool) -> Seen:
    t_ms, lat_deg, lon_deg = told.instant("t_ms"), told.number("lat_deg"), told.number("lon_deg")
    lon_deg = np.where(lon_deg > 180.0, lon_deg - 360.0, lon_deg)
    is_here = (np.abs(lat_deg) <= 90.0) & (np.abs(lon_deg) <= 180.0)
    is_then = (t_ms >= FIRST_MS) & (t_ms <= latest_ms)
    reasons = np.select(
        [t_ms == NO_TIME, ~is_then, np.isnan(lat_deg) | np.isnan(lon_deg), ~is_here],
        ["no-time", "absurd-time", "no-position", "off-earth"],
        "",
    )
    at = pa.array(np.flatnonzero(reasons == ""))
    texts = {
        name: told.text_or(name, told.mapping.constants.get(name, ""), at.to_numpy(), len(at)).cast(pa.string())
        for name in ("detection_id", "sensor", "scene", "source")
    }
    columns: dict[str, Any] = {"t_ms": t_ms, "lat_deg": lat_deg, "lon_deg": lon_deg}
    columns |= {name: told.number(name) for name in ("length_m", "score")}
    taken = {name: pa.array(values).take(at) for name, values in columns.items()} | texts
    taken["detection_id"] = _ids(taken)
    found = pa.table({each.name: taken[each.name].cast(each.type) for each in DETECTIONS}, schema=DETECTIONS)
    bad = np.flatnonzero(reasons != "")
    shares = {str(name): int((reasons == name).sum()) for name in np.unique(reasons[bad])}
    rejected = REJECTED.empty_table()
    if keeps_rejected and bad.size:
        rows = raw.select(["t_ms", "lat_deg", "lon_deg"]).take(pa.array(bad)).to_pylist()
        lines = ["; ".join(f"{name}={value}" for name, value in row.items()) for row in rows]
        rejected = pa.table([[file] * len(bad), bad + first_line, reasons[bad].tolist(), lines], schema=REJECTED)
    return Seen(found, rejected, shares, raw.num_rows)


def _ids(columns: dict[str, Any]) -> pa.Array:
    """Return the ids, and for detections without one the hash of their instant, place, sensor and scene."""
    given = columns["detection_id"].to_pylist()
    if all(given):
        return columns["detection_id"]
    said = zip(*(columns[name].to_pylist() for name in ("t_ms", "lat_deg", "lon_deg", "sensor", "scene")), strict=True)
    pairs = zip(given, said, strict=True)
    made = [each or hashlib.sha256(repr(row).encode()).hexdigest()[:_ID_LETTERS] for each, row in pairs]
    return pa.array(made, pa.string())
