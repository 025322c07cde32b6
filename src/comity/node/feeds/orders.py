"""What passes between the node and the process that listens for it: orders, questions and answers, news."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from comity.maritime import Distress
from comity.node.feeds.backlog import Level
from comity.node.feeds.states import FeedState


@dataclass(frozen=True)
class Orders:
    """What the process is to do; `store` is the folder of the positions, `known` the distresses heard before."""

    store: Path
    feeds: Mapping[str, str]
    stall_after_s: float
    kept_ms: int
    keep_days: int
    known: tuple[Distress, ...]


@dataclass(frozen=True)
class PictureState:
    """How large the picture is, and what became of all reports."""

    vessels: int = 0
    most: int = 0
    bytes: int = 0
    newest_ms: int | None = None
    outcomes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class WatchState:
    """What the process tells once a second: its feeds, its picture, what it sheds."""

    feeds: tuple[FeedState, ...] = ()
    picture: PictureState = PictureState()
    level: Level = "none"
    store_problem: Any = None


Question = tuple[int, str, tuple[Any, ...], dict[str, Any]]
"""Its number, what is asked, and with what."""

News = tuple[str, Any]
"""`states` with a `WatchState`, or `distress` with a list of `Distress`."""
