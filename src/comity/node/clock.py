"""The node's clock and its randomness: the only places where either enters, so that tests can hand in others."""

import os
import time
from collections.abc import Callable

Clock = Callable[[], int]
"""Returns the present instant, milliseconds since 1970-01-01T00:00Z."""

Random = Callable[[int], bytes]
"""Returns so many bytes that nobody can guess."""


def now_ms() -> int:
    """Return the present instant of this machine."""
    return time.time_ns() // 1_000_000


def random_bytes(count: int) -> bytes:
    """Return bytes from the operating system's generator."""
    return os.urandom(count)
