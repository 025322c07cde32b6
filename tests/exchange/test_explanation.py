"""An explanation says in three languages why an item left, is held or is refused, and never what was hidden."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.exchange import Refusal, Released, explain, release
from comity.files.agreements import in_words
from comity.files.words import words
from tests.exchange.drawn import NOW_MS, RULES, all_rules, items, receiver, rules_with
from tests.exchange.test_gate import CONTACT

LANGUAGES = ["en", "fr", "ar"]


def why(item, rules=None, *, purpose="maritime_safety"):
    return explain(item, rules or all_rules(), to="US", purpose=purpose, now_ms=NOW_MS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_is_said_in_order(language):
    rule = replace(RULES["4.2/ais-coarse"], identity_digits=3)
    found = why(CONTACT, rules_with(rule))
    assert [step.transform for step in found.steps] == [
        "keep_fields", "coarsen_position", "coarsen_time", "shorten_identity",
    ]  # fmt: skip
    said = [in_words(each, words(language)) for each in found.sentences]
    assert len(set(said)) == len(said) == 10


def test_in_english_by_hand():
    said = [in_words(each, words("en")) for each in why(CONTACT).sentences]
    assert said == [
        "Released under 4.2/ais-coarse.",
        "Only these fields are kept: contact_id, position, seen_ms, ship_type, flag.",
        "Positions are put on a grid of 0.1°.",
        "Times are put at the start of a period of 10 min.",
        "Leaves: contact_id, position, seen_ms, ship_type, flag",
        "Stays home: hidden_notes, hidden_track",
        "Marked DZ-US RELEASABLE, releasable to US, TLP:AMBER.",
        "No office need approve it.",
        "Both erase it after 2027-05-28T20:26:40Z.",
    ]


def test_a_step_that_finds_nothing_to_do_is_not_said():
    coarse = replace(CONTACT, record={"position": [5_000_000, 37_100_000], "flag": "605"})
    assert why(coarse).steps == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_says_its_article_and_reason_and_nothing_of_the_record(language):
    found = why(CONTACT, purpose="tourism")
    assert (found.answer, found.steps) == (Refusal("4.2", "purpose", "4.2/ais-coarse"), ())
    (said,) = (in_words(each, words(language)) for each in found.sentences)
    assert "4.2" in said
    assert all(str(value) not in said for value in CONTACT.record.values())


@given(rule=st.sampled_from(list(RULES.values())), data=st.data())
def test_the_explained_answer_is_the_answer_and_no_sentence_holds_a_value_of_a_hidden_column(rule, data):
    item = data.draw(items(rule))
    if "hidden_notes" in item.record:
        item = replace(item, record={**item.record, "hidden_notes": "ZQX-secret"})
    rules, question = rules_with(rule), {"to": receiver(item), "purpose": rule.purposes[0], "now_ms": NOW_MS}
    found = explain(item, rules, **question)
    assert found.answer == release(item, rules, **question)
    said = " ".join(str(value) for each in found.sentences for value in each.values.values())
    assert "ZQX-secret" not in said
    if isinstance(found.answer, Released):
        assert set(found.withheld) == set(item.record) - set(found.answer.record)
