"""What the store does to its disk, in one place, so that a test can end it between any two steps.

A failed fsync is never tried again, because the kernel may have dropped the very pages that it could not write.
Source: A. Rebello et al., Can Applications Recover from fsync Failures?, USENIX ATC 2020.
"""

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from comity.ground import InvalidInput, Untrusted

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True)
class StoreDisk:
    """The steps of the store; tests hand in a disk that ends the process, fills up or loses power at one of them."""

    def append(self, descriptor: int, data: bytes) -> None:
        """Write behind what a file holds."""
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]

    def sync(self, descriptor: int, path: Path) -> None:  # noqa: ARG002 (a disk of a test asks which file)
        """Ask the disk to keep what was written."""
        os.fsync(descriptor)

    def create(self, path: Path) -> int:
        """Open a new file to write at its end; one that an ended writer left is emptied."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND | os.O_CLOEXEC, 0o644)

    def truncate(self, descriptor: int, path: Path, size: int) -> None:  # noqa: ARG002
        """Cut a file to a size."""
        os.ftruncate(descriptor, size)

    def replace(self, path: Path, target: Path) -> None:
        """Let a file take another's name in one step."""
        os.replace(path, target)

    def remove(self, path: Path) -> None:
        """Remove a file; one that is gone is gone."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder durable."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            self.sync(descriptor, folder)
        finally:
            os.close(descriptor)

    def folder(self, path: Path) -> None:
        """Make a folder whose name is durable; its parent exists."""
        if not path.is_dir():
            path.mkdir(exist_ok=True)
            self.sync_folder(path.parent)

    def keep(self, path: Path) -> None:
        """Make the content of a whole file durable."""
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            self.sync(descriptor, path)
        finally:
            os.close(descriptor)

    def prepare(self, path: Path, data: bytes) -> Path:
        """Write what is to stand at a path, durable in its content under another name, which is returned."""
        partial = path.with_name(f".{path.name}.partial")
        descriptor = self.create(partial)
        try:
            self.append(descriptor, data)
            self.sync(descriptor, partial)
        finally:
            os.close(descriptor)
        return partial

    def publish(self, partial: Path, path: Path) -> None:
        """Let what was prepared take its name, for good when this returns."""
        self.replace(partial, path)
        self.sync_folder(path.parent)


def refusal_of(error: OSError, path: Path) -> InvalidInput:
    """Return the error that says why the store took nothing: a full disk, or the system's own words."""
    if error.errno in _FULL:
        return InvalidInput(
            "files.store_full",
            "There is no room left on the disk for {name}.",
            why="the system answers: {reason}",
            remedy="free some space and hand the same rows in again; nothing was half taken",
            name=path.name,
            reason=error.strerror or "no space",
        )
    return InvalidInput(
        "files.store_refused",
        "The disk refuses {name} of the store of positions.",
        why="the system answers: {reason}",
        remedy="check that the folder exists, that you may write in it, and the disk",
        name=path.name,
        reason=error.strerror or str(error),
    )


def not_durable(error: OSError, path: Path) -> Untrusted:
    """Return the error of a disk that did not keep what it had taken."""
    return Untrusted(
        "files.store_not_durable",
        "The disk did not keep {name}.",
        why="the system answered {reason} when it was asked to make the file durable",
        remedy="stop, check the disk and open the store again; what was acknowledged before is in it",
        name=path.name,
        reason=error.strerror or "error",
    )


def damaged(path: Path, reason: str) -> Untrusted:
    """Return the error of a store whose files are not what it wrote."""
    return Untrusted(
        "files.store_damaged",
        "The store of positions is damaged: {name}.",
        why="its files are not what was written: {reason}",
        remedy="restore the folder from a backup; nothing was changed by looking at it",
        name=path.name,
        reason=reason,
    )
