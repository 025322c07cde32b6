"""Whose original a paper is, in whose languages, and the names that stand on it: what every paper shares.

Each language is given to the party in whose territory it is official (CLDR, by Babel); whoever knows better says so.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from babel.languages import get_official_languages

from comity.agreement import Text
from comity.cooperation import Framework
from comity.ground import InvalidInput, utc_of

if TYPE_CHECKING:
    from comity.files.paper import Original

LANGUAGES = ("ar", "fr", "en")
"""The languages of papers; where both parties could write one, it goes to the first that needs it."""

Speaks = Mapping[str, tuple[str, ...]]
"""The languages of each party's texts, its own first."""


def original(
    framework: Framework, holder: str, *, reference: str, on: date, place: Text, speaks: Speaks | None = None
) -> "Original":
    """Return whose original a paper is, between whom and in which languages; the holder must be one of the two."""
    from comity.files.paper import Original, Side  # the paper's engines are loaded when the first one is asked for

    spoken = speaks or languages_of(framework.parties)
    if holder not in framework.parties or set(spoken) != set(framework.parties):
        raise _no_holder(holder, framework)
    first, second = framework.agreement.parties
    sides: tuple[Side, Side] = (
        Side(first.id, first.name, spoken[first.id]),  # type: ignore[arg-type]
        Side(second.id, second.name, spoken[second.id]),  # type: ignore[arg-type]
    )
    return Original(holder, sides, reference, on, place, framework.agreement.example)


def languages_of(parties: tuple[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the languages of each party's texts: those official in its territory, each given to one of the two.

    Where that leaves a party without a language, it gets one that the other can spare.
    """
    first, second = parties
    official = {each: [one for one in LANGUAGES if one in _official(each)] for each in (first, second)}
    found = {first: official[first], second: [each for each in official[second] if each not in official[first]]}
    free = [each for each in ("en", "fr", "ar") if each not in (*found[first], *found[second])]
    for party, other in ((first, second), (second, first)):
        if not found[party]:
            found[party] = [free.pop(0) if free else found[other].pop()]
    return {party: tuple(each) for party, each in found.items()}


def day_of(instant_ms: int) -> date:
    """Return the day of an instant in UTC; of one after the year 9999, that year's last."""
    return utc_of(instant_ms).date()


def text_of(value: Mapping[str, str]) -> Text:
    """Return a wording of a record."""
    return Text(ar=value["ar"], en=value["en"], fr=value["fr"])


def party_name(framework: Framework, party: str) -> Text:
    """Return a party's name in three languages."""
    return next(each.name for each in framework.agreement.parties if each.id == party)


def both_names(framework: Framework) -> Text:
    """Return both parties' names, in the agreement's order: the place of what was signed from two places."""
    first, second = framework.agreement.parties
    return Text(
        **{each: f"{first.name.in_language(each)} – {second.name.in_language(each)}" for each in ("ar", "en", "fr")}
    )


def _official(party: str) -> tuple[str, ...]:
    return tuple(get_official_languages(party, de_facto=True))


def _no_holder(holder: str, framework: Framework) -> InvalidInput:
    return InvalidInput(
        "cooperation.no_such_holder",
        "{holder} keeps no original of a text between {parties}.",
        why="each of the two parties keeps one original, and nobody else",
        remedy="name one of the two parties",
        holder=holder[:16],
        parties=", ".join(framework.parties),
    )
