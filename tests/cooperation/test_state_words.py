"""The state of a record is said in the form that its kind asks for: « réunion convenue », « groupe institué »."""

import pytest

from comity.cooperation import LIVES
from comity.files.words import words

FEMININE = {"meeting", "decision", "action"}
"""The kinds whose French name is feminine; an initiative has the words of its own template."""


def said(language: str, kind: str, state: str) -> str:
    return words(language).say("cooperation-state", kind=kind, state=state)


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize("kind", LIVES)
def test_every_state_of_a_life_has_a_word_of_its_own(kind, language):
    for state in LIVES[kind].moves:
        found = said(language, kind, state)
        assert "_" not in found, (kind, state)
        assert "{" not in found, (kind, state)
        if language != "en":
            assert found.strip("\u2068\u2069") != state, (kind, state)


@pytest.mark.parametrize(
    ("language", "kind", "state", "word"),
    [
        ("fr", "meeting", "agreed", "convenue"),
        ("fr", "decision", "adopted", "adoptée"),
        ("fr", "action", "open", "ouverte"),
        ("fr", "group", "established", "institué"),
        ("fr", "check", "done", "fait"),
        ("fr", "document", "signed", "signé"),
        ("ar", "document", "signed", "موقَّعة"),
        ("ar", "meeting", "agreed", "متفق عليه"),
        ("en", "meeting", "agreed", "agreed"),
    ],
)
def test_a_state_agrees_with_the_name_of_its_kind(language, kind, state, word):
    assert said(language, kind, state) == word


@pytest.mark.parametrize("kind", LIVES)
def test_a_french_participle_ends_as_its_kind_asks(kind):
    for state in LIVES[kind].moves:
        word = said("fr", kind, state)
        if " " not in word and word.endswith(("é", "ée", "u", "ue", "t", "te")):
            assert word.endswith("e") == (kind in FEMININE), (kind, state, word)
