"""The templates of initiatives that ship with Comity, and those in a file of one's own: TOML in, checked data out."""

import tomllib
from pathlib import Path

from comity.cooperation import Template, read_template
from comity.ground import InvalidInput

_SHIPPED = Path(__file__).resolve().parents[1] / "cooperation" / "initiatives"


def initiative_templates() -> tuple[Template, ...]:
    """Return the shipped templates, by name."""
    return tuple(read_template_file(path) for path in sorted(_SHIPPED.glob("*.toml")))


def read_template_file(path: Path) -> Template:
    """Return the template in a TOML file, or raise `InvalidInput` naming what is wrong in it."""
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInput(
            "files.template_not_toml",
            "The template {file} cannot be read.",
            why="reading it as TOML stops with: {reason}",
            remedy="mend the file at that place",
            file=path.name,
            reason=str(error)[:200],
        ) from None
    return read_template(document)
