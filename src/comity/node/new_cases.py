"""A new case before it is opened: the node's own currents and wind where it names none, and whether it could be opened.

The files of the forcing folder are looked through once and again when one of them changes.
"""

import threading
from pathlib import Path
from typing import Any

import orjson

from comity.files.drift_inputs import forcing_of_folder
from comity.ground import InvalidInput
from comity.node.app import Node
from comity.rescue import case_of

_TURN = threading.Lock()
_KNOWN: dict[tuple[Any, ...], tuple[list[str], list[str]]] = {}


def forcing(node: Node) -> tuple[list[str], list[str]]:
    """Return the node's files of currents and of wind, as absolute paths, or raise `InvalidInput`."""
    folder = node.layout.folder / node.settings.forcing_folder
    if not folder.is_dir():
        raise InvalidInput(
            "node.no_forcing",
            "This node has no currents and wind of its own.",
            why="the folder {folder} does not exist",
            remedy="set forcing.folder to a folder of netCDF files, or name the files in the case",
            folder=node.settings.forcing_folder,
        )
    stamp = tuple((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(folder.glob("*.nc")))
    with _TURN:
        if (folder, stamp) not in _KNOWN:
            _KNOWN.clear()
            _KNOWN[folder, stamp] = _texts(*forcing_of_folder(folder))
        return _KNOWN[folder, stamp]


def complete(node: Node, document: dict[str, Any]) -> dict[str, Any]:
    """Return a case document with the node's currents and wind where it names none."""
    if "forcing" in document:
        return document
    currents, wind = forcing(node)
    return {**document, "forcing": {"currents": currents, "wind": wind}}


def check(node: Node, document: dict[str, Any]) -> None:
    """Raise `InvalidInput` for a document that could not be opened as a case; nothing is kept."""
    written(document)
    case_of(complete(node, document))


def written(document: dict[str, Any]) -> bytes:
    """Return the bytes in which a case document is kept, or raise `InvalidInput` where it has none."""
    try:
        return orjson.dumps(document)
    except orjson.JSONEncodeError as error:
        raise InvalidInput(
            "node.case_not_written",
            "The case holds something that cannot be written down.",
            why="half a character (a lone surrogate), or a number beyond 64 bits, stands in one of its fields",
            remedy="type that field again instead of pasting it",
        ) from error


def _texts(currents: Any, wind: Any) -> tuple[list[str], list[str]]:
    def names(paths: Any) -> list[str]:
        return [str(Path(path)) for path in paths]

    return names(currents), names(wind)
