"""`comity rescue fetch`: currents and wind for a case from the model centres, cached, with their licences."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.language import spoken
from comity.ground import MS_PER_S, parse_instant

if TYPE_CHECKING:
    from comity.files.fetching import Request, Wanted

_SOURCES_OF_WIND = ("noaa", "ecmwf", "none")
_SOURCES_OF_CURRENT = ("copernicus", "none")


def fetch(
    case_file: Annotated[
        Path | None, typer.Argument(metavar="[CASE.toml]", help="The case whose place and time are meant.")
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder for the files; comity rescue drift --forcing reads it.")] = Path(
        "forcing"
    ),
    box: Annotated[
        str | None, typer.Option(metavar="W,S,E,N", help="Without a case: west, south, east, north, degrees.")
    ] = None,
    first: Annotated[str | None, typer.Option("--from", help="Without a case: first instant, RFC 3339.")] = None,
    last: Annotated[str | None, typer.Option("--until", help="Without a case: last instant, RFC 3339.")] = None,
    currents: Annotated[str, typer.Option(help="copernicus (its toolbox, your login) or none.")] = "copernicus",
    dataset: Annotated[
        str | None, typer.Option(help="Data set of Copernicus Marine instead of the hourly global one.")
    ] = None,
    wind: Annotated[str, typer.Option(help="noaa (GFS), ecmwf (IFS) or none.")] = "noaa",
    mirror: Annotated[
        str | None, typer.Option(metavar="URL", help="Address to ask for wind instead of the centre's own.")
    ] = None,
    cache: Annotated[Path | None, typer.Option(help="Cache instead of the user's own.")] = None,
) -> None:
    """Bring currents and wind for a case, or for a box and a period, from the model centres; what is cached stays."""
    for value, known, option in (
        (currents, _SOURCES_OF_CURRENT, "--currents"),
        (wind, _SOURCES_OF_WIND, "--wind"),
    ):
        if value not in known:
            raise typer.BadParameter(f"{value!r} is not one of {', '.join(known)}.", param_hint=option)
    wanted = _wanted(case_file, box, first, last)
    from comity.files.fetching import default_cache, fetched

    words = spoken()
    for request in _requests(wanted, currents, dataset, wind, mirror):
        file, was_kept = fetched(
            request,
            out,
            now_ms=wanted.now_ms,
            cache=cache or default_cache(),
            progress=lambda share, name=request.provider: _show(name, share),  # type: ignore[misc]
        )
        _show("", 1.0)
        message = "cli-fetch-kept" if was_kept else "cli-fetch-brought"
        typer.echo(words.say(message, provider=request.provider, file=str(file)))
        typer.echo(words.say("cli-fetch-licence", licence=request.licence))


def _wanted(case_file: Path | None, box: str | None, first: str | None, last: str | None) -> "Wanted":
    from comity.files.boxes import Box
    from comity.files.cases import read_case
    from comity.files.drift_inputs import needs_of
    from comity.files.fetching import Wanted

    now_ms = int(time.time()) * MS_PER_S
    if case_file is not None:
        if box or first or last:
            raise typer.BadParameter("A case has its own place and time.", param_hint="--box, --from, --until")
        if not case_file.is_file():
            raise typer.BadParameter(f"{case_file} is not a file.", param_hint="CASE.toml")
        return Wanted(*needs_of(read_case(case_file)), now_ms)
    if box is None or first is None or last is None:
        raise typer.BadParameter("Without a case all three are needed.", param_hint="--box, --from, --until")
    try:
        west, south, east, north = (float(each) for each in box.split(","))
    except ValueError:
        raise typer.BadParameter("Four numbers with commas between them.", param_hint="--box") from None
    period_ms = parse_instant(first), parse_instant(last)
    if not (-180 <= west < east <= 360 and -90 <= south < north <= 90 and period_ms[0] < period_ms[1]):
        raise typer.BadParameter("West before east, south before north, from before until.", param_hint="--box")
    return Wanted(Box(west, south, east, north), period_ms, now_ms)


def _requests(wanted: "Wanted", currents: str, dataset: str | None, wind: str, mirror: str | None) -> list["Request"]:
    from comity.files.fetch_copernicus import GLOBAL_HOURLY, currents_request
    from comity.files.fetch_winds import ECMWF_ADDRESS, NOAA_ADDRESS, ecmwf_request, noaa_request

    found = []
    if currents == "copernicus":
        found.append(currents_request(wanted, dataset or GLOBAL_HOURLY))
    if wind == "noaa":
        found.append(noaa_request(wanted, mirror or NOAA_ADDRESS))
    if wind == "ecmwf":
        found.append(ecmwf_request(wanted, mirror or ECMWF_ADDRESS))
    return found


def _show(name: str, share: float) -> None:
    """Show on stderr how much of a request has come, where somebody watches; take the line away at its end."""
    if sys.stderr.isatty():
        typer.echo(f"\r\x1b[K{name} {share * 100:.0f} %" if share < 1.0 else "\r\x1b[K", err=True, nl=False)
