"""A new case before it is opened: the node's own currents and wind where it names none, and whether it could be opened.

The files of the forcing folder are looked through once and again when one of them changes.
"""

import re
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from comity.files.drift_inputs import forcing_files, forcing_of_folder, period_ms
from comity.ground import InvalidInput
from comity.node.app import Node
from comity.rescue import Case, case_of


@dataclass(frozen=True)
class OwnForcing:
    """Files of currents and of wind as absolute paths, and the first and last instant for which there are both."""

    currents: list[str]
    wind: list[str]
    covers_ms: tuple[int, int] | None


_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
"""The sign NUL as JSON escapes it; where the backslash is escaped itself, a text only looks like it."""
_TURN = threading.Lock()
_KNOWN: dict[tuple[Any, ...], OwnForcing] = {}


def forcing(node: Node) -> OwnForcing:
    """Return the node's own currents and wind, or raise `InvalidInput` where it has none."""
    folder = node.layout.folder / node.settings.forcing_folder
    if not folder.is_dir():
        raise InvalidInput(
            "node.no_forcing",
            "This node has no currents and wind of its own.",
            why="the folder {folder} does not exist",
            remedy="set forcing.folder to a folder of netCDF files, or name the files in the case",
            folder=node.settings.forcing_folder,
        )
    stamp = tuple((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in forcing_files(folder))
    with _TURN:
        if (folder, stamp) not in _KNOWN:
            _KNOWN.clear()
            _KNOWN[folder, stamp] = _looked_through(folder)
        return _KNOWN[folder, stamp]


def complete(node: Node, document: dict[str, Any]) -> dict[str, Any]:
    """Return a case document with the node's currents and wind where it names none."""
    if "forcing" in document:
        return document
    own = forcing(node)
    return {**document, "forcing": {"currents": own.currents, "wind": own.wind}}


def check(node: Node, document: dict[str, Any]) -> None:
    """Raise `InvalidInput` for a document that could not be opened as a case; nothing is kept."""
    written(document)
    check_sight(case_of(complete(node, document)))


def check_sight(case: Case) -> None:
    """Raise `InvalidInput` where a case says that nothing at all can be seen: no plan could ever be made of it."""
    if case.conditions is not None and case.conditions.visibility_m <= 0:
        raise InvalidInput(
            "node.no_visibility",
            "The visibility (visibility_nm in [conditions]) is 0.",
            why="at 0 nobody sees anything, so no unit could search by sight",
            remedy="give the visibility expected on scene in nautical miles, or leave the conditions out while nobody "
            "knows it",
        )


def written(document: dict[str, Any]) -> bytes:
    """Return the bytes in which a case document is kept, or raise `InvalidInput` where it has none."""
    with suppress(orjson.JSONEncodeError):
        data = orjson.dumps(document)
        if not _NUL.search(data):
            return data
    raise InvalidInput(
        "node.case_not_written",
        "The case holds something that cannot be written down.",
        why="half a character (a lone surrogate), NUL, or a number beyond 64 bits, stands in one of its fields",
        remedy="type that field again instead of pasting it",
    )


def _looked_through(folder: Path) -> OwnForcing:
    currents, wind = forcing_of_folder(folder)
    try:
        covers_ms = period_ms(currents, wind)
    except InvalidInput:
        covers_ms = None  # the drift says what is wrong with which file; a case may be opened before that
    return OwnForcing([str(path) for path in currents], [str(path) for path in wind], covers_ms)
