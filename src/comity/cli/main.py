"""The command `comity`: its rooms, its exit codes and the way it says that something is wrong.

Exit 0 is success, 1 a refused or failed check with its sentences on stderr, 2 wrong usage. Whoever asked for JSON
finds the refusal on stdout too, as a `comity/refusal/1` object.
"""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from comity.cli.language import spoken
from comity.ground import ComityError, InvalidInput

COMMANDS = {
    "demo": "comity.cli.demo.command",
    "init": "comity.cli.node",
    "enrol": "comity.cli.node",
    "renew": "comity.cli.node",
    "invite": "comity.cli.node",
    "serve": "comity.cli.node",
    "doctor": "comity.cli.node",
    "backup": "comity.cli.backup",
    "restore": "comity.cli.backup",
    "exchange": "comity.cli.exchange",
    "acts": "comity.cli.acts",
    "keys": "comity.cli.keys",
    "handover": "comity.cli.hand_over",
    "cooperation": "comity.cli.cooperation",
    "agreement": "comity.cli.agreement",
    "ledger": "comity.cli.ledger",
    "rescue": "comity.cli.rescue",
    "maritime": "comity.cli.maritime",
}
"""Where each command or group of commands stands; it is loaded when it is asked for, with the libraries it needs."""


class _Rooms(TyperGroup):
    """The commands of `COMMANDS`, loaded one at a time."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (click's signature)
        """Name every command."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 (click's signature)
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        found: typer.Typer | Callable[..., None] = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        if not isinstance(found, typer.Typer):
            alone = typer.Typer(rich_markup_mode=None, add_completion=False)
            alone.command(cmd_name)(found)
            found = alone
        return typer.main.get_command(found)


app = typer.Typer(
    name="comity", cls=_Rooms, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)


@app.callback()
def _comity() -> None:
    """Run a memorandum of understanding between two nations."""


def main() -> None:
    """Run the command line; what goes wrong is said in the caller's language and exits 1, wrong usage 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows a question mark
    try:
        app()
    except ComityError as error:
        _fail(error)
    except OSError as error:
        _fail(_refused_by_the_system(error))


def _fail(error: ComityError) -> NoReturn:
    if "--json" in sys.argv[1:]:
        said = {"schema": "comity/refusal/1", "code": error.code, **spoken().error(error)}
        print(json.dumps(said, ensure_ascii=False, indent=2))  # noqa: T201
    print(spoken().told(error), f"[{error.code}]", file=sys.stderr)  # noqa: T201
    raise SystemExit(2 if error.code in WRONG_USAGE else 1)


WRONG_USAGE = frozenset({"cli.which_agreement", "node.unknown_agreement"})
"""What the command line itself says wrongly; so a check that fails, which exits 1, is told from one never made."""


def _refused_by_the_system(error: OSError) -> InvalidInput:
    return InvalidInput(
        "cli.system_refused",
        "The system refuses {name}.",
        why="it answers: {reason}",
        remedy="check the name, the free space and your rights, then try again",
        name=str(error.filename or "-"),
        reason=error.strerror or type(error).__name__,
    )
