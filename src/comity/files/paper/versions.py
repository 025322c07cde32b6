"""What decides the bytes of a paper beside its data: the versions of what sets it, each in one short line.

Two nodes that print with the same line print the same bytes; where the lines differ, the bytes may.
"""

from functools import cache
from importlib.metadata import version

PACKAGES = ("comity", "typst", "fontpkg-amiri", "python-docx", "matplotlib", "babel", "tzdata")
"""Words and layout, the typesetter, the letters of Arabic, DOCX, the roadmap, days and languages (CLDR), time zones."""


@cache
def printed_with() -> str:
    """Return each package with its version, such as `comity/0.1.0 typst/0.15.2 …`."""
    return " ".join(f"{each}/{version(each)}" for each in PACKAGES)
