"""`comity demo`: sets the stage, plays the scenes, and on a terminal keeps both nodes serving."""

import signal
import sys
import threading
import tomllib
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from types import FrameType
from typing import Annotated, Any, NoReturn

import orjson
import typer

from comity.cli.demo.narrator import Narrator
from comity.cli.demo.scenes import PLAYED, ROWS, SCENES
from comity.cli.language import spoken
from comity.console import built_pages
from comity.files.shipped import shipped
from comity.files.words import Words
from comity.ground import MS_PER_HOUR, instant_text, ms_of, parse_instant

AGREEMENT = "algeria-usa-2025"
BESIDE = "other-fields.json"
"""The agreement that stands beside the memorandum: minerals, data centres, tourism."""

CASE = "bejaia-2008-08-06.toml"
REAL_FORCING = Path("../shared/data/environment/algeria-2008-08")
"""Real currents and wind of August 2008, where they lie beside the checkout."""

USUAL_PORT = 8800
"""House port of the first node, when nobody listens there; the others stand beside it."""

MARGIN_MS = 6 * MS_PER_HOUR


def demo(
    folder: Annotated[Path, typer.Option("--dir", help="Folder of both nodes; made anew.")] = Path("comity-demo"),
    port: Annotated[
        int | None,
        typer.Option(min=0, max=65534, help="House port of the first node; 0 takes free ones. [8800, or free ones]"),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Stop both nodes after the story.")] = False,
    scene: Annotated[
        int | None, typer.Option(help="Tell this scene alone; those before it are played silently.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Print the article line by line, with its scenes.")] = False,
    forcing: Annotated[Path | None, typer.Option(help="Folder of netCDF currents and wind for the rescue.")] = None,
) -> None:
    """Play the article on two nodes of this machine."""
    words = spoken()
    if list_:
        _list(words)
        return
    if scene is not None and scene not in PLAYED:
        raise typer.BadParameter(f"{scene} is not one of {', '.join(map(str, PLAYED))}.", param_hint="--scene")
    if forcing is not None and not forcing.is_dir():
        raise typer.BadParameter(f"{forcing} is not a folder.", param_hint="--forcing")
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _stop)
    narrator = Narrator(words)
    first_port = 0 if once and port is None else port
    _play(folder.resolve(), words, narrator, first_port=first_port, scene=scene, forcing=forcing, keep=not once)


def _play(
    folder: Path,
    words: Words,
    narrator: Narrator,
    *,
    first_port: int | None,
    scene: int | None,
    forcing: Path | None,
    keep: bool,
) -> None:
    # The rooms take a second to load; `--list` and `--help` do without them.
    from comity.cli.demo import stage, story
    from comity.cli.demo.plays import PLAYS

    typer.echo(words.say("demo-banner", version=version("comity")))
    typer.echo(words.say("demo-example"))
    stage.clear(folder)
    narrator.say("demo-folder", folder=str(folder))
    example = shipped("examples") / AGREEMENT
    memorandum = orjson.loads((example / "memorandum.json").read_bytes())
    decision = orjson.loads((example / "decisions" / "search-and-rescue.json").read_bytes())
    case, fields = _case(folder, narrator, forcing)
    beside = orjson.loads((example / BESIDE).read_bytes())
    texts = [path.read_bytes() for path in sorted((*example.glob("text.*.md"), *example.glob("other-fields.*.md")))]
    ports = stage.ports_from(USUAL_PORT if first_port is None else first_port)
    if first_port is None and not stage.are_free(ports):
        ports = stage.ports_from(0)
        narrator.say("demo-ports-taken", port=str(USUAL_PORT))
    stage.set_up(folder, memorandum, ports, words.language, texts=texts, beside=[beside])
    pace = stage.TOLD_PULL_EVERY_S
    with stage.served(folder, ports, words.language, forcing=fields, pull_every_s=pace) as actors:
        set_ = story.Stage(folder, actors, memorandum, decision, case, narrator, example)
        for number, play in PLAYS.items():
            narrator.quiet = scene is not None and number != scene
            narrator.scene(number)
            play(set_)
            if number == scene:
                break
        narrator.quiet = False
        typer.echo("")
        if scene is None:
            rest = [str(each) for each in SCENES if each not in PLAYED]
            narrator.say("demo-rest", count=len(rest), scenes=", ".join(rest))
        narrator.say("demo-told", seconds=narrator.seconds())
        if keep:
            narrator.say("demo-serving", dz=actors["DZ"].house, us=actors["US"].house)
            _offer_links(
                narrator, {each.party: stage.one_time_link(each, story.WATCH[each.party]) for each in actors.values()}
            )
            _wait_for_ctrl_c()


def _offer_links(narrator: Narrator, links: Mapping[str, str]) -> None:
    """Print the way in; each address on a line of its own, so that a terminal opens it whole."""
    if built_pages() is None:
        narrator.say("demo-console-not-built")
        return
    narrator.say("demo-links")
    for party, link in links.items():
        typer.echo(f"    {party}  {link}")


def _case(folder: Path, narrator: Narrator, forcing: Path | None) -> tuple[dict[str, Any], Path]:
    """Return the example case as JSON on the forcing given, real fields nearby, or idealised ones; and their folder."""
    from comity.files.drift_inputs import forcing_of_folder
    from comity.files.idealised import write_idealised_forcing

    document: dict[str, Any] = _jsonable(tomllib.loads((shipped("examples") / "cases" / CASE).read_text("utf-8")))
    given = forcing or (REAL_FORCING if REAL_FORCING.is_dir() else None)
    if given is None:
        narrator.say("demo-forcing-idealised")
        first_ms = parse_instant(document["scenario"][0]["time"]) - MARGIN_MS
        last_ms = parse_instant(document["run"]["until"]) + MARGIN_MS
        currents, wind = write_idealised_forcing(folder / "forcing", first_ms=first_ms, last_ms=last_ms)
    else:
        narrator.say("demo-forcing-given", source=str(given))
        currents, wind = map(list, forcing_of_folder(given.resolve()))
    document["forcing"] = {"currents": [str(path) for path in currents], "wind": [str(path) for path in wind]}
    return document, Path(currents[0]).parent


def _jsonable(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _jsonable(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_jsonable(each) for each in value]
    return instant_text(ms_of(value)) if isinstance(value, datetime) else value


def _list(words: Words) -> None:
    typer.echo(words.say("demo-list-title"))
    for row in ROWS:
        state = words.say(f"demo-state-{row.state}")
        scenes = ", ".join(map(str, row.scenes)) or "–"
        typer.echo(words.say("demo-list-line", scenes=scenes, point=words.say(f"demo-row-{row.name}"), state=state))
    typer.echo("")
    for number in SCENES:
        typer.echo(words.say("demo-scene-heading", number=number, title=words.say(f"demo-scene-{number}")))


def _wait_for_ctrl_c() -> None:
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        typer.echo("")
        raise typer.Exit from None


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(1)
