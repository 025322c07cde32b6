"""What is long and told shorter elsewhere runs with `make soak` only."""

import os

import pytest

in_soak = pytest.mark.skipif(
    os.environ.get("HYPOTHESIS_PROFILE") != "soak", reason="long: `make soak` runs it; a shorter test holds the same"
)
