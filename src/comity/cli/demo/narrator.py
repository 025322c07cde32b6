"""The narrator: prints the story in the reader's language, each act with the time at which the node stamped it."""

import sys
import time
from typing import Any

import typer

from comity.cli.demo.scenes import ROWS
from comity.files.words import Words
from comity.ground import date_time_group

PARTY_WORDS = {"DZ": "demo-party-dz", "US": "demo-party-us"}
HASH_SHOWN = len("sha256:") + 16
"""Characters of a hash that the story shows: 64 bits tell two texts apart; the whole hash is in the node."""


BAR_WIDTH = 30


class Narrator:
    """Says messages of the catalogue, one line each; a quiet narrator plays a scene without a word."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.quiet = False
        self._begun_s = time.monotonic()

    def party(self, party: str) -> str:
        """Return the name of a party."""
        return self.words.say(PARTY_WORDS[party])

    def scene(self, number: int) -> None:
        """Open a scene: its number and title, and the points of the article that it tells."""
        self._print("")
        self._print(self.words.say("demo-scene-heading", number=number, title=self.words.say(f"demo-scene-{number}")))
        for row in ROWS:
            if number in row.scenes and row.state == "told":
                self.say("demo-point", point=self.words.say(f"demo-row-{row.name}"))

    def say(self, message: str, *, at_ms: int | None = None, **values: Any) -> None:
        """Print one line; with the instant of the act before it, where there is one."""
        said = self.words.say(message, **{name: self._value(name, value) for name, value in values.items()})
        stamp = "" if at_ms is None else date_time_group(at_ms) + "  "
        self._print(f"  {stamp}{said}")

    def progress(self, share: float) -> None:
        """Show on a terminal how much of a long step is done; nothing anywhere else."""
        if sys.stderr.isatty():
            bar = "█" * round(share * BAR_WIDTH)
            typer.echo("\r\x1b[K" + (f"  {bar:·<{BAR_WIDTH}}" if share < 1 else ""), err=True, nl=False)

    def seconds(self) -> str:
        """Return how long the story has taken, in seconds."""
        return f"{time.monotonic() - self._begun_s:.1f}"

    def _value(self, name: str, value: Any) -> Any:
        if name == "party":
            return self.party(value)
        if name == "hash":
            return str(value)[:HASH_SHOWN] + "…"
        return value

    def _print(self, line: str) -> None:
        if not self.quiet:
            typer.echo(line)
