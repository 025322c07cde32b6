"""`comity rescue skill`: how well the drift holds real drifters, or a slick that was seen later."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from comity.cli.language import spoken
from comity.cli.progress import Progress
from comity.files.words import Words
from comity.ground import instant_text, parse_instant

if TYPE_CHECKING:
    from comity.files.drifter_skill import SkillRun, SlickScore
    from comity.rescue import Case, Share, SkillRow

_S_PER_HOUR = 3600
_HEAD = (
    "cli-skill-hours",
    "cli-skill-windows",
    "cli-skill-in-50",
    "cli-skill-in-90",
    "cli-skill-apart",
    "cli-skill-moved",
    "cli-skill-score",
    "cli-skill-area",
)
_OUTLINES = (".geojson", ".json")


def skill(
    drifters: Annotated[
        Path,
        typer.Argument(metavar="DRIFTERS", help="Drifters (CSV, CF trajectories), or an outline seen later (GeoJSON)."),
    ],
    forcing: Annotated[
        Path, typer.Option(metavar="CASE.toml", help="Case: forcing, object and run are taken from it.")
    ],
    columns: Annotated[
        str, typer.Option(help="Columns of the file, such as id=buoy,time=when,lat=y,lon=x, where they are not usual.")
    ] = "",
    every_h: Annotated[int, typer.Option(min=1, help="Hours between the releases of a drifter.")] = 24,
    horizons_h: Annotated[str, typer.Option(help="Hours after the release at which it is compared.")] = "6,12,24,48",
    particles: Annotated[int, typer.Option(min=100, max=100_000, help="Hypotheses for each release.")] = 2000,
    position_error_m: Annotated[float, typer.Option(min=0, help="Error of a release on each axis, metres.")] = 100.0,
    leeway: Annotated[str | None, typer.Option(help="Leeway class instead of the case's objects.")] = None,
    wind_drift: Annotated[
        float | None, typer.Option(min=0, max=0.2, help="Share of the wind instead of an object, such as 0.016.")
    ] = None,
    exact: Annotated[bool, typer.Option("--exact", help="Take current and wind as exact, to compare.")] = False,
    at: Annotated[
        str | None, typer.Option(help="DRIFTERS is an outline (GeoJSON or CSV) seen at this instant, RFC 3339.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON instead of a table.")] = False,
) -> None:
    """Score the drift on real drifters: whether its regions of 50 and 90 % hold half and nine tenths of them."""
    for path, name in ((drifters, "DRIFTERS"), (forcing, "--forcing")):
        if not path.is_file():
            raise typer.BadParameter(f"{path} is not a file.", param_hint=name)
    if leeway is not None and wind_drift is not None:
        raise typer.BadParameter("--leeway and --wind-drift exclude each other.")
    from comity.files.cases import read_case

    case = _with_object(read_case(forcing), leeway, wind_drift)
    if exact:
        case = replace(case, run=replace(case.run, uncertainty=None))
    words = spoken()
    if drifters.suffix.lower() in _OUTLINES or at is not None:
        result, slicks = _slicks(case, drifters, at)
        lines = _slick_lines(words, slicks)
    else:
        horizons_s = _horizons_s(horizons_h)
        run = _run(case, words, drifters, columns, (every_h * _S_PER_HOUR, horizons_s, particles, position_error_m))
        result, lines = _table(case, words, run, horizons_s)
    typer.echo(json.dumps(result, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))


def _horizons_s(text: str) -> tuple[int, ...]:
    try:
        hours = sorted({int(part) for part in text.split(",")})
    except ValueError:
        hours = [0]
    if hours[0] < 1:
        raise typer.BadParameter(f"{text!r} is not a list of whole hours.", param_hint="--horizons-h")
    return tuple(hour * _S_PER_HOUR for hour in hours)


def _with_object(case: "Case", leeway: str | None, wind_drift: float | None) -> "Case":
    from comity.rescue import DriftObject, leeway_class, wind_drift_class

    if leeway is not None:
        return replace(case, objects=(DriftObject(leeway_class(leeway), 1.0),))
    return case if wind_drift is None else replace(case, objects=(DriftObject(wind_drift_class(wind_drift), 1.0),))


def _run(
    case: "Case", words: Words, path: Path, columns: str, how: tuple[int, tuple[int, ...], int, float]
) -> "SkillRun":
    from comity.files.drifter_skill import SkillSettings, run_skill
    from comity.files.drifters import columns_of, read_drifters

    tracks = read_drifters(path, mapping=columns_of(columns))
    bar = Progress(words, first_stage="cli-drift-reading")
    bar.show("cli-drift-reading", 0.0)
    run = run_skill(case, tracks, SkillSettings(*how), progress=lambda share: bar.show("cli-drift-drifting", share))
    bar.end()
    return run


def _table(
    case: "Case", words: Words, run: "SkillRun", horizons_s: tuple[int, ...]
) -> tuple[dict[str, Any], list[str]]:
    from comity.rescue import skill_rows

    rows = skill_rows(run.scores, horizons_s)
    result = {
        "schema": "comity/drift-skill/1",
        "objects": [each.leeway.key for each in case.objects],
        "uncertainty": None if case.run.uncertainty is None else asdict(case.run.uncertainty),
        "windows": run.windows,
        "left_out": run.left_out,
        "horizons": [asdict(row) for row in rows],
        "scores": [{**asdict(each), "release": instant_text(each.release_ms)} for each in run.scores],
    }
    head = [words.say(name) for name in _HEAD]
    lines = [_line(head), *(_line(_cells(row)) for row in rows)]
    lines.append(words.say("cli-skill-note", left=str(run.left_out), all=str(run.windows)))
    return result, lines


def _line(cells: list[str]) -> str:
    return "  ".join(f"{cell:>{width}}" for cell, width in zip(cells, (6, 12, 18, 18, 10, 10, 8, 12), strict=True))


def _cells(row: "SkillRow") -> list[str]:
    return [
        f"{row.horizon_s // _S_PER_HOUR}",
        f"{row.windows} / {row.drifters}",
        _share(row.within_50),
        _share(row.within_90),
        f"{row.separation_m / 1000:.1f}",
        f"{row.moved_m / 1000:.1f}",
        f"{row.liu_weisberg:.2f}",
        f"{row.area_90_m2 / 1e6:.0f}",
    ]


def _share(of: "Share") -> str:
    return f"{100 * of.share:.0f} % ({100 * of.low:.0f}–{100 * of.high:.0f})"


def _slicks(case: "Case", path: Path, at: str | None) -> tuple[dict[str, Any], list["SlickScore"]]:
    """Drift the case as it stands to each instant at which a slick was seen, and lay the slick over its map."""
    from comity.files.drifter_skill import score_slicks
    from comity.files.slicks import read_slicks

    scores = score_slicks(case, read_slicks(path), at_ms=None if at is None else parse_instant(at))
    found = [
        {
            "at": instant_text(each.seen_ms),
            "poc_of_outline": each.poc,
            "levels": [asdict(level) for level in each.overlaps],
        }
        for each in scores
    ]
    return {"schema": "comity/slick-skill/1", **found[-1], "slicks": found}, list(scores)


def _slick_lines(words: Words, scores: list["SlickScore"]) -> list[str]:
    lines = []
    for score in scores:
        lines.append(words.say("cli-skill-outline", time=instant_text(score.seen_ms), share=f"{100 * score.poc:.0f} %"))
        for each in score.overlaps:
            shares = {name: f"{100 * getattr(each, f'of_{name}'):.0f} %" for name in ("outline", "region", "union")}
            lines.append(words.say("cli-skill-overlap", level=f"{100 * each.level:g} %", **shares))
    return lines
