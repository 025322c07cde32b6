"""The folder of a case, read as one: its files are those of one computation, also while the next takes its place."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

LEARNT_FILE = "learnt.json"
"""What searches and clues taught, in numbers (`comity/update/1`)."""
WEIGHTS_FILE = "weights.npy"
"""The probability of each hypothesis after them, float64, shape (trajectories,)."""
BASIS_FILE = "basis.json"
"""What the plan was made from, as a digest, and why there is none."""
PLAN_FILE = "plan.json"
SUMMARY_FILE = "summary.json"
PARTICLES_FILE = "particles.nc"
AREAS_FILE = "containment.geojson"
SEARCHED_FILE = "searched.json"
CLOUD_FILES = (SUMMARY_FILE, PARTICLES_FILE, "worksheet.json")
"""What a drift leaves that no search changes: its maps are made anew with each."""

T = TypeVar("T")

_TRIES = 8
"""A folder is replaced in one step, and seldom: more often than this in one reading is a mistake of ours."""


def read_together(folder: Path, names: Sequence[str]) -> dict[str, bytes]:
    """Return files of a folder by name, all of the same computation; one that is not there is left out."""
    for _ in range(_TRIES):
        try:
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            return {}
        try:
            found = {name: data for name in names if (data := _read(handle, name)) is not None}
            if _is_still(folder, handle):
                return found
        finally:
            os.close(handle)
    raise RuntimeError(f"{folder} never stood still")


def read_steadily(folder: Path, read: Callable[[Path], T]) -> T:
    """Return what a function reads from a folder, all of the same computation."""
    for _ in range(_TRIES):
        before = folder.stat()
        with suppress(FileNotFoundError):
            found = read(folder)
            if os.path.samestat(before, folder.stat()):
                return found
    raise FileNotFoundError(folder)


def _read(folder: int, name: str) -> bytes | None:
    with (
        suppress(FileNotFoundError),
        open(name, "rb", opener=lambda path, flags: os.open(path, flags, dir_fd=folder)) as file,
    ):
        return file.read()
    return None


def _is_still(folder: Path, handle: int) -> bool:
    """Return whether a folder that was opened still bears its name."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.stat(folder), os.fstat(handle))
    return False
