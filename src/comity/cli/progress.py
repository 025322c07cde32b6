"""A bar for what takes over two seconds."""

import sys
import time
from collections.abc import Callable

import typer

from comity.files.words import Words

_QUIET_S = 2.0
_BAR_WIDTH = 30
_READ = 0.25
"""Share of a drift's time that reading its fields takes, about."""


class Progress:
    """A bar on stderr, from the first stage on or once two seconds have gone; nothing where nobody watches."""

    def __init__(self, words: Words, *, first_stage: str) -> None:
        self._words, self._began_s, self._shown, self._first = words, time.monotonic(), False, first_stage

    def show(self, stage: str, share: float) -> None:
        """Show a stage and the share of the whole that is done."""
        if not sys.stderr.isatty() or (not self._shown and stage != self._first and self._young()):
            return
        bar = "█" * round(share * _BAR_WIDTH)
        typer.echo(f"\r\x1b[K{bar:·<{_BAR_WIDTH}} {self._words.say(stage)}", err=True, nl=False)
        self._shown = True

    def part(self, first: float, last: float) -> Callable[[str, float], None]:
        """Return what shows the stages of a drift as a part of the whole, from one share of it to another."""

        def told(stage: str, share: float) -> None:
            done = {"reading": 0.0, "drifting": _READ + (1.0 - _READ) * share, "drawing": 1.0}[stage]
            self.show(f"cli-drift-{stage}", first + (last - first) * done)

        return told

    def end(self) -> None:
        """Take the bar away."""
        if self._shown:
            typer.echo("\r\x1b[K", err=True, nl=False)

    def _young(self) -> bool:
        return time.monotonic() - self._began_s < _QUIET_S
