"""The letters of paper: which fonts set it, and what is shown of a text that somebody typed.

Latin and digits are Libertinus Serif (within Typst), Arabic is Amiri, all else DejaVu Sans (within matplotlib): each is
part of a wheel, so every machine sets the same page. A letter that none of them has, and a character that turns, hides
or imitates text (Unicode: Cc, Cf), is shown by its number; of these only isolates that
open and end in the same text, and the joiners that Arabic needs, are let through.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

import fontpkg_amiri
import matplotlib
from matplotlib.ft2font import FT2Font

from comity.cooperation import RIGHT_TO_LEFT, written

_JOINERS = "\u200c\u200d"
_ISOLATE = re.compile("[\u2066-\u2069]")
_NO_BREAK = "\u00a0\u202f"


@cache
def font_folders() -> tuple[str, str]:
    """Return the folders of the fonts that every machine has."""
    return str(Path(fontpkg_amiri.ROOT) / "files"), str(Path(matplotlib.get_data_path()) / "fonts" / "ttf")


def shown(text: str, language: str) -> str:
    """Return a text as it is set: every value in Arabic an island, everything that would deceive the eye a number.

    >>> shown("12\\u202e34", "en")
    '12⟨U+202E⟩34'
    """
    lone = _lone_isolates(text)
    harmless = "".join(
        each if _is_shown(each) or (_ISOLATE.match(each) and place not in lone) else f"⟨U+{ord(each):04X}⟩"
        for place, each in enumerate(text)
    )
    return written.with_islands(harmless) if language in RIGHT_TO_LEFT else harmless


def _lone_isolates(text: str) -> set[int]:
    """Return the places of isolates that nothing ends, and of ends that nothing opened."""
    opened: list[int] = []
    lone: set[int] = set()
    for found in _ISOLATE.finditer(text):
        if found.group() != written.END:
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            lone.add(found.start())
    return lone | set(opened)


@cache
def _is_shown(character: str) -> bool:
    if character in _JOINERS + _NO_BREAK:
        return True
    return (
        unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")
        and ord(character) in _letters()
    )


@cache
def _letters() -> frozenset[int]:
    amiri, dejavu = font_folders()
    files = (Path(amiri) / "Amiri-Regular.ttf", Path(dejavu) / "DejaVuSans.ttf")
    return frozenset(code for file in files for code in FT2Font(str(file)).get_charmap())
