"""The coast's tiles of the tests are kept in the checkout's `build` folder, not in the user's own cache."""

from pathlib import Path

import pytest

from tests.shared_data import SHARED


@pytest.fixture(autouse=True)
def _cache_of_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(Path(__file__).resolve().parents[2] / "build" / "cache"))


@pytest.fixture
def algeria() -> Path:
    """The folder of the August 2008 fields; used by tests that are marked as needing the shared data."""
    return SHARED / "environment" / "algeria-2008-08"
