"""What a command of cooperation is given: the name of a record, a file of JSON."""

from pathlib import Path
from typing import Any

import orjson
import typer

from comity.ground import InvalidInput


def named(key: str) -> str:
    """Return a record's name as part of an address, or raise where it is none."""
    kind, _, name = key.partition("/")
    if not all(each.isascii() and each.replace("-", "").replace("_", "").isalnum() for each in (kind, name)):
        raise typer.BadParameter(f"{key!r} is not a kind and a name, such as meeting/wg-sahel-1.", param_hint="RECORD")
    return f"{kind}/{name}"


def json_of(path: Path) -> Any:
    """Return what a file of JSON holds, or raise `InvalidInput`."""
    try:
        return orjson.loads(path.read_bytes())
    except orjson.JSONDecodeError as error:
        raise InvalidInput(
            "cli.not_json",
            "The file {file} is not JSON.",
            why="reading it stops with: {reason}",
            remedy="mend it at that place",
            file=path.name,
            reason=error.msg,
        ) from None
