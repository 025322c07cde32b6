"""The article, line by line, and the scene that makes each line real.

`ROWS` is the brief: every line of the press article of 2025, in an order and under names of ours. A line is told by
scenes, or is context. `comity demo --list` prints it, and a house test holds it equal to `docs/reference/article.md`.
"""

from dataclasses import dataclass
from typing import Literal

State = Literal["told", "not-yet", "context"]

SCENES = tuple(range(1, 13))
"""Scene numbers; the title of each stands under `demo-scene-<number>` in the catalogue."""

PLAYED = (1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12)
"""Scenes that this version plays."""


@dataclass(frozen=True)
class Row:
    """One line of the article: its name (its words are `demo-row-<name>`), its scenes, and whether they tell it yet."""

    name: str
    scenes: tuple[int, ...]
    state: State


ROWS = (
    Row("memorandum", (1,), "told"),
    Row("talks", (2,), "told"),
    Row("groups", (2,), "told"),
    Row("maritime", (3,), "told"),
    Row("rescue", (4,), "told"),
    Row("sahel", (5,), "not-yet"),
    Row("satellites", (3,), "told"),
    Row("peoples", (5,), "not-yet"),
    Row("contracts", (6,), "told"),
    Row("technology", (7,), "told"),
    Row("investment", (8,), "told"),
    Row("tourism", (9,), "told"),
    Row("administrations", (10,), "told"),
    Row("sky", (11,), "told"),
    Row("undisclosed", (4, 6), "told"),
    Row("press", (12,), "told"),
    Row("history", (1, 2), "told"),
    Row("context", (), "context"),
)
