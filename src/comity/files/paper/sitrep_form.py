"""The form of a situation report (SITREP): its letters, and what each section is called.

The layout, with its letters A to N without I, is the standard format of IMO for SITREPs (IAMSAR Manual vol. III,
appendix D), as MRCC Bremen prints it. The short form ends with F.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from comity.files.words import Words

SITREP_SCHEMA = "comity/sitrep/1"
SHORT = ("A", "B", "C", "D", "E", "F")
FULL = (*SHORT, "G", "H", "J", "K", "L", "M", "N")


def sitrep_title(report: Mapping[str, Any], words: Words) -> str:
    """Return what a report is called: SITREP and its number, and whether it is the last."""
    return words.say("sitrep-title", number=str(report["number"]), final="yes" if report["final"] else "no")


def sitrep_sections(report: Mapping[str, Any], words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield the sections that a report has: letter, heading, and what was said, in the reader's language."""
    for letter in FULL:
        said = report["sections"].get(letter)
        if said is not None:
            yield letter, words.say(f"sitrep-{letter.lower()}"), in_language(said, words)


def in_language(said: Mapping[str, str], words: Words) -> str:
    """Return what was said: as an office typed it, or as the node said it in the reader's language."""
    return said["typed"] if "typed" in said else said[words.language]
