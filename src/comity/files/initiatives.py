"""The templates of initiatives that ship with Comity, and those in a file of one's own: TOML in, checked data out."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from comity.cooperation import Template, read_template
from comity.ground import InvalidInput

_SHIPPED = Path(__file__).resolve().parents[1] / "cooperation" / "initiatives"


def initiative_templates() -> tuple[Template, ...]:
    """Return the shipped templates, by name."""
    return tuple(read_template_file(path) for path in sorted(_SHIPPED.glob("*.toml")))


@cache
def shipped_template_documents() -> tuple[dict[str, Any], ...]:
    """Return the shipped templates as the documents that a party puts into its log, by name; read once."""
    return tuple(template_document(path.read_bytes(), path.name) for path in sorted(_SHIPPED.glob("*.toml")))


def read_template_file(path: Path) -> Template:
    """Return the template in a TOML file, or raise `InvalidInput` naming what is wrong in it."""
    return read_template(template_document(path.read_bytes(), path.name))


def template_document(data: bytes, name: str) -> dict[str, Any]:
    """Return the document that TOML holds, not yet checked as a template; `name` is what an error calls the file."""
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInput(
            "files.template_not_toml",
            "The template {file} cannot be read.",
            why="reading it as TOML stops with: {reason}",
            remedy="mend the file at that place",
            file=name,
            reason=str(error)[:200],
        ) from None
