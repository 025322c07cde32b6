"""`comity cooperation digest`: the reminders of our offices as text files."""

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.house_port import agreement_of, asked, house_of
from comity.cli.language import spoken
from comity.files.folders import write_file

Folder = Annotated[Path, typer.Argument(help="The node folder; the node may be served.")]
Out = Annotated[Path, typer.Option(help="The folder to write into; one text file for each office.")]
Agreement = Annotated[str | None, typer.Option(help="The agreement; not needed where the node holds one.")]


def digest(
    folder: Folder,
    out: Out,
    agreement: Agreement = None,
    office: Annotated[str | None, typer.Option(help="Only the digest of this office.")] = None,
) -> None:
    """Write today's digest of each of our offices: what is late, what falls due, what waits for our signature."""
    with house_of(folder) as house:
        path = f"/api/v1/agreements/{agreement_of(house, agreement)}/cooperation/digests"
        found = house.get(asked(path, {"office": office}))
    if not found:
        typer.echo(spoken().say("digest-nothing"))
        return
    out.mkdir(parents=True, exist_ok=True)
    for each in found:
        file = out / each["name"]
        write_file(file, each["text"].encode())
        told = {name: each[name] for name in ("late", "soon", "asked")}
        typer.echo(spoken().say("digest-written", file=str(file), **told))
