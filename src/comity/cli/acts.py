"""`comity acts`: table, show, sign and turn down texts on a served node; give notice, stop and go on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from comity.cli.language import spoken
from comity.ground import instant_text
from comity.node.client import NodeClient

acts = typer.Typer(
    help="Table, show, sign and turn down texts; give notice, stop and go on. The node must be served.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)

Folder = Annotated[Path, typer.Argument(help="The node folder; the node must be served.")]
Agreement = Annotated[str, typer.Argument(help="The agreement, such as dz-us-mou-2025.")]
Series = Annotated[str, typer.Argument(help="The series: agreement, keys, or decision/ and the decision's id.")]
Office = Annotated[str, typer.Option(help="The office that acts; never a person.")]


@contextmanager
def _node(folder: Path, agreement: str) -> Iterator[tuple[NodeClient, str]]:
    client = NodeClient(folder, language=spoken().language)
    try:
        yield client, f"/api/v1/agreements/{agreement}"
    finally:
        client.close()


@acts.command()
def awaiting(folder: Folder, agreement: Agreement) -> None:
    """Show what awaits a signature, what it changes, and what will leave by it that does not leave now."""
    words = spoken()
    with _node(folder, agreement) as (node, base):
        found = node.get(f"{base}/awaiting")
    if not found:
        typer.echo(words.say("cli-acts-none"))
    for each in found:
        typer.echo(words.say("cli-acts-state", series=each["series"], sentence=each["sentence"]))
        for text in each["texts"]:
            _show(text, words.say)


def _show(text: dict[str, Any], say: Callable[..., str]) -> None:
    parties = ", ".join(text["tabled_by"])
    typer.echo("  " + say("cli-acts-text", hash=text["hash"], party=parties, office=text["office"]).strip())
    for one in text["differences"]:
        told = {"part": one["part"], "id": one["id"] or "", "change": one["change"], "lets": one["lets"]}
        typer.echo("    " + say("cli-acts-change", **told).strip())
    for one in text["leaves"]:
        typer.echo("    " + say("cli-acts-leaves", rule=one["rule"]["id"], clause=one["clause"]).strip())


@acts.command()
def table(
    folder: Folder,
    agreement: Agreement,
    series: Series,
    office: Office,
    file: Annotated[
        Path | None, typer.Option(help="The text as JSON; the node itself knows agreement and keys.")
    ] = None,
    sign: Annotated[bool, typer.Option("--sign", help="Sign it at once; only for the EXAMPLE.")] = False,
) -> None:
    """Put a text on the table, such as an amendment or a decision; the partner sees it, and nobody has consented."""
    if file is not None and not file.is_file():
        raise typer.BadParameter(f"{file} is not there.", param_hint="--file")
    document = None if file is None else orjson.loads(file.read_bytes())
    body = {"series": series, "document": document, "sign": sign, "office": office}
    _post(folder, agreement, "texts", body)


@acts.command()
def sign(
    folder: Folder,
    agreement: Agreement,
    series: Series,
    text: Annotated[str, typer.Argument(help="The hash of the text, as `awaiting` shows it.")],
    office: Office,
) -> None:
    """Sign a text, for good; only the EXAMPLE is signed without a passkey, so elsewhere use the console."""
    _post(folder, agreement, "votes", {"series": series, "choice": text, "office": office})


@acts.command("turn-down")
def turn_down(folder: Folder, agreement: Agreement, series: Series, office: Office) -> None:
    """Turn the open version down, for good; the next one is proposed in turn."""
    _post(folder, agreement, "votes", {"series": series, "choice": None, "office": office})


def _post(folder: Path, agreement: str, what: str, body: dict[str, Any]) -> None:
    with _node(folder, agreement) as (node, base):
        found = node.post(f"{base}/{what}", body)
    typer.echo(spoken().say("cli-acts-state", series=found["name"], sentence=found["sentence"]))


@acts.command()
def notice(
    folder: Folder,
    agreement: Agreement,
    office: Office,
    acknowledge: Annotated[
        str | None, typer.Option(help="The hash of a notice of the partner: its period runs from now.")
    ] = None,
) -> None:
    """Give notice of termination, or acknowledge the partner's."""
    words = spoken()
    with _node(folder, agreement) as (node, base):
        found = node.post(f"{base}/notices", {"acknowledges": acknowledge, "office": office})
    for each in found["given"]:
        typer.echo(words.say("cli-acts-notice", party=each["by"], kind=each["kind"], hash=each["hash"]))
    if found["ends_ms"] is not None:
        typer.echo(words.say("cli-acts-ends", moment=instant_text(found["ends_ms"])))


@acts.command()
def stop(
    folder: Folder,
    agreement: Agreement,
    what: Annotated[str, typer.Argument(help="release, or partner: the following of its record.")],
    office: Office,
    why: Annotated[str, typer.Option(help="The reason, such as key_lost or key_stolen.")] = "",
    lift: Annotated[bool, typer.Option("--lift", help="Go on.")] = False,
) -> None:
    """Stop all releases, or the following of the partner's record, at once; or lift a stop."""
    with _node(folder, agreement) as (node, base):
        node.post(f"{base}/stops", {"what": what, "why": why, "lift": lift, "office": office})
    typer.echo(spoken().say("cli-acts-lifted" if lift else "cli-acts-stopped", what=what))
