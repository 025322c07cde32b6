"""What was really searched: a plan with what was not completed, or the tracks of plotters, read as legs and sensors.

Units: degrees, metres, milliseconds since 1970. `searched.json` is the account of a case's searches, in order, complete
enough to count each of them again on the same cloud.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from comity.files.cases import drift_digest
from comity.files.plan_results import PLAN_SCHEMA, legs_document
from comity.ground import InvalidInput, instant_text, parse_instant
from comity.rescue import Case, Clue, Flown, Legs, Sensor, clues_of, flown_until, sight_of

SEARCHED_SCHEMA = "comity/searched/1"


@dataclass(frozen=True)
class Search:
    """One search that found nothing: what each unit flew, and the digest of the file that said so."""

    name: str
    digest: str
    units: tuple[str, ...]
    flown: tuple[Flown, ...]
    pos: float | None = None

    @property
    def ends_ms(self) -> int:
        """When the last unit stopped searching."""
        return max(int(each.legs.time_ms[np.flatnonzero(each.legs.is_searching)[-1] + 1]) for each in self.flown)


def read_search(
    path: Path, case: Case, *, until_ms: Mapping[str, int] | None = None, not_flown: Sequence[str] = ()
) -> Search:
    """Read what was searched from a plan of this case, or from a GPX file with a track for each unit.

    Parameters
    ----------
    until_ms
        By unit, when it stopped before the end of its legs.
    not_flown
        Units that did not search at all.

    Raises
    ------
    InvalidInput
        `files.unreadable_search`, `files.search_of_another_case`, `files.search_of_unknown_unit`,
        `files.nothing_searched`.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path.name, error.strerror or str(error)) from None
    told = orjson.dumps([sorted((until_ms or {}).items()), sorted(not_flown)])
    digest = sha256(data + told).hexdigest()
    if path.suffix.lower() == ".gpx":
        return search_of_tracks(path.name, data, case, digest, until_ms=until_ms, not_flown=not_flown)
    document = _document(path.name, data)
    _check_case(path.name, document, case)
    return search_of_plan(path.name, document, digest, until_ms=until_ms, not_flown=not_flown)


def search_of_tracks(
    name: str,
    data: bytes,
    case: Case,
    digest: str,
    *,
    until_ms: Mapping[str, int] | None = None,
    not_flown: Sequence[str] = (),
) -> Search:
    """Return what was searched by the tracks of a GPX file, each seen with by the case."""
    from comity.files.searched_tracks import read_tracks  # lxml, only where there is a track

    flown = [(unit, _by_case(unit, legs, case, name)) for unit, legs in read_tracks(name, data, case)]
    return _search_of(name, digest, flown, until_ms or {}, not_flown)


def search_of_plan(
    name: str,
    document: Mapping[str, Any],
    digest: str,
    *,
    until_ms: Mapping[str, int] | None = None,
    not_flown: Sequence[str] = (),
) -> Search:
    """Return what was searched by a plan, as far as its own entries say that it was flown."""
    try:
        flown = [(str(each["unit"]), _of_unit(each)) for each in document["units"] if each.get("flown", True)]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _unreadable(name, f"{type(error).__name__}: {error}") from None
    return _search_of(name, digest, flown, until_ms or {}, not_flown)


def _search_of(
    name: str,
    digest: str,
    flown: Sequence[tuple[str, Flown]],
    stopped: Mapping[str, int],
    not_flown: Sequence[str],
) -> Search:
    _check_units({*stopped, *not_flown}, [unit for unit, _ in flown], name)
    kept = [
        (unit, Flown(flown_until(each.legs, stopped[unit]) if unit in stopped else each.legs, each.sensor))
        for unit, each in flown
        if unit not in not_flown
    ]
    kept = [(unit, each) for unit, each in kept if each.legs.is_searching.any()]
    if not kept:
        raise InvalidInput(
            "files.nothing_searched",
            "{file} holds no search.",
            why="no unit of it flew a searching leg, or all are said not to have flown",
            remedy="name the file of what was flown, and leave out what was not",
            file=name,
        )
    names, parts = zip(*kept, strict=True)
    return Search(name, digest, names, parts)


def _document(name: str, data: bytes) -> Mapping[str, Any]:
    """Return the document of a plan."""
    try:
        document = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise _unreadable(name, f"{type(error).__name__}: {error}") from None
    if not isinstance(document, dict) or document.get("schema") != PLAN_SCHEMA:
        raise _unreadable(name, f"schema ≠ {PLAN_SCHEMA}")
    return document


def _of_unit(entry: Mapping[str, Any]) -> Flown:
    legs = legs_of_document(entry["legs"])
    if entry.get("completed_until"):
        legs = flown_until(legs, parse_instant(entry["completed_until"]))
    widths = [float(each["sweep_width_m"]) for each in entry["sweep_width"]["objects"]]
    return Flown(legs, Sensor(np.array(widths), str(entry["sweep_width"]["lateral_range"])))


def legs_of_document(columns: Mapping[str, Sequence[Any]]) -> Legs:
    """Return the legs that `legs_document` wrote."""
    return Legs(
        time_ms=np.array([parse_instant(each) for each in columns["time"]], dtype=np.int64),
        lon_deg=np.array(columns["lon_deg"], dtype=np.float64),
        lat_deg=np.array(columns["lat_deg"], dtype=np.float64),
        is_searching=np.array(columns["is_searching"], dtype=np.bool_),
    )


def _by_case(name: str, legs: Legs, case: Case, file: str) -> Flown:
    """Return a track with what its unit sees by the case."""
    unit = next((each for each in case.units if each.unit_id == name), None)
    if unit is None:
        raise _unknown_unit(file, name, [each.unit_id for each in case.units])
    return Flown(legs, sight_of(unit, case).sensor)


def _check_units(named: set[str], known: Sequence[str], file: str) -> None:
    for name in sorted(named):
        if name not in known:
            raise _unknown_unit(file, name, known)


def _unknown_unit(file: str, name: str, known: Sequence[str]) -> InvalidInput:
    return InvalidInput(
        "files.search_of_unknown_unit",
        "{file} and this search have no unit {unit} in common.",
        why="the units known here are {known}",
        remedy="give the track the name of its unit in the case file, or correct the name of the unit",
        file=file,
        unit=repr(name),
        known=", ".join(known) or "–",
    )


def _check_case(file: str, document: Mapping[str, Any], case: Case) -> None:
    theirs, digest = str(document.get("case")), document.get("drift_digest")
    if theirs != case.case_id or digest != drift_digest(case):
        raise InvalidInput(
            "files.search_of_another_case",
            "{file} is of the case {theirs}, and not of {ours} as it stands.",
            why="it was planned on another cloud: another case, or other objects, scenarios, run or forcing",
            remedy="name the file of this case, or plan again after the case has changed",
            file=file,
            theirs=theirs,
            ours=case.case_id,
        )


def _unreadable(file: str, reason: str) -> InvalidInput:
    return InvalidInput(
        "files.unreadable_search",
        "{file} cannot be read as a search.",
        why="reading it stops with: {reason}",
        remedy="give a plan.json of this case, or a GPX file with the track of each unit",
        file=file,
        reason=reason,
    )


def read_clues(path: Path) -> tuple[Clue, ...]:
    """Read a file of clues (TOML)."""
    try:
        return clues_of(tomllib.loads(path.read_text("utf-8")))
    except OSError as error:
        raise _unreadable(path.name, error.strerror or str(error)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _unreadable(path.name, str(error)) from None


@dataclass(frozen=True)
class Account:
    """What a case has learnt so far: its searches in order, and its clues, which count before them."""

    searches: tuple[Search, ...] = ()
    clues: tuple[Clue, ...] = ()


def searched_json(case: Case, account: Account) -> bytes:
    """Return `searched.json`, the account of a case's searches and clues."""
    document = {
        "schema": SEARCHED_SCHEMA,
        "case": case.case_id,
        "drift_digest": drift_digest(case),
        "searches": [
            {
                "file": each.name,
                "digest": each.digest,
                "pos": each.pos,
                "ends": instant_text(each.ends_ms),
                "units": [
                    {
                        "unit": name,
                        "lateral_range": flown.sensor.lateral_range,
                        "sweep_width_m": np.asarray(flown.sensor.sweep_width_m).tolist(),
                        "legs": legs_document(flown.legs),
                    }
                    for name, flown in zip(each.units, each.flown, strict=True)
                ],
            }
            for each in account.searches
        ],
        "clues": [each.document() for each in account.clues],
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2) + b"\n"


def read_searched(path: Path, case: Case) -> Account:
    """Read the account of a case; an empty one where there is no such file."""
    if not path.is_file():
        return Account()
    try:
        document = orjson.loads(path.read_bytes())
        if document["schema"] != SEARCHED_SCHEMA:
            raise _unreadable(path.name, f"schema ≠ {SEARCHED_SCHEMA}")
        _check_case(path.name, document, case)
        clues = document.get("clues")
        return Account(
            tuple(_search(each) for each in document["searches"]), clues_of({"clue": clues}) if clues else ()
        )
    except OSError as error:
        raise _unreadable(path.name, error.strerror or str(error)) from None
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise _unreadable(path.name, f"{type(error).__name__}: {error}") from None


def _search(entry: Mapping[str, Any]) -> Search:
    return Search(
        name=str(entry["file"]),
        digest=str(entry["digest"]),
        units=tuple(str(unit["unit"]) for unit in entry["units"]),
        flown=tuple(
            Flown(legs_of_document(unit["legs"]), Sensor(np.array(unit["sweep_width_m"]), unit["lateral_range"]))
            for unit in entry["units"]
        ),
        pos=entry["pos"],
    )
