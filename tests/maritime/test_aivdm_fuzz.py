"""Hostile bytes: the decoder neither falls, hangs nor reads outside of its memory, and keeps its accounts.

Memory is watched twice: every day the kernel runs as plain Python, whose arrays refuse a wrong index (a negative one
shows in the fields); in `make soak` it is compiled with NUMBA_BOUNDSCHECK=1, which takes its compiler half a minute.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.maritime.aivdm_fuzz import run

HERE = Path(__file__).parents[2]
IS_SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
EVERYDAY_BYTES, SOAK_BYTES = 1_800_000, 100_000_000
PLAIN_BYTES, CHECKED_BYTES = 200_000, 20_000_000
PLAIN = {"NUMBA_DISABLE_JIT": "1", "PYTHONWARNINGS": "ignore"}  # numbers without sign wrap round, as they are meant to
CHECKED = {"NUMBA_BOUNDSCHECK": "1", "NUMBA_OPT": "0", "NUMBA_CACHE_DIR": str(HERE / "build" / "cache" / "checked")}


def test_hostile_bytes_are_decoded_or_refused_and_counted():
    assert run(SOAK_BYTES if IS_SOAK else EVERYDAY_BYTES, seed=7) > 10_000


@pytest.mark.parametrize(
    ("size", "watched"),
    [
        (PLAIN_BYTES, PLAIN),
        pytest.param(CHECKED_BYTES, CHECKED, marks=pytest.mark.skipif(not IS_SOAK, reason="make soak compiles for it")),
    ],
    ids=["plain", "checked"],
)
def test_no_access_to_memory_is_outside_of_an_array(size, watched):
    told = [sys.executable, "-m", "tests.maritime.aivdm_fuzz", str(size), "11"]
    done = subprocess.run(told, capture_output=True, text=True, env={**os.environ, **watched}, cwd=HERE)
    assert done.returncode == 0, done.stderr[-2_000:]
