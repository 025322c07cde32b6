"""`comity rescue`: where a lost object drifts, as a map and as files for other systems."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from comity.cli.language import spoken
from comity.cli.progress import Progress
from comity.cli.rescue_fetch import fetch
from comity.cli.rescue_plan import plan, update
from comity.cli.rescue_skill import skill
from comity.files.boxes import degrees_minutes
from comity.files.words import Words

rescue = typer.Typer(
    help="Search and rescue: drift, plan, update.", no_args_is_help=True, rich_markup_mode=None, add_completion=False
)

rescue.command()(fetch)
rescue.command()(plan)
rescue.command()(update)
rescue.command()(skill)


@rescue.callback()
def _rescue() -> None:
    """Search and rescue: where a lost object drifts, how to search for it, and what a search taught."""


@rescue.command()
def drift(
    case_file: Annotated[Path, typer.Argument(metavar="CASE.toml", help="The case: object, scenario, run.")],
    out: Annotated[Path, typer.Option(help="Folder of the results; replaced as a whole.")],
    forcing: Annotated[
        Path | None,
        typer.Option(help="Folder of netCDF currents and wind, instead of the files that the case names."),
    ] = None,
    example: Annotated[bool, typer.Option("--example", help="Mark the map and the summary as an example.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON instead of sentences.")] = False,
) -> None:
    """Drift a case's hypotheses on currents and wind; write cloud, probability, areas, map and summary."""
    if not case_file.is_file():
        raise typer.BadParameter(f"{case_file} is not a file.", param_hint="CASE.toml")
    if forcing is not None and not forcing.is_dir():
        raise typer.BadParameter(f"{forcing} is not a folder.", param_hint="--forcing")
    # Numba, PROJ and matplotlib take a second to load: only when there is something to drift.
    from comity.files.case_clouds import DRIFT_FILES, SUMMARY_FILE, drifted_anew
    from comity.files.cases import read_case
    from comity.files.folders import write_folder

    words = spoken()
    progress = Progress(words, first_stage="cli-drift-reading")
    found = drifted_anew(read_case(case_file), words, example=example, forcing=forcing, told=progress.part(0.0, 0.8))
    write_folder(out, found.files, former=DRIFT_FILES)
    progress.end()
    summary = json.loads(found.files[SUMMARY_FILE])
    if as_json:
        typer.echo(json.dumps(summary, ensure_ascii=False, indent=2))
    else:
        for line in _sentences(words, summary, out):
            typer.echo(line)


def _sentences(words: Words, summary: dict[str, Any], folder: Path) -> list[str]:
    from comity.files.forcing_account import forcing_sentences

    centre, spread = summary["centre"], summary["spread_km"]
    place = f"{degrees_minutes(centre['lat_deg'], 'NS', 2)} {degrees_minutes(centre['lon_deg'], 'EW', 3)}"
    lines = [words.say("cli-drift-example")] if summary["example"] else []
    lines += [
        words.say(
            "cli-drift-done",
            case=summary["case"],
            particles=str(summary["run"]["particles"]),
            first=summary["first"],
            last=summary["last"],
        ),
        words.say("cli-drift-centre", place=place, east=f"{spread['east']:.1f}", north=f"{spread['north']:.1f}"),
    ]
    lines += [
        words.say("cli-drift-level", level=f"{area['level'] * 100:g} %", area=f"{area['area_km2']:.0f}")
        for area in summary["containment"]
    ]
    lines.append(words.say("cli-drift-ashore", share=f"{summary['stranded_share'] * 100:.1f} %"))
    if summary["left_share"] > 0:
        lines.append(words.say("cli-drift-left", share=f"{summary['left_share'] * 100:.3f} %"))
    lines += forcing_sentences(summary["forcing"], words)
    lines.append(_uncertainty(words, summary["uncertainty"]))
    lines.append(words.say("cli-drift-folder", folder=str(folder)))
    return lines


def _uncertainty(words: Words, of: dict[str, Any] | None) -> str:
    if of is None:
        return words.say("cli-drift-exact")
    return words.say(
        "cli-drift-uncertainty",
        size=f"{of['current_error_m_s']:.2f}",
        hours=f"{of['current_memory_h']:g}",
        source=of["source"],
    )
