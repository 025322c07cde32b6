"""The coast of a box as a raster, from GSHHG at full resolution through roaring-landmask.

Loading the coastline takes some seconds and over a gigabyte, and a drift should not pay twice: each square degree is
rasterised once, in a process of its own, and kept in the user's cache folder (`$XDG_CACHE_HOME/comity/coast`, else
`~/.cache/comity/coast`). A tile that is missing, short or unreadable is made again; a folder that cannot be written
only costs time.
Units: degrees. A cell is land when its centre is. Source: P. Wessel and W. Smith, GSHHG 2.3.7 (LGPL data, see NOTICE).
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from comity.files.boxes import Box
from comity.ground import Grid, InvalidInput
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
    squares = [(lat, (lon + 180) % 360 - 180) for lat, lon in squares]
    paths = {(lat, lon): at / f"{lat:+03d}{lon:+04d}.bits" for lat, lon in squares}
    bits = {square: _kept(path, count) for square, path in paths.items()}
    missing = [square for square, found in bits.items() if found is None]
    for square, made in zip(missing, _rasterised(missing, count), strict=True):
        bits[square] = made
        _keep(paths[square], made)
    return [_unpacked(bits[square] or b"", count) for square in squares]


def _unpacked(bits: bytes, count: int) -> NDArray[np.bool_]:
    return np.unpackbits(np.frombuffer(bits, np.uint8), count=count * count).reshape(count, count).astype(np.bool_)


def _kept(path: Path, count: int) -> bytes | None:
    try:
        bits = path.read_bytes()
    except OSError:
        return None
    return bits if len(bits) == _bytes_of_tile(count) else None


def _keep(path: Path, bits: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(bits)
        Path(name).replace(path)
    except OSError:
        return  # the next run rasterises again


def _rasterised(squares: Sequence[tuple[int, int]], count: int) -> list[bytes]:
    if not squares:
        return []
    command = [sys.executable, "-P", "-m", "comity.files.coast_tiles", str(count)]
    done = subprocess.run(  # noqa: S603 (our own module; the arguments are whole numbers)
        [*command, *(f"{lat},{lon}" for lat, lon in squares)], capture_output=True, check=False
    )
    size = _bytes_of_tile(count)
    if done.returncode != 0 or len(done.stdout) != size * len(squares):
        raise InvalidInput(
            "files.no_coast",
            "The coast could not be drawn.",
            why="the process that loads the coastline ended with {status}",
            remedy="free 1.5 GB of memory and run it again; each area needs it only once",
            status=str(done.returncode),
        )
    return [done.stdout[start : start + size] for start in range(0, len(done.stdout), size)]


def _bytes_of_tile(count: int) -> int:
    return -(-count * count // 8)
