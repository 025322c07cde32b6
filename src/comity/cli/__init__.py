"""Commands: words in, words out. One module per room; everything else happens below."""

from comity.cli.main import main

__all__ = ["main"]
