"""Check 3, third part: what ships say of themselves contradicts itself.

One IMO number (the hull's, for life) under several MMSI at a time, or one after the other; name, call sign, IMO number
or dimensions that change under one MMSI. A change counts once the new value was told twice: one wrong bit is none.
"""

from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from comity.maritime.validity.doubts import Given, doubt, doubts, known_statics

TOLD = 2
"""How often a value is told before it counts."""

_DIMENSIONS = ("to_bow_m", "to_stern_m", "to_port_m", "to_starboard_m")
SCORES = {"imo-changed": 0.9, "name-changed": 0.6, "callsign-changed": 0.6, "dimensions-changed": 0.5}
"""A hull keeps its IMO number for life; a name is sold with the ship; dimensions are typed in anew with a new set."""


def find_contradictions(given: Given) -> pa.Table:
    """Return doubts of shared and moved IMO numbers, and of changes of what one MMSI says of itself."""
    statics = known_statics(given).sort_by([("mmsi", "ascending"), ("t_ms", "ascending"), ("imo", "ascending")])
    return doubts("statics", _imo_numbers(statics) + _changes(statics))


def is_imo_number(imo: int) -> bool:
    """Whether seven digits end in their check digit (IMO A.1117(30)).

    >>> is_imo_number(9074729), is_imo_number(9074728)
    (True, False)
    """
    digits = [int(digit) for digit in str(imo)]
    return len(digits) == 7 and sum(d * w for d, w in zip(digits, range(7, 1, -1), strict=False)) % 10 == digits[6]


def _imo_numbers(statics: pa.Table) -> list[dict[str, Any]]:
    mmsi, t_ms, imo = (statics[name].to_numpy() for name in ("mmsi", "t_ms", "imo"))
    found = []
    for number in np.unique(imo[imo > 0]):
        rows = np.flatnonzero(imo == number)
        ships, told = np.unique(mmsi[rows], return_counts=True)
        ships = ships[told >= TOLD]
        if ships.size < 2 or not is_imo_number(int(number)):
            continue
        spans = sorted(_span(t_ms[rows][mmsi[rows] == ship], int(ship)) for ship in ships)
        for (_, end, one), (other_start, other_end, other) in pairwise(spans):
            is_shared = other_start <= end
            found.append(
                doubt(
                    "imo-shared" if is_shared else "imo-moved",
                    mmsi=one,
                    mmsi_2=other,
                    start_ms=other_start if is_shared else end,
                    end_ms=min(end, other_end) if is_shared else other_start,
                    score=0.9 if is_shared else 0.5,
                    imo=int(number),
                    mmsis=[int(ship) for ship in ships],
                )
            )
    return found


def _span(t_ms: NDArray[np.int64], ship: int) -> tuple[int, int, int]:
    return int(t_ms.min()), int(t_ms.max()), ship


def _changes(statics: pa.Table) -> list[dict[str, Any]]:
    mmsi, t_ms = statics["mmsi"].to_numpy(), statics["t_ms"].to_numpy()
    told = {
        "imo-changed": [value or None for value in statics["imo"].to_pylist()],
        "name-changed": [value or None for value in statics["shipname"].to_pylist()],
        "callsign-changed": [value or None for value in statics["callsign"].to_pylist()],
        "dimensions-changed": _dimensions(statics),
    }
    found = []
    for reason, values in told.items():
        ship, value, since_ms, new, new_rows = -1, None, 0, None, 0
        for row, one in enumerate(values):
            if mmsi[row] != ship:
                ship, value, new, new_rows = mmsi[row], None, None, 0
            if one is None:
                continue
            if one in (value, None):
                since_ms, new, new_rows = int(t_ms[row]), None, 0
                continue
            new_rows = new_rows + 1 if one == new else 1
            new = one
            if new_rows < TOLD:
                continue
            if value is not None:
                found.append(_change(reason, int(ship), since_ms, int(t_ms[row]), value, one))
            value, since_ms, new, new_rows = one, int(t_ms[row]), None, 0
    return found


def _dimensions(statics: pa.Table) -> list[list[int] | None]:
    rows = zip(*(statics[name].to_pylist() for name in _DIMENSIONS), strict=True)
    return [list(row) if any(row) else None for row in rows]


def _change(reason: str, ship: int, start_ms: int, end_ms: int, before: Any, after: Any) -> dict[str, Any]:
    return doubt(
        reason, mmsi=ship, start_ms=start_ms, end_ms=end_ms, score=SCORES[reason], before=before, after=after, told=TOLD
    )
