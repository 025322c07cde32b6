"""Which language a command speaks."""

import os

from comity.files.words import Words, words


def spoken() -> Words:
    """Return the words of the caller's language: `LC_ALL`, `LC_MESSAGES`, then `LANG`; C means English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return words(os.environ[name])
    return words("en")
