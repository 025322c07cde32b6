"""A drift for the tests: a cloud made by hand, and a real one on the idealised fields, small and quick."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from comity.files import DriftResult, read_drift_inputs, write_idealised_forcing
from comity.ground import parse_instant
from comity.rescue import Case, case_of, containment, drift, probability_map

FIRST, LAST = "2008-08-06T09:51:00Z", "2008-08-06T18:51:00Z"


def case_document(**scenario: Any) -> dict[str, Any]:
    """Return a case off Béjaïa with one raft; keywords replace keys of its scenario."""
    known = {"kind": "last_known_position", "lat": 37.1, "lon": 5.2, "position_error_m": 1500, "time": FIRST}
    return {
        "case": {"id": "test-1"},
        "forcing": {"currents": ["idealised_current_*.nc"], "wind": ["idealised_wind_*.nc"]},
        "object": [{"leeway": 26}],
        "scenario": [{**known, **scenario}],
        "run": {"until": LAST, "particles": 2000, "seed": 11},
    }


@cache
def idealised_folder() -> Path:
    """Return a folder of idealised fields for the period of the case."""
    folder = Path(mkdtemp(prefix="comity-test-"))
    write_idealised_forcing(folder, first_ms=parse_instant(FIRST), last_ms=parse_instant(LAST))
    return folder


def drifted(case: Case, *, example: bool = False) -> DriftResult:
    """Return the result of a case on the idealised fields."""
    inputs = read_drift_inputs(case, forcing_folder=idealised_folder())
    cloud = drift(case, inputs.forcing.current, inputs.forcing.wind, inputs.land)
    found = probability_map(cloud, land=inputs.land)
    return DriftResult(case, cloud, found, containment(cloud, found), inputs.forcing, example)


@cache
def off_shore() -> DriftResult:
    """Return a drift that meets no coast."""
    return drifted(case_of(case_document()), example=True)


@cache
def close_in_shore() -> DriftResult:
    """Return a drift of which a part goes ashore."""
    return drifted(case_of(case_document(lat=36.83, lon=5.6)))
