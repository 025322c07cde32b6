"""What lies around ships, from files: the distance to shore from GSHHG, anchorages from a table, zones from GeoJSON.

The shore of a box is the nearest centre of a land cell, so its distance is true to a cell (2 km at the coarsest of a
western Mediterranean). Anchorages are read in the columns of Global Fishing Watch or under plain names of ours.
Units: degrees, metres.
"""

import csv
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pyarrow as pa
import shapely
from scipy.spatial import cKDTree

from comity.files.boxes import Box
from comity.files.coast import land_mask
from comity.ground import Floats, InvalidInput, parse_instant
from comity.maritime import EARTH_M, SCENES, Shore

SHORE_CELLS = 2_000_000
"""Cells of a shore at most: the coast is coarser for a larger box."""

LAND_REACH_DEG = 1.5
"""How far beyond its ships a shore is looked for: over 60 nm up to 48° of latitude, then more columns."""

MOST_WRONG = 0.01
"""Lines of a table of anchorages that may lie nowhere and are left out: a few of the published one do."""

_LAT = ("lat_deg", "lat", "latitude", "anchor_lat", "anchorage_lat")
_LON = ("lon_deg", "lon", "longitude", "anchor_lon", "anchorage_lon")
_NAME = ("label", "name", "top_destination", "port")


def shore_of(box: Box, *, most_cells: int = SHORE_CELLS, cache_folder: Path | None = None) -> Shore:
    """Return the distance to shore in a box and `LAND_REACH_DEG` around it."""
    far_deg = max(abs(box.south_deg), abs(box.north_deg))
    wide_deg = LAND_REACH_DEG / max(np.cos(np.radians(min(far_deg, 80.0))), 0.2)
    west, east = box.west_deg - wide_deg, box.east_deg + wide_deg
    if east - west > 360.0:
        west, east = -180.0, 180.0
    south, north = max(box.south_deg - LAND_REACH_DEG, -90.0), min(box.north_deg + LAND_REACH_DEG, 90.0)
    land = land_mask(Box(west, south, east, north), most_cells=most_cells, cache_folder=cache_folder)
    lon, lat = np.meshgrid(land.grid.lon_deg, land.grid.lat_deg)
    points = _on_the_sphere(lat.ravel(), lon.ravel())
    is_land = np.asarray(land.land).ravel()
    away_m = np.full(is_land.size, np.inf)
    away_m[is_land] = 0.0
    if is_land.any() and not is_land.all():
        chord, _ = cKDTree(points[is_land]).query(points[~is_land], workers=-1)
        away_m[~is_land] = 2.0 * EARTH_M * np.arcsin(np.minimum(chord / 2.0, 1.0))
    elif not is_land.any():
        away_m[:] = LAND_REACH_DEG * 60.0 * 1852.0
    grid = land.grid
    metres = np.ascontiguousarray(away_m.reshape(is_land.size // grid.columns, grid.columns), dtype=np.float32)
    return Shore(grid.west_deg, grid.south_deg, 1.0 / grid.step_lat_deg, metres)


def _on_the_sphere(lat_deg: Floats, lon_deg: Floats) -> Floats:
    lat, lon = np.radians(lat_deg), np.radians(lon_deg)
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def read_anchorages(path: Path) -> tuple[list[float], list[float], list[str]]:
    """Return latitudes, longitudes and names of a table of anchorages (CSV with a header).

    Raises
    ------
    InvalidInput
        `files.no_anchorages` where the columns are missing; `files.bad_anchorage` where more than a
        hundredth of the lines are no places.
    """
    with path.open(newline="", encoding="utf-8-sig") as file:
        rows = csv.DictReader(file)
        names = {name.strip().lower(): name for name in rows.fieldnames or ()}
        lat, lon = (next((names[each] for each in wanted if each in names), "") for wanted in (_LAT, _LON))
        label = next((names[each] for each in _NAME if each in names), "")
        if not lat or not lon:
            raise InvalidInput(
                "files.no_anchorages",
                "{file} is no table of anchorages.",
                why="its first line names {found}, and no latitude and longitude",
                remedy="name columns lat, lon and label, or those of Global Fishing Watch",
                file=path.name,
                found=", ".join(rows.fieldnames or ()) or "–",
            )
        lats, lons, labels, wrong = [], [], [], []
        for row in rows:
            place = _place(row[lat], row[lon])
            if place is None:
                wrong.append((rows.line_num, row[lat], row[lon]))
                continue
            lats.append(place[0])
            lons.append(place[1])
            labels.append((row.get(label) or "").strip()[:80])
    if len(wrong) > MOST_WRONG * (len(wrong) + len(lats)):
        raise InvalidInput(
            "files.bad_anchorage",
            "{file} names an anchorage that is nowhere.",
            why="line {line} says {lat} and {lon}",
            remedy="write decimal degrees, north and east positive",
            file=path.name,
            line=wrong[0][0],
            lat=repr(wrong[0][1]),
            lon=repr(wrong[0][2]),
        )
    return lats, lons, labels


def _place(lat: str | None, lon: str | None) -> tuple[float, float] | None:
    try:
        lat_deg, lon_deg = float(lat or "nan"), float(lon or "nan")
    except ValueError:
        return None
    return (lat_deg, lon_deg) if abs(lat_deg) <= 90.0 and abs(lon_deg) <= 180.0 else None


def read_zones(path: Path) -> tuple[list[Any], list[str]]:
    """Return the polygons of a GeoJSON file as shapely geometries, and their names: property `name`, id, or number.

    Raises
    ------
    InvalidInput
        `files.no_zones` for what is no collection of polygons.
    """
    try:
        told = orjson.loads(path.read_bytes())
        features = told["features"] if told.get("type") == "FeatureCollection" else [told]
        shapes = [shapely.from_geojson(orjson.dumps(each.get("geometry", each))) for each in features]
    except (orjson.JSONDecodeError, shapely.GEOSException, AttributeError, KeyError, TypeError):
        shapes, features = [], []
    if not shapes or any(each is None or each.is_empty or each.geom_type not in _AREAS for each in shapes):
        raise InvalidInput(
            "files.no_zones",
            "{file} holds no zones.",
            why="it is no GeoJSON of polygons",
            remedy="save the areas as GeoJSON polygons in longitude and latitude",
            file=path.name,
        )
    return shapes, [_named(each, number) for number, each in enumerate(features, 1)]


def read_scenes(path: Path) -> pa.Table:
    """Return what satellites covered: GeoJSON polygons with `scene`, `t_ms` or `time` (RFC 3339), and `sensor`.

    Raises
    ------
    InvalidInput
        `files.no_zones`, `files.bad_scene`.
    """
    shapes, _ = read_zones(path)
    told = orjson.loads(path.read_bytes())
    features = told["features"] if told.get("type") == "FeatureCollection" else [told]
    rows = []
    for number, (feature, shape) in enumerate(zip(features, shapes, strict=True), 1):
        told = feature.get("properties") or {}
        if not isinstance(told.get("scene"), str) or not ("t_ms" in told or "time" in told):
            raise InvalidInput(
                "files.bad_scene",
                "{file} holds a picture that is not described.",
                why="polygon {number} names no scene or no time",
                remedy="give each polygon the properties scene, time and sensor",
                file=path.name,
                number=str(number),
            )
        t_ms = int(told["t_ms"]) if "t_ms" in told else parse_instant(str(told["time"]))
        sensor = str(told.get("sensor", ""))
        rows.append({"scene": told["scene"], "t_ms": t_ms, "sensor": sensor, "footprint_wkb": shapely.to_wkb(shape)})
    return pa.Table.from_pylist(rows, schema=SCENES)


_AREAS = ("Polygon", "MultiPolygon")


def _named(feature: dict[str, Any], number: int) -> str:
    told = (feature.get("properties") or {}).get("name") or feature.get("id") or number
    return str(told)[:80]
