"""`comity rescue plan` and `comity rescue update`: who searches where, and what a search taught."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from comity.cli.language import spoken
from comity.cli.progress import Progress
from comity.ground import InvalidInput, parse_instant

if TYPE_CHECKING:
    from comity.cli.rescue_cloud import Drifted
    from comity.files.plan_results import PlanResult
    from comity.files.searched import Account, Search
    from comity.ground import Floats
    from comity.rescue import Case

_NO_PLAN = ("rescue.no_sortie_left", "rescue.no_units")

CaseFile = Annotated[Path, typer.Argument(metavar="CASE.toml", help="The case: objects, scenarios, run, units.")]
Out = Annotated[Path, typer.Option(help="Folder of the results; a drift of this case that it holds is used.")]
ForcingFolder = Annotated[
    Path | None, typer.Option(help="Folder of netCDF currents and wind: drift anew on these instead.")
]
Example = Annotated[bool, typer.Option("--example", help="Mark what is written as an example.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print what is written as JSON instead of sentences.")]


def plan(
    case_file: CaseFile, out: Out, forcing: ForcingFolder = None, example: Example = False, as_json: AsJson = False
) -> None:
    """Plan the search: an area, a pattern and legs for every sortie, between the manual plan and the proven bound."""
    _check_paths([case_file], forcing)
    from comity.cli.rescue_cloud import drifted
    from comity.files.cases import read_case
    from comity.files.plan_results import plan_document
    from comity.files.searched import read_searched

    words = spoken()
    progress = Progress(words, first_stage="cli-drift-reading")
    case = read_case(case_file)
    account = read_searched(out / "searched.json", case)
    held = drifted(case, out, words, progress, forcing=forcing, example=example)
    weight, account = _after(case, held, account, forcing)
    result = _planned(case, held, weight, account.searches, progress, example=example or held.example)
    _write(out, case, held.files, account, result)
    progress.end()
    document = plan_document(result)
    _print(document, as_json, _plan_sentences(document, out))


def update(
    case_file: CaseFile,
    out: Out,
    searched: Annotated[
        list[Path] | None,
        typer.Option(help="What was flown and found nothing: plan.json, or GPX with a track for each unit."),
    ] = None,
    clues: Annotated[
        Path | None, typer.Option(metavar="CLUES.toml", help="What was seen or found: [[clue]] tables.")
    ] = None,
    stopped: Annotated[
        list[str] | None, typer.Option(metavar="UNIT=TIME", help="A unit that stopped early, and when; repeatable.")
    ] = None,
    not_flown: Annotated[
        list[str] | None, typer.Option(metavar="UNIT", help="A unit that did not search at all; repeatable.")
    ] = None,
    forcing: ForcingFolder = None,
    example: Example = False,
    as_json: AsJson = False,
) -> None:
    """Learn from a search that found nothing, or from clues: the new map, the chance so far, and the next plan."""
    if not searched and clues is None:
        raise typer.BadParameter("Name what was searched, or a file of clues.", param_hint="--searched, --clues")
    _check_paths([case_file, *(searched or ()), *([clues] if clues else ())], forcing)
    from comity.cli.rescue_cloud import drifted
    from comity.files.cases import read_case
    from comity.files.searched import Account, read_clues, read_search, read_searched

    words = spoken()
    progress = Progress(words, first_stage="cli-drift-reading")
    case = read_case(case_file)
    before = read_searched(out / "searched.json", case)
    until_ms = dict(_stop(each) for each in stopped or ())
    new = [read_search(path, case, until_ms=until_ms, not_flown=not_flown or ()) for path in searched or ()]
    _check_new(before.searches, new)
    known = before.clues + tuple(each for each in (read_clues(clues) if clues else ()) if each not in before.clues)
    held = drifted(case, out, words, progress, forcing=forcing, example=example)
    weight, account = _after(case, held, Account((*before.searches, *new), known), forcing)
    try:
        result = _planned(case, held, weight, account.searches, progress, example=example or held.example)
    except InvalidInput as error:
        if error.code not in _NO_PLAN:
            raise
        result = None
    maps, areas = _maps(held, weight, account, case.case_id)
    document = _update_document(case, held, weight, account, areas, result)
    document["example"] = example or held.example
    _write(out, case, {**held.files, **maps}, account, result, learnt=document)
    progress.end()
    _print(document, as_json, _update_sentences(document, out))


def _check_paths(files: Sequence[Path], forcing: Path | None) -> None:
    for path in files:
        if not path.is_file():
            raise typer.BadParameter(f"{path} is not a file.")
    if forcing is not None and not forcing.is_dir():
        raise typer.BadParameter(f"{forcing} is not a folder.", param_hint="--forcing")


def _stop(text: str) -> tuple[str, int]:
    unit, _, instant = text.partition("=")
    if not instant:
        raise typer.BadParameter(f"{text!r} is not UNIT=TIME.", param_hint="--stopped")
    return unit, parse_instant(instant)


def _check_new(before: Sequence["Search"], new: Sequence["Search"]) -> None:
    known = [each.digest for each in before]
    for each in new:
        if each.digest in known:
            raise InvalidInput(
                "rescue.search_counted_twice",
                "{file} has been counted already.",
                why="the same search would teach twice what it taught once",
                remedy="name what was searched since, or start again in a new folder",
                file=each.name,
            )
        known.append(each.digest)


def _after(case: "Case", held: "Drifted", account: "Account", forcing: Path | None) -> tuple["Floats", "Account"]:
    """Return the weights after clues and searches, and the account with the POS of each search."""
    from dataclasses import replace

    from comity.cli.rescue_cloud import evidence
    from comity.rescue import weight_after_clue, weight_after_search, weights_of

    weight = weights_of(held.cloud, None)
    for found in evidence(case, account.clues, forcing=forcing):
        weight = weight_after_clue(held.cloud, weight, found)
    counted = []
    for each in account.searches:
        weight, pos = weight_after_search(held.cloud, weight, each.flown)
        counted.append(replace(each, pos=round(pos, 6)))
    return weight, replace(account, searches=tuple(counted))


def _planned(
    case: "Case",
    held: "Drifted",
    weight: "Floats",
    searches: Sequence["Search"],
    progress: Progress,
    *,
    example: bool,
) -> "PlanResult":
    from comity.files.plan_results import PlanResult
    from comity.rescue import pos_so_far, search_plan

    progress.show("cli-plan-planning", 0.5)
    planned = search_plan(
        case,
        held.cloud,
        weight=weight,
        after_ms=max((each.ends_ms for each in searches), default=None),
        worksheet=held.worksheet,
        stage=len(searches),
        progress=lambda share: progress.show("cli-plan-planning", 0.5 + 0.4 * share),
    )
    return PlanResult(
        case,
        planned,
        held.cloud.scenario_index,
        example,
        tuple(each.name for each in searches),
        pos_so_far([each.pos or 0.0 for each in searches]),
    )


def _maps(
    held: "Drifted", weight: "Floats", account: "Account", case_id: str
) -> tuple[dict[str, bytes], list[dict[str, float]]]:
    """Return the files of the map after the last search or clue, at the next hour of the cloud, and its areas."""
    import numpy as np

    from comity.files.probability import containment_geojson, probability_nc, probability_tif
    from comity.rescue import containment, probability_map

    last_ms = max([each.ends_ms for each in account.searches] or [each.place.time_ms for each in account.clues])
    at = int(np.searchsorted(held.cloud.time_ms, last_ms))
    at = min(at, held.cloud.time_ms.size - 1)
    found = probability_map(held.cloud, weight=weight, land=held.land, time_index=at)
    areas = containment(held.cloud, found, weight=weight, time_index=at)
    files = {
        "probability.nc": probability_nc(found, case_id=case_id),
        "probability.tif": probability_tif(found),
        "containment.geojson": containment_geojson(areas, case_id=case_id),
    }
    return files, [{"level": each.level, "area_km2": round(each.area_m2 / 1e6, 3)} for each in areas]


def _write(
    out: Path,
    case: "Case",
    files: "Mapping[str, bytes]",
    account: "Account",
    result: "PlanResult | None",
    *,
    learnt: "Mapping[str, Any] | None" = None,
) -> None:
    from comity.cli.rescue_cloud import DRIFT_FILES
    from comity.files.folders import write_folder
    from comity.files.plan_charts import DEBRIEF, PLAN_CHARTS, debrief, plan_charts
    from comity.files.plan_results import PLAN_WRITERS, plan_contents, plan_document
    from comity.files.searched import searched_json

    contents = dict(files)
    if account.searches or account.clues:
        contents.pop("map.png", None)  # it shows the drift before any search
        contents["searched.json"] = searched_json(case, account)
    if result is not None:
        contents |= plan_contents(result)
        contents |= plan_charts(plan_document(result), contents["containment.geojson"], spoken())
    if learnt is not None and account.searches:
        contents[DEBRIEF] = debrief(learnt, contents["searched.json"], contents["containment.geojson"], spoken())
    write_folder(out, contents, former=(*DRIFT_FILES, *PLAN_WRITERS, *PLAN_CHARTS, "searched.json", DEBRIEF))


def _update_document(
    case: "Case",
    held: "Drifted",
    weight: "Floats",
    account: "Account",
    areas: list[dict[str, float]],
    result: "PlanResult | None",
) -> dict[str, Any]:
    from comity.files.plan_results import plan_document
    from comity.rescue import pos_so_far, shares

    return {
        "schema": "comity/update/1",
        "case": case.case_id,
        "searches": [{"file": each.name, "units": list(each.units), "pos": each.pos} for each in account.searches],
        "clues": [each.document() for each in account.clues],
        "pos": account.searches[-1].pos if account.searches else 0.0,
        "pos_so_far": round(pos_so_far([each.pos or 0.0 for each in account.searches]), 6),
        "scenarios": [round(float(each), 6) for each in shares(held.cloud.scenario_index, weight, len(case.scenarios))],
        "containment": sorted(areas, key=lambda each: each["level"]),
        "plan": None if result is None else plan_document(result),
    }


def _print(document: dict[str, Any], as_json: bool, lines: list[str]) -> None:
    if as_json:
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for line in lines:
            typer.echo(line)


def _plan_sentences(document: dict[str, Any], folder: Path) -> list[str]:
    from comity.files.plan_words import plan_sentences

    words = spoken()
    return [*plan_sentences(document, words), words.say("cli-plan-folder", folder=str(folder))]


def _update_sentences(document: dict[str, Any], folder: Path) -> list[str]:
    from comity.files.plan_words import percent, plan_sentences

    words = spoken()
    lines = [
        words.say(
            "cli-update-done",
            case=document["case"],
            pos=percent(document["pos"]),
            so_far=percent(document["pos_so_far"]),
        )
    ]
    lines += [
        words.say("cli-drift-level", level=f"{area['level'] * 100:g} %", area=f"{area['area_km2']:.0f}")
        for area in document["containment"]
    ]
    if document["plan"] is None:
        lines.append(words.say("cli-update-no-plan"))
    else:
        lines += plan_sentences(document["plan"], words)
    return [*lines, words.say("cli-plan-folder", folder=str(folder))]
