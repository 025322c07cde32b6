"""The coast of a box as a raster, from GSHHG at full resolution through roaring-landmask.

Loading the coastline takes some seconds, and a drift should not wait for it twice: each square degree is rasterised
once and kept in the user's cache folder (`$XDG_CACHE_HOME/comity/coast`, else `~/.cache/comity/coast`). A tile that is
missing, short or unreadable is made again; a folder that cannot be written only costs time.
Units: degrees. A cell is land when its centre is. Source: P. Wessel and W. Smith, GSHHG 2.3.7 (LGPL data, see NOTICE).
"""

import os
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.files.boxes import Box
from comity.ground import Grid
from comity.rescue import LandMask

CELLS_PER_DEGREE = (500, 250, 100, 50, 20)
"""Resolutions of the raster, finest first: 0.002° is 222 m of latitude."""

MOST_CELLS = 16_000_000
"""A box takes the finest resolution that needs no more cells than this."""


def land_mask(box: Box, *, most_cells: int = MOST_CELLS, cache_folder: Path | None = None) -> LandMask:
    """Return the land of a box; the raster is cut at whole cells, so it may be a cell larger than the box."""
    count = _cells_per_degree(box, most_cells)
    west, east = (int(f(edge * count)) for f, edge in ((np.floor, box.west_deg), (np.ceil, box.east_deg)))
    south = max(int(np.floor(box.south_deg * count)), -90 * count)
    north = min(int(np.ceil(box.north_deg * count)), 90 * count)
    land = np.zeros((north - south, east - west), dtype=np.bool_)
    folder = cache_folder or default_cache_folder()
    squares = [
        (lat, lon)
        for lat in range(south // count, -(-north // count))
        for lon in range(west // count, -(-east // count))
    ]
    for (lat, lon), tile in zip(squares, _tiles(squares, count, folder), strict=True):
        row, column = lat * count - south, lon * count - west
        rows = slice(max(row, 0), min(row + count, land.shape[0]))
        columns = slice(max(column, 0), min(column + count, land.shape[1]))
        land[rows, columns] = tile[rows.start - row : rows.stop - row, columns.start - column : columns.stop - column]
    step = 1 / count
    return LandMask(Grid(west * step, south * step, step, step, land.shape[1], land.shape[0]), land)


def default_cache_folder() -> Path:
    """Return where tiles are kept for this user."""
    root = os.environ.get("XDG_CACHE_HOME")
    return (Path(root) if root else Path.home() / ".cache") / "comity" / "coast"


def _cells_per_degree(box: Box, most_cells: int) -> int:
    square_degrees = (box.east_deg - box.west_deg) * (box.north_deg - box.south_deg)
    for count in CELLS_PER_DEGREE:
        if square_degrees * count**2 <= most_cells:
            return count
    return CELLS_PER_DEGREE[-1]


def _tiles(squares: Sequence[tuple[int, int]], count: int, folder: Path) -> list[NDArray[np.bool_]]:
    at = folder / f"gshhg-{version('roaring-landmask')}" / str(count)
    tiles = []
    for lat, lon in squares:
        round_lon = (lon + 180) % 360 - 180
        path = at / f"{lat:+03d}{round_lon:+04d}.bits"
        tile = _kept(path, count)
        if tile is None:
            tile = _rasterised(lat, round_lon, count)
            _keep(path, tile)
        tiles.append(tile)
    return tiles


def _kept(path: Path, count: int) -> NDArray[np.bool_] | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if len(data) != -(-count * count // 8):
        return None
    return np.unpackbits(np.frombuffer(data, np.uint8), count=count * count).reshape(count, count).astype(np.bool_)


def _keep(path: Path, tile: NDArray[np.bool_]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(np.packbits(tile).tobytes())
        Path(name).replace(path)
    except OSError:
        return  # the next run rasterises again


def _rasterised(lat: int, lon: int, count: int) -> NDArray[np.bool_]:
    centres = (np.arange(count) + 0.5) / count
    lon_deg, lat_deg = np.meshgrid(lon + centres, lat + centres)
    found: NDArray[np.bool_] = np.asarray(_landmask().contains_many(lon_deg.ravel(), lat_deg.ravel()), dtype=np.bool_)
    return found.reshape(count, count)


@cache
def _landmask() -> Any:
    from roaring_landmask import RoaringLandmask  # loads 100 MB: only when a tile is missing

    return RoaringLandmask.new()
