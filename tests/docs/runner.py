"""Runs the console blocks of a page as a reader would, and compares what is printed.

In a block marked ```console a line that starts with `$ ` is a command of the shell; the lines below it are what it
prints, where `…` stands for anything on the line and a line of its own `…` for any number of lines.

In a block marked ```console figures the page shows what was printed once, figures and all: the words must be the same,
shares and areas nearly the same (another processor rounds otherwise), and other numbers and patterns may differ.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Step:
    line: int
    command: str
    printed: tuple[str, ...]
    has_figures: bool = False


BLOCKS = {"```console": False, "```console figures": True}
"""How a block of commands opens, and whether it shows figures."""

FIGURE = re.compile(r"(\d+(?:\.\d+)?)(?= ?(?:%|km²))")
"""A share or an area."""
NEAR_POINTS, NEAR_SHARE = 1.5, 0.03
"""How far a figure may be from the page's: one and a half of its unit, or three hundredths of it."""


def steps_of(page: Path) -> list[Step]:
    steps: list[Step] = []
    inside = has_figures = False
    for number, line in enumerate(page.read_text("utf-8").splitlines(), start=1):
        if line.startswith("```"):
            inside, has_figures = line in BLOCKS, BLOCKS.get(line, False)
        elif inside and line.startswith("$ "):
            steps.append(Step(number, line[2:], (), has_figures))
        elif inside:
            last = steps.pop()
            steps.append(replace(last, printed=(*last.printed, line)))
    return steps


def run_page(page: Path, folder: Path, root: Path) -> int:
    """Run every step in `folder`, where examples and pages lie; return how many did what the page shows.

    Beside the folder of a page that names the shared data they lie as they lie beside the checkout, where they are.
    """
    folder.mkdir(exist_ok=True)
    if "../shared/" in page.read_text("utf-8") and (root.parent / "shared").is_dir():
        (folder.parent / "shared").symlink_to(root.parent / "shared")
    for name in ("examples", "docs"):
        (folder / name).symlink_to(root / name)
    for step in steps_of(page):
        done = subprocess.run(
            ["bash", "-c", step.command], cwd=folder, env=environment(), capture_output=True, text=True, timeout=300
        )
        printed = done.stdout + done.stderr
        place = f"{page.name}:{step.line} $ {step.command}"
        said = f"{place}\nprinted:\n{printed}\nexit {done.returncode}"
        if step.has_figures:
            assert is_near(step.printed, printed.strip().splitlines()), said
        else:
            assert re.fullmatch(pattern_of(step.printed), printed.strip()), said
    return len(steps_of(page))


def pattern_of(printed: tuple[str, ...]) -> str:
    anything = r"[\s\S]*"
    if not printed:
        return anything
    lines = [
        anything if line.strip() == "…" else re.escape(line.rstrip()).replace("…", ".*") + r"\s*" for line in printed
    ]
    return r"\n?".join(lines)


def is_near(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Return whether the same was printed, but for figures that differ a little."""
    if [wording(line) for line in shown] != [wording(line) for line in printed]:
        return False
    pairs = zip(FIGURE.findall("\n".join(shown)), FIGURE.findall("\n".join(printed)), strict=True)
    return all(abs(float(a) - float(b)) <= max(NEAR_POINTS, NEAR_SHARE * float(a)) for a, b in pairs)


def wording(line: str) -> str:
    """Return a line without its numbers and without the designator of its pattern."""
    return re.sub(r"\b[A-Z]{2,3} over\b", "… over", re.sub(r"\d+(?:\.\d+)?", "…", line.rstrip()))


def environment() -> dict[str, str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "COMITY_"))}
    return kept | {"PATH": path, "LANG": "C.UTF-8", "COLUMNS": "120"}


def first_word(command: str) -> str:
    return shlex.split(command)[0]
