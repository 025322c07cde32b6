"""`comity maritime check`: what of ships' own tales is doubtful, and why."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

from comity.cli.language import spoken
from comity.ground import MS_PER_S

if TYPE_CHECKING:
    from comity.files.doubtful import Doubtful
    from comity.files.words import Words

_DAY_MS = 86_400_000


def check(
    positions: Annotated[Path, typer.Argument(metavar="POSITIONS", help="A store, Parquet or CSV of positions.")],
    out: Annotated[Path | None, typer.Option(help="Write the doubts here (Parquet).", metavar="DOUBTS.parquet")] = None,
    checks: Annotated[str, typer.Option(help="Checks, such as jump,circle; else all that have what they need.")] = "",
    mapping: Annotated[str | None, typer.Option("--as", help="Publisher or mapping of a table of text.")] = None,
    stations: Annotated[
        Path | None, typer.Option(help="Receivers: station, lat_deg, lon_deg, range_m.", metavar="FILE.csv")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON instead of sentences.")] = False,
) -> None:
    """Put positions on tracks and find what is doubtful: jumps, circles, identities, clocks and the rest."""
    if not positions.exists():
        raise typer.BadParameter(f"{positions} is not there.", param_hint="POSITIONS")
    if stations is not None and not stations.is_file():
        raise typer.BadParameter(f"{stations} is not a file.", param_hint="--stations")
    from comity.files.doubtful import find_doubts_in, write_doubts

    found = find_doubts_in(
        positions,
        checks=tuple(each.strip() for each in checks.split(",") if each.strip()),
        mapping=mapping,
        stations=stations,
        latest_ms=int(time.time() * MS_PER_S) + _DAY_MS,
    )
    if out is not None:
        write_doubts(out, found.doubts)
    if as_json:
        typer.echo(orjson.dumps(found.summary(), option=orjson.OPT_INDENT_2).decode())
        return
    for line in _sentences(spoken(), found):
        typer.echo(line)


def _sentences(words: "Words", found: "Doubtful") -> list[str]:
    lines = [words.say("maritime-checked", rows=str(found.rows), tracks=str(found.tracks))]
    for noise, count in found.noise.items():
        lines.append("  " + words.say("maritime-counted", count=str(count), what=words.say(f"maritime-noise-{noise}")))
    for check, reasons in found.reasons.items():
        name, verdict = words.say(f"maritime-check-{check.replace('_', '-')}"), words.say("maritime-verdict")
        lines.append(words.say("maritime-verdict-on", what=name, verdict=verdict))
        for reason, count in reasons.items():
            what = words.say(f"maritime-reason-{reason}")
            lines.append("  " + words.say("maritime-counted", count=str(count), what=what))
    if not found.reasons:
        lines.append(words.say("maritime-nothing-doubtful"))
    return lines
