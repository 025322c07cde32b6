"""One process owns a node folder; who only looks whether it is held keeps nobody out."""

import fcntl
import os
import threading
from pathlib import Path

import pytest

from comity.ground import InvalidInput
from comity.node.lock import is_owned, owned


def held(folder: Path) -> int:
    """Hold the lock of a folder as another process would; the descriptor lets it go."""
    descriptor = os.open(folder / "node.lock", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    return descriptor


def test_who_looks_at_the_lock_for_a_moment_keeps_nobody_out(tmp_path: Path) -> None:
    threading.Timer(0.1, os.close, [held(tmp_path)]).start()
    with owned(tmp_path):
        assert is_owned(tmp_path)
    assert not is_owned(tmp_path)


def test_a_folder_that_another_process_keeps_is_refused(tmp_path: Path) -> None:
    descriptor = held(tmp_path)
    try:
        with pytest.raises(InvalidInput) as caught, owned(tmp_path):
            pass
    finally:
        os.close(descriptor)
    assert caught.value.code == "node.already_served"
