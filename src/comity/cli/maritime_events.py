"""`comity maritime events`: what happened at sea, found in positions by a named rule set."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

from comity.cli.language import spoken
from comity.cli.progress import Progress
from comity.ground import MS_PER_S, instant_text, parse_instant

if TYPE_CHECKING:
    from comity.files.event_runs import EventRun
    from comity.files.words import Words

_DAY_MS = 86_400_000


PositionsPath = Annotated[
    Path, typer.Argument(metavar="POSITIONS", help="A store, a folder of Parquet by day, a Parquet file, or CSV.")
]
OutPath = Annotated[Path, typer.Option(help="File of the events (Parquet).", metavar="EVENTS.parquet")]
Rules = Annotated[str, typer.Option(help="Rule set: gfw-2026, skylight, or a file of comity/rule-set/1.")]
Kinds = Annotated[str, typer.Option(help="Kinds of events, such as gap,encounter; all of the rule set.")]
ZonesPath = Annotated[Path | None, typer.Option(help="Areas for entry, exit and stay.", metavar="FILE.geojson")]
AnchoragesPath = Annotated[
    Path | None, typer.Option(help="Anchorages: lat, lon, label; else found in the positions.", metavar="FILE.csv")
]
DetectionsPath = Annotated[
    Path | None, typer.Option(help="What satellites saw (Parquet of detections).", metavar="FILE.parquet")
]
ScenesPath = Annotated[
    Path | None, typer.Option(help="What satellites covered: scene, time, sensor.", metavar="FILE.geojson")
]
Satellites = Annotated[str, typer.Option(help="Stations that are satellites, such as s1,s2.")]
Until = Annotated[str | None, typer.Option(help="End of the data, RFC 3339; else its newest position.")]
MappingName = Annotated[str | None, typer.Option("--as", help="Publisher or mapping of a table of text.")]
DensityPath = Annotated[Path | None, typer.Option(help="Write positions by cell and day here.", metavar="F.parquet")]
Engine = Annotated[str, typer.Option(help="local or spark.", metavar="local|spark")]
Master = Annotated[str, typer.Option(help="With spark: the address of its master.")]
Workers = Annotated[int, typer.Option(min=0, help="Buckets at once; 0: one for each core.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the summary as JSON instead of sentences.")]


def events(
    positions: PositionsPath,
    out: OutPath,
    rules: Rules = "gfw-2026",
    kinds: Kinds = "",
    zones: ZonesPath = None,
    anchorages: AnchoragesPath = None,
    detections: DetectionsPath = None,
    scenes: ScenesPath = None,
    satellites: Satellites = "",
    until: Until = None,
    mapping: MappingName = None,
    density: DensityPath = None,
    engine: Engine = "local",
    master: Master = "local[*]",
    workers: Workers = 0,
    as_json: AsJson = False,
) -> None:
    """Find gaps, loitering, encounters, port visits and the other events of a rule set in positions."""
    for path, name in (
        (zones, "--zones"),
        (anchorages, "--anchorages"),
        (detections, "--detections"),
        (scenes, "--scenes"),
    ):
        if path is not None and not path.is_file():
            raise typer.BadParameter(f"{path} is not a file.", param_hint=name)
    if not positions.exists():
        raise typer.BadParameter(f"{positions} is not there.", param_hint="POSITIONS")
    if engine not in ("local", "spark"):
        raise typer.BadParameter(f"{engine!r} is neither local nor spark.", param_hint="--engine")
    from comity.files.event_runs import EventFiles, find_events_in, write_events

    words = spoken()
    progress = Progress(words, first_stage="maritime-events-reading")
    progress.show("maritime-events-reading", 0.0)
    given = EventFiles(positions, zones, anchorages, detections, scenes, mapping)
    run = find_events_in(
        given,
        rules=rules,
        kinds=tuple(each.strip() for each in kinds.split(",") if each.strip()),
        satellites=frozenset(each.strip() for each in satellites.split(",") if each.strip()),
        until_ms=None if until is None else parse_instant(until),
        latest_ms=int(time.time() * MS_PER_S) + _DAY_MS,
        spark_master=master if engine == "spark" else None,
        workers=workers,
        progress=lambda share: progress.show("maritime-events-finding", share),
    )
    write_events(out, run.events)
    if density is not None:
        write_events(density, run.density)
    progress.end()
    if as_json:
        typer.echo(orjson.dumps(run.summary(), option=orjson.OPT_INDENT_2).decode())
        return
    for line in _sentences(words, run, out):
        typer.echo(line)


def _sentences(words: "Words", run: "EventRun", out: Path) -> list[str]:
    lines = [
        words.say(
            "maritime-events-done",
            count=str(run.events.num_rows),
            rows=str(run.rows),
            rules=run.rules,
            until=instant_text(run.until_ms),
        )
    ]
    for kind, states in run.counts().items():
        name = words.say(f"maritime-kind-{kind.replace('_', '-')}")
        lines.append(
            words.say("maritime-events-kind", kind=name, count=str(sum(states.values())), open=str(states["open"]))
        )
    if not run.anchorages_given:
        lines.append(words.say("maritime-events-anchorages-found", count=str(run.anchorages)))
    lines.append(words.say("maritime-events-file", file=str(out)))
    return lines
