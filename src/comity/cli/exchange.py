"""`comity exchange`: carry the exchange on a disk where there is no line, and go on where there is no partner."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.language import spoken
from comity.node import couriers
from comity.node.app import Node, opened
from comity.node.client import NodeClient
from comity.node.couriers import Carried
from comity.node.lock import is_owned

exchange = typer.Typer(
    help="Carry the exchange on a disk.", no_args_is_help=True, rich_markup_mode=None, add_completion=False
)

Folder = Annotated[Path, typer.Argument(help="The node folder; the node may be served.")]
Disk = Annotated[Path, typer.Argument(help="The folder on the disk that goes back and forth.")]
Agreements = Annotated[
    list[str] | None, typer.Option("--agreement", help="Only these agreements; all of the node without.")
]


@exchange.command("export")
def export_disk(
    folder: Folder,
    disk: Disk,
    agreement: Agreements = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="Everything, also what the partner gave receipt of: after it lost data.")
    ] = False,
) -> None:
    """Write what the partner lacks: our signed record, contents, and our receipt of its own record."""
    _each(
        folder,
        agreement,
        lambda node, each: couriers.export(node, each, disk.resolve(), whole=whole),
        ("export", {"folder": str(disk.resolve()), "whole": whole}),
        "cli-exchange-exported",
    )


@exchange.command("import")
def import_disk(folder: Folder, disk: Disk, agreement: Agreements = None) -> None:
    """Read what the partner left on a disk; everything is proved as if it had come over the line."""
    if not disk.is_dir():
        raise typer.BadParameter(f"{disk} is not a folder.", param_hint="DISK")
    _each(
        folder,
        agreement,
        lambda node, each: couriers.take_in(node, each, disk.resolve()),
        ("import", {"folder": str(disk.resolve())}),
        "cli-exchange-imported",
    )


@exchange.command()
def alone(
    folder: Folder,
    agreement: Annotated[str, typer.Argument(help="The agreement, such as dz-us-mou-2025.")],
    office: Annotated[str, typer.Option(help="The office that decides; it is kept.")],
) -> None:
    """Sign again although the partner never said what it holds: after a restore, and when it will never answer."""
    client = NodeClient(folder, language=spoken().language)
    try:
        client.send(f"/api/v1/agreements/{agreement}/alone", {"office": office})
    finally:
        client.close()
    typer.echo(spoken().say("cli-exchange-alone", agreement=agreement, office=office))


def _each(
    folder: Path,
    agreements: list[str] | None,
    here: Callable[[Node, str], Carried],
    there: tuple[str, dict[str, object]],
    message: str,
) -> None:
    """Do something for each agreement: over node.sock where the node is served, in the folder where it is not."""
    words = spoken()
    if is_owned(folder):
        client = NodeClient(folder, language=words.language)
        try:
            for each in agreements or client.get("/api/v1/node")["agreements"]:
                answer = client.post(f"/api/v1/agreements/{each}/disk/{there[0]}", there[1])
                typer.echo(words.say(message, agreement=each, entries=answer["entries"], contents=answer["contents"]))
        finally:
            client.close()
        return
    with opened(folder) as node:
        for each in agreements or list(node.holdings):
            made = here(node, each)
            typer.echo(words.say(message, agreement=each, entries=made.entries, contents=made.contents))
