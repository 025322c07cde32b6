"""The legs and the names of units as records carry them, and how they are read again.

Legs leave from the commence-search point to the last point of the search: the way out and home, and with it the bases,
stays home. A unit leaves by its identifier; where an officer wrote words in its place, it leaves by its platform and
its number in the case. Units: micro-degrees and milliseconds since 1970 in records; degrees in documents.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from comity.files.searched import legs_of_document
from comity.ground import UDEG_PER_DEG, udeg
from comity.rescue import Legs, SearchUnit

UNIT_ID = re.compile(r"[\w][\w.+/-]{0,31}")
"""What can be an identifier of a unit, in any script: one word without spaces. Anything else may be free text."""


def released_names(units: Sequence[SearchUnit]) -> dict[str, str]:
    """Return by what name each unit of a case leaves."""
    return {
        each.unit_id: each.unit_id if UNIT_ID.fullmatch(each.unit_id) else f"{each.platform}-{number}"
        for number, each in enumerate(units, start=1)
    }


def released_name(names: Mapping[str, str], unit_id: str, number: int) -> str:
    """Return by what name a unit leaves; one that the case no longer has, by its place in the search or plan."""
    found = names.get(unit_id)
    return found if found is not None else unit_id if UNIT_ID.fullmatch(unit_id) else f"unit-{number}"


def search_part(document: Mapping[str, Sequence[Any]]) -> dict[str, list[Any]]:
    """Return the columns `legs_ms`, `legs` and `is_searching` of the search on these legs; empty without a search."""
    legs = legs_of_document(document)
    searching = np.flatnonzero(legs.is_searching)
    if not searching.size:
        return {"legs_ms": [], "legs": [], "is_searching": []}
    first, last = int(searching[0]), int(searching[-1]) + 1
    points = slice(first, last + 1)
    return {
        "legs_ms": legs.time_ms[points].tolist(),
        "legs": [[udeg(lon), udeg(lat)] for lon, lat in zip(legs.lon_deg[points], legs.lat_deg[points], strict=True)],
        "is_searching": legs.is_searching[first:last].tolist(),
    }


def legs_of_record(time_ms: Sequence[int], points_udeg: Sequence[Sequence[int]], is_searching: Sequence[bool]) -> Legs:
    """Return the legs that `search_part` wrote."""
    places = np.array(points_udeg, dtype=np.float64).reshape(-1, 2) / UDEG_PER_DEG
    return Legs(np.array(time_ms, dtype=np.int64), places[:, 0], places[:, 1], np.array(is_searching, dtype=np.bool_))
