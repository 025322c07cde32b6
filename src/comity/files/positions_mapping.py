"""The declared mapping of a file of positions or detections: which column is what, in which unit, and what is missing.

A mapping is TOML, read strictly: an unknown key is an error. Those of known publishers stand beside this module, one
file each (`positions_mappings/`); a user writes their own in the same form. Names of columns are compared in small
letters without accents, brackets and signs, so that `BaseDateTime`, `basedatetime` and `# Timestamp` are found.
"""

import tomllib
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from comity.files.drifter_columns import plain
from comity.ground import M_S_PER_KNOT, InvalidInput

SCHEMA = "comity/positions-mapping/1"
KINDS = ("positions", "detections")

_SPEED = {"m/s": 1.0, "kn": M_S_PER_KNOT, "km/h": 1 / 3.6, "0.1 kn": M_S_PER_KNOT / 10}
_ANGLE = {"deg": 1.0, "0.1 deg": 0.1, "udeg": 1e-6, "1e-7 deg": 1e-7, "1/600000 deg": 1 / 600_000}
_LENGTH = {"m": 1.0, "dm": 0.1, "ft": 0.3048}
_TURN = {"deg/min": 1.0, "deg/s": 60.0, "ais": 1.0}
_ONE = {"1": 1.0}

NUMBERS: dict[str, dict[str, float]] = {
    "mmsi": _ONE, "lat_deg": _ANGLE, "lon_deg": _ANGLE, "sog_m_s": _SPEED, "cog_deg": _ANGLE, "heading_deg": _ANGLE,
    "rot_deg_min": _TURN, "utc_second": _ONE, "msg_type": _ONE, "to_bow_m": _LENGTH, "to_stern_m": _LENGTH,
    "to_port_m": _LENGTH, "to_starboard_m": _LENGTH, "length_m": _LENGTH, "width_m": _LENGTH, "draught_m": _LENGTH,
    "score": _ONE,
}  # fmt: skip
"""Columns of numbers, each with its units and what one of them is in ours; the first unit is ours."""

TIMES = ("t_ms", "received_ms")
CODES = ("nav_status", "ship_type", "is_accurate", "imo")
TEXTS = ("callsign", "shipname", "destination", "eta", "station", "detection_id", "sensor", "scene", "source")
TIME_FORMS = ("iso", "unix_s", "unix_ms")

NEEDED = {"positions": ("mmsi", "t_ms", "lat_deg", "lon_deg"), "detections": ("t_ms", "lat_deg", "lon_deg")}
_OF_DETECTIONS = ("t_ms", "lat_deg", "lon_deg", "length_m", "score", "detection_id", "sensor", "scene", "source")
_OF_POSITIONS = tuple(name for name in (*NUMBERS, *TIMES, *CODES, *TEXTS) if name not in ("score", *_OF_DETECTIONS[5:]))
TARGETS = {"positions": _OF_POSITIONS, "detections": _OF_DETECTIONS}


@dataclass(frozen=True)
class Column:
    """Where a column of ours comes from, and how its values are read."""

    names: tuple[str, ...]
    unit: str = ""
    missing: tuple[float, ...] = ()
    wraps: float = 0.0
    form: str = "iso"
    clock: tuple[str, ...] = ()
    words: Dictionary[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Mapping:
    """How the columns of a file become ours."""

    name: str
    kind: str
    columns: Dictionary[str, Column]
    missing: tuple[str, ...] = ("",)
    separator: str = ""
    decimal: str = "."
    utc_offset_h: float = 0.0
    constants: Dictionary[str, str] = field(default_factory=dict)


def read_mapping(name_or_path: str) -> Mapping:
    """Return a mapping of ours by its name, or one from a file; `InvalidInput` (`files.bad_mapping`) where it is none.

    >>> read_mapping("marinecadastre").columns["sog_m_s"].unit
    'kn'
    """
    if name_or_path in shipped_mappings():
        return shipped_mappings()[name_or_path]
    path = Path(name_or_path)
    if not path.is_file():
        raise _bad(name_or_path, f"neither a file nor one of {', '.join(shipped_mappings())}")
    return mapping_of(path.read_bytes(), name=path.stem)


@cache
def shipped_mappings() -> dict[str, Mapping]:
    """Return the mappings of known publishers, by name."""
    folder = Path(__file__).parent / "positions_mappings"
    return {each.stem: mapping_of(each.read_bytes(), name=each.stem) for each in sorted(folder.glob("*.toml"))}


def mapping_of(data: bytes, *, name: str) -> Mapping:
    """Return the mapping that a TOML text declares."""
    try:
        told = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _bad(name, str(error)) from None
    _only(name, "", told, ("schema", "kind", "title", "file", "columns", "constants"))
    if told.get("schema") != SCHEMA:
        raise _bad(name, f"schema = {told.get('schema')!r}, not {SCHEMA!r}")
    kind = told.get("kind", "positions")
    if kind not in KINDS:
        raise _bad(name, f"kind = {kind!r}, not one of {', '.join(KINDS)}")
    file = _table(name, told, "file")
    _only(name, "file.", file, ("missing", "separator", "decimal", "utc_offset_h"))
    columns = {
        key: _column(name, key, value)
        for key, value in _table(name, told, "columns").items()
        if _known(name, f"columns.{key}", key, TARGETS[kind])
    }
    absent = [key for key in NEEDED[kind] if key not in columns]
    if absent:
        raise _bad(name, f"columns.{absent[0]} is missing")
    return Mapping(
        name=name,
        kind=kind,
        columns=columns,
        missing=(*_texts(name, "file.missing", file.get("missing", [])), ""),
        separator=_choice(name, "file.separator", file.get("separator", ""), ("", ",", ";", "\t", "|")),
        decimal=_choice(name, "file.decimal", file.get("decimal", "."), (".", ",")),
        utc_offset_h=_number(name, "file.utc_offset_h", file.get("utc_offset_h", 0.0)),
        constants=_constants(name, kind, _table(name, told, "constants")),
    )


def found_columns(mapping: Mapping, header: list[str]) -> dict[str, list[int]]:
    """Return at which places of a header the columns of a mapping stand; a clock beside a date is the second place.

    Columns that are not needed and not there are left out; `InvalidInput` for a needed one, and for a name that two
    columns of the file carry.
    """
    places: dict[str, list[int]] = {}
    for at, name in enumerate(header):
        places.setdefault(plain(name) or name, []).append(at)
    found: dict[str, list[int]] = {}
    for key, column in mapping.columns.items():
        spots = [_place(places, key, names) for names in (column.names, column.clock) if names]
        if None not in spots:
            found[key] = [spot for spot in spots if spot is not None]
        elif key in NEEDED[mapping.kind]:
            raise InvalidInput(
                "files.column_not_found",
                "The file has no column for {key}.",
                why="mapping {mapping} looks for {wanted}, and the header holds {header}",
                remedy="choose another mapping with --as, or write one that names the column",
                key=key,
                mapping=mapping.name,
                wanted=" / ".join((*column.names, *column.clock)),
                header=", ".join(header)[:400],
            )
    return found


def is_covered(mapping: Mapping, header: list[str]) -> bool:
    """Tell whether a header holds every column that a mapping needs."""
    names = {plain(name) for name in header}
    return all(names & {plain(each) for each in mapping.columns[key].names} for key in NEEDED[mapping.kind])


def _place(places: dict[str, list[int]], key: str, names: tuple[str, ...]) -> int | None:
    for name in names:
        spots = places.get(plain(name) or name, [])
        if len(spots) > 1:
            raise InvalidInput(
                "files.column_twice",
                "Two columns of the file are named {column}.",
                why="columns {first} and {second} carry the same name, so that {key} could be either",
                remedy="rename or remove one of them and read the file again",
                column=name,
                key=key,
                first=spots[0] + 1,
                second=spots[1] + 1,
            )
        if spots:
            return spots[0]
    return None


def _column(mapping: str, key: str, told: Any) -> Column:
    at = f"columns.{key}"
    if isinstance(told, str | list):
        told = {"from": told}
    if not isinstance(told, dict):
        raise _bad(mapping, f"{at} = {told!r}")
    allowed = ["from"]
    allowed += ["unit", "missing", "wraps"] if key in NUMBERS else []
    allowed += ["form", "clock"] if key in TIMES else ["form"] if key == "eta" else []
    allowed += ["words"] if key in CODES else []
    _only(mapping, f"{at}.", told, allowed)
    names = _texts(mapping, f"{at}.from", told.get("from", []))
    if not names:
        raise _bad(mapping, f"{at}.from is missing")
    units = NUMBERS.get(key, {"": 1.0})
    return Column(
        names=names,
        unit=_choice(mapping, f"{at}.unit", told.get("unit", next(iter(units))), tuple(units)),
        missing=tuple(_number(mapping, f"{at}.missing", each) for each in _listed(told.get("missing", []))),
        wraps=_number(mapping, f"{at}.wraps", told.get("wraps", 0.0)),
        form=_form(mapping, at, told.get("form", "iso")),
        clock=_texts(mapping, f"{at}.clock", told.get("clock", [])),
        words=_words(mapping, at, told.get("words", {})),
    )


def _form(mapping: str, at: str, form: Any) -> str:
    if not isinstance(form, str) or not (form in TIME_FORMS or "%" in form):
        raise _bad(mapping, f"{at}.form = {form!r}, not one of {', '.join(TIME_FORMS)} or a pattern such as %d/%m/%Y")
    return form


def _words(mapping: str, at: str, words: Any) -> dict[str, int]:
    if not isinstance(words, dict):
        raise _bad(mapping, f"{at}.words = {words!r}")
    return {word.strip().lower(): int(_number(mapping, f"{at}.words.{word}", code)) for word, code in words.items()}


def _constants(mapping: str, kind: str, told: dict[str, Any]) -> dict[str, str]:
    for key in told:
        _known(mapping, f"constants.{key}", key, tuple(name for name in TARGETS[kind] if name in TEXTS))
    return {key: _texts(mapping, f"constants.{key}", value)[0] for key, value in told.items()}


def _table(mapping: str, told: dict[str, Any], key: str) -> dict[str, Any]:
    table = told.get(key, {})
    if not isinstance(table, dict):
        raise _bad(mapping, f"{key} = {table!r}")
    return table


def _only(mapping: str, before: str, told: Dictionary[str, Any], allowed: list[str] | tuple[str, ...]) -> None:
    for key in told:
        _known(mapping, f"{before}{key}", key, tuple(allowed))


def _known(mapping: str, at: str, key: str, allowed: tuple[str, ...]) -> bool:
    if key not in allowed:
        raise _bad(mapping, f"{at}: not one of {', '.join(allowed)}")
    return True


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _texts(mapping: str, at: str, value: Any) -> tuple[str, ...]:
    texts = _listed(value)
    if not all(isinstance(each, str) for each in texts):
        raise _bad(mapping, f"{at} = {value!r}")
    return tuple(texts)


def _number(mapping: str, at: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _bad(mapping, f"{at} = {value!r}")
    return float(value)


def _choice(mapping: str, at: str, value: Any, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise _bad(mapping, f"{at} = {value!r}, not one of {', '.join(repr(each) for each in allowed)}")
    return str(value)


def _bad(name: str, reason: str) -> InvalidInput:
    return InvalidInput(
        "files.bad_mapping",
        "{mapping} is no mapping of a file of positions.",
        why="reading it stops at: {reason}",
        remedy="correct it as docs/reference/position-mapping.md says",
        mapping=name,
        reason=reason,
    )
