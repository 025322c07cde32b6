"""How the tests run: hypothesis without a stopwatch, and its long profile for `make soak`."""

import os
from pathlib import Path

from hypothesis import settings

# The coastline takes some seconds to load: every test and every command that one starts keeps its squares in one place.
os.environ.setdefault("XDG_CACHE_HOME", str(Path(__file__).resolve().parents[1] / "build" / "cache"))

settings.register_profile("everyday", deadline=None, max_examples=25)
settings.register_profile("soak", deadline=None, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everyday"))
