"""Runs the console blocks of a page as a reader would, and compares what is printed.

In a block marked ```console a line that starts with `$ ` is a command of the shell; the lines below it are what it
prints, where `…` stands for anything on the line and a line of its own `…` for any number of lines.
"""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Step:
    line: int
    command: str
    printed: tuple[str, ...]


def steps_of(page: Path) -> list[Step]:
    steps: list[Step] = []
    inside = False
    for number, line in enumerate(page.read_text("utf-8").splitlines(), start=1):
        if line.startswith("```"):
            inside = line == "```console"
        elif inside and line.startswith("$ "):
            steps.append(Step(number, line[2:], ()))
        elif inside:
            last = steps.pop()
            steps.append(Step(last.line, last.command, (*last.printed, line)))
    return steps


def run_page(page: Path, folder: Path, root: Path) -> int:
    """Run every step in `folder`, where examples and pages lie; return how many did what the page shows."""
    for name in ("examples", "docs"):
        (folder / name).symlink_to(root / name)
    for step in steps_of(page):
        done = subprocess.run(
            ["bash", "-c", step.command], cwd=folder, env=environment(), capture_output=True, text=True, timeout=300
        )
        printed = done.stdout + done.stderr
        place = f"{page.name}:{step.line} $ {step.command}"
        assert re.fullmatch(pattern_of(step.printed), printed.strip()), (
            f"{place}\nprinted:\n{printed}\nexit {done.returncode}"
        )
    return len(steps_of(page))


def pattern_of(printed: tuple[str, ...]) -> str:
    anything = r"[\s\S]*"
    if not printed:
        return anything
    lines = [
        anything if line.strip() == "…" else re.escape(line.rstrip()).replace("…", ".*") + r"\s*" for line in printed
    ]
    return r"\n?".join(lines)


def environment() -> dict[str, str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "COMITY_"))}
    return kept | {"PATH": path, "LANG": "C.UTF-8", "COLUMNS": "120"}


def first_word(command: str) -> str:
    return shlex.split(command)[0]
