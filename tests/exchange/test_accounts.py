"""The account of what each gave, and the audit of what left: both sides count the same."""

import pytest

from comity.exchange import Given, account, audit, requests_of, rules_of
from comity.files.agreements import in_words
from comity.files.words import words
from tests.exchange.drawn import FILE, MEMORANDUM
from tests.exchange.logs import DAY_MS, START_MS, Log, content
from tests.exchange.test_requests import answer, declined, request

VERSIONS = {FILE.hash: MEMORANDUM}


def story():
    dz, us = Log(), Log()
    first = us.say(request())
    second = us.say(request(id="US-2026-2"))
    us.say(request(id="US-2026-3", due_ms=START_MS + 6 * DAY_MS))
    dz.release(content(1), count=3)
    dz.say(answer(first))
    dz.say(declined(second))
    dz.release(content(2), rule="4.3/sar-live", at_ms=START_MS + 40 * DAY_MS)
    us.release(content(3), rule="9.9/unheard-of")
    return dz, us


def account_of(dz, us):
    left = {"DZ": dz.says().left, "US": us.says().left}
    asked = {"US": requests_of(us.says(), dz.says(), MEMORANDUM, asker_id="US"), "DZ": ()}
    return account(left, asked, rules_of(VERSIONS))


def test_the_account_counts_by_clause_and_month_what_each_gave_asked_and_answered():
    lines = {(line.clause, line.month): line.by_party for line in account_of(*story())}
    may = {"DZ": Given(contents=1, items=3, bytes=300, answered=1, declined=1), "US": Given(asked=3)}
    assert lines["4.2", "2026-05"] == may
    assert lines["4.2", "2026-06"] == {"DZ": Given(unanswered=1), "US": Given()}  # the month of the due time
    assert lines["4.3", "2026-07"] == {"DZ": Given(contents=1, items=1, bytes=100), "US": Given()}


def test_a_rule_that_no_version_has_stands_under_no_clause_and_is_not_lost():
    (line,) = [each for each in account_of(*story()) if each.clause == "–"]
    assert line.by_party["US"].items == 1


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_audit_says_in_words_in_which_form_each_release_left(language):
    dz, _ = story()
    first, second = audit(dz.says().left, VERSIONS)
    assert (first.position, first.clause, first.items, first.content) == (0, "4.2", 3, content(1))
    assert (second.clause, second.label and second.label.tlp) == ("4.3", "AMBER")
    said = [in_words(each, words(language)) for each in first.form]
    assert any("0.1" in each or "0,1" in each for each in said)
    assert len(said) == len(set(said))


def test_a_release_under_an_unknown_rule_is_audited_without_a_form():
    _, us = story()
    (line,) = audit(us.says().left, VERSIONS)
    assert (line.clause, line.label, line.form) == ("–", None, ())
