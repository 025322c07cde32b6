"""The node's own map: a PMTiles file that the settings name, looked at before a page relies on it.

Source: PMTiles specification 3.4. The header has 127 bytes; all its integers are little-endian.
"""

import gzip
import json
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from comity.ground import InvalidInput
from comity.node.settings import Settings

LAYERS = ("land", "border", "country", "place", "sea")
"""Layers that the style draws from every map; those of the coarse land far away may be missing."""

HEADER = struct.Struct("<7sB11Q6B")
MOST_METADATA_BYTES = 1 << 20
PLAIN, GZIP = 1, 2
VECTOR = 1


@dataclass(frozen=True)
class Map:
    """A map of the node's own that the pages can draw: where it is, and its deepest zoom."""

    path: Path
    max_zoom: int


@dataclass(frozen=True)
class _Header:
    metadata_at: int
    metadata_bytes: int
    end: int
    compressions: tuple[int, int]
    kind: int
    max_zoom: int


def check_map(folder: Path, settings: Settings) -> Map | None:
    """Return the node's own map, or `None` without one; raise `InvalidInput` when a page could not draw it.

    Looked at are the header, the length of the file and the names of the layers; not each of its parts.
    """
    if not settings.map_tiles:
        return None
    path = folder / settings.map_tiles
    try:
        with path.open("rb") as file:
            header = _header(file.read(HEADER.size))
            is_whole = header is not None and header.end <= path.stat().st_size
            file.seek(header.metadata_at if header else 0)
            packed = file.read(min(header.metadata_bytes, MOST_METADATA_BYTES)) if header else b""
    except OSError:
        raise InvalidInput(
            "node.map_missing",
            "The map of this node cannot be read.",
            why="the setting map.tiles names {name}, and there is no such file that the node may read",
            remedy="put the file there, or take map.tiles out of node.toml to use the map that ships with Comity",
            name=settings.map_tiles,
        ) from None
    named = _layers(packed, header) if header is not None and is_whole else None
    if header is None or named is None:
        raise InvalidInput(
            "node.map_damaged",
            "The map of this node is damaged or of another kind.",
            why="the file {name} is not a whole PMTiles file of version 3 with vectors, packed by gzip or not at all",
            remedy="copy or make the file again: docs/how-to/use-a-richer-basemap.md says how",
            name=settings.map_tiles,
        )
    missing = [layer for layer in LAYERS if layer not in named]
    if missing:
        raise InvalidInput(
            "node.map_lacks_layers",
            "The map of this node lacks layers that the pages draw.",
            why="the file {name} lacks {missing}",
            remedy="make it with the layers that docs/how-to/use-a-richer-basemap.md names",
            name=settings.map_tiles,
            missing=", ".join(missing),
        )
    return Map(path, header.max_zoom)


def _header(data: bytes) -> _Header | None:
    """Return what the first bytes say, or `None` when they are not those of a PMTiles file of version 3."""
    if len(data) < HEADER.size:
        return None
    magic, version, *rest = HEADER.unpack(data)
    if magic != b"PMTiles" or version != 3:
        return None
    spans, (_, inner, outer, kind, _, max_zoom) = rest[:8], rest[11:]
    end = max(at + length for at, length in zip(spans[::2], spans[1::2], strict=True))
    return _Header(spans[2], spans[3], end, (inner, outer), kind, max_zoom)


def _layers(packed: bytes, header: _Header) -> set[str] | None:
    """Return the names of the vector layers, or `None` when they cannot be read."""
    if header.kind != VECTOR or not set(header.compressions) <= {PLAIN, GZIP}:
        return None
    try:
        text = gzip.decompress(packed) if header.compressions[0] == GZIP else packed
        return {str(layer["id"]) for layer in json.loads(text)["vector_layers"]}
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError):
        return None
