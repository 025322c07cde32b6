"""An error as it is kept: its code, its English templates and its values, to be said later in any language."""

from typing import Any

from comity.ground import ComityError, canonical, parse_canonical


def kept(error: ComityError) -> bytes:
    """Return the canonical bytes of an error."""
    values = {name: str(value) for name, value in error.values.items()}
    return canonical({"code": error.code, "templates": error.templates, "values": values})


def remembered(data: bytes) -> ComityError:
    """Return the error that was kept."""
    document: dict[str, Any] = parse_canonical(data)
    templates = document["templates"]
    return ComityError(
        document["code"], templates["what"], why=templates["why"], remedy=templates["remedy"], **document["values"]
    )
