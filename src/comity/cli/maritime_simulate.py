"""`comity maritime simulate`: a believable fleet of EXAMPLE ships, as sentences or as a table, with the truth of it."""

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

from comity.cli.language import spoken
from comity.cli.progress import Progress
from comity.ground import MS_PER_S, instant_text, parse_instant

if TYPE_CHECKING:
    from comity.maritime import Traffic

USUAL_BEGIN = "2025-02-06T00:00:00Z"
_MOST_SHIPS, _MOST_HOURS = 90_000, 24 * 31.0
_ADDRESS = re.compile(r"(?P<host>[^:]+|\[[0-9a-fA-F:]+\]):(?P<port>\d{1,5})")
_SATELLITE_SHARE = 0.13
"""Of what is heard near the coast, satellites hear this share beyond it."""


def simulate(
    seed: Annotated[int, typer.Option(min=0, help="Every number is counted from it: one seed, one run.")] = 7,
    ships: Annotated[int, typer.Option(min=1, max=_MOST_SHIPS, help="Ships that send AIS.")] = 220,
    hours: Annotated[float, typer.Option(min=0.1, max=_MOST_HOURS, help="How long.")] = 48.0,
    begins: Annotated[
        str, typer.Option(help=f"First instant, or `now`. [{USUAL_BEGIN}; with --tcp now]", metavar="INSTANT")
    ] = "",
    heard: Annotated[float, typer.Option(min=0.001, max=1.0, help="Share of the reports heard near a station.")] = 0.3,
    nmea: Annotated[Path | None, typer.Option(help="Write !AIVDM sentences with tag blocks here.")] = None,
    positions: Annotated[Path | None, typer.Option(help="Write the positions here, as Parquet.")] = None,
    statics: Annotated[Path | None, typer.Option(help="Write what ships say of themselves here, as Parquet.")] = None,
    detections: Annotated[Path | None, typer.Option(help="Write what satellites see here, as Parquet.")] = None,
    truth: Annotated[Path | None, typer.Option(help="Write what is true here, as JSON.")] = None,
    tcp: Annotated[str | None, typer.Option(help="Send them to who connects.", metavar="HOST:PORT")] = None,
    speed: Annotated[float, typer.Option(min=0.01, max=100_000.0, help="With --tcp: how many times faster.")] = 1.0,
) -> None:
    """Simulate ships of the western Mediterranean: EXAMPLE, with planted events and the truth about them."""
    address = _address(tcp)
    if address is None and all(each is None for each in (nmea, positions, statics, detections, truth)):
        raise typer.BadParameter("name at least one of --nmea, --positions, --statics, --detections, --truth, --tcp")
    from comity.maritime import Reception
    from comity.maritime import simulate as run

    words = spoken()
    progress = Progress(words, first_stage="maritime-simulate-sailing")
    progress.show("maritime-simulate-sailing", 0.0)
    reception = Reception(coast=heard, satellite=heard * _SATELLITE_SHARE)
    found = run(
        seed=seed, ships=ships, hours=hours, begins_ms=_begins_ms(begins, is_live=tcp is not None), by=reception
    )
    progress.end()
    _write(found, nmea=nmea, positions=positions, statics=statics, detections=detections, truth=truth)
    typer.echo(words.say("maritime-simulate-example"))
    typer.echo(
        words.say(
            "maritime-simulated",
            ships=str(ships),
            positions=str(found.positions.num_rows),
            detections=str(found.detections.num_rows),
            events=str(len(found.truth["events"])),
            first=instant_text(found.truth["from_ms"]),
            last=instant_text(found.truth["to_ms"]),
        )
    )
    if address is not None:
        _send(found, address, speed)


def _write(
    found: "Traffic",
    *,
    nmea: Path | None,
    positions: Path | None,
    statics: Path | None,
    detections: Path | None,
    truth: Path | None,
) -> None:
    from comity.files.folders import write_file
    from comity.files.maritime_tables import parquet_bytes
    from comity.files.nmea_out import traffic_nmea

    if nmea is not None:
        write_file(nmea, traffic_nmea(found.positions, found.statics, found.messages))
    tables = ((positions, found.positions), (statics, found.statics), (detections, found.detections))
    for file, table in tables:
        if file is not None:
            write_file(file, parquet_bytes(table))
    if truth is not None:
        write_file(truth, orjson.dumps(found.truth, option=orjson.OPT_INDENT_2))


def _send(found: "Traffic", address: tuple[str, int], speed: float) -> None:
    from comity.files.nmea_broadcast import broadcast
    from comity.files.nmea_out import timed_nmea

    words = spoken()
    lines = timed_nmea(found.positions, found.statics, found.messages)
    typer.echo(words.say("maritime-simulate-listening", address=f"{address[0]}:{address[1]}"))
    first_ms, last_ms = found.truth["from_ms"], found.truth["to_ms"]
    progress = Progress(words, first_stage="maritime-simulate-sending")

    def told(at_ms: int, _: int) -> None:
        progress.show("maritime-simulate-sending", min((at_ms - first_ms) / max(last_ms - first_ms, 1), 1.0))

    broadcast(*address, lines, speed=speed, told=told)
    progress.end()


def _begins_ms(text: str, *, is_live: bool) -> int:
    if text == "now" or (not text and is_live):
        return int(time.time()) * MS_PER_S
    return parse_instant(text or USUAL_BEGIN) // MS_PER_S * MS_PER_S


def _address(text: str | None) -> tuple[str, int] | None:
    if text is None:
        return None
    found = _ADDRESS.fullmatch(text.removeprefix("tcp://"))
    if found is None or int(found["port"]) > 65_535:
        raise typer.BadParameter(f"{text} is not HOST:PORT.", param_hint="--tcp")
    return found["host"].strip("[]"), int(found["port"])
