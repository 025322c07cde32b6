"""Writes the pages of docs/reference that the sources already know: commands, errors, the fields of records.

`python tools/write_reference.py` rewrites them; a house test fails when they are out of date.
"""

import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
import typer.main

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

END = r"$(?!\n)"
"""How each pattern of our forms ends: not even a last line break may follow."""


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


def fields_page() -> str:
    """Return docs/reference/cooperation-fields.md: the fields of each kind of record, with form, level and need."""
    from comity.cooperation import KINDS, SCHEMA_NAMES, Envelope, fields_of

    heads = ["| field | form | level | required |", "| --- | --- | --- | --- |"]
    every = [each.name for each in fields(Envelope)]
    lines = [
        "# Fields of the records of cooperation",
        "",
        "What the JSON file of `comity cooperation act … propose --fields` may hold, as the node checks it.",
        "[Records of cooperation](cooperation-records.md) says what each kind is, and",
        "[run a working group](../how-to/run-a-working-group.md) shows whole files. The node fills in `id`, `example`,",
        "`authentic`, `owner_party` and `owner_office` where they are left out, of an initiative also `template_hash`.",
        "A field that is `national` stays at home. An object has the members that are named; those with `?` may be",
        "left out.",
        "",
        "| word | form |",
        "| --- | --- |",
        *(f"| {name} | {about} |" for name, _, about in _named_forms()),
    ]
    lines += ["", "## Every kind", "", *heads, *_field_rows("document", every)]
    for kind in KINDS:
        own = [name for name in fields_of(kind) if name not in every]
        lines += ["", f"## `{kind}` (`{SCHEMA_NAMES[kind]}`)", "", *heads, *_field_rows(kind, own)]
    return "\n".join(lines) + "\n"


def _field_rows(kind: str, names: list[str]) -> list[str]:
    from comity.cooperation import fields_of
    from comity.cooperation.reading import required_of

    return [
        f"| `{name}` | {_form(fields_of(kind)[name].metadata['form'])} | {fields_of(kind)[name].metadata['level']} "
        f"| {'required' if name in required_of(kind) else ''} |"
        for name in names
    ]


def _named_forms() -> list[tuple[str, dict[str, Any], str]]:
    """Return the forms that have a name: the name, the form, and what it is in words."""
    from comity.agreement import forms
    from comity.cooperation import values

    return [
        ("name", forms.ID, "small letters and digits, parted by single hyphens; at most 64: `wg-sahel-1`"),
        ("word", forms.WORD, "small letters, digits and `_`, a letter first; at most 64: `sahel`"),
        ("clause", forms.CLAUSE_ID, "the number of a clause of the agreement: `3.1`"),
        ("party", forms.PARTY, "two capital letters: `DZ`"),
        ("instant", values.MOMENT, "a whole number: milliseconds since 1970-01-01T00:00Z"),
        ("count", values.COUNT, "a whole number from 1 to 10¹²"),
        ("amount", values.AMOUNT, "a whole number, also below zero: minor units of a currency, or thousandths"),
        ("day", forms.DATE, "`YYYY-MM-DD`"),
        ("hash", forms.HASH, "`sha256:` and 64 hexadecimal digits"),
        ("currency", values.CURRENCY, "three capital letters (ISO 4217): `USD`"),
        ("period", values.PERIOD, "`P`, a number, and `D`, `M` or `Y`: `P6M`"),
    ]


def _form(form: dict[str, Any]) -> str:
    named = next((name for name, each, _ in _named_forms() if each == form), None)
    if named:
        return named
    if "enum" in form:
        return "one of " + ", ".join(f"`{each}`" for each in form["enum"])
    return {"string": _text_form, "boolean": _flag_form, "array": _list_form, "object": _object_form}[form["type"]](
        form
    )


def _text_form(form: dict[str, Any]) -> str:
    shape = f"text like `{form['pattern'].removesuffix(END)}$`" if "pattern" in form else "text"
    return f"{shape}, at most {form['maxLength']} letters".replace("|", "\\|")


def _flag_form(_form: dict[str, Any]) -> str:
    return "`true` or `false`"


def _list_form(form: dict[str, Any]) -> str:
    least, most = form["minItems"], form["maxItems"]
    return f"list of {least if least == most else f'{least} to {most}'}, each once: {_form(form['items'])}"


def _object_form(form: dict[str, Any]) -> str:
    members = form.get("properties", {})
    if set(members) == {"ar", "en", "fr"}:
        return f"`ar`, `en` and `fr`, each text of at most {members['en']['maxLength']} letters"
    if not members:
        other = form.get("additionalProperties")
        return f"object of 1 to {form['maxProperties']} words, each with {_form(other) if other else 'a value'}"
    said = (f"`{name}`{'' if name in form['required'] else '?'} {_form(each)}" for name, each in members.items())
    return f"object ({'; '.join(said)})"


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


PAGES = {"commands.md": commands_page, "errors.md": errors_page, "cooperation-fields.md": fields_page}

if __name__ == "__main__":
    for page, write in PAGES.items():
        (ROOT / "docs" / "reference" / page).write_text(write(), "utf-8")
