"""`comity exchange`: carry it on a disk where there is no line, go on where there is no partner, report what left."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from comity.cli.language import spoken
from comity.files.folders import write_file
from comity.node import couriers
from comity.node.app import Node, opened
from comity.node.client import NodeClient
from comity.node.couriers import Carried
from comity.node.lock import is_owned

exchange = typer.Typer(
    help="Carry the exchange on a disk, and report what left.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
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


@exchange.command()
def report(
    folder: Folder,
    out: Annotated[Path, typer.Option(help="The file to write: .pdf, .csv or .json.")],
    agreement: Annotated[str | None, typer.Option(help="The agreement; may be left out where there is one.")] = None,
) -> None:
    """Write what left, under which clause and in which form, each line with its proof in the record."""
    if out.suffix not in REPORTS:
        raise typer.BadParameter(f"{out.name} ends in none of {', '.join(REPORTS)}.", param_hint="--out")
    document = _audit(folder, agreement)
    write_file(out, REPORTS[out.suffix](document))
    typer.echo(spoken().say("cli-exchange-reported", count=len(document["rows"]), file=str(out)))


def _pdf(document: Mapping[str, Any]) -> bytes:
    from comity.files.paper import audit_pdf  # the typesetter is loaded only where paper is made

    return audit_pdf(document, spoken())


def _csv(document: Mapping[str, Any]) -> bytes:
    from comity.files.paper import audit_csv

    return audit_csv(document)


REPORTS: Mapping[str, Callable[[Mapping[str, Any]], bytes]] = {
    ".pdf": _pdf,
    ".csv": _csv,
    ".json": lambda document: orjson.dumps(document, option=orjson.OPT_INDENT_2),
}
"""How a report is written, by the end of its file's name."""


def _audit(folder: Path, agreement: str | None) -> dict[str, Any]:
    """Return the audit document: from the node where it is served, from its folder where it is not."""
    words = spoken()
    if is_owned(folder):
        client = NodeClient(folder, language=words.language)
        try:
            named = _one(client.get("/api/v1/node")["agreements"], agreement)
            served: dict[str, Any] = client.get(f"/api/v1/agreements/{named}/audit")
            return served
        finally:
            client.close()
    from comity.api.routes.accounts import audit_of, document_of

    with opened(folder) as node:
        return document_of(audit_of(node, _one(list(node.holdings), agreement), words))


def _one(held: list[str], agreement: str | None) -> str:
    if agreement is None and len(held) != 1:
        raise typer.BadParameter(f"the node holds {', '.join(held)}: name one of them.", param_hint="--agreement")
    return agreement or held[0]
