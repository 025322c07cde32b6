"""What opening a store mends: a process that was killed left files that are no content, or a record cut off.

Nothing acknowledged is touched: a sealed file that the manifest names stays, a whole record of the log stays.
"""

import os
from pathlib import Path

from comity.files.position_store_disk import StoreDisk, damaged
from comity.files.position_store_log import records_in, segments_of
from comity.files.position_store_manifest import KINDS, Manifest


def recovered(disk: StoreDisk, folder: Path, manifest: Manifest) -> int:
    """Mend the folder of a store for its one writer, and return the number of the segment to begin.

    Raises
    ------
    Untrusted
        `files.store_damaged` where a file that the manifest names is gone or of another size, or the log is wrong.
    """
    for named in manifest.files:
        path = folder / named.path
        if not path.is_file() or path.stat().st_size != named.size:
            raise damaged(path, "the manifest names this file, and it is gone or of another size")
    known = {each.path for each in manifest.files} | {each.path for each in manifest.retired}
    for kind in KINDS:
        for path in sorted((folder / kind).glob("day=*/*")):
            if path.relative_to(folder).as_posix() not in known:
                disk.remove(path)
    for path in folder.glob(".*.partial"):
        disk.remove(path)
    for number, path in segments_of(folder, 0):
        if number < manifest.first_segment:
            disk.remove(path)
    return _mended_log(disk, segments_of(folder, manifest.first_segment), manifest)


def _mended_log(disk: StoreDisk, segments: list[tuple[int, Path]], manifest: Manifest) -> int:
    last = manifest.first_segment
    for at, (number, path) in enumerate(segments):
        is_last = at == len(segments) - 1
        batches, size, is_whole = records_in(path)
        if not is_whole and not is_last:
            raise damaged(path, f"it is cut off at byte {size}, and a later segment follows it")
        if not is_whole and size:
            _cut(disk, path, size)
        if not batches and is_last:
            return number  # begun, and nothing in it: begun once more
        last = number + 1
    return last


def _cut(disk: StoreDisk, path: Path, size: int) -> None:
    """Cut away a record that was never acknowledged."""
    descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        disk.truncate(descriptor, path, size)
        disk.sync(descriptor, path)
    finally:
        os.close(descriptor)
