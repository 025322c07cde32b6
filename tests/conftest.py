"""How the tests run: hypothesis without a stopwatch, and its long profile for `make soak`."""

import os

from hypothesis import settings

settings.register_profile("everyday", deadline=None, max_examples=60)
settings.register_profile("soak", deadline=None, max_examples=5_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everyday"))
