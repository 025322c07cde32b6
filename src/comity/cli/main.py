"""The command `comity`: its rooms, its exit codes and the way it says that something is wrong.

Exit 0 is success, 1 a refused or failed check with its sentences on stderr, 2 wrong usage.
"""

import sys

import typer

from comity.cli.agreement import agreement
from comity.cli.demo.command import demo
from comity.cli.language import spoken
from comity.cli.ledger import ledger
from comity.cli.node import doctor, enrol, init, serve
from comity.cli.rescue import rescue
from comity.ground import ComityError

app = typer.Typer(
    name="comity",
    help="Run a memorandum of understanding between two nations.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in (demo, init, enrol, serve, doctor):
    app.command()(command)
app.add_typer(agreement, name="agreement")
app.add_typer(ledger, name="ledger")
app.add_typer(rescue, name="rescue")


def main() -> None:
    """Run the command line; an error of ours is said in the caller's language and exits 1."""
    try:
        app()
    except ComityError as error:
        print(spoken().told(error), f"[{error.code}]", file=sys.stderr)  # noqa: T201
        raise SystemExit(1) from None
