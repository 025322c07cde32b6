"""An error says what, why and remedy, in three languages, and survives the way back from a worker process."""

import pickle

import pytest

from comity.files.words import words
from comity.ground import InvalidInput, Refused, parse_instant


def bad_instant() -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        parse_instant("noon")
    return caught.value


def test_an_error_reads_as_three_sentences():
    assert str(bad_instant()) == (
        "'noon' is not an instant. It does not follow RFC 3339. "
        "Write it in UTC with a final Z, such as 2008-08-06T09:51:00Z."
    )


@pytest.mark.parametrize(
    ("language", "what"), [("en", "'noon' is not"), ("fr", "«\u202fnoon\u202f» n’est pas"), ("ar", "ليس تاريخًا")]
)
def test_an_error_is_said_in_the_readers_language(language, what):
    assert what in words(language).error(bad_instant())["what"]


def test_a_value_in_an_arabic_sentence_is_isolated():
    assert "\u2068noon\u2069" in words("ar").error(bad_instant())["what"]


def test_an_error_comes_back_whole_from_a_worker():
    again = pickle.loads(pickle.dumps(bad_instant()))
    assert (type(again), again.code, str(again)) == (InvalidInput, "ground.bad_instant", str(bad_instant()))


def test_a_refusal_names_its_article():
    refused = Refused("test.refused", "No.", why="{article} says so", remedy="ask", article="Article 4.3")
    assert refused.article == "Article 4.3"
    assert "Article 4.3 says so." in str(pickle.loads(pickle.dumps(refused)))


def test_an_unknown_language_is_answered_in_english():
    assert words("C").language == words("de_DE.UTF-8").language == "en"
    assert words("fr_FR.UTF-8").language == "fr"
