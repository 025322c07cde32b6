"""Unfinished files that a log left behind while it grew: the head no longer needs them, and they must still agree.

A log of 600 entries may hold `tile/0/002.p/40` from the time when it had 552. Nothing that is in force depends on such
a file, but someone was once given it, so one that does not begin as its successor does shows a record that was bent.
Source: C2SP tlog-tiles v0.1.0 (a log may delete unfinished files, and may never change them).
"""

from collections.abc import Iterable

from comity.ground import Untrusted
from comity.ledger.tiles import HASH_BYTES, MAX_BUNDLE_BYTES, TILE_WIDTH, LogPath, decode_bundle, encode_bundle
from comity.ledger.verification import Reader


def check_leftovers(read: Reader, size: int, paths: Iterable[LogPath]) -> int:
    """Check the unfinished files of earlier sizes against those that followed; return how many there were.

    Parameters
    ----------
    read
        Gives the log's files; the log was verified before, with `verify_log`.
    size
        The size of the verified log. Files beyond it, of an append that was not published, are left out.
    paths
        What lies in the log's folder.
    """
    count = 0
    for path in paths:
        reached = size >> 8 * (path.level or 0)
        first = path.index * TILE_WIDTH
        width = min(reached - first, TILE_WIDTH)  # of the file that the head proves
        if path.width < width:
            _check(read, path, LogPath(path.level, path.index, width))
            count += 1
    return count


def _check(read: Reader, path: LogPath, successor: LogPath) -> None:
    found = read(str(path), MAX_BUNDLE_BYTES)
    later = read(str(successor), MAX_BUNDLE_BYTES)
    if later is None:  # tlog-tiles: the finished file may stand for it
        successor = LogPath(path.level, path.index)
        later = read(str(successor), MAX_BUNDLE_BYTES)
    if later is None or found != beginning(later, successor, path.width):
        raise Untrusted(
            "ledger.leftover_altered",
            "The file {path} of the record, left from an earlier size, was altered.",
            why="it does not begin as {successor} does, which the signed head proves",
            remedy="keep the file as evidence and ask the record's owner for it again",
            path=str(path),
            successor=str(successor),
        )


def beginning(later: bytes, successor: LogPath, width: int) -> bytes:
    """Return the file of an earlier size, `width` wide, with which a file of a log begins."""
    if successor.level is not None:
        return later[: width * HASH_BYTES]
    return encode_bundle(decode_bundle(later, successor)[:width])
