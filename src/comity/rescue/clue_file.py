"""The tables `[[clue]]` of a file of clues: what was seen or found, where, when, and how sure it is.

Units: degrees, metres; instants RFC 3339.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.ground import instant_text
from comity.rescue.after_search import Sighting
from comity.rescue.case_table import Table, tables_of
from comity.rescue.leeway import LeewayClass, leeway_class

MAX_ERROR_M = 500_000.0
_REQUIRED = ("kind", "lat", "lon", "time", "position_error_m")


@dataclass(frozen=True)
class Clue:
    """A clue as it was reported: of the object itself, or of a thing from it that drifts by a leeway of its own."""

    place: Sighting
    thing: LeewayClass | None

    def document(self) -> dict[str, Any]:
        """Return the clue as a table that `clues_of` reads again."""
        found = {
            "kind": "sighting" if self.thing is None else "found_object",
            "lat": self.place.lat_deg,
            "lon": self.place.lon_deg,
            "time": instant_text(self.place.time_ms),
            "position_error_m": self.place.position_error_m,
            "reliability": self.place.reliability,
        }
        return found if self.thing is None else found | {"leeway": self.thing.key}


def clues_of(document: Mapping[str, Any]) -> tuple[Clue, ...]:
    """Return the clues of a parsed file; one at least."""
    Table("the file of clues", document).check_keys(("clue",), ("clue",))
    return tuple(_clue(table) for table in tables_of(document, "clue", least=1))


def _clue(table: Table) -> Clue:
    kind = table.choice("kind", ("sighting", "found_object"))
    known = (*_REQUIRED, "reliability")
    needed = (*_REQUIRED, "leeway") if kind == "found_object" else _REQUIRED
    table.check_keys((*known, "leeway") if kind == "found_object" else known, needed)
    place = Sighting(
        lon_deg=table.number("lon", -180, 180),
        lat_deg=table.number("lat", -89, 89),
        time_ms=table.instant_ms("time"),
        position_error_m=table.number("position_error_m", 1, MAX_ERROR_M),
        reliability=table.number("reliability", 0, 1, default=1),
    )
    if kind == "sighting":
        return Clue(place, None)
    value = table.entries["leeway"]
    number = isinstance(value, int) and not isinstance(value, bool)
    return Clue(place, leeway_class(value if number else table.text("leeway")))
