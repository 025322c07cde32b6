"""Where the shared data lie: beside the checkout, or nowhere; tests that need them skip by name."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared data (../shared/data) are not on this machine"
)
