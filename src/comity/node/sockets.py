"""The path of `node.sock`, short enough for the operating system.

A socket's address holds at most 107 bytes on Linux. A folder that lies deeper is reached through its open descriptor,
`/proc/self/fd/<n>/node.sock`, which is short wherever the folder lies.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comity.ground import InvalidInput

MOST_BYTES = 107


@contextmanager
def short_path(path: Path) -> Iterator[str]:
    """Return a path to the same socket that fits in an address; it is good until the block ends."""
    if len(os.fsencode(path)) <= MOST_BYTES:
        yield str(path)
        return
    if not Path("/proc/self/fd").is_dir():
        raise InvalidInput(
            "node.socket_path_too_long",
            "The path of the node's folder is too long for a socket.",
            why="it has {found} bytes, and the operating system allows {most}",
            remedy="put the folder in a place with a shorter path",
            found=len(os.fsencode(path)),
            most=MOST_BYTES,
        )
    descriptor = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{descriptor}/{path.name}"
    finally:
        os.close(descriptor)
