"""`comity handover`: what a new administration takes over, in one file."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from comity.cli.language import spoken
from comity.files.folders import write_file
from comity.files.words import Words
from comity.ground import instant_text
from comity.node.app import opened
from comity.node.client import NodeClient
from comity.node.lock import is_owned
from comity.node.offices import OWNER

ENDS = (".md", ".json")


def handover(
    folder: Annotated[Path, typer.Argument(help="The node folder; the node may be served.")],
    out: Annotated[Path, typer.Option(help="The file to write: .md in the caller's language, or .json.")],
) -> None:
    """Write what is in force, open, late and owed, each with the office that answers for it."""
    if out.suffix not in ENDS:
        raise typer.BadParameter(f"{out.name} ends in none of {', '.join(ENDS)}.", param_hint="--out")
    words, found = spoken(), _found(folder)
    write(found, out, words)
    nobody = sum(each["without_owner"] for each in found)
    typer.echo(
        words.say("cli-handover-made", file=str(out), open=sum(len(each["open"]) for each in found), nobody=nobody)
    )


def write(found: Sequence[Mapping[str, Any]], out: Path, words: Words) -> None:
    """Write hand-overs as the house API gives them, in the form that the file's name ends in."""
    if out.suffix == ".json":
        write_file(out, orjson.dumps(found, option=orjson.OPT_INDENT_2))
    else:
        text = "\n".join(line for each in found for line in _page(each, words)) + "\n"
        write_file(out, text.encode())


def _found(folder: Path) -> list[dict[str, Any]]:
    """Return the hand-overs: from the node where it is served, from its folder where it is not."""
    if is_owned(folder):
        client = NodeClient(folder, language=spoken().language)
        try:
            found: list[dict[str, Any]] = client.get("/api/v1/hand-over")
            return found
        finally:
            client.close()
    from comity.api.routes.hand_over import shown  # the web framework is loaded only for the body's form
    from comity.node.pages.hand_over import hand_overs

    with opened(folder) as node:
        return [shown(each).model_dump(by_alias=True) for each in hand_overs(node)]


def _page(found: Mapping[str, Any], words: Words) -> Iterator[str]:
    yield "# " + words.say("cli-handover-title", agreement=found["agreement"], party=found["party"])
    yield ""
    yield words.say("cli-handover-moment", moment=instant_text(found["at_ms"]), version=found["version"])
    yield from _section(
        words.say("cli-handover-in-force"), [f"`{each['series']}` `{each['hash']}`" for each in found["in_force"]]
    )
    lines = [(each, _line(each, words)) for each in found["open"]]
    late = [line for each, line in lines if each["late"]]
    ours = [line for each, line in lines if each["owed_by"] == found["party"]]
    theirs = [line for each, line in lines if each["owed_by"] != found["party"]]
    for key, part in (("late", late), ("owed-by-us", ours), ("owed-by-partner", theirs)):
        yield from _section(words.say(f"cli-handover-{key}"), part)
    yield ""


def _section(title: str, lines: list[str]) -> Iterator[str]:
    yield f"\n## {title}\n"
    yield from (f"- {line}" for line in lines or ["–"])


def _line(item: Mapping[str, Any], words: Words) -> str:
    owner = words.say("cli-handover-folder-owner") if item["owner"] == OWNER else item["owner"]
    if title := item.get("owner_title"):
        owner = title[words.language]
    owner = owner or words.say("cli-handover-nobody")
    due = "" if item["due_ms"] is None else " · " + words.say("cli-handover-due", moment=instant_text(item["due_ms"]))
    return f"{words.say('cli-handover-' + item['kind'])} `{item['subject']}` · {owner}{due}"
