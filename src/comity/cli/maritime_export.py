"""`comity maritime export`: positions and events in the forms that other houses read."""

import time
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.language import spoken
from comity.ground import MS_PER_S

FORMS = ("nmea", "cot", "cise", "geoparquet", "csv", "mfjson")


def export(
    form: Annotated[str, typer.Argument(help="nmea, cot, cise, geoparquet, csv or mfjson.")],
    found: Annotated[
        Path, typer.Argument(metavar="POSITIONS|EVENTS", help="Parquet, a table of a known publisher, or sentences.")
    ],
    out: Annotated[Path, typer.Option(help="File to write; with mfjson a folder, one file a track.")],
    statics: Annotated[
        Path | None, typer.Option(help="What ships say of themselves (Parquet), for names and types.")
    ] = None,
    mapping: Annotated[str | None, typer.Option("--as", help="Publisher or mapping of a table of text.")] = None,
    sender: Annotated[str, typer.Option(help="With cise: the sender's service.")] = "comity.maritime.push.provider",
    purpose: Annotated[str, typer.Option(help="With cise: what for, as the agreement says it.")] = "maritime_safety",
    tlp: Annotated[str, typer.Option(help="With cise: traffic light colour of the label.")] = "AMBER",
    example: Annotated[bool, typer.Option("--example", help="Mark what people read as an example.")] = False,
) -> None:
    """Write positions or events for others: NMEA, TAK (cot), CISE, GeoParquet, CSV, moving features (mfjson)."""
    if form not in FORMS:
        raise typer.BadParameter(f"{form} is not one of {', '.join(FORMS)}.", param_hint="FORM")
    for each in filter(None, (found, statics)):
        if not each.exists():
            raise typer.BadParameter(f"{each} does not exist.", param_hint="POSITIONS|EVENTS")
    from comity.files.folders import write_file, write_folder
    from comity.files.maritime_exports import contents_of, read_exported

    now_ms = int(time.time()) * MS_PER_S
    said = {"sender": sender, "purpose": purpose, "tlp": tlp, "now_ms": now_ms, "is_example": example}
    contents = contents_of(form, read_exported(found, statics, mapping=mapping, now_ms=now_ms), **said)
    if "" in contents:
        write_file(out, contents[""])
    else:
        write_folder(out, contents, former=[each.name for each in out.glob("*.json")] if out.is_dir() else ())
    size = sum(map(len, contents.values()))
    typer.echo(spoken().say("maritime-exported", form=form, files=len(contents), bytes=str(size), out=str(out)))
