"""The agreement and its rules in words: every sentence exists in the three languages with the values it is given."""

from dataclasses import replace

import pytest

from comity.agreement import Rule, Sentence, read_agreement, reading, rule_sentences
from comity.files.agreements import in_words
from comity.files.words import words
from tests.agreement.documents import agreement, rule

SKY = read_agreement(agreement())


def messages(each: Rule) -> list[str]:
    return [sentence.message for sentence in rule_sentences(each, SKY)]


@pytest.mark.parametrize("kind", ["follows", "parallel_to", "supersedes", "under"])
@pytest.mark.parametrize(("language", "mark"), [("en", "EXAMPLE"), ("fr", "EXEMPLE"), ("ar", "مثال")])
def test_the_whole_agreement_can_be_read_and_begins_with_the_mark(language, mark, kind):
    full = rule(grid_mdeg=100, time_bucket_s=600, identity_digits=3, delay_s=21600, forbid_caveats=["NATIONAL"])
    document = agreement(rules=[full | {"area": "square"}], relations=[{"kind": kind, "agreement": "other"}])
    said = [in_words(each, words(language)) for each in reading(read_agreement(document))]
    assert mark in said[0]
    assert len(said) == len(set(said))


def test_an_agreement_that_is_no_example_does_not_say_so():
    assert "agreement-example" not in [each.message for each in reading(replace(SKY, example=False))]


def test_a_rule_says_when_what_it_lets_out_leaves():
    plain = SKY.rules[0]
    assert "agreement-rule-at-once" in messages(plain)
    bucketed = messages(replace(plain, time_bucket_s=600))
    assert "agreement-rule-at-once" not in bucketed
    assert "agreement-rule-period-ends" in bucketed
    assert "agreement-rule-delay-counts" in messages(replace(plain, time_bucket_s=600, delay_s=1))


@pytest.mark.parametrize(
    ("seconds", "english"), [(21_600, "6 h"), (86_400, "1 d"), (600, "10 min"), (61, "61 s"), (90_000, "25 h")]
)
def test_a_delay_is_said_in_its_largest_whole_unit(seconds, english):
    sentence = next(
        each
        for each in rule_sentences(replace(SKY.rules[0], delay_s=seconds), SKY)
        if each.message == "agreement-rule-delay"
    )
    assert in_words(sentence, words("en")) == f"It leaves after {english}."


def test_a_title_is_said_in_the_language_of_the_reader():
    title = replace(SKY.title, fr="Ciel")
    sentence = Sentence("agreement-title", {"title": title, "id": "sky"})
    assert in_words(sentence, words("fr")) == "Ciel (sky)"
