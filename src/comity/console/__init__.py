"""The console: pages built from `console/` and shipped with Comity; `make` builds them, users need no Node."""

from pathlib import Path

PAGES = Path(__file__).resolve().parent / "dist"


def built_pages() -> Path | None:
    """Return the folder of the built pages, or `None` where nobody has built them yet."""
    return PAGES if (PAGES / "index.html").is_file() else None
