"""`comity keys`: draw new keys, see how far they are agreed and followed, retire the old ones."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from comity.cli.language import spoken
from comity.node.app import Node, opened
from comity.node.client import NodeClient
from comity.node.lock import is_owned
from comity.node.services import keys as service

keys = typer.Typer(
    help="Replace this node's keys: draw new ones, have them agreed, retire the old ones.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The node folder; the node may be served.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for a machine instead of sentences.")]


@keys.callback()
def _keys() -> None:
    """Replace this node's keys."""


@keys.command()
def draw(folder: Folder, as_json: Json = False) -> None:
    """Draw the keys that shall follow those in use, print their public halves, and say what to do next."""
    words = spoken()
    found = _ask(folder, "drawings", service.draw)
    if as_json:
        return _print(found)
    typer.echo(words.say("cli-keys-drawn"))
    for each in found["drawn"]:
        typer.echo(words.say("cli-keys-public", agreement=each["agreement"], key=each["log_key"]))
        typer.echo(words.say("cli-keys-public", agreement=each["agreement"], key=each["mirror_key"]))
        typer.echo(words.say("cli-keys-fingerprint", agreement=each["agreement"], fingerprint=each["fingerprint"]))
        typer.echo(words.say("cli-keys-next", agreement=each["agreement"], folder=str(folder)))
    return None


@keys.command()
def show(folder: Folder, as_json: Json = False) -> None:
    """Say under each agreement which keys are in force, and how far a change of keys is."""
    _tell(_ask(folder, "", service.states), as_json)


@keys.command()
def retire(folder: Folder, as_json: Json = False) -> None:
    """Erase the old keys once every partner has followed the new ones; refused while an agreement needs them."""
    found = _ask(folder, "retirements", service.retire)
    if not as_json:
        typer.echo(spoken().say("cli-keys-retired"))
    _tell(found, as_json)


def _ask(folder: Path, what: str, alone: Callable[[Node], service.KeyStates]) -> dict[str, Any]:
    """Ask the node that is served, or do it in the folder where none is."""
    if not is_owned(folder):
        with opened(folder) as node:
            from comity.api.routes.keys import described  # the web framework is loaded only for the body's form

            return described(alone(node))
    client = NodeClient(folder, language=spoken().language)
    try:
        found: dict[str, Any] = client.post(f"/api/v1/keys/{what}", {}) if what else client.get("/api/v1/keys")
    finally:
        client.close()
    return found


def _tell(found: dict[str, Any], as_json: bool) -> None:
    if as_json:
        return _print(found)
    words = spoken()
    for each in found["agreements"]:
        typer.echo(words.say(f"cli-keys-{each['stage']}", agreement=each["agreement"], partner=each["partner"]))
        typer.echo(words.say("cli-keys-fingerprint", agreement=each["agreement"], fingerprint=each["fingerprint"]))
        for one in each["offered"]:
            typer.echo(words.say("cli-keys-offered", party=one["party"], fingerprint=one["fingerprint"]))
    return None


def _print(found: dict[str, Any]) -> None:
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
