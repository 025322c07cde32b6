"""Hostile bytes: the decoder neither falls, hangs nor reads outside of its memory, and keeps its accounts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.maritime.aivdm_fuzz import run

EVERYDAY_BYTES, CHECKED_BYTES = 1_400_000, 600_000
SOAK_BYTES = 100_000_000
IS_SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"


def test_hostile_bytes_are_decoded_or_refused_and_counted():
    assert run(SOAK_BYTES if IS_SOAK else EVERYDAY_BYTES, seed=7) > 1_000


@pytest.mark.parametrize("seed", [11])
def test_no_access_to_memory_is_outside_of_an_array(tmp_path, seed):
    size = SOAK_BYTES // 5 if IS_SOAK else CHECKED_BYTES
    checked = {**os.environ, "NUMBA_BOUNDSCHECK": "1", "NUMBA_CACHE_DIR": str(CACHE), "NUMBA_OPT": "0"}
    told = [sys.executable, "-m", "tests.maritime.aivdm_fuzz", str(size), str(seed)]
    done = subprocess.run(told, capture_output=True, text=True, env=checked, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stderr[-2_000:]


CACHE = Path(__file__).parents[2] / "build" / "cache" / "numba-checked"
"""Where the checked kernel is kept: apart from the one that is used."""
