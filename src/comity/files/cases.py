"""A rescue case on disk: TOML in, a `Case` out. Relative paths resolve against the folder of the case file."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from comity.ground import InvalidInput
from comity.rescue import Area, Case, Ring, case_of


def read_case(path: str | Path) -> Case:
    """Read a case file, the areas that it names as GeoJSON files included."""
    file = Path(path)
    try:
        document = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise _unreadable(file, error.strerror or str(error)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _unreadable(file, str(error)) from None
    case = case_of(document)
    folder = file.resolve().parent
    return replace(
        case,
        currents=tuple(str(folder / each) for each in case.currents),
        wind=tuple(str(folder / each) for each in case.wind),
        scenarios=tuple(
            replace(each, polygon=read_area(folder / each.polygon))
            if isinstance(each, Area) and isinstance(each.polygon, str)
            else each
            for each in case.scenarios
        ),
    )


def read_area(path: Path) -> tuple[Ring, ...]:
    """Read one polygon of a GeoJSON file: a geometry, a feature, or a collection of one feature."""
    try:
        rings = _rings(orjson.loads(path.read_bytes()))
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from None
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise _unreadable(path, f"{type(error).__name__}: {error}") from None
    if not rings or any(len(ring) < 3 for ring in rings):
        raise _unreadable(path, "Polygon ≠ [[[lon, lat], …]]")
    return rings


def _rings(document: Any) -> tuple[Ring, ...]:
    if document["type"] == "FeatureCollection":
        (document,) = document["features"]
    geometry = document["geometry"] if document["type"] == "Feature" else document
    if geometry["type"] != "Polygon":
        raise ValueError(geometry["type"])
    # RFC 7946 repeats the first corner at the end; a ring here does not.
    return tuple(
        tuple((float(p[0]), float(p[1])) for p in ring[: -1 if ring[0] == ring[-1] else None])
        for ring in geometry["coordinates"]
    )


def _unreadable(path: Path, reason: str) -> InvalidInput:
    return InvalidInput(
        "files.unreadable_case",
        "{file} cannot be read.",
        why="reading it stops with: {reason}",
        remedy="check the path, and the line that it names",
        file=path.name,
        reason=reason,
    )
