"""What the node does to its disk, in one place, so that a test can stop it between any two steps.

A file is written whole or not at all: a temporary file beside it, fsync, rename, fsync of the folder. A failed fsync is
never tried again, because the kernel may have dropped the very pages that it could not write: the node stops.
Source: A. Rebello et al., Can Applications Recover from fsync Failures?, USENIX ATC 2020.
"""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from comity.files.logs import keep_heads, publish_checkpoint, remove_unfinished, remove_unpublished, write_log_files
from comity.ground import ComityError, InvalidInput, Untrusted
from comity.ledger import LogPath

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


_PARTIAL = ".{}.partial"
"""What a file is called while it is written: one writer at a time has a name, by the node's turn or by its job."""

_DEEPEST = 4
"""Folders down to `agreements/<agreement>/blobs/`; the tiles of a log lie deeper, and `files.logs` writes them."""


def _believed(_path: Path) -> None:
    """Nothing stands against what we wrote ourselves."""


@dataclass(frozen=True)
class Disk:
    """The steps of a durable write; tests hand in a disk whose steps fail."""

    def write_file(self, path: Path, data: bytes, *, mode: int = 0o644) -> None:
        """Write a file whole, durable in its content (not yet in its folder)."""
        self._write(path, [data], mode, _believed)

    def take(self, path: Path, pieces: Iterable[bytes], *, check: Callable[[Path], None] = _believed) -> None:
        """Write a file as its pieces come, durable when this returns.

        It has its name only once the pieces ended without an error and `check` raised nothing of the file that they
        made, which it is given under another name.
        """
        self._write(path, pieces, 0o644, check)
        self.sync_folder(path.parent)

    def _write(self, path: Path, pieces: Iterable[bytes], mode: int, check: Callable[[Path], None]) -> None:
        partial = path.with_name(_PARTIAL.format(path.name))
        try:
            descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, mode)
            try:
                for piece in pieces:
                    _write_all(descriptor, piece)
                self.sync(descriptor, path)
            finally:
                os.close(descriptor)
            check(partial)
            os.replace(partial, path)
        except OSError as error:
            partial.unlink(missing_ok=True)
            raise refusal_of(error, path) from error
        except ComityError:
            partial.unlink(missing_ok=True)
            raise

    def forget_partials(self, folder: Path) -> None:
        """Remove what a node that was killed had half written; nobody but the owner of the folder may ask for this.

        A half-received content would otherwise outlive the day on which it must be erased.
        """
        for depth in range(_DEEPEST):
            for path in folder.glob(f"{'*/' * depth}{_PARTIAL.format('*')}"):
                with suppress(OSError):
                    path.unlink()

    def sync(self, descriptor: int, path: Path) -> None:
        """Ask the disk to keep what was written."""
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno in _FULL:
                raise
            raise _not_durable(error, path.name) from error

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder durable."""
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                self.sync(descriptor, folder)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise refusal_of(error, folder) from error

    def put(self, path: Path, data: bytes, *, mode: int = 0o644) -> None:
        """Write a file whole and make its name durable too."""
        self.write_file(path, data, mode=mode)
        self.sync_folder(path.parent)

    def create(self, path: Path, data: bytes, *, mode: int) -> None:
        """Write a file whole under a name that nothing has yet, durable when this returns; never over another."""
        aside = path.with_name(f".{path.name}.drawn")
        self.write_file(aside, data, mode=mode)
        try:
            os.link(aside, path)
        except OSError as error:
            raise refusal_of(error, path) from error
        finally:
            aside.unlink(missing_ok=True)
        self.sync_folder(path.parent)

    def replace(self, path: Path, target: Path) -> None:
        """Let a durable file take another's name, for good."""
        try:
            os.replace(path, target)
        except OSError as error:
            raise refusal_of(error, target) from error
        self.sync_folder(target.parent)

    def log_files(self, folder: Path, files: Mapping[str, bytes]) -> None:
        """Write tiles and bundles of a log, durable when this returns."""
        with _log_errors(folder.name):
            write_log_files(folder, files)

    def forget_unpublished(self, folder: Path, size: int) -> None:
        """Remove what an append left that never became part of the log; what resists waits for the next start."""
        with suppress(OSError):
            remove_unpublished(folder, size)

    def forget_superseded(self, folder: Path, finished: Iterable[LogPath]) -> None:
        """Remove the unfinished files beside finished ones of a published head; what resists waits for a start."""
        with suppress(OSError):
            remove_unfinished(folder, finished)

    def publish(self, folder: Path, head: bytes) -> None:
        """Make a signed checkpoint the head that others read."""
        with _log_errors(folder.name):
            publish_checkpoint(folder, head)

    def keep_heads(self, folder: Path, notes: Iterable[bytes]) -> None:
        """Keep signed heads durably, each under the hash of its bytes."""
        with _log_errors(folder.name):
            keep_heads(folder, notes)

    def erase(self, path: Path) -> None:
        """Remove a file for good, so that it is gone after a power cut too; one that is not there is gone already."""
        try:
            path.unlink()
        except FileNotFoundError:
            return
        except OSError as error:
            raise refusal_of(error, path) from error
        self.sync_folder(path.parent)

    def folder(self, path: Path, *, mode: int = 0o755) -> None:
        """Make a folder, and its parents, where there is none."""
        try:
            path.mkdir(mode=mode, parents=True, exist_ok=True)
        except OSError as error:
            raise refusal_of(error, path) from error


@contextmanager
def _log_errors(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise refusal_of(error, Path(name)) from error
        raise _not_durable(error, name) from error


def _not_durable(error: OSError, name: str) -> Untrusted:
    return Untrusted(
        "node.disk_not_durable",
        "The disk did not keep {name}.",
        why="the operating system answered {reason} when it was asked to make the file durable",
        remedy="stop, check the disk, and start the node again; it rebuilds its files from its database",
        name=name,
        reason=error.strerror or "error",
    )


def refusal_of(error: OSError, path: Path) -> InvalidInput:
    """Return the error that says why the disk took nothing: full, or the operating system's own words."""
    if error.errno in _FULL:
        return InvalidInput(
            "node.disk_full",
            "There is no room left on the disk for {name}.",
            why="the operating system answered: {reason}",
            remedy="free some space and try again; nothing was half written",
            name=path.name,
            reason=error.strerror or "no space",
        )
    return InvalidInput(
        "node.disk_refused",
        "The disk refuses {name}.",
        why="the operating system answered: {reason}",
        remedy="check that the folder exists and that you may write in it",
        name=path.name,
        reason=error.strerror or "error",
    )


def _write_all(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]
