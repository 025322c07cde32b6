"""A small PMTiles archive, made by hand from the specification 3.4: an empty directory, metadata, no data."""

import gzip
import json
import struct
from collections.abc import Sequence

HEADER_BYTES = 127


def archive(layers: Sequence[str], *, kind: int = 1) -> bytes:
    """Return the bytes of an archive whose metadata names these layers; kind 1 holds vectors, 2 pictures."""
    metadata = gzip.compress(json.dumps({"vector_layers": [{"id": each, "fields": {}} for each in layers]}).encode())
    root = gzip.compress(bytes([0]))
    spans = [HEADER_BYTES + len(metadata), len(root), HEADER_BYTES, len(metadata), 0, 0, 0, 0]
    header = struct.pack("<7sB8Q3Q6B", b"PMTiles", 3, *spans, 0, 0, 0, 1, 2, 2, kind, 0, 8)
    return header.ljust(HEADER_BYTES, b"\0") + metadata + root
