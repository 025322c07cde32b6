"""The node's settings: `node.toml`, checked by a JSON Schema, with `COMITY_*` variables on top.

Each setting stands in `settings.schema.json` with its bounds, its default and one sentence; the page
`docs/reference/settings.md` has a line for each (tested).
"""

import json
import math
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from comity.ground import InvalidInput

Line = Literal["solid", "dashed", "none"]
MailSecurity = Literal["none", "starttls", "tls"]
PositionForm = Literal["dm", "dms", "decimal"]

FIXED = ("schema", "party")
"""Settings that no variable may override: they say whose folder this is."""


READS: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "number": float,
    "string": str,
    "object": json.loads,
    "array": json.loads,
}
"""How the text of a variable becomes a value of each JSON type."""


@dataclass(frozen=True)
class Settings:
    """The settings of a node, defaults filled in."""

    party: str
    language: str
    house_host: str
    house_port: int
    house_origin: str
    partner_host: str
    partner_port: int
    pull_every_s: float
    pull_timeout_s: float
    pull_longest_wait_s: float
    pull_most_mib_per_day: int
    pull_stale_after_s: float
    forcing_folder: str
    map_tiles: str
    map_disputed: Line
    map_borders: dict[str, Line]
    map_hidden_names: list[str]
    reminders_days: int
    reminders_hour: int
    reminders_folder: str
    reminders_smtp_host: str
    reminders_smtp_port: int
    reminders_smtp_security: MailSecurity
    reminders_sender: str
    reminders_addresses: dict[str, str]
    desk_lat: float | None
    desk_lon: float | None
    desk_positions: PositionForm
    public_folder: str
    maritime_feeds: dict[str, str]
    maritime_stall_after_s: float
    maritime_forget_after_h: float
    maritime_keep_days: int


def read_settings(folder: Path, *, environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of a node folder, or raise `InvalidInput` naming the one that is wrong."""
    path = folder / "node.toml"
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise InvalidInput(
            "node.not_a_node",
            "{folder} is not a node folder.",
            why="it holds no node.toml",
            remedy="make one with `comity init`, or name the right folder",
            folder=folder.name,
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _wrong("node.toml", str(error)) from None
    _override(document, os.environ if environment is None else environment)
    flaw = best_match(Draft202012Validator(schema()).iter_errors(document))
    if flaw is not None:
        raise _wrong(".".join(str(part) for part in flaw.absolute_path) or "node.toml", flaw.message)
    for name in setting_names():
        value = _value(document, name)
        if isinstance(value, float) and not math.isfinite(value):
            raise _wrong(name, f"{value} is not a number")  # a bound holds nothing that compares with nothing
    values = {name: _value(document, name) for name in setting_names() if name != "schema"}
    return Settings(**{name.replace(".", "_"): value for name, value in values.items()})


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema of `node.toml`."""
    document: dict[str, Any] = json.loads(Path(__file__).with_name("settings.schema.json").read_text("utf-8"))
    return document


@cache
def setting_names() -> tuple[str, ...]:
    """Return the name of every setting, such as `pull.every_s`, in the order of the schema."""
    names: list[str] = []
    for name, about in schema()["properties"].items():
        names.extend(f"{name}.{inner}" for inner in about["properties"]) if "properties" in about else names.append(
            name
        )
    return tuple(names)


def variable_of(name: str) -> str | None:
    """Return the variable that overrides a setting, or `None` where nothing may.

    >>> variable_of("pull.every_s")
    'COMITY_PULL_EVERY_S'
    """
    return None if name in FIXED else "COMITY_" + name.upper().replace(".", "_")


def about(name: str) -> dict[str, Any]:
    """Return what the schema says of a setting."""
    part = schema()
    for step in name.split("."):
        part = part["properties"][step]
    return part


def settings_text(*, party: str, language: str, house_port: int, partner_port: int) -> str:
    """Return the `node.toml` of a new node."""
    return (
        'schema = "comity/node/1"\n'
        f'party = "{party}"\nlanguage = "{language}"\n\n'
        f'[house]\nhost = "127.0.0.1"\nport = {house_port}\n\n'
        f'[partner]\nhost = "127.0.0.1"\nport = {partner_port}\n'
    )


def _value(document: Mapping[str, Any], name: str) -> Any:
    section, _, key = name.rpartition(".")
    return (document.get(section, {}) if section else document).get(key, about(name).get("default"))


def _override(document: dict[str, Any], environment: Mapping[str, str]) -> None:
    for name in setting_names():
        variable = variable_of(name)
        if variable is None or variable not in environment:
            continue
        section, _, key = name.rpartition(".")
        kind = about(name).get("type", "string")
        try:
            value: Any = READS[kind](environment[variable])
        except ValueError:
            raise _wrong(variable, f"{environment[variable]!r} is not of type {kind!r}") from None
        (document.setdefault(section, {}) if section else document)[key] = value


def _wrong(name: str, reason: str) -> InvalidInput:
    return InvalidInput(
        "node.bad_setting",
        "The setting {name} is wrong.",
        why="reading it gives: {reason}",
        remedy="see docs/reference/settings.md for what it may be",
        name=name,
        reason=reason,
    )
