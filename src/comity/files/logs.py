"""The files of a log in a folder: read within bounds, and written so that a power cut loses nothing published.

Only two kinds of path are ever opened: `checkpoint`, and what `ledger.LogPath` computes from integers; no symbolic
link below the folder is followed. Order of writes: tiles and bundles first, the checkpoint last; each file is written
aside, flushed to the disk, renamed into place, and its folder flushed (Tessera POSIX and sunlight do the same).
An error of `fsync` is not answered here: what the disk holds is then unknown, and the process must end.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from comity.ground import InvalidInput
from comity.ledger import (
    CHECKPOINT_PATH,
    MAX_BUNDLE_BYTES,
    TILE_WIDTH,
    LogPath,
    Reader,
    beginning,
    parse_path,
)

_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE_MODE = 0o644
_NO_PLAIN_FILE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO})


def folder_reader(folder: Path) -> Reader:
    """Return a reader of the log that lies in a folder, for `ledger.fetch_head` and `ledger.verify_log`."""

    def read(path: str, limit: int) -> bytes | None:
        return read_log_file(folder, path, limit)

    return read


def unfinished_files(folder: Path) -> Iterator[LogPath]:
    """Yield the unfinished tiles and bundles that lie in a log's folder, whichever size they are of."""
    for where, _, names in os.walk(folder / "tile"):
        for name in sorted(names):
            named = parse_path((Path(where) / name).relative_to(folder).as_posix())
            if named is not None and named.width < TILE_WIDTH:
                yield named


def remove_unpublished(folder: Path, size: int) -> None:
    """Remove the unfinished files of an append that never became part of the log, which has `size` entries.

    Another append would give the same names to other bytes, and the old ones would then look like a bent record.
    """
    for each in list(unfinished_files(folder)):
        if each.index * TILE_WIDTH + each.width > size >> 8 * (each.level or 0):
            (folder / str(each)).unlink(missing_ok=True)


def finished_files(folder: Path, size: int) -> list[LogPath]:
    """Return the finished files, of a log of `size` entries, of which an unfinished one still lies in the folder."""
    found = {LogPath(each.level, each.index) for each in unfinished_files(folder)}
    return [each for each in found if each.index < size >> 8 * ((each.level or 0) + 1)]


def remove_unfinished(folder: Path, finished: Iterable[LogPath]) -> None:
    """Remove the unfinished files that stand beside finished ones.

    Only once a published head has the finished one: a reader of an older head falls back to it (C2SP tlog-tiles).
    """
    for each in finished:
        place = folder / f"{computed(str(each))}.p"
        if place.is_dir():
            for path in place.iterdir():
                path.unlink(missing_ok=True)
            place.rmdir()


def read_log_file(folder: Path, path: str, limit: int) -> bytes | None:
    """Return a file of a log, at most one byte more than `limit`, or None when there is no such plain file."""
    parts = computed(path).split("/")
    opened: list[int] = []
    try:
        opened.append(os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC))
        for part in parts:
            opened.append(os.open(part, _READ, dir_fd=opened[-1]))
        if not stat.S_ISREG(os.fstat(opened[-1]).st_mode):
            return None
        return _read_up_to(opened[-1], limit + 1)
    except OSError as error:
        if error.errno in _NO_PLAIN_FILE:
            return None
        raise
    finally:
        for descriptor in opened:
            os.close(descriptor)


def earlier_file(folder: Path, path: LogPath, size: int) -> bytes | None:
    """Return an unfinished file of an earlier size of a log that now has `size` entries, from the one that followed it.

    Such a file is gone where the log was written anew from a database; who reads by an older head still asks for it.
    """
    reached = size >> 8 * (path.level or 0)
    follower = LogPath(path.level, path.index, min(reached - path.index * TILE_WIDTH, TILE_WIDTH))
    later = read_log_file(folder, str(follower), MAX_BUNDLE_BYTES) if path.width < follower.width else None
    return None if later is None else beginning(later, follower, path.width)


def write_log_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write tiles and bundles durably: when this returns they survive a power cut. The checkpoint is not among them."""
    touched: set[Path] = set()
    for path, data in files.items():
        if path == CHECKPOINT_PATH:
            raise _not_of_a_log(path)
        target = folder / computed(path)
        touched |= _make_folders(target.parent)
        _replace(target, data)
        touched.add(target.parent)
    for each in sorted(touched):
        _flush_folder(each)


def publish_checkpoint(folder: Path, note: bytes) -> None:
    """Make a signed checkpoint the log's head, durably; every file that it implies must have been written before."""
    touched = _make_folders(folder)
    _replace(folder / CHECKPOINT_PATH, note)
    for each in sorted(touched | {folder}):
        _flush_folder(each)


def computed(path: str) -> str:
    """Return the path of a log's file as the ledger computes it, or raise `InvalidInput` for any other text."""
    if path == CHECKPOINT_PATH:
        return path
    named = parse_path(path)
    if named is None:
        raise _not_of_a_log(path)
    return str(named)


def head_name(note: bytes) -> str:
    """Return the name under which a signed head is kept as evidence."""
    return f"head-{sha256(note).hexdigest()[:16]}.checkpoint"


def keep_heads(folder: Path, notes: Iterable[bytes]) -> list[Path]:
    """Keep signed heads durably, as evidence; each is named by the hash of its bytes, so that none replaces another."""
    kept = [(folder / head_name(note), note) for note in notes]
    touched = _make_folders(folder)
    for path, note in kept:
        _replace(path, note)
    for each in sorted(touched | {folder}):
        _flush_folder(each)
    return [path for path, _ in kept]


def _not_of_a_log(path: str) -> InvalidInput:
    return InvalidInput(
        "files.not_a_log_file",
        "{path} is not a file of a record.",
        why="a record consists of files at numbered paths, and of its head, which is published last and by itself",
        remedy="name one of the files that the record's size implies",
        path=repr(path[:200]),
    )


def _read_up_to(descriptor: int, limit: int) -> bytes:
    parts: list[bytes] = []
    while limit > 0 and (part := os.read(descriptor, min(limit, 1 << 20))):
        parts.append(part)
        limit -= len(part)
    return b"".join(parts)


def _make_folders(folder: Path) -> set[Path]:
    """Create a folder and its parents; return those whose list of names changed."""
    changed: set[Path] = set()
    missing: list[Path] = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        changed.add(each.parent)
    return changed


def _replace(target: Path, data: bytes) -> None:
    aside = target.with_name(f".{target.name}.new")
    try:
        descriptor = os.open(aside, _WRITE, _FILE_MODE)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.rename(aside, target)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
