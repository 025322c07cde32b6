"""`comity backup` and `comity restore`: a node in one file, and the way back."""

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.language import spoken
from comity.ground import instant_text
from comity.node.backup import back_up
from comity.node.backup import restore as restore_node


def backup(
    folder: Annotated[Path, typer.Argument(help="The node folder; the node may be served meanwhile.")],
    file: Annotated[Path, typer.Argument(help="The file to write, such as dz-2026-08-01.backup; never replaced.")],
    without_keys: Annotated[
        bool, typer.Option("--without-keys", help="Leave the keys out; keep their copy elsewhere.")
    ] = False,
) -> None:
    """Write a whole and consistent copy of a node into one file, also while it is served."""
    made = back_up(folder, file, with_keys=not without_keys)
    words = spoken()
    typer.echo(words.say("cli-backup-made", file=str(file), files=made.files, bytes=made.bytes))
    typer.echo(words.say("cli-backup-keys" if made.with_keys else "cli-backup-no-keys"))


def restore(
    file: Annotated[Path, typer.Argument(help="The backup.")],
    folder: Annotated[Path, typer.Argument(help="The node folder to make; it must not exist yet.")],
    keys: Annotated[
        Path | None, typer.Option(help="Folder with the newest keys: where the backup holds none, or older ones.")
    ] = None,
) -> None:
    """Make a node folder from a backup; once served it asks its partner first, and takes back what it lacks."""
    for path, is_right, name in ((file, file.is_file(), "FILE"), (keys, keys is None or keys.is_dir(), "--keys")):
        if not is_right:
            raise typer.BadParameter(f"{path} is not there.", param_hint=name)
    made = restore_node(file, folder, keys=keys)
    words = spoken()
    typer.echo(words.say("cli-restore-made", folder=str(folder), party=made.party, made=instant_text(made.made_ms)))
    typer.echo(words.say("cli-restore-next"))
