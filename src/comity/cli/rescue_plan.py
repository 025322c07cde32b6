"""`comity rescue plan` and `comity rescue update`: who searches where, and what a search taught."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from comity.cli.language import spoken
from comity.cli.progress import Progress
from comity.ground import InvalidInput, parse_instant

if TYPE_CHECKING:
    from comity.files.case_clouds import Drifted
    from comity.files.case_work import Learnt
    from comity.files.searched import Account, Search
    from comity.rescue import Case

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
    from comity.files.case_work import plan_next, work_contents
    from comity.files.cases import read_case
    from comity.files.plan_results import plan_document
    from comity.files.searched import read_searched
    from comity.rescue import sight_of

    progress = Progress(spoken(), first_stage="cli-drift-reading")
    case = read_case(case_file)
    for unit in case.units:
        sight_of(unit, case)  # what no table knows is refused before the drift, which may take long
    account = read_searched(out / "searched.json", case)
    known = _drifted(case, out, progress, forcing=forcing, example=example)
    learnt = _learnt(case, known, account, forcing)
    result = plan_next(case, known, learnt, example=example or known.example, progress=_planning(progress))
    _write(out, work_contents(case, known, learnt, result, spoken()))
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
    from comity.files.case_work import plan_if_any, update_document, work_contents
    from comity.files.cases import read_case
    from comity.files.searched import Account, read_clues, read_search, read_searched

    progress = Progress(spoken(), first_stage="cli-drift-reading")
    case = read_case(case_file)
    before = read_searched(out / "searched.json", case)
    until_ms = dict(_stop(each) for each in stopped or ())
    new = [read_search(path, case, until_ms=until_ms, not_flown=not_flown or ()) for path in searched or ()]
    _check_new(before.searches, new)
    told = before.clues + tuple(each for each in (read_clues(clues) if clues else ()) if each not in before.clues)
    known = _drifted(case, out, progress, forcing=forcing, example=example)
    learnt = _learnt(case, known, Account((*before.searches, *new), told), forcing)
    marked = example or known.example
    result = plan_if_any(case, known, learnt, example=marked, progress=_planning(progress))
    document = update_document(case, known, learnt, result, example=marked)
    _write(out, work_contents(case, known, learnt, result, spoken(), update=document))
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


def _drifted(case: "Case", out: Path, progress: Progress, *, forcing: Path | None, example: bool) -> "Drifted":
    from comity.files.case_clouds import drifted_anew, held

    known = held(case, out) if forcing is None else None
    return known or drifted_anew(case, spoken(), example=example, forcing=forcing, told=progress.part(0.0, 0.4))


def _learnt(case: "Case", known: "Drifted", account: "Account", forcing: Path | None) -> "Learnt":
    from comity.files.case_clouds import evidence
    from comity.files.case_work import learn

    return learn(case, known, account, evidence(case, account.clues, forcing=forcing))


def _planning(progress: Progress) -> Callable[[float], None]:
    progress.show("cli-plan-planning", 0.5)
    return lambda share: progress.show("cli-plan-planning", 0.5 + 0.4 * share)


def _write(out: Path, contents: Mapping[str, bytes]) -> None:
    from comity.files.case_work import WORK_FILES
    from comity.files.folders import write_folder

    write_folder(out, contents, former=WORK_FILES)


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
