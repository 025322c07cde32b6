"""One process owns a node folder: an exclusive lock on `node.lock`, released by the kernel when the process ends."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comity.ground import InvalidInput

LOOK_S = 0.5
"""So long a look at a lock may take at most, on a busy machine."""


@contextmanager
def owned(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, or raise `InvalidInput` when another process holds it."""
    descriptor = os.open(folder / "node.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        if not _taken(descriptor):
            raise InvalidInput(
                "node.already_served",
                "The node {folder} is already in use.",
                why="another process (number {process}) holds its lock, and two writers would contradict each other",
                remedy="use the running node, or stop it before you start another on this folder",
                folder=folder.name,
                process=_holder(descriptor),
            )
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _taken(descriptor: int) -> bool:
    """Take the lock; who only looks whether it is held holds it for a moment, and is waited for."""
    until_s = time.monotonic() + LOOK_S
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until_s:
                return False
            time.sleep(LOOK_S / 20)
        else:
            return True


def is_owned(folder: Path) -> bool:
    """Return whether a process holds the folder's lock at this moment."""
    path = folder / "node.lock"
    if not path.exists():
        return False
    descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    else:
        return False
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> str:
    return os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "?"
