"""The scenes that this version plays, in order."""

from collections.abc import Callable

from comity.cli.demo.administration import administration
from comity.cli.demo.question import question
from comity.cli.demo.story import Stage, decision, memorandum, rescue, tampering

PLAYS: dict[int, Callable[[Stage], None]] = {
    1: memorandum,
    2: decision,
    3: question,
    4: rescue,
    10: administration,
    12: tampering,
}
