"""Text that somebody typed, before it is kept: what no database and no paper could give back is refused."""

from comity.ground import InvalidInput


def check_typed(*texts: str | None) -> None:
    """Raise `InvalidInput` where a text holds NUL or half a character (a lone surrogate)."""
    for text in texts:
        if text is not None and any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in text):
            raise InvalidInput(
                "node.text_not_written",
                "This text holds something that cannot be written down.",
                why="half a character (a lone surrogate), or the sign NUL, stands in it",
                remedy="type it again instead of pasting it",
            )
