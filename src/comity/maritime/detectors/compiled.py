"""The compiled loops of the detectors, compiled into their cache by one small run of every rule set."""

import numpy as np
import pyarrow as pa

from comity.maritime.asked import Asked
from comity.maritime.columns import POSITIONS
from comity.maritime.rule_sets import RULE_SETS, rule_set
from comity.maritime.stages import find_events, run_of
from comity.maritime.surroundings import Shore, Surroundings, anchorages_of
from comity.maritime.surveying import anchorages_found, survey

_SHIPS, _REPORTS, _STEP_MS = 3, 40, 1_200_000


def compile_detectors() -> None:
    """Compile them all: three ships that drift side by side for half a day, under every rule set."""
    positions = _drifting()
    shore = Shore(-1.0, -1.0, 1.0, np.zeros((2, 2), dtype=np.float32))
    around = Surroundings(shore, anchorages_of([60.0], [0.0]), ("",))
    for name in RULE_SETS:
        find_events(positions, run_of(Asked(rule_set(name), _REPORTS * _STEP_MS, around)))
    anchorages_found(survey(positions).stays, shore)


def _drifting() -> pa.Table:
    t_ms = np.tile(np.arange(_REPORTS) * _STEP_MS, _SHIPS)
    ship = np.repeat(np.arange(_SHIPS), _REPORTS)
    columns = {"mmsi": 1 + ship, "t_ms": t_ms, "lat_deg": 0.001 * ship, "lon_deg": 1e-9 * t_ms}
    return pa.table({field.name: pa.array(columns.get(field.name, _nothing(field)), field.type) for field in POSITIONS})


def _nothing(field: pa.Field) -> list[object]:
    of_type = {pa.bool_(): False, pa.string(): ""}
    nothing = np.nan if pa.types.is_floating(field.type) else of_type.get(field.type, 0)
    return [None if pa.types.is_dictionary(field.type) else nothing] * (_SHIPS * _REPORTS)
