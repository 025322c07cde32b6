"""`comity cooperation publish`: the public pages of an agreement, written into a folder that a web server serves."""

import hashlib
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.house_port import House, agreement_of, house_of
from comity.cli.language import spoken
from comity.ground import Untrusted

TRIES = 3
"""How often the pages are read anew when the record changes while they are read."""


def publish(
    folder: Annotated[Path, typer.Argument(help="The node folder; the node may be served.")],
    out: Annotated[Path, typer.Option(help="The folder of the pages; what was published there before is replaced.")],
    agreement: Annotated[str | None, typer.Option(help="The agreement; not needed where the node holds one.")] = None,
) -> None:
    """Write the public pages: what both signed and released to everybody, in three languages, with feeds."""
    from comity.files.public_pages import CHECKSUMS, write_public_pages

    with house_of(folder) as house:
        base = f"/api/v1/agreements/{agreement_of(house, agreement)}/cooperation/public"
        files = _read(house, base, CHECKSUMS)
    changed = write_public_pages(out, files)
    said = {"count": len(files), "folder": str(out), "hash": hashlib.sha256(files[CHECKSUMS]).hexdigest()}
    typer.echo(spoken().say("cli-published" if changed else "cli-published-already", **said))


def _read(house: House, base: str, checksums: str) -> dict[str, bytes]:
    """Return every file that the list of checksums names, each with the hash that it names."""
    for _ in range(TRIES):
        listed = house.read(f"{base}/{checksums}")
        wanted = {path: digest for digest, _, path in (line.partition("  ") for line in listed.decode().splitlines())}
        found = {path: house.read(f"{base}/{path}") for path in wanted}
        if all(hashlib.sha256(found[path]).hexdigest() == digest for path, digest in wanted.items()):
            return {**found, checksums: listed}
    raise Untrusted(
        "cli.pages_change",
        "The public pages were not written: they changed while they were read.",
        why="in {tries} tries some file was not the one that the list of checksums names",
        remedy="try again in a moment",
        tries=TRIES,
    )
