"""A folder or a file of results, all or nothing: it appears whole, or what was there before stays.

Everything is written and forced to disk in a folder beside the wanted one, which then takes its name in one rename;
where another result stood there, both change names in one step. A disk that fails on the way leaves no half result.
"""

import ctypes
import os
import re
import shutil
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

from comity.ground import InvalidInput

_MODE, _READ_BY_ALL = 0o777, 0o644
_LONGEST = 200
"""Bytes at most of a name that the name of an unfinished file repeats: a name has 255 at most, with eight of chance."""
_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux's headers."""


def write_folder(folder: Path, contents: Mapping[str, bytes], *, former: Collection[str] = ()) -> None:
    """Write files into a folder that is new, empty, or holds nothing but files of these names.

    Parameters
    ----------
    contents
        What each file holds, by its path in the folder; a slash makes a folder within.
    former
        Paths of an earlier result, which goes as a whole.

    Raises
    ------
    InvalidInput
        `files.folder_not_ours` when the folder holds anything else; `files.not_written` when the disk fails.
    """
    target = folder.resolve()
    try:
        _check_ours(target, {*contents, *former})
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    except OSError as error:
        raise not_written(folder, error) from None
    try:
        for name, data in contents.items():
            (partial / name).parent.mkdir(parents=True, exist_ok=True)
            _write(partial / name, data)
        partial.chmod(0o755)
        for each in {(partial / name).parent for name in contents} | {partial}:
            _sync_folder(each)
        _take_place(partial, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise not_written(folder, error) from None
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def write_file(file: Path, data: bytes) -> None:
    """Write a file whole, in the place of what stood there; what is no file, such as a pipe, is written as it is.

    Raises
    ------
    InvalidInput
        `files.not_written` when the disk fails; what stood there before stays.
    """
    target = file.resolve()
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        mode = target.stat().st_mode & _MODE if target.exists() else _READ_BY_ALL
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:_LONGEST]}.")
        os.close(handle)
        partial = Path(name)
        try:
            _write(partial, data)
            partial.chmod(mode)
            partial.rename(target)
        finally:
            partial.unlink(missing_ok=True)
        _sync_folder(target.parent)
    except OSError as error:
        raise not_written(file, error) from None


def remove_unfinished(folder: Path) -> None:
    """Remove what a killed process left beside a folder while it replaced it; whoever calls owns the folder."""
    target = folder.resolve()
    left = re.compile(re.escape(f".{target.name}.") + "[a-z0-9_]{8}")  # as `mkdtemp` names them
    for each in target.parent.glob(".*") if target.parent.is_dir() else ():
        if left.fullmatch(each.name) and each.is_dir() and not each.is_symlink():
            shutil.rmtree(each, ignore_errors=True)


def _check_ours(target: Path, ours: Collection[str]) -> None:
    if not target.exists():
        return
    held = (each for each in target.rglob("*") if each.is_symlink() or not each.is_dir())
    strangers = sorted({each.relative_to(target).as_posix() for each in held} - set(ours))
    if strangers:
        raise InvalidInput(
            "files.folder_not_ours",
            "{folder} already holds other files.",
            why="a result replaces its folder as a whole, and {stranger} is not part of a result",
            remedy="choose an empty or a new folder",
            folder=str(target),
            stranger=strangers[0],
        )


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _take_place(partial: Path, target: Path) -> None:
    if not target.exists():
        partial.rename(target)
        return
    if target.is_dir() and _exchanged(
        partial, target
    ):  # what was there stands under the other name now, and goes with it
        return
    former = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    target.rename(former)  # onto an empty folder: one step
    try:
        partial.rename(target)
    except OSError:
        former.rename(target)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change names in one step, so that neither name is ever without a folder; False where none can.

    Source: Linux, renameat2(2).
    """
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    here = ctypes.c_int(_HERE)
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), ctypes.c_uint(_EXCHANGE)) == 0)


def not_written(folder: Path, error: OSError) -> InvalidInput:
    """Return what is said when a disk fails under a result."""
    return InvalidInput(
        "files.not_written",
        "The results could not be written into {folder}.",
        why="the system says: {reason}; nothing was left behind",
        remedy="choose a folder that you may write, on a disk with room, and run it again",
        folder=str(folder),
        reason=error.strerror or str(error),
    )
