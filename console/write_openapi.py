"""Write the node's OpenAPI document, from which the console's client is made: `python console/write_openapi.py OUT`."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import orjson

from comity.api.house import described
from comity.node.app import Node


def document() -> bytes:
    """Return the document; no node is needed, as the routes do not depend on what one holds."""
    settings = SimpleNamespace(language="en", map_tiles=None)
    stand_in: Any = SimpleNamespace(settings=settings, party="DZ", random=bytes, clock=lambda: 0)
    described_app = described(cast(Node, stand_in), writing=True)
    return orjson.dumps(described_app.openapi(), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(document())
