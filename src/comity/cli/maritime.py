"""`comity maritime`: ships and what they do, from sentences and tables to events, and out again in others' forms."""

import typer

from comity.cli.maritime_check import check
from comity.cli.maritime_decode import decode
from comity.cli.maritime_events import events
from comity.cli.maritime_export import export
from comity.cli.maritime_import import import_
from comity.cli.maritime_listen import listen
from comity.cli.maritime_simulate import simulate

maritime = typer.Typer(
    help="The maritime picture: decode, import, listen, find events, export, simulate.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)

maritime.command()(check)
maritime.command()(decode)
maritime.command()(events)
maritime.command()(export)
maritime.command("import")(import_)
maritime.command()(listen)
maritime.command()(simulate)


@maritime.callback()
def _maritime() -> None:
    """The maritime picture: what ships say, what they do, and how others are told."""
