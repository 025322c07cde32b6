"""The alternat: each party's own original names that party first, and bears its signature in the first place.

Between two languages that both run from left to right, all three change from one original to the other: the order of
the names, the columns and the places of the signatures. Where one of the two runs from right to left, the first place
of each party is on its own side, so columns and signatures stand alike in both originals and only the names change.

Source: the practice as text books give it (International Law, ed. Kolosov and Kuznetsova, 1998); a protocol officer of
the parties confirms it before a first original is signed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from comity.ground import InvalidInput

RIGHT_TO_LEFT = frozenset({"ar"})


@dataclass(frozen=True)
class Layout:
    """How one sheet of an original is laid out; each pair is in the order of the eye.

    `columns` are languages from left to right, `names` parties in the order of the text, the title and "Done at",
    `signatures` parties from left to right.
    """

    columns: tuple[str, str]
    names: tuple[str, str]
    signatures: tuple[str, str]


def layout(holder: str, languages: Mapping[str, str]) -> Layout:
    """Return the layout of the original that `holder` keeps.

    Parameters
    ----------
    languages
        The two parties, each with its language on this sheet: `{"DZ": "ar", "US": "en"}`.

    >>> layout("DZ", {"DZ": "fr", "US": "en"})
    Layout(columns=('fr', 'en'), names=('DZ', 'US'), signatures=('DZ', 'US'))
    >>> layout("DZ", {"DZ": "ar", "US": "en"})
    Layout(columns=('en', 'ar'), names=('DZ', 'US'), signatures=('US', 'DZ'))
    """
    if holder not in languages or len(languages) != 2:
        raise InvalidInput(
            "cooperation.no_such_holder",
            "{holder} keeps no original of a text between {parties}.",
            why="each of the two parties keeps one original, and nobody else",
            remedy="name one of the two parties",
            holder=holder[:16],
            parties=", ".join(languages),
        )
    (partner,) = set(languages) - {holder}
    names = (holder, partner)
    places = (partner, holder) if languages[holder] in RIGHT_TO_LEFT else names
    return Layout((languages[places[0]], languages[places[1]]), names, places)


def sheets(holder: str, speaks: Mapping[str, tuple[str, ...]]) -> tuple[Layout, ...]:
    """Return the sheets of an original in more than two languages: each of a party's faces each of the other's.

    >>> [sheet.columns for sheet in sheets("US", {"DZ": ("ar", "fr"), "US": ("en",)})]
    [('en', 'ar'), ('en', 'fr')]
    """
    return tuple(layout(holder, dict(zip(speaks, pair, strict=True))) for pair in product(*speaks.values()))
