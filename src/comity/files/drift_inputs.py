"""What a drift needs beside its case: currents, wind and coast, read once for the place and the time of the case.

Units: metres, metres per second, degrees, milliseconds since 1970.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from comity.files.boxes import Box, box_around
from comity.files.coast import land_mask
from comity.files.forcing import Forcing, read_forcing
from comity.files.forcing_files import headers_of, recognised
from comity.files.forcing_formats import GRIB_SUFFIXES, ZARR_SUFFIX
from comity.ground import MS_PER_S, InvalidInput
from comity.rescue import Case, LandMask, VectorField, nominal_places, span_ms

FASTEST_M_S = 3.0
"""No object of the leeway table drifts faster: how far around the start the fields are read."""

_STRONGEST_LEEWAY = 0.08  # of the wind: the greatest downwind slope of the table, with its error
_CALM_DRIFT_M_S = 0.3  # offsets and errors that act without wind
_SIGMAS = 5.0
_FETCHED_M_S = 1.5  # a day's drift of 130 km: faster ones are rare, and a drift that leaves its files says so
_LEAST_FETCHED_M = 50_000.0


@dataclass(frozen=True)
class DriftInputs:
    """Currents, wind and their origin, and the coast that the drift may reach."""

    forcing: Forcing
    land: LandMask


def read_drift_inputs(case: Case, *, forcing_folder: Path | None = None) -> DriftInputs:
    """Read the forcing that a case names, or that of a folder instead, and the coast within reach of the drift."""
    currents, wind = forcing_of_folder(forcing_folder) if forcing_folder else (case.currents, case.wind)
    period_ms = span_ms(case)
    seconds = (period_ms[1] - period_ms[0]) / MS_PER_S
    box, error_m = starting_box(case)
    forcing = read_forcing(
        currents,
        wind,
        box=box,
        period_ms=period_ms,
        reach_m=FASTEST_M_S * seconds + _SIGMAS * error_m,
        waves=() if forcing_folder else case.waves,
        observations=case.observations,
    )
    speed_m_s = _top(forcing.current) + _STRONGEST_LEEWAY * _top(forcing.wind) + _CALM_DRIFT_M_S
    return DriftInputs(forcing, land_mask(box.widened(min(speed_m_s, FASTEST_M_S) * seconds + _SIGMAS * error_m)))


def needs_of(case: Case) -> tuple[Box, tuple[int, int]]:
    """Return the box that a case's drift may reach and its period: what forcing must be brought for."""
    box, error_m = starting_box(case)
    period_ms = span_ms(case)
    seconds = (period_ms[1] - period_ms[0]) / MS_PER_S
    return box.widened(_FETCHED_M_S * seconds + _SIGMAS * error_m + _LEAST_FETCHED_M), period_ms


def starting_box(case: Case) -> tuple[Box, float]:
    """Return the box of the scenarios' nominal positions and the greatest standard error about them, in metres."""
    places = [nominal_places(each) for each in case.scenarios]
    lon_deg, lat_deg = (np.concatenate([each[axis] for each in places]) for axis in (0, 1))
    return box_around(lat_deg, lon_deg), max(error_m for *_, error_m in places)


def forcing_files(folder: Path) -> list[Path]:
    """Return what lies in a folder in a format of forcing, by its suffix."""
    return sorted(each for each in folder.iterdir() if each.suffix.lower() in (".nc", ZARR_SUFFIX, *GRIB_SUFFIXES))


def forcing_of_folder(folder: Path) -> tuple[Sequence[Path], Sequence[Path]]:
    """Return the files of a folder that hold currents and those that hold wind; others are left aside."""
    files = forcing_files(folder)
    currents = [file for file in files if recognised(file, "current")]
    wind = [file for file in files if recognised(file, "wind")]
    if not currents or not wind:
        raise InvalidInput(
            "files.no_forcing_in_folder",
            "{folder} does not hold both currents and wind.",
            why="among its {count} files {currents} hold currents and {wind} hold wind",
            remedy="put the files of both into one folder, or name them in the case file",
            folder=str(folder),
            count=len(files),
            currents=len(currents),
            wind=len(wind),
        )
    return currents, wind


def period_ms(currents: Sequence[Path], wind: Sequence[Path]) -> tuple[int, int]:
    """Return the first and the last instant for which files of a folder hold both currents and wind."""
    axes = [
        np.concatenate([header.time_ms for header in headers_of(currents, "current")]),
        np.concatenate([header.time_ms for header in headers_of(wind, "wind")]),
    ]
    return max(int(axis.min()) for axis in axes), min(int(axis.max()) for axis in axes)


def _top(field: VectorField) -> float:
    return float(np.nanmax(np.hypot(field.east_m_s, field.north_m_s), initial=0.0))
