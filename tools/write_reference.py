"""Writes the pages of docs/reference that the sources already know: commands and errors.

`python tools/write_reference.py` rewrites them; a house test fails when they are out of date.
"""

import sys
from pathlib import Path

import click
import typer.main

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


def commands_page() -> str:
    """Return docs/reference/commands.md: every command with its arguments and options."""
    from comity.cli.main import app

    lines = [
        "# Commands",
        "",
        "Every command answers `--help`. Exit 0 is success, 1 a refused or failed check, 2 wrong usage.",
        "",
    ]
    root = typer.main.get_command(app)
    for path, command in _leaves(root, ["comity"]):
        lines += [f"## `{' '.join(path)}`", "", (command.help or "").strip(), ""]
        rows = [_row(parameter) for parameter in command.params if parameter.name != "help"]
        if rows:
            lines += ["| argument or option | meaning | default |", "| --- | --- | --- |", *rows, ""]
    return "\n".join(lines).rstrip() + "\n"


def errors_page() -> str:
    """Return docs/reference/errors.md: every error code with its three sentences."""
    from tests.house.test_words import raised

    lines = ["# Errors", "", "The code is stable; the sentences are also said in French and Arabic.", ""]
    for code, parts in sorted({each.code: each.parts for each in raised()}.items()):
        lines += [f"### `{code}`", ""]
        lines += [f"- {part}: {parts[part]}" for part in ("what", "why", "remedy")]
        lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def _leaves(command: click.Command, path: list[str]) -> list[tuple[list[str], click.Command]]:
    if not hasattr(command, "list_commands"):
        return [(path, command)]
    context = click.Context(click.Command("comity"))
    names = command.list_commands(context)
    return [leaf for name in names for leaf in _leaves(command.get_command(context, name), [*path, name])]


def _row(parameter: click.Parameter) -> str:
    name = (
        " ".join(f"`{opt}`" for opt in parameter.opts)
        if parameter.param_type_name == "option"
        else (parameter.metavar or str(parameter.name).upper())
    )
    default = "" if parameter.default in (None, False) or callable(parameter.default) else f"`{parameter.default}`"
    about = (getattr(parameter, "help", None) or "").replace("|", "\\|")
    return f"| {name} | {about} | {'required' if parameter.required else default} |"


PAGES = {"commands.md": commands_page, "errors.md": errors_page}

if __name__ == "__main__":
    for page, write in PAGES.items():
        (ROOT / "docs" / "reference" / page).write_text(write(), "utf-8")
