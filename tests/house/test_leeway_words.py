"""Every class of the leeway table is said in three languages: on maps, in the form of a case and on its page."""

import re

import pytest

from comity.files.words import words
from comity.rescue import LEEWAY_CLASSES
from tests.house.sources import LANGUAGES
from tests.house.test_words import catalogue

SCRIPT = {"ar": "[ء-ي]", "en": "^[A-Z]", "fr": "^[A-ZÉ]"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_has_words_of_its_own(language):
    said = [words(language).say(f"leeway-{each.number}") for each in LEEWAY_CLASSES]
    assert len(set(said)) == len(LEEWAY_CLASSES)
    assert all(re.search(SCRIPT[language], each) for each in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_left_of_a_class_that_the_table_has_not(language):
    numbers = {name.removeprefix("leeway-") for name in catalogue(language) if name.startswith("leeway-")}
    assert numbers == {str(each.number) for each in LEEWAY_CLASSES}


NAMES = {
    "LIFE-RAFT": ("raft|Submarine escape", "Radeau", "طوف"),
    "FISHING-VESSEL": ("Fishing vessel", "Navire de pêche", "سفينة صيد"),
    "SAILBOAT": ("Sailing", "Voilier|Dériveur", "شراعي"),
    "PIW": ("in the water", "à l’eau", "في الماء"),
    "MED-WASTE": ("Medical", "médicaux", "طبية"),
    "CONTAINER": ("Container", "Conteneur", "حاوية"),
}
"""What the name of a class in the table must say, in the order en, fr, ar."""


@pytest.mark.parametrize("each", LEEWAY_CLASSES, ids=lambda each: each.key)
def test_the_words_of_a_class_say_what_its_name_in_the_table_says(each):
    for start, (en, fr, ar) in NAMES.items():
        if each.key.startswith(start):
            for language, name in {"en": en, "fr": fr, "ar": ar}.items():
                assert re.search(name, words(language).say(f"leeway-{each.number}"))


@pytest.mark.parametrize("each", LEEWAY_CLASSES, ids=lambda each: each.key)
def test_the_numbers_of_a_class_are_the_same_in_every_language(each):
    said = [sorted(re.findall(r"\d+", words(language).say(f"leeway-{each.number}"))) for language in LANGUAGES]
    assert said[0] == said[1] == said[2]
