"""Currents from the Copernicus Marine Service, by its toolbox: the user's own program with the user's own login.

The program `copernicusmarine` (EUPL) is run as a command and never imported; it keeps its login itself.
Source: Copernicus Marine toolbox 1 and 2, command `subset`.
"""

import shutil
import subprocess
from pathlib import Path

from comity.files.fetching import Progress, Request, Wanted, fetch_failed
from comity.ground import InvalidInput, instant_text

PROGRAM = "copernicusmarine"
GLOBAL_HOURLY = "cmems_mod_glo_phy_anfc_0.083deg_PT1H-m"
"""Hourly surface currents of the global analysis and forecast, 1/12°."""

LICENCE = "Generated using E.U. Copernicus Marine Service Information; Copernicus Marine licence"
_DEEPEST_M = 1.0
_HOUR_MS = 3_600_000
_DAY = slice(0, 10)
_TIMEOUT_S = 1800
_LAST_LINES = 3


def currents_request(wanted: Wanted, dataset: str = GLOBAL_HOURLY) -> Request:
    """Return the request of hourly currents over a box and a period, an hour wider at both ends."""
    first_ms = wanted.period_ms[0] // _HOUR_MS * _HOUR_MS - _HOUR_MS
    last_ms = -(-wanted.period_ms[1] // _HOUR_MS) * _HOUR_MS + _HOUR_MS
    box = wanted.box
    arguments = {
        "--dataset-id": dataset,
        "--minimum-longitude": f"{box.west_deg:.4f}",
        "--maximum-longitude": f"{box.east_deg:.4f}",
        "--minimum-latitude": f"{box.south_deg:.4f}",
        "--maximum-latitude": f"{box.north_deg:.4f}",
        "--minimum-depth": "0",
        "--maximum-depth": f"{_DEEPEST_M:g}",
        "--start-datetime": instant_text(first_ms).rstrip("Z"),
        "--end-datetime": instant_text(last_ms).rstrip("Z"),
    }

    def bring(file: Path, progress: Progress) -> None:
        progress(0.0)
        _run([part for pair in arguments.items() for part in pair], file)

    return Request(
        provider="Copernicus Marine",
        quantity="current",
        file_name=f"copernicus_{dataset}.nc",
        decides={**arguments, "day": instant_text(wanted.now_ms)[_DAY]},  # a forecast of yesterday is made anew
        origin=f"Copernicus Marine Service, {dataset}",
        licence=LICENCE,
        bring=bring,
    )


def _run(arguments: list[str], file: Path) -> None:
    program = shutil.which(PROGRAM)
    if program is None:
        raise InvalidInput(
            "files.no_such_program",
            "The program {program} is not installed.",
            why="currents of Copernicus Marine are brought by the toolbox of that service, under your own login",
            remedy="install it, log in once with {program} login, and ask again",
            program=PROGRAM,
        )
    command = [program, "subset", *arguments, "--variable", "uo", "--variable", "vo"]
    command += ["--output-directory", str(file.parent), "--output-filename", file.name, "--overwrite"]
    try:
        done = subprocess.run(  # noqa: S603 (the user's own program; no shell reads the arguments)
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=_TIMEOUT_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise fetch_failed(PROGRAM, type(error).__name__) from None
    if done.returncode != 0:
        lines = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        raise fetch_failed(PROGRAM, " ".join(lines[-_LAST_LINES:]) or f"exit {done.returncode}")
