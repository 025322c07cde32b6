"""What a party's offices are called in three languages: titles to read by, which change nothing in who may sign.

Acts and records name an office in one fixed way; a document of schema `comity/office-titles/1` says what that name is
in Arabic, French and English. A party gives the titles of its own offices only.
"""

import unicodedata
from collections.abc import Mapping
from typing import Any

from comity.agreement import forms
from comity.agreement.articles import Agreement, Text
from comity.agreement.schema import check_schema
from comity.ground import InvalidInput

TITLES_MOST = 256
"""Titles in one document; a party of more offices gives another."""

OFFICE_TITLES_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "comity/office-titles/1",
    **forms.closed(
        schema={"const": "comity/office-titles/1"},
        example={"type": "boolean"},
        agreement=forms.ID,
        party=forms.PARTY,
        titles=forms.list_of(
            forms.closed(
                office={"type": "string", "minLength": 1, "maxLength": 200},  # as long as acts may name one
                title=forms.text_of(200),
            ),
            least=1,
            most=TITLES_MOST,
        ),
    ),
}
"""The schema of titles. No field takes a person: what bears a title is an office."""

_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")
"""What Arabic script needs between letters is no hidden mark (Unicode 15, 9.2)."""


def read_office_titles(document: Any, agreement: Agreement) -> Mapping[str, Text]:
    """Return the titles that a party gives, by the names of its offices, or raise `InvalidInput`."""
    check_schema(document, OFFICE_TITLES_SCHEMA)
    found = {each["office"]: Text(**each["title"]) for each in document["titles"]}
    if document["agreement"] != agreement.id or document["example"] != agreement.example:
        raise _does_not_fit("agreement", document["agreement"])
    if document["party"] not in {each.id for each in agreement.parties}:
        raise _does_not_fit("party", document["party"])
    if len(found) < len(document["titles"]):
        named = [each["office"] for each in document["titles"]]
        raise _does_not_fit("office", next(each for each in named if named.count(each) > 1))
    for office, title in found.items():
        if any(not _is_line(said) for said in (title.ar, title.en, title.fr)):
            raise _does_not_fit("title", office)
    return found


def _is_line(said: str) -> bool:
    """Tell whether a title is a line that can be read: no control sign, no mark that turns or hides what follows."""
    shown = (unicodedata.category(each) not in _UNSHOWN or each in _JOINERS for each in said)
    return said == said.strip() and all(shown)


def _does_not_fit(field: str, name: str) -> InvalidInput:
    return InvalidInput(
        "agreement.office_title_does_not_fit",
        "The titles of offices do not fit: the {field} of {name} is wrong.",
        why="a party names its own offices under its own agreement, each once, in one line without hidden signs",
        remedy="correct the list of titles",
        field=field,
        name="".join(each for each in name if each.isprintable())[:80],
    )
