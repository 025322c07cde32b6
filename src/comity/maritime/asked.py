"""What a detection run is asked: which rules, until when, and around what; and what its stages hand on.

Units: milliseconds since 1970-01-01T00:00Z.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from comity.maritime.rule_sets import RuleSet
from comity.maritime.surroundings import Surroundings, open_sea

EVENTS_PART, DENSITY_PART = "events", "density"

Parts = dict[str, pa.Table]
"""What a stage found, by name: `events` and `density` are results, all others are for the stages after it."""


@dataclass(frozen=True)
class Asked:
    """What every detector is told besides the positions.

    Parameters
    ----------
    until_ms
        The end of the data: what lasts until then is open. Later rows, of clocks that run ahead, are left out.
    satellite_stations
        Names of stations that are satellites; where there is none, positions beyond the reach of a coast count as such.
    known
        What the validity checks know besides the positions: `statics`, `land`, `ranges`, `detections`, `scenes`.
    """

    rules: RuleSet
    until_ms: int
    surroundings: Surroundings = field(default_factory=open_sea)
    satellite_stations: frozenset[str] = frozenset()
    known: Mapping[str, Any] = field(default_factory=dict)
